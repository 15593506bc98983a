//! Places run out: a waiting list, a place that becomes free, and the time to take it.

use insta::assert_snapshot;

use super::{DAY, HOUR, makes, manages, times};
use crate::support::{Network, toast};

#[tokio::test]
async fn a_free_place_goes_down_the_waiting_list() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii, iryna] = network.join(&oksana, ["Петро", "Марія", "Андрій", "Ірина"]).await;
    makes(&network, &oksana, "10 лютого 12:00", "Київ").await;
    network.presses(&oksana, "🪑 Місця").await;
    network.says(&oksana, "1").await;
    network.presses(&oksana, "📣 Оголосити").await;
    network.presses(&petro, "✅ Прийду").await;
    for person in [&maria, &andrii, &iryna] {
        network.presses(person, "✅ Прийду").await;
        assert_eq!(toast(person), "Місць уже немає — ви в черзі");
    }
    assert_snapshot!(maria.screen(), @"
    🤖 📅 Друга сесія

    🕙 10 лютого, 12:00
    📍 Київ
    🪑 1 місце

    ⏳ Усі місця зайнято, і ви в черзі. Ви перші. Щойно місце звільниться, бот напише.
       [✅ Прийду]
       [🙅 Не прийду] [🤔 Ще не знаю]
       [💬 Додати слово] [🗓 У календар]
       [📅 Усі сесії] [🏠 Меню]
    ");
    assert!(iryna.screen().contains("Перед вами 2 людини."), "{}", iryna.screen());
    // Pressing again loses no place in the queue.
    network.presses(&maria, "✅ Прийду").await;
    network.pass(HOUR).await;
    network.says(&petro, "/session").await;
    network.presses(&petro, "✅ 10 лютого · Друга сесія").await;
    network.presses(&petro, "🙅 Не прийду").await;
    network.tick().await;
    network.tick().await;
    assert_eq!(times(&maria, "Звільнилося місце"), 1, "{}", maria.transcript());
    assert_snapshot!(maria.screen(), @"
    🤖 🪑 Звільнилося місце: Друга сесія. Тримаємо його для вас до 2 лютого, 13:00, потім запропонуємо наступній людині в черзі.

    🕙 10 лютого, 12:00
       [✅ Так, прийду] [🙅 Не прийду]
       [📅 До сесії] [🏠 Меню]
    ");
    assert_eq!(times(&andrii, "Звільнилося місце"), 0, "{}", andrii.transcript());
    // Nobody overtakes: who comes anew waits, too.
    network.presses(&petro, "✅ Прийду").await;
    assert_eq!(toast(&petro), "Місць уже немає — ви в черзі");
    // She does not say in time: a night and a day with the bot off change nothing.
    network.pass(DAY - HOUR).await;
    assert_eq!(times(&andrii, "Звільнилося місце"), 0, "{}", andrii.transcript());
    network.pass(HOUR).await;
    assert_snapshot!(maria.screen(), @"
    🤖 ⏳ Місце, яке ми для вас тримали, запропоновано наступній людині: Друга сесія. Якщо ви ще хочете прийти, відкрийте сесію й оберіть «Прийду».
       [📅 До сесії] [🏠 Меню]
    ");
    assert_eq!(times(&andrii, "Звільнилося місце"), 1, "{}", andrii.transcript());
    let taken = network.presses(&andrii, "✅ Так, прийду").await;
    assert!(taken.contains("Відкрийте цей файл"), "{taken}");
    network.pass(2 * DAY).await;
    assert_eq!(times(&iryna, "Звільнилося місце"), 0, "the place is taken: {}", iryna.transcript());
    // One who leaves the network frees a place as well.
    network.says(&andrii, "/settings").await;
    network.presses(&andrii, "🚪 Вийти й стерти мої дані").await;
    network.presses(&andrii, "Так, вийти й стерти дані").await;
    network.tick().await;
    assert_eq!(times(&iryna, "Звільнилося місце"), 1, "{}", iryna.transcript());
    network.end().await;
}

#[tokio::test]
async fn more_places_are_offered_to_as_many_and_a_sleep_ends_what_was_held() {
    let (mut network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    makes(&network, &oksana, "10 лютого 12:00", "Київ").await;
    network.presses(&oksana, "🪑 Місця").await;
    network.says(&oksana, "1").await;
    network.presses(&oksana, "📣 Оголосити").await;
    for person in [&petro, &maria, &andrii] {
        network.presses(person, "✅ Прийду").await;
    }
    manages(&network, &oksana).await;
    network.presses(&oksana, "✏️ Змінити").await;
    network.presses(&oksana, "🪑 Місця").await;
    network.says(&oksana, "3").await;
    network.presses(&oksana, "✅ Зберегти й сказати людям").await;
    network.tick().await;
    for person in [&maria, &andrii] {
        assert_eq!(times(person, "Звільнилося місце"), 1, "{}", person.transcript());
    }
    network.presses(&maria, "✅ Так, прийду").await;
    network.stop().await;
    network.clock.forward(20 * DAY);
    network.telegram.forward(20 * DAY);
    network.run().await;
    network.tick().await;
    assert_eq!(times(&andrii, "запропоновано наступній"), 0, "it is over: {}", andrii.transcript());
    assert_eq!(network.forges(&andrii, "ea.1.c").await, "Ця сесія вже позаду");
    network.end().await;
}

#[tokio::test]
async fn without_a_waiting_list_a_full_session_says_so() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    makes(&network, &oksana, "10 лютого 12:00", "Київ").await;
    network.presses(&oksana, "🪑 Місця").await;
    network.says(&oksana, "1").await;
    network.presses(&oksana, "🪑 Місця").await;
    network.presses(&oksana, "Без черги").await;
    network.presses(&oksana, "← Назад").await;
    network.presses(&oksana, "📣 Оголосити").await;
    network.presses(&petro, "✅ Прийду").await;
    network.presses(&maria, "✅ Прийду").await;
    assert!(toast(&maria).starts_with("Усі місця вже зайнято."), "{}", toast(&maria));
    assert!(maria.screen().contains("Чи будете ви?"), "{}", maria.screen());
    network.end().await;
}
