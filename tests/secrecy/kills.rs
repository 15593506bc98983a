//! The real bot is killed at random moments while several votes end by themselves.

use std::time::Duration;

use merezha::rehearsal::Person;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sqlx::Connection;
use tokio::process::Child;

use crate::support::{Network, until};

const KILLS: usize = 15;
const VOTES: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn votes_that_end_while_the_process_is_killed_are_all_told_and_leave_no_key() {
    let seed: u64 = StdRng::from_os_rng().random();
    println!("seed {seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    let (network, people) = scene().await;
    let mut hits = 0;
    let mut bot = start(&network);
    for _ in 0..KILLS {
        // Either some work is done, or some time has passed: both moments are random.
        let target = network.calls() + chance.random_range(1..12);
        let span = Duration::from_millis(chance.random_range(50..900));
        let busy = network.telegram.wait("more requests", Duration::from_secs(60), |world| {
            world.journal().counts.values().sum::<u64>() >= target
        });
        let _ = tokio::time::timeout(span, busy).await;
        bot.kill().await.expect("it dies");
        hits += usize::from(!is_told(&network).await);
        bot = start(&network);
    }
    until("all is told", async || is_told(&network).await).await;
    bot.kill().await.expect("it dies");
    println!("{hits} of {KILLS} kills came before all was told");

    let mut conn = network.database().await;
    let stages: Vec<String> =
        sqlx::query_scalar("select stage from vote").fetch_all(&mut conn).await.expect("reads");
    assert_eq!(stages, ["over"; VOTES]);
    let lying: i64 =
        sqlx::query_scalar("select count(*) from ballot").fetch_one(&mut conn).await.expect("counts");
    assert_eq!(lying, 0);
    conn.close().await.expect("closes");
    assert_eq!(
        std::fs::read_dir(network.folder().join("keys")).expect("a folder").count(),
        0,
        "no key is left"
    );
    let mut repeated = 0;
    for person in &people {
        for vote in 1..=VOTES {
            let start = format!("🏁 Підсумок: Напрями {vote}\n");
            let told: Vec<String> = person
                .messages()
                .into_iter()
                .filter_map(|m| m.text.clone())
                .filter(|text| text.starts_with(&start))
                .collect();
            assert!(!told.is_empty(), "{start} is told\n{}", person.transcript());
            assert!(told.iter().all(|text| text.contains("Явка: 3 з 3") && *text == told[0]), "{told:?}");
            repeated += told.len() - 1;
            assert!(told.len() <= 1 + hits, "{start} came {} times", told.len());
        }
    }
    println!("{repeated} results came again");
    network.end().await;
}

/// Votes whose end has come by the computer's clock: the tests' own stands still, long ago.
async fn scene() -> (Network, Vec<Person>) {
    let (mut network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    let people = vec![oksana.clone(), petro, maria];
    for vote in 1..=VOTES {
        network.makes_vote(&oksana, &format!("Напрями {vote}"), "Дороги\nШколи\nВода").await;
        network.presses(&oksana, "Доба").await;
        network.presses(&oksana, "📣 Відкрити для всіх").await;
        for (at, person) in people.iter().enumerate() {
            network.votes(person, &[["⬜️ 1. Дороги", "⬜️ 2. Школи"][at % 2]]).await;
        }
    }
    network.nobody_sleeps().await;
    network.stop().await;
    (network, people)
}

fn start(network: &Network) -> Child {
    network.process().env("RUST_LOG", "error").spawn().expect("it starts")
}

async fn is_told(network: &Network) -> bool {
    let mut conn = network.database().await;
    let left: i64 = sqlx::query_scalar(
        "select (select count(*) from vote where stage <> 'over') + (select count(*) from delivery where state = 'due')",
    )
    .fetch_one(&mut conn)
    .await
    .expect("counts");
    conn.close().await.expect("closes");
    left == 0
}
