//! Changes and cancelling reach exactly those concerned, and their calendars.

use insta::assert_snapshot;

use super::{announces, calendar, manages, times};
use crate::support::{Network, shown, toast};

#[tokio::test]
async fn a_change_says_what_was_and_what_is_to_those_concerned() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    announces(&network, &oksana, "5 лютого 10:00–18:00", "Київ").await;
    network.presses(&petro, "✅ Прийду").await;
    network.presses(&maria, "🙅 Не прийду").await;
    manages(&network, &oksana).await;
    network.presses(&oksana, "✏️ Змінити").await;
    network.presses(&oksana, "🕙 Коли").await;
    network.says(&oksana, "6 лютого 11:00–18:00").await;
    network.presses(&oksana, "📍 Де").await;
    let preview = network.says(&oksana, "Дніпро").await;
    assert_snapshot!(preview, @"
    🤖 👀 📅 Друга сесія

    🕙 6 лютого, 11:00–18:00
    📍 Дніпро

    ✏️ Про це бот скаже всім, кого це стосується:
    🕙 5 лютого, 10:00–18:00 → 6 лютого, 11:00–18:00
    📍 Київ → Дніпро
       [✏️ Назва] [🕙 Коли]
       [📍 Де] [📋 Порядок денний]
       [🪑 Місця]
       [✅ Зберегти й сказати людям]
       [Скасувати]
    ");
    network.presses(&oksana, "✅ Зберегти й сказати людям").await;
    assert_eq!(toast(&oksana), "Зміни збережено");
    assert_snapshot!(petro.screen(), @"
    🤖 <document session.ics> ✏️ Друга сесія: є зміни

    🕙 5 лютого, 10:00–18:00 → 6 лютого, 11:00–18:00
    📍 Київ → Дніпро
       [✅ Прийду]
       [🙅 Не прийду] [🤔 Ще не знаю]
       [📅 До сесії] [🏠 Меню]
    ");
    assert!(andrii.screen().contains("є зміни"), "who has not answered hears of it: {}", andrii.screen());
    assert_eq!(times(&maria, "є зміни"), 0, "who declined does not: {}", maria.transcript());
    let file = calendar(&network, &petro.newest().expect("the file")).await;
    for line in ["METHOD:PUBLISH", "SEQUENCE:1", "DTSTART:20250206T090000Z", "LOCATION:Дніпро"] {
        assert!(file.lines().any(|l| l == line), "{line} in {file}");
    }
    let first = calendar(&network, &shown(&petro, "з’явиться у вашому календарі")).await;
    let uid = |file: &str| file.lines().find(|l| l.starts_with("UID:")).map(str::to_owned);
    assert_eq!(uid(&first), uid(&file), "the later file takes the place of the earlier one");
    // The cards that people have show what is now.
    for person in [&petro, &maria, &andrii] {
        let card = shown(person, "📍 Дніпро");
        assert!(card.text.is_some(), "{}", person.transcript());
        assert_eq!(times(person, "📍 Київ\n"), 0, "{}", person.transcript());
    }
    // One tap below the news is an answer.
    network.presses(&petro, "🙅 Не прийду").await;
    assert!(petro.screen().contains("Ви не прийдете"), "{}", petro.screen());
    network.end().await;
}

#[tokio::test]
async fn nothing_changed_is_told_to_nobody() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    announces(&network, &oksana, "5 лютого 10:00–18:00", "Київ").await;
    manages(&network, &oksana).await;
    network.presses(&oksana, "✏️ Змінити").await;
    network.presses(&oksana, "✏️ Назва").await;
    let same = network.says(&oksana, "Друга сесія").await;
    assert!(same.contains("Поки що нічого не змінено."), "{same}");
    assert!(!same.contains("Зберегти"), "{same}");
    network.presses(&oksana, "🪑 Місця").await;
    network.presses(&oksana, "30").await;
    network.presses(&oksana, "✅ Зберегти й сказати людям").await;
    assert_eq!(times(&petro, "є зміни"), 0, "how many places there are is no news: {}", petro.transcript());
    network.end().await;
}

#[tokio::test]
async fn cancelling_reaches_all_but_those_who_declined_and_takes_it_out_of_calendars() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    announces(&network, &oksana, "5 лютого 10:00–18:00", "Київ").await;
    network.presses(&petro, "✅ Прийду").await;
    network.presses(&maria, "🙅 Не прийду").await;
    manages(&network, &oksana).await;
    let asked = network.presses(&oksana, "✖️ Скасувати").await;
    assert_snapshot!(asked, @"
    🤖 Скасувати сесію «Друга сесія»? Про це дізнаються 3 людини. Відновити її не можна.
       [Так, скасувати] [← Назад]
    ");
    let managed = network.presses(&oksana, "Так, скасувати").await;
    assert_snapshot!(managed, @"
    🤖 ✖️ Сесію скасовано: Друга сесія

    🕙 5 лютого, 10:00–18:00
    📍 Київ
       [🏠 Меню]
    ");
    assert_snapshot!(petro.screen(), @"
    🤖 <document session.ics> ✖️ Сесію скасовано: Друга сесія

    🕙 5 лютого, 10:00–18:00
    📍 Київ

    🗓 Відкрийте цей файл, і сесія зникне з вашого календаря.
       [🏠 Меню]
    ");
    let file = calendar(&network, &petro.newest().expect("the file")).await;
    for line in ["METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED"] {
        assert!(file.lines().any(|l| l == line), "{line} in {file}");
    }
    assert_snapshot!(andrii.screen(), @"
    🤖 ✖️ Сесію скасовано: Друга сесія

    🕙 5 лютого, 10:00–18:00
    📍 Київ
       [🏠 Меню]
    ");
    assert_eq!(times(&maria, "Сесію скасовано:"), 0, "{}", maria.transcript());
    // Her card shows it, and an old button says so.
    assert!(maria.screen().contains("Сесію скасовано."), "{}", maria.screen());
    assert_eq!(network.forges(&maria, "ea.1.c").await, "Цю сесію скасовано");
    assert_eq!(network.forges(&oksana, "ex.1.1").await, "Ця сесія вже позаду");
    network.pass(super::DAY * 5).await;
    assert_eq!(times(&petro, "🔔"), 0, "nobody is reminded of it: {}", petro.transcript());
    assert_eq!(times(&petro, "Як усе пройшло?"), 0, "{}", petro.transcript());
    network.end().await;
}

#[tokio::test]
async fn whoever_has_left_their_card_for_the_menu_gets_no_second_one() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    announces(&network, &oksana, "5 лютого 10:00–18:00", "Київ").await;
    network.presses(&petro, "✅ Прийду").await;
    let card = shown(&petro, "Ви прийдете");
    network.presses_on(&petro, &card, "🏠 Меню").await;
    manages(&network, &oksana).await;
    network.presses(&oksana, "✏️ Змінити").await;
    network.presses(&oksana, "📍 Де").await;
    network.says(&oksana, "Дніпро").await;
    network.presses(&oksana, "✅ Зберегти й сказати людям").await;
    assert_eq!(times(&petro, "є зміни"), 1, "{}", petro.transcript());
    assert_eq!(times(&petro, "Ви прийдете"), 0, "the menu stands there now: {}", petro.transcript());
    network.end().await;
}
