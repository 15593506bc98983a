//! What is done by a role stands in a log, which the owners read.

use insta::assert_snapshot;

use super::{begun, gives};
use crate::support::Network;

#[tokio::test]
async fn every_act_of_power_is_told_in_plain_words_the_latest_first() {
    let (network, oksana) = begun().await;
    let empty = {
        network.says(&oksana, "/desk").await;
        network.presses(&oksana, "📜 Журнал дій").await
    };
    assert_snapshot!(empty, @"
    🤖 📜 Журнал дій

    Оксана · 1 лютого, 12:00
    Оксана: надано роль «керування».
       [👤 Чиї дії показати]
       [← Назад] [🏠 Меню]
    ");
    let [petro] = network.join(&oksana, ["Петро"]).await;
    gives(&network, &oksana, "Петро", "🛠 організація").await;
    network.opens_call(&petro, "Що нас <об’єднує>?").await;
    network.opens_vote(&petro, "Напрями", "Вода\nШколи", &[]).await;
    network.closes_vote(&petro).await;
    network.says(&petro, "/poll").await;
    network.says(&petro, "Зручно в суботу?\nТак\nНі").await;
    network.presses(&petro, "📣 Надіслати всім").await;
    network.says(&petro, "/desk").await;
    network.presses(&petro, "🏛 Сектори").await;
    network.presses(&petro, "➕ Додати").await;
    network.says(&petro, "Бізнес").await;
    network.presses(&petro, "Бізнес").await;
    network.presses(&petro, "Прибрати зі списку").await;
    network.says(&oksana, "/desk").await;
    let page = network.presses(&oksana, "📜 Журнал дій").await;
    assert_snapshot!(page, @"
    🤖 📜 Журнал дій

    Петро · 1 лютого, 12:00
    Прибрано зі списку секторів і регіонів: «Бізнес».

    Петро · 1 лютого, 12:00
    Додано до секторів і регіонів: «Бізнес».

    Петро · 1 лютого, 12:00
    Відкрито опитування «Зручно в суботу?».

    Петро · 1 лютого, 12:00
    Завершено голосування «Напрями».

    Петро · 1 лютого, 12:00
    Відкрито голосування «Напрями».

    Петро · 1 лютого, 12:00
    Відкрито збір пропозицій «Що нас <об’єднує>?».

    Оксана · 1 лютого, 12:00
    Петро: надано роль «організація».

    Оксана · 1 лютого, 12:00
    Створено запрошення №1.
       [←] [1 / 2] [→]
       [👤 Чиї дії показати]
       [← Назад] [🏠 Меню]
    ");
    let older = network.presses(&oksana, "→").await;
    assert_snapshot!(older, @"
    🤖 📜 Журнал дій

    Оксана · 1 лютого, 12:00
    Оксана: надано роль «керування».
       [←] [2 / 2] [→]
       [👤 Чиї дії показати]
       [← Назад] [🏠 Меню]
    ");
    let who = network.presses(&oksana, "👤 Чиї дії показати").await;
    assert_snapshot!(who, @"
    🤖 Чиї дії показати?
       [Оксана]
       [Петро]
       [Дії всіх]
       [← Назад] [🏠 Меню]
    ");
    let petros = network.presses(&oksana, "Петро").await;
    assert!(petros.contains("Журнал дій: Петро") && !petros.contains("роль «організація»"), "{petros}");

    // Names go with people.
    network.says(&petro, "/settings").await;
    network.presses(&petro, "🚪 Вийти й стерти мої дані").await;
    network.presses(&petro, "Так, вийти й стерти дані").await;
    let after = network.presses(&oksana, "Дії всіх").await;
    assert!(!after.contains("Петро"), "{after}");
    assert_snapshot!(after, @"
    🤖 📜 Журнал дій

    хтось, кого вже немає в Мережі · 1 лютого, 12:00
    Прибрано зі списку секторів і регіонів: «Бізнес».

    хтось, кого вже немає в Мережі · 1 лютого, 12:00
    Додано до секторів і регіонів: «Бізнес».

    хтось, кого вже немає в Мережі · 1 лютого, 12:00
    Відкрито опитування «Зручно в суботу?».

    хтось, кого вже немає в Мережі · 1 лютого, 12:00
    Завершено голосування «Напрями».

    хтось, кого вже немає в Мережі · 1 лютого, 12:00
    Відкрито голосування «Напрями».

    хтось, кого вже немає в Мережі · 1 лютого, 12:00
    Відкрито збір пропозицій «Що нас <об’єднує>?».

    Оксана · 1 лютого, 12:00
    хтось, кого вже немає в Мережі: надано роль «організація».

    Оксана · 1 лютого, 12:00
    Створено запрошення №1.
       [←] [1 / 2] [→]
       [👤 Чиї дії показати]
       [← Назад] [🏠 Меню]
    ");
    network.end().await;
}

#[tokio::test]
async fn the_log_in_english() {
    let (network, oksana) = begun().await;
    network.join(&oksana, ["Петро"]).await;
    gives(&network, &oksana, "Петро", "🛂 модерація").await;
    network.opens_call(&oksana, "Що далі?").await;
    network.says(&oksana, "/settings").await;
    network.presses(&oksana, "English").await;
    network.says(&oksana, "/desk").await;
    assert_snapshot!(network.presses(&oksana, "📜 Log of acts").await, @"
    🤖 📜 Log of acts

    Оксана · 1 February, 12:00
    Call “Що далі?” opened.

    Оксана · 1 February, 12:00
    Петро: given the role “moderator”.

    Оксана · 1 February, 12:00
    Invitation no. 1 made.

    Оксана · 1 February, 12:00
    Оксана: given the role “owner”.
       [👤 Whose acts to show]
       [← Back] [🏠 Menu]
    ");
    network.end().await;
}

#[tokio::test]
async fn the_log_holds_no_words_and_no_choices() {
    let (network, oksana) = begun().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    gives(&network, &oksana, "Петро", "🛂 модерація").await;
    network.says(&petro, "/menu").await;
    network.presses(&petro, "✉️ Лист організаторам").await;
    network.says(&petro, "Таємний лист").await;
    network.presses(&petro, "✉️ Надіслати").await;
    network.presses(&oksana, "↩️ Відповісти").await;
    network.says(&oksana, "Таємна відповідь").await;
    let acts = acts(&network).await;
    assert!(acts.contains("letter"), "{acts}");
    assert!(!acts.contains("Таємн") && !acts.contains("Петро"), "{acts}");
    let letter = acts.lines().find(|line| line.starts_with("letter")).expect("the answer");
    assert_eq!(letter, "letter 1 - -", "who wrote it is not said");
    network.end().await;
}

/// The table as it lies on the disk.
async fn acts(network: &Network) -> String {
    let mut conn = network.bot().app.db.readers().acquire().await.expect("reads");
    type Row = (String, Option<i64>, Option<i64>, Option<String>);
    let rows: Vec<Row> = sqlx::query_as("select kind, subject, whom, detail from act order by id")
        .fetch_all(&mut *conn)
        .await
        .expect("acts");
    let maybe = |id: Option<i64>| id.map_or("-".into(), |id| id.to_string());
    let line = |(kind, subject, whom, detail): (String, _, _, Option<String>)| {
        format!("{kind} {} {} {}\n", maybe(subject), maybe(whom), detail.unwrap_or("-".into()))
    };
    rows.into_iter().map(line).collect()
}
