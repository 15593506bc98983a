//! What phones keep: no message shows a choice once the ballot is handed in, left or closed, and no screen says how a
//! vote stands while it is open.

use std::time::Duration;

use merezha::rehearsal::{Person, Trouble};
use merezha::schedule;
use sqlx::Connection;

use crate::support::{Network, receipt, shown, until};

const DAY: Duration = Duration::from_secs(24 * 3600);
/// Longer than a ballot stays uncovered.
const A_WHILE: Duration = Duration::from_secs(601);

/// What only the screen of a ballot shows.
fn shows_choice(text: &str) -> bool {
    let points =
        ["1. Дороги", "2. Школи", "3. Вода"].iter().any(|option| text.contains(&format!("{option} — ")));
    text.contains('☑') || points || text.contains("-е місце")
}

fn chats_show_choices(network: &Network) -> bool {
    network.telegram.people().iter().any(|person| shows_choice(&person.transcript()))
}

/// A vote that ends in a day, with these rules.
async fn opens(network: &Network, oksana: &Person, title: &str, method: Option<&str>) {
    network.makes_vote(oksana, title, "Дороги\nШколи\nВода").await;
    if let Some(method) = method {
        network.presses(oksana, "⚙️ Правила голосування").await;
        network.presses(oksana, method).await;
        network.presses(oksana, "← Готово").await;
    }
    network.presses(oksana, "Доба").await;
    network.presses(oksana, "📣 Відкрити для всіх").await;
}

#[tokio::test]
async fn no_message_shows_a_choice_after_the_ballot_is_handed_in_left_or_closed() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    for (title, method, marks) in [
        ("Перше", None, ["⬜️ 1. Дороги", "⬜️ 3. Вода"]),
        ("Друге", Some("Бали"), ["1 · 0", "3 · 0"]),
        ("Третє", Some("Місця"), ["1. Дороги", "3. Вода"]),
    ] {
        opens(&network, &oksana, title, method).await;
        for person in [&petro, &maria] {
            network.presses(person, "🗳 Голосувати").await;
            for mark in marks {
                network.presses(person, mark).await;
            }
            assert!(shows_choice(&person.screen()), "the ballot itself does: {}", person.screen());
        }
        network.presses(&petro, "📥 Здати бюлетень").await;
        network.presses(&petro, "👀 Мій вибір").await;
        assert!(!shows_choice(&petro.transcript()), "handed in: {}", petro.transcript());
        let buttons = shown(&maria, title);
        let sealed: Vec<_> = buttons
            .buttons()
            .filter_map(|b| b.callback_data.clone())
            .filter(|d| d.starts_with("b."))
            .collect();
        let mut different = sealed.clone();
        different.sort();
        different.dedup();
        assert!(
            sealed.len() > 1 && different.len() == sealed.len() && sealed.iter().all(|data| data.len() == 64)
        );

        network.pass(A_WHILE).await;
        assert!(!chats_show_choices(&network), "left: {}", network.transcripts());
        network.presses(&maria, "🗳 Продовжити").await;
        assert!(shows_choice(&maria.screen()), "nothing is lost: {}", maria.screen());
        network.pass(A_WHILE).await;
        assert!(!chats_show_choices(&network), "left once more: {}", network.transcripts());
        network.presses(&maria, "🗳 Продовжити").await;
        network.presses(&petro, "✏️ Змінити").await;
        network.pass(DAY).await;
        assert!(!chats_show_choices(&network), "closed: {}", network.transcripts());
    }
    network.end().await;
}

#[tokio::test]
async fn a_ballot_that_arrives_late_is_covered_all_the_same() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    opens(&network, &oksana, "Напрями", None).await;
    network.presses(&petro, "🗳 Голосувати").await;
    // The screen with his mark is on its way while the vote ends.
    let edits = network.telegram.count("editMessageText");
    network.telegram.fault("editMessageText", Some(petro.id()), 1, Trouble::DropBefore);
    drop(petro.presses("⬜️ 1. Дороги"));
    until("it breaks off", async || network.telegram.count("editMessageText") > edits).await;
    network.clock.forward(DAY);
    network.telegram.forward(DAY);
    schedule::tick(&network.bot().app).await.expect("the schedule ticks");
    network.settle().await;
    network.tick().await;
    assert!(petro.transcript().contains("🏁 Підсумок: Напрями"), "{}", petro.transcript());
    assert!(!chats_show_choices(&network), "{}", network.transcripts());
    network.end().await;
}

#[tokio::test]
async fn a_cover_that_is_lost_with_the_process_comes_later() {
    for button in ["📥 Здати бюлетень", "🏠 Меню"] {
        let (mut network, oksana) = Network::start().await;
        let [petro] = network.join(&oksana, ["Петро"]).await;
        opens(&network, &oksana, "Напрями", None).await;
        network.presses(&petro, "🗳 Голосувати").await;
        network.presses(&petro, "⬜️ 1. Дороги").await;
        // Whatever takes the ballot's place hangs, until the bot is stopped.
        let edits = network.telegram.count("editMessageText");
        network.telegram.fault("editMessageText", Some(petro.id()), 1, Trouble::Delay(DAY));
        drop(petro.presses(button));
        until("it hangs", async || network.telegram.count("editMessageText") > edits).await;
        network.restart().await;
        network.restart().await;
        network.settle().await;
        assert!(chats_show_choices(&network), "it is lost: {}", network.transcripts());
        network.pass(A_WHILE).await;
        assert!(!chats_show_choices(&network), "{}", network.transcripts());
        network.end().await;
    }
}

#[tokio::test]
async fn no_receipt_lies_beside_its_person_in_the_outbox() {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія"]).await;
    opens(&network, &oksana, "Напрями", None).await;
    let mut receipts = Vec::new();
    for person in &people {
        receipts.push(receipt(&network.votes(person, &["⬜️ 1. Дороги"]).await));
    }
    network.pass(A_WHILE).await;
    let mut conn = network.database().await;
    let mut bodies = async || {
        let all: Vec<String> = sqlx::query_scalar("select body from message where body is not null")
            .fetch_all(&mut conn)
            .await
            .expect("reads");
        let having =
            |code: &String| all.iter().filter(|body| body.contains(code.as_str())).cloned().collect();
        receipts.iter().map(having).collect::<Vec<Vec<String>>>()
    };
    assert_eq!(bodies().await, [const { Vec::<String>::new() }; 2], "the vote is open");
    network.pass(DAY).await;
    for having in bodies().await {
        assert!(!having.is_empty(), "the result lists them");
        assert!(
            having.iter().all(|body| receipts.iter().all(|code| body.contains(code.as_str()))),
            "{having:?}"
        );
    }
    conn.close().await.expect("closes");
    network.end().await;
}

#[tokio::test]
async fn while_a_vote_is_open_nobody_is_shown_more_than_the_turnout() {
    let (network, oksana) = Network::start().await;
    let people = network
        .join(&oksana, ["Ада", "Богдан", "Віра", "Гнат", "Дана", "Євген", "Жанна", "Зоя", "Ігор", "Клим"])
        .await;
    let mut seen = Vec::new();
    // The same taps with two outcomes: whoever compares the two finds no difference.
    for favourite in ["⬜️ 1. Дороги", "⬜️ 3. Вода"] {
        opens(&network, &oksana, "Напрями", None).await;
        let since: Vec<usize> =
            network.telegram.people().iter().map(|person| person.messages().len()).collect();
        for person in &people {
            network.votes(person, &[favourite]).await;
        }
        network.looks_at_turnout(&oksana).await;
        network.presses(&oksana, "🔄 Оновити").await;
        network.presses(&oksana, "🏁 Завершити голосування").await;
        let shown: Vec<Vec<String>> = network
            .telegram
            .people()
            .iter()
            .zip(since)
            .map(|(person, since)| {
                let text = |message: &merezha::rehearsal::ShownMessage| {
                    let buttons =
                        message.buttons().map(|button| format!(" [{}]", button.text)).collect::<String>();
                    crate::support::redacted(&format!(
                        "{}{buttons}",
                        message.text.clone().unwrap_or_default()
                    ))
                };
                let transcript = person.transcript();
                assert!(!transcript.contains("🏁 Підсумок: Напрями") || favourite.contains('3'));
                person.messages().iter().skip(since).map(text).collect()
            })
            .collect();
        assert!(shown.iter().flatten().any(|text| text.contains("Здано 10")), "the turnout is: {shown:#?}");
        seen.push((shown, toasts(&network)));
        network.presses(&oksana, "Так, завершити").await;
        network.tick().await;
    }
    let ((first, toasts), (second, both)) = (&seen[0], &seen[1]);
    assert_eq!(first, second, "chats do not depend on what was chosen");
    let again: Vec<_> = both.iter().zip(toasts).map(|(all, before)| all[before.len()..].to_vec()).collect();
    let since_opening = |toasts: &[String]| {
        let opened = toasts.iter().rposition(|toast| toast.contains("відкрито")).map_or(0, |at| at + 1);
        toasts[opened..].to_vec()
    };
    for (before, after) in toasts.iter().zip(&again) {
        assert_eq!(since_opening(before), since_opening(after), "nor do toasts");
    }
    network.end().await;
}

fn toasts(network: &Network) -> Vec<Vec<String>> {
    network.telegram.people().iter().map(Person::toasts).collect()
}
