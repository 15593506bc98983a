//! A poll for some: theirs to answer who were meant when it was sent.

use crate::audiences::{heard, six};
use crate::support::{Network, toast};
use insta::assert_snapshot;

#[tokio::test]
async fn a_poll_is_answered_by_those_it_was_sent_to() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, ..] = six(&network, &oksana).await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Прийдете?\nТак\nНі").await;
    network.presses(&oksana, "👥 Кому: усім (7)").await;
    network.presses(&oksana, "🔎 Обрати точніше").await;
    network.presses(&oksana, "👤 Люди за іменем").await;
    network.says(&oksana, "марія").await;
    network.presses(&oksana, "Марія Гай").await;
    let preview = network.presses(&oksana, "✅ Готово").await;
    assert_snapshot!(preview, @"
    🤖 👀 Прийдете?

    ▫️ Так
    ▫️ Ні

    🕶 Анонімно: імен не побачить ніхто. Поки опитування триває, лише бот знає, хто що відповів, а після завершення забуває.
    ⏰ Коли завершиться, оголосять організатори.

    ⚠️ У цій групі замало людей, щоб відповіді були справді анонімними: можна здогадатися, хто що відповів.

    Після надсилання змінити це вже не можна.
       [📣 Надіслати: Марія Гай]
       [✓ Одна відповідь] [Кілька]
       [✓ Підсумок одразу] [Наприкінці]
       [✓ 🕶 Анонімно] [👁 З іменами]
       [Доба] [Тиждень]
       [✓ Завершу вручну] [Дата…]
       [👥 Кому: Марія Гай (1)]
       [✏️ Змінити] [Скасувати]
    ");
    network.presses(&oksana, "📣 Надіслати: Марія Гай").await;
    assert!(heard(&maria, "Прийдете?") && !heard(&petro, "Прийдете?"));
    assert_eq!(network.forges(&petro, "qa.1.0").await, "Це опитування для іншої групи учасників.");
    network.presses(&maria, "Так").await;
    assert!(toast(&maria).contains("Так"), "{}", toast(&maria));
    assert!(!network.says(&petro, "/polls").await.contains("Прийдете?"));
    // Who belongs there later was not meant.
    let code = network.invitation(&oksana).await;
    let late = network.joins(&code, "Марія Друга", "Влада", "Луганщина").await;
    assert!(!network.says(&late, "/polls").await.contains("Прийдете?"));
    network.end().await;
}
