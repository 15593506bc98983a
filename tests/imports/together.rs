//! Two organizers at once, restarts and kills, and taking back.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Person;

use super::{count, published, sends};
use crate::support::{Network, toast};

/// Оксана and Марія, both organizers, with an open call.
async fn two() -> (Network, Person, Person) {
    let (network, oksana) = Network::start_with(&[("MEREZHA_ORGANIZERS", "1001,1002")]).await;
    let [maria] = network.join(&oksana, ["Марія"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    (network, oksana, maria)
}

#[tokio::test]
async fn the_same_file_twice_comes_in_once() {
    let (network, oksana, maria) = two().await;
    let csv = "Міст\nДорога\nШкола".as_bytes();
    sends(&network, &oksana, "ідеї.csv", csv).await;
    sends(&network, &maria, "ідеї-2.csv", csv).await;
    let [one, other] = [&oksana, &maria].map(|person| person.presses("✅ Внести 3 пропозиції"));
    network.settle().await;
    assert!(one.answered().is_some() && other.answered().is_some());
    assert_eq!(published(&network, 1).await, ["Міст", "Дорога", "Школа"]);
    assert_snapshot!(maria.screen(), @"
    🤖 ✅ Внесено 0 пропозицій до збору «Що нас об’єднує?».

    📄 ідеї-2.csv, 1 лютого, 12:00
    👤 Марія

    ℹ️ Поки ви дивилися, 3 такі самі пропозиції вже з’явилися в зборі, тож удруге їх не внесено.
       [📋 Усі пропозиції]
       [🗂 Усі внесення] [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn one_import_is_confirmed_by_one_of_two() {
    let (network, oksana, maria) = two().await;
    sends(&network, &oksana, "ідеї.csv", "Міст\nДорога".as_bytes()).await;
    network.says(&maria, "/desk").await;
    network.presses(&maria, "📥 Внести пропозиції").await;
    assert_snapshot!(network.presses(&maria, "🗂 Усі внесення").await, @"
    🤖 🗂 Внесення

    1. ідеї.csv · 1 лютого, 12:00
    ще не підтверджено
       [1]
       [📥 Внести ще]
       [← До столу] [🏠 Меню]
    ");
    network.presses(&maria, "1").await;
    let [one, other] = [&oksana, &maria].map(|person| person.presses("✅ Внести 2 пропозиції"));
    network.settle().await;
    assert!(one.answered().is_some() && other.answered().is_some());
    let toasts = [toast(&oksana), toast(&maria)];
    assert!(toasts.contains(&"Внесено: 2".to_owned()), "{toasts:?}");
    assert!(toasts.contains(&"Це внесення вже підтверджено".to_owned()), "{toasts:?}");
    assert_eq!(published(&network, 1).await.len(), 2);
    network.end().await;
}

#[tokio::test]
async fn what_came_in_is_taken_back_while_another_looks() {
    let (network, oksana, maria) = two().await;
    sends(&network, &oksana, "ідеї.csv", "Міст\nДорога\nШкола".as_bytes()).await;
    assert_snapshot!(network.presses(&oksana, "✅ Внести 3 пропозиції").await, @"
    🤖 ✅ Внесено 3 пропозиції до збору «Що нас об’єднує?».

    📄 ідеї.csv, 1 лютого, 12:00
    👤 Оксана
       [↩️ Прибрати внесене]
       [📋 Усі пропозиції]
       [🗂 Усі внесення] [🏠 Меню]
    ");
    network.forges(&maria, "wc.2.a").await;
    network.forges(&maria, "im.i.1").await;
    assert_snapshot!(network.presses(&maria, "↩️ Прибрати внесене").await, @"
    🤖 ↩️ Прибрати внесене?

    3 пропозиції більше ніхто не бачитиме, і ставлення до них не рахуватиметься.

    ⚠️ До 1 з них люди вже долучилися: висловили ставлення, змінили її чи рухали далі. Її можна лишити.
       [Лише незаймані (2)]
       [Прибрати всі (3)]
       [← Назад]
    ");
    network.presses(&oksana, "↩️ Прибрати внесене").await;
    let kept = network.presses(&oksana, "Лише незаймані (2)").await;
    assert_snapshot!(kept, @"
    🤖 ↩️ Внесене прибрано.

    📄 ідеї.csv, 1 лютого, 12:00
    👤 Оксана
    Лишилося опубліковано: 1.
       [↩️ Прибрати внесене]
       [📋 Усі пропозиції]
       [🗂 Усі внесення] [🏠 Меню]
    ");
    assert_eq!(published(&network, 1).await, ["Дорога"]);
    // Марія still sees the question, and decides for all.
    assert_snapshot!(network.presses(&maria, "Прибрати всі (3)").await, @"
    🤖 ↩️ Внесене прибрано.

    📄 ідеї.csv, 1 лютого, 12:00
    👤 Оксана
       [📋 Усі пропозиції]
       [🗂 Усі внесення] [🏠 Меню]
    ");
    assert_eq!(toast(&maria), "Прибрано: 1");
    assert_eq!(published(&network, 1).await.len(), 0);
    network.presses(&oksana, "↩️ Прибрати внесене").await;
    assert_eq!(toast(&oksana), "Це внесення вже прибрано");
    // What was taken back can come in anew.
    let card = sends(&network, &oksana, "ідеї.csv", "Міст\nДорога\nШкола".as_bytes()).await;
    assert!(card.contains("✅ 3 нові пропозиції"), "{card}");
    network.end().await;
}

#[tokio::test]
async fn what_was_cut_off_is_read_after_the_next_start_and_given_up_in_the_end() {
    let (mut network, oksana, _) = two().await;
    let mut database = network.database().await;
    sends(&network, &oksana, "ідеї.csv", "Міст\nДорога".as_bytes()).await;
    // As if the process had died while it read, while it compared, and again and again.
    for (stage, tries, words) in
        [("comparing", 1, "✅ 2 нові пропозиції"), ("comparing", 3, "Прочитати файл не вдалося")]
    {
        network.stop().await;
        sqlx::query("update import set stage = ?, tries = ?, trouble = null")
            .bind(stage)
            .bind(tries)
            .execute(&mut database)
            .await
            .expect("set back");
        network.run().await;
        network.settle().await;
        assert!(oksana.screen().contains(words), "{}", oksana.screen());
    }
    let again = network.presses(&oksana, "🔁 Спробувати ще раз").await;
    assert!(again.contains("✅ 2 нові пропозиції"), "{again}");
    network.presses(&oksana, "✅ Внести 2 пропозиції").await;
    network.restart().await;
    assert_eq!(published(&network, 1).await, ["Міст", "Дорога"]);
    network.end().await;
}

#[tokio::test]
async fn undecided_files_are_forgotten_after_a_week_and_few_may_wait() {
    let (network, oksana, _) = two().await;
    for at in 1..=5 {
        sends(&network, &oksana, "ідеї.csv", format!("Міст {at}").as_bytes()).await;
    }
    let enough = sends(&network, &oksana, "ідеї.csv", "Міст".as_bytes()).await;
    assert_snapshot!(enough, @"
    🤖 У вас уже 5 незавершених внесень. Підтвердьте або скасуйте щось із них.
       [🗂 Усі внесення]
       [🏠 Меню]
    ");
    network.clock.forward(Duration::from_secs(7 * 24 * 3600 + 1));
    merezha::schedule::sweep(&network.bot().app).await.expect("sweeps");
    assert_eq!(count(&network, "import").await, 0);
    network.forges(&oksana, "im.i.1").await;
    assert_eq!(toast(&oksana), "Цього внесення вже немає");
    network.end().await;
}
