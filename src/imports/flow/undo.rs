//! All imports, what became of one, and taking it back. What is taken back is out of everybody's sight and counts
//! nowhere; where people stood on it stays in the table, and goes with the proposal. Before that it is said how many of
//! them people have done something with, and those can stay.

use anyhow::Result;
use sqlx::SqliteConnection;

use super::{gone, show};
use crate::acts::{self, Act};
use crate::cx::{Cx, Organizer};
use crate::ids::ImportId;
use crate::imports::store::{self, outcome};
use crate::imports::view::undo::{self as view, Brought};
use crate::imports::{Import, LISTED, Stage};
use crate::people;
use crate::ui::view::{Paging, Reply};

/// What came in with it.
pub async fn brought(conn: &mut SqliteConnection, import: Import) -> Result<Brought> {
    let by = match import.by {
        Some(by) => people::store::get(conn, by).await?.and_then(|(person, _)| person.name),
        None => None,
    };
    let count = outcome::brought_in(conn, import.id).await?;
    let fate = outcome::fate(conn, import.id).await?;
    Ok(Brought { import, count, fate, by })
}

/// A page of all of them.
pub async fn list(cx: &mut Cx, _: Organizer, page: u32) -> Result<Reply> {
    let at = Paging::new(page, LISTED, store::count(&mut cx.tx).await?);
    let mut imports = Vec::new();
    for import in store::list(&mut cx.tx, LISTED, at.offset()).await? {
        let count = outcome::brought_in(&mut cx.tx, import.id).await?;
        imports.push((import, count));
    }
    Ok(Reply::edit(view::list(cx.me.lang, &imports, at, cx.now)))
}

/// Asks whether to take it back.
pub async fn ask(cx: &mut Cx, _: Organizer, id: ImportId) -> Result<Reply> {
    let Some(import) = store::get(&mut cx.tx, id).await? else { return gone(cx) };
    let fate = outcome::fate(&mut cx.tx, id).await?;
    if import.stage.is_open() || fate.there == 0 {
        let toast = cx.t().import_undone_already();
        return Ok(show(cx, id).await?.toasting(toast));
    }
    Ok(Reply::edit(view::ask(cx.me.lang, id, fate)))
}

/// Takes it back: all of it, or what nobody has touched.
pub async fn take_back(cx: &mut Cx, _: Organizer, id: ImportId, all: bool) -> Result<Reply> {
    let Some(import) = store::get(&mut cx.tx, id).await? else { return gone(cx) };
    if !matches!(import.stage, Stage::Imported | Stage::Undone) {
        return show(cx, id).await;
    }
    let count = outcome::take_back(&mut cx.tx, id, all, cx.now).await?;
    if count > 0 {
        acts::note(cx, Act::TookBack(id)).await?;
    }
    let toast = match count {
        0 => cx.t().import_undone_already(),
        count => cx.t().import_undone_toast(count),
    };
    Ok(show(cx, id).await?.toasting(toast))
}
