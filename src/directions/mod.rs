//! Directions that proposals are gathered under, and tags on them; organizers sort proposals card by card.

pub mod flow;
pub mod store;
pub mod view;

use crate::ids::{DirectionId, TagId};
use crate::text::Words;

pub use crate::ui::action::Shade;

/// What a direction is called.
pub type Name = Words<60>;
/// What a direction is about.
pub type About = Words<600>;
/// What a tag is called.
pub type TagName = Words<30>;

/// A priority direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Direction {
    pub id: DirectionId,
    pub name: Name,
    pub about: Option<About>,
    pub shade: Shade,
    /// Nothing new is put under it.
    pub retired: bool,
}

/// The direction that something is under, as it is shown there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Under {
    pub id: DirectionId,
    pub name: Name,
    pub shade: Shade,
}

/// A word that organizers put on proposals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub id: TagId,
    pub title: TagTitle,
    /// It is no longer offered. What has it keeps it.
    pub retired: bool,
}

/// What a tag says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TagTitle {
    BuiltIn(BuiltIn),
    Own(TagName),
}

/// The tags that every network has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum BuiltIn {
    Unifier,
    Divider,
    Problem,
}

/// How many directions may be offered at once: a thumb has to find the right one.
pub const MOST: usize = 24;
/// How many directions stand below a card at once.
pub const PAGE: u32 = 8;

/// The colour of the next direction: the one that is used least, in the order of the palette.
pub fn next_shade(used: &[Shade]) -> Shade {
    let count = |shade: &Shade| used.iter().filter(|other| *other == shade).count();
    Shade::ALL.into_iter().min_by_key(count).unwrap_or(Shade::Blue)
}

/// The same order with one of them at another place.
pub fn reorder(order: &[DirectionId], id: DirectionId, place: usize) -> Vec<DirectionId> {
    let mut rest: Vec<DirectionId> = order.iter().copied().filter(|other| *other != id).collect();
    if rest.len() < order.len() {
        rest.insert(place.min(rest.len()), id);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_directions_take_colours_in_turn() {
        let mut used = Vec::new();
        for _ in 0..16 {
            used.push(next_shade(&used));
        }
        assert_eq!(used[..8], Shade::ALL);
        assert_eq!(used[8..], Shade::ALL, "then they begin anew");
        assert_eq!(next_shade(&[Shade::Blue, Shade::Green]), Shade::Orange);
    }

    #[test]
    fn a_direction_is_put_at_a_place_and_the_others_keep_their_order() {
        let ids = |ids: [i64; 4]| ids.map(DirectionId);
        let order = ids([1, 2, 3, 4]);
        assert_eq!(reorder(&order, DirectionId(3), 0), ids([3, 1, 2, 4]));
        assert_eq!(reorder(&order, DirectionId(1), 2), ids([2, 3, 1, 4]));
        assert_eq!(reorder(&order, DirectionId(2), 99), ids([1, 3, 4, 2]));
        assert_eq!(reorder(&order, DirectionId(9), 0), order);
    }
}
