//! The result for programs: one line of JSON, options by their ids.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::super::tally::{Method, Winners};
use super::Recount;

#[derive(serde::Serialize)]
struct Result<'a> {
    method: &'static str,
    winners: &'static str,
    seats: usize,
    ballots: u64,
    counts: Counts<'a>,
    committees: Vec<Vec<&'a str>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    more: bool,
}

pub(super) fn write(recount: &Recount) -> serde_json::Result<String> {
    let id = |option: usize| recount.election.options[option].id.as_str();
    let committees = recount.outcome.committees.iter();
    let mut json = serde_json::to_string(&Result {
        method: match recount.profile.method() {
            Method::Choose => "choose",
            Method::Points => "points",
            Method::Ranking => "ranking",
        },
        winners: match recount.winners {
            Winners::MostVotes => "most-votes",
            Winners::Balanced => "balanced",
        },
        seats: recount.seats.get(),
        ballots: recount.outcome.ballots,
        counts: Counts(recount),
        committees: committees.map(|committee| committee.options().into_iter().map(id).collect()).collect(),
        more: recount.outcome.more,
    })?;
    json.push('\n');
    Ok(json)
}

/// Votes or points by id, in the file's order.
struct Counts<'a>(&'a Recount<'a>);

impl Serialize for Counts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let scale = u64::from(self.0.profile.scale());
        let mut map = serializer.serialize_map(Some(self.0.election.options.len()))?;
        for (option, count) in self.0.election.options.iter().zip(&self.0.outcome.counts) {
            if count.is_multiple_of(scale) {
                map.serialize_entry(&option.id, &(count / scale))?;
            } else {
                map.serialize_entry(&option.id, &(*count as f64 / scale as f64))?;
            }
        }
        map.end()
    }
}
