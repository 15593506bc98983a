//! Reminders: a week, a day and two hours before; in other words to those who come than to those who have not said.

use insta::assert_snapshot;

use super::{DAY, HOUR, announces, manages, times};
use crate::support::{Network, toast};

#[tokio::test]
async fn those_who_come_and_those_who_have_not_said_are_reminded_in_time() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii, iryna] = network.join(&oksana, ["Петро", "Марія", "Андрій", "Ірина"]).await;
    // Now it is the 1st, 12:00.
    announces(&network, &oksana, "10 лютого 12:00–18:00", "Київ").await;
    network.presses(&petro, "✅ Прийду").await;
    network.presses(&maria, "🙅 Не прийду").await;
    network.presses(&iryna, "🤔 Ще не знаю").await;
    network.pass(2 * DAY - HOUR).await;
    assert_eq!(times(&petro, "🔔"), 0, "{}", petro.transcript());
    network.pass(HOUR).await;
    assert_snapshot!(petro.screen(), @"
    🤖 🔔 Чекаємо на вас: Друга сесія

    🕙 10 лютого, 12:00–18:00
    📍 Київ
       [🙅 Не зможу прийти]
       [📅 До сесії] [🔕 Не нагадувати]
       [🏠 Меню]
    ");
    assert_snapshot!(andrii.screen(), @"
    🤖 🔔 Скоро сесія: Друга сесія. Чи будете ви? Дайте, будь ласка, знати — так легше все підготувати.

    🕙 10 лютого, 12:00–18:00
    📍 Київ
       [✅ Прийду]
       [🙅 Не прийду] [🤔 Ще не знаю]
       [📅 До сесії] [🔕 Не нагадувати]
       [🏠 Меню]
    ");
    assert!(iryna.screen().contains("🔔"), "{}", iryna.screen());
    network.tick().await;
    assert_eq!(times(&petro, "🔔"), 1, "once: {}", petro.transcript());
    // Off, from the reminder itself.
    let card = network.presses(&andrii, "🔕 Не нагадувати").await;
    assert!(card.contains("Чи будете ви?"), "{card}");
    assert!(toast(&andrii).contains("/settings"), "{}", toast(&andrii));
    network.pass(6 * DAY).await;
    network.pass(DAY - 2 * HOUR).await;
    assert_eq!(times(&petro, "🔔"), 3, "{}", petro.transcript());
    assert_eq!(times(&andrii, "🔔"), 0, "he turned them off: {}", andrii.transcript());
    assert_eq!(times(&maria, "🔔"), 0, "she declined: {}", maria.transcript());
    network.pass(2 * HOUR).await;
    assert_eq!(times(&petro, "🔔"), 3, "it has begun: {}", petro.transcript());
    // On again, in the settings.
    network.says(&andrii, "/settings").await;
    let settings = network.presses(&andrii, "🔔 Нагадувати про сесії").await;
    assert!(settings.contains("🔕 Не нагадувати про сесії"), "{settings}");
    network.end().await;
}

#[tokio::test]
async fn after_a_long_sleep_only_the_last_reminder_comes_and_none_of_what_is_over() {
    let (mut network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    announces(&network, &oksana, "15 лютого 12:00", "Київ").await;
    announces(&network, &oksana, "3 лютого 12:00–13:00", "Львів").await;
    network.stop().await;
    network.clock.forward(13 * DAY + 23 * HOUR);
    network.telegram.forward(13 * DAY + 23 * HOUR);
    network.run().await;
    network.tick().await;
    network.tick().await;
    assert_eq!(times(&petro, "🔔"), 1, "{}", petro.transcript());
    assert!(petro.screen().contains("15 лютого, 12:00"), "{}", petro.screen());
    network.pass(3 * HOUR).await;
    assert_eq!(times(&petro, "🔔"), 1, "{}", petro.transcript());
    network.end().await;
}

#[tokio::test]
async fn a_session_announced_or_moved_close_to_its_beginning_does_not_remind_at_once() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    announces(&network, &oksana, "1 лютого 15:00", "Київ").await;
    network.tick().await;
    assert_eq!(times(&petro, "🔔"), 0, "{}", petro.transcript());
    network.pass(HOUR).await;
    assert_eq!(times(&petro, "🔔"), 1, "{}", petro.transcript());
    manages(&network, &oksana).await;
    network.presses(&oksana, "✏️ Змінити").await;
    network.presses(&oksana, "🕙 Коли").await;
    network.says(&oksana, "3 лютого 15:00").await;
    network.presses(&oksana, "✅ Зберегти й сказати людям").await;
    network.tick().await;
    assert_eq!(times(&petro, "🔔"), 1, "{}", petro.transcript());
    network.pass(DAY + 2 * HOUR).await;
    assert_eq!(times(&petro, "🔔"), 2, "for the new time: {}", petro.transcript());
    network.end().await;
}
