//! Draws a sheet: four cards and the marks to cut along.

use super::Sheet;
use super::layout::{CALL, CODE, Card, HEIGHT, INSIDE, MARGIN, NUMBER, WIDTH, WORDS_HEIGHT, WORDS_TOP};
use crate::exports::pdf::{self, Page};
use crate::picture::{Colour, Fonts, INK, QUIET, Style, drawable, wrap};

/// The band that says the direction.
const BAND: f32 = 7.0;
/// The marks to cut along: how long, and how thick.
const MARK: (f32, f32) = (14.0, 0.5);
const MARK_COLOUR: Colour = Colour(0x9A, 0xA4, 0xB0);
/// Which card of several it is.
const PART: Style = Style { size: 14.0, leading: 18.0, bold: true };
/// The direction's name.
const DIRECTION: Style = Style { size: 9.5, leading: 12.0, bold: true };
const DIRECTION_LINES: usize = 2;
/// Beside the QR code.
const HINT: Style = Style { size: 8.5, leading: 11.5, bold: false };
const HINT_LINES: usize = 4;

/// Up to four cards.
pub fn sheet(page: &mut Page<'_>, fonts: &Fonts, sheet: &Sheet, cards: &[Card<'_>]) {
    for (at, one) in cards.iter().enumerate() {
        card(page, fonts, sheet, one, (at % 2) as f32 * WIDTH, (at / 2) as f32 * HEIGHT);
    }
    marks(page);
}

/// Along both middles: at the edges of the sheet, and where they cross.
fn marks(page: &mut Page<'_>) {
    let (long, thick) = MARK;
    let (x, y) = (WIDTH - thick / 2.0, HEIGHT - thick / 2.0);
    for top in [0.0, HEIGHT - long, pdf::HEIGHT - 2.0 * long] {
        page.filled((x, top, thick, 2.0 * long), MARK_COLOUR);
    }
    for left in [0.0, WIDTH - long, pdf::WIDTH - 2.0 * long] {
        page.filled((left, y, 2.0 * long, thick), MARK_COLOUR);
    }
}

fn card(page: &mut Page<'_>, fonts: &Fonts, sheet: &Sheet, card: &Card<'_>, left: f32, top: f32) {
    let x = left + MARGIN;
    page.filled((x, top + MARGIN, INSIDE, BAND), card.proposal.colour);
    let mut baseline = top + MARGIN + 14.0 + NUMBER.baseline();
    page.words(&card.proposal.number, NUMBER, x, baseline, INK);
    direction(page, fonts, card, x, top + MARGIN + BAND);
    if card.part.1 > 1 {
        let part = format!("{}/{}", card.part.0, card.part.1);
        page.words(&part, PART, x + INSIDE - fonts.width(&part, PART), baseline, QUIET);
    }
    baseline = top + MARGIN + 14.0 + NUMBER.leading;
    for line in &card.call {
        page.words(line, CALL, x, baseline + CALL.baseline(), QUIET);
        baseline += CALL.leading;
    }
    let mut at = top + WORDS_TOP;
    if let (Some(height), Some(picture)) = (card.picture, &card.proposal.picture) {
        page.picture(picture, (x, at, INSIDE, height));
        at = top + WORDS_TOP + WORDS_HEIGHT - card.lines.len() as f32 * card.style.leading;
    }
    for line in &card.lines {
        page.words(line, card.style, x, at + card.style.baseline(), INK);
        at += card.style.leading;
    }
    foot(page, fonts, sheet, card, x, top + HEIGHT - MARGIN - CODE);
}

/// The direction's name, at the right below the band, where the number leaves room.
fn direction(page: &mut Page<'_>, fonts: &Fonts, card: &Card<'_>, x: f32, top: f32) {
    let room = INSIDE - fonts.width(&card.proposal.number, NUMBER) - 14.0;
    let mut at = top + 4.0;
    for line in wrap(fonts, &drawable(fonts, &card.proposal.direction), DIRECTION, room, DIRECTION_LINES) {
        let left = x + INSIDE - fonts.width(&line, DIRECTION);
        page.words(&line, DIRECTION, left, at + DIRECTION.baseline(), INK);
        at += DIRECTION.leading;
    }
}

/// The way back to the bot.
fn foot(page: &mut Page<'_>, fonts: &Fonts, sheet: &Sheet, card: &Card<'_>, x: f32, top: f32) {
    page.code(&card.proposal.link, x + INSIDE - CODE, top, CODE);
    let hint = wrap(fonts, &sheet.hint, HINT, INSIDE - CODE - 14.0, HINT_LINES);
    let mut at = top + CODE - hint.len() as f32 * HINT.leading;
    for line in hint {
        page.words(&line, HINT, x, at + HINT.baseline(), QUIET);
        at += HINT.leading;
    }
}
