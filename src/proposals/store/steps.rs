//! The table of what became of proposals.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::directions::Shade;
use crate::ids::{DirectionId, PersonId, ProposalId, StepId};
use crate::proposals::life::{Became, NewStep, Step, StepReason, Untold};
use crate::proposals::{ProposalState, Stage};
use crate::ui::state::Title;

/// Notes a step.
pub async fn insert(
    conn: &mut SqliteConnection,
    proposal: ProposalId,
    step: &NewStep,
    now: Moment,
) -> Result<()> {
    sqlx::query!(
        "insert into step (proposal_id, became, direction_id, vote_id, other_id, reason, by_id, at, told)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        proposal,
        step.became,
        step.direction,
        step.vote,
        step.other,
        step.reason,
        step.by,
        now,
        step.told
    )
    .execute(conn)
    .await
    .context("Note what became of a proposal")?;
    Ok(())
}

/// All steps of a proposal, the first of them first.
pub async fn of(conn: &mut SqliteConnection, proposal: ProposalId) -> Result<Vec<Step>> {
    sqlx::query_as!(
        Step,
        r#"
        select s.id as "id!: StepId", s.became as "became: Became", s.direction_id as "direction: DirectionId",
               s.other_id as "other: ProposalId", coalesce(d.name, v.title) as "named?: Title",
               d.shade as "shade?: Shade", s.reason as "reason: StepReason", s.by_id as "by: PersonId",
               s.at as "at: Moment", s.told as "told: bool"
        from step s left join direction d on d.id = s.direction_id left join vote v on v.id = s.vote_id
        where s.proposal_id = ? order by s.id
        "#,
        proposal
    )
    .fetch_all(conn)
    .await
    .context("List what became of a proposal")
}

/// A step is taken back before anybody has heard of it.
pub async fn delete(conn: &mut SqliteConnection, id: StepId) -> Result<()> {
    sqlx::query!("delete from step where id = ?", id).execute(conn).await.context("Take a step back")?;
    Ok(())
}

/// Puts a proposal under a direction, or under none.
pub async fn put_under(
    conn: &mut SqliteConnection,
    proposal: ProposalId,
    to: Option<DirectionId>,
) -> Result<()> {
    sqlx::query!("update proposal set direction_id = ? where id = ?", to, proposal)
        .execute(conn)
        .await
        .context("Put a proposal under a direction")?;
    Ok(())
}
/// Moves a published proposal on. `false`: it is not where this begins.
pub async fn advance(conn: &mut SqliteConnection, id: ProposalId, from: Stage, to: Stage) -> Result<bool> {
    let ((_, from), (_, to)) =
        (ProposalState::Published(from).columns(), ProposalState::Published(to).columns());
    let done = sqlx::query!(
        "update proposal set stage = ? where id = ? and state = 'published' and stage = ?",
        to,
        id,
        from
    )
    .execute(conn)
    .await
    .context("Move a published proposal on")?;
    Ok(done.rows_affected() == 1)
}

/// When the first step was that people have not heard of.
pub async fn first_untold(conn: &mut SqliteConnection) -> Result<Option<Moment>> {
    sqlx::query_scalar!(r#"select at as "at: Moment" from step where told = 0 order by id limit 1"#)
        .fetch_optional(conn)
        .await
        .context("Ask since when there is news")
}

/// Takes all steps that people have not heard of: from now on they have.
pub async fn take_untold(conn: &mut SqliteConnection) -> Result<Vec<Untold>> {
    let rows = sqlx::query!(
        r#"
        select s.proposal_id as "proposal!: ProposalId", s.id as "id!: StepId", s.became as "became!: Became",
               s.direction_id as "direction: DirectionId", s.other_id as "other: ProposalId",
               coalesce(d.name, v.title) as "named?: Title", d.shade as "shade?: Shade",
               s.reason as "reason: StepReason", s.by_id as "by: PersonId", s.at as "at!: Moment"
        from step s left join direction d on d.id = s.direction_id left join vote v on v.id = s.vote_id
        where s.told = 0 order by s.id
        "#
    )
    .fetch_all(&mut *conn)
    .await
    .context("List what people have not heard of")?;
    sqlx::query!("update step set told = 1 where told = 0")
        .execute(conn)
        .await
        .context("Note what is told")?;
    let untold = rows.into_iter().map(|row| Untold {
        proposal: row.proposal,
        step: Step {
            id: row.id,
            became: row.became,
            direction: row.direction,
            other: row.other,
            named: row.named,
            shade: row.shade,
            reason: row.reason,
            by: row.by,
            at: row.at,
            told: false,
        },
    });
    Ok(untold.collect())
}

/// The direction under which people last heard that a proposal is, before that step.
pub async fn direction_before(
    conn: &mut SqliteConnection,
    proposal: ProposalId,
    before: StepId,
) -> Result<Option<DirectionId>> {
    let found = sqlx::query_scalar!(
        r#"
        select direction_id as "id: DirectionId" from step
        where proposal_id = ? and id < ? and became = 'direction' order by id desc limit 1
        "#,
        proposal,
        before
    )
    .fetch_optional(conn)
    .await
    .context("Ask which direction was told")?;
    Ok(found.flatten())
}
