//! One option as it is drawn: its name, its bar with the number of votes, and how each group chose.

use super::{Bar, Bars, Share, Standing};
use crate::picture::block::Block;
use crate::picture::colour::{ACCENT, Colour, INK, MUTED, PAPER, QUIET, TRACK};
use crate::picture::font::{Fonts, Style};
use crate::picture::shape::Shape;
use crate::picture::words::{one_line, wrap};
use crate::picture::{MARGIN, RIGHT, unit};

/// An option's name, and the number of its votes.
pub const NAME: Style = Style { size: 38.0, leading: 48.0, bold: false };
/// The same where room is short.
const SHORTER: Style = Style { size: 36.0, leading: 45.0, bold: false };
/// Groups, turnout, notes: the smallest there is.
pub const SMALL: Style = Style { size: 34.0, leading: 46.0, bold: false };

/// The room on the left where winners' ticks stand.
const GUTTER: f32 = 64.0;
/// How high the bar of a group is.
const THIN: f32 = 14.0;
/// Between words and a bar.
const GAP: f32 = 24.0;
/// How long the bar of a group is that shares its line with others.
const SHORT: f32 = 56.0;
/// Between the parts of such a group.
const INSIDE: f32 = 12.0;
/// The most lines that an option's name takes: enough for 100 of the widest letters.
const MOST_LINES: usize = 6;
/// How many groups an option shows before they go on in another piece: as many as fit on a picture for sure.
const MOST_GROUPS: usize = 8;

/// Where everything is; the same for all options, so that bars can be compared.
pub struct Grid {
    /// Where names and bars begin.
    left: f32,
    /// How much the longest number of votes takes.
    value: f32,
    /// How much a group's name takes at most.
    group: f32,
    /// How much a group's words take at most.
    text: f32,
    /// How groups stand.
    groups: Groups,
    /// How an option's name and its votes are set.
    name: Style,
    /// How high the bar of an option is.
    thick: f32,
    /// Above each option.
    between: f32,
}

/// How an option's groups stand.
enum Groups {
    /// Each on its line, with a long bar.
    Listed,
    /// Several on a line, with short bars, each beginning at a multiple of that width.
    Beside(f32),
}

impl Grid {
    /// With a line for each group and room around.
    pub fn roomy(fonts: &Fonts, bars: &Bars) -> Self {
        let left = left(bars);
        let room = RIGHT - left;
        let value = widest(fonts, bars.rows.iter().map(|row| &row.value), NAME.weight(true)).min(room * 0.45);
        let groups = || bars.rows.iter().flat_map(|row| &row.groups);
        let group = widest(fonts, groups().map(|group| &group.label), SMALL).min(room * 0.45);
        let text = widest(fonts, groups().map(|group| &group.text), SMALL).min(room * 0.3);
        Self { left, value, group, text, groups: Groups::Listed, name: NAME, thick: 32.0, between: 52.0 }
    }

    /// With as many groups beside each other as fit.
    pub fn compact(fonts: &Fonts, bars: &Bars) -> Self {
        let roomy = Self::roomy(fonts, bars);
        let room = RIGHT - roomy.left + GAP;
        let names = bars.rows.iter().flat_map(|row| &row.groups).map(|group| &group.label);
        // A name may have a whole line but for its bar and its words.
        let group = widest(fonts, names, SMALL).min(room - GAP - roomy.chip(0.0));
        let columns = (room / (roomy.chip(group) + GAP)).floor();
        // Where no two of the longest fit, narrow steps let long and short share a line and still align.
        let step = if columns > 1.0 { room / columns } else { room / 8.0 };
        Self { group, groups: Groups::Beside(step), name: SHORTER, thick: 26.0, between: 36.0, ..roomy }
    }

    /// How wide a group is that shares its line with others: its bar, its name, its words.
    fn chip(&self, name: f32) -> f32 {
        SHORT + name + self.text + 2.0 * INSIDE
    }
}

fn left(bars: &Bars) -> f32 {
    let marked = bars.rows.iter().any(|row| row.standing != Standing::Lost);
    if marked { MARGIN + GUTTER } else { MARGIN }
}

fn widest<'a>(fonts: &Fonts, texts: impl Iterator<Item = &'a String>, style: Style) -> f32 {
    texts.map(|text| fonts.width(text, style).ceil()).fold(0.0, f32::max)
}

/// An option in one piece, or in several if it has very many groups.
pub fn pieces(fonts: &Fonts, grid: &Grid, row: &Bar) -> Vec<Block> {
    let mut chunks = row.groups.chunks(MOST_GROUPS);
    let first = piece(fonts, grid, row, chunks.next().unwrap_or_default());
    std::iter::once(first).chain(chunks.map(|groups| piece(fonts, grid, row, groups))).collect()
}

fn piece(fonts: &Fonts, grid: &Grid, row: &Bar, groups: &[Share]) -> Block {
    let mut block = Block::default();
    block.space(grid.between);
    badge(&mut block, row.standing, grid.name.leading);
    let name = grid.name.weight(row.standing != Standing::Lost);
    block.lines(wrap(fonts, &row.label, name, RIGHT - grid.left, MOST_LINES), name, grid.left, INK);
    block.space(6.0);
    votes(fonts, grid, row, &mut block);
    if !groups.is_empty() {
        block.space(8.0);
        match grid.groups {
            Groups::Listed => listed(fonts, grid, row.standing, groups, &mut block),
            Groups::Beside(step) => beside(fonts, grid, step, row.standing, groups, &mut block),
        }
    }
    block
}

/// The mark in front of the name's first line: a tick in a disc, or an equals sign in a ring.
fn badge(block: &mut Block, standing: Standing, line: f32) {
    let (x, y, radius) = (MARGIN + 22.0, block.height + line / 2.0, 22.0);
    let disc = Shape::circle(x, y, radius);
    match standing {
        Standing::Won => {
            block.filled(disc, ACCENT);
            block.filled(Shape::check(x, y + 1.0, 24.0), PAPER);
        }
        Standing::Tied => {
            block.filled(disc.without(&Shape::circle(x, y, radius - 4.0)), ACCENT);
            for line in [-7.5, 3.5] {
                block.filled(Shape::bar(x - 10.0, y + line, 20.0, 4.0, 1.0), ACCENT);
            }
        }
        Standing::Lost => {}
    }
}

/// The bar, and the number of votes at its right.
fn votes(fonts: &Fonts, grid: &Grid, row: &Bar, block: &mut Block) {
    let line = grid.thick + 10.0;
    let length = RIGHT - grid.left - grid.value - GAP;
    let (top, middle) = (block.height + 5.0, block.height + line / 2.0);
    bar(block, (grid.left, top), (length, grid.thick), row.share, row.standing);
    let (style, colour) = match row.standing {
        Standing::Lost => (grid.name, INK),
        Standing::Won | Standing::Tied => (grid.name.weight(true), ACCENT),
    };
    let value = one_line(fonts, &row.value, style, grid.value);
    block.words_to(fonts, value, style, RIGHT, middle + style.half_capital(), colour);
    block.space(line);
}

/// A group on each line: its name, its bar, its words.
fn listed(fonts: &Fonts, grid: &Grid, standing: Standing, groups: &[Share], block: &mut Block) {
    let length = RIGHT - grid.left - grid.group - grid.text - 2.0 * GAP;
    for group in groups {
        let lines = wrap(fonts, &group.label, SMALL, grid.group, 2);
        let (middle, baseline) = (block.height + SMALL.leading / 2.0, block.height + SMALL.baseline());
        block.lines(lines, SMALL, grid.left, QUIET);
        let at = (grid.left + grid.group + GAP, middle - THIN / 2.0);
        solid(block, at, (length, THIN), group.share, colour(standing));
        let text = one_line(fonts, &group.text, SMALL, grid.text);
        block.words_to(fonts, text, SMALL, RIGHT, baseline, INK);
    }
}

/// Several groups on a line: the bar, the name, the words of each.
fn beside(fonts: &Fonts, grid: &Grid, step: f32, standing: Standing, groups: &[Share], block: &mut Block) {
    let mut x = grid.left;
    for group in groups {
        let label = one_line(fonts, &group.label, SMALL, grid.group);
        let name = fonts.width(&label, SMALL);
        if x + grid.chip(name) > RIGHT + 0.5 {
            x = grid.left;
            block.space(SMALL.leading);
        }
        let middle = block.height + SMALL.leading / 2.0;
        let baseline = middle + SMALL.half_capital();
        solid(block, (x, middle - THIN / 2.0), (SHORT, THIN), group.share, colour(standing));
        block.words(label, SMALL, x + SHORT + INSIDE, baseline, QUIET);
        let text = one_line(fonts, &group.text, SMALL, grid.text);
        block.words(text, SMALL, x + SHORT + name + 2.0 * INSIDE, baseline, INK);
        x += ((grid.chip(name) + GAP) / step - 0.01).ceil() * step;
    }
    block.space(SMALL.leading);
}

/// A filled bar on its track; returns what is filled of it.
fn solid(
    block: &mut Block,
    (x, y): (f32, f32),
    (length, height): (f32, f32),
    share: f64,
    colour: Colour,
) -> f32 {
    let radius = height / 4.0;
    block.filled(Shape::bar(x, y, length, height, radius), TRACK);
    let share = unit(share);
    let filled = if share == 0.0 { 0.0 } else { (length * share).max(2.0 * radius) };
    if filled > 0.0 {
        block.filled(Shape::bar(x, y, filled, height, radius), colour);
    }
    filled
}

/// The bar of an option; one that is tied is an outline.
fn bar(block: &mut Block, (x, y): (f32, f32), (length, height): (f32, f32), share: f64, standing: Standing) {
    const EDGE: f32 = 5.0;
    let filled = solid(block, (x, y), (length, height), share, colour(standing));
    if standing == Standing::Tied && filled > 3.0 * EDGE {
        let inner = Shape::bar(x + EDGE, y + EDGE, filled - 2.0 * EDGE, height - 2.0 * EDGE, 4.0);
        block.filled(inner, PAPER);
    }
}

fn colour(standing: Standing) -> Colour {
    match standing {
        Standing::Won | Standing::Tied => ACCENT,
        Standing::Lost => MUTED,
    }
}
