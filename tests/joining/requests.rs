//! Asking to join without an invitation.

use insta::assert_snapshot;

use crate::support::{Network, toast};

#[tokio::test]
async fn somebody_without_an_invitation_asks_and_is_let_in() {
    let (network, oksana) = Network::start_with(&[("MEREZHA_ORGANIZERS", "1001,1002")]).await;
    let taras = network.arrives("Тарас", "uk", "").await;
    network.says(&taras, "Тарас").await;
    network.presses(&taras, "Пропустити").await;
    let welcomed = network.presses(&taras, "Пропустити").await;
    assert!(welcomed.contains("Ви можете проводити"), "{welcomed}");

    let iryna = network.arrives("Ірина", "uk", "").await;
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
    assert_eq!(taras.screen(), settled, "and it still says of whom, and by whom");
    let in_now = network.presses(&iryna, "Як у моєму Telegram").await;
    assert!(in_now.contains("Приємно познайомитися, Ірина!"), "{in_now}");
    network.end().await;
}

#[tokio::test]
async fn an_old_door_leads_somebody_who_was_let_in_to_the_question_for_a_name() {
    let (network, oksana) = Network::start().await;
    let iryna = network.arrives("Ірина", "uk", "").await;
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
    let yurii = network.arrives("Юрій", "uk", "").await;
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
