//! The tables of sessions: what they are; [`guests`], the [`door`], the [`gallery`], what stays of them ([`after`]) and
//! what is [`due`] have files of their own.

pub mod after;
pub mod door;
pub mod due;
pub mod gallery;
pub mod guests;

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Details, FEEDBACK_AFTER, Session, next_reminder};
use crate::clock::Moment;
use crate::ids::{PersonId, SessionId};
use crate::ui::action::Attendance;
use crate::ui::audience::Audience;
use crate::ui::state::{Agenda, Link, MapPoint, Place, Title};
use crate::when::Span;

struct Row {
    id: SessionId,
    title: Title,
    starts_at: Moment,
    ends_at: Option<Moment>,
    place: Option<Place>,
    latitude: Option<i32>,
    longitude: Option<i32>,
    link: Option<Link>,
    agenda: Option<Agenda>,
    capacity: Option<u32>,
    queue: bool,
    audience: Audience,
    revision: u32,
    revised_at: Moment,
    cancelled: bool,
}

impl Row {
    fn open(self) -> Session {
        let point = self.latitude.zip(self.longitude);
        Session {
            id: self.id,
            details: Details {
                title: self.title,
                span: Span { starts: self.starts_at, ends: self.ends_at },
                place: self.place,
                point: point.map(|(latitude, longitude)| MapPoint { latitude, longitude }),
                link: self.link,
                agenda: self.agenda,
                capacity: self.capacity,
                queue: self.queue,
                audience: self.audience,
            },
            revision: self.revision,
            revised_at: self.revised_at,
            cancelled: self.cancelled,
        }
    }
}

/// A session in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: SessionId,
    pub title: Title,
    pub starts_at: Moment,
    pub over_at: Moment,
    pub cancelled: bool,
    /// What the person said; none: they are not invited.
    pub attendance: Option<Attendance>,
}

/// Notes a session that is being announced.
pub async fn insert(conn: &mut SqliteConnection, details: &Details, now: Moment) -> Result<SessionId> {
    let Details { title, span, place, point, link, agenda, capacity, queue, audience } = details;
    let over = span.over();
    let (latitude, longitude) = point.map(|p| (p.latitude, p.longitude)).unzip();
    let remind_at = next_reminder(span.starts, now);
    let feedback_at = over.after(FEEDBACK_AFTER);
    let id = sqlx::query!(
        "insert into session (title, starts_at, ends_at, over_at, place, latitude, longitude, link, agenda, capacity,
                              queue, audience, announced_at, revised_at, remind_at, feedback_at)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?13, ?14, ?15)",
        title,
        span.starts,
        span.ends,
        over,
        place,
        latitude,
        longitude,
        link,
        agenda,
        capacity,
        queue,
        audience,
        now,
        remind_at,
        feedback_at
    )
    .execute(conn)
    .await
    .context("Note a session")?
    .last_insert_rowid();
    Ok(SessionId(id))
}

/// Notes what a session is from now on.
pub async fn change(
    conn: &mut SqliteConnection,
    id: SessionId,
    details: &Details,
    now: Moment,
) -> Result<()> {
    let Details { title, span, place, point, link, agenda, capacity, queue, audience: _ } = details;
    let over = span.over();
    let (latitude, longitude) = point.map(|p| (p.latitude, p.longitude)).unzip();
    let remind_at = next_reminder(span.starts, now);
    let feedback_at = over.after(FEEDBACK_AFTER);
    sqlx::query!(
        "update session set title = ?2, starts_at = ?3, ends_at = ?4, over_at = ?5, place = ?6, latitude = ?7,
                            longitude = ?8, link = ?9, agenda = ?10, capacity = ?11, queue = ?12, revised_at = ?13,
                            -- What was reminded of stays so, unless the session was moved.
                            remind_at = case when starts_at = ?3 then remind_at else ?14 end,
                            feedback_at = ?15, revision = revision + 1
         where id = ?1",
        id,
        title,
        span.starts,
        span.ends,
        over,
        place,
        latitude,
        longitude,
        link,
        agenda,
        capacity,
        queue,
        now,
        remind_at,
        feedback_at
    )
    .execute(conn)
    .await
    .context("Change a session")?;
    Ok(())
}

/// Calls a session off; `false`: it was already. Nothing is due for it any more.
pub async fn cancel(conn: &mut SqliteConnection, id: SessionId, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update session set cancelled_at = ?2, revised_at = ?2, revision = revision + 1, remind_at = null,
                            feedback_at = null
         where id = ?1 and cancelled_at is null",
        id,
        now
    )
    .execute(conn)
    .await
    .context("Call a session off")?;
    Ok(done.rows_affected() == 1)
}

/// One session.
pub async fn get(conn: &mut SqliteConnection, id: SessionId) -> Result<Option<Session>> {
    let row = sqlx::query_as!(
        Row,
        r#"
        select id as "id!: SessionId", title as "title: Title", starts_at as "starts_at: Moment",
               ends_at as "ends_at: Moment", place as "place: Place", latitude as "latitude: i32",
               longitude as "longitude: i32", link as "link: Link", agenda as "agenda: Agenda",
               capacity as "capacity: u32", queue as "queue: bool", audience as "audience: Audience",
               revision as "revision: u32", revised_at as "revised_at: Moment",
               cancelled_at is not null as "cancelled!: bool"
        from session where id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a session")?;
    Ok(row.map(Row::open))
}

/// The session that is on, or the next one.
pub async fn nearest(conn: &mut SqliteConnection, now: Moment) -> Result<Option<SessionId>> {
    sqlx::query_scalar!(
        r#"
        select id as "id!: SessionId" from session where cancelled_at is null and over_at > ?
        order by starts_at, id limit 1
        "#,
        now
    )
    .fetch_optional(conn)
    .await
    .context("Find the nearest session")
}

/// The session that is on, or else the next one, or else the last.
pub async fn at_hand(conn: &mut SqliteConnection, now: Moment) -> Result<Option<SessionId>> {
    if let Some(id) = nearest(conn, now).await? {
        return Ok(Some(id));
    }
    sqlx::query_scalar!(
        r#"
        select id as "id!: SessionId" from session where cancelled_at is null order by starts_at desc, id desc limit 1
        "#
    )
    .fetch_optional(conn)
    .await
    .context("Find the last session")
}

/// What a session is called.
pub async fn title(conn: &mut SqliteConnection, id: SessionId) -> Result<Option<Title>> {
    sqlx::query_scalar!(r#"select title as "title: Title" from session where id = ?"#, id)
        .fetch_optional(conn)
        .await
        .context("Get a session's title")
}

/// The sessions to which a person was invited, those ahead first; for organizers all.
pub async fn list(
    conn: &mut SqliteConnection,
    person: PersonId,
    all: bool,
    now: Moment,
    most: i64,
) -> Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"
        select s.id as "id!: SessionId", s.title as "title!: Title", s.starts_at as "starts_at!: Moment",
               s.over_at as "over_at!: Moment", s.cancelled_at is not null as "cancelled!: bool",
               g.attendance as "attendance?: Attendance"
        from session s left join session_guest g on g.session_id = s.id and g.person_id = ?1
        where ?2 or g.person_id is not null
        order by s.over_at <= ?3, abs(s.starts_at - ?3), s.id limit ?4
        "#,
        person,
        all,
        now,
        most
    )
    .fetch_all(conn)
    .await
    .context("List sessions")
}
