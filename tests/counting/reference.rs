//! Our committees are exactly those of abcvoting and pabutools (`data/README.md`).

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use merezha::votes::tally::{Ballot, Committee, Method, Outcome, Profile, Winners, count};
use serde::Deserialize;

#[derive(Deserialize)]
struct Tallies {
    approval: Vec<Approval>,
    points: Vec<Points>,
}

#[derive(Deserialize)]
struct Approval {
    name: String,
    options: Vec<String>,
    seats: NonZeroUsize,
    ballots: Vec<Vec<String>>,
    most_votes: Vec<Vec<String>>,
    equal_shares_phragmen: Vec<Vec<String>>,
}

#[derive(Deserialize)]
struct Points {
    name: String,
    options: Vec<String>,
    seats: NonZeroUsize,
    ballots: Vec<BTreeMap<String, u32>>,
    totals: BTreeMap<String, u64>,
    most_points: Vec<Vec<String>>,
    equal_shares_filled_by_points: Vec<Vec<String>>,
}

fn tallies() -> Tallies {
    serde_json::from_str(include_str!("data/tallies.json")).expect("read")
}

fn position(options: &[String], name: &String) -> usize {
    options.iter().position(|option| option == name).expect("an option")
}

fn named(options: &[String], outcome: &Outcome) -> Vec<Vec<String>> {
    let names = |committee: &Committee| committee.options().iter().map(|at| options[*at].clone()).collect();
    outcome.committees.iter().map(names).collect()
}

fn sorted(mut committees: Vec<Vec<String>>) -> Vec<Vec<String>> {
    committees.iter_mut().for_each(|committee| committee.sort());
    committees.sort();
    committees
}

#[test]
fn chosen_options_are_elected_as_in_abcvoting() {
    let tallies = tallies().approval;
    assert_eq!(tallies.len(), 29);
    for case in tallies {
        let mut profile = Profile::new(Method::Choose, case.options.len());
        for ballot in &case.ballots {
            profile.push(Ballot::choosing(ballot.iter().map(|name| position(&case.options, name))));
        }
        for (winners, expected) in
            [(Winners::MostVotes, case.most_votes), (Winners::Balanced, case.equal_shares_phragmen)]
        {
            let outcome = count(&profile, winners, case.seats);
            assert_eq!(
                sorted(named(&case.options, &outcome)),
                sorted(expected),
                "{}, {winners:?}",
                case.name
            );
        }
    }
}

#[test]
fn options_with_points_are_elected_as_in_pabutools() {
    let tallies = tallies().points;
    assert_eq!(tallies.len(), 12);
    for case in tallies {
        let mut profile = Profile::new(Method::Points, case.options.len());
        for ballot in &case.ballots {
            let points = ballot.iter().map(|(name, points)| (position(&case.options, name), *points));
            profile.push(Ballot::scoring(points));
        }
        for (winners, expected) in
            [(Winners::MostVotes, case.most_points), (Winners::Balanced, case.equal_shares_filled_by_points)]
        {
            let outcome = count(&profile, winners, case.seats);
            assert_eq!(
                sorted(named(&case.options, &outcome)),
                sorted(expected),
                "{}, {winners:?}",
                case.name
            );
            let totals: Vec<u64> = case.options.iter().map(|option| case.totals[option]).collect();
            assert_eq!(outcome.counts, totals, "{}", case.name);
        }
    }
}
