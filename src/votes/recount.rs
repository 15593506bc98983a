//! `merezha tally FILE`: recounts a file of ballots, ours or anybody's, as text for people or JSON for programs.

mod json;
mod text;

use std::fs;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use super::files::{self, Election, Format, Seats};
use super::tally::{self, Method, Outcome, Profile, Winners};

/// What to recount, and how.
#[derive(Debug, Clone, Default)]
pub struct Request {
    pub path: PathBuf,
    /// Instead of the file's own.
    pub method: Option<Method>,
    /// Instead of the file's own; most votes if it does not say.
    pub winners: Option<Winners>,
    /// Instead of the file's own.
    pub seats: Option<NonZeroUsize>,
    pub json: bool,
}

/// A recounted vote, to be told.
struct Recount<'a> {
    election: &'a Election,
    profile: &'a Profile,
    winners: Winners,
    seats: NonZeroUsize,
    outcome: &'a Outcome,
}

/// The result to be printed, or one line that says what is wrong: `FILE:LINE: reason` or `FILE: reason`.
pub fn run(request: &Request) -> Result<String, String> {
    let file = request.path.display();
    let format = Format::of(&request.path)
        .ok_or_else(|| format!("{file}: not a file to count (.pb, .cat, .soc, .toc, .soi, .toi)"))?;
    let bytes = fs::read(&request.path).map_err(|error| format!("{file}: {error}"))?;
    let election =
        files::read(format, &bytes).map_err(|bad| format!("{file}:{}: {}", bad.line, bad.reason))?;
    let seats = match (request.seats, election.seats) {
        (Some(seats), _) | (None, Seats::Given(seats)) => seats,
        (None, Seats::Unknown(why)) => {
            return Err(format!("{file}: the file does not say how many win ({why}); say it with --seats"));
        }
    };
    let profile = election.profile(request.method.unwrap_or(election.method));
    let winners = request.winners.or(election.winners).unwrap_or(Winners::MostVotes);
    let outcome = tally::count(&profile, winners, seats);
    let recount = Recount { election: &election, profile: &profile, winners, seats, outcome: &outcome };
    if request.json {
        json::write(&recount).map_err(|error| format!("{file}: {error}"))
    } else {
        Ok(text::write(&recount))
    }
}
