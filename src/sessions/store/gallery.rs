//! The pictures of a session: drawings and models, with a line of words.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::super::Photo;
use crate::clock::Moment;
use crate::ids::{PersonId, PhotoId, SessionId};
use crate::ui::state::Note;

/// Adds a picture.
pub async fn add(
    conn: &mut SqliteConnection,
    id: SessionId,
    by: PersonId,
    file: &str,
    words: Option<&Note>,
    now: Moment,
) -> Result<PhotoId> {
    let id = sqlx::query!(
        "insert into session_photo (session_id, person_id, file, words, added_at) values (?, ?, ?, ?, ?)",
        id,
        by,
        file,
        words,
        now
    )
    .execute(conn)
    .await
    .context("Add a picture")?
    .last_insert_rowid();
    Ok(PhotoId(id))
}

/// Some of the pictures, the latest first.
pub async fn list(conn: &mut SqliteConnection, id: SessionId, first: u32, most: u32) -> Result<Vec<Photo>> {
    sqlx::query_as!(
        Photo,
        r#"
        select id as "id!: PhotoId", person_id as "by: PersonId", file, words as "words: Note"
        from session_photo where session_id = ? order by id desc limit ? offset ?
        "#,
        id,
        most,
        first
    )
    .fetch_all(conn)
    .await
    .context("List pictures")
}

/// How many pictures there are.
pub async fn count(conn: &mut SqliteConnection, id: SessionId) -> Result<u32> {
    sqlx::query_scalar!(r#"select count(*) as "count!: u32" from session_photo where session_id = ?"#, id)
        .fetch_one(conn)
        .await
        .context("Count pictures")
}
