//! Counting a vote. Pure: ballots in, outcome out, the same on every machine.
//!
//! Everything that decides is compared exactly, and a tie is never broken: [`Outcome::committees`] lists every
//! committee that the method allows. The order of the ballots and the names of the options change nothing.
//!
//! *Most votes* is the plain count. *Balanced* is the Method of Equal Shares (Peters and Skowron 2020): every ballot
//! gets the same share of the seats, and options are elected as long as their supporters can pay for them. What is
//! left is filled by sequential Phragmén from the remaining shares, as abcvoting does, when options were chosen; by
//! most points, when points or places were given (shares are then spent in proportion to points, as pabutools does).

mod ending;
mod listing;
#[cfg(test)]
mod naive;
mod phragmen;
mod profile;
mod reasons;
mod search;
mod shares;
mod state;
#[cfg(test)]
mod tests;
mod ties;
mod voters;

use std::num::NonZeroUsize;

pub use crate::ui::action::{Method, Winners};
pub use profile::{Ballot, HALVES, MOST_BALLOTS, MOST_WEIGHT, Mark, Profile};
pub use reasons::{Reason, reasons};

use ending::Ending;
use voters::Voters;

/// How many tied committees are listed.
pub const LISTED: usize = 100;

/// What a vote came to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Outcome {
    /// How many ballots were handed in, empty ones included.
    pub ballots: u64,
    /// The plain count: votes or points for each option, in the options' order, times [`Profile::scale`].
    pub counts: Vec<u64>,
    /// How many options are elected: the seats, or all options when there are fewer.
    pub seats: usize,
    /// Every committee that the method allows, at least one and at most [`LISTED`]; several of them are tied.
    pub committees: Vec<Committee>,
    /// There are, or may be, more tied committees than listed.
    pub more: bool,
    /// Options that are in every committee, not only in the listed ones.
    pub certain: Vec<usize>,
    /// Options that are in some committees but not in all: the tie is about these.
    pub contested: Vec<usize>,
}

impl Outcome {
    /// Whether a tie decides who wins.
    pub fn is_tied(&self) -> bool {
        !self.contested.is_empty()
    }

    /// How many seats the tie is about; zero without a tie.
    pub fn tied_seats(&self) -> usize {
        self.seats - self.certain.len()
    }

    /// The options, most votes first. Equal counts stand together, in the options' order.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.counts.len()).collect();
        order.sort_by_key(|option| std::cmp::Reverse(self.counts[*option]));
        order
    }
}

/// Options that can be elected together.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Committee {
    /// In the options' order.
    pub winners: Vec<Winner>,
}

impl Committee {
    /// The elected options, in their order.
    pub fn options(&self) -> Vec<usize> {
        self.winners.iter().map(|winner| winner.option).collect()
    }
}

/// One elected option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Winner {
    pub option: usize,
    pub how: How,
}

/// How an option got its seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum How {
    /// By the plain count.
    MostVotes,
    /// Its supporters paid for it from their equal shares.
    Paid,
    /// Nobody could pay any more; it was the best use of what was left.
    Filled,
}

/// Counts a profile.
pub fn count(profile: &Profile, winners: Winners, seats: NonZeroUsize) -> Outcome {
    let seats = seats.get().min(profile.options());
    let counts = profile.counts();
    let (voters, found) = match winners {
        Winners::MostVotes => {
            let voters = Voters::apart(profile);
            let ending = Ending::by_count(&voters, seats);
            let found = search::Found { endings: vec![ending], complete: true, before_branching: Vec::new() };
            (voters, found)
        }
        Winners::Balanced => {
            let voters = Voters::grouped(profile);
            let found = search::balanced(&voters, seats, profile.method());
            (voters, found)
        }
    };
    let (certain, contested) = listing::standings(&voters, &found);
    let (committees, more) = listing::committees(&voters, &found.endings);
    Outcome {
        ballots: profile.total(),
        counts,
        seats,
        committees,
        more: more || !found.complete,
        certain,
        contested,
    }
}
