//! The tables of letters.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{From, Letter, Part};
use crate::clock::Moment;
use crate::ids::{AddressId, AnnouncementId, ChatId, LetterId, MessageNo, PersonId};
use crate::outbox::Subject;
use crate::ui::state::Name;
use crate::ui::view::Content;

struct Row {
    id: LetterId,
    person: Option<PersonId>,
    address: Option<AddressId>,
    waits_since: Option<Moment>,
    taken_by: Option<PersonId>,
    taken_at: Option<Moment>,
    settled_by: Option<PersonId>,
    answered: bool,
}

impl Row {
    fn open(self) -> Letter {
        Letter {
            id: self.id,
            from: self.person.map_or(From::Unnamed(self.address), From::Person),
            waits_since: self.waits_since,
            taken: self.taken_by.zip(self.taken_at),
            settled_by: self.settled_by,
            answered: self.answered,
        }
    }
}

/// Begins a conversation.
pub async fn insert(conn: &mut SqliteConnection, from: From) -> Result<LetterId> {
    let (person, address) = match from {
        From::Person(id) => (Some(id), None),
        From::Unnamed(address) => (None, address),
    };
    let id = sqlx::query!("insert into letter (person_id, address_id) values (?, ?)", person, address)
        .execute(conn)
        .await
        .context("Begin a letter")?
        .last_insert_rowid();
    Ok(LetterId(id))
}

/// Adds what was said: by the writer, or by an organizer.
pub async fn add(
    conn: &mut SqliteConnection,
    id: LetterId,
    by: Option<PersonId>,
    on: Option<AnnouncementId>,
    content: &Content,
    at: Moment,
) -> Result<()> {
    let content = serde_json::to_string(content).context("Write down a letter")?;
    let answer = by.is_some();
    sqlx::query!(
        "insert into letter_part (letter_id, answer, by_id, announcement_id, content, written_at)
         values (?, ?, ?, ?, ?, ?)",
        id,
        answer,
        by,
        on,
        content,
        at
    )
    .execute(conn)
    .await
    .context("Keep a letter")?;
    Ok(())
}

/// It waits for the organizers, as it may have before.
pub async fn set_waiting(conn: &mut SqliteConnection, id: LetterId, at: Moment) -> Result<()> {
    sqlx::query!(
        "update letter set waits_since = coalesce(waits_since, ?), settled_by = null, settled_at = null where id = ?",
        at,
        id
    )
    .execute(conn)
    .await
    .context("Note that a letter waits")?;
    Ok(())
}

/// It is settled; `false`: it was already.
pub async fn settle(conn: &mut SqliteConnection, id: LetterId, by: PersonId, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update letter set waits_since = null, taken_by = null, taken_at = null, settled_by = ?, settled_at = ?
         where id = ? and waits_since is not null",
        by,
        now,
        id
    )
    .execute(conn)
    .await
    .context("Settle a letter")?;
    Ok(done.rows_affected() == 1)
}

/// This one answers it; none: nobody does.
pub async fn take(
    conn: &mut SqliteConnection,
    id: LetterId,
    by: Option<PersonId>,
    now: Moment,
) -> Result<()> {
    let at = by.map(|_| now);
    sqlx::query!("update letter set taken_by = ?, taken_at = ? where id = ?", by, at, id)
        .execute(conn)
        .await
        .context("Take a letter")?;
    Ok(())
}

/// One letter.
pub async fn get(conn: &mut SqliteConnection, id: LetterId) -> Result<Option<Letter>> {
    let row = sqlx::query_as!(
        Row,
        r#"
        select l.id as "id!: LetterId", l.person_id as "person: PersonId", l.address_id as "address: AddressId",
               l.waits_since as "waits_since: Moment", l.taken_by as "taken_by: PersonId",
               l.taken_at as "taken_at: Moment", l.settled_by as "settled_by: PersonId",
               coalesce((select p.answer from letter_part p where p.letter_id = l.id order by p.id desc limit 1), 0)
                   as "answered!: bool"
        from letter l where l.id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a letter")?;
    Ok(row.map(Row::open))
}

/// The letters that wait, the longest first; then those that were settled, the latest first.
pub async fn list(conn: &mut SqliteConnection, first: u32, most: u32) -> Result<Vec<Letter>> {
    let rows = sqlx::query_as!(
        Row,
        r#"
        select l.id as "id!: LetterId", l.person_id as "person: PersonId", l.address_id as "address: AddressId",
               l.waits_since as "waits_since: Moment", l.taken_by as "taken_by: PersonId",
               l.taken_at as "taken_at: Moment", l.settled_by as "settled_by: PersonId",
               coalesce((select p.answer from letter_part p where p.letter_id = l.id order by p.id desc limit 1), 0)
                   as "answered!: bool"
        from letter l order by l.waits_since is null, l.waits_since, l.settled_at desc, l.id limit ? offset ?
        "#,
        most,
        first
    )
    .fetch_all(conn)
    .await
    .context("List letters")?;
    Ok(rows.into_iter().map(Row::open).collect())
}

/// How many there are, and how many of them wait.
pub async fn count(conn: &mut SqliteConnection) -> Result<(i64, i64)> {
    let row =
        sqlx::query!(r#"select count(*) as "all!: i64", count(waits_since) as "wait!: i64" from letter"#)
            .fetch_one(conn)
            .await
            .context("Count letters")?;
    Ok((row.all, row.wait))
}

/// The last conversation of a person who gives their name.
pub async fn of_person(conn: &mut SqliteConnection, person: PersonId) -> Result<Option<LetterId>> {
    sqlx::query_scalar!(r#"select max(id) as "id: LetterId" from letter where person_id = ?"#, person)
        .fetch_one(conn)
        .await
        .context("Find a person's letter")
}

/// The conversation that an address belongs to.
pub async fn of_address(conn: &mut SqliteConnection, address: AddressId) -> Result<Option<LetterId>> {
    sqlx::query_scalar!(r#"select id as "id!: LetterId" from letter where address_id = ?"#, address)
        .fetch_optional(conn)
        .await
        .context("Find an unnamed letter")
}

/// The announcement that what was last written answers.
pub async fn answers(conn: &mut SqliteConnection, id: LetterId) -> Result<Option<AnnouncementId>> {
    let on = sqlx::query_scalar!(
        r#"
        select announcement_id as "on: AnnouncementId" from letter_part
        where letter_id = ? and answer = 0 order by id desc limit 1
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Find what a letter answers")?;
    Ok(on.flatten())
}

/// What was said in it, the latest last; at most so much.
pub async fn parts(conn: &mut SqliteConnection, id: LetterId, most: u32) -> Result<Vec<Part>> {
    let rows = sqlx::query!(
        r#"
        select p.content, p.written_at as "written_at: Moment", p.answer as "answer: bool", o.name as "by?: Name"
        from letter_part p left join person o on o.id = p.by_id where p.letter_id = ? order by p.id desc limit ?
        "#,
        id,
        most
    )
    .fetch_all(conn)
    .await
    .context("List what a letter says")?;
    let parts = rows.into_iter().rev().map(|row| {
        // Not the error itself: it may quote what somebody wrote.
        let content = serde_json::from_str(&row.content).ok().context("Read a letter")?;
        Ok(Part { content, written_at: row.written_at, answer: row.answer, by: row.by })
    });
    parts.collect()
}

/// The letter that a message tells of: of an organizers' group, or (with a person) of the answer in somebody's chat.
pub async fn in_message(
    conn: &mut SqliteConnection,
    chat: Option<ChatId>,
    person: Option<PersonId>,
    no: MessageNo,
) -> Result<Option<LetterId>> {
    let subject = sqlx::query_scalar!(
        r#"
        select m.subject as "subject!: String" from delivery d join message m on m.id = d.message_id
        where (d.chat_id = ?1 or d.person_id = ?2) and d.sent_as = ?3 and d.edits is null and m.subject is not null
        "#,
        chat,
        person,
        no
    )
    .fetch_optional(conn)
    .await
    .context("Find the letter in a message")?;
    Ok(subject.as_deref().and_then(Subject::letter))
}
