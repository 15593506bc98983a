//! Quiet hours: what can wait waits for their end; the organizer knows, and decides.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Person;

use crate::support::{Network, shown, toast};

const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(24 * 3600);

/// A network at eleven in the evening. Андрій has no quiet hours, the others have the usual ones.
async fn late() -> (Network, Person, [Person; 3]) {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    network.says(&people[2], "/settings").await;
    network.presses(&people[2], "🌙 Тихі години").await;
    network.presses(&people[2], "Без тихих годин").await;
    network.pass(HOUR * 11).await;
    (network, oksana, people)
}

async fn prepares(network: &Network, oksana: &Person, text: &str) -> String {
    network.says(oksana, "/announce").await;
    network.says(oksana, text).await;
    network.presses(oksana, "👥 Усім (4)").await
}

fn has(person: &Person, words: &str) -> bool {
    let messages = person.messages();
    messages.iter().any(|m| m.from.is_bot && m.text.as_deref().is_some_and(|text| text.contains(words)))
}

#[tokio::test]
async fn an_announcement_at_night_waits_for_the_morning_and_the_organizer_knows() {
    let (network, oksana, [petro, maria, andriy]) = late().await;
    let confirm = prepares(&network, &oksana, "Автобус о дев’ятій").await;
    assert_snapshot!(confirm, @"
    🤖 Кому: усім.
    Отримають: 4 людини. Надсилаємо?

    🌙 Зараз отримають: 1. Ще 3 людини мають тихі години — надійде о 8:00.
       [📣 Надіслати]
       [🔔 Надіслати всім зараз]
       [⏰ На певний час]
       [Просити «прочитано»]
       [👥 Інші адресати]
       [✏️ Інше повідомлення]
       [Скасувати]
    ");
    network.presses(&oksana, "📣 Надіслати").await;
    network.tick().await;
    assert!(has(&andriy, "Автобус"), "who never sleeps gets it now");
    assert!(!has(&petro, "Автобус") && !has(&maria, "Автобус"), "{}", network.transcripts());
    let card = shown(&oksana, "Оголошення надсилається").text.clone().unwrap_or_default();
    assert!(card.contains("1 / 4"), "{card}");

    // What somebody waits for comes at any hour.
    network.says(&petro, "/menu").await;
    network.presses(&petro, "✉️ Лист організаторам").await;
    network.says(&petro, "Чи є місця?").await;
    network.presses(&petro, "✉️ Надіслати").await;
    assert!(has(&oksana, "Чи є місця?"), "{}", oksana.transcript());

    network.pass(HOUR * 9 - Duration::from_secs(1)).await;
    assert!(!has(&petro, "Автобус"), "{}", petro.transcript());
    network.pass(Duration::from_secs(1)).await;
    for person in [&petro, &maria] {
        assert_eq!(person.transcript().matches("Автобус").count(), 1, "{}", person.transcript());
    }
    network.tick().await;
    let card = shown(&oksana, "Оголошення надіслано").text.clone().unwrap_or_default();
    assert!(card.contains("4 / 4"), "{card}");
    network.end().await;
}

#[tokio::test]
async fn what_is_urgent_is_sent_to_everybody_now() {
    let (network, oksana, [petro, maria, _]) = late().await;
    prepares(&network, &oksana, "Повітряна тривога: сесію перенесено").await;
    network.presses(&oksana, "🔔 Надіслати всім зараз").await;
    assert!(has(&petro, "перенесено") && has(&maria, "перенесено"), "{}", network.transcripts());
    network.tick().await;
    assert!(has(&oksana, "Оголошення надіслано"), "{}", oksana.transcript());
    // The button is bound to those words.
    let stale = network.forges(&oksana, "n").await;
    assert_eq!(stale, "Цю чернетку вже змінено, надіслано або скасовано");
    assert_eq!(network.forges(&petro, "n").await, "Це можуть лише організатори.");
    network.end().await;
}

#[tokio::test]
async fn every_screen_that_sends_to_many_says_who_sleeps() {
    let (network, oksana, [petro, _, andriy]) = late().await;
    network.says(&oksana, "/newcall").await;
    let call = network.says(&oksana, "Що нас об’єднує?").await;
    assert_snapshot!(call, @"
    🤖 👀 Збір пропозицій:

    Що нас об’єднує?

    Після відкриття питання прийде всім. Щоб змінити його, просто напишіть інше.

    👤 Від однієї людини — щонайбільше 10 пропозицій.

    🌙 Зараз отримають: 1. Ще 3 людини мають тихі години — надійде о 8:00.
       [📣 Відкрити для всіх]
       [🔔 Надіслати всім зараз]
       [1] [3] [5] [✓ 10]
       [без меж]
       [Скасувати]
    ");
    network.presses(&oksana, "🔔 Надіслати всім зараз").await;
    assert!(has(&petro, "Що нас об’єднує?"), "{}", petro.transcript());

    network.says(&oksana, "/poll").await;
    let poll = network.says(&oksana, "Коли?\nРанок\nВечір").await;
    assert_snapshot!(poll, @"
    🤖 👀 Коли?

    ▫️ Ранок
    ▫️ Вечір

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
    ⏰ Коли завершиться, оголосять організатори.

    Після надсилання змінити це вже не можна.

    🌙 Зараз отримають: 1. Ще 3 людини мають тихі години — надійде о 8:00.
       [📣 Надіслати всім]
       [🔔 Надіслати всім зараз]
       [✓ Одна відповідь] [Кілька]
       [✓ Підсумок одразу] [Наприкінці]
       [✓ 🕶 Анонімно] [👁 З іменами]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [👥 Кому: усім (4)]
       [✏️ Змінити] [Скасувати]
    ");
    network.presses(&oksana, "📣 Надіслати всім").await;
    assert!(has(&andriy, "Коли?") && !has(&petro, "Коли?"), "{}", network.transcripts());
    network.presses(&andriy, "Ранок").await;
    network.says(&oksana, "/polls").await;
    network.presses(&oksana, "🟢 Коли?").await;
    network.presses(&oksana, "🏁 Завершити опитування").await;
    network.pass(HOUR * 9).await;
    assert!(petro.screen().contains("Опитування завершено"), "it comes as it is by then: {}", petro.screen());

    network.pass(HOUR * 15).await;
    let vote = network.makes_vote(&oksana, "Напрями", "Дороги\nШколи").await;
    assert_snapshot!(vote, @"
    🤖 👀 Напрями

    1. Дороги
    2. Школи

    👉 Можна обрати 1 варіант.
    🏆 Переможе 1 варіант, у якого найбільше голосів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.
    ⏰ Коли завершиться, оголосять організатори.
    👥 Голосують: усі (4)

    🌙 Зараз отримають: 1. Ще 3 людини мають тихі години — надійде о 8:00.
       [✓ до 1] [до 2]
       [⚙️ Правила голосування]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [✏️ Заголовок] [✏️ Варіанти]
       [👥 Хто голосує]
       [📣 Відкрити для всіх]
       [🔔 Надіслати всім зараз]
       [Скасувати]
    ");
    network.end().await;
}

#[tokio::test]
async fn a_vote_that_ends_before_the_morning_is_no_use_to_who_sleeps() {
    let (network, oksana, [petro, _, andriy]) = late().await;
    network.makes_vote(&oksana, "Нічне", "Так\nНі").await;
    network.presses(&oksana, "Дата…").await;
    let preview = network.says(&oksana, "завтра 07:00").await;
    assert_snapshot!(preview, @"
    🤖 👀 Нічне

    1. Так
    2. Ні

    👉 Можна обрати 1 варіант.
    🏆 Переможе 1 варіант, у якого найбільше голосів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.
    ⏰ Триває до 2 лютого, 07:00.
    👥 Голосують: усі (4)

    🌙 Зараз отримають: 1. Ще 3 людини мають тихі години, а голосування завершиться раніше, ніж вони скінчаться. Оберіть пізніший час завершення або надішліть усім зараз.
       [✓ до 1] [до 2]
       [⚙️ Правила голосування]
       [Доба] [Тиждень]
       [Завершу вручну] [✓ Дата…]
       [✏️ Заголовок] [✏️ Варіанти]
       [👥 Хто голосує]
       [📣 Відкрити для всіх]
       [🔔 Надіслати всім зараз]
       [Скасувати]
    ");
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    assert!(has(&andriy, "Нічне") && !has(&petro, "Нічне"), "{}", network.transcripts());
    network.looks_at_turnout(&oksana).await;
    network.presses(&oksana, "🔔 Нагадати тим, хто не голосував: 4").await;
    assert_eq!(toast(&oksana), "Нагадуємо 1 людині", "of whom alone it makes sense");
    network.pass(HOUR * 9).await;
    assert!(!petro.transcript().contains("[🗳 Голосувати]"), "it is over: {}", petro.transcript());
    assert!(has(&petro, "🏁 Підсумок: Нічне"), "{}", petro.transcript());
    network.end().await;
}

#[tokio::test]
async fn reminders_and_results_wait_for_the_morning() {
    let (network, oksana, [petro, _, andriy]) = late().await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи").await;
    network.presses(&oksana, "Тиждень").await;
    network.presses(&oksana, "🔔 Надіслати всім зараз").await;
    assert!(has(&petro, "Напрями"), "{}", petro.transcript());
    network.pass(DAY * 6).await;
    assert!(
        has(&andriy, "🔔 У голосуванні") && !has(&petro, "🔔 У голосуванні"),
        "{}",
        network.transcripts()
    );
    network.votes(&andriy, &["⬜️ 1. Дороги"]).await;
    network.pass(HOUR * 9).await;
    assert!(has(&petro, "🔔 У голосуванні"), "{}", petro.transcript());
    network.pass(HOUR * 15).await;
    assert!(has(&andriy, "🏁 Підсумок") && !has(&petro, "🏁 Підсумок"), "{}", network.transcripts());
    network.pass(HOUR * 9).await;
    assert!(has(&petro, "🏁 Підсумок"), "{}", petro.transcript());
    network.end().await;
}

#[tokio::test]
async fn what_is_over_by_the_morning_is_not_told_any_more() {
    let (mut network, oksana, [petro, maria, _]) = late().await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи").await;
    network.presses(&oksana, "Доба").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    // She is awake and has voted: what waits for the morning is of no more use to her.
    network.says(&maria, "/vote").await;
    network.presses(&maria, "🟢 Напрями").await;
    network.votes(&maria, &["⬜️ 1. Дороги"]).await;
    network.stop().await;
    network.clock.forward(DAY * 2);
    network.telegram.forward(DAY * 2);
    network.run().await;
    network.tick().await;
    assert!(!petro.transcript().contains("[🗳 Голосувати]"), "{}", petro.transcript());
    network.pass(HOUR * 9).await;
    for person in [&petro, &maria] {
        assert_eq!(
            person.transcript().matches("🏁 Підсумок: Напрями\n").count(),
            2,
            "{}",
            person.transcript()
        );
    }
    network.end().await;
}

#[tokio::test]
async fn a_paused_announcement_goes_on_in_the_morning_too() {
    let (network, oksana, [petro, ..]) = late().await;
    prepares(&network, &oksana, "Новина").await;
    network.presses(&oksana, "📣 Надіслати").await;
    network.presses(&oksana, "⏸ Пауза").await;
    network.presses(&oksana, "▶️ Продовжити").await;
    network.tick().await;
    assert!(!has(&petro, "Новина"), "{}", petro.transcript());
    network.presses(&oksana, "⏸ Пауза").await;
    network.pass(HOUR * 9).await;
    assert!(!has(&petro, "Новина"), "{}", petro.transcript());
    network.presses(&oksana, "▶️ Продовжити").await;
    assert!(has(&petro, "Новина"), "{}", petro.transcript());
    network.end().await;
}

#[tokio::test]
async fn each_chooses_their_own_hours() {
    let (network, oksana, [petro, maria, _]) = late().await;
    network.says(&petro, "/settings").await;
    let hours = network.presses(&petro, "🌙 Тихі години").await;
    assert_snapshot!(hours, @"
    🤖 🌙 Тихі години: 22:00–8:00

    У цей час (за Києвом) не надходить нічого, що може зачекати: оголошення, запрошення до голосування й опитування, нагадування та підсумки прийдуть, щойно тихі години скінчаться. Відповіді на ваші дії надходять завжди.
       [з 20:00] [з 21:00] [✓ з 22:00]
       [з 23:00]
       [до 7:00] [✓ до 8:00] [до 9:00]
       [до 10:00]
       [Без тихих годин]
       [← Назад]
    ");
    network.presses(&petro, "до 10:00").await;
    assert_eq!(toast(&petro), "Збережено");
    let hours = network.presses(&petro, "з 20:00").await;
    assert!(hours.contains("Тихі години: 20:00–10:00") && hours.contains("[✓ до 10:00]"), "{hours}");
    assert!(network.presses(&petro, "← Назад").await.contains("Тихі години: 20:00–10:00"));
    let confirm = prepares(&network, &oksana, "Новина").await;
    assert!(
        confirm.contains("Ще 3 людини мають тихі години — надійде, щойно вони скінчаться: між 8:00 і 10:00."),
        "{confirm}"
    );
    network.presses(&oksana, "📣 Надіслати").await;
    network.pass(HOUR * 9).await;
    assert!(has(&maria, "Новина") && !has(&petro, "Новина"), "{}", network.transcripts());
    network.says(&petro, "/settings").await;
    network.presses(&petro, "🌙 Тихі години").await;
    network.presses(&petro, "Без тихих годин").await;
    network.tick().await;
    assert!(
        has(&petro, "Новина"),
        "who is not to be spared gets at once what waited: {}",
        petro.transcript()
    );
    for forged in ["sq.25.8", "sq.8.8", "sq.-1.8", "sq.8"] {
        assert_eq!(network.forges(&petro, forged).await, "Ця кнопка застаріла. Відкрийте меню: /menu");
    }
    network.end().await;
}

#[tokio::test]
async fn it_is_all_said_in_english_too() {
    let (network, oksana, _) = late().await;
    network.says(&oksana, "/settings").await;
    network.presses(&oksana, "English").await;
    let hours = network.presses(&oksana, "🌙 Quiet hours").await;
    assert_snapshot!(hours, @"
    🤖 🌙 Quiet hours: 22:00–8:00

    In these hours (Kyiv time) nothing comes that can wait: announcements, invitations to votes and polls, reminders and results arrive once they are over. Answers to what you do always come.
       [from 20:00] [from 21:00]
       [✓ from 22:00] [from 23:00]
       [until 7:00] [✓ until 8:00]
       [until 9:00] [until 10:00]
       [No quiet hours]
       [← Back]
    ");
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "News").await;
    let confirm = network.presses(&oksana, "👥 Everyone (4)").await;
    assert_snapshot!(confirm, @"
    🤖 For: everyone.
    It reaches 4 people. Send it?

    🌙 Now it reaches: 1. 3 more people have quiet hours and will get it at 8:00.
       [📣 Send]
       [🔔 Send to everyone now]
       [⏰ At a certain time]
       [Ask for “read”]
       [👥 Other people] [✏️ Another message]
       [Cancel]
    ");
    network.presses(&oksana, "Cancel").await;
    network.says(&oksana, "/newvote").await;
    network.says(&oksana, "At night").await;
    network.says(&oksana, "Yes\nNo").await;
    network.presses(&oksana, "A date…").await;
    let preview = network.says(&oksana, "tomorrow 07:00").await;
    assert!(
        preview.contains("3 more people have quiet hours, and the vote ends before these are over."),
        "{preview}"
    );
    network.end().await;
}
