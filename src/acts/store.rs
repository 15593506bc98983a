//! The table of acts.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Act, Columns};
use crate::clock::Moment;
use crate::ids::PersonId;

/// Notes an act.
pub async fn note(conn: &mut SqliteConnection, by: PersonId, act: Act, now: Moment) -> Result<()> {
    let Columns { kind, subject, whom, detail } = act.columns();
    sqlx::query!(
        "insert into act (done_at, done_by, kind, subject, whom, detail) values (?, ?, ?, ?, ?, ?)",
        now,
        by,
        kind,
        subject,
        whom,
        detail
    )
    .execute(conn)
    .await
    .context("Note an act")?;
    Ok(())
}
