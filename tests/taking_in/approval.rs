//! One proposal on its way to being seen, or not.

use insta::assert_snapshot;
use merezha::rehearsal::FileKind;

use super::{APPROVE_FIRST, approving, list, switches, two_organizers};
use crate::support::{data, shown, toast};

#[tokio::test]
async fn what_is_handed_in_waits_and_the_first_organizer_settles_it() {
    let (network, [oksana, taras], [petro, maria]) = two_organizers().await;
    let calls = switches(&network, &oksana, APPROVE_FIRST).await;
    assert_snapshot!(calls, @"");
    assert_eq!(toast(&oksana), "Нові пропозиції чекатимуть на схвалення");
    let received = network.proposes(&petro, "Полагодити міст").await;
    assert_snapshot!(received, @"");
    assert_eq!(toast(&petro), "Пропозиція в організаторів");
    let mine = network.says(&petro, "/mine").await;
    assert_snapshot!(mine, @"");
    assert_snapshot!(network.presses(&petro, "№1").await, @"");
    assert!(list(&network, &maria).await.contains("Пропозицій поки немає"));
    assert_eq!(network.forges(&maria, "pp.1").await, "Цієї пропозиції вже немає");

    assert_snapshot!(oksana.screen(), @"");
    let card = shown(&taras, "Полагодити міст");
    assert!(!taras.screen().contains("Петро"), "whose it is decides nothing");
    assert_snapshot!(network.presses(&oksana, "✅ Опублікувати").await, @"");
    assert_eq!(toast(&oksana), "Пропозицію №1 опубліковано");
    assert_snapshot!(taras.screen(), @"");
    // Тарас presses what his phone still showed.
    let press = taras.presses_data(card.message_id, &data(&card, "✅ Опублікувати"));
    network.settle().await;
    assert_eq!(press.answered().and_then(|toast| toast.text).as_deref(), Some("Це вже вирішено"));
    assert!(taras.screen().contains("Рішення: Оксана"), "{}", taras.screen());
    assert_snapshot!(petro.screen(), @"");
    assert!(list(&network, &maria).await.contains("Полагодити міст"));
    network.end().await;
}

#[tokio::test]
async fn an_author_words_it_anew_without_typing_it_again() {
    let (mut network, [oksana, taras], [petro, maria]) = approving().await;
    network.proposes(&petro, "Зробити щось із тим").await;
    let asked = network.presses(&oksana, "✏️ Переформулювати").await;
    assert_snapshot!(asked, @"");
    network.presses(&oksana, "Незрозуміло, про що йдеться").await;
    assert_eq!(toast(&oksana), "Пропозицію №1 повернуто на переформулювання");
    assert_snapshot!(taras.screen(), @"");
    assert_snapshot!(petro.screen(), @"");
    assert!(network.says(&petro, "/mine").await.contains("просять переформулювати"));
    network.restart().await;
    let asked = network.presses(&petro, "✏️ Переформулювати").await;
    assert_snapshot!(asked, @"");
    network.says(&petro, "Полагодити міст через річку").await;
    let waits = network.presses(&petro, "✅ Зберегти").await;
    assert_snapshot!(waits, @"");
    assert!(list(&network, &maria).await.contains("Пропозицій поки немає"));
    assert!(taras.screen().contains("Полагодити міст через річку"), "a new card: {}", taras.screen());
    network.presses(&taras, "✅ Опублікувати").await;
    network.says(&maria, "/proposals").await;
    let one = network.presses(&maria, "№1").await;
    assert!(one.contains("Полагодити міст через річку") && !one.contains("змінено"), "{one}");
    network.end().await;
}

#[tokio::test]
async fn a_declined_one_says_why_in_the_organizers_own_words() {
    let (mut network, [oksana, taras], [petro, _]) = approving().await;
    network.proposes(&petro, "Продам гараж").await;
    let reasons = network.presses(&oksana, "✋ Відхилити").await;
    assert_snapshot!(reasons, @"");
    let asked = network.presses(&oksana, "⌨️ Написати своїми словами").await;
    assert_snapshot!(asked, @"");
    let long = network.says(&oksana, &"я".repeat(301)).await;
    assert!(long.contains("Задовго: 301 знак, а вміститься щонайбільше 300"), "{long}");
    network.restart().await;
    let told = network.says(&oksana, "Оголошення <краще> дати в газеті").await;
    assert_snapshot!(told, @"");
    assert_snapshot!(petro.screen(), @"");
    assert_snapshot!(taras.screen(), @"");
    network.says(&petro, "/mine").await;
    assert_snapshot!(network.presses(&petro, "№1").await, @"");
    assert_eq!(network.forges(&petro, "pe.1").await, "Цієї пропозиції вже немає");
    network.end().await;
}

#[tokio::test]
async fn a_reason_typed_too_late_goes_to_nobody() {
    let (network, [oksana, taras], [petro, _]) = approving().await;
    network.proposes(&petro, "Полагодити міст").await;
    network.presses(&oksana, "✋ Відхилити").await;
    network.presses(&oksana, "⌨️ Написати своїми словами").await;
    network.presses(&taras, "✅ Опублікувати").await;
    let answered = petro.transcript();
    network.says(&oksana, "Немає грошей").await;
    let late = oksana.transcript();
    let late = late.rsplit_once("Немає грошей").map(|(_, late)| late.trim()).unwrap_or_default();
    assert_snapshot!(late, @"");
    assert_eq!(petro.transcript(), answered);
    let after = network.says(&oksana, "Ще слово").await;
    assert!(after.contains("Що з цим зробити?"), "nothing is asked any more: {after}");
    network.end().await;
}

#[tokio::test]
async fn words_that_nobody_has_seen_are_not_settled() {
    let (network, [oksana, taras], [petro, maria]) = approving().await;
    network.proposes(&petro, "Полагодити міст").await;
    let card = shown(&oksana, "Полагодити міст");
    let seen = data(&card, "✅ Опублікувати");
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    network.presses(&petro, "✏️ Змінити").await;
    network.says(&petro, "Пофарбувати паркан").await;
    network.presses(&petro, "✅ Зберегти").await;
    assert!(taras.screen().contains("Пофарбувати паркан"), "the card is brought up to date");
    let press = oksana.presses_data(card.message_id, &seen);
    network.settle().await;
    let toast = press.answered().and_then(|toast| toast.text);
    assert_eq!(toast.as_deref(), Some("Текст щойно змінили — перегляньте ще раз"));
    assert!(oksana.screen().contains("Пофарбувати паркан"), "{}", oksana.screen());
    assert!(list(&network, &maria).await.contains("Пропозицій поки немає"));
    network.presses(&oksana, "✅ Опублікувати").await;
    assert!(list(&network, &maria).await.contains("Пофарбувати паркан"));
    network.end().await;
}

#[tokio::test]
async fn other_words_of_a_published_one_wait_while_the_old_ones_stay() {
    let (network, [oksana, _], [petro, maria]) = two_organizers().await;
    network.proposes(&petro, "Полагодити міст").await;
    switches(&network, &oksana, APPROVE_FIRST).await;
    let change = async |words: &str| {
        network.says(&petro, "/mine").await;
        network.presses(&petro, "№1").await;
        network.presses(&petro, "✏️ Змінити").await;
        network.says(&petro, words).await;
        network.presses(&petro, "✅ Зберегти").await
    };
    assert_snapshot!(change("Полагодити міст і дорогу").await, @"");
    assert_snapshot!(oksana.screen(), @"");
    assert_snapshot!(network.says(&petro, "/mine").await, @"");
    assert!(!list(&network, &maria).await.contains("дорогу"));
    network.presses(&oksana, "✅ Опублікувати").await;
    assert_snapshot!(petro.screen(), @"");
    assert!(list(&network, &maria).await.contains("Полагодити міст і дорогу"));

    change("Купити яхту").await;
    network.presses(&oksana, "✋ Відхилити").await;
    network.presses(&oksana, "Не про це питання").await;
    assert_snapshot!(petro.screen(), @"");
    assert!(list(&network, &maria).await.contains("Полагодити міст і дорогу"));

    change("Міст").await;
    network.presses(&oksana, "✏️ Переформулювати").await;
    network.presses(&oksana, "Незрозуміло, про що йдеться").await;
    let again = network.presses(&petro, "✏️ Переформулювати").await;
    assert!(again.contains("копіювати:\nМіст"), "the words that came back: {again}");
    network.end().await;
}

#[tokio::test]
async fn a_drawing_is_looked_at_on_a_screen_of_its_own() {
    let (network, [oksana, taras], [petro, maria]) = approving().await;
    network.says(&petro, "/propose").await;
    network.attaches(&petro, FileKind::Photo, "Наш міст").await;
    network.presses(&petro, "✅ Надіслати").await;
    assert_snapshot!(oksana.screen(), @"");
    assert_snapshot!(network.presses(&oksana, "👀 Переглянути").await, @"");
    network.presses(&oksana, "✅ Опублікувати").await;
    assert!(taras.screen().contains("№1 опубліковано"), "{}", taras.screen());
    assert!(list(&network, &maria).await.contains("🖼 Наш міст"));
    network.end().await;
}
