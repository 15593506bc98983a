//! The tables of ballots. They know tags and sealed boxes; only `votes::seal` knows whose and what.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::ids::{MessageNo, PersonId, TelegramId, VoteId};
use crate::ui::state::{Name, Uncovered};
use crate::votes::seal::Tag;
use crate::votes::{Answer, MOST_OPTIONS};

/// A ballot as it lies.
#[derive(Debug, Clone)]
pub struct Lying {
    pub tag: Vec<u8>,
    pub sealed: Vec<u8>,
    pub handed_in: bool,
    pub on_paper: bool,
}

/// The ballot under a tag.
pub async fn get(conn: &mut SqliteConnection, vote: VoteId, tag: &Tag) -> Result<Option<Lying>> {
    let tag = tag.as_slice();
    sqlx::query_as!(
        Lying,
        r#"
        select tag, sealed, handed_in as "handed_in: bool", on_paper as "on_paper: bool"
        from ballot where vote_id = ? and tag = ?
        "#,
        vote,
        tag
    )
    .fetch_optional(conn)
    .await
    .context("Get a ballot")
}

/// Puts a ballot under its tag, in the place of an earlier one.
pub async fn save(
    conn: &mut SqliteConnection,
    vote: VoteId,
    tag: &Tag,
    sealed: &[u8],
    handed_in: bool,
    on_paper: bool,
) -> Result<()> {
    let tag = tag.as_slice();
    sqlx::query!(
        "insert into ballot (vote_id, tag, sealed, handed_in, on_paper) values (?, ?, ?, ?, ?)
         on conflict (vote_id, tag) do update
         set sealed = excluded.sealed, handed_in = excluded.handed_in, on_paper = excluded.on_paper",
        vote,
        tag,
        sealed,
        handed_in,
        on_paper
    )
    .execute(conn)
    .await
    .context("Save a ballot")?;
    Ok(())
}

/// All ballots of a vote, in the order of their tags.
pub async fn all(conn: &mut SqliteConnection, vote: VoteId) -> Result<Vec<Lying>> {
    sqlx::query_as!(
        Lying,
        r#"
        select tag, sealed, handed_in as "handed_in: bool", on_paper as "on_paper: bool"
        from ballot where vote_id = ?
        "#,
        vote
    )
    .fetch_all(conn)
    .await
    .context("List ballots")
}

/// The tags under which a ballot was handed in.
pub async fn handed_in(conn: &mut SqliteConnection, vote: VoteId) -> Result<Vec<Vec<u8>>> {
    sqlx::query_scalar!("select tag from ballot where vote_id = ? and handed_in = 1", vote)
        .fetch_all(conn)
        .await
        .context("List tags of ballots")
}

/// How many ballots were handed in.
pub async fn turnout(conn: &mut SqliteConnection, vote: VoteId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from ballot where vote_id = ? and handed_in = 1"#,
        vote
    )
    .fetch_one(conn)
    .await
    .context("Count ballots")
}

/// Removes the ballot under a tag.
pub async fn delete(conn: &mut SqliteConnection, vote: VoteId, tag: &Tag) -> Result<()> {
    let tag = tag.as_slice();
    sqlx::query!("delete from ballot where vote_id = ? and tag = ?", vote, tag)
        .execute(conn)
        .await
        .context("Remove a ballot")?;
    Ok(())
}

/// Removes all ballots of a vote.
pub async fn delete_all(conn: &mut SqliteConnection, vote: VoteId) -> Result<()> {
    sqlx::query!("delete from ballot where vote_id = ?", vote)
        .execute(conn)
        .await
        .context("Remove the ballots")?;
    Ok(())
}

/// Keeps who chose what in an open vote.
pub async fn insert_open(
    conn: &mut SqliteConnection,
    vote: VoteId,
    person: PersonId,
    answer: &Answer,
) -> Result<()> {
    let answer = answer.0.as_slice();
    sqlx::query!(
        "insert into open_ballot (vote_id, person_id, answer) values (?, ?, ?)",
        vote,
        person,
        answer
    )
    .execute(conn)
    .await
    .context("Keep an open ballot")?;
    Ok(())
}

/// Who chose what in an open vote, by name; no name: the person has left.
pub async fn open(conn: &mut SqliteConnection, vote: VoteId) -> Result<Vec<(Option<Name>, Answer)>> {
    let rows = sqlx::query!(
        r#"
        select p.name as "name: Name", b.answer from open_ballot b left join person p on p.id = b.person_id
        where b.vote_id = ? order by p.name, b.id
        "#,
        vote
    )
    .fetch_all(conn)
    .await
    .context("List open ballots")?;
    rows.into_iter()
        .map(|row| {
            let answer: [u8; MOST_OPTIONS] =
                row.answer.try_into().map_err(|_| anyhow::anyhow!("An open ballot has another length"))?;
            Ok((row.name, Answer(answer)))
        })
        .collect()
}

/// A message that shows a ballot being marked.
#[derive(Debug, Clone)]
pub struct Screen {
    pub person: PersonId,
    pub chat: TelegramId,
    pub message: MessageNo,
    pub voter: PersonId,
    pub shown_at: Moment,
}

/// Notes that a message shows a ballot being marked, and since when.
pub async fn note_screen(conn: &mut SqliteConnection, person: PersonId, shown: &Uncovered) -> Result<()> {
    sqlx::query!(
        "insert into ballot_screen (person_id, message_no, vote_id, voter_id, shown_at) values (?, ?, ?, ?, ?)
         on conflict (person_id, message_no) do update
         set vote_id = excluded.vote_id, voter_id = excluded.voter_id, shown_at = excluded.shown_at",
        person,
        shown.message,
        shown.vote,
        shown.voter,
        shown.at
    )
    .execute(conn)
    .await
    .context("Note a screen with a ballot")?;
    Ok(())
}

/// A message shows something else now. A ballot that was put there after `since` is not meant.
pub async fn forget_screen(
    conn: &mut SqliteConnection,
    person: PersonId,
    message: MessageNo,
    since: Moment,
) -> Result<()> {
    sqlx::query!(
        "delete from ballot_screen where person_id = ? and message_no = ? and shown_at <= ?",
        person,
        message,
        since
    )
    .execute(conn)
    .await
    .context("Forget a screen with a ballot")?;
    Ok(())
}

/// Takes the screens of a vote to be covered: those shown by a moment, or all of a vote that takes no more ballots; not
/// in chats that are busy.
pub async fn take_screens(
    conn: &mut SqliteConnection,
    vote: VoteId,
    by: Moment,
    is_busy: impl Fn(TelegramId) -> bool,
) -> Result<Vec<Screen>> {
    let mut screens = sqlx::query_as!(
        Screen,
        r#"
        select s.person_id as "person!: PersonId", p.telegram_id as "chat!: TelegramId",
               s.message_no as "message!: MessageNo", s.voter_id as "voter!: PersonId",
               s.shown_at as "shown_at!: Moment"
        from ballot_screen s join person p on p.id = s.person_id join vote v on v.id = s.vote_id
        where s.vote_id = ?1 and (s.shown_at <= ?2 or v.stage <> 'open')
        "#,
        vote,
        by
    )
    .fetch_all(&mut *conn)
    .await
    .context("List screens to cover")?;
    screens.retain(|screen| !is_busy(screen.chat));
    for screen in &screens {
        forget_screen(conn, screen.person, screen.message, screen.shown_at).await?;
    }
    Ok(screens)
}

/// Since when a vote's ballot stands on some screen, the earliest.
pub async fn shown_since(conn: &mut SqliteConnection, vote: VoteId) -> Result<Option<Moment>> {
    sqlx::query_scalar!(r#"select min(shown_at) as "at: Moment" from ballot_screen where vote_id = ?"#, vote)
        .fetch_one(conn)
        .await
        .context("Find the oldest screen with a ballot")
}
