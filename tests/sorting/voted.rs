//! Proposals are put to a vote, and what wins is chosen by itself.

use std::time::Duration;

use insta::assert_snapshot;

use super::{goes_home, piled, sorts};
use crate::support::toast;

#[tokio::test]
async fn winners_of_a_vote_of_proposals_are_chosen() {
    let (mut network, [oksana, taras], [petro, maria]) = piled(4).await;
    sorts(&network, &oksana).await;
    for direction in ["🔵 Безпека", "🟠 Молодь", "🔵 Безпека", "🔵 Безпека"]
    {
        network.presses(&oksana, direction).await;
    }
    goes_home(&network, &oksana).await;
    assert_snapshot!(network.presses(&oksana, "🗳 Винести на голосування").await, @"
    🤖 🗳 Оберіть пропозиції для голосування

    Обрано: 0

    🔵 №1
    Полагодити міст через річку

    🟠 №2
    Гурток малювання для дітей

    🔵 №3
    Спільний прийом громадян у селищах

    🔵 №4
    Курси першої допомоги
       [№1] [№2] [№3] [№4]
       [🧭 З усіх напрямів]
       [Узяти всі (4)]
       [Далі →] [Скасувати]
    ");
    network.presses(&oksana, "Далі →").await;
    assert_eq!(toast(&oksana), "Оберіть щонайменше дві пропозиції.");
    network.presses(&oksana, "🧭 З усіх напрямів").await;
    network.presses(&oksana, "🔵 Безпека").await;
    network.restart().await;
    let all = network.presses(&oksana, "Узяти всі (3)").await;
    assert_snapshot!(all, @"
    🤖 🗳 Оберіть пропозиції для голосування

    Обрано: 3

    🔵 №1
    Полагодити міст через річку

    🔵 №3
    Спільний прийом громадян у селищах

    🔵 №4
    Курси першої допомоги
       [✓ №1] [✓ №3] [✓ №4]
       [🔵 Безпека]
       [Узяти всі (3)]
       [Далі →] [Скасувати]
    ");
    network.presses(&oksana, "Далі →").await;
    assert_snapshot!(network.says(&oksana, "Що робимо першим?").await, @"
    🤖 👀 Що робимо першим?

    1. №1 Полагодити міст через річку
    2. №3 Спільний прийом громадян у селищах
    3. №4 Курси першої допомоги

    👉 Можна обрати до 2 варіантів.
    🏆 Переможуть 2 варіанти, у яких найбільше голосів.
    🔒 Таємне: коли голосування завершиться, ніхто не зможе дізнатися, хто що обрав.
    ⏰ Коли завершиться, оголосять організатори.
    👥 Голосують: усі (4)
       [до 1] [✓ до 2] [до 3]
       [⚙️ Правила голосування]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [✏️ Заголовок] [✏️ Варіанти]
       [👥 Хто голосує]
       [📣 Відкрити для всіх]
       [Скасувати]
    ");
    // Meanwhile one is withdrawn.
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№4").await;
    network.presses(&petro, "Відкликати").await;
    network.presses(&petro, "Так, відкликати").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    assert!(toast(&oksana).starts_with("1 пропозицію вже відкликали"), "{}", toast(&oksana));
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.says(&maria, "/proposals").await;
    let voted = network.presses(&maria, "№3").await;
    assert!(voted.contains("на голосуванні «Що робимо першим?»"), "{voted}");
    // Тарас cannot put it to another one, nor to work.
    goes_home(&network, &taras).await;
    let left = network.presses(&taras, "🗳 Винести на голосування").await;
    assert!(left.contains("№2") && !left.contains("№3"), "{left}");
    network.says(&taras, "/proposals").await;
    assert!(!network.presses(&taras, "№3").await.contains("🔨"), "{}", taras.screen());

    for person in [&petro, &maria] {
        network.votes(person, &["⬜️ 2. №3 Спільний прийом громадян у…"]).await;
    }
    network.closes_vote(&oksana).await;
    network.says(&maria, "/proposals").await;
    assert_snapshot!(network.presses(&maria, "№3").await, @"
    🤖 Пропозиція №3
    Що варто зробити разом?
    1 лютого, 12:00
    обрана
    🔵 Напрям: Безпека

    Спільний прийом громадян у селищах

    📜 Що з нею сталося
    1 лютого — 🔵 у напрямі «Безпека»
    1 лютого — на голосуванні «Що робимо першим?»
    1 лютого — обрана в голосуванні «Що робимо першим?»
       [← Назад] [🏠 Меню]
    ");
    network.says(&maria, "/proposals").await;
    let not = network.presses(&maria, "№1").await;
    assert!(not.contains("цього разу не обрана") && !not.contains("обрана в"), "{not}");
    network.pass(Duration::from_secs(15 * 60)).await;
    assert_snapshot!(petro.screen(), @"
    🤖 📜 Новини про пропозиції, які ви подали або підтримали

    №1 Полагодити міст через річку
    → 🔵 у напрямі «Безпека», голосування завершено, цього разу не обрана

    №2 Гурток малювання для дітей
    → 🟠 у напрямі «Молодь»

    №3 Спільний прийом громадян у селищах
    → 🔵 у напрямі «Безпека», обрана в голосуванні «Що робимо першим?»
       [№1] [№2] [№3]
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    network.end().await;
}
