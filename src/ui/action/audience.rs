//! The buttons by which an audience is put together, and their codes.

use super::code::{flag, maybe, maybe_count, maybe_id, said, said_by};
use super::*;
use crate::ids::DirectionId;
use crate::ui::audience::{Criterion, Turnout};

/// What a button says of whom something is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForWhom {
    /// Asks anew.
    Ask,
    /// Everyone, or one sector or region, and that is that.
    Only(Option<AffiliationId>),
    /// A screen to choose exactly on.
    Open(ForWhomPage),
    Put(Criterion, bool),
    /// Nothing narrows it.
    Everyone,
    /// It is chosen.
    Done,
}

/// A screen of the audience being put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForWhomPage {
    Groups,
    Directions,
    Sessions,
    Session(SessionId),
    Votes,
    /// A page of those found by name; none: nothing typed yet.
    People(Option<u32>),
}

impl ForWhom {
    pub(super) fn encode(self) -> String {
        match self {
            Self::Ask => "au".into(),
            Self::Only(group) => format!("au.{}", maybe(group.map(|id| id.0))),
            Self::Open(page) => match page {
                ForWhomPage::Groups => "ab.g".into(),
                ForWhomPage::Directions => "ab.r".into(),
                ForWhomPage::Sessions => "ab.s".into(),
                ForWhomPage::Session(id) => format!("ab.s.{}", id.0),
                ForWhomPage::Votes => "ab.v".into(),
                ForWhomPage::People(page) => format!("ab.p.{}", maybe(page.map(i64::from))),
            },
            Self::Put(criterion, wanted) => {
                let wanted = u8::from(wanted);
                match criterion {
                    Criterion::Group(id) => format!("ai.g.{}.{wanted}", id.0),
                    Criterion::Direction(id) => format!("ai.r.{}.{wanted}", id.0),
                    Criterion::Said(Guests { of, who }) => {
                        format!("ai.s.{}.{}.{wanted}", of.0, who.map_or("-", said))
                    }
                    Criterion::Turnout(Turnout { vote, voted }) => {
                        format!("ai.v.{}.{}.{wanted}", vote.0, u8::from(voted))
                    }
                    Criterion::Person(id) => format!("ai.p.{}.{wanted}", id.0),
                }
            }
            Self::Everyone => "ab.x".into(),
            Self::Done => "ab.d".into(),
        }
    }

    pub(super) fn decode(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            ["au"] => Self::Ask,
            ["au", group] => Self::Only(maybe_id(group)?.map(AffiliationId)),
            ["ab", "g"] => Self::Open(ForWhomPage::Groups),
            ["ab", "r"] => Self::Open(ForWhomPage::Directions),
            ["ab", "s"] => Self::Open(ForWhomPage::Sessions),
            ["ab", "s", id] => Self::Open(ForWhomPage::Session(SessionId(id.parse().ok()?))),
            ["ab", "v"] => Self::Open(ForWhomPage::Votes),
            ["ab", "p", page] => Self::Open(ForWhomPage::People(maybe_count(page)?)),
            ["ai", "g", id, wanted] => {
                Self::Put(Criterion::Group(AffiliationId(id.parse().ok()?)), flag(wanted)?)
            }
            ["ai", "r", id, wanted] => {
                Self::Put(Criterion::Direction(DirectionId(id.parse().ok()?)), flag(wanted)?)
            }
            ["ai", "s", of, who, wanted] => {
                let who = if *who == "-" { None } else { Some(said_by(who)?) };
                Self::Put(Criterion::Said(Guests { of: SessionId(of.parse().ok()?), who }), flag(wanted)?)
            }
            ["ai", "v", vote, voted, wanted] => {
                let turnout = Turnout { vote: VoteId(vote.parse().ok()?), voted: flag(voted)? };
                Self::Put(Criterion::Turnout(turnout), flag(wanted)?)
            }
            ["ai", "p", id, wanted] => {
                Self::Put(Criterion::Person(PersonId(id.parse().ok()?)), flag(wanted)?)
            }
            ["ab", "x"] => Self::Everyone,
            ["ab", "d"] => Self::Done,
            _ => return None,
        })
    }
}
