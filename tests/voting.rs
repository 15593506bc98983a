//! Votes: made, answered, changed, closed by hand and by time, and what comes of them.

use std::time::Duration;

use insta::assert_snapshot;

use crate::support::{Network, shown, toast};

const DAY: Duration = Duration::from_secs(24 * 3600);
const OPTIONS: &str = "1. Дороги\n2. Школи\n3. Вода\n4. Робота для молоді";

#[tokio::test]
async fn a_vote_is_made_part_by_part() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/desk").await;
    let asked = network.presses(&oksana, "🗳 Голосування").await;
    assert_snapshot!(asked, @r"
    🤖 🗳 Про що голосуємо? Напишіть заголовок, наприклад: «Три пріоритетні напрями».
       [Скасувати]
    ");
    let options = network.says(&oksana, "Пріоритетні напрями").await;
    assert_snapshot!(options, @r"
    🤖 Тепер варіанти — одним повідомленням, кожен з нового рядка:

    Дороги й транспорт
    Школи й укриття
    Робота для молоді
       [Скасувати]
    ");
    let preview = network.says(&oksana, OPTIONS).await;
    assert_snapshot!(preview, @r"
    🤖 👀 Пріоритетні напрями

    1. Дороги
    2. Школи
    3. Вода
    4. Робота для молоді

    Можна обрати до 3 варіантів.
    Коли завершиться, оголосять організатори.
       [до 1] [до 2] [✓ до 3] [до 4]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [✏️ Заголовок] [✏️ Варіанти]
       [📣 Відкрити для всіх]
       [Скасувати]
    ");
    assert!(network.presses(&oksana, "до 2").await.contains("до 2 варіантів"));
    assert!(network.presses(&oksana, "до 1").await.contains("Можна обрати 1 варіант."));
    assert!(network.presses(&oksana, "Доба").await.contains("Триватиме добу."));
    assert!(network.presses(&oksana, "Тиждень").await.contains("Триватиме тиждень."));
    assert!(network.presses(&oksana, "✓ Тиждень").await.contains("Триватиме тиждень."), "pressed twice");
    assert!(network.presses(&oksana, "Завершу вручну").await.contains("оголосять організатори"));
    network.presses(&oksana, "✏️ Заголовок").await;
    let retitled = network.says(&oksana, "Три напрями").await;
    assert!(retitled.contains("👀 Три напрями") && retitled.contains("✓ до 1"), "{retitled}");
    network.presses(&oksana, "✏️ Варіанти").await;
    let relisted = network.says(&oksana, "Так\nНі").await;
    assert!(relisted.contains("2. Ні") && !relisted.contains("Дороги"), "{relisted}");
    network.end().await;
}

#[tokio::test]
async fn the_closing_is_typed_as_people_write_dates() {
    let (network, oksana) = Network::start().await;
    network.makes_vote(&oksana, "Напрями", OPTIONS).await;
    for (typed, understood) in [
        ("5 лютого 18:00", "5 лютого, 18:00"),
        ("05.02 18:00", "5 лютого, 18:00"),
        ("05.02.2025 о 18.00", "5 лютого, 18:00"),
        ("5 лютого, 18.30", "5 лютого, 18:30"),
        ("завтра", "2 лютого, 20:00"),
        ("Завтра о 9:30", "2 лютого, 09:30"),
        ("3 березня 2026", "3 березня 2026, 20:00"),
    ] {
        network.presses(&oksana, if typed == "5 лютого 18:00" { "Дата…" } else { "✓ Дата…" }).await;
        let preview = network.says(&oksana, typed).await;
        assert!(preview.contains(&format!("Триває до {understood}.")), "{typed}: {preview}");
    }
    network.presses(&oksana, "✓ Дата…").await;
    let asked = network.says(&oksana, "коли-небудь").await;
    assert_snapshot!(asked, @r"
    🤖 Не вдалося зрозуміти дату, або вона вже минула. Напишіть, наприклад, так: 5 лютого 18:00 або завтра 12:00.
       [Скасувати]
    ");
    for typed in ["01.02.2025 10:00", "сьогодні 11:59", "31 лютого", "👍"] {
        assert_eq!(network.says(&oksana, typed).await, asked, "{typed}");
    }
    network.says(&oksana, "сьогодні 12:01").await;
    network.pass(DAY).await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    assert_eq!(toast(&oksana), "Обраний час завершення вже минув. Оберіть інший.");
    network.presses(&oksana, "Доба").await;
    let opened = network.presses(&oksana, "📣 Відкрити для всіх").await;
    let opened =
        if opened.contains("бюлетені вже йдуть") { opened } else { oksana.transcript() };
    assert!(opened.contains("✅ Голосування відкрито, бюлетені вже йдуть: Напрями"), "{opened}");
    assert!(oksana.transcript().contains("Триває до 3 лютого, 12:00."), "{}", oksana.transcript());
    network.end().await;
}

#[tokio::test]
async fn a_list_of_options_that_is_none_is_refused_with_a_reason() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/newvote").await;
    let empty = network.says(&oksana, "\u{200B}").await;
    assert!(empty.contains("Заголовок порожній"), "{empty}");
    let long = network.says(&oksana, &"х".repeat(201)).await;
    assert_snapshot!(long, @r"
    🤖 Заголовок задовгий: 201 знак, а вміститься щонайбільше 200. Скоротіть, будь ласка.
       [Скасувати]
    ");
    network.says(&oksana, "Напрями").await;
    let many = (1..=21).map(|n| format!("Варіант {n}")).collect::<Vec<_>>().join("\n");
    let all = [
        network.says(&oksana, "Дороги").await,
        network.says(&oksana, &many).await,
        network.says(&oksana, "Вода\nДороги\nвода").await,
        network.says(&oksana, &format!("Вода\n{}", "ю".repeat(122))).await,
    ];
    assert_snapshot!(all.join("\n\n"), @r"
    🤖 Потрібно щонайменше два варіанти, кожен з нового рядка.
       [Скасувати]

    🤖 Забагато варіантів: 21. Об’єднайте, будь ласка, схожі.
       [Скасувати]

    🤖 Варіант «Вода» трапляється двічі. Надішліть список без повторів.
       [Скасувати]

    🤖 Варіант 2 задовгий: 122 знаки, а вміститься щонайбільше 100. Скоротіть його й надішліть список ще раз.
       [Скасувати]
    ");
    let most = (1..=20).map(|n| format!("{n}) Варіант {n}")).collect::<Vec<_>>().join("\n");
    let preview = network.says(&oksana, &most).await;
    assert!(preview.contains("20. Варіант 20"), "{preview}");
    network.end().await;
}

#[tokio::test]
async fn a_ballot_is_marked_handed_in_and_changed() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.makes_vote(&oksana, "Пріоритетні напрями", OPTIONS).await;
    network.presses(&oksana, "до 2").await;
    let opened = network.presses(&oksana, "📣 Відкрити для всіх").await;
    assert!(oksana.transcript().contains("✅ Голосування відкрито"), "{opened}");
    assert_snapshot!(petro.screen(), @r"
    🤖 🗳 Пріоритетні напрями

    Можна обрати до 2 варіантів.
    Коли завершиться, оголосять організатори.

    Обрано 0 з 2
       [⬜️ 1. Дороги]
       [⬜️ 2. Школи]
       [⬜️ 3. Вода]
       [⬜️ 4. Робота для молоді]
       [📥 Здати бюлетень]
       [🏠 Меню]
    ");
    network.presses(&petro, "📥 Здати бюлетень").await;
    assert_eq!(toast(&petro), "Ще нічого не обрано. Позначте хоча б один варіант.");
    network.presses(&petro, "⬜️ 1. Дороги").await;
    assert_eq!(toast(&petro), "Обрано 1 з 2");
    network.presses(&petro, "⬜️ 3. Вода").await;
    let two = petro.screen();
    network.presses(&petro, "⬜️ 2. Школи").await;
    assert_eq!(toast(&petro), "Уже обрано 2 з 2. Спершу зніміть одну позначку.");
    assert_eq!(petro.screen(), two);
    let handed_in = network.presses(&petro, "📥 Здати бюлетень").await;
    assert_snapshot!(handed_in, @r"
    🤖 🗳 Пріоритетні напрями

    Можна обрати до 2 варіантів.
    Коли завершиться, оголосять організатори.

    ✅ Бюлетень здано: обрано 2 з 2. До завершення його можна змінити.
       [☑️ 1. Дороги]
       [⬜️ 2. Школи]
       [☑️ 3. Вода]
       [⬜️ 4. Робота для молоді]
       [🏠 Меню]
    ");
    assert_eq!(toast(&petro), "Бюлетень прийнято");
    let changed = network.presses(&petro, "☑️ 1. Дороги").await;
    assert_snapshot!(changed, @r"
    🤖 🗳 Пріоритетні напрями

    Можна обрати до 2 варіантів.
    Коли завершиться, оголосять організатори.

    ✏️ Обрано 1 з 2. Зміни ще не здано: натисніть «Здати бюлетень».
       [⬜️ 1. Дороги]
       [⬜️ 2. Школи]
       [☑️ 3. Вода]
       [⬜️ 4. Робота для молоді]
       [📥 Здати бюлетень]
       [🏠 Меню]
    ");
    network.presses(&petro, "⬜️ 2. Школи").await;
    network.presses(&petro, "📥 Здати бюлетень").await;
    let menu = network.says(&petro, "/menu").await;
    assert!(menu.contains("Зараз на вас нічого не чекає"), "{menu}");
    let list = network.presses(&petro, "🗳 Голосування").await;
    assert_snapshot!(list, @r"
    🤖 🗳 Голосування

    🟢 чекає на вас · ✅ бюлетень здано · 🏁 завершено
       [✅ Пріоритетні напрями]
       [🏠 Меню]
    ");

    network.presses(&oksana, "👁 До голосування").await;
    let watching = network.presses(&oksana, "⬜️ 4. Робота для молоді").await;
    assert!(watching.contains("Здано 1 бюлетень."), "an organizer goes on seeing the turnout: {watching}");
    let asked = network.presses(&oksana, "🏁 Завершити голосування").await;
    assert_snapshot!(asked, @r"
    🤖 Завершити «Пріоритетні напрями»? Здано 1 бюлетень. Підсумок одразу прийде всім, відкрити знову не можна.
       [Так, завершити] [← Назад]
    ");
    network.presses(&oksana, "Так, завершити").await;
    let result = petro.screen();
    assert_snapshot!(result, @r"
    🤖 🏁 Підсумок: Пріоритетні напрями

    🏆 Школи
    ▰▰▰▰▰▰▰▰▰▰ 1 голос

    🏆 Вода
    ▰▰▰▰▰▰▰▰▰▰ 1 голос

    Дороги
    ▱▱▱▱▱▱▱▱▱▱ 0 голосів

    Робота для молоді
    ▱▱▱▱▱▱▱▱▱▱ 0 голосів

    Явка: 1 з 2 (50 %).
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn ties_are_named_and_never_broken() {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія", "Андрій", "Ірина"]).await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи\nВода\nЛіс").await;
    network.presses(&oksana, "до 2").await;
    network.presses(&oksana, "Доба").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    let marks: [&[&str]; 4] = [
        &["⬜️ 1. Дороги", "⬜️ 2. Школи"],
        &["⬜️ 1. Дороги", "⬜️ 3. Вода"],
        &["⬜️ 1. Дороги"],
        &["⬜️ 4. Ліс"],
    ];
    for (person, marks) in people.iter().zip(marks) {
        for mark in marks {
            network.presses(person, mark).await;
        }
    }
    for person in &people[..3] {
        network.presses(person, "📥 Здати бюлетень").await;
    }
    network.pass(DAY - Duration::from_secs(1)).await;
    assert!(!people[0].transcript().contains("Підсумок"), "a second is left");
    network.pass(Duration::from_secs(1)).await;
    assert_snapshot!(people[0].screen(), @r"
    🤖 🏁 Підсумок: Напрями

    🏆 Дороги
    ▰▰▰▰▰▰▰▰▰▰ 3 голоси

    ⚖️ Школи
    ▰▰▰▱▱▱▱▱▱▱ 1 голос

    ⚖️ Вода
    ▰▰▰▱▱▱▱▱▱▱ 1 голос

    Ліс
    ▱▱▱▱▱▱▱▱▱▱ 0 голосів

    Явка: 3 з 5 (60 %).

    ⚖️ Нічия: 2 варіанти набрали порівну, а вільне місце лише 1. Що з цим робити, вирішать організатори разом з учасниками.
       [🏠 Меню]
    ");
    for person in people.iter().chain([&oksana]) {
        assert!(person.screen().contains("Явка: 3 з 5 (60 %)"), "{}", person.screen());
    }
    network.end().await;
}

#[tokio::test]
async fn a_late_tap_on_an_old_ballot_shows_the_result() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи\nВода\nЛіс").await;
    network.presses(&oksana, "Тиждень").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.presses(&petro, "⬜️ 1. Дороги").await;
    network.presses(&petro, "📥 Здати бюлетень").await;
    let (card, other) = (shown(&maria, "🗳 Напрями"), shown(&petro, "🗳 Напрями"));
    network.presses(&maria, "⬜️ 2. Школи").await;
    network.pass(DAY * 7).await;
    let result = maria.screen();
    network.presses_on(&maria, &card, "📥 Здати бюлетень").await;
    assert_eq!(toast(&maria), "Голосування завершено");
    network.presses_on(&petro, &other, "⬜️ 4. Ліс").await;
    assert_eq!(toast(&petro), "Голосування завершено");
    assert_eq!(result.matches("1 голос\n").count(), 1, "what was not handed in does not count: {result}");
    let transcript = maria.transcript();
    assert_eq!(transcript.matches("🏁 Підсумок: Напрями").count(), 2, "{transcript}");
    assert!(!transcript.contains("📥"), "the old ballot is one no more: {transcript}");
    let list = network.says(&maria, "/vote").await;
    assert!(list.contains("[🏁 Напрями]"), "{list}");
    for data in ["vm.1.0.1", "vh.1", "vm.9.0.1", "v.77"] {
        network.forges(&maria, data).await;
    }
    assert_eq!(network.forges(&maria, "vx.1.1").await, "Це можуть лише організатори.");
    network.end().await;
}

#[tokio::test]
async fn who_leaves_takes_the_ballot_along_while_the_vote_is_open() {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія"]).await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    for person in &people {
        network.presses(person, "⬜️ 1. Дороги").await;
        network.presses(person, "📥 Здати бюлетень").await;
    }
    network.says(&people[0], "/settings").await;
    network.presses(&people[0], "🚪 Вийти й стерти мої дані").await;
    network.presses(&people[0], "Так, вийти й стерти дані").await;
    network.says(&oksana, "/vote").await;
    network.presses(&oksana, "🟢 Напрями").await;
    network.presses(&oksana, "🏁 Завершити голосування").await;
    network.presses(&oksana, "Так, завершити").await;
    assert_snapshot!(people[1].screen(), @r"
    🤖 🏁 Підсумок: Напрями

    🏆 Дороги
    ▰▰▰▰▰▰▰▰▰▰ 1 голос

    Школи
    ▱▱▱▱▱▱▱▱▱▱ 0 голосів

    Явка: 1 з 2 (50 %).
       [🏠 Меню]
    ");
    assert!(!people[0].transcript().contains("Підсумок"), "who has left hears no more");
    let old = shown(&people[0], "🗳 Напрями");
    network.presses_on(&people[0], &old, "☑️ 1. Дороги").await;
    assert!(people[0].screen().contains("Попроситися"), "{}", people[0].screen());
    network.end().await;
}

#[tokio::test]
async fn nobody_votes_and_the_result_says_so() {
    let (network, oksana) = Network::start().await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи").await;
    network.presses(&oksana, "Доба").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.pass(DAY).await;
    assert_snapshot!(oksana.screen(), @r"
    🤖 🏁 Підсумок: Напрями

    Дороги
    ▱▱▱▱▱▱▱▱▱▱ 0 голосів

    Школи
    ▱▱▱▱▱▱▱▱▱▱ 0 голосів

    Явка: 0 з 1 (0 %).
       [🏠 Меню]
    ");
    network.end().await;
}
