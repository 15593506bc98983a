//! Announcements that wait for their time: listed, changed, sent once, or not at all.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Person;

use crate::support::{Network, shown, toast};

const HOUR: Duration = Duration::from_secs(3600);

/// Plans an announcement to everybody for tomorrow at noon.
async fn plans(network: &Network, organizer: &Person, words: &str) -> String {
    network.says(organizer, "/announce").await;
    network.says(organizer, words).await;
    let everyone = organizer.newest().expect("a question");
    let label = everyone.buttons().find(|b| b.text.starts_with("👥 Усім")).expect("everyone").text.clone();
    network.presses(organizer, &label).await;
    network.presses(organizer, "⏰ На певний час").await;
    network.says(organizer, "завтра 12:00").await
}

fn times(person: &Person, words: &str) -> usize {
    person.messages().iter().filter(|m| m.from.is_bot && m.text.as_deref() == Some(words)).count()
}

#[tokio::test]
async fn it_waits_for_its_time_and_goes_once_to_those_who_are_there_then() {
    let (mut network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Завтра засідання").await;
    network.presses(&oksana, "👥 Усім (2)").await;
    let asked = network.presses(&oksana, "⏰ На певний час").await;
    assert_snapshot!(asked, @"
    🤖 ⏰ Коли надіслати? Напишіть, наприклад: «завтра 9:30», «5 лютого 18:00». Час київський.
       [📣 Надіслати зараз] [Скасувати]
    ");
    let puzzled = network.says(&oksana, "колись").await;
    assert!(puzzled.contains("Не вдалося зрозуміти час"), "{puzzled}");
    let confirm = network.says(&oksana, "завтра 12:00").await;
    assert_snapshot!(confirm, @"
    🤖 Кому: усім.
    Зараз це 2 людини; отримають ті, хто підходитиме тоді.
    ⏰ Надійде 2 лютого, 12:00 за Києвом.
       [✅ Запланувати]
       [⏰ Інший час] [📣 Надіслати зараз]
       [Просити «прочитано»]
       [👥 Інші адресати]
       [✏️ Інше повідомлення]
       [Скасувати]
    ");
    let waiting = network.presses(&oksana, "✅ Запланувати").await;
    assert_snapshot!(waiting, @"
    🤖 ⏰ Надійде 2 лютого, 12:00 за Києвом
    Кому: усім

    Завтра засідання
       [📖 Показати]
       [✏️ Змінити]
       [📣 Надіслати зараз] [🗑 Скасувати]
       [🗂 Оголошення] [🏠 Меню]
    ");
    network.says(&oksana, "/desk").await;
    let list = network.presses(&oksana, "🗂 Усі оголошення").await;
    assert_snapshot!(list, @"
    🤖 🗂 Оголошення
    Заплановані — згори: 1
       [⏰ 2 лютого, 12:00 · Завтра засідання]
       [📣 Оголошення]
       [← Назад] [🏠 Меню]
    ");
    assert_eq!(times(&petro, "Завтра засідання"), 0);
    // Who joins until then gets it, too.
    let code = network.invitation(&oksana).await;
    let maria = network.joins(&code, "Марія", "Влада", "Луганщина").await;
    network.restart().await;
    network.tick().await;
    assert_eq!(times(&petro, "Завтра засідання"), 0, "not before its time");
    network.stop().await;
    network.clock.forward(HOUR * 30);
    network.telegram.forward(HOUR * 30);
    network.run().await;
    network.tick().await;
    network.restart().await;
    network.tick().await;
    assert_eq!((times(&petro, "Завтра засідання"), times(&maria, "Завтра засідання")), (1, 1));
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "🗂 Усі оголошення").await;
    let sent = network.presses(&oksana, "📣 2 лютого · Завтра засідання").await;
    assert_snapshot!(sent, @"
    🤖 ✅ Оголошення надіслано
    Кому: усім

    ▰▰▰▰▰▰▰▰▰▰ 3 / 3
    Надіслано: 3 · Бот заблоковано: 0 · Не вдалося: 0
       [📖 Показати] [✏️ Змінити слова]
       [🗑 Відкликати]
       [🗂 Оголошення] [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn one_that_waits_is_changed_sent_now_or_dropped_by_any_organizer() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.appoints(&maria, "organizer").await;
    plans(&network, &oksana, "Перше").await;
    network.presses(&oksana, "✅ Запланувати").await;
    plans(&network, &oksana, "Друге").await;
    network.presses(&oksana, "✅ Запланувати").await;
    plans(&network, &oksana, "Третє").await;
    network.presses(&oksana, "✅ Запланувати").await;
    // Maria changes the words, the time and whom the first is for.
    network.says(&maria, "/desk").await;
    network.presses(&maria, "🗂 Усі оголошення").await;
    let list = maria.newest().expect("a list");
    let first = list.buttons().find(|b| b.text.ends_with("Перше")).expect("the first").text.clone();
    network.presses(&maria, &first).await;
    network.presses(&maria, "✏️ Змінити").await;
    network.presses(&maria, "✏️ Інше повідомлення").await;
    network.says(&maria, "Перше, уточнене").await;
    network.presses(&maria, "⏰ Інший час").await;
    let changed = network.says(&maria, "завтра 13:00").await;
    assert!(changed.contains("13:00") && changed.contains("✅ Зберегти"), "{changed}");
    network.presses(&maria, "✅ Зберегти").await;
    // The second goes now, while Oksana is about to change it.
    network.forges(&oksana, "an.c.2").await;
    network.forges(&maria, "an.z.2").await;
    assert_eq!(times(&petro, "Друге"), 1);
    network.presses(&oksana, "✅ Зберегти").await;
    assert_eq!(toast(&oksana), "Це оголошення вже не чекає: його надіслано або скасовано");
    assert_eq!(network.forges(&oksana, "an.z.2").await, toast(&oksana), "and it goes once");
    assert_eq!(times(&petro, "Друге"), 1);
    // The third is dropped.
    network.forges(&oksana, "an.s.3").await;
    network.presses(&oksana, "🗑 Скасувати").await;
    let dropped = network.presses(&oksana, "Так, відкликати").await;
    assert_snapshot!(dropped, @"
    🤖 🗑 Оголошення скасовано, його не надсилали
    Кому: усім

    Третє
       [📖 Показати]
       [🗂 Оголошення] [🏠 Меню]
    ");
    network.pass(HOUR * 30).await;
    assert_eq!((times(&petro, "Перше"), times(&petro, "Перше, уточнене"), times(&petro, "Третє")), (0, 1, 0));
    assert_eq!(times(&petro, "Друге"), 1);
    network.end().await;
}

#[tokio::test]
async fn one_that_finds_nobody_says_so_to_whoever_planned_it() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_vote(&oksana, "Напрями", "Вода\nШколи", &[]).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Голосуйте!").await;
    network.presses(&oksana, "🔎 Обрати точніше").await;
    network.presses(&oksana, "🗳 Голосування").await;
    network.presses(&oksana, "1. ще ні").await;
    network.presses(&oksana, "✅ Готово").await;
    network.presses(&oksana, "⏰ На певний час").await;
    network.says(&oksana, "завтра 12:00").await;
    network.presses(&oksana, "✅ Запланувати").await;
    network.closes_vote(&oksana).await;
    network.pass(HOUR * 30).await;
    assert_eq!(times(&petro, "Голосуйте!"), 0);
    let word = shown(&oksana, "надсилати його немає кому");
    assert_snapshot!(word.text.as_deref().unwrap_or_default(), @"⚠️ Час запланованого оголошення настав, але надсилати його немає кому. Змініть адресатів або скасуйте його.");
    let idle = network.presses(&oksana, "🗂 До оголошення").await;
    assert!(idle.contains("⚠️ Не надіслано: не було кому"), "{idle}");
    network.end().await;
}
