//! At the door: a QR code whose link lets people in, a count that grows on the organizers' phones, and names.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::{Person, ShownMessage};

use super::{DAY, HOUR, announces, manages, times};
use crate::support::{Network, data, link_code, redacted, shown, toast};

/// The organizer shows the door of the session, which is on tomorrow at 12; its code.
async fn shows_door(network: &Network, organizer: &Person) -> String {
    network.says(organizer, "/checkin").await;
    link_code(&caption(organizer))
}

fn caption(organizer: &Person) -> String {
    card(organizer).caption.clone().unwrap_or_default()
}

/// The newest card of a door on this phone that still opens it.
fn card(organizer: &Person) -> ShownMessage {
    let counts = |said: &Option<String>| said.as_ref().is_some_and(|said| said.contains("На місці:"));
    let found = organizer.messages().into_iter().rev().find(|message| counts(&message.caption));
    found.unwrap_or_else(|| panic!("no card:\n{}", organizer.transcript()))
}

/// Tomorrow at 11:30: the door is open. Whatever changed is counted.
async fn opens(network: &Network) {
    network.pass(DAY - HOUR / 2).await;
}

async fn enters(network: &Network, person: &Person, code: &str) -> String {
    person.follows_link(code);
    network.settle().await;
    person.screen()
}

/// The cards are brought up to date now and then.
async fn is_counted(network: &Network) {
    network.pass(Duration::from_secs(2)).await;
}

fn edits(network: &Network) -> u64 {
    network.telegram.with(|world| world.journal().counts.get("editMessageCaption").copied().unwrap_or(0))
}

#[tokio::test]
async fn whoever_follows_the_link_is_there_and_all_organizers_see_the_count_grow() {
    let (mut network, oksana) = Network::start_with(&[("MEREZHA_ORGANIZERS", "1001,1002")]).await;
    let [iryna, petro, maria, andrii] = network.join(&oksana, ["Ірина", "Петро", "Марія", "Андрій"]).await;
    network.says(&iryna, "/settings").await;
    network.presses(&iryna, "English").await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    network.presses(&petro, "✅ Прийду").await;
    let managed = manages(&network, &oksana).await;
    assert!(managed.contains("[🚪 Реєстрація на вході]"), "{managed}");
    network.presses(&oksana, "🚪 Реєстрація на вході").await;
    assert_eq!(toast(&oksana), "QR-код — нижче");
    assert_snapshot!(redacted(&oksana.screen()), @"
    🤖 <photo> 🚪 Реєстрація: Друга сесія

    Покажіть цей код на вході. Хто відсканує його або відкриє посилання, буде в списку присутніх:
    https://t.me/rehearsal_bot?start=КОД

    🕙 Діє 2 лютого, 11:00–18:00.

    👥 На місці: 0 з 1
       [🔎 За іменем] [♻️ Новий код]
       [🏠 Меню]
    ");
    let code = link_code(&oksana.screen());
    network.says(&iryna, "/checkin").await;
    assert_snapshot!(redacted(&iryna.screen()), @"
    🤖 <photo> 🚪 Check-in: Друга сесія

    Show this code at the door. Whoever scans it or opens the link is noted as being there:
    https://t.me/rehearsal_bot?start=КОД

    🕙 It works on 2 February, 11:00–18:00.

    👥 Here: 0 of 1
       [🔎 By name] [♻️ New code]
       [🏠 Menu]
    ");
    assert_eq!(link_code(&iryna.screen()), code, "one door has one code");

    assert_snapshot!(enters(&network, &petro, &code).await, @"
    🤖 🚪 Зарано: реєстрація на «Друга сесія» почнеться 2 лютого, 11:00. Відкрийте це посилання тоді ще раз.
       [📅 До сесії] [🏠 Меню]
    ");
    opens(&network).await;
    assert_snapshot!(enters(&network, &petro, &code).await, @"
    🤖 🚪 Ви на місці: Друга сесія. Раді вас бачити!

    Малюнки й макети, які тут з’являться, можна сфотографувати й додати до галереї сесії.
       [📷 Додати фото]
       [📅 До сесії] [🏠 Меню]
    ");
    assert_snapshot!(enters(&network, &petro, &code).await, @"
    🤖 🚪 Ви вже в списку присутніх: Друга сесія. Більше нічого робити не треба.
       [📷 Додати фото]
       [📅 До сесії] [🏠 Меню]
    ");
    enters(&network, &maria, &code).await;
    is_counted(&network).await;
    assert!(caption(&oksana).ends_with("На місці: 2 з 2"), "{}", caption(&oksana));
    assert!(shown(&iryna, "Here: 2 of 2").caption.is_some());
    assert_eq!(edits(&network), 2, "one for each organizer, however many came");

    // What somebody said before does not matter, nor does a restart.
    network.restart().await;
    network.presses(&andrii, "🙅 Не прийду").await;
    enters(&network, &andrii, &code).await;
    is_counted(&network).await;
    assert!(caption(&oksana).ends_with("На місці: 3 з 3"), "{}", caption(&oksana));
    assert_eq!(edits(&network), 4);
    is_counted(&network).await;
    assert_eq!(edits(&network), 4, "nothing has changed since");

    // The card on the phone is old; whoever is there need not answer it.
    network.presses(&maria, "🏠 Меню").await;
    network.says(&maria, "/session").await;
    assert_snapshot!(network.presses(&maria, "✅ 2 лютого · Друга сесія").await, @"
    🤖 📅 Друга сесія

    🕙 2 лютого, 12:00–18:00
    📍 Київ

    🚪 Ви на місці. Раді вас бачити!
       [💬 Додати слово] [🗓 У календар]
       [📷 Додати фото]
       [📅 Усі сесії] [🏠 Меню]
    ");
    network.forges(&maria, "ea.1.n").await;
    assert_eq!(toast(&maria), "Ви вже на місці");
    manages(&network, &oksana).await;
    assert_snapshot!(network.presses(&oksana, "👥 Усі · 5").await, @"
    🤖 👥 запрошеним на «Друга сесія» — 5 людей

    🚪 Андрій · Громадськість · Луганщина · Прийдуть
    • Ірина · Влада · Донеччина · Не відповіли
    🚪 Марія · Влада · Донеччина · Прийдуть
    • Оксана · Громадськість · Луганщина · Не відповіли
    🚪 Петро · Громадськість · Луганщина · Прийдуть
       [Влада] [Громадськість]
       [Інше] [Луганщина]
       [Донеччина] [Інше]
       [✉️ Написати їм]
       [← Назад] [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn who_stands_in_the_room_is_in_even_without_a_place_or_an_invitation() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    super::makes(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    network.presses(&oksana, "🪑 Місця").await;
    network.says(&oksana, "1").await;
    // Петро and Андрій are of the authorities; Марія is not invited.
    network.presses(&oksana, "👥 Кому").await;
    network.presses(&oksana, "Влада (2)").await;
    network.presses(&oksana, "📣 Оголосити").await;
    network.presses(&petro, "✅ Прийду").await;
    network.presses(&andrii, "✅ Прийду").await;
    assert!(andrii.screen().contains("ви в черзі"), "{}", andrii.screen());
    let code = shows_door(&network, &oksana).await;
    assert_eq!(network.forges(&maria, "e.1").await, "Цієї сесії немає, або вас на неї не запрошували");
    opens(&network).await;
    for person in [&andrii, &maria] {
        let welcome = enters(&network, person, &code).await;
        assert!(welcome.contains("Ви на місці"), "{welcome}");
    }
    is_counted(&network).await;
    assert!(caption(&oksana).ends_with("На місці: 2 з 3"), "{}", caption(&oksana));
    let card = network.presses(&maria, "📅 До сесії").await;
    assert!(card.contains("🚪 Ви на місці"), "{card}");
    for person in [&petro, &oksana] {
        assert_eq!(times(person, "Марія"), 0, "nobody is told: {}", person.transcript());
    }
    network.end().await;
}

#[tokio::test]
async fn a_door_is_shut_before_and_after_and_where_there_is_no_session() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    assert_snapshot!(network.says(&oksana, "/checkin").await, @"
    🤖 🚪 Реєструвати поки нема на що: жодна сесія не триває й не запланована.

    📅 Сесії

    Поки що жодної сесії не оголошено.
       [➕ Нова сесія]
       [🏠 Меню]
    ");
    assert_eq!(
        network.says(&petro, "/checkin").await.lines().next(),
        Some("🤖 Це можуть лише організатори.")
    );
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    let code = shows_door(&network, &oksana).await;
    let qr = card(&oksana);
    // Too early for names, too.
    network.presses_on(&oksana, &qr, "🔎 За іменем").await;
    assert_eq!(toast(&oksana), "Зарано: реєстрація почнеться 2 лютого, 11:00");
    network.pass(2 * DAY).await;
    assert_snapshot!(enters(&network, &petro, &code).await, @"
    🤖 🚪 Сесія «Друга сесія» уже позаду, реєстрацію завершено.
       [📅 До сесії] [🏠 Меню]
    ");
    network.presses_on(&oksana, &qr, "♻️ Новий код").await;
    assert_eq!(toast(&oksana), "Ця сесія вже позаду");
    // Names can still be noted, from a sheet of paper; not for ever.
    manages(&network, &oksana).await;
    let late = network.presses(&oksana, "🔎 За іменем").await;
    assert!(late.contains("[Петро]"), "{late}");
    network.pass(7 * DAY).await;
    assert_eq!(network.says(&oksana, "петро").await.lines().next(), Some("🤖 Ця сесія вже позаду"));

    announces(&network, &oksana, "20 лютого 12:00–18:00", "Київ").await;
    let code = shows_door(&network, &oksana).await;
    manages(&network, &oksana).await;
    network.presses(&oksana, "✖️ Скасувати").await;
    network.presses(&oksana, "Так, скасувати").await;
    assert_snapshot!(enters(&network, &petro, &code).await, @"
    🤖 ✖️ Сесію «Друга сесія» скасовано.
       [📅 До сесії] [🏠 Меню]
    ");
    assert_eq!(network.forges(&oksana, "k.2").await, "Цю сесію скасовано");
    network.end().await;
}

#[tokio::test]
async fn a_photographed_code_is_made_void() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    let old = shows_door(&network, &oksana).await;
    opens(&network).await;
    enters(&network, &petro, &old).await;
    let qr = card(&oksana);
    assert_snapshot!(network.presses_on(&oksana, &qr, "♻️ Новий код").await, @"
    🤖 ♻️ Зробити новий код для входу на «Друга сесія»? Старий одразу перестане діяти. Хто вже на місці, залишиться в списку.
       [♻️ Так, новий код]
       [← Назад] [🏠 Меню]
    ");
    network.presses(&oksana, "♻️ Так, новий код").await;
    let new = link_code(&caption(&oksana));
    assert_ne!(new, old);
    let void = shown(&oksana, "Цей код більше не діє");
    assert_eq!(void.message_id, qr.message_id, "the old card says so");
    let refused = enters(&network, &maria, &old).await;
    assert!(refused.contains("Ви вже в Мережі"), "an unknown link: {refused}");
    let welcome = enters(&network, &maria, &new).await;
    assert!(welcome.contains("Ви на місці"), "{welcome}");
    is_counted(&network).await;
    assert!(caption(&oksana).ends_with("На місці: 2 з 2"), "{}", caption(&oksana));
    let void = shown(&oksana, "Цей код більше не діє");
    network.presses_on(&oksana, &void, "🚪 Реєстрація на вході").await;
    assert_eq!(link_code(&caption(&oksana)), new);
    network.end().await;
}

#[tokio::test]
async fn a_stranger_at_the_door_joins_first() {
    let (network, oksana) = Network::start().await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    let code = shows_door(&network, &oksana).await;
    opens(&network).await;
    let stepan = network.arrives("Степан", "uk", &code).await;
    assert_snapshot!(stepan.screen(), @"
    🤖 🚪 Це вхід на сесію Мережі. Спершу приєднайтеся до Мережі, а потім відкрийте це посилання ще раз.

    Це Мережа — бот для людей, які разом працюють над стратегією. Сюди приходять за посиланням-запрошенням від організаторів.

    Якщо посилання немає, можна попроситися: організатори побачать ваше ім’я в Telegram.
       [🙋 Попроситися в Мережу]
    ");
    network.presses(&stepan, "🙋 Попроситися в Мережу").await;
    network.presses(&oksana, "✅ Пустити").await;
    network.presses(&stepan, "Як у моєму Telegram").await;
    network.presses(&stepan, "Пропустити").await;
    network.presses(&stepan, "Пропустити").await;
    let welcome = enters(&network, &stepan, &code).await;
    assert!(welcome.contains("Ви на місці"), "{welcome}");
    network.end().await;
}

#[tokio::test]
async fn people_are_let_in_by_name_and_a_slip_is_taken_back() {
    let (mut network, oksana) = Network::start().await;
    let [petro, _maria, _mariana, guest] =
        network.join(&oksana, ["Петро", "Марія", "Мар’яна Їжакевич", "Ґаля"]).await;
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "📄 Без Telegram").await;
    network.presses(&oksana, "➕ Додати людину").await;
    network.says(&oksana, "Баба Килина").await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    network.presses(&guest, "🙅 Не прийду").await;
    network.presses(&petro, "🤔 Ще не знаю").await;
    shows_door(&network, &oksana).await;
    opens(&network).await;
    let qr = card(&oksana);
    let list = network.presses_on(&oksana, &qr, "🔎 За іменем").await;
    assert_snapshot!(list, @"
    🤖 🔎 Хто на місці: Друга сесія
    👥 На місці: 0 з 0

    Торкніться імені, щоб відмітити людину, або напишіть частину імені.
       [Баба Килина]
       [Марія]
       [Мар’яна Їжакевич]
       [Оксана]
       [Петро]
       [✅ Готово] [🏠 Меню]
    ");
    let tapped = network.presses(&oksana, "Баба Килина").await;
    assert_snapshot!(tapped, @"
    🤖 🔎 Хто на місці: Друга сесія
    👥 На місці: 1 з 1

    ✅ Баба Килина — на місці.

    Торкніться імені, щоб відмітити людину, або напишіть частину імені.
       [↩️ Помилка: Баба Килина]
       [Марія]
       [Мар’яна Їжакевич]
       [Оксана]
       [Петро]
       [✅ Готово] [🏠 Меню]
    ");
    assert_eq!(toast(&oksana), "На місці: Баба Килина");
    // The wrong one.
    network.presses(&oksana, "Петро").await;
    let back = network.presses(&oksana, "↩️ Помилка: Петро").await;
    assert!(back.contains("↩️ Петро — відмітку знято."), "{back}");
    assert!(back.contains("На місці: 1 з 1"), "{back}");
    let card = network.forges(&petro, "e.1").await;
    assert_eq!(card, "");
    assert!(petro.screen().contains("Ви ще не знаєте"), "what they had said stays: {}", petro.screen());

    assert_snapshot!(network.says(&oksana, "МАР'ЯНА").await, @"
    🤖 🔎 Хто на місці: Друга сесія
    👥 На місці: 1 з 1

    За словами «МАР'ЯНА» знайдено: 1.
       [Мар’яна Їжакевич]
       [👥 Показати всіх]
       [✅ Готово] [🏠 Меню]
    ");
    network.presses(&oksana, "Мар’яна Їжакевич").await;
    network.restart().await;
    // Who has declined is found, too, and who is there can be taken back from the list.
    assert!(network.says(&oksana, "ґал").await.contains("[Ґаля]"), "{}", oksana.screen());
    network.presses(&oksana, "Ґаля").await;
    assert!(network.says(&oksana, "їжак").await.contains("[✅ Мар’яна Їжакевич]"), "{}", oksana.screen());
    network.presses(&oksana, "✅ Мар’яна Їжакевич").await;
    assert_snapshot!(network.says(&oksana, "нікого такого").await, @"
    🤖 🔎 Хто на місці: Друга сесія
    👥 На місці: 2 з 2

    За словами «нікого такого» нікого не знайдено. Спробуйте інакше.
       [👥 Показати всіх]
       [✅ Готово] [🏠 Меню]
    ");
    network.presses(&oksana, "👥 Показати всіх").await;
    let managed = network.presses(&oksana, "✅ Готово").await;
    assert!(managed.contains("На місці: 2 з 2"), "{managed}");
    assert!(network.says(&oksana, "петро").await.contains("Що з цим зробити"), "{}", oksana.screen());
    // An old button still does what it says, once.
    network.presses(&oksana, "Нічого").await;
    network.forges(&oksana, "kg.1.2.1").await;
    network.forges(&oksana, "kg.1.2.1").await;
    is_counted(&network).await;
    assert!(caption(&oksana).ends_with("На місці: 3 з 3"), "{}", caption(&oksana));
    assert_eq!(network.forges(&oksana, "kg.1.99.1").await, "Цієї людини вже немає в Мережі");
    assert_eq!(network.forges(&oksana, "kg.9.2.1").await, "Цієї сесії немає, або вас на неї не запрошували");
    network.end().await;
}

#[tokio::test]
async fn long_lists_come_in_pages() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    for number in 1..=10 {
        network.joins(&code, &format!("Учасник {number:02}"), "Влада", "Донеччина").await;
    }
    announces(&network, &oksana, "2 лютого 12:00", "Київ").await;
    opens(&network).await;
    manages(&network, &oksana).await;
    network.presses(&oksana, "🚪 Реєстрація на вході").await;
    network.presses(&oksana, "🔎 За іменем").await;
    let second = network.presses(&oksana, "→").await;
    assert!(second.contains("[2 / 2]") && second.contains("Учасник 10"), "{second}");
    network.says(&oksana, "УЧАСНИК").await;
    assert!(oksana.screen().contains("знайдено: 10"), "{}", oksana.screen());
    let more = network.presses(&oksana, "→").await;
    assert!(more.contains("знайдено: 10") && more.contains("[2 / 2]"), "the words stay: {more}");
    network.end().await;
}

#[tokio::test]
async fn only_organizers_keep_the_door() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    let code = shows_door(&network, &oksana).await;
    opens(&network).await;
    for forged in ["k.1", "kr.1", "kr.1.1", "kn.1", "kn.1.0", "kg.1.2.1", "kg.1.2.0", "kd.1"] {
        assert_eq!(network.forges(&petro, forged).await, "Це можуть лише організатори.", "{forged}");
    }
    is_counted(&network).await;
    assert!(caption(&oksana).ends_with("На місці: 0 з 0"), "{}", caption(&oksana));
    assert_eq!(shows_door(&network, &oksana).await, code);
    // Of two cards on a phone the newer one is kept up to date.
    let newer = card(&oksana).message_id;
    enters(&network, &petro, &code).await;
    is_counted(&network).await;
    let counted = shown(&oksana, "На місці: 1 з 1").message_id;
    assert_eq!(counted, newer);
    assert_eq!(times(&oksana, "На місці: 0 з 0"), 1, "{}", oksana.transcript());
    let press = data(&shown(&oksana, "На місці: 1 з 1"), "🔎 За іменем");
    assert_eq!(press, "kn.1");
    network.end().await;
}

#[tokio::test]
async fn those_who_were_there_are_asked_how_it_was() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    network.presses(&petro, "✅ Прийду").await;
    network.presses(&maria, "🙅 Не прийду").await;
    let code = shows_door(&network, &oksana).await;
    opens(&network).await;
    enters(&network, &maria, &code).await;
    network.pass(8 * HOUR).await;
    assert_eq!(times(&maria, "Як усе пройшло?"), 1, "{}", maria.transcript());
    for person in [&petro, &andrii] {
        assert_eq!(times(person, "Як усе пройшло?"), 0, "not there: {}", person.transcript());
    }
    network.end().await;
}

#[tokio::test]
async fn an_online_session_has_a_door_too() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "https://meet.example.org").await;
    let code = shows_door(&network, &oksana).await;
    opens(&network).await;
    enters(&network, &petro, &code).await;
    let card = network.presses(&petro, "📅 До сесії").await;
    assert!(card.contains("🔗 https://meet.example.org"), "{card}");
    network.end().await;
}
