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

/// Puts words below a picture that has none, by whoever sent it; `false`: it is gone.
pub async fn set_words(
    conn: &mut SqliteConnection,
    photo: PhotoId,
    by: PersonId,
    words: &Note,
) -> Result<bool> {
    let done = sqlx::query!(
        "update session_photo set words = ?3 where id = ?1 and person_id = ?2 and words is null",
        photo,
        by,
        words
    )
    .execute(conn)
    .await
    .context("Put words below a picture")?;
    Ok(done.rows_affected() == 1)
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

/// How many of them a person has sent.
pub async fn count_by(conn: &mut SqliteConnection, id: SessionId, person: PersonId) -> Result<u32> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!: u32" from session_photo where session_id = ? and person_id = ?"#,
        id,
        person
    )
    .fetch_one(conn)
    .await
    .context("Count somebody's pictures")
}

/// How many pictures are newer than one, which may be gone.
pub async fn newer_than(conn: &mut SqliteConnection, id: SessionId, photo: PhotoId) -> Result<u32> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!: u32" from session_photo where session_id = ? and id > ?"#,
        id,
        photo
    )
    .fetch_one(conn)
    .await
    .context("Count newer pictures")
}

/// One picture of a session.
pub async fn get(conn: &mut SqliteConnection, id: SessionId, photo: PhotoId) -> Result<Option<Photo>> {
    sqlx::query_as!(
        Photo,
        r#"
        select id as "id!: PhotoId", person_id as "by: PersonId", file, words as "words: Note"
        from session_photo where session_id = ? and id = ?
        "#,
        id,
        photo
    )
    .fetch_optional(conn)
    .await
    .context("Get a picture")
}

/// Takes a picture away.
pub async fn remove(conn: &mut SqliteConnection, photo: PhotoId) -> Result<()> {
    sqlx::query!("delete from session_photo where id = ?", photo)
        .execute(conn)
        .await
        .context("Take a picture away")?;
    Ok(())
}
