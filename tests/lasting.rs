//! What stays in a chat: news, codes and cards are still there after the next tap, and ask for nothing that is over.

use std::time::Duration;

use crate::support::{Network, receipt, shown};

#[tokio::test]
async fn the_way_to_the_menu_leaves_what_was_told_where_it_is() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Сесія 5 лютого, Київ").await;
    network.presses(&oksana, "👥 Усім (2)").await;
    network.presses(&oksana, "📣 Надіслати").await;
    let menu = network.presses(&petro, "🏠 Меню").await;
    assert!(menu.contains("🏠 Мережа"), "{menu}");
    let news = shown(&petro, "Сесія 5 лютого");
    assert_eq!(news.buttons().count(), 1, "and its button is still there");

    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи", &[]).await;
    let handed_in = network.votes(&petro, &["⬜️ 1. Дороги"]).await;
    network.presses(&petro, "🏠 Меню").await;
    shown(&petro, &receipt(&handed_in));
    network.end().await;
}

#[tokio::test]
async fn cards_of_a_vote_that_is_over_ask_nobody_to_vote_and_keep_their_code() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи", &[]).await;
    let handed_in = network.votes(&petro, &["⬜️ 1. Дороги"]).await;
    network.looks_at_turnout(&oksana).await;
    network.presses(&oksana, "🔔 Нагадати тим, хто не голосував: 2").await;
    network.pass(Duration::from_secs(60)).await;
    network.closes_vote(&oksana).await;
    let card = shown(&petro, "Бюлетень здано");
    assert!(card.text.as_ref().is_some_and(|text| text.contains(&receipt(&handed_in))));
    let left = |message: &merezha::rehearsal::ShownMessage| {
        message.buttons().map(|button| button.text.clone()).collect::<Vec<_>>()
    };
    assert!(petro.transcript().contains("Коди полічених бюлетенів"), "{}", petro.transcript());
    assert_eq!(left(&card), ["📊 Докладніше", "🏠 Меню"]);
    for asks in ["Можна обрати", "🔔 У голосуванні"] {
        let asking = maria.messages().into_iter().find(|m| m.text.as_ref().is_some_and(|t| t.contains(asks)));
        assert_eq!(left(&asking.expect("a message")), ["📊 Докладніше", "🏠 Меню"], "{asks}");
    }
    let result = network.presses_on(&petro, &card, "📊 Докладніше").await;
    assert!(result.contains(&receipt(&handed_in)), "below the card, which keeps its code: {result}");
    shown(&petro, "Бюлетень здано");
    network.end().await;
}
