//! Formal choices among options: made, opened, answered, closed, counted.

pub mod flow;
pub mod store;
pub mod tally;
pub mod view;

use crate::clock::Moment;
use crate::ids::VoteId;
use crate::text::Unfit;
use crate::ui::state::{Choice, Title};

/// The most options a vote may have: as many as a screen and a keyboard can still show.
pub const MOST_OPTIONS: usize = 20;
/// How many options each may choose, unless said otherwise.
pub const SEATS: u8 = 3;

/// A vote.
#[derive(Debug, Clone)]
pub struct Vote {
    pub id: VoteId,
    pub title: Title,
    /// In the order they were written.
    pub options: Vec<Choice>,
    /// How many options a ballot may choose; also how many win.
    pub seats: u8,
    /// None: closed by hand.
    pub closes_at: Option<Moment>,
    /// None while it is open; then how many people could vote.
    pub roll: Option<i64>,
}

impl Vote {
    /// Takes ballots at that moment. One whose time has come is closed even before the schedule gets to it.
    pub fn is_open(&self, now: Moment) -> bool {
        self.roll.is_none() && self.closes_at.is_none_or(|at| now < at)
    }

    /// Whether there is such an option.
    pub fn has(&self, option: u8) -> bool {
        usize::from(option) < self.options.len()
    }
}

/// A set of options: one bit for each, in their order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::Type)]
#[sqlx(transparent)]
pub struct Choices(pub u32);

impl Choices {
    /// Whether an option is in it.
    pub fn has(self, option: u8) -> bool {
        self.0 & bit(option) != 0
    }

    /// The same with an option in or out.
    #[must_use]
    pub fn set(self, option: u8, on: bool) -> Self {
        Self(if on { self.0 | bit(option) } else { self.0 & !bit(option) })
    }

    /// How many options are in it.
    pub fn count(self) -> u8 {
        u8::try_from(self.0.count_ones()).unwrap_or(u8::MAX)
    }
}

fn bit(option: u8) -> u32 {
    1u32.checked_shl(u32::from(option)).unwrap_or(0)
}

/// One person's answer to a vote.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ballot {
    /// On the screen.
    pub marked: Choices,
    /// Handed in.
    pub chosen: Option<Choices>,
}

/// What came of marking an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marking {
    Marked(Choices),
    /// As many as allowed are marked already.
    Full,
}

/// Marks an option, or takes the mark off.
pub fn mark(before: Choices, option: u8, on: bool, seats: u8) -> Marking {
    let after = before.set(option, on);
    if after.count() > seats { Marking::Full } else { Marking::Marked(after) }
}

/// Why a list of options cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadOptions {
    TooFew,
    TooMany(usize),
    /// The line, counted from 1, and how it does not fit.
    Unfit(usize, Unfit),
    Twice(Choice),
}

/// Reads options, one per line, without the bullets and numbers that people put before them.
pub fn read_options(typed: &str, most: usize) -> Result<Vec<Choice>, BadOptions> {
    let mut options: Vec<Choice> = Vec::new();
    for (at, line) in typed.lines().map(without_bullet).filter(|line| !line.is_empty()).enumerate() {
        let option = match Choice::parse_line(line) {
            Ok(option) => option,
            Err(Unfit::Empty) => continue,
            Err(unfit) => return Err(BadOptions::Unfit(at + 1, unfit)),
        };
        let same = |other: &&Choice| other.plain().to_lowercase() == option.plain().to_lowercase();
        if let Some(other) = options.iter().find(same) {
            return Err(BadOptions::Twice(other.clone()));
        }
        options.push(option);
    }
    match options.len() {
        0 | 1 => Err(BadOptions::TooFew),
        count if count > most => Err(BadOptions::TooMany(count)),
        _ => Ok(options),
    }
}

/// "1. ", "2) ", "- " and "• " before a line are not part of it.
fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < line.len();
    match rest.strip_prefix(['.', ')']) {
        Some(after) if numbered && after.starts_with(char::is_whitespace) => after.trim_start(),
        _ => line
            .strip_prefix(['-', '–', '—', '•', '*'])
            .filter(|r| r.starts_with(char::is_whitespace))
            .unwrap_or(line)
            .trim_start(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stop_at_the_limit_and_pressing_twice_does_no_harm() {
        let mut marks = Choices::default();
        for option in [0, 3, 3] {
            let Marking::Marked(after) = mark(marks, option, true, 2) else { panic!("fits") };
            marks = after;
        }
        assert_eq!(marks.count(), 2);
        assert_eq!(mark(marks, 5, true, 2), Marking::Full);
        assert_eq!(mark(marks, 0, false, 2), Marking::Marked(Choices(0b1000)));
        assert!(!Choices(u32::MAX).has(40), "a forged option is in no ballot");
    }

    #[test]
    fn options_are_read_as_people_list_them() {
        let read = |typed| {
            read_options(typed, 3).map(|all| all.iter().map(|o| o.plain().to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(read("1. Дороги\n\n2) Школи\n- Вода").expect("read"), ["Дороги", "Школи", "Вода"]);
        assert_eq!(read("2025 рік\n10.5 га").expect("read"), ["2025 рік", "10.5 га"]);
        assert_eq!(read("Дороги"), Err(BadOptions::TooFew));
        assert_eq!(read("а\nб\nв\nг"), Err(BadOptions::TooMany(4)));
        assert!(matches!(read("Вода\nвода"), Err(BadOptions::Twice(_))));
        assert!(matches!(
            read(&format!("а\n{}", "б".repeat(101))),
            Err(BadOptions::Unfit(2, Unfit::TooLong { .. }))
        ));
    }
}
