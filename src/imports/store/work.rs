//! What the worker takes from the table of imports, and leaves there.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::ids::{CallId, ImportId};
use crate::imports::columns::Layout;
use crate::imports::{Stage, Trouble};

/// What stood in the file, as JSON.
pub async fn sheet(conn: &mut SqliteConnection, id: ImportId) -> Result<Option<String>> {
    let sheet = sqlx::query_scalar!("select sheet from import where id = ?", id)
        .fetch_optional(conn)
        .await
        .context("Get what stood in a file")?;
    Ok(sheet.flatten())
}

/// Which column holds what; none: it is no table.
pub async fn layout(conn: &mut SqliteConnection, id: ImportId) -> Result<Option<Layout>> {
    let layout = sqlx::query_scalar!("select columns from import where id = ?", id)
        .fetch_optional(conn)
        .await
        .context("Get which column holds what")?;
    let layout = layout.flatten().map(|layout| serde_json::from_str(&layout));
    layout.transpose().context("Read which column holds what")
}

/// Keeps both, and needs the file no more.
pub async fn keep_sheet(
    conn: &mut SqliteConnection,
    id: ImportId,
    sheet: &str,
    layout: &Layout,
) -> Result<()> {
    sqlx::query!("update import set sheet = ?, file = null where id = ?", sheet, id)
        .execute(&mut *conn)
        .await
        .context("Keep what stood in a file")?;
    set_layout(conn, id, layout).await
}

/// Sets which column holds what.
pub async fn set_layout(conn: &mut SqliteConnection, id: ImportId, layout: &Layout) -> Result<()> {
    let layout = serde_json::to_string(layout).context("Write down which column holds what")?;
    sqlx::query!("update import set columns = ? where id = ?", layout, id)
        .execute(conn)
        .await
        .context("Set which column holds what")?;
    Ok(())
}

/// A piece of work for the worker.
#[derive(Debug, Clone)]
pub struct Job {
    pub id: ImportId,
    pub stage: Stage,
    pub version: u32,
    /// Telegram's name of the file.
    pub file: Option<String>,
    pub call: Option<CallId>,
    pub tries: u32,
}

/// Whether there is any.
pub async fn any_waiting(conn: &mut SqliteConnection) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select 1 from import where stage in ('reading', 'comparing')) as "any!: bool""#
    )
    .fetch_one(conn)
    .await
    .context("Ask whether an import is to be worked on")
}

/// The next one, begun.
pub async fn begin_next(conn: &mut SqliteConnection) -> Result<Option<Job>> {
    sqlx::query_as!(
        Job,
        r#"
        update import set tries = tries + 1
        where id = (select id from import where stage in ('reading', 'comparing') order by tries, id limit 1)
        returning id as "id!: ImportId", stage as "stage!: Stage", version as "version!: u32", file,
                  call_id as "call: CallId", tries as "tries!: u32"
        "#
    )
    .fetch_optional(conn)
    .await
    .context("Begin work on an import")
}

/// It is still what it was when the work was begun.
pub async fn is_still(conn: &mut SqliteConnection, job: &Job) -> Result<bool> {
    sqlx::query_scalar!(
        r#"
        select exists (select 1 from import where id = ? and stage = ? and version = ?) as "still!: bool"
        "#,
        job.id,
        job.stage,
        job.version
    )
    .fetch_one(conn)
    .await
    .context("Ask whether an import is still to be worked on")
}

/// The file cannot be read.
pub async fn refuse(conn: &mut SqliteConnection, id: ImportId, trouble: Trouble) -> Result<()> {
    sqlx::query!("update import set stage = 'refused', trouble = ? where id = ?", trouble, id)
        .execute(&mut *conn)
        .await
        .context("Refuse a file")?;
    Ok(())
}
