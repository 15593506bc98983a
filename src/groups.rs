//! The small-group rule: which cells of a breakdown are shown as they are, and which only together as "others".
//!
//! Every cell shown has at least the set number of people, and the folded ones cannot be had by taking the shown ones
//! from the total. What the one who asks must know:
//!
//! - **People in no named group are a cell too** ("not said"). Left out of the sizes, they would be what is left of
//!   the total.
//! - **A cell's size is how many people its numbers are about**: members for a turnout, those who handed in a ballot
//!   for a vote's results, those who took part for stances.
//! - **One folding for everything that shares its groups.** Were each proposal folded by its own sizes, the sums of
//!   one could be taken from those of another. So groups are folded once for the network, by how many of each took
//!   part, and a proposal is broken down only where [`all_wide`] holds for the cells of that folding; elsewhere only
//!   its total is said. What is computed from a breakdown (geometric mean, weakest, spread, what is special to a
//!   group) gives it away as well, so it falls under the same rule.
//! - **One question in time.** Numbers that are shown while they grow tell what the last one said: the rule guards a
//!   breakdown, not the difference of two taken a minute apart.
//! - Two breakdowns of the same people are safe side by side only if neither refines the other (region and sector
//!   are; region and district would not be), and only as sums: rows of single people are recognised in both.

use std::iter::Sum;

/// The least number of people in a shown cell, unless set otherwise.
pub const LEAST: u32 = 5;

/// How a breakdown is shown: these cells by themselves, those together. Empty cells are in neither.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folding {
    /// Cells shown as they are, in their order.
    pub shown: Vec<usize>,
    /// Cells shown only as one, "others", in their order: none, or two and more.
    pub folded: Vec<usize>,
}

impl Folding {
    /// How many cells a reader sees, "others" included.
    pub fn count(&self) -> usize {
        self.shown.len() + usize::from(!self.folded.is_empty())
    }

    /// The place of "others" among the cells that a reader sees; None if nothing is folded.
    pub fn others(&self) -> Option<usize> {
        (!self.folded.is_empty()).then_some(self.shown.len())
    }

    /// Where a cell's people are counted among the cells that a reader sees. None for an empty cell.
    pub fn place(&self, cell: usize) -> Option<usize> {
        let shown = self.shown.iter().position(|&other| other == cell);
        shown.or_else(|| self.others().filter(|_| self.folded.contains(&cell)))
    }

    /// The values of the cells that a reader sees, from those of all cells: the shown ones in their order, then
    /// "others".
    pub fn gather<T: Copy + Sum<T>>(&self, values: &[T]) -> Vec<T> {
        let of = |cell: &usize| values.get(*cell).copied();
        let mut gathered: Vec<T> = self.shown.iter().filter_map(of).collect();
        if !self.folded.is_empty() {
            gathered.push(self.folded.iter().filter_map(of).sum());
        }
        gathered
    }
}

/// Folds cells of these sizes so that none with fewer than `least` people is shown or can be worked out: the smallest
/// first (of equal ones the first), and no more than it takes. None: there is no such breakdown with at least two
/// cells, so only the total may be shown.
pub fn fold(sizes: &[u32], least: u32) -> Option<Folding> {
    let mut by_size: Vec<usize> = (0..sizes.len()).filter(|&cell| sizes[cell] > 0).collect();
    by_size.sort_by_key(|&cell| (sizes[cell], cell));
    let small = by_size.iter().take_while(|&&cell| sizes[cell] < least).count();
    let (mut shown, mut folded) = (by_size.split_off(small), by_size);
    if small > 0 {
        // A small cell alone would be the total less the rest; as it is small, there is always another with it.
        let more = sums_from(&folded, &shown, sizes).position(|people| people >= u64::from(least))?;
        folded.extend(shown.drain(..more));
    }
    shown.sort_unstable();
    folded.sort_unstable();
    Some(Folding { shown, folded }).filter(|folding| folding.count() >= 2)
}

/// How many people the folded cells have, then with one more, and so on.
fn sums_from(folded: &[usize], more: &[usize], sizes: &[u32]) -> impl Iterator<Item = u64> {
    let size = |&cell: &usize| u64::from(sizes[cell]);
    let first: u64 = folded.iter().map(size).sum();
    let rest = more.iter().map(size).scan(first, |sum, size| {
        *sum += size;
        Some(*sum)
    });
    std::iter::once(first).chain(rest)
}

/// Whether every cell is about enough people: how many of each have seen this proposal, say.
pub fn all_wide(sizes: impl IntoIterator<Item = u32>, least: u32) -> bool {
    sizes.into_iter().all(|size| size >= least)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(sizes: &[u32]) -> Option<(Vec<usize>, Vec<usize>)> {
        fold(sizes, 5).map(|folding| (folding.shown, folding.folded))
    }

    #[test]
    fn wide_groups_are_shown_as_they_are() {
        assert_eq!(folded(&[7, 5, 20]), Some((vec![0, 1, 2], vec![])));
        assert_eq!(folded(&[7, 0, 20]), Some((vec![0, 2], vec![])), "an empty group hides nobody");
    }

    #[test]
    fn small_groups_are_folded_together() {
        assert_eq!(folded(&[7, 3, 20, 2]), Some((vec![0, 2], vec![1, 3])));
        assert_eq!(fold(&[7, 3, 20, 2], 5).expect("folds").gather(&[7u32, 3, 20, 2]), [7, 20, 5]);
    }

    #[test]
    fn one_small_group_takes_the_next_smallest_with_it() {
        assert_eq!(folded(&[7, 3, 20]), Some((vec![2], vec![0, 1])));
        assert_eq!(folded(&[9, 9, 2, 9]), Some((vec![1, 3], vec![0, 2])), "the first of equal ones");
        assert_eq!(folded(&[1, 1, 30, 6]), Some((vec![2], vec![0, 1, 3])), "two of one are too few");
    }

    #[test]
    fn there_is_no_breakdown_where_one_cell_would_be_left() {
        for sizes in [&[][..], &[0, 0], &[30], &[4, 30], &[30, 0], &[2, 2], &[4, 4], &[1, 2, 1, 30]] {
            assert_eq!(folded(sizes), None, "{sizes:?}");
        }
    }

    #[test]
    fn every_cell_has_its_place() {
        let folding = fold(&[7, 3, 0, 20, 2], 5).expect("folds");
        assert_eq!(
            [0, 1, 2, 3, 4].map(|cell| folding.place(cell)),
            [Some(0), Some(2), None, Some(1), Some(2)]
        );
    }

    /// All ways to fold, by which cells are folded; the slow way to know the best.
    fn foldings(sizes: &[u32], least: u32) -> impl Iterator<Item = Vec<usize>> {
        let full: Vec<usize> = (0..sizes.len()).filter(|&cell| sizes[cell] > 0).collect();
        let fits = |folded: &Vec<usize>| {
            let wide = full.iter().all(|cell| folded.contains(cell) || sizes[*cell] >= least);
            let sum: u32 = folded.iter().map(|&cell| sizes[cell]).sum();
            let shown = full.len() - folded.len() + usize::from(!folded.is_empty());
            wide && shown >= 2 && (folded.is_empty() || (folded.len() >= 2 && sum >= least))
        };
        let subset =
            |bits: u32| (0..full.len()).filter(|at| bits >> at & 1 == 1).map(|at| full[at]).collect();
        (0..1 << full.len()).map(subset).filter(fits).collect::<Vec<_>>().into_iter()
    }

    proptest! {
        #[test]
        fn no_cell_is_small_nobody_is_lost_and_no_hidden_group_stands_alone(
            sizes in prop::collection::vec(0u32..12, 0..8), least in 0u32..9,
        ) {
            let Some(folding) = fold(&sizes, least) else { return Ok(()) };
            let cells = folding.gather(&sizes);
            prop_assert!(cells.len() >= 2 && cells.len() == folding.count());
            prop_assert!(all_wide(cells.iter().copied(), least));
            prop_assert_eq!(cells.iter().sum::<u32>(), sizes.iter().sum::<u32>());
            prop_assert!(folding.folded.len() != 1);
            for (cell, &size) in sizes.iter().enumerate() {
                prop_assert_eq!(folding.place(cell).is_some(), size > 0);
                prop_assert!(size == 0 || size >= least || folding.folded.contains(&cell));
            }
        }

        #[test]
        fn there_is_a_breakdown_whenever_one_can_be_had_and_no_other_hides_less(
            sizes in prop::collection::vec(0u32..12, 0..8), least in 0u32..9,
        ) {
            let fewest = foldings(&sizes, least).map(|folded| folded.len()).min();
            prop_assert_eq!(fold(&sizes, least).map(|folding| folding.folded.len()), fewest);
        }
    }
}
