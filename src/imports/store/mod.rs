//! The table of imports; [`rows`] is that of their rows, [`work`] what the worker takes and leaves, [`outcome`] what
//! becomes of them.

pub mod outcome;
pub mod rows;
pub mod work;

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Import, Source, Stage, Trouble};
use crate::clock::Moment;
use crate::ids::{CallId, ImportId, MessageNo, PersonId};
use crate::ui::state::Question;

/// Begins one. A file is to be read; messages are gathered.
pub async fn begin(
    conn: &mut SqliteConnection,
    by: PersonId,
    file: Option<(&str, Option<&str>)>,
    call: CallId,
    now: Moment,
) -> Result<ImportId> {
    let (source, stage) = match file {
        Some(_) => (Source::File, Stage::Reading),
        None => (Source::Messages, Stage::Gathering),
    };
    let (file, name) = file.map_or((None, None), |(file, name)| (Some(file), name));
    let id = sqlx::query!(
        "insert into import (person_id, source, name, file, stage, call_id, begun_at) values (?, ?, ?, ?, ?, ?, ?)",
        by,
        source,
        name,
        file,
        stage,
        call,
        now
    )
    .execute(conn)
    .await
    .context("Begin an import")?
    .last_insert_rowid();
    Ok(ImportId(id))
}

/// One import.
pub async fn get(conn: &mut SqliteConnection, id: ImportId) -> Result<Option<Import>> {
    sqlx::query_as!(
        Import,
        r#"
        select i.id as "id!: ImportId", i.person_id as "by: PersonId", i.source as "source: Source", i.name,
               i.stage as "stage: Stage", i.version as "version: u32", i.call_id as "call: CallId",
               c.question as "question?: Question", i.take_close as "take_close: bool", i.trouble as "trouble: Trouble",
               coalesce(i.imported_at, i.begun_at) as "at!: Moment"
        from import i left join call c on c.id = i.call_id where i.id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get an import")
}

/// A page of all, the latest first.
pub async fn list(conn: &mut SqliteConnection, most: u32, skip: u32) -> Result<Vec<Import>> {
    sqlx::query_as!(
        Import,
        r#"
        select i.id as "id!: ImportId", i.person_id as "by: PersonId", i.source as "source: Source", i.name,
               i.stage as "stage: Stage", i.version as "version: u32", i.call_id as "call: CallId",
               c.question as "question?: Question", i.take_close as "take_close: bool", i.trouble as "trouble: Trouble",
               coalesce(i.imported_at, i.begun_at) as "at!: Moment"
        from import i left join call c on c.id = i.call_id order by i.id desc limit ? offset ?
        "#,
        most,
        skip
    )
    .fetch_all(conn)
    .await
    .context("List imports")
}

/// How many there are.
pub async fn count(conn: &mut SqliteConnection) -> Result<i64> {
    sqlx::query_scalar!(r#"select count(*) as "count!" from import"#)
        .fetch_one(conn)
        .await
        .context("Count imports")
}

/// How many of somebody's wait to be decided.
pub async fn count_waiting(conn: &mut SqliteConnection, by: PersonId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from import where person_id = ? and stage not in ('imported', 'undone')"#,
        by
    )
    .fetch_one(conn)
    .await
    .context("Count somebody's undecided imports")
}

/// It is given up, with all that stood in it.
pub async fn forget(conn: &mut SqliteConnection, id: ImportId) -> Result<()> {
    sqlx::query!("delete from import where id = ? and stage not in ('imported', 'undone')", id)
        .execute(conn)
        .await
        .context("Forget an import")?;
    Ok(())
}

/// Files of which nobody has decided since then are forgotten: other people's names may stand in them. What was sent as
/// messages stays.
pub async fn forget_undecided(conn: &mut SqliteConnection, before: Moment) -> Result<()> {
    sqlx::query!(
        "delete from import where source = 'file' and stage in ('ready', 'refused') and begun_at < ?",
        before
    )
    .execute(conn)
    .await
    .context("Forget undecided imports")?;
    Ok(())
}

/// Moves it on, to be worked on or shown. What was understood before is not confirmed any more.
pub async fn move_to(conn: &mut SqliteConnection, id: ImportId, stage: Stage) -> Result<()> {
    sqlx::query!(
        "update import set stage = ?, version = version + 1, tries = 0, trouble = null where id = ?",
        stage,
        id
    )
    .execute(conn)
    .await
    .context("Move an import on")?;
    Ok(())
}

/// Which call its proposals answer.
pub async fn set_call(conn: &mut SqliteConnection, id: ImportId, call: CallId) -> Result<()> {
    sqlx::query!("update import set call_id = ? where id = ?", call, id)
        .execute(conn)
        .await
        .context("Set the call of an import")?;
    Ok(())
}

/// Whether those that look close to others come in.
pub async fn set_take_close(conn: &mut SqliteConnection, id: ImportId, take: bool) -> Result<()> {
    sqlx::query!("update import set take_close = ?, version = version + 1 where id = ?", take, id)
        .execute(conn)
        .await
        .context("Set whether close proposals come in")?;
    Ok(())
}

/// The message that shows it; none: the one that was sent when it was begun.
pub async fn set_card(conn: &mut SqliteConnection, id: ImportId, card: Option<MessageNo>) -> Result<()> {
    sqlx::query!("update import set card = ? where id = ?", card, id)
        .execute(conn)
        .await
        .context("Set the card of an import")?;
    Ok(())
}

/// See [`set_card`].
pub async fn card(conn: &mut SqliteConnection, id: ImportId) -> Result<Option<MessageNo>> {
    let card = sqlx::query_scalar!(r#"select card as "card: MessageNo" from import where id = ?"#, id)
        .fetch_optional(conn)
        .await
        .context("Get the card of an import")?;
    Ok(card.flatten())
}
