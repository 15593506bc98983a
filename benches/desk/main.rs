//! How long the desk takes to come, with 100 people and with 100,000 and half as many proposals.
//!
//! `cargo bench --bench desk` prints a table: from the command to the screen on the phone, all of it counted.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::time::{Duration, Instant};

use merezha::bot::run::{self, Running};
use merezha::clock::{Clock, Moment};
use merezha::config::Config;
use merezha::rehearsal::{self, Limits, NewPerson, Options, Person};

/// 1 February 2025, 12:00 in Kyiv.
const START: Moment = Moment(1_738_404_000_000);
const TIMES: u32 = 50;
/// At most that.
const BOUND: Duration = Duration::from_millis(50);

#[tokio::main]
async fn main() {
    println!("{:>10} {:>10} {:>12} {:>12}", "people", "proposals", "median", "slowest");
    for people in [100, 100_000] {
        let folder = std::env::temp_dir().join(format!("merezha-desk-{}-{people}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let rehearsal = rehearsal::start(Options { limits: Limits::off(), ..Options::default() })
            .await
            .expect("Telegram starts");
        let config = Config::read(|name| match name {
            "TELOXIDE_TOKEN" => Some(rehearsal.token().to_owned()),
            "TELOXIDE_API_URL" => Some(rehearsal.api_url()),
            "DATABASE_URL" => Some(format!("sqlite:{}", folder.join("merezha.db").display())),
            "MEREZHA_ORGANIZERS" => Some("1001".to_owned()),
            "MEREZHA_MESSAGES_PER_SECOND_PER_CHAT" => Some("0".to_owned()),
            _ => None,
        });
        let started = run::start(config.expect("settings"), Clock::standing_at(START)).await;
        let running = started.unwrap_or_else(|why| panic!("{why:?}"));
        let oksana = rehearsal.telegram().person(NewPerson {
            first_name: "Оксана".into(),
            last_name: None,
            username: None,
            language_code: Some("uk".into()),
        });
        oksana.follows_link("");
        answered(&running, &oksana, 2).await;
        oksana.says("Оксана");
        answered(&running, &oksana, 4).await;
        make(&running, people).await;
        let mut took = Vec::new();
        for _ in 0..TIMES {
            let before = oksana.messages().len();
            let began = Instant::now();
            oksana.says("/desk");
            while oksana.messages().len() < before + 2 {
                tokio::time::sleep(Duration::from_micros(200)).await;
            }
            took.push(began.elapsed());
        }
        took.sort_unstable();
        let (median, slowest) = (took[took.len() / 2], took[took.len() - 1]);
        println!("{people:>10} {:>10} {median:>12.1?} {slowest:>12.1?}", people / 2);
        assert!(cfg!(debug_assertions) || median < BOUND, "the desk is to come within {BOUND:?}");
        running.stop().await;
        rehearsal.stop().await;
        let _ = std::fs::remove_dir_all(&folder);
    }
}

/// Waits until there are so many messages in somebody's chat, and the bot is at rest.
async fn answered(running: &Running, person: &Person, messages: usize) {
    while person.messages().len() < messages {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    running.app.settled().await.expect("comes to rest");
}

/// People with sectors and regions, some of whom ask to join; proposals, some of which wait; votes that close soon.
async fn make(running: &Running, people: i64) {
    let mut tx = running.app.db.write().await.expect("begins");
    for sql in [
        "with recursive n (id) as (select 1 union all select id + 1 from n where id < ?1)
         insert into person (telegram_id, lang, name, sector_id, region_id, joined_at, seen_at)
         select 100000 + id, 'uk', 'Учасниця ' || id, 1 + id % 3, 4 + id % 3, iif(id % 50 = 0, null, ?2), ?2 from n",
        "insert into join_request (person_id, asked_at) select id, ?2 from person where joined_at is null and ?1 > 0",
        "insert into call (question, opened_at) values ('Що ' || ?1, ?2)",
        "insert into proposal (call_id, author_id, words, handed_in_at)
         select 1, id, 'Пропозиція ' || id, ?2 from person where id <= ?1 / 2",
        "insert into review (proposal_id, words, handed_in_at)
         select id, words, ?2 from proposal where id % 20 = 0 and ?1 > 0",
        "with recursive n (id) as (select 1 union all select id + 1 from n where id < 100)
         insert into vote (title, method, most, seats, winners, secret, opened_at, roll, closes_at, stage)
         select 'Напрями ' || id, 'choose', 1, 1, 'most-votes', 1, ?2, ?1, ?2 + id * 86400000, 'open' from n",
    ] {
        let query = sqlx::query(sql).bind(people).bind(START.0);
        query.execute(&mut *tx).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
    tx.commit().await.expect("commits");
}
