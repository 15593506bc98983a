//! Sectors and regions.

use std::collections::HashMap;

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::ids::AffiliationId;
use crate::l10n::Lang;
use crate::people::Affiliation;
use crate::ui::action::Dimension;
use crate::ui::state::Label;

/// All of a dimension, retired ones last.
pub async fn list(conn: &mut SqliteConnection, dimension: Dimension) -> Result<Vec<Affiliation>> {
    sqlx::query_as!(
        Affiliation,
        r#"
        select id as "id!: AffiliationId", dimension as "dimension: Dimension", uk as "uk: Label",
               en as "en: Label", retired_at is not null as "retired!: bool"
        from affiliation where dimension = ? order by retired_at is not null, id
        "#,
        dimension
    )
    .fetch_all(conn)
    .await
    .context("List sectors or regions")
}

/// What every sector and region is called in a language.
pub async fn labels(conn: &mut SqliteConnection, lang: Lang) -> Result<HashMap<AffiliationId, Label>> {
    let mut all = list(conn, Dimension::Sector).await?;
    all.extend(list(conn, Dimension::Region).await?);
    Ok(all.into_iter().map(|one| (one.id, one.label(lang).clone())).collect())
}

/// One of them.
pub async fn get(conn: &mut SqliteConnection, id: AffiliationId) -> Result<Option<Affiliation>> {
    sqlx::query_as!(
        Affiliation,
        r#"
        select id as "id!: AffiliationId", dimension as "dimension: Dimension", uk as "uk: Label",
               en as "en: Label", retired_at is not null as "retired!: bool"
        from affiliation where id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a sector or region")
}

/// Adds one; none: there is one of that name already.
pub async fn insert(
    conn: &mut SqliteConnection,
    dimension: Dimension,
    label: &Label,
) -> Result<Option<AffiliationId>> {
    let done = sqlx::query!(
        "insert into affiliation (dimension, uk, en) values (?1, ?2, ?2) on conflict do nothing",
        dimension,
        label
    )
    .execute(conn)
    .await
    .context("Add a sector or region")?;
    Ok((done.rows_affected() == 1).then(|| AffiliationId(done.last_insert_rowid())))
}

/// Gives one another name, the same in both languages; `false`: another one has that name.
pub async fn rename(conn: &mut SqliteConnection, id: AffiliationId, label: &Label) -> Result<bool> {
    let done = sqlx::query!("update or ignore affiliation set uk = ?1, en = ?1 where id = ?2", label, id)
        .execute(conn)
        .await
        .context("Rename a sector or region")?;
    Ok(done.rows_affected() == 1)
}

/// Takes one off the lists, or puts it back; `false`: it was so already. Who chose it keeps it.
pub async fn retire(conn: &mut SqliteConnection, id: AffiliationId, since: Option<Moment>) -> Result<bool> {
    let done = sqlx::query!(
        "update affiliation set retired_at = ?1 where id = ?2 and (retired_at is null) <> (?1 is null)",
        since,
        id
    )
    .execute(conn)
    .await
    .context("Retire a sector or region")?;
    Ok(done.rows_affected() == 1)
}
