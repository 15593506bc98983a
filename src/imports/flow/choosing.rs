//! Before it is decided: which column, which call, with or without what is alike; and the rows to look at.

use std::collections::HashMap;

use anyhow::Result;

use super::{again, show};
use crate::cx::{Cx, Organizer};
use crate::ids::{CallId, ImportId};
use crate::imports::columns::Columns;
use crate::imports::store::{self, rows, work};
use crate::imports::{Import, Other, PAGE, Pile, Stage, Verdict, view};
use crate::proposals;
use crate::ui::view::{Paging, Reply};

/// How many calls are offered.
const CALLS: i64 = 12;

/// An import that waits to be decided; else what to say.
async fn ready(cx: &mut Cx, id: ImportId) -> Result<Result<Import, Reply>> {
    Ok(match store::get(&mut cx.tx, id).await? {
        Some(import) if import.stage == Stage::Ready => Ok(import),
        _ => Err(show(cx, id).await?),
    })
}

/// Offers other columns.
pub async fn columns(cx: &mut Cx, _: Organizer, id: ImportId) -> Result<Reply> {
    if let Err(other) = ready(cx, id).await? {
        return Ok(other);
    }
    match work::layout(&mut cx.tx, id).await? {
        Some(layout) => Ok(Reply::edit(view::choosing::columns(cx.t(), id, &layout))),
        None => show(cx, id).await,
    }
}

/// The words stand in another column.
pub async fn set_column(cx: &mut Cx, _: Organizer, id: ImportId, column: u8) -> Result<Reply> {
    let column = usize::from(column);
    change(cx, id, |columns, width| if column < width { columns.with_words(column) } else { columns }).await
}

/// The first row says what stands below, or is a row like others.
pub async fn set_headed(cx: &mut Cx, _: Organizer, id: ImportId, headed: bool) -> Result<Reply> {
    change(cx, id, |columns, _| Columns { headed, ..columns }).await
}

async fn change(cx: &mut Cx, id: ImportId, change: impl Fn(Columns, usize) -> Columns) -> Result<Reply> {
    if let Err(other) = ready(cx, id).await? {
        return Ok(other);
    }
    let Some(mut layout) = work::layout(&mut cx.tx, id).await? else { return show(cx, id).await };
    let changed = change(layout.columns, layout.first.len());
    if changed == layout.columns {
        return show(cx, id).await;
    }
    layout.columns = changed;
    work::set_layout(&mut cx.tx, id, &layout).await?;
    again(cx, id, Stage::Comparing).await
}

/// Offers other calls.
pub async fn calls(cx: &mut Cx, _: Organizer, id: ImportId) -> Result<Reply> {
    if let Err(other) = ready(cx, id).await? {
        return Ok(other);
    }
    let calls = proposals::store::calls(&mut cx.tx, CALLS).await?;
    Ok(Reply::edit(view::choosing::calls(cx.t(), id, &calls)))
}

/// They answer another call, with whose proposals they are compared then.
pub async fn set_call(cx: &mut Cx, _: Organizer, id: ImportId, call: CallId) -> Result<Reply> {
    match ready(cx, id).await? {
        Err(other) => return Ok(other),
        Ok(import) if import.call == Some(call) => return show(cx, id).await,
        Ok(_) => {}
    }
    if proposals::store::call(&mut cx.tx, call).await?.is_none() {
        return show(cx, id).await;
    }
    store::set_call(&mut cx.tx, id, call).await?;
    again(cx, id, Stage::Comparing).await
}

/// Whether those come in that look close to others.
pub async fn take_close(cx: &mut Cx, _: Organizer, id: ImportId, take: bool) -> Result<Reply> {
    if let Ok(import) = ready(cx, id).await?
        && import.take_close != take
    {
        store::set_take_close(&mut cx.tx, id, take).await?;
    }
    show(cx, id).await
}

/// A page of rows.
pub async fn list(cx: &mut Cx, _: Organizer, id: ImportId, pile: Pile, page: u32) -> Result<Reply> {
    if let Err(other) = ready(cx, id).await? {
        return Ok(other);
    }
    let counts = rows::counts(&mut cx.tx, id).await?;
    let total = match pile {
        Pile::Same => counts.same_rows + counts.same_there,
        Pile::Close => counts.close,
        Pile::Unreadable => counts.unreadable,
    };
    let at = Paging::new(page, PAGE, total);
    let rows = rows::pile(&mut cx.tx, id, pile, PAGE, at.offset()).await?;
    let mut there = HashMap::new();
    for row in &rows {
        let (Verdict::Same(Other::Proposal(like)) | Verdict::Close(Other::Proposal(like))) = row.verdict
        else {
            continue;
        };
        let words = proposals::store::get(&mut cx.tx, like).await?.and_then(|proposal| proposal.words);
        there.extend(words.map(|words| (like, words)));
    }
    Ok(Reply::edit(view::choosing::rows(cx.t(), id, pile, &rows, &there, at)))
}
