//! The door of a session: organizers show its QR code and see how many have come; whoever follows the link is there.

use std::time::Duration;

use anyhow::Result;
use sqlx::SqliteConnection;

use super::super::Session;
use super::super::room::{Door, Presence, on_arrival};
use super::super::store::{self, door, guests as invited};
use super::super::view::door as view;
use super::due as session_due;
use crate::acts::{self, Act};
use crate::clock::Moment;
use crate::cx::{Cx, Organizer, start_link};
use crate::due::{self, Due};
use crate::ids::SessionId;
use crate::l10n::Lang;
use crate::outbox::{self, Subject, Urgency};
use crate::people::{Person, flow::invites};
use crate::ui::view::{Reply, View};

/// How often the cards show another number, at most.
const COUNTED: Duration = Duration::from_secs(2);

/// The door of the session that is on, or of the next one.
pub async fn show_nearest(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    match store::nearest(&mut cx.tx, cx.now).await? {
        Some(id) => show(cx, organizer, id).await,
        None => Ok(Reply::send(super::list(cx).await?.headed(&view::none_ahead(cx.t())))),
    }
}

/// Shows the door. The card goes by the outbox, where it is found again when somebody comes in.
pub async fn show(cx: &mut Cx, _: Organizer, id: SessionId) -> Result<Reply> {
    let session = match with_door(cx, id).await? {
        Ok(session) => session,
        Err(refusal) => return Ok(refusal),
    };
    let code = match door::code(&mut cx.tx, id).await? {
        Some(code) => code,
        None => renewed(cx, id).await?,
    };
    // Of several on one phone the newest is kept up to date.
    door::let_go(&mut cx.tx, id, Some(cx.me.id)).await?;
    let presence = presence(&mut cx.tx, &session).await?;
    let link = cx.start_link(&code);
    let card = view::card(cx.t(), cx.me.lang, &session, &link, presence, cx.now, invites::qr(&link)?);
    let me = Person { blocked: false, ..cx.me.clone() };
    outbox::store::tell(&mut cx.tx, &me, Urgency::Awaited, Some(Subject::Door(id)), &card, cx.now).await?;
    Ok(Reply::toast(cx.t().door_toast()))
}

/// Asks whether to make another code.
pub async fn ask_to_renew(cx: &mut Cx, _: Organizer, id: SessionId) -> Result<Reply> {
    match with_door(cx, id).await? {
        Ok(session) => Ok(super::beside(cx, view::ask_to_renew(cx.t(), &session))),
        Err(refusal) => Ok(refusal),
    }
}

/// The old code opens nothing any more: its cards say so, and the new one comes.
pub async fn renew(cx: &mut Cx, organizer: Organizer, id: SessionId) -> Result<Reply> {
    let session = match with_door(cx, id).await? {
        Ok(session) => session,
        Err(refusal) => return Ok(refusal),
    };
    for lang in Lang::ALL {
        let void = view::void(lang.texts(), &session);
        let words = outbox::store::insert_message(&mut cx.tx, None, None, &void).await?;
        door::refresh(&mut cx.tx, id, lang, words, cx.now).await?;
    }
    door::let_go(&mut cx.tx, id, None).await?;
    renewed(cx, id).await?;
    acts::note(cx, Act::RenewedDoor(id)).await?;
    show(cx, organizer, id).await?;
    Ok(Reply::edit(view::renewed(cx.t(), &session)).toasting(cx.t().door_toast()))
}

async fn renewed(cx: &mut Cx, id: SessionId) -> Result<String> {
    let code = cx.code();
    door::set_code(&mut cx.tx, id, &code).await?;
    Ok(code)
}

/// A session whose door still opens, or why there is none.
async fn with_door(cx: &mut Cx, id: SessionId) -> Result<Result<Session, Reply>> {
    let Some(session) = store::get(&mut cx.tx, id).await? else {
        return Ok(Err(Reply::toast(cx.t().session_gone())));
    };
    Ok(match session.door(cx.now) {
        Door::Cancelled => Err(Reply::toast(cx.t().session_is_cancelled())),
        Door::Over => Err(Reply::toast(cx.t().session_is_over())),
        Door::Early(_) | Door::Open => Ok(session),
    })
}

/// Somebody who is in the network follows the link on the door; none: it is no door's. Whoever was not on the list
/// becomes a guest: they stand there.
pub async fn enter(cx: &mut Cx, code: &str) -> Result<Option<Reply>> {
    let Some(id) = door::by_code(&mut cx.tx, code).await? else { return Ok(None) };
    let Some(session) = store::get(&mut cx.tx, id).await? else { return Ok(None) };
    let door = session.door(cx.now);
    if door != Door::Open {
        let is_guest = invited::answer_of(&mut cx.tx, id, cx.me.id).await?.is_some();
        return Ok(Some(Reply::send(view::shut(cx.t(), cx.me.lang, &session, door, is_guest, cx.now))));
    }
    let how = on_arrival(&session.details);
    let is_new = door::check_in(&mut cx.tx, id, cx.me.id, how, cx.now).await?;
    if is_new {
        has_changed(&mut cx.tx, id, cx.now).await?;
    }
    Ok(Some(Reply::send(view::you_are_here(cx.t(), &session, is_new))))
}

/// Somebody is there, or is not after all: the cards will show it, and a place may be free.
pub async fn has_changed(conn: &mut SqliteConnection, id: SessionId, now: Moment) -> Result<()> {
    due::no_later_than(conn, Due::Door(id), now.after(COUNTED)).await?;
    session_due::look_at(conn, id, now).await
}

/// How many are there, of how many who come.
pub async fn presence(conn: &mut SqliteConnection, session: &Session) -> Result<Presence> {
    door::presence(conn, session.id, on_arrival(&session.details)).await
}

/// Brings the cards of a door up to date, on all organizers' phones.
pub async fn refresh(conn: &mut SqliteConnection, id: SessionId, bot_name: &str, now: Moment) -> Result<()> {
    let cards = door::cards(conn, id).await?;
    if cards.waiting {
        // One is on its way and shows an older number.
        due::set(conn, Due::Door(id), now.after(COUNTED)).await?;
    }
    let (Some(session), Some(code)) = (store::get(conn, id).await?, door::code(conn, id).await?) else {
        return Ok(());
    };
    if !cards.shown {
        return Ok(());
    }
    let (presence, link) = (presence(conn, &session).await?, start_link(bot_name, &code));
    for lang in Lang::ALL {
        let card: View = view::counted(lang.texts(), lang, &session, &link, presence, now);
        let words = outbox::store::insert_message(conn, None, None, &card).await?;
        door::refresh(conn, id, lang, words, now).await?;
    }
    Ok(())
}
