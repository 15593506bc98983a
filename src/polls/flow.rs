//! Making, answering and closing quick polls.

use anyhow::Result;
use sqlx::SqliteConnection;

use super::{Poll, read, store, view};
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::ids::PollId;
use crate::l10n::Lang;
use crate::outbox::{self, Subject};
use crate::ui::action::Audience;
use crate::ui::state::State;
use crate::ui::view::{Reply, View};

/// How many polls are listed.
const LISTED: i64 = 8;

/// All polls.
pub async fn list(cx: &mut Cx) -> Result<View> {
    let polls = store::list(&mut cx.tx, cx.me.id, LISTED).await?;
    Ok(view::list(cx.t(), &polls, cx.organizer().is_some()))
}

/// One poll, as the person may see it.
pub async fn show(cx: &mut Cx, id: PollId) -> Result<Reply> {
    let Some(poll) = store::get(&mut cx.tx, id).await? else { return Ok(Reply::toast(cx.t().poll_gone())) };
    let mine = store::answer_of(&mut cx.tx, id, cx.me.id).await?;
    let watching = cx.organizer().is_some();
    Ok(Reply::edit(view::card(cx.t(), &poll, mine, watching)))
}

/// One tap answers; another one changes the answer. `watching`: on the screen that an organizer watches.
pub async fn answer(cx: &mut Cx, id: PollId, option: u8, watching: bool) -> Result<Reply> {
    let watching = watching && cx.organizer().is_some();
    let taken = store::answer(&mut cx.tx, id, cx.me.id, option).await?;
    let Some(poll) = store::get(&mut cx.tx, id).await? else { return Ok(Reply::toast(cx.t().poll_gone())) };
    match poll.answers.get(usize::from(option)) {
        Some((words, _)) if taken => {
            let toast = cx.t().poll_answered(words.beginning(100));
            Ok(Reply::edit(view::card(cx.t(), &poll, Some(option), watching)).toasting(toast))
        }
        _ if !poll.open => Ok(show(cx, id).await?.toasting(cx.t().poll_is_closed())),
        _ => Ok(Reply::toast(cx.t().button_stale())),
    }
}

/// Asks for question and answers in one message.
pub fn start(cx: &mut Cx, _: Organizer) -> Reply {
    if !cx.dialogue.resume(|state| matches!(state, State::MakingPoll(_))) {
        cx.dialogue.begin(State::MakingPoll(None));
    }
    Reply::send(ask(cx))
}

/// What the dialogue asks for now.
pub fn ask(cx: &Cx) -> View {
    match &cx.dialogue.now {
        State::MakingPoll(Some(draft)) => view::preview(cx.t(), draft),
        _ => view::ask(cx.t()),
    }
}

/// The message with question and answers came.
pub fn said(cx: &mut Cx, _: Organizer, typed: &str) -> Reply {
    match read(typed) {
        Ok(draft) => {
            let preview = view::preview(cx.t(), &draft);
            cx.dialogue.now = State::MakingPoll(Some(draft));
            Reply::send(preview)
        }
        Err(why) => Reply::send(view::not_a_poll(cx.t(), &why)),
    }
}

/// Asks for another message.
pub fn reword(cx: &mut Cx, _: Organizer) -> Reply {
    match cx.dialogue.now {
        State::MakingPoll(_) => Reply::send(view::ask(cx.t())).stripping(),
        _ => Reply::toast(cx.t().draft_gone()).stripping(),
    }
}

/// Sends the poll to everyone.
pub async fn send(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    let State::MakingPoll(Some(draft)) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let id = store::insert(&mut cx.tx, &draft, cx.now).await?;
    let answers = draft.answers.into_iter().map(|words| (words, 0)).collect();
    let poll = Poll { id, question: draft.question, open: true, answers };
    let mailing = outbox::store::insert_mailing(&mut cx.tx, cx.now).await?;
    for lang in Lang::ALL {
        let card = view::card(lang.texts(), &poll, None, false);
        let subject = Some(Subject::Poll(id));
        outbox::store::tell_audience(&mut cx.tx, mailing, Audience::EVERYONE, lang, subject, &card, cx.now)
            .await?;
    }
    cx.dialogue.finish();
    Ok(Reply::edit(view::sent(cx.t(), &poll)).toasting(cx.t().poll_sent_toast()))
}

/// Closes the poll; all cards show what came of it.
pub async fn close(cx: &mut Cx, _: Organizer, id: PollId) -> Result<Reply> {
    let closed = store::close(&mut cx.tx, id, cx.now).await?;
    if let Some(poll) = store::get(&mut cx.tx, id).await?.filter(|_| closed) {
        let mine = cx.press.as_ref().and_then(|press| press.message).map(|no| (cx.me.telegram, no));
        for lang in Lang::ALL {
            let card = view::card(lang.texts(), &poll, None, false);
            outbox::store::bring_up_to_date(&mut cx.tx, Subject::Poll(id), lang, &card, mine, cx.now).await?;
        }
        refresh(&mut cx.tx, &poll, cx.now).await?;
    }
    Ok(show(cx, id).await?.toasting(cx.t().poll_closed_toast()))
}

/// Brings the cards of people who answered up to date: one round for all answers since the last one.
pub async fn refresh_cards(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    for id in store::take_stale(conn).await? {
        let Some(poll) = store::get(conn, id).await?.filter(|poll| poll.open) else { continue };
        refresh(conn, &poll, now).await?;
    }
    Ok(())
}

/// Owes everyone who answered a card with their own answer marked.
async fn refresh(conn: &mut SqliteConnection, poll: &Poll, now: Moment) -> Result<()> {
    for lang in Lang::ALL {
        for (position, (_, count)) in (0u8..).zip(&poll.answers) {
            if *count > 0 {
                let card = view::card(lang.texts(), poll, Some(position), false);
                let message = outbox::store::insert_message(conn, None, None, &card).await?;
                store::refresh(conn, poll.id, position, lang, message, now).await?;
            }
        }
    }
    Ok(())
}
