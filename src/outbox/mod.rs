//! Messages owed to people: written in the transaction that owes them, sent by the [`worker`].
//!
//! Telegram has no idempotency key, so what was in flight when the process died is sent again: a handful at most.

pub mod pace;
pub mod store;
pub mod telegram;
pub mod worker;

use std::fmt;

use crate::ids::{PollId, RequestId, SessionId, VoteId};

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

/// What a message shows, so that its copies can be found again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Request(RequestId),
    Poll(PollId),
    Vote(VoteId),
    /// A reminder of a vote.
    Reminder(VoteId),
    Session(SessionId),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request(id) => write!(f, "request:{}", id.0),
            Self::Poll(id) => write!(f, "poll:{}", id.0),
            Self::Vote(id) => write!(f, "vote:{}", id.0),
            Self::Reminder(id) => write!(f, "reminder:{}", id.0),
            Self::Session(id) => write!(f, "session:{}", id.0),
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
