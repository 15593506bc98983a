//! Pages of a PDF: words that can be selected and searched, shapes, pictures and QR codes.
//!
//! The letters are those of the pictures (`picture/fonts`); only what is used of them gets into a file. Lengths are
//! points, a 72nd of an inch, counted from the upper left corner.

use anyhow::{Context, Result, anyhow};
use krilla::Document;
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::text::{Font, TextDirection};

use crate::l10n::Lang;
use crate::picture::{BOLD, Colour, REGULAR, Style};

/// A4, upright.
pub const WIDTH: f32 = 595.276;
/// See [`WIDTH`].
pub const HEIGHT: f32 = 841.89;
/// How much of a QR code's side stays empty on each edge: what surrounds it is white already.
const BLEED: f32 = 0.02;

/// A document being written.
pub struct Pdf {
    document: Document,
    regular: Font,
    bold: Font,
    headings: Vec<OutlineNode>,
}

/// A page being drawn.
pub struct Page<'a> {
    surface: Surface<'a>,
    regular: Font,
    bold: Font,
    /// Where one can tap, and where that leads.
    links: Vec<(Rect, String)>,
}

impl Pdf {
    /// An empty document.
    pub fn new(title: &str, lang: Lang) -> Result<Self> {
        let mut document = Document::new();
        document.set_metadata(Metadata::new().title(title.to_owned()).language(lang.code().to_owned()));
        let font = |file: &'static [u8]| {
            Font::new(file.into(), 0).context("Read a font that is part of the program")
        };
        Ok(Self { document, regular: font(REGULAR)?, bold: font(BOLD)?, headings: Vec::new() })
    }

    /// Adds a page.
    pub fn page(&mut self, draw: impl FnOnce(&mut Page<'_>)) -> Result<()> {
        let size = PageSettings::from_wh(WIDTH, HEIGHT).context("Size a page")?;
        let mut page = self.document.start_page_with(size);
        let (regular, bold) = (self.regular.clone(), self.bold.clone());
        let links = drawn(page.surface(), regular, bold, draw);
        for (rect, address) in links {
            let target = Target::Action(LinkAction::new(address.clone()).into());
            page.add_annotation(Annotation::new_link(LinkAnnotation::new(rect, target), Some(address)));
        }
        page.finish();
        Ok(())
    }

    /// Adds a heading to the list that programs show beside the pages: it leads to a height on a page, counted from 0.
    pub fn outline(&mut self, heading: &str, page: usize, y: f32) {
        let to = XyzDestination::new(page, Point::from_xy(0.0, y));
        self.headings.push(OutlineNode::new(heading.to_owned(), to));
    }

    /// The bytes of the file.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        if !self.headings.is_empty() {
            let mut outline = Outline::new();
            self.headings.drain(..).for_each(|heading| outline.push_child(heading));
            self.document.set_outline(outline);
        }
        // Its own words would quote people's.
        self.document.finish().map_err(|_| anyhow!("A PDF could not be written"))
    }
}

/// Draws on a surface; returns where one can tap.
fn drawn(
    surface: Surface<'_>,
    regular: Font,
    bold: Font,
    draw: impl FnOnce(&mut Page<'_>),
) -> Vec<(Rect, String)> {
    let mut page = Page { surface, regular, bold, links: Vec::new() };
    draw(&mut page);
    page.surface.finish();
    page.links
}

impl Page<'_> {
    /// Writes words on one line, from `x` on, standing on `baseline`.
    pub fn words(&mut self, words: &str, style: Style, x: f32, baseline: f32, colour: Colour) {
        let font = if style.bold { self.bold.clone() } else { self.regular.clone() };
        self.paint(colour);
        let start = Point::from_xy(x, baseline);
        self.surface.draw_text(start, font, style.size, words, false, TextDirection::LeftToRight);
    }

    /// Fills a box.
    pub fn filled(&mut self, (x, y, width, height): (f32, f32, f32, f32), colour: Colour) {
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        self.fill(path, colour);
    }

    /// A picture in the middle of a box, as large as fits.
    pub fn picture(&mut self, picture: &Picture, (x, y, width, height): (f32, f32, f32, f32)) {
        let (wide, high) = picture.0.size();
        let scale = (width / wide.max(1) as f32).min(height / high.max(1) as f32);
        let (wide, high) = (wide as f32 * scale, high as f32 * scale);
        let Some(size) = Size::from_wh(wide, high) else { return };
        let (left, top) = (x + (width - wide) / 2.0, y + (height - high) / 2.0);
        self.surface.push_transform(&Transform::from_translate(left, top));
        self.surface.draw_image(picture.0.clone(), size);
        self.surface.pop();
    }

    /// A QR code of an address, which also leads there when it is tapped.
    pub fn code(&mut self, address: &str, x: f32, y: f32, side: f32) {
        let Ok(code) = qrcode::QrCode::new(address.as_bytes()) else { return };
        let (count, colours) = (code.width(), code.to_colors());
        let module = side / count as f32;
        let mut path = PathBuilder::new();
        for (at, row) in colours.chunks(count).enumerate() {
            let mut column = 0;
            while column < count {
                let long = row[column..].iter().take_while(|c| **c == qrcode::Color::Dark).count();
                let (left, top) = (x + column as f32 * module, y + at as f32 * module);
                let dark = Rect::from_xywh(left, top, long as f32 * module, module + BLEED);
                if let Some(dark) = dark.filter(|_| long > 0) {
                    path.push_rect(dark);
                }
                column += long.max(1);
            }
        }
        self.fill(path, Colour(0, 0, 0));
        self.links.extend(Rect::from_xywh(x, y, side, side).map(|rect| (rect, address.to_owned())));
    }

    fn fill(&mut self, path: PathBuilder, colour: Colour) {
        if let Some(path) = path.finish() {
            self.paint(colour);
            self.surface.draw_path(&path);
        }
    }

    fn paint(&mut self, Colour(red, green, blue): Colour) {
        let paint = rgb::Color::new(red, green, blue).into();
        self.surface.set_fill(Some(Fill { paint, ..Fill::default() }));
    }
}

/// A picture that can be put into a document.
#[derive(Debug, Clone)]
pub struct Picture(Image);

impl Picture {
    /// Reads a photo as Telegram keeps it, or a drawing of ours; none: it is neither, or broken.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let is_png = bytes.starts_with(b"\x89PNG");
        let read = if is_png { Image::from_png } else { Image::from_jpeg };
        let picture = Self(read(bytes.into(), true).ok()?);
        // What is broken inside shows only when it is written, and would take the whole document with it.
        let mut pdf = Pdf::new("", Lang::En).ok()?;
        pdf.page(|page| page.picture(&picture, (0.0, 0.0, 10.0, 10.0))).ok()?;
        pdf.finish().ok().map(|_| picture)
    }
}
