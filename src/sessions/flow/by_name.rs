//! Letting people in by name: whoever has no phone at hand, or no Telegram at all.

use anyhow::Result;

use super::super::Session;
use super::super::room::{Arrival, on_arrival};
use super::super::store::{self, door as arrived};
use super::super::view::by_name as view;
use super::door;
use crate::acts::{self, Act};
use crate::alphabet::is_called;
use crate::cx::{Cx, Organizer};
use crate::ids::{PersonId, SessionId};
use crate::text::Unfit;
use crate::ui::state::{Name, State};
use crate::ui::view::{Paging, Reply, View};

/// How many a page shows.
const PAGE: u32 = 8;

/// Those who may come in and are not there yet, or those found by what was typed. `page`: none: all of them again.
pub async fn list(cx: &mut Cx, _: Organizer, id: SessionId, page: Option<u32>) -> Result<Reply> {
    let session = match around(cx, id).await? {
        Ok(session) => session,
        Err(why) => return Ok(Reply::toast(why)),
    };
    let typed = match &cx.dialogue.now {
        State::LettingIn(of, typed) if *of == id && page.is_some() => typed.clone(),
        _ => None,
    };
    ask_for(cx, id, typed);
    let screen = screen(cx, &session, page.unwrap_or(0), None).await?;
    Ok(super::beside(cx, screen))
}

/// A part of a name was typed.
pub async fn typed(cx: &mut Cx, _: Organizer, id: SessionId, typed: &str) -> Result<Reply> {
    let session = match around(cx, id).await? {
        Ok(session) => session,
        Err(why) => {
            cx.dialogue.finish();
            return Ok(Reply::send(view::shut(cx.t(), why)));
        }
    };
    match Name::parse_line(typed) {
        Ok(name) => ask_for(cx, id, Some(name)),
        Err(Unfit::Empty) => {}
        Err(Unfit::TooLong { limit, length }) => {
            return Ok(Reply::send(super::super::view::word_too_long(cx.t(), length, limit)));
        }
    }
    Ok(Reply::send(screen(cx, &session, 0, None).await?))
}

/// Notes that somebody is there, or that it was the wrong person.
pub async fn note(cx: &mut Cx, _: Organizer, id: SessionId, person: PersonId, here: bool) -> Result<Reply> {
    let session = match around(cx, id).await? {
        Ok(session) => session,
        Err(why) => return Ok(Reply::toast(why)),
    };
    let all = arrived::arrivals(&mut cx.tx, id).await?;
    let Some(who) = all.into_iter().find(|one| one.id == person) else {
        return Ok(Reply::toast(cx.t().arrival_gone()));
    };
    let is_new = if here {
        arrived::check_in(&mut cx.tx, id, person, on_arrival(&session.details), cx.now).await?
    } else {
        arrived::take_back(&mut cx.tx, id, person).await?
    };
    if is_new {
        acts::note(cx, Act::LetIn(id, Some(person), here)).await?;
        door::has_changed(&mut cx.tx, id, cx.now).await?;
    }
    ask_for(cx, id, None);
    let name = who.name.plain().to_owned();
    let toast = if here { cx.t().arrival_noted(name) } else { cx.t().arrival_taken_back(name) };
    let last = Arrival { here, ..who };
    Ok(Reply::edit(screen(cx, &session, 0, Some(&last)).await?).toasting(toast))
}

/// Nobody else for now.
pub async fn done(cx: &mut Cx, organizer: Organizer, id: SessionId) -> Result<Reply> {
    if matches!(cx.dialogue.now, State::LettingIn(of, _) if of == id) {
        cx.dialogue.finish();
    }
    super::guests::manage(cx, organizer, id).await
}

/// What the dialogue asks for now.
pub async fn ask(cx: &mut Cx, _: Organizer, id: SessionId) -> Result<Option<View>> {
    match around(cx, id).await? {
        Ok(session) => Ok(Some(screen(cx, &session, 0, None).await?)),
        Err(_) => Ok(None),
    }
}

/// The next words are a part of a name.
fn ask_for(cx: &mut Cx, id: SessionId, typed: Option<Name>) {
    match &mut cx.dialogue.now {
        State::LettingIn(of, kept) if *of == id => *kept = typed,
        _ => cx.dialogue.begin(State::LettingIn(id, typed)),
    }
}

async fn screen(cx: &mut Cx, session: &Session, page: u32, last: Option<&Arrival>) -> Result<View> {
    let typed = match &cx.dialogue.now {
        State::LettingIn(_, typed) => typed.clone(),
        _ => None,
    };
    let mut all = arrived::arrivals(&mut cx.tx, session.id).await?;
    all.retain(|one| match &typed {
        Some(typed) => is_called(one.name.plain(), typed.plain()),
        None => one.is_awaited(),
    });
    let presence = door::presence(&mut cx.tx, session).await?;
    let (found, at) = (all.len(), Paging::new(page, PAGE, all.len()));
    let shown: Vec<_> = at.cut(all).collect();
    let list = view::List { shown: &shown, at, found, typed: typed.as_ref(), last };
    Ok(view::list(cx.t(), session, presence, &list))
}

/// The session, while people can be noted as being there; else why not. Whoever has joined since it was announced, or
/// was added without Telegram, is on the list, too.
async fn around(cx: &mut Cx, id: SessionId) -> Result<Result<Session, String>> {
    let Some(session) = store::get(&mut cx.tx, id).await? else { return Ok(Err(cx.t().session_gone())) };
    if session.cancelled {
        return Ok(Err(cx.t().session_is_cancelled()));
    }
    if !session.is_around(cx.now) {
        return Ok(Err(view::not_now(cx.t(), cx.me.lang, &session, cx.now)));
    }
    super::guests::invite_since(&mut cx.tx, &session).await?;
    Ok(Ok(session))
}
