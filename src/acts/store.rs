//! The table of acts.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Act, Columns, Done};
use crate::alphabet;
use crate::clock::Moment;
use crate::ids::PersonId;
use crate::ui::state::Name;

/// Notes an act.
pub async fn note(conn: &mut SqliteConnection, by: PersonId, act: Act, now: Moment) -> Result<()> {
    let Columns { kind, subject, whom, detail } = act.columns();
    sqlx::query!(
        "insert into act (done_at, done_by, kind, subject, whom, detail) values (?, ?, ?, ?, ?, ?)",
        now,
        by,
        kind,
        subject,
        whom,
        detail
    )
    .execute(conn)
    .await
    .context("Note an act")?;
    Ok(())
}

/// How many there are; by one person, or by all.
pub async fn count(conn: &mut SqliteConnection, by: Option<PersonId>) -> Result<i64> {
    match by {
        Some(by) => {
            sqlx::query_scalar!("select count(*) from act where done_by = ?", by).fetch_one(conn).await
        }
        None => sqlx::query_scalar!("select count(*) from act").fetch_one(conn).await,
    }
    .context("Count acts")
}

struct Row {
    kind: String,
    subject: Option<i64>,
    whom: Option<PersonId>,
    detail: Option<String>,
    at: Moment,
    by: Option<Name>,
    whom_called: Option<Name>,
}

/// Some of them, the latest first.
pub async fn list(
    conn: &mut SqliteConnection,
    by: Option<PersonId>,
    skip: u32,
    most: u32,
) -> Result<Vec<Done>> {
    let rows = match by {
        Some(by) => {
            sqlx::query_as!(
                Row,
                r#"
                select a.kind, a.subject, a.whom as "whom: PersonId", a.detail, a.done_at as "at: Moment",
                       b.name as "by: Name", w.name as "whom_called: Name"
                from act a left join person b on b.id = a.done_by left join person w on w.id = a.whom
                where a.done_by = ? order by a.id desc limit ? offset ?
                "#,
                by,
                most,
                skip
            )
            .fetch_all(conn)
            .await
        }
        None => {
            sqlx::query_as!(
                Row,
                r#"
                select a.kind, a.subject, a.whom as "whom: PersonId", a.detail, a.done_at as "at: Moment",
                       b.name as "by: Name", w.name as "whom_called: Name"
                from act a left join person b on b.id = a.done_by left join person w on w.id = a.whom
                order by a.id desc limit ? offset ?
                "#,
                most,
                skip
            )
            .fetch_all(conn)
            .await
        }
    }
    .context("List acts")?;
    let done = |row: Row| {
        let (kind, detail) = (row.kind.as_str(), row.detail.as_deref());
        let act = Act::of(Columns { kind, subject: row.subject, whom: row.whom, detail })?;
        Some(Done { act, at: row.at, by: row.by, whom: row.whom_called })
    };
    Ok(rows.into_iter().filter_map(done).collect())
}

/// Somebody who has done something.
#[derive(Debug, Clone)]
pub struct Actor {
    pub id: PersonId,
    pub name: Name,
}

/// Whoever has done something and is still there, by name.
pub async fn actors(conn: &mut SqliteConnection) -> Result<Vec<Actor>> {
    let mut all = sqlx::query_as!(
        Actor,
        r#"
        select id as "id!: PersonId", name as "name!: Name" from person
        where id in (select distinct done_by from act) and name is not null order by id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List who has done something")?;
    alphabet::sort(&mut all, |one| one.name.plain());
    Ok(all)
}
