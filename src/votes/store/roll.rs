//! The roll of a vote: who may vote in it, fixed when it is opened.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::ids::{AffiliationId, PersonId, TelegramId, VoteId};
use crate::outbox::People;
use crate::ui::state::Name;

/// Somebody who may vote.
#[derive(Debug, Clone)]
pub struct Voter {
    pub id: PersonId,
    pub telegram: TelegramId,
    pub name: Option<Name>,
    pub sector: Option<AffiliationId>,
    pub region: Option<AffiliationId>,
}

/// These people, from now on.
pub async fn fix(conn: &mut SqliteConnection, vote: VoteId, people: &People) -> Result<()> {
    let people = people.json();
    sqlx::query!("insert into roll (vote_id, person_id) select ?, value from json_each(?)", vote, people)
        .execute(conn)
        .await
        .context("Fix a roll")?;
    Ok(())
}

/// How many may vote.
pub async fn size(conn: &mut SqliteConnection, vote: VoteId) -> Result<i64> {
    sqlx::query_scalar!(r#"select count(*) as "count!" from roll where vote_id = ?"#, vote)
        .fetch_one(conn)
        .await
        .context("Count a roll")
}

/// Whether a person may vote.
pub async fn has(conn: &mut SqliteConnection, vote: VoteId, person: PersonId) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select 1 from roll where vote_id = ? and person_id = ?) as "has!: bool""#,
        vote,
        person
    )
    .fetch_one(conn)
    .await
    .context("Look up a roll")
}

/// Everyone who may vote, by number only.
pub async fn ids(conn: &mut SqliteConnection, vote: VoteId) -> Result<Vec<PersonId>> {
    sqlx::query_scalar!(r#"select person_id as "id: PersonId" from roll where vote_id = ?"#, vote)
        .fetch_all(conn)
        .await
        .context("List the numbers of a roll")
}

/// Everyone who may vote.
pub async fn all(conn: &mut SqliteConnection, vote: VoteId) -> Result<Vec<Voter>> {
    sqlx::query_as!(
        Voter,
        r#"
        select p.id as "id!: PersonId", p.telegram_id as "telegram!: TelegramId", p.name as "name: Name",
               p.sector_id as "sector: AffiliationId", p.region_id as "region: AffiliationId"
        from roll r join person p on p.id = r.person_id where r.vote_id = ? order by p.id
        "#,
        vote
    )
    .fetch_all(conn)
    .await
    .context("List a roll")
}
