//! How the groups of a vote stand beside one another, by the small-group rule: see [`groups`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::groups;
use crate::ids::AffiliationId;
use crate::ui::action::Dimension;

/// How groups of one kind chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakdown {
    pub dimension: Dimension,
    pub cells: Vec<Cell>,
}

/// One group, or several small ones together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    pub group: Group,
    /// People it is about.
    pub people: u32,
    /// What they gave to each thing that is counted.
    pub counts: Vec<u64>,
}

/// A group that can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Of(AffiliationId),
    /// People who did not say.
    NotSaid,
    /// Groups that are too small to be shown by themselves.
    Others,
}

/// A person by what they belong to and what they give to each thing that is counted.
#[derive(Debug, Clone)]
pub struct Weighed {
    pub sector: Option<AffiliationId>,
    pub region: Option<AffiliationId>,
    pub counts: Vec<u64>,
}

/// The breakdowns that may be shown: none in which a group has fewer than `least` people, or could be worked out.
pub fn breakdowns(people: &[Weighed], least: u32) -> Vec<Breakdown> {
    let of = |dimension| {
        let cells = cells(people, dimension);
        let sizes: Vec<u32> = cells.iter().map(|cell| cell.people).collect();
        let folding = groups::fold(&sizes, least)?;
        let mut shown: Vec<Cell> = folding.shown.iter().map(|at| cells[*at].clone()).collect();
        let folded = folding.folded.iter().map(|at| cells[*at].clone());
        shown.extend(
            folded.reduce(|all, cell| all.with(&cell)).map(|all| Cell { group: Group::Others, ..all }),
        );
        Some(Breakdown { dimension, cells: shown })
    };
    [Dimension::Sector, Dimension::Region].into_iter().filter_map(of).collect()
}

fn cells(people: &[Weighed], dimension: Dimension) -> Vec<Cell> {
    let mut cells: BTreeMap<Group, Cell> = BTreeMap::new();
    for person in people {
        let belongs = match dimension {
            Dimension::Sector => person.sector,
            Dimension::Region => person.region,
        };
        let group = belongs.map_or(Group::NotSaid, Group::Of);
        let cell = Cell { group, people: 1, counts: person.counts.clone() };
        match cells.remove(&group) {
            Some(before) => cells.insert(group, before.with(&cell)),
            None => cells.insert(group, cell),
        };
    }
    cells.into_values().collect()
}

impl Cell {
    fn with(mut self, other: &Self) -> Self {
        self.people += other.people;
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            *mine += theirs;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(sector: Option<i64>, count: u64) -> Weighed {
        Weighed { sector: sector.map(AffiliationId), region: Some(AffiliationId(9)), counts: vec![count] }
    }

    #[test]
    fn small_groups_stand_together_and_one_alone_is_not_shown() {
        let mut people: Vec<Weighed> = (0..6).map(|at| person(Some(1), at % 2)).collect();
        people.extend((0..3).map(|_| person(Some(2), 1)));
        people.extend((0..2).map(|_| person(None, 0)));
        let shown = breakdowns(&people, 5);
        let cell = |group, people, count| Cell { group, people, counts: vec![count] };
        let sectors = Breakdown {
            dimension: Dimension::Sector,
            cells: vec![cell(Group::Of(AffiliationId(1)), 6, 3), cell(Group::Others, 5, 3)],
        };
        assert_eq!(shown, [sectors], "everyone is of one region, which is no breakdown");
        assert_eq!(breakdowns(&people, 7), []);
    }
}
