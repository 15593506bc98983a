//! Proposals as dots: the farther right, the more people agree; the higher, the more evenly all groups do.

mod labels;
mod legend;
#[cfg(test)]
mod tests;

use crate::picture::block::{Block, Item};
use crate::picture::canvas::Canvas;
use crate::picture::colour::{ACCENT, Colour, FIELD, INK, MUTED, PAPER, QUIET, TRACK, WARM};
use crate::picture::font::{Fonts, Style};
use crate::picture::shape::Shape;
use crate::picture::words::{drawable, wrap};
use crate::picture::{EDGE, MARGIN, RIGHT, WIDTH, unit};
use labels::Frame;

/// How high the picture is.
const HEIGHT: u32 = 1280;
const TITLE: Style = Style { size: 54.0, leading: 66.0, bold: true };
const SMALL: Style = Style { size: 34.0, leading: 46.0, bold: false };
/// How many dots may be there before they become smaller.
const FEW: usize = 60;

/// What the picture shows. All of it is plain text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dots {
    pub title: String,
    /// What is more at the right.
    pub x_label: String,
    /// What is more above.
    pub y_label: String,
    pub corners: Option<Corners>,
    /// What the kinds of dots are called, in that order.
    pub legend: Vec<(Kind, String)>,
    pub dots: Vec<Dot>,
    /// Something to know, under everything.
    pub note: String,
}

/// What a dot in each corner means, in a word or two.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Corners {
    pub top_left: String,
    pub top_right: String,
    pub bottom_left: String,
    pub bottom_right: String,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// What it is called in the chat: "12".
    pub number: String,
    /// From 0 to 1.
    pub x: f64,
    /// From 0 to 1, which is above.
    pub y: f64,
    pub kind: Kind,
}

/// What a proposal does to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A blue disc.
    Unifier,
    /// An orange diamond.
    Divider,
    /// A small grey dot.
    Other,
}

/// Draws the cloud as a PNG file.
pub fn dots(dots: &Dots) -> Vec<u8> {
    let fonts = Fonts::load();
    let mut canvas = Canvas::new(WIDTH, HEIGHT, PAPER);
    compose(&fonts, dots).draw(&fonts, &mut canvas, EDGE);
    canvas.png()
}

/// Everything on one block: words above, words below, and the field takes what is left between them.
fn compose(fonts: &Fonts, dots: &Dots) -> Block {
    let above = above(fonts, dots);
    let below = below(fonts, dots);
    let height = HEIGHT as f32 - 2.0 * EDGE;
    let (top, bottom) = (above.height, height - below.height);
    let mut block = above;
    field(fonts, dots, top, bottom, &mut block);
    for item in below.items {
        block.items.push(match item {
            Item::Words { text, style, x, baseline, colour } => {
                Item::Words { text, style, x, baseline: baseline + bottom, colour }
            }
            Item::Filled { shape, colour } => Item::Filled { shape: shape.moved(0.0, bottom), colour },
        });
    }
    block.height = height;
    block
}

/// The title, and what is more above.
fn above(fonts: &Fonts, dots: &Dots) -> Block {
    let mut block = Block::default();
    let title = wrap(fonts, &drawable(fonts, &dots.title), TITLE, RIGHT - MARGIN, 3);
    block.lines(title, TITLE, MARGIN, INK);
    block.space(20.0);
    let lines = wrap(fonts, &drawable(fonts, &dots.y_label), SMALL, RIGHT - MARGIN - 44.0, 2);
    if !lines.is_empty() {
        let middle = block.height + SMALL.leading / 2.0;
        block.filled(Shape::arrow_up(MARGIN + 14.0, middle - 20.0), QUIET);
        block.lines(lines, SMALL, MARGIN + 44.0, QUIET);
        block.space(14.0);
    }
    block
}

/// What is more at the right, what the dots are, and the note.
fn below(fonts: &Fonts, dots: &Dots) -> Block {
    let mut block = Block::default();
    block.space(14.0);
    let lines = wrap(fonts, &drawable(fonts, &dots.x_label), SMALL, RIGHT - MARGIN - 60.0, 2);
    if !lines.is_empty() {
        block.filled(Shape::arrow_right(RIGHT, block.height + SMALL.leading / 2.0), QUIET);
    }
    for line in lines {
        let baseline = (block.height + SMALL.baseline()).round();
        block.words_to(fonts, line, SMALL, RIGHT - 60.0, baseline, QUIET);
        block.space(SMALL.leading);
    }
    legend::legend(fonts, &dots.legend, &mut block);
    let note = wrap(fonts, &drawable(fonts, &dots.note), SMALL, RIGHT - MARGIN, 4);
    if !note.is_empty() {
        block.space(20.0);
        block.lines(note, SMALL, MARGIN, QUIET);
    }
    block
}

/// The field with its cross, the words in its corners, the dots and their numbers.
fn field(fonts: &Fonts, dots: &Dots, top: f32, bottom: f32, block: &mut Block) {
    block.filled(Shape::bar(MARGIN, top, RIGHT - MARGIN, bottom - top, 20.0), FIELD);
    let (middle, centre) = ((MARGIN + RIGHT) / 2.0, (top + bottom) / 2.0);
    block.filled(Shape::bar(middle - 1.0, top, 2.0, bottom - top, 0.0), TRACK);
    block.filled(Shape::bar(MARGIN, centre - 1.0, RIGHT - MARGIN, 2.0, 0.0), TRACK);

    let band = dots.corners.as_ref().map_or(0.0, |corners| in_corners(fonts, corners, top, bottom, block));
    let (inset, most) = (44.0, size(dots.dots.len(), Kind::Unifier));
    let data = Frame {
        left: MARGIN + inset,
        top: top + band.max(inset - most) + most,
        right: RIGHT - inset,
        bottom: bottom - band.max(inset - most) - most,
    };
    let placed: Vec<Placed> = dots.dots.iter().map(|dot| placed(dot, &data, dots.dots.len())).collect();
    for kind in [Kind::Other, Kind::Divider, Kind::Unifier] {
        for dot in placed.iter().filter(|dot| dot.kind == kind) {
            mark(block, dot);
        }
    }
    let room = Frame { left: MARGIN, right: RIGHT, top: top + band, bottom: bottom - band };
    let numbers: Vec<String> = dots.dots.iter().map(|dot| drawable(fonts, &dot.number)).collect();
    labels::label(fonts, &placed, &numbers, &room, block);
}

/// Writes the words into the field's corners; returns how much of its upper and lower edge they take.
fn in_corners(fonts: &Fonts, corners: &Corners, top: f32, bottom: f32, block: &mut Block) -> f32 {
    const INSET: f32 = 22.0;
    let width = (RIGHT - MARGIN) / 2.0 - 2.0 * INSET;
    let lines = |text: &str| wrap(fonts, &drawable(fonts, text), SMALL, width, 2);
    let rows = [
        (lines(&corners.top_left), lines(&corners.top_right)),
        (lines(&corners.bottom_left), lines(&corners.bottom_right)),
    ];
    let tallest = rows.iter().map(|(left, right)| left.len().max(right.len())).max().unwrap_or(0);
    let band = tallest as f32 * SMALL.leading + 14.0;
    for (number, (left, right)) in rows.into_iter().enumerate() {
        let start = |lines: &[String]| match number {
            0 => top + 14.0,
            _ => bottom - 14.0 - lines.len() as f32 * SMALL.leading,
        };
        let from = start(&left);
        for (line, text) in left.into_iter().enumerate() {
            let baseline = from + SMALL.leading * line as f32 + SMALL.baseline();
            block.words(text, SMALL, MARGIN + INSET, baseline, QUIET);
        }
        let from = start(&right);
        for (line, text) in right.into_iter().enumerate() {
            let baseline = from + SMALL.leading * line as f32 + SMALL.baseline();
            block.words_to(fonts, text, SMALL, RIGHT - INSET, baseline, QUIET);
        }
    }
    band
}

/// A dot on the picture.
#[derive(Debug, Clone, Copy)]
struct Placed {
    x: f32,
    y: f32,
    /// Half as wide and high as it is.
    size: f32,
    kind: Kind,
}

fn placed(dot: &Dot, data: &Frame, all: usize) -> Placed {
    Placed {
        x: data.left + (data.right - data.left) * unit(dot.x),
        y: data.bottom - (data.bottom - data.top) * unit(dot.y),
        size: size(all, dot.kind),
        kind: dot.kind,
    }
}

/// Half a dot's width, which shrinks where there are many.
fn size(all: usize, kind: Kind) -> f32 {
    match (kind, all > FEW) {
        (Kind::Unifier, false) => 17.0,
        (Kind::Unifier, true) => 13.0,
        (Kind::Divider, false) => 20.0,
        (Kind::Divider, true) => 15.0,
        (Kind::Other, false) => 10.0,
        (Kind::Other, true) => 7.0,
    }
}

/// A dot with a thin light edge, which keeps it apart from those that it covers.
fn mark(block: &mut Block, dot: &Placed) {
    block.filled(outline(dot, 2.5), FIELD);
    block.filled(outline(dot, 0.0), colour(dot.kind));
}

fn outline(dot: &Placed, more: f32) -> Shape {
    match dot.kind {
        Kind::Divider => Shape::diamond(dot.x, dot.y, dot.size + more * 1.5),
        Kind::Unifier | Kind::Other => Shape::circle(dot.x, dot.y, dot.size + more),
    }
}

fn colour(kind: Kind) -> Colour {
    match kind {
        Kind::Unifier => ACCENT,
        Kind::Divider => WARM,
        Kind::Other => MUTED,
    }
}
