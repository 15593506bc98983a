//! How long a large vote takes to count: 100,000 random ballots over 30 options, every ballot another person's.
//!
//! `cargo bench --bench tally` prints a table; each figure is the median of a few runs.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use merezha::votes::tally::{Ballot, Method, Profile, Winners, count};

const BALLOTS: u64 = 100_000;
const OPTIONS: usize = 30;
/// Points that a ballot spreads, and the most options it chooses.
const TEN: u64 = 10;
const RUNS: usize = 5;
/// Targets.
const BALANCED: Duration = Duration::from_millis(1_000);
const PLAIN: Duration = Duration::from_millis(200);

fn main() {
    println!(
        "machine: {} cores, {}",
        cores(),
        if cfg!(debug_assertions) { "debug build" } else { "release build" }
    );
    println!("{BALLOTS} ballots, {OPTIONS} options\n");
    println!("method    winners     seats     time   target    ratio");
    let profiles = [choosing(), points(), rankings()];
    for profile in &profiles {
        for (winners, target) in [(Winners::MostVotes, PLAIN), (Winners::Balanced, BALANCED)] {
            for seats in [3, 10].into_iter().filter_map(NonZeroUsize::new) {
                let time = median(|| drop(count(profile, winners, seats)));
                println!(
                    "{:<9} {:<10} {seats:>6} {:>5} ms {:>5} ms {:>7.2}x",
                    format!("{:?}", profile.method()),
                    format!("{winners:?}"),
                    time.as_millis(),
                    target.as_millis(),
                    time.as_secs_f64() / target.as_secs_f64(),
                );
            }
        }
    }
}

fn choosing() -> Profile {
    let mut dice = Dice(1);
    filled(Method::Choose, |_| {
        let chosen = 1 + dice.below(TEN) as usize;
        Ballot::choosing(dice.shuffled().into_iter().take(chosen))
    })
}

fn points() -> Profile {
    let mut dice = Dice(2);
    filled(Method::Points, |_| {
        let mut points = [0; OPTIONS];
        (0..TEN).for_each(|_| points[dice.below(OPTIONS as u64) as usize] += 1);
        Ballot::scoring(points.into_iter().enumerate())
    })
}

fn rankings() -> Profile {
    let mut dice = Dice(3);
    filled(Method::Ranking, |_| {
        let places: Vec<Vec<usize>> = dice.shuffled().into_iter().map(|option| vec![option]).collect();
        Ballot::ranking(OPTIONS, &places)
    })
}

fn filled(method: Method, ballot: impl FnMut(u64) -> Ballot) -> Profile {
    let mut profile = Profile::new(method, OPTIONS);
    (0..BALLOTS).map(ballot).for_each(|ballot| profile.push(ballot));
    profile
}

fn median(run: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The same numbers every time (xorshift64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    fn shuffled(&mut self) -> Vec<usize> {
        let mut options: Vec<usize> = (0..OPTIONS).collect();
        for at in (1..OPTIONS).rev() {
            options.swap(at, self.below(at as u64 + 1) as usize);
        }
        options
    }
}
