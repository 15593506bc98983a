//! "Read and understood": one press, a list, and a reminder.

use std::time::Duration;

use insta::assert_snapshot;

use crate::support::{Network, shown, toast};

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn people_say_that_they_have_read_it_and_the_others_are_reminded() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Нові правила безпеки").await;
    network.presses(&oksana, "👥 Усім (3)").await;
    let confirm = network.presses(&oksana, "Просити «прочитано»").await;
    assert_snapshot!(confirm, @"
    🤖 Кому: усім.
    Отримають: 3 людини. Надсилаємо?
       [📣 Надіслати]
       [⏰ На певний час]
       [✓ Просити «прочитано»]
       [👥 Інші адресати]
       [✏️ Інше повідомлення]
       [Скасувати]
    ");
    network.presses(&oksana, "📣 Надіслати").await;
    network.presses(&petro, "✅ Прочитано й зрозуміло").await;
    assert_eq!(toast(&petro), "Дякуємо! Організатори бачать, що ви прочитали.");
    let got = shown(&petro, "Нові правила безпеки");
    assert_eq!(got.buttons().map(|b| b.text.as_str()).collect::<Vec<_>>(), ["✓ Прочитано", "🏠 Меню"]);
    network.presses(&petro, "✓ Прочитано").await;
    assert_eq!(toast(&petro), "Позначку «прочитано» знято");
    network.presses(&petro, "✅ Прочитано й зрозуміло").await;
    network.tick().await;
    let card = shown(&oksana, "Оголошення надіслано").text.clone().unwrap_or_default();
    assert!(card.contains("прочитали: 1"), "{card}");
    network.forges(&oksana, "an.s.1").await;
    let missing = network.presses(&oksana, "👀 Хто прочитав").await;
    assert_snapshot!(missing, @"
    🤖 👀 Нові правила безпеки

    • Марія
    • Оксана
       [✓ Ще ні (2)] [Прочитали (1)]
       [🔔 Нагадати тим, хто ще ні]
       [← Назад] [🏠 Меню]
    ");
    let done = network.presses(&oksana, "Прочитали (1)").await;
    assert!(done.contains("• Петро"), "{done}");
    network.pass(HOUR * 11).await;
    network.presses(&oksana, "🔔 Нагадати тим, хто ще ні").await;
    assert_eq!(toast(&oksana), "Нагадали: 2 людям");
    let asleep = maria.transcript();
    assert!(!asleep.contains("🔔 Організатори просять"), "it is night: {asleep}");
    assert_eq!(network.forges(&oksana, "an.b.1").await, "Нагадували менш як годину тому. Зачекайте трохи.");
    network.pass(HOUR * 12).await;
    let reminder = shown(&maria, "🔔 Організатори просять");
    assert_snapshot!(reminder.text.as_deref().unwrap_or_default(), @"
    🔔 Організатори просять прочитати оголошення й підтвердити це:

    «Нові правила безпеки»
    ");
    assert!(!petro.transcript().contains("🔔 Організатори просять"), "he has read it");
    network.presses(&maria, "📖 Показати ще раз").await;
    assert!(maria.screen().contains("Нові правила безпеки"), "{}", maria.screen());
    network.presses(&maria, "✅ Прочитано й зрозуміло").await;
    // Changed words keep who has read it, and what their button says.
    network.forges(&oksana, "an.e.1").await;
    network.says(&oksana, "Нові правила безпеки, друга редакція").await;
    network.presses(&oksana, "✅ Змінити в усіх").await;
    let now = shown(&petro, "друга редакція");
    assert!(now.buttons().any(|b| b.text == "✓ Прочитано"), "{}", petro.transcript());
    network.end().await;
}

#[tokio::test]
async fn who_supports_a_direction_is_named_nowhere() {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія", "Андрій", "Ірина", "Юрій", "Софія"]).await;
    network.opens_call(&oksana, "Що нас єднає?").await;
    let ideas = ["Очистити річку", "Школи для всіх", "Нові дороги", "Театр", "Бібліотека", "Вечірній потяг"];
    for (person, idea) in people.iter().zip(ideas) {
        network.proposes(person, idea).await;
    }
    let mut tx = network.bot().app.db.write().await.expect("begins");
    for sql in [
        "insert into direction (name, shade, place) values ('Вода', 'blue', 1)",
        "update proposal set direction_id = 1 where id <= 4",
        "insert or ignore into stance (proposal_id, person_id, stance)
            select 1, id, 1 from person where name in ('Юрій', 'Софія')",
    ] {
        sqlx::query(sql).execute(&mut *tx).await.expect("sorted");
    }
    tx.commit().await.expect("commits");
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Про воду").await;
    network.presses(&oksana, "🔎 Обрати точніше").await;
    network.presses(&oksana, "🎯 Напрями").await;
    let chosen = network.presses(&oksana, "Вода").await;
    assert_snapshot!(chosen, @"
    🤖 👥 Кому: напрям Вода (число округлено вниз)
    Зараз це 5 людей.

    🎯 Хто написав або підтримав пропозицію за напрямом. Імен тут не побачить ніхто, тому й число людей — лише приблизне.
       [✓ Вода]
       [← Назад] [✅ Готово]
    ");
    assert!(network.forges(&oksana, "ai.p.2.1").await.contains("не можна поєднати"));
    network.presses(&oksana, "✅ Готово").await;
    network.presses(&oksana, "Просити «прочитано»").await;
    network.presses(&oksana, "📣 Надіслати").await;
    network.tick().await;
    let card = shown(&oksana, "Оголошення надіслано").text.clone().unwrap_or_default();
    assert!(card.contains("Надіслано: 5 "), "six, told as five: {card}");
    for person in &people {
        assert!(person.transcript().contains("Про воду"), "{}", person.transcript());
    }
    network.presses(&people[0], "✅ Прочитано й зрозуміло").await;
    network.forges(&oksana, "an.q.1.1.0").await;
    assert_snapshot!(oksana.screen(), @"
    🤖 👀 Про воду

    Імен тут немає: з них було б видно, хто яку пропозицію написав або підтримав.
       [Ще ні (5)] [✓ Прочитали (0)]
       [🔔 Нагадати тим, хто ще ні]
       [← Назад] [🏠 Меню]
    ");
    // For two of them it would say who they are.
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Двом").await;
    network.presses(&oksana, "🔎 Обрати точніше").await;
    network.presses(&oksana, "Влада").await;
    network.presses(&oksana, "🎯 Напрями").await;
    network.presses(&oksana, "Вода").await;
    network.presses(&oksana, "✅ Готово").await;
    network.presses(&oksana, "📣 Надіслати").await;
    assert_eq!(toast(&oksana), "Тут зараз немає кому надсилати. Оберіть інших адресатів.");
    network.end().await;
}
