//! What is due happens once, whatever happens around its moment: a restart, a kill, a clock that jumps, a long absence.

mod killed;
mod polls;
mod sessions;

use std::time::Duration;

use merezha::clock::Clock;
use merezha::rehearsal::Person;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sqlx::Connection;
use tokio::process::Child;

use crate::support::{Network, shown, until};

const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(24 * 3600);
const A_WHILE: Duration = Duration::from_secs(10 * 60);
const KILLS: usize = 12;

/// A vote of a week. Петро has voted; Марія has marked something and left her ballot open.
async fn scene() -> (Network, Person, [Person; 2]) {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    opens(&network, &oksana, "Напрями").await;
    network.votes(&petro, &["⬜️ 1. Дороги"]).await;
    network.presses(&maria, "🗳 Голосувати").await;
    network.presses(&maria, "⬜️ 2. Школи").await;
    (network, oksana, [petro, maria])
}

async fn opens(network: &Network, oksana: &Person, title: &str) {
    network.makes_vote(oksana, title, "Дороги\nШколи").await;
    network.presses(oksana, "Тиждень").await;
    network.presses(oksana, "📣 Відкрити для всіх").await;
}

/// How often somebody was reminded of a vote and told its result, and whether their chat shows marks.
fn heard(person: &Person) -> (usize, usize, bool) {
    let told = |start: &str| {
        let messages = person.messages();
        messages.iter().filter(|m| m.text.as_deref().is_some_and(|text| text.starts_with(start))).count()
    };
    (told("🔔 У голосуванні"), told("🏁 Підсумок: Напрями"), person.transcript().contains("☑️"))
}

#[tokio::test]
async fn a_restart_around_a_moment_loses_and_repeats_nothing() {
    let (mut network, _, [petro, maria]) = scene().await;
    let mut passed = Duration::ZERO;
    for (moment, before, after) in [
        (A_WHILE, (0, 0, true), (0, 0, false)),
        (DAY * 6, (0, 0, false), (1, 0, false)),
        (DAY * 7, (1, 0, false), (1, 1, false)),
    ] {
        network.pass(moment - passed - Duration::from_secs(1)).await;
        network.restart().await;
        network.tick().await;
        assert_eq!(heard(&maria), before, "a second before {moment:?}\n{}", maria.transcript());
        network.stop().await;
        network.clock.forward(Duration::from_secs(1));
        network.run().await;
        network.tick().await;
        assert_eq!(heard(&maria), after, "at {moment:?}\n{}", maria.transcript());
        network.restart().await;
        network.tick().await;
        assert_eq!(heard(&maria), after, "after {moment:?}\n{}", maria.transcript());
        passed = moment;
    }
    assert_eq!(heard(&petro), (0, 1, false), "who has voted is not reminded");
    network.end().await;
}

#[tokio::test]
async fn a_clock_that_jumps_ahead_reminds_of_nothing_that_is_over() {
    let (network, _, [petro, maria]) = scene().await;
    network.pass(DAY * 30).await;
    for _ in 0..2 {
        assert_eq!(heard(&petro), (0, 1, false), "{}", petro.transcript());
        assert_eq!(heard(&maria), (0, 1, false), "{}", maria.transcript());
        network.pass(DAY).await;
    }
    network.end().await;
}

#[tokio::test]
async fn a_clock_that_jumps_back_repeats_nothing() {
    let (mut network, oksana, [_, maria]) = scene().await;
    network.pass(DAY * 6).await;
    assert_eq!(heard(&maria), (1, 0, false));
    for _ in 0..2 {
        network.clock.back(DAY * 3);
        network.tick().await;
        network.restart().await;
        // What people wait for is sent whatever the clock says.
        assert!(network.says(&maria, "/menu").await.contains("Мережа"));
        network.pass(DAY * 3).await;
        assert_eq!(heard(&maria), (1, 0, false), "{}", maria.transcript());
    }
    network.pass(DAY).await;
    assert_eq!(heard(&maria), (1, 1, false));
    network.clock.back(DAY * 5);
    network.tick().await;
    let card = network.says(&maria, "/vote").await;
    assert!(card.contains("[🏁 Напрями]"), "what is over stays over: {card}");
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Новина").await;
    network.presses(&oksana, "👥 Усім (3)").await;
    network.presses(&oksana, "📣 Надіслати").await;
    assert!(maria.screen().contains("Новина"), "{}", maria.screen());
    network.pass(DAY * 5).await;
    assert_eq!(heard(&maria), (1, 1, false), "{}", maria.transcript());
    network.end().await;
}

#[tokio::test]
async fn who_was_off_catches_up_with_what_still_makes_sense() {
    let (mut network, _, [_, maria]) = scene().await;
    network.stop().await;
    network.clock.forward(DAY * 6 + HOUR * 5);
    network.run().await;
    network.tick().await;
    assert_eq!(heard(&maria), (1, 0, false), "late, and in time: {}", maria.transcript());
    network.stop().await;
    network.clock.forward(DAY);
    network.run().await;
    network.tick().await;
    assert_eq!(heard(&maria), (1, 1, false), "{}", maria.transcript());
    network.end().await;
}

#[tokio::test]
async fn organizers_are_asked_once_whether_to_close_early() {
    let (mut network, oksana, [petro, maria]) = scene().await;
    let asked = |person: &Person| person.transcript().matches("здано всі бюлетені").count();
    network.presses(&maria, "📥 Здати бюлетень").await;
    network.tick().await;
    assert_eq!(asked(&oksana), 0, "one is missing");
    network.says(&oksana, "/vote").await;
    network.presses(&oksana, "🟢 Напрями").await;
    network.votes(&oksana, &["⬜️ 1. Дороги"]).await;
    network.restart().await;
    network.tick().await;
    assert_eq!(asked(&oksana), 1, "{}", oksana.transcript());
    network.presses(&petro, "✏️ Змінити").await;
    network.presses(&petro, "📥 Здати бюлетень").await;
    network.tick().await;
    network.restart().await;
    network.tick().await;
    assert_eq!(asked(&oksana), 1, "{}", oksana.transcript());
    network.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_deadline_is_met_once_though_the_process_is_killed_around_it() {
    let (network, oksana, [petro, maria]) = killed_scene().await;
    is_killed_again_and_again(&network).await;

    // Each message in flight may come again after a kill, but nothing was owed twice.
    let mut conn = network.database().await;
    for (what, sql, expected) in [
        (
            "an invitation and a reminder",
            "select count(distinct mailing_id) from message where subject in ('ballot:1', 'reminder:1')",
            2,
        ),
        (
            "two people are reminded",
            "select count(*) from delivery d join message m on m.id = d.message_id
             where m.subject = 'reminder:1' and d.state = 'sent'
               and d.mailing_id = (select max(mailing_id) from message where subject = 'reminder:1')",
            2,
        ),
        (
            "a picture and a text for each of three",
            "select count(*) from delivery d join message m on m.id = d.message_id where m.subject = 'vote:2'",
            6,
        ),
        ("nothing else is over", "select count(*) from vote where stage <> 'open'", 1),
        ("no ballot stands open", "select count(*) from ballot_screen", 0),
        ("everyone has voted", "select count(*) from vote where all_voted_told = 1", 1),
        ("nothing is held", "select count(*) from delivery where held = 1", 0),
    ] {
        let found: i64 = sqlx::query_scalar(sql).fetch_one(&mut conn).await.expect("counts");
        assert_eq!(found, expected, "{what}");
    }
    conn.close().await.expect("closes");
    let times = |person: &Person, words: &str| person.transcript().matches(words).count();
    for (person, words) in [
        (&oksana, "🔔 У голосуванні «Напрями 1»"),
        (&maria, "🔔 У голосуванні «Напрями 1»"),
        (&petro, "🏁 Підсумок: Напрями 2\n"),
        (&oksana, "«Напрями 4» здано всі бюлетені"),
        (&maria, "Вночі"),
    ] {
        assert!((1..=1 + KILLS).contains(&times(person, words)), "{words}\n{}", person.transcript());
    }
    assert_eq!(times(&petro, "🔔 У голосуванні «Напрями 1»"), 0, "he has voted");
    assert!(!maria.transcript().contains("☑️"), "{}", maria.transcript());
    network.end().await;
}

/// Five things that are due in half a second by the computer's clock: a reminder, a closing, a ballot to be covered, an
/// offer to close, and a message that waited for the morning. The bot is stopped.
async fn killed_scene() -> (Network, Person, [Person; 2]) {
    let (mut network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    for vote in 1..=4 {
        opens(&network, &oksana, &format!("Напрями {vote}")).await;
        network.votes(&petro, &["⬜️ 1. Дороги"]).await;
        if vote == 4 {
            network.votes(&maria, &["⬜️ 1. Дороги"]).await;
        }
    }
    network.pass(HOUR * 11).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Вночі").await;
    network.presses(&oksana, "👥 Усім (3)").await;
    network.presses(&oksana, "📣 Надіслати").await;
    let third = shown(&maria, "🗳 Напрями 3");
    network.presses_on(&maria, &third, "🗳 Голосувати").await;
    network.presses(&maria, "⬜️ 2. Школи").await;
    assert!(maria.transcript().contains("☑️"), "{}", maria.transcript());
    network.nobody_sleeps().await;
    network.stop().await;
    moves_to_now(
        &network,
        &[
        "update vote set opened_at = opened_at + ?1, closes_at = closes_at + ?1",
        "update due set at = at + ?1",
        "update vote set closes_at = ?2 where id = 2",
        // The one who has not voted yet in the fourth leaves its roll.
        "delete from roll where vote_id = 4 and person_id = (select id from person where role = 'owner')",
        "update ballot_screen set shown_at = ?2 - 600000",
        "insert or replace into due (kind, subject, at) values ('vote-reminds', 1, ?2), ('vote-closes', 2, ?2),
             ('ballot-screens', 3, ?2), ('all-voted', 4, ?2), ('held-messages', 0, ?2)",
        "update delivery set due_at = ?2 where held = 1",
    ],
    )
    .await;
    (network, oksana, [petro, maria])
}

/// The real binary is killed and started, until all that was due is done.
pub async fn is_killed_again_and_again(network: &Network) {
    let seed: u64 = StdRng::from_os_rng().random();
    println!("seed {seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    for _ in 0..KILLS {
        let mut bot = starts(network);
        // Some of the kills come before the moment, others while it is acted on.
        let span = Duration::from_millis(chance.random_range(50..500));
        let more = chance.random_range(1..20);
        let target = network.calls() + more;
        let busy = network.telegram.wait("more requests", Duration::from_secs(60), |world| {
            world.journal().counts.values().sum::<u64>() >= target
        });
        let _ = tokio::time::timeout(span, busy).await;
        bot.kill().await.expect("it dies");
    }
    let mut bot = starts(network);
    until("all is done", async || is_done(network).await).await;
    bot.kill().await.expect("it dies");
}

/// Moves what the tests' clock, which stands long ago, has set to the computer's, and then some of it to half a second
/// from now: `?1` is how far apart the clocks are, `?2` that moment.
pub async fn moves_to_now(network: &Network, statements: &[&'static str]) {
    let shift = Clock::system().now().0 - network.clock.now().0;
    let soon = Clock::system().now().after(Duration::from_millis(500)).0;
    let mut conn = network.database().await;
    for sql in statements {
        let numbered = sql.contains("?1") || sql.contains("?2");
        let query = sqlx::query(*sql);
        let query = if numbered { query.bind(shift).bind(soon) } else { query };
        query.execute(&mut conn).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
    conn.close().await.expect("closes");
}

fn starts(network: &Network) -> Child {
    network.process().env("RUST_LOG", "error").spawn().expect("it starts")
}

/// Nothing is overdue, and nothing owed. A poll waits a minute before it forgets.
async fn is_done(network: &Network) -> bool {
    let now = Clock::system().now();
    let mut conn = network.database().await;
    let left: i64 = sqlx::query_scalar(
        "select (select count(*) from due where at <= ?1 + 600000 and kind <> 'poll-forgets') + (select count(*) from delivery where state = 'due')",
    )
    .bind(now.0)
    .fetch_one(&mut conn)
    .await
    .expect("counts");
    conn.close().await.expect("closes");
    left == 0
}
