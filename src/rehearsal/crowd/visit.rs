//! A session as a simulated participant lives it: they come when the organizer's phone shows the door's code, and some
//! send a drawing of what was made.

use axum::body::Bytes;
use rand::Rng as _;
use rand::rngs::StdRng;

use super::super::Person;

/// How the bot's messages about a door begin, and the one that it is too early.
const DOOR: char = '🚪';
const EARLY: &str = "🚪 Зарано";
/// How long until somebody who came too early tries again, in seconds of the rehearsal's time.
const TRIES_AGAIN: i64 = 20 * 60;
/// People do not come all at once, not even when the clock is moved a day ahead: how likely one comes at a look.
const COMES: f64 = 0.02;

/// A participant's way to a session.
#[derive(Default)]
pub struct Visit {
    /// The code of the door they know of.
    door: Option<String>,
    /// From when on they try it; none: not at all.
    tries_at: Option<i64>,
}

impl Visit {
    /// Comes to the door that is shown, now and then. `now` is the rehearsal's time.
    pub fn look(&mut self, person: &Person, door: &str, now: i64, chance: &mut StdRng) {
        if self.door.as_deref() != Some(door) {
            self.door = Some(door.to_owned());
            self.tries_at = chance.random_bool(likelihood(person)).then_some(now);
        }
        if self.tries_at.is_none_or(|at| now < at) || !chance.random_bool(COMES) {
            return;
        }
        if is_settled(person) {
            self.tries_at = None;
            return;
        }
        self.tries_at = Some(now + TRIES_AGAIN);
        drop(person.follows_link(door));
    }
}

/// Most of those who said so come, and few of the others. Whoever has no card of a session knows of none.
fn likelihood(person: &Person) -> f64 {
    let texts: Vec<_> = person.messages().into_iter().filter_map(|message| message.text.clone()).collect();
    match texts.iter().rev().find(|text| text.starts_with('📅')) {
        Some(_) if texts.iter().any(|text| text.contains("✅ Ви прийдете")) => 0.9,
        Some(_) => 0.1,
        None => 0.0,
    }
}

/// They are in, or it is over: the last that they heard at a door was not that it is too early.
fn is_settled(person: &Person) -> bool {
    let texts = person.messages().into_iter().rev().filter(|message| message.from.is_bot);
    let mut texts = texts.filter_map(|message| message.text.clone());
    texts.find(|text| text.starts_with(DOOR)).is_some_and(|text| !text.starts_with(EARLY))
}

const WIDTH: u32 = 320;
const HEIGHT: u32 = 240;
const COLOURS: [[u8; 3]; 6] =
    [[230, 90, 80], [80, 140, 220], [245, 200, 70], [110, 180, 110], [160, 110, 190], [240, 150, 70]];

/// A drawing of a few houses; none: it could not be drawn.
pub fn drawing(chance: &mut StdRng) -> Option<Bytes> {
    let houses: Vec<(u32, u32, [u8; 3])> = (0..5)
        .map(|at| (at * 64 + 6, chance.random_range(50..170), COLOURS[chance.random_range(0..COLOURS.len())]))
        .collect();
    let colour = |x: u32, y: u32| {
        let house = houses.iter().find(|(left, ..)| (*left..left + 52).contains(&x));
        match house {
            _ if y >= HEIGHT - 24 => [120, 170, 90],
            Some((_, height, colour)) if y >= HEIGHT - 24 - height => *colour,
            _ => [250, 248, 240],
        }
    };
    let pixels: Vec<u8> = (0..HEIGHT)
        .flat_map(|y| (0..WIDTH).flat_map(move |x| [(x, y)]))
        .flat_map(|(x, y)| colour(x, y))
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&pixels).ok()?;
    writer.finish().ok()?;
    Some(bytes.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng as _;

    #[test]
    fn a_drawing_is_a_picture() {
        let bytes = drawing(&mut StdRng::seed_from_u64(1)).expect("drawn");
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() < 20_000, "{} bytes", bytes.len());
    }
}
