//! Messages owed to groups and channels. They leave as all others do; whom the bot answers in a group it answers this
//! way, too, so that nothing said there is lost, or said faster than Telegram allows.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::store::insert_message;
use super::{Subject, Urgency};
use crate::chats::Chat;
use crate::clock::Moment;
use crate::ids::{ChatId, ChatNo, MailingId, MessageNo};
use crate::quiet::QuietHours;
use crate::ui::view::View;

/// Owes one message to everybody in a chat. What belongs to a mailing waits for the morning, unless that goes at once.
pub async fn tell(
    conn: &mut SqliteConnection,
    chat: &Chat,
    mailing: Option<MailingId>,
    urgency: Urgency,
    subject: Option<Subject>,
    view: &View,
    now: Moment,
) -> Result<()> {
    let message = insert_message(conn, mailing, subject, view).await?;
    let held_until = match mailing {
        Some(mailing) => match QuietHours::USUAL.until(now) {
            Some(morning) if may_wait(conn, mailing, morning).await? => Some(morning),
            _ => None,
        },
        None => None,
    };
    let (held, due_at) = (held_until.is_some(), held_until.unwrap_or(now));
    sqlx::query!(
        "insert into delivery (message_id, mailing_id, chat_id, chat, urgency, due_at, held) values (?, ?, ?, ?, ?, ?, ?)",
        message,
        mailing,
        chat.id,
        chat.no,
        urgency,
        due_at,
        held
    )
    .execute(&mut *conn)
    .await
    .context("Owe a message to a chat")?;
    if held { super::quiet::look_again(conn).await } else { Ok(()) }
}

/// Whether what belongs to a mailing waits until then. What would be over by then is posted now: nobody's sleep is worth
/// that nobody hears of it.
async fn may_wait(conn: &mut SqliteConnection, mailing: MailingId, until: Moment) -> Result<bool> {
    sqlx::query_scalar!(
        r#"
        select at_once = 0 and coalesce(pointless_at > ?, 1) as "waits!: bool" from mailing where id = ?
        "#,
        until,
        mailing
    )
    .fetch_one(conn)
    .await
    .context("Ask whether a mailing waits")
}

/// Owes new content to what was posted in a chat about a subject. Copies that still wait are replaced before they leave.
pub async fn bring_up_to_date(
    conn: &mut SqliteConnection,
    chat: ChatId,
    subject: Subject,
    view: &View,
    now: Moment,
) -> Result<()> {
    let name = subject.to_string();
    let message = insert_message(conn, None, Some(subject), view).await?;
    sqlx::query!(
        "insert into delivery (message_id, chat_id, chat, urgency, edits, due_at)
         select ?1, d.chat_id, d.chat, ?2, d.sent_as, ?3
         from message m join delivery d on d.message_id = m.id
         where m.subject = ?4 and d.chat_id = ?5 and d.state = 'sent' and d.sent_as is not null and d.edits is null
         on conflict (chat, edits) where state = 'due' and edits is not null
         do update set message_id = excluded.message_id",
        message,
        Urgency::Refresh,
        now,
        name,
        chat
    )
    .execute(&mut *conn)
    .await
    .context("Owe new content to a card in a chat")?;
    sqlx::query!(
        "update delivery set message_id = ?1
         where chat_id = ?2 and state in ('due', 'paused') and edits is null
           and message_id in (select id from message where subject = ?3)",
        message,
        chat,
        name
    )
    .execute(conn)
    .await
    .context("Replace what still waits for a chat")?;
    Ok(())
}

/// Owes the deletion of somebody's message there.
pub async fn take_away(conn: &mut SqliteConnection, chat: &Chat, no: MessageNo, now: Moment) -> Result<()> {
    let gone = View::showing(crate::ui::view::Body::Gone);
    let message = insert_message(conn, None, None, &gone).await?;
    sqlx::query!(
        "insert into delivery (message_id, chat_id, chat, urgency, edits, due_at) values (?, ?, ?, ?, ?, ?)
         on conflict do nothing",
        message,
        chat.id,
        chat.no,
        Urgency::Awaited,
        no,
        now
    )
    .execute(conn)
    .await
    .context("Owe a deletion")?;
    Ok(())
}

/// Where something about a subject was posted, or is about to be.
pub async fn told(conn: &mut SqliteConnection, subject: Subject) -> Result<Vec<ChatId>> {
    let subject = subject.to_string();
    sqlx::query_scalar!(
        r#"
        select distinct d.chat_id as "id!: ChatId" from message m join delivery d on d.message_id = m.id
        where m.subject = ? and d.chat_id is not null and d.edits is null and d.state in ('due', 'paused', 'sent')
        "#,
        subject
    )
    .fetch_all(conn)
    .await
    .context("List where something was posted")
}

/// Whether something about a subject is still to be posted in a chat.
pub async fn waits(conn: &mut SqliteConnection, chat: ChatId, subject: Subject) -> Result<bool> {
    let subject = subject.to_string();
    sqlx::query_scalar!(
        r#"
        select exists (select 1 from message m join delivery d on d.message_id = m.id
                       where m.subject = ? and d.chat_id = ? and d.edits is null and d.state in ('due', 'paused'))
            as "waits!: bool"
        "#,
        subject,
        chat
    )
    .fetch_one(conn)
    .await
    .context("Ask what a chat is still to get")
}

/// Nothing more goes to a chat: it is no longer linked, or the bot is not there.
pub async fn drop_all(conn: &mut SqliteConnection, chat: ChatId, now: Moment) -> Result<()> {
    sqlx::query!(
        "update delivery set state = 'cancelled', finished_at = ? where chat_id = ? and state in ('due', 'paused')",
        now,
        chat
    )
    .execute(conn)
    .await
    .context("Take back what a chat was to get")?;
    Ok(())
}

/// A group has become a supergroup: what is owed goes there. Messages of the old one cannot be changed any more.
pub async fn follow(conn: &mut SqliteConnection, chat: ChatId, to: ChatNo) -> Result<()> {
    sqlx::query!("delete from delivery where chat_id = ? and edits is not null and state = 'due'", chat)
        .execute(&mut *conn)
        .await
        .context("Drop edits in a group that is gone")?;
    sqlx::query!("update delivery set sent_as = null where chat_id = ? and state = 'sent'", chat)
        .execute(&mut *conn)
        .await
        .context("Let the cards of a group go")?;
    sqlx::query!("update delivery set chat = ? where chat_id = ? and state in ('due', 'paused')", to, chat)
        .execute(conn)
        .await
        .context("Send what is owed to the supergroup")?;
    Ok(())
}
