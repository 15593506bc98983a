//! A sheet of pixels: shapes are filled onto it with smooth edges, and it becomes a PNG.

use ab_glyph_rasterizer::Rasterizer;

use super::colour::Colour;
use super::shape::Shape;

/// Pixels in rows, three bytes each.
pub struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
    coverage: Rasterizer,
}

impl Canvas {
    /// A sheet of one colour.
    pub fn new(width: u32, height: u32, Colour(r, g, b): Colour) -> Self {
        let (width, height) = (width as usize, height as usize);
        Self { width, height, pixels: [r, g, b].repeat(width * height), coverage: Rasterizer::new(0, 0) }
    }

    /// Fills a shape; what lies beyond the sheet is left out.
    pub fn fill(&mut self, shape: &Shape, colour: Colour) {
        let Some((left, top, right, bottom)) = shape.bounds() else { return };
        let (left, top) = (left.floor(), top.floor());
        // One pixel more: the last column's coverage runs over into it.
        let (columns, rows) = ((right.ceil() - left) as usize + 1, (bottom.ceil() - top) as usize);
        self.coverage.reset(columns, rows);
        shape.trace(left, top, &mut self.coverage);
        let (width, height, pixels) = (self.width as i64, self.height as i64, &mut self.pixels);
        self.coverage.for_each_pixel(|index, covered| {
            let strength = (covered.min(1.0) * 256.0 + 0.5) as u32;
            if strength == 0 {
                return;
            }
            let (x, y) = (left as i64 + (index % columns) as i64, top as i64 + (index / columns) as i64);
            if (0..width).contains(&x) && (0..height).contains(&y) {
                let at = (y * width + x) as usize * 3;
                for (channel, new) in pixels[at..at + 3].iter_mut().zip([colour.0, colour.1, colour.2]) {
                    *channel = blend(*channel, new, strength);
                }
            }
        });
    }

    /// The sheet as a PNG file.
    pub fn png(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        encoder
            .write_header()
            .and_then(|mut writer| {
                writer.write_image_data(&self.pixels)?;
                writer.finish()
            })
            .expect("memory takes a picture of the size it was made for");
        file
    }
}

/// Mixes a colour's channel into what is there; 256 covers it wholly.
fn blend(there: u8, new: u8, strength: u32) -> u8 {
    let mixed = u32::from(there) * (256 - strength) + u32::from(new) * strength;
    ((mixed + 128) >> 8) as u8
}
