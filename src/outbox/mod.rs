//! Messages owed to people and groups: written in the transaction that owes them, sent by the [`worker`].
//!
//! Telegram has no idempotency key, so what was in flight when the process died is sent again: a handful at most.

pub mod chats;
pub mod pace;
pub mod quiet;
pub mod revise;
pub mod sealed;
pub mod store;
pub mod telegram;
pub mod worker;

use std::fmt;

use crate::clock::Moment;
use crate::ids::{LetterId, PersonId, PollId, RequestId, ReviewId, SessionId, VoteId};

/// What goes first when not everything can go at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, sqlx::Type)]
#[repr(i64)]
pub enum Urgency {
    /// Somebody waits for it.
    Awaited = 0,
    /// Told to many.
    Broadcast = 1,
    /// A card in a chat is brought up to date.
    Refresh = 2,
}

/// Whether what is told to many waits for the end of people's quiet hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hold {
    /// It does.
    #[default]
    Quiet,
    /// It does, and whoever would get it at that moment or later is not told: what it is about is over by then.
    QuietBefore(Moment),
    /// An organizer has decided that it cannot wait.
    Nothing,
}

impl Hold {
    /// The same for what is over at `end`, if that is known.
    #[must_use]
    pub fn before(self, end: Option<Moment>) -> Self {
        match (self, end) {
            (Self::Quiet, Some(end)) => Self::QuietBefore(end),
            (hold, _) => hold,
        }
    }
}

/// People by their numbers, as one value for a statement: a JSON array.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People {
    json: String,
    /// How many they are.
    pub count: i64,
}

impl People {
    /// These people.
    pub fn of(ids: &[PersonId]) -> Self {
        let json = serde_json::to_string(ids).unwrap_or_else(|_| "[]".into());
        Self { json, count: i64::try_from(ids.len()).unwrap_or(i64::MAX) }
    }

    /// As SQLite put them together.
    pub fn listed(json: String, count: i64) -> Self {
        Self { json, count }
    }

    /// For `json_each`.
    pub fn json(&self) -> &str {
        &self.json
    }
}

/// What a message shows, so that its copies can be found again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Request(RequestId),
    Poll(PollId),
    /// The card by which people vote.
    Ballot(VoteId),
    /// A poll's card with the marks of those who answered alike.
    Marks(PollId),
    /// What came of a poll.
    PollResult(PollId),
    /// The result of a vote.
    Vote(VoteId),
    /// An invitation to a vote or a reminder of it: pointless once the person has voted, or the vote is over.
    Reminder(VoteId),
    Session(SessionId),
    /// The card with the QR code of a session's door.
    Door(SessionId),
    /// A proposal that waits for the organizers.
    Review(ReviewId),
    /// Who wrote a letter, and how it stands.
    Letter(LetterId),
    /// What a letter says.
    LetterWords(LetterId),
    /// An answer to a letter.
    Answer(LetterId),
}

impl Subject {
    /// The letter that something of this subject tells of.
    pub fn letter(subject: &str) -> Option<LetterId> {
        let (kind, id) = subject.split_once(':')?;
        matches!(kind, "letter" | "letter-words" | "letter-answer").then(|| id.parse().ok().map(LetterId))?
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(id) => write!(f, "request:{}", id.0),
            Self::Poll(id) => write!(f, "poll:{}", id.0),
            Self::Ballot(id) => write!(f, "ballot:{}", id.0),
            Self::Marks(id) => write!(f, "marks:{}", id.0),
            Self::PollResult(id) => write!(f, "poll-result:{}", id.0),
            Self::Vote(id) => write!(f, "vote:{}", id.0),
            Self::Reminder(id) => write!(f, "reminder:{}", id.0),
            Self::Session(id) => write!(f, "session:{}", id.0),
            Self::Door(id) => write!(f, "door:{}", id.0),
            Self::Review(id) => write!(f, "review:{}", id.0),
            Self::Letter(id) => write!(f, "letter:{}", id.0),
            Self::LetterWords(id) => write!(f, "letter-words:{}", id.0),
            Self::Answer(id) => write!(f, "letter-answer:{}", id.0),
        }
    }
}

/// How far a mailing has come; every delivery is in exactly one of these.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Still to be sent, held back by a pause or not.
    pub waiting: i64,
    pub sent: i64,
    /// The person blocked the bot or is gone from Telegram.
    pub blocked: i64,
    /// Telegram refused for another reason, or could not be reached for too long.
    pub failed: i64,
    pub cancelled: i64,
}

impl Progress {
    /// How many it is for.
    pub fn total(&self) -> i64 {
        self.waiting + self.sent + self.blocked + self.failed + self.cancelled
    }
}
