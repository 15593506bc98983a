//! Making a session, its card, and what people answer.

use insta::assert_snapshot;

use super::{announces, calendar, makes};
use crate::support::{Network, shown, toast};

#[tokio::test]
async fn a_session_is_made_announced_and_answered() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    let asked = [
        network.says(&oksana, "/newsession").await,
        network.says(&oksana, "Друга сесія: план дій").await,
        network.says(&oksana, "у середу зранку").await,
        network.says(&oksana, "5 лютого 10:00–18:00").await,
    ];
    assert_snapshot!(asked.join("\n\n"), @"
    🤖 📅 Як назвемо сесію? Наприклад: «Друга сесія: план дій».
       [Скасувати]

    🤖 🕙 Коли? Наприклад: 5 лютого 10:00–18:00, 05.02 10:00 або, якщо два дні, 5–6 лютого 10:00–17:00. Час — київський.
       [Скасувати]

    🤖 Не вдалося зрозуміти, коли це, або цей час уже минув. Напишіть день і годину, наприклад так: 5 лютого 10:00–18:00, завтра з 10 до 13 або 5–6 лютого 10:00–17:00.
       [Скасувати]

    🤖 📍 Де? Напишіть місце, надішліть точку на мапі (📎 → Локація) або посилання, якщо онлайн. Можна місце й посилання разом.
       [Скасувати]
    ");
    let preview = network.says(&oksana, "Київ, вул. Хрещатик, 2").await;
    assert_snapshot!(preview, @"
    🤖 👀 📅 Друга сесія: план дій

    🕙 5 лютого, 10:00–18:00
    📍 Київ, вул. Хрещатик, 2

    👥 Кому: усім. Запрошення отримають 3 людини.
       [✏️ Назва] [🕙 Коли]
       [📍 Де] [📋 Порядок денний]
       [🪑 Місця] [👥 Кому]
       [📣 Оголосити]
       [Скасувати]
    ");
    network.presses(&oksana, "📋 Порядок денний").await;
    network.says(&oksana, "10:00 Знайомство\n11:00 План <дій>").await;
    let announced = network.presses(&oksana, "📣 Оголосити").await;
    assert_snapshot!(announced, @"
    🤖 📅 Друга сесія: план дій

    🕙 5 лютого, 10:00–18:00
    📍 Київ, вул. Хрещатик, 2

    📋 Порядок денний
    10:00 Знайомство
    11:00 План <дій>

    Чи будете ви?
       [✅ Прийду]
       [🙅 Не прийду] [🤔 Ще не знаю]
       [🗓 У календар]
       [📅 Усі сесії] [🏠 Меню]
    ");
    assert_snapshot!(petro.screen(), @"
    🤖 📅 Друга сесія: план дій

    🕙 5 лютого, 10:00–18:00
    📍 Київ, вул. Хрещатик, 2

    📋 Порядок денний
    10:00 Знайомство
    11:00 План <дій>

    Чи будете ви?
       [✅ Прийду]
       [🙅 Не прийду] [🤔 Ще не знаю]
       [🗓 У календар]
       [📅 Усі сесії] [🏠 Меню]
    ");
    network.presses(&petro, "✅ Прийду").await;
    assert_eq!(toast(&petro), "Чудово, до зустрічі!");
    assert_snapshot!(petro.screen(), @"
    🤖 <document session.ics> 🗓 Відкрийте цей файл, і сесія з’явиться у вашому календарі.
       [🏠 Меню]
    ");
    let card = shown(&petro, "Ви прийдете");
    assert!(card.text.as_ref().is_some_and(|text| text.contains("План <дій>")), "as it was typed");
    let file = calendar(&network, &petro.newest().expect("the file")).await;
    for line in ["METHOD:PUBLISH", "DTSTART:20250205T080000Z", "DTEND:20250205T160000Z", "SEQUENCE:0"] {
        assert!(file.lines().any(|l| l == line), "{line} in {file}");
    }
    network.presses_on(&petro, &card, "💬 Додати слово").await;
    let noted = network.says(&petro, "приїду о 9:40, без м’яса").await;
    assert_snapshot!(noted, @"
    🤖 💬 Записано, організатори побачать.

    📅 Друга сесія: план дій

    🕙 5 лютого, 10:00–18:00
    📍 Київ, вул. Хрещатик, 2

    📋 Порядок денний
    10:00 Знайомство
    11:00 План <дій>

    ✅ Ви прийдете. Якщо плани зміняться, просто оберіть іншу відповідь.
    💬 приїду о 9:40, без м’яса
       [✓ ✅ Прийду]
       [🙅 Не прийду] [🤔 Ще не знаю]
       [💬 Додати слово] [🗓 У календар]
       [📅 Усі сесії] [🏠 Меню]
    ");
    // Another answer, and the same one twice: one answer counts, and the file comes once.
    network.presses(&petro, "🤔 Ще не знаю").await;
    network.presses(&petro, "✅ Прийду").await;
    network.presses_on(&petro, &card, "✓ ✅ Прийду").await;
    let declined = network.presses(&maria, "🙅 Не прийду").await;
    assert_snapshot!(declined, @"
    🤖 📅 Друга сесія: план дій

    🕙 5 лютого, 10:00–18:00
    📍 Київ, вул. Хрещатик, 2

    📋 Порядок денний
    10:00 Знайомство
    11:00 План <дій>

    Ви не прийдете. Якщо плани зміняться, оберіть іншу відповідь.
       [✅ Прийду]
       [✓ 🙅 Не прийду] [🤔 Ще не знаю]
       [💬 Додати слово] [🗓 У календар]
       [📅 Усі сесії] [🏠 Меню]
    ");
    let list = network.says(&petro, "/session").await;
    assert_snapshot!(list, @"
    🤖 📅 Сесії

    🟢 чекає на вашу відповідь · ✅ ви будете · 🏁 відбулася
       [✅ 5 лютого · Друга сесія: план дій]
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn a_session_can_be_online_or_on_the_map() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    announces(&network, &oksana, "завтра о 10", "https://meet.example.org/a?b=1&c=<2>").await;
    let card = petro.screen();
    assert_snapshot!(card, @"
    🤖 📅 Друга сесія

    🕙 2 лютого, 10:00
    💻 Онлайн

    Чи будете ви?
       [💻 Онлайн]
       [🙅 Не прийду] [🤔 Ще не знаю]
       [🗓 У календар]
       [📅 Усі сесії] [🏠 Меню]
    ");
    assert_eq!(network.forges(&petro, "ea.1.c").await, "Ця кнопка застаріла. Відкрийте меню: /menu");
    network.presses(&petro, "💻 Онлайн").await;
    let card = shown(&petro, "Ви приєднаєтеся онлайн");
    assert!(card.text.as_ref().is_some_and(|text| text.contains("https://meet.example.org/a?b=1&c=<2>")));

    network.says(&oksana, "/newsession").await;
    network.says(&oksana, "Зустріч").await;
    network.says(&oksana, "завтра з 10 до 13").await;
    oksana.sends_location(50.450_1, 30.523_4);
    network.settle().await;
    let preview = oksana.screen();
    assert_snapshot!(preview, @"
    🤖 👀 📅 Зустріч

    🕙 2 лютого, 10:00–13:00
    📍 Точка на мапі — за кнопкою нижче

    👥 Кому: усім. Запрошення отримають 2 людини.
       [✏️ Назва] [🕙 Коли]
       [📍 Де] [📋 Порядок денний]
       [🪑 Місця] [👥 Кому]
       [📣 Оголосити]
       [Скасувати]
    ");
    // A place that Telegram knows has a name, and perhaps an address.
    for (address, place) in [("", "📍 Бібліотека\n"), ("вул. Соборна, 1", "📍 Бібліотека, вул. Соборна, 1\n")]
    {
        network.presses(&oksana, "📍 Де").await;
        oksana.sends_place(50.450_1, 30.523_4, Some(("Бібліотека", address)));
        network.settle().await;
        assert!(oksana.screen().contains(place), "{}", oksana.screen());
    }
    network.presses(&oksana, "📍 Де").await;
    network.says(&oksana, "Бібліотека, 2 поверх https://meet.example.org/x").await;
    network.presses(&oksana, "📍 Де").await;
    oksana.sends_location(50.450_1, 30.523_4);
    network.settle().await;
    network.presses(&oksana, "📣 Оголосити").await;
    assert_snapshot!(petro.screen(), @"
    🤖 📅 Зустріч

    🕙 2 лютого, 10:00–13:00
    📍 Бібліотека, 2 поверх
    💻 Можна приєднатися й онлайн

    Чи будете ви?
       [✅ Прийду] [💻 Онлайн]
       [🙅 Не прийду] [🤔 Ще не знаю]
       [🗓 У календар]
       [🗺 На мапі]
       [📅 Усі сесії] [🏠 Меню]
    ");
    network.presses(&petro, "✅ Прийду").await;
    let file = calendar(&network, &petro.newest().expect("the file")).await;
    assert!(file.contains("GEO:50.450100;30.523400\n"), "{file}");
    // Where nobody asks for it, a point on the map is nothing.
    petro.sends_location(0.0, 0.0);
    network.settle().await;
    assert!(petro.screen().contains("Такого бот прочитати не вміє"), "{}", petro.screen());
    network.end().await;
}

#[tokio::test]
async fn a_draft_is_kept_changed_and_given_up() {
    let (mut network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    makes(&network, &oksana, "5–6 лютого 10:00–17:00", "Київ").await;
    network.restart().await;
    network.says(&oksana, "/menu").await;
    let resumed = network.presses(&oksana, "✍️ Продовжити розпочате").await;
    assert!(resumed.contains("5 лютого, 10:00 – 6 лютого, 17:00"), "{resumed}");
    network.presses(&oksana, "🪑 Місця").await;
    let refused = network.says(&oksana, "багато").await;
    assert_snapshot!(refused, @"
    🤖 Потрібне число від 1 до 10 000. Скільки людей вміститься?
       [15] [30] [50] [100]
       [✓ без обмежень]
       [← Назад] [Скасувати]
    ");
    network.says(&oksana, "12").await;
    network.presses(&oksana, "👥 Кому").await;
    let preview = network.presses(&oksana, "Влада (1)").await;
    assert_snapshot!(preview, @"
    🤖 👀 📅 Друга сесія

    🕙 5 лютого, 10:00 – 6 лютого, 17:00
    📍 Київ
    🪑 12 місць

    Коли місць не залишиться, люди стануть у чергу.

    👥 Кому: Влада. Запрошення отримає 1 людина.
       [✏️ Назва] [🕙 Коли]
       [📍 Де] [📋 Порядок денний]
       [🪑 Місця] [👥 Кому]
       [📣 Оголосити]
       [Скасувати]
    ");
    network.presses(&oksana, "📣 Оголосити").await;
    assert!(petro.screen().contains("Друга сесія"), "{}", petro.screen());
    assert!(!maria.screen().contains("Друга сесія"), "she belongs elsewhere: {}", maria.screen());
    assert_eq!(network.forges(&maria, "e.1").await, "Цієї сесії немає, або вас на неї не запрошували");
    assert_eq!(network.forges(&maria, "ea.1.c").await, "Цієї сесії немає, або вас на неї не запрошували");
    assert_eq!(network.forges(&maria, "ex.1.1").await, "Це можуть лише організатори.");
    assert!(network.says(&maria, "/newsession").await.contains("Це можуть лише організатори."));
    network.says(&oksana, "/newsession").await;
    let cancelled = network.says(&oksana, "/cancel").await;
    assert!(cancelled.contains("Скасовано."), "{cancelled}");
    network.end().await;
}

#[tokio::test]
async fn whoever_joins_later_is_invited_to_what_lies_ahead() {
    let (network, oksana) = Network::start().await;
    announces(&network, &oksana, "5 лютого 10:00", "Київ").await;
    let [late] = network.join(&oksana, ["Пізня"]).await;
    let menu = network.says(&late, "/menu").await;
    assert!(menu.contains("На вашу відповідь чекає 1 сесія."), "{menu}");
    network.presses(&late, "📅 Сесії").await;
    network.presses(&late, "🟢 5 лютого · Друга сесія").await;
    let answered = network.presses(&late, "✅ Прийду").await;
    assert!(answered.contains("Відкрийте цей файл"), "{answered}");
    network.end().await;
}
