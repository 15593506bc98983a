//! Quick polls: one message makes one, one tap answers it.

use insta::assert_snapshot;

use crate::support::{Network, shown, toast};

const POLL: &str = "Коли вам зручніше зустрітися?\nУ будні ввечері\nУ суботу вранці\nБудь-коли онлайн";

#[tokio::test]
async fn a_poll_is_made_answered_and_closed() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    let asked = network.says(&oksana, "/poll").await;
    assert_snapshot!(asked, @r"
    🤖 📊 Надішліть опитування одним повідомленням: у першому рядку питання, далі — по відповіді в рядку.

    Коли вам зручніше зустрітися?
    У будні ввечері
    У суботу вранці
    Будь-коли онлайн
       [Скасувати]
    ");
    let preview = network.says(&oksana, POLL).await;
    assert_snapshot!(preview, @r"
    🤖 👀 Коли вам зручніше зустрітися?

    ▫️ У будні ввечері
    ▫️ У суботу вранці
    ▫️ Будь-коли онлайн
       [📣 Надіслати всім]
       [✏️ Змінити] [Скасувати]
    ");
    network.presses(&oksana, "📣 Надіслати всім").await;
    assert_eq!(toast(&oksana), "Опитування надсилається");
    assert_snapshot!(petro.screen(), @r"
    🤖 📊 Коли вам зручніше зустрітися?
       [У будні ввечері]
       [У суботу вранці]
       [Будь-коли онлайн]
       [🏠 Меню]
    ");
    let answered = network.presses(&petro, "У суботу вранці").await;
    assert_snapshot!(answered, @r"
    🤖 📊 Коли вам зручніше зустрітися?

    У будні ввечері
    ▱▱▱▱▱▱▱▱▱▱ 0

    ✓ У суботу вранці
    ▰▰▰▰▰▰▰▰▰▰ 1

    Будь-коли онлайн
    ▱▱▱▱▱▱▱▱▱▱ 0

    1 відповідь
       [У будні ввечері]
       [✓ У суботу вранці]
       [Будь-коли онлайн]
       [🏠 Меню]
    ");
    assert_eq!(toast(&petro), "Ваша відповідь: У суботу вранці");
    network.presses(&maria, "Будь-коли онлайн").await;
    network.tick().await;
    let refreshed = petro.screen();
    assert!(refreshed.contains("2 відповіді"), "the others' answers are seen: {refreshed}");
    let untouched = andrii.screen();
    assert!(!untouched.contains('▰'), "who has not answered is not swayed: {untouched}");
    network.presses(&petro, "Будь-коли онлайн").await;
    network.presses(&petro, "✓ Будь-коли онлайн").await;
    network.tick().await;
    assert_snapshot!(maria.screen(), @r"
    🤖 📊 Коли вам зручніше зустрітися?

    У будні ввечері
    ▱▱▱▱▱▱▱▱▱▱ 0

    У суботу вранці
    ▱▱▱▱▱▱▱▱▱▱ 0

    ✓ Будь-коли онлайн
    ▰▰▰▰▰▰▰▰▰▰ 2

    2 відповіді
       [У будні ввечері]
       [У суботу вранці]
       [✓ Будь-коли онлайн]
       [🏠 Меню]
    ");

    network.presses(&oksana, "👁 Дивитися відповіді").await;
    let closed = network.presses(&oksana, "🏁 Завершити опитування").await;
    assert_snapshot!(closed, @r"
    🤖 📊 Коли вам зручніше зустрітися?

    У будні ввечері
    ▱▱▱▱▱▱▱▱▱▱ 0

    У суботу вранці
    ▱▱▱▱▱▱▱▱▱▱ 0

    Будь-коли онлайн
    ▰▰▰▰▰▰▰▰▰▰ 2

    2 відповіді

    Опитування завершено.
       [🏠 Меню]
    ");
    for person in [&petro, &maria, &andrii] {
        let card = person.screen();
        assert!(card.contains("Опитування завершено."), "{card}");
        assert!(card.contains("Будь-коли онлайн\n▰▰▰▰▰▰▰▰▰▰ 2"), "{card}");
        assert_eq!(card.contains("✓ Будь-коли онлайн"), person.id() != andrii.id(), "one's own: {card}");
        assert!(!card.contains("[У суботу вранці]"), "{card}");
    }
    let old = andrii.newest().expect("the card").message_id;
    let press = andrii.presses_data(old, "qa.1.0");
    network.settle().await;
    assert_eq!(press.answered().and_then(|t| t.text).as_deref(), Some("Опитування вже завершено"));
    assert!(andrii.screen().contains("2 відповіді"), "a late answer does not count: {}", andrii.screen());
    let list = network.says(&andrii, "/polls").await;
    assert_snapshot!(list, @r"
    🤖 📊 Опитування

    🟢 чекає на вас · ✅ ви відповіли · 🏁 завершено
       [🏁 Коли вам зручніше зустрітися?]
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn many_answers_cost_few_edits() {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія", "Андрій", "Ірина", "Юрій", "Софія"]).await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Прийдете?\nТак\nНі").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    for person in &people {
        network.presses(person, "Так").await;
    }
    network.tick().await;
    let before = network.telegram.count("editMessageText");
    network.tick().await;
    assert_eq!(network.telegram.count("editMessageText"), before, "nothing is new, so nothing is edited");
    for person in &people {
        assert!(person.screen().contains("▰▰▰▰▰▰▰▰▰▰ 6"), "{}", person.screen());
    }
    network.end().await;
}

#[tokio::test]
async fn a_message_that_makes_no_poll_is_refused_with_a_reason() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&oksana, "/poll").await;
    let many = (1..=11).map(|n| format!("відповідь {n}")).collect::<Vec<_>>().join("\n");
    let all = [
        network.says(&oksana, "Прийдете?").await,
        network.says(&oksana, "Прийдете?\nТак\nтак").await,
        network.says(&oksana, &format!("Прийдете?\n{many}")).await,
        network.says(&oksana, &format!("{}\nТак\nНі", "й".repeat(301))).await,
        network.says(&oksana, "\u{200B}\nТак\nНі").await,
    ];
    assert_snapshot!(all.join("\n\n"), @r"
    🤖 Потрібно щонайменше два варіанти, кожен з нового рядка.
       [Скасувати]

    🤖 Варіант «Так» трапляється двічі. Надішліть список без повторів.
       [Скасувати]

    🤖 Забагато варіантів: 11. Об’єднайте, будь ласка, схожі.
       [Скасувати]

    🤖 Задовге питання: 301 знак, а вміститься щонайбільше 300. Скоротіть, будь ласка.
       [Скасувати]

    🤖 Питання порожнє. Напишіть його в першому рядку.
       [Скасувати]
    ");
    network.says(&oksana, "Прийдете?\nТак\nНі").await;
    network.presses(&oksana, "✏️ Змінити").await;
    network.says(&oksana, "Ви приїдете?\nТак\nНі").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    assert!(petro.screen().contains("📊 Ви приїдете?"), "{}", petro.screen());
    assert_eq!(network.forges(&petro, "qa.1.7").await, "Ця кнопка застаріла. Відкрийте меню: /menu");
    assert_eq!(network.forges(&petro, "qa.8.0").await, "Цього опитування вже немає");
    assert_eq!(network.forges(&petro, "qx.1").await, "Це можуть лише організатори.");
    network.end().await;
}

#[tokio::test]
async fn a_poll_is_answered_from_the_menu_too() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Прийдете?\nТак\nНі").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    let [late] = network.join(&oksana, ["Пізня"]).await;
    let menu = network.says(&late, "/menu").await;
    assert!(menu.contains("На вашу відповідь чекає 1 опитування"), "{menu}");
    network.presses(&late, "📊 Опитування").await;
    network.presses(&late, "🟢 Прийдете?").await;
    let answered = network.presses(&late, "Так").await;
    assert!(answered.contains("1 відповідь"), "{answered}");
    assert!(shown(&oksana, "📊 Прийдете?").text.as_ref().is_some_and(|text| !text.contains('▰')));
    network.end().await;
}

#[tokio::test]
async fn an_organizer_who_answers_where_they_watch_goes_on_watching() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Прийдете?\nТак\nНі").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    let card = oksana.newest().expect("the card");
    network.says(&oksana, "/polls").await;
    network.presses(&oksana, "🟢 Прийдете?").await;
    let answered = network.presses(&oksana, "Так").await;
    assert_snapshot!(answered, @r"
    🤖 📊 Прийдете?

    ✓ Так
    ▰▰▰▰▰▰▰▰▰▰ 1

    Ні
    ▱▱▱▱▱▱▱▱▱▱ 0

    1 відповідь
       [✓ Так]
       [Ні]
       [🏁 Завершити опитування]
       [🏠 Меню]
    ");
    network.presses_on(&oksana, &card, "Ні").await;
    let card = oksana.messages().into_iter().find(|m| m.message_id == card.message_id).expect("the card");
    assert!(!card.buttons().any(|b| b.text.contains("Завершити")), "the card is like everyone's");
    network.end().await;
}

#[tokio::test]
async fn answers_that_fit_on_no_button_are_written_out_before_anybody_answers() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Де?\nУ Києві, в тому самому залі, що й минулого разу\nОнлайн").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    assert_snapshot!(petro.screen(), @"
    🤖 📊 Де?

    ▫️ У Києві, в тому самому залі, що й минулого разу
    ▫️ Онлайн
       [У Києві, в тому самому залі,…]
       [Онлайн]
       [🏠 Меню]
    ");
    network.end().await;
}
