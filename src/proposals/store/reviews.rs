//! The table of what waits for the organizers, and whether anything has to.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::ids::{PersonId, ProposalId, ReviewId};
use crate::proposals::{Review, ReviewNote, Settled, Verdict, Why};
use crate::ui::action::Reason;
use crate::ui::state::{Idea, Written};

/// Whether organizers look at proposals first.
pub async fn moderated(conn: &mut SqliteConnection) -> Result<bool> {
    sqlx::query_scalar!(r#"select moderated as "moderated!: bool" from intake"#)
        .fetch_one(conn)
        .await
        .context("Ask whether proposals are looked at first")
}

/// They do from now on, or no longer.
pub async fn moderate(conn: &mut SqliteConnection, on: bool) -> Result<()> {
    sqlx::query!("update intake set moderated = ?", on)
        .execute(conn)
        .await
        .context("Choose whether proposals are looked at first")?;
    Ok(())
}

/// Newer words have come: what was settled of a proposal before needs its words no more.
pub async fn forget_settled(conn: &mut SqliteConnection, proposal: ProposalId) -> Result<()> {
    sqlx::query!(
        "update review set words = null, photo = null where proposal_id = ? and settled_at is not null",
        proposal
    )
    .execute(conn)
    .await
    .context("Forget words that were settled")?;
    Ok(())
}

/// Words wait. Where words of that proposal wait already, these take their place; what was settled of it before needs
/// its words no more.
pub async fn hand_over(
    conn: &mut SqliteConnection,
    proposal: ProposalId,
    written: &Written,
    now: Moment,
) -> Result<ReviewId> {
    forget_settled(&mut *conn, proposal).await?;
    let id = sqlx::query_scalar!(
        r#"
        insert into review (proposal_id, words, photo, handed_in_at) values (?, ?, ?, ?)
        on conflict (proposal_id) where settled_at is null do update set
            words = excluded.words, photo = excluded.photo, handed_in_at = excluded.handed_in_at,
            version = version + 1
        returning id as "id!"
        "#,
        proposal,
        written.words,
        written.photo,
        now
    )
    .fetch_one(conn)
    .await
    .context("Hand words over to the organizers")?;
    Ok(ReviewId(id))
}

struct Row {
    id: ReviewId,
    proposal: ProposalId,
    words: Option<Idea>,
    photo: Option<String>,
    version: u32,
    verdict: Option<Verdict>,
    settled_by: Option<PersonId>,
    reason: Option<Reason>,
    note: Option<ReviewNote>,
}

impl Row {
    fn open(self) -> Review {
        let why = self.reason.map(Why::Ready).or(self.note.map(Why::Said));
        Review {
            id: self.id,
            proposal: self.proposal,
            written: Written { words: self.words, photo: self.photo },
            version: self.version,
            settled: self.verdict.map(|verdict| Settled { verdict, by: self.settled_by, why }),
        }
    }
}

/// One of them.
pub async fn get(conn: &mut SqliteConnection, id: ReviewId) -> Result<Option<Review>> {
    let row = sqlx::query_as!(
        Row,
        r#"
        select id as "id!: ReviewId", proposal_id as "proposal: ProposalId", words as "words: Idea", photo,
               version as "version: u32", verdict as "verdict: Verdict", settled_by as "settled_by: PersonId",
               reason as "reason: Reason", note as "note: ReviewNote"
        from review where id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get what waits for the organizers")?;
    Ok(row.map(Row::open))
}

/// The latest of a proposal.
pub async fn latest(conn: &mut SqliteConnection, proposal: ProposalId) -> Result<Option<Review>> {
    let row = sqlx::query_as!(
        Row,
        r#"
        select id as "id!: ReviewId", proposal_id as "proposal: ProposalId", words as "words: Idea", photo,
               version as "version: u32", verdict as "verdict: Verdict", settled_by as "settled_by: PersonId",
               reason as "reason: Reason", note as "note: ReviewNote"
        from review where proposal_id = ? order by id desc limit 1
        "#,
        proposal
    )
    .fetch_optional(conn)
    .await
    .context("Get the latest review of a proposal")?;
    Ok(row.map(Row::open))
}

/// The first that waits and came after this one; after the last, the first of all.
pub async fn next(conn: &mut SqliteConnection, after: Option<ReviewId>) -> Result<Option<Review>> {
    let id = sqlx::query_scalar!(
        r#"
        select id as "id!: ReviewId" from review where settled_at is null
        order by id <= coalesce(?, 0), id limit 1
        "#,
        after
    )
    .fetch_optional(&mut *conn)
    .await
    .context("Find what waits next")?;
    match id {
        Some(id) => get(conn, id).await,
        None => Ok(None),
    }
}

/// How many wait.
pub async fn waiting(conn: &mut SqliteConnection) -> Result<i64> {
    sqlx::query_scalar!(r#"select count(*) as "count!" from review where settled_at is null"#)
        .fetch_one(conn)
        .await
        .context("Count what waits for the organizers")
}

/// What waits and organizers have a card of; at most one.
pub async fn carded(conn: &mut SqliteConnection) -> Result<Option<ReviewId>> {
    sqlx::query_scalar!(
        r#"select id as "id!: ReviewId" from review where settled_at is null and carded = 1 order by id limit 1"#
    )
    .fetch_optional(conn)
    .await
    .context("Find the card that is out")
}

/// Organizers have a card of it now.
pub async fn set_carded(conn: &mut SqliteConnection, id: ReviewId) -> Result<()> {
    sqlx::query!("update review set carded = 1 where id = ?", id)
        .execute(conn)
        .await
        .context("Note that a card is out")?;
    Ok(())
}

/// Settles what waits; `false`: it waits no more. Words that are public now, or nobody's business, are not kept twice.
pub async fn settle(
    conn: &mut SqliteConnection,
    id: ReviewId,
    settled: &Settled,
    now: Moment,
) -> Result<bool> {
    let (reason, note) = match &settled.why {
        Some(Why::Ready(reason)) => (Some(*reason), None),
        Some(Why::Said(note)) => (None, Some(note)),
        None => (None, None),
    };
    let keep = settled.verdict == Verdict::Returned;
    let done = sqlx::query!(
        "update review set settled_at = ?1, settled_by = ?2, verdict = ?3, reason = ?4, note = ?5,
                words = case when ?6 then words end, photo = case when ?6 then photo end
         where id = ?7 and settled_at is null",
        now,
        settled.by,
        settled.verdict,
        reason,
        note,
        keep,
        id
    )
    .execute(conn)
    .await
    .context("Settle what waits")?;
    Ok(done.rows_affected() == 1)
}

/// What waits of an author's.
pub async fn of_author(conn: &mut SqliteConnection, author: PersonId) -> Result<Vec<ReviewId>> {
    sqlx::query_scalar!(
        r#"
        select r.id as "id!: ReviewId" from review r join proposal p on p.id = r.proposal_id
        where p.author_id = ? and r.settled_at is null
        "#,
        author
    )
    .fetch_all(conn)
    .await
    .context("List what waits of an author's")
}

/// Nobody needs the words any more that were settled of an author's proposals, nor what was said of them.
pub async fn forget_words(conn: &mut SqliteConnection, author: PersonId) -> Result<()> {
    sqlx::query!(
        "update review set words = null, photo = null, note = null
         where settled_at is not null and proposal_id in (select id from proposal where author_id = ?)",
        author
    )
    .execute(conn)
    .await
    .context("Forget what was settled of an author's")?;
    Ok(())
}

/// What an organizer has settled and others have a card of.
pub async fn settled_by(conn: &mut SqliteConnection, organizer: PersonId) -> Result<Vec<ReviewId>> {
    sqlx::query_scalar!(
        r#"select id as "id!: ReviewId" from review where settled_by = ? and carded = 1"#,
        organizer
    )
    .fetch_all(conn)
    .await
    .context("List what an organizer has settled")
}
