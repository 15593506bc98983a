//! Polls that are asked in a group, and results that are posted in one. Whoever is there answers with a tap, in the
//! network or not; nobody joins by that.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::acts::{self, Act};
use crate::chats::{self, Chat, flow as chatting, view as chat_view};
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::ids::{ChatId, ChatNo, PollId};
use crate::l10n::Lang;
use crate::outbox::{self, Hold, Subject, Urgency, chats as owed};
use crate::people::{self, Person};
use crate::polls::view::{self, making};
use crate::polls::{Poll, Viewer, read, store};
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::view::{Reply, View};

/// An organizer asks something there, in one message; alone the command says how.
pub async fn make(
    conn: &mut SqliteConnection,
    chat: &Chat,
    author: &Person,
    typed: &str,
    now: Moment,
) -> Result<()> {
    let t = chat.lang.texts();
    let draft = match read(typed) {
        _ if typed.trim().is_empty() => {
            let how = View::text(Html::ours(t.chat_poll_how()));
            return owed::tell(conn, chat, None, Urgency::Awaited, None, &how, now).await;
        }
        Ok(draft) => draft,
        Err(why) => {
            let why = making::not_a_poll(t, &why).bare().footed(&Html::ours(t.chat_poll_how()));
            return owed::tell(conn, chat, None, Urgency::Awaited, None, &why, now).await;
        }
    };
    let id = store::insert(conn, &draft, Some(chat.id), author.id, None, now).await?;
    let (poll, _) = store::get(conn, id, None).await?.context("A poll that was just opened")?;
    acts::store::note(conn, author.id, Act::OpenedPoll(id), now).await?;
    post_card(conn, chat, &poll, now).await?;
    let made = making::made_there(author.lang.texts(), &poll);
    outbox::store::tell(conn, author, Urgency::Awaited, None, &made, now).await
}

async fn post_card(conn: &mut SqliteConnection, chat: &Chat, poll: &Poll, now: Moment) -> Result<()> {
    let card = view::posted(chat.lang, poll, now);
    owed::tell(conn, chat, None, Urgency::Awaited, Some(Subject::Poll(poll.id)), &card, now).await
}

/// The group has become a supergroup, where no card can be changed that was posted before: the polls that are asked there
/// get another one.
pub async fn post_again(conn: &mut SqliteConnection, chat: &Chat, now: Moment) -> Result<()> {
    for id in store::asked_in(conn, chat.id).await? {
        let subject = Subject::Poll(id);
        if outbox::chats::waits(conn, chat.id, subject).await? {
            continue;
        }
        if let Some((poll, _)) = store::get(conn, id, None).await? {
            post_card(conn, chat, &poll, now).await?;
        }
    }
    Ok(())
}

/// One tap answers. Everything said is a toast: the card follows with everybody's.
pub async fn answer(
    conn: &mut SqliteConnection,
    me: &Person,
    place: ChatNo,
    id: PollId,
    option: u8,
    now: Moment,
) -> Result<Reply> {
    let t = me.lang.texts();
    let Some((poll, mine)) = store::answer(conn, id, me, option, Some(place), now).await? else {
        return Ok(Reply::toast(t.poll_gone()));
    };
    Ok(Reply::toast(match poll.answers.get(usize::from(option)) {
        _ if poll.chat.is_none() => t.chat_press_elsewhere(),
        _ if !poll.is_open(now) => t.poll_is_closed(),
        Some(words) if mine.has(option) => t.poll_answered(words.beginning(100)),
        _ => t.button_stale(),
    }))
}

/// Brings the card up to date: one edit for all answers since the last one.
pub async fn refresh(conn: &mut SqliteConnection, poll: &Poll, now: Moment) -> Result<()> {
    let Some(chat) = of(conn, poll).await? else { return Ok(()) };
    let card = view::posted(chat.lang, poll, now);
    owed::bring_up_to_date(conn, chat.id, Subject::Poll(poll.id), &card, now).await
}

/// It is over: the card shows that, and what came of it is posted below.
pub async fn end(conn: &mut SqliteConnection, poll: &Poll, now: Moment) -> Result<()> {
    refresh(conn, poll, now).await?;
    if poll.people == 0 {
        return Ok(());
    }
    if let Some(chat) = of(conn, poll).await?.filter(|chat| chat.standing != chats::Standing::Out) {
        post_result(conn, &chat, poll, now).await?;
    }
    Ok(())
}

async fn of(conn: &mut SqliteConnection, poll: &Poll) -> Result<Option<Chat>> {
    match poll.chat {
        Some(id) => chats::store::get(conn, id).await,
        None => Ok(None),
    }
}

async fn post_result(conn: &mut SqliteConnection, chat: &Chat, poll: &Poll, now: Moment) -> Result<()> {
    let Some(counts) = poll.counts(now).map(<[i64]>::to_vec) else { return Ok(()) };
    let (drawn, lang) = (poll.clone(), chat.lang);
    let pictures = tokio::task::spawn_blocking(move || view::result::pictures(lang, &drawn, &counts));
    let mailing = outbox::store::insert_mailing(conn, Hold::Quiet, now).await?;
    for picture in pictures.await.context("Draw a poll")? {
        let subject = Some(Subject::PollResult(poll.id));
        owed::tell(conn, chat, Some(mailing), Urgency::Broadcast, subject, &picture.bare(), now).await?;
    }
    Ok(())
}

/// Below a poll that is over, for organizers who have linked a group: to post it there.
pub async fn shareable(cx: &mut Cx, poll: &Poll, viewer: Viewer, card: View) -> Result<View> {
    if poll.is_open(cx.now) || !viewer.watching || poll.people == 0 {
        return Ok(card);
    }
    match chatting::choices(&mut cx.tx, &[]).await?.is_empty() {
        true => Ok(card),
        false => Ok(card.button(cx.t().chat_share(), Action::SharePoll(poll.id, None))),
    }
}

/// Posts what came of a poll in a group, once; none: asks where.
pub async fn share(cx: &mut Cx, _: Organizer, id: PollId, to: Option<ChatId>) -> Result<Reply> {
    let Some((poll, _)) = store::get(&mut cx.tx, id, None).await? else {
        return Ok(Reply::toast(cx.t().poll_gone()));
    };
    if poll.is_open(cx.now) || poll.people == 0 {
        return Ok(Reply::toast(cx.t().button_stale()));
    }
    let choices = chatting::choices(&mut cx.tx, &[]).await?;
    let Some((chat, _)) = choices.iter().find(|(chat, _)| Some(chat.id) == to) else {
        let view = chat_view::where_to(
            cx.t(),
            &choices,
            |chat| Action::SharePoll(id, Some(chat.id)),
            Action::Poll(id),
        );
        return Ok(Reply::edit(view));
    };
    if owed::told(&mut cx.tx, Subject::PollResult(id)).await?.contains(&chat.id) {
        return Ok(Reply::toast(cx.t().chat_shared_already(chat.title.as_str())));
    }
    post_result(&mut cx.tx, chat, &poll, cx.now).await?;
    // The screen stays: there may be another group.
    Ok(Reply::toast(cx.t().chat_shared_toast(chat.title.as_str())))
}

/// The person whose update it is, noted as a visitor if they write for the first time.
pub async fn visitor(
    conn: &mut SqliteConnection,
    telegram: crate::ids::TelegramId,
    lang: Lang,
    now: Moment,
) -> Result<Person> {
    people::store::insert(conn, telegram, lang, now).await?;
    let (person, _) = people::store::find(conn, telegram).await?.context("A visitor who was just noted")?;
    Ok(person)
}
