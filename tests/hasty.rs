//! People who are faster than the bot: taps before the screen has changed, several messages in a row, albums.

use insta::assert_snapshot;

use crate::support::{Network, data, picture, shown, toast};

#[tokio::test]
async fn a_vote_is_opened_in_the_same_breath_as_it_is_changed() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи\nВода\nЛіс").await;
    let preview = oksana.newest().expect("the preview");
    let [one, open] = ["до 1", "📣 Відкрити для всіх"].map(|button| data(&preview, button));
    let taps = [
        oksana.presses_data(preview.message_id, &one),
        oksana.presses_data(preview.message_id, &open),
        oksana.presses_data(preview.message_id, &open),
    ];
    network.settle().await;
    assert!(taps.iter().all(|tap| tap.answered().is_some()));
    assert!(petro.screen().contains("Можна обрати 1 варіант"), "{}", petro.screen());
    assert_eq!(oksana.transcript().matches("🗳 Напрями").count(), 1, "opened once: {}", oksana.transcript());
    network.end().await;
}

#[tokio::test]
async fn an_older_preview_does_not_open_what_was_changed_on_a_newer_one() {
    let (network, oksana) = Network::start().await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи\nВода\nЛіс").await;
    let older = oksana.newest().expect("the preview");
    network.says(&oksana, "/newvote").await;
    network.presses(&oksana, "до 1").await;
    network.presses_on(&oksana, &older, "📣 Відкрити для всіх").await;
    assert_eq!(toast(&oksana), "Цю чернетку вже змінено, надіслано або скасовано");
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    assert_eq!(toast(&oksana), "Голосування відкрито");
    network.end().await;
}

#[tokio::test]
async fn several_messages_in_a_row_are_each_offered_back() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    for words in ["Річка", "Ліс", "Школа"] {
        petro.says(words);
    }
    network.settle().await;
    let offers: Vec<_> = petro.messages().into_iter().filter(|m| m.from.is_bot).collect();
    for (offer, words) in offers.iter().rev().take(3).rev().zip(["Річка", "Ліс", "Школа"]) {
        network.presses_on(&petro, offer, "💡 Подати як пропозицію").await;
        assert!(shown(&petro, "Так виглядатиме").text.as_ref().is_some_and(|text| text.contains(words)));
        network.presses(&petro, "✅ Надіслати").await;
    }
    assert_snapshot!(network.says(&petro, "/mine").await, @r"
    🤖 🗂 Мої пропозиції

    №3 · опублікована
    Школа

    №2 · опублікована
    Ліс

    №1 · опублікована
    Річка
       [№3] [№2] [№1]
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn of_an_album_the_first_photo_is_taken_and_that_is_said_once() {
    let (mut network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&petro, "/propose").await;
    let photos = vec![picture().into(); 4];
    petro.attaches_album(&photos[..2], "Міст");
    network.settle().await;
    network.restart().await;
    let taken = petro.transcript();
    assert_eq!(taken.matches("Так виглядатиме ваша пропозиція").count(), 1, "{taken}");
    assert_snapshot!(petro.screen(), @r"
    🤖 🖼 З альбому враховано лише перше фото чи файл. Решту надішліть, будь ласка, по одному.
       [🏠 Меню]
    ");
    network.presses(&petro, "✅ Надіслати").await;
    petro.attaches_album(&photos, "Річка");
    network.settle().await;
    let transcript = petro.transcript();
    assert_eq!(transcript.matches("Що з цим зробити?").count(), 1, "another album is another: {transcript}");
    assert_eq!(transcript.matches("лише перше фото").count(), 2, "once for each: {transcript}");
    network.end().await;
}
