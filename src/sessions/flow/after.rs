//! After a session: minutes and materials, and how people found it.

use anyhow::Result;
use sqlx::SqliteConnection;

use super::super::store::{self, after as kept};
use super::super::view::after as view;
use super::super::{MARKS, QUESTIONS, Results, Session};
use crate::acts::{self, Act};
use crate::announcements::fits;
use crate::audiences::flow as audiences;
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::ids::SessionId;
use crate::l10n::Lang;
use crate::ui::audience::Audience;
use crate::ui::state::State;
use crate::ui::view::{Body, Content, Reply, View};
use crate::{outbox, polls, votes};

/// How many votes and polls a page shows, each.
const RESULTS: i64 = 6;

/// What was opened while a session lasted.
pub async fn results(conn: &mut SqliteConnection, session: &Session) -> Result<Results> {
    let (from, until): (Moment, Moment) = (session.details.span.starts, session.details.span.over());
    if session.cancelled {
        return Ok(Results::default());
    }
    Ok(Results {
        votes: votes::store::opened_between(conn, from, until, RESULTS).await?,
        polls: polls::store::opened_between(conn, from, until, RESULTS).await?,
    })
}

/// Asks for the minutes.
pub async fn ask_minutes(cx: &mut Cx, _: Organizer, id: SessionId) -> Result<Reply> {
    if store::title(&mut cx.tx, id).await?.is_none() {
        return Ok(Reply::toast(cx.t().session_gone()));
    }
    cx.dialogue.begin(State::WritingMinutes(id, None));
    Ok(Reply::send(view::ask_minutes(cx.t())))
}

/// What the dialogue asks for now.
pub async fn ask(cx: &mut Cx, _: Organizer) -> Result<View> {
    let State::WritingMinutes(id, Some(_)) = cx.dialogue.now else { return Ok(view::ask_minutes(cx.t())) };
    let size = audiences::reached(&mut cx.tx, &cx.keys, &Audience::guests(id), cx.now).await?.count;
    Ok(view::confirm_minutes(cx.t(), size))
}

/// The minutes came.
pub async fn said_minutes(
    cx: &mut Cx,
    organizer: Organizer,
    id: SessionId,
    content: Content,
) -> Result<Reply> {
    if let Err(limit) = fits(&content) {
        return Ok(Reply::send(crate::announcements::view::too_long(cx.t(), limit)));
    }
    cx.dialogue.now = State::WritingMinutes(id, Some(content.clone()));
    let next = ask(cx, organizer).await?;
    Ok(Reply::send(View::showing(Body::Copy(content))).and_send(next))
}

/// Sends the minutes to everyone who was invited, and keeps them at the session.
pub async fn send_minutes(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    let State::WritingMinutes(id, Some(content)) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    cx.dialogue.finish();
    let Some(session) = store::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().session_gone()).stripping());
    };
    kept::keep(&mut cx.tx, id, true, &content, cx.now).await?;
    let people = audiences::reached(&mut cx.tx, &cx.keys, &Audience::guests(id), cx.now).await?;
    acts::note(cx, Act::SentMinutes(id)).await?;
    let mailing = outbox::store::insert_mailing(&mut cx.tx, cx.hold, cx.now).await?;
    for lang in Lang::ALL {
        let word = view::minutes(lang.texts(), id, content.clone());
        outbox::store::tell_people(&mut cx.tx, mailing, &people, lang, None, &word, cx.now).await?;
    }
    Ok(Reply::edit(view::minutes_sent(cx.t(), &session)).toasting(cx.t().session_minutes_toast()))
}

/// Asks for files and links; each that comes stays at the session.
pub async fn ask_materials(cx: &mut Cx, _: Organizer, id: SessionId) -> Result<Reply> {
    if store::title(&mut cx.tx, id).await?.is_none() {
        return Ok(Reply::toast(cx.t().session_gone()));
    }
    cx.dialogue.begin(State::AddingMaterials(id));
    Ok(Reply::send(view::ask_materials(cx.t())))
}

/// A file or a link came.
pub async fn add_material(cx: &mut Cx, _: Organizer, id: SessionId, content: Content) -> Result<Reply> {
    if let Err(limit) = fits(&content) {
        return Ok(Reply::send(crate::announcements::view::too_long(cx.t(), limit)));
    }
    if store::title(&mut cx.tx, id).await?.is_none() {
        cx.dialogue.finish();
        return Ok(Reply::send(super::list(cx).await?));
    }
    kept::keep(&mut cx.tx, id, false, &content, cx.now).await?;
    acts::note(cx, Act::AddedMaterial(id)).await?;
    let count = kept::materials(&mut cx.tx, id).await?.iter().filter(|kept| !kept.minutes).count();
    Ok(Reply::send(view::material_added(cx.t(), count)))
}

/// No more files and links.
pub async fn materials_done(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    let State::AddingMaterials(id) = cx.dialogue.now else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    cx.dialogue.finish();
    super::show(cx, id).await
}

/// A mark for a session; the next question follows.
pub async fn mark(cx: &mut Cx, id: SessionId, question: u8, mark: u8) -> Result<Reply> {
    let came = kept::who_came(&mut cx.tx, id).await?.contains(&cx.me.id);
    let past = store::get(&mut cx.tx, id).await?.filter(|session| session.is_past(cx.now));
    let Some(session) = past.filter(|session| came && !session.cancelled) else {
        return Ok(Reply::toast(cx.t().button_stale()).stripping());
    };
    if question >= QUESTIONS || mark >= MARKS {
        return Ok(Reply::toast(cx.t().button_stale()));
    }
    kept::mark(&mut cx.tx, id, cx.me.id, question, mark).await?;
    let next = view::feedback(cx.t(), &session, question + 1);
    Ok(Reply::edit(next).toasting(cx.t().feedback_toast()))
}

/// How people found it, in sums. Where few answered there are none, so that nobody is given away.
pub async fn sums(cx: &mut Cx, _: Organizer, id: SessionId) -> Result<Reply> {
    let Some(session) = store::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().session_gone()));
    };
    let sums = kept::sums(&mut cx.tx, id).await?;
    let asked = kept::who_came(&mut cx.tx, id).await?.len();
    Ok(Reply::edit(view::sums(cx.t(), &session, &sums, asked, cx.small_group)))
}
