//! The gallery: pictures of what was made, from whoever is there, for whoever was invited.

use insta::assert_snapshot;
use merezha::rehearsal::{FileKind, Person};

use super::{DAY, HOUR, announces, times};
use crate::support::{Network, link_code, picture, shown, toast};

/// A session that is on: Оксана has called people in, Петро is there, Марія is not.
async fn in_the_room() -> (Network, Person, Person, Person) {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    announces(&network, &oksana, "2 лютого 12:00–18:00", "Київ").await;
    network.says(&oksana, "/checkin").await;
    let code = link_code(&oksana.screen());
    network.pass(DAY).await;
    petro.follows_link(&code);
    network.settle().await;
    (network, oksana, petro, maria)
}

/// Somebody adds one picture, and finishes.
async fn adds(network: &Network, person: &Person, words: &str) {
    network.forges(person, "fa.1").await;
    network.attaches(person, FileKind::Photo, words).await;
    network.presses(person, "✅ Готово").await;
}

/// The words below the pictures that somebody sees, going through all of them.
async fn looks(network: &Network, person: &Person) -> Vec<String> {
    network.forges(person, "f.1").await;
    let mut seen: Vec<String> = Vec::new();
    loop {
        let newest = person.newest().expect("a picture");
        let words = newest.caption.clone().unwrap_or_default();
        let place = newest.buttons().nth(1).map(|button| button.text.clone()).unwrap_or_default();
        seen.push(format!("{place} {}", words.lines().last().unwrap_or_default()));
        if newest.buttons().all(|button| button.text != "▶")
            || place.starts_with(&format!("{}/", count(&place)))
        {
            return seen;
        }
        network.presses(person, "▶").await;
    }
}

fn count(place: &str) -> &str {
    place.split_once('/').map_or("1", |(_, count)| count)
}

#[tokio::test]
async fn pictures_with_words_form_a_gallery_without_names() {
    let (mut network, oksana, petro, maria) = in_the_room().await;
    assert_snapshot!(network.presses(&petro, "📷 Додати фото").await, @"
    🤖 📷 Надсилайте фото малюнків і макетів, по одному або альбомом. Підпис до фото побачать усі запрошені, ваше ім’я — ні. Можна додати ще 30 фото.
       [✅ Готово]
    ");
    assert_snapshot!(network.attaches(&petro, FileKind::Photo, "Міст <між> громадами").await, @"
    🤖 📷 Додано. Усього ваших фото тут: 1.
    Надсилайте ще або завершіть.
       [✅ Готово]
    ");
    assert_snapshot!(network.attaches(&petro, FileKind::Photo, "").await, @"
    🤖 📷 Додано. Усього ваших фото тут: 2.
    Можна написати до нього підпис, надіслати ще фото або завершити.
       [✅ Готово]
    ");
    assert_snapshot!(network.says(&petro, &"д".repeat(201)).await, @"
    🤖 📷 Фото вже в галереї, а підпис задовгий: 201 знак, а вміститься щонайбільше 200. Напишіть коротший — він стане під цим фото.
       [✅ Готово]
    ");
    assert_snapshot!(network.says(&petro, "Дім зі світлом").await, @"
    🤖 💬 Підпис додано.
    Надсилайте ще або завершіть.
       [✅ Готово]
    ");
    let refused = network.attaches(&petro, FileKind::Document, "план").await;
    assert!(refused.contains("саме як фото"), "{refused}");
    let refused = network.says(&petro, "А що далі?").await;
    assert!(refused.contains("Тут потрібні фото"), "every picture has words: {refused}");
    // Words that are too long do not keep a picture out, and a restart forgets nothing.
    let long = network.attaches(&petro, FileKind::Photo, &"д".repeat(201)).await;
    assert!(long.contains("Фото вже в галереї, а підпис задовгий: 201 знак"), "{long}");
    network.restart().await;
    network.says(&petro, "Дорога").await;
    assert_eq!(toast_of_done(&network, &petro).await, "");
    assert_snapshot!(petro.screen(), @"
    🤖 📅 Друга сесія

    🕙 2 лютого, 12:00–18:00
    📍 Київ

    🚪 Ви на місці. Раді вас бачити!
       [💬 Додати слово] [🗓 У календар]
       [📷 Додати фото] [🖼 Галерея (3)]
       [📅 Усі сесії] [🏠 Меню]
    ");

    network.says(&maria, "/session").await;
    network.presses(&maria, "🟢 2 лютого · Друга сесія").await;
    assert!(
        maria.screen().contains("[🖼 Галерея (3)]") && !maria.screen().contains("Додати фото"),
        "{}",
        maria.screen()
    );
    let messages = maria.messages().len();
    assert_snapshot!(network.presses(&maria, "🖼 Галерея (3)").await, @"
    🤖 <photo> 🖼 Друга сесія

    Дорога
       [◀] [1/3] [▶]
       [📅 До сесії] [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&maria, "▶").await, @"
    🤖 <photo> 🖼 Друга сесія

    Дім зі світлом
       [◀] [2/3] [▶]
       [📅 До сесії] [🏠 Меню]
    ");
    network.presses(&maria, "▶").await;
    assert!(maria.screen().contains("Міст <між> громадами"), "{}", maria.screen());
    network.presses(&maria, "▶").await;
    network.presses(&maria, "◀").await;
    assert_eq!(maria.messages().len(), messages + 1, "in place: {}", maria.transcript());
    assert!(
        maria.screen().contains("[3/3]"),
        "from the last one it goes on to the first: {}",
        maria.screen()
    );
    assert_eq!(times(&maria, "Петро"), 0, "{}", maria.transcript());
    assert_eq!(
        looks(&network, &oksana).await,
        ["1/3 Дорога", "2/3 Дім зі світлом", "3/3 Міст <між> громадами"]
    );
    network.end().await;
}

/// Finishes adding; what the toast says.
async fn toast_of_done(network: &Network, person: &Person) -> String {
    let before = person.toasts().len();
    network.presses(person, "✅ Готово").await;
    person.toasts().get(before).cloned().unwrap_or_default()
}

#[tokio::test]
async fn every_photo_of_an_album_is_taken_and_answered_once() {
    let (network, oksana, petro, _maria) = in_the_room().await;
    network.presses(&petro, "📷 Додати фото").await;
    let before = petro.messages().len();
    petro.attaches_album(&[picture().into(), picture().into(), picture().into()], "Макет міста");
    network.settle().await;
    assert_eq!(petro.messages().len(), before + 4, "one answer: {}", petro.transcript());
    assert_snapshot!(petro.screen(), @"
    🤖 📷 Альбом прийнято: у галереї будуть усі його фото.
    Надсилайте ще або завершіть.
       [✅ Готово]
    ");
    // Words that are too long in the midst are said, and others can follow.
    let long = "д".repeat(300);
    petro.attaches_captioned(&[
        (picture().into(), "Перше"),
        (picture().into(), &long),
        (picture().into(), ""),
    ]);
    network.settle().await;
    assert!(petro.screen().contains("300 знаків"), "{}", petro.screen());
    network.says(&petro, "Друге").await;
    assert!(petro.screen().contains("Підпис додано"), "{}", petro.screen());
    assert_eq!(looks(&network, &oksana).await.len(), 6);
    let words = looks(&network, &oksana).await;
    assert!(words[1].ends_with("Друге") && words[2].ends_with("Перше"), "{words:?}");
    network.end().await;
}

#[tokio::test]
async fn a_person_adds_thirty_and_no_more_than_that() {
    let (network, _oksana, petro, maria) = in_the_room().await;
    network.presses(&petro, "📷 Додати фото").await;
    for _ in 0..3 {
        let photos: Vec<_> = (0..10).map(|_| picture().into()).collect();
        petro.attaches_album(&photos, "");
    }
    network.settle().await;
    let before = petro.messages().len();
    petro.attaches_album(&[picture().into(), picture().into()], "Ще");
    network.settle().await;
    assert_eq!(petro.messages().len(), before + 3, "said once: {}", petro.transcript());
    assert!(petro.screen().contains("щонайбільше 30 фото"), "{}", petro.screen());
    network.presses(&petro, "✅ Готово").await;
    assert!(petro.screen().contains("Галерея (30)"), "{}", petro.screen());
    network.presses(&petro, "🖼 Галерея (30)").await;
    network.presses(&petro, "🗑 Забрати фото").await;
    network.presses(&petro, "🗑 Так, забрати").await;
    adds(&network, &petro, "Нове").await;
    network.forges(&maria, "f.1").await;
    assert!(maria.screen().contains("Нове"), "{}", maria.screen());
    network.end().await;
}

#[tokio::test]
async fn the_author_and_organizers_take_pictures_away() {
    let (network, oksana, petro, maria) = in_the_room().await;
    adds(&network, &petro, "Перше").await;
    adds(&network, &petro, "Друге").await;
    adds(&network, &oksana, "Третє").await;
    let foreign = network.forges(&maria, "f.1").await;
    assert_eq!(foreign, "");
    assert!(!maria.screen().contains("Забрати"), "{}", maria.screen());
    for forged in ["fx.1.1", "fx.1.1.1"] {
        let refused = "Забрати фото може лише той, хто його надіслав, або організатори";
        assert_eq!(network.forges(&maria, forged).await, refused);
    }
    assert_eq!(
        network.forges(&petro, "fx.1.3.1").await,
        "Забрати фото може лише той, хто його надіслав, або організатори"
    );
    network.forges(&petro, "f.1.2").await;
    assert_snapshot!(network.presses(&petro, "🗑 Забрати фото").await, @"
    🤖 <photo> 🖼 Друга сесія

    Друге

    🗑 Забрати це фото з галереї? Повернути його не вийде.
       [🗑 Так, забрати]
       [← Назад]
    ");
    network.presses(&petro, "← Назад").await;
    assert!(petro.screen().contains("[2/3]"), "{}", petro.screen());
    network.presses(&petro, "🗑 Забрати фото").await;
    assert!(
        network.presses(&petro, "🗑 Так, забрати").await.contains("Перше"),
        "the next one: {}",
        petro.screen()
    );
    assert_eq!(toast(&petro), "Фото забрано");
    // Марія still looks at what is gone; an old button shows what is there.
    network.forges(&maria, "f.1.2").await;
    assert!(maria.screen().contains("Перше") && maria.screen().contains("[2/2]"), "{}", maria.screen());
    network.forges(&petro, "fx.1.2.1").await;
    assert_eq!(toast(&petro), "Цього фото вже немає");
    network.forges(&oksana, "fx.1.1.1").await;
    network.forges(&oksana, "fx.1.3.1").await;
    assert_snapshot!(oksana.screen(), @"
    🤖 🖼 У галереї вже немає жодного фото.
       [📅 До сесії] [🏠 Меню]
    ");
    network.forges(&maria, "f.1").await;
    assert_eq!(toast(&maria), "Галерея порожня");
    network.end().await;
}

#[tokio::test]
async fn only_those_who_are_there_add_pictures_and_only_guests_see_them() {
    let (network, oksana, petro, maria) = in_the_room().await;
    let refused = "📷 Фото додають ті, хто на місці: від реєстрації на вході й до тижня після сесії.";
    assert_eq!(network.forges(&maria, "fa.1").await, refused);
    assert_eq!(network.forges(&maria, "fa.7").await, refused);
    adds(&network, &petro, "Міст").await;
    // Two quick taps, and a button that has had its time.
    network.forges(&petro, "fd").await;
    assert_eq!(toast(&petro), "Фото вже додано");
    let [late] = network.join(&oksana, ["Пізня"]).await;
    network.pass(DAY).await;
    let [later] = network.join(&oksana, ["Ще пізніша"]).await;
    for forged in ["f.1", "f.1.1", "fx.1.1", "fx.1.1.1"] {
        assert_eq!(network.forges(&later, forged).await, "Цієї сесії немає, або вас на неї не запрошували");
    }
    drop(late);
    // A photo that comes when nothing is asked is offered back, as ever.
    let offered = network.attaches(&petro, FileKind::Photo, "Ще одне").await;
    assert!(offered.contains("Що з цим зробити"), "{offered}");
    network.end().await;
}

#[tokio::test]
async fn pictures_are_taken_for_a_week_and_stay_when_somebody_leaves() {
    let (network, oksana, petro, maria) = in_the_room().await;
    network.pass(6 * HOUR + 7 * DAY - HOUR).await;
    network.says(&petro, "/session").await;
    let page = network.presses(&petro, "🏁 2 лютого · Друга сесія").await;
    assert!(page.contains("[📷 Додати фото]"), "{page}");
    network.presses(&petro, "📷 Додати фото").await;
    network.attaches(&petro, FileKind::Photo, "Встиг").await;
    network.pass(HOUR).await;
    let late = network.attaches(&petro, FileKind::Photo, "Не встиг").await;
    assert!(late.contains("до тижня після сесії"), "{late}");
    let offered = network.attaches(&petro, FileKind::Photo, "Не встиг").await;
    assert!(offered.contains("Що з цим зробити"), "{offered}");
    network.says(&petro, "/settings").await;
    network.presses(&petro, "🚪 Вийти й стерти мої дані").await;
    let leave = petro.newest().expect("a question");
    let yes = leave.buttons().find(|button| button.text.starts_with("Так")).expect("yes").text.clone();
    network.presses(&petro, &yes).await;
    network.says(&maria, "/session").await;
    network.presses(&maria, "🏁 2 лютого · Друга сесія").await;
    network.presses(&maria, "🖼 Галерея (1)").await;
    assert!(shown(&maria, "Встиг").caption.is_some());
    assert_eq!(looks(&network, &oksana).await.len(), 1);
    network.presses(&oksana, "🗑 Забрати фото").await;
    network.presses(&oksana, "🗑 Так, забрати").await;
    assert!(oksana.screen().contains("жодного фото"), "{}", oksana.screen());
    network.end().await;
}
