//! The organizers' group: letters are posted there, and answered by replying.

use insta::assert_snapshot;
use merezha::rehearsal::Standing;

use crate::groups::linked;
use crate::support::{Network, shown};

#[tokio::test]
async fn letters_are_posted_in_the_organizers_group_and_answered_there() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    let group = linked(&network, &oksana, "Організатори").await;
    network.forges(&oksana, "z.1").await;
    network.presses(&oksana, "✉️ Надсилати сюди листи").await;
    for (person, how) in [(&petro, "✉️ Надіслати"), (&maria, "🎭 Без імені")] {
        network.says(person, "/menu").await;
        network.presses(person, "✉️ Лист організаторам").await;
        network.says(person, if how == "🎭 Без імені" { "Таємно" } else { "Відкрито" }).await;
        network.presses(person, how).await;
    }
    assert!(!oksana.transcript().contains("Відкрито"), "not privately as well");
    let posted = group.transcript();
    let (_, posted) = posted.split_once("✉️ Пише").expect("a letter");
    assert_snapshot!(posted, @"
     Петро:

    Щоб відповісти, відповідайте тут на це повідомлення або на сам лист.
    🤖 Відкрито
    🤖 🎭 Пише хтось без імені:

    Щоб відповісти, відповідайте тут на це повідомлення або на сам лист.
    🤖 Таємно
    ");
    // Somebody of the group who may not.
    let stranger = network.newcomer("Чужа", "uk");
    assert!(group.makes(&stranger, Standing::Member));
    let there = stranger.at(group.chat_id());
    there.replies(shown(&group, "Таємно").message_id, "Я відповім");
    network.settle().await;
    assert!(!maria.transcript().contains("Я відповім"), "{}", maria.transcript());
    assert!(group.screen().contains("лише модератори й організатори"), "{}", group.screen());
    // Talk among people is nothing to the bot.
    group.says("Хто візьме?");
    network.settle().await;
    group.replies(shown(&group, "Таємно").message_id, "Дякуємо, подумаємо");
    group.replies(shown(&group, "Пише Петро").message_id, "Так, Петре");
    network.settle().await;
    assert!(maria.transcript().contains("Дякуємо, подумаємо"), "{}", maria.transcript());
    assert!(petro.transcript().contains("Так, Петре"), "{}", petro.transcript());
    assert_eq!(
        group.transcript().matches("✅ Відповідь надіслано · Оксана").count(),
        2,
        "{}",
        group.transcript()
    );
    network.forges(&oksana, "lg.1.0").await;
    network.says(&petro, "/menu").await;
    network.presses(&petro, "✉️ Лист організаторам").await;
    network.says(&petro, "Знову приватно").await;
    network.presses(&petro, "✉️ Надіслати").await;
    assert!(oksana.transcript().contains("Знову приватно"));
    network.end().await;
}
