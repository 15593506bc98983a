//! After a session: minutes, materials, results, feedback, and the next one.

use insta::assert_snapshot;
use merezha::rehearsal::FileKind;

use super::{DAY, HOUR, announces, manages, times};
use crate::support::{Network, toast};

#[tokio::test]
async fn what_came_of_a_session_stays_at_it() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    network.presses(&petro, "✅ Прийду").await;
    network.presses(&maria, "🙅 Не прийду").await;
    network.pass(DAY + HOUR).await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Продовжуємо?\nТак\nНі").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    network.pass(6 * HOUR).await;
    manages(&network, &oksana).await;
    network.presses(&oksana, "📎 Матеріали").await;
    network.attaches(&oksana, FileKind::Document, "Презентація").await;
    let added = network.says(&oksana, "https://example.org/notes").await;
    assert_snapshot!(added, @"
    🤖 📎 Додано. На сторінці сесії вже 2 матеріали. Надсилайте ще або завершіть.
       [✅ Готово]
    ");
    network.presses(&oksana, "✅ Готово").await;
    manages(&network, &oksana).await;
    network.presses(&oksana, "📝 Підсумки").await;
    let preview = network.says(&oksana, "Вирішили: три напрями. Далі — <план>.").await;
    assert_snapshot!(preview, @"
    🤖 ☝️ Так це виглядатиме. Отримають 3 людини. Надсилаємо?
       [📝 Надіслати всім] [Скасувати]
    ");
    network.presses(&oksana, "📝 Надіслати всім").await;
    assert_eq!(times(&maria, "Вирішили: три напрями."), 1, "she was invited: {}", maria.transcript());
    network.says(&maria, "/session").await;
    let page = network.presses(&maria, "🏁 2 лютого · Друга сесія").await;
    assert_snapshot!(page, @"
    🤖 📅 Друга сесія

    🕙 2 лютого, 12:00–18:00
    📍 Київ

    🏁 Сесія відбулася.

    📝 Рішення й підсумки
    Вирішили: три напрями. Далі — <план>.
       [📝 Вирішили: три напрями. Далі — <план>.]
       [📎 Презентація]
       [🔗 https://example.org/notes]
       [📊 Продовжуємо?]
       [📅 Усі сесії] [🏠 Меню]
    ");
    let file = network.presses(&maria, "📎 Презентація").await;
    assert_snapshot!(file, @"
    🤖 <document план.pdf> Презентація
       [📅 До сесії] [🏠 Меню]
    ");
    let [late] = network.join(&oksana, ["Пізня"]).await;
    let list = network.says(&late, "/session").await;
    assert!(!list.contains("Друга сесія"), "not invited: {list}");
    assert_eq!(network.forges(&late, "em.1").await, "Цієї сесії немає, або вас на неї не запрошували");
    network.end().await;
}

#[tokio::test]
async fn those_who_came_are_asked_how_it_was_and_only_sums_are_shown() {
    let (network, oksana) = Network::start_with(&[("MEREZHA_SMALL_GROUP", "2")]).await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    network.presses(&petro, "✅ Прийду").await;
    network.presses(&maria, "✅ Прийду").await;
    network.pass(DAY + 6 * HOUR).await;
    assert_eq!(times(&petro, "Як усе пройшло?"), 0, "{}", petro.transcript());
    network.pass(HOUR).await;
    network.tick().await;
    assert_eq!(times(&petro, "Як усе пройшло?"), 1, "{}", petro.transcript());
    assert_eq!(times(&andrii, "Як усе пройшло?"), 0, "he did not come: {}", andrii.transcript());
    assert_snapshot!(petro.screen(), @"
    🤖 💬 Друга сесія

    Як усе пройшло? Питання 1 з 3. Організатори побачать лише суми, без імен.

    Чи було корисно?
       [👍 Так] [🤏 Частково] [👎 Ні]
       [🏠 Меню]
    ");
    network.presses(&petro, "👍 Так").await;
    network.presses(&petro, "🤏 Частково").await;
    let thanks = network.presses(&petro, "👍 Так").await;
    assert_snapshot!(thanks, @"
    🤖 🙏 Дякуємо! Ваші відповіді допоможуть зробити наступну сесію кращою: Друга сесія
       [📅 До сесії] [🏠 Меню]
    ");
    manages(&network, &oksana).await;
    let few = network.presses(&oksana, "💬 Відгуки").await;
    assert_snapshot!(few, @"
    🤖 💬 Відгуки: Друга сесія
    Відповіли: 1 з 2

    Чи було корисно?
    Замало відповідей: покажемо, коли їх буде щонайменше 2, щоб нікого не видати.

    Чи почули вас?
    Замало відповідей: покажемо, коли їх буде щонайменше 2, щоб нікого не видати.

    Чи прийшли б ви ще раз?
    Замало відповідей: покажемо, коли їх буде щонайменше 2, щоб нікого не видати.
       [← Назад] [🏠 Меню]
    ");
    network.presses(&maria, "👎 Ні").await;
    network.presses(&oksana, "← Назад").await;
    let sums = network.presses(&oksana, "💬 Відгуки").await;
    assert_snapshot!(sums, @"
    🤖 💬 Відгуки: Друга сесія
    Відповіли: 2 з 2

    Чи було корисно?
    ▰▰▰▰▰▱▱▱▱▱ 1 · 👍 Так
    ▱▱▱▱▱▱▱▱▱▱ 0 · 🤏 Частково
    ▰▰▰▰▰▱▱▱▱▱ 1 · 👎 Ні

    Чи почули вас?
    Замало відповідей: покажемо, коли їх буде щонайменше 2, щоб нікого не видати.

    Чи прийшли б ви ще раз?
    Замало відповідей: покажемо, коли їх буде щонайменше 2, щоб нікого не видати.
       [← Назад] [🏠 Меню]
    ");
    assert_eq!(network.forges(&andrii, "ef.1.0.0").await, "Ця кнопка застаріла. Відкрийте меню: /menu");
    assert_eq!(network.forges(&petro, "ef.1.3.0").await, "Ця кнопка застаріла. Відкрийте меню: /menu");
    network.end().await;
}

#[tokio::test]
async fn a_bot_that_slept_too_long_asks_nobody_how_it_was() {
    let (mut network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    network.presses(&petro, "✅ Прийду").await;
    network.stop().await;
    network.clock.forward(10 * DAY);
    network.telegram.forward(10 * DAY);
    network.run().await;
    network.tick().await;
    assert_eq!(times(&petro, "Як усе пройшло?"), 0, "{}", petro.transcript());
    network.end().await;
}

#[tokio::test]
async fn the_next_session_is_for_the_people_of_this_one() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    network.pass(2 * DAY).await;
    let [late] = network.join(&oksana, ["Пізня"]).await;
    manages(&network, &oksana).await;
    network.presses(&oksana, "➕ Наступна сесія з цими людьми").await;
    network.says(&oksana, "Третя сесія").await;
    network.says(&oksana, "10 березня 10:00").await;
    let preview = network.says(&oksana, "Харків").await;
    assert_snapshot!(preview, @"
    🤖 👀 📅 Третя сесія

    🕙 10 березня, 10:00
    📍 Харків

    👥 Кому: запрошеним на «Друга сесія». Запрошення отримають 2 людини.
       [✏️ Назва] [🕙 Коли]
       [📍 Де] [📋 Порядок денний]
       [🪑 Місця] [👥 Кому]
       [📣 Оголосити]
       [Скасувати]
    ");
    network.presses(&oksana, "📣 Оголосити").await;
    assert_eq!(toast(&oksana), "Сесію оголошено");
    assert!(petro.screen().contains("Третя сесія"), "{}", petro.screen());
    assert_eq!(times(&late, "Третя сесія"), 0, "{}", late.transcript());
    network.end().await;
}
