//! An announcement goes: now, or when its time has come. Who is in its audience is asked at that moment.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::super::store::Planned;
use super::super::{Announcement, Stage, store, view};
use super::{ask, screen};
use crate::acts::{self, Act};
use crate::audiences::flow as audiences;
use crate::chats;
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::due::{self, Due};
use crate::ids::AnnouncementId;
use crate::keys::Keys;
use crate::l10n::Lang;
use crate::outbox::{self, Hold, Urgency};
use crate::people;
use crate::ui::state::{AnnouncementDraft, AudienceDraft, State};
use crate::ui::view::{Body, Reply, View};

/// Sends what is being made. The confirming screen becomes the card that shows how far it has come.
pub async fn send(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    let Some((content, audience, draft)) = whole(cx) else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let planned =
        Planned { content: &content, audience: &audience, chats: &draft.chats, asks: draft.asks, at: None };
    let people = audiences::reached(&mut cx.tx, &cx.keys, &audience, cx.now).await?;
    if audience.told(people.count, cx.small_group) == 0 {
        return Ok(Reply::alert(cx.t().announce_nobody()));
    }
    let id = match draft.editing {
        Some(id) if !store::change(&mut cx.tx, id, &planned).await? => return too_late(cx, id).await,
        Some(id) => id,
        None => store::insert(&mut cx.tx, cx.me.id, &planned).await?,
    };
    cx.dialogue.finish();
    send_now(cx, organizer, id).await
}

/// What the draft has come to; none: something is missing.
fn whole(cx: &Cx) -> Option<(crate::ui::view::Content, crate::ui::audience::Audience, AnnouncementDraft)> {
    match &cx.dialogue.now {
        State::Announcing(draft) => match (&draft.content, &draft.audience) {
            (Some(content), AudienceDraft::Chosen(audience)) => {
                Some((content.clone(), audience.clone(), draft.clone()))
            }
            _ => None,
        },
        _ => None,
    }
}

/// It has gone, or was taken back, while it was being changed.
async fn too_late(cx: &mut Cx, id: AnnouncementId) -> Result<Reply> {
    cx.dialogue.finish();
    Ok(screen(cx, id).await?.toasting(cx.t().announce_waits_no_more()))
}

/// Sends one that waits.
pub async fn send_now(cx: &mut Cx, _: Organizer, id: AnnouncementId) -> Result<Reply> {
    let Some(announcement) = store::get(&mut cx.tx, id).await?.filter(Announcement::waits) else {
        return Ok(screen(cx, id).await?.toasting(cx.t().announce_waits_no_more()));
    };
    due::forget(&mut cx.tx, Due::Announcement(id)).await?;
    let (keys, hold) = (cx.keys.clone(), cx.hold);
    if !go(&mut cx.tx, &keys, cx.small_group, &announcement, hold, cx.now).await? {
        return Ok(Reply::alert(cx.t().announce_nobody()));
    }
    acts::note(cx, Act::SentAnnouncement(id)).await?;
    screen(cx, id).await
}

/// Keeps what is being made until its time; one that is being changed takes its new shape.
pub async fn schedule(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    let Some((content, audience, draft)) = whole(cx) else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let Some(at) = draft.at else { return Ok(Reply::edit(ask(cx, organizer).await?)) };
    if at <= cx.now {
        // The draft lay about until its own time had passed.
        return Ok(Reply::alert(cx.t().announce_time_passed()));
    }
    let (chats, asks) = (&draft.chats[..], draft.asks);
    let planned = Planned { content: &content, audience: &audience, chats, asks, at: Some(at) };
    let id = match draft.editing {
        Some(id) if !store::change(&mut cx.tx, id, &planned).await? => return too_late(cx, id).await,
        Some(id) => id,
        None => store::insert(&mut cx.tx, cx.me.id, &planned).await?,
    };
    due::set(&mut cx.tx, Due::Announcement(id), at).await?;
    let act =
        if draft.editing.is_some() { Act::ChangedAnnouncement(id) } else { Act::ScheduledAnnouncement(id) };
    acts::note(cx, act).await?;
    cx.dialogue.finish();
    Ok(screen(cx, id).await?.toasting(cx.t().announce_scheduled_toast()))
}

/// Takes one that waits up again, as a draft.
pub async fn change(cx: &mut Cx, organizer: Organizer, id: AnnouncementId) -> Result<Reply> {
    let Some(announcement) = store::get(&mut cx.tx, id).await?.filter(Announcement::waits) else {
        return Ok(screen(cx, id).await?.toasting(cx.t().announce_waits_no_more()));
    };
    let Stage::Waiting(at) = announcement.stage else { return Ok(Reply::default()) };
    cx.dialogue.begin(State::Announcing(AnnouncementDraft {
        content: announcement.content,
        audience: AudienceDraft::Chosen(announcement.audience),
        chats: announcement.chats,
        asks: announcement.asks,
        at,
        editing: Some(id),
        ..AnnouncementDraft::default()
    }));
    super::leave(cx).await?;
    Ok(Reply::edit(ask(cx, organizer).await?))
}

/// Its time has come.
pub async fn act(
    conn: &mut SqliteConnection,
    keys: &Keys,
    least: u32,
    id: AnnouncementId,
    now: Moment,
) -> Result<()> {
    let Some(announcement) = store::get(conn, id).await?.filter(Announcement::waits) else { return Ok(()) };
    if go(conn, keys, least, &announcement, Hold::Quiet, now).await? {
        return store::has_news(conn, id).await;
    }
    // Nobody is in it: those it was for have voted, or left. Whoever planned it decides what to do.
    store::set_idle(conn, id).await?;
    let author = match announcement.author {
        Some(author) => people::store::get(conn, author).await?.map(|(author, _)| author),
        None => None,
    };
    match author {
        Some(author) => {
            let word = view::list::went_to_nobody(author.lang.texts(), id);
            outbox::store::tell(conn, &author, Urgency::Awaited, None, &word, now).await
        }
        None => Ok(()),
    }
}

/// Owes it to everybody in its audience, and in the chats where it is posted. `false`: there is nobody.
async fn go(
    conn: &mut SqliteConnection,
    keys: &Keys,
    least: u32,
    announcement: &Announcement,
    hold: Hold,
    now: Moment,
) -> Result<bool> {
    let people = audiences::reached(conn, keys, &announcement.audience, now).await?;
    if announcement.audience.told(people.count, least) == 0 {
        return Ok(false);
    }
    let content = announcement.content.clone().context("What waits says something")?;
    let mailing = outbox::store::insert_mailing(conn, hold, now).await?;
    for lang in Lang::ALL {
        let message =
            view::announcement(lang.texts(), announcement.id, content.clone(), announcement.asks, false);
        outbox::store::tell_people(conn, mailing, &people, lang, None, &message, now).await?;
    }
    let posted = |_| View::showing(Body::Copy(content.clone()));
    chats::flow::post(conn, mailing, &announcement.chats, None, posted, now).await?;
    store::set_sent(conn, announcement.id, mailing, now).await?;
    Ok(true)
}
