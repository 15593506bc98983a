//! The end of a poll, by hand or by time: cards are closed, what came of it is told, and who answered what is forgotten
//! where no names are shown. And until then: bringing cards up to date.

use std::time::Duration;

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::there;
use crate::acts::{self, Act};
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::due::{self, Due};
use crate::ids::{MessageNo, PersonId, PollId, TelegramId};
use crate::l10n::Lang;
use crate::outbox::{self, Hold, Subject};
use crate::polls::{Picks, Poll, Viewer, store, view};
use crate::ui::view::Reply;

/// How long after its end a poll without names may still know who answered what, should cards not be delivered until
/// then.
const UNDELIVERED: Duration = Duration::from_secs(24 * 3600);
/// How often it is looked whether they are.
const LOOK: Duration = Duration::from_secs(60);

/// Closes the poll; all cards show what came of it.
pub async fn close(cx: &mut Cx, _: Organizer, id: PollId) -> Result<Reply> {
    let pressed = cx.press.as_ref().and_then(|press| press.message).map(|no| (cx.me.telegram, no));
    if end(&mut cx.tx, id, pressed, cx.now).await? {
        acts::note(cx, Act::ClosedPoll(id)).await?;
    }
    Ok(super::show(cx, id).await?.toasting(cx.t().poll_closed_toast()))
}

/// Ends a poll, once; `false`: it was over. `pressed` is the message where that was asked for, which the reply edits.
pub async fn end(
    conn: &mut SqliteConnection,
    id: PollId,
    pressed: Option<(TelegramId, MessageNo)>,
    now: Moment,
) -> Result<bool> {
    if !store::close(conn, id, now).await? {
        return Ok(false);
    }
    due::forget(conn, Due::PollCloses(id)).await?;
    let Some((poll, _)) = store::get(conn, id, None).await? else { return Ok(true) };
    if !poll.rules.named {
        due::set(conn, Due::PollForgets(id), now).await?;
    }
    if poll.chat.is_some() {
        there::end(conn, &poll, now).await?;
        return Ok(true);
    }
    for lang in Lang::ALL {
        let card = view::card(lang, &poll, Viewer::asked(Picks::default()), now);
        outbox::store::bring_up_to_date(conn, Subject::Poll(id), lang, &card, pressed, now).await?;
    }
    refresh(conn, &poll, now).await?;
    if poll.people > 0 {
        tell(conn, &poll, now).await?;
    }
    Ok(true)
}

/// Those who answered, and who asked, get the result as a picture: editing a card makes no sound.
async fn tell(conn: &mut SqliteConnection, poll: &Poll, now: Moment) -> Result<()> {
    let Some(counts) = poll.counts(now).map(<[i64]>::to_vec) else { return Ok(()) };
    let concerned = store::concerned(conn, poll.id).await?;
    for lang in Lang::ALL {
        let people: Vec<PersonId> =
            concerned.iter().filter(|(_, theirs)| *theirs == lang).map(|(id, _)| *id).collect();
        if people.is_empty() {
            continue;
        }
        let (drawn, counts) = (poll.clone(), counts.clone());
        let pictures = tokio::task::spawn_blocking(move || view::result::pictures(lang, &drawn, &counts));
        for picture in pictures.await.context("Draw a poll")? {
            // A mailing reaches each person once.
            let mailing = outbox::store::insert_mailing(conn, Hold::Quiet, now).await?;
            let subject = Some(Subject::PollResult(poll.id));
            outbox::store::tell_those(conn, mailing, &people, lang, subject, &picture, now).await?;
        }
    }
    Ok(())
}

/// Brings the cards of people who answered up to date: one round for all answers since the last one.
pub async fn refresh_cards(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    for id in store::take_stale(conn).await? {
        let Some((poll, _)) = store::get(conn, id, None).await? else { continue };
        if poll.is_open(now) && poll.chat.is_some() {
            there::refresh(conn, &poll, now).await?;
        } else if poll.is_open(now) {
            refresh(conn, &poll, now).await?;
        }
    }
    Ok(())
}

/// Owes everyone who answered a card with their own answers marked.
async fn refresh(conn: &mut SqliteConnection, poll: &Poll, now: Moment) -> Result<()> {
    let mut cards = Vec::new();
    for (picks, lang) in store::kinds_of_answers(conn, poll.id).await? {
        let card = view::card(lang, poll, Viewer::asked(picks), now);
        let message = outbox::store::insert_message(conn, None, Some(Subject::Marks(poll.id)), &card).await?;
        cards.push((picks, lang, message));
    }
    store::refresh(conn, poll.id, &cards, now).await
}

/// Lets a poll without names forget who answered what, once the last cards with marks have left. `false`: later.
pub async fn forget(conn: &mut SqliteConnection, id: PollId, now: Moment) -> Result<bool> {
    let Some((poll, _)) = store::get(conn, id, None).await? else { return Ok(false) };
    let overdue = poll.closed_at.is_some_and(|at| at.after(UNDELIVERED) <= now);
    if !overdue && store::marks_wait(conn, id).await? {
        due::set(conn, Due::PollForgets(id), now.after(LOOK)).await?;
        return Ok(false);
    }
    store::forget(conn, id).await?;
    Ok(true)
}
