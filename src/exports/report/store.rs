//! What a report is made of, beside what other features count.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::directions::{Name, Shade};
use crate::ids::{DirectionId, ProposalId, SessionId, VoteId};
use crate::ui::state::{Idea, Question, Title};

/// A session that bounds a report, or comes next.
#[derive(Debug, Clone)]
pub struct Session {
    pub title: Title,
    pub starts_at: Moment,
}

/// One session.
pub async fn session(conn: &mut SqliteConnection, id: SessionId) -> Result<Option<Session>> {
    sqlx::query_as!(
        Session,
        r#"select title as "title!: Title", starts_at as "starts_at!: Moment" from session where id = ?"#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a session that bounds a report")
}

/// The first session from a moment on that was not called off.
pub async fn next_session(conn: &mut SqliteConnection, from: Moment) -> Result<Option<SessionId>> {
    sqlx::query_scalar!(
        r#"
        select id as "id!: SessionId" from session where starts_at >= ? and cancelled_at is null
        order by starts_at, id limit 1
        "#,
        from
    )
    .fetch_optional(conn)
    .await
    .context("Find the next session")
}

/// How many people joined in a time, of those who are there.
pub async fn joined(conn: &mut SqliteConnection, from: Moment, until: Moment) -> Result<u32> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!: u32" from person where joined_at >= ? and joined_at < ?"#,
        from,
        until
    )
    .fetch_one(conn)
    .await
    .context("Count who joined in a time")
}

/// How many proposals of a time are under a direction.
#[derive(Debug, Clone)]
pub struct Pile {
    /// None: not sorted yet.
    pub direction: Option<DirectionId>,
    pub name: Option<Name>,
    pub shade: Option<Shade>,
    pub count: u32,
}

/// What was handed in in a time, by direction.
pub async fn piles(conn: &mut SqliteConnection, from: Moment, until: Moment) -> Result<Vec<Pile>> {
    sqlx::query_as!(
        Pile,
        r#"
        select d.id as "direction?: DirectionId", d.name as "name?: Name", d.shade as "shade?: Shade",
               count(*) as "count!: u32"
        from proposal p left join direction d on d.id = p.direction_id
        where p.state = 'published' and p.stage <> 'merged' and p.handed_in_at >= ? and p.handed_in_at < ?
        group by d.id order by d.id is null, d.place, d.id
        "#,
        from,
        until
    )
    .fetch_all(conn)
    .await
    .context("Count proposals of a time by direction")
}

/// A proposal in a report.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: ProposalId,
    pub question: Question,
    pub words: Option<Idea>,
    pub agree: u32,
    pub disagree: u32,
    pub seen: u32,
}

/// What was handed in in a time under a direction (none: under none), the best supported first.
pub async fn under(
    conn: &mut SqliteConnection,
    direction: Option<DirectionId>,
    from: Moment,
    until: Moment,
    most: u32,
) -> Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"
        select p.id as "id!: ProposalId", c.question as "question!: Question", p.words as "words: Idea",
               coalesce(sum(s.stance = 1), 0) as "agree!: u32", coalesce(sum(s.stance = -1), 0) as "disagree!: u32",
               count(s.person_id) as "seen!: u32"
        from proposal p join call c on c.id = p.call_id left join stance s on s.proposal_id = p.id
        where p.state = 'published' and p.stage <> 'merged' and p.direction_id is ?1
          and p.handed_in_at >= ?2 and p.handed_in_at < ?3
        group by p.id order by p.id limit ?4
        "#,
        direction,
        from,
        until,
        most
    )
    .fetch_all(conn)
    .await
    .context("List proposals of a time")
}

/// The votes that were decided in a time.
pub async fn votes(conn: &mut SqliteConnection, from: Moment, until: Moment) -> Result<Vec<VoteId>> {
    sqlx::query_scalar!(
        r#"
        select id as "id!: VoteId" from vote
        where stage = 'over' and closed_at >= ? and closed_at < ? order by closed_at, id
        "#,
        from,
        until
    )
    .fetch_all(conn)
    .await
    .context("List the votes of a time")
}

/// What became of a proposal in a time.
#[derive(Debug, Clone)]
pub struct Became {
    pub proposal: ProposalId,
    pub words: Option<Idea>,
    /// As the table of steps names it.
    pub became: String,
}

/// How far proposals came in a time: the last step of each.
pub async fn became(
    conn: &mut SqliteConnection,
    from: Moment,
    until: Moment,
    most: u32,
) -> Result<Vec<Became>> {
    sqlx::query_as!(
        Became,
        r#"
        select s.proposal_id as "proposal!: ProposalId", p.words as "words: Idea", s.became as "became!"
        from step s join proposal p on p.id = s.proposal_id
        where p.state = 'published' and s.became in ('chosen', 'in-work', 'done', 'dropped')
          and s.id = (select max(l.id) from step l
                      where l.proposal_id = s.proposal_id and l.at < ?2
                        and l.became in ('chosen', 'in-work', 'done', 'dropped', 'reopened', 'merged'))
          and s.at >= ?1 and s.at < ?2
        order by s.proposal_id limit ?3
        "#,
        from,
        until,
        most
    )
    .fetch_all(conn)
    .await
    .context("List what became of proposals in a time")
}
