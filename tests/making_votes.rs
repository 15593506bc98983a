//! Votes being made: title, options, until when, with what rules.

use std::time::Duration;

use insta::assert_snapshot;

use crate::support::{Network, toast};

const DAY: Duration = Duration::from_secs(24 * 3600);
const OPTIONS: &str = "1. Дороги\n2. Школи\n3. Вода\n4. Робота для молоді";

#[tokio::test]
async fn of_few_options_nobody_is_to_choose_all_unless_that_is_said() {
    let (network, oksana) = Network::start().await;
    for (options, most) in [("Так\nНі", "[✓ до 1] [до 2]"), ("Так\nНі\nБайдуже", "[до 1] [✓ до 2] [до 3]")]
    {
        let preview = network.makes_vote(&oksana, "Напрями", options).await;
        assert!(preview.contains(most), "{preview}");
        network.says(&oksana, "/cancel").await;
    }
    network.end().await;
}

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
    assert_snapshot!(preview, @"
    🤖 👀 Пріоритетні напрями

    1. Дороги
    2. Школи
    3. Вода
    4. Робота для молоді

    👉 Можна обрати до 3 варіантів.
    🏆 Переможуть 3 варіанти, у яких найбільше голосів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.
    ⏰ Коли завершиться, оголосять організатори.
    👥 Голосують: усі (1)
       [до 1] [до 2] [✓ до 3] [до 4]
       [⚙️ Правила голосування]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [✏️ Заголовок] [✏️ Варіанти]
       [👥 Хто голосує]
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
    assert_snapshot!(asked, @"
    🤖 Не вдалося зрозуміти дату, або вона вже минула. Напишіть, наприклад, так: 5 лютого 18:00 або завтра 12:00.
       [← Назад] [Скасувати]
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
