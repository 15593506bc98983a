//! The time between two sessions as a report to read and to carry along: people, proposals, what unites and what divides,
//! votes, decisions, and what comes next.
//!
//! [`gather`] makes one description of it, which [`pdf`] sets on pages and [`docx`] writes for those who want to go on
//! writing. It says no more than the chat: sums over enough people, no names of theirs, and of votes what was told.

pub mod docx;
pub mod gather;
pub mod pdf;
mod store;

use crate::l10n::Lang;
use crate::picture::Colour;

/// What stands in a report, in order. All of it is plain text.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub lang: Lang,
    pub title: String,
    /// Of which time it tells.
    pub subtitle: String,
    /// Above the list of parts.
    pub contents: String,
    pub parts: Vec<Part>,
}

/// One part, with a heading of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub heading: String,
    pub blocks: Vec<Block>,
}

/// What a part is made of.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Heading(String),
    Text(String),
    /// Words that explain.
    Quiet(String),
    Bars(Vec<Bar>),
    /// A proposal or an option: what it is called, its words, and what is to be said of it.
    Item {
        lead: String,
        words: String,
        notes: Vec<String>,
    },
    /// The bytes of a PNG.
    Picture(Vec<u8>),
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: String,
    pub value: String,
    /// From 0 to 1 of the longest that could be.
    pub share: f64,
    pub colour: Colour,
}

/// Width and height of a PNG, as its head says.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    Some((number(16)?, number(20)?)).filter(|(width, height)| *width > 0 && *height > 0)
}

#[cfg(test)]
mod tests;
