//! The tables of polls.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::Poll;
use crate::clock::Moment;
use crate::ids::{PersonId, PollId};
use crate::l10n::Lang;
use crate::outbox::{Subject, Urgency, store::MessageId};
use crate::ui::state::{Choice, PollDraft, Question};

/// A poll in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: PollId,
    pub question: Question,
    pub open: bool,
    /// The person has answered.
    pub answered: bool,
}

/// Opens a poll.
pub async fn insert(conn: &mut SqliteConnection, draft: &PollDraft, now: Moment) -> Result<PollId> {
    let id = sqlx::query!("insert into poll (question, opened_at) values (?, ?)", draft.question, now)
        .execute(&mut *conn)
        .await
        .context("Open a poll")?
        .last_insert_rowid();
    for (position, words) in (0i64..).zip(&draft.answers) {
        sqlx::query!(
            "insert into poll_option (poll_id, position, words) values (?, ?, ?)",
            id,
            position,
            words
        )
        .execute(&mut *conn)
        .await
        .context("Insert an answer")?;
    }
    Ok(PollId(id))
}

/// One poll with its counts.
pub async fn get(conn: &mut SqliteConnection, id: PollId) -> Result<Option<Poll>> {
    let rows = sqlx::query!(
        r#"
        select p.question as "question!: Question", p.closed_at is null as "open!: bool", o.words as "words!: Choice",
               (select count(*) from poll_answer a
                where a.poll_id = o.poll_id and a.position = o.position) as "count!: i64"
        from poll p join poll_option o on o.poll_id = p.id where p.id = ? order by o.position
        "#,
        id
    )
    .fetch_all(conn)
    .await
    .context("Get a poll")?;
    let Some(first) = rows.first() else { return Ok(None) };
    Ok(Some(Poll {
        id,
        question: first.question.clone(),
        open: first.open,
        answers: rows.into_iter().map(|row| (row.words, row.count)).collect(),
    }))
}

/// The polls: open ones first, then the latest.
pub async fn list(conn: &mut SqliteConnection, person: PersonId, most: i64) -> Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"
        select p.id as "id!: PollId", p.question as "question!: Question", p.closed_at is null as "open!: bool",
               exists (select 1 from poll_answer a
                       where a.poll_id = p.id and a.person_id = ?) as "answered!: bool"
        from poll p order by p.closed_at is not null, p.id desc limit ?
        "#,
        person,
        most
    )
    .fetch_all(conn)
    .await
    .context("List polls")
}

/// How many open polls still wait for a person's answer.
pub async fn waiting_for(conn: &mut SqliteConnection, person: PersonId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from poll p
        where p.closed_at is null
          and not exists (select 1 from poll_answer a where a.poll_id = p.id and a.person_id = ?)
        "#,
        person
    )
    .fetch_one(conn)
    .await
    .context("Count polls that wait for a person")
}

/// What a person answered.
pub async fn answer_of(conn: &mut SqliteConnection, poll: PollId, person: PersonId) -> Result<Option<u8>> {
    sqlx::query_scalar!(
        r#"select position as "position: u8" from poll_answer where poll_id = ? and person_id = ?"#,
        poll,
        person
    )
    .fetch_optional(conn)
    .await
    .context("Get an answer")
}

/// Notes a person's answer, of which the last one counts, and gives the poll as it is then. `false`: it is closed, or
/// has no such answer. Asked in one go, because this is what many people do at once.
pub async fn answer(
    conn: &mut SqliteConnection,
    id: PollId,
    person: PersonId,
    position: u8,
) -> Result<Option<(bool, Poll)>> {
    let rows = sqlx::query!(
        r#"
        insert into poll_answer (poll_id, person_id, position)
        select o.poll_id, ?, o.position from poll p join poll_option o on o.poll_id = p.id
        where p.id = ? and p.closed_at is null and o.position = ?
        on conflict (poll_id, person_id) do update set position = excluded.position;
        select changes() > 0 as "taken!: bool", p.question as "question!: Question",
               p.closed_at is null as "open!: bool", o.words as "words!: Choice",
               (select count(*) from poll_answer a
                where a.poll_id = o.poll_id and a.position = o.position) as "count!: i64"
        from poll p join poll_option o on o.poll_id = p.id where p.id = ? order by o.position
        "#,
        person,
        id,
        position,
        id
    )
    .fetch_all(conn)
    .await
    .context("Answer a poll")?;
    let Some(first) = rows.first() else { return Ok(None) };
    let (taken, question, open) = (first.taken, first.question.clone(), first.open);
    let answers = rows.into_iter().map(|row| (row.words, row.count)).collect();
    Ok(Some((taken, Poll { id, question, open, answers })))
}

/// Closes a poll; `false`: it was closed already.
pub async fn close(conn: &mut SqliteConnection, id: PollId, now: Moment) -> Result<bool> {
    let done =
        sqlx::query!("update poll set closed_at = ?, stale = 0 where id = ? and closed_at is null", now, id)
            .execute(conn)
            .await
            .context("Close a poll")?;
    Ok(done.rows_affected() == 1)
}

/// The open polls whose cards are stale; they are held to be fresh from then on.
pub async fn take_stale(conn: &mut SqliteConnection) -> Result<Vec<PollId>> {
    sqlx::query_scalar!(r#"update poll set stale = 0 where stale = 1 returning id as "id!: PollId""#)
        .fetch_all(conn)
        .await
        .context("Take the stale polls")
}

/// Owes a new card to everyone who gave an answer and speaks `lang`: people who have not answered see no counts.
pub async fn refresh(
    conn: &mut SqliteConnection,
    poll: PollId,
    position: u8,
    lang: Lang,
    message: MessageId,
    now: Moment,
) -> Result<()> {
    let subject = Subject::Poll(poll).to_string();
    sqlx::query!(
        "insert into delivery (message_id, person_id, chat, urgency, edits, due_at)
         select ?1, d.person_id, d.chat, ?2, d.sent_as, ?3
         from message m join delivery d on d.message_id = m.id
         join poll_answer a on a.person_id = d.person_id and a.poll_id = ?4 and a.position = ?5
         join person p on p.id = d.person_id
         where m.subject = ?6 and d.state = 'sent' and d.edits is null and p.lang = ?7 and p.blocked_at is null
         on conflict (chat, edits) where state = 'due' and edits is not null
         do update set message_id = excluded.message_id",
        message,
        Urgency::Refresh,
        now,
        poll,
        position,
        subject,
        lang
    )
    .execute(conn)
    .await
    .context("Owe fresh cards of a poll")?;
    Ok(())
}

/// Whether any cards are stale.
pub async fn any_stale(conn: &mut SqliteConnection) -> Result<bool> {
    sqlx::query_scalar!(r#"select exists (select 1 from poll where stale = 1) as "any!: bool""#)
        .fetch_one(conn)
        .await
        .context("Ask for stale polls")
}
