//! Writing to the organizers, and being answered.

mod desk;
mod english;
mod group;
mod killed;
mod unnamed;

use insta::assert_snapshot;
use merezha::rehearsal::{Entity, FileKind, Kind};

use crate::support::{Network, shown};

#[tokio::test]
async fn a_letter_is_written_read_and_answered() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&petro, "/menu").await;
    let asked = network.presses(&petro, "✉️ Лист організаторам").await;
    assert_snapshot!(asked, @r"
    🤖 ✉️ Що передати організаторам? Напишіть текст або надішліть фото чи документ.
       [Скасувати]
    ");
    let preview = network.says(&petro, "Чи можна привезти колегу?").await;
    assert_snapshot!(preview, @"
    🤖 Надіслати це організаторам? Вони побачать ваше ім’я в Мережі.

    🎭 Можна й без імені: тоді ніхто не побачить, хто написав. Щоб відповідь дійшла, бот тримає шлях до вас запечатаним і знищить його через тиждень після відповіді.
       [✉️ Надіслати] [🎭 Без імені]
       [Скасувати]
    ");
    let sent = network.presses(&petro, "✉️ Надіслати").await;
    assert_snapshot!(sent, @r"
    🤖 ✅ Передано організаторам. Відповідь прийде сюди.
       [🏠 Меню]
    ");
    let received = oksana.transcript();
    let (_, received) = received.rsplit_once("✉️ Пише").expect("the letter");
    assert_snapshot!(received, @"
     Петро:
    🤖 Чи можна привезти колегу?
       [↩️ Відповісти] [🧵 Розмова]
       [🏠 Меню]
    ");
    let asked = network.presses(&oksana, "↩️ Відповісти").await;
    assert_snapshot!(asked, @r"
    🤖 ↩️ Напишіть відповідь. Кому: Петро.
       [Скасувати]
    ");
    let answered = network.says(&oksana, "Так, звісно!").await;
    assert_snapshot!(answered, @"
    🤖 ✅ Відповідь надіслано.
       [✉️ Листи] [🏠 Меню]
    ");
    let transcript = petro.transcript();
    let (_, answer) = transcript.rsplit_once("↩️").expect("the answer");
    assert_snapshot!(answer, @" Відповісти] [🏠 Меню]");
    let again = network.presses(&oksana, "↩️ Відповісти").await;
    assert!(again.contains("уже є відповідь"), "{again}");
    network.end().await;
}

#[tokio::test]
async fn words_out_of_the_blue_and_a_document_reach_the_organizers() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let offered = network.says(&petro, "Дякую за зустріч!").await;
    assert_snapshot!(offered, @r"
    🤖 Що з цим зробити?
       [💡 Подати як пропозицію]
       [✉️ Передати організаторам]
       [Нічого]
    ");
    network.presses(&petro, "✉️ Передати організаторам").await;
    assert!(oksana.screen().contains("Дякую за зустріч!"), "{}", oksana.screen());
    network.attaches(&petro, FileKind::Document, "Наш план").await;
    network.presses(&petro, "✉️ Передати організаторам").await;
    assert!(oksana.screen().contains("<document план.pdf> Наш план"), "{}", oksana.screen());
    network.says(&petro, "Ой").await;
    let dropped = network.presses(&petro, "Нічого").await;
    assert_snapshot!(dropped, @r"
    🤖 Добре, нічого не надіслано
       [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn a_button_of_an_old_letter_sends_nothing_else() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&petro, "/menu").await;
    network.presses(&petro, "✉️ Лист організаторам").await;
    network.says(&petro, "Перший лист").await;
    let preview = petro.newest().expect("the preview");
    network.says(&petro, "/cancel").await;
    network.says(&petro, "Це не лист").await;
    network.presses_on(&petro, &preview, "✉️ Надіслати").await;
    assert!(!oksana.transcript().contains("Це не лист"), "{}", oksana.transcript());
    network.end().await;
}

#[tokio::test]
async fn who_wrote_has_left_and_cannot_be_answered() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&petro, "До побачення").await;
    network.presses(&petro, "✉️ Передати організаторам").await;
    network.presses(&oksana, "↩️ Відповісти").await;
    network.says(&petro, "/settings").await;
    network.presses(&petro, "🚪 Вийти й стерти мої дані").await;
    network.presses(&petro, "Так, вийти й стерти дані").await;
    let gone = network.says(&oksana, "Бувайте!").await;
    assert_snapshot!(gone, @r"
    🤖 Людина, яка написала цей лист, вийшла з Мережі
       [🏠 Меню]
    ");
    assert!(network.says(&oksana, "Бувайте!").await.contains("Що з цим зробити?"), "the dialogue is over");
    network.end().await;
}

#[tokio::test]
async fn without_a_reachable_organizer_the_letter_waits_with_its_writer() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    oksana.blocks();
    network.settle().await;
    network.says(&petro, "Агов!").await;
    network.presses(&petro, "✉️ Передати організаторам").await;
    assert_eq!(
        petro.toasts().pop().as_deref(),
        Some("Зараз немає жодного організатора, який міг би це отримати. Спробуйте, будь ласка, пізніше.")
    );
    oksana.unblocks();
    network.settle().await;
    network.presses(&petro, "✉️ Передати організаторам").await;
    assert!(oksana.screen().contains("Агов!"), "{}", oksana.screen());
    network.end().await;
}

#[tokio::test]
async fn formatting_that_nobody_here_knows_costs_no_words() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let mut moment = Entity::new(Kind::DateTime, 9, 8);
    moment.unix_time = Some(1_738_749_600);
    let bold = Entity::new(Kind::Bold, 0, 8);
    petro.says_formatted("Зустріч: завтра о десятій", vec![bold.clone(), moment]);
    network.settle().await;
    network.presses(&petro, "✉️ Передати організаторам").await;
    let letter = shown(&oksana, "Зустріч: завтра о десятій");
    assert_eq!(letter.entities, [bold], "what is known stays");
    network.end().await;
}
