//! What falls due for sessions: reminders, places that have become free or were not taken in time, and the question how
//! it was.

use std::time::Duration;

use anyhow::Result;
use sqlx::SqliteConnection;

use super::super::store::{self, after as kept, due as store_due, guests as invited};
use super::super::view::{after, notices as view};
use super::super::{FEEDBACK_UNTIL, Session, held_until};
use crate::clock::Moment;
use crate::due::{self, Due};
use crate::ids::{PersonId, SessionId};
use crate::l10n::Lang;
use crate::outbox::{self, Hold, Urgency};
use crate::people::store as people;
use crate::ui::action::Attendance;
use crate::ui::view::View;

/// Who has so long to answer can be told in the morning.
const A_NIGHT: Duration = Duration::from_secs(12 * 3600);

/// Does what is due now for a session, and says when it is to be looked at again.
pub async fn act(conn: &mut SqliteConnection, id: SessionId, now: Moment) -> Result<()> {
    remind(conn, id, now).await?;
    take_back_places(conn, id, now).await?;
    offer_places(conn, id, now).await?;
    ask_how_it_was(conn, id, now).await?;
    match store_due::next(conn, id).await? {
        Some(at) => due::set(conn, Due::Session(id), at).await,
        None => Ok(()),
    }
}

/// Something has changed: a place may be free now, and other moments may be due.
pub async fn look_at(conn: &mut SqliteConnection, id: SessionId, now: Moment) -> Result<()> {
    due::no_later_than(conn, Due::Session(id), now).await
}

/// Somebody leaves the network: their places become free.
pub async fn leave(conn: &mut SqliteConnection, person: PersonId, now: Moment) -> Result<()> {
    for id in store_due::of_guest(conn, person).await? {
        look_at(conn, id, now).await?;
    }
    Ok(())
}

/// Reminds those who come, and in other words those who have not made up their minds.
async fn remind(conn: &mut SqliteConnection, id: SessionId, now: Moment) -> Result<()> {
    if !store_due::take_reminder(conn, id, now).await? {
        return Ok(());
    }
    let Some(session) = store::get(conn, id).await? else { return Ok(()) };
    // Whoever has joined since it was announced is invited, too.
    super::guests::invite_since(conn, &session).await?;
    let hold = Hold::QuietBefore(session.details.span.starts);
    let mailing = outbox::store::insert_mailing(conn, hold, now).await?;
    for attendances in
        [&[Attendance::Coming][..], &[Attendance::Online], &[Attendance::Silent, Attendance::Unsure]]
    {
        let people = invited::who_said(conn, id, attendances).await?;
        let people = store_due::want_reminders(conn, &people).await?;
        tell(conn, mailing, &people, now, |lang| view::reminder(lang, &session, attendances[0], now)).await?;
    }
    Ok(())
}

/// Whoever did not say in time whether they take a place no longer waits for one.
async fn take_back_places(conn: &mut SqliteConnection, id: SessionId, now: Moment) -> Result<()> {
    for person in store_due::take_expired(conn, id, now).await? {
        let ahead = store::get(conn, id).await?.filter(|session| !session.is_past(now));
        let (Some(session), Some((person, _))) = (ahead, people::get(conn, person).await?) else { continue };
        let word = view::place_gone(person.lang.texts(), &session);
        outbox::store::tell(conn, &person, Urgency::Broadcast, None, &word, now).await?;
    }
    Ok(())
}

/// Holds free places for those who wait the longest, and asks them.
async fn offer_places(conn: &mut SqliteConnection, id: SessionId, now: Moment) -> Result<()> {
    let Some(session) = store::get(conn, id).await?.filter(|session| !session.is_past(now)) else {
        return Ok(());
    };
    let until = held_until(session.details.span.starts, now);
    // Where there is little time to say so, it is worth waking for.
    let urgency = if now.until(until) > A_NIGHT { Urgency::Broadcast } else { Urgency::Awaited };
    while is_place_free(conn, &session).await?
        && let Some(person) = store_due::offer_next(conn, id, until, now).await?
    {
        let Some((person, _)) = people::get(conn, person).await? else { continue };
        let word = view::place_free(person.lang, &session, until, now);
        outbox::store::tell(conn, &person, urgency, None, &word, now).await?;
    }
    Ok(())
}

async fn is_place_free(conn: &mut SqliteConnection, session: &Session) -> Result<bool> {
    let taken = invited::places(conn, session.id).await?.taken;
    Ok(session.details.capacity.is_none_or(|most| taken < most))
}

/// Asks those who came how it was.
async fn ask_how_it_was(conn: &mut SqliteConnection, id: SessionId, now: Moment) -> Result<()> {
    if !store_due::take_feedback(conn, id, now, now.before(FEEDBACK_UNTIL)).await? {
        return Ok(());
    }
    let Some(session) = store::get(conn, id).await? else { return Ok(()) };
    let people = kept::who_came(conn, id).await?;
    let mailing = outbox::store::insert_mailing(conn, Hold::Quiet, now).await?;
    tell(conn, mailing, &people, now, |lang| after::feedback(lang.texts(), &session, 0)).await
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
