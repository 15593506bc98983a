//! Buttons about who has which role, and about what was done with it.

use crate::ids::PersonId;
use crate::role::Role;

/// Who has which role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Team {
    /// Those who have one; a page of them.
    List(u32),
    /// Everybody, to choose from: a page of those found by what was typed; none: all of them again.
    Choose(Option<u32>),
    One(PersonId),
    /// What it means, before it is given.
    Ask(PersonId, Role),
    Give(PersonId, Role),
    /// One's own role.
    AskToGiveUp,
    GiveUp,
}

/// What was done by a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acts {
    /// A page of what was done, the latest first; by one person, or by all.
    List(u32, Option<PersonId>),
    /// Whose acts to show.
    Who(u32),
}

impl Team {
    pub(super) fn encode(self) -> String {
        match self {
            Self::List(page) => format!("rl.{page}"),
            Self::Choose(None) => "rn".into(),
            Self::Choose(Some(page)) => format!("rn.{page}"),
            Self::One(person) => format!("rp.{}", person.0),
            Self::Ask(person, role) => format!("ra.{}.{}", person.0, letter(role)),
            Self::Give(person, role) => format!("rg.{}.{}", person.0, letter(role)),
            Self::AskToGiveUp => "rx".into(),
            Self::GiveUp => "rx.1".into(),
        }
    }

    pub(super) fn decode(parts: &[&str]) -> Option<Self> {
        let person = |id: &str| id.parse().ok().map(PersonId);
        Some(match parts {
            ["rl", page] => Self::List(page.parse().ok()?),
            ["rn"] => Self::Choose(None),
            ["rn", page] => Self::Choose(Some(page.parse().ok()?)),
            ["rp", id] => Self::One(person(id)?),
            ["ra", id, role] => Self::Ask(person(id)?, role_of(role)?),
            ["rg", id, role] => Self::Give(person(id)?, role_of(role)?),
            ["rx"] => Self::AskToGiveUp,
            ["rx", "1"] => Self::GiveUp,
            _ => return None,
        })
    }
}

impl Acts {
    pub(super) fn encode(self) -> String {
        match self {
            Self::List(page, who) => format!("hl.{page}.{}", super::code::maybe(who.map(|who| who.0))),
            Self::Who(page) => format!("hp.{page}"),
        }
    }

    pub(super) fn decode(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            ["hl", page, who] => Self::List(page.parse().ok()?, super::code::maybe_id(who)?.map(PersonId)),
            ["hp", page] => Self::Who(page.parse().ok()?),
            _ => return None,
        })
    }
}

fn letter(role: Role) -> char {
    match role {
        Role::Participant => 'p',
        Role::Moderator => 'm',
        Role::Organizer => 'o',
        Role::Owner => 'w',
    }
}

fn role_of(code: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| code == letter(*role).to_string())
}
