//! Outlines to fill: letters, bars, badges, dots.
//!
//! An outline that runs the other way around inside another cuts a hole into it.

use ab_glyph_rasterizer::{Point, Rasterizer, point};

/// How far along its tangent a quarter circle's control points lie, so that a cubic curve looks round.
const ROUND: f32 = 0.552_28;

#[derive(Debug, Clone, Copy)]
enum Segment {
    Line(Point, Point),
    Quad(Point, Point, Point),
    Cubic(Point, Point, Point, Point),
}

/// Closed outlines.
#[derive(Debug, Clone, Default)]
pub struct Shape {
    segments: Vec<Segment>,
    start: Point,
    pen: Point,
}

impl Shape {
    /// Straight lines through the points and back to the first.
    pub fn polygon(points: &[(f32, f32)]) -> Self {
        let mut shape = Self::default();
        for (number, &(x, y)) in points.iter().enumerate() {
            if number == 0 { shape.move_to(point(x, y)) } else { shape.line_to(point(x, y)) }
        }
        shape.close();
        shape
    }

    /// A rectangle whose corners are round.
    pub fn bar(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Self {
        let r = radius.min(width / 2.0).min(height / 2.0);
        let (right, bottom, k) = (x + width, y + height, r * (1.0 - ROUND));
        let mut shape = Self::default();
        shape.move_to(point(x + r, y));
        shape.line_to(point(right - r, y));
        shape.cubic_to(point(right - k, y), point(right, y + k), point(right, y + r));
        shape.line_to(point(right, bottom - r));
        shape.cubic_to(point(right, bottom - k), point(right - k, bottom), point(right - r, bottom));
        shape.line_to(point(x + r, bottom));
        shape.cubic_to(point(x + k, bottom), point(x, bottom - k), point(x, bottom - r));
        shape.line_to(point(x, y + r));
        shape.cubic_to(point(x, y + k), point(x + k, y), point(x + r, y));
        shape.close();
        shape
    }

    /// A circle around a point.
    pub fn circle(x: f32, y: f32, radius: f32) -> Self {
        Self::bar(x - radius, y - radius, 2.0 * radius, 2.0 * radius, radius)
    }

    /// A square standing on its corner.
    pub fn diamond(x: f32, y: f32, radius: f32) -> Self {
        Self::polygon(&[(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)])
    }

    /// A tick with its middle at a point.
    pub fn check(x: f32, y: f32, size: f32) -> Self {
        let corner = |dx: f32, dy: f32| (x + dx * size, y + dy * size);
        Self::polygon(&[
            corner(-0.52, 0.02),
            corner(-0.36, -0.14),
            corner(-0.14, 0.08),
            corner(0.36, -0.42),
            corner(0.52, -0.26),
            corner(-0.14, 0.40),
        ])
    }

    /// An arrow to the right whose tip is at a point.
    pub fn arrow_right(x: f32, y: f32) -> Self {
        let corner = |dx: f32, dy: f32| (x + dx, y + dy);
        Self::polygon(&[
            corner(0.0, 0.0),
            corner(-13.0, 13.0),
            corner(-16.0, 10.0),
            corner(-8.2, 2.1),
            corner(-40.0, 2.1),
            corner(-40.0, -2.1),
            corner(-8.2, -2.1),
            corner(-16.0, -10.0),
            corner(-13.0, -13.0),
        ])
    }

    /// The same pointing up, with its tip at that point.
    pub fn arrow_up(x: f32, y: f32) -> Self {
        Self::arrow_right(0.0, 0.0).map(|p| point(x + p.y, y - p.x))
    }

    /// This with the other cut out of it; the other was drawn the same way around and lies within.
    #[must_use]
    pub fn without(mut self, hole: &Self) -> Self {
        self.segments.extend(hole.segments.iter().map(|segment| match *segment {
            Segment::Line(a, b) => Segment::Line(b, a),
            Segment::Quad(a, b, c) => Segment::Quad(c, b, a),
            Segment::Cubic(a, b, c, d) => Segment::Cubic(d, c, b, a),
        }));
        self
    }

    /// The same elsewhere.
    #[must_use]
    pub fn moved(&self, dx: f32, dy: f32) -> Self {
        self.map(|p| point(p.x + dx, p.y + dy))
    }

    fn map(&self, to: impl Fn(Point) -> Point) -> Self {
        let segments = self.segments.iter().map(|segment| match *segment {
            Segment::Line(a, b) => Segment::Line(to(a), to(b)),
            Segment::Quad(a, b, c) => Segment::Quad(to(a), to(b), to(c)),
            Segment::Cubic(a, b, c, d) => Segment::Cubic(to(a), to(b), to(c), to(d)),
        });
        Self { segments: segments.collect(), start: to(self.start), pen: to(self.pen) }
    }

    /// The box it lies in: left, top, right, bottom. None when there is nothing to fill.
    pub fn bounds(&self) -> Option<(f32, f32, f32, f32)> {
        let mut bounds: Option<(f32, f32, f32, f32)> = None;
        let mut take = |points: &[Point]| {
            for p in points {
                let (left, top, right, bottom) = bounds.unwrap_or((p.x, p.y, p.x, p.y));
                bounds = Some((left.min(p.x), top.min(p.y), right.max(p.x), bottom.max(p.y)));
            }
        };
        for segment in &self.segments {
            match *segment {
                Segment::Line(a, b) => take(&[a, b]),
                Segment::Quad(a, b, c) => take(&[a, b, c]),
                Segment::Cubic(a, b, c, d) => take(&[a, b, c, d]),
            }
        }
        bounds
    }

    /// Draws the outlines, as seen from a corner.
    pub fn trace(&self, left: f32, top: f32, onto: &mut Rasterizer) {
        let seen = |p: Point| point(p.x - left, p.y - top);
        for segment in &self.segments {
            match *segment {
                Segment::Line(a, b) => onto.draw_line(seen(a), seen(b)),
                Segment::Quad(a, b, c) => onto.draw_quad(seen(a), seen(b), seen(c)),
                Segment::Cubic(a, b, c, d) => onto.draw_cubic(seen(a), seen(b), seen(c), seen(d)),
            }
        }
    }

    /// Begins an outline.
    pub fn move_to(&mut self, to: Point) {
        (self.start, self.pen) = (to, to);
    }

    /// A straight line on.
    pub fn line_to(&mut self, to: Point) {
        self.segments.push(Segment::Line(self.pen, to));
        self.pen = to;
    }

    /// A curve on, with one control point.
    pub fn quad_to(&mut self, by: Point, to: Point) {
        self.segments.push(Segment::Quad(self.pen, by, to));
        self.pen = to;
    }

    /// A curve on, with two control points.
    pub fn cubic_to(&mut self, by: Point, then: Point, to: Point) {
        self.segments.push(Segment::Cubic(self.pen, by, then, to));
        self.pen = to;
    }

    /// Back to where the outline began.
    pub fn close(&mut self) {
        self.line_to(self.start);
    }
}
