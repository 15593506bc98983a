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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;
    use crate::ids::{DirectionId, SessionId};
    use crate::ui::action::{Attendance, Guests};

    /// How many people there are: many more than anybody will ever have.
    const MANY: i64 = 100_000;

    async fn crowded() -> Db {
        let folder = std::env::temp_dir().join(format!("merezha-audiences-{}", std::process::id()));
        let db = Db::open(&format!("sqlite:{}", folder.join("db").display())).await.expect("opens");
        let mut tx = db.write().await.expect("begins");
        for sql in [
            "insert into person (telegram_id, lang, name, sector_id, region_id, joined_at, blocked_at, seen_at, dialogue)
             with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000)
             select i, 'uk', 'Особа ' || i, 1 + i % 3, 4 + i % 3, 1, iif(i % 10 = 0, 1, null), 1, hex(zeroblob(100)) from n",
            "insert into session (title, starts_at, over_at, place, queue, announced_at, revised_at)
             values ('Сесія', 1, 2, 'Київ', 1, 1, 1)",
            "insert into session_guest (session_id, person_id, attendance)
             select 1, id, iif(id % 2, 'coming', 'declined') from person",
            "insert into direction (name, shade, place) values ('Вода', 'blue', 1)",
            "insert into call (question, opened_at) values ('Що?', 1)",
            "insert into proposal (call_id, author_id, words, handed_in_at, direction_id)
             select 1, id, 'Думка', 1, iif(id % 2, 1, null) from person where id <= 2000",
            "insert into stance (proposal_id, person_id, stance) select 1 + id % 2000, id, 1 from person",
        ] {
            sqlx::query(sql).execute(&mut *tx).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
        tx.commit().await.expect("commits");
        db
    }

    #[tokio::test]
    async fn a_hundred_thousand_people_are_told_apart() {
        let db = crowded().await;
        let mut conn = db.readers().acquire().await.expect("a reader");
        let group = |id| Audience::within(Some(AffiliationId(id)));
        let coming = Guests { of: SessionId(1), who: Some(Attendance::Coming) };
        let everything = Audience {
            groups: vec![AffiliationId(1), AffiliationId(2), AffiliationId(5)],
            directions: vec![DirectionId(1)],
            answers: vec![coming],
            ..Audience::default()
        };
        for (audience, expected) in [
            (Audience::default(), MANY * 9 / 10),
            (group(2), 30_000),
            (Audience { answers: vec![coming], ..Audience::default() }, 50_000),
            (Audience { people: (1..=9).map(PersonId).collect(), ..Audience::default() }, 9),
            // Their own authors alone: whoever supports them declined.
            (everything, 334),
        ] {
            let found = people(&mut conn, &audience, None, true).await.expect("found");
            assert!(
                (found.count - expected).abs() <= 1,
                "{} of {expected}: {}",
                found.count,
                audience.json()
            );
        }
    }

    #[tokio::test]
    async fn only_an_index_is_read_of_those_who_are_looked_through() {
        let folder = std::env::temp_dir().join(format!("merezha-plan-{}", std::process::id()));
        let db = Db::open(&format!("sqlite:{}", folder.join("db").display())).await.expect("opens");
        let mut conn = db.readers().acquire().await.expect("a reader");
        let (_, statement) =
            include_str!("store.rs").split_once("        with chosen").expect("the statement");
        let (statement, _) = statement.split_once("\"#").expect("its end");
        let explain = format!("explain query plan with chosen{statement}");
        let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(sqlx::AssertSqlSafe(explain))
            .bind("{}")
            .bind(None::<String>)
            .bind(true)
            .fetch_all(&mut *conn)
            .await
            .expect("explained");
        let steps: Vec<String> = plan.into_iter().map(|(.., step)| step).collect();
        let of_people: Vec<&String> = steps
            .iter()
            .filter(|step| step.starts_with("SCAN p ") || step.starts_with("SEARCH p "))
            .collect();
        assert_eq!(of_people.len(), 1, "{steps:#?}");
        assert!(of_people[0].contains("COVERING INDEX person_counted"), "{steps:#?}");
        for table in ["SCAN g ", "SCAN s ", "SCAN r "] {
            let scans = steps.iter().filter(|step| step.starts_with(table) && !step.contains("VIRTUAL"));
            assert_eq!(scans.count(), 0, "{steps:#?}");
        }
    }
}
