//! Writing a closed vote as a Pabulib file, which anybody can recount: with us, pabutools, or abcvoting.
//!
//! Options are numbered from 1 in their order, ballots in the order given: whoever has to keep a vote secret shuffles
//! them first.

use super::super::tally::Winners;
use super::pabulib::{EQUAL_SHARES, GREEDY};
use super::rows::cell;

/// A vote to be written.
#[derive(Debug, Clone)]
pub struct Paper<'a> {
    pub description: &'a str,
    /// Further facts for META, such as `country`, `unit`, `instance`, `date_begin`, `date_end`.
    pub facts: &'a [(&'a str, &'a str)],
    pub winners: Winners,
    pub seats: usize,
    /// How many options a ballot could name at least and at most.
    pub fewest: usize,
    pub most: usize,
    /// The options' names.
    pub options: &'a [&'a str],
    /// How many votes or points each of them has, as it is said.
    pub counts: &'a [String],
    /// The positions of those that are elected, as far as no tie decides.
    pub selected: &'a [usize],
    pub ballots: Ballots<'a>,
}

/// The ballots, options by their position; an empty one is a ballot too.
#[derive(Debug, Clone, Copy)]
pub enum Ballots<'a> {
    Choose(&'a [Vec<usize>]),
    Points {
        /// How many points a ballot may spend.
        points: u32,
        ballots: &'a [Vec<(usize, u32)>],
    },
    /// Best first.
    Ranking(&'a [Vec<usize>]),
}

/// The file.
pub fn write(paper: &Paper) -> String {
    let mut out = String::new();
    line(&mut out, &["META"]);
    line(&mut out, &["key", "value"]);
    for (key, value) in meta(paper) {
        line(&mut out, &[&key, &value]);
    }
    projects(paper, &mut out);
    votes(paper.ballots, &mut out);
    out
}

fn line(out: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    out.push_str(&cells.join(";"));
    out.push('\n');
}

fn meta(paper: &Paper) -> Vec<(String, String)> {
    let rule = match paper.winners {
        Winners::MostVotes => GREEDY,
        Winners::Balanced => EQUAL_SHARES,
    };
    let (kind, votes) = match paper.ballots {
        Ballots::Choose(ballots) => ("approval", ballots.len()),
        Ballots::Points { ballots, .. } => ("cumulative", ballots.len()),
        Ballots::Ranking(ballots) => ("ordinal", ballots.len()),
    };
    let mut meta = vec![("description".to_owned(), paper.description.to_owned())];
    meta.extend(paper.facts.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())));
    let mut add = |key: &str, value: &dyn ToString| meta.push((key.to_owned(), value.to_string()));
    add("num_projects", &paper.options.len());
    add("num_votes", &votes);
    add("budget", &paper.seats);
    add("vote_type", &kind);
    add("rule", &rule);
    add("min_length", &paper.fewest);
    add("max_length", &paper.most);
    match paper.ballots {
        Ballots::Choose(_) => {}
        Ballots::Points { points, .. } => {
            add("min_points", &0);
            add("max_points", &points);
            add("max_sum_points", &points);
        }
        Ballots::Ranking(_) => add("scoring_fn", &"Borda"),
    }
    meta
}

fn projects(paper: &Paper, out: &mut String) {
    line(out, &["PROJECTS"]);
    let counted = if matches!(paper.ballots, Ballots::Choose(_)) { "votes" } else { "score" };
    line(out, &["project_id", "cost", counted, "name", "selected"]);
    for (position, (name, count)) in paper.options.iter().zip(paper.counts).enumerate() {
        let selected = u8::from(paper.selected.contains(&position));
        line(out, &[&(position + 1).to_string(), "1", count, name, &selected.to_string()]);
    }
}

fn votes(ballots: Ballots, out: &mut String) {
    line(out, &["VOTES"]);
    let ids = |ballot: &[usize]| joined(ballot.iter().map(|option| option + 1));
    match ballots {
        Ballots::Choose(ballots) | Ballots::Ranking(ballots) => {
            line(out, &["voter_id", "vote"]);
            for (number, ballot) in (1..).zip(ballots) {
                line(out, &[&format!("{number}"), &ids(ballot)]);
            }
        }
        Ballots::Points { ballots, .. } => {
            line(out, &["voter_id", "vote", "points"]);
            for (number, ballot) in (1..).zip(ballots) {
                let named: Vec<usize> = ballot.iter().map(|(option, _)| *option).collect();
                // pabutools takes a ballot for empty only if it says that there are no points.
                let points =
                    if ballot.is_empty() { "None".into() } else { joined(ballot.iter().map(|b| b.1)) };
                line(out, &[&format!("{number}"), &ids(&named), &points]);
            }
        }
    }
}

fn joined(numbers: impl Iterator<Item = impl ToString>) -> String {
    numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(",")
}
