//! How long unity takes over 10,000 people and 500 proposals with a million stances: by the rules alone, and by the
//! command from the three CSV files.
//!
//! `cargo bench --bench unity` prints a table.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::path::Path;
use std::time::Instant;

use merezha::stances::polis::{self, Comment, Export, Person, Stamp, Stance, Vote};
use merezha::stances::recount::{Request, run};
use merezha::stances::unity::{Sums, Unity, dividers, representative, unifiers};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};

const PEOPLE: u64 = 10_000;
const STATEMENTS: u64 = 500;
const STANCES: u64 = 1_000_000;
const GROUPS: u32 = 12;
const ROUNDS: u32 = 5;

fn main() -> std::io::Result<()> {
    println!(
        "{PEOPLE} people in {GROUPS} groups, {STATEMENTS} proposals, {STANCES} stances; {} cores, {}",
        std::thread::available_parallelism().map_or(1, usize::from),
        if cfg!(debug_assertions) { "debug build" } else { "release build" }
    );
    let mut export = network();
    row("count and rank, in memory", || rules(&export));
    row("write the three files, in memory", || written(&export).iter().map(|(_, bytes)| bytes.len()).sum());

    let folder = std::env::temp_dir().join(format!("unity-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    for (name, bytes) in written(&export) {
        std::fs::write(folder.join(name), &bytes)?;
        println!("{name:<24} {:>8.1} MiB", bytes.len() as f64 / f64::from(1 << 20));
    }
    row("read the three files into sums", || {
        polis::read(&folder).map_or(0, |conversation| conversation.statements.len())
    });
    row("the command, text", || command(&folder, false));
    row("the command, --json", || command(&folder, true));
    export.votes.shuffle(&mut StdRng::seed_from_u64(6));
    for (name, bytes) in written(&export) {
        std::fs::write(folder.join(name), &bytes)?;
    }
    row("the command, votes in no order", || command(&folder, true));
    std::fs::remove_dir_all(&folder)
}

/// The best and the worst of some rounds, in milliseconds.
fn row(what: &str, work: impl Fn() -> usize) {
    let times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            assert!(work() > 0, "{what}: nothing came of it");
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    let best = times.iter().copied().fold(f64::INFINITY, f64::min);
    let worst = times.iter().copied().fold(0.0, f64::max);
    println!("{what:<34} {best:>8.1} to {worst:>7.1} ms");
}

fn command(folder: &Path, json: bool) -> usize {
    run(&Request { folder: folder.to_owned(), json }).map_or(0, |text| text.len())
}

fn written(export: &Export) -> Vec<(&'static str, Vec<u8>)> {
    let stamp = Stamp { timestamp: 1_738_800_000_000, datetime: "Thu Feb 06 00:00:00 UTC 2025" };
    polis::files(export, stamp).map(Vec::from).unwrap_or_default()
}

fn rules(export: &Export) -> usize {
    let group = |person: u64| export.people[person as usize].group.map(|group| group as usize);
    let mut sums = vec![vec![Sums::default(); GROUPS as usize]; STATEMENTS as usize];
    for vote in &export.votes {
        let Some(group) = group(vote.person) else { continue };
        let cell = &mut sums[vote.comment as usize][group];
        cell.seen += 1;
        cell.agree += u32::from(vote.stance == Stance::Agree);
        cell.disagree += u32::from(vote.stance == Stance::Disagree);
    }
    let unity: Vec<Unity> = sums.iter().filter_map(|groups| Unity::of(groups)).collect();
    unifiers(&unity).len() + dividers(&unity).len() + representative(&sums).len()
}

fn network() -> Export {
    let mut chance = StdRng::seed_from_u64(5);
    let people = (0..PEOPLE)
        .map(|number| Person { number, group: (number % 10 > 0).then_some(number as u32 % GROUPS) });
    let text = "Нам потрібне місце, де громади двох областей бачать, хто що робить і хто чим може допомогти";
    let comments = (0..STATEMENTS).map(|id| Comment { id, author: id, text: text.to_owned(), moderated: 1 });
    let each = STANCES / STATEMENTS;
    let votes = (0..STATEMENTS).flat_map(|comment| {
        let first = chance.random_range(0..PEOPLE);
        let liking = chance.random_range(0.1..0.9);
        let stances: Vec<Vote> = (0..each)
            .map(|step| {
                let stance = match chance.random::<f64>() {
                    x if x < liking * 0.8 => Stance::Agree,
                    x if x < 0.8 => Stance::Disagree,
                    _ => Stance::Pass,
                };
                Vote { comment, person: (first + step * 3) % PEOPLE, stance }
            })
            .collect();
        stances
    });
    Export { people: people.collect(), comments: comments.collect(), votes: votes.collect() }
}
