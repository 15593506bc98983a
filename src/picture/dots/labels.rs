//! Numbers beside dots, wherever one covers neither another number nor a dot.

use super::{Kind, Placed, SMALL};
use crate::picture::block::Block;
use crate::picture::colour::{ACCENT, QUIET, WARM};
use crate::picture::font::{Fonts, Style};

/// Between a dot and its number, and around a number.
const AIR: f32 = 5.0;

/// A box on the picture.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Frame {
    fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    fn wider(self, by: f32) -> Self {
        Self { left: self.left - by, right: self.right + by, ..self }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Numbers as many dots as there is room for: first what unites, then what divides, then the others.
pub fn label(fonts: &Fonts, dots: &[Placed], numbers: &[String], room: &Frame, block: &mut Block) {
    // The dots' own boxes, by their place in the list, and then the numbers written so far.
    let mut taken: Vec<Frame> = dots.iter().map(around).collect();
    for kind in [Kind::Unifier, Kind::Divider, Kind::Other] {
        let style = SMALL.weight(kind != Kind::Other);
        for (own, (dot, number)) in dots.iter().zip(numbers).enumerate() {
            if dot.kind != kind || number.is_empty() {
                continue;
            }
            let others =
                |place: &Frame| taken.iter().enumerate().any(|(at, box_)| at != own && box_.meets(place));
            let free = |place: &Frame| room.holds(place) && !others(place);
            let place = places(dot, fonts.width(number, style), style).into_iter().find(free);
            if let Some(place) = place {
                block.words(number.clone(), style, place.left, place.bottom, colour(kind));
                taken.push(place.wider(2.0 * AIR));
            }
        }
    }
}

/// The box of a dot with the air around it, so that it is plain whose number is whose.
fn around(dot: &Placed) -> Frame {
    let half = dot.size + 1.5 * AIR;
    Frame { left: dot.x - half, top: dot.y - half, right: dot.x + half, bottom: dot.y + half }
}

/// Where a number could stand, the best place first: right, left, above, below, and at the corners.
fn places(dot: &Placed, width: f32, style: Style) -> [Frame; 8] {
    let height = 2.0 * style.half_capital();
    let (away, near) = (dot.size + AIR, dot.size * 0.7 + 1.0);
    let at = |left: f32, top: f32| {
        let bottom = (top + height).round();
        Frame { left, top: bottom - height, right: left + width, bottom }
    };
    let (beside, over) = (dot.y - height / 2.0, dot.x - width / 2.0);
    let (right, left) = (dot.x + near, dot.x - near - width);
    let (above, below) = (dot.y - near - height, dot.y + near);
    [
        at(dot.x + away, beside),
        at(dot.x - away - width, beside),
        at(over, dot.y - away - height),
        at(over, dot.y + away),
        at(right, above),
        at(right, below),
        at(left, above),
        at(left, below),
    ]
}

fn colour(kind: Kind) -> super::Colour {
    match kind {
        Kind::Unifier => ACCENT,
        Kind::Divider => WARM,
        Kind::Other => QUIET,
    }
}
