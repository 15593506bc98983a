//! Tags: those of every network, and the organizers' own.

use insta::assert_snapshot;

use super::{goes_home, piled, sorts};
use crate::support::toast;

#[tokio::test]
async fn tags_are_put_on_and_people_look_by_them() {
    let (mut network, [oksana, taras], [_, maria]) = piled(3).await;
    goes_home(&network, &oksana).await;
    assert_snapshot!(network.presses(&oksana, "🏷 Мітки").await, @"
    🤖 🏷 Мітки

    Їх ставлять на пропозиції на додачу до напряму. Три перші є завжди, інші додають організатори.
       [об’єднує]
       [роз’єднує]
       [проблема]
       [➕ Додати мітку]
       [← До сортування]
    ");
    network.presses(&oksana, "➕ Додати мітку").await;
    network.restart().await;
    let taken = network.says(&oksana, "Проблема").await;
    assert!(taken.contains("Мітка «Проблема» уже є"), "{taken}");
    let added = network.says(&oksana, "Терміново <!>").await;
    assert!(added.contains("Додано мітку «Терміново <!>»"), "{added}");

    sorts(&network, &oksana).await;
    assert_snapshot!(network.presses(&oksana, "🏷 Мітки").await, @"
    🤖 🏷 Мітки пропозиції №1

    Полагодити міст через річку
       [об’єднує]
       [роз’єднує]
       [проблема]
       [Терміново <!>]
       [← Готово] [🏠 Меню]
    ");
    network.presses(&oksana, "проблема").await;
    assert_eq!(toast(&oksana), "Мітка: проблема");
    assert_snapshot!(network.presses(&oksana, "Терміново <!>").await, @"
    🤖 🏷 Мітки пропозиції №1

    Полагодити міст через річку
       [об’єднує]
       [роз’єднує]
       [✓ проблема]
       [✓ Терміново <!>]
       [← Готово] [🏠 Меню]
    ");
    let card = network.presses(&oksana, "← Готово").await;
    assert!(card.contains("🏷 проблема, Терміново <!>") && card.contains("Полагодити міст"), "{card}");
    network.presses(&oksana, "🔵 Безпека").await;

    network.says(&taras, "/proposals").await;
    network.presses(&taras, "№2").await;
    network.presses(&taras, "🏷 Мітки").await;
    network.presses(&taras, "проблема").await;
    let shown = network.presses(&taras, "← Готово").await;
    assert!(shown.contains("🏷 проблема"), "{shown}");

    network.says(&maria, "/proposals").await;
    assert_snapshot!(network.presses(&maria, "🏷 За міткою").await, @"
    🤖 🏷 Яка мітка?
       [проблема (2)]
       [Терміново <!> (1)]
       [← Назад] [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&maria, "проблема (2)").await, @"
    🤖 🏷 проблема: 2 пропозиції

    №2
    Гурток малювання для дітей

    🔵 №1
    Полагодити міст через річку
       [№2] [№1]
       [🏷 За міткою]
       [← Назад] [🏠 Меню]
    ");
    network.says(&maria, "/proposals").await;
    network.presses(&maria, "🧭 Напрями").await;
    network.presses(&maria, "🔵 Безпека").await;
    network.presses(&maria, "🏷 За міткою").await;
    assert_snapshot!(network.presses(&maria, "проблема (1)").await, @"
    🤖 🔵 Безпека

    1 пропозиція

    🏷 проблема

    🔵 №1
    Полагодити міст через річку
       [№1]
       [🏷 За міткою]
       [← Назад] [🏠 Меню]
    ");

    // Тарас takes it off; his second tap does nothing more.
    network.presses(&taras, "🏷 Мітки").await;
    network.presses(&taras, "✓ проблема").await;
    assert_eq!(toast(&taras), "Мітку знято: проблема");
    network.forges(&taras, "r.y.2.3.0._").await;
    network.forges(&taras, "r.wr.4.1").await;
    network.forges(&taras, "r.y.2.4.1._").await;
    assert_eq!(toast(&taras), "Цієї мітки вже немає в списку");
    network.end().await;
}
