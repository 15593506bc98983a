//! The table of letters.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::ids::{LetterId, PersonId};
use crate::ui::view::Content;

/// Who wrote a letter, and whether it was answered.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    pub from: Option<PersonId>,
    pub answered: bool,
}

/// Keeps a letter.
pub async fn insert(
    conn: &mut SqliteConnection,
    from: PersonId,
    content: &Content,
    now: Moment,
) -> Result<LetterId> {
    let content = serde_json::to_string(content).context("Write down a letter")?;
    let id = sqlx::query!(
        "insert into letter (person_id, content, written_at) values (?, ?, ?)",
        from,
        content,
        now
    )
    .execute(conn)
    .await
    .context("Keep a letter")?
    .last_insert_rowid();
    Ok(LetterId(id))
}

/// One letter.
pub async fn get(conn: &mut SqliteConnection, id: LetterId) -> Result<Option<Letter>> {
    sqlx::query_as!(
        Letter,
        r#"select person_id as "from: PersonId", answered_at is not null as "answered!: bool" from letter where id = ?"#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a letter")
}

/// Notes that a letter was answered.
pub async fn mark_answered(
    conn: &mut SqliteConnection,
    id: LetterId,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    sqlx::query!(
        "update letter set answered_at = coalesce(answered_at, ?), answered_by = coalesce(answered_by, ?) where id = ?",
        now,
        by,
        id
    )
    .execute(conn)
    .await
    .context("Note an answer")?;
    Ok(())
}
