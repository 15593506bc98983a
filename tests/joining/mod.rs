//! Coming in: by a link, by asking, as the first organizer; and what one says of oneself.

mod first;
mod invitations;
mod languages;
mod requests;

use insta::assert_snapshot;

use crate::support::{Network, redacted};

#[tokio::test]
async fn an_organizer_and_a_participant_join() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let petro = network.joins(&code, "Петро", "Влада", "Донеччина").await;
    assert_snapshot!(redacted(&oksana.transcript()), @r"
    Оксана: /start
    🤖 👋 Вітаємо в Мережі! Тут люди з громад, влади й громадських організацій разом працюють між сесіями: подають пропозиції, обирають пріоритети, дізнаються новини.

    🔒 Ми зберігаємо лише ім’я чи псевдонім, мову, сектор і регіон (якщо вкажете) та те, що ви тут пишете й обираєте, — щоб пропозиції та голоси не губились. Номера телефону ми не бачимо, а вийти й стерти свої дані можна будь-коли в налаштуваннях.

    Як до вас звертатися? Напишіть ім’я або псевдонім.
    🤖 ✅ Усе готово. Ви можете проводити збори пропозицій, голосування й оголошення — усе це в меню, «Для організаторів».

    Почніть із запрошення: /invite
       [🏠 Меню]
    Оксана: /invite
    🤖 🔗 Запрошення

    Діючих посилань ще немає. Створіть перше:
       [➕ Нове, без обмежень]
       [➕ На одну людину, 3 дні]
       [➕ На 50 людей, тиждень]
       [← Назад]
    🤖 <photo> 🔗 Запрошення в Мережу (діє без обмежень). Перешліть посилання або покажіть QR-код:

    https://t.me/rehearsal_bot?start=КОД
       [Усі запрошення] [🏠 Меню]
    ");
    assert_snapshot!(redacted(&petro.transcript()), @r"
    Петро: /start КОД
    🤖 👋 Вітаємо в Мережі! Тут люди з громад, влади й громадських організацій разом працюють між сесіями: подають пропозиції, обирають пріоритети, дізнаються новини.

    🔒 Ми зберігаємо лише ім’я чи псевдонім, мову, сектор і регіон (якщо вкажете) та те, що ви тут пишете й обираєте, — щоб пропозиції та голоси не губились. Номера телефону ми не бачимо, а вийти й стерти свої дані можна будь-коли в налаштуваннях.

    Як до вас звертатися? Напишіть ім’я або псевдонім.
    🤖 ✅ Усе готово. У меню видно, що відбувається зараз і що чекає на вас.
       [🏠 Меню]
    ");
    let menu = network.presses(&petro, "🏠 Меню").await;
    assert_snapshot!(menu, @"
    🤖 🏠 Мережа
    Зараз на вас нічого не чекає. Є ідея? Подайте пропозицію!
       [💡 Подати пропозицію]
       [🗳 Голосування] [📊 Опитування]
       [📋 Усі пропозиції] [🗂 Мої пропозиції]
       [⚖️ Ставлення до пропозицій]
       [📅 Сесії]
       [✉️ Лист організаторам]
       [⚙️ Налаштування] [❔ Довідка]
    ");
    let qr = oksana.messages().into_iter().rev().find(|m| !m.photo.is_empty());
    assert!(qr.is_some_and(|m| m.photo.iter().any(|size| size.width >= 300)), "the QR code is a picture");
    network.end().await;
}

#[tokio::test]
async fn a_pseudonym_is_fine_and_sector_and_region_can_be_skipped() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let maria = network.arrives("Марія", "uk", &code).await;
    let empty = network.says(&maria, "\u{200B}\u{2060}").await;
    assert_snapshot!(empty, @"🤖 Тут немає чого прочитати. Напишіть, будь ласка, ім’я літерами.");
    let long = network.says(&maria, &"я".repeat(65)).await;
    assert_snapshot!(long, @"🤖 Задовге ім’я: 65 знаків, а вміститься щонайбільше 64. Напишіть, будь ласка, коротше.");
    let greeted = network.says(&maria, "  Тиха   вода ").await;
    assert!(greeted.contains("Приємно познайомитися, Тиха вода!"), "{greeted}");
    network.presses(&maria, "Пропустити").await;
    let done = network.presses(&maria, "Пропустити").await;
    assert!(done.contains("✅ Усе готово"), "{done}");
    let settings = network.says(&maria, "/settings").await;
    assert_snapshot!(settings, @"
    🤖 ⚙️ Налаштування

    Ім’я: Тиха вода
    Сектор: не вказано
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
    network.end().await;
}
