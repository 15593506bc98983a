//! People who are not on Telegram: organizers add them, so that they can vote on paper.
//!
//! Each has a row like everybody; the number at Telegram is the negative of their own, which is nobody's there, and
//! they are out of reach from the start, so that nothing is ever sent to them.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::alphabet;
use crate::clock::Moment;
use crate::ids::{AffiliationId, PersonId};
use crate::l10n::Lang;
use crate::people::Person;
use crate::ui::state::Name;

/// Somebody who is not on Telegram.
#[derive(Debug, Clone)]
pub struct OfflinePerson {
    pub id: PersonId,
    pub name: Name,
    pub sector: Option<AffiliationId>,
    pub region: Option<AffiliationId>,
}

/// Adds somebody.
pub async fn insert(conn: &mut SqliteConnection, name: &Name, lang: Lang, now: Moment) -> Result<PersonId> {
    let id = sqlx::query_scalar!(
        r#"
        insert into person (telegram_id, lang, name, joined_at, blocked_at, seen_at)
        values ((select -coalesce(max(seq), 0) - 1 from sqlite_sequence where name = 'person'), ?1, ?2, ?3, ?3, ?3)
        returning id as "id!: PersonId"
        "#,
        lang,
        name,
        now
    )
    .fetch_one(conn)
    .await
    .context("Add a person without Telegram")?;
    Ok(id)
}

/// All of them, by name.
pub async fn all(conn: &mut SqliteConnection) -> Result<Vec<OfflinePerson>> {
    let mut all = sqlx::query_as!(
        OfflinePerson,
        r#"
        select id as "id!: PersonId", name as "name!: Name", sector_id as "sector: AffiliationId",
               region_id as "region: AffiliationId"
        from person where telegram_id < 0 order by id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List people without Telegram")?;
    alphabet::sort(&mut all, |one| one.name.plain());
    Ok(all)
}

/// One of them, as whoever acts.
pub async fn person(conn: &mut SqliteConnection, id: PersonId) -> Result<Option<Person>> {
    let found = super::get(conn, id).await?;
    Ok(found.map(|(person, _)| person).filter(|person| person.telegram.0 < 0 && person.joined))
}

/// One of them.
pub async fn get(conn: &mut SqliteConnection, id: PersonId) -> Result<Option<OfflinePerson>> {
    sqlx::query_as!(
        OfflinePerson,
        r#"
        select id as "id!: PersonId", name as "name!: Name", sector_id as "sector: AffiliationId",
               region_id as "region: AffiliationId"
        from person where telegram_id < 0 and id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a person without Telegram")
}

/// A visitor turns out to be this person, who was not on Telegram until now: the visitor's row goes, and the person has
/// their account. Of an open poll that both have answered, what they answered themselves counts.
pub async fn take_over(conn: &mut SqliteConnection, person: PersonId, visitor: &Person) -> Result<()> {
    sqlx::query!(
        "delete from poll_answer where person_id = ?1 and poll_id in (
             select a.poll_id from poll_answer a join poll p on p.id = a.poll_id
             where a.person_id = ?2 and p.closed_at is null)",
        person,
        visitor.id
    )
    .execute(&mut *conn)
    .await
    .context("Let somebody's own answers count")?;
    sqlx::query!("update or ignore poll_answer set person_id = ?1 where person_id = ?2", person, visitor.id)
        .execute(&mut *conn)
        .await
        .context("Move a visitor's answers")?;
    super::delete(conn, visitor.id).await?;
    sqlx::query!(
        "update person set telegram_id = ?2, lang = ?3, role = ?4, blocked_at = null where id = ?1",
        person,
        visitor.telegram,
        visitor.lang,
        visitor.role
    )
    .execute(conn)
    .await
    .context("Take a place over")?;
    Ok(())
}
