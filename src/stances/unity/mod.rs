//! What unites and what divides known groups: how many of each agree with a statement, and how evenly.
//!
//! The formulas are those of Polis's group-informed consensus (`group-aware-consensus` in its `conversation.clj`),
//! over groups that are known instead of computed ones. Statements are ranked by the geometric mean, which stays
//! comparable when the number of groups changes, and never by the arithmetic one, which lets a large group outvote a
//! small one that is wholly against.
//!
//! Groups come in already folded, and only statements that enough of each have seen (see `groups`).

mod special;

use std::iter::Sum;

pub use special::{MOST_SPECIAL, Side, Special, representative};

/// A share is significant above this: 90 %, one-sided.
pub const SIGNIFICANT: f64 = 1.2816;

/// What people answered to a statement. Those who passed have seen it too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    pub agree: u32,
    pub disagree: u32,
    pub seen: u32,
}

impl Sums {
    /// How many passed.
    pub fn passed(self) -> u32 {
        self.seen.saturating_sub(self.agree).saturating_sub(self.disagree)
    }

    /// How likely one of these people is to agree: (agree + 1) / (seen + 2).
    pub fn p(self) -> f64 {
        share(self.agree, self.seen)
    }

    /// How likely one of these people is to disagree: (disagree + 1) / (seen + 2).
    pub fn disagreement(self) -> f64 {
        share(self.disagree, self.seen)
    }

    /// How surely more than half agree: 2·√(seen + 1)·((agree + 1) / (seen + 1) − ½).
    pub fn z(self) -> f64 {
        surely(self.agree, self.seen)
    }

    /// How surely more than half disagree.
    pub fn disagreement_z(self) -> f64 {
        surely(self.disagree, self.seen)
    }
}

fn share(chosen: u32, seen: u32) -> f64 {
    (f64::from(chosen) + 1.0) / (f64::from(seen) + 2.0)
}

fn surely(chosen: u32, seen: u32) -> f64 {
    let seen = f64::from(seen) + 1.0;
    2.0 * seen.sqrt() * ((f64::from(chosen) + 1.0) / seen - 0.5)
}

impl Sum for Sums {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |a, b| Self {
            agree: a.agree + b.agree,
            disagree: a.disagree + b.disagree,
            seen: a.seen + b.seen,
        })
    }
}

/// How groups stand to one statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unity {
    /// Of every group's p; it shrinks with the number of groups.
    pub product: f64,
    /// Of every group's p; this one ranks.
    pub geometric_mean: f64,
    /// The group that agrees least (of equal ones the first), and its p.
    pub weakest: (usize, f64),
    /// The agreement of every group is significant.
    pub agreed_by_all: bool,
    /// The largest p less the smallest, among the groups of which somebody has seen it.
    pub spread: f64,
}

impl Unity {
    /// None if there is no group.
    pub fn of(groups: &[Sums]) -> Option<Self> {
        let p = || groups.iter().map(|sums| sums.p());
        let weakest = p().enumerate().min_by(|a, b| a.1.total_cmp(&b.1))?;
        let seen = || groups.iter().filter(|sums| sums.seen > 0).map(|sums| sums.p());
        Some(Self {
            product: p().product(),
            // By logarithms: the product of many groups is soon too small for a number.
            geometric_mean: (p().map(f64::ln).sum::<f64>() / groups.len() as f64).exp(),
            weakest,
            agreed_by_all: groups.iter().all(|sums| sums.z() > SIGNIFICANT),
            spread: (seen().fold(0.0, f64::max) - seen().fold(1.0, f64::min)).max(0.0),
        })
    }

    /// More agree than do not, over all groups alike.
    pub fn unites(&self) -> bool {
        self.geometric_mean > 0.5
    }
}

/// Statements from the one that most unites: by the geometric mean, then by the weakest group, then as they come.
pub fn unifiers(statements: &[Unity]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..statements.len()).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&statements[a], &statements[b]);
        b.geometric_mean.total_cmp(&a.geometric_mean).then(b.weakest.1.total_cmp(&a.weakest.1))
    });
    order
}

/// Statements from the one on which groups stand farthest apart. What all groups agree with divides nobody, however
/// much more some agree, and neither does one on which there is no spread.
pub fn dividers(statements: &[Unity]) -> Vec<usize> {
    let divides = |&index: &usize| statements[index].spread > 0.0 && !statements[index].agreed_by_all;
    let mut order: Vec<usize> = (0..statements.len()).filter(divides).collect();
    order.sort_by(|&a, &b| statements[b].spread.total_cmp(&statements[a].spread));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn votes(agree: u32, disagree: u32, seen: u32) -> Sums {
        Sums { agree, disagree, seen }
    }

    fn unity(groups: &[(u32, u32)]) -> Unity {
        let groups: Vec<Sums> = groups.iter().map(|&(a, s)| votes(a, s - a, s)).collect();
        Unity::of(&groups).expect("groups")
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 5e-4
    }

    #[test]
    fn one_small_group_against_pulls_a_popular_statement_down() {
        for (groups, product, mean, weakest) in [
            ([(8, 8), (8, 8), (8, 8)], 0.729, 0.9, 0.9),
            ([(8, 8), (8, 8), (4, 8)], 0.405, 0.740, 0.5),
            ([(10, 10), (10, 10), (0, 10)], 0.070, 0.412, 0.0833),
            ([(20, 20), (6, 6), (0, 4)], 0.139, 0.518, 0.1667),
        ] {
            let unity = unity(&groups);
            assert!(close(unity.product, product) && close(unity.geometric_mean, mean), "{unity:?}");
            assert!(close(unity.weakest.1, weakest), "{unity:?}");
        }
    }

    #[test]
    fn agreement_is_significant_from_four_of_five_six_of_eight_seven_of_ten() {
        for (agree, seen) in [(4, 5), (6, 8), (7, 10), (10, 15), (19, 30)] {
            assert!(votes(agree, 0, seen).z() > SIGNIFICANT, "{agree} of {seen}");
            assert!(votes(agree - 1, 0, seen).z() < SIGNIFICANT, "{} of {seen}", agree - 1);
        }
        assert!(unity(&[(4, 5), (7, 10)]).agreed_by_all);
        assert!(!unity(&[(30, 30), (3, 5)]).agreed_by_all);
        assert!(!unity(&[(30, 30), (0, 0)]).agreed_by_all, "a group that has not seen it has not agreed");
    }

    #[test]
    fn a_group_that_has_not_seen_it_widens_no_spread() {
        assert!(close(unity(&[(8, 8), (0, 0)]).spread, 0.0));
        assert!(close(unity(&[(8, 8), (0, 8)]).spread, 0.8));
        assert!(close(unity(&[(0, 0), (0, 0)]).spread, 0.0));
        assert_eq!(Unity::of(&[]), None);
    }

    #[test]
    fn unifiers_go_by_the_mean_and_dividers_by_the_spread() {
        let all = [
            unity(&[(30, 30), (2, 10)]),
            unity(&[(8, 10), (9, 10)]),
            unity(&[(10, 10), (0, 10)]),
            unity(&[(0, 10), (0, 10)]),
        ];
        assert_eq!(unifiers(&all), [1, 0, 2, 3]);
        assert_eq!(dividers(&all), [2, 0], "neither what all agree with nor what all reject divides");
    }

    #[test]
    fn many_groups_do_not_lose_the_mean() {
        let many = unity(&[(0, 5000); 400]);
        assert!((many.geometric_mean * 5002.0 - 1.0).abs() < 1e-9);
        assert!(many.product >= 0.0);
    }

    prop_compose! {
        fn any_sums()(agree in 0u32..400, disagree in 0u32..400, passed in 0u32..400) -> Sums {
            votes(agree, disagree, agree + disagree + passed)
        }
    }

    proptest! {
        #[test]
        fn the_mean_lies_between_the_weakest_and_the_strongest(groups in prop::collection::vec(any_sums(), 1..9)) {
            let unity = Unity::of(&groups).expect("groups");
            let strongest = groups.iter().map(|sums| sums.p()).fold(0.0, f64::max);
            prop_assert!(unity.weakest.1 <= unity.geometric_mean + 1e-12);
            prop_assert!(unity.geometric_mean <= strongest + 1e-12);
            prop_assert!((unity.geometric_mean.powi(groups.len() as i32) - unity.product).abs() < 1e-9);
            prop_assert!((0.0..1.0).contains(&unity.spread));
        }

        #[test]
        fn it_does_not_matter_in_which_order_groups_are_counted(groups in prop::collection::vec(any_sums(), 1..9)) {
            let there = Unity::of(&groups).expect("groups");
            let back = Unity::of(&groups.iter().rev().copied().collect::<Vec<_>>()).expect("groups");
            prop_assert!((there.geometric_mean - back.geometric_mean).abs() < 1e-12);
            prop_assert_eq!((there.weakest.1, there.spread), (back.weakest.1, back.spread));
            prop_assert_eq!(there.agreed_by_all, back.agreed_by_all);
        }

        #[test]
        fn one_more_who_agrees_never_makes_it_worse(groups in prop::collection::vec(any_sums(), 1..5), at in 0usize..5) {
            let before = Unity::of(&groups).expect("groups");
            let mut groups = groups;
            let at = at % groups.len();
            groups[at].agree += 1;
            groups[at].seen += 1;
            let after = Unity::of(&groups).expect("groups");
            prop_assert!(after.geometric_mean > before.geometric_mean);
            prop_assert!(after.weakest.1 >= before.weakest.1);
            prop_assert!(after.agreed_by_all || !before.agreed_by_all);
        }
    }
}
