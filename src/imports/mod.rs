//! What exists comes in: proposals from a table, from lines of a message, or from photos with captions.
//!
//! An organizer sends it, a worker reads it outside of any flow ([`worker`]) and compares it with what is there
//! ([`compare`]), and what was understood is shown before anything happens. What is shown stands in a table, row by row,
//! and confirming copies exactly these rows. All of an import can be taken back together.

pub mod columns;
pub mod compare;
pub mod flow;
pub mod sheet;
pub mod store;
pub mod view;
pub mod worker;

use crate::clock::Moment;
use crate::ids::{CallId, ImportId, PersonId, ProposalId};
use crate::text::{Unfit, without_bullet};
use crate::ui::state::{Idea, Question};

pub use crate::ui::action::Pile;

/// How large a file may be.
pub const MOST_BYTES: u32 = 5_000_000;
/// How many rows with anything in them are taken together.
pub const MOST_ROWS: usize = 5_000;
/// How many imports of one organizer may wait to be decided.
pub const MOST_WAITING: i64 = 5;
/// How often working on one is begun before it is given up: the process may have died of it.
pub const TRIES: u32 = 3;
/// How many rows a page shows, and how many samples stand on the card.
pub const PAGE: u32 = 8;
/// See [`PAGE`].
pub const SAMPLES: u32 = 3;
/// How many imports a page of the list shows.
pub const LISTED: u32 = 6;

/// Proposals that come in together.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    pub id: ImportId,
    /// Which organizer began it; none: they have left.
    pub by: Option<PersonId>,
    pub source: Source,
    /// What the file is called.
    pub name: Option<String>,
    pub stage: Stage,
    /// Goes up whenever what was understood changes, so that nobody confirms what they have not seen.
    pub version: u32,
    /// The call that they are to answer.
    pub call: Option<CallId>,
    pub question: Option<Question>,
    /// Those that look close to others come in as well.
    pub take_close: bool,
    pub trouble: Option<Trouble>,
    /// When it was begun, or, once that is so, brought in.
    pub at: Moment,
}

/// Where proposals come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Source {
    File,
    /// Lines and photos, in one message or several.
    Messages,
}

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Stage {
    /// More messages may come.
    Gathering,
    /// The file is fetched and taken apart.
    Reading,
    /// Rows are compared with what is there.
    Comparing,
    /// It waits for a decision.
    Ready,
    /// The file cannot be read: see [`Trouble`].
    Refused,
    Imported,
    /// Taken back, all of it or what nobody had touched.
    Undone,
}

impl Stage {
    /// The worker has it.
    pub fn is_under_way(self) -> bool {
        matches!(self, Self::Reading | Self::Comparing)
    }

    /// Nothing of it is among the proposals yet.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Imported | Self::Undone)
    }
}

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "kebab-case")]
pub enum Trouble {
    /// Larger than [`MOST_BYTES`].
    TooLarge,
    /// Telegram did not hand it over; it may later.
    Unreachable,
    /// Neither CSV nor XLSX.
    NoTable,
    /// Excel's format of old, or behind a password.
    OldOrLocked,
    /// Unpacked it would be out of all proportion.
    Swollen,
    /// It says that it is XLSX, and cannot be read.
    Broken,
    TooManyRows,
    /// There is nothing in it.
    Empty,
    /// Working on it has failed again and again.
    Failed,
}

/// What one row comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Comes in.
    Fresh,
    /// The same is there, or stands in an earlier row: left out.
    Same(Other),
    /// Looks close to another.
    Close(Other),
    TooLong {
        limit: usize,
        length: usize,
    },
    /// A formula that was never worked out, or one that ended in an error.
    NoValue,
}

/// What a row is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    Row(u32),
    Proposal(ProposalId),
}

/// How many rows there are of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub fresh: u32,
    /// Of these, how many repeat an earlier row; the others repeat what is there.
    pub same_rows: u32,
    pub same_there: u32,
    pub close: u32,
    pub unreadable: u32,
    /// How many of those that could come in name a direction that there is.
    pub directed: u32,
}

impl Counts {
    /// How many would come in.
    pub fn coming(self, take_close: bool) -> u32 {
        self.fresh + if take_close { self.close } else { 0 }
    }

    /// How many rows there are in all.
    pub fn total(self) -> u32 {
        self.fresh + self.same_rows + self.same_there + self.close + self.unreadable
    }
}

/// What became of proposals that came in together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fate {
    /// Still published.
    pub there: u32,
    /// Of these: others have taken a stance on them, or somebody has changed them since.
    pub touched: u32,
}

/// A file by whose name one can tell that it is a table.
pub fn is_table(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    matches!(ending.as_deref(), Some("csv" | "tsv" | "xlsx" | "xlsm"))
}

/// The ideas in a message, one a line; bullets and numbers before them are not part of them.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(without_bullet).filter(|line| Idea::parse(line) != Err(Unfit::Empty))
}

/// Nothing but an address on the web, which is never opened.
pub fn is_address(text: &str) -> bool {
    let text = text.trim();
    let begins = text.starts_with("https://") || text.starts_with("http://");
    begins && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_taken_apart_by_lines() {
        let text = "1. Дороги\n2) Школи\n\n - 24 години світла\n3.5 млн на лікарні\n•\n";
        let lines: Vec<&str> = lines(text).collect();
        assert_eq!(lines, ["Дороги", "Школи", "24 години світла", "3.5 млн на лікарні", "•"]);
    }

    #[test]
    fn tables_are_known_by_their_names() {
        for name in ["ідеї.csv", "IDEAS.XLSX", "a.b.tsv"] {
            assert!(is_table(name), "{name}");
        }
        for name in ["план.pdf", "csv", "ideas.xls", ""] {
            assert!(!is_table(name), "{name}");
        }
        assert!(is_address(" https://docs.google.com/spreadsheets/d/1 "));
        assert!(!is_address("https://x.example і ще щось"));
    }
}
