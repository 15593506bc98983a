//! Directions that proposals are gathered under, and tags on them; organizers sort proposals card by card.

pub mod store;

use crate::ids::{DirectionId, TagId};
use crate::text::Words;

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
