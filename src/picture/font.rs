//! Letters: how wide words are, and their outlines.

use ab_glyph_rasterizer::point;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::canvas::Canvas;
use super::colour::Colour;
use super::shape::Shape;

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The letters' size in pixels.
    pub size: f32,
    /// From one line to the next.
    pub leading: f32,
    /// Heavier letters.
    pub bold: bool,
}

impl Style {
    /// The same, lighter or heavier.
    pub const fn weight(self, bold: bool) -> Self {
        Self { bold, ..self }
    }

    /// From the middle of capital letters down to the line they stand on.
    pub fn half_capital(self) -> f32 {
        self.size * 0.364
    }

    /// From the top of a line to where its letters stand, so that capitals are in its middle.
    pub fn baseline(self) -> f32 {
        self.leading / 2.0 + self.half_capital()
    }
}

/// The files with the letters, regular and bold.
pub const REGULAR: &[u8] = include_bytes!("fonts/Inter-Regular.otf");
/// See [`REGULAR`].
pub const BOLD: &[u8] = include_bytes!("fonts/Inter-Bold.otf");

/// The letters that the pictures are written with.
pub struct Fonts {
    regular: Font,
    bold: Font,
}

/// A letter on a line.
struct Letter {
    /// Where it is in the text, in bytes.
    at: usize,
    glyph: GlyphId,
    /// Where the words before it end.
    end: f32,
    /// Where it begins, which may be closer.
    x: f32,
}

struct Font {
    face: Face<'static>,
    /// For each pass over the letters, the tables of which the first that knows a pair moves it.
    kerning: Vec<Vec<PairAdjustment<'static>>>,
}

impl Fonts {
    /// Reads the files that are part of the program; this takes microseconds.
    pub fn load() -> Self {
        Self { regular: Font::read(REGULAR), bold: Font::read(BOLD) }
    }

    /// Whether the letter can be drawn, and takes room.
    pub fn has(&self, c: char) -> bool {
        let face = &self.regular.face;
        face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).is_some_and(|width| width > 0)
    }

    /// How wide words are on one line.
    pub fn width(&self, text: &str, style: Style) -> f32 {
        self.place(text, style, |_| true)
    }

    /// How many bytes of the words fit on one line.
    pub fn fitting(&self, text: &str, style: Style, width: f32) -> usize {
        let mut fits = 0;
        let whole = self.place(text, style, |letter| {
            if letter.end <= width {
                fits = letter.at;
            }
            letter.end <= width
        });
        if whole <= width { text.len() } else { fits }
    }

    /// Writes words from `x` on, standing on `baseline`.
    pub fn draw(&self, canvas: &mut Canvas, text: &str, style: Style, x: f32, baseline: f32, colour: Colour) {
        let face = &self.font(style).face;
        let scale = style.size / f32::from(face.units_per_em());
        self.place(text, style, |letter| {
            let mut pen = Pen { shape: Shape::default(), scale, x: x + letter.x, baseline };
            if face.outline_glyph(letter.glyph, &mut pen).is_some() {
                canvas.fill(&pen.shape, colour);
            }
            true
        });
    }

    /// Goes from letter to letter while told to go on; returns how far along the line it came.
    fn place(&self, text: &str, style: Style, mut each: impl FnMut(Letter) -> bool) -> f32 {
        let font = self.font(style);
        let scale = style.size / f32::from(font.face.units_per_em());
        let (mut units, mut before) = (0, None);
        for (at, c) in text.char_indices() {
            let glyph = font.face.glyph_index(c).unwrap_or_default();
            let closer = before.map_or(0, |before| font.kern(before, glyph));
            let letter = Letter { at, glyph, end: units as f32 * scale, x: (units + closer) as f32 * scale };
            if !each(letter) {
                break;
            }
            units += closer + i32::from(font.face.glyph_hor_advance(glyph).unwrap_or(0));
            before = Some(glyph);
        }
        units as f32 * scale
    }

    fn font(&self, style: Style) -> &Font {
        if style.bold { &self.bold } else { &self.regular }
    }
}

impl Font {
    fn read(file: &'static [u8]) -> Self {
        let face = Face::parse(file, 0).expect("the font is part of the program");
        let lookups = face.tables().gpos.map(|table| table.lookups).into_iter().flatten();
        let kerning = lookups
            .map(|lookup| {
                lookup
                    .subtables
                    .into_iter::<PositioningSubtable>()
                    .filter_map(|table| match table {
                        PositioningSubtable::Pair(pairs) => Some(pairs),
                        _ => None,
                    })
                    .collect()
            })
            .collect();
        Self { face, kerning }
    }

    /// How much a letter moves away from the one before it.
    fn kern(&self, before: GlyphId, glyph: GlyphId) -> i32 {
        self.kerning.iter().filter_map(|tables| tables.iter().find_map(|t| adjusted(t, before, glyph))).sum()
    }
}

/// What a table says of a pair; None: ask the next.
fn adjusted(table: &PairAdjustment, before: GlyphId, glyph: GlyphId) -> Option<i32> {
    let (moved, _) = match table {
        PairAdjustment::Format1 { coverage, sets } => sets.get(coverage.get(before)?)?.get(glyph)?,
        PairAdjustment::Format2 { coverage, classes, matrix } => {
            coverage.get(before)?;
            matrix.get((classes.0.get(before), classes.1.get(glyph)))?
        }
    };
    Some(i32::from(moved.x_advance))
}

/// Takes a letter's outline from the font's units to pixels.
struct Pen {
    shape: Shape,
    scale: f32,
    x: f32,
    baseline: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> ab_glyph_rasterizer::Point {
        point(self.x + x * self.scale, self.baseline - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.shape.move_to(self.at(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.shape.line_to(self.at(x, y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.shape.quad_to(self.at(x1, y1), self.at(x, y));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.shape.cubic_to(self.at(x1, y1), self.at(x2, y2), self.at(x, y));
    }

    fn close(&mut self) {
        self.shape.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { size: 100.0, leading: 120.0, bold: false };

    #[test]
    fn both_weights_have_every_letter_of_ukrainian() {
        let fonts = Fonts::load();
        let lower = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’ʼ'«»—–…№₴→✓★0123456789%·";
        for c in lower.chars().chain(lower.to_uppercase().chars()) {
            assert!(fonts.has(c), "{c}");
            assert!(fonts.bold.face.glyph_index(c).is_some(), "{c} in bold");
        }
    }

    #[test]
    fn letters_that_lean_on_each_other_stand_closer() {
        let fonts = Fonts::load();
        for bold in [false, true] {
            let width = |text| fonts.width(text, STYLE.weight(bold));
            assert!(width("Та") < width("Т") + width("а"));
            assert!(width("Го") < width("Г") + width("о"));
        }
    }

    #[test]
    fn as_many_letters_fit_as_the_line_is_wide() {
        let fonts = Fonts::load();
        let width = fonts.width("Громада", STYLE);
        assert_eq!(fonts.fitting("Громада і влада", STYLE, width), "Громада".len());
        assert_eq!(fonts.fitting("Громада", STYLE, width), "Громада".len());
        assert_eq!(fonts.fitting("Громада", STYLE, 1.0), 0);
        assert_eq!(fonts.fitting("", STYLE, 1.0), 0);
    }
}
