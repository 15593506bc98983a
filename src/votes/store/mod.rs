//! The tables of votes; [`ballots`] and [`roll`] have files of their own.

pub mod ballots;
pub mod roll;

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use self::ballots::Lying;
use super::seal::Tag;
use super::{Counted, Rules, Stage, Vote};
use crate::clock::Moment;
use crate::ids::{PersonId, ProposalId, VoteId};
use crate::outbox::People;
use crate::ui::action::{Method, Winners};
use crate::ui::audience::Audience;
use crate::ui::state::{Choice, Title};

/// A vote in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: VoteId,
    pub title: Title,
    pub open: bool,
    /// The person is on its roll.
    pub on_roll: bool,
}

/// A vote that is about to open.
#[derive(Debug)]
pub struct Opening<'a> {
    pub title: &'a Title,
    pub options: &'a [Choice],
    pub rules: &'a Rules,
    pub audience: &'a Audience,
    /// Who that is now.
    pub people: &'a People,
    pub closes_at: Option<Moment>,
}

/// Opens a vote.
pub async fn insert(conn: &mut SqliteConnection, vote: &Opening<'_>, now: Moment) -> Result<VoteId> {
    let Opening { title, options, rules, audience, people, closes_at } = vote;
    let id = sqlx::query!(
        "insert into vote (title, method, most, seats, winners, secret, audience, opened_at, closes_at, stage, roll)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)",
        title,
        rules.method,
        rules.most,
        rules.seats,
        rules.winners,
        rules.secret,
        audience,
        now,
        closes_at,
        people.count
    )
    .execute(&mut *conn)
    .await
    .context("Open a vote")?
    .last_insert_rowid();
    for (position, words) in (0i64..).zip(*options) {
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
    roll::fix(conn, VoteId(id), people).await?;
    Ok(VoteId(id))
}

/// The proposals that its options stand for, in the order of these.
pub async fn set_proposals(
    conn: &mut SqliteConnection,
    id: VoteId,
    proposals: &[Option<ProposalId>],
) -> Result<()> {
    for (position, proposal) in (0i64..).zip(proposals) {
        sqlx::query!(
            "update vote_option set proposal_id = ? where vote_id = ? and position = ?",
            proposal,
            id,
            position
        )
        .execute(&mut *conn)
        .await
        .context("Note what an option stands for")?;
    }
    Ok(())
}

/// The proposal that each option stands for, if it does.
pub async fn proposals(conn: &mut SqliteConnection, id: VoteId) -> Result<Vec<Option<ProposalId>>> {
    sqlx::query_scalar!(
        r#"select proposal_id as "id: ProposalId" from vote_option where vote_id = ? order by position"#,
        id
    )
    .fetch_all(conn)
    .await
    .context("List what options stand for")
}

/// Whether somebody may vote.
#[derive(Debug, Clone)]
pub enum Right {
    /// They are not on the roll.
    None,
    /// They are, and this lies under their tag.
    ToVote(Option<Lying>),
}

/// One vote with its options.
pub async fn get(conn: &mut SqliteConnection, id: VoteId) -> Result<Option<Vote>> {
    Ok(get_with_ballot(conn, id, None).await?.map(|(vote, _)| vote))
}

/// The same, with whether somebody may vote in it and their ballot. In one go, because this is what every mark on a ballot asks.
pub async fn get_with_ballot(
    conn: &mut SqliteConnection,
    id: VoteId,
    voter: Option<(PersonId, &Tag)>,
) -> Result<Option<(Vote, Right)>> {
    let (person, tag) = voter.map(|(person, tag)| (person, tag.as_slice())).unzip();
    let mut rows = sqlx::query!(
        r#"
        select v.title as "title: Title", v.method as "method: Method", v.most as "most: u8", v.seats as "seats: u8",
               v.winners as "winners: Winners", v.secret as "secret: bool", v.closes_at as "closes_at: Moment",
               v.stage as "stage: Stage", v.roll, v.audience = '{}' as "for_everyone!: bool", o.words as "words: Choice",
               r.person_id is not null as "on_roll!: bool",
               b.tag as "tag?", b.sealed as "sealed?", b.handed_in as "handed_in?: bool",
               b.on_paper as "on_paper?: bool"
        from vote v join vote_option o on o.vote_id = v.id
        left join roll r on r.vote_id = v.id and r.person_id = ?
        left join ballot b on b.vote_id = v.id and b.tag = ?
        where v.id = ? order by o.position
        "#,
        person,
        tag,
        id
    )
    .fetch_all(conn)
    .await
    .context("Get a vote")?;
    let Some(first) = rows.first_mut() else { return Ok(None) };
    let ballot = match (first.tag.take(), first.sealed.take(), first.handed_in, first.on_paper) {
        (Some(tag), Some(sealed), Some(handed_in), Some(on_paper)) => {
            Some(Lying { tag, sealed, handed_in, on_paper })
        }
        _ => None,
    };
    let right = if first.on_roll { Right::ToVote(ballot) } else { Right::None };
    let rules = Rules {
        method: first.method,
        most: first.most,
        seats: first.seats,
        winners: first.winners,
        secret: first.secret,
    };
    let vote = Vote {
        id,
        title: first.title.clone(),
        rules,
        closes_at: first.closes_at,
        stage: first.stage,
        roll: first.roll,
        for_everyone: first.for_everyone,
        options: rows.into_iter().map(|row| row.words).collect(),
    };
    Ok(Some((vote, right)))
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
               v.stage = 'open' and (v.closes_at is null or v.closes_at > ?1) as "open!: bool",
               exists (select 1 from roll r where r.vote_id = v.id and r.person_id = ?2) as "on_roll!: bool"
        from vote v order by v.stage <> 'open', v.id desc limit ?3
        "#,
        now,
        person,
        most
    )
    .fetch_all(conn)
    .await
    .context("List votes")
}

/// The votes opened between two moments.
pub async fn opened_between(
    conn: &mut SqliteConnection,
    from: Moment,
    until: Moment,
    most: i64,
) -> Result<Vec<(VoteId, Title)>> {
    let rows = sqlx::query!(
        r#"
        select id as "id!: VoteId", title as "title: Title" from vote
        where opened_at >= ? and opened_at < ? order by id limit ?
        "#,
        from,
        until,
        most
    )
    .fetch_all(conn)
    .await
    .context("List the votes of a time")?;
    Ok(rows.into_iter().map(|row| (row.id, row.title)).collect())
}

/// The open votes that a person may vote in.
pub async fn open_for(conn: &mut SqliteConnection, person: PersonId, now: Moment) -> Result<Vec<VoteId>> {
    sqlx::query_scalar!(
        r#"
        select v.id as "id!: VoteId" from vote v join roll r on r.vote_id = v.id and r.person_id = ?1
        where v.stage = 'open' and (v.closes_at is null or v.closes_at > ?2)
        "#,
        person,
        now
    )
    .fetch_all(conn)
    .await
    .context("List a person's open votes")
}

/// Moves a vote on to its next stage; `false`: it was not where this begins.
pub async fn advance(
    conn: &mut SqliteConnection,
    id: VoteId,
    from: Stage,
    to: Stage,
    now: Moment,
) -> Result<bool> {
    let done = sqlx::query!(
        "update vote set stage = ?1, closed_at = coalesce(closed_at, ?2) where id = ?3 and stage = ?4",
        to,
        now,
        id,
        from
    )
    .execute(conn)
    .await
    .context("Move a vote on")?;
    Ok(done.rows_affected() == 1)
}

/// The votes whose key is still needed, or still to be destroyed.
pub async fn with_key(conn: &mut SqliteConnection) -> Result<Vec<VoteId>> {
    sqlx::query_scalar!(
        r#"select id as "id!: VoteId" from vote where stage in ('open', 'closing', 'counted')"#
    )
    .fetch_all(conn)
    .await
    .context("List votes with a key")
}

/// Keeps what a vote came to, with the file of its ballots.
pub async fn insert_result(
    conn: &mut SqliteConnection,
    id: VoteId,
    counted: &Counted,
    file: &str,
) -> Result<()> {
    let counted = serde_json::to_string(counted).context("Write down a result")?;
    sqlx::query!("insert into vote_result (vote_id, counted, file) values (?, ?, ?)", id, counted, file)
        .execute(conn)
        .await
        .context("Keep a result")?;
    Ok(())
}

/// What a vote came to.
pub async fn result(conn: &mut SqliteConnection, id: VoteId) -> Result<Option<Counted>> {
    let counted = sqlx::query_scalar!("select counted from vote_result where vote_id = ?", id)
        .fetch_optional(conn)
        .await
        .context("Get a result")?;
    counted.map(|json| serde_json::from_str(&json).context("Read a result")).transpose()
}

/// The file of a vote's anonymous ballots.
pub async fn file(conn: &mut SqliteConnection, id: VoteId) -> Result<Option<String>> {
    sqlx::query_scalar!("select file from vote_result where vote_id = ?", id)
        .fetch_optional(conn)
        .await
        .context("Get a file of ballots")
}

/// When an organizer last reminded those who had not voted.
pub async fn reminded_at(conn: &mut SqliteConnection, id: VoteId) -> Result<Option<Moment>> {
    sqlx::query_scalar!(r#"select reminded_at as "at: Moment" from vote where id = ?"#, id)
        .fetch_one(conn)
        .await
        .context("Ask when people were reminded")
}

/// Notes that an organizer reminded those who had not voted.
pub async fn note_reminded(conn: &mut SqliteConnection, id: VoteId, now: Moment) -> Result<()> {
    sqlx::query!("update vote set reminded_at = ? where id = ?", now, id)
        .execute(conn)
        .await
        .context("Note a reminder")?;
    Ok(())
}

/// Whether a vote is open, everyone has voted, and nobody was told.
pub async fn all_have_voted(conn: &mut SqliteConnection, id: VoteId) -> Result<bool> {
    sqlx::query_scalar!(
        r#"
        select exists (select 1 from vote v
                       where v.id = ?1 and v.stage = 'open' and v.all_voted_told = 0
                         and (select count(*) from ballot b where b.vote_id = ?1 and b.handed_in = 1)
                             = (select count(*) from roll r where r.vote_id = ?1)) as "all!: bool"
        "#,
        id
    )
    .fetch_one(conn)
    .await
    .context("Ask whether everyone has voted")
}

/// Notes that organizers were told that everyone has voted.
pub async fn note_all_voted(conn: &mut SqliteConnection, id: VoteId) -> Result<()> {
    sqlx::query!("update vote set all_voted_told = 1 where id = ?", id)
        .execute(conn)
        .await
        .context("Note that everyone has voted")?;
    Ok(())
}

/// How many open votes close before then.
pub async fn closing_before(conn: &mut SqliteConnection, then: Moment) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from vote where stage = 'open' and closes_at <= ?"#,
        then
    )
    .fetch_one(conn)
    .await
    .context("Count votes that close soon")
}
