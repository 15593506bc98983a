//! Announcing: any message, an audience, a preview with the number of people; then it goes, at once or at its time
//! ([`sending`]), is watched, changed and taken back ([`after`]), and confirmed by who reads it ([`reading`]).

pub mod after;
pub mod reading;
pub mod sending;

use anyhow::Result;
use sqlx::SqliteConnection;

use super::{Announcement, Standing, fits, store, view};
use crate::acts::{self, Act};
use crate::audiences::flow as audiences;
use crate::chats;
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::ids::{AnnouncementId, ChatId};
use crate::l10n::Lang;
use crate::outbox::{self, Progress, store::MailingState};
use crate::people;
use crate::ui::audience::Audience;
use crate::ui::state::{AnnouncementDraft, AudienceDraft, State};
use crate::ui::view::{Body, Content, Paging, Reply, View};
use crate::when;

/// How many announcements a page shows.
const PAGE: u32 = 8;

/// Begins, or goes on with one that was left.
pub async fn start(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    if !cx.dialogue.resume(|state| matches!(state, State::Announcing(_))) {
        cx.dialogue.begin(State::Announcing(AnnouncementDraft::default()));
    }
    Ok(Reply::send(ask(cx, organizer).await?))
}

/// Begins a message to an audience that is known already.
pub async fn start_for(cx: &mut Cx, organizer: Organizer, audience: Audience) -> Result<Reply> {
    if audiences::said(&mut cx.tx, cx.me.lang, &audience).await?.is_none() {
        return Ok(Reply::toast(cx.t().button_stale()));
    }
    let draft =
        AnnouncementDraft { audience: AudienceDraft::Chosen(audience), ..AnnouncementDraft::default() };
    cx.dialogue.begin(State::Announcing(draft));
    Ok(Reply::send(ask(cx, organizer).await?))
}

/// What the dialogue asks for now.
pub async fn ask(cx: &mut Cx, _: Organizer) -> Result<View> {
    let State::Announcing(draft) = cx.dialogue.now.clone() else { return Ok(view::ask_content(cx.t())) };
    match (&draft.content, &draft.audience) {
        (None, _) => Ok(view::ask_content(cx.t())),
        (Some(_), AudienceDraft::NotChosen) => ask_audience(cx).await,
        (Some(_), AudienceDraft::Chosen(_)) if draft.timing => Ok(view::ask_time(cx.t())),
        (Some(_), AudienceDraft::Chosen(audience)) => confirm(cx, &draft, audience).await,
    }
}

async fn ask_audience(cx: &mut Cx) -> Result<View> {
    let everyone = audiences::everyone(&mut cx.tx).await?.count;
    let groups = audiences::groups(&mut cx.tx).await?;
    Ok(view::ask_audience(cx.t(), cx.me.lang, everyone, &groups))
}

async fn confirm(cx: &mut Cx, draft: &AnnouncementDraft, audience: &Audience) -> Result<View> {
    let size = audiences::reached(&mut cx.tx, &cx.keys, audience, cx.now).await?.count;
    let size = audience.told(size, cx.small_group);
    let said = audiences::said(&mut cx.tx, cx.me.lang, audience).await?.unwrap_or_default();
    let chats = chats::flow::choices(&mut cx.tx, &draft.chats).await?;
    Ok(view::confirm(cx.t(), cx.me.lang, draft, &said, size, &chats, cx.now))
}

/// Words came: the message, or the time at which it is to go.
pub async fn said(cx: &mut Cx, organizer: Organizer, content: Content) -> Result<Reply> {
    let (t, now) = (cx.t(), cx.now);
    if let State::Announcing(draft) = &mut cx.dialogue.now
        && draft.timing
    {
        let Some(at) = when::understand(&content.text, now) else {
            return Ok(Reply::send(view::time_not_understood(t)));
        };
        (draft.at, draft.timing) = (Some(at), false);
        return Ok(Reply::send(ask(cx, organizer).await?));
    }
    if let Err(limit) = fits(&content) {
        return Ok(Reply::send(view::too_long(cx.t(), limit)));
    }
    if let State::Announcing(draft) = &mut cx.dialogue.now {
        draft.content = Some(content.clone());
    }
    let next = ask(cx, organizer).await?;
    Ok(Reply::send(View::showing(Body::Copy(content))).and_send(next))
}

/// A button of the confirming screen changed something.
async fn rework(
    cx: &mut Cx,
    organizer: Organizer,
    rework: impl FnOnce(&mut AnnouncementDraft),
) -> Result<Reply> {
    match &mut cx.dialogue.now {
        State::Announcing(draft) => rework(draft),
        _ => return Ok(Reply::toast(cx.t().draft_gone()).stripping()),
    }
    Ok(Reply::edit(ask(cx, organizer).await?))
}

/// Whether it is posted in a group, too.
pub async fn also_in(cx: &mut Cx, organizer: Organizer, chat: ChatId, wanted: bool) -> Result<Reply> {
    rework(cx, organizer, |draft| chats::choose(&mut draft.chats, chat, wanted)).await
}

/// Whether people are asked to say that they have read it.
pub async fn ask_for_readers(cx: &mut Cx, organizer: Organizer, wanted: bool) -> Result<Reply> {
    rework(cx, organizer, |draft| draft.asks = wanted).await
}

/// Asks when it is to go.
pub async fn ask_time(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    rework(cx, organizer, |draft| draft.timing = true).await
}

/// It goes at once, after all.
pub async fn drop_time(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    rework(cx, organizer, |draft| (draft.at, draft.timing) = (None, false)).await
}

/// Asks for another message; the old one stays until another comes.
pub fn reword(cx: &mut Cx, _: Organizer) -> Reply {
    match cx.dialogue.now {
        State::Announcing(_) => Reply::edit(view::ask_content(cx.t())),
        _ => Reply::toast(cx.t().draft_gone()).stripping(),
    }
}

/// Those that wait, and those that were sent.
pub async fn list(cx: &mut Cx, _: Organizer, page: u32) -> Result<Reply> {
    leave(cx).await?;
    let (all, wait) = store::count(&mut cx.tx).await?;
    let at = Paging::new(page, PAGE, all);
    let shown = store::list(&mut cx.tx, at.offset(), PAGE).await?;
    Ok(Reply::edit(view::list::list(cx.t(), cx.me.lang, &shown, at, wait, cx.now)))
}

/// Its screen, as it stands now.
pub async fn show(cx: &mut Cx, _: Organizer, id: AnnouncementId) -> Result<Reply> {
    screen(cx, id).await
}

/// What it says, as people have it.
pub async fn words(cx: &mut Cx, _: Organizer, id: AnnouncementId) -> Result<Reply> {
    let content = store::get(&mut cx.tx, id).await?.and_then(|announcement| announcement.content);
    Ok(match content {
        Some(content) => Reply::send(view::list::words(cx.t(), id, content)),
        None => Reply::toast(cx.t().announce_words_gone()),
    })
}

async fn screen(cx: &mut Cx, id: AnnouncementId) -> Result<Reply> {
    let Some(announcement) = store::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().announce_gone()));
    };
    let on = cx.press.as_ref().and_then(|press| press.message);
    if on.is_some() && announcement.author == Some(cx.me.id) {
        store::set_card(&mut cx.tx, id, on).await?;
    }
    let (card, now_shown) = card(&mut cx.tx, &announcement, cx.me.lang, cx.small_group, cx.now).await?;
    store::set_shown(&mut cx.tx, id, &now_shown).await?;
    Ok(Reply::edit(card))
}

/// The card of an announcement, and what it shows in short.
async fn card(
    conn: &mut SqliteConnection,
    announcement: &Announcement,
    lang: Lang,
    least: u32,
    now: Moment,
) -> Result<(View, String)> {
    let t = lang.texts();
    let said = audiences::said(conn, lang, &announcement.audience).await?.unwrap_or_default();
    let Some(mailing) = announcement.mailing() else {
        return Ok((view::list::waiting(t, lang, announcement, &said, now), "end".into()));
    };
    let revision = match announcement.revision {
        Some(revision) => outbox::store::progress(conn, revision).await?,
        None => Progress::default(),
    };
    let read = match announcement.asks {
        true => store::who_read(conn, announcement.id, mailing, Some(true)).await?.count,
        false => 0,
    };
    let standing = Standing {
        state: outbox::store::mailing_state(conn, mailing).await?,
        progress: outbox::store::progress(conn, mailing).await?,
        revision,
        again: outbox::revise::worth_another_try(conn, mailing).await?,
        read,
    };
    let told = standing.told(&announcement.audience, least);
    Ok((view::progress(t, lang, announcement, &said, told, now), standing.shown()))
}

/// Pauses, goes on or cancels.
pub async fn steer(cx: &mut Cx, _: Organizer, id: AnnouncementId, to: MailingState) -> Result<Reply> {
    let Some(mailing) = store::get(&mut cx.tx, id).await?.and_then(|one| one.mailing()) else {
        return Ok(Reply::toast(cx.t().announce_gone()));
    };
    let before = outbox::store::mailing_state(&mut cx.tx, mailing).await?;
    outbox::store::steer(&mut cx.tx, mailing, to, cx.now).await?;
    // What was cancelled meanwhile stays cancelled.
    let after = outbox::store::mailing_state(&mut cx.tx, mailing).await?;
    if before != after {
        let act = match after {
            MailingState::Running => Act::ContinuedAnnouncement(id),
            MailingState::Paused => Act::PausedAnnouncement(id),
            MailingState::Cancelled => Act::CancelledAnnouncement(id),
        };
        acts::note(cx, act).await?;
    }
    let toast = match after {
        MailingState::Running => cx.t().announce_continued(),
        MailingState::Paused => cx.t().announce_paused_toast(),
        MailingState::Cancelled => cx.t().announce_cancelled_toast(),
    };
    Ok(screen(cx, id).await?.toasting(toast))
}

/// Asks whether to cancel; meanwhile it rests.
pub async fn ask_to_cancel(cx: &mut Cx, _: Organizer, id: AnnouncementId) -> Result<Reply> {
    let Some(mailing) = store::get(&mut cx.tx, id).await?.and_then(|one| one.mailing()) else {
        return Ok(Reply::toast(cx.t().announce_gone()));
    };
    outbox::store::steer(&mut cx.tx, mailing, MailingState::Paused, cx.now).await?;
    let now = outbox::store::progress(&mut cx.tx, mailing).await?;
    if now.waiting == 0 {
        // Nothing is left to cancel.
        return screen(cx, id).await;
    }
    // The card is a question now; what was under way when it was asked must not paint it over.
    store::set_card(&mut cx.tx, id, None).await?;
    Ok(Reply::edit(view::ask_to_cancel(cx.t(), id, now)))
}

/// The author puts another screen in the place of a card: it is no longer brought up to date.
pub async fn leave(cx: &mut Cx) -> Result<()> {
    match cx.press.as_ref().and_then(|press| press.message) {
        Some(no) => store::leave_card(&mut cx.tx, cx.me.id, no).await,
        None => Ok(()),
    }
}

/// Owes fresh cards to the authors of announcements that have come further.
pub async fn show_progress(conn: &mut SqliteConnection, least: u32, now: Moment) -> Result<()> {
    for id in store::under_way(conn).await? {
        let Some(announcement) = store::get(conn, id).await? else { continue };
        let (Some(author), Some(no)) = (announcement.author, announcement.card) else { continue };
        let Some((author, _)) = people::store::get(conn, author).await? else { continue };
        let (card, now_shown) = card(conn, &announcement, author.lang, least, now).await?;
        if now_shown != announcement.shown {
            outbox::store::edit(conn, &author, no, &card, now).await?;
            store::set_shown(conn, id, &now_shown).await?;
        }
    }
    Ok(())
}
