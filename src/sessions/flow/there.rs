//! A session in groups and channels: its card says where to answer, and what is new follows where the card was posted.

use anyhow::Result;

use super::super::Session;
use super::super::view::{self, making};
use super::making::hold;
use crate::chats::{self, Chat};
use crate::cx::Cx;
use crate::ids::{ChatId, MailingId};
use crate::l10n::Lang;
use crate::outbox::{self, Subject, Urgency, chats as owed};
use crate::ui::view::View;

/// Posts the card where the organizer chose.
pub async fn post(cx: &mut Cx, mailing: MailingId, session: &Session, chosen: &[ChatId]) -> Result<()> {
    let (now, bot) = (cx.now, cx.bot_name.clone());
    let made = |lang: Lang| view::posted(lang, session, &bot, now);
    let subject = Some(Subject::Session(session.id));
    chats::flow::post(&mut cx.tx, mailing, chosen, subject, made, now).await
}

/// Says what has changed, where the card was posted.
pub async fn tell_changes(cx: &mut Cx, before: &Session, session: &Session) -> Result<()> {
    let now = cx.now;
    tell(cx, session, |lang| {
        let changed = making::changed(lang.texts(), lang, &before.details, &session.details, now);
        making::change_posted(lang.texts(), session, &changed)
    })
    .await
}

/// Says that it is called off, where the card was posted.
pub async fn tell_cancelled(cx: &mut Cx, session: &Session) -> Result<()> {
    let now = cx.now;
    tell(cx, session, |lang| making::cancelled(lang.texts(), lang, session, None, now).bare()).await
}

/// Brings the cards up to date, and posts a word below: editing a card makes no sound.
async fn tell(cx: &mut Cx, session: &Session, word: impl Fn(Lang) -> View) -> Result<()> {
    let subject = Subject::Session(session.id);
    let hold = hold(cx, session);
    let mailing = outbox::store::insert_mailing(&mut cx.tx, hold, cx.now).await?;
    for id in owed::told(&mut cx.tx, subject).await? {
        let Some(chat) = chats::store::get(&mut cx.tx, id).await?.filter(Chat::takes_posts) else { continue };
        let card = view::posted(chat.lang, session, &cx.bot_name, cx.now);
        owed::bring_up_to_date(&mut cx.tx, id, subject, &card, cx.now).await?;
        let word = word(chat.lang);
        owed::tell(&mut cx.tx, &chat, Some(mailing), Urgency::Broadcast, None, &word, cx.now).await?;
    }
    Ok(())
}
