//! Linking groups and channels, posting there what an organizer chose, and what becomes of them: upgraded, muted, left.

use anyhow::Result;
use sqlx::SqliteConnection;

use super::{CODE_HOLDS, Chat, Kind, MOST, Standing, store, view};
use crate::acts::{self, Act};
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::ids::{ChatId, ChatNo, MailingId, MessageNo, PersonId};
use crate::l10n::Lang;
use crate::outbox::{self, Subject, Urgency, chats as owed};
use crate::people::{self, Person};
use crate::polls::flow::there as polls;
use crate::role::Role;
use crate::ui::view::{Reply, View};

/// The linked chats.
pub async fn list(cx: &mut Cx, _: Organizer) -> Result<View> {
    let chats = store::linked(&mut cx.tx).await?;
    Ok(view::list(cx.t(), &chats))
}

/// One of them.
pub async fn show(cx: &mut Cx, organizer: Organizer, id: ChatId) -> Result<Reply> {
    match store::get(&mut cx.tx, id).await?.filter(|chat| chat.linked) {
        Some(chat) => Ok(Reply::edit(view::chat(cx.t(), &chat))),
        None => Ok(Reply::edit(list(cx, organizer).await?).toasting(cx.t().chat_gone())),
    }
}

/// How one is linked: with a code of this organizer's.
pub async fn invite(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    if store::linked(&mut cx.tx).await?.len() >= MOST {
        return Ok(Reply::alert(cx.t().chats_enough(MOST)));
    }
    let code = cx.code();
    store::insert_code(&mut cx.tx, &code, cx.me.id, cx.now.after(CODE_HOLDS), cx.now).await?;
    Ok(Reply::edit(view::invite(cx.t(), &cx.bot_name, &code)))
}

/// Whether letters to the organizers are posted there.
pub async fn take_letters(cx: &mut Cx, organizer: Organizer, id: ChatId, wanted: bool) -> Result<Reply> {
    let found = store::get(&mut cx.tx, id).await?.filter(|chat| chat.linked && chat.kind == Kind::Group);
    if found.is_none() {
        return Ok(Reply::edit(list(cx, organizer).await?).toasting(cx.t().chat_gone()));
    }
    store::set_letters(&mut cx.tx, id, wanted).await?;
    let toast = if wanted { cx.t().chat_letters_toast() } else { cx.t().chat_letters_off_toast() };
    Ok(show(cx, organizer, id).await?.toasting(toast))
}

/// Nothing is posted there any more; what was owed is not sent.
pub async fn unlink(cx: &mut Cx, organizer: Organizer, id: ChatId) -> Result<Reply> {
    if store::unlink(&mut cx.tx, id).await? {
        acts::note(cx, Act::UnlinkedChat(id)).await?;
        owed::drop_all(&mut cx.tx, id, cx.now).await?;
        if store::get(&mut cx.tx, id).await?.is_some_and(|chat| chat.standing == Standing::Out) {
            store::forget(&mut cx.tx, id).await?;
        }
    }
    Ok(Reply::edit(list(cx, organizer).await?).toasting(cx.t().chat_unlinked_toast()))
}

/// The linked chats that take posts, each with whether it is among the chosen ones: for confirming screens.
pub async fn choices(conn: &mut SqliteConnection, chosen: &[ChatId]) -> Result<Vec<(Chat, bool)>> {
    let linked = store::linked(conn).await?.into_iter().filter(Chat::takes_posts);
    Ok(linked.map(|chat| (chosen.contains(&chat.id), chat)).map(|(on, chat)| (chat, on)).collect())
}

/// Posts in each of these chats, in its language, what is made for that.
pub async fn post(
    conn: &mut SqliteConnection,
    mailing: MailingId,
    chats: &[ChatId],
    subject: Option<Subject>,
    made: impl Fn(Lang) -> View,
    now: Moment,
) -> Result<()> {
    for (chat, _) in choices(conn, chats).await?.into_iter().filter(|(_, chosen)| *chosen) {
        let view = made(chat.lang);
        owed::tell(conn, &chat, Some(mailing), Urgency::Broadcast, subject, &view, now).await?;
    }
    Ok(())
}

/// Somebody sent a code there.
pub async fn link(
    conn: &mut SqliteConnection,
    chat: &Chat,
    typed: &str,
    from: Option<&Person>,
    message: MessageNo,
    now: Moment,
) -> Result<()> {
    let code = store::code(conn, typed).await?;
    let owner = match code {
        Some(code) => people::store::get(conn, code.owner).await?.map(|(person, _)| person),
        None => None,
    };
    let good = code.is_some_and(|code| code.is_good(from.map(|from| from.id), now));
    let owner = owner.filter(|owner| owner.is(Role::Organizer));
    match owner {
        Some(owner) if good => {
            let linked = store::linked(conn).await?.len();
            if !chat.linked && linked >= MOST {
                return word(conn, &owner, &view::enough(owner.lang.texts()), now).await;
            }
            store::use_code(conn, typed, now).await?;
            let new = store::link(conn, chat.id, owner.lang, now).await?;
            if let Some(chat) = store::get(conn, chat.id).await? {
                if chat.kind == Kind::Channel {
                    owed::take_away(conn, &chat, message, now).await?;
                }
                if new {
                    let view = view::linked_here(&chat);
                    owed::tell(conn, &chat, None, Urgency::Awaited, None, &view, now).await?;
                    acts::store::note(conn, owner.id, Act::LinkedChat(chat.id), now).await?;
                }
                word(conn, &owner, &view::linked(owner.lang.texts(), &chat, new), now).await?;
            }
            Ok(())
        }
        _ => refuse(conn, chat, code.map(|code| code.owner), from, now).await,
    }
}

/// A code that links nothing: told privately to whom it concerns, if they are in; else in the group, shortly.
async fn refuse(
    conn: &mut SqliteConnection,
    chat: &Chat,
    owner: Option<PersonId>,
    from: Option<&Person>,
    now: Moment,
) -> Result<()> {
    let whom = match (from, owner) {
        (Some(from), _) => Some(from.clone()),
        // In a channel nobody says who writes; who made the code will know.
        (None, Some(owner)) => people::store::get(conn, owner).await?.map(|(person, _)| person),
        (None, None) => None,
    };
    match whom.filter(|person| person.joined && !person.blocked) {
        Some(person) => {
            word(
                conn,
                &person,
                &view::code_refused(person.lang.texts(), chat, person.is(Role::Organizer)),
                now,
            )
            .await
        }
        None => hint(conn, chat, &view::code_refused_here(chat), now).await,
    }
}

/// A private word.
async fn word(conn: &mut SqliteConnection, to: &Person, view: &View, now: Moment) -> Result<()> {
    outbox::store::tell(conn, to, Urgency::Awaited, None, view, now).await
}

/// A short word in a group to somebody who is no organizer: now and then, whatever they send.
pub async fn hint(conn: &mut SqliteConnection, chat: &Chat, view: &View, now: Moment) -> Result<()> {
    if !chat.takes_hint(now) {
        return Ok(());
    }
    store::hinted(conn, chat.id, now).await?;
    owed::tell(conn, chat, None, Urgency::Awaited, None, view, now).await
}

/// What the bot may do in a chat is something else now, as Telegram says.
pub async fn stand(conn: &mut SqliteConnection, chat: &Chat, standing: Standing, now: Moment) -> Result<()> {
    if standing != Standing::Here {
        return lost(conn, chat.id, standing, now).await;
    }
    if store::stand(conn, chat.id, standing).await? && chat.linked {
        tell_organizers(conn, |person| view::back(person.lang.texts(), chat), now).await?;
    }
    Ok(())
}

/// A chat does not take what the bot writes. The organizers hear of it once; the link rests.
pub async fn lost(conn: &mut SqliteConnection, id: ChatId, standing: Standing, now: Moment) -> Result<()> {
    if !store::stand(conn, id, standing).await? {
        return Ok(());
    }
    if standing == Standing::Out {
        owed::drop_all(conn, id, now).await?;
    }
    match store::get(conn, id).await? {
        Some(chat) if chat.linked => {
            tell_organizers(conn, |person| view::lost(person.lang.texts(), &chat), now).await
        }
        Some(chat) if chat.standing == Standing::Out => store::forget(conn, id).await,
        _ => Ok(()),
    }
}

/// Something was posted there: the bot may write after all.
pub async fn heard(conn: &mut SqliteConnection, id: ChatId) -> Result<()> {
    store::stand(conn, id, Standing::Here).await.map(drop)
}

/// A group has become a supergroup: what is owed goes there, and polls that are asked there get another card. The
/// organizers hear of it, as old messages there no longer change.
pub async fn moved(conn: &mut SqliteConnection, from: ChatNo, to: ChatNo, now: Moment) -> Result<()> {
    let Some(chat) = store::by_no(conn, from).await? else { return Ok(()) };
    store::renumber(conn, chat.id, to).await?;
    owed::follow(conn, chat.id, to).await?;
    let Some(chat) = store::get(conn, chat.id).await? else { return Ok(()) };
    polls::post_again(conn, &chat, now).await?;
    match chat.linked {
        true => tell_organizers(conn, |person| view::moved(person.lang.texts(), &chat), now).await,
        false => Ok(()),
    }
}

async fn tell_organizers(
    conn: &mut SqliteConnection,
    made: impl Fn(&Person) -> View,
    now: Moment,
) -> Result<()> {
    for organizer in people::store::organizers(conn).await?.into_iter().filter(|person| person.joined) {
        outbox::store::tell(conn, &organizer, Urgency::Awaited, None, &made(&organizer), now).await?;
    }
    Ok(())
}
