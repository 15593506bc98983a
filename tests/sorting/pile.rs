//! Sorting card by card, alone and with others.

use std::time::Duration;

use insta::assert_snapshot;

use super::{goes_home, piled, sorts};
use crate::support::{data, shown, toast};

#[tokio::test]
async fn one_tap_sorts_a_card_and_one_takes_it_back() {
    let (mut network, [oksana, _], _) = piled(3).await;
    assert_snapshot!(goes_home(&network, &oksana).await, @"
    🤖 🧭 Напрями й сортування

    Розкладено 0 з 3
       [🗂 Сортувати всі (3)]
       [🗳 Винести на голосування]
       [🔀 Об’єднати пропозиції]
       [🧭 Напрями] [🏷 Мітки]
       [← До столу] [🏠 Меню]
    ");
    assert_snapshot!(sorts(&network, &oksana).await, @"
    🤖 🗂 Сортування: 0 з 3
    Що варто зробити разом?
    №1

    Полагодити міст через річку
       [🔵 Безпека] [🟠 Молодь]
       [🏷 Мітки] [Пропустити →]
       [← До сортування] [🏠 Меню]
    ");
    let second = network.presses(&oksana, "🔵 Безпека").await;
    assert_eq!(toast(&oksana), "№1 → Безпека");
    assert_snapshot!(second, @"
    🤖 🗂 Сортування: 1 з 3
    Що варто зробити разом?
    №2

    Гурток малювання для дітей
       [🔵 Безпека] [🟠 Молодь]
       [🏷 Мітки] [Пропустити →]
       [↩️ Повернути №1]
       [← До сортування] [🏠 Меню]
    ");
    network.restart().await;
    let again = network.presses(&oksana, "↩️ Повернути №1").await;
    assert_eq!(toast(&oksana), "№1 знову поза напрямами");
    assert!(again.contains("Сортування: 0 з 3") && again.contains("Полагодити міст"), "{again}");
    let skipped = network.presses(&oksana, "Пропустити →").await;
    assert!(skipped.contains("Гурток малювання"), "{skipped}");
    for direction in ["🟠 Молодь", "🔵 Безпека"] {
        network.presses(&oksana, direction).await;
    }
    assert!(oksana.screen().contains("Полагодити міст"), "what was skipped comes round: {}", oksana.screen());
    assert_snapshot!(network.presses(&oksana, "🟠 Молодь").await, @"
    🤖 🎉 Усе розкладено!

    3 пропозиції вже мають напрям.
       [↩️ Повернути №1]
       [← До сортування] [🏠 Меню]
    ");
    let mut database = network.database().await;
    let sorted: Vec<(i64, Option<i64>)> = sqlx::query_as("select id, direction_id from proposal order by id")
        .fetch_all(&mut database)
        .await
        .expect("proposals");
    assert_eq!(sorted, [(1, Some(2)), (2, Some(2)), (3, Some(1))]);
    let steps: i64 =
        sqlx::query_scalar("select count(*) from step").fetch_one(&mut database).await.expect("steps");
    assert_eq!(steps, 3, "what was undone is as if it had not been");
    network.end().await;
}

#[tokio::test]
async fn two_organizers_never_have_the_same_card() {
    let (network, [oksana, taras], _) = piled(3).await;
    let (first, second) = (sorts(&network, &oksana).await, sorts(&network, &taras).await);
    assert!(first.contains("Полагодити міст"), "{first}");
    assert!(second.contains("Гурток малювання"), "{second}");
    let third = network.presses(&oksana, "🔵 Безпека").await;
    assert!(third.contains("Спільний прийом"), "Тарас has the second one: {third}");
    // Тарас is called away; Оксана goes on.
    let rest = network.presses(&oksana, "🔵 Безпека").await;
    assert_snapshot!(rest, @"
    🤖 👥 Решта карток зараз на екранах у колег. Якщо хтось відкладе свою, за кілька хвилин вона з’явиться тут.
       [🔄 Перевірити ще раз]
       [↩️ Повернути №3]
       [← До сортування] [🏠 Меню]
    ");
    network.pass(Duration::from_secs(5 * 60)).await;
    let left = network.presses(&oksana, "🔄 Перевірити ще раз").await;
    assert!(left.contains("Гурток малювання"), "{left}");
    network.presses(&oksana, "🔵 Безпека").await;
    // Тарас comes back to his card.
    let taken = network.presses(&taras, "🟠 Молодь").await;
    assert_eq!(toast(&taras), "Тут щойно все змінилося");
    assert_snapshot!(taken, @"
    🤖 Пропозиція №2 уже в напрямі «Безпека», рішення: Оксана. Змінити?

    Гурток малювання для дітей
       [Так, до «Молодь»]
       [Лишити як є] [🏠 Меню]
    ");
    network.presses(&taras, "Так, до «Молодь»").await;
    assert_eq!(toast(&taras), "№2 → Молодь");
    let shown = network.presses(&oksana, "↩️ Повернути №2").await;
    assert!(shown.contains("уже в напрямі «Молодь», рішення: Тарас"), "{shown}");
    network.presses(&oksana, "Лишити як є").await;
    let mut database = network.database().await;
    let at: Option<i64> = sqlx::query_scalar("select direction_id from proposal where id = 2")
        .fetch_one(&mut database)
        .await
        .expect("a proposal");
    assert_eq!(at, Some(2));
    network.end().await;
}

#[tokio::test]
async fn taps_at_the_same_time_sort_each_card_once() {
    let (network, [oksana, taras], _) = piled(6).await;
    for organizer in [&oksana, &taras] {
        sorts(&network, organizer).await;
    }
    for _ in 0..3 {
        // Both at once, and each twice.
        for organizer in [&oksana, &taras] {
            let card = shown(organizer, "Сортування");
            let tap = data(&card, "🔵 Безпека");
            for _ in 0..2 {
                let _ = organizer.presses_data(card.message_id, &tap);
            }
        }
        network.settle().await;
    }
    let mut database = network.database().await;
    let (sorted, steps): (i64, i64) = sqlx::query_as(
        "select (select count(*) from proposal where direction_id = 1), (select count(*) from step)",
    )
    .fetch_one(&mut database)
    .await
    .expect("counts");
    assert_eq!((sorted, steps), (6, 6));
    let done = [&oksana, &taras].map(|organizer| organizer.screen().contains("Усе розкладено"));
    assert!(done.contains(&true), "{}", taras.screen());
    network.end().await;
}

#[tokio::test]
async fn a_pile_may_be_that_of_one_call_and_drawings_are_sorted_too() {
    let (network, [oksana, _], [petro, _]) = piled(2).await;
    network.opens_call(&oksana, "Що нас роз’єднує?").await;
    network.says(&petro, "/propose").await;
    network.presses(&petro, "Що нас роз’єднує?").await;
    network.attaches(&petro, merezha::rehearsal::FileKind::Photo, "Мур <між> нами").await;
    network.presses(&petro, "✅ Надіслати").await;
    let home = goes_home(&network, &oksana).await;
    assert!(home.contains("[🗂 Що нас роз’єднує? (1)]") && home.contains("ати всі (3)"), "{home}");
    let card = network.presses(&oksana, "🗂 Що нас роз’єднує? (1)").await;
    assert_snapshot!(card, @"
    🤖 <photo> 🗂 Сортування: 0 з 1
    Що нас роз’єднує?
    №3

    Мур <між> нами
       [🔵 Безпека] [🟠 Молодь]
       [🏷 Мітки] [Пропустити →]
       [← До сортування] [🏠 Меню]
    ");
    let done = network.presses(&oksana, "🟠 Молодь").await;
    assert!(done.contains("Усе розкладено") && done.contains("1 пропозиція"), "{done}");
    network.end().await;
}

#[tokio::test]
async fn a_proposal_is_moved_from_its_own_screen() {
    let (network, [oksana, taras], _) = piled(1).await;
    network.says(&oksana, "/proposals").await;
    assert_snapshot!(network.presses(&oksana, "№1").await, @"
    🤖 Пропозиція №1
    Що варто зробити разом?
    1 лютого, 12:00

    Полагодити міст через річку
       [🧭 До напряму…] [🏷 Мітки]
       [🔨 У роботу] [🏁 Виконано] [✋ Відхилити]
       [✂️ Розділити]
       [← Назад] [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&oksana, "🧭 До напряму…").await, @"
    🤖 🧭 До якого напряму віднести пропозицію №1?

    Полагодити міст через річку
       [🔵 Безпека] [🟠 Молодь]
       [← Назад] [🏠 Меню]
    ");
    let choice = shown(&oksana, "До якого напряму");
    assert_snapshot!(network.presses(&oksana, "🔵 Безпека").await, @"
    🤖 Пропозиція №1
    Що варто зробити разом?
    1 лютого, 12:00
    🔵 Напрям: Безпека

    Полагодити міст через річку

    📜 Що з нею сталося
    1 лютого — 🔵 у напрямі «Безпека»
       [🧭 До напряму…] [🏷 Мітки]
       [🔨 У роботу] [🏁 Виконано] [✋ Відхилити]
       [✂️ Розділити]
       [← Назад] [🏠 Меню]
    ");
    network.says(&taras, "/proposals").await;
    network.presses(&taras, "№1").await;
    network.presses(&taras, "🧭 До напряму…").await;
    let out = network.presses(&taras, "Прибрати з напряму").await;
    assert!(out.contains("поки поза напрямами"), "{out}");
    // What Оксана's phone still showed.
    let press = oksana.presses_data(choice.message_id, "r.v.1.1.2._");
    network.settle().await;
    assert_eq!(press.answered().and_then(|toast| toast.text).as_deref(), Some("Тут щойно все змінилося"));
    assert_snapshot!(oksana.screen(), @"
    🤖 Пропозиція №1 уже не в тому напрямі, рішення: Тарас. Змінити?

    Полагодити міст через річку
       [Так, до «Молодь»]
       [Лишити як є] [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn what_is_gone_or_retired_meanwhile_is_said() {
    let (network, [oksana, taras], [petro, _]) = piled(2).await;
    sorts(&network, &oksana).await;
    network.forges(&taras, "r.r.2.1").await;
    let same = network.presses(&oksana, "🟠 Молодь").await;
    assert_eq!(toast(&oksana), "Цього напряму вже немає в списку");
    assert!(same.contains("Полагодити міст") && !same.contains("Молодь"), "{same}");
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    network.presses(&petro, "Відкликати").await;
    network.presses(&petro, "Так, відкликати").await;
    let next = network.presses(&oksana, "🔵 Безпека").await;
    assert_eq!(toast(&oksana), "Цієї пропозиції вже немає");
    assert!(next.contains("Гурток малювання") && next.contains("0 з 1"), "{next}");
    for data in ["r.v.77.-.1.-", "r.k.77.-.0", "r.t.77._", "r.x.77.0", "r.o.77", "r.w.77", "r.n.77", "r.c.77"]
    {
        network.forges(&oksana, data).await;
    }
    network.end().await;
}
