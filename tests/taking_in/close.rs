//! What is close to a proposal is shown before it is sent.

use insta::assert_snapshot;

use super::{approving, two_organizers};
use crate::support::{data, shown, toast};

#[tokio::test]
async fn a_close_one_is_supported_and_ones_own_can_still_be_sent() {
    let (mut network, _, [petro, maria]) = two_organizers().await;
    network.proposes(&petro, "Ремонт дороги до школи").await;
    network.says(&maria, "/propose").await;
    network.says(&maria, "Ремонтувати дорогу до шкіл").await;
    let preview = maria.newest().expect("a preview");
    let shown_close = network.presses(&maria, "✅ Надіслати").await;
    assert_snapshot!(shown_close, @"
    🤖 🔎 Схожа пропозиція вже є. Може, підтримати її?

    Ваша: Ремонтувати дорогу до шкіл

    №1
    Ремонт дороги до школи
       [👍 Підтримати №1]
       [✅ Надіслати мою все одно]
       [✏️ Змінити мою] [Скасувати]
    ");
    // Pressed twice, on what the phone still showed.
    let press = maria.presses_data(preview.message_id, &data(&preview, "✅ Надіслати"));
    network.settle().await;
    assert!(press.answered().is_some());
    assert_eq!(maria.screen(), shown_close, "shown once, and nothing sent");
    network.restart().await;
    let supported = network.presses(&maria, "👍 Підтримати №1").await;
    assert_snapshot!(supported, @"
    🤖 👍 Ви підтримали пропозицію №1. Вашу не надіслано, але це ще можна зробити.
       [📤 Надіслати й мою]
       [📋 Усі пропозиції] [🏠 Меню]
    ");
    assert_eq!(toast(&maria), "Підтримано");
    let stances = network.says(&maria, "/stances").await;
    assert!(!stances.contains("👍 Згода"), "she has taken her stance: {stances}");
    let menu = network.says(&maria, "/menu").await;
    assert!(!menu.contains("Продовжити розпочате"), "nothing is unfinished: {menu}");
    let mut database = network.database().await;
    let taken: Vec<(i64, i64)> = sqlx::query_as("select proposal_id, stance from stance")
        .fetch_all(&mut database)
        .await
        .expect("stances");
    assert_eq!(taken, [(1, 1)]);

    let screen = shown(&maria, "Ви підтримали пропозицію");
    network.says(&maria, "Дещо інше").await;
    let sent = network.presses_on(&maria, &screen, "📤 Надіслати й мою").await;
    assert!(sent.contains("№2"), "{sent}");
    let press = maria.presses_data(screen.message_id, &data(&screen, "📤 Надіслати й мою"));
    network.settle().await;
    assert_eq!(
        press.answered().and_then(|toast| toast.text).as_deref(),
        Some("Цю чернетку вже змінено, надіслано або скасовано")
    );
    network.end().await;
}

#[tokio::test]
async fn ones_own_is_sent_anyway_or_changed() {
    let (network, [oksana, _], [petro, maria]) = two_organizers().await;
    network.proposes(&petro, "Ремонт дороги до школи").await;
    network.proposes(&maria, "Ремонтувати дороги до школи").await;
    let sent = network.presses(&maria, "✅ Надіслати мою все одно").await;
    assert!(sent.contains("№2"), "{sent}");

    network.proposes(&oksana, "Відремонтувати дорогу до школи").await;
    network.presses(&oksana, "✏️ Змінити мою").await;
    network.says(&oksana, "Літній табір для дітей").await;
    let sent = network.presses(&oksana, "✅ Надіслати").await;
    assert!(sent.contains("№3"), "nothing is close to that: {sent}");
    network.end().await;
}

#[tokio::test]
async fn ones_own_earlier_one_can_be_changed_instead() {
    let (network, _, [petro, maria]) = two_organizers().await;
    network.proposes(&maria, "Ремонтувати дороги до школи").await;
    network.proposes(&petro, "Ремонт дороги до школи").await;
    network.presses(&petro, "✅ Надіслати мою все одно").await;
    let shown = network.proposes(&petro, "Ремонт дороги в школу").await;
    assert_snapshot!(shown, @"
    🤖 🔎 Схожі пропозиції вже є. Може, підтримати одну з них?

    Ваша: Ремонт дороги в школу

    №1
    Ремонтувати дороги до школи

    №2 — теж ваша
    Ремонт дороги до школи
       [👍 Підтримати №1]
       [✏️ Змінити свою №2]
       [✅ Надіслати мою все одно]
       [✏️ Змінити мою] [Скасувати]
    ");
    let edit = network.presses(&petro, "✏️ Змінити свою №2").await;
    assert!(edit.contains("новий текст пропозиції №2"), "{edit}");
    assert_eq!(network.forges(&petro, "px.2").await, "Цю чернетку вже змінено, надіслано або скасовано");
    network.end().await;
}

#[tokio::test]
async fn what_others_do_not_see_is_not_compared() {
    let (network, [oksana, _], [petro, maria]) = approving().await;
    network.proposes(&petro, "Ремонт дороги до школи").await;
    let sent = network.proposes(&maria, "Ремонт дороги до школи").await;
    assert!(sent.contains("уже в організаторів"), "{sent}");
    network.presses(&oksana, "✅ Опублікувати").await;
    network.presses(&oksana, "✅ Опублікувати").await;
    // Withdrawn, the one is gone; the other is found in the words that it has now.
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    network.presses(&petro, "Відкликати").await;
    network.presses(&petro, "Так, відкликати").await;
    network.says(&maria, "/mine").await;
    network.presses(&maria, "№2").await;
    network.presses(&maria, "✏️ Змінити").await;
    network.says(&maria, "Літній табір для дітей").await;
    network.presses(&maria, "✅ Зберегти").await;
    network.presses(&oksana, "✅ Опублікувати").await;
    let sent = network.proposes(&petro, "Ремонт дороги до школи").await;
    assert!(sent.contains("уже в організаторів"), "{sent}");
    let close = network.proposes(&petro, "Літні табори дітям").await;
    assert!(close.contains("👍 Підтримати №2"), "{close}");
    // Gone before it is pressed.
    network.says(&maria, "/mine").await;
    network.presses(&maria, "№2").await;
    network.presses(&maria, "Відкликати").await;
    network.presses(&maria, "Так, відкликати").await;
    network.presses(&petro, "👍 Підтримати №2").await;
    assert_eq!(toast(&petro), "Цієї пропозиції вже немає");
    let sent = network.presses(&petro, "✅ Надіслати мою все одно").await;
    assert!(sent.contains("№4"), "nothing is lost: {sent}");
    network.end().await;
}
