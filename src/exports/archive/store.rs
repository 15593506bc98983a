//! Reads what goes into the archive beside proposals.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::ids::{AffiliationId, CallId, PollId, SessionId, VoteId};
use crate::l10n::Lang;
use crate::ui::action::Attendance;
use crate::ui::audience::Audience;
use crate::ui::state::Question;

/// How many people say that they belong there; none: they did not say.
pub async fn sectors(conn: &mut SqliteConnection) -> Result<Vec<(Option<AffiliationId>, u32)>> {
    let rows = sqlx::query!(
        r#"
        select sector_id as "id: AffiliationId", count(*) as "people!: u32" from person
        where joined_at is not null group by sector_id order by sector_id
        "#
    )
    .fetch_all(conn)
    .await
    .context("Count people by sector")?;
    Ok(rows.into_iter().map(|row| (row.id, row.people)).collect())
}

/// See [`sectors`].
pub async fn regions(conn: &mut SqliteConnection) -> Result<Vec<(Option<AffiliationId>, u32)>> {
    let rows = sqlx::query!(
        r#"
        select region_id as "id: AffiliationId", count(*) as "people!: u32" from person
        where joined_at is not null group by region_id order by region_id
        "#
    )
    .fetch_all(conn)
    .await
    .context("Count people by region")?;
    Ok(rows.into_iter().map(|row| (row.id, row.people)).collect())
}

/// How many people speak each language.
pub async fn languages(conn: &mut SqliteConnection) -> Result<Vec<(Lang, u32)>> {
    let rows = sqlx::query!(
        r#"
        select lang as "lang: Lang", count(*) as "people!: u32" from person
        where joined_at is not null group by lang order by lang
        "#
    )
    .fetch_all(conn)
    .await
    .context("Count people by language")?;
    Ok(rows.into_iter().map(|row| (row.lang, row.people)).collect())
}

/// A call.
pub struct Call {
    pub id: CallId,
    pub question: Question,
    pub opened_at: Moment,
    pub closed_at: Option<Moment>,
}

/// All calls.
pub async fn calls(conn: &mut SqliteConnection) -> Result<Vec<Call>> {
    sqlx::query_as!(
        Call,
        r#"
        select id as "id!: CallId", question as "question!: Question", opened_at as "opened_at!: Moment",
               closed_at as "closed_at: Moment"
        from call order by id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List all calls")
}

/// All votes, with when they were opened and closed.
pub async fn votes(conn: &mut SqliteConnection) -> Result<Vec<(VoteId, Moment, Option<Moment>)>> {
    let rows = sqlx::query!(
        r#"
        select id as "id!: VoteId", opened_at as "opened_at!: Moment", closed_at as "closed_at: Moment"
        from vote order by id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List all votes")?;
    Ok(rows.into_iter().map(|row| (row.id, row.opened_at, row.closed_at)).collect())
}

/// All polls.
pub async fn polls(conn: &mut SqliteConnection) -> Result<Vec<PollId>> {
    sqlx::query_scalar!(r#"select id as "id!: PollId" from poll order by id"#)
        .fetch_all(conn)
        .await
        .context("List all polls")
}

/// All sessions.
pub async fn sessions(conn: &mut SqliteConnection) -> Result<Vec<SessionId>> {
    sqlx::query_scalar!(r#"select id as "id!: SessionId" from session order by starts_at, id"#)
        .fetch_all(conn)
        .await
        .context("List all sessions")
}

/// How many guests gave each answer.
pub async fn guests(conn: &mut SqliteConnection, id: SessionId) -> Result<Vec<(Attendance, u32)>> {
    let rows = sqlx::query!(
        r#"
        select attendance as "attendance!: Attendance", count(*) as "people!: u32" from session_guest
        where session_id = ? group by attendance order by attendance
        "#,
        id
    )
    .fetch_all(conn)
    .await
    .context("Count guests")?;
    Ok(rows.into_iter().map(|row| (row.attendance, row.people)).collect())
}

/// An announcement.
pub struct Announcement {
    pub announced_at: Moment,
    pub audience: Audience,
    /// A `View` as JSON, as long as it is kept.
    pub body: Option<String>,
    pub reached: i64,
}

/// All announcements.
pub async fn announcements(conn: &mut SqliteConnection) -> Result<Vec<Announcement>> {
    sqlx::query_as!(
        Announcement,
        r#"
        select a.announced_at as "announced_at!: Moment", a.audience as "audience!: Audience",
               (select m.body from message m where m.mailing_id = a.mailing_id and m.body is not null
                order by m.id limit 1) as "body: String",
               (select count(*) from delivery d where d.mailing_id = a.mailing_id and d.state = 'sent')
                   as "reached!: i64"
        from announcement a order by a.id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List all announcements")
}
