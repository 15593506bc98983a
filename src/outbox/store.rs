//! The tables of the outbox.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Hold, People, Progress, Subject, Urgency, quiet};
use crate::clock::Moment;
use crate::ids::{AddressId, ChatId, ChatNo, DeliveryId, MailingId, MessageNo, PersonId, TelegramId};
use crate::l10n::Lang;
use crate::people::Person;
use crate::ui::view::View;

/// A finished message in the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct MessageId(pub i64);

/// Whom a message is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipient {
    Person(PersonId),
    /// Everybody in a group or channel.
    Chat(ChatId),
    /// Somebody of whom only a key knows who it is: see [`super::sealed`].
    Sealed(AddressId),
}

/// A message that is owed, ready to be sent.
#[derive(Debug, Clone)]
pub struct Owed {
    pub id: DeliveryId,
    /// Other deliveries may be of the same one.
    pub message: MessageId,
    pub chat: ChatNo,
    pub to: Recipient,
    pub urgency: Urgency,
    pub edits: Option<MessageNo>,
    pub attempts: i64,
    /// A [`View`] as JSON.
    pub body: String,
}

/// How a mailing is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum MailingState {
    Running,
    Paused,
    Cancelled,
}

/// Begins a mailing; `hold` says whether it minds people's quiet hours.
pub async fn insert_mailing(conn: &mut SqliteConnection, hold: Hold, now: Moment) -> Result<MailingId> {
    let (at_once, pointless_at) = match hold {
        Hold::Quiet => (false, None),
        Hold::QuietBefore(over) => (false, Some(over)),
        Hold::Nothing => (true, None),
    };
    let done = sqlx::query!(
        "insert into mailing (made_at, at_once, pointless_at) values (?, ?, ?)",
        now,
        at_once,
        pointless_at
    )
    .execute(conn)
    .await
    .context("Begin a mailing")?;
    Ok(MailingId(done.last_insert_rowid()))
}

/// Writes a finished message down, to be owed to people. What nobody asked for just now stays in the chat: see
/// [`View::lasting`].
pub async fn insert_message(
    conn: &mut SqliteConnection,
    mailing: Option<MailingId>,
    subject: Option<Subject>,
    view: &View,
) -> Result<MessageId> {
    let subject = subject.map(|s| s.to_string());
    let body = serde_json::to_string(&view.clone().lasting()).context("Write down a message")?;
    let done = sqlx::query!(
        "insert into message (mailing_id, subject, body) values (?, ?, ?)",
        mailing,
        subject,
        body
    )
    .execute(conn)
    .await
    .context("Insert a message")?;
    Ok(MessageId(done.last_insert_rowid()))
}

/// Owes one message to one person. Nothing is owed to somebody out of reach.
pub async fn tell(
    conn: &mut SqliteConnection,
    person: &Person,
    urgency: Urgency,
    subject: Option<Subject>,
    view: &View,
    now: Moment,
) -> Result<()> {
    if person.blocked {
        return Ok(());
    }
    let message = insert_message(conn, None, subject, view).await?;
    sqlx::query!(
        "insert into delivery (message_id, person_id, chat, urgency, due_at) values (?, ?, ?, ?, ?)",
        message,
        person.id,
        person.telegram,
        urgency,
        now
    )
    .execute(&mut *conn)
    .await
    .context("Owe a message to a person")?;
    match urgency {
        Urgency::Broadcast => quiet::hold_back(conn, message, now).await.map(drop),
        Urgency::Awaited | Urgency::Refresh => Ok(()),
    }
}

/// Owes a message to those of these people who are within reach and speak `lang`. Returns how many get it, now or when
/// their quiet hours are over.
pub async fn tell_people(
    conn: &mut SqliteConnection,
    mailing: MailingId,
    people: &People,
    lang: Lang,
    subject: Option<Subject>,
    view: &View,
    now: Moment,
) -> Result<usize> {
    let message = insert_message(conn, Some(mailing), subject, view).await?;
    let people = people.json();
    let done = sqlx::query!(
        "insert into delivery (message_id, mailing_id, person_id, chat, urgency, due_at)
         select ?1, ?2, id, telegram_id, ?3, ?4 from person
         where joined_at is not null and blocked_at is null and lang = ?5
           and id in (select value from json_each(?6))
         on conflict do nothing",
        message,
        mailing,
        Urgency::Broadcast,
        now,
        lang,
        people
    )
    .execute(&mut *conn)
    .await
    .context("Owe a message to some people")?;
    let told = usize::try_from(done.rows_affected()).unwrap_or(usize::MAX);
    Ok(told.saturating_sub(quiet::hold_back(conn, message, now).await?))
}

/// The same for people who are listed here.
pub async fn tell_those(
    conn: &mut SqliteConnection,
    mailing: MailingId,
    people: &[PersonId],
    lang: Lang,
    subject: Option<Subject>,
    view: &View,
    now: Moment,
) -> Result<usize> {
    tell_people(conn, mailing, &People::of(people), lang, subject, view, now).await
}

/// Takes back what a person (none: everybody) was to be told about a subject and has not been told yet; `true`: there
/// was something.
pub async fn cancel_waiting(
    conn: &mut SqliteConnection,
    subject: Subject,
    person: Option<PersonId>,
    now: Moment,
) -> Result<bool> {
    let subject = subject.to_string();
    let cancelled = sqlx::query!(
        "update delivery set state = 'cancelled', finished_at = ?1
         where (?2 is null or person_id = ?2) and state in ('due', 'paused') and edits is null
           and message_id in (select id from message where subject = ?3)",
        now,
        person,
        subject
    )
    .execute(conn)
    .await
    .context("Take a message back")?;
    Ok(cancelled.rows_affected() > 0)
}

/// Owes new content to every copy of what was sent about a subject to people who speak `lang`, except the copy
/// `but` (it is edited by the reply). Copies that still wait to be sent are replaced before they leave.
pub async fn bring_up_to_date(
    conn: &mut SqliteConnection,
    subject: Subject,
    lang: Lang,
    view: &View,
    but: Option<(TelegramId, MessageNo)>,
    now: Moment,
) -> Result<()> {
    let name = subject.to_string();
    // What still waits is found by its subject again.
    let message = insert_message(conn, None, Some(subject), view).await?;
    let (chat, no) = but.unzip();
    sqlx::query!(
        "insert into delivery (message_id, person_id, chat, urgency, edits, due_at)
         select ?1, d.person_id, d.chat, ?2, d.sent_as, ?3
         from message m join delivery d on d.message_id = m.id join person p on p.id = d.person_id
         where m.subject = ?4 and d.state = 'sent' and d.edits is null and d.sent_as is not null and p.lang = ?5 and p.blocked_at is null
           and not (d.chat = coalesce(?6, 0) and d.sent_as = coalesce(?7, 0))
         on conflict (chat, edits) where state = 'due' and edits is not null
         do update set message_id = excluded.message_id",
        message,
        Urgency::Refresh,
        now,
        name,
        lang,
        chat,
        no
    )
    .execute(&mut *conn)
    .await
    .context("Owe new content to the copies of a card")?;
    sqlx::query!(
        "update delivery set message_id = ?1
         where state in ('due', 'paused') and edits is null
           and message_id in (select id from message where subject = ?2)
           and person_id in (select id from person where lang = ?3)",
        message,
        name,
        lang
    )
    .execute(conn)
    .await
    .context("Replace the copies of a card that still wait")?;
    Ok(())
}

/// Leaves every copy of what was sent about a subject to people who speak `lang` as it is, and owes it other buttons.
/// Where something else is owed to a copy already, that is enough. Copies that still wait to be sent are not sent.
pub async fn put_buttons(
    conn: &mut SqliteConnection,
    subject: Subject,
    lang: Lang,
    buttons: &View,
    now: Moment,
) -> Result<()> {
    let subject = subject.to_string();
    let message = insert_message(conn, None, None, buttons).await?;
    sqlx::query!(
        "insert into delivery (message_id, person_id, chat, urgency, edits, due_at)
         select ?1, d.person_id, d.chat, ?2, d.sent_as, ?3
         from message m join delivery d on d.message_id = m.id join person p on p.id = d.person_id
         where m.subject = ?4 and d.state = 'sent' and d.edits is null and d.sent_as is not null and p.lang = ?5 and p.blocked_at is null
         on conflict do nothing",
        message,
        Urgency::Refresh,
        now,
        subject,
        lang
    )
    .execute(&mut *conn)
    .await
    .context("Owe other buttons to the copies of a card")?;
    sqlx::query!(
        "update delivery set state = 'cancelled', finished_at = ?1
         where state in ('due', 'paused') and edits is null
           and message_id in (select id from message where subject = ?2)",
        now,
        subject
    )
    .execute(conn)
    .await
    .context("Take back the copies of a card that still wait")?;
    Ok(())
}

/// The person has put another screen on a message: it is no longer brought up to date.
pub async fn let_go(conn: &mut SqliteConnection, person: PersonId, no: MessageNo) -> Result<()> {
    sqlx::query!("update delivery set sent_as = null where person_id = ? and sent_as = ?", person, no)
        .execute(&mut *conn)
        .await
        .context("Let a card go")?;
    // What was to be shown there would put the card back.
    sqlx::query!(
        "delete from delivery where person_id = ? and edits = ? and state = 'due' and urgency = ?",
        person,
        no,
        Urgency::Refresh
    )
    .execute(conn)
    .await
    .context("Drop what a card was to show")?;
    Ok(())
}

/// Owes new content to one message that was sent earlier.
pub async fn edit(
    conn: &mut SqliteConnection,
    person: &Person,
    message_no: MessageNo,
    view: &View,
    now: Moment,
) -> Result<()> {
    let message = insert_message(conn, None, None, view).await?;
    sqlx::query!(
        "insert into delivery (message_id, person_id, chat, urgency, edits, due_at) values (?, ?, ?, ?, ?, ?)
         on conflict (chat, edits) where state = 'due' and edits is not null
         do update set message_id = excluded.message_id",
        message,
        person.id,
        person.telegram,
        Urgency::Awaited,
        message_no,
        now
    )
    .execute(conn)
    .await
    .context("Owe an edit")?;
    Ok(())
}

/// Pauses, continues or cancels what of a mailing is still to be sent.
pub async fn steer(
    conn: &mut SqliteConnection,
    mailing: MailingId,
    to: MailingState,
    now: Moment,
) -> Result<()> {
    sqlx::query!("update mailing set state = ? where id = ? and state <> 'cancelled'", to, mailing)
        .execute(&mut *conn)
        .await
        .context("Steer a mailing")?;
    match to {
        MailingState::Running => {
            sqlx::query!(
                "update delivery set state = 'due' where mailing_id = ? and state = 'paused'",
                mailing
            )
            .execute(conn)
            .await
        }
        MailingState::Paused => {
            sqlx::query!(
                "update delivery set state = 'paused' where mailing_id = ? and state = 'due'",
                mailing
            )
            .execute(conn)
            .await
        }
        MailingState::Cancelled => {
            sqlx::query!(
                "update delivery set state = 'cancelled', finished_at = ?
                 where mailing_id = ? and state in ('due', 'paused')",
                now,
                mailing
            )
            .execute(conn)
            .await
        }
    }
    .context("Steer a mailing's deliveries")?;
    Ok(())
}

/// How a mailing is doing.
pub async fn mailing_state(conn: &mut SqliteConnection, mailing: MailingId) -> Result<MailingState> {
    sqlx::query_scalar!(r#"select state as "state: MailingState" from mailing where id = ?"#, mailing)
        .fetch_one(conn)
        .await
        .context("Get a mailing's state")
}

/// How far a mailing has come.
pub async fn progress(conn: &mut SqliteConnection, mailing: MailingId) -> Result<Progress> {
    let rows = sqlx::query!(
        r#"select state, count(*) as "count!" from delivery where mailing_id = ? and person_id is not null group by state"#,
        mailing
    )
    .fetch_all(conn)
    .await
    .context("Count a mailing's deliveries")?;
    let mut progress = Progress::default();
    for row in rows {
        match row.state.as_str() {
            "sent" => progress.sent = row.count,
            "blocked" => progress.blocked = row.count,
            "failed" => progress.failed = row.count,
            "cancelled" => progress.cancelled = row.count,
            _ => progress.waiting += row.count,
        }
    }
    Ok(progress)
}

/// The most urgent messages that may go now, other than to some chats and other than some messages (JSON arrays).
pub async fn due(conn: &mut SqliteConnection, but_to: &str, but: &str, most: i64) -> Result<Vec<Owed>> {
    let rows = sqlx::query!(
        r#"
        select d.id as "id!: DeliveryId", d.message_id as "message: MessageId", d.chat as "chat: ChatNo",
               d.person_id as "person: PersonId", d.chat_id as "group: ChatId", d.address_id as "address: AddressId", d.urgency as "urgency: Urgency",
               d.edits as "edits: MessageNo", d.attempts, m.body as "body!"
        from delivery d join message m on m.id = d.message_id
        where d.state = 'due' and d.held = 0 and d.chat not in (select value from json_each(?1))
          and d.message_id not in (select value from json_each(?2))
          -- A chat gets its messages in order: those behind one that is held wait with it, but for what is awaited.
          and (d.urgency = 0 or d.chat not in (select h.chat from delivery h
                                               where h.state = 'due' and h.held = 0
                                                 and h.message_id in (select value from json_each(?2))))
        order by d.urgency, d.id limit ?3
        "#,
        but_to,
        but,
        most
    )
    .fetch_all(conn)
    .await
    .context("List deliveries that are due")?;
    // A row names one of them.
    let owed = rows.into_iter().filter_map(|row| {
        let to = row.person.map(Recipient::Person).or(row.group.map(Recipient::Chat));
        let to = to.or(row.address.map(Recipient::Sealed))?;
        let (id, message, chat, urgency) = (row.id, row.message, row.chat, row.urgency);
        Some(Owed {
            id,
            message,
            chat,
            to,
            urgency,
            edits: row.edits,
            attempts: row.attempts,
            body: row.body,
        })
    });
    Ok(owed.collect())
}

/// The message was sent, under this number. Should other content have taken its place while it was under way, that is
/// owed next.
pub async fn mark_sent(
    conn: &mut SqliteConnection,
    id: DeliveryId,
    sent: MessageId,
    no: MessageNo,
    now: Moment,
) -> Result<()> {
    let done = sqlx::query!(
        "update delivery set state = 'sent', sent_as = ?, finished_at = ? where id = ? and message_id = ?",
        no,
        now,
        id,
        sent
    )
    .execute(&mut *conn)
    .await
    .context("Mark a delivery as sent")?;
    if done.rows_affected() == 1 {
        return Ok(());
    }
    // An edit simply goes once more.
    let done = sqlx::query!(
        "update delivery set state = 'sent', sent_as = ?, finished_at = ? where id = ? and edits is null",
        no,
        now,
        id
    )
    .execute(&mut *conn)
    .await
    .context("Mark a delivery as sent, for the time being")?;
    if done.rows_affected() == 1 {
        sqlx::query!(
            "insert into delivery (message_id, person_id, chat_id, chat, urgency, edits, due_at)
             select message_id, person_id, chat_id, chat, ?, sent_as, ? from delivery where id = ?
             on conflict (chat, edits) where state = 'due' and edits is not null
             do update set message_id = excluded.message_id",
            Urgency::Refresh,
            now,
            id
        )
        .execute(conn)
        .await
        .context("Owe what has taken a message's place")?;
    }
    Ok(())
}

/// What a message shows is at Telegram now: its other copies go without the bytes.
pub async fn keep_uploaded(conn: &mut SqliteConnection, id: MessageId, view: &View) -> Result<()> {
    let body = serde_json::to_string(view).context("Write down a message")?;
    sqlx::query!("update message set body = ? where id = ? and body is not null", body, id)
        .execute(conn)
        .await
        .context("Keep what was uploaded")?;
    Ok(())
}

/// Why a message does not reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// They blocked the bot, or are gone.
    Blocked,
    /// Telegram does not want it, and will not.
    Refused,
    /// Telegram could not be reached, or the bot may not write there for now: another try may do.
    ForNow,
}

/// The message will not reach the person.
pub async fn mark_lost(conn: &mut SqliteConnection, id: DeliveryId, why: Lost, now: Moment) -> Result<()> {
    let (state, again) = match why {
        Lost::Blocked => ("blocked", false),
        Lost::Refused => ("failed", false),
        Lost::ForNow => ("failed", true),
    };
    sqlx::query!(
        "update delivery set state = ?, again = ?, finished_at = ? where id = ?",
        state,
        again,
        now,
        id
    )
    .execute(conn)
    .await
    .context("Mark a delivery as lost")?;
    Ok(())
}

/// A try to send the message failed.
pub async fn count_try(conn: &mut SqliteConnection, id: DeliveryId) -> Result<()> {
    sqlx::query!("update delivery set attempts = attempts + 1 where id = ?", id)
        .execute(conn)
        .await
        .context("Count a failed try")?;
    Ok(())
}

/// Whether anything is still to be sent, other than what is paused or waits for the end of somebody's quiet hours.
pub async fn owes_anything(conn: &mut SqliteConnection) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select 1 from delivery where state = 'due' and held = 0) as "any!: bool""#
    )
    .fetch_one(conn)
    .await
    .context("Ask whether anything is owed")
}

/// Empties messages that nobody is owed any more since `before`, and forgets finished edits.
pub async fn scrub(conn: &mut SqliteConnection, before: Moment) -> Result<()> {
    sqlx::query!(
        "delete from delivery where finished_at < ? and edits is not null and mailing_id is null",
        before
    )
    .execute(&mut *conn)
    .await
    .context("Forget finished edits")?;
    sqlx::query!(
        "update message set body = null where body is not null
           and not exists (select 1 from delivery d where d.message_id = message.id
                           and (d.finished_at is null or d.finished_at >= ?))",
        before
    )
    .execute(&mut *conn)
    .await
    .context("Empty messages that were delivered")?;
    sqlx::query!(
        "delete from message where body is null
           and not exists (select 1 from delivery d where d.message_id = message.id)"
    )
    .execute(conn)
    .await
    .context("Forget messages nobody has")?;
    Ok(())
}
