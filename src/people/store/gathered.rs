//! How many people are in, by sector and region: one pass over an index that holds just that.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::ids::AffiliationId;

/// People who gave the same sector and region, or none.
#[derive(Debug, Clone, Copy)]
pub struct Gathered {
    pub sector: Option<AffiliationId>,
    pub region: Option<AffiliationId>,
    pub people: u32,
    /// Of these, those whom messages reach.
    pub reachable: u32,
}

/// Everybody who is in.
pub async fn gathered(conn: &mut SqliteConnection) -> Result<Vec<Gathered>> {
    sqlx::query_as!(
        Gathered,
        r#"
        select sector_id as "sector: AffiliationId", region_id as "region: AffiliationId",
               count(*) as "people!: u32", sum(blocked_at is null) as "reachable!: u32"
        from person where joined_at is not null group by sector_id, region_id
        "#
    )
    .fetch_all(conn)
    .await
    .context("Count people by sector and region")
}
