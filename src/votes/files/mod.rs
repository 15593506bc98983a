//! Votes as files that others can check: Pabulib `.pb`, and PrefLib `.cat`, `.soc`, `.toc`, `.soi`, `.toi`.
//!
//! Bytes in, an [`Election`] out, or the line that is wrong and why. Nothing a file says is trusted: numbers and names
//! are bounded, and a line that stands for a thousand million ballots takes the memory of one.

mod numbers;
mod pabulib;
mod preflib;
mod rows;
#[cfg(test)]
mod tests;
mod write;

use std::cmp::Reverse;
use std::num::NonZeroUsize;
use std::path::Path;

use super::tally::{Ballot, Method, Profile, Winners};

pub use write::{Ballots, Paper, write};

/// The most options a file may have.
pub const MOST_OPTIONS: usize = 1_000;

/// A file that cannot be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// Counted from 1.
    pub line: usize,
    pub reason: String,
}

impl Malformed {
    fn new(line: usize, reason: impl Into<String>) -> Self {
        Self { line, reason: reason.into() }
    }
}

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Pabulib: `.pb`.
    Pabulib,
    /// PrefLib categories: `.cat`. The first category is what is chosen.
    Categories,
    /// PrefLib orders: `.soc`, `.toc`, `.soi`, `.toi`.
    Orders {
        /// Options may share a place.
        ties: bool,
        /// Every ballot names every option.
        complete: bool,
    },
}

impl Format {
    /// By the file's extension.
    pub fn of(path: &Path) -> Option<Self> {
        Some(match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "pb" => Self::Pabulib,
            "cat" => Self::Categories,
            "soc" => Self::Orders { ties: false, complete: true },
            "toc" => Self::Orders { ties: true, complete: true },
            "soi" => Self::Orders { ties: false, complete: false },
            "toi" => Self::Orders { ties: true, complete: false },
            _ => return None,
        })
    }
}

/// A vote as a file tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Election {
    pub method: Method,
    /// How winners are found, if the file says so in words we know.
    pub winners: Option<Winners>,
    pub seats: Seats,
    pub options: Vec<Listed>,
    /// How many of a ballot's points make one (files may have decimals).
    pub scale: u32,
    pub ballots: Vec<Marked>,
}

/// How many options win.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seats {
    Given(NonZeroUsize),
    /// The file does not tell, and why.
    Unknown(&'static str),
}

/// An option of the vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: String,
    /// The id again if the file has no name for it.
    pub name: String,
}

/// So many ballots with the same marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    pub times: u64,
    pub marks: Marks,
}

/// What a ballot says, options by their position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marks {
    Chosen(Vec<usize>),
    /// Times [`Election::scale`]; an option may be named with no points.
    Points(Vec<(usize, u32)>),
    /// Best first; options that share a place stand together.
    Places(Vec<Vec<usize>>),
}

/// Reads a file.
pub fn read(format: Format, bytes: &[u8]) -> Result<Election, Malformed> {
    let text = text(bytes)?;
    match format {
        Format::Pabulib => pabulib::read(text),
        Format::Categories => preflib::categories(text),
        Format::Orders { ties, complete } => preflib::orders(text, ties, complete),
    }
}

/// UTF-8, without the byte order mark that Pabulib's own tools write.
fn text(bytes: &[u8]) -> Result<&str, Malformed> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        Malformed::new(line, "this is not UTF-8 text")
    })?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

impl Election {
    /// The ballots as another method sees them.
    ///
    /// - choose: options with points; of a ranking, every option it names (so a full ranking chooses all);
    /// - points: one for each chosen option; of a ranking, the points of the places;
    /// - ranking: options with more points stand higher, equal ones share a place; chosen ones share the first.
    pub fn profile(&self, method: Method) -> Profile {
        let options = self.options.len();
        let ranked = |places: &[Vec<usize>]| Ballot::ranking(options, places);
        let mut profile = Profile::new(method, options);
        if method == Method::Points {
            let of_places = Profile::new(Method::Ranking, options).scale();
            profile = profile.with_scale(if self.method == Method::Ranking { of_places } else { self.scale });
        }
        for Marked { times, marks } in &self.ballots {
            let ballot = match (method, marks) {
                (Method::Choose, Marks::Chosen(chosen)) => Ballot::choosing(chosen.iter().copied()),
                (Method::Choose, Marks::Points(points)) => Ballot::choosing(supported(points)),
                (Method::Choose, Marks::Places(places)) => Ballot::choosing(places.iter().flatten().copied()),
                (Method::Points, Marks::Chosen(chosen)) => {
                    Ballot::scoring(chosen.iter().map(|option| (*option, self.scale)))
                }
                (Method::Points, Marks::Points(points)) => Ballot::scoring(points.iter().copied()),
                (Method::Points | Method::Ranking, Marks::Places(places)) => ranked(places),
                (Method::Ranking, Marks::Chosen(chosen)) => ranked(std::slice::from_ref(chosen)),
                (Method::Ranking, Marks::Points(points)) => ranked(&by_points(points)),
            };
            profile.push(ballot.times(*times));
        }
        profile
    }
}

fn supported(points: &[(usize, u32)]) -> impl Iterator<Item = usize> {
    points.iter().filter(|(_, points)| *points > 0).map(|(option, _)| *option)
}

fn by_points(points: &[(usize, u32)]) -> Vec<Vec<usize>> {
    let mut sorted: Vec<(usize, u32)> = points.iter().copied().filter(|(_, points)| *points > 0).collect();
    sorted.sort_by_key(|(_, points)| Reverse(*points));
    let places = sorted.chunk_by(|a, b| a.1 == b.1);
    places.map(|place| place.iter().map(|(option, _)| *option).collect()).collect()
}
