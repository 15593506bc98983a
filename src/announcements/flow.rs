//! Announcing: any message, an audience, a preview with the number of people, and then watching it go.

use anyhow::Result;
use sqlx::SqliteConnection;

use super::{Announcement, NamedAudience, fits, shown, store, view};
use crate::acts::{self, Act};
use crate::chats;
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::ids::{AnnouncementId, ChatId};
use crate::l10n::Lang;
use crate::outbox::{self, store::MailingState};
use crate::people::store::belonging;
use crate::people::{self, Affiliation};
use crate::sessions;
use crate::ui::action::{Audience, Dimension};
use crate::ui::state::{AnnouncementDraft, AudienceDraft, State};
use crate::ui::view::{Body, Content, Reply, View};

/// Begins, or goes on with one that was left.
pub async fn start(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    if !cx.dialogue.resume(|state| matches!(state, State::Announcing(_))) {
        cx.dialogue.begin(State::Announcing(AnnouncementDraft::default()));
    }
    Ok(Reply::send(ask(cx, organizer).await?))
}

/// Begins a message to an audience that is known already.
pub async fn start_for(cx: &mut Cx, organizer: Organizer, audience: Audience) -> Result<Reply> {
    if named(&mut cx.tx, audience).await?.is_none() {
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
    match (&draft.content, draft.audience) {
        (None, _) => Ok(view::ask_content(cx.t())),
        (Some(_), AudienceDraft::NotChosen) => ask_audience(cx).await,
        (Some(_), AudienceDraft::Chosen(audience)) => confirm(cx, audience, &draft.chats).await,
    }
}

async fn ask_audience(cx: &mut Cx) -> Result<View> {
    let (everyone, groups) = audiences(&mut cx.tx).await?;
    Ok(view::ask_audience(cx.t(), cx.me.lang, everyone, &groups))
}

/// Whom something can be sent to: how many everyone is, and each sector and region where there is somebody.
pub async fn audiences(conn: &mut SqliteConnection) -> Result<(i64, Vec<(Affiliation, i64)>)> {
    let everyone = outbox::store::audience_size(conn, Audience::EVERYONE).await?;
    let mut groups = Vec::new();
    for dimension in [Dimension::Sector, Dimension::Region] {
        for affiliation in belonging::list(conn, dimension).await? {
            let size = outbox::store::audience_size(conn, Audience::group(affiliation.id)).await?;
            if size > 0 {
                groups.push((affiliation, size));
            }
        }
    }
    Ok((everyone, groups))
}

async fn confirm(cx: &mut Cx, audience: Audience, chosen: &[ChatId]) -> Result<View> {
    let size = outbox::store::audience_size(&mut cx.tx, audience).await?;
    let named = named(&mut cx.tx, audience).await?;
    let chats = chats::flow::choices(&mut cx.tx, chosen).await?;
    Ok(view::confirm(cx.t(), cx.me.lang, named.as_ref(), size, &chats))
}

/// What an audience is called. None: there is no such group or session.
pub async fn named(conn: &mut SqliteConnection, audience: Audience) -> Result<Option<NamedAudience>> {
    let mut named = NamedAudience { group: None, guests: None };
    if let Some(id) = audience.group {
        let Some(group) = belonging::get(conn, id).await? else { return Ok(None) };
        named.group = Some(group);
    }
    if let Some(guests) = audience.guests {
        let Some(title) = sessions::store::title(conn, guests.of).await? else { return Ok(None) };
        named.guests = Some((title, guests.who));
    }
    Ok(Some(named))
}

/// The message came.
pub async fn said(cx: &mut Cx, organizer: Organizer, content: Content) -> Result<Reply> {
    if let Err(limit) = fits(&content) {
        return Ok(Reply::send(view::too_long(cx.t(), limit)));
    }
    if let State::Announcing(draft) = &mut cx.dialogue.now {
        draft.content = Some(content.clone());
    }
    let next = ask(cx, organizer).await?;
    Ok(Reply::send(View::showing(Body::Copy(content))).and_send(next))
}

/// The audience was chosen.
pub async fn choose_audience(cx: &mut Cx, organizer: Organizer, audience: Audience) -> Result<Reply> {
    let known = named(&mut cx.tx, audience).await?.is_some();
    match &mut cx.dialogue.now {
        State::Announcing(draft) if known => draft.audience = AudienceDraft::Chosen(audience),
        _ => return Ok(Reply::toast(cx.t().draft_gone()).stripping()),
    }
    Ok(Reply::edit(ask(cx, organizer).await?))
}

/// Whether it is posted in a group, too.
pub async fn also_in(cx: &mut Cx, organizer: Organizer, chat: ChatId, wanted: bool) -> Result<Reply> {
    match &mut cx.dialogue.now {
        State::Announcing(draft) => chats::choose(&mut draft.chats, chat, wanted),
        _ => return Ok(Reply::toast(cx.t().draft_gone()).stripping()),
    }
    Ok(Reply::edit(ask(cx, organizer).await?))
}

/// Asks for the audience again.
pub async fn rethink_audience(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    match &mut cx.dialogue.now {
        State::Announcing(draft) => draft.audience = AudienceDraft::NotChosen,
        _ => return Ok(Reply::toast(cx.t().draft_gone()).stripping()),
    }
    Ok(Reply::edit(ask(cx, organizer).await?))
}

/// Asks for another message; the old one stays until another comes.
pub fn reword(cx: &mut Cx, _: Organizer) -> Reply {
    match cx.dialogue.now {
        State::Announcing(_) => Reply::edit(view::ask_content(cx.t())),
        _ => Reply::toast(cx.t().draft_gone()).stripping(),
    }
}

/// Sends it. The confirming screen becomes the card that shows how far it has come.
pub async fn send(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    let State::Announcing(AnnouncementDraft {
        content: Some(content),
        audience: AudienceDraft::Chosen(audience),
        chats: chosen,
    }) = cx.dialogue.now.clone()
    else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    if outbox::store::audience_size(&mut cx.tx, audience).await? == 0 {
        return Ok(Reply::alert(cx.t().announce_nobody()));
    }
    let mailing = outbox::store::insert_mailing(&mut cx.tx, cx.hold, cx.now).await?;
    for lang in Lang::ALL {
        let message = view::announcement(lang.texts(), content.clone());
        outbox::store::tell_audience(&mut cx.tx, mailing, audience, lang, None, &message, cx.now).await?;
    }
    let posted = |_| View::showing(Body::Copy(content.clone()));
    chats::flow::post(&mut cx.tx, mailing, &chosen, None, posted, cx.now).await?;
    let card = cx.press.as_ref().and_then(|press| press.message);
    let id = store::insert(&mut cx.tx, mailing, cx.me.id, audience, card, cx.now).await?;
    acts::note(cx, Act::SentAnnouncement(id)).await?;
    cx.dialogue.finish();
    progress(cx, id).await
}

/// The card, as it stands now.
async fn progress(cx: &mut Cx, id: AnnouncementId) -> Result<Reply> {
    let Some(announcement) = store::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().announce_gone()));
    };
    let card_no = cx.press.as_ref().and_then(|press| press.message);
    if card_no.is_some() && announcement.author == Some(cx.me.id) {
        store::set_card(&mut cx.tx, id, card_no).await?;
    }
    let (card, now_shown) = card(&mut cx.tx, &announcement, cx.me.lang).await?;
    store::set_shown(&mut cx.tx, id, &now_shown).await?;
    Ok(Reply::edit(card))
}

async fn card(
    conn: &mut SqliteConnection,
    announcement: &Announcement,
    lang: Lang,
) -> Result<(View, String)> {
    let state = outbox::store::mailing_state(conn, announcement.mailing).await?;
    let progress = outbox::store::progress(conn, announcement.mailing).await?;
    let audience = named(conn, announcement.audience).await?;
    let card = view::progress(lang.texts(), lang, announcement.id, audience.as_ref(), state, progress);
    Ok((card, shown(state, progress)))
}

/// Pauses, goes on or cancels.
pub async fn steer(cx: &mut Cx, _: Organizer, id: AnnouncementId, to: MailingState) -> Result<Reply> {
    let Some(announcement) = store::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().announce_gone()));
    };
    let before = outbox::store::mailing_state(&mut cx.tx, announcement.mailing).await?;
    outbox::store::steer(&mut cx.tx, announcement.mailing, to, cx.now).await?;
    // What was cancelled meanwhile stays cancelled.
    let after = outbox::store::mailing_state(&mut cx.tx, announcement.mailing).await?;
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
    Ok(progress(cx, id).await?.toasting(toast))
}

/// Asks whether to cancel; meanwhile it rests.
pub async fn ask_to_cancel(cx: &mut Cx, _: Organizer, id: AnnouncementId) -> Result<Reply> {
    let Some(announcement) = store::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().announce_gone()));
    };
    outbox::store::steer(&mut cx.tx, announcement.mailing, MailingState::Paused, cx.now).await?;
    let now = outbox::store::progress(&mut cx.tx, announcement.mailing).await?;
    if now.waiting == 0 {
        // Nothing is left to cancel.
        return progress(cx, id).await;
    }
    // The card is a question now; what was under way when it was asked must not paint it over.
    store::set_card(&mut cx.tx, id, None).await?;
    Ok(Reply::edit(view::ask_to_cancel(cx.t(), id, now)))
}

/// Owes fresh cards to the authors of announcements that have come further.
pub async fn show_progress(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    for announcement in store::under_way(conn).await? {
        let (Some(author), Some(no)) = (announcement.author, announcement.card) else { continue };
        let Some((author, _)) = people::store::get(conn, author).await? else { continue };
        let (card, now_shown) = card(conn, &announcement, author.lang).await?;
        if now_shown != announcement.shown {
            outbox::store::edit(conn, &author, no, &card, now).await?;
            store::set_shown(conn, announcement.id, &now_shown).await?;
        }
    }
    Ok(())
}
