//! Buttons about people who are not on Telegram. What is done for them is done by the buttons that others have for
//! themselves: see [`crate::ui::behalf`].

use crate::ids::{AffiliationId, PersonId};

/// What organizers do about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offline {
    /// A page of them.
    List(u32),
    Add,
    One(PersonId),
    /// The sectors and regions to choose from.
    Groups(PersonId),
    Place(PersonId, AffiliationId),
    /// The invitation by which they take their place over.
    Invite(PersonId),
    RevokeInvite(PersonId),
    Remove(PersonId),
    /// `true`: their published proposals stay, unsigned.
    RemoveNow(PersonId, bool),
}

impl Offline {
    pub(super) fn encode(self) -> String {
        match self {
            Self::List(page) => format!("t.{page}"),
            Self::Add => "tn".into(),
            Self::One(person) => format!("tp.{}", person.0),
            Self::Groups(person) => format!("tg.{}", person.0),
            Self::Place(person, id) => format!("tb.{}.{}", person.0, id.0),
            Self::Invite(person) => format!("ti.{}", person.0),
            Self::RevokeInvite(person) => format!("ti.{}.0", person.0),
            Self::Remove(person) => format!("tx.{}", person.0),
            Self::RemoveNow(person, keep) => format!("tx.{}.{}", person.0, u8::from(keep)),
        }
    }

    pub(super) fn decode(parts: &[&str]) -> Option<Self> {
        let person = |id: &str| id.parse().ok().map(PersonId);
        Some(match parts {
            ["t", page] => Self::List(page.parse().ok()?),
            ["tn"] => Self::Add,
            ["tp", id] => Self::One(person(id)?),
            ["tg", id] => Self::Groups(person(id)?),
            ["tb", id, to] => Self::Place(person(id)?, AffiliationId(to.parse().ok()?)),
            ["ti", id] => Self::Invite(person(id)?),
            ["ti", id, "0"] => Self::RevokeInvite(person(id)?),
            ["tx", id] => Self::Remove(person(id)?),
            ["tx", id, "1"] => Self::RemoveNow(person(id)?, true),
            ["tx", id, "0"] => Self::RemoveNow(person(id)?, false),
            _ => return None,
        })
    }
}
