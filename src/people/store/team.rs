//! Who can have a role, and who has one.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::alphabet;
use crate::ids::PersonId;
use crate::role::Role;
use crate::ui::state::Name;

/// Somebody with their role.
#[derive(Debug, Clone)]
pub struct Member {
    pub id: PersonId,
    pub name: Name,
    pub role: Role,
}

/// Those who have a role: owners first, by name.
pub async fn with_a_role(conn: &mut SqliteConnection) -> Result<Vec<Member>> {
    let mut all = sqlx::query_as!(
        Member,
        r#"
        select id as "id!: PersonId", name as "name!: Name", role as "role: Role" from person
        where role <> 'participant' and joined_at is not null order by id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List those with a role")?;
    alphabet::sort(&mut all, |one| one.name.plain());
    all.sort_by_key(|one| std::cmp::Reverse(one.role));
    Ok(all)
}

/// Everybody who could have one, by name.
pub async fn all(conn: &mut SqliteConnection) -> Result<Vec<Member>> {
    let mut all = sqlx::query_as!(
        Member,
        r#"
        select id as "id!: PersonId", name as "name!: Name", role as "role: Role" from person
        where joined_at is not null and telegram_id > 0 order by id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List everybody who can have a role")?;
    alphabet::sort(&mut all, |one| one.name.plain());
    Ok(all)
}

/// There is another owner than this one, whom messages reach.
pub async fn other_owners(conn: &mut SqliteConnection, but: PersonId) -> Result<bool> {
    sqlx::query_scalar!(
        r#"
        select exists (select 1 from person
                       where role = 'owner' and joined_at is not null and blocked_at is null and id <> ?)
               as "others!: bool"
        "#,
        but
    )
    .fetch_one(conn)
    .await
    .context("Ask for other owners")
}

/// Somebody else is in, to whom one could hand over.
pub async fn others(conn: &mut SqliteConnection, but: PersonId) -> Result<bool> {
    sqlx::query_scalar!(
        r#"
        select exists (select 1 from person where joined_at is not null and telegram_id > 0 and id <> ?)
               as "others!: bool"
        "#,
        but
    )
    .fetch_one(conn)
    .await
    .context("Ask for others")
}
