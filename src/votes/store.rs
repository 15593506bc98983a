//! The tables of votes and ballots.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Ballot, Choices, Vote};
use crate::clock::Moment;
use crate::ids::{PersonId, VoteId};
use crate::ui::state::{Choice, Title};

/// A vote in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: VoteId,
    pub title: Title,
    pub open: bool,
    /// The person's ballot is in.
    pub handed_in: bool,
}

/// Opens a vote.
pub async fn insert(
    conn: &mut SqliteConnection,
    title: &Title,
    options: &[Choice],
    seats: u8,
    closes_at: Option<Moment>,
    now: Moment,
) -> Result<VoteId> {
    let id = sqlx::query!(
        "insert into vote (title, seats, opened_at, closes_at) values (?, ?, ?, ?)",
        title,
        seats,
        now,
        closes_at
    )
    .execute(&mut *conn)
    .await
    .context("Open a vote")?
    .last_insert_rowid();
    for (position, words) in (0i64..).zip(options) {
        sqlx::query!(
            "insert into vote_option (vote_id, position, words) values (?, ?, ?)",
            id,
            position,
            words
        )
        .execute(&mut *conn)
        .await
        .context("Insert an option")?;
    }
    Ok(VoteId(id))
}

/// One vote with its options.
pub async fn get(conn: &mut SqliteConnection, id: VoteId) -> Result<Option<Vote>> {
    let rows = sqlx::query!(
        r#"
        select v.title as "title: Title", v.seats as "seats: u8", v.closes_at as "closes_at: Moment", v.roll,
               o.words as "words: Choice"
        from vote v join vote_option o on o.vote_id = v.id where v.id = ? order by o.position
        "#,
        id
    )
    .fetch_all(conn)
    .await
    .context("Get a vote")?;
    let Some(first) = rows.first() else { return Ok(None) };
    Ok(Some(Vote {
        id,
        title: first.title.clone(),
        seats: first.seats,
        closes_at: first.closes_at,
        roll: first.roll,
        options: rows.into_iter().map(|row| row.words).collect(),
    }))
}

/// One vote with a person's ballot; an empty one before they touch it.
pub async fn with_ballot(
    conn: &mut SqliteConnection,
    id: VoteId,
    person: PersonId,
) -> Result<Option<(Vote, Ballot)>> {
    let rows = sqlx::query!(
        r#"
        select v.title as "title!: Title", v.seats as "seats!: u8", v.closes_at as "closes_at: Moment", v.roll,
               o.words as "words!: Choice", b.marked as "marked: Choices", b.chosen as "chosen: Choices"
        from vote v join vote_option o on o.vote_id = v.id
        left join ballot b on b.vote_id = v.id and b.person_id = ?2
        where v.id = ?1 order by o.position
        "#,
        id,
        person
    )
    .fetch_all(conn)
    .await
    .context("Get a vote with a ballot")?;
    let Some(first) = rows.first() else { return Ok(None) };
    let ballot = Ballot { marked: first.marked.unwrap_or_default(), chosen: first.chosen };
    let (title, seats, closes_at, roll) = (first.title.clone(), first.seats, first.closes_at, first.roll);
    let options = rows.into_iter().map(|row| row.words).collect();
    Ok(Some((Vote { id, title, options, seats, closes_at, roll }, ballot)))
}

/// The votes: open ones first, then the latest.
pub async fn list(
    conn: &mut SqliteConnection,
    person: PersonId,
    now: Moment,
    most: i64,
) -> Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"
        select v.id as "id!: VoteId", v.title as "title!: Title",
               v.closed_at is null and (v.closes_at is null or v.closes_at > ?1) as "open!: bool",
               exists (select 1 from ballot b
                       where b.vote_id = v.id and b.person_id = ?2 and b.chosen is not null) as "handed_in!: bool"
        from vote v order by v.closed_at is not null, v.id desc limit ?3
        "#,
        now,
        person,
        most
    )
    .fetch_all(conn)
    .await
    .context("List votes")
}

/// How many open votes still wait for a person's ballot.
pub async fn waiting_for(conn: &mut SqliteConnection, person: PersonId, now: Moment) -> Result<i64> {
    sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from vote v
        where v.closed_at is null and (v.closes_at is null or v.closes_at > ?1)
          and not exists (select 1 from ballot b
                          where b.vote_id = v.id and b.person_id = ?2 and b.chosen is not null)
        "#,
        now,
        person
    )
    .fetch_one(conn)
    .await
    .context("Count votes that wait for a person")
}

/// Saves a person's ballot.
pub async fn save_ballot(
    conn: &mut SqliteConnection,
    vote: VoteId,
    person: PersonId,
    ballot: Ballot,
) -> Result<()> {
    sqlx::query!(
        "insert into ballot (vote_id, person_id, marked, chosen) values (?, ?, ?, ?)
         on conflict (vote_id, person_id) do update set marked = excluded.marked, chosen = excluded.chosen",
        vote,
        person,
        ballot.marked,
        ballot.chosen
    )
    .execute(conn)
    .await
    .context("Save a ballot")?;
    Ok(())
}

/// All ballots that were handed in.
pub async fn handed_in(conn: &mut SqliteConnection, vote: VoteId) -> Result<Vec<Choices>> {
    sqlx::query_scalar!(
        r#"select chosen as "chosen!: Choices" from ballot where vote_id = ? and chosen is not null"#,
        vote
    )
    .fetch_all(conn)
    .await
    .context("List ballots")
}

/// How many ballots were handed in.
pub async fn turnout(conn: &mut SqliteConnection, vote: VoteId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from ballot where vote_id = ? and chosen is not null"#,
        vote
    )
    .fetch_one(conn)
    .await
    .context("Count ballots")
}

/// Closes a vote and notes how many people could vote; `false`: it was closed already.
pub async fn close(conn: &mut SqliteConnection, id: VoteId, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update vote set closed_at = ?1,
                roll = (select count(*) from person where joined_at is not null)
         where id = ?2 and closed_at is null",
        now,
        id
    )
    .execute(conn)
    .await
    .context("Close a vote")?;
    Ok(done.rows_affected() == 1)
}

/// The votes whose time has come.
pub async fn due(conn: &mut SqliteConnection, now: Moment) -> Result<Vec<VoteId>> {
    sqlx::query_scalar!(
        r#"select id as "id!: VoteId" from vote where closed_at is null and closes_at <= ? order by closes_at"#,
        now
    )
    .fetch_all(conn)
    .await
    .context("List votes that are due")
}

/// When the next vote closes by itself.
pub async fn next_closing(conn: &mut SqliteConnection) -> Result<Option<Moment>> {
    sqlx::query_scalar!(r#"select min(closes_at) as "at: Moment" from vote where closed_at is null"#)
        .fetch_one(conn)
        .await
        .context("Find the next closing")
}

/// Takes a leaving person's ballots out of open votes.
pub async fn withdraw_open_ballots(conn: &mut SqliteConnection, person: PersonId) -> Result<()> {
    sqlx::query!(
        "delete from ballot where person_id = ? and vote_id in (select id from vote where closed_at is null)",
        person
    )
    .execute(conn)
    .await
    .context("Withdraw ballots")?;
    Ok(())
}
