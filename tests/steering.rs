//! The wall of a session, steered from an organizer's phone. What it then shows in the room is another matter.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Person;

use crate::support::{Network, toast};

const DAY: Duration = Duration::from_secs(24 * 3600);
const PREFIX: &str = "https://merezha.example/wall/";

/// A screen whose secret address is covered.
fn covered(screen: &str) -> String {
    match address(screen) {
        Some(code) => screen.replace(&code, "…"),
        None => screen.to_owned(),
    }
}

/// The secret part of the address on a screen.
fn address(screen: &str) -> Option<String> {
    let (_, rest) = screen.split_once(PREFIX)?;
    Some(rest.chars().take_while(char::is_ascii_alphanumeric).collect())
}

/// An organizer announces a session that begins tomorrow.
async fn announces(network: &Network, organizer: &Person) {
    network.says(organizer, "/newsession").await;
    network.says(organizer, "Друга сесія").await;
    network.says(organizer, "2 лютого 12:00–18:00").await;
    network.says(organizer, "Київ").await;
    network.presses(organizer, "📣 Оголосити").await;
}

/// What the wall's row holds.
async fn scene(network: &Network) -> Option<String> {
    let mut database = network.database().await;
    sqlx::query_scalar("select scene from wall").fetch_optional(&mut database).await.expect("read")
}

#[tokio::test]
async fn a_wall_is_opened_steered_and_taken_down() {
    let (mut network, oksana) = Network::start().await;
    network.join(&oksana, ["Петро"]).await;
    let none = network.says(&oksana, "/wall").await;
    assert_snapshot!(none, @"
    🤖 🖥 Екран належить сесії, а жодної сесії ще немає. Почніть із неї.
       [➕ Нова сесія] [🏠 Меню]
    ");
    announces(&network, &oksana).await;
    let control = network.says(&oksana, "/wall").await;
    assert_snapshot!(covered(&control), @"
    🤖 🖥 Екран у залі: Друга сесія

    Зараз на екрані — 🏷 Назва сесії

    Відкрийте на комп’ютері з проєктором: https://merezha.example/wall/…

    Хто має це посилання, бачить екран — і нічого більше.
       [✓ 🏷 Назва сесії] [📲 Приєднатися]
       [💡 Пропозиції] [🖼 Галерея]
       [📊 Опитування] [🗳 Голосування]
       [🤝 Сектори] [🤝 Регіони]
       [🌐 English] [🚫 Прибрати екран]
       [← Назад] [🏠 Меню]
    ");
    let code = address(&control).expect("an address");
    assert_eq!(code.len(), 22);
    network.presses(&oksana, "📲 Приєднатися").await;
    assert_eq!(toast(&oksana), "Екран змінено");
    assert!(oksana.screen().contains("[✓ 📲 Приєднатися]"), "{}", oksana.screen());
    assert!(oksana.screen().contains("Зараз на екрані — 📲 Приєднатися"), "{}", oksana.screen());
    // The wall stays the same one, also after a restart.
    network.restart().await;
    assert_eq!(address(&network.says(&oksana, "/wall").await), Some(code.clone()));
    assert_eq!(scene(&network).await.as_deref(), Some("\"join\""));
    network.presses(&oksana, "🌐 English").await;
    assert!(oksana.screen().contains("[🌐 Українська]"), "{}", oksana.screen());
    let down = network.presses(&oksana, "🚫 Прибрати екран").await;
    assert_snapshot!(down, @"
    🤖 🚫 Екран прибрано, посилання більше не діє. Якщо відкрити екран знову, посилання буде нове.
       [🖥 Відкрити знову]
       [← Назад] [🏠 Меню]
    ");
    assert_eq!(scene(&network).await, None);
    let mut database = network.database().await;
    let good: i64 = sqlx::query_scalar("select count(*) from invite where expires_at and revoked_at is null")
        .fetch_one(&mut database)
        .await
        .expect("counted");
    assert_eq!(good, 0, "the invitation went with it");
    // A button that was still on another phone's screen opens nothing by itself.
    let stale = network.forges(&oksana, "ys.1.g").await;
    assert_eq!(stale, "");
    assert_eq!(scene(&network).await, None);
    network.says(&oksana, "/wall").await;
    let anew = address(&oksana.screen()).expect("an address");
    assert_ne!(anew, code, "whoever has the old address sees nothing");
    network.end().await;
}

#[tokio::test]
async fn whoever_joins_by_the_wall_can_do_so_until_the_session_is_over() {
    let (network, oksana) = Network::start().await;
    announces(&network, &oksana).await;
    network.says(&oksana, "/wall").await;
    network.presses(&oksana, "📲 Приєднатися").await;
    let mut database = network.database().await;
    let code: String = sqlx::query_scalar("select code from invite where id = (select invite_id from wall)")
        .fetch_one(&mut database)
        .await
        .expect("an invitation");
    let maria = network.arrives("Марія", "uk", &code).await;
    assert!(maria.screen().contains("Як у Telegram: Марія"), "{}", maria.screen());
    // Shown again, it is the same code: people may be in the middle of pointing their phones at it.
    network.presses(&oksana, "🏷 Назва сесії").await;
    network.presses(&oksana, "📲 Приєднатися").await;
    let codes: i64 = sqlx::query_scalar("select count(*) from invite where expires_at is not null")
        .fetch_one(&mut database)
        .await
        .expect("counted");
    assert_eq!(codes, 1);
    network.pass(2 * DAY).await;
    let late = network.arrives("Богдан", "uk", &code).await;
    assert!(!late.screen().contains("Як у Telegram"), "{}", late.screen());
    network.end().await;
}

#[tokio::test]
async fn a_result_is_shown_only_once_it_is_there_and_revealed() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    announces(&network, &oksana).await;
    network.opens_vote(&oksana, "Напрями", "Дороги\nШколи\nВода", &[]).await;
    network.says(&oksana, "/wall").await;
    let choice = network.presses(&oksana, "🗳 Голосування").await;
    assert_snapshot!(choice, @"
    🤖 🗳 Яке голосування показати? Спершу буде видно лише явку, а результат — коли ви його відкриєте.
       [🟢 Напрями]
       [➕ Нове голосування]
       [← Назад] [🏠 Меню]
    ");
    let turnout = network.presses(&oksana, "🟢 Напрями").await;
    assert!(turnout.contains("Зараз на екрані — 🗳 Явка: Напрями"), "{turnout}");
    assert!(!turnout.contains("Показати результат"), "nothing to reveal yet: {turnout}");
    assert_eq!(
        network.forges(&oksana, "ys.1.r.1").await,
        "Результату ще немає: голосування триває, або бот саме рахує голоси."
    );
    assert_eq!(scene(&network).await.as_deref(), Some("{\"turnout\":1}"));
    network.votes(&petro, &["⬜️ 1. Дороги"]).await;
    network.closes_vote(&oksana).await;
    network.says(&oksana, "/wall").await;
    network.presses(&oksana, "🏁 Показати результат").await;
    assert_eq!(scene(&network).await.as_deref(), Some("{\"result\":1}"));
    network.presses(&oksana, "🙈 Сховати результат").await;
    assert_eq!(scene(&network).await.as_deref(), Some("{\"turnout\":1}"));
    network.end().await;
}

#[tokio::test]
async fn a_poll_may_be_only_for_those_who_see_the_wall() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    announces(&network, &oksana).await;
    network.says(&oksana, "/wall").await;
    network.presses(&oksana, "📊 Опитування").await;
    network.presses(&oksana, "➕ Нове опитування").await;
    network.says(&oksana, "Продовжуємо?\nТак\nНі").await;
    network.presses(&oksana, "👥 Кому: усім (3)").await;
    let preview = network.presses(&oksana, "🖥 Лише на екрані в залі").await;
    assert_snapshot!(preview, @"
    🤖 👀 Продовжуємо?

    ▫️ Так
    ▫️ Ні

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
    ⏰ Коли завершиться, оголосять організатори.

    Після надсилання змінити це вже не можна.
       [📣 Відкрити]
       [✓ Одна відповідь] [Кілька]
       [✓ Підсумок одразу] [Наприкінці]
       [✓ 🕶 Анонімно] [👁 З іменами]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [🖥 Лише на екрані в залі]
       [✏️ Змінити] [Скасувати]
    ");
    let before = petro.messages().len();
    let opened = network.presses(&oksana, "📣 Відкрити").await;
    assert_snapshot!(opened, @"
    🤖 ✅ Опитування відкрито, і воно вже на екрані: Продовжуємо?

    Повідомлень про нього ніхто не отримає: відповідають за QR-кодом з екрана або зі списку опитувань.
       [👁 Дивитися відповіді]
       [🖥 Екран у залі]
       [🏠 Меню]
    ");
    assert_eq!(petro.messages().len(), before, "nobody gets a card: {}", petro.transcript());
    assert_eq!(scene(&network).await.as_deref(), Some("{\"poll\":1}"));
    petro.follows_link("poll-1");
    network.settle().await;
    assert_snapshot!(petro.screen(), @"
    🤖 📊 Продовжуємо?

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
       [Так]
       [Ні]
       [🏠 Меню]
    ");
    network.presses(&petro, "Так").await;
    assert!(petro.screen().contains("✓ Так"), "{}", petro.screen());
    network.says(&maria, "/polls").await;
    network.presses(&maria, "🟢 Продовжуємо?").await;
    network.presses(&maria, "Ні").await;
    network.presses(&oksana, "👁 Дивитися відповіді").await;
    assert!(oksana.screen().contains("Відповіли 2 людини"), "{}", oksana.screen());
    network.presses(&oksana, "🏁 Завершити опитування").await;
    network.settle().await;
    assert!(petro.transcript().contains("Підсумок: Продовжуємо?"), "{}", petro.transcript());
    // Asked again, it is for the wall again.
    let again = network.presses(&oksana, "🔁 Провести ще раз").await;
    assert!(again.contains("[🖥 Лише на екрані в залі]"), "{again}");
    network.end().await;
}

#[tokio::test]
async fn a_link_to_a_poll_leads_people_as_far_as_they_may_go() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Продовжуємо?\nТак\nНі").await;
    network.presses(&oksana, "👥 Кому: усім (2)").await;
    network.presses(&oksana, "🖥 Лише на екрані в залі").await;
    let opened = network.presses(&oksana, "📣 Відкрити").await;
    assert_snapshot!(opened, @"
    🤖 ✅ Опитування відкрито: Продовжуємо?

    Екрана зараз немає. Відкрийте його командою /wall і оберіть там це опитування.
       [👁 Дивитися відповіді]
       [🏠 Меню]
    ");
    petro.follows_link("poll-77");
    network.settle().await;
    assert_snapshot!(petro.screen(), @"
    🤖 Цього опитування вже немає
       [📊 Усі опитування] [🏠 Меню]
    ");
    let stranger = network.arrives("Богдан", "uk", "poll-1").await;
    assert!(stranger.screen().contains("Попросити"), "asks to be let in: {}", stranger.screen());
    network.end().await;
}

#[tokio::test]
async fn walls_are_the_organizers_and_only_where_they_are_served() {
    let (network, oksana) = Network::start_with(&[("MEREZHA_WEB_ADDR", "")]).await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    announces(&network, &oksana).await;
    let off = network.says(&oksana, "/wall").await;
    assert_snapshot!(off, @"
    🤖 🖥 Екрани в цього бота вимкнено. Увімкнути їх може людина, яка доглядає за сервером: для цього є налаштування MEREZHA_WEB_ADDR.
       [← Назад] [🏠 Меню]
    ");
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Продовжуємо?\nТак\nНі").await;
    let whom = network.presses(&oksana, "👥 Кому: усім (2)").await;
    assert!(!whom.contains("екрані"), "{whom}");
    assert!(network.says(&petro, "/wall").await.contains("Це можуть лише організатори"));
    for forged in ["y.1", "ys.1.g", "yc.1.q", "yl.1.en", "yx.1", "qu.w"] {
        assert_eq!(network.forges(&petro, forged).await, "Це можуть лише організатори.", "{forged}");
    }
    network.end().await;
}

#[tokio::test]
async fn the_session_that_is_on_goes_before_one_that_begins_soon() {
    let (network, oksana) = Network::start().await;
    for (title, when) in [("Перша", "1 лютого 12:30–20:00"), ("Друга", "1 лютого 18:00–19:00")]
    {
        for words in ["/newsession", title, when, "Київ"] {
            network.says(&oksana, words).await;
        }
        network.presses(&oksana, "📣 Оголосити").await;
    }
    network.pass(5 * DAY / 24).await;
    let control = network.says(&oksana, "/wall").await;
    assert!(control.contains("Екран у залі: Перша"), "{control}");
    network.pass(DAY).await;
    let control = network.says(&oksana, "/wall").await;
    assert!(control.contains("Екран у залі: Друга"), "the one that began last: {control}");
    network.end().await;
}
