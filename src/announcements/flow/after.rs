//! What becomes of an announcement once people have it: worded anew, taken back, or tried again where it failed.

use anyhow::Result;
use sqlx::SqliteConnection;

use super::super::{Announcement, DELETABLE, NotInPlace, Stage, fits, reworded, store, view};
use super::screen;
use crate::acts::{self, Act};
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::due::{self, Due};
use crate::ids::{AnnouncementId, MailingId};
use crate::l10n::Lang;
use crate::outbox::revise::{self, Whose};
use crate::outbox::{self, Hold};
use crate::ui::state::State;
use crate::ui::view::{Body, Content, Reply, View};

/// Asks for other words.
pub async fn ask_words(cx: &mut Cx, _: Organizer, id: AnnouncementId) -> Result<Reply> {
    match sent(cx, id).await? {
        Ok(_) => {
            cx.dialogue.begin(State::Rewording(id, None));
            Ok(Reply::send(view::after::ask_words(cx.t())))
        }
        Err(gone) => Ok(gone),
    }
}

/// What the dialogue asks for now.
pub fn ask(cx: &Cx, _: Organizer) -> View {
    match &cx.dialogue.now {
        State::Rewording(id, Some(_)) => view::after::confirm_words(cx.t(), *id),
        _ => view::after::ask_words(cx.t()),
    }
}

/// The other words came.
pub async fn said(cx: &mut Cx, organizer: Organizer, id: AnnouncementId, words: Content) -> Result<Reply> {
    let announcement = match sent(cx, id).await? {
        Ok(announcement) => announcement,
        Err(_) => {
            cx.dialogue.finish();
            return Ok(Reply::send(view::after::over(cx.t(), id)));
        }
    };
    let Some(before) = announcement.content else {
        cx.dialogue.finish();
        return Ok(Reply::send(view::after::over(cx.t(), id)));
    };
    let content = match reworded(&before, words) {
        Ok(content) => content,
        Err(NotInPlace::File) => return Ok(Reply::send(view::after::no_file(cx.t()))),
        Err(NotInPlace::Wordless) => return Ok(Reply::send(view::after::wordless(cx.t()))),
    };
    if let Err(limit) = fits(&content) {
        return Ok(Reply::send(view::too_long(cx.t(), limit)));
    }
    cx.dialogue.now = State::Rewording(id, Some(content.clone()));
    Ok(Reply::send(View::showing(Body::Copy(content))).and_send(ask(cx, organizer)))
}

/// Puts the new words in the place of the old ones: in the messages that people have, and in those that still wait.
pub async fn save_words(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    let State::Rewording(id, Some(content)) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    cx.dialogue.finish();
    let announcement = match sent(cx, id).await? {
        Ok(announcement) => announcement,
        Err(gone) => return Ok(gone),
    };
    let Some(mailing) = announcement.mailing() else { return Ok(Reply::default()) };
    let by = outbox::store::insert_mailing(&mut cx.tx, Hold::Nothing, cx.now).await?;
    let readers = store::who_read(&mut cx.tx, id, mailing, Some(true)).await?;
    let others = store::who_read(&mut cx.tx, id, mailing, Some(false)).await?;
    for lang in Lang::ALL {
        for (people, read) in [(&readers, true), (&others, false)] {
            let message = view::announcement(lang.texts(), id, content.clone(), announcement.asks, read);
            revise::replace(&mut cx.tx, mailing, by, Whose::People(people), lang, &message, cx.now).await?;
        }
        let posted = View::showing(Body::Copy(content.clone()));
        revise::replace(&mut cx.tx, mailing, by, Whose::Chats, lang, &posted, cx.now).await?;
    }
    store::reword(&mut cx.tx, id, &content, by, cx.now).await?;
    acts::note(cx, Act::ChangedAnnouncement(id)).await?;
    Ok(screen(cx, id).await?.toasting(cx.t().announce_reworded_toast()))
}

/// Asks whether to take it back.
pub async fn ask_to_withdraw(cx: &mut Cx, _: Organizer, id: AnnouncementId) -> Result<Reply> {
    let Some(announcement) = store::get(&mut cx.tx, id).await?.filter(|one| one.withdrawn_at.is_none())
    else {
        return Ok(screen(cx, id).await?.toasting(cx.t().announce_withdrawn_already()));
    };
    super::leave(cx).await?;
    let old = is_old(&announcement, cx.now);
    Ok(Reply::edit(view::after::ask_to_withdraw(cx.t(), &announcement, old)))
}

/// Takes it back: one that waits is not sent; one that was sent is deleted where Telegram allows, and says elsewhere that
/// it was taken back.
pub async fn withdraw(cx: &mut Cx, _: Organizer, id: AnnouncementId) -> Result<Reply> {
    let Some(announcement) = store::get(&mut cx.tx, id).await?.filter(|one| one.withdrawn_at.is_none())
    else {
        return Ok(screen(cx, id).await?.toasting(cx.t().announce_withdrawn_already()));
    };
    due::forget(&mut cx.tx, Due::Announcement(id)).await?;
    let by = match announcement.mailing() {
        Some(mailing) => Some(take_back(&mut cx.tx, &announcement, mailing, cx.now).await?),
        None => None,
    };
    store::withdraw(&mut cx.tx, id, by, cx.now).await?;
    acts::note(cx, Act::WithdrewAnnouncement(id)).await?;
    Ok(screen(cx, id).await?.toasting(cx.t().announce_withdrawn_toast()))
}

async fn take_back(
    conn: &mut SqliteConnection,
    announcement: &Announcement,
    mailing: MailingId,
    now: Moment,
) -> Result<MailingId> {
    let by = outbox::store::insert_mailing(conn, Hold::Nothing, now).await?;
    let everybody = store::who_read(conn, announcement.id, mailing, None).await?;
    let (old, file) = (is_old(announcement, now), has_file(announcement));
    for lang in Lang::ALL {
        let t = lang.texts();
        for (whose, lone) in [(Whose::People(&everybody), false), (Whose::Chats, true)] {
            let message = view::after::withdrawn(t, old, file, lone);
            revise::replace(conn, mailing, by, whose, lang, &message, now).await?;
        }
    }
    // What is under way now becomes the same once it has arrived.
    revise::stop(conn, mailing, now).await?;
    Ok(by)
}

/// Telegram no longer lets it be deleted.
fn is_old(announcement: &Announcement, now: Moment) -> bool {
    matches!(announcement.stage, Stage::Sent(_, at) if at.after(DELETABLE) < now)
}

fn has_file(announcement: &Announcement) -> bool {
    announcement.content.as_ref().is_some_and(|content| content.file.is_some())
}

/// Tries again what failed for reasons that may be over.
pub async fn retry(cx: &mut Cx, _: Organizer, id: AnnouncementId) -> Result<Reply> {
    let announcement = match sent(cx, id).await? {
        Ok(announcement) => announcement,
        Err(gone) => return Ok(gone),
    };
    let (Some(content), Some(mailing)) = (announcement.content.clone(), announcement.mailing()) else {
        return Ok(Reply::toast(cx.t().announce_words_gone()));
    };
    let mut tried = 0;
    for lang in Lang::ALL {
        let message = view::announcement(lang.texts(), id, content.clone(), announcement.asks, false);
        let posted = View::showing(Body::Copy(content.clone()));
        tried += revise::try_again(&mut cx.tx, mailing, lang, &message, &posted, cx.now).await?;
    }
    store::has_news(&mut cx.tx, id).await?;
    acts::note(cx, Act::RetriedAnnouncement(id)).await?;
    Ok(screen(cx, id).await?.toasting(cx.t().announce_tried_again(tried)))
}

/// The announcement, while people have it; else its screen, which says why not.
async fn sent(cx: &mut Cx, id: AnnouncementId) -> Result<Result<Announcement, Reply>> {
    let found = store::get(&mut cx.tx, id).await?;
    match found.filter(|one| one.mailing().is_some() && one.withdrawn_at.is_none()) {
        Some(announcement) => Ok(Ok(announcement)),
        None => Ok(Err(screen(cx, id).await?.toasting(cx.t().announce_withdrawn_already()))),
    }
}
