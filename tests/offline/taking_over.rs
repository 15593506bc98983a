//! Somebody without Telegram comes by their personal invitation.

use std::time::Duration;

use insta::assert_snapshot;

use super::{adds, opens, proposes_for_them};
use crate::support::{Network, link_code, redacted, toast};

#[tokio::test]
async fn what_was_entered_becomes_theirs_and_nothing_is_doubled() {
    let (network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що зробити?").await;
    adds(&network, &oksana, "Галина").await;
    proposes_for_them(&network, &oksana, "Автобус до лікарні щодня").await;
    network.presses(&oksana, "← Галина").await;
    let invited = network.presses(&oksana, "🔑 Запрошення").await;
    assert_snapshot!(redacted(&invited), @"
    🤖 <photo> 🔑 Особисте запрошення: Галина. Діє один раз, до 3 березня, 12:00.

    https://t.me/rehearsal_bot?start=КОД

    Передайте посилання або QR-код саме цій людині: хто його відкриє, зможе взяти на себе все, що внесено під цим ім’ям.
       [✖️ Скасувати запрошення]
       [← Назад] [🏠 Меню]
    ");
    let code = link_code(&invited);
    opens(&network, &oksana, "Галина").await;
    assert_eq!(link_code(&network.presses(&oksana, "🔑 Запрошення").await), code, "the same again");
    let listed = network.says(&oksana, "/invite").await;
    assert!(listed.contains("Діючих посилань ще немає"), "a personal one is not for everybody: {listed}");

    let halyna = network.arrives("Галина Петрівна", "uk", &code).await;
    assert_snapshot!(halyna.screen(), @"
    🤖 👋 Це особисте запрошення в Мережу: Галина.
    Під цим ім’ям внесено: 1 пропозиція.

    🔒 Ми зберігаємо лише ім’я чи псевдонім, мову, сектор і регіон (якщо вкажете) та те, що ви тут пишете й обираєте, — щоб пропозиції та голоси не губились. Номера телефону ми не бачимо, а вийти й стерти свої дані можна будь-коли в налаштуваннях.

    Це ви? Тоді все, що внесено під цим ім’ям, стане вашим.
       [✅ Так, це я]
       [Ні, це не я]
    ");
    let again = network.says(&halyna, "Галя").await;
    assert!(again.contains("Це ви?"), "a name is known: {again}");
    let yours = network.presses(&halyna, "✅ Так, це я").await;
    assert_snapshot!(yours, @"
    🤖 ✅ Ви в Мережі. Вітаємо, Галина!

    Під цим ім’ям внесено: 1 пропозиція.
    Усе це тепер ваше: будь-що можна змінити або прибрати.
       [🗂 Мої пропозиції] [🗂 Мої ставлення]
       [⚙️ Налаштування] [🏠 Меню]
    ");
    let mine = network.presses(&halyna, "🗂 Мої пропозиції").await;
    assert!(mine.contains("Автобус до лікарні"), "{mine}");
    network.presses(&halyna, "№1").await;
    network.presses(&halyna, "✏️ Змінити").await;
    network.says(&halyna, "Автобус до лікарні й аптеки").await;
    network.presses(&halyna, "✅ Зберегти").await;
    let settings = network.says(&halyna, "/settings").await;
    assert!(settings.contains("Ім’я: Галина\nСектор: Влада"), "{settings}");
    network.says(&oksana, "/proposals").await;
    let read = network.presses(&oksana, "№1").await;
    assert!(read.contains("аптеки") && !read.contains("Внесено організаторами"), "her own words now: {read}");
    network.says(&oksana, "/desk").await;
    let list = network.presses(&oksana, "📄 Без Telegram").await;
    assert!(!list.contains("Галина"), "{list}");

    let other = network.arrives("Хтось", "uk", &code).await;
    assert!(other.screen().contains("За цим запрошенням уже приєдналося"), "{}", other.screen());
    network.end().await;
}

#[tokio::test]
async fn an_invitation_in_wrong_hands_changes_nothing() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    adds(&network, &oksana, "Галина").await;
    let code = link_code(&network.presses(&oksana, "🔑 Запрошення").await);
    petro.follows_link(&code);
    network.settle().await;
    assert!(petro.screen().contains("Перешліть посилання саме їй"), "{}", petro.screen());
    let stranger = network.arrives("Хтось", "uk", &code).await;
    let no = network.presses(&stranger, "Ні, це не я").await;
    assert_snapshot!(no, @"
    🤖 Гаразд, нічого не змінилося. Скажіть про це людині, яка дала вам запрошення, або попросіться в Мережу під своїм ім’ям.
       [🙋 Попроситися в Мережу]
    ");
    for forged in ["jm.1", "jm.0"] {
        network.forges(&stranger, forged).await;
    }
    assert_eq!(
        toast(&stranger),
        "Ця кнопка застаріла. Відкрийте меню: /menu",
        "the button alone is not enough"
    );
    assert!(opens(&network, &oksana, "Галина").await.contains("без Telegram"));
    network.end().await;
}

#[tokio::test]
async fn a_personal_invitation_is_revoked_and_ends_with_its_time() {
    let (network, oksana) = Network::start().await;
    adds(&network, &oksana, "Галина").await;
    let code = link_code(&network.presses(&oksana, "🔑 Запрошення").await);
    let waiting = network.arrives("Галина", "uk", &code).await;
    let card = network.presses(&oksana, "✖️ Скасувати запрошення").await;
    assert!(card.contains("без Telegram"), "{card}");
    assert_eq!(toast(&oksana), "Запрошення скасовано");
    let late = network.presses(&waiting, "✅ Так, це я").await;
    assert!(late.contains("скасовано") || late.contains("не діє"), "{late}");
    let second = link_code(&network.presses(&oksana, "🔑 Запрошення").await);
    assert_ne!(second, code);
    network.pass(Duration::from_secs(31 * 24 * 3600)).await;
    let late = network.arrives("Ганна", "uk", &second).await;
    assert!(late.screen().contains("Термін дії цього запрошення минув"), "{}", late.screen());
    network.end().await;
}

#[tokio::test]
async fn what_they_answer_themselves_counts_once() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Коли зустрічаємося?\nУ середу\nУ суботу").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    adds(&network, &oksana, "Галина").await;
    network.presses(&oksana, "📊 Опитування").await;
    network.presses(&oksana, "🟢 Коли зустрічаємося?").await;
    network.presses(&oksana, "У суботу").await;
    network.presses(&oksana, "← Галина").await;
    let code = link_code(&network.presses(&oksana, "🔑 Запрошення").await);
    let halyna = network.arrives("Галина", "uk", &code).await;
    network.presses(&halyna, "✅ Так, це я").await;
    network.says(&halyna, "/polls").await;
    network.presses(&halyna, "✅ Коли зустрічаємося?").await;
    let changed = network.presses(&halyna, "У середу").await;
    assert!(changed.contains("1 людина") || changed.contains("середу"), "{changed}");
    let counted: i64 = sqlx::query_scalar("select count(*) from poll_answer")
        .fetch_one(&mut network.database().await)
        .await
        .expect("answers");
    assert_eq!(counted, 1);
    let marked: i64 = sqlx::query_scalar("select count(*) from entered")
        .fetch_one(&mut network.database().await)
        .await
        .expect("marks");
    assert_eq!(marked, 0, "her own answer");
    network.end().await;
}

#[tokio::test]
async fn a_poll_forgets_for_whom_it_was_answered() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Коли зустрічаємося?\nУ середу\nУ суботу").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    adds(&network, &oksana, "Галина").await;
    network.presses(&oksana, "📊 Опитування").await;
    network.presses(&oksana, "🟢 Коли зустрічаємося?").await;
    network.presses(&oksana, "У суботу").await;
    let marks = "select count(*) from entered";
    let marked: i64 =
        sqlx::query_scalar(marks).fetch_one(&mut network.database().await).await.expect("marks");
    assert_eq!(marked, 1);
    network.forges(&oksana, "qx.1").await;
    network.tick().await;
    let marked: i64 =
        sqlx::query_scalar(marks).fetch_one(&mut network.database().await).await.expect("marks");
    assert_eq!(marked, 0);
    network.end().await;
}
