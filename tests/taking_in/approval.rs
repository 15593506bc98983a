//! One proposal on its way to being seen, or not.

use insta::assert_snapshot;
use merezha::rehearsal::FileKind;

use super::{APPROVE_FIRST, approving, list, switches, two_organizers};
use crate::support::{data, shown, toast};

#[tokio::test]
async fn what_is_handed_in_waits_and_the_first_organizer_settles_it() {
    let (network, [oksana, taras], [petro, maria]) = two_organizers().await;
    let calls = switches(&network, &oksana, APPROVE_FIRST).await;
    assert_snapshot!(calls, @"
    🤖 ❓ Збори пропозицій

    🟢 Що варто зробити разом?
    0 пропозицій

    🛂 Пропозиції публікуються після схвалення організаторами.
       [➕ Новий збір]
       [🔒 Закрити: Що варто зробити разом?]
       [👤 Від людини: Що варто зробити ра…]
       [🛂 Публікувати одразу]
       [← Назад]
    ");
    assert_eq!(toast(&oksana), "Нові пропозиції чекатимуть на схвалення");
    let received = network.proposes(&petro, "Полагодити міст").await;
    assert_snapshot!(received, @"
    🤖 📨 Дякуємо! Пропозиція №1 уже в організаторів. Вони переглянуть її, перш ніж її побачать інші, і відповідь прийде сюди. Автора інші учасники не бачать.
       [💡 Подати ще одну] [🗂 Мої пропозиції]
       [🏠 Меню]
    ");
    assert_eq!(toast(&petro), "Пропозиція в організаторів");
    let mine = network.says(&petro, "/mine").await;
    assert_snapshot!(mine, @"
    🤖 🗂 Мої пропозиції

    №1 · чекає на організаторів
    Полагодити міст
       [№1]
       [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&petro, "№1").await, @"
    🤖 Пропозиція №1
    Що варто зробити разом?
    1 лютого, 12:00
    чекає на організаторів

    Полагодити міст
       [✏️ Змінити] [Відкликати]
       [← Назад] [🏠 Меню]
    ");
    assert!(list(&network, &maria).await.contains("Пропозицій поки немає"));
    assert_eq!(network.forges(&maria, "pp.1").await, "Цієї пропозиції вже немає");

    assert_snapshot!(oksana.screen(), @"
    🤖 🛂 Нова пропозиція №1
    Що варто зробити разом?

    Полагодити міст
       [✅ Опублікувати]
       [✏️ На доробку] [✋ Відхилити]
       [← До столу] [🏠 Меню]
    ");
    let card = shown(&taras, "Полагодити міст");
    assert!(!taras.screen().contains("Петро"), "whose it is decides nothing");
    assert_snapshot!(network.presses(&oksana, "✅ Опублікувати").await, @"
    🤖 🛂 Усе переглянуто: жодна пропозиція не чекає на схвалення.
       [← До столу] [🏠 Меню]
    ");
    assert_eq!(toast(&oksana), "Пропозицію №1 опубліковано");
    assert_snapshot!(taras.screen(), @"
    🤖 ✅ Пропозицію №1 опубліковано. Рішення: Оксана.
       [← До столу] [🏠 Меню]
    ");
    // Тарас presses what his phone still showed.
    let press = taras.presses_data(card.message_id, &data(&card, "✅ Опублікувати"));
    network.settle().await;
    assert_eq!(press.answered().and_then(|toast| toast.text).as_deref(), Some("Це вже вирішено"));
    assert!(taras.screen().contains("Рішення: Оксана"), "{}", taras.screen());
    assert_snapshot!(petro.screen(), @"
    🤖 🎉 Пропозицію №1 опубліковано. Тепер її бачать усі.
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    assert!(list(&network, &maria).await.contains("Полагодити міст"));
    network.end().await;
}

#[tokio::test]
async fn an_author_words_it_anew_without_typing_it_again() {
    let (mut network, [oksana, taras], [petro, maria]) = approving().await;
    network.proposes(&petro, "Зробити щось із тим").await;
    let asked = network.presses(&oksana, "✏️ На доробку").await;
    assert_snapshot!(asked, @"
    🤖 ✏️ Що попросити змінити в пропозиції №1? Відповідь прийде людині, яка її подала.

    Зробити щось із тим
       [Незрозуміло, про що йдеться]
       [Кілька думок в одній]
       [Є особисті дані]
       [Образливі слова]
       [⌨️ Написати своїми словами]
       [← Назад]
    ");
    network.presses(&oksana, "Незрозуміло, про що йдеться").await;
    assert_eq!(toast(&oksana), "Пропозицію №1 повернуто на доробку");
    assert_snapshot!(taras.screen(), @"
    🤖 ✏️ Пропозицію №1 повернуто на доробку. Рішення: Оксана.
    💬 Не зовсім зрозуміло, про що йдеться. Поясніть, будь ласка, трохи докладніше.
       [← До столу] [🏠 Меню]
    ");
    assert_snapshot!(petro.screen(), @"
    🤖 ✏️ Організатори просять переформулювати пропозицію №1.
    💬 Не зовсім зрозуміло, про що йдеться. Поясніть, будь ласка, трохи докладніше.
       [✏️ Переформулювати]
       [Відкликати]
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    assert!(network.says(&petro, "/mine").await.contains("просять переформулювати"));
    network.restart().await;
    let asked = network.presses(&petro, "✏️ Переформулювати").await;
    assert_snapshot!(asked, @"
    🤖 ✏️ Надішліть новий текст пропозиції №1 або інше фото.

    Попередній текст, щоб було звідки скопіювати:
    Зробити щось із тим
       [Скасувати]
    ");
    network.says(&petro, "Полагодити міст через річку").await;
    let waits = network.presses(&petro, "✅ Зберегти").await;
    assert_snapshot!(waits, @"
    🤖 📨 Пропозиція №1 з новим текстом чекає на організаторів.
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    assert!(list(&network, &maria).await.contains("Пропозицій поки немає"));
    assert!(taras.screen().contains("Полагодити міст через річку"), "a new card: {}", taras.screen());
    network.presses(&taras, "✅ Опублікувати").await;
    network.says(&maria, "/proposals").await;
    let one = network.presses(&maria, "№1").await;
    assert!(one.contains("Полагодити міст через річку") && !one.contains("змінено"), "{one}");
    network.end().await;
}

#[tokio::test]
async fn a_declined_one_says_why_in_the_organizers_own_words() {
    let (mut network, [oksana, taras], [petro, _]) = approving().await;
    network.proposes(&petro, "Продам гараж").await;
    let reasons = network.presses(&oksana, "✋ Відхилити").await;
    assert_snapshot!(reasons, @"
    🤖 ✋ Чому не публікуємо пропозицію №1? Відповідь прийде людині, яка її подала.

    Продам гараж
       [Не про це питання]
       [Таке вже є]
       [Є особисті дані]
       [Образливі слова]
       [⌨️ Написати своїми словами]
       [← Назад]
    ");
    let asked = network.presses(&oksana, "⌨️ Написати своїми словами").await;
    assert_snapshot!(asked, @"
    🤖 ✋ Напишіть, чому не публікуємо пропозицію №1. Ці слова прийдуть людині, яка її подала.
       [Скасувати]
    ");
    let long = network.says(&oksana, &"я".repeat(301)).await;
    assert!(long.contains("Задовго: 301 знак, а вміститься щонайбільше 300"), "{long}");
    network.restart().await;
    let told = network.says(&oksana, "Оголошення <краще> дати в газеті").await;
    assert_snapshot!(told, @"
    🤖 Пропозицію №1 відхилено
       [← До столу] [🏠 Меню]
    ");
    assert_snapshot!(petro.screen(), @"
    🤖 ✋ Організатори не публікують пропозицію №1.
    💬 Оголошення <краще> дати в газеті
       [✉️ Лист організаторам]
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    assert_snapshot!(taras.screen(), @"
    🤖 ✋ Пропозицію №1 відхилено. Рішення: Оксана.
    💬 Оголошення <краще> дати в газеті
       [← До столу] [🏠 Меню]
    ");
    network.says(&petro, "/mine").await;
    assert_snapshot!(network.presses(&petro, "№1").await, @"
    🤖 Пропозиція №1
    Що варто зробити разом?
    1 лютого, 12:00
    не опублікована
    💬 Оголошення <краще> дати в газеті

    Продам гараж
       [← Назад] [🏠 Меню]
    ");
    assert_eq!(network.forges(&petro, "pe.1").await, "Цієї пропозиції вже немає");
    network.end().await;
}

#[tokio::test]
async fn a_reason_typed_too_late_goes_to_nobody() {
    let (network, [oksana, taras], [petro, _]) = approving().await;
    network.proposes(&petro, "Полагодити міст").await;
    network.presses(&oksana, "✋ Відхилити").await;
    network.presses(&oksana, "⌨️ Написати своїми словами").await;
    network.presses(&taras, "✅ Опублікувати").await;
    let answered = petro.transcript();
    network.says(&oksana, "Немає грошей").await;
    let late = oksana.transcript();
    let late = late.rsplit_once("Немає грошей").map(|(_, late)| late.trim()).unwrap_or_default();
    assert_snapshot!(late, @"
    🤖 Поки ви писали, тут усе змінилося, тож вашу відповідь не надіслано. Ось як зараз:
    🤖 ✅ Пропозицію №1 опубліковано. Рішення: Тарас.
       [← До столу] [🏠 Меню]
    ");
    assert_eq!(petro.transcript(), answered);
    let after = network.says(&oksana, "Ще слово").await;
    assert!(after.contains("Що з цим зробити?"), "nothing is asked any more: {after}");
    network.end().await;
}

#[tokio::test]
async fn words_that_nobody_has_seen_are_not_settled() {
    let (network, [oksana, taras], [petro, maria]) = approving().await;
    network.proposes(&petro, "Полагодити міст").await;
    let card = shown(&oksana, "Полагодити міст");
    let seen = data(&card, "✅ Опублікувати");
    network.says(&petro, "/mine").await;
    network.presses(&petro, "№1").await;
    network.presses(&petro, "✏️ Змінити").await;
    network.says(&petro, "Пофарбувати паркан").await;
    network.presses(&petro, "✅ Зберегти").await;
    assert!(taras.screen().contains("Пофарбувати паркан"), "the card is brought up to date");
    let press = oksana.presses_data(card.message_id, &seen);
    network.settle().await;
    let toast = press.answered().and_then(|toast| toast.text);
    assert_eq!(toast.as_deref(), Some("Текст щойно змінили — перегляньте ще раз"));
    assert!(oksana.screen().contains("Пофарбувати паркан"), "{}", oksana.screen());
    assert!(list(&network, &maria).await.contains("Пропозицій поки немає"));
    network.presses(&oksana, "✅ Опублікувати").await;
    assert!(list(&network, &maria).await.contains("Пофарбувати паркан"));
    network.end().await;
}

#[tokio::test]
async fn other_words_of_a_published_one_wait_while_the_old_ones_stay() {
    let (network, [oksana, _], [petro, maria]) = two_organizers().await;
    network.proposes(&petro, "Полагодити міст").await;
    switches(&network, &oksana, APPROVE_FIRST).await;
    let change = async |words: &str| {
        network.says(&petro, "/mine").await;
        network.presses(&petro, "№1").await;
        network.presses(&petro, "✏️ Змінити").await;
        network.says(&petro, words).await;
        network.presses(&petro, "✅ Зберегти").await
    };
    assert_snapshot!(change("Полагодити міст і дорогу").await, @"
    🤖 📨 Новий текст пропозиції №1 уже в організаторів. Поки вони його не схвалять, інші бачать попередній.
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    assert_snapshot!(oksana.screen(), @"
    🤖 🛂 Новий текст пропозиції №1
    Що варто зробити разом?

    Зараз опубліковано: Полагодити міст

    Полагодити міст і дорогу
       [✅ Опублікувати]
       [✏️ На доробку] [✋ Відхилити]
       [← До столу] [🏠 Меню]
    ");
    assert_snapshot!(network.says(&petro, "/mine").await, @"
    🤖 🗂 Мої пропозиції

    №1 · опублікована, зміни чекають на організаторів
    Полагодити міст
       [№1]
       [🏠 Меню]
    ");
    assert!(!list(&network, &maria).await.contains("дорогу"));
    network.presses(&oksana, "✅ Опублікувати").await;
    assert_snapshot!(petro.screen(), @"
    🤖 ✅ Новий текст пропозиції №1 опубліковано.
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    assert!(list(&network, &maria).await.contains("Полагодити міст і дорогу"));

    change("Купити яхту").await;
    network.presses(&oksana, "✋ Відхилити").await;
    network.presses(&oksana, "Не про це питання").await;
    assert_snapshot!(petro.screen(), @"
    🤖 ✋ Організатори не публікують новий текст пропозиції №1. Лишається попередній.
    💬 Пропозиція не відповідає на це питання.
       [✉️ Лист організаторам]
       [🗂 Мої пропозиції] [🏠 Меню]
    ");
    assert!(list(&network, &maria).await.contains("Полагодити міст і дорогу"));

    change("Міст").await;
    network.presses(&oksana, "✏️ На доробку").await;
    network.presses(&oksana, "Незрозуміло, про що йдеться").await;
    let again = network.presses(&petro, "✏️ Переформулювати").await;
    assert!(again.contains("копіювати:\nМіст"), "the words that came back: {again}");
    network.end().await;
}

#[tokio::test]
async fn a_drawing_is_looked_at_on_a_screen_of_its_own() {
    let (network, [oksana, taras], [petro, maria]) = approving().await;
    network.says(&petro, "/propose").await;
    network.attaches(&petro, FileKind::Photo, "Наш міст").await;
    network.presses(&petro, "✅ Надіслати").await;
    assert_snapshot!(oksana.screen(), @"
    🤖 🛂 Нова пропозиція №1
    Що варто зробити разом?

    🖼 З малюнком
    Наш міст
       [👀 Переглянути]
       [← До столу] [🏠 Меню]
    ");
    assert_snapshot!(network.presses(&oksana, "👀 Переглянути").await, @"
    🤖 <photo> 🛂 Нова пропозиція №1
    Що варто зробити разом?

    Наш міст
       [✅ Опублікувати]
       [✏️ На доробку] [✋ Відхилити]
       [← До столу] [🏠 Меню]
    ");
    network.presses(&oksana, "✅ Опублікувати").await;
    assert!(taras.screen().contains("№1 опубліковано"), "{}", taras.screen());
    assert!(list(&network, &maria).await.contains("🖼 Наш міст"));
    network.end().await;
}
