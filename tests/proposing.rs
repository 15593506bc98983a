//! Handing in proposals: words, a drawing, both; and what becomes of them.

use insta::assert_snapshot;
use merezha::rehearsal::FileKind;

use crate::support::{Network, shown, toast};

#[tokio::test]
async fn words_are_seen_as_they_will_look_and_get_a_number() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    let nothing = network.says(&petro, "/propose").await;
    assert_snapshot!(nothing, @r"
    🤖 Зараз немає відкритих зборів пропозицій. Щойно організатори їх оголосять, вам прийде повідомлення.
       [📋 Усі пропозиції]
       [🏠 Меню]
    ");
    network.says(&oksana, "/newcall").await;
    let preview = network.says(&oksana, "Що нас об’єднує?").await;
    assert_snapshot!(preview, @"
    🤖 👀 Збір пропозицій:

    Що нас об’єднує?

    Після відкриття питання прийде всім. Щоб змінити його, просто напишіть інше.

    👤 Від однієї людини — щонайбільше 10 пропозицій.
       [📣 Відкрити для всіх]
       [1] [3] [5] [✓ 10]
       [без меж]
       [Скасувати]
    ");
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    assert_snapshot!(petro.screen(), @r"
    🤖 ❓ Що нас об’єднує?

    Організатори збирають пропозиції. Подайте свою — вистачить кількох слів або фото малюнка.
       [💡 Подати пропозицію]
       [🏠 Меню]
    ");
    let asked = network.presses(&petro, "💡 Подати пропозицію").await;
    assert_snapshot!(asked, @r"
    🤖 💡 Що нас об’єднує?

    Напишіть свою пропозицію одним повідомленням або надішліть фото малюнка з кількома словами. Перед надсиланням ви її ще побачите.
       [Скасувати]
    ");
    let preview = network.says(&petro, "Річка Сіверський Донець.\n\nІ те, що ми п’ємо з неї воду.").await;
    assert_snapshot!(preview, @r"
    🤖 👀 Так виглядатиме ваша пропозиція:

    Річка Сіверський Донець.

    І те, що ми п’ємо з неї воду.
       [✅ Надіслати]
       [✏️ Змінити] [Скасувати]
    ");
    let handed_in = network.presses(&petro, "✅ Надіслати").await;
    assert_snapshot!(handed_in, @r"
    🤖 🎉 Дякуємо! Пропозицію прийнято, її номер — №1. Автора інші учасники не бачать.
       [💡 Подати ще одну] [🗂 Мої пропозиції]
       [🏠 Меню]
    ");
    assert_eq!(toast(&petro), "Пропозицію прийнято");
    let all = network.says(&maria, "/proposals").await;
    assert_snapshot!(all, @r"
    🤖 📋 1 пропозиція

    №1
    Річка Сіверський Донець. І те, що ми п’ємо з неї воду.
       [№1]
       [🏠 Меню]
    ");
    let one = network.presses(&maria, "№1").await;
    assert_snapshot!(one, @r"
    🤖 Пропозиція №1
    Що нас об’єднує?
    1 лютого, 12:00

    Річка Сіверський Донець.

    І те, що ми п’ємо з неї воду.
       [← Назад] [🏠 Меню]
    ");
    assert!(!maria.transcript().contains("Петро"), "nobody else learns whose it is");
    network.end().await;
}

#[tokio::test]
async fn a_drawing_comes_with_words_below_or_after_it() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_call(&oksana, "Якою ви бачите громаду?").await;
    network.says(&petro, "/propose").await;
    let preview = network.attaches(&petro, FileKind::Photo, "Міст через річку").await;
    assert_snapshot!(preview, @r"
    🤖 <photo> 👀 Так виглядатиме ваша пропозиція:

    Міст через річку
       [✅ Надіслати]
       [✏️ Змінити] [Скасувати]
    ");
    network.presses(&petro, "✅ Надіслати").await;

    network.says(&maria, "/propose").await;
    network.attaches(&maria, FileKind::Photo, "").await;
    let both = network.says(&maria, "Школа, у якій тепло").await;
    assert_snapshot!(both, @r"
    🤖 <photo> 👀 Так виглядатиме ваша пропозиція:

    Школа, у якій тепло
       [✅ Надіслати]
       [✏️ Змінити] [Скасувати]
    ");
    network.presses(&maria, "✏️ Змінити").await;
    assert_snapshot!(maria.screen(), @r"
    🤖 Надішліть новий текст або інше фото.
       [Лишити як є] [Скасувати]
    ");
    network.presses(&maria, "Лишити як є").await;
    network.presses(&maria, "✅ Надіслати").await;

    network.says(&oksana, "/proposals").await;
    assert_snapshot!(oksana.screen(), @r"
    🤖 📋 2 пропозиції

    №2
    🖼 Школа, у якій тепло

    №1
    🖼 Міст через річку
       [№2] [№1]
       [🏠 Меню]
    ");
    network.presses(&oksana, "№2").await;
    assert_snapshot!(oksana.screen(), @"
    🤖 <photo> Пропозиція №2
    Якою ви бачите громаду?
    1 лютого, 12:00

    Школа, у якій тепло
       [🧭 До напряму…] [🏷 Мітки]
       [🔨 У роботу] [🏁 Виконано] [✋ Відхилити]
       [✂️ Розділити]
       [← Назад] [🏠 Меню]
    ");
    let back = network.presses(&oksana, "← Назад").await;
    assert!(back.contains("📋 2 пропозиції"), "{back}");
    network.end().await;
}

#[tokio::test]
async fn the_longest_question_and_the_longest_words_fit_below_a_drawing() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, &"Щ".repeat(300)).await;
    network.says(&petro, "/propose").await;
    network.attaches(&petro, FileKind::Photo, &"я".repeat(800)).await;
    network.presses(&petro, "✅ Надіслати").await;
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    let drawn = petro.newest().expect("the proposal");
    assert!(!drawn.photo.is_empty() && drawn.caption.as_ref().is_some_and(|c| c.contains(&"я".repeat(800))));
    network.presses(&petro, "✏️ Змінити").await;
    let too_long = network.says(&petro, &"я".repeat(801)).await;
    assert!(too_long.contains("Задовго: 801 знак, а вміститься щонайбільше 800"), "{too_long}");
    network.end().await;
}

#[tokio::test]
async fn what_is_too_long_or_no_proposal_is_refused_with_a_reason() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&petro, "/propose").await;
    let long = network.says(&petro, &"а".repeat(2001)).await;
    assert_snapshot!(long, @r"
    🤖 Задовго: 2001 знак, а вміститься щонайбільше 2000. Скоротіть, будь ласка, — попереднє повідомлення лишається в чаті, його можна скопіювати.
       [Скасувати]
    ");
    let voice = network.attaches(&petro, FileKind::Voice, "").await;
    assert_snapshot!(voice, @r"
    🤖 Пропозицією може бути текст або фото. Якщо це документ чи голосове — перекажіть, будь ласка, головне словами.
       [Скасувати]
    ");
    let empty = network.says(&petro, "\u{200B}\u{0301}").await;
    assert_snapshot!(empty, @r"
    🤖 Тут порожньо. Напишіть, будь ласка, хоч кілька слів.
       [Скасувати]
    ");
    let fits = network.says(&petro, &"а".repeat(2000)).await;
    assert!(fits.contains("Так виглядатиме ваша пропозиція"), "the question still stands: {fits}");
    network.presses(&petro, "✅ Надіслати").await;
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    network.end().await;
}

#[tokio::test]
async fn ones_own_is_edited_and_withdrawn() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&petro, "Річка").await;
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    let asked = network.presses(&petro, "✏️ Змінити").await;
    assert_snapshot!(asked, @"
    🤖 ✏️ Надішліть новий текст пропозиції №1 або інше фото.

    Попередній текст, щоб було звідки скопіювати:
    Річка
       [Скасувати]
    ");
    let preview = network.says(&petro, "Річка і ліс").await;
    assert_snapshot!(preview, @r"
    🤖 👀 Так тепер виглядатиме пропозиція №1:

    Річка і ліс
       [✅ Зберегти]
       [✏️ Змінити] [Скасувати]
    ");
    let saved = network.presses(&petro, "✅ Зберегти").await;
    assert_snapshot!(saved, @r"
    🤖 ✅ Пропозицію №1 змінено.
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    network.says(&maria, "/proposals").await;
    let one = network.presses(&maria, "№1").await;
    assert_snapshot!(one, @r"
    🤖 Пропозиція №1
    Що нас об’єднує?
    1 лютого, 12:00
    змінено

    Річка і ліс
       [← Назад] [🏠 Меню]
    ");
    for data in ["pe.1", "pw.1", "pw.1.1"] {
        assert_eq!(network.forges(&maria, data).await, "Цієї пропозиції вже немає", "it is not hers: {data}");
    }
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    let asked = network.presses(&petro, "Відкликати").await;
    assert_snapshot!(asked, @r"
    🤖 Відкликати пропозицію №1? Інші її більше не бачитимуть.
       [Так, відкликати] [← Назад]
    ");
    let withdrawn = network.presses(&petro, "Так, відкликати").await;
    assert_snapshot!(withdrawn, @r"
    🤖 🗂 Мої пропозиції

    №1 · відкликана
    Річка і ліс
       [№1]
       [🏠 Меню]
    ");
    assert_eq!(toast(&petro), "Пропозицію відкликано");
    assert!(network.says(&maria, "/proposals").await.contains("Пропозицій поки немає"));
    assert_eq!(network.forges(&maria, "pp.1").await, "Цієї пропозиції вже немає");
    network.end().await;
}

#[tokio::test]
async fn edit_pressed_twice_is_one_edit_and_a_new_proposal_is_a_new_one() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&petro, "Річка").await;
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    network.presses(&petro, "✏️ Змінити").await;
    network.presses(&petro, "✏️ Змінити").await;
    network.says(&petro, "Річка і ліс").await;
    network.presses(&petro, "✅ Зберегти").await;
    let thanks = network.says(&petro, "Дякую!").await;
    assert!(thanks.contains("Що з цим зробити?"), "nothing is being edited any more: {thanks}");
    network.presses(&petro, "Нічого").await;

    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    network.presses(&petro, "✏️ Змінити").await;
    let asked = network.says(&petro, "/propose").await;
    assert!(asked.contains("Напишіть свою пропозицію"), "{asked}");
    network.says(&petro, "Ліс").await;
    let handed_in = network.presses(&petro, "✅ Надіслати").await;
    assert!(handed_in.contains("№2"), "{handed_in}");
    network.end().await;
}

#[tokio::test]
async fn with_two_calls_open_one_is_chosen() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.opens_call(&oksana, "Що нас роз’єднує?").await;
    let choice = network.says(&petro, "/propose").await;
    assert_snapshot!(choice, @r"
    🤖 На яке питання ви відповідаєте?
       [Що нас роз’єднує?]
       [Що нас об’єднує?]
       [🏠 Меню]
    ");
    let asked = network.presses(&petro, "Що нас роз’єднує?").await;
    assert!(asked.contains("💡 Що нас роз’єднує?"), "{asked}");
    network.says(&petro, "Відстань").await;
    network.presses(&petro, "✅ Надіслати").await;

    // Words out of the blue, offered as a proposal, are asked for their call too.
    network.says(&petro, "А об’єднує нас річка").await;
    network.presses(&petro, "💡 Подати як пропозицію").await;
    let preview = network.presses(&petro, "Що нас об’єднує?").await;
    assert!(preview.contains("А об’єднує нас річка"), "{preview}");
    network.presses(&petro, "✅ Надіслати").await;
    let mine = network.says(&petro, "/mine").await;
    assert_snapshot!(mine, @r"
    🤖 🗂 Мої пропозиції

    №2 · опублікована
    А об’єднує нас річка

    №1 · опублікована
    Відстань
       [№2] [№1]
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn a_call_that_closes_meanwhile_takes_nothing_and_loses_nothing() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&petro, "/propose").await;
    network.says(&petro, "Річка").await;
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "❓ Збори пропозицій").await;
    let asked = network.presses(&oksana, "🔒 Закрити: Що нас об’єднує?").await;
    assert_snapshot!(asked, @r"
    🤖 Закрити збір «Що нас об’єднує?»? Нових пропозицій у ньому не приймуть, подані лишаться.
       [Так, закрити] [← Назад]
    ");
    let closed = network.presses(&oksana, "Так, закрити").await;
    assert_snapshot!(closed, @"
    🤖 ❓ Збори пропозицій

    ⚪️ Що нас об’єднує?
    закрито, 0 пропозицій

    🛂 Пропозиції публікуються одразу.
       [➕ Новий збір]
       [🛂 Спершу схвалювати пропозиції]
       [← Назад]
    ");
    network.presses(&petro, "✅ Надіслати").await;
    assert_eq!(toast(&petro), "Цей збір пропозицій уже закрито");
    assert!(network.says(&petro, "/proposals").await.contains("Пропозицій поки немає"));
    let still = network.says(&petro, "/menu").await;
    assert!(still.contains("✍️ Продовжити розпочате"), "the draft is kept: {still}");
    // The card of the call leads nowhere any more, and says so.
    let card = shown(&petro, "Організатори збирають пропозиції");
    network.presses_on(&petro, &card, "💡 Подати пропозицію").await;
    assert_eq!(toast(&petro), "Цей збір пропозицій уже закрито");
    assert!(shown(&petro, "Організатори збирають пропозиції").reply_markup.is_none());
    network.end().await;
}

#[tokio::test]
async fn many_proposals_are_leafed_through() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    for number in 1..=10 {
        network.proposes(&petro, &format!("Думка {number}")).await;
    }
    network.proposes(&oksana, "Думка 11").await;
    let first = network.says(&petro, "/proposals").await;
    assert_snapshot!(first, @r"
    🤖 📋 11 пропозицій

    №11
    Думка 11

    №10
    Думка 10

    №9
    Думка 9

    №8
    Думка 8

    №7
    Думка 7
       [№11] [№10] [№9] [№8] [№7]
       [←] [1 / 3] [→]
       [🏠 Меню]
    ");
    network.presses(&petro, "→").await;
    let last = network.presses(&petro, "→").await;
    assert_snapshot!(last, @r"
    🤖 📋 11 пропозицій

    №1
    Думка 1
       [№1]
       [←] [3 / 3] [→]
       [🏠 Меню]
    ");
    let around = network.presses(&petro, "→").await;
    assert_eq!(around, first, "after the last page comes the first");
    network.presses(&petro, "1 / 3").await;
    assert_eq!(network.forges(&petro, "pl.4000000000").await, "");
    network.end().await;
}
