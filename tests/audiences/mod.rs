//! Whom something is for: put together on a phone, said in words with the number of people, and frozen when it is sent.

mod english;
mod polls;
mod votes;

use insta::assert_snapshot;
use merezha::rehearsal::Person;

use crate::support::{Network, shown, toast};

/// Six people of two sectors and two regions.
pub async fn six(network: &Network, oksana: &Person) -> [Person; 6] {
    let code = network.invitation(oksana).await;
    let mut people = Vec::new();
    for (name, sector, region) in [
        ("Петро Коваль", "Влада", "Луганщина"),
        ("Марія Гай", "Громадськість", "Луганщина"),
        ("Андрій Лис", "Влада", "Донеччина"),
        ("Ірина Мазур", "Громадськість", "Донеччина"),
        ("Юрій Бондар", "Інше", "Луганщина"),
        ("Софія Гайова", "Громадськість", "Луганщина"),
    ] {
        people.push(network.joins(&code, name, sector, region).await);
    }
    people.try_into().unwrap_or_else(|_| unreachable!("six"))
}

/// Whether somebody was told something.
pub fn heard(person: &Person, words: &str) -> bool {
    person.transcript().contains(words)
}

#[tokio::test]
async fn kinds_narrow_and_several_of_a_kind_widen() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii, iryna, yurii, sofia] = six(&network, &oksana).await;
    network.opens_vote(&oksana, "Напрями", "Вода\nШколи", &[]).await;
    network.votes(&petro, &["⬜️ 1. Вода"]).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Проголосуйте сьогодні!").await;
    let groups = network.presses(&oksana, "🔎 Обрати точніше").await;
    assert_snapshot!(groups, @"
    🤖 👥 Кому: усім
    Зараз це 7 людей.

    Позначайте скільки завгодно. Кілька секторів або кілька регіонів розширюють коло людей, а різні ознаки разом його звужують.
       [Влада] [Громадськість]
       [Інше]
       [Луганщина] [Донеччина]
       [📅 Сесії] [🗳 Голосування]
       [👤 Люди за іменем]
       [✅ Готово]
    ");
    network.presses(&oksana, "Влада").await;
    network.presses(&oksana, "Громадськість").await;
    let narrowed = network.presses(&oksana, "Луганщина").await;
    assert_snapshot!(narrowed, @"
    🤖 👥 Кому: Влада або Громадськість, Луганщина
    Зараз це 4 людини.

    Позначайте скільки завгодно. Кілька секторів або кілька регіонів розширюють коло людей, а різні ознаки разом його звужують.
       [✓ Влада] [✓ Громадськість]
       [Інше]
       [✓ Луганщина] [Донеччина]
       [📅 Сесії] [🗳 Голосування]
       [👤 Люди за іменем]
       [👥 Усі, без обмежень]
       [✅ Готово]
    ");
    let votes = network.presses(&oksana, "🗳 Голосування").await;
    assert_snapshot!(votes, @"
    🤖 👥 Кому: Влада або Громадськість, Луганщина
    Зараз це 4 людини.

    🗳 Хто вже голосував, а хто ще ні:
    1. Напрями
       [1. ще ні] [1. голосували]
       [← Назад] [✅ Готово]
    ");
    network.presses(&oksana, "1. ще ні").await;
    let confirm = network.presses(&oksana, "✅ Готово").await;
    assert_snapshot!(confirm, @"
    🤖 Кому: Влада або Громадськість, Луганщина, ще не голосували: «Напрями».
    Отримають: 3 людини. Надсилаємо?
       [📣 Надіслати]
       [⏰ На певний час]
       [Просити «прочитано»]
       [👥 Інші адресати]
       [✏️ Інше повідомлення]
       [Скасувати]
    ");
    network.presses(&oksana, "📣 Надіслати").await;
    network.tick().await;
    for (person, gets) in
        [(&petro, false), (&maria, true), (&andrii, false), (&iryna, false), (&yurii, false), (&sofia, true)]
    {
        assert_eq!(heard(person, "Проголосуйте сьогодні!"), gets, "{}", person.transcript());
    }
    assert_snapshot!(shown(&oksana, "Оголошення надіслано").text.as_deref().unwrap_or_default(), @"
    ✅ Оголошення надіслано
    Кому: Влада або Громадськість, Луганщина, ще не голосували: «Напрями»

    ▰▰▰▰▰▰▰▰▰▰ 3 / 3
    Надіслано: 3 · Бот заблоковано: 0 · Не вдалося: 0
    ");
    network.end().await;
}

#[tokio::test]
async fn people_are_found_by_a_part_of_their_name() {
    let (mut network, oksana) = Network::start().await;
    let [petro, maria, .., sofia] = six(&network, &oksana).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Вам двом").await;
    network.presses(&oksana, "🔎 Обрати точніше").await;
    let asked = network.presses(&oksana, "👤 Люди за іменем").await;
    assert_snapshot!(asked, @"
    🤖 👥 Кому: усім
    Зараз це 7 людей.

    👤 Напишіть частину імені — покажу, кого знайшов.
       [← Назад] [✅ Готово]
    ");
    assert!(network.says(&oksana, "Нестор").await.contains("нікого не знайшлося"));
    let found = network.says(&oksana, "гай").await;
    assert_snapshot!(found, @"
    🤖 👥 Кому: усім
    Зараз це 7 людей.

    👤 Знайшлося за «гай». Можна написати інше ім’я.
       [Марія Гай]
       [Софія Гайова]
       [← Назад] [✅ Готово]
    ");
    network.presses(&oksana, "Марія Гай").await;
    network.says(&oksana, "коваль").await;
    let chosen = network.presses(&oksana, "Петро Коваль").await;
    assert_snapshot!(chosen, @"
    🤖 👥 Кому: Марія Гай, Петро Коваль
    Зараз це 2 людини.

    👤 Знайшлося за «коваль». Можна написати інше ім’я.
       [✓ Петро Коваль]
       [← Назад] [✅ Готово]
    ");
    network.restart().await;
    let confirm = network.presses(&oksana, "✅ Готово").await;
    assert_snapshot!(confirm, @"
    🤖 Кому: Марія Гай, Петро Коваль.
    Отримають: 2 людини. Надсилаємо?
       [📣 Надіслати]
       [⏰ На певний час]
       [Просити «прочитано»]
       [👥 Інші адресати]
       [✏️ Інше повідомлення]
       [Скасувати]
    ");
    network.presses(&oksana, "📣 Надіслати").await;
    assert!(heard(&petro, "Вам двом") && heard(&maria, "Вам двом") && !heard(&sofia, "Вам двом"));
    network.end().await;
}

#[tokio::test]
async fn what_people_said_of_a_session_and_where_they_belong_meet() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, ..] = six(&network, &oksana).await;
    network.says(&oksana, "/newsession").await;
    network.says(&oksana, "Друга сесія").await;
    network.says(&oksana, "завтра 10:00").await;
    network.says(&oksana, "Київ").await;
    network.presses(&oksana, "📣 Оголосити").await;
    network.presses(&petro, "✅ Прийду").await;
    network.presses(&maria, "✅ Прийду").await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Поїзд о шостій").await;
    network.presses(&oksana, "🔎 Обрати точніше").await;
    network.presses(&oksana, "Влада").await;
    network.presses(&oksana, "📅 Сесії").await;
    let said = network.presses(&oksana, "Друга сесія").await;
    assert_snapshot!(said, @"
    🤖 👥 Кому: Влада
    Зараз це 2 людини.

    📅 Друга сесія
       [👥 Усі · 7]
       [Прийдуть · 2] [Не відповіли · 5]
       [← Назад] [✅ Готово]
    ");
    network.presses(&oksana, "Прийдуть · 2").await;
    let confirm = network.presses(&oksana, "✅ Готово").await;
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
    network.presses(&oksana, "📣 Надіслати").await;
    assert!(heard(&petro, "Поїзд о шостій") && !heard(&maria, "Поїзд о шостій"));
    network.end().await;
}

#[tokio::test]
async fn two_organizers_choose_at_once_and_old_buttons_answer_kindly() {
    let (network, oksana) = Network::start().await;
    let [petro, ..] = six(&network, &oksana).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Лише владі").await;
    let asked = oksana.newest().expect("the question");
    let old = crate::support::data(&asked, "Влада (2)");
    network.presses(&oksana, "Влада (2)").await;
    network.presses(&oksana, "📣 Надіслати").await;
    assert!(heard(&petro, "Лише владі"));
    // From a screen that was sent long ago, in all shapes there ever were.
    network.says(&oksana, "/menu").await;
    assert_eq!(network.forges(&oksana, &old).await, "Цю чернетку вже змінено, надіслано або скасовано");
    for data in ["au.1", "au.-", "au.1.2.c", "ei.-.1.c", "ab.g", "ai.g.99.1", "ai.p.1.1", "ab.x"] {
        assert!(!network.forges(&oksana, data).await.is_empty(), "{data}");
    }
    // Somebody who is no organizer.
    assert_eq!(network.forges(&petro, "ab.g").await, "Це можуть лише організатори.");
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Ще раз").await;
    for data in ["ai.g.99.1", "ai.p.99.1", "ai.s.99.c.1", "ai.v.99.0.1", "au.99"] {
        assert_eq!(network.forges(&oksana, data).await, toast(&oksana), "{data}");
    }
    network.end().await;
}
