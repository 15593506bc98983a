//! Ballots: marked, handed in, changed, covered; turnout, reminders, and ballots from paper.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Person;

use crate::support::{Network, receipt, redacted, shown, toast};

const DAY: Duration = Duration::from_secs(24 * 3600);

#[tokio::test]
async fn a_ballot_is_marked_handed_in_and_changed() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.makes_vote(&oksana, "Пріоритетні напрями", "Дороги\nШколи\nВода\nРобота для молоді").await;
    network.presses(&oksana, "до 2").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    assert_snapshot!(petro.screen(), @"
    🤖 🗳 Пріоритетні напрями

    1. Дороги
    2. Школи
    3. Вода
    4. Робота для молоді

    👉 Можна обрати до 2 варіантів.
    🏆 Переможуть 2 варіанти, у яких найбільше голосів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.
    👥 У списку 2 людини.
    ⏰ Коли завершиться, оголосять організатори.
       [🗳 Голосувати]
       [🏠 Меню]
    ");
    let ballot = network.presses(&petro, "🗳 Голосувати").await;
    assert_snapshot!(ballot, @"
    🤖 🗳 Пріоритетні напрями

    Обрано 0 з 2
       [⬜️ 1. Дороги]
       [⬜️ 2. Школи]
       [⬜️ 3. Вода]
       [⬜️ 4. Робота для молоді]
       [📥 Здати бюлетень]
       [← Назад] [🏠 Меню]
    ");
    network.presses(&petro, "📥 Здати бюлетень").await;
    assert_eq!(toast(&petro), "Ще нічого не обрано. Позначте хоча б один варіант.");
    network.presses(&petro, "⬜️ 1. Дороги").await;
    assert_eq!(toast(&petro), "Обрано 1 з 2");
    network.presses(&petro, "⬜️ 3. Вода").await;
    network.presses(&petro, "⬜️ 2. Школи").await;
    assert_eq!(toast(&petro), "Уже обрано 2 з 2. Спершу зніміть одну позначку.");
    let handed_in = network.presses(&petro, "📥 Здати бюлетень").await;
    assert_snapshot!(redacted(&handed_in), @"
    🤖 🗳 Пріоритетні напрями

    1. Дороги
    2. Школи
    3. Вода
    4. Робота для молоді

    👉 Можна обрати до 2 варіантів.
    🏆 Переможуть 2 варіанти, у яких найбільше голосів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.
    👥 У списку 2 людини.
    ⏰ Коли завершиться, оголосять організатори.

    ✅ Бюлетень здано. Ваш код: ЧЕК. За ним ви знайдете свій бюлетень серед полічених; про ваш вибір він нічого не каже. До завершення бюлетень можна змінити.
       [👀 Мій вибір] [✏️ Змінити]
       [🏠 Меню]
    ");
    assert_eq!(toast(&petro), "Бюлетень прийнято");
    assert!(!petro.transcript().contains("☑️"), "no choice stays in the chat: {}", petro.transcript());

    network.presses(&petro, "👀 Мій вибір").await;
    assert_eq!(toast(&petro), "Ваш бюлетень:\n1. Дороги\n3. Вода");
    network.presses(&petro, "✏️ Змінити").await;
    network.presses(&petro, "☑️ 1. Дороги").await;
    let left = network.presses(&petro, "← Назад").await;
    assert!(left.contains("Ви почали його змінювати"), "{left}");
    network.presses(&petro, "✏️ Змінити").await;
    network.presses(&petro, "⬜️ 2. Школи").await;
    let again = network.presses(&petro, "📥 Здати бюлетень").await;
    assert_eq!(receipt(&again), receipt(&handed_in), "a code that changed would betray a change");
    let menu = network.says(&petro, "/menu").await;
    assert!(menu.contains("Зараз на вас нічого не чекає"), "{menu}");
    let list = network.presses(&petro, "🗳 Голосування").await;
    assert_snapshot!(list, @"
    🤖 🗳 Голосування

    🟢 чекає на вас · ✅ бюлетень здано · 🏁 завершено
       [✅ Пріоритетні напрями]
       [🏠 Меню]
    ");

    let turnout = network.looks_at_turnout(&oksana).await;
    assert_snapshot!(turnout, @"
    🤖 📊 Явка: Пріоритетні напрями

    ▰▰▰▰▰▱▱▱▱▱ здано 1 з 2

    Розподіл за групами не показуємо: групи замалі, і це могло б когось видати.
       [🔔 Нагадати тим, хто не голосував: 1]
       [📝 Внести бюлетень з паперу]
       [🏁 Завершити голосування]
       [🔄 Оновити] [← Назад]
       [🏠 Меню]
    ");
    let asked = network.presses(&oksana, "🏁 Завершити голосування").await;
    assert_snapshot!(asked, @"
    🤖 Завершити «Пріоритетні напрями»? Здано 1 бюлетень з 2. Підсумок прийде всім, відкрити знову не можна.
       [Так, завершити] [← Назад]
    ");
    network.presses(&oksana, "Так, завершити").await;
    network.tick().await;
    assert_snapshot!(redacted(&petro.screen()), @"
    🤖 🏁 Підсумок: Пріоритетні напрями

    🏆 2. Школи
    ▰▰▰▰▰▰▰▰▰▰ 1 голос

    🏆 3. Вода
    ▰▰▰▰▰▰▰▰▰▰ 1 голос

    1. Дороги
    ▱▱▱▱▱▱▱▱▱▱ 0 голосів

    4. Робота для молоді
    ▱▱▱▱▱▱▱▱▱▱ 0 голосів

    Явка: 1 з 2 (50 %).

    🏆 «Школи» — серед варіантів, за які найбільше голосів.
    🏆 «Вода» — серед варіантів, за які найбільше голосів.

    👉 Можна обрати до 2 варіантів.
    🏆 Переможуть 2 варіанти, у яких найбільше голосів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.

    🧾 Коди полічених бюлетенів (1) — знайдіть свій:
    ЧЕК
       [🏠 Меню]
    ");
    assert!(petro.screen().contains(&receipt(&handed_in)), "everyone finds their own code");
    let pictures = petro.messages().iter().filter(|message| !message.photo.is_empty()).count();
    assert_eq!(pictures, 1, "the result comes as a picture, too");
    assert!(!network.folder().join("keys/vote-1.key").exists(), "the key is gone");
    network.end().await;
}

#[tokio::test]
async fn points_are_spread_and_given_back() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.makes_vote(&oksana, "Кошти", "Дороги\nШколи\nВода").await;
    network.presses(&oksana, "⚙️ Правила голосування").await;
    network.presses(&oksana, "Бали").await;
    let rules = network.presses(&oksana, "5 балів").await;
    assert_snapshot!(rules, @"
    🤖 ⚙️ Правила голосування

    Після відкриття їх уже не змінити.

    🔢 Можна розподілити між варіантами 5 балів.
    🏆 Переможуть 2 варіанти, у яких найбільше балів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.

    Перемагають варіанти з найбільшою підтримкою. Може статися, що хтось не побачить у підсумку нічого свого.
       [Обрати] [✓ Бали] [Місця]
       [3 бали] [✓ 5 балів] [10 балів]
       [20 балів]
       [🏆 1] [✓ 🏆 2] [🏆 3]
       [✓ Більшість] [Збалансовано]
       [✓ 🔒 Таємне] [👁 Відкрите]
       [← Готово]
    ");
    network.presses(&oksana, "← Готово").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.presses(&petro, "🗳 Голосувати").await;
    for _ in 0..3 {
        network.presses(&petro, &points_button(&petro, 1)).await;
    }
    network.presses(&petro, &points_button(&petro, 2)).await;
    network.presses(&petro, &points_button(&petro, 2)).await;
    assert_eq!(toast(&petro), "Лишилося балів: 0 з 5");
    network.presses(&petro, &points_button(&petro, 3)).await;
    assert_eq!(toast(&petro), "Усі бали вже розподілено. Спершу зменште десь інде.");
    assert_snapshot!(petro.screen(), @"
    🤖 🗳 Кошти

    1. Дороги — 3 бали
    2. Школи — 2 бали
    3. Вода

    Лишилося балів: 0 з 5
       [−] [1 · 3] [+]
       [−] [2 · 2] [+]
       [−] [3 · 0] [+]
       [📥 Здати бюлетень]
       [← Назад] [🏠 Меню]
    ");
    network.presses(&petro, "📥 Здати бюлетень").await;
    network.presses(&petro, "👀 Мій вибір").await;
    assert_eq!(toast(&petro), "Ваш бюлетень:\n1. Дороги: 3\n2. Школи: 2");
    network.closes_vote(&oksana).await;
    assert_snapshot!(redacted(&petro.screen()), @"
    🤖 🏁 Підсумок: Кошти

    🏆 1. Дороги
    ▰▰▰▰▰▰▰▰▰▰ 3 бали

    🏆 2. Школи
    ▰▰▰▰▰▰▰▱▱▱ 2 бали

    3. Вода
    ▱▱▱▱▱▱▱▱▱▱ 0 балів

    Явка: 1 з 2 (50 %).

    🏆 «Дороги» — серед варіантів, у яких найбільше балів.
    🏆 «Школи» — серед варіантів, у яких найбільше балів.

    🔢 Можна розподілити між варіантами 5 балів.
    🏆 Переможуть 2 варіанти, у яких найбільше балів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.

    🧾 Коди полічених бюлетенів (1) — знайдіть свій:
    ЧЕК
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn a_ranking_is_tapped_in_order_and_counted_by_places() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_vote(&oksana, "Порядок", "Дороги\nШколи\nВода", &["Місця", "🏆 1"]).await;
    network.presses(&petro, "🗳 Голосувати").await;
    network.presses(&petro, "2. Школи").await;
    network.presses(&petro, "1. Дороги").await;
    network.presses(&petro, "↩️ Забрати останній").await;
    let ranked = network.presses(&petro, "3. Вода").await;
    assert_snapshot!(ranked, @"
    🤖 🗳 Порядок

    1-е місце — Школи
    2-е місце — Вода

    Розставлено 2 з 3
       [1. Дороги]
       [↩️ Забрати останній]
       [📥 Здати бюлетень]
       [← Назад] [🏠 Меню]
    ");
    network.presses(&petro, "📥 Здати бюлетень").await;
    network.presses(&petro, "👀 Мій вибір").await;
    assert_eq!(toast(&petro), "Ваш бюлетень:\n1) 2. Школи\n2) 3. Вода");
    network.closes_vote(&oksana).await;
    let result = petro.screen();
    assert!(result.contains("🏆 2. Школи") && result.contains("2 бали"), "{result}");
    network.end().await;
}

#[tokio::test]
async fn exactly_those_who_have_not_voted_are_reminded() {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи").await;
    network.presses(&oksana, "Тиждень").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.votes(&people[0], &["⬜️ 1. Дороги"]).await;
    let reminded = |who: &Person| who.transcript().matches("🔔 У голосуванні").count();
    network.looks_at_turnout(&oksana).await;
    network.presses(&oksana, "🔔 Нагадати тим, хто не голосував: 3").await;
    assert_eq!(toast(&oksana), "Нагадуємо 3 людям");
    assert_eq!(people.each_ref().map(reminded), [0, 1, 1]);
    network.presses(&oksana, "🔔 Нагадати тим, хто не голосував: 3").await;
    assert_eq!(people.each_ref().map(reminded), [0, 1, 1], "not again within the hour");

    network.votes(&people[1], &["⬜️ 1. Дороги"]).await;
    network.pass(DAY * 6 - Duration::from_secs(60)).await;
    assert_eq!(
        people.each_ref().map(reminded),
        [0, 0, 1],
        "what reminded her has become her card; a minute is left"
    );
    network.pass(Duration::from_secs(60)).await;
    network.tick().await;
    assert_eq!(people.each_ref().map(reminded), [0, 0, 2], "a day before the end, once");
    network.end().await;
}

#[tokio::test]
async fn a_ballot_from_paper_counts_until_the_person_votes() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "📄 Без Telegram").await;
    network.presses(&oksana, "➕ Додати людину").await;
    let added = network.says(&oksana, "Галина").await;
    assert_snapshot!(added, @"
    🤖 📄 Галина

    Оберіть сектор і регіон:
       [Влада] [Громадськість]
       [Інше]
       [Луганщина] [Донеччина]
       [Інше]
       [← Готово] [🏠 Меню]
    ");
    network.presses(&oksana, "Влада").await;
    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи", &[]).await;
    assert!(petro.screen().contains("👥 У списку 3 людини."), "{}", petro.screen());
    network.looks_at_turnout(&oksana).await;
    let roll = network.presses(&oksana, "📝 Внести бюлетень з паперу").await;
    assert_snapshot!(roll, @"
    🤖 📝 Напрями

    Чий бюлетень вносимо? Якщо людина потім проголосує тут сама, врахується її власний бюлетень.
       [📄 Галина]
       [👤 Оксана]
       [👤 Петро]
       [← Назад] [🏠 Меню]
    ");
    network.presses(&oksana, "📄 Галина").await;
    network.presses(&oksana, "⬜️ 2. Школи").await;
    let entered = network.presses(&oksana, "📥 Здати бюлетень").await;
    assert!(entered.contains("✅ Бюлетень для Галина прийнято"), "{entered}");
    network.presses(&oksana, "📝 Наступний").await;
    network.presses(&oksana, "👤 Петро").await;
    network.presses(&oksana, "⬜️ 2. Школи").await;
    network.presses(&oksana, "📥 Здати бюлетень").await;

    network.votes(&petro, &["⬜️ 1. Дороги"]).await;
    network.presses(&oksana, "📝 Наступний").await;
    network.presses(&oksana, "👤 Петро").await;
    assert_eq!(toast(&oksana), "Ця людина вже проголосувала сама. Діє її власний бюлетень.");
    network.closes_vote(&oksana).await;
    let result = petro.screen();
    assert!(result.contains("Явка: 2 з 3 (66 %). З паперу внесено 1 бюлетень."), "{result}");
    assert_eq!(result.matches(" 1 голос\n").count(), 2, "{result}");
    network.end().await;
}

#[tokio::test]
async fn a_button_is_good_only_on_the_phone_it_was_shown_on() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи", &[]).await;
    network.presses(&petro, "🗳 Голосувати").await;
    let ballot = shown(&petro, "🗳 Напрями");
    let button = ballot.buttons().find(|button| button.text.starts_with('⬜')).expect("a mark");
    let sealed = button.callback_data.clone().expect("its data");
    assert_eq!(sealed.len(), 64);
    assert_eq!(network.forges(&maria, &sealed).await, "Ця кнопка застаріла. Відкрийте меню: /menu");
    let mut forged = sealed.clone();
    forged.replace_range(40..41, if &sealed[40..41] == "A" { "B" } else { "A" });
    assert_eq!(network.forges(&petro, &forged).await, "Ця кнопка застаріла. Відкрийте меню: /menu");
    assert_eq!(network.forges(&petro, &sealed).await, "Обрано 1 з 1");
    network.end().await;
}

#[tokio::test]
async fn a_ballot_that_is_left_is_covered_after_a_while() {
    let (mut network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи", &[]).await;
    for person in [&petro, &maria] {
        network.presses(person, "🗳 Голосувати").await;
        network.presses(person, "⬜️ 1. Дороги").await;
    }
    network.presses(&maria, "🏠 Меню").await;
    network.restart().await;
    network.pass(Duration::from_secs(600)).await;
    assert_snapshot!(petro.screen(), @"
    🤖 🗳 Напрями

    🔒 Бюлетень сховано, щоб ваш вибір не лишався в чаті. Позначки збережено.
       [🗳 Продовжити] [🏠 Меню]
    ");
    assert!(maria.screen().contains("Мережа"), "her menu stays where it is: {}", maria.screen());
    let again = network.presses(&petro, "🗳 Продовжити").await;
    assert!(again.contains("☑️ 1. Дороги"), "nothing is lost: {again}");
    network.end().await;
}

#[tokio::test]
async fn who_comes_after_the_opening_is_not_on_the_roll() {
    let (network, oksana) = Network::start().await;
    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи", &[]).await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&petro, "/vote").await;
    let card = network.presses(&petro, "👁 Напрями").await;
    assert!(card.contains("вас ще не було в Мережі"), "{card}");
    assert_eq!(network.forges(&petro, "vb.1").await, "Вас немає у списку цього голосування");
    assert_eq!(network.forges(&petro, "vh.1").await, "Вас немає у списку цього голосування");
    network.closes_vote(&oksana).await;
    assert!(petro.screen().contains("Явка: 0 з 1"), "the result is for everyone: {}", petro.screen());
    network.end().await;
}

#[tokio::test]
async fn who_leaves_takes_the_ballot_along_while_the_vote_is_open() {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи", &[]).await;
    for person in &people {
        network.votes(person, &["⬜️ 1. Дороги"]).await;
    }
    network.says(&people[0], "/settings").await;
    network.presses(&people[0], "🚪 Вийти й стерти мої дані").await;
    network.presses(&people[0], "Так, вийти й стерти дані").await;
    network.closes_vote(&oksana).await;
    let result = people[1].screen();
    assert!(result.contains("Явка: 1 з 2 (50 %)") && result.contains("1 голос\n"), "{result}");
    assert!(!people[0].transcript().contains("Підсумок"), "who has left hears no more");
    let old = shown(&people[0], "🗳 Напрями");
    network.presses_on(&people[0], &old, "✏️ Змінити").await;
    assert!(people[0].screen().contains("Попроситися"), "{}", people[0].screen());
    network.end().await;
}

/// The button in the middle of an option's row: its number and its points.
fn points_button(person: &Person, option: usize) -> String {
    let message = shown(person, "Лишилося балів");
    let start = format!("{option} · ");
    let button = message.buttons().find(|button| button.text.starts_with(&start)).expect("a row");
    button.text.clone()
}
