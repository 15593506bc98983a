//! The tables of calls and proposals; [`lists`] reads what is shown, [`reviews`] is the table of what waits for the
//! organizers, and [`steps`] of what became of each.

mod lists;
pub mod reviews;
pub mod steps;

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Call, ProposalState};
use crate::clock::Moment;
use crate::ids::{CallId, PersonId, ProposalId};
use crate::ui::state::{CallDraft, Question, Written};

pub use lists::{found, get, latest, open_ids, open_page, page};

/// The calls: open ones first, then the latest.
pub async fn calls(conn: &mut SqliteConnection, most: i64) -> Result<Vec<Call>> {
    sqlx::query_as!(
        Call,
        r#"
        select id as "id!: CallId", question as "question: Question", closed_at is null as "open!: bool",
               most_each as "most_each: u32",
               (select count(*) from proposal p where p.call_id = call.id and p.state = 'published') as "proposals!"
        from call order by closed_at is not null, id desc limit ?
        "#,
        most
    )
    .fetch_all(conn)
    .await
    .context("List calls")
}

/// The calls that take answers.
pub async fn open_calls(conn: &mut SqliteConnection) -> Result<Vec<Call>> {
    Ok(calls(conn, 20).await?.into_iter().filter(|call| call.open).collect())
}

/// One call.
pub async fn call(conn: &mut SqliteConnection, id: CallId) -> Result<Option<Call>> {
    sqlx::query_as!(
        Call,
        r#"
        select id as "id!: CallId", question as "question: Question", closed_at is null as "open!: bool",
               most_each as "most_each: u32",
               (select count(*) from proposal p where p.call_id = call.id and p.state = 'published') as "proposals!"
        from call where id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a call")
}

/// Opens a call.
pub async fn insert_call(conn: &mut SqliteConnection, draft: &CallDraft, now: Moment) -> Result<CallId> {
    let id = sqlx::query!(
        "insert into call (question, opened_at, most_each) values (?, ?, ?)",
        draft.question,
        now,
        draft.most_each
    )
    .execute(conn)
    .await
    .context("Open a call")?
    .last_insert_rowid();
    Ok(CallId(id))
}

/// Each person may have so many proposals in a call.
pub async fn limit_call(conn: &mut SqliteConnection, id: CallId, most_each: Option<u32>) -> Result<bool> {
    let done =
        sqlx::query!("update call set most_each = ?1 where id = ?2 and most_each is not ?1", most_each, id)
            .execute(conn)
            .await
            .context("Limit a call")?;
    Ok(done.rows_affected() == 1)
}

/// Closes a call; `false`: it was closed.
pub async fn close_call(conn: &mut SqliteConnection, id: CallId, now: Moment) -> Result<bool> {
    let done = sqlx::query!("update call set closed_at = ? where id = ? and closed_at is null", now, id)
        .execute(conn)
        .await
        .context("Close a call")?;
    Ok(done.rows_affected() == 1)
}

/// Hands a proposal in: published at once, or received.
pub async fn insert(
    conn: &mut SqliteConnection,
    call: CallId,
    author: PersonId,
    written: &Written,
    state: ProposalState,
    now: Moment,
) -> Result<ProposalId> {
    let (state, stage) = state.columns();
    let id = sqlx::query!(
        "insert into proposal (call_id, author_id, words, photo, state, stage, handed_in_at)
         values (?, ?, ?, ?, ?, ?, ?)",
        call,
        author,
        written.words,
        written.photo,
        state,
        stage,
        now
    )
    .execute(conn)
    .await
    .context("Hand in a proposal")?
    .last_insert_rowid();
    Ok(ProposalId(id))
}

/// Gives a proposal other words; `edited`: after others could read the old ones.
pub async fn reword(
    conn: &mut SqliteConnection,
    id: ProposalId,
    written: &Written,
    edited: Option<Moment>,
) -> Result<()> {
    sqlx::query!(
        "update proposal set words = ?, photo = ?, edited_at = coalesce(?, edited_at) where id = ?",
        written.words,
        written.photo,
        edited,
        id
    )
    .execute(conn)
    .await
    .context("Change a proposal")?;
    Ok(())
}

/// Moves a proposal on.
pub async fn set_state(conn: &mut SqliteConnection, id: ProposalId, state: ProposalState) -> Result<()> {
    let (state, stage) = state.columns();
    sqlx::query!("update proposal set state = ?, stage = ? where id = ?", state, stage, id)
        .execute(conn)
        .await
        .context("Move a proposal on")?;
    Ok(())
}

/// How many of somebody's proposals count in a call: not the withdrawn and the declined ones.
pub async fn count_in_call(conn: &mut SqliteConnection, call: CallId, author: PersonId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from proposal
        where author_id = ? and call_id = ? and state in ('received', 'returned', 'published')
        "#,
        author,
        call
    )
    .fetch_one(conn)
    .await
    .context("Count somebody's proposals in a call")
}

/// Proposals as they are compared with others: each with its words. They come as one text, for which SQLite is asked once:
/// a row for each would take longer than comparing them.
#[derive(Debug, Default)]
pub struct Comparable(String);

impl Comparable {
    /// One after another.
    pub fn iter(&self) -> impl Iterator<Item = (ProposalId, &str)> {
        // Signs that no words have, for they are cleaned.
        self.0.split('\u{1E}').filter_map(|one| {
            let (id, words) = one.split_once('\u{1F}')?;
            Some((ProposalId(id.parse().ok()?), words))
        })
    }
}

/// The published proposals of a call (none: of all open calls) that have words and may still be supported.
pub async fn comparable(conn: &mut SqliteConnection, call: Option<CallId>) -> Result<Comparable> {
    let all = sqlx::query_scalar!(
        r#"
        select group_concat(id || char(31) || words, char(30)) as "all: String" from (
            select id, words from proposal
            where (call_id = ?1 or (?1 is null and call_id in (select id from call where closed_at is null)))
              and state = 'published' and stage not in ('done', 'dropped', 'merged') and words is not null
            order by id
        )
        "#,
        call
    )
    .fetch_one(conn)
    .await
    .context("List what a proposal is compared with")?;
    Ok(Comparable(all.unwrap_or_default()))
}

/// How many published proposals there are, of a call or of all.
pub async fn count_published(conn: &mut SqliteConnection, call: Option<CallId>) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from proposal where state = 'published' and (?1 is null or call_id = ?1)"#,
        call
    )
    .fetch_one(conn)
    .await
    .context("Count proposals")
}

/// How many published proposals an author has.
pub async fn count_of_author(conn: &mut SqliteConnection, author: PersonId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from proposal where author_id = ? and state = 'published'"#,
        author
    )
    .fetch_one(conn)
    .await
    .context("Count an author's proposals")
}

/// Removes all proposals of an author.
pub async fn delete_of_author(conn: &mut SqliteConnection, author: PersonId) -> Result<()> {
    sqlx::query!("delete from proposal where author_id = ?", author)
        .execute(conn)
        .await
        .context("Remove an author's proposals")?;
    Ok(())
}

/// Removes what others do not see of an author's, or no longer.
pub async fn delete_unpublished_of_author(conn: &mut SqliteConnection, author: PersonId) -> Result<()> {
    sqlx::query!("delete from proposal where author_id = ? and state <> 'published'", author)
        .execute(conn)
        .await
        .context("Remove an author's unpublished proposals")?;
    Ok(())
}
