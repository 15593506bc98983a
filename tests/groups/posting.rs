//! What is posted in groups when an organizer chose so.

use std::time::Duration;

use insta::assert_snapshot;

use super::{linked, linked_channel, redacted};
use crate::support::{Network, toast};

#[tokio::test]
async fn an_announcement_goes_to_the_chosen_group_too() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let group = linked(&network, &oksana, "Мережа").await;
    let channel = linked_channel(&network, &oksana, "Новини").await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Зустрічаємося в суботу").await;
    assert_snapshot!(network.presses(&oksana, "👥 Усім (2)").await, @"
    🤖 Кому: усім.
    Отримають: 2 людини. Надсилаємо?
       [📣 Надіслати]
       [⏰ На певний час]
       [Просити «прочитано»]
       [також: «Мережа»]
       [також: «Новини»]
       [👥 Інші адресати]
       [✏️ Інше повідомлення]
       [Скасувати]
    ");
    network.presses(&oksana, "також: «Мережа»").await;
    network.presses(&oksana, "також: «Новини»").await;
    let chosen = network.presses(&oksana, "✓ також: «Новини»").await;
    assert!(chosen.contains("[✓ також: «Мережа»]") && chosen.contains("[також: «Новини»]"), "{chosen}");
    network.presses(&oksana, "📣 Надіслати").await;
    network.tick().await;
    let all = oksana.transcript();
    assert!(all.contains("▰ 2 / 2"), "groups are not counted as people: {all}");
    assert_eq!(group.screen(), "🤖 Зустрічаємося в суботу", "no buttons of anybody's");
    assert!(petro.screen().contains("Зустрічаємося в суботу"));
    assert!(!channel.transcript().contains("Зустрічаємося"), "{}", channel.transcript());
    network.end().await;
}

#[tokio::test]
async fn a_session_in_a_group_says_where_to_answer_and_changes_follow() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let bohdan = network.newcomer("Богдан", "uk");
    let group = linked(&network, &oksana, "Мережа").await;
    network.says(&oksana, "/newsession").await;
    network.says(&oksana, "Друга сесія").await;
    network.says(&oksana, "15.02 10:00-16:00").await;
    network.says(&oksana, "Київ, Хрещатик 1").await;
    network.presses(&oksana, "також: «Мережа»").await;
    network.presses(&oksana, "📣 Оголосити").await;
    assert_snapshot!(group.screen(), @"
    🤖 📅 Друга сесія

    🕙 15 лютого, 10:00–16:00
    📍 Київ, Хрещатик 1
       [✋ Відповісти в боті]
    ");
    let url = group.newest().and_then(|m| m.buttons().find_map(|button| button.url.clone())).expect("a link");
    let code = crate::support::link_code(&url);
    assert_eq!(code, "session-1");
    petro.follows_link(&code);
    network.settle().await;
    assert!(
        petro.screen().contains("Друга сесія") && petro.screen().contains("[✅ Прийду]"),
        "{}",
        petro.screen()
    );
    bohdan.follows_link(&code);
    network.settle().await;
    assert!(!bohdan.transcript().contains("Друга сесія"), "{}", bohdan.transcript());
    assert_snapshot!(bohdan.screen(), @"
    🤖 Це Мережа — бот для людей, які разом працюють над стратегією. Сюди приходять за посиланням-запрошенням від організаторів.

    Якщо посилання немає, можна попроситися: організатори побачать ваше ім’я в Telegram.
       [🙋 Попроситися в Мережу]
    ");
    petro.follows_link("session-77");
    network.settle().await;
    assert!(petro.screen().contains("Цієї сесії вже немає"), "{}", petro.screen());

    network.presses(&oksana, "🛠 Керувати").await;
    network.presses(&oksana, "✏️ Змінити").await;
    network.presses(&oksana, "📍 Де").await;
    network.says(&oksana, "Дніпро, Центральна 5").await;
    network.presses(&oksana, "✅ Зберегти й сказати людям").await;
    assert_snapshot!(redacted(&group.transcript()), @"
    Оксана: <made Мережа>
    Оксана: <added Rehearsal>
    Оксана: /start@rehearsal_bot КОД
    🤖 🔗 Цю групу під’єднано до Мережі. Тут з’являтимуться оголошення, сесії та підсумки, коли так вирішать організатори. Імен тут не буде.
    🤖 📅 Друга сесія

    🕙 15 лютого, 10:00–16:00
    📍 Дніпро, Центральна 5
       [✋ Відповісти в боті]
    🤖 📅 Друга сесія: зміни

    📍 Київ, Хрещатик 1 → Дніпро, Центральна 5
    ");
    network.presses(&oksana, "🛠 Керувати").await;
    network.presses(&oksana, "✖️ Скасувати").await;
    network.presses(&oksana, "Так, скасувати").await;
    assert_snapshot!(redacted(&group.transcript()), @"
    Оксана: <made Мережа>
    Оксана: <added Rehearsal>
    Оксана: /start@rehearsal_bot КОД
    🤖 🔗 Цю групу під’єднано до Мережі. Тут з’являтимуться оголошення, сесії та підсумки, коли так вирішать організатори. Імен тут не буде.
    🤖 📅 Друга сесія

    🕙 15 лютого, 10:00–16:00
    📍 Дніпро, Центральна 5

    ✖️ Сесію скасовано.
    🤖 📅 Друга сесія: зміни

    📍 Київ, Хрещатик 1 → Дніпро, Центральна 5
    🤖 ✖️ Сесію скасовано: Друга сесія

    🕙 15 лютого, 10:00–16:00
    📍 Дніпро, Центральна 5
    ");
    network.end().await;
}

#[tokio::test]
async fn results_are_posted_afterwards_and_once() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let group = linked(&network, &oksana, "Мережа").await;
    network.opens_vote(&oksana, "Напрям?", "Школи\nДороги", &[]).await;
    network.votes(&petro, &["⬜️ 1. Школи"]).await;
    network.closes_vote(&oksana).await;
    network.says(&oksana, "/vote").await;
    network.presses(&oksana, "🏁 Напрям?").await;
    network.presses(&oksana, "📣 У групу").await;
    network.presses(&oksana, "👥 Мережа").await;
    assert_eq!(toast(&oksana), "Підсумок піде в чат «Мережа»");
    assert_snapshot!(group.screen(), @"
    🤖 <photo> 🏁 Підсумок: Напрям?
    Явка: 1 з 2 (50 %).

    🏆 Школи — 1 голос
    Дороги — 0 голосів
    ");
    let posted = group.messages().len();
    network.presses(&oksana, "👥 Мережа").await;
    assert_eq!(toast(&oksana), "У чаті «Мережа» цей підсумок уже є");
    assert_eq!(group.messages().len(), posted);

    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Прийдете?\nТак\nНі").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    network.presses(&petro, "Так").await;
    network.presses(&oksana, "👁 Дивитися відповіді").await;
    network.presses(&oksana, "🏁 Завершити опитування").await;
    network.says(&oksana, "/polls").await;
    network.presses(&oksana, "🏁 Прийдете?").await;
    network.presses(&oksana, "📣 У групу").await;
    network.presses(&oksana, "👥 Мережа").await;
    assert_snapshot!(group.screen(), @"
    🤖 <photo> 📊 Підсумок: Прийдете?
    Відповіла 1 людина

    Так — 1 (100 %)
    Ні — 0 (0 %)
    ");
    let said = group.transcript();
    assert!(!said.contains("Петро"), "never anybody's name: {said}");
    network.end().await;
}

#[tokio::test]
async fn at_night_a_group_waits_for_the_morning() {
    let (network, oksana) = Network::start().await;
    let group = linked(&network, &oksana, "Мережа").await;
    // 10:00 to 23:00.
    network.pass(Duration::from_secs(13 * 3600)).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Уранці").await;
    network.presses(&oksana, "👥 Усім (1)").await;
    network.presses(&oksana, "також: «Мережа»").await;
    network.presses(&oksana, "📣 Надіслати").await;
    assert!(!group.transcript().contains("Уранці"), "{}", group.transcript());
    network.pass(Duration::from_secs(10 * 3600)).await;
    assert!(group.screen().contains("Уранці"), "{}", group.transcript());
    network.end().await;
}
