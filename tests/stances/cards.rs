//! Proposals as cards, and one's own stances.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use merezha::rehearsal::FileKind;

use super::{AGREE, DISAGREE, PASS, number, with_proposals};
use crate::support::{Network, shown, toast};

#[tokio::test]
async fn a_set_goes_card_by_card_with_one_tap_each() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let nothing = network.says(&petro, "/stances").await;
    assert_snapshot!(nothing, @r"
    🤖 Пропозицій від інших учасників поки немає. Щойно вони з’являться, тут будуть картки: згода, не згода чи пропустити — один дотик на кожну.
       [💡 Подати пропозицію]
       [🏠 Меню]
    ");
    with_proposals(&network, &oksana, 1).await;
    network.says(&petro, "/menu").await;
    let card = network.presses(&petro, "⚖️ Ставлення до пропозицій").await;
    assert_snapshot!(card, @r"
    🤖 Картка 1 з 1
    🔒 Інші бачать лише суми, а не ваші відповіді.

    Що нас об’єднує?
    №1

    Думка 1
       [👍 Згода] [👎 Не згода]
       [🤷 Пропустити]
       [🗂 Мої ставлення] [🤝 Об’єднувачі]
       [🏠 Меню]
    ");
    let done = network.presses(&petro, AGREE).await;
    assert_eq!(toast(&petro), "Ваше ставлення: згода");
    assert_snapshot!(done, @r"
    🤖 ✅ Дякуємо! Позаду 1 картка.

    Зараз усі пропозиції переглянуто. Коли з’являться нові, тут будуть нові картки.
       [🤝 Об’єднувачі] [🗂 Мої ставлення]
       [🏠 Меню]
    ");
    let own = network.says(&oksana, "/stances").await;
    assert!(own.contains("Пропозицій від інших учасників поки немає"), "one's own is no card: {own}");

    let mine = network.presses(&petro, "🗂 Мої ставлення").await;
    assert_snapshot!(mine, @r"
    🤖 🗂 Мої ставлення
    Щоб змінити, оберіть номер.

    👍 №1
    Думка 1
       [№1]
       [⚖️ Картки]
       [🏠 Меню]
    ");
    let one = network.presses(&petro, "№1").await;
    assert_snapshot!(one, @r"
    🤖 Ваше ставлення: згода

    Що нас об’єднує?
    №1

    Думка 1
       [✓ 👍 Згода] [👎 Не згода]
       [🤷 Пропустити]
       [← Назад] [🏠 Меню]
    ");
    let changed = network.presses(&petro, DISAGREE).await;
    assert_eq!(toast(&petro), "Ваше ставлення: не згода");
    assert!(changed.contains("[👍 Згода] [✓ 👎 Не згода]"), "{changed}");
    network.presses(&petro, "✓ 👎 Не згода").await;
    let list = network.presses(&petro, "← Назад").await;
    assert!(list.contains("👎 №1"), "{list}");
    let again = network.says(&petro, "/stances").await;
    assert_snapshot!(again, @r"
    🤖 Зараз усі пропозиції переглянуто. Коли з’являться нові, тут будуть нові картки.
       [🤝 Об’єднувачі] [🗂 Мої ставлення]
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn a_drawing_comes_as_a_card_too() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, &"Щ".repeat(300)).await;
    for letter in ["я", "ю"] {
        network.says(&oksana, "/propose").await;
        network.attaches(&oksana, FileKind::Photo, &letter.repeat(800)).await;
        network.presses(&oksana, "✅ Надіслати").await;
    }
    network.says(&petro, "/stances").await;
    let first = petro.newest().expect("a card");
    assert!(!first.photo.is_empty() && first.caption.as_ref().is_some_and(|c| c.contains("Картка 1 з 2")));
    let presses = [petro.presses_on(first.message_id, PASS), petro.presses_on(first.message_id, PASS)];
    network.settle().await;
    assert!(presses.iter().all(|press| press.answered().is_some()));
    assert_eq!(petro.transcript().matches("Картка 2 з 2").count(), 1, "{}", petro.transcript());
    let second = petro.newest().expect("a card");
    assert!(!second.photo.is_empty(), "{}", petro.screen());
    assert_eq!(second.message_id, first.message_id, "a picture takes the place of another, as a text does");
    let done = network.presses(&petro, AGREE).await;
    assert!(done.contains("Позаду 2 картки"), "{done}");
    network.presses(&petro, "🗂 Мої ставлення").await;
    network.presses(&petro, "№2").await;
    network.presses(&petro, DISAGREE).await;
    network.presses(&petro, "✓ 👎 Не згода").await;
    assert!(petro.screen().contains("Ваше ставлення: не згода"), "{}", petro.screen());
    network.end().await;
}

#[tokio::test]
async fn no_card_comes_twice_over_restarts_withdrawals_and_sets() {
    let (mut network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    with_proposals(&network, &oksana, 18).await;
    let mut seen = BTreeSet::new();
    let first = network.says(&petro, "/stances").await;
    assert!(first.contains("Картка 1 з 15"), "{first}");
    for card in 1..=7 {
        assert!(petro.screen().contains(&format!("Картка {card} з 15")), "{}", petro.screen());
        assert!(seen.insert(number(&petro)));
        network.presses(&petro, [AGREE, DISAGREE, PASS][card % 3]).await;
    }
    let before = petro.screen();
    network.restart().await;
    assert_eq!(network.says(&petro, "/stances").await, before, "the set goes on after a restart");
    assert!(before.contains("Картка 8 з 15"), "{before}");
    // What is on the screen is withdrawn: the press says so, and the next card comes.
    let gone = number(&petro);
    network.forges(&oksana, &format!("pw.{gone}.1")).await;
    let next = network.presses(&petro, AGREE).await;
    assert_eq!(toast(&petro), "Цієї пропозиції вже немає");
    assert!(next.contains("Картка 8 з 14"), "{next}");
    for _ in 8..=14 {
        assert!(seen.insert(number(&petro)), "{} came twice", number(&petro));
        network.presses(&petro, AGREE).await;
    }
    let done = petro.screen();
    assert_snapshot!(done, @r"
    🤖 ✅ Дякуємо! Позаду 14 карток.

    Ще 3 пропозиції чекають на ваше ставлення.
       [▶️ Наступні картки]
       [🤝 Об’єднувачі] [🗂 Мої ставлення]
       [🏠 Меню]
    ");
    network.presses(&petro, "▶️ Наступні картки").await;
    for _ in 1..=3 {
        assert!(seen.insert(number(&petro)), "{} came twice", number(&petro));
        network.presses(&petro, PASS).await;
    }
    assert!(petro.screen().contains("усі пропозиції переглянуто"), "{}", petro.screen());
    assert_eq!(seen.len(), 17);
    assert!(!seen.contains(&gone));
    let list = network.presses(&petro, "🗂 Мої ставлення").await;
    assert!(list.contains("[←] [1 / 3] [→]"), "{list}");
    network.presses(&petro, "→").await;
    network.presses(&petro, "→").await;
    let listed = number(&petro);
    network.presses(&petro, &format!("№{listed}")).await;
    let back = network.presses(&petro, "← Назад").await;
    assert!(back.contains("[3 / 3]"), "back to the same page: {back}");
    network.end().await;
}

#[tokio::test]
async fn old_cards_and_double_taps_do_the_right_thing() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    with_proposals(&network, &oksana, 4).await;
    network.says(&petro, "/stances").await;
    let old = petro.newest().expect("a card");
    let first = number(&petro);
    network.says(&petro, "/stances").await;
    assert_eq!(number(&petro), first, "asked again, it is the same card");
    let new = petro.newest().expect("a card").message_id;
    let presses = [petro.presses_on(new, AGREE), petro.presses_on(new, AGREE)];
    network.settle().await;
    assert!(presses.iter().all(|press| press.answered().is_some()));
    assert!(petro.screen().contains("Картка 2 з 4"), "two quick taps are one: {}", petro.screen());
    let second = number(&petro);
    // The first message still shows the first card: its buttons change that stance.
    network.presses_on(&petro, &old, DISAGREE).await;
    assert_eq!(toast(&petro), "Ваше ставлення: не згода");
    let changed = shown(&petro, "Ваше ставлення: не згода");
    assert_eq!(changed.message_id, old.message_id);
    assert!(changed.text.as_ref().is_some_and(|text| text.contains(&format!("№{first}"))));
    let card = network.says(&petro, "/stances").await;
    assert!(card.contains("Картка 2 з 4") && number(&petro) == second, "the set has not moved: {card}");
    // Forged: one's own, one that is not there, one that was withdrawn.
    for (person, data) in
        [(&oksana, "wc.1.a"), (&petro, "wc.77.a"), (&oksana, "ws.1.a.0"), (&oksana, "wp.1.0")]
    {
        assert_eq!(network.forges(person, data).await, "Цієї пропозиції вже немає", "{data}");
    }
    network.end().await;
}
