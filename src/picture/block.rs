//! What is drawn together: words and shapes with the height they take. Blocks are stacked into pictures.

use super::canvas::Canvas;
use super::colour::Colour;
use super::font::{Fonts, Style};
use super::shape::Shape;

/// One thing on a block, as far down as it says.
pub enum Item {
    /// Words on one line.
    Words { text: String, style: Style, x: f32, baseline: f32, colour: Colour },
    /// A filled outline.
    Filled { shape: Shape, colour: Colour },
}

/// Words and shapes, measured from the block's top.
#[derive(Default)]
pub struct Block {
    pub height: f32,
    pub items: Vec<Item>,
}

impl Block {
    /// Adds lines below what is there, from `x` on.
    pub fn lines(&mut self, lines: Vec<String>, style: Style, x: f32, colour: Colour) {
        for text in lines {
            let baseline = (self.height + style.baseline()).round();
            self.words(text, style, x, baseline, colour);
            self.height += style.leading;
        }
    }

    /// Adds words whose letters stand on `baseline`.
    pub fn words(&mut self, text: String, style: Style, x: f32, baseline: f32, colour: Colour) {
        self.items.push(Item::Words { text, style, x, baseline, colour });
    }

    /// The same, ending at `right`.
    pub fn words_to(
        &mut self,
        fonts: &Fonts,
        text: String,
        style: Style,
        right: f32,
        baseline: f32,
        colour: Colour,
    ) {
        let x = right - fonts.width(&text, style);
        self.words(text, style, x, baseline, colour);
    }

    /// Adds a filled outline.
    pub fn filled(&mut self, shape: Shape, colour: Colour) {
        self.items.push(Item::Filled { shape, colour });
    }

    /// Leaves room below.
    pub fn space(&mut self, height: f32) {
        self.height += height;
    }

    /// Puts everything onto a sheet, `top` from its upper edge.
    pub fn draw(&self, fonts: &Fonts, canvas: &mut Canvas, top: f32) {
        for item in &self.items {
            match item {
                Item::Words { text, style, x, baseline, colour } => {
                    fonts.draw(canvas, text, *style, *x, (top + baseline).round(), *colour);
                }
                Item::Filled { shape, colour } => {
                    canvas.fill(&shape.moved(0.0, top), *colour);
                }
            }
        }
    }
}
