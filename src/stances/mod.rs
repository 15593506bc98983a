//! Where people stand on proposals, and what unites and divides their groups.
//!
//! Nobody's single stance is shown to anybody else: only sums over enough people, and what is worked out from them.

mod export;
pub mod flow;
pub mod next;
pub mod polis;
pub mod recount;
pub mod store;
pub mod unity;
pub mod view;

use rand::Rng;

use crate::groups::{Folding, all_wide, fold};
use crate::ids::{AffiliationId, ProposalId};
use unity::{Sums, Unity};

pub use export::{Taken, export, stamp};

/// How many cards a set has.
pub const SET: usize = 15;

/// Cards drawn for a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Set {
    /// Still to come; the first is shown.
    pub cards: Vec<ProposalId>,
    /// How many were answered.
    pub done: u32,
}

impl Set {
    /// The number of the card that is shown.
    pub fn number(&self) -> u32 {
        self.done + 1
    }

    /// How many cards the set has; those taken away meanwhile are not counted.
    pub fn size(&self) -> u32 {
        self.done + u32::try_from(self.cards.len()).unwrap_or(u32::MAX)
    }

    /// A card was answered; `false`: it was not to come.
    pub fn answer(&mut self, id: ProposalId) -> bool {
        let before = self.cards.len();
        self.cards.retain(|card| *card != id);
        let was_to_come = self.cards.len() < before;
        self.done += u32::from(was_to_come);
        was_to_come
    }
}

/// People of one sector or region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// None: those who did not say where they belong.
    pub id: Option<AffiliationId>,
    /// How many have taken a stance on anything.
    pub took_part: u32,
}

/// A proposal with what each group answered, in the order of the groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub proposal: ProposalId,
    pub groups: Vec<Sums>,
}

/// A group as it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    Group(Option<AffiliationId>),
    /// Small groups together.
    Others,
}

/// Proposals by groups, as they may be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Breakdown {
    pub cells: Vec<Cell>,
    pub proposals: Vec<Placed>,
}

/// A proposal that enough people of every cell have seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub proposal: ProposalId,
    pub groups: Vec<Sums>,
    pub unity: Unity,
}

/// Why groups cannot be compared yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotYet {
    /// There are no two groups of enough people.
    Groups,
    /// No proposal was seen by enough people of each.
    Proposals,
}

/// Breaks proposals down by groups as far as the small-group rule lets it: small groups are folded, once for all
/// proposals, and proposals that too few of a cell have seen are left out.
pub fn break_down(groups: &[Group], counted: &[Counted], least: u32) -> Result<Breakdown, NotYet> {
    let folding = folded(groups, least).ok_or(NotYet::Groups)?;
    let proposals: Vec<Placed> = counted.iter().filter_map(|one| placed(one, &folding, least)).collect();
    if proposals.is_empty() {
        return Err(NotYet::Proposals);
    }
    let shown = folding.shown.iter().map(|&group| Cell::Group(groups[group].id));
    Ok(Breakdown { cells: shown.chain(folding.others().map(|_| Cell::Others)).collect(), proposals })
}

fn folded(groups: &[Group], least: u32) -> Option<Folding> {
    fold(&groups.iter().map(|group| group.took_part).collect::<Vec<_>>(), least)
}

fn placed(counted: &Counted, folding: &Folding, least: u32) -> Option<Placed> {
    let groups = folding.gather(&counted.groups);
    let wide = all_wide(groups.iter().map(|sums| sums.seen), least);
    let unity = Unity::of(&groups).filter(|_| wide)?;
    Some(Placed { proposal: counted.proposal, groups, unity })
}

/// Draws a set among the proposals that wait for somebody's stance. How far groups stand apart counts only where it
/// could be shown.
pub fn draw(
    waiting: &[ProposalId],
    groups: &[Group],
    counted: &[Counted],
    least: u32,
    chance: &mut impl Rng,
) -> Vec<ProposalId> {
    let folding = folded(groups, least);
    let weigh = |proposal: &ProposalId| {
        let Some(one) = counted.iter().find(|one| one.proposal == *proposal) else {
            return next::weight(Sums::default(), 0.0);
        };
        let spread = folding.as_ref().and_then(|folding| placed(one, folding, least));
        next::weight(one.groups.iter().copied().sum(), spread.map_or(0.0, |placed| placed.unity.spread))
    };
    let weights: Vec<f64> = waiting.iter().map(weigh).collect();
    next::draw(&weights, SET, chance).into_iter().map(|at| waiting[at]).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;

    fn group(id: i64, took_part: u32) -> Group {
        Group { id: (id > 0).then_some(AffiliationId(id)), took_part }
    }

    fn sums(agree: u32, seen: u32) -> Sums {
        Sums { agree, disagree: seen - agree, seen }
    }

    #[test]
    fn a_set_counts_what_is_answered_and_forgets_what_is_taken_away() {
        let mut set = Set { cards: (1..=3).map(ProposalId).collect(), done: 0 };
        assert_eq!((set.number(), set.size()), (1, 3));
        assert!(set.answer(ProposalId(1)));
        assert!(!set.answer(ProposalId(1)), "pressed twice it is one card");
        set.cards.remove(0);
        assert_eq!((set.number(), set.size()), (2, 2));
    }

    #[test]
    fn small_groups_are_only_shown_together_and_little_seen_proposals_not_at_all() {
        let groups = [group(0, 2), group(1, 8), group(2, 9), group(3, 4)];
        let counted = [
            Counted { proposal: ProposalId(1), groups: vec![sums(2, 2), sums(6, 8), sums(1, 9), sums(3, 4)] },
            Counted { proposal: ProposalId(2), groups: vec![sums(2, 2), sums(6, 8), sums(1, 9), sums(1, 2)] },
        ];
        let shown = break_down(&groups, &counted, 5).expect("enough");
        let named = |id| Cell::Group(Some(AffiliationId(id)));
        assert_eq!(shown.cells, [named(1), named(2), Cell::Others]);
        assert_eq!(shown.proposals.len(), 1, "four of the others have seen the second one");
        assert_eq!(shown.proposals[0].groups, [sums(6, 8), sums(1, 9), sums(5, 6)]);
        assert_eq!(break_down(&groups, &counted[1..], 5), Err(NotYet::Proposals));
        assert_eq!(break_down(&groups[..2], &[], 5), Err(NotYet::Groups));
    }

    proptest! {
        #[test]
        fn nothing_about_fewer_people_than_the_set_number_is_ever_shown(
            cells in prop::collection::vec((0u32..14, prop::collection::vec(0u32..14, 4)), 1..6), least in 1u32..8,
        ) {
            let groups: Vec<Group> =
                cells.iter().zip(0..).map(|((took_part, _), id)| group(id, *took_part)).collect();
            let counted: Vec<Counted> = (0..4)
                .map(|at| Counted {
                    proposal: ProposalId(at),
                    groups: cells
                        .iter()
                        .map(|(took_part, seen)| sums(0, seen[at as usize].min(*took_part)))
                        .collect(),
                })
                .collect();
            let Ok(shown) = break_down(&groups, &counted, least) else { return Ok(()) };
            prop_assert!(shown.cells.len() >= 2);
            for placed in &shown.proposals {
                prop_assert_eq!(placed.groups.len(), shown.cells.len());
                prop_assert!(placed.groups.iter().all(|sums| sums.seen >= least));
            }
            for (cell, group) in groups.iter().enumerate() {
                let named = shown.cells.contains(&Cell::Group(groups[cell].id));
                prop_assert!(!named || group.took_part >= least);
            }
        }

        #[test]
        fn a_set_has_different_cards_and_only_waiting_ones(waiting in 0i64..40, seed: u64) {
            let waiting: Vec<ProposalId> = (0..waiting).map(ProposalId).collect();
            let mut drawn = draw(&waiting, &[], &[], 5, &mut StdRng::seed_from_u64(seed));
            prop_assert_eq!(drawn.len(), waiting.len().min(SET));
            prop_assert!(drawn.iter().all(|card| waiting.contains(card)));
            drawn.sort_unstable_by_key(|card| card.0);
            drawn.dedup();
            prop_assert_eq!(drawn.len(), waiting.len().min(SET));
        }
    }
}
