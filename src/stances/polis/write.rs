//! A network written in the Polis export format, so that Polis's tools can read it: from numbers to bytes, no files.
//!
//! Who calls this answers for what it lets out:
//!
//! - people's numbers are pseudonyms, drawn anew for each export and in no order that tells anything (rows keep the
//!   order they come in);
//! - an author's number should be another than that person's where authors are known by name: `author-id` would tie
//!   all their votes to it;
//! - a group too small to be shown has no `group-id` of its own: give the place in the folding (see `groups`);
//! - there is one stamp for all rows, so nobody learns when anybody voted.
//!
//! Words are quoted as CSV asks, and harmless where somebody opens the file with a spreadsheet.

use std::collections::HashMap;
use std::io;

use csv::{Terminator, Writer, WriterBuilder};

use super::{COMMENTS, PEOPLE, Stance, VOTES};
use crate::text::spreadsheet::harmless;

/// What is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    pub comments: Vec<Comment>,
    pub people: Vec<Person>,
    /// At most one of a person on a comment.
    pub votes: Vec<Vote>,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub id: u64,
    /// The number of who wrote it.
    pub author: u64,
    pub text: String,
    /// Whether it was let in (1), turned down (-1) or not looked at yet (0).
    pub moderated: i8,
}

/// A person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    pub number: u64,
    /// None: in no group.
    pub group: Option<u32>,
}

/// What somebody answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vote {
    pub comment: u64,
    pub person: u64,
    pub stance: Stance,
}

fn cell(stance: Stance) -> &'static str {
    match stance {
        Stance::Agree => "1",
        Stance::Disagree => "-1",
        Stance::Pass => "0",
    }
}

/// The one moment that stands in every row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp<'a> {
    /// Milliseconds since 1970.
    pub timestamp: i64,
    /// The same for people to read.
    pub datetime: &'a str,
}

/// The three files, by name.
pub fn files(export: &Export, stamp: Stamp<'_>) -> io::Result<[(&'static str, Vec<u8>); 3]> {
    Ok([(COMMENTS, comments(export, stamp)?), (VOTES, votes(export, stamp)?), (PEOPLE, people(export)?)])
}

fn comments(export: &Export, stamp: Stamp<'_>) -> io::Result<Vec<u8>> {
    let mut counts: HashMap<u64, (u32, u32)> = HashMap::new();
    for vote in &export.votes {
        let (agrees, disagrees) = counts.entry(vote.comment).or_default();
        *agrees += u32::from(vote.stance == Stance::Agree);
        *disagrees += u32::from(vote.stance == Stance::Disagree);
    }
    let mut rows = writer();
    rows.write_record([
        "timestamp",
        "datetime",
        "comment-id",
        "author-id",
        "agrees",
        "disagrees",
        "moderated",
        "comment-body",
    ])?;
    for comment in &export.comments {
        let (agrees, disagrees) = counts.get(&comment.id).copied().unwrap_or_default();
        rows.serialize((
            stamp.timestamp,
            stamp.datetime,
            comment.id,
            comment.author,
            agrees,
            disagrees,
            comment.moderated,
            harmless(&comment.text),
        ))?;
    }
    finished(rows)
}

fn votes(export: &Export, stamp: Stamp<'_>) -> io::Result<Vec<u8>> {
    let mut rows = writer();
    rows.write_record(["timestamp", "datetime", "comment-id", "voter-id", "vote"])?;
    for vote in &export.votes {
        let cells = (stamp.timestamp, stamp.datetime, vote.comment, vote.person, cell(vote.stance));
        rows.serialize(cells)?;
    }
    finished(rows)
}

fn people(export: &Export) -> io::Result<Vec<u8>> {
    let columns: HashMap<u64, usize> =
        export.comments.iter().enumerate().map(|(column, comment)| (comment.id, column)).collect();
    let mut by_person: HashMap<u64, Vec<(usize, Stance)>> = HashMap::new();
    for vote in &export.votes {
        if let Some(&column) = columns.get(&vote.comment) {
            by_person.entry(vote.person).or_default().push((column, vote.stance));
        }
    }
    let mut written: HashMap<u64, u32> = HashMap::new();
    export.comments.iter().for_each(|comment| *written.entry(comment.author).or_default() += 1);

    let mut rows = writer();
    for name in ["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"] {
        rows.write_field(name)?;
    }
    for comment in &export.comments {
        rows.write_field(comment.id.to_string())?;
    }
    rows.write_record(None::<&[u8]>)?;
    let mut cells = vec![""; export.comments.len()];
    for person in &export.people {
        let own = by_person.get(&person.number).map_or(&[][..], Vec::as_slice);
        cells.fill("");
        own.iter().for_each(|&(column, stance)| cells[column] = cell(stance));
        let cast = |cell: &str| cells.iter().filter(|other| **other == cell).count();
        let seen = cells.len() - cast("");
        rows.write_field(person.number.to_string())?;
        rows.write_field(person.group.map(|group| group.to_string()).unwrap_or_default())?;
        rows.write_field(written.get(&person.number).copied().unwrap_or_default().to_string())?;
        for count in [seen, cast("1"), cast("-1")] {
            rows.write_field(count.to_string())?;
        }
        rows.write_record(&cells)?;
    }
    finished(rows)
}

fn writer() -> Writer<Vec<u8>> {
    WriterBuilder::new().has_headers(false).terminator(Terminator::Any(b'\n')).from_writer(Vec::new())
}

fn finished(rows: Writer<Vec<u8>>) -> io::Result<Vec<u8>> {
    rows.into_inner().map_err(|error| error.into_error())
}
