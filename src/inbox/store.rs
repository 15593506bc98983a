//! The tables of the inbox.

use std::collections::HashMap;

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;

/// An update as it came.
#[derive(Debug, Clone)]
pub struct Raw {
    pub update_id: i64,
    pub lane: i64,
    /// JSON.
    pub body: String,
}

/// Stores a batch, leaving out what came before. Returns the numbers of the new ones by update id.
pub async fn insert(conn: &mut SqliteConnection, batch: &[Raw], now: Moment) -> Result<HashMap<i64, i64>> {
    let ids = serde_json::to_string(&batch.iter().map(|raw| raw.update_id).collect::<Vec<_>>())?;
    let new: Vec<i64> = sqlx::query_scalar!(
        r#"
        insert into seen (update_id, at) select value, ?1 from json_each(?2) where true
        on conflict do nothing returning update_id as "id!"
        "#,
        now,
        ids
    )
    .fetch_all(&mut *conn)
    .await
    .context("Note which updates were seen")?;
    let rows: Vec<(i64, i64, &str)> = batch
        .iter()
        .filter(|raw| new.contains(&raw.update_id))
        .map(|raw| (raw.update_id, raw.lane, raw.body.as_str()))
        .collect();
    let rows = serde_json::to_string(&rows)?;
    let stored = sqlx::query!(
        r#"
        insert into inbox (update_id, lane, body)
        select value ->> 0, value ->> 1, value ->> 2 from json_each(?) where true
        on conflict do nothing returning update_id as "update_id!", seq as "seq!"
        "#,
        rows
    )
    .fetch_all(conn)
    .await
    .context("Store updates")?;
    Ok(stored.into_iter().map(|row| (row.update_id, row.seq)).collect())
}

/// Updates are done with: applied, and answered as far as they can be.
pub async fn delete(conn: &mut SqliteConnection, update_ids: &[i64]) -> Result<()> {
    let ids = serde_json::to_string(update_ids)?;
    sqlx::query!("delete from inbox where update_id in (select value from json_each(?))", ids)
        .execute(conn)
        .await
        .context("Take updates out of the inbox")?;
    Ok(())
}

/// What was applied but perhaps not answered: update id, lane, and JSON.
pub async fn unanswered(conn: &mut SqliteConnection) -> Result<Vec<(i64, i64, String)>> {
    let rows = sqlx::query!("select update_id, lane, body from inbox where applied = 1 order by seq")
        .fetch_all(conn)
        .await
        .context("List updates that were applied")?;
    Ok(rows.into_iter().map(|row| (row.update_id, row.lane, row.body)).collect())
}

/// The next updates of a lane, in order: number and JSON.
pub async fn lane_after(
    conn: &mut SqliteConnection,
    lane: i64,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, String)>> {
    let rows = sqlx::query!(
        r#"select seq as "seq!", body from inbox where lane = ? and seq > ? and applied = 0 order by seq limit ?"#,
        lane,
        after,
        most
    )
    .fetch_all(conn)
    .await
    .context("Read a lane")?;
    Ok(rows.into_iter().map(|row| (row.seq, row.body)).collect())
}

/// The lanes that have updates to apply, the longest waiting first.
pub async fn lanes(conn: &mut SqliteConnection) -> Result<Vec<i64>> {
    sqlx::query_scalar!(
        r#"select lane as "lane!" from inbox where applied = 0 group by lane order by min(seq)"#
    )
    .fetch_all(conn)
    .await
    .context("List lanes")
}

/// Forgets ids seen before that moment; an update that still waits keeps its id.
pub async fn forget_seen(conn: &mut SqliteConnection, before: Moment) -> Result<()> {
    sqlx::query!(
        "delete from seen where at < ? and not exists (select 1 from inbox i where i.update_id = seen.update_id)",
        before
    )
    .execute(conn)
    .await
    .context("Forget ids of updates")?;
    Ok(())
}
