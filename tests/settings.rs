//! What people change about themselves, and leaving.

use insta::assert_snapshot;

use crate::support::{Network, toast};

#[tokio::test]
async fn everything_one_said_can_be_changed() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.presses(&petro, "🏠 Меню").await;
    let settings = network.presses(&petro, "⚙️ Налаштування").await;
    assert_snapshot!(settings, @"
    🤖 ⚙️ Налаштування

    Ім’я: Петро
    Сектор: Влада
    Регіон: Донеччина
    Тихі години: 22:00–8:00
       [✓ Українська] [English]
       [✏️ Змінити ім’я]
       [🏛 Сектор] [📍 Регіон]
       [🌙 Тихі години]
       [🔕 Не нагадувати про сесії]
       [📥 Мої дані файлом]
       [🚪 Вийти й стерти мої дані]
       [🏠 Меню]
    ");
    let sectors = network.presses(&petro, "🏛 Сектор").await;
    assert_snapshot!(sectors, @r"
    🤖 Який ваш сектор?
       [✓ Влада] [Громадськість]
       [Інше]
       [Не вказувати]
       [← Назад]
    ");
    network.presses(&petro, "Інше").await;
    assert_eq!(toast(&petro), "Збережено");
    network.presses(&petro, "📍 Регіон").await;
    network.presses(&petro, "Не вказувати").await;
    network.presses(&petro, "✏️ Змінити ім’я").await;
    let renamed = network.says(&petro, "Петро Іванович").await;
    assert_snapshot!(renamed, @"
    🤖 ✅ Ім’я змінено.

    ⚙️ Налаштування

    Ім’я: Петро Іванович
    Сектор: Інше
    Регіон: не вказано
    Тихі години: 22:00–8:00
       [✓ Українська] [English]
       [✏️ Змінити ім’я]
       [🏛 Сектор] [📍 Регіон]
       [🌙 Тихі години]
       [🔕 Не нагадувати про сесії]
       [📥 Мої дані файлом]
       [🚪 Вийти й стерти мої дані]
       [🏠 Меню]
    ");
    let english = network.presses(&petro, "English").await;
    assert_snapshot!(english, @"
    🤖 ⚙️ Settings

    Name: Петро Іванович
    Sector: Other
    Region: not given
    Quiet hours: 22:00–8:00
       [Українська] [✓ English]
       [✏️ Change name]
       [🏛 Sector] [📍 Region]
       [🌙 Quiet hours]
       [🔕 Do not remind me of sessions]
       [📥 My data as a file]
       [🚪 Leave and delete my data]
       [🏠 Menu]
    ");
    network.presses(&petro, "🏠 Menu").await;
    network.end().await;
}

#[tokio::test]
async fn somebody_leaves_without_a_trace_and_comes_back_as_new() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let petro = network.joins(&code, "Петро", "Влада", "Донеччина").await;
    network.says(&petro, "/settings").await;
    let asked = network.presses(&petro, "🚪 Вийти й стерти мої дані").await;
    assert_snapshot!(asked, @r"
    🤖 🚪 Вийти з Мережі?

    Ми зітремо ваше ім’я, налаштування, листи та відповіді у відкритих голосуваннях. Уже підраховані підсумки не зміняться. Скасувати це не можна.
       [Так, вийти й стерти дані]
       [← Назад]
    ");
    let back = network.presses(&petro, "← Назад").await;
    assert!(back.contains("⚙️ Налаштування"), "{back}");
    network.presses(&petro, "🚪 Вийти й стерти мої дані").await;
    let gone = network.presses(&petro, "Так, вийти й стерти дані").await;
    assert_snapshot!(gone, @"🤖 Ваші дані стерто. Дякуємо, що були з нами! Повернутися можна за новим запрошенням.");
    let door = network.says(&petro, "/menu").await;
    assert!(door.contains("🙋 Попроситися в Мережу"), "{door}");
    assert!(network.says(&oksana, "/desk").await.contains("У Мережі 1 людина"));
    petro.follows_link(&code);
    network.settle().await;
    network.presses(&petro, "Як у Telegram: Петро").await;
    let settings = network.says(&petro, "/settings").await;
    assert!(settings.contains("Сектор: не вказано"), "nothing was kept: {settings}");
    network.end().await;
}

#[tokio::test]
async fn proposals_stay_unsigned_or_go_with_their_author() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let petro = network.joins(&code, "Петро", "Влада", "Донеччина").await;
    let maria = network.joins(&code, "Марія", "Громадськість", "Луганщина").await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&petro, "Спільна річка").await;
    network.proposes(&maria, "Спільні школи").await;
    network.proposes(&maria, "Спільні дороги").await;
    network.says(&petro, "/settings").await;
    let asked = network.presses(&petro, "🚪 Вийти й стерти мої дані").await;
    assert_snapshot!(asked, @r"
    🤖 🚪 Вийти з Мережі?

    Ми зітремо ваше ім’я, налаштування, листи та відповіді у відкритих голосуваннях. Уже підраховані підсумки не зміняться. Скасувати це не можна. Що робити з вашою пропозицією?
       [Вийти, пропозиції лишити без підпису]
       [Вийти й прибрати пропозиції]
       [← Назад]
    ");
    network.presses(&petro, "Вийти, пропозиції лишити без підпису").await;
    network.says(&maria, "/settings").await;
    let asked = network.presses(&maria, "🚪 Вийти й стерти мої дані").await;
    assert!(asked.contains("Що робити з вашими 2 пропозиціями?"), "{asked}");
    network.presses(&maria, "Вийти й прибрати пропозиції").await;
    let left = network.says(&oksana, "/proposals").await;
    assert_snapshot!(left, @r"
    🤖 📋 1 пропозиція

    №1
    Спільна річка
       [№1]
       [🏠 Меню]
    ");

    petro.follows_link(&code);
    network.settle().await;
    network.presses(&petro, "Як у Telegram: Петро").await;
    let mine = network.says(&petro, "/mine").await;
    assert!(mine.contains("Ви ще не подавали пропозицій."), "an unsigned one is nobody's: {mine}");
    assert_eq!(network.forges(&petro, "pe.1").await, "Цієї пропозиції вже немає");
    network.end().await;
}

#[tokio::test]
async fn an_organizer_who_leaves_is_told_how_to_return() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/settings").await;
    network.presses(&oksana, "🚪 Вийти й стерти мої дані").await;
    let gone = network.presses(&oksana, "Так, вийти й стерти дані").await;
    assert_snapshot!(gone, @"🤖 Ваші дані стерто. Дякуємо за роботу! Якщо ваш ID є в налаштуваннях сервера, після /start ви знову матимете права організатора.");
    let back = network.says(&oksana, "/start").await;
    assert!(back.contains("Як до вас звертатися?"), "{back}");
    network.end().await;
}
