//! How many taps the bot handles, how soon it answers, and how much memory it takes: the real binary, over HTTP, with
//! an SQLite file on disk, against the leanest Telegram that can be written ([`telegram`]).
//!
//! `cargo bench --bench taps` prints a table; `-- --seconds 10` measures longer.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

mod bot;
mod network;
mod telegram;

use std::time::{Duration, Instant};

use bot::Bot;
use network::{ACTIVE, POLL, VOTE};
use telegram::{Telegram, percentile};

/// How many taps wait for their answer at once when the bot is driven as fast as it goes.
const OUTSTANDING: usize = 200;
/// How many people are within reach of a broadcast.
const REACH: usize = 10_000;

#[tokio::main]
async fn main() {
    let seconds = seconds();
    println!(
        "machine: {} cores, {}",
        cores(),
        if cfg!(debug_assertions) { "debug build" } else { "release build" }
    );

    let telegram = Telegram::start().await;
    let folder = network::folder("empty");
    network::make(&folder, 0).await;
    let bot = Bot::start(&telegram, &folder).await;
    println!("ready to take the first update: {:>8.1} ms after starting", bot.ready.as_secs_f64() * 1e3);
    println!("memory at rest, nobody there:   {:>8.1} MiB", bot.memory());
    bot.stop().await;

    let folder = network::folder("large");
    network::make(&folder, 100_000).await;
    let bot = Bot::start(&telegram, &folder).await;
    println!("memory at rest, 100,000 people: {:>8.1} MiB", bot.memory());
    let answer = |n: usize| telegram.tap(n % ACTIVE, &format!("qa.{POLL}.{}", (n / ACTIVE + n) % 3));
    let (answers, each) = throughput(&telegram, &bot, seconds, answer).await;
    println!(
        "poll answers handled:           {answers:>8.0} taps/s, {each:.2} ms of processor each (toast and card)"
    );
    let opening = Instant::now();
    telegram.open_vote(REACH).await;
    println!(
        "a vote opened:                  {:>8.1} s until {REACH} people had its card",
        opening.elapsed().as_secs_f64()
    );
    let opening = Instant::now();
    telegram.open_ballots(ACTIVE, VOTE).await;
    println!(
        "ballots opened:                 {:>8.0} taps/s",
        ACTIVE as f64 / opening.elapsed().as_secs_f64()
    );
    // Three of four options: as many as a ballot holds, so that each tap marks or unmarks.
    let mark = |n: usize| telegram.mark(n % ACTIVE, n / ACTIVE % 3);
    let (marks, each) = throughput(&telegram, &bot, seconds, mark).await;
    println!(
        "ballot marks handled:           {marks:>8.0} taps/s, {each:.2} ms of processor each (toast and ballot)"
    );
    println!("memory after that:              {:>8.1} MiB", bot.memory());

    let rate = answers.min(marks) / 2.0;
    let idle = latencies(&telegram, rate, seconds).await;
    report(&format!("at half that rate ({rate:.0}/s)"), &idle);
    telegram.announce().await;
    let before = telegram.sent();
    let busy = latencies(&telegram, rate, seconds).await;
    let sent = telegram.sent() - before;
    report("and while a broadcast runs", &busy);
    println!(
        "  p99 against idle: x{:.2}; {sent} of {REACH} messages left meanwhile",
        percentile(&busy, 99.0) / percentile(&idle, 99.0)
    );
    println!("memory at the end:              {:>8.1} MiB", bot.memory());
    bot.stop().await;
    drop(std::fs::remove_dir_all(network::folder("")));
}

/// Taps as fast as answers come: taps a second, and the bot's processor time for each in milliseconds.
async fn throughput(telegram: &Telegram, bot: &Bot, seconds: u64, tap_number: impl Fn(usize)) -> (f64, f64) {
    let mut number = 0;
    let mut tap = || {
        number += 1;
        tap_number(number);
    };
    (0..OUTSTANDING).for_each(|_| tap());
    // The first second warms up.
    let mut counted = 0;
    let (mut from, mut used) = (Instant::now(), bot.processor());
    let end = from + Duration::from_secs(seconds + 1);
    let mut warm = false;
    while Instant::now() < end {
        let answered = telegram.answered().await;
        (0..answered).for_each(|_| tap());
        counted += answered;
        if !warm && from.elapsed() > Duration::from_secs(1) {
            (warm, counted, from, used) = (true, 0, Instant::now(), bot.processor());
        }
    }
    let rate = counted as f64 / from.elapsed().as_secs_f64();
    let each = (bot.processor() - used) * 1e3 / counted.max(1) as f64;
    telegram.drained().await;
    (rate, each)
}

/// Taps at a steady rate, whatever the answers do; each tap's time to its answer in milliseconds.
async fn latencies(telegram: &Telegram, rate: f64, seconds: u64) -> Vec<f64> {
    telegram.forget_latencies();
    let start = Instant::now();
    let total = (rate * seconds as f64) as usize;
    let mut tapped = 0;
    let mut tick = tokio::time::interval(Duration::from_millis(1));
    while tapped < total {
        tick.tick().await;
        let due = ((start.elapsed().as_secs_f64() * rate) as usize).min(total);
        for number in tapped..due {
            telegram.tap(number % ACTIVE, &format!("qa.{POLL}.{}", (number / ACTIVE) % 3));
        }
        tapped = due;
    }
    telegram.drained().await;
    telegram.latencies()
}

fn report(what: &str, latencies: &[f64]) {
    println!(
        "tap to answer {what}: p50 {:.1} ms, p99 {:.1} ms, worst {:.1} ms",
        percentile(latencies, 50.0),
        percentile(latencies, 99.0),
        percentile(latencies, 100.0),
    );
}

fn seconds() -> u64 {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--seconds");
    arguments.nth(1).and_then(|value| value.parse().ok()).unwrap_or(5)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
