//! What is told to many waits for the end of each person's quiet hours. It lies in the outbox as everything else does,
//! marked as held; at its moment the schedule lets it go, and from then on the pace holds as ever, so that nothing is
//! sent in a rush at eight.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::People;
use super::store::MessageId;
use crate::clock::Moment;
use crate::due::{self, Due};
use crate::ids::PersonId;
use crate::quiet::Today;

/// How many messages are let go at once: many more than the pace takes until the schedule looks again, few enough to
/// hold up nobody's transaction.
const AT_ONCE: i64 = 1_000;

/// How many people of an audience have quiet hours now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub people: i64,
    /// When the first of them get it.
    pub first: Moment,
    /// When the last of them do.
    pub last: Moment,
}

/// Holds back the copies of a message, just owed, whose people have quiet hours now. Returns how many people will not
/// get it at all: what it is about is over by then.
pub(super) async fn hold_back(conn: &mut SqliteConnection, message: MessageId, now: Moment) -> Result<usize> {
    let today = Today::of(now);
    let strikes = today.strikes_json();
    let held = sqlx::query!(
        "update delivery set held = 1, due_at = ?1 ->> p.quiet_to
         from person p
         where delivery.message_id = ?2 and delivery.state = 'due' and delivery.edits is null
           and p.id = delivery.person_id
           and (?3 + 24 - p.quiet_from) % 24 < (p.quiet_to + 24 - p.quiet_from) % 24
           and not exists (select 1 from mailing m where m.id = delivery.mailing_id and m.at_once = 1)",
        strikes,
        message,
        today.hour
    )
    .execute(&mut *conn)
    .await
    .context("Hold a message back")?;
    if held.rows_affected() == 0 {
        return Ok(0);
    }
    let pointless = sqlx::query!(
        "delete from delivery
         where message_id = ?1 and held = 1
           and due_at >= (select m.pointless_at from mailing m where m.id = delivery.mailing_id)",
        message
    )
    .execute(&mut *conn)
    .await
    .context("Drop what would be over")?;
    look_again(conn).await?;
    Ok(usize::try_from(pointless.rows_affected()).unwrap_or(usize::MAX))
}

/// The schedule comes back when the next held message may go.
pub(super) async fn look_again(conn: &mut SqliteConnection) -> Result<()> {
    let next = sqlx::query_scalar!(r#"select min(due_at) as "at: Moment" from delivery where held = 1"#)
        .fetch_one(&mut *conn)
        .await
        .context("Find the next held message")?;
    match next {
        Some(at) => due::set(conn, Due::HeldMessages, at).await,
        None => Ok(()),
    }
}

/// Lets those go whose time has come, the earliest first; what is over by now is cancelled instead: the bot was off.
pub async fn release(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    sqlx::query!(
        // By their mailings, which are few, not by the moment, at which everybody's may wait.
        "update delivery set state = 'cancelled', finished_at = ?1
         where +held = 1 and +due_at <= ?1 and state in ('due', 'paused')
           and mailing_id in (select id from mailing where pointless_at <= ?1)",
        now
    )
    .execute(&mut *conn)
    .await
    .context("Cancel what is over")?;
    sqlx::query!(
        "update delivery set held = 0
         where id in (select id from delivery where held = 1 and due_at <= ?1 order by due_at, id limit ?2)",
        now,
        AT_ONCE
    )
    .execute(&mut *conn)
    .await
    .context("Let held messages go")?;
    look_again(conn).await
}

/// A person's quiet hours are other ones now: what waits for their end gets another moment.
pub async fn hold_anew(conn: &mut SqliteConnection, person: PersonId, now: Moment) -> Result<()> {
    let today = Today::of(now);
    let strikes = today.strikes_json();
    sqlx::query!(
        "update delivery set due_at = coalesce(
             (select ?1 ->> p.quiet_to from person p
              where p.id = ?2 and (?3 + 24 - p.quiet_from) % 24 < (p.quiet_to + 24 - p.quiet_from) % 24), ?4)
         where person_id = ?2 and held = 1",
        strikes,
        person,
        today.hour,
        now
    )
    .execute(&mut *conn)
    .await
    .context("Hold a person's messages anew")?;
    look_again(conn).await
}

/// How many of these people would get a message later, were it sent now.
pub async fn would_wait(conn: &mut SqliteConnection, people: &People, now: Moment) -> Result<Option<Held>> {
    let today = Today::of(now);
    let people = people.json();
    let groups = sqlx::query!(
        r#"
        select quiet_to as "to!: u8", count(*) as "people!" from person
        where joined_at is not null and blocked_at is null and id in (select value from json_each(?1))
          and (?2 + 24 - quiet_from) % 24 < (quiet_to + 24 - quiet_from) % 24
        group by quiet_to
        "#,
        people,
        today.hour
    )
    .fetch_all(conn)
    .await
    .context("Count who has quiet hours")?;
    let moments = || groups.iter().map(|group| today.next(group.to));
    let (Some(first), Some(last)) = (moments().min(), moments().max()) else { return Ok(None) };
    Ok(Some(Held { people: groups.iter().map(|group| group.people).sum(), first, last }))
}
