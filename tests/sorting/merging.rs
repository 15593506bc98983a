//! Proposals are merged and split, and nothing moves behind anybody's back.

use insta::assert_snapshot;
use merezha::rehearsal::Person;

use super::{goes_home, two_organizers};
use crate::support::{Network, shown, toast};

/// Петро's and Марія's proposals; Тарас agrees with both.
async fn proposed() -> (Network, [Person; 2], [Person; 2]) {
    let (network, [oksana, taras], [petro, maria]) = two_organizers().await;
    network.proposes(&petro, "Полагодити міст через річку").await;
    network.proposes(&maria, "Гурток малювання для дітей").await;
    for _ in 0..2 {
        network.says(&taras, "/stances").await;
        network.presses(&taras, "👍 Згода").await;
    }
    (network, [oksana, taras], [petro, maria])
}

async fn chooses(network: &Network, organizer: &Person) -> String {
    goes_home(network, organizer).await;
    network.presses(organizer, "🔀 Об’єднати пропозиції").await;
    for number in ["№1", "№2"] {
        network.presses(organizer, number).await;
    }
    network.presses(organizer, "Далі →").await
}

async fn stances(network: &Network) -> Vec<(i64, i64, i64)> {
    let mut database = network.database().await;
    sqlx::query_as("select proposal_id, person_id, stance from stance order by proposal_id, person_id")
        .fetch_all(&mut database)
        .await
        .expect("stances")
}

#[tokio::test]
async fn authors_and_supporters_are_asked_and_nothing_moves_by_itself() {
    let (mut network, [oksana, taras], [petro, maria]) = proposed().await;
    let before = stances(&network).await;
    assert_snapshot!(chooses(&network, &oksana).await, @"
    🤖 🔀 Новий спільний текст

    Напишіть його або надішліть фото з підписом. Можна взяти й готовий:

    №1
    Полагодити міст через річку

    №2
    Гурток малювання для дітей
       [Узяти текст №1]
       [Узяти текст №2]
       [Скасувати]
    ");
    network.restart().await;
    assert_snapshot!(network.says(&oksana, "Міст <і> гурток разом").await, @"
    🤖 👀 Так виглядатиме нова пропозиція замість №1, №2:

    Міст <і> гурток разом
       [✅ Опублікувати й запитати всіх]
       [Скасувати]
    ");
    network.restart().await;
    assert_snapshot!(network.presses(&oksana, "✅ Опублікувати й запитати всіх").await, @"
    🤖 🔀 Нову пропозицію №3 опубліковано. Тих, хто подав №1, №2, уже запитано; хто їх підтримав, теж отримає запитання. Поки згоди немає, попередні лишаються як були.
       [№3] [🏠 Меню]
    ");
    assert_eq!(stances(&network).await, before, "no support is carried over");
    assert_snapshot!(petro.screen(), @"
    🤖 🔀 Організатори пропонують об’єднати вашу пропозицію №1 з №2. Ось спільний текст. Якщо ви не погодитеся, ваша лишиться як є.

    Міст <і> гурток разом
       [✅ Згода]
       [✋ Ні, моя лишається як є]
       [№1] [🏠 Меню]
    ");
    assert_snapshot!(taras.screen(), @"
    🤖 🔀 Ви погодилися з №1, №2. Організатори склали з цього нову пропозицію №3. Чи згодні ви з новим текстом? Само собою нічого не переноситься.

    Міст <і> гурток разом
       [👍 Згода] [👎 Не згода]
       [🤷 Пропустити]
       [🏠 Меню]
    ");
    // The other organizer cannot ask the same authors again.
    chooses(&network, &taras).await;
    assert!(toast(&taras).contains("автора вже запитали"), "{}", toast(&taras));

    assert_snapshot!(network.presses(&petro, "✅ Згода").await, @"
    🤖 ✅ Дякуємо! Пропозиція №1 тепер у №3. Її й далі можна прочитати, а повернути окремою — будь-коли.
       [↩️ Зробити знову окремою]
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    network.presses(&maria, "✋ Ні, моя лишається як є").await;
    assert_eq!(toast(&maria), "Лишається як є");
    let card = shown(&taras, "Чи згодні ви з новим текстом");
    network.presses_on(&taras, &card, "👎 Не згода").await;
    let after = stances(&network).await;
    assert_eq!(after.len(), before.len() + 1);
    assert!(before.iter().all(|stance| after.contains(stance)), "old answers stay as they were");

    network.says(&maria, "/proposals").await;
    assert_snapshot!(network.presses(&maria, "№1").await, @"
    🤖 Пропозиція №1
    Що варто зробити разом?
    1 лютого, 12:00
    замінена новим текстом

    Полагодити міст через річку

    📜 Що з нею сталося
    1 лютого — об’єднана в №3
       [№3]
       [← Назад] [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&maria, "№3").await, @"
    🤖 Пропозиція №3
    Що варто зробити разом?
    1 лютого, 12:00
    🔀 Складено з №1, №2

    Міст <і> гурток разом
       [№1] [№2]
       [← Назад] [🏠 Меню]
    ");
    network.says(&maria, "/stances").await;
    assert!(maria.screen().contains("Міст <і> гурток"), "{}", maria.screen());
    assert_eq!(network.forges(&maria, "wc.1.a").await, "Цієї пропозиції вже немає");
    // Nobody else speaks for Петро.
    for data in ["j.q.1.1.0", "j.x.1", "j.j.1.1"] {
        network.forges(&maria, data).await;
    }
    network.forges(&taras, "j.j.1.1").await;
    // He thinks better of it.
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    let apart = network.presses(&petro, "↩️ Зробити знову окремою").await;
    assert!(apart.contains("знову окрема") && apart.contains("опублікована"), "{apart}");
    // An old button still does what it says.
    network.forges(&petro, "j.q.1.1.1").await;
    assert_eq!(toast(&petro), "Об’єднано");
    network.end().await;
}

#[tokio::test]
async fn what_is_withdrawn_or_left_meanwhile_is_said_and_organizers_decide_for_nobody_else() {
    let (network, [oksana, taras], [petro, maria]) = proposed().await;
    chooses(&network, &oksana).await;
    network.presses(&oksana, "Узяти текст №2").await;
    network.presses(&oksana, "✅ Опублікувати й запитати всіх").await;
    let asked = shown(&petro, "пропонують об’єднати");
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    network.presses(&petro, "Відкликати").await;
    network.presses(&petro, "Так, відкликати").await;
    network.presses_on(&petro, &asked, "✅ Згода").await;
    assert_eq!(toast(&petro), "Цієї пропозиції вже немає");
    network.says(&maria, "/settings").await;
    network.presses(&maria, "🚪 Вийти й стерти мої дані").await;
    network.presses(&maria, "Вийти, пропозиції лишити без підпису").await;
    network.says(&taras, "/proposals").await;
    network.presses(&taras, "№2").await;
    let joined = network.presses(&taras, "🔀 Долучити: автора вже немає").await;
    assert!(joined.contains("об’єднана в №3"), "{joined}");
    network.presses(&taras, "↩️ Зробити знову окремою").await;
    assert_eq!(toast(&taras), "Пропозиція знову окрема");
    network.end().await;
}

#[tokio::test]
async fn one_becomes_several_when_its_author_agrees() {
    let (mut network, [oksana, taras], [petro, maria]) = proposed().await;
    network.says(&oksana, "/proposals").await;
    network.presses(&oksana, "№1").await;
    assert_snapshot!(network.presses(&oksana, "✂️ Розділити").await, @"
    🤖 ✂️ Розділяємо пропозицію №1. Надішліть першу частину, потім другу — кожну окремим повідомленням.
       [Скасувати]
    ");
    network.says(&oksana, "Полагодити міст").await;
    network.restart().await;
    assert_snapshot!(network.says(&oksana, "Огородити <річку>").await, @"
    🤖 ✂️ Частини замість №1. Надішліть ще одну або запитайте автора.

    1. Полагодити міст

    2. Огородити <річку>
       [✅ Запитати автора]
       [Прибрати останню] [Скасувати]
    ");
    assert_snapshot!(network.presses(&oksana, "✅ Запитати автора").await, @"
    🤖 ✂️ Про розділення №1 запитано. Поки згоди немає, усе лишається як є; якщо автора вже немає, частини опубліковано.
       [№1] [🏠 Меню]
    ");
    assert!(!network.says(&maria, "/proposals").await.contains("Огородити"), "{}", maria.screen());
    assert_snapshot!(petro.screen(), @"
    🤖 ✂️ Організатори пропонують розділити вашу пропозицію №1 на кілька. Нові теж будуть вашими. Якщо ви не погодитеся, усе лишиться як є.

    1. Полагодити міст

    2. Огородити <річку>
       [✅ Згода]
       [✋ Ні, моя лишається як є]
       [№1] [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&petro, "✅ Згода").await, @"
    🤖 ✅ Дякуємо! Замість №1 тепер №3, №4.
       [↩️ Зробити знову окремою]
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    assert!(taras.transcript().contains("Огородити <річку>"), "{}", taras.screen());
    let mine = network.says(&petro, "/mine").await;
    assert!(mine.contains("№3") && mine.contains("№4") && mine.contains("замінена новим текстом"), "{mine}");
    network.says(&maria, "/proposals").await;
    let part = network.presses(&maria, "№4").await;
    assert!(part.contains("✂️ Частина №1"), "{part}");
    network.end().await;
}
