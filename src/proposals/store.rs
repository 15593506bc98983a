//! The tables of calls and proposals.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Call, PAGE, Page, Proposal, ProposalState};
use crate::clock::Moment;
use crate::ids::{CallId, PersonId, ProposalId};
use crate::ui::state::{Idea, Question, Written};
use crate::ui::view::Paging;

/// The calls: open ones first, then the latest.
pub async fn calls(conn: &mut SqliteConnection, most: i64) -> Result<Vec<Call>> {
    sqlx::query_as!(
        Call,
        r#"
        select id as "id!: CallId", question as "question: Question", closed_at is null as "open!: bool",
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
pub async fn insert_call(conn: &mut SqliteConnection, question: &Question, now: Moment) -> Result<CallId> {
    let id = sqlx::query!("insert into call (question, opened_at) values (?, ?)", question, now)
        .execute(conn)
        .await
        .context("Open a call")?
        .last_insert_rowid();
    Ok(CallId(id))
}

/// Closes a call.
pub async fn close_call(conn: &mut SqliteConnection, id: CallId, now: Moment) -> Result<()> {
    sqlx::query!("update call set closed_at = coalesce(closed_at, ?) where id = ?", now, id)
        .execute(conn)
        .await
        .context("Close a call")?;
    Ok(())
}

/// Hands a proposal in; it is published at once.
pub async fn insert(
    conn: &mut SqliteConnection,
    call: CallId,
    author: PersonId,
    written: &Written,
    now: Moment,
) -> Result<ProposalId> {
    let id = sqlx::query!(
        "insert into proposal (call_id, author_id, words, photo, handed_in_at) values (?, ?, ?, ?, ?)",
        call,
        author,
        written.words,
        written.photo,
        now
    )
    .execute(conn)
    .await
    .context("Hand in a proposal")?
    .last_insert_rowid();
    Ok(ProposalId(id))
}

/// Changes a proposal; `false`: it is not the author's, or was withdrawn.
pub async fn update(
    conn: &mut SqliteConnection,
    id: ProposalId,
    author: PersonId,
    written: &Written,
    now: Moment,
) -> Result<bool> {
    let done = sqlx::query!(
        "update proposal set words = ?, photo = ?, edited_at = ?
         where id = ? and author_id = ? and state = 'published'",
        written.words,
        written.photo,
        now,
        id,
        author
    )
    .execute(conn)
    .await
    .context("Change a proposal")?;
    Ok(done.rows_affected() == 1)
}

/// Withdraws a proposal; `false`: it is not the author's.
pub async fn withdraw(conn: &mut SqliteConnection, id: ProposalId, author: PersonId) -> Result<bool> {
    let done =
        sqlx::query!("update proposal set state = 'withdrawn' where id = ? and author_id = ?", id, author)
            .execute(conn)
            .await
            .context("Withdraw a proposal")?;
    Ok(done.rows_affected() == 1)
}

/// One proposal.
pub async fn get(conn: &mut SqliteConnection, id: ProposalId) -> Result<Option<Proposal>> {
    sqlx::query_as!(
        Proposal,
        r#"
        select p.id as "id!: ProposalId", p.call_id as "call: CallId", c.question as "question: Question",
               p.author_id as "author: PersonId",
               p.words as "words: Idea", p.photo, p.state as "state: ProposalState",
               p.handed_in_at as "handed_in_at: Moment", p.edited_at is not null as "edited!: bool"
        from proposal p join call c on c.id = p.call_id where p.id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a proposal")
}

/// A page of proposals, the latest first: one author's, withdrawn ones too, or all published ones.
pub async fn page(conn: &mut SqliteConnection, author: Option<PersonId>, page: u32) -> Result<Page> {
    let total = sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from proposal
        where (?1 is null and state = 'published') or author_id = ?1
        "#,
        author
    )
    .fetch_one(&mut *conn)
    .await
    .context("Count proposals")?;
    let at = Paging::new(page, PAGE, total);
    let offset = at.offset();
    let proposals = sqlx::query_as!(
        Proposal,
        r#"
        select p.id as "id!: ProposalId", p.call_id as "call: CallId", c.question as "question: Question",
               p.author_id as "author: PersonId",
               p.words as "words: Idea", p.photo, p.state as "state: ProposalState",
               p.handed_in_at as "handed_in_at: Moment", p.edited_at is not null as "edited!: bool"
        from proposal p join call c on c.id = p.call_id
        where (?1 is null and p.state = 'published') or p.author_id = ?1
        order by p.id desc limit ?2 offset ?3
        "#,
        author,
        PAGE,
        offset
    )
    .fetch_all(conn)
    .await
    .context("List proposals")?;
    Ok(Page { proposals, at, total })
}

/// The latest published proposals, of a call or of all.
pub async fn latest(conn: &mut SqliteConnection, call: Option<CallId>, most: u32) -> Result<Vec<Proposal>> {
    sqlx::query_as!(
        Proposal,
        r#"
        select p.id as "id!: ProposalId", p.call_id as "call: CallId", c.question as "question: Question",
               p.author_id as "author: PersonId",
               p.words as "words: Idea", p.photo, p.state as "state: ProposalState",
               p.handed_in_at as "handed_in_at: Moment", p.edited_at is not null as "edited!: bool"
        from proposal p join call c on c.id = p.call_id
        where p.state = 'published' and (?1 is null or p.call_id = ?1) order by p.id desc limit ?2
        "#,
        call,
        most
    )
    .fetch_all(conn)
    .await
    .context("List the latest proposals")
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
