//! How a result is divided into pictures: one if it can be, otherwise as few as there can be, of like height.

use super::Bars;
use super::row::{Grid, NAME, SMALL, pieces};
use crate::picture::block::Block;
use crate::picture::colour::{INK, QUIET, TRACK};
use crate::picture::font::{Fonts, Style};
use crate::picture::shape::Shape;
use crate::picture::words::{one_line, wrap};
use crate::picture::{EDGE, MARGIN, MOST_HEIGHT, RIGHT};

const TITLE: Style = Style { size: 54.0, leading: 66.0, bold: true };

/// Blocks of one picture, from top to bottom.
pub struct Page {
    pub blocks: Vec<Block>,
}

impl Page {
    /// How high the picture is.
    pub fn height(&self) -> f32 {
        2.0 * EDGE + self.blocks.iter().map(|block| block.height).sum::<f32>()
    }
}

/// Lays everything out: roomy, or compact where that saves a picture.
pub fn pages(fonts: &Fonts, bars: &Bars) -> Vec<Page> {
    let (roomy, compact) =
        (laid(fonts, bars, &Grid::roomy(fonts, bars)), laid(fonts, bars, &Grid::compact(fonts, bars)));
    if compact.len() < roomy.len() { compact } else { roomy }
}

fn laid(fonts: &Fonts, bars: &Bars, grid: &Grid) -> Vec<Page> {
    let room = MOST_HEIGHT as f32 - 2.0 * EDGE;
    let body = body(fonts, bars, grid);
    let heights: Vec<f32> = body.iter().map(|block| block.height).collect();
    let alone = header(fonts, bars, None);
    if alone.height + heights.iter().sum::<f32>() <= room {
        return vec![Page { blocks: stacked(alone, body) }];
    }
    // How many pictures there are is known only after dividing, but the room for saying so is always the same.
    let (first, next) = (header(fonts, bars, Some("")).height, again(fonts, bars, "").height);
    let counts = evenly(first, next, &heights, room);
    let mut rest = body.into_iter();
    let page = |(number, count): (usize, &usize)| {
        let hint = format!("{}/{}", number + 1, counts.len());
        let head = if number == 0 { header(fonts, bars, Some(&hint)) } else { again(fonts, bars, &hint) };
        Page { blocks: stacked(head, rest.by_ref().take(*count).collect()) }
    };
    counts.iter().enumerate().map(page).collect()
}

fn stacked(header: Block, body: Vec<Block>) -> Vec<Block> {
    std::iter::once(header).chain(body).collect()
}

/// The options, each with the room above it, and the note.
fn body(fonts: &Fonts, bars: &Bars, grid: &Grid) -> Vec<Block> {
    let rows = bars.rows.iter().flat_map(|row| pieces(fonts, grid, row));
    rows.chain(note(fonts, bars)).collect()
}

/// Title and turnout, and at the right which picture this is.
fn header(fonts: &Fonts, bars: &Bars, hint: Option<&str>) -> Block {
    let mut block = Block::default();
    let room = hint.map_or(0.0, |hint| corner(fonts, &mut block, hint, TITLE));
    block.lines(wrap(fonts, &bars.title, TITLE, RIGHT - MARGIN - room, 4), TITLE, MARGIN, INK);
    if hint.is_some() {
        block.height = block.height.max(TITLE.leading);
    }
    let subtitle = wrap(fonts, &bars.subtitle, SMALL, RIGHT - MARGIN, 3);
    if !subtitle.is_empty() {
        block.space(8.0);
    }
    block.lines(subtitle, SMALL, MARGIN, QUIET);
    block
}

/// The title once more, on the pictures after the first.
fn again(fonts: &Fonts, bars: &Bars, hint: &str) -> Block {
    let mut block = Block::default();
    let style = NAME.weight(true);
    let room = corner(fonts, &mut block, hint, style);
    block.lines(vec![one_line(fonts, &bars.title, style, RIGHT - MARGIN - room)], style, MARGIN, QUIET);
    block
}

/// Writes which picture this is into the upper right corner, on a line of that style; returns the room it takes.
fn corner(fonts: &Fonts, block: &mut Block, hint: &str, line: Style) -> f32 {
    block.words_to(fonts, hint.to_owned(), SMALL, RIGHT, line.baseline().round(), QUIET);
    fonts.width("99/99", SMALL) + 24.0
}

/// What there is to know, under a hairline.
fn note(fonts: &Fonts, bars: &Bars) -> Option<Block> {
    let lines = wrap(fonts, &bars.note, SMALL, RIGHT - MARGIN, 6);
    (!lines.is_empty()).then(|| {
        let mut block = Block::default();
        block.filled(Shape::bar(MARGIN, 36.0, RIGHT - MARGIN, 2.0, 0.0), TRACK);
        block.space(54.0);
        block.lines(lines, SMALL, MARGIN, QUIET);
        block
    })
}

/// How many blocks go onto each page, so that there are as few pages as can be and the highest is as low as can be.
fn evenly(first: f32, next: f32, heights: &[f32], most: f32) -> Vec<usize> {
    let fewest = divided(first, next, heights, most);
    let lower = (1u8..100).map(|step| divided(first, next, heights, most * (1.0 - f32::from(step) / 100.0)));
    // A title does not go onto a picture of its own for the sake of evenness.
    let as_good = |counts: &Vec<usize>| counts.len() <= fewest.len() && counts[0] >= fewest[0].min(1);
    lower.take_while(as_good).last().unwrap_or_else(|| fewest.clone())
}

/// Fills page after page. Every page but the first takes at least one block, however high.
fn divided(first: f32, next: f32, heights: &[f32], most: f32) -> Vec<usize> {
    let (mut counts, mut used) = (vec![0], first);
    for height in heights {
        let page = counts.len() - 1;
        if used + height > most && (page == 0 || counts[page] > 0) {
            counts.push(1);
            used = next + height;
        } else {
            counts[page] += 1;
            used += height;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pages_are_few_and_of_like_height() {
        assert_eq!(divided(100.0, 50.0, &[200.0; 7], 900.0), [4, 3]);
        assert_eq!(evenly(100.0, 50.0, &[200.0; 5], 900.0), [2, 3]);
        assert_eq!(evenly(100.0, 50.0, &[200.0; 3], 900.0), [3]);
        assert_eq!(evenly(100.0, 50.0, &[], 900.0), [0]);
    }

    proptest! {
        #[test]
        fn every_block_is_on_a_page_and_no_page_is_too_high(
            first in 0f32..700.0, heights in prop::collection::vec(50f32..1000.0, 0..40),
        ) {
            let (next, most) = (50.0, 1168.0);
            let counts = evenly(first, next, &heights, most);
            prop_assert_eq!(counts.iter().sum::<usize>(), heights.len());
            let mut from = 0;
            for (page, count) in counts.iter().enumerate() {
                let head = if page == 0 { first } else { next };
                let height = head + heights[from..from + count].iter().sum::<f32>();
                prop_assert!(height <= most, "page {page}: {height}");
                from += count;
            }
            prop_assert_eq!(counts.len(), divided(first, next, &heights, most).len());
        }
    }
}
