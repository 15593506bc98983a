//! For tests: a picture as it is seen, and what must hold for any.

use super::block::{Block, Item};
use super::colour::{Colour, PAPER};
use super::font::Fonts;
use super::{EDGE, MARGIN, RIGHT, WIDTH};

/// A decoded picture.
pub struct Seen {
    pub width: u32,
    pub height: u32,
    pixels: Vec<u8>,
}

impl Seen {
    pub fn decode(file: &[u8]) -> Self {
        let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("of some size")];
        let info = reader.next_frame(&mut pixels).expect("whole");
        assert_eq!((info.color_type, info.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight));
        Self { width: info.width, height: info.height, pixels }
    }

    pub fn at(&self, x: u32, y: u32) -> Colour {
        let at = (y * self.width + x) as usize * 3;
        Colour(self.pixels[at], self.pixels[at + 1], self.pixels[at + 2])
    }

    /// Where something is of exactly that colour.
    pub fn of(&self, colour: Colour) -> Vec<(u32, u32)> {
        let all = (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y)));
        all.filter(|&(x, y)| self.at(x, y) == colour).collect()
    }

    /// The longest line of that colour from left to right.
    pub fn longest(&self, colour: Colour) -> usize {
        let rows = (0..self.height).flat_map(|y| {
            let row: Vec<bool> = (0..self.width).map(|x| self.at(x, y) == colour).collect();
            row.split(|of| !of).map(<[bool]>::len).collect::<Vec<_>>()
        });
        rows.max().unwrap_or(0)
    }

    /// Telegram's limits for photos, and the empty edges.
    pub fn is_sound(&self) {
        assert_eq!(self.width, WIDTH);
        assert!(self.width + self.height <= 10_000 && self.width <= 20 * self.height);
        // Letters may lean a little out of their boxes.
        const LEAN: u32 = 4;
        let (side, edge) = (MARGIN as u32 - LEAN, EDGE as u32 - LEAN);
        let rows = || (0..edge).chain(self.height - edge..self.height);
        let columns = || (0..side).chain(self.width - side..self.width);
        let outside = rows().flat_map(|y| (0..self.width).map(move |x| (x, y)));
        let outside = outside.chain(columns().flat_map(|x| (0..self.height).map(move |y| (x, y))));
        for (x, y) in outside {
            assert!(self.at(x, y) == PAPER, "something at {x}, {y}");
        }
    }
}

/// All words of a block.
pub fn words(block: &Block) -> Vec<&str> {
    let mut words = Vec::new();
    for item in &block.items {
        if let Item::Words { text, .. } = item {
            words.push(text.as_str());
        }
    }
    words
}

/// Nothing reaches out of its block.
pub fn is_within(fonts: &Fonts, block: &Block) {
    for item in &block.items {
        let (left, top, right, bottom) = match item {
            Item::Words { text, style, x, baseline, .. } => {
                let top = baseline - 2.0 * style.half_capital();
                (*x, top, x + fonts.width(text, *style), *baseline)
            }
            Item::Filled { shape, .. } => shape.bounds().expect("not empty"),
        };
        assert!(left >= MARGIN - 0.5 && right <= RIGHT + 0.5, "from {left} to {right}");
        assert!(top >= -0.5 && bottom <= block.height + 0.5, "from {top} to {bottom} of {}", block.height);
    }
}
