//! The rows of imports: what came in messages, and what each comes to.

use anyhow::{Context, Result};
use serde::Serialize;
use sqlx::SqliteConnection;

use crate::ids::{CallId, DirectionId, ImportId, ProposalId};
use crate::imports::compare::{Raw, Understood};
use crate::imports::{Counts, Other, Pile, Verdict};
use crate::ui::state::Idea;

/// Adds rows that came in a message. How many there are then; no more than so many are added.
pub async fn gather(
    conn: &mut SqliteConnection,
    id: ImportId,
    lines: &[(&str, Option<&str>)],
    most: usize,
) -> Result<u32> {
    let lines = serde_json::to_string(lines).context("List what came in a message")?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    sqlx::query!(
        "insert into import_row (import_id, row, words, photo)
         select ?1, 1 + key + (select count(*) from import_row where import_id = ?1), value ->> 0, value ->> 1
         from json_each(?2)
         where 1 + key + (select count(*) from import_row where import_id = ?1) <= ?3",
        id,
        lines,
        most
    )
    .execute(&mut *conn)
    .await
    .context("Add what came in a message")?;
    rows_of(conn, id).await
}

/// How many rows it has.
pub async fn rows_of(conn: &mut SqliteConnection, id: ImportId) -> Result<u32> {
    sqlx::query_scalar!(r#"select count(*) as "count!: u32" from import_row where import_id = ?"#, id)
        .fetch_one(conn)
        .await
        .context("Count the rows of an import")
}

/// Gives a photo that came last the words that came after it; `false`: it has words.
pub async fn word_last_photo(conn: &mut SqliteConnection, id: ImportId, words: &str) -> Result<bool> {
    let done = sqlx::query!(
        "update import_row set words = ?2
         where import_id = ?1 and photo is not null and (words is null or words = '')
           and row = (select max(row) from import_row where import_id = ?1)",
        id,
        words
    )
    .execute(conn)
    .await
    .context("Put words below a photo")?;
    Ok(done.rows_affected() == 1)
}

/// What came in messages.
pub async fn gathered(conn: &mut SqliteConnection, id: ImportId) -> Result<Vec<Raw>> {
    let rows = sqlx::query!(
        r#"select row as "number!: u32", words, photo from import_row where import_id = ? order by row"#,
        id
    )
    .fetch_all(conn)
    .await
    .context("List what came in messages")?;
    let raw = |text: Option<String>| Some(text.unwrap_or_default());
    Ok(rows
        .into_iter()
        .map(|row| Raw { number: row.number, text: raw(row.words), photo: row.photo, direction: None })
        .collect())
}

/// What answers a call already.
pub async fn there(conn: &mut SqliteConnection, call: CallId) -> Result<Vec<(ProposalId, Idea)>> {
    let rows = sqlx::query!(
        r#"
        select id as "id!: ProposalId", words as "words!: Idea" from proposal
        where call_id = ? and state = 'published' and words is not null order by id
        "#,
        call
    )
    .fetch_all(conn)
    .await
    .context("List what answers a call")?;
    Ok(rows.into_iter().map(|row| (row.id, row.words)).collect())
}

/// A row as the statement below takes it.
#[derive(Serialize)]
struct Written<'a>(
    u32,
    Option<&'a str>,
    Option<&'a str>,
    &'static str,
    Option<usize>,
    Option<usize>,
    Option<u32>,
    Option<i64>,
    Option<i64>,
);

impl<'a> From<&'a Understood> for Written<'a> {
    fn from(row: &'a Understood) -> Self {
        let (verdict, other, lengths) = match row.verdict {
            Verdict::Fresh => ("fresh", None, None),
            Verdict::Same(other) => ("same", Some(other), None),
            Verdict::Close(other) => ("close", Some(other), None),
            Verdict::TooLong { limit, length } => ("too-long", None, Some((limit, length))),
            Verdict::NoValue => ("no-value", None, None),
        };
        let (limit, length) = lengths.unzip();
        let (like_row, like_proposal) = match other {
            Some(Other::Row(row)) => (Some(row), None),
            Some(Other::Proposal(id)) => (None, Some(id.0)),
            None => (None, None),
        };
        let direction = row.direction.map(|id| id.0);
        let (text, photo) = (row.text.as_deref(), row.photo.as_deref());
        Self(row.number, text, photo, verdict, limit, length, like_row, like_proposal, direction)
    }
}

/// Rows, ready to be put down: made outside of any transaction.
pub fn written(rows: &[Understood]) -> Result<String> {
    serde_json::to_string(&rows.iter().map(Written::from).collect::<Vec<_>>()).context("Write down rows")
}

/// Puts down what rows come to: one statement, however many there are.
pub async fn put_rows(conn: &mut SqliteConnection, id: ImportId, written: &str) -> Result<()> {
    sqlx::query!("delete from import_row where import_id = ?", id)
        .execute(&mut *conn)
        .await
        .context("Forget what rows came to before")?;
    sqlx::query!(
        "insert into import_row (import_id, row, words, photo, verdict, most, length, like_row, like_proposal,
                                 direction_id)
         select ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
                value ->> 7, value ->> 8
         from json_each(?2)",
        id,
        written
    )
    .execute(&mut *conn)
    .await
    .context("Put down what rows come to")?;
    sqlx::query!("update import set stage = 'ready', version = version + 1 where id = ?", id)
        .execute(conn)
        .await
        .context("Make an import ready")?;
    Ok(())
}

/// How many rows there are of each.
pub async fn counts(conn: &mut SqliteConnection, id: ImportId) -> Result<Counts> {
    sqlx::query_as!(
        Counts,
        r#"
        select coalesce(sum(verdict = 'fresh'), 0) as "fresh!: u32",
               coalesce(sum(verdict = 'same' and like_row is not null), 0) as "same_rows!: u32",
               coalesce(sum(verdict = 'same' and like_proposal is not null), 0) as "same_there!: u32",
               coalesce(sum(verdict = 'close'), 0) as "close!: u32",
               coalesce(sum(verdict in ('too-long', 'no-value')), 0) as "unreadable!: u32",
               coalesce(sum(verdict in ('fresh', 'close') and direction_id is not null), 0) as "directed!: u32"
        from import_row where import_id = ?
        "#,
        id
    )
    .fetch_one(conn)
    .await
    .context("Count the rows of an import")
}

/// The first rows that come in.
pub async fn samples(conn: &mut SqliteConnection, id: ImportId, most: u32) -> Result<Vec<Understood>> {
    rows(conn, id, r#"["fresh"]"#, most, 0).await
}

/// A page of a pile.
pub async fn pile(
    conn: &mut SqliteConnection,
    id: ImportId,
    pile: Pile,
    most: u32,
    skip: u32,
) -> Result<Vec<Understood>> {
    let verdicts = match pile {
        Pile::Same => r#"["same"]"#,
        Pile::Close => r#"["close"]"#,
        Pile::Unreadable => r#"["too-long","no-value"]"#,
    };
    rows(conn, id, verdicts, most, skip).await
}

async fn rows(
    conn: &mut SqliteConnection,
    id: ImportId,
    verdicts: &str,
    most: u32,
    skip: u32,
) -> Result<Vec<Understood>> {
    let rows = sqlx::query!(
        r#"
        select row as "number!: u32", words, photo, verdict as "verdict!", coalesce(most, 0) as "most!: u32",
               coalesce(length, 0) as "length!: u32", like_row as "like_row: u32",
               like_proposal as "like_proposal: ProposalId",
               direction_id as "direction: DirectionId"
        from import_row where import_id = ? and verdict in (select value from json_each(?))
        order by row limit ? offset ?
        "#,
        id,
        verdicts,
        most,
        skip
    )
    .fetch_all(conn)
    .await
    .context("List rows of an import")?;
    let understood = rows.into_iter().map(|row| {
        let other = row.like_proposal.map(Other::Proposal).or(row.like_row.map(Other::Row));
        let verdict = match (row.verdict.as_str(), other) {
            ("same", Some(other)) => Verdict::Same(other),
            ("close", Some(other)) => Verdict::Close(other),
            ("too-long", _) => Verdict::TooLong { limit: row.most as usize, length: row.length as usize },
            ("no-value", _) => Verdict::NoValue,
            _ => Verdict::Fresh,
        };
        Understood {
            number: row.number,
            text: row.words,
            photo: row.photo,
            verdict,
            direction: row.direction,
        }
    });
    Ok(understood.collect())
}
