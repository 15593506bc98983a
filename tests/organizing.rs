//! What organizers set up: sectors and regions, invitations, the desk.

use insta::assert_snapshot;

use crate::support::{Network, toast};

#[tokio::test]
async fn sectors_are_added_renamed_and_retired() {
    let (network, oksana) = Network::start().await;
    network.join(&oksana, ["Петро"]).await;
    network.says(&oksana, "/menu").await;
    let desk = network.presses(&oksana, "🛠 Для організаторів").await;
    assert_snapshot!(desk, @"
    🤖 🛠 Для організаторів

    У Мережі 2 людини, повідомлення доходять до 2.
       [✉️ Листи]
       [📣 Оголошення] [📅 Нова сесія]
       [🗳 Голосування] [📊 Опитування]
       [🗂 Усі оголошення]
       [❓ Збори пропозицій]
       [🔗 Запрошення]
       [🧭 Напрями й сортування]
       [🏛 Сектори] [📍 Регіони]
       [📄 Без Telegram] [🔗 Групи й канали]
       [📥 Внести пропозиції]
       [📦 Взяти з собою]
       [👥 Команда] [📜 Журнал дій]
       [🏠 Меню]
    ");
    let list = network.presses(&oksana, "🏛 Сектори").await;
    assert_snapshot!(list, @r"
    🤖 🏛 Сектори

    Їх обирають під час приєднання. Оберіть, щоб перейменувати або прибрати зі списку.
       [Влада]
       [Громадськість]
       [Інше]
       [➕ Додати]
       [← Назад]
    ");
    let asked = network.presses(&oksana, "➕ Додати").await;
    assert_snapshot!(asked, @r"
    🤖 Як називається новий сектор?
       [Скасувати]
    ");
    let all = [
        network.says(&oksana, "влада").await,
        network.says(&oksana, "Civil Society").await,
        network.says(&oksana, &"б".repeat(41)).await,
        network.says(&oksana, "\u{2066}").await,
    ];
    assert_snapshot!(all.join("\n\n"), @r"
    🤖 «влада» уже є. Напишіть іншу назву.
       [Скасувати]

    🤖 «Civil Society» уже є. Напишіть іншу назву.
       [Скасувати]

    🤖 Назва задовга: 41 знак, а вміститься щонайбільше 40. Напишіть, будь ласка, коротше.
       [Скасувати]

    🤖 Назва порожня. Напишіть її, будь ласка, літерами.
       [Скасувати]
    ");
    network.end().await;
}

#[tokio::test]
async fn a_retired_sector_is_offered_no_more_and_kept_by_who_has_it() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let petro = network.joins(&code, "Петро", "Влада", "Донеччина").await;
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "🏛 Сектори").await;
    network.presses(&oksana, "➕ Додати").await;
    let added = network.says(&oksana, "Бізнес").await;
    assert_snapshot!(added, @r"
    🤖 ✅ Додано: «Бізнес».

    🏛 Сектори

    Їх обирають під час приєднання. Оберіть, щоб перейменувати або прибрати зі списку.
       [Влада]
       [Громадськість]
       [Інше]
       [Бізнес]
       [➕ Додати]
       [← Назад]
    ");
    network.presses(&oksana, "Влада").await;
    network.presses(&oksana, "✏️ Перейменувати").await;
    let renamed = network.says(&oksana, "Органи влади").await;
    assert!(renamed.contains("✅ Тепер це «Органи влади»."), "{renamed}");
    network.presses(&oksana, "Органи влади").await;
    let retired = network.presses(&oksana, "Прибрати зі списку").await;
    assert_snapshot!(retired, @r"
    🤖 Органи влади

    Зараз не пропонується. У тих, хто вже це обрав, лишається.
       [✏️ Перейменувати]
       [Повернути до списку]
       [← Назад]
    ");
    assert_eq!(toast(&oksana), "Прибрано зі списку");
    let settings = network.says(&petro, "/settings").await;
    assert!(settings.contains("Сектор: Органи влади"), "{settings}");
    let choice = network.presses(&petro, "🏛 Сектор").await;
    assert_snapshot!(choice, @r"
    🤖 Який ваш сектор?
       [Громадськість] [Інше]
       [Бізнес]
       [Не вказувати]
       [← Назад]
    ");
    network.forges(&petro, "sb.s.1").await;
    assert_eq!(toast(&petro), "Цього варіанта вже немає, оберіть інший");
    network.forges(&petro, "sb.s.4").await;
    assert_eq!(toast(&petro), "Цього варіанта вже немає, оберіть інший", "a region is no sector");

    let maria = network.arrives("Марія", "uk", &code).await;
    let sectors = network.says(&maria, "Марія").await;
    assert!(sectors.contains("[Громадськість] [Інше]") && !sectors.contains("Органи влади"), "{sectors}");
    let back = network.presses(&oksana, "Повернути до списку").await;
    assert!(back.contains("[Прибрати зі списку]"), "{back}");
    assert_eq!(toast(&oksana), "Знову в списку");
    network.presses(&oksana, "← Назад").await;
    network.presses(&oksana, "← Назад").await;
    let regions = network.presses(&oksana, "📍 Регіони").await;
    assert_snapshot!(regions, @r"
    🤖 📍 Регіони

    Їх обирають під час приєднання. Оберіть, щоб перейменувати або прибрати зі списку.
       [Луганщина]
       [Донеччина]
       [Інше]
       [➕ Додати]
       [← Назад]
    ");
    network.end().await;
}

#[tokio::test]
async fn a_list_grows_no_longer_than_a_phone_can_show() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "📍 Регіони").await;
    for number in 1..=17 {
        network.presses(&oksana, "➕ Додати").await;
        network.says(&oksana, &format!("Громада {number}")).await;
    }
    network.presses(&oksana, "➕ Додати").await;
    assert_eq!(
        toast(&oksana),
        "У списку вже 20 варіантів — більше на екрані телефону незручно. Спершу приберіть зайве."
    );
    network.end().await;
}

#[tokio::test]
async fn invitations_are_shown_again_and_calls_listed() {
    let (network, oksana) = Network::start().await;
    let empty = network.says(&oksana, "/invite").await;
    assert_snapshot!(empty, @r"
    🤖 🔗 Запрошення

    Діючих посилань ще немає. Створіть перше:
       [➕ Нове, без обмежень]
       [➕ На одну людину, 3 дні]
       [➕ На 50 людей, тиждень]
       [← Назад]
    ");
    let code = network.invitation(&oksana).await;
    network.joins(&code, "Петро", "Влада", "Донеччина").await;
    network.joins(&code, "Марія", "Влада", "Донеччина").await;
    let listed = network.presses(&oksana, "Усі запрошення").await;
    assert_snapshot!(listed, @r"
    🤖 🔗 Запрошення

    №1: приєдналися 2 людини, діє без обмежень
       [➕ Нове, без обмежень]
       [➕ На одну людину, 3 дні]
       [➕ На 50 людей, тиждень]
       [🔳 №1] [✖️ Скасувати №1]
       [← Назад]
    ");
    let again = network.presses(&oksana, "🔳 №1").await;
    assert!(again.contains(&code), "{again}");
    network.says(&oksana, "/desk").await;
    let calls = network.presses(&oksana, "❓ Збори пропозицій").await;
    assert_snapshot!(calls, @"
    🤖 ❓ Збори пропозицій

    Ще жодного. Поставте всім питання, наприклад: «Що нас об’єднує?»

    🛂 Пропозиції публікуються одразу.
       [➕ Новий збір]
       [🛂 Спершу схвалювати пропозиції]
       [← Назад]
    ");
    let help = network.says(&oksana, "/help").await;
    assert_snapshot!(help, @"
    🤖 ❔ Що тут можна робити

    /propose — подати пропозицію
    /proposals — прочитати всі пропозиції
    /mine — мої пропозиції: змінити, відкликати
    /stances — картки: згода, не згода чи пропустити
    /vote — голосування
    /polls — опитування
    /sessions — сесії: відповісти, переглянути підсумки й матеріали
    /settings — мова, ім’я, сектор, регіон, тихі години, вихід
    /mydata — усе, що бот зберігає про мене, файлом
    /cancel — скасувати розпочате
    /menu — меню

    Якщо просто написати сюди, бот запитає, що з цим зробити. Чернетки не зникають, навіть якщо зв’язок обірветься.

    🛠 Організаторам

    /invite — запрошення з QR-кодом
    /newsession — сесія
    /wall — екран у залі під час сесії
    /checkin — реєстрація на вході
    /newcall — збір пропозицій
    /newvote — голосування
    /poll — швидке опитування
    /announce — оголошення
    /export — взяти з собою: таблиці, картки для друку, дані
    /desk — усе разом

    🔒 Автора пропозиції інші учасники не бачать. Не надсилайте службової інформації. Вийти й стерти дані можна в /settings.
       [🏠 Меню]
    ");
    network.end().await;
}
