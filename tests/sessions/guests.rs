//! Organizers see who comes, and write to any part of them.

use insta::assert_snapshot;

use super::{announces, manages, times};
use crate::support::Network;

#[tokio::test]
async fn guests_are_listed_by_answer_and_group_and_written_to() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    announces(&network, &oksana, "10 лютого 12:00", "Київ").await;
    for person in [&petro, &maria] {
        network.presses(person, "✅ Прийду").await;
    }
    network.says(&petro, "/session").await;
    network.presses(&petro, "✅ 10 лютого · Друга сесія").await;
    network.presses(&petro, "💬 Додати слово").await;
    network.says(&petro, "з дитиною <6 років>").await;
    let managed = manages(&network, &oksana).await;
    assert_snapshot!(managed, @"
    🤖 📅 Друга сесія

    🕙 10 лютого, 12:00
    📍 Київ

    👥 Запрошено 4 людини.
       [Прийдуть · 2] [Не відповіли · 2]
       [👥 Усі · 4]
       [🖥 Екран у залі]
       [🚪 Реєстрація на вході]
       [✏️ Змінити] [✖️ Скасувати]
       [📎 Матеріали]
       [← Назад] [🏠 Меню]
    ");
    let coming = network.presses(&oksana, "Прийдуть · 2").await;
    assert_snapshot!(coming, @"
    🤖 👥 «Друга сесія»: Прийдуть — 2 людини

    • Марія · Громадськість · Луганщина
    • Петро · Влада · Донеччина
      💬 з дитиною <6 років>
       [Влада] [Громадськість]
       [Інше] [Луганщина]
       [Донеччина] [Інше]
       [✉️ Написати їм]
       [← Назад] [🏠 Меню]
    ");
    let authorities = network.presses(&oksana, "Влада").await;
    assert_snapshot!(authorities, @"
    🤖 👥 Влада, «Друга сесія»: Прийдуть — 1 людина

    • Петро · Влада · Донеччина
      💬 з дитиною <6 років>
       [✓ Влада] [Громадськість]
       [Інше] [Луганщина]
       [Донеччина] [Інше]
       [Усі сектори й регіони]
       [✉️ Написати їм]
       [← Назад] [🏠 Меню]
    ");
    network.presses(&oksana, "✉️ Написати їм").await;
    network.says(&oksana, "Візьміть документи").await;
    let confirm = oksana.screen();
    assert_snapshot!(confirm, @"
    🤖 Кому: Влада, «Друга сесія»: Прийдуть.
    Отримає: 1 людина. Надсилаємо?
       [📣 Надіслати]
       [⏰ На певний час]
       [Просити «прочитано»]
       [👥 Інші адресати]
       [✏️ Інше повідомлення]
       [Скасувати]
    ");
    let card = network.presses(&oksana, "📣 Надіслати").await;
    assert!(card.contains("Влада, «Друга сесія»: Прийдуть"), "{card}");
    assert_eq!(times(&petro, "Візьміть документи"), 1, "{}", petro.transcript());
    assert_eq!(times(&maria, "Візьміть документи"), 0, "{}", maria.transcript());
    assert_eq!(times(&andrii, "Візьміть документи"), 0, "{}", andrii.transcript());
    network.end().await;
}

#[tokio::test]
async fn many_guests_come_in_pages() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    for number in 1..=13 {
        network.joins(&code, &format!("Учасник {number:02}"), "Влада", "Донеччина").await;
    }
    announces(&network, &oksana, "10 лютого 12:00", "Київ").await;
    manages(&network, &oksana).await;
    let first = network.presses(&oksana, "👥 Усі · 14").await;
    assert!(first.contains("[1 / 2]") && first.contains("Не відповіли"), "{first}");
    let second = network.presses(&oksana, "→").await;
    assert!(second.contains("Учасник 13") && !second.contains("Учасник 01"), "{second}");
    network.end().await;
}
