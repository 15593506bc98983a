//! Writing to the organizers, and answering.

use anyhow::Result;

use super::{store, view};
use crate::acts::{self, Act};
use crate::announcements::fits;
use crate::cx::{Cx, Moderator};
use crate::ids::LetterId;
use crate::outbox::{self, Urgency};
use crate::people::{self, Person};
use crate::ui::state::State;
use crate::ui::view::{Content, Reply, View};

/// Begins a letter.
pub fn start(cx: &mut Cx) -> Reply {
    if !cx.dialogue.resume(|state| matches!(state, State::WritingLetter(_))) {
        cx.dialogue.begin(State::WritingLetter(None));
    }
    Reply::send(ask(cx))
}

/// What the dialogue asks for now.
pub fn ask(cx: &Cx) -> View {
    match &cx.dialogue.now {
        State::WritingLetter(Some(_)) => view::preview(cx.t()),
        _ => view::ask(cx.t()),
    }
}

/// The words of the letter came.
pub fn said(cx: &mut Cx, content: Content) -> Reply {
    if let Err(limit) = fits(&content) {
        return Reply::send(crate::announcements::view::too_long(cx.t(), limit));
    }
    cx.dialogue.now = State::WritingLetter(Some(content));
    Reply::send(view::preview(cx.t()))
}

/// Sends the letter.
pub async fn send(cx: &mut Cx) -> Result<Reply> {
    match cx.dialogue.now.clone() {
        State::WritingLetter(Some(content)) => pass_on(cx, content).await,
        _ => Ok(Reply::toast(cx.t().draft_gone()).stripping()),
    }
}

/// Sends words said out of the blue as a letter.
pub async fn send_offered(cx: &mut Cx) -> Result<Reply> {
    match cx.dialogue.now.clone() {
        State::Offered(content) => pass_on(cx, content).await,
        _ => Ok(Reply::toast(cx.t().offer_gone()).stripping()),
    }
}

async fn pass_on(cx: &mut Cx, content: Content) -> Result<Reply> {
    let organizers: Vec<Person> = people::store::moderators(&mut cx.tx).await?;
    let organizers: Vec<Person> = organizers.into_iter().filter(|o| o.joined && !o.blocked).collect();
    if organizers.is_empty() {
        return Ok(Reply::alert(cx.t().letter_nobody()));
    }
    if let Err(limit) = fits(&content) {
        return Ok(Reply::send(crate::announcements::view::too_long(cx.t(), limit)));
    }
    let id = store::insert(&mut cx.tx, cx.me.id, &content, cx.now).await?;
    for organizer in organizers {
        for card in view::cards(organizer.lang.texts(), id, cx.me.name.as_ref(), &content) {
            outbox::store::tell(&mut cx.tx, &organizer, Urgency::Awaited, None, &card, cx.now).await?;
        }
    }
    cx.dialogue.finish();
    Ok(Reply::edit(view::sent(cx.t())))
}

/// An organizer is about to answer.
pub async fn start_answer(cx: &mut Cx, _: Moderator, id: LetterId) -> Result<Reply> {
    let Some((writer, answered)) = writer(cx, id).await? else {
        return Ok(Reply::alert(cx.t().letter_gone()));
    };
    cx.dialogue.begin(State::AnsweringLetter(id));
    Ok(Reply::send(view::ask_answer(cx.t(), writer.name.as_ref(), answered)))
}

/// The question of that dialogue, asked again.
pub async fn ask_answer(cx: &mut Cx, _: Moderator, id: LetterId) -> Result<View> {
    Ok(match writer(cx, id).await? {
        Some((writer, answered)) => view::ask_answer(cx.t(), writer.name.as_ref(), answered),
        None => view::gone(cx.t()),
    })
}

/// The answer was written.
pub async fn answer(cx: &mut Cx, _: Moderator, id: LetterId, content: Content) -> Result<Reply> {
    let Some((writer, _)) = writer(cx, id).await? else {
        cx.dialogue.finish();
        return Ok(Reply::send(view::gone(cx.t())));
    };
    if let Err(limit) = fits(&content) {
        return Ok(Reply::send(crate::announcements::view::too_long(cx.t(), limit)));
    }
    for message in view::answer(writer.lang.texts(), &content) {
        outbox::store::tell(&mut cx.tx, &writer, Urgency::Awaited, None, &message, cx.now).await?;
    }
    store::mark_answered(&mut cx.tx, id, cx.me.id, cx.now).await?;
    acts::note(cx, Act::AnsweredLetter(id)).await?;
    cx.dialogue.finish();
    Ok(Reply::send(view::answered(cx.t())))
}

async fn writer(cx: &mut Cx, id: LetterId) -> Result<Option<(Person, bool)>> {
    let Some(letter) = store::get(&mut cx.tx, id).await? else { return Ok(None) };
    let Some(from) = letter.from else { return Ok(None) };
    Ok(people::store::get(&mut cx.tx, from).await?.map(|(person, _)| (person, letter.answered)))
}
