//! What falls due for a session: each has a moment in a table, which is taken away when it is done, so that nothing is
//! done twice.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::super::next_reminder;
use crate::clock::Moment;
use crate::ids::{PersonId, SessionId};

/// When the next thing of a session is due; a free place is not known by a moment, and is looked for whenever something
/// changes.
pub async fn next(conn: &mut SqliteConnection, id: SessionId) -> Result<Option<Moment>> {
    sqlx::query_scalar!(
        r#"
        select min(at) as "at: Moment" from (
            select remind_at as at from session where id = ?1
            union all select feedback_at from session where id = ?1
            union all select offered_until from session_guest where session_id = ?1 and offered_until is not null)
        "#,
        id
    )
    .fetch_one(conn)
    .await
    .context("Find what of a session is due next")
}

/// The sessions that a person was invited to.
pub async fn of_guest(conn: &mut SqliteConnection, person: PersonId) -> Result<Vec<SessionId>> {
    sqlx::query_scalar!(
        r#"select session_id as "id!: SessionId" from session_guest where person_id = ?"#,
        person
    )
    .fetch_all(conn)
    .await
    .context("List a guest's sessions")
}

/// Whether a reminder is due of a session that has not begun. Of several missed ones the last is the one given; the next
/// one is noted.
pub async fn take_reminder(conn: &mut SqliteConnection, id: SessionId, now: Moment) -> Result<bool> {
    let starts_at = sqlx::query_scalar!(
        r#"select starts_at as "starts_at: Moment" from session where id = ? and remind_at <= ?"#,
        id,
        now
    )
    .fetch_optional(&mut *conn)
    .await
    .context("Ask whether a reminder is due")?;
    let Some(starts_at) = starts_at else { return Ok(false) };
    let next = next_reminder(starts_at, now);
    sqlx::query!("update session set remind_at = ?2 where id = ?1", id, next)
        .execute(conn)
        .await
        .context("Note the next reminder")?;
    Ok(starts_at > now)
}

/// Whether those who came are to be asked now. It is too late for what fell due before a moment.
pub async fn take_feedback(
    conn: &mut SqliteConnection,
    id: SessionId,
    now: Moment,
    not_before: Moment,
) -> Result<bool> {
    let at = sqlx::query_scalar!(
        r#"select feedback_at as "at!: Moment" from session where id = ? and feedback_at <= ?"#,
        id,
        now
    )
    .fetch_optional(&mut *conn)
    .await
    .context("Ask whether people are to be asked about a session")?;
    let Some(at) = at else { return Ok(false) };
    sqlx::query!("update session set feedback_at = null where id = ?", id)
        .execute(conn)
        .await
        .context("Note that people were asked")?;
    Ok(at >= not_before)
}

/// Those who did not say in time whether they take the place that was held for them.
pub async fn take_expired(conn: &mut SqliteConnection, id: SessionId, now: Moment) -> Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"
        update session_guest set attendance = 'unsure', since = ?2, offered_until = null
        where session_id = ?1 and offered_until <= ?2
        returning person_id as "person!: PersonId"
        "#,
        id,
        now
    )
    .fetch_all(conn)
    .await
    .context("Take back places that were held")
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
