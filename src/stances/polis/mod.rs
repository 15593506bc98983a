//! The Polis export format: a folder read into sums per statement and group, and a network written as such a folder.
//!
//! `comments.csv` has the statements, `votes.csv` every vote ever cast, and `participants-votes.csv` a row for each
//! person with the group (`group-id`) and the last vote on each statement. How it is read, checked against open
//! conversations:
//!
//! - columns go by their names, in any order; those not needed (`xid`, `datetime`, `is-meta` and others) may be there;
//! - of several votes of one person on one statement the latest by `timestamp` counts, of equal ones the lower row:
//!   so `votes.csv` gives exactly the cells of `participants-votes.csv`;
//! - 1 is agree, -1 disagree, 0 pass. For a while Polis exported `votes.csv` with the signs of its database, the other
//!   way round; the cells of `participants-votes.csv` tell which way it is;
//! - people without a `group-id`, and those who are not in `participants-votes.csv`, are left out;
//! - every statement is there, also one that nobody saw or that was moderated out.

mod conversation;
mod rows;
mod write;

use std::fmt;
use std::fs::File;
use std::path::Path;

pub use conversation::read_from;
pub use write::{Comment, Export, Person, Stamp, Vote, files};

use super::unity::Sums;
pub use crate::ui::action::Stance;

/// The files, by their names in the format.
pub const COMMENTS: &str = "comments.csv";
pub const VOTES: &str = "votes.csv";
pub const PEOPLE: &str = "participants-votes.csv";

/// A conversation, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// In the order of their labels, numbers by value.
    pub groups: Vec<Group>,
    /// In the order of their numbers.
    pub statements: Vec<Statement>,
    /// People without a group, who are left out.
    pub ungrouped: u32,
}

/// One group of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its `group-id`.
    pub label: String,
    /// How many people have it.
    pub size: u32,
}

/// One statement, with what each group answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub id: u64,
    /// Its first words, on one line. Empty for one that only `votes.csv` knows.
    pub text: String,
    /// Taken out by a moderator: counted, but not to be held up.
    pub out: bool,
    /// In the order of the groups.
    pub groups: Vec<Sums>,
}

/// Why a folder cannot be read: one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    file: String,
    line: Option<u64>,
    reason: String,
}

impl Unreadable {
    fn new(file: impl Into<String>, line: impl Into<Option<u64>>, reason: impl Into<String>) -> Self {
        Self { file: file.into(), line: line.into(), reason: reason.into() }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.reason),
            None => write!(f, "{}: {}", self.file, self.reason),
        }
    }
}

/// Reads a folder in the Polis export format.
pub fn read(folder: &Path) -> Result<Conversation, Unreadable> {
    if !folder.is_dir() {
        return Err(Unreadable::new(folder.display().to_string(), None, "no such folder"));
    }
    let [comments, votes, people] =
        [COMMENTS, VOTES, PEOPLE].map(|name| (name, File::open(folder.join(name))));
    read_from(opened(comments, folder)?, opened(votes, folder)?, opened(people, folder)?)
}

fn opened((name, file): (&str, std::io::Result<File>), folder: &Path) -> Result<File, Unreadable> {
    file.map_err(|error| {
        let reason = match error.kind() {
            std::io::ErrorKind::NotFound => format!("missing in {}", folder.display()),
            _ => error.to_string(),
        };
        Unreadable::new(name, None, reason)
    })
}
