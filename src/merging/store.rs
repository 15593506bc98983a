//! The tables of mergers and splits.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Answer, Merger, Original, Part};
use crate::clock::Moment;
use crate::ids::{CallId, DirectionId, MergerId, PersonId, ProposalId};
use crate::ui::state::{Idea, Written};

/// Notes that these are to go into new ones.
pub async fn insert(
    conn: &mut SqliteConnection,
    split: bool,
    originals: &[ProposalId],
    parts: &[Written],
    by: PersonId,
    now: Moment,
) -> Result<MergerId> {
    let done = sqlx::query!("insert into merger (split, made_by, made_at) values (?, ?, ?)", split, by, now)
        .execute(&mut *conn)
        .await
        .context("Begin a merger")?;
    let id = MergerId(done.last_insert_rowid());
    for original in originals {
        sqlx::query!("insert into merger_original (merger_id, proposal_id) values (?, ?)", id, original)
            .execute(&mut *conn)
            .await
            .context("Note what is merged")?;
    }
    for (position, part) in (0i64..).zip(parts) {
        sqlx::query!(
            "insert into merger_part (merger_id, position, words, photo) values (?, ?, ?, ?)",
            id,
            position,
            part.words,
            part.photo
        )
        .execute(&mut *conn)
        .await
        .context("Note a new text")?;
    }
    Ok(id)
}

/// A new text is a proposal now: the author's, or nobody's.
pub async fn publish(
    conn: &mut SqliteConnection,
    (id, position): (MergerId, usize),
    written: &Written,
    (call, direction): (CallId, Option<DirectionId>),
    author: Option<PersonId>,
    now: Moment,
) -> Result<ProposalId> {
    let done = sqlx::query!(
        "insert into proposal (call_id, author_id, words, photo, direction_id, handed_in_at)
         values (?, ?, ?, ?, ?, ?)",
        call,
        author,
        written.words,
        written.photo,
        direction,
        now
    )
    .execute(&mut *conn)
    .await
    .context("Publish a new text")?;
    let proposal = ProposalId(done.last_insert_rowid());
    let position = i64::try_from(position).unwrap_or(i64::MAX);
    sqlx::query!(
        "update merger_part set proposal_id = ? where merger_id = ? and position = ?",
        proposal,
        id,
        position
    )
    .execute(conn)
    .await
    .context("Note which proposal a new text is")?;
    Ok(proposal)
}

/// One of them.
pub async fn get(conn: &mut SqliteConnection, id: MergerId) -> Result<Option<Merger>> {
    let split = sqlx::query_scalar!(r#"select split as "split: bool" from merger where id = ?"#, id)
        .fetch_optional(&mut *conn)
        .await
        .context("Get a merger")?;
    let Some(split) = split else { return Ok(None) };
    let parts = sqlx::query!(
        r#"
        select words as "words: Idea", photo, proposal_id as "proposal: ProposalId" from merger_part
        where merger_id = ? order by position
        "#,
        id
    )
    .fetch_all(&mut *conn)
    .await
    .context("Get new texts")?;
    let originals = sqlx::query_as!(
        Original,
        r#"
        select o.proposal_id as "proposal!: ProposalId", p.author_id as "author: PersonId",
               o.answer as "answer!: Answer"
        from merger_original o join proposal p on p.id = o.proposal_id where o.merger_id = ? order by p.id
        "#,
        id
    )
    .fetch_all(conn)
    .await
    .context("Get what is merged")?;
    let part = |words, photo, proposal| Part { written: Written { words, photo }, proposal };
    let parts = parts.into_iter().map(|row| part(row.words, row.photo, row.proposal)).collect();
    Ok(Some(Merger { id, split, parts, originals }))
}

/// The latest that a proposal was to go into.
pub async fn of_original(conn: &mut SqliteConnection, proposal: ProposalId) -> Result<Option<Merger>> {
    let id = sqlx::query_scalar!(
        r#"
        select merger_id as "id!: MergerId" from merger_original where proposal_id = ?
        order by merger_id desc limit 1
        "#,
        proposal
    )
    .fetch_optional(&mut *conn)
    .await
    .context("Find what a proposal goes into")?;
    match id {
        Some(id) => get(conn, id).await,
        None => Ok(None),
    }
}

/// What a proposal came of.
pub async fn of_part(conn: &mut SqliteConnection, proposal: ProposalId) -> Result<Option<Merger>> {
    let id = sqlx::query_scalar!(
        r#"select merger_id as "id!: MergerId" from merger_part where proposal_id = ?"#,
        proposal
    )
    .fetch_optional(&mut *conn)
    .await
    .context("Find what a proposal came of")?;
    match id {
        Some(id) => get(conn, id).await,
        None => Ok(None),
    }
}

/// Notes what its author says.
pub async fn answer(
    conn: &mut SqliteConnection,
    id: MergerId,
    proposal: ProposalId,
    answer: Answer,
) -> Result<()> {
    sqlx::query!(
        "update merger_original set answer = ? where merger_id = ? and proposal_id = ?",
        answer,
        id,
        proposal
    )
    .execute(conn)
    .await
    .context("Note what an author says")?;
    Ok(())
}
