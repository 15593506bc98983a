//! The table of directions; [`pile`] is what is sorted, and [`tags`] are words put on proposals.

pub mod pile;
pub mod tags;

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{About, Direction, Name, Shade};
use crate::clock::Moment;
use crate::ids::DirectionId;

/// All directions in their order, retired ones last.
pub async fn all(conn: &mut SqliteConnection) -> Result<Vec<Direction>> {
    sqlx::query_as!(
        Direction,
        r#"
        select id as "id!: DirectionId", name as "name: Name", about as "about: About", shade as "shade: Shade",
               retired_at is not null as "retired!: bool"
        from direction order by retired_at is not null, place, id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List directions")
}

/// Those under which something can be put.
pub async fn current(conn: &mut SqliteConnection) -> Result<Vec<Direction>> {
    Ok(all(conn).await?.into_iter().filter(|direction| !direction.retired).collect())
}

/// One of them.
pub async fn get(conn: &mut SqliteConnection, id: DirectionId) -> Result<Option<Direction>> {
    sqlx::query_as!(
        Direction,
        r#"
        select id as "id!: DirectionId", name as "name: Name", about as "about: About", shade as "shade: Shade",
               retired_at is not null as "retired!: bool"
        from direction where id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a direction")
}

/// Adds one, after all others.
pub async fn insert(conn: &mut SqliteConnection, name: &Name, shade: Shade) -> Result<DirectionId> {
    let id = sqlx::query!(
        "insert into direction (name, shade, place)
         values (?, ?, (select coalesce(max(place), 0) + 1 from direction))",
        name,
        shade
    )
    .execute(conn)
    .await
    .context("Add a direction")?
    .last_insert_rowid();
    Ok(DirectionId(id))
}

/// Another name.
pub async fn rename(conn: &mut SqliteConnection, id: DirectionId, name: &Name) -> Result<()> {
    sqlx::query!("update direction set name = ? where id = ?", name, id)
        .execute(conn)
        .await
        .context("Rename a direction")?;
    Ok(())
}

/// Another description, or none.
pub async fn describe(conn: &mut SqliteConnection, id: DirectionId, about: Option<&About>) -> Result<()> {
    sqlx::query!("update direction set about = ? where id = ?", about, id)
        .execute(conn)
        .await
        .context("Describe a direction")?;
    Ok(())
}

/// Another colour.
pub async fn colour(conn: &mut SqliteConnection, id: DirectionId, shade: Shade) -> Result<()> {
    sqlx::query!("update direction set shade = ? where id = ?", shade, id)
        .execute(conn)
        .await
        .context("Colour a direction")?;
    Ok(())
}

/// Puts one at a place: the others keep their order.
pub async fn place(conn: &mut SqliteConnection, order: &[DirectionId]) -> Result<()> {
    for (place, id) in (1i64..).zip(order) {
        sqlx::query!("update direction set place = ? where id = ?", place, id)
            .execute(&mut *conn)
            .await
            .context("Put directions in order")?;
    }
    Ok(())
}

/// Takes one off the lists, or puts it back. What is under it stays there. `false`: it was so.
pub async fn retire(conn: &mut SqliteConnection, id: DirectionId, since: Option<Moment>) -> Result<bool> {
    let done = sqlx::query!(
        "update direction set retired_at = ?1 where id = ?2 and (retired_at is null) <> (?1 is null)",
        since,
        id
    )
    .execute(conn)
    .await
    .context("Retire a direction")?;
    Ok(done.rows_affected() == 1)
}

/// A direction with how many published proposals are under it.
#[derive(Debug, Clone)]
pub struct Counted {
    pub direction: Direction,
    pub proposals: i64,
}

/// All directions with how many published proposals are under each, in the same order.
pub async fn counted(conn: &mut SqliteConnection) -> Result<Vec<Counted>> {
    let counts = sqlx::query!(
        r#"
        select direction_id as "id!: DirectionId", count(*) as "proposals!" from proposal
        where state = 'published' and direction_id is not null group by direction_id
        "#
    )
    .fetch_all(&mut *conn)
    .await
    .context("Count proposals by direction")?;
    let counted = |direction: Direction| {
        let proposals = counts.iter().find(|row| row.id == direction.id).map_or(0, |row| row.proposals);
        Counted { direction, proposals }
    };
    Ok(all(conn).await?.into_iter().map(counted).collect())
}
