//! The organizers' group: letters are posted there, and answered by replying to them, by those who may.

use anyhow::Result;
use rand::rngs::StdRng;
use sqlx::SqliteConnection;

use super::super::{Letter, store, view};
use super::answering::respond;
use crate::acts::{self, Act};
use crate::announcements::fits;
use crate::chats::{self, Chat};
use crate::clock::Moment;
use crate::ids::MessageNo;
use crate::keys::Keys;
use crate::outbox::{self, Urgency};
use crate::people::Person;
use crate::role::Role;
use crate::ui::view::Content;

/// Somebody replied there to something the bot had posted. Most of it is nothing to the bot.
#[expect(clippy::too_many_arguments, reason = "a group has no `Cx`")]
pub async fn replied(
    conn: &mut SqliteConnection,
    keys: &Keys,
    chance: &mut StdRng,
    chat: &Chat,
    me: Option<&Person>,
    to: MessageNo,
    content: &Content,
    now: Moment,
) -> Result<()> {
    if !chat.letters {
        return Ok(());
    }
    let Some(id) = store::in_message(conn, Some(chat.id), None, to).await? else { return Ok(()) };
    let t = chat.lang.texts();
    let Some(me) = me.filter(|me| me.is(Role::Moderator)) else {
        return chats::flow::hint(conn, chat, &view::not_yours(t), now).await;
    };
    let word = match store::get(conn, id).await?.filter(Letter::is_answerable) {
        Some(_) if fits(content).is_err() => view::too_long_here(t),
        Some(letter) => match respond(conn, keys, chance, &letter, me.id, content, now).await? {
            true => return acts::store::note(conn, me.id, Act::AnsweredLetter(id), now).await,
            false => view::gone_here(t),
        },
        None => view::gone_here(t),
    };
    outbox::chats::tell(conn, chat, None, Urgency::Awaited, None, &word, now).await
}
