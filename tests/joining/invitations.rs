//! Invitations with limits of number and time.

use std::time::Duration;

use insta::assert_snapshot;

use crate::support::{Network, link_code, redacted, toast};

const DAY: Duration = Duration::from_secs(24 * 3600);

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
    let petro = network.arrives("Петро", "uk", &code).await;
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
