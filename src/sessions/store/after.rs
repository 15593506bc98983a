//! What stays of a session: minutes and materials, and how people found it.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::super::{MARKS, Material, QUESTIONS};
use crate::clock::Moment;
use crate::ids::{MaterialId, PersonId, SessionId};
use crate::ui::view::Content;

/// Keeps minutes or a material.
pub async fn keep(
    conn: &mut SqliteConnection,
    id: SessionId,
    minutes: bool,
    content: &Content,
    now: Moment,
) -> Result<()> {
    let content = serde_json::to_string(content).context("Write down a material")?;
    sqlx::query!(
        "insert into session_material (session_id, minutes, content, added_at) values (?, ?, ?, ?)",
        id,
        minutes,
        content,
        now
    )
    .execute(conn)
    .await
    .context("Keep a material")?;
    Ok(())
}

/// Everything that was kept, the minutes first.
pub async fn materials(conn: &mut SqliteConnection, id: SessionId) -> Result<Vec<Material>> {
    let rows = sqlx::query!(
        r#"
        select id as "id!: MaterialId", minutes as "minutes: bool", content
        from session_material where session_id = ? order by minutes desc, id
        "#,
        id
    )
    .fetch_all(conn)
    .await
    .context("List materials")?;
    rows.into_iter()
        .map(|row| {
            let content = serde_json::from_str(&row.content).context("Read a material")?;
            Ok(Material { id: row.id, minutes: row.minutes, content })
        })
        .collect()
}

/// One of them, with its session.
pub async fn material(conn: &mut SqliteConnection, id: MaterialId) -> Result<Option<(SessionId, Content)>> {
    let row = sqlx::query!(
        r#"select session_id as "session: SessionId", content from session_material where id = ?"#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a material")?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((row.session, serde_json::from_str(&row.content).context("Read a material")?)))
}

/// Who was there: those who were let in at the door; where nobody was, those who said they would come. Whoever joins
/// online passes no door.
pub async fn who_came(conn: &mut SqliteConnection, id: SessionId) -> Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"
        select person_id as "id!: PersonId" from session_guest
        where session_id = ?1
          and (attendance = 'online' or checked_in_at is not null
               or attendance = 'coming'
                  and not exists (select 1 from session_guest where session_id = ?1 and checked_in_at is not null))
        order by person_id
        "#,
        id
    )
    .fetch_all(conn)
    .await
    .context("List who came")
}

/// Notes how somebody found a session; the last mark counts.
pub async fn mark(
    conn: &mut SqliteConnection,
    id: SessionId,
    person: PersonId,
    question: u8,
    mark: u8,
) -> Result<()> {
    sqlx::query!(
        "insert into session_feedback (session_id, person_id, question, mark) values (?, ?, ?, ?)
         on conflict (session_id, person_id, question) do update set mark = excluded.mark",
        id,
        person,
        question,
        mark
    )
    .execute(conn)
    .await
    .context("Note how a session was")?;
    Ok(())
}

/// How many gave which mark to which question.
pub async fn sums(
    conn: &mut SqliteConnection,
    id: SessionId,
) -> Result<[[u32; MARKS as usize]; QUESTIONS as usize]> {
    let rows = sqlx::query!(
        r#"
        select question as "question: u8", mark as "mark: u8", count(*) as "count!: u32"
        from session_feedback where session_id = ? group by question, mark
        "#,
        id
    )
    .fetch_all(conn)
    .await
    .context("Count how a session was")?;
    let mut sums = [[0; MARKS as usize]; QUESTIONS as usize];
    for row in rows {
        let cell = sums.get_mut(usize::from(row.question)).and_then(|q| q.get_mut(usize::from(row.mark)));
        if let Some(cell) = cell {
            *cell = row.count;
        }
    }
    Ok(sums)
}
