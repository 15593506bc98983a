//! Letters at the desk: the oldest first, taken by one, seen by all, and read as conversations.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Person;

use crate::support::{Network, shown, toast};

async fn writes(network: &Network, person: &Person, words: &str) {
    network.says(person, "/menu").await;
    network.presses(person, "✉️ Лист організаторам").await;
    network.says(person, words).await;
    network.presses(person, "✉️ Надіслати").await;
}

#[tokio::test]
async fn two_who_answer_see_one_another() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    network.appoints(&maria, "moderator").await;
    writes(&network, &petro, "Чи буде переклад?").await;
    network.pass(Duration::from_secs(60)).await;
    writes(&network, &andrii, "Коли автобус?").await;
    network.says(&oksana, "/desk").await;
    let list = network.presses(&oksana, "✉️ Листи (2)").await;
    assert_snapshot!(list, @"
    🤖 ✉️ Листи
    Чекають на відповідь 2 розмови, найдавніші згори.
       [✉️ Петро · Чи буде переклад?]
       [✉️ Андрій · Коли автобус?]
       [← Назад] [🏠 Меню]
    ");
    network.forges(&maria, "la.1").await;
    assert!(shown(&oksana, "Зараз відповідає Марія").text.is_some());
    assert!(
        network.forges(&oksana, "la.1").await.starts_with("Зараз відповідає Марія."),
        "{}",
        toast(&oksana)
    );
    // A quarter of an hour later it is free again.
    network.pass(Duration::from_secs(16 * 60)).await;
    assert!(!oksana.transcript().contains("✍️ Зараз відповідає Марія"), "{}", oksana.transcript());
    network.forges(&oksana, "la.1").await;
    network.says(&oksana, "Так, буде").await;
    assert!(petro.transcript().contains("Так, буде"));
    assert!(shown(&maria, "✅ Відповідь надіслано · Оксана").text.is_some());
    // Maria's words were on their way.
    let late = network.says(&maria, "Буде, з англійської").await;
    assert!(late.contains("Відповідь надіслано"), "{late}");
    assert!(petro.transcript().contains("Буде, з англійської"));
    network.says(&maria, "/desk").await;
    let desk = network.presses(&maria, "✉️ Листи (1)").await;
    assert_snapshot!(desk, @"
    🤖 ✉️ Листи
    Чекає на відповідь 1 розмова, найдавніші згори.
       [✉️ Андрій · Коли автобус?]
       [✅ Петро · Буде, з англійської]
       [← Назад] [🏠 Меню]
    ");
    network.forges(&maria, "lx.2").await;
    assert_eq!(toast(&maria), "Лист закрито");
    assert!(shown(&oksana, "✅ Закрито без відповіді · Марія").text.is_some());
    // Who is neither moderator nor organizer.
    for forged in ["ll.0", "lc.1", "lw.1", "lx.1", "la.1"] {
        assert!(!network.forges(&andrii, forged).await.is_empty(), "{forged}");
    }
    assert!(!andrii.transcript().contains("Чи буде переклад?"));
    network.end().await;
}

#[tokio::test]
async fn several_letters_of_a_person_read_as_a_conversation() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    writes(&network, &petro, "Чи буде переклад?").await;
    network.presses(&oksana, "↩️ Відповісти").await;
    network.says(&oksana, "Так").await;
    network.presses(&petro, "↩️ Відповісти").await;
    network.says(&petro, "З якої мови?").await;
    network.presses(&petro, "✉️ Надіслати").await;
    let answer = shown(&petro, "Так");
    petro.replies(answer.message_id, "І для кого?");
    network.settle().await;
    network.presses(&petro, "✉️ Надіслати").await;
    let conversation = network.presses(&oksana, "🧵 Розмова").await;
    assert_snapshot!(conversation, @"
    🤖 ✉️ Пише Петро:

    ✉️ 1 лютого, 12:00
    Чи буде переклад?

    ↩️ Оксана · 1 лютого, 12:00
    Так

    ✉️ 1 лютого, 12:00
    З якої мови?

    ✉️ 1 лютого, 12:00
    І для кого?
       [↩️ Відповісти]
       [📖 Останній лист повністю]
       [✅ Закрити без відповіді]
       [✉️ Листи] [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn an_answer_to_an_announcement_says_what_it_answers() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Сесія о десятій").await;
    network.presses(&oksana, "👥 Усім (2)").await;
    network.presses(&oksana, "📣 Надіслати").await;
    let got = shown(&petro, "Сесія о десятій");
    petro.replies(got.message_id, "Можна онлайн?");
    network.settle().await;
    assert_snapshot!(petro.screen(), @"
    🤖 Надіслати це організаторам як відповідь на оголошення? Вони побачать ваше ім’я в Мережі.

    🎭 Можна й без імені: тоді ніхто не побачить, хто написав. Щоб відповідь дійшла, бот тримає шлях до вас запечатаним і знищить його через тиждень після відповіді.
       [✉️ Надіслати] [🎭 Без імені]
       [Скасувати]
    ");
    network.presses(&petro, "✉️ Надіслати").await;
    let said = oksana.transcript();
    let (_, letter) = said.rsplit_once("✉️ Пише").expect("the letter");
    assert_snapshot!(letter, @"
     Петро:
    ↩️ На оголошення «Сесія о десятій»
    🤖 Можна онлайн?
       [↩️ Відповісти] [🧵 Розмова]
       [🏠 Меню]
    ");
    network.end().await;
}
