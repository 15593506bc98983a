//! Quick polls: one message makes one, one tap answers it.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Person;

use crate::support::{Network, shown, toast};

const HOUR: Duration = Duration::from_secs(3600);
const COME: &str = "Прийдете?\nТак\nНі";

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
    assert_snapshot!(preview, @"
    🤖 👀 Коли вам зручніше зустрітися?

    ▫️ У будні ввечері
    ▫️ У суботу вранці
    ▫️ Будь-коли онлайн

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
    ⏰ Коли завершиться, оголосять організатори.

    Після надсилання змінити це вже не можна.
       [📣 Надіслати всім]
       [✓ Одна відповідь] [Кілька]
       [✓ Підсумок одразу] [Наприкінці]
       [✓ 🕶 Анонімно] [👁 З іменами]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [👥 Кому: усім (4)]
       [✏️ Змінити] [Скасувати]
    ");
    network.presses(&oksana, "📣 Надіслати всім").await;
    assert_eq!(toast(&oksana), "Опитування надсилається");
    assert_snapshot!(petro.screen(), @"
    🤖 📊 Коли вам зручніше зустрітися?

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [У будні ввечері]
       [У суботу вранці]
       [Будь-коли онлайн]
       [🏠 Меню]
    ");
    let answered = network.presses(&petro, "У суботу вранці").await;
    assert_snapshot!(answered, @"
    🤖 📊 Коли вам зручніше зустрітися?

    У будні ввечері
    ▱▱▱▱▱▱▱▱▱▱ 0

    ✓ У суботу вранці
    ▰▰▰▰▰▰▰▰▰▰ 1

    Будь-коли онлайн
    ▱▱▱▱▱▱▱▱▱▱ 0

    Відповіла 1 людина

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [У будні ввечері]
       [✓ У суботу вранці]
       [Будь-коли онлайн]
       [🏠 Меню]
    ");
    assert_eq!(toast(&petro), "Ваша відповідь: У суботу вранці");
    network.presses(&maria, "Будь-коли онлайн").await;
    network.tick().await;
    let refreshed = petro.screen();
    assert!(refreshed.contains("Відповіли 2 людини"), "the others' answers are seen: {refreshed}");
    let untouched = andrii.screen();
    assert!(!untouched.contains('▰'), "who has not answered is not swayed: {untouched}");
    network.presses(&petro, "Будь-коли онлайн").await;
    network.presses(&petro, "✓ Будь-коли онлайн").await;
    network.tick().await;
    assert_snapshot!(maria.screen(), @"
    🤖 📊 Коли вам зручніше зустрітися?

    У будні ввечері
    ▱▱▱▱▱▱▱▱▱▱ 0

    У суботу вранці
    ▱▱▱▱▱▱▱▱▱▱ 0

    ✓ Будь-коли онлайн
    ▰▰▰▰▰▰▰▰▰▰ 2

    Відповіли 2 людини

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [У будні ввечері]
       [У суботу вранці]
       [✓ Будь-коли онлайн]
       [🏠 Меню]
    ");

    network.presses(&oksana, "👁 Дивитися відповіді").await;
    let closed = network.presses(&oksana, "🏁 Завершити опитування").await;
    assert_snapshot!(closed, @"
    🤖 <photo> 📊 Підсумок: Коли вам зручніше зустрітися?
    Відповіли 2 людини

    У будні ввечері — 0 (0 %)
    У суботу вранці — 0 (0 %)
    Будь-коли онлайн — 2 (100 %)
       [🏠 Меню]
    ");
    for person in [&petro, &maria, &andrii] {
        let card = card(person);
        assert!(card.contains("Опитування завершено."), "{card}");
        assert!(card.contains("Будь-коли онлайн\n▰▰▰▰▰▰▰▰▰▰ 2"), "{card}");
        assert_eq!(card.contains("✓ Будь-коли онлайн"), person.id() != andrii.id(), "one's own: {card}");
    }
    assert_snapshot!(petro.screen(), @"
    🤖 <photo> 📊 Підсумок: Коли вам зручніше зустрітися?
    Відповіли 2 людини

    У будні ввечері — 0 (0 %)
    У суботу вранці — 0 (0 %)
    Будь-коли онлайн — 2 (100 %)
       [🏠 Меню]
    ");
    let old = andrii.newest().expect("the card").message_id;
    let press = andrii.presses_data(old, "qa.1.0");
    network.settle().await;
    assert_eq!(press.answered().and_then(|t| t.text).as_deref(), Some("Опитування вже завершено"));
    assert!(
        andrii.screen().contains("Відповіли 2 людини"),
        "a late answer does not count: {}",
        andrii.screen()
    );
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
    assert!(answered.contains("Відповіла 1 людина"), "{answered}");
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
    assert_snapshot!(answered, @"
    🤖 📊 Прийдете?

    ✓ Так
    ▰▰▰▰▰▰▰▰▰▰ 1

    Ні
    ▱▱▱▱▱▱▱▱▱▱ 0

    Відповіла 1 людина

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
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

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [У Києві, в тому самому залі,…]
       [Онлайн]
       [🏠 Меню]
    ");
    network.end().await;
}

/// What the newest card of a poll says.
fn card(person: &Person) -> String {
    let card =
        person.messages().into_iter().rev().find(|m| m.text.as_ref().is_some_and(|t| t.starts_with('📊')));
    card.and_then(|card| card.text.clone()).unwrap_or_else(|| panic!("no card:\n{}", person.transcript()))
}

/// The organizer makes a poll, presses these buttons of the preview, and sends it; returns the preview.
async fn asks(network: &Network, oksana: &Person, poll: &str, buttons: &[&str]) -> String {
    network.says(oksana, "/poll").await;
    network.says(oksana, poll).await;
    for button in buttons {
        network.presses(oksana, button).await;
    }
    let preview = oksana.screen();
    let send = oksana.newest().and_then(|m| m.buttons().next().map(|b| b.text.clone())).expect("a button");
    network.presses(oksana, &send).await;
    preview
}

/// The organizer looks at the newest poll and closes it.
async fn closes(network: &Network, oksana: &Person) -> String {
    network.says(oksana, "/polls").await;
    let first = oksana.newest().and_then(|m| m.buttons().next().map(|b| b.text.clone())).expect("a poll");
    network.presses(oksana, &first).await;
    network.presses(oksana, "🏁 Завершити опитування").await
}

async fn query(network: &Network, sql: &'static str) -> i64 {
    let mut conn = network.database().await;
    sqlx::query_scalar(sql).fetch_one(&mut conn).await.expect("reads")
}

#[tokio::test]
async fn several_answers_are_given_and_taken_back() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    let preview = asks(&network, &oksana, POLL, &["Кілька"]).await;
    assert_snapshot!(preview, @"
    🤖 👀 Коли вам зручніше зустрітися?

    ▫️ У будні ввечері
    ▫️ У суботу вранці
    ▫️ Будь-коли онлайн

    ☑️ Можна обрати кілька відповідей.
    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
    ⏰ Коли завершиться, оголосять організатори.

    Після надсилання змінити це вже не можна.
       [📣 Надіслати всім]
       [Одна відповідь] [✓ Кілька]
       [✓ Підсумок одразу] [Наприкінці]
       [✓ 🕶 Анонімно] [👁 З іменами]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [👥 Кому: усім (3)]
       [✏️ Змінити] [Скасувати]
    ");
    assert_snapshot!(petro.screen(), @"
    🤖 📊 Коли вам зручніше зустрітися?

    ☑️ Можна обрати кілька відповідей.
    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [⬜️ У будні ввечері]
       [⬜️ У суботу вранці]
       [⬜️ Будь-коли онлайн]
       [🏠 Меню]
    ");
    network.presses(&petro, "⬜️ У будні ввечері").await;
    let both = network.presses(&petro, "⬜️ Будь-коли онлайн").await;
    assert_snapshot!(both, @"
    🤖 📊 Коли вам зручніше зустрітися?

    ✓ У будні ввечері
    ▰▰▰▰▰▰▰▰▰▰ 1

    У суботу вранці
    ▱▱▱▱▱▱▱▱▱▱ 0

    ✓ Будь-коли онлайн
    ▰▰▰▰▰▰▰▰▰▰ 1

    Відповіла 1 людина

    ☑️ Можна обрати кілька відповідей.
    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [✅ У будні ввечері]
       [⬜️ У суботу вранці]
       [✅ Будь-коли онлайн]
       [🏠 Меню]
    ");
    network.presses(&maria, "⬜️ Будь-коли онлайн").await;
    network.tick().await;
    let card_of_petro = petro.newest().expect("the card").message_id;
    // The second of two quick taps, on a screen that is already another one.
    network.presses(&petro, "✅ У будні ввечері").await;
    assert_eq!(toast(&petro), "Відповідь знято: У будні ввечері");
    for _ in 0..2 {
        let press = petro.presses_data(card_of_petro, "qb.1.0");
        network.settle().await;
        assert_eq!(
            press.answered().and_then(|t| t.text).as_deref(),
            Some("Відповідь знято: У будні ввечері")
        );
    }
    network.presses(&petro, "✅ Будь-коли онлайн").await;
    let none = petro.screen();
    assert!(
        !none.contains('▰') && none.contains("[⬜️ Будь-коли онлайн]"),
        "who answers nothing sees nothing: {none}"
    );
    assert_eq!(query(&network, "select count(*) from poll_answer").await, 1);
    network.presses(&petro, "⬜️ У суботу вранці").await;
    network.presses(&petro, "⬜️ Будь-коли онлайн").await;
    closes(&network, &oksana).await;
    assert_snapshot!(card(&petro), @"
    📊 Коли вам зручніше зустрітися?

    У будні ввечері
    ▱▱▱▱▱▱▱▱▱▱ 0

    ✓ У суботу вранці
    ▰▰▰▰▰▱▱▱▱▱ 1

    ✓ Будь-коли онлайн
    ▰▰▰▰▰▰▰▰▰▰ 2

    Відповіли 2 людини

    Опитування завершено.
    ");
    assert_snapshot!(petro.screen(), @"
    🤖 <photo> 📊 Підсумок: Коли вам зручніше зустрітися?
    Відповіли 2 людини

    У будні ввечері — 0 (0 %)
    У суботу вранці — 1 (50 %)
    Будь-коли онлайн — 2 (100 %)
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn hidden_counts_are_seen_by_nobody_before_the_end() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    asks(&network, &oksana, COME, &["Наприкінці"]).await;
    assert_snapshot!(petro.screen(), @"
    🤖 📊 Прийдете?

    🙈 Підсумок стане видно після завершення.
    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [Так]
       [Ні]
       [🏠 Меню]
    ");
    let answered = network.presses(&petro, "Так").await;
    assert_snapshot!(answered, @"
    🤖 📊 Прийдете?

    🙈 Підсумок стане видно після завершення.
    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [✓ Так]
       [Ні]
       [🏠 Меню]
    ");
    network.presses(&maria, "Так").await;
    let edits = network.telegram.count("editMessageText");
    network.tick().await;
    assert_eq!(network.telegram.count("editMessageText"), edits, "there is nothing new to show");
    network.says(&oksana, "/polls").await;
    let watched = network.presses(&oksana, "🟢 Прийдете?").await;
    assert_snapshot!(watched, @"
    🤖 📊 Прийдете?

    Відповіли 2 людини

    🙈 Підсумок стане видно після завершення.
    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [Так]
       [Ні]
       [🏁 Завершити опитування]
       [🏠 Меню]
    ");
    for data in ["qi.1", "qw.1.0"] {
        let told = network.forges(&oksana, data).await;
        assert_eq!(told, "Підсумку поки не видно: спершу треба відповісти або дочекатися завершення.");
    }
    network.presses(&oksana, "🏁 Завершити опитування").await;
    for person in [&petro, &maria, &andrii] {
        assert!(card(person).contains("Так\n▰▰▰▰▰▰▰▰▰▰ 2"), "{}", card(person));
    }
    network.end().await;
}

#[tokio::test]
async fn names_are_shown_to_everyone_only_where_the_card_said_so() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    let preview = asks(&network, &oksana, COME, &["👁 З іменами"]).await;
    assert!(preview.contains("👁 З іменами: усі бачитимуть, хто що відповів."), "{preview}");
    assert_snapshot!(petro.screen(), @"
    🤖 📊 Прийдете?

    👁 З іменами: усі бачитимуть, хто що відповів.
       [Так]
       [Ні]
       [🏠 Меню]
    ");
    network.presses(&petro, "Так").await;
    network.presses(&maria, "Ні").await;
    network.presses(&andrii, "Так").await;
    let names = network.presses(&petro, "👥 Хто що відповів").await;
    assert_snapshot!(names, @"
    🤖 👥 Прийдете?

    Так
    Андрій, Петро

    Ні
    Марія
       [← Назад] [🏠 Меню]
    ");
    network.presses(&andrii, "Ні").await;
    network.tick().await;
    assert_eq!(petro.screen(), names, "a card that was left is not put back");
    network.says(&andrii, "/settings").await;
    network.presses(&andrii, "🚪 Вийти й стерти мої дані").await;
    network.presses(&andrii, "Так, вийти й стерти дані").await;
    closes(&network, &oksana).await;
    network.presses(&oksana, "👥 Хто що відповів").await;
    assert_snapshot!(shown(&oksana, "👥 Прийдете?").text.clone().unwrap_or_default(), @r"
    👥 Прийдете?

    Так
    Петро

    Ні
    Марія, Людина, яка вийшла з Мережі
    ");
    network.tick().await;
    assert_eq!(query(&network, "select count(*) from poll_answer where person_id is not null").await, 2);

    asks(&network, &oksana, COME, &[]).await;
    network.presses(&petro, "Так").await;
    assert_eq!(network.forges(&petro, "qw.2.0").await, "Ця кнопка застаріла. Відкрийте меню: /menu");
    network.end().await;
}

#[tokio::test]
async fn without_names_nothing_remembers_who_answered_what() {
    let (mut network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    asks(&network, &oksana, COME, &[]).await;
    for (person, answer) in people.iter().zip(["Ні", "Так", "Ні"]) {
        network.presses(person, answer).await;
    }
    network.tick().await;
    let known = "select count(*) from poll_answer where person_id is not null";
    let marks = "select count(*) from message where subject = 'marks:1'";
    assert_eq!(query(&network, known).await, 3, "as long as it is open");
    assert!(query(&network, marks).await > 0);
    closes(&network, &oksana).await;
    network.restart().await;
    network.pass(HOUR / 60).await;
    assert_eq!(query(&network, known).await, 0);
    assert_eq!(query(&network, marks).await, 0);
    let order = "select group_concat(chosen) = '1,2,2' from (select chosen from poll_answer order by id)";
    assert_eq!(query(&network, order).await, 1, "not even the order they came in");
    for (person, answer) in people.iter().zip(["Ні", "Так", "Ні"]) {
        assert!(card(person).contains(&format!("✓ {answer}")), "one's own chat still says: {}", card(person));
        assert!(card(person).contains("Відповіли 3 людини"), "the counts stay: {}", card(person));
    }
    network.end().await;
}

#[tokio::test]
async fn a_poll_ends_by_time() {
    let (mut network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, COME).await;
    network.presses(&oksana, "Доба").await;
    let asked = network.presses(&oksana, "Дата…").await;
    assert_snapshot!(asked, @"
    🤖 До якого дня й часу це триватиме? Наприклад: 5 лютого 18:00, 05.02 18:00 або завтра. Час — київський.
       [← Назад] [Скасувати]
    ");
    let refused = network.says(&oksana, "вчора").await;
    assert_snapshot!(refused, @"
    🤖 Не вдалося зрозуміти дату, або вона вже минула. Напишіть, наприклад, так: 5 лютого 18:00 або завтра 12:00.
       [← Назад] [Скасувати]
    ");
    let preview = network.presses(&oksana, "← Назад").await;
    assert!(preview.contains("⏰ Триватиме добу."), "what was chosen before stays: {preview}");
    network.presses(&oksana, "Дата…").await;
    let preview = network.says(&oksana, "сьогодні о 15:00").await;
    assert!(preview.contains("⏰ Триває до 1 лютого, 15:00."), "{preview}");
    network.presses(&oksana, "📣 Надіслати всім").await;
    assert_snapshot!(petro.screen(), @"
    🤖 📊 Прийдете?

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
    ⏰ Триває до 1 лютого, 15:00.
       [Так]
       [Ні]
       [🏠 Меню]
    ");
    network.presses(&petro, "Так").await;
    network.stop().await;
    // Before the schedule gets to it: nobody can answer any more.
    network.clock.forward(3 * HOUR);
    network.telegram.forward(3 * HOUR);
    network.run().await;
    network.presses(&maria, "Ні").await;
    assert_eq!(toast(&maria), "Опитування вже завершено");
    network.tick().await;
    assert!(card(&maria).contains("Відповіла 1 людина\n\nОпитування завершено."), "{}", card(&maria));
    assert!(shown(&petro, "Підсумок: Прийдете?").caption.is_some(), "who answered is told");
    assert!(shown(&oksana, "Підсумок: Прийдете?").caption.is_some(), "and who asked");
    assert!(!maria.transcript().contains("Підсумок: Прийдете?"), "and nobody else");
    let sent = network.telegram.count("sendPhoto");
    network.tick().await;
    assert_eq!(network.telegram.count("sendPhoto"), sent, "nothing happens twice");

    // A draft whose time passes before it is sent.
    network.says(&oksana, "/poll").await;
    network.says(&oksana, COME).await;
    network.presses(&oksana, "Дата…").await;
    network.says(&oksana, "16:00").await;
    network.pass(2 * HOUR).await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    assert_eq!(toast(&oksana), "Обраний час завершення вже минув. Оберіть інший.");
    network.end().await;
}

#[tokio::test]
async fn a_poll_for_a_group_is_theirs_alone() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, COME).await;
    let asked = network.presses(&oksana, "👥 Кому: усім (3)").await;
    assert_snapshot!(asked, @"
    🤖 Кому надіслати опитування?
       [👥 Усім (3)]
       [Влада (1)] [Громадськість (2)]
       [Луганщина (2)] [Донеччина (1)]
       [🔎 Обрати точніше]
       [🖥 Лише на екрані в залі]
       [← Назад] [Скасувати]
    ");
    let preview = network.presses(&oksana, "Влада (1)").await;
    assert_snapshot!(preview, @"
    🤖 👀 Прийдете?

    ▫️ Так
    ▫️ Ні

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
    ⏰ Коли завершиться, оголосять організатори.

    ⚠️ У цій групі замало людей, щоб відповіді були справді анонімними: можна здогадатися, хто що відповів.

    Після надсилання змінити це вже не можна.
       [📣 Надіслати: Влада]
       [✓ Одна відповідь] [Кілька]
       [✓ Підсумок одразу] [Наприкінці]
       [✓ 🕶 Анонімно] [👁 З іменами]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [👥 Кому: Влада (1)]
       [✏️ Змінити] [Скасувати]
    ");
    network.presses(&oksana, "📣 Надіслати: Влада").await;
    assert!(petro.screen().contains("[Так]"), "{}", petro.screen());
    assert!(!maria.transcript().contains("Прийдете?"));
    let list = network.says(&maria, "/polls").await;
    assert!(list.contains("Опитувань ще не було."), "{list}");
    assert!(!network.says(&maria, "/menu").await.contains("чекає 1 опитування"));
    for data in ["q.1", "qa.1.0", "qi.1"] {
        assert_eq!(network.forges(&maria, data).await, "Це опитування для іншої групи учасників.");
    }
    network.presses(&petro, "Так").await;
    network.says(&oksana, "/polls").await;
    let watched = network.presses(&oksana, "👁 Прийдете?").await;
    assert_snapshot!(watched, @"
    🤖 📊 Прийдете?

    Так
    ▰▰▰▰▰▰▰▰▰▰ 1

    Ні
    ▱▱▱▱▱▱▱▱▱▱ 0

    Відповіла 1 людина

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [🏁 Завершити опитування]
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn a_poll_is_repeated_and_compared() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    asks(&network, &oksana, POLL, &["Кілька"]).await;
    network.presses(&petro, "⬜️ У будні ввечері").await;
    network.presses(&maria, "⬜️ У суботу вранці").await;
    closes(&network, &oksana).await;
    network.pass(24 * HOUR).await;
    network.says(&oksana, "/polls").await;
    network.presses(&oksana, "🏁 Коли вам зручніше зустрітися?").await;
    let again = network.presses(&oksana, "🔁 Провести ще раз").await;
    assert_snapshot!(again, @"
    🤖 👀 Коли вам зручніше зустрітися?

    ▫️ У будні ввечері
    ▫️ У суботу вранці
    ▫️ Будь-коли онлайн

    ☑️ Можна обрати кілька відповідей.
    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
    ⏰ Коли завершиться, оголосять організатори.
    🔁 Те саме опитування проводили 1 лютого, 12:00. Підсумки можна буде порівняти.

    Після надсилання змінити це вже не можна.
       [📣 Надіслати всім]
       [Одна відповідь] [✓ Кілька]
       [✓ Підсумок одразу] [Наприкінці]
       [✓ 🕶 Анонімно] [👁 З іменами]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [👥 Кому: усім (3)]
       [✏️ Змінити] [Скасувати]
    ");
    network.presses(&oksana, "📣 Надіслати всім").await;
    for person in [&petro, &maria] {
        network.presses(person, "⬜️ У суботу вранці").await;
    }
    network.presses(&maria, "⬜️ Будь-коли онлайн").await;
    closes(&network, &oksana).await;
    let closed = network.presses(&petro, "⚖️ Порівняти з попереднім").await;
    assert_eq!(toast(&petro), "Ось обидва підсумки");
    assert_snapshot!(closed, @"
    🤖 <photo> ⚖️ Коли вам зручніше зустрітися?
    Відповіли 2 людини (1 лютого, 12:00)
    Відповіли 2 людини (2 лютого, 12:00)

    У будні ввечері: 50 % → 0 % (1 → 0)
    У суботу вранці: 50 % → 100 % (1 → 2)
    Будь-коли онлайн: 0 % → 50 % (0 → 1)
       [🏠 Меню]
    ");
    network.tick().await;
    network.presses(&oksana, "🖼 Картинкою").await;
    assert!(oksana.newest().is_some_and(|m| !m.photo.is_empty()), "{}", oksana.screen());
    network.end().await;
}

#[tokio::test]
async fn a_card_that_was_left_is_not_put_back() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    asks(&network, &oksana, COME, &[]).await;
    let own = shown(&oksana, "📊 Прийдете?");
    network.presses_on(&oksana, &own, "🏠 Меню").await;
    network.presses(&oksana, "📊 Опитування").await;
    network.presses(&oksana, "🟢 Прийдете?").await;
    network.presses(&oksana, "Так").await;
    network.presses(&petro, "Так").await;
    network.tick().await;
    let watched = shown(&oksana, "📊 Прийдете?");
    assert!(watched.buttons().any(|b| b.text == "🏁 Завершити опитування"), "{}", oksana.transcript());
    network.presses(&petro, "🏠 Меню").await;
    let menu = petro.screen();
    network.presses(&oksana, "Ні").await;
    network.tick().await;
    assert_eq!(petro.screen(), menu);
    network.end().await;
}

#[tokio::test]
async fn old_buttons_of_another_draft_change_nothing() {
    let (network, oksana) = Network::start().await;
    network.makes_vote(&oksana, "Напрями", "Дороги\nШколи").await;
    let vote = oksana.newest().expect("a preview");
    network.says(&oksana, "/poll").await;
    network.says(&oksana, COME).await;
    let poll = oksana.newest().expect("a preview");
    let changed = network.presses_on(&oksana, &vote, "Тиждень").await;
    assert!(changed.contains("Прийдете?") && changed.contains("[✓ Завершу вручну]"), "{changed}");
    let preview = shown(&oksana, "Напрями");
    assert!(
        preview.buttons().any(|b| b.text == "✓ Тиждень"),
        "each acts on its own: {}",
        oksana.transcript()
    );
    network.presses_on(&oksana, &poll, "Доба").await;
    assert!(shown(&oksana, "👀 Прийдете?").buttons().any(|b| b.text == "✓ Доба"), "{}", oksana.transcript());
    assert_eq!(network.forges(&oksana, "qn.9").await, "Цього опитування вже немає");
    network.end().await;
}
