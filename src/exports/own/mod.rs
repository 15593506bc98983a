//! Everything that is kept of one person, for them alone: as data, and as a page to read.
//!
//! The ballot of a vote is not in it. While a vote is open it is shown over the screen only, where nothing is kept; in a
//! file at Telegram it would outlive the closing, after which nobody is to be able to tell. Of a vote without secrecy
//! the choice is public once it is over, and so it is here.

mod gather;
pub mod html;
mod store;

pub use gather::gather;

use serde::Serialize;

use crate::role::Role;

/// What the file calls itself; the number changes when what stands in it gets another meaning.
const FORMAT: &str = "merezha-mydata";
const VERSION: u32 = 1;

/// A person's own data. Moments are said as in Kyiv: `2025-02-05T18:00`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Own {
    pub format: &'static str,
    pub version: u32,
    pub made_at: String,
    pub person: Me,
    pub proposals: Vec<Proposal>,
    pub stances: Vec<Stance>,
    pub votes: Vec<Vote>,
    pub polls: Vec<Poll>,
    pub sessions: Vec<Session>,
    pub pictures: Vec<Picture>,
    pub letters: Vec<Letter>,
    /// How many announcements reached them.
    pub announcements_received: i64,
}

/// What they say of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Me {
    pub telegram_id: i64,
    pub name: Option<String>,
    pub sector: Option<String>,
    pub region: Option<String>,
    pub language: &'static str,
    pub organizer: bool,
    pub role: Role,
    /// Whole hours, from and until.
    pub quiet_hours: Option<(u8, u8)>,
    pub session_reminders: bool,
    pub joined_at: Option<String>,
    /// To the day.
    pub last_seen: String,
}

/// A proposal of theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proposal {
    pub number: i64,
    pub call: String,
    pub words: Option<String>,
    pub photo: bool,
    pub withdrawn: bool,
    /// How far it has come, if it is published.
    pub stage: Option<&'static str>,
    pub direction: Option<String>,
    /// What became of it, a line for each step.
    pub steps: Vec<String>,
    pub handed_in_at: String,
    pub edited_at: Option<String>,
}

/// Where they stand on a proposal of somebody else's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stance {
    pub proposal: i64,
    pub stance: &'static str,
}

/// A vote that they may vote in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Vote {
    pub title: String,
    pub opened_at: String,
    pub secret: bool,
    pub open: bool,
    /// Whether they have voted; none: it is over, and that is not kept.
    pub voted: Option<bool>,
    /// Only of a vote without secrecy that is over: option by option, with its number.
    pub choice: Option<Vec<(String, u8)>>,
}

/// A poll that they answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Poll {
    pub question: String,
    pub answers: Vec<String>,
}

/// A session to which they were invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Session {
    pub title: String,
    pub starts_at: String,
    pub answer: String,
    pub answered_at: Option<String>,
    pub word: Option<String>,
    pub checked_in_at: Option<String>,
    /// How it was, question by question.
    pub feedback: Vec<(u8, u8)>,
}

/// A picture that they added to a session's gallery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    pub session: String,
    pub words: Option<String>,
    pub added_at: String,
}

/// A letter to the organizers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letter {
    pub text: String,
    pub file: bool,
    pub written_at: String,
    pub answered_at: Option<String>,
}
