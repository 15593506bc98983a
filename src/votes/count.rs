//! From answers to a result: the counted vote, and the file of ballots from which anybody can count it again.

use std::num::NonZeroUsize;

use sha2::{Digest, Sha256};

use super::files::{self, Ballots, Paper};
use super::seal::Receipt;
use super::tally::{self, Outcome, Profile, Reason};
use super::{Answer, Counted, Vote};
use crate::ui::action::Method;

/// The outcome with the reasons, and what counts in it are measured in.
#[derive(Debug)]
pub struct Tallied {
    outcome: Outcome,
    reasons: Vec<Reason>,
    scale: u32,
}

/// Counts answers, and writes them into a file in the order they have.
pub fn count(vote: &Vote, answers: &[Answer]) -> (Tallied, String) {
    let seats = NonZeroUsize::new(usize::from(vote.rules.seats)).unwrap_or(NonZeroUsize::MIN);
    let mut profile = Profile::new(vote.rules.method, vote.options.len());
    for answer in answers {
        profile.push(ballot(vote, answer));
    }
    let outcome = tally::count(&profile, vote.rules.winners, seats);
    let reasons = outcome.committees.first().map(|first| tally::reasons(&profile, first)).unwrap_or_default();
    let file = file(vote, answers, &outcome);
    (Tallied { outcome, reasons, scale: profile.scale() }, file)
}

/// A count without what only the ballots' owners tell: groups, paper, the roll.
pub fn counted(tallied: Tallied, mut receipts: Vec<Receipt>, file: &str) -> Counted {
    let Tallied { outcome, reasons, scale } = tallied;
    let reasons = reasons.into_iter().filter(|reason| outcome.certain.contains(&reason.option)).collect();
    receipts.sort();
    let sha256 = Sha256::digest(file.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    Counted { outcome, scale, reasons, on_paper: 0, roll: 0, groups: Vec::new(), receipts, sha256 }
}

/// What an answer gives to each option, as the counts measure it.
pub fn weights(vote: &Vote, answer: &Answer) -> Vec<u64> {
    let mut weights = vec![0; vote.options.len()];
    for (option, weight) in ballot(vote, answer).marks() {
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
fn file(vote: &Vote, answers: &[Answer], outcome: &Outcome) -> String {
    let rules = &vote.rules;
    let named: Vec<Vec<usize>> = answers.iter().map(|answer| named(vote, answer)).collect();
    let spread: Vec<Vec<(usize, u32)>> = answers.iter().map(points).collect();
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
        selected: &outcome.certain,
        ballots: match rules.method {
            Method::Choose => Ballots::Choose(&named),
            Method::Points => Ballots::Points { points: u32::from(rules.most), ballots: &spread },
            Method::Ranking => Ballots::Ranking(&named),
        },
    })
}
