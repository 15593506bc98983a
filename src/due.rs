//! What is to happen at a moment: one table for all features, from which `schedule` does whatever is due.
//!
//! A row is written in the transaction that makes the deadline. The schedule takes it away in the transaction that acts,
//! so each thing happens once, whatever is killed and wherever the clock jumps. Only the moments are kept here; whether
//! it still makes sense then (no reminder of what is over) is asked of the feature's own tables.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::ids::{AnnouncementId, LetterId, PollId, SessionId, VoteId};

/// Something that is to happen once its moment has come; at most one row of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Due {
    /// A vote takes no more ballots.
    VoteCloses(VoteId),
    /// A vote that takes no more ballots goes on towards its result, step by step.
    VoteEnds(VoteId),
    /// Those who have not voted are reminded.
    VoteReminds(VoteId),
    /// Somebody has voted, or left: perhaps everyone has voted now.
    AllVoted(VoteId),
    /// Ballots that stand open in chats are covered.
    BallotScreens(VoteId),
    /// A poll takes no more answers.
    PollCloses(PollId),
    /// A poll that is over forgets who answered what.
    PollForgets(PollId),
    /// Something of a session: people are reminded of it or asked how it was, or a place in it is free.
    Session(SessionId),
    /// How many are there is shown anew on the cards of a session's door.
    Door(SessionId),
    /// People hear what became of proposals.
    Steps,
    /// An announcement goes.
    Announcement(AnnouncementId),
    /// Whoever began to answer a letter has not.
    LetterClaim(LetterId),
    /// Nobody can tell any more who wrote a letter without a name.
    LetterForgets(LetterId),
    /// Nothing that was deleted is left in the log beside the database.
    EmptyLog,
    /// Somebody waits for files.
    Exports,
    /// Somebody waits for what they sent to be read.
    Imports,
    /// Messages that waited for the end of somebody's quiet hours may go.
    HeldMessages,
}

impl Due {
    /// As the table holds it.
    fn parts(self) -> (&'static str, i64) {
        match self {
            Self::VoteCloses(id) => ("vote-closes", id.0),
            Self::VoteEnds(id) => ("vote-ends", id.0),
            Self::VoteReminds(id) => ("vote-reminds", id.0),
            Self::AllVoted(id) => ("all-voted", id.0),
            Self::BallotScreens(id) => ("ballot-screens", id.0),
            Self::PollCloses(id) => ("poll-closes", id.0),
            Self::PollForgets(id) => ("poll-forgets", id.0),
            Self::Session(id) => ("session", id.0),
            Self::Door(id) => ("door", id.0),
            Self::Steps => ("steps", 0),
            Self::Announcement(id) => ("announcement", id.0),
            Self::LetterClaim(id) => ("letter-claim", id.0),
            Self::LetterForgets(id) => ("letter-forgets", id.0),
            Self::EmptyLog => ("empty-log", 0),
            Self::Exports => ("exports", 0),
            Self::Imports => ("imports", 0),
            Self::HeldMessages => ("held-messages", 0),
        }
    }

    fn read(kind: &str, subject: i64) -> Option<Self> {
        let (vote, poll) = (VoteId(subject), PollId(subject));
        match kind {
            "vote-closes" => Some(Self::VoteCloses(vote)),
            "vote-ends" => Some(Self::VoteEnds(vote)),
            "vote-reminds" => Some(Self::VoteReminds(vote)),
            "all-voted" => Some(Self::AllVoted(vote)),
            "ballot-screens" => Some(Self::BallotScreens(vote)),
            "poll-closes" => Some(Self::PollCloses(poll)),
            "poll-forgets" => Some(Self::PollForgets(poll)),
            "session" => Some(Self::Session(SessionId(subject))),
            "door" => Some(Self::Door(SessionId(subject))),
            "steps" => Some(Self::Steps),
            "announcement" => Some(Self::Announcement(AnnouncementId(subject))),
            "letter-claim" => Some(Self::LetterClaim(LetterId(subject))),
            "letter-forgets" => Some(Self::LetterForgets(LetterId(subject))),
            "empty-log" => Some(Self::EmptyLog),
            "exports" => Some(Self::Exports),
            "imports" => Some(Self::Imports),
            "held-messages" => Some(Self::HeldMessages),
            _ => None,
        }
    }
}

/// It happens then, and not at an earlier or later moment that was set before.
pub async fn set(conn: &mut SqliteConnection, due: Due, at: Moment) -> Result<()> {
    let (kind, subject) = due.parts();
    sqlx::query!(
        "insert into due (kind, subject, at) values (?, ?, ?)
         on conflict (kind, subject) do update set at = excluded.at",
        kind,
        subject,
        at
    )
    .execute(conn)
    .await
    .context("Set when something is due")?;
    Ok(())
}

/// It happens then, or at an earlier moment that was set before.
pub async fn no_later_than(conn: &mut SqliteConnection, due: Due, at: Moment) -> Result<()> {
    let (kind, subject) = due.parts();
    sqlx::query!(
        "insert into due (kind, subject, at) values (?, ?, ?)
         on conflict (kind, subject) do update set at = excluded.at where excluded.at < due.at",
        kind,
        subject,
        at
    )
    .execute(conn)
    .await
    .context("Set when something is due at the latest")?;
    Ok(())
}

/// It does not happen.
pub async fn forget(conn: &mut SqliteConnection, due: Due) -> Result<()> {
    let (kind, subject) = due.parts();
    sqlx::query!("delete from due where kind = ? and subject = ?", kind, subject)
        .execute(conn)
        .await
        .context("Forget what was due")?;
    Ok(())
}

/// It happens now, in this transaction. `false`: it was not due any more.
pub async fn take(conn: &mut SqliteConnection, due: Due, now: Moment) -> Result<bool> {
    let (kind, subject) = due.parts();
    let done = sqlx::query!("delete from due where kind = ? and subject = ? and at <= ?", kind, subject, now)
        .execute(conn)
        .await
        .context("Take what is due")?;
    Ok(done.rows_affected() == 1)
}

/// What is due by now, the earliest first, at most so many.
pub async fn by(conn: &mut SqliteConnection, now: Moment, most: i64) -> Result<Vec<Due>> {
    let rows = sqlx::query!(
        r#"select kind, subject as "subject!" from due where at <= ? order by at, kind, subject limit ?"#,
        now,
        most
    )
    .fetch_all(conn)
    .await
    .context("List what is due")?;
    rows.into_iter()
        .map(|row| Due::read(&row.kind, row.subject).with_context(|| format!("{} is due", row.kind)))
        .collect()
}

/// When the next thing is due, if any is.
pub async fn next(conn: &mut SqliteConnection) -> Result<Option<Moment>> {
    sqlx::query_scalar!(r#"select min(at) as "at: Moment" from due"#)
        .fetch_one(conn)
        .await
        .context("Find what is due next")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_written_down_is_read_back() {
        let (vote, poll) = (VoteId(7), PollId(8));
        for due in [
            Due::VoteCloses(vote),
            Due::VoteEnds(vote),
            Due::VoteReminds(vote),
            Due::AllVoted(vote),
            Due::BallotScreens(vote),
            Due::PollCloses(poll),
            Due::PollForgets(poll),
            Due::Session(SessionId(9)),
            Due::Door(SessionId(9)),
            Due::Steps,
            Due::Announcement(AnnouncementId(9)),
            Due::LetterClaim(LetterId(9)),
            Due::LetterForgets(LetterId(9)),
            Due::EmptyLog,
            Due::Exports,
            Due::Imports,
            Due::HeldMessages,
        ] {
            let (kind, subject) = due.parts();
            assert_eq!(Due::read(kind, subject), Some(due));
        }
        assert_eq!(Due::read("nothing-we-know", 1), None);
    }
}
