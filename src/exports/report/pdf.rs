//! A report on pages of A4: first everything is laid out, so that the list of parts knows their pages, then it is drawn.

use anyhow::Result;

use super::{Bar, Block, Report, size};
use crate::exports::pdf::{HEIGHT, Pdf, Picture, WIDTH};
use crate::picture::{ACCENT, Colour, Fonts, INK, QUIET, Style, drawable, drawable_lines, wrap};

const MARGIN: f32 = 62.0;
const INSIDE: f32 = WIDTH - 2.0 * MARGIN;
const TOP: f32 = 64.0;
const BOTTOM: f32 = HEIGHT - 70.0;
/// Where a page's number stands.
const FOOT: f32 = HEIGHT - 40.0;

const TITLE: Style = Style { size: 30.0, leading: 37.0, bold: true };
const SUBTITLE: Style = Style { size: 13.0, leading: 18.0, bold: false };
const PART: Style = Style { size: 21.0, leading: 27.0, bold: true };
const HEADING: Style = Style { size: 14.0, leading: 19.0, bold: true };
const TEXT: Style = Style { size: 10.5, leading: 15.0, bold: false };
const LEAD: Style = Style { size: 10.5, leading: 15.0, bold: true };
const NOTE: Style = Style { size: 9.0, leading: 12.5, bold: false };

/// What an item's words stand behind: its number.
const INDENT: f32 = 48.0;
/// How wide the names beside bars are, and the numbers behind them.
const LABEL: f32 = 150.0;
const VALUE: f32 = 46.0;
const BAR: f32 = 10.0;
const TRACK: Colour = Colour(0xE6, 0xEA, 0xEF);
/// How large a picture may be.
const PICTURE: (f32, f32) = (330.0, 420.0);

/// Something on a page.
enum Mark {
    Words { words: String, style: Style, x: f32, baseline: f32, colour: Colour },
    Filled { at: (f32, f32, f32, f32), colour: Colour },
    Picture { picture: Picture, at: (f32, f32, f32, f32) },
}

/// Pages being laid out.
struct Layout<'a> {
    fonts: &'a Fonts,
    pages: Vec<Vec<Mark>>,
    /// Where the next thing stands on the last page.
    y: f32,
}

/// The bytes of a PDF.
///
/// # Errors
///
/// If it cannot be written.
pub fn write(report: &Report) -> Result<Vec<u8>> {
    let fonts = Fonts::load();
    let mut layout = Layout { fonts: &fonts, pages: vec![Vec::new()], y: TOP };
    let mut starts = Vec::new();
    for part in &report.parts {
        starts.push(layout.part(&part.heading));
        for block in &part.blocks {
            layout.block(block);
        }
        layout.y += 14.0;
    }
    let body = layout.pages;
    let front = front(&fonts, report, &starts);
    let first = front.len();
    let count = first + body.len();
    let mut pdf = Pdf::new(&report.title, report.lang)?;
    for (heading, (page, y)) in report.parts.iter().map(|part| &part.heading).zip(&starts) {
        pdf.outline(heading, first + page, *y);
    }
    for (number, marks) in (1usize..).zip(front.iter().chain(&body)) {
        pdf.page(|page| {
            for mark in marks {
                match mark {
                    Mark::Words { words, style, x, baseline, colour } => {
                        page.words(words, *style, *x, *baseline, *colour);
                    }
                    Mark::Filled { at, colour } => page.filled(*at, *colour),
                    Mark::Picture { picture, at } => page.picture(picture, *at),
                }
            }
            let foot = format!("{number} / {count}");
            let x = WIDTH - MARGIN - fonts.width(&foot, NOTE);
            page.words(&foot, NOTE, x, FOOT, QUIET);
        })?;
    }
    pdf.finish()
}

/// The title and the list of parts, with where each begins.
fn front(fonts: &Fonts, report: &Report, starts: &[(usize, f32)]) -> Vec<Vec<Mark>> {
    let mut layout = Layout { fonts, pages: vec![Vec::new()], y: TOP + 40.0 };
    layout.filled((MARGIN, layout.y, 64.0, 5.0), ACCENT);
    layout.y += 22.0;
    layout.lines(&report.title, TITLE, 0.0, INK);
    layout.y += 6.0;
    layout.lines(&report.subtitle, SUBTITLE, 0.0, QUIET);
    layout.y += 34.0;
    layout.lines(&report.contents, HEADING, 0.0, INK);
    layout.y += 6.0;
    for (part, (page, _)) in report.parts.iter().zip(starts) {
        // This list is as long as there are parts, and stands on one page.
        let number = (page + 2).to_string();
        let heading = wrap(fonts, &drawable(fonts, &part.heading), SUBTITLE, INSIDE - 40.0, 1).join("");
        let baseline = layout.y + SUBTITLE.baseline();
        let (from, to) = (MARGIN + fonts.width(&heading, SUBTITLE), MARGIN + INSIDE);
        let number_at = to - fonts.width(&number, SUBTITLE);
        layout.words(heading, SUBTITLE, MARGIN, baseline, INK);
        layout.filled((from + 8.0, baseline - 1.0, (number_at - from - 16.0).max(0.0), 0.6), TRACK);
        layout.words(number, SUBTITLE, number_at, baseline, INK);
        layout.y += SUBTITLE.leading + 6.0;
    }
    layout.pages
}

impl Layout<'_> {
    fn words(&mut self, words: String, style: Style, x: f32, baseline: f32, colour: Colour) {
        if let Some(page) = self.pages.last_mut().filter(|_| !words.is_empty()) {
            page.push(Mark::Words { words, style, x, baseline, colour });
        }
    }

    fn filled(&mut self, at: (f32, f32, f32, f32), colour: Colour) {
        if let Some(page) = self.pages.last_mut().filter(|_| at.2 > 0.0) {
            page.push(Mark::Filled { at, colour });
        }
    }

    /// Goes on to another page unless so much fits on this one.
    fn need(&mut self, height: f32) {
        if self.y + height > BOTTOM {
            self.pages.push(Vec::new());
            self.y = TOP;
        }
    }

    /// Words in as many lines as they need.
    fn lines(&mut self, text: &str, style: Style, indent: f32, colour: Colour) {
        for line in self.wrapped(text, style, indent) {
            self.need(style.leading);
            let baseline = self.y + style.baseline();
            self.words(line, style, MARGIN + indent, baseline, colour);
            self.y += style.leading;
        }
    }

    fn wrapped(&self, text: &str, style: Style, indent: f32) -> Vec<String> {
        let lines = drawable_lines(self.fonts, text);
        let wrapped = lines.iter().flat_map(|line| match line.is_empty() {
            true => vec![String::new()],
            false => wrap(self.fonts, line, style, INSIDE - indent, usize::MAX),
        });
        wrapped.collect()
    }

    /// The heading of a part; on which page it stands, and where.
    fn part(&mut self, heading: &str) -> (usize, f32) {
        // Never at the foot of a page, far from what it is about.
        self.need(110.0);
        let at = (self.pages.len() - 1, self.y);
        self.lines(heading, PART, 0.0, INK);
        self.filled((MARGIN, self.y + 2.0, INSIDE, 1.2), ACCENT);
        self.y += 14.0;
        at
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => {
                self.need(60.0);
                self.y += 10.0;
                self.lines(heading, HEADING, 0.0, INK);
                self.y += 4.0;
            }
            Block::Text(text) => {
                self.lines(text, TEXT, 0.0, INK);
                self.y += 6.0;
            }
            Block::Quiet(text) => {
                self.lines(text, NOTE, 0.0, QUIET);
                self.y += 6.0;
            }
            Block::Bars(bars) => {
                for bar in bars {
                    self.bar(bar);
                }
                self.y += 6.0;
            }
            Block::Item { lead, words, notes } => self.item(lead, words, notes),
            Block::Picture(png) => self.picture(png),
        }
    }

    fn bar(&mut self, bar: &Bar) {
        let label = wrap(self.fonts, &drawable(self.fonts, &bar.label), TEXT, LABEL - 10.0, 2);
        let height = (label.len() as f32 * TEXT.leading).max(TEXT.leading) + 5.0;
        self.need(height);
        let mut baseline = self.y + TEXT.baseline();
        let middle = self.y + (TEXT.leading - BAR) / 2.0;
        for line in label {
            self.words(line, TEXT, MARGIN, baseline, INK);
            baseline += TEXT.leading;
        }
        let room = INSIDE - LABEL - VALUE;
        let share = if bar.share.is_nan() { 0.0 } else { bar.share.clamp(0.0, 1.0) as f32 };
        self.filled((MARGIN + LABEL, middle, room, BAR), TRACK);
        self.filled((MARGIN + LABEL, middle, room * share, BAR), bar.colour);
        let value = drawable(self.fonts, &bar.value);
        let x = WIDTH - MARGIN - self.fonts.width(&value, LEAD);
        self.words(value, LEAD, x, self.y + LEAD.baseline(), INK);
        self.y += height;
    }

    fn item(&mut self, lead: &str, words: &str, notes: &[String]) {
        self.need(TEXT.leading + NOTE.leading * notes.len().min(2) as f32);
        let lead = drawable(self.fonts, lead);
        let indent = (self.fonts.width(&lead, LEAD) + 8.0).max(INDENT);
        let baseline = self.y + LEAD.baseline();
        self.words(lead, LEAD, MARGIN, baseline, ACCENT);
        self.lines(words, TEXT, indent, INK);
        for note in notes {
            self.lines(note, NOTE, indent, QUIET);
        }
        self.y += 6.0;
    }

    fn picture(&mut self, png: &[u8]) {
        let (Some((wide, high)), Some(picture)) = (size(png), Picture::read(png.to_vec())) else { return };
        let scale = (PICTURE.0 / wide as f32).min(PICTURE.1 / high as f32);
        let (wide, high) = (wide as f32 * scale, high as f32 * scale);
        self.need(high + 12.0);
        let at = (MARGIN + (INSIDE - wide) / 2.0, self.y + 4.0, wide, high);
        if let Some(page) = self.pages.last_mut() {
            page.push(Mark::Picture { picture, at });
        }
        self.y += high + 14.0;
    }
}
