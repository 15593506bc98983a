//! The buttons of directions, of tags, and of sorting proposals into them; their codes begin with "r".

use super::code::{flag, maybe, maybe_id};
use crate::ids::{CallId, DirectionId, ProposalId, TagId};

/// Everything that these buttons ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sorting {
    // For everyone.
    Directions,
    /// Published proposals: under this direction and with this tag, where one is said.
    Found {
        direction: Option<DirectionId>,
        tag: Option<TagId>,
        page: u32,
    },
    /// By which tag to look, under this direction or everywhere.
    ChooseTag(Option<DirectionId>),

    // The organizers' directions.
    Home,
    Manage,
    Add,
    One(DirectionId),
    Rename(DirectionId),
    Describe(DirectionId),
    Undescribe(DirectionId),
    ChooseShade(DirectionId),
    Paint(DirectionId, Shade),
    /// It is to be the so-manieth, counted from 0.
    Place(DirectionId, u32),
    /// `true`: no longer offered; `false`: offered again.
    Retire(DirectionId, bool),

    // Their tags.
    Tags,
    AddTag,
    Tag(TagId),
    RenameTag(TagId),
    RetireTag(TagId, bool),

    // The pile, of a call or of all.
    /// The next card after this one.
    Next(Option<CallId>, Option<ProposalId>),
    /// A card with another page of directions.
    Card {
        proposal: ProposalId,
        pile: Option<CallId>,
        page: u32,
    },
    Move(Move),
    /// The directions, to put a proposal under one from its own screen.
    ChooseDirection(ProposalId, u32),
    TagsOf(ProposalId, At),
    PutTag {
        proposal: ProposalId,
        tag: TagId,
        on: bool,
        at: At,
    },
}

/// A proposal is to be under another direction than the screen showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    pub proposal: ProposalId,
    pub from: Option<DirectionId>,
    pub to: Option<DirectionId>,
    pub at: At,
}

/// Where a button stands, and so what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// On a card of this pile.
    Pile(Option<CallId>),
    /// On the proposal's own screen.
    Screen,
}

/// The colour of a direction. Nothing is told by it alone: the name stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Shade {
    Red,
    Orange,
    Yellow,
    Green,
    Blue,
    Violet,
    Brown,
    Black,
}

impl Shade {
    /// The palette. New directions take these in turn.
    pub const ALL: [Self; 8] = [
        Self::Blue,
        Self::Orange,
        Self::Green,
        Self::Violet,
        Self::Red,
        Self::Yellow,
        Self::Brown,
        Self::Black,
    ];

    /// As files hold it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Orange => "orange",
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Violet => "violet",
            Self::Brown => "brown",
            Self::Black => "black",
        }
    }

    /// As a screen shows it.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Red => "🔴",
            Self::Orange => "🟠",
            Self::Yellow => "🟡",
            Self::Green => "🟢",
            Self::Blue => "🔵",
            Self::Violet => "🟣",
            Self::Brown => "🟤",
            Self::Black => "⚫️",
        }
    }
}

impl Sorting {
    /// The button's data.
    pub fn encode(self) -> String {
        let direction = |id: Option<DirectionId>| maybe(id.map(|id| id.0));
        let pile = |call: Option<CallId>| maybe(call.map(|id| id.0));
        match self {
            Self::Directions => "r.d".into(),
            Self::Found { direction: of, tag, page } => {
                format!("r.f.{}.{}.{page}", direction(of), maybe(tag.map(|id| id.0)))
            }
            Self::ChooseTag(of) => format!("r.g.{}", direction(of)),
            Self::Home => "r.h".into(),
            Self::Manage => "r.m".into(),
            Self::Add => "r.a".into(),
            Self::One(id) => format!("r.o.{}", id.0),
            Self::Rename(id) => format!("r.n.{}", id.0),
            Self::Describe(id) => format!("r.e.{}", id.0),
            Self::Undescribe(id) => format!("r.e.{}.0", id.0),
            Self::ChooseShade(id) => format!("r.c.{}", id.0),
            Self::Paint(id, shade) => format!("r.c.{}.{}", id.0, letter(shade)),
            Self::Place(id, place) => format!("r.p.{}.{place}", id.0),
            Self::Retire(id, retire) => format!("r.r.{}.{}", id.0, u8::from(retire)),
            Self::Tags => "r.w".into(),
            Self::AddTag => "r.wa".into(),
            Self::Tag(id) => format!("r.w.{}", id.0),
            Self::RenameTag(id) => format!("r.wn.{}", id.0),
            Self::RetireTag(id, retire) => format!("r.wr.{}.{}", id.0, u8::from(retire)),
            Self::Next(of, after) => format!("r.s.{}.{}", pile(of), maybe(after.map(|id| id.0))),
            Self::Card { proposal, pile: of, page } => format!("r.k.{}.{}.{page}", proposal.0, pile(of)),
            Self::Move(Move { proposal, from, to, at }) => {
                let direction = |id: Option<DirectionId>| id.map_or_else(|| "-".into(), |id| short(id.0));
                format!("r.v.{}.{}.{}.{}", short(proposal.0), direction(from), direction(to), place(at))
            }
            Self::ChooseDirection(id, page) => format!("r.x.{}.{page}", id.0),
            Self::TagsOf(id, at) => format!("r.t.{}.{}", short(id.0), place(at)),
            Self::PutTag { proposal, tag, on, at } => {
                format!("r.y.{}.{}.{}.{}", short(proposal.0), short(tag.0), u8::from(on), place(at))
            }
        }
    }

    /// The way back, from what follows the first letter.
    pub(super) fn decode(parts: &[&str]) -> Option<Self> {
        let direction = |id: &str| Some(DirectionId(id.parse().ok()?));
        let maybe_direction = |id: &str| Some(maybe_id(id)?.map(DirectionId));
        let proposal = |id: &str| Some(ProposalId(id.parse().ok()?));
        let pile = |id: &str| Some(maybe_id(id)?.map(CallId));
        let tag = |id: &str| Some(TagId(id.parse().ok()?));
        Some(match parts {
            ["d"] => Self::Directions,
            ["f", of, tag, page] => Self::Found {
                direction: maybe_direction(of)?,
                tag: maybe_id(tag)?.map(TagId),
                page: page.parse().ok()?,
            },
            ["g", of] => Self::ChooseTag(maybe_direction(of)?),
            ["h"] => Self::Home,
            ["m"] => Self::Manage,
            ["a"] => Self::Add,
            ["o", id] => Self::One(direction(id)?),
            ["n", id] => Self::Rename(direction(id)?),
            ["e", id] => Self::Describe(direction(id)?),
            ["e", id, "0"] => Self::Undescribe(direction(id)?),
            ["c", id] => Self::ChooseShade(direction(id)?),
            ["c", id, shade] => Self::Paint(direction(id)?, shade_of(shade)?),
            ["p", id, place] => Self::Place(direction(id)?, place.parse().ok()?),
            ["r", id, retire] => Self::Retire(direction(id)?, flag(retire)?),
            ["w"] => Self::Tags,
            ["wa"] => Self::AddTag,
            ["w", id] => Self::Tag(tag(id)?),
            ["wn", id] => Self::RenameTag(tag(id)?),
            ["wr", id, retire] => Self::RetireTag(tag(id)?, flag(retire)?),
            ["s", of, after] => Self::Next(pile(of)?, maybe_id(after)?.map(ProposalId)),
            ["k", id, of, page] => {
                Self::Card { proposal: proposal(id)?, pile: pile(of)?, page: page.parse().ok()? }
            }
            ["v", id, from, to, at] => Self::Move(Move {
                proposal: ProposalId(shortened(id)?),
                from: maybe_shortened(from)?.map(DirectionId),
                to: maybe_shortened(to)?.map(DirectionId),
                at: place_of(at)?,
            }),
            ["x", id, page] => Self::ChooseDirection(proposal(id)?, page.parse().ok()?),
            ["t", id, at] => Self::TagsOf(ProposalId(shortened(id)?), place_of(at)?),
            ["y", id, one, on, at] => Self::PutTag {
                proposal: ProposalId(shortened(id)?),
                tag: TagId(shortened(one)?),
                on: flag(on)?,
                at: place_of(at)?,
            },
            _ => return None,
        })
    }
}

/// A number in few letters: four of them have to fit on a button.
fn short(number: i64) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut left = number.unsigned_abs();
    let mut digits = Vec::new();
    while left > 0 || digits.is_empty() {
        digits.push(char::from(DIGITS[usize::try_from(left % 36).unwrap_or(0)]));
        left /= 36;
    }
    digits.extend((number < 0).then_some('-'));
    digits.into_iter().rev().collect()
}

fn shortened(code: &str) -> Option<i64> {
    i64::from_str_radix(code, 36).ok()
}

fn maybe_shortened(code: &str) -> Option<Option<i64>> {
    if code == "-" { Some(None) } else { shortened(code).map(Some) }
}

fn place(at: At) -> String {
    match at {
        At::Pile(call) => call.map_or_else(|| "-".into(), |id| short(id.0)),
        At::Screen => "_".into(),
    }
}

fn place_of(code: &str) -> Option<At> {
    if code == "_" { Some(At::Screen) } else { Some(At::Pile(maybe_shortened(code)?.map(CallId))) }
}

fn letter(shade: Shade) -> char {
    match shade {
        Shade::Red => 'r',
        Shade::Orange => 'o',
        Shade::Yellow => 'y',
        Shade::Green => 'g',
        Shade::Blue => 'b',
        Shade::Violet => 'v',
        Shade::Brown => 'n',
        Shade::Black => 'k',
    }
}

fn shade_of(code: &str) -> Option<Shade> {
    Shade::ALL.into_iter().find(|shade| code == letter(*shade).to_string())
}

#[cfg(test)]
pub mod tests {
    use std::collections::HashSet;
    use std::mem::discriminant;

    use super::*;

    /// One of every kind, made of these.
    pub fn every(id: i64, count: u32, small: u8, yes: bool) -> Vec<Sorting> {
        use Sorting::*;
        let (direction, tag, proposal, call) = (DirectionId(id), TagId(id), ProposalId(id), CallId(id));
        let pile = yes.then_some(call);
        let at = if small.is_multiple_of(2) { At::Pile(pile) } else { At::Screen };
        vec![
            Directions,
            Found { direction: yes.then_some(direction), tag: (!yes).then_some(tag), page: count },
            ChooseTag(yes.then_some(direction)),
            Home,
            Manage,
            Add,
            One(direction),
            Rename(direction),
            Describe(direction),
            Undescribe(direction),
            ChooseShade(direction),
            Paint(direction, Shade::ALL[usize::from(small) % 8]),
            Place(direction, count),
            Retire(direction, yes),
            Tags,
            AddTag,
            Tag(tag),
            RenameTag(tag),
            RetireTag(tag, yes),
            Next(pile, (!yes).then_some(proposal)),
            Card { proposal, pile, page: count },
            Move(super::Move { proposal, from: yes.then_some(direction), to: Some(direction), at }),
            ChooseDirection(proposal, count),
            TagsOf(proposal, at),
            PutTag { proposal, tag, on: yes, at },
        ]
    }

    #[test]
    fn the_list_above_leaves_none_out() {
        let source = include_str!("sorting.rs");
        let (_, declared) = source.split_once("pub enum Sorting {\n").expect("the enum");
        let (declared, _) = declared.split_once("\n}\n").expect("its end");
        let variants = declared.lines().filter_map(|line| line.strip_prefix("    "));
        let listed: HashSet<_> = every(1, 1, 1, true).iter().map(discriminant).collect();
        assert_eq!(listed.len(), variants.filter(|line| line.starts_with(char::is_uppercase)).count());
    }
}
