//! Coming in: by a link, by asking, as the first organizer; and what one says of oneself.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Limits;

use crate::support::{Network, link_code, redacted, toast};

const DAY: Duration = Duration::from_secs(24 * 3600);

#[tokio::test]
async fn an_organizer_and_a_participant_join() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let petro = network.joins(&code, "Петро", "Влада", "Донеччина").await;
    assert_snapshot!(redacted(&oksana.transcript()), @r"
    Оксана: /start
    🤖 👋 Вітаємо в Мережі! Тут люди з громад, влади й громадських організацій разом працюють між сесіями: подають пропозиції, обирають пріоритети, дізнаються новини.

    🔒 Ми зберігаємо лише ім’я чи псевдонім, мову, сектор і регіон (якщо вкажете) та те, що ви тут пишете й обираєте, — щоб пропозиції та голоси не губились. Номера телефону ми не бачимо, а вийти й стерти свої дані можна будь-коли в налаштуваннях.

    Як до вас звертатися? Напишіть ім’я або псевдонім.
    🤖 ✅ Усе готово. Ви можете проводити збори пропозицій, голосування й оголошення — усе це в меню, «Для організаторів».

    Почніть із запрошення: /invite
       [🏠 Меню]
    Оксана: /invite
    🤖 🔗 Запрошення

    Діючих посилань ще немає. Створіть перше:
       [➕ Нове, без обмежень]
       [➕ На одну людину, 3 дні]
       [➕ На 50 людей, тиждень]
       [← Назад]
    🤖 <photo> 🔗 Запрошення в Мережу (діє без обмежень). Перешліть посилання або покажіть QR-код:

    https://t.me/rehearsal_bot?start=КОД
       [Усі запрошення] [🏠 Меню]
    ");
    assert_snapshot!(redacted(&petro.transcript()), @r"
    Петро: /start КОД
    🤖 👋 Вітаємо в Мережі! Тут люди з громад, влади й громадських організацій разом працюють між сесіями: подають пропозиції, обирають пріоритети, дізнаються новини.

    🔒 Ми зберігаємо лише ім’я чи псевдонім, мову, сектор і регіон (якщо вкажете) та те, що ви тут пишете й обираєте, — щоб пропозиції та голоси не губились. Номера телефону ми не бачимо, а вийти й стерти свої дані можна будь-коли в налаштуваннях.

    Як до вас звертатися? Напишіть ім’я або псевдонім.
    🤖 ✅ Усе готово. У меню видно, що відбувається зараз і що чекає на вас.
       [🏠 Меню]
    ");
    let menu = network.presses(&petro, "🏠 Меню").await;
    assert_snapshot!(menu, @r"
    🤖 🏠 Мережа
    Зараз на вас нічого не чекає. Є ідея? Подайте пропозицію!
       [💡 Подати пропозицію]
       [🗳 Голосування] [📊 Опитування]
       [📋 Усі пропозиції] [🗂 Мої пропозиції]
       [⚖️ Ставлення до пропозицій]
       [📅 Сесії]
       [✉️ Лист організаторам]
       [⚙️ Налаштування] [❔ Довідка]
    ");
    let qr = oksana.messages().into_iter().rev().find(|m| !m.photo.is_empty());
    assert!(qr.is_some_and(|m| m.photo.iter().any(|size| size.width >= 300)), "the QR code is a picture");
    network.end().await;
}

#[tokio::test]
async fn a_pseudonym_is_fine_and_sector_and_region_can_be_skipped() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let maria = network.newcomer("Марія", "uk");
    maria.follows_link(&code);
    network.settle().await;
    let empty = network.says(&maria, "\u{200B}\u{2060}").await;
    assert_snapshot!(empty, @"🤖 Тут немає чого прочитати. Напишіть, будь ласка, ім’я літерами.");
    let long = network.says(&maria, &"я".repeat(65)).await;
    assert_snapshot!(long, @"🤖 Задовге ім’я: 65 знаків, а вміститься щонайбільше 64. Напишіть, будь ласка, коротше.");
    let greeted = network.says(&maria, "  Тиха   вода ").await;
    assert!(greeted.contains("Приємно познайомитися, Тиха вода!"), "{greeted}");
    network.presses(&maria, "Пропустити").await;
    let done = network.presses(&maria, "Пропустити").await;
    assert!(done.contains("✅ Усе готово"), "{done}");
    let settings = network.says(&maria, "/settings").await;
    assert_snapshot!(settings, @r"
    🤖 ⚙️ Налаштування

    Ім’я: Тиха вода
    Сектор: не вказано
    Регіон: не вказано
       [✓ Українська] [English]
       [✏️ Змінити ім’я]
       [🏛 Сектор] [📍 Регіон]
       [🔕 Не нагадувати про сесії]
       [🚪 Вийти й стерти мої дані]
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn somebody_without_an_invitation_asks_and_is_let_in() {
    let (network, oksana) = Network::start_with(&[("MEREZHA_ORGANIZERS", "1001,1002")]).await;
    let taras = network.newcomer("Тарас", "uk");
    taras.follows_link("");
    network.settle().await;
    network.says(&taras, "Тарас").await;
    network.presses(&taras, "Пропустити").await;
    let welcomed = network.presses(&taras, "Пропустити").await;
    assert!(welcomed.contains("Ви можете проводити"), "{welcomed}");

    let iryna = network.newcomer("Ірина", "uk");
    iryna.follows_link("");
    network.settle().await;
    network.says(&iryna, "Добрий день").await;
    let first_door = iryna.messages().into_iter().find(|m| m.from.is_bot).expect("a door");
    network.presses(&iryna, "🙋 Попроситися в Мережу").await;
    network.presses_on(&iryna, &first_door, "🙋 Попроситися в Мережу").await;
    assert_eq!(toast(&iryna), "Ваш запит уже в організаторів");
    assert_snapshot!(oksana.screen(), @r"
    🤖 🙋 Ірина проситься в Мережу без запрошення. Пустити?
       [✅ Пустити] [✋ Відмовити]
       [🏠 Меню]
    ");
    let card = taras.newest().expect("a card").message_id;
    let settled = network.presses(&oksana, "✅ Пустити").await;
    assert_snapshot!(settled, @r"
    🤖 🙋 Ірина
    ✅ Запит схвалено. Рішення: Оксана.
       [🏠 Меню]
    ");
    assert_eq!(toast(&oksana), "Схвалено");
    assert_eq!(taras.screen(), settled, "the other organizer's card shows the same");
    assert_snapshot!(iryna.transcript(), @r"
    Ірина: /start
    🤖 Це Мережа — бот для людей, які разом працюють над стратегією. Сюди приходять за посиланням-запрошенням від організаторів.

    Якщо посилання немає, можна попроситися: організатори побачать ваше ім’я в Telegram.
    Ірина: Добрий день
    🤖 📨 Запит надіслано організаторам. Щойно хтось із них відповість, ви отримаєте тут повідомлення.
    🤖 🎉 Організатори схвалили ваш запит. Вітаємо в Мережі!

    🔒 Ми зберігаємо лише ім’я чи псевдонім, мову, сектор і регіон (якщо вкажете) та те, що ви тут пишете й обираєте, — щоб пропозиції та голоси не губились. Номера телефону ми не бачимо, а вийти й стерти свої дані можна будь-коли в налаштуваннях.

    Як до вас звертатися? Напишіть ім’я або псевдонім.
       [Як у моєму Telegram]
    ");

    // Taras taps at the same moment, on what his phone still showed.
    let press = taras.presses_data(card, "jr.1.0");
    network.settle().await;
    assert_eq!(press.answered().and_then(|toast| toast.text).as_deref(), Some("Це вже вирішено"));
    let in_now = network.presses(&iryna, "Як у моєму Telegram").await;
    assert!(in_now.contains("Приємно познайомитися, Ірина!"), "{in_now}");
    network.end().await;
}

#[tokio::test]
async fn an_old_door_leads_somebody_who_was_let_in_to_the_question_for_a_name() {
    let (network, oksana) = Network::start().await;
    let iryna = network.newcomer("Ірина", "uk");
    iryna.follows_link("");
    network.settle().await;
    let old_door = iryna.newest().expect("a door");
    network.says(&iryna, "/start").await;
    network.presses(&iryna, "🙋 Попроситися в Мережу").await;
    network.presses(&oksana, "✅ Пустити").await;
    let asked = network.presses_on(&iryna, &old_door, "🙋 Попроситися в Мережу").await;
    assert!(asked.contains("Як до вас звертатися?"), "{asked}");
    let cards = oksana.transcript().matches("проситься").count();
    assert_eq!(cards, 0, "no second request: {}", oksana.transcript());
    network.end().await;
}

#[tokio::test]
async fn a_request_is_declined_and_can_be_made_again() {
    let (network, oksana) = Network::start().await;
    let yurii = network.newcomer("Юрій", "uk");
    yurii.follows_link("");
    network.settle().await;
    network.presses(&yurii, "🙋 Попроситися в Мережу").await;
    let settled = network.presses(&oksana, "✋ Відмовити").await;
    assert_snapshot!(settled, @r"
    🤖 🙋 Юрій
    ✋ У запиті відмовлено. Рішення: Оксана.
       [🏠 Меню]
    ");
    assert_snapshot!(yurii.screen(), @"🤖 Організатори відхилили запит. Якщо це помилка, зверніться до того, хто розповів вам про Мережу.");
    network.says(&yurii, "/start").await;
    network.presses(&yurii, "🙋 Попроситися в Мережу").await;
    assert!(oksana.screen().contains("Юрій проситься в Мережу"), "{}", oksana.screen());
    network.end().await;
}

#[tokio::test]
async fn the_first_organizer_comes_by_the_claim_link_where_none_is_set() {
    let mut network = Network::empty(Limits::off(), &[("MEREZHA_ORGANIZERS", "")]).await;
    let link = network.bot().claim_link.clone().expect("a claim link");
    let code = link_code(&link);
    let nadiia = network.newcomer("Надія", "uk");
    let passer_by = network.newcomer("Хтось", "uk");
    nadiia.follows_link(&code);
    network.settle().await;
    network.presses(&nadiia, "Як у Telegram: Надія").await;
    network.presses(&nadiia, "Пропустити").await;
    let done = network.presses(&nadiia, "Пропустити").await;
    assert_snapshot!(done, @r"
    🤖 ✅ Усе готово. Ви можете проводити збори пропозицій, голосування й оголошення — усе це в меню, «Для організаторів».

    Почніть із запрошення: /invite
       [🏠 Меню]
    ");
    passer_by.follows_link(&code);
    network.settle().await;
    assert_snapshot!(passer_by.screen(), @r"
    🤖 Такого запрошення немає. Можливо, посилання скопійовано не повністю — перевірте його або надішліть організаторам запит.
       [🙋 Попроситися в Мережу]
    ");
    network.restart().await;
    assert_eq!(network.bot().claim_link, None, "there is an organizer now");
    assert!(network.says(&nadiia, "/desk").await.contains("🛠 Для організаторів"));
    network.end().await;
}

#[tokio::test]
async fn where_the_last_organizer_left_a_participant_claims_the_network() {
    let mut network = Network::empty(Limits::off(), &[("MEREZHA_ORGANIZERS", "")]).await;
    let code = link_code(network.bot().claim_link.as_deref().expect("a claim link"));
    let nadiia = network.newcomer("Надія", "uk");
    nadiia.follows_link(&code);
    network.settle().await;
    network.says(&nadiia, "Надія").await;
    let petro = {
        let code = network.invitation(&nadiia).await;
        network.joins(&code, "Петро", "Влада", "Донеччина").await
    };
    network.says(&nadiia, "/settings").await;
    network.presses(&nadiia, "🚪 Вийти й стерти мої дані").await;
    network.presses(&nadiia, "Так, вийти й стерти дані").await;
    network.restart().await;
    let code = link_code(network.bot().claim_link.as_deref().expect("a claim link again"));
    petro.follows_link(&code);
    network.settle().await;
    assert!(petro.screen().contains("Ви можете проводити"), "{}", petro.screen());
    assert!(network.says(&petro, "/desk").await.contains("У Мережі 1 людина"));
    network.end().await;
}

#[tokio::test]
async fn an_invitation_for_one_lets_one_in() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/invite").await;
    let code = link_code(&network.presses(&oksana, "➕ На одну людину, 3 дні").await);
    let [petro, maria] = ["Петро", "Марія"].map(|name| network.newcomer(name, "uk"));
    for person in [&petro, &maria] {
        person.follows_link(&code);
        network.settle().await;
    }
    network.presses(&petro, "Як у Telegram: Петро").await;
    let late = network.presses(&maria, "Як у Telegram: Марія").await;
    assert_snapshot!(late, @r"
    🤖 За цим запрошенням уже приєдналося стільки людей, на скільки воно розраховане. Попросіть в організаторів нове або надішліть їм запит.
       [🙋 Попроситися в Мережу]
    ");
    maria.follows_link(&code);
    network.settle().await;
    assert_eq!(maria.screen(), late, "and again from the start");
    let listed = network.says(&oksana, "/invite").await;
    network.forges(&oksana, "i.1").await;
    assert_snapshot!(oksana.screen(), @r"
    🤖 🔗 Запрошення

    №1: приєдналася 1 людина, використане
       [Усі запрошення] [🏠 Меню]
    ");
    assert_snapshot!(listed, @r"
    🤖 🔗 Запрошення

    №1: приєдналася 1 людина, використане
       [➕ Нове, без обмежень]
       [➕ На одну людину, 3 дні]
       [➕ На 50 людей, тиждень]
       [✖️ Скасувати №1]
       [← Назад]
    ");
    petro.follows_link(&code);
    network.settle().await;
    assert!(petro.screen().contains("Ви вже в Мережі"), "{}", petro.screen());
    network.end().await;
}

#[tokio::test]
async fn an_invitation_ends_with_its_time_or_when_it_is_revoked() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/invite").await;
    let made = network.presses(&oksana, "➕ На 50 людей, тиждень").await;
    assert_snapshot!(redacted(&made), @r"
    🤖 <photo> 🔗 Запрошення в Мережу (розраховане на 50 людей, діє до 8 лютого, 12:00). Перешліть посилання або покажіть QR-код:

    https://t.me/rehearsal_bot?start=КОД
       [Усі запрошення] [🏠 Меню]
    ");
    let code = link_code(&made);
    network.says(&oksana, "/invite").await;
    let endless = link_code(&network.presses(&oksana, "➕ Нове, без обмежень").await);
    network.pass(DAY * 6).await;
    let petro = network.newcomer("Петро", "uk");
    petro.follows_link(&code);
    network.settle().await;
    assert!(petro.screen().contains("Як до вас звертатися?"), "still good: {}", petro.screen());
    network.pass(DAY).await;
    let late = network.says(&petro, "Петро").await;
    assert_snapshot!(late, @r"
    🤖 Термін дії цього запрошення минув. Попросіть в організаторів нове або надішліть їм запит.
       [🙋 Попроситися в Мережу]
    ");
    network.says(&oksana, "/invite").await;
    network.presses(&oksana, "✖️ Скасувати №2").await;
    assert_eq!(toast(&oksana), "Запрошення скасовано");
    network.forges(&oksana, "i.2").await;
    let over = oksana.screen();
    assert!(over.contains("№2: ще ніхто не приєднався, скасоване") && !over.contains("?start="), "{over}");
    petro.follows_link(&endless);
    network.settle().await;
    assert_snapshot!(petro.screen(), @r"
    🤖 Це запрошення скасовано. Попросіть в організаторів нове або надішліть їм запит.
       [🙋 Попроситися в Мережу]
    ");
    petro.follows_link("немає-такого");
    network.settle().await;
    assert_snapshot!(petro.screen(), @r"
    🤖 Такого запрошення немає. Можливо, посилання скопійовано не повністю — перевірте його або надішліть організаторам запит.
       [🙋 Попроситися в Мережу]
    ");
    network.end().await;
}

#[tokio::test]
async fn somebody_whose_telegram_speaks_neither_language_is_asked() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let hans = network.newcomer("Hans", "de");
    hans.follows_link(&code);
    network.settle().await;
    assert_snapshot!(hans.screen(), @r"
    🤖 Якою мовою вам зручніше?
    Which language suits you better?
       [Українська] [English]
    ");
    let again = network.says(&hans, "Hallo").await;
    assert!(again.contains("Якою мовою вам зручніше?"), "{again}");
    let welcome = network.presses(&hans, "English").await;
    assert!(welcome.contains("What shall we call you?"), "{welcome}");
    let named = network.presses(&hans, "As in Telegram: Hans").await;
    assert!(named.contains("Nice to meet you, Hans!"), "{named}");
    network.end().await;
}

#[tokio::test]
async fn somebody_at_the_door_is_asked_for_a_language_too() {
    let (network, oksana) = Network::start().await;
    let hans = network.newcomer("Hans", "de");
    hans.follows_link("");
    network.settle().await;
    assert!(hans.screen().contains("Which language suits you better?"), "{}", hans.screen());
    let door = network.presses(&hans, "English").await;
    assert_snapshot!(door, @r"
    🤖 This is Merezha, a bot for people who work on a strategy together. People come in by an invitation link from the organizers.

    If you have no link, you can ask to join: the organizers will see your Telegram name.
       [🙋 Ask to join]
    ");
    assert_eq!(network.says(&hans, "Hallo").await, door, "once is enough");
    network.says(&hans, "/cancel").await;
    network.says(&hans, "/start").await;
    network.presses(&hans, "🙋 Ask to join").await;
    network.presses(&oksana, "✅ Пустити").await;
    let approved = hans.screen();
    assert!(approved.contains("What shall we call you?"), "{approved}");
    let named = network.presses(&hans, "As in my Telegram").await;
    assert!(named.contains("Nice to meet you, Hans!"), "{named}");
    network.end().await;
}

#[tokio::test]
async fn commands_are_listed_in_each_language_and_the_organizers_only_for_organizers() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let listed = network.telegram.wait("the organizers' commands", Duration::from_secs(10), |world| {
        world.state.commands.shown(1001, Some("en")).len() > 9
    });
    listed.await.expect("they are registered as soon as somebody may run things");
    let lines = |person: &merezha::rehearsal::Person| {
        let commands = person.bot_commands();
        commands.iter().map(|c| format!("/{} {}", c.command, c.description)).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(lines(&oksana), @r"
    /desk Для організаторів
    /announce Нове оголошення
    /newvote Нове голосування
    /poll Нове опитування
    /newsession Нова сесія
    /newcall Новий збір пропозицій
    /invite Запросити людей
    /menu Меню
    /propose Подати пропозицію
    /proposals Усі пропозиції
    /mine Мої пропозиції
    /stances Ставлення до пропозицій
    /vote Голосування
    /polls Опитування
    /sessions Сесії
    /settings Налаштування
    /help Довідка
    /cancel Скасувати розпочате
    ");
    assert_snapshot!(lines(&petro), @r"
    /menu Меню
    /propose Подати пропозицію
    /proposals Усі пропозиції
    /mine Мої пропозиції
    /stances Ставлення до пропозицій
    /vote Голосування
    /polls Опитування
    /sessions Сесії
    /settings Налаштування
    /help Довідка
    /cancel Скасувати розпочате
    ");
    petro.changes(|user| user.language_code = Some("en".into()));
    assert_snapshot!(lines(&petro), @r"
    /menu Menu
    /propose Hand in a proposal
    /proposals All proposals
    /mine My proposals
    /stances Where you stand on proposals
    /vote Votes
    /polls Polls
    /sessions Sessions
    /settings Settings
    /help Help
    /cancel Give up what you began
    ");
    // Who leaves has everyone's list again.
    network.says(&oksana, "/settings").await;
    network.presses(&oksana, "🚪 Вийти й стерти мої дані").await;
    network.presses(&oksana, "Так, вийти й стерти дані").await;
    let taken_back = network.telegram.wait("everyone's commands", Duration::from_secs(10), |world| {
        [None, Some("en")].iter().all(|lang| world.state.commands.shown(1001, *lang).len() == 11)
    });
    taken_back.await.expect("the organizers' list goes with them");
    // Who types what is not listed is told kindly.
    let refused = network.says(&petro, "/announce").await;
    assert_snapshot!(refused, @r"
    🤖 Це можуть лише організатори.
       [🏠 Меню]
    ");
    network.end().await;
}
