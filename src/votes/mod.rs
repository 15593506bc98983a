//! Formal choices among options: made, opened, answered, closed, counted.

pub mod breakdown;
pub mod count;
pub mod files;
pub mod flow;
pub mod recount;
pub mod seal;
pub mod store;
pub mod tally;
pub mod view;

use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::ids::VoteId;
use crate::text::{Unfit, without_bullet};
use crate::ui::action::{Method, Winners};
use crate::ui::state::{Choice, Title};
use breakdown::Breakdown;
use seal::Receipt;
use tally::{Outcome, Reason};

/// The most options a vote may have: as many as a screen and a keyboard can still show.
pub const MOST_OPTIONS: usize = 20;
/// How many options win, and each may choose, unless said otherwise.
pub const SEATS: u8 = 3;
/// How many points each may spread, unless said otherwise.
pub const POINTS: u8 = 10;

/// A vote.
#[derive(Debug, Clone)]
pub struct Vote {
    pub id: VoteId,
    pub title: Title,
    /// In the order they were written.
    pub options: Vec<Choice>,
    /// Fixed when it was opened.
    pub rules: Rules,
    /// None: closed by hand.
    pub closes_at: Option<Moment>,
    pub stage: Stage,
    /// How many people could vote when it was opened.
    pub roll: i64,
    /// They were everyone.
    pub for_everyone: bool,
}

/// How a vote is held: declared before the first tap, and fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    pub method: Method,
    /// How many options a ballot may choose, or how many points it spreads. A ranking has no such limit.
    pub most: u8,
    /// How many options win.
    pub seats: u8,
    pub winners: Winners,
    /// Nobody learns who voted how; otherwise everyone does.
    pub secret: bool,
}

/// How far a vote has come. Each stage is reached once, whatever is cut off in between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Stage {
    /// Takes ballots.
    Open,
    /// Takes no more, and is to be counted.
    Closing,
    /// Counted, the ballots are gone; the key is still to be destroyed.
    Counted,
    /// The key is destroyed and the result told.
    Over,
    /// The key was lost while it was open: nothing can be counted.
    Void,
}

impl Vote {
    /// Takes ballots at that moment. One whose time has come is closed even before the schedule gets to it.
    pub fn is_open(&self, now: Moment) -> bool {
        self.stage == Stage::Open && self.closes_at.is_none_or(|at| now < at)
    }

    /// What its key is kept under.
    pub fn key_name(&self) -> String {
        key_name(self.id)
    }
}

/// What a vote's key is kept under.
pub fn key_name(vote: VoteId) -> String {
    format!("vote-{}", vote.0)
}

/// A small number for each option, in their order. What it means is the method's: chosen or not, points, or the place
/// in a ranking, counted from 1; zero is nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Answer(pub [u8; MOST_OPTIONS]);

impl Answer {
    /// An option's number.
    pub fn of(&self, option: u8) -> u8 {
        self.0.get(usize::from(option)).copied().unwrap_or(0)
    }

    /// How many options have one.
    pub fn count(&self) -> u8 {
        u8::try_from(self.0.iter().filter(|value| **value > 0).count()).unwrap_or(u8::MAX)
    }

    /// All of them together.
    pub fn sum(&self) -> u8 {
        self.0.iter().fold(0, |sum, value| sum.saturating_add(*value))
    }

    /// The options that have one, in their order.
    pub fn named(&self) -> Vec<u8> {
        (0..).take(MOST_OPTIONS).filter(|option| self.of(*option) > 0).collect()
    }

    /// The same by their numbers, the lowest first: a ranking in its order.
    pub fn ranked(&self) -> Vec<u8> {
        let mut ranked = self.named();
        ranked.sort_by_key(|option| self.of(*option));
        ranked
    }

    /// The option that was ranked last.
    pub fn last_ranked(&self) -> Option<u8> {
        self.ranked().pop()
    }

    /// The same with another number for an option.
    #[must_use]
    fn with(mut self, put: Put) -> Self {
        if let Some(value) = self.0.get_mut(usize::from(put.option)) {
            *value = put.value;
        }
        self
    }
}

/// What a button on a ballot asks for: this option is to have this number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Put {
    pub option: u8,
    pub value: u8,
}

/// Why a number cannot be put there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotPut {
    /// As many as allowed are chosen, or all points are spread.
    Full,
    /// The screen was an older one: the ranking has changed since, or there is no such option.
    Stale,
}

/// Puts a number to an option, as far as the rules let.
pub fn put(rules: &Rules, options: usize, before: &Answer, put: Put) -> Result<Answer, CannotPut> {
    if usize::from(put.option) >= options.min(MOST_OPTIONS) {
        return Err(CannotPut::Stale);
    }
    let after = before.with(put);
    let had = before.of(put.option);
    match rules.method {
        _ if put.value == had => Ok(*before),
        Method::Choose if put.value > 1 => Err(CannotPut::Stale),
        Method::Choose if after.count() > rules.most => Err(CannotPut::Full),
        Method::Points if after.sum() > rules.most => Err(CannotPut::Full),
        Method::Choose | Method::Points => Ok(after),
        // The next place is taken, or the last one given back.
        Method::Ranking if had == 0 && put.value == before.count() + 1 => Ok(after),
        Method::Ranking if put.value == 0 && before.last_ranked() == Some(put.option) => Ok(after),
        Method::Ranking => Err(CannotPut::Stale),
    }
}

/// One person's ballot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ballot {
    /// On the person's own screen.
    pub marked: Answer,
    /// On the screen of an organizer who enters it for them.
    pub entered: Answer,
    /// Handed in; the last one counts.
    pub handed_in: Option<Answer>,
}

/// What a vote came to, as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    pub outcome: Outcome,
    /// How many weights make a vote or a point in the counts.
    pub scale: u32,
    /// Why those won who surely did; with a tie, by one of the tied committees.
    pub reasons: Vec<Reason>,
    /// Ballots that organizers entered for others.
    pub on_paper: u32,
    /// How many could vote.
    pub roll: i64,
    /// How each group chose, where groups are large enough.
    pub groups: Vec<Breakdown>,
    /// Sorted, so that they say nothing of who was first.
    pub receipts: Vec<Receipt>,
    /// SHA-256 of the file of ballots.
    pub sha256: String,
}

impl Counted {
    /// An option surely won. One that nobody supports wins nothing, even where a seat stays empty.
    pub fn won(&self, option: usize) -> bool {
        self.outcome.certain.contains(&option) && self.supported(option)
    }

    /// An option is one of several that are tied for a seat.
    pub fn tied(&self, option: usize) -> bool {
        self.outcome.contested.contains(&option) && self.supported(option)
    }

    /// The options that are tied, and the seats they are tied for; None: no tie decides anything.
    pub fn tie(&self) -> Option<(Vec<usize>, usize)> {
        let tied: Vec<usize> =
            self.outcome.contested.iter().copied().filter(|option| self.supported(*option)).collect();
        let seats = self.outcome.tied_seats();
        (tied.len() > seats).then_some((tied, seats))
    }

    fn supported(&self, option: usize) -> bool {
        self.outcome.counts.get(option).is_some_and(|count| *count > 0)
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rules(method: Method, most: u8) -> Rules {
        Rules { method, most, seats: 3, winners: Winners::MostVotes, secret: true }
    }

    /// Puts numbers one after another, as far as they can be.
    fn answer(rules: &Rules, puts: &[(u8, u8)]) -> Answer {
        puts.iter().fold(Answer::default(), |before, (option, value)| {
            put(rules, 5, &before, Put { option: *option, value: *value }).unwrap_or(before)
        })
    }

    #[test]
    fn marks_stop_at_the_limit_and_pressing_twice_does_no_harm() {
        let choose = rules(Method::Choose, 2);
        let full = answer(&choose, &[(0, 1), (3, 1), (3, 1)]);
        assert_eq!(full.named(), [0, 3]);
        let try_put = |option, value| put(&choose, 5, &full, Put { option, value });
        assert_eq!(try_put(4, 1), Err(CannotPut::Full));
        assert_eq!(try_put(3, 1), Ok(full));
        assert_eq!(try_put(0, 0).map(|after| after.named()), Ok(vec![3]));
        assert_eq!(try_put(5, 1), Err(CannotPut::Stale), "there is no such option");
        assert_eq!(try_put(0, 7), Err(CannotPut::Stale), "no option is chosen seven times");
    }

    #[test]
    fn points_are_spread_until_none_is_left() {
        let points = rules(Method::Points, 5);
        let spread = answer(&points, &[(0, 3), (1, 2), (2, 1)]);
        assert_eq!((spread.of(0), spread.of(1), spread.of(2), spread.sum()), (3, 2, 0, 5));
        let less = put(&points, 5, &spread, Put { option: 0, value: 2 }).expect("taken back");
        assert_eq!(put(&points, 5, &less, Put { option: 2, value: 1 }).expect("fits").sum(), 5);
        assert_eq!(put(&points, 5, &less, Put { option: 2, value: 255 }), Err(CannotPut::Full));
    }

    #[test]
    fn a_ranking_grows_at_its_end_and_gives_back_the_last() {
        let ranking = rules(Method::Ranking, 1);
        let ranked = answer(&ranking, &[(2, 1), (0, 2), (4, 3)]);
        assert_eq!(ranked.ranked(), [2, 0, 4]);
        let try_put = |option, value| put(&ranking, 5, &ranked, Put { option, value });
        assert_eq!(try_put(1, 3), Err(CannotPut::Stale), "the third place is taken meanwhile");
        assert_eq!(try_put(2, 0), Err(CannotPut::Stale), "only the last one comes back");
        assert_eq!(try_put(4, 0).map(|after| after.ranked()), Ok(vec![2, 0]));
        assert_eq!(try_put(1, 4).map(|after| after.ranked()), Ok(vec![2, 0, 4, 1]));
    }

    proptest! {
        #[test]
        fn no_row_of_taps_breaks_the_rules(
            most in 1u8..20,
            which in 0usize..3,
            puts in prop::collection::vec((any::<u8>(), any::<u8>()), 0..60),
        ) {
            let method = [Method::Choose, Method::Points, Method::Ranking][which];
            let answer = answer(&rules(method, most), &puts);
            match method {
                Method::Choose => {
                    prop_assert!(answer.count() <= most && answer.0.iter().all(|value| *value <= 1));
                }
                Method::Points => prop_assert!(answer.0.iter().map(|v| u32::from(*v)).sum::<u32>() <= u32::from(most)),
                Method::Ranking => {
                    let places: Vec<u8> = answer.ranked().iter().map(|option| answer.of(*option)).collect();
                    prop_assert_eq!(places, (1..=answer.count()).collect::<Vec<u8>>());
                }
            }
        }
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
