//! Many at once: one card, a pile to go through, and what is taken away from it.

use std::time::Duration;

use insta::assert_snapshot;

use super::{approving, list, switches};
use crate::support::{Network, shown, toast};

/// How many messages tell an organizer that something new waits.
fn cards(person: &merezha::rehearsal::Person) -> usize {
    let is_card = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains("Нова пропозиція"));
    person.messages().iter().filter(|message| message.from.is_bot && is_card(&message.text)).count()
}

#[tokio::test]
async fn a_rush_brings_one_card_and_the_pile_is_gone_through() {
    let (network, [oksana, taras], [petro, maria]) = approving().await;
    for number in 1..=9 {
        network.proposes(if number % 2 == 0 { &petro } else { &maria }, &format!("Думка {number}")).await;
    }
    assert_eq!([cards(&oksana), cards(&taras)], [1, 1]);
    assert_snapshot!(taras.screen(), @"
    🤖 🛂 Нова пропозиція №1
    Що варто зробити разом?
    Усього чекають: 9

    Думка 1
       [✅ Опублікувати]
       [✏️ На доробку] [✋ Відхилити]
       [Наступна →]
       [← До столу] [🏠 Меню]
    ");
    let second = network.presses(&taras, "Наступна →").await;
    assert!(second.contains("Думка 2"), "{second}");
    // Оксана settles what Тарас has left; what he looks at now stays on his screen.
    let next = network.presses(&oksana, "✅ Опублікувати").await;
    assert!(next.contains("Думка 2") && next.contains("Усього чекають: 8"), "{next}");
    assert_eq!(taras.screen(), second);
    network.presses(&oksana, "✅ Опублікувати").await;
    network.presses(&taras, "✋ Відхилити").await;
    assert_eq!(toast(&taras), "Це вже вирішено");
    assert!(taras.screen().contains("№2 опубліковано. Рішення: Оксана"), "{}", taras.screen());
    let on = network.presses(&taras, "🛂 Чекають на схвалення (7)").await;
    assert!(on.contains("Думка 3"), "{on}");

    // None of what waits has a card of its own any more, so the next one brings one; the one after that does not.
    network.proposes(&petro, "Думка 10").await;
    network.proposes(&maria, "Думка 11").await;
    assert_eq!(cards(&taras), 2, "{}", taras.transcript());
    let desk = network.says(&oksana, "/desk").await;
    assert!(desk.contains("[🛂 Чекають на схвалення (9)]"), "{desk}");
    let mut screen = network.presses(&oksana, "🛂 Чекають на схвалення (9)").await;
    for _ in 0..9 {
        screen = network.presses(&oksana, "✅ Опублікувати").await;
    }
    assert_snapshot!(screen, @"
    🤖 🛂 Усе переглянуто: жодна пропозиція не чекає на схвалення.
       [← До столу] [🏠 Меню]
    ");
    assert!(list(&network, &maria).await.contains("11 пропозицій"));
    network.end().await;
}

#[tokio::test]
async fn the_last_one_leads_round_to_the_first() {
    let (network, [oksana, _], [petro, _]) = approving().await;
    for words in ["Міст", "Ліс", "Поле"] {
        network.proposes(&petro, words).await;
    }
    for words in ["Ліс", "Поле", "Міст"] {
        let next = network.presses(&oksana, "Наступна →").await;
        assert!(next.contains(words), "{next}");
    }
    network.end().await;
}

#[tokio::test]
async fn switching_approval_off_publishes_nothing_by_itself() {
    let (network, [oksana, _], [petro, maria]) = approving().await;
    network.proposes(&petro, "Міст").await;
    switches(&network, &oksana, "🛂 Публікувати одразу").await;
    assert!(list(&network, &maria).await.contains("Пропозицій поки немає"));
    let at_once = network.proposes(&maria, "Ліс").await;
    assert!(at_once.contains("Пропозицію прийнято"), "{at_once}");
    network.says(&oksana, "/desk").await;
    let waits = network.presses(&oksana, "🛂 Чекають на схвалення (1)").await;
    assert!(waits.contains("Міст"), "{waits}");
    network.presses(&oksana, "✅ Опублікувати").await;
    assert!(list(&network, &maria).await.contains("2 пропозиції"));
    network.end().await;
}

#[tokio::test]
async fn what_its_author_takes_back_waits_no_more() {
    let (network, [oksana, taras], [petro, maria]) = approving().await;
    network.proposes(&petro, "Міст").await;
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    assert_snapshot!(network.presses(&petro, "Відкликати").await, @"
    🤖 Відкликати пропозицію №1? Організатори її більше не розглядатимуть.
       [Так, відкликати] [← Назад]
    ");
    network.presses(&petro, "Так, відкликати").await;
    assert_snapshot!(taras.screen(), @"
    🤖 ↩️ Пропозицію №1 розглядати вже не треба: її відкликали або змінили.
       [← До столу] [🏠 Меню]
    ");
    assert_eq!(network.forges(&oksana, "pa.1.1").await, "Це вже вирішено");
    assert!(list(&network, &maria).await.contains("Пропозицій поки немає"));

    // Who leaves takes along what only organizers have seen, whatever becomes of the rest.
    network.proposes(&maria, "Ліс").await;
    network.presses(&oksana, "✅ Опублікувати").await;
    network.proposes(&maria, "Таємниця").await;
    assert!(taras.screen().contains("Таємниця"));
    network.says(&maria, "/settings").await;
    network.presses(&maria, "🚪 Вийти й стерти мої дані").await;
    network.presses(&maria, "Вийти, пропозиції лишити без підпису").await;
    assert!(!taras.transcript().contains("Таємниця"), "{}", taras.transcript());
    assert_eq!(network.forges(&taras, "pa.3.1").await, "Цієї пропозиції вже немає");
    assert!(list(&network, &petro).await.contains("1 пропозиція"));
    let mut database = network.database().await;
    let left: i64 = sqlx::query_scalar("select count(*) from proposal where words = 'Таємниця'")
        .fetch_one(&mut database)
        .await
        .expect("counts");
    assert_eq!(left, 0);
    network.end().await;
}

#[tokio::test]
async fn organizers_sleep_while_proposals_come_in() {
    let (network, [oksana, taras], [petro, _]) = approving().await;
    network.pass(Duration::from_secs(11 * 3600)).await;
    network.proposes(&petro, "Міст").await;
    assert_eq!(cards(&taras), 0, "it is 23:00");
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "🛂 Чекають на схвалення (1)").await;
    network.presses(&oksana, "✅ Опублікувати").await;
    network.pass(Duration::from_secs(10 * 3600)).await;
    assert_eq!(cards(&taras), 0, "nothing is left to be told");
    network.end().await;
}

#[tokio::test]
async fn a_card_that_waits_for_the_morning_is_kept_up_to_date_and_taken_back() {
    let (network, [_, taras], [petro, maria]) = approving().await;
    network.pass(Duration::from_secs(11 * 3600)).await;
    network.proposes(&petro, "Міст").await;
    network.proposes(&maria, "Школа").await;
    withdraws(&network, &petro).await;
    network.pass(Duration::from_secs(10 * 3600)).await;
    assert!(
        !taras.transcript().contains("Міст"),
        "what was taken back reaches nobody: {}",
        taras.transcript()
    );
    assert!(taras.screen().contains("Школа"), "what still waits is told: {}", taras.screen());
    network.end().await;
}

#[tokio::test]
async fn when_the_card_is_taken_back_the_next_one_is_told() {
    let (network, [_, taras], [petro, maria]) = approving().await;
    network.proposes(&petro, "Міст").await;
    network.proposes(&maria, "Школа").await;
    assert_eq!(cards(&taras), 1, "one card for both");
    withdraws(&network, &petro).await;
    assert!(taras.screen().contains("Школа"), "{}", taras.screen());
    network.end().await;
}

/// Takes back proposal №1.
async fn withdraws(network: &Network, person: &merezha::rehearsal::Person) {
    network.says(person, "/mine").await;
    network.presses(person, "№1").await;
    network.presses(person, "Відкликати").await;
    network.presses(person, "Так, відкликати").await;
}

#[tokio::test]
async fn an_organizer_who_leaves_takes_their_name_off_the_cards() {
    let (network, [oksana, taras], [petro, _]) = approving().await;
    network.proposes(&petro, "Міст").await;
    network.presses(&taras, "✅ Опублікувати").await;
    assert!(oksana.transcript().contains("Рішення: Тарас"), "{}", oksana.transcript());
    network.says(&taras, "/settings").await;
    network.presses(&taras, "🚪 Вийти й стерти мої дані").await;
    network.presses(&taras, "Так, вийти й стерти дані").await;
    assert!(!oksana.transcript().contains("Рішення: Тарас"), "{}", oksana.transcript());
    network.end().await;
}

#[tokio::test]
async fn words_for_what_was_declined_meanwhile_are_kept() {
    let (network, [oksana, _], [petro, _]) = approving().await;
    network.proposes(&petro, "Міст").await;
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    network.presses(&petro, "✏️ Змінити").await;
    network.says(&petro, "Новий міст через річку").await;
    network.presses(&oksana, "✋ Відхилити").await;
    network.presses(&oksana, "Таке вже є").await;
    let kept = network.presses(&petro, "✅ Зберегти").await;
    assert!(kept.contains("тим часом відхилили") || petro.transcript().contains("тим часом відхилили"));
    assert!(kept.contains("Новий міст через річку"), "{kept}");
    network.presses(&petro, "✅ Надіслати").await;
    assert!(oksana.transcript().contains("Нова пропозиція №2"), "{}", oksana.transcript());
    network.end().await;
}

#[tokio::test]
async fn only_organizers_settle_anything() {
    let (network, _, [petro, maria]) = approving().await;
    network.proposes(&petro, "Міст").await;
    for data in ["pq", "pq.0", "pv.1", "pa.1.1", "pb.1.1.d", "pb.1.1.d.o", "pn.1.1.d", "pg.0", "cl.1.1"] {
        let answer = network.forges(&maria, data).await;
        assert!(answer.contains("організатор"), "{data}: {answer}");
        assert!(!maria.screen().contains("Міст"), "{data}: {}", maria.screen());
    }
    assert!(list(&network, &maria).await.contains("Пропозицій поки немає"));
    network.end().await;
}

#[tokio::test]
async fn a_button_with_nothing_behind_it_says_so() {
    let (network, [oksana, _], _): (Network, _, _) = approving().await;
    for data in ["pv.7", "pa.7.1", "pb.7.1.d", "pb.7.1.r.u", "pn.7.1.r"] {
        network.says(&oksana, "/desk").await;
        network.forges(&oksana, data).await;
        assert!(shown(&oksana, "Цієї пропозиції вже немає").reply_markup.is_some(), "{data}");
    }
    network.end().await;
}
