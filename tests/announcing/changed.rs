//! Announcements that are changed, taken back or tried again once people have them.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::{FileKind, Person, Trouble};

use crate::support::{Network, shown, toast};

const HOUR: Duration = Duration::from_secs(3600);

/// Announces something to everybody.
async fn announces(network: &Network, organizer: &Person, words: &str) {
    network.says(organizer, "/announce").await;
    network.says(organizer, words).await;
    goes(network, organizer).await;
}

async fn goes(network: &Network, organizer: &Person) {
    let asked = organizer.newest().expect("a question");
    let label = asked.buttons().find(|b| b.text.starts_with("👥 Усім")).expect("everyone").text.clone();
    network.presses(organizer, &label).await;
    network.presses(organizer, "📣 Надіслати").await;
    network.tick().await;
    network.says(organizer, "/menu").await;
}

fn has(person: &Person, words: &str) -> bool {
    let told = |text: &Option<String>| text.as_deref() == Some(words);
    person.messages().iter().any(|m| m.from.is_bot && (told(&m.text) || told(&m.caption)))
}

#[tokio::test]
async fn other_words_reach_everybody_who_has_it() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    announces(&network, &oksana, "Сесія о десятій").await;
    network.telegram.with(|world| world.chat_mut(maria.id()).expect("a chat").blocked = true);
    let gone = andrii.messages().into_iter().find(|m| m.text.as_deref() == Some("Сесія о десятій"));
    assert!(andrii.deletes(gone.expect("it is there").message_id));
    network.forges(&oksana, "an.s.1").await;
    let asked = network.presses(&oksana, "✏️ Змінити слова").await;
    assert_snapshot!(asked, @"
    🤖 ✏️ Надішліть нові слова — вони з’являться замість старих у всіх, хто вже має оголошення. Фото чи файл залишиться той самий.
       [Скасувати]
    ");
    network.says(&oksana, "Сесія об одинадцятій").await;
    let confirm = oksana.screen();
    assert_snapshot!(confirm, @"
    🤖 ☝️ Так це виглядатиме. Змінити в усіх?
       [✅ Змінити в усіх]
       [✏️ Інші слова] [Скасувати]
    ");
    network.presses(&oksana, "✅ Змінити в усіх").await;
    assert_eq!(toast(&oksana), "Змінюємо в усіх");
    assert!(has(&petro, "Сесія об одинадцятій") && !has(&petro, "Сесія о десятій"), "{}", petro.transcript());
    assert!(!has(&andrii, "Сесія об одинадцятій"));
    network.forges(&oksana, "an.s.1").await;
    assert_snapshot!(oksana.screen(), @"
    🤖 ✅ Оголошення надіслано
    Кому: усім

    ▰▰▰▰▰▰▰▰▰▰ 4 / 4
    Надіслано: 4 · Бот заблоковано: 0 · Не вдалося: 0

    ✏️ Змінено 1 лютого, 12:00
    ▰▰▰▰▰▰▰▰▰▰ 4 / 4
    Готово: 2 · Не вдалося (бот заблоковано або повідомлення вже немає): 2
       [📖 Показати] [✏️ Змінити слова]
       [🗑 Відкликати]
       [🗂 Оголошення] [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn a_caption_is_changed_below_its_photo_and_in_groups() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let group = crate::groups::linked(&network, &oksana, "Наш простір").await;
    network.says(&oksana, "/announce").await;
    network.attaches(&oksana, FileKind::Photo, "Мапа").await;
    network.presses(&oksana, "👥 Усім (2)").await;
    network.presses(&oksana, "також: «Наш простір»").await;
    network.presses(&oksana, "📣 Надіслати").await;
    assert!(has(&petro, "Мапа") && has(&group, "Мапа"), "{}", group.transcript());
    network.forges(&oksana, "an.e.1").await;
    let refused = network.attaches(&oksana, FileKind::Photo, "Нова мапа").await;
    assert!(refused.contains("Змінити можна лише слова"), "{refused}");
    network.says(&oksana, "Уточнена мапа").await;
    network.presses(&oksana, "✅ Змінити в усіх").await;
    for one in [&petro, &group] {
        let now = shown(one, "Уточнена мапа");
        assert_eq!(now.media(), Some("photo"), "{}", one.transcript());
        assert!(!has(one, "Мапа"));
    }
    network.forges(&oksana, "an.x.1.1").await;
    assert!(!has(&petro, "Уточнена мапа") && !has(&group, "Уточнена мапа"), "{}", group.transcript());
    network.end().await;
}

#[tokio::test]
async fn who_is_still_to_get_it_gets_the_new_words_or_nothing() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.says(&petro, "/settings").await;
    network.presses(&petro, "🌙 Тихі години").await;
    network.presses(&petro, "Без тихих годин").await;
    network.pass(HOUR * 11).await;
    announces(&network, &oksana, "Перші слова").await;
    announces(&network, &oksana, "Зайве").await;
    assert!(has(&petro, "Перші слова") && !has(&maria, "Перші слова"), "it is night");
    network.forges(&oksana, "an.e.1").await;
    network.says(&oksana, "Другі слова").await;
    network.presses(&oksana, "✅ Змінити в усіх").await;
    network.forges(&oksana, "an.x.2.1").await;
    assert!(has(&petro, "Другі слова") && !has(&petro, "Зайве"), "{}", petro.transcript());
    network.pass(HOUR * 12).await;
    assert!(has(&maria, "Другі слова") && !has(&maria, "Перші слова"), "{}", maria.transcript());
    assert!(!has(&maria, "Зайве"));
    network.end().await;
}

#[tokio::test]
async fn it_is_taken_back_wherever_it_is() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    announces(&network, &oksana, "Помилка").await;
    network.forges(&oksana, "an.s.1").await;
    let asked = network.presses(&oksana, "🗑 Відкликати").await;
    assert_snapshot!(asked, @"
    🤖 Відкликати оголошення? Ми видалимо його в усіх, хто його має, зокрема в групах. Кому ще не надійшло — не надійде.
       [Так, відкликати] [← Назад]
    ");
    network.presses(&oksana, "Так, відкликати").await;
    network.tick().await;
    assert!(!has(&petro, "Помилка") && !has(&maria, "Помилка"), "{}", petro.transcript());
    assert_snapshot!(shown(&oksana, "Оголошення відкликано").text.as_deref().unwrap_or_default(), @"
    🗑 Оголошення відкликано
    Кому: усім

    ▰▰▰▰▰▰▰▰▰▰ 3 / 3
    Надіслано: 3 · Бот заблоковано: 0 · Не вдалося: 0

    🗑 Відкликано 1 лютого, 12:00
    ▰▰▰▰▰▰▰▰▰▰ 3 / 3
    Готово: 3 · Не вдалося (бот заблоковано або повідомлення вже немає): 0
    ");
    assert_eq!(network.forges(&oksana, "an.x.1.1").await, "Це оголошення вже відкликано");
    // After two days Telegram deletes nothing.
    announces(&network, &oksana, "Стара новина").await;
    network.pass(HOUR * 50).await;
    let asked = network.forges(&oksana, "an.x.2.0").await;
    assert!(asked.is_empty() && oksana.screen().contains("Минуло понад дві доби"), "{}", oksana.screen());
    network.presses(&oksana, "Так, відкликати").await;
    assert!(!has(&petro, "Стара новина"));
    assert!(has(&petro, "🗑 Організатори відкликали це оголошення."), "{}", petro.transcript());
    network.end().await;
}

#[tokio::test]
async fn what_failed_for_a_while_is_tried_again_and_what_was_refused_is_not() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    announces(&network, &oksana, "Новина").await;
    let mut tx = network.bot().app.db.write().await.expect("begins");
    for (person, again) in [(&petro, 1), (&maria, 0)] {
        let lost = "update delivery set state = 'failed', again = ?, sent_as = null where chat = ?";
        sqlx::query(lost).bind(again).bind(person.id()).execute(&mut *tx).await.expect("it fails");
    }
    tx.commit().await.expect("commits");
    // Andrii had blocked the bot when it came, and is back.
    let mut tx = network.bot().app.db.write().await.expect("begins");
    let back = "update delivery set state = 'blocked', sent_as = null where chat = ?";
    sqlx::query(back).bind(andrii.id()).execute(&mut *tx).await.expect("blocked");
    tx.commit().await.expect("commits");
    for person in [&petro, &maria, &andrii] {
        let had = person.messages().into_iter().find(|m| m.text.as_deref() == Some("Новина"));
        assert!(person.deletes(had.expect("there").message_id));
    }
    network.forges(&oksana, "an.s.1").await;
    assert!(oksana.screen().contains("🔁 Спробувати ще раз (2)"), "{}", oksana.screen());
    network.presses(&oksana, "🔁 Спробувати ще раз (2)").await;
    assert_eq!(toast(&oksana), "Надсилаємо ще раз: 2 людям");
    assert!(has(&petro, "Новина") && has(&andrii, "Новина") && !has(&maria, "Новина"));
    network.end().await;
}

#[tokio::test]
async fn telegrams_own_pace_only_slows_a_change_down() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    announces(&network, &oksana, "Раз").await;
    network.forges(&oksana, "an.e.1").await;
    network.says(&oksana, "Два").await;
    network.telegram.fault("editMessageText", Some(petro.id()), 2, Trouble::TooManyRequests(1));
    network.presses(&oksana, "✅ Змінити в усіх").await;
    assert!(has(&petro, "Два") && has(&maria, "Два"), "{}", petro.transcript());
    network.end().await;
}
