//! Everything of the network as one zip of JSON files, for programs; what stands in them is told in docs/export.md.
//!
//! It is written piece by piece, so that what is held in memory at once is the packed file and one piece, however many
//! proposals there are. It names nobody.

mod gather;
pub(in crate::exports) mod store;

pub use gather::gather;

use std::io::{Cursor, Write};

use anyhow::{Context, Result};
use serde::Serialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What the archive calls itself; the number changes when what stands in it gets another meaning.
const FORMAT: &str = "merezha-export";
const VERSION: u32 = 1;

const EXPLANATION: &str = include_str!("../../../docs/export.md");

/// An archive being written.
struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    /// Something stands in the current list already.
    begun: bool,
}

impl Archive {
    fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::default()), begun: false }
    }

    fn begin(&mut self, name: &str) -> Result<()> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        self.zip.start_file(name, options).context("Begin a file in an archive")
    }

    /// A file that is one object.
    fn object(&mut self, name: &str, object: &impl Serialize) -> Result<()> {
        self.begin(name)?;
        serde_json::to_writer_pretty(&mut self.zip, object).context("Write a file in an archive")
    }

    /// What the other files mean.
    fn explanation(&mut self) -> Result<()> {
        self.begin("README.md")?;
        self.zip.write_all(EXPLANATION.as_bytes()).context("Explain an archive")
    }

    /// A file that is a list; its items follow, a line each, then [`Archive::end_list`].
    fn begin_list(&mut self, name: &str) -> Result<()> {
        self.begin(name)?;
        self.begun = false;
        self.zip.write_all(b"[").context("Begin a list")
    }

    fn item(&mut self, item: &impl Serialize) -> Result<()> {
        let between: &[u8] = if std::mem::replace(&mut self.begun, true) { b",\n" } else { b"\n" };
        self.zip.write_all(between).context("Part items")?;
        serde_json::to_writer(&mut self.zip, item).context("Write an item")
    }

    fn end_list(&mut self) -> Result<()> {
        self.zip.write_all(b"\n]\n").context("End a list")
    }

    fn finish(self) -> Result<Vec<u8>> {
        Ok(self.zip.finish().context("End an archive")?.into_inner())
    }
}

/// What the archive is.
#[derive(Serialize)]
struct Manifest {
    format: &'static str,
    version: u32,
    /// In Kyiv, as all moments: `2025-02-05T18:00`.
    made_at: String,
    language: &'static str,
    /// Nothing is said of fewer people than that.
    small_group: u32,
}

/// How many people there are, and in which groups.
#[derive(Serialize)]
struct People {
    joined: u32,
    /// None: too few to tell groups apart.
    languages: Option<Vec<Group>>,
    sectors: Option<Vec<Group>>,
    regions: Option<Vec<Group>>,
}

/// People who have something in common; without a name those of small groups together.
#[derive(Serialize)]
struct Group {
    name: Option<String>,
    people: u32,
}

#[derive(Serialize)]
struct Call {
    id: i64,
    question: String,
    opened_at: String,
    closed_at: Option<String>,
}

#[derive(Serialize)]
struct Proposal<'a> {
    number: i64,
    call: i64,
    state: &'static str,
    /// How far a published one has come.
    stage: Option<&'static str>,
    direction: Option<i64>,
    tags: Vec<i64>,
    steps: Vec<Step>,
    words: Option<&'a str>,
    photo: bool,
    handed_in_at: String,
    stances: Option<Stances>,
    link: Option<String>,
}

/// What became of it, and when.
#[derive(Serialize)]
struct Step {
    at: String,
    became: &'static str,
    direction: Option<i64>,
    /// What it was merged into.
    into: Option<i64>,
    reason: Option<String>,
}

#[derive(Serialize)]
struct Direction {
    id: i64,
    name: String,
    about: Option<String>,
    colour: &'static str,
    retired: bool,
}

#[derive(Serialize)]
struct Tag {
    id: i64,
    name: String,
    retired: bool,
}

#[derive(Serialize)]
struct Stances {
    agree: u32,
    disagree: u32,
    pass: u32,
}

#[derive(Serialize)]
struct Vote {
    id: i64,
    title: String,
    method: &'static str,
    most: u8,
    seats: u8,
    winners: &'static str,
    secret: bool,
    opened_at: String,
    closed_at: Option<String>,
    stage: &'static str,
    roll: i64,
    /// Once the result is told.
    ballots: Option<u64>,
    options: Vec<VoteOption>,
}

#[derive(Serialize)]
struct VoteOption {
    words: String,
    /// Votes or points.
    count: Option<u64>,
    won: Option<bool>,
    tied: Option<bool>,
}

#[derive(Serialize)]
struct Poll {
    id: i64,
    question: String,
    several: bool,
    opened_at: String,
    closed_at: Option<String>,
    repeats: Option<i64>,
    people: Option<i64>,
    answers: Vec<PollAnswer>,
}

#[derive(Serialize)]
struct PollAnswer {
    words: String,
    /// None while it is hidden.
    people: Option<i64>,
}

#[derive(Serialize)]
struct Session {
    id: i64,
    title: String,
    starts_at: String,
    ends_at: Option<String>,
    cancelled: bool,
    place: Option<String>,
    online: bool,
    agenda: Option<String>,
    capacity: Option<u32>,
    /// How many gave which answer.
    guests: Vec<(&'static str, u32)>,
    minutes: Vec<String>,
    /// What was said with each file, or the link itself.
    materials: Vec<String>,
    /// By question, how many said yes, partly, no.
    feedback: Vec<Option<[u32; 3]>>,
}

#[derive(Serialize)]
struct Announcement {
    announced_at: String,
    /// None: everyone, or guests of a session.
    /// The sectors and regions it was for; none: it was not narrowed to any.
    groups: Vec<String>,
    /// None: no longer kept.
    text: Option<String>,
    file: bool,
    reached: i64,
}
