//! The result of a vote: a bar for each option, the winners marked, and under each bar how each group chose.
//!
//! Rows are drawn in the order they come: put the winners first, for people may look at the first picture only.

mod pages;
mod row;
#[cfg(test)]
mod tests;

use crate::picture::canvas::Canvas;
use crate::picture::colour::PAPER;
use crate::picture::font::Fonts;
use crate::picture::words::drawable;
use crate::picture::{EDGE, WIDTH};
use pages::Page;

/// What the pictures show. All of it is plain text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bars {
    pub title: String,
    /// The turnout.
    pub subtitle: String,
    pub rows: Vec<Bar>,
    /// Something to know, under everything.
    pub note: String,
}

/// An option.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: String,
    /// How many votes, in words: "18 голосів".
    pub value: String,
    /// How long its bar is, from 0 to 1 of the longest that could be.
    pub share: f64,
    pub standing: Standing,
    /// How each group chose; empty when groups are too small to tell.
    pub groups: Vec<Share>,
}

/// What came of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A solid blue bar and a tick.
    Won,
    /// A blue outline and an equals sign: it shares the last seats with others.
    Tied,
    /// A grey bar.
    Lost,
}

/// How a group chose an option.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    pub label: String,
    /// From 0 to 1.
    pub share: f64,
    /// In words: "7 з 10".
    pub text: String,
}

/// Draws the result: PNG files in order, one where everything fits, and never none.
pub fn bars(bars: &Bars) -> Vec<Vec<u8>> {
    let fonts = Fonts::load();
    pages::pages(&fonts, &readable(&fonts, bars)).iter().map(|page| drawn(&fonts, page)).collect()
}

/// The same in letters that there are.
fn readable(fonts: &Fonts, bars: &Bars) -> Bars {
    let words = |text: &str| drawable(fonts, text);
    let named = |text: &str| Some(words(text)).filter(|words| !words.is_empty()).unwrap_or("—".to_owned());
    let group =
        |share: &Share| Share { label: named(&share.label), share: share.share, text: words(&share.text) };
    let row = |bar: &Bar| Bar {
        label: named(&bar.label),
        value: words(&bar.value),
        share: bar.share,
        standing: bar.standing,
        groups: bar.groups.iter().map(group).collect(),
    };
    Bars {
        title: words(&bars.title),
        subtitle: words(&bars.subtitle),
        rows: bars.rows.iter().map(row).collect(),
        note: words(&bars.note),
    }
}

fn drawn(fonts: &Fonts, page: &Page) -> Vec<u8> {
    let mut canvas = Canvas::new(WIDTH, page.height() as u32, PAPER);
    let mut top = EDGE;
    for block in &page.blocks {
        block.draw(fonts, &mut canvas, top);
        top += block.height;
    }
    canvas.png()
}
