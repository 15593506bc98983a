//! Counting a vote. Pure: ballots in, outcome out.
//!
//! The plain count: the options with most votes win, as many as there are seats. Where a tie decides, nobody is put
//! first silently: all of them are named as tied.

use super::Choices;

/// What a vote came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Votes for each option, in the options' order.
    pub counts: Vec<u32>,
    /// How many handed in a ballot.
    pub ballots: u32,
    /// How each option stands, in the same order.
    pub standings: Vec<Standing>,
    /// Seats that the tied options share among them; zero without a tie.
    pub tied_seats: u8,
}

/// How an option stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Won,
    /// One of several with the same count, for fewer seats.
    Tied,
    Lost,
}

impl Outcome {
    /// The options' positions, most votes first; among equals as they were written.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.counts.len()).collect();
        order.sort_by_key(|at| std::cmp::Reverse(self.counts[*at]));
        order
    }
}

/// Counts ballots over so many options. An option nobody chose wins nothing.
pub fn count(options: usize, seats: u8, ballots: &[Choices]) -> Outcome {
    let counts: Vec<u32> = (0..options)
        .map(|at| {
            let option = u8::try_from(at).unwrap_or(u8::MAX);
            u32::try_from(ballots.iter().filter(|ballot| ballot.has(option)).count()).unwrap_or(u32::MAX)
        })
        .collect();
    let seats = usize::from(seats);
    let mut sorted = counts.clone();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    // The count that takes the last seat.
    let last = sorted.get(seats.saturating_sub(1)).copied().unwrap_or(0).max(1);
    let above = counts.iter().filter(|count| **count > last).count();
    let at_last = counts.iter().filter(|count| **count == last).count();
    let fits = above + at_last <= seats;
    let standings = counts
        .iter()
        .map(|count| match count.cmp(&last) {
            std::cmp::Ordering::Greater => Standing::Won,
            std::cmp::Ordering::Equal if fits => Standing::Won,
            std::cmp::Ordering::Equal => Standing::Tied,
            std::cmp::Ordering::Less => Standing::Lost,
        })
        .collect();
    let tied_seats = if fits { 0 } else { u8::try_from(seats - above).unwrap_or(u8::MAX) };
    Outcome { counts, ballots: u32::try_from(ballots.len()).unwrap_or(u32::MAX), standings, tied_seats }
}

#[cfg(test)]
mod tests {
    use super::Standing::{Lost, Tied, Won};
    use super::*;
    use proptest::prelude::*;

    fn ballots(counts: &[(u32, usize)]) -> Vec<Choices> {
        counts.iter().flat_map(|(bits, times)| std::iter::repeat_n(Choices(*bits), *times)).collect()
    }

    #[test]
    fn most_votes_win() {
        let outcome = count(4, 2, &ballots(&[(0b0001, 5), (0b0010, 3), (0b0100, 4)]));
        assert_eq!(outcome.counts, [5, 3, 4, 0]);
        assert_eq!(outcome.standings, [Won, Lost, Won, Lost]);
        assert_eq!(outcome.order(), [0, 2, 1, 3]);
        assert_eq!((outcome.ballots, outcome.tied_seats), (12, 0));
    }

    #[test]
    fn a_tie_that_decides_is_named() {
        let outcome = count(4, 2, &ballots(&[(0b0001, 5), (0b0010, 3), (0b0100, 3)]));
        assert_eq!(outcome.standings, [Won, Tied, Tied, Lost]);
        assert_eq!(outcome.tied_seats, 1);
    }

    #[test]
    fn a_tie_within_the_seats_decides_nothing() {
        let outcome = count(3, 2, &ballots(&[(0b011, 3), (0b100, 1)]));
        assert_eq!(outcome.standings, [Won, Won, Lost]);
    }

    #[test]
    fn nobody_wins_without_votes() {
        assert_eq!(count(3, 2, &[]).standings, [Lost; 3]);
        assert_eq!(count(3, 2, &ballots(&[(0b001, 1)])).standings, [Won, Lost, Lost]);
    }

    proptest! {
        #[test]
        fn every_ballot_counts_once_and_order_changes_nothing(
            mut ballots in prop::collection::vec(0u32..256, 0..60), seats in 1u8..8
        ) {
            let choices = |bits: &[u32]| bits.iter().map(|b| Choices(*b)).collect::<Vec<_>>();
            let outcome = count(8, seats, &choices(&ballots));
            let marks: u32 = ballots.iter().map(|b| b.count_ones()).sum();
            prop_assert_eq!(outcome.counts.iter().sum::<u32>(), marks);
            let won = outcome.standings.iter().filter(|s| **s == Won).count();
            let tied = outcome.standings.iter().filter(|s| **s == Tied).count();
            prop_assert!(won + usize::from(outcome.tied_seats) <= usize::from(seats));
            prop_assert!(tied == 0 || tied > usize::from(outcome.tied_seats));
            ballots.reverse();
            prop_assert_eq!(count(8, seats, &choices(&ballots)), outcome);
        }
    }
}
