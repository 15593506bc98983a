//! How long files of a large network take, how large they are, and how much memory the process has held by then.
//!
//! `cargo bench --bench export` prints a table.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::path::Path;
use std::time::{Duration, Instant};

use merezha::bot::run::{self, Running};
use merezha::clock::{Clock, Moment};
use merezha::config::Config;
use merezha::rehearsal::{self, Limits, NewPerson, Options, Rehearsal};

/// 1 February 2025, 12:00 in Kyiv.
const START: Moment = Moment(1_738_404_000_000);
const PEOPLE: i64 = 100_000;
const PROPOSALS: i64 = 50_000;
/// To each proposal.
const STANCES: i64 = 20;
/// Files by their codes.
const FILES: [(&str, &str); 3] = [("a", "zip of JSON"), ("c", "CSV"), ("x", "XLSX")];

#[tokio::main]
async fn main() {
    let build = if cfg!(debug_assertions) { "debug build" } else { "release build" };
    println!("{build}; {PEOPLE} people, {PROPOSALS} proposals with {STANCES} stances each");
    let folder = std::env::temp_dir().join(format!("merezha-export-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let clock = Clock::standing_at(START);
    let rehearsal = rehearsal::start(Options { limits: Limits::off(), ..Options::default() })
        .await
        .expect("Telegram starts");
    let organizer = rehearsal.telegram().person(NewPerson {
        first_name: "Оксана".into(),
        last_name: None,
        username: None,
        language_code: Some("uk".into()),
    });
    let running = start(&folder, &rehearsal, organizer.id(), clock).await;
    organizer.follows_link("");
    running.app.settled().await.expect("reads");
    make(&running).await;
    println!("{:>14} {:>10} {:>10} {:>12}", "file", "time", "size", "memory (peak)");
    println!("{:>14} {:>10} {:>10} {:>9} MiB", "(before)", "", "", peak() / 1024);
    for (code, name) in FILES {
        let began = Instant::now();
        ask(&running, code).await;
        running.app.exports.wake();
        let took = loop {
            if running.app.exports.is_settled().await.expect("reads") {
                break began.elapsed();
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        };
        running.app.settled().await.expect("reads");
        let sent = organizer.messages().into_iter().rev().find_map(|message| message.document.clone());
        let size = sent.map_or(0, |document| document.file_size) / 1024;
        println!("{name:>14} {took:>10.1?} {size:>6} KiB {:>9} MiB", peak() / 1024);
    }
    running.stop().await;
    rehearsal.stop().await;
    let _ = std::fs::remove_dir_all(&folder);
}

/// The most memory that the process has held, in KiB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

async fn start(folder: &Path, rehearsal: &Rehearsal, organizer: i64, clock: Clock) -> Running {
    let config = Config::read(|name| match name {
        "TELOXIDE_TOKEN" => Some(rehearsal.token().to_owned()),
        "TELOXIDE_API_URL" => Some(rehearsal.api_url()),
        "DATABASE_URL" => Some(format!("sqlite:{}", folder.join("merezha.db").display())),
        "MEREZHA_ORGANIZERS" => Some(organizer.to_string()),
        _ => None,
    });
    run::start(config.expect("settings"), clock).await.unwrap_or_else(|why| panic!("{why:?}"))
}

async fn make(running: &Running) {
    let mut tx = running.app.db.write().await.expect("begins");
    for sql in [
        "update person set name = 'Оксана', role = 'owner', joined_at = 0 where ?1 + ?2 + ?3 > 0",
        "with recursive n (id) as (select 1 union all select id + 1 from n where id < ?1)
         insert into person (telegram_id, lang, name, role, sector_id, region_id, joined_at, seen_at)
         select -id, iif(id % 5, 'uk', 'en'), 'Учасниця ' || id, 'participant', 1 + id % 2, 4 + id % 2, 0, 0 from n
         where ?2 + ?3 > 0",
        "insert into call (question, opened_at) select 'Що нас об’єднує?', 0 where ?1 + ?2 + ?3 > 0",
        "with recursive n (id) as (select 1 union all select id + 1 from n where id < ?2)
         insert into proposal (call_id, author_id, words, handed_in_at)
         select 1, 1 + id % ?1, 'Пропозиція ' || id || ': ' || hex(randomblob(40)) || ' дороги, школи й лікарні в ' ||
                'кожній громаді, щоб люди могли повернутися додому, працювати й навчати дітей', ?3 + id from n",
        "with recursive n (id) as (select 0 union all select id + 1 from n where id < 19)
         insert into stance select o.id, 1 + (o.id * 31 + n.id * 4999) % ?1, (o.id + n.id) % 3 - 1
         from proposal o, n where ?2 + ?3 > 0 on conflict do nothing",
    ] {
        let query = sqlx::query(sql).bind(PEOPLE).bind(PROPOSALS).bind(START.0);
        query.execute(&mut *tx).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
    tx.commit().await.expect("commits");
}

async fn ask(running: &Running, what: &str) {
    let mut tx = running.app.db.write().await.expect("begins");
    let sql =
        "insert into export (person_id, what, asked_at) select id, ?, 0 from person where role = 'owner'";
    sqlx::query(sql).bind(what).execute(&mut *tx).await.expect("asks");
    tx.commit().await.expect("commits");
}
