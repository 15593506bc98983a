//! Directions: made by organizers, read by everyone.

use insta::assert_snapshot;

use super::{goes_home, makes_direction, piled, sorts, two_organizers};
use crate::support::toast;

#[tokio::test]
async fn an_organizer_makes_describes_colours_and_orders_directions() {
    let (mut network, [oksana, _], _) = two_organizers().await;
    assert_snapshot!(goes_home(&network, &oksana).await, @"
    🤖 🧭 Напрями й сортування

    Напрямів поки немає. Створіть перший — і пропозиції можна буде розкладати за ними по одній, одним дотиком.
       [🗳 Винести на голосування]
       [🔀 Об’єднати пропозиції]
       [🧭 Напрями] [🏷 Мітки]
       [← До столу] [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&oksana, "🧭 Напрями").await, @"
    🤖 🧭 Напрями

    За ними розкладають пропозиції. Оберіть, щоб змінити назву, опис, колір чи порядок.
       [➕ Додати напрям]
       [← До сортування]
    ");
    assert_snapshot!(network.presses(&oksana, "➕ Додати напрям").await, @"
    🤖 Як називається новий напрям?
       [Скасувати]
    ");
    let long = network.says(&oksana, &"я".repeat(61)).await;
    assert!(long.contains("61 знак, а вміститься щонайбільше 60"), "{long}");
    network.restart().await;
    assert_snapshot!(network.says(&oksana, "Безпека <b>і</b> відбудова").await, @"
    🤖 ✅ Додано: «Безпека <b>і</b> відбудова».

    🔵 Безпека <b>і</b> відбудова

    Опису поки немає.
       [✏️ Назва] [📝 Опис]
       [🎨 Колір]
       [Прибрати зі списку]
       [← Назад]
    ");
    network.presses(&oksana, "📝 Опис").await;
    network.restart().await;
    assert_snapshot!(network.says(&oksana, "Укриття, дороги & мости.").await, @"
    🤖 ✅ Опис збережено.

    🔵 Безпека <b>і</b> відбудова

    Укриття, дороги & мости.
       [✏️ Назва] [📝 Опис]
       [🎨 Колір]
       [Прибрати зі списку]
       [← Назад]
    ");
    assert_snapshot!(network.presses(&oksana, "🎨 Колір").await, @"
    🤖 🎨 Який колір? Він буде біля назви й на картках для друку.
       [✓ 🔵 синій] [🟠 оранжевий]
       [🟢 зелений] [🟣 фіолетовий]
       [🔴 червоний] [🟡 жовтий]
       [🟤 коричневий] [⚫️ чорний]
       [← Назад]
    ");
    let painted = network.presses(&oksana, "🟢 зелений").await;
    assert!(painted.contains("🟢 Безпека"), "{painted}");
    assert_eq!(toast(&oksana), "Колір змінено");

    makes_direction(&network, &oksana, "Молодь").await;
    let taken = makes_direction(&network, &oksana, "молодь").await;
    assert!(taken.contains("«молодь» уже є"), "{taken}");
    network.says(&oksana, "Громада").await;
    network.presses(&oksana, "⬆️ Вище").await;
    network.presses(&oksana, "⬆️ Вище").await;
    assert_eq!(toast(&oksana), "Порядок змінено");
    network.presses(&oksana, "✏️ Назва").await;
    let renamed = network.says(&oksana, "Громади разом").await;
    assert!(renamed.contains("Тепер це «Громади разом»"), "{renamed}");
    assert_snapshot!(network.presses(&oksana, "← Назад").await, @"
    🤖 🧭 Напрями

    За ними розкладають пропозиції. Оберіть, щоб змінити назву, опис, колір чи порядок.
       [🟠 Громади разом]
       [🟢 Безпека <b>і</b> відбудова]
       [🔵 Молодь]
       [➕ Додати напрям]
       [← До сортування]
    ");
    network.presses(&oksana, "🔵 Молодь").await;
    assert_snapshot!(network.presses(&oksana, "Прибрати зі списку").await, @"
    🤖 🔵 Молодь

    Опису поки немає.

    Зараз не пропонується. Пропозиції, які вже тут, лишаються.
       [✏️ Назва] [📝 Опис]
       [🎨 Колір]
       [Повернути до списку]
       [← Назад]
    ");
    assert_eq!(toast(&oksana), "Прибрано зі списку");
    let back = network.presses(&oksana, "Повернути до списку").await;
    assert!(!back.contains("не пропонується"), "{back}");
    network.end().await;
}

#[tokio::test]
async fn everyone_reads_proposals_by_direction() {
    let (network, [oksana, _], [_, maria]) = piled(3).await;
    let before = network.says(&maria, "/proposals").await;
    assert!(before.contains("[🧭 Напрями]") && !before.contains("🏷"), "{before}");
    sorts(&network, &oksana).await;
    network.presses(&oksana, "🔵 Безпека").await;
    network.presses(&oksana, "🟠 Молодь").await;
    network.presses(&oksana, "🔵 Безпека").await;
    assert_snapshot!(network.says(&maria, "/proposals").await, @"
    🤖 📋 3 пропозиції

    🔵 №3
    Спільний прийом громадян у селищах

    🟠 №2
    Гурток малювання для дітей

    🔵 №1
    Полагодити міст через річку
       [№3] [№2] [№1]
       [🧭 Напрями]
       [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&maria, "🧭 Напрями").await, @"
    🤖 🧭 Напрями

    🔵 Безпека — 2 пропозиції

    🟠 Молодь — 1 пропозиція
       [🔵 Безпека]
       [🟠 Молодь]
       [← Назад] [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&maria, "🔵 Безпека").await, @"
    🤖 🔵 Безпека

    2 пропозиції

    🔵 №3
    Спільний прийом громадян у селищах

    🔵 №1
    Полагодити міст через річку
       [№3] [№1]
       [🏷 За міткою]
       [← Назад] [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&maria, "№3").await, @"
    🤖 Пропозиція №3
    Що варто зробити разом?
    1 лютого, 12:00
    🔵 Напрям: Безпека

    Спільний прийом громадян у селищах

    📜 Що з нею сталося
    1 лютого — 🔵 у напрямі «Безпека»
       [← Назад] [🏠 Меню]
    ");
    network.says(&maria, "/stances").await;
    assert!(maria.screen().contains("Напрям: "), "a card says it, too: {}", maria.screen());
    for data in
        ["r.h", "r.m", "r.a", "r.o.1", "r.r.1.1", "r.s.-.-", "r.v.1.1.2._", "r.x.1.0", "r.y.1.1.1._", "r.w"]
    {
        let answer = network.forges(&maria, data).await;
        assert!(answer.contains("організатор"), "{data}: {answer}");
    }
    network.end().await;
}
