//! What stands where on a card, and how large.

use super::Proposal;
use crate::exports::pdf;
use crate::picture::{Fonts, Style, drawable, drawable_lines, wrap};

/// A card's size: A6.
pub const WIDTH: f32 = pdf::WIDTH / 2.0;
/// See [`WIDTH`].
pub const HEIGHT: f32 = pdf::HEIGHT / 2.0;
/// The empty edge, more than any printer leaves out.
pub const MARGIN: f32 = 28.0;
/// What is left between the edges.
pub const INSIDE: f32 = WIDTH - 2.0 * MARGIN;
/// Where the number stands.
pub const NUMBER: Style = Style { size: 40.0, leading: 46.0, bold: true };
/// The call's question.
pub const CALL: Style = Style { size: 9.5, leading: 12.5, bold: false };
/// How many lines of it are shown.
pub const CALL_LINES: usize = 2;
/// The side of the QR code.
pub const CODE: f32 = 58.0;
/// From the upper edge to where words may begin, and from there to where the foot begins.
pub const WORDS_TOP: f32 = MARGIN + 14.0 + NUMBER.leading + CALL.leading * CALL_LINES as f32 + 10.0;
/// See [`WORDS_TOP`].
pub const WORDS_HEIGHT: f32 = HEIGHT - MARGIN - CODE - 12.0 - WORDS_TOP;
/// Between a picture and the words below it.
const GAP: f32 = 8.0;
/// How much of the room words may take from a picture.
const BESIDE_PICTURE: f32 = 0.5;

/// The sizes that are tried, the largest first; the last is what is read across a table.
const SIZES: [f32; 6] = [24.0, 21.0, 18.0, 16.0, 14.0, 12.5];

/// One card.
#[derive(Debug, Clone)]
pub struct Card<'a> {
    pub proposal: &'a Proposal,
    pub call: Vec<String>,
    /// Which of how many of this proposal, counted from 1.
    pub part: (usize, usize),
    /// How high the picture may be; none: it is not on this card.
    pub picture: Option<f32>,
    pub lines: Vec<String>,
    pub style: Style,
}

fn style(size: f32) -> Style {
    Style { size, leading: size * 1.3, bold: false }
}

/// The cards of a proposal: one, unless there is too much to say.
pub fn cards<'a>(fonts: &Fonts, proposal: &'a Proposal) -> Vec<Card<'a>> {
    let words = drawable_lines(fonts, &proposal.words);
    let call = wrap(fonts, &drawable(fonts, &proposal.call), CALL, INSIDE, CALL_LINES);
    let has_words = words.iter().any(|line| !line.is_empty());
    let card =
        |picture, lines, style| Card { proposal, call: call.clone(), part: (1, 1), picture, lines, style };
    let mut cards = match (&proposal.picture, has_words) {
        (Some(_), false) => vec![card(Some(WORDS_HEIGHT), Vec::new(), style(SIZES[0]))],
        (Some(_), true) => match fitting(fonts, &words, WORDS_HEIGHT * BESIDE_PICTURE) {
            Some((lines, style)) => {
                let left = WORDS_HEIGHT - GAP - lines.len() as f32 * style.leading;
                vec![card(Some(left), lines, style)]
            }
            None => {
                let mut cards = vec![card(Some(WORDS_HEIGHT), Vec::new(), style(SIZES[0]))];
                cards
                    .extend(pieces(fonts, &words).into_iter().map(|(lines, style)| card(None, lines, style)));
                cards
            }
        },
        (None, _) => {
            pieces(fonts, &words).into_iter().map(|(lines, style)| card(None, lines, style)).collect()
        }
    };
    let count = cards.len();
    for (at, card) in cards.iter_mut().enumerate() {
        card.part = (at + 1, count);
    }
    cards
}

/// Words on as many cards as they need.
fn pieces(fonts: &Fonts, words: &[String]) -> Vec<(Vec<String>, Style)> {
    if let Some(whole) = fitting(fonts, words, WORDS_HEIGHT) {
        return vec![whole];
    }
    let smallest = style(SIZES[SIZES.len() - 1]);
    let lines = lines(fonts, words, smallest);
    let most = (WORDS_HEIGHT / smallest.leading) as usize;
    // Evenly, so that no card has a single word.
    let each = lines.len().div_ceil(lines.len().div_ceil(most.max(1)).max(1));
    lines.chunks(each.max(1)).map(|piece| (piece.to_vec(), smallest)).collect()
}

/// All words within this height, as large as possible; none: they do not fit.
fn fitting(fonts: &Fonts, words: &[String], height: f32) -> Option<(Vec<String>, Style)> {
    SIZES.into_iter().map(style).enumerate().find_map(|(at, style)| {
        // A word is broken inside only where it would not fit at any size.
        let longest = words.iter().flat_map(|line| line.split(' ')).map(|word| fonts.width(word, style));
        if at + 1 < SIZES.len() && longest.fold(0.0, f32::max) > INSIDE {
            return None;
        }
        let lines = lines(fonts, words, style);
        (lines.len() as f32 * style.leading <= height).then_some((lines, style))
    })
}

fn lines(fonts: &Fonts, words: &[String], style: Style) -> Vec<String> {
    let lines = words.iter().flat_map(|line| match line.is_empty() {
        true => vec![String::new()],
        false => wrap(fonts, line, style, INSIDE, usize::MAX),
    });
    lines.collect()
}
