//! The steps from the last ballot to the result, each cut off from the next.

use std::time::Duration;

use merezha::db::Db;
use merezha::ids::VoteId;
use merezha::keys::Keys;
use merezha::rehearsal::Person;
use merezha::votes::flow::closing::{begin, step};
use rand::SeedableRng;
use rand::rngs::StdRng;
use sqlx::Connection;

use crate::support::Network;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// Where the bot died.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Cut {
    /// The time has come, and nothing was done.
    Open,
    Closing,
    Counted,
    /// The key is overwritten and still has its name.
    Overwritten,
    /// The same, and shorter.
    Shortened,
    /// The key is gone, and the table does not say so yet.
    Removed,
    /// The result is owed to everyone.
    Over,
}

#[tokio::test]
async fn a_closing_that_is_cut_off_anywhere_goes_on_at_the_next_start() {
    for cut in
        [Cut::Open, Cut::Closing, Cut::Counted, Cut::Overwritten, Cut::Shortened, Cut::Removed, Cut::Over]
    {
        let (mut network, people) = scene().await;
        network.stop().await;
        network.clock.forward(DAY);
        network.telegram.forward(DAY);
        die_at(&network, cut).await;

        network.run().await;
        network.tick().await;
        for _ in 0..2 {
            network.tick().await;
            is_over(&network, &people, cut).await;
            network.restart().await;
        }
        network.end().await;
    }
}

/// An organizer and two people, all of whom have voted; it ends within a day.
async fn scene() -> (Network, Vec<Person>) {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи\nВода").await;
    network.presses(&oksana, "Доба").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    let people = vec![oksana, petro, maria];
    for (person, mark) in people.iter().zip(["⬜️ 1. Дороги", "⬜️ 3. Вода", "⬜️ 3. Вода"])
    {
        network.votes(person, &[mark]).await;
    }
    (network, people)
}

/// Takes the steps before that, one by one, as the bot would; then everything is dropped.
async fn die_at(network: &Network, cut: Cut) {
    if cut == Cut::Open {
        return;
    }
    let db = Db::open(network.setting("DATABASE_URL")).await.expect("opens");
    let keys = Keys::open(&network.folder().join("keys")).expect("opens");
    let (now, mut chance) = (network.clock.now(), StdRng::from_os_rng());
    let mut tx = db.write().await.expect("begins");
    begin(&mut tx, VoteId(1), now).await.expect("closes");
    tx.commit().await.expect("commits");
    let steps = match cut {
        Cut::Open | Cut::Closing => 0,
        Cut::Counted | Cut::Overwritten | Cut::Shortened | Cut::Removed => 1,
        Cut::Over => 2,
    };
    for _ in 0..steps {
        assert!(step(&db, &keys, VoteId(1), 5, now, &mut chance).await.expect("a step"));
    }
    let file = network.folder().join("keys/vote-1.key");
    assert_eq!(file.exists(), cut != Cut::Over, "{cut:?}");
    match cut {
        Cut::Overwritten => std::fs::write(&file, [0; 32]).expect("overwritten"),
        Cut::Shortened => std::fs::write(&file, [0; 7]).expect("overwritten"),
        Cut::Removed => std::fs::remove_file(&file).expect("removed"),
        Cut::Open | Cut::Closing | Cut::Counted | Cut::Over => {}
    }
    let stage = if steps == 0 { "closing" } else { "counted" };
    let expected = if cut == Cut::Over { "over" } else { stage };
    let mut conn = db.readers().acquire().await.expect("reads");
    let found: String =
        sqlx::query_scalar("select stage from vote").fetch_one(&mut *conn).await.expect("reads");
    assert_eq!(found, expected, "{cut:?}");
    let lying: i64 =
        sqlx::query_scalar("select count(*) from ballot").fetch_one(&mut *conn).await.expect("counts");
    assert_eq!(lying, if steps == 0 { 3 } else { 0 }, "{cut:?}: ballots go with the count");
}

async fn is_over(network: &Network, people: &[Person], cut: Cut) {
    for person in people {
        let told: Vec<String> = person
            .messages()
            .into_iter()
            .filter_map(|message| message.text.clone())
            .filter(|text| text.starts_with("🏁 Підсумок: Напрями"))
            .collect();
        assert_eq!(told.len(), 1, "{cut:?}: each is told once\n{}", person.transcript());
        assert!(told[0].contains("🏆 3. Вода\n▰▰▰▰▰▰▰▱▱▱ 2 голоси"), "{cut:?}: {}", told[0]);
        assert!(told[0].contains("Явка: 3 з 3"), "{cut:?}: {}", told[0]);
    }
    let keys = std::fs::read_dir(network.folder().join("keys")).expect("a folder").count();
    assert_eq!(keys, 0, "{cut:?}: the key is gone");
    let mut conn = network.database().await;
    let left: (String, i64) = sqlx::query_as("select stage, (select count(*) from ballot) from vote")
        .fetch_one(&mut conn)
        .await
        .expect("reads");
    assert_eq!(left, ("over".to_owned(), 0), "{cut:?}");
    conn.close().await.expect("closes");
}

#[tokio::test]
async fn a_key_whose_vote_was_never_opened_is_destroyed_at_the_next_start() {
    let (mut network, _) = scene().await;
    network.stop().await;
    let folder = network.folder().join("keys");
    // Kept, and the commit that was to follow never came; once whole, once cut off while it was written.
    std::fs::write(folder.join("vote-2.key"), [7; 32]).expect("written");
    std::fs::write(folder.join("vote-3.key"), [7; 5]).expect("written");
    network.run().await;
    let names: Vec<_> =
        std::fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(names, ["vote-1.key"], "the open vote keeps its own");
    network.end().await;
}

#[tokio::test]
async fn a_reader_of_the_past_delays_the_result_and_nothing_else() {
    let (mut network, people) = scene().await;
    // Somebody makes a backup, and sees the tables as they were.
    let mut conn = network.database().await;
    sqlx::raw_sql("begin; select count(*) from ballot").execute(&mut conn).await.expect("reads");
    network.pass(DAY).await;
    assert!(!network.folder().join("keys/vote-1.key").exists(), "the key does not wait");
    assert!(!network.transcripts().contains("🏁 Підсумок"), "what was deleted is still in the log");
    sqlx::raw_sql("commit").execute(&mut conn).await.expect("ends");
    conn.close().await.expect("closes");
    network.tick().await;
    network.tick().await;
    is_over(&network, &people, Cut::Removed).await;
    network.restart().await;
    network.end().await;
}
