//! The colours of the pictures: dark words on a light card, blue for what won or unites, orange for what divides.
//!
//! Blue and orange stay apart for colour-blind eyes, and nothing is told by colour alone.

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// The card.
pub const PAPER: Colour = Colour(0xFD, 0xFD, 0xFC);
/// The field that dots lie on.
pub const FIELD: Colour = Colour(0xF2, 0xF4, 0xF7);
/// Hairlines, and the empty part of a bar.
pub const TRACK: Colour = Colour(0xE6, 0xEA, 0xEF);
/// Words.
pub const INK: Colour = Colour(0x15, 0x1E, 0x2B);
/// Words that explain.
pub const QUIET: Colour = Colour(0x50, 0x5E, 0x70);
/// What won, and what unites.
pub const ACCENT: Colour = Colour(0x14, 0x57, 0xC2);
/// What divides.
pub const WARM: Colour = Colour(0xB4, 0x46, 0x0C);
/// The bars and dots of all others.
pub const MUTED: Colour = Colour(0x7E, 0x8C, 0x9E);

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2's relative luminance.
    fn luminance(Colour(r, g, b): Colour) -> f64 {
        let linear = |channel: u8| match f64::from(channel) / 255.0 {
            c if c <= 0.04045 => c / 12.92,
            c => ((c + 0.055) / 1.055).powf(2.4),
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(one: Colour, other: Colour) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_word_stands_out_from_what_it_is_written_on() {
        for words in [INK, QUIET, ACCENT, WARM] {
            for ground in [PAPER, FIELD] {
                let contrast = contrast(words, ground);
                assert!(contrast >= 4.5, "{words:?} on {ground:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn every_shape_stands_out_from_what_it_lies_on() {
        for shape in [ACCENT, WARM, MUTED] {
            for ground in [PAPER, FIELD] {
                let contrast = contrast(shape, ground);
                assert!(contrast >= 3.0, "{shape:?} on {ground:?}: {contrast:.2}");
            }
        }
        assert!(contrast(PAPER, ACCENT) >= 4.5, "the mark in a winner's badge");
        assert!(contrast(ACCENT, MUTED) >= 1.8, "a winner's bar and another's without colour");
    }
}
