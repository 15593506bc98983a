//! What is special to each group: where it agrees, or disagrees, more than the others do, and more than by chance.
//!
//! The measures are those of Polis's representativeness (its `repness.clj` and `stats.clj`); the choice follows it in
//! everything but two: the side taken is the one that passes both tests, and nothing is named of which the group does
//! no more than the others.

use super::{SIGNIFICANT, Sums};

/// The most statements that are named for a group.
pub const MOST_SPECIAL: usize = 5;

/// Which way a group leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Agree,
    Disagree,
}

/// A statement that is special to a group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Special {
    pub statement: usize,
    pub side: Side,
    /// How likely one of the group is to take that side.
    pub p: f64,
    /// How surely more than half of it do.
    pub p_test: f64,
    /// How many times likelier than one of the others.
    pub ratio: f64,
    /// How surely likelier than one of the others.
    pub ratio_test: f64,
}

impl Special {
    fn new(statement: usize, side: Side, group: Sums, rest: Sums) -> Self {
        let of = |sums: Sums| match side {
            Side::Agree => (sums.p(), sums.z(), sums.agree),
            Side::Disagree => (sums.disagreement(), sums.disagreement_z(), sums.disagree),
        };
        let ((p, p_test, ours), (others, _, theirs)) = (of(group), of(rest));
        let ratio_test = difference(ours, group.seen, theirs, rest.seen);
        Self { statement, side, p, p_test, ratio: p / others, ratio_test }
    }

    fn passes(&self) -> bool {
        self.p_test > SIGNIFICANT && self.ratio_test > SIGNIFICANT
    }

    /// Good enough to stand for a group of which nothing passes, and to be named first.
    fn is_own_agreement(&self) -> bool {
        self.side == Side::Agree && self.p > 0.5
    }

    fn strength(&self) -> f64 {
        self.ratio * self.ratio_test * self.p * self.p_test
    }
}

/// How surely a share of one group is above that of the others: two proportions, one more added to all four counts.
fn difference(chosen: u32, seen: u32, other_chosen: u32, other_seen: u32) -> f64 {
    let [chosen, seen, other_chosen, other_seen] =
        [chosen, seen, other_chosen, other_seen].map(|count| f64::from(count) + 1.0);
    let pooled = (chosen + other_chosen) / (seen + other_seen);
    // Everybody chose it: nobody does so more than the rest.
    if pooled >= 1.0 {
        return 0.0;
    }
    let error = (pooled * (1.0 - pooled) * (1.0 / seen + 1.0 / other_seen)).sqrt();
    (chosen / seen - other_chosen / other_seen) / error
}

/// For each group, the statements that are special to it: at most five, agreements first, the strongest first; the
/// strongest agreement is always among them. Where nothing is sure enough, the one that comes nearest; nothing for a
/// group that takes no side more than the others do. Takes the sums of every group for every statement.
pub fn representative(statements: &[Vec<Sums>]) -> Vec<Vec<Special>> {
    let groups = statements.first().map_or(0, Vec::len);
    if groups < 2 {
        return vec![Vec::new(); groups];
    }
    let totals: Vec<Sums> = statements.iter().map(|groups| groups.iter().copied().sum()).collect();
    (0..groups).map(|group| of_group(statements, &totals, group)).collect()
}

fn of_group(statements: &[Vec<Sums>], totals: &[Sums], group: usize) -> Vec<Special> {
    let candidates: Vec<Special> = statements
        .iter()
        .zip(totals)
        .enumerate()
        .filter_map(|(statement, (groups, total))| {
            let own = *groups.get(group)?;
            (own.agree + own.disagree > 0).then_some((statement, own, less(*total, own)))
        })
        .flat_map(|(statement, own, rest)| {
            [Side::Agree, Side::Disagree].map(|side| Special::new(statement, side, own, rest))
        })
        .filter(|one| one.ratio > 1.0)
        .collect();
    let mut special: Vec<Special> = candidates.iter().filter(|one| one.passes()).copied().collect();
    special.sort_by(|a, b| b.strength().total_cmp(&a.strength()));
    let strongest = |a: &&Special, b: &&Special| a.strength().total_cmp(&b.strength());
    let agreement = candidates.iter().filter(|one| one.is_own_agreement()).max_by(strongest).copied();
    let nearest = candidates.iter().max_by(|a, b| a.ratio_test.total_cmp(&b.ratio_test)).copied();
    if special.is_empty() {
        return agreement.or(nearest).into_iter().collect();
    }
    if let Some(agreement) = agreement {
        special.retain(|one| one.statement != agreement.statement);
        special.insert(0, agreement);
    }
    special.truncate(MOST_SPECIAL);
    special.sort_by_key(|one| one.side == Side::Disagree);
    special
}

fn less(total: Sums, part: Sums) -> Sums {
    Sums {
        agree: total.agree - part.agree,
        disagree: total.disagree - part.disagree,
        seen: total.seen - part.seen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn votes(agree: u32, disagree: u32) -> Sums {
        Sums { agree, disagree, seen: agree + disagree }
    }

    fn named(special: &[Special]) -> Vec<(usize, Side)> {
        special.iter().map(|one| (one.statement, one.side)).collect()
    }

    #[test]
    fn the_measures_follow_the_formulas() {
        let one = Special::new(0, Side::Agree, votes(9, 1), votes(3, 7));
        assert!((one.p - 10.0 / 12.0).abs() < 1e-12);
        assert!((one.ratio - (10.0 / 12.0) / (4.0 / 12.0)).abs() < 1e-12);
        assert!((one.p_test - 2.0 * 11f64.sqrt() * (10.0 / 11.0 - 0.5)).abs() < 1e-12);
        let pooled: f64 = 14.0 / 22.0;
        let error = (pooled * (1.0 - pooled) * (2.0 / 11.0)).sqrt();
        assert!((one.ratio_test - (6.0 / 11.0) / error).abs() < 1e-12);
        assert_eq!(Special::new(0, Side::Agree, votes(9, 0), votes(4, 0)).ratio_test, 0.0);
    }

    #[test]
    fn each_group_gets_what_sets_it_apart_agreements_first() {
        let statements = [
            vec![votes(18, 2), votes(17, 3)],
            vec![votes(2, 18), votes(15, 5)],
            vec![votes(17, 3), votes(4, 16)],
        ];
        let special = representative(&statements);
        assert_eq!(named(&special[0]), [(2, Side::Agree), (1, Side::Disagree)]);
        assert_eq!(named(&special[1]), [(1, Side::Agree), (2, Side::Disagree)]);
    }

    #[test]
    fn a_group_with_nothing_sure_gets_what_comes_nearest() {
        let statements = [vec![votes(3, 2), votes(10, 9)], vec![votes(2, 2), votes(9, 9)]];
        let special = representative(&statements);
        assert_eq!(named(&special[0]), [(0, Side::Agree)]);
        assert_eq!(special[1].len(), 1);
        let silent = representative(&[vec![votes(0, 0), votes(9, 1)]]);
        assert!(silent[0].is_empty(), "who said nothing stands for nothing");
        let alike = Sums { agree: 4, disagree: 4, seen: 10 };
        assert_eq!(representative(&[vec![alike, alike]]), [vec![], vec![]], "nobody differs from the others");
    }

    #[test]
    fn one_group_alone_has_nobody_to_differ_from() {
        assert_eq!(representative(&[vec![votes(9, 1)]]), [vec![]]);
        assert!(representative(&[]).is_empty());
    }

    #[test]
    fn of_many_the_five_strongest_are_named() {
        let statements: Vec<_> = (0..9).map(|n| vec![votes(30 + n, 2), votes(5, 30)]).collect();
        let special = representative(&statements);
        assert_eq!(named(&special[0]), [8, 7, 6, 5, 4].map(|n| (n, Side::Agree)));
    }

    prop_compose! {
        fn any_sums()(agree in 0u32..40, disagree in 0u32..40, passed in 0u32..40) -> Sums {
            Sums { agree, disagree, seen: agree + disagree + passed }
        }
    }

    proptest! {
        #[test]
        fn nothing_is_named_twice_and_nothing_of_which_the_group_does_no_more(
            statements in prop::collection::vec(prop::collection::vec(any_sums(), 3), 1..12),
        ) {
            for (group, special) in representative(&statements).iter().enumerate() {
                let answered = statements.iter().any(|groups| groups[group].agree + groups[group].disagree > 0);
                prop_assert!(special.is_empty() || answered);
                prop_assert!(special.iter().all(|one| one.ratio > 1.0));
                prop_assert!(special.len() <= MOST_SPECIAL);
                let mut different: Vec<usize> = special.iter().map(|one| one.statement).collect();
                different.sort_unstable();
                different.dedup();
                prop_assert_eq!(different.len(), special.len());
                prop_assert!(special.is_sorted_by_key(|one| one.side == Side::Disagree));
                prop_assert!(special.iter().all(|one| one.strength().is_finite()));
            }
        }
    }
}
