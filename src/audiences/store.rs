//! The one statement that says whom an audience comes to, and what its criteria are called.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::ids::{AffiliationId, PersonId};
use crate::outbox::People;
use crate::ui::audience::Audience;
use crate::ui::state::Name;

/// Whom an audience comes to. `turnout`: those who meet its criteria of turnout, which the votes' keys tell; none: it
/// has none. `reachable`: only those whom messages reach.
///
/// Everybody is looked through once, in an index that holds all that is asked.
pub async fn people(
    conn: &mut SqliteConnection,
    audience: &Audience,
    turnout: Option<&People>,
    reachable: bool,
) -> Result<People> {
    let (audience, turnout) = (audience.json(), turnout.map(People::json));
    let found = sqlx::query!(
        r#"
        with chosen as materialized
            (select a.id, a.dimension from json_each(?1, '$.groups') g join affiliation a on a.id = g.value)
        select json_group_array(p.id) as "json!: String", count(*) as "count!: i64" from person p
        where p.joined_at is not null and (?3 = 0 or p.blocked_at is null)
          and (not exists (select 1 from chosen where dimension = 'sector')
               or p.sector_id in (select id from chosen where dimension = 'sector'))
          and (not exists (select 1 from chosen where dimension = 'region')
               or p.region_id in (select id from chosen where dimension = 'region'))
          and (coalesce(json_array_length(?1, '$.directions'), 0) = 0
               or p.id in (select r.author_id from json_each(?1, '$.directions') d
                           join proposal r on r.direction_id = d.value and r.state = 'published'
                           where r.author_id is not null
                           union all
                           select s.person_id from json_each(?1, '$.directions') d
                           join proposal r on r.direction_id = d.value and r.state = 'published'
                           join stance s on s.proposal_id = r.id and s.stance = 1))
          and (coalesce(json_array_length(?1, '$.answers'), 0) = 0
               or p.id in (select g.person_id from json_each(?1, '$.answers') a
                           join session_guest g on g.session_id = a.value ->> 'of'
                           where a.value ->> 'who' is null or g.attendance = a.value ->> 'who'))
          and (?2 is null or p.id in (select value from json_each(?2)))
          and (coalesce(json_array_length(?1, '$.people'), 0) = 0
               or p.id in (select value from json_each(?1, '$.people')))
        "#,
        audience,
        turnout,
        reachable
    )
    .fetch_one(conn)
    .await
    .context("Find whom an audience comes to")?;
    Ok(People::listed(found.json, found.count))
}

/// How many people within reach each sector and region has.
pub async fn sizes(conn: &mut SqliteConnection) -> Result<Vec<(AffiliationId, i64)>> {
    let rows = sqlx::query!(
        r#"
        select sector_id as "id!: AffiliationId", count(*) as "count!: i64" from person
        where joined_at is not null and blocked_at is null and sector_id is not null group by sector_id
        union all
        select region_id, count(*) from person
        where joined_at is not null and blocked_at is null and region_id is not null group by region_id
        "#
    )
    .fetch_all(conn)
    .await
    .context("Count sectors and regions")?;
    Ok(rows.into_iter().map(|row| (row.id, row.count)).collect())
}

/// What people are called; who has left is not among them.
pub async fn names(conn: &mut SqliteConnection, ids: &[PersonId]) -> Result<Vec<(PersonId, Name)>> {
    let ids = People::of(ids);
    let ids = ids.json();
    let rows = sqlx::query!(
        r#"
        select id as "id!: PersonId", name as "name!: Name" from person
        where joined_at is not null and id in (select value from json_each(?))
        "#,
        ids
    )
    .fetch_all(conn)
    .await
    .context("Get names")?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Everybody within reach, by name: as one value, for there may be very many.
pub async fn everybody(conn: &mut SqliteConnection) -> Result<Vec<(PersonId, Name)>> {
    let all = sqlx::query_scalar!(
        r#"
        select json_group_array(json_array(id, name)) as "all!: String" from person
        where joined_at is not null and blocked_at is null
        "#
    )
    .fetch_one(conn)
    .await
    .context("List everybody")?;
    serde_json::from_str(&all).context("Read everybody's names")
}
