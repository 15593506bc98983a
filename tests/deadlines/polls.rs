//! Polls that end by time: told once, and forgotten once, whatever happens around the moment.

use std::time::Duration;

use merezha::rehearsal::Person;
use sqlx::Connection;

use super::DAY;
use crate::support::Network;

/// A poll of a day that Петро and Марія have answered.
async fn scene() -> (Network, [Person; 3]) {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Коли?\nРанок\nВечір").await;
    network.presses(&oksana, "Доба").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    network.presses(&petro, "Ранок").await;
    network.presses(&maria, "Вечір").await;
    (network, [oksana, petro, maria])
}

/// How often each was told what came of it.
fn told(people: &[Person; 3]) -> [usize; 3] {
    people.each_ref().map(|person| person.transcript().matches("📊 Підсумок: Коли?").count())
}

/// How many answers there are, and how many of them still say whose they are.
async fn kept(network: &Network) -> (i64, i64) {
    let mut conn = network.database().await;
    let kept = sqlx::query_as("select count(*), count(person_id) from poll_answer")
        .fetch_one(&mut conn)
        .await
        .expect("counts");
    conn.close().await.expect("closes");
    kept
}

async fn passes(something: impl AsyncFn(&mut Network)) {
    let (mut network, people) = scene().await;
    network.pass(DAY - Duration::from_secs(1)).await;
    something(&mut network).await;
    assert_eq!((told(&people), kept(&network).await), ([0; 3], (2, 2)), "a second before");
    network.pass(Duration::from_secs(1)).await;
    something(&mut network).await;
    assert_eq!(told(&people), [1; 3], "at the moment");
    network.pass(Duration::from_secs(120)).await;
    something(&mut network).await;
    assert_eq!((told(&people), kept(&network).await), ([1; 3], (2, 0)), "afterwards");
    network.end().await;
}

#[tokio::test]
async fn a_restart_around_the_end_loses_and_repeats_nothing() {
    passes(async |network| {
        network.restart().await;
        network.tick().await;
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_jumps_back_and_ahead_again_loses_and_repeats_nothing() {
    passes(async |network| {
        network.clock.back(3 * DAY);
        network.tick().await;
        network.clock.forward(3 * DAY);
        network.tick().await;
    })
    .await;
}
