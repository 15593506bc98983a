//! Announcing: any message, to whom, how far it has come; and people who cannot be reached.

mod changed;
mod english;
mod killed;
mod later;
mod read;

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::{Entity, FileKind, Kind, Person};

use crate::support::{Network, shown, toast};

/// The organizer writes an announcement and chooses whom it is for.
async fn prepares(network: &Network, oksana: &Person, text: &str, audience: &str) -> String {
    network.says(oksana, "/announce").await;
    network.says(oksana, text).await;
    network.presses(oksana, audience).await
}

#[tokio::test]
async fn a_text_arrives_as_it_was_though_the_original_is_deleted() {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    let asked = network.says(&oksana, "/announce").await;
    assert_snapshot!(asked, @r"
    🤖 📣 Надішліть повідомлення для оголошення: текст із форматуванням, фото, документ, відео чи голосове. Воно дійде саме таким, яким ви його надішлете.
       [Скасувати]
    ");
    let mut link = Entity::new(Kind::TextLink, 19, 4);
    link.url = Some("https://example.org/map".into());
    let formatting = vec![Entity::new(Kind::Bold, 0, 6), link, Entity::new(Kind::Spoiler, 24, 7)];
    let original = oksana.says_formatted("Сесія у Києві: ось мапа й <секрет>", formatting);
    network.settle().await;
    assert_snapshot!(oksana.transcript().rsplit_once("Оксана: ").expect("said").1, @"
    Сесія у Києві: ось мапа й <секрет>
    🤖 Сесія у Києві: ось мапа й <секрет>
    🤖 ☝️ Так це виглядатиме. Кому надіслати?
       [👥 Усім (4)]
       [Влада (2)] [Громадськість (2)]
       [Луганщина (2)] [Донеччина (2)]
       [🔎 Обрати точніше]
       [✏️ Інше повідомлення]
       [Скасувати]
    ");
    assert!(oksana.deletes(original.message_id));
    let confirm = network.presses(&oksana, "👥 Усім (4)").await;
    assert_snapshot!(confirm, @"
    🤖 Кому: усім.
    Отримають: 4 людини. Надсилаємо?
       [📣 Надіслати]
       [⏰ На певний час]
       [Просити «прочитано»]
       [👥 Інші адресати]
       [✏️ Інше повідомлення]
       [Скасувати]
    ");
    network.presses(&oksana, "📣 Надіслати").await;
    network.tick().await;
    for person in people.iter().chain([&oksana]) {
        let got = shown(person, "Сесія у Києві");
        assert_eq!(got.text, original.text);
        assert_eq!(got.entities, original.entities, "the formatting is the same");
        assert_eq!(got.buttons().map(|b| b.text.as_str()).collect::<Vec<_>>(), ["🏠 Меню"]);
    }
    let card = shown(&oksana, "Оголошення надіслано");
    assert_snapshot!(card.text.as_deref().unwrap_or_default(), @r"
    ✅ Оголошення надіслано
    Кому: усім

    ▰▰▰▰▰▰▰▰▰▰ 4 / 4
    Надіслано: 4 · Бот заблоковано: 0 · Не вдалося: 0
    ");
    network.end().await;
}

#[tokio::test]
async fn files_arrive_with_their_captions() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    for (kind, name) in [
        (FileKind::Photo, "photo"),
        (FileKind::Document, "document"),
        (FileKind::Video, "video"),
        (FileKind::Voice, "voice"),
        (FileKind::Audio, "audio"),
        (FileKind::Animation, "animation"),
        (FileKind::VideoNote, "video_note"),
    ] {
        let caption = if kind == FileKind::VideoNote { "" } else { "Дивіться" };
        network.says(&oksana, "/announce").await;
        network.attaches(&oksana, kind, caption).await;
        network.presses(&oksana, "👥 Усім (2)").await;
        network.presses(&oksana, "📣 Надіслати").await;
        let got = petro.newest().expect("the announcement");
        assert_eq!(got.media(), Some(name));
        assert_eq!(got.caption.as_deref().unwrap_or_default(), caption, "{name}");
    }
    network.end().await;
}

#[tokio::test]
async fn a_sector_or_a_region_alone_hears_what_is_meant_for_it() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Для влади").await;
    assert_snapshot!(oksana.screen(), @"
    🤖 ☝️ Так це виглядатиме. Кому надіслати?
       [👥 Усім (3)]
       [Влада (1)] [Громадськість (2)]
       [Луганщина (2)] [Донеччина (1)]
       [🔎 Обрати точніше]
       [✏️ Інше повідомлення]
       [Скасувати]
    ");
    let confirm = network.presses(&oksana, "Влада (1)").await;
    assert_snapshot!(confirm, @"
    🤖 Кому: Влада.
    Отримає: 1 людина. Надсилаємо?
       [📣 Надіслати]
       [⏰ На певний час]
       [Просити «прочитано»]
       [👥 Інші адресати]
       [✏️ Інше повідомлення]
       [Скасувати]
    ");
    network.presses(&oksana, "👥 Інші адресати").await;
    network.presses(&oksana, "Влада (1)").await;
    network.presses(&oksana, "✏️ Інше повідомлення").await;
    network.says(&oksana, "Лише для влади").await;
    network.presses(&oksana, "📣 Надіслати").await;
    assert!(petro.screen().contains("Лише для влади"), "{}", petro.screen());
    assert!(!maria.transcript().contains("для влади"), "{}", maria.transcript());
    let confirm = prepares(&network, &oksana, "Луганщино!", "Луганщина (2)").await;
    assert!(confirm.contains("Отримають: 2 людини"), "{confirm}");
    network.presses(&oksana, "📣 Надіслати").await;
    assert!(maria.screen().contains("Луганщино!"), "{}", maria.screen());
    assert!(!petro.transcript().contains("Луганщино!"), "{}", petro.transcript());
    network.end().await;
}

#[tokio::test]
async fn who_blocked_the_bot_is_marked_left_out_and_welcome_back() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    // Telegram says that Petro blocked the bot only when it writes to him; Maria's account is deleted.
    network.telegram.with(|world| world.chat_mut(petro.id()).expect("a chat").blocked = true);
    maria.deletes_account();
    prepares(&network, &oksana, "Перше", "👥 Усім (3)").await;
    network.presses(&oksana, "📣 Надіслати").await;
    network.tick().await;
    assert_snapshot!(shown(&oksana, "Оголошення надіслано").text.as_deref().unwrap_or_default(), @r"
    ✅ Оголошення надіслано
    Кому: усім

    ▰▰▰▰▰▰▰▰▰▰ 3 / 3
    Надіслано: 1 · Бот заблоковано: 2 · Не вдалося: 0
    ");
    assert!(network.says(&oksana, "/desk").await.contains("У Мережі 3 людини, повідомлення доходять до 1."));

    let confirm = prepares(&network, &oksana, "Друге", "👥 Усім (1)").await;
    assert!(confirm.contains("Отримає: 1 людина"), "{confirm}");
    network.presses(&oksana, "📣 Надіслати").await;
    petro.unblocks();
    network.settle().await;
    prepares(&network, &oksana, "Третє", "👥 Усім (2)").await;
    network.presses(&oksana, "📣 Надіслати").await;
    assert!(petro.screen().contains("Третє"), "{}", petro.screen());
    assert!(!petro.transcript().contains("Друге"), "{}", petro.transcript());

    // This time the phone says so at once, and the announcement waits for its confirmation meanwhile.
    prepares(&network, &oksana, "Четверте", "👥 Усім (2)").await;
    petro.blocks();
    network.settle().await;
    network.presses(&oksana, "📣 Надіслати").await;
    network.tick().await;
    let card = shown(&oksana, "Оголошення надіслано").text.clone().unwrap_or_default();
    assert!(card.contains("Надіслано: 1 · Бот заблоковано: 0"), "{card}");
    petro.unblocks();
    let menu = network.says(&petro, "/menu").await;
    assert!(menu.contains("🏠 Мережа"), "{menu}");
    network.end().await;
}

/// Eight people, a slow pace, and an announcement to them that is really under way.
async fn under_way() -> (Network, Person, Vec<Person>) {
    let (mut network, oksana) = Network::start().await;
    let names = ["Петро", "Марія", "Андрій", "Ірина", "Юрій", "Софія", "Тарас", "Надія"];
    let people = network.join(&oksana, names).await.to_vec();
    prepares(&network, &oksana, "Важлива новина", "👥 Усім (9)").await;
    network.set("MEREZHA_MESSAGES_PER_SECOND", "3");
    network.restart().await;
    let press = oksana.presses("📣 Надіслати");
    press.answer().await.expect("an answer");
    let ids: Vec<i64> = people.iter().map(Person::id).collect();
    let begun = network.telegram.wait("the first to get it", Duration::from_secs(10), move |world| {
        let has = |id: &i64| {
            world
                .chat(*id)
                .is_some_and(|chat| chat.iter().any(|m| m.text.as_deref() == Some("Важлива новина")))
        };
        ids.iter().any(has)
    });
    begun.await.expect("it is on its way");
    (network, oksana, people)
}

fn got_it(people: &[Person]) -> usize {
    people.iter().filter(|person| person.transcript().contains("Важлива новина")).count()
}

#[tokio::test]
async fn sending_is_paused_and_goes_on() {
    let (network, oksana, people) = under_way().await;
    let card = network.presses(&oksana, "⏸ Пауза").await;
    assert_eq!(toast(&oksana), "Надсилання призупинено");
    assert!(
        shown(&oksana, "⏸ Оголошення призупинено").buttons().any(|b| b.text == "▶️ Продовжити"),
        "{card}"
    );
    let had = got_it(&people);
    assert!((1..8).contains(&had), "{had} of 8 had it when it was paused");
    network.presses(&oksana, "▶️ Продовжити").await;
    assert_eq!(toast(&oksana), "Надсилання триває");
    assert_eq!(got_it(&people), 8);
    network.tick().await;
    assert_snapshot!(shown(&oksana, "Оголошення надіслано").text.as_deref().unwrap_or_default(), @r"
    ✅ Оголошення надіслано
    Кому: усім

    ▰▰▰▰▰▰▰▰▰▰ 9 / 9
    Надіслано: 9 · Бот заблоковано: 0 · Не вдалося: 0
    ");
    let once = people.iter().all(|person| person.transcript().matches("Важлива новина").count() == 1);
    assert!(once, "nobody has it twice");
    network.end().await;
}

#[tokio::test]
async fn the_rest_is_cancelled_once_that_is_confirmed() {
    let (network, oksana, people) = under_way().await;
    network.presses(&oksana, "✖️ Скасувати").await;
    network.tick().await;
    let asked = shown(&oksana, "Скасувати решту?");
    let buttons: Vec<_> = asked.buttons().map(|b| b.text.clone()).collect();
    assert_eq!(buttons, ["Так, скасувати", "▶️ Продовжити"], "the question stands until it is answered");
    let had = got_it(&people);
    network.presses(&oksana, "Так, скасувати").await;
    assert_eq!(toast(&oksana), "Решту скасовано");
    network.tick().await;
    assert_eq!(got_it(&people), had, "nobody else gets it");
    assert!((1..8).contains(&had), "{had} of 8 had it");
    let card = shown(&oksana, "✖️ Оголошення скасовано");
    let own = usize::from(
        oksana.messages().iter().filter(|m| m.text.as_deref() == Some("Важлива новина")).count() > 2,
    );
    let text = card.text.clone().unwrap_or_default();
    assert!(text.contains(&format!("Надіслано: {}", had + own)), "{text}");
    // One was on its way when it was cancelled, and arrives.
    let mut tx = network.bot().app.db.write().await.expect("begins");
    let late = "update delivery set state = 'sent', sent_as = 1
                where id = (select min(id) from delivery where state = 'cancelled')";
    sqlx::query(late).execute(&mut *tx).await.expect("arrives");
    tx.commit().await.expect("commits");
    network.tick().await;
    let text = shown(&oksana, "✖️ Оголошення скасовано").text.clone().unwrap_or_default();
    assert!(text.contains(&format!("Надіслано: {}", had + own + 1)), "{text}");
    let stale = network.forges(&oksana, "ac.1").await;
    assert_eq!(stale, "Решту скасовано", "what is cancelled does not go on");
    assert_eq!(got_it(&people), had);
    network.end().await;
}

#[tokio::test]
async fn a_second_quick_tap_takes_nothing_away() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    prepares(&network, &oksana, "Важлива новина", "👥 Усім (2)").await;
    let confirm = oksana.newest().expect("the question");
    let first = oksana.presses_on(confirm.message_id, "📣 Надіслати");
    let second = oksana.presses_on(confirm.message_id, "📣 Надіслати");
    network.settle().await;
    assert!(first.answered().is_some() && second.answered().is_some());
    assert_eq!(petro.transcript().matches("Важлива новина").count(), 1, "{}", petro.transcript());
    network.tick().await;
    let card = shown(&oksana, "Кому: усім");
    assert!(card.buttons().any(|b| b.text == "🏠 Меню"), "{}", oksana.transcript());
    network.end().await;
}

#[tokio::test]
async fn nobody_to_send_to_and_a_text_too_long_are_said() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    prepares(&network, &oksana, "Для влади", "Влада (1)").await;
    petro.blocks();
    network.settle().await;
    network.presses(&oksana, "📣 Надіслати").await;
    assert_eq!(toast(&oksana), "Тут зараз немає кому надсилати. Оберіть інших адресатів.");
    network.presses(&oksana, "👥 Інші адресати").await;
    network.presses(&oksana, "👥 Усім (1)").await;
    network.presses(&oksana, "Скасувати").await;
    network.presses(&oksana, "🏠 Меню").await;
    for data in ["as", "au.-", "au", "ar", "ap.5", "ax.5", "ax.5.1"] {
        assert!(!network.forges(&oksana, data).await.is_empty(), "{data}");
    }
    network.end().await;
}
