//! What organizers enter for people without Telegram.

use insta::assert_snapshot;

use super::{adds, number, opens, proposes_for_them};
use crate::support::{Network, toast};

#[tokio::test]
async fn a_proposal_is_handed_in_for_somebody_and_says_so() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що зробити цього року?").await;
    let card = adds(&network, &oksana, "Галина").await;
    assert_snapshot!(card, @"
    🤖 📄 Галина · без Telegram
    Влада

    Під цим ім’ям ще нічого не внесено.

    Усе, що ви внесете тут, буде позначено: «Внесено організаторами».
       [💡 Подати пропозицію]
       [🗂 Пропозиції]
       [⚖️ Ставлення до пропозицій]
       [☑️ Висловлені ставлення]
       [📅 Сесії] [📊 Опитування]
       [🏷 Сектор і регіон] [🔑 Запрошення]
       [🗑 Вилучити]
       [← Назад] [🏠 Меню]
    ");
    let asked = network.presses(&oksana, "💡 Подати пропозицію").await;
    assert_snapshot!(asked, @"
    🤖 ✍️ За іншу людину: Галина

    💡 Що зробити цього року?

    Напишіть свою пропозицію одним повідомленням або надішліть фото малюнка з кількома словами. Перед надсиланням ви її ще побачите.
       [Скасувати]
       [← Галина]
    ");
    let preview = network.says(&oksana, "Автобус до лікарні").await;
    assert_snapshot!(preview, @"
    🤖 ✍️ За іншу людину: Галина

    👀 Так виглядатиме ваша пропозиція:

    Автобус до лікарні
       [✅ Надіслати]
       [✏️ Змінити] [Скасувати]
       [← Галина]
    ");
    let sent = network.presses(&oksana, "✅ Надіслати").await;
    assert_snapshot!(sent, @"
    🤖 ✍️ За іншу людину: Галина

    🎉 Дякуємо! Пропозицію прийнято, її номер — №1. Автора інші учасники не бачать.
       [💡 Подати ще одну] [🗂 Мої пропозиції]
       [🏠 Меню]
       [← Галина]
    ");
    let back = network.presses(&oksana, "← Галина").await;
    assert!(back.contains("Під цим ім’ям внесено: 1 пропозиція."), "{back}");

    network.says(&petro, "/proposals").await;
    let read = network.presses(&petro, "№1").await;
    assert!(read.contains("📥 Внесено організаторами"), "{read}");
    assert!(!read.contains("Галина"), "nobody learns whose it is: {read}");
    network.says(&oksana, "/mine").await;
    assert!(oksana.screen().contains("Ви ще не подавали пропозицій"), "{}", oksana.screen());
    network.end().await;
}

#[tokio::test]
async fn what_an_organizer_writes_for_somebody_is_not_mixed_with_their_own() {
    let (mut network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що зробити цього року?").await;
    network.says(&oksana, "/propose").await;
    let own = network.says(&oksana, "Моя власна ідея про дороги").await;
    assert!(own.contains("Моя власна ідея"), "{own}");
    let own_card = oksana.newest().expect("the preview");
    adds(&network, &oksana, "Галина").await;
    network.presses(&oksana, "💡 Подати пропозицію").await;
    network.says(&oksana, "Автобус до лікарні щодня").await;
    let hers = oksana.newest().expect("the preview");
    network.restart().await;
    network.presses_on(&oksana, &own_card, "✅ Надіслати").await;
    network.presses_on(&oksana, &hers, "✅ Надіслати").await;
    let mine = network.says(&oksana, "/mine").await;
    assert!(mine.contains("власна ідея") && !mine.contains("Автобус"), "{mine}");
    opens(&network, &oksana, "Галина").await;
    let theirs = network.presses(&oksana, "🗂 Пропозиції").await;
    assert_snapshot!(theirs, @"
    🤖 ✍️ За іншу людину: Галина

    🗂 Мої пропозиції

    №2 · опублікована
    Автобус до лікарні щодня
       [№2]
       [🏠 Меню]
       [← Галина]
    ");
    network.presses(&oksana, "№2").await;
    network.presses(&oksana, "✏️ Змінити").await;
    network.says(&oksana, "Автобус до лікарні двічі на день").await;
    let changed = network.presses(&oksana, "✅ Зберегти").await;
    assert!(changed.contains("Галина"), "{changed}");
    network.says(&oksana, "/proposals").await;
    let read = network.presses(&oksana, "№2").await;
    assert!(read.contains("двічі на день") && read.contains("📥 Внесено організаторами"), "{read}");
    network.end().await;
}

#[tokio::test]
async fn cards_sessions_and_polls_are_answered_for_them() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що зробити?").await;
    network.proposes(&petro, "Ремонт доріг у громаді").await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Коли зустрічаємося?\nУ середу\nУ суботу").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    network.says(&oksana, "/newsession").await;
    for words in ["Друга сесія", "2 лютого 12:00–18:00", "Київ"] {
        network.says(&oksana, words).await;
    }
    network.presses(&oksana, "📣 Оголосити").await;

    adds(&network, &oksana, "Галина").await;
    let card = network.presses(&oksana, "⚖️ Ставлення до пропозицій").await;
    assert_snapshot!(card, @"
    🤖 ✍️ За іншу людину: Галина

    Картка 1 з 1
    🔒 Інші бачать лише суми, а не ваші відповіді.

    Що зробити?
    №1

    Ремонт доріг у громаді
       [👍 Згода] [👎 Не згода]
       [🤷 Пропустити]
       [🗂 Мої ставлення]
       [🏠 Меню]
       [← Галина]
    ");
    let done = network.presses(&oksana, "👍 Згода").await;
    assert_snapshot!(done, @"
    🤖 ✍️ За іншу людину: Галина

    ✅ Дякуємо! Позаду 1 картка.

    Зараз усі пропозиції переглянуто. Коли з’являться нові, тут будуть нові картки.
       [🗂 Мої ставлення]
       [🏠 Меню]
       [← Галина]
    ");
    network.presses(&oksana, "← Галина").await;
    network.presses(&oksana, "📅 Сесії").await;
    let session = network.presses(&oksana, "🟢 2 лютого · Друга сесія").await;
    assert_snapshot!(session, @"
    🤖 ✍️ За іншу людину: Галина

    📅 Друга сесія

    🕙 2 лютого, 12:00–18:00
    📍 Київ

    Чи будете ви?
       [✅ Прийду]
       [🙅 Не прийду] [🤔 Ще не знаю]
       [📅 Усі сесії] [🏠 Меню]
       [← Галина]
    ");
    let comes = network.presses(&oksana, "✅ Прийду").await;
    assert!(comes.contains("✓"), "{comes}");
    network.presses(&oksana, "← Галина").await;
    network.presses(&oksana, "📊 Опитування").await;
    network.presses(&oksana, "🟢 Коли зустрічаємося?").await;
    let answered = network.presses(&oksana, "У суботу").await;
    assert_snapshot!(answered, @"
    🤖 ✍️ За іншу людину: Галина

    📊 Коли зустрічаємося?

    У середу
    ▱▱▱▱▱▱▱▱▱▱ 0

    ✓ У суботу
    ▰▰▰▰▰▰▰▰▰▰ 1

    Відповіла 1 людина

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [У середу]
       [✓ У суботу]
       [🏠 Меню]
       [← Галина]
    ");
    let all = network.presses(&oksana, "← Галина").await;
    assert_snapshot!(all, @"
    🤖 📄 Галина · без Telegram
    Влада

    Під цим ім’ям внесено: ставлення до 1 пропозиції, 1 відповідь щодо сесії, 1 відповідь в опитуванні.

    Усе, що ви внесете тут, буде позначено: «Внесено організаторами».
       [💡 Подати пропозицію]
       [🗂 Пропозиції]
       [⚖️ Ставлення до пропозицій]
       [☑️ Висловлені ставлення]
       [📅 Сесії] [📊 Опитування]
       [🏷 Сектор і регіон] [🔑 Запрошення]
       [🗑 Вилучити]
       [← Назад] [🏠 Меню]
    ");
    let acts = network.forges(&oksana, "hl.0.-").await;
    assert_snapshot!(format!("{acts}\n{}", oksana.screen()), @"

    🤖 📜 Журнал дій

    Оксана · 1 лютого, 12:00
    Внесено відповідь в опитуванні «Коли зустрічаємося?» за людину без Telegram: Галина.

    Оксана · 1 лютого, 12:00
    Внесено відповідь щодо сесії «Друга сесія» за людину без Telegram: Галина.

    Оксана · 1 лютого, 12:00
    Внесено ставлення до пропозиції №1 за людину без Telegram: Галина.

    Оксана · 1 лютого, 12:00
    Змінено сектор чи регіон людини без Telegram: Галина.

    Оксана · 1 лютого, 12:00
    Додано людину без Telegram: Галина.

    Оксана · 1 лютого, 12:00
    Оголошено сесію «Друга сесія».

    Оксана · 1 лютого, 12:00
    Відкрито опитування «Коли зустрічаємося?».

    Оксана · 1 лютого, 12:00
    Відкрито збір пропозицій «Що зробити?».
       [←] [1 / 2] [→]
       [👤 Чиї дії показати]
       [← Назад] [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn only_organizers_enter_and_only_for_those_without_telegram() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_call(&oksana, "Що зробити?").await;
    network.proposes(&petro, "Ремонт доріг у громаді").await;
    adds(&network, &oksana, "Галина").await;
    let halyna = number(&oksana);
    for code in [format!("p@{halyna}"), format!("pm.0@{halyna}"), format!("wc.1.a@{halyna}")] {
        let told = network.forges(&maria, &code).await;
        assert_eq!(told, "Цієї людини вже немає у списку", "{code}");
    }
    // Petro is on Telegram and does it himself.
    for code in ["p@2", "pm.0@2", "p@99"] {
        assert_eq!(network.forges(&oksana, code).await, "Цієї людини вже немає у списку", "{code}");
    }
    for code in [format!("sx@{halyna}"), format!("d@{halyna}"), "p@".into(), "p@x".into()] {
        assert_eq!(
            network.forges(&oksana, &code).await,
            "Ця кнопка застаріла. Відкрийте меню: /menu",
            "{code}"
        );
    }
    network.end().await;
}

#[tokio::test]
async fn whoever_is_removed_takes_along_what_was_being_written() {
    let (network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що зробити?").await;
    adds(&network, &oksana, "Галина").await;
    proposes_for_them(&network, &oksana, "Автобус до лікарні щодня").await;
    network.presses(&oksana, "← Галина").await;
    network.presses(&oksana, "💡 Подати пропозицію").await;
    network.says(&oksana, "Ще одна ідея про школи").await;
    let draft = oksana.newest().expect("a preview");
    opens(&network, &oksana, "Галина").await;
    let asked = network.presses(&oksana, "🗑 Вилучити").await;
    assert_snapshot!(asked, @"
    🤖 Вилучити з Мережі: Галина? Усі дані про цю людину буде стерто, і бюлетені в незавершених голосуваннях теж. Що робити з опублікованою пропозицією?
       [Вилучити, пропозицію лишити без підпису]
       [Вилучити разом з пропозиціями]
       [← Назад]
    ");
    network.presses(&oksana, "Вилучити, пропозицію лишити без підпису").await;
    assert_eq!(toast(&oksana), "Вилучено");
    network.presses_on(&oksana, &draft, "✅ Надіслати").await;
    assert_eq!(toast(&oksana), "Цієї людини вже немає у списку");
    network.says(&oksana, "/proposals").await;
    let all = oksana.screen();
    assert!(all.contains("Автобус") && !all.contains("Ще одна"), "{all}");
    network.end().await;
}
