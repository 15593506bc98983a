//! What falls due for sessions: reminders, places that have become free or were not taken in time, and the question how
//! it was.

use anyhow::Result;
use sqlx::SqliteConnection;

use super::super::store::{self, after as kept, due as store_due, guests as invited};
use super::super::view::{after, notices as view};
use super::super::{FEEDBACK_UNTIL, held_until};
use crate::clock::Moment;
use crate::ids::{PersonId, SessionId};
use crate::l10n::Lang;
use crate::outbox::{self, Urgency};
use crate::people::store as people;
use crate::ui::action::Attendance;
use crate::ui::view::View;

/// Does what is due now.
pub async fn tick(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    remind(conn, now).await?;
    take_back_places(conn, now).await?;
    offer_places(conn, now).await?;
    ask_how_it_was(conn, now).await
}

/// Reminds those who come, and in other words those who have not made up their minds.
async fn remind(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    for id in store_due::take_reminders(conn, now).await? {
        // Whoever has joined since it was announced is invited, too.
        if store::get(conn, id).await?.is_some_and(|session| session.details.audience.guests.is_none()) {
            invited::invite(conn, id).await?;
        }
        let Some(session) = store::get(conn, id).await? else { continue };
        let mailing = outbox::store::insert_mailing(conn, now).await?;
        for attendances in
            [&[Attendance::Coming][..], &[Attendance::Online], &[Attendance::Silent, Attendance::Unsure]]
        {
            let people = invited::who_said(conn, id, attendances).await?;
            let people = store_due::want_reminders(conn, &people).await?;
            tell(conn, mailing, &people, now, |lang| view::reminder(lang, &session, attendances[0], now))
                .await?;
        }
    }
    Ok(())
}

/// Whoever did not say in time whether they take a place no longer waits for one.
async fn take_back_places(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    for (id, person) in store_due::take_expired(conn, now).await? {
        let ahead = store::get(conn, id).await?.filter(|session| !session.is_past(now));
        let (Some(session), Some((person, _))) = (ahead, people::get(conn, person).await?) else { continue };
        let word = view::place_gone(person.lang.texts(), &session);
        outbox::store::tell(conn, &person, Urgency::Awaited, None, &word, now).await?;
    }
    Ok(())
}

/// Holds free places for those who wait the longest, and asks them.
async fn offer_places(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    for id in store_due::with_free_places(conn, now).await? {
        while let Some(person) = offer_one(conn, id, now).await? {
            let (session, person) = (store::get(conn, id).await?, people::get(conn, person).await?);
            let (Some(session), Some((person, _))) = (session, person) else { break };
            let until = held_until(session.details.span.starts, now);
            let word = view::place_free(person.lang, &session, until, now);
            outbox::store::tell(conn, &person, Urgency::Awaited, None, &word, now).await?;
        }
    }
    Ok(())
}

/// None: no place is free, or nobody within reach waits for one.
async fn offer_one(conn: &mut SqliteConnection, id: SessionId, now: Moment) -> Result<Option<PersonId>> {
    let Some(session) = store::get(conn, id).await? else { return Ok(None) };
    let places = invited::places(conn, id).await?;
    if session.details.capacity.is_some_and(|most| places.taken >= most) {
        return Ok(None);
    }
    store_due::offer_next(conn, id, held_until(session.details.span.starts, now), now).await
}

/// Asks those who came how it was.
async fn ask_how_it_was(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    for id in store_due::take_feedback(conn, now, now.before(FEEDBACK_UNTIL)).await? {
        let Some(session) = store::get(conn, id).await? else { continue };
        let people = kept::who_came(conn, id).await?;
        let mailing = outbox::store::insert_mailing(conn, now).await?;
        tell(conn, mailing, &people, now, |lang| after::feedback(lang.texts(), &session, 0)).await?;
    }
    Ok(())
}

/// Tells some people, each in their language.
async fn tell(
    conn: &mut SqliteConnection,
    mailing: crate::ids::MailingId,
    people: &[PersonId],
    now: Moment,
    word: impl Fn(Lang) -> View,
) -> Result<()> {
    for lang in Lang::ALL {
        outbox::store::tell_those(conn, mailing, people, lang, None, &word(lang), now).await?;
    }
    Ok(())
}
