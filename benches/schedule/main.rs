//! What a wake of the schedule costs, with few people and with 100,000: the same, or it looks at them.
//!
//! `cargo bench --bench schedule` prints a table.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::path::Path;
use std::time::{Duration, Instant};

use merezha::bot::run::{self, Running};
use merezha::clock::{Clock, Moment};
use merezha::config::Config;
use merezha::rehearsal::{self, Options, Rehearsal};
use merezha::schedule;

/// 1 February 2025, 12:00 in Kyiv.
const START: Moment = Moment(1_738_404_000_000);
const DAY: Duration = Duration::from_secs(24 * 3600);
/// Votes under way, each of which closes, reminds, and covers ballots.
const VOTES: i64 = 100;
/// Sessions ahead, to each of which everybody is invited: one in ten comes, one in a hundred waits for a place.
const SESSIONS: i64 = 20;
const WAKES: u32 = 2_000;

#[tokio::main]
async fn main() {
    let build = if cfg!(debug_assertions) { "debug build" } else { "release build" };
    println!(
        "{build}; {VOTES} votes under way and {SESSIONS} sessions ahead, {} things due some time",
        VOTES * 3 + SESSIONS
    );
    println!(
        "{:>10} {:>14} {:>18} {:>20} {:>22}",
        "people", "wake, nothing", "one thing, no-op", "session, place held", "1,000 messages let go"
    );
    for people in [100, 100_000] {
        let folder = std::env::temp_dir().join(format!("merezha-schedule-{}-{people}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let clock = Clock::standing_at(START);
        let rehearsal = rehearsal::start(Options::default()).await.expect("Telegram starts");
        let running = start(&folder, &rehearsal, clock.clone()).await;
        make(&running, people).await;

        let began = Instant::now();
        for _ in 0..WAKES {
            schedule::tick(&running.app).await.expect("ticks");
        }
        let nothing = began.elapsed() / WAKES;

        // Ballots to be covered of which there are none any more.
        clock.forward(DAY);
        let began = Instant::now();
        schedule::tick(&running.app).await.expect("ticks");
        let one = began.elapsed() / u32::try_from(VOTES).expect("few");

        // In each session the time to take a place is over, and it goes on to whoever is next.
        clock.forward(DAY);
        let began = Instant::now();
        schedule::tick(&running.app).await.expect("ticks");
        let session = began.elapsed() / u32::try_from(SESSIONS).expect("few");

        hold(&running, people).await;
        clock.forward(DAY);
        let began = Instant::now();
        schedule::tick(&running.app).await.expect("ticks");
        let released = began.elapsed();
        println!("{people:>10} {nothing:>14.1?} {one:>18.1?} {session:>20.1?} {released:>22.1?}");
        running.stop().await;
        rehearsal.stop().await;
        let _ = std::fs::remove_dir_all(&folder);
    }
}

async fn start(folder: &Path, rehearsal: &Rehearsal, clock: Clock) -> Running {
    let config = Config::read(|name| match name {
        "TELOXIDE_TOKEN" => Some(rehearsal.token().to_owned()),
        "TELOXIDE_API_URL" => Some(rehearsal.api_url()),
        "DATABASE_URL" => Some(format!("sqlite:{}", folder.join("merezha.db").display())),
        "MEREZHA_ORGANIZERS" => Some("1".to_owned()),
        // What is let go is counted, not sent.
        "MEREZHA_MESSAGES_PER_SECOND" => Some("1".to_owned()),
        _ => None,
    });
    run::start(config.expect("settings"), clock).await.unwrap_or_else(|why| panic!("{why:?}"))
}

/// People, votes under way with everyone on their rolls, and what is due of them.
async fn make(running: &Running, people: i64) {
    let mut tx = running.app.db.write().await.expect("begins");
    for sql in [
        "with recursive n (id) as (select 1 union all select id + 1 from n where id < ?1)
         insert into person (telegram_id, lang, name, role, sector_id, region_id, joined_at, seen_at)
         select id, 'uk', 'Учасниця ' || id, 'participant', 1 + id % 2, 4 + id % 2, 0, 0 from n where ?2 > 0",
        "with recursive n (id) as (select 1 union all select id + 1 from n where id < ?2)
         insert into vote (title, method, most, seats, winners, secret, opened_at, roll, closes_at, stage)
         select 'Напрями ' || id, 'choose', 1, 1, 'most-votes', 1, ?3, ?1, ?3 + id * 86400000 * 7, 'open' from n",
        "insert into vote_option select id, 0, 'Так' from vote where ?1 + ?2 + ?3 > 0",
        "insert into roll select v.id, p.id from vote v, person p where v.id <= 5 and ?1 + ?2 + ?3 > 0",
        "with recursive n (id) as (select 1 union all select id + 1 from n where id < 20)
         insert into session (title, starts_at, ends_at, over_at, place, capacity, queue, announced_at, revised_at,
                              remind_at, feedback_at)
         select 'Сесія ' || id, ?3 + id * 86400000 * 30, null, ?3 + id * 86400000 * 30 + 7200000, 'Київ', 1 + ?1 / 10, 1,
                ?3, ?3, ?3 + id * 86400000 * 30 - 86400000, ?3 + id * 86400000 * 30 + 10800000 from n where ?2 > 0",
        "insert into session_guest (session_id, person_id, attendance, since, offered_until)
         select s.id, p.id, iif(p.id = 1, 'offered', iif(p.id % 10 = 0, 'coming', iif(p.id % 100 = 7, 'waiting', 'silent'))),
                ?3, iif(p.id = 1, ?3 + 2 * 86400000, null)
         from session s, person p where ?1 + ?2 > 0",
        "insert into due select 'session', id, ?3 + 2 * 86400000 from session where ?1 + ?2 > 0",
        "insert into due select 'vote-closes', id, closes_at from vote where ?1 + ?2 + ?3 > 0",
        "insert into due select 'vote-reminds', id, closes_at - 3600000 from vote where ?1 + ?2 + ?3 > 0",
        "insert into due select 'ballot-screens', id, ?3 + 600000 from vote where ?1 + ?2 > 0",
    ] {
        let query = sqlx::query(sql).bind(people).bind(VOTES).bind(START.0);
        query.execute(&mut *tx).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
    tx.commit().await.expect("commits");
}

/// Everybody has a message that waits for the morning.
async fn hold(running: &Running, people: i64) {
    let mut tx = running.app.db.write().await.expect("begins");
    let morning = running.app.clock.now().after(DAY / 2).0;
    for sql in [
        "insert into message (id, body) values (1000000, '{\"body\":{\"text\":\"Новина\"}}')",
        "insert into delivery (message_id, person_id, chat, urgency, due_at, held)
         select 1000000, id, telegram_id, 1, ?1, 1 from person",
        "insert or replace into due values ('held-messages', 0, ?1)",
    ] {
        let query = sqlx::query(sql);
        let query = if sql.contains("?1") { query.bind(morning) } else { query };
        query.execute(&mut *tx).await.unwrap_or_else(|error| panic!("{sql} with {people}: {error}"));
    }
    tx.commit().await.expect("commits");
}
