//! Pictures for phones: the result of a vote as bars, and proposals as a cloud of dots.
//!
//! Each is a PNG of its own light card, 1080 pixels wide and at most 1440 high, the form of a phone's upright photo.
//! Telegram shrinks what is longer than 1280, so a picture keeps at least 960 pixels of its width; on a screen 390 points
//! wide the smallest letters, of 34 pixels, are 12 points. The same content always makes the same bytes.

mod bars;
mod block;
mod canvas;
mod colour;
mod dots;
mod font;
#[cfg(test)]
mod seen;
mod shape;
mod words;

pub use bars::{Bar, Bars, Share, Standing, bars};
pub(crate) use colour::{ACCENT, Colour, INK, MUTED, QUIET};
pub use dots::{Corners, Dot, Dots, Kind, dots};
pub(crate) use font::{BOLD, Fonts, REGULAR, Style};
pub(crate) use words::{drawable, drawable_lines, wrap};

/// How wide every picture is, in pixels.
pub const WIDTH: u32 = 1080;
/// How high a picture may be.
pub const MOST_HEIGHT: u32 = 1440;

/// The empty edge on the left and on the right.
const MARGIN: f32 = 48.0;
/// Where words end.
const RIGHT: f32 = WIDTH as f32 - MARGIN;
/// The empty edge above and below.
const EDGE: f32 = 48.0;

/// A share as a length from 0 to 1, whatever number it was.
fn unit(share: f64) -> f32 {
    if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) as f32 }
}
