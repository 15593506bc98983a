//! From answers to a result: the counted vote, and the file of ballots from which anybody can count it again.

use std::num::NonZeroUsize;

use sha2::{Digest, Sha256};

use super::breakdown::{Weighed, breakdowns};
use super::files::{self, Ballots, Paper};
use super::seal::Receipt;
use super::tally::{self, Outcome, Profile};
use super::{Answer, Counted, Vote};
use crate::ids::AffiliationId;
use crate::ui::action::Method;

/// A ballot that is counted: what it says, and what the result tells of whose it was.
#[derive(Debug, Clone)]
pub struct Cast {
    pub answer: Answer,
    /// An organizer entered it.
    pub on_paper: bool,
    pub receipt: Receipt,
    pub sector: Option<AffiliationId>,
    pub region: Option<AffiliationId>,
}

/// Counts ballots, and writes them into a file in the order they have. `roll`: how many could vote; `least`: how many
/// people a group must have to be shown.
pub fn count(vote: &Vote, roll: i64, cast: &[Cast], least: u32) -> (Counted, String) {
    let seats = NonZeroUsize::new(usize::from(vote.rules.seats)).unwrap_or(NonZeroUsize::MIN);
    let mut profile = Profile::new(vote.rules.method, vote.options.len());
    let mut people = Vec::new();
    for Cast { answer, sector, region, .. } in cast {
        let ballot = ballot(vote, answer);
        people.push(Weighed { sector: *sector, region: *region, counts: weights(vote, &ballot) });
        profile.push(ballot);
    }
    let outcome = tally::count(&profile, vote.rules.winners, seats);
    let reasons = outcome.committees.first().map(|first| tally::reasons(&profile, first)).unwrap_or_default();
    let counts: Vec<String> = outcome.counts.iter().map(|count| profile.points(*count)).collect();
    let file = file(vote, cast, &outcome, &counts);
    let mut receipts: Vec<Receipt> = cast.iter().map(|cast| cast.receipt.clone()).collect();
    receipts.sort();
    let on_paper = cast.iter().filter(|cast| cast.on_paper).count();
    let counted = Counted {
        scale: profile.scale(),
        reasons: reasons.into_iter().filter(|reason| outcome.certain.contains(&reason.option)).collect(),
        on_paper: u32::try_from(on_paper).unwrap_or(u32::MAX),
        roll,
        groups: breakdowns(&people, least),
        receipts,
        sha256: Sha256::digest(file.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect(),
        outcome,
    };
    (counted, file)
}

/// What a ballot gives to each option, as the counts measure it.
fn weights(vote: &Vote, ballot: &tally::Ballot) -> Vec<u64> {
    let mut weights = vec![0; vote.options.len()];
    for (option, weight) in ballot.marks() {
        if let Some(at) = usize::try_from(*option).ok().and_then(|option| weights.get_mut(option)) {
            *at += u64::from(*weight);
        }
    }
    weights
}

fn ballot(vote: &Vote, answer: &Answer) -> tally::Ballot {
    let named = named(vote, answer).into_iter();
    match vote.rules.method {
        Method::Choose => tally::Ballot::choosing(named),
        Method::Points => tally::Ballot::scoring(points(answer)),
        Method::Ranking => {
            let places: Vec<Vec<usize>> = named.map(|option| vec![option]).collect();
            tally::Ballot::ranking(vote.options.len(), &places)
        }
    }
}

/// The options of an answer: ranked ones by their places.
fn named(vote: &Vote, answer: &Answer) -> Vec<usize> {
    let named = if vote.rules.method == Method::Ranking { answer.ranked() } else { answer.named() };
    named.into_iter().map(usize::from).collect()
}

fn points(answer: &Answer) -> Vec<(usize, u32)> {
    let named = answer.named().into_iter();
    named.map(|option| (usize::from(option), u32::from(answer.of(option)))).collect()
}

/// No time and nothing of the people: only the question, the rules, and the ballots.
fn file(vote: &Vote, cast: &[Cast], outcome: &Outcome, counts: &[String]) -> String {
    let rules = &vote.rules;
    let named: Vec<Vec<usize>> = cast.iter().map(|cast| named(vote, &cast.answer)).collect();
    let spread: Vec<Vec<(usize, u32)>> = cast.iter().map(|cast| points(&cast.answer)).collect();
    let options: Vec<&str> = vote.options.iter().map(|option| option.plain()).collect();
    files::write(&Paper {
        description: vote.title.plain(),
        facts: &[],
        winners: rules.winners,
        seats: usize::from(rules.seats),
        fewest: 1,
        most: match rules.method {
            Method::Choose => usize::from(rules.most),
            Method::Points | Method::Ranking => options.len(),
        },
        options: &options,
        counts,
        selected: &outcome.certain,
        ballots: match rules.method {
            Method::Choose => Ballots::Choose(&named),
            Method::Points => Ballots::Points { points: u32::from(rules.most), ballots: &spread },
            Method::Ranking => Ballots::Ranking(&named),
        },
    })
}
