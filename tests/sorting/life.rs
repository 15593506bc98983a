//! What becomes of a proposal, and who hears of it.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Person;

use super::{piled, sorts};
use crate::support::{Network, data, shown, toast};

const A_WHILE: Duration = Duration::from_secs(15 * 60);

/// Somebody agrees with the newest card.
async fn agrees(network: &Network, person: &Person) {
    network.says(person, "/stances").await;
    network.presses(person, "👍 Згода").await;
}

async fn opens(network: &Network, person: &Person, number: &str) -> String {
    network.says(person, "/proposals").await;
    network.presses(person, number).await
}

/// How many messages bring news.
fn news(person: &Person) -> usize {
    let texts = person.messages().into_iter().filter_map(|message| message.text.clone());
    texts.filter(|text| text.contains("Новини про пропозиції")).count()
}

#[tokio::test]
async fn a_proposal_goes_to_work_with_a_reason_and_people_hear_once() {
    let (mut network, [oksana, taras], [petro, maria]) = piled(2).await;
    agrees(&network, &maria).await;
    agrees(&network, &maria).await;
    agrees(&network, &oksana).await;
    assert_snapshot!(opens(&network, &oksana, "№1").await, @"
    🤖 Пропозиція №1
    Що варто зробити разом?
    1 лютого, 12:00

    Полагодити міст через річку
       [🧭 До напряму…] [🏷 Мітки]
       [🔨 У роботу] [🏁 Виконано] [✋ Відхилити]
       [✂️ Розділити]
       [← Назад] [🏠 Меню]
    ");
    let old = shown(&oksana, "Пропозиція №1");
    assert_snapshot!(network.presses(&oksana, "🔨 У роботу").await, @"
    🤖 Пропозиція №1: у роботі. Напишіть, чому або що далі: це побачать усі, а тим, хто її подав чи підтримав, прийде сповіщення.
       [Без пояснення]
       [Скасувати]
    ");
    let long = network.says(&oksana, &"я".repeat(301)).await;
    assert!(long.contains("Задовго: 301 знак"), "{long}");
    network.restart().await;
    let written = network.says(&oksana, "Кошти є, <починаємо> в березні").await;
    assert_snapshot!(written, @"
    🤖 ✅ №1: у роботі

    Пропозиція №1
    Що варто зробити разом?
    1 лютого, 12:00
    у роботі

    Полагодити міст через річку

    📜 Що з нею сталося
    1 лютого — у роботі
    💬 Кошти є, <починаємо> в березні
       [🧭 До напряму…] [🏷 Мітки]
       [🏁 Виконано]
       [✋ Відхилити]
       [↩️ Розглядати знову]
       [← Назад] [🏠 Меню]
    ");
    // Тарас declines the other one without a word; then thinks better of it.
    opens(&network, &taras, "№2").await;
    network.presses(&taras, "✋ Відхилити").await;
    network.presses(&taras, "Без пояснення").await;
    assert_eq!(toast(&taras), "№2: відхилена");
    assert_eq!(news(&petro), 0, "it is gathered for a while");
    network.pass(A_WHILE).await;
    assert_snapshot!(petro.screen(), @"
    🤖 📜 Новини про пропозиції, які ви подали або підтримали

    №1 Полагодити міст через річку
    → у роботі
    💬 Кошти є, <починаємо> в березні

    №2 Гурток малювання для дітей
    → відхилена
       [№1] [№2]
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    assert_eq!((news(&petro), news(&maria), news(&taras)), (1, 1, 0));
    // Which of the two she agreed with was chance; of what she did herself she hears nothing.
    let told = oksana.messages().into_iter().filter_map(|message| message.text.clone());
    let of_her_own = |text: &String| text.contains("Новини про пропозиції") && text.contains("№1");
    assert!(!told.into_iter().any(|text| of_her_own(&text)), "{}", oksana.transcript());
    network.pass(A_WHILE).await;
    assert_eq!(news(&petro), 1);

    network.says(&petro, "/mine").await;
    assert!(petro.screen().contains("№1 · у роботі"), "{}", petro.screen());
    assert_snapshot!(network.presses(&petro, "№1").await, @"
    🤖 Пропозиція №1
    Що варто зробити разом?
    1 лютого, 12:00
    у роботі

    Полагодити міст через річку

    📜 Що з нею сталося
    1 лютого — у роботі
    💬 Кошти є, <починаємо> в березні
       [✏️ Змінити] [Відкликати]
       [← Назад] [🏠 Меню]
    ");
    // What Оксана's phone still showed.
    let press = oksana.presses_data(old.message_id, &data(&old, "🏁 Виконано"));
    network.settle().await;
    assert_eq!(press.answered().and_then(|toast| toast.text).as_deref(), Some("Тут щойно все змінилося"));
    network.presses(&oksana, "🏁 Виконано").await;
    network.presses(&oksana, "Без пояснення").await;
    let maria_sees = opens(&network, &maria, "№1").await;
    assert!(maria_sees.contains("виконана") && !maria_sees.contains("🔨"), "{maria_sees}");
    // What is done or declined is on no card any more.
    let cards = network.says(&taras, "/stances").await;
    assert!(!cards.contains("Картка"), "{cards}");
    for data in ["j.d.1.o.w", "j.n.2.o.w", "j.v", "j.m"] {
        let answer = network.forges(&maria, data).await;
        assert!(answer.contains("організатор"), "{data}: {answer}");
    }
    for data in ["j.d.77.o.w", "j.n.77.o.w", "j.n.1.o.v", "j.n.1.d.m"] {
        network.forges(&oksana, data).await;
    }
    network.end().await;
}

#[tokio::test]
async fn what_is_undone_is_no_news_and_news_wait_for_the_morning() {
    let (network, [oksana, _], [petro, maria]) = piled(3).await;
    agrees(&network, &maria).await;
    sorts(&network, &oksana).await;
    network.presses(&oksana, "🔵 Безпека").await;
    network.presses(&oksana, "↩️ Повернути №1").await;
    network.pass(A_WHILE).await;
    assert_eq!(news(&petro), 0, "{}", petro.screen());
    // At 23:00 …
    network.pass(Duration::from_secs(11 * 3600)).await;
    sorts(&network, &oksana).await;
    for _ in 0..3 {
        network.presses(&oksana, "🔵 Безпека").await;
    }
    network.pass(A_WHILE).await;
    assert_eq!(news(&petro), 0, "people sleep");
    network.pass(Duration::from_secs(9 * 3600)).await;
    assert_eq!((news(&petro), news(&maria)), (1, 1));
    let told = petro.screen();
    assert!(told.contains("№1") && told.contains("№3") && told.contains("у напрямі «Безпека»"), "{told}");
    network.end().await;
}

#[tokio::test]
async fn a_reason_written_too_late_decides_nothing_and_who_left_hears_nothing() {
    let (network, [oksana, taras], [petro, maria]) = piled(1).await;
    agrees(&network, &maria).await;
    opens(&network, &oksana, "№1").await;
    opens(&network, &taras, "№1").await;
    network.presses(&oksana, "✋ Відхилити").await;
    network.presses(&taras, "🔨 У роботу").await;
    network.presses(&taras, "Без пояснення").await;
    let late = network.says(&oksana, "Не на часі").await;
    assert!(late.contains("у роботі") && oksana.transcript().contains("рішення не збережено"), "{late}");
    network.says(&petro, "/settings").await;
    network.presses(&petro, "🚪 Вийти й стерти мої дані").await;
    network.presses(&petro, "Вийти, пропозиції лишити без підпису").await;
    network.pass(A_WHILE).await;
    assert_eq!((news(&petro), news(&maria)), (0, 1));
    network.end().await;
}
