//! What falls due for sessions: each has a moment in a table, which is taken away when it is done, so that nothing is
//! done twice.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::super::next_reminder;
use crate::clock::Moment;
use crate::ids::{PersonId, SessionId};

/// Whether anything is due.
pub async fn any(conn: &mut SqliteConnection, now: Moment) -> Result<bool> {
    sqlx::query_scalar!(
        r#"
        select exists (select 1 from session where remind_at <= ?1)
            or exists (select 1 from session where feedback_at <= ?1)
            or exists (select 1 from session_guest where offered_until <= ?1)
            or exists (select 1 from session s
                       where s.starts_at > ?1 and s.cancelled_at is null
                         and exists (select 1 from session_guest g join person p on p.id = g.person_id
                                     where g.session_id = s.id and g.attendance = 'waiting' and p.blocked_at is null)
                         and (s.capacity is null
                              or s.capacity > (select count(*) from session_guest g
                                               where g.session_id = s.id and g.attendance in ('coming', 'offered'))))
            as "any!: bool"
        "#,
        now
    )
    .fetch_one(conn)
    .await
    .context("Ask what is due for sessions")
}

/// The sessions whose reminder is due and that have not begun. Of several missed ones the last is the one given; the
/// next one is noted.
pub async fn take_reminders(conn: &mut SqliteConnection, now: Moment) -> Result<Vec<SessionId>> {
    let due = sqlx::query!(
        r#"select id as "id!: SessionId", starts_at as "starts_at: Moment" from session where remind_at <= ?"#,
        now
    )
    .fetch_all(&mut *conn)
    .await
    .context("List sessions to remind of")?;
    let mut ahead = Vec::new();
    for session in due {
        let next = next_reminder(session.starts_at, now);
        sqlx::query!("update session set remind_at = ?2 where id = ?1", session.id, next)
            .execute(&mut *conn)
            .await
            .context("Note the next reminder")?;
        if session.starts_at > now {
            ahead.push(session.id);
        }
    }
    Ok(ahead)
}

/// The sessions about which those who came are to be asked, with when that fell due.
pub async fn take_feedback(
    conn: &mut SqliteConnection,
    now: Moment,
    not_before: Moment,
) -> Result<Vec<SessionId>> {
    let due = sqlx::query!(
        r#"select id as "id!: SessionId", feedback_at as "at!: Moment" from session where feedback_at <= ?"#,
        now
    )
    .fetch_all(&mut *conn)
    .await
    .context("List sessions to ask about")?;
    sqlx::query!("update session set feedback_at = null where feedback_at <= ?", now)
        .execute(conn)
        .await
        .context("Note that people were asked")?;
    Ok(due.into_iter().filter(|session| session.at >= not_before).map(|session| session.id).collect())
}

/// Those who did not say in time whether they take the place that was held for them.
pub async fn take_expired(conn: &mut SqliteConnection, now: Moment) -> Result<Vec<(SessionId, PersonId)>> {
    let expired = sqlx::query!(
        r#"
        update session_guest set attendance = 'unsure', since = ?1, offered_until = null where offered_until <= ?1
        returning session_id as "session!: SessionId", person_id as "person!: PersonId"
        "#,
        now
    )
    .fetch_all(conn)
    .await
    .context("Take back places that were held")?;
    Ok(expired.into_iter().map(|row| (row.session, row.person)).collect())
}

/// The sessions ahead that people wait for and that have a free place.
pub async fn with_free_places(conn: &mut SqliteConnection, now: Moment) -> Result<Vec<SessionId>> {
    sqlx::query_scalar!(
        r#"
        select s.id as "id!: SessionId" from session s
        where s.starts_at > ?1 and s.cancelled_at is null
          and exists (select 1 from session_guest g join person p on p.id = g.person_id
                      where g.session_id = s.id and g.attendance = 'waiting' and p.blocked_at is null)
          and (s.capacity is null
               or s.capacity > (select count(*) from session_guest g
                                where g.session_id = s.id and g.attendance in ('coming', 'offered')))
        "#,
        now
    )
    .fetch_all(conn)
    .await
    .context("List sessions with free places")
}

/// Holds a place for whoever waits the longest and is within reach.
pub async fn offer_next(
    conn: &mut SqliteConnection,
    id: SessionId,
    until: Moment,
    now: Moment,
) -> Result<Option<PersonId>> {
    sqlx::query_scalar!(
        r#"
        update session_guest set attendance = 'offered', offered_until = ?2, since = ?3
        where session_id = ?1
          and person_id = (select g.person_id from session_guest g join person p on p.id = g.person_id
                           where g.session_id = ?1 and g.attendance = 'waiting' and p.blocked_at is null
                           order by g.since, g.person_id limit 1)
        returning person_id as "person!: PersonId"
        "#,
        id,
        until,
        now
    )
    .fetch_optional(conn)
    .await
    .context("Offer a place")
}

/// Those of these people who want to be reminded.
pub async fn want_reminders(conn: &mut SqliteConnection, people: &[PersonId]) -> Result<Vec<PersonId>> {
    let people = serde_json::to_string(people).context("List people")?;
    sqlx::query_scalar!(
        r#"
        select id as "id!: PersonId" from person
        where reminders = 1 and id in (select value from json_each(?))
        "#,
        people
    )
    .fetch_all(conn)
    .await
    .context("Ask who wants to be reminded")
}

/// Whether a person wants to be reminded of sessions.
pub async fn wants_reminders(conn: &mut SqliteConnection, person: PersonId) -> Result<bool> {
    sqlx::query_scalar!(r#"select reminders as "wants: bool" from person where id = ?"#, person)
        .fetch_one(conn)
        .await
        .context("Ask whether somebody wants to be reminded")
}

/// Notes whether they do.
pub async fn set_reminders(conn: &mut SqliteConnection, person: PersonId, wanted: bool) -> Result<()> {
    sqlx::query!("update person set reminders = ?2 where id = ?1", person, wanted)
        .execute(conn)
        .await
        .context("Turn reminders on or off")?;
    Ok(())
}
