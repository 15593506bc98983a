//! Proposals as cards to print, cut and lay out on a table: four of A6 on a sheet of A4.
//!
//! Words shrink until they fit, down to a size that is still read across a table; what is longer goes on to further
//! cards of the same number ("1/2"), so that nothing is cut off.

mod draw;
mod layout;

use anyhow::Result;

use super::pdf::{Pdf, Picture};
use crate::directions::Shade;
use crate::l10n::Lang;
use crate::picture::{Colour, Fonts, MUTED};

/// What is written on a card.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// As people say it: "№12".
    pub number: String,
    pub call: String,
    pub words: String,
    pub picture: Option<Picture>,
    /// Where its QR code leads.
    pub link: String,
    /// The direction that it is gathered under; none: empty.
    pub direction: String,
    /// Of that direction.
    pub colour: Colour,
}

/// What is the same on all cards.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub title: String,
    /// Beside the QR code.
    pub hint: String,
    pub lang: Lang,
}

/// The colour of what is under no direction.
pub const NEUTRAL: Colour = MUTED;

/// As a direction's colour is printed.
pub fn colour(shade: Shade) -> Colour {
    match shade {
        Shade::Red => Colour(0xC6, 0x28, 0x28),
        Shade::Orange => Colour(0xD9, 0x73, 0x0D),
        Shade::Yellow => Colour(0xC9, 0xA4, 0x00),
        Shade::Green => Colour(0x2E, 0x7D, 0x32),
        Shade::Blue => Colour(0x14, 0x57, 0xC2),
        Shade::Violet => Colour(0x6A, 0x3F, 0xB5),
        Shade::Brown => Colour(0x79, 0x55, 0x48),
        Shade::Black => Colour(0x15, 0x1E, 0x2B),
    }
}

/// The bytes of a PDF.
///
/// # Errors
///
/// If it cannot be written.
pub fn write(sheet: &Sheet, proposals: &[Proposal]) -> Result<Vec<u8>> {
    let fonts = Fonts::load();
    let cards: Vec<layout::Card<'_>> =
        proposals.iter().flat_map(|proposal| layout::cards(&fonts, proposal)).collect();
    let mut pdf = Pdf::new(&sheet.title, sheet.lang)?;
    for four in cards.chunks(4) {
        pdf.page(|page| draw::sheet(page, &fonts, sheet, four))?;
    }
    pdf.finish()
}

#[cfg(test)]
mod tests;
