//! What the shapes of the dots mean: each shape once with its words, on as many lines as need be.

use super::{Kind, Placed, SMALL, colour, outline, size};
use crate::picture::block::Block;
use crate::picture::colour::INK;
use crate::picture::font::Fonts;
use crate::picture::words::{drawable, one_line};
use crate::picture::{MARGIN, RIGHT};

/// Between a shape and its words.
const AFTER_MARK: f32 = 14.0;
/// From the words to the next shape's left.
const BETWEEN: f32 = 40.0;
/// The most lines it takes.
const MOST_LINES: usize = 3;

/// Adds the legend below what is there.
pub fn legend(fonts: &Fonts, legend: &[(Kind, String)], block: &mut Block) {
    let names = legend.iter().map(|(kind, name)| (*kind, drawable(fonts, name)));
    let names: Vec<(Kind, String)> = names.filter(|(_, name)| !name.is_empty()).collect();
    if names.is_empty() {
        return;
    }
    block.space(20.0);
    let (mut x, mut line) = (MARGIN, 1);
    for (kind, name) in names {
        let half = size(0, kind);
        let before = 2.0 * half + AFTER_MARK;
        let name = one_line(fonts, &name, SMALL, RIGHT - MARGIN - before);
        let width = before + fonts.width(&name, SMALL);
        if x > MARGIN && x + width > RIGHT {
            if line == MOST_LINES {
                break;
            }
            block.space(SMALL.leading);
            (x, line) = (MARGIN, line + 1);
        }
        let y = block.height + SMALL.leading / 2.0;
        block.filled(outline(&Placed { x: x + half, y, size: half, kind }, 0.0), colour(kind));
        let baseline = (block.height + SMALL.baseline()).round();
        block.words(name, SMALL, x + before, baseline, INK);
        x += width + BETWEEN;
    }
    block.space(SMALL.leading);
}
