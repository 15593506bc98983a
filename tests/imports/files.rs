//! Tables.

use insta::assert_snapshot;
use merezha::rehearsal::FileKind;

use super::{count, published, sends, workbook};
use crate::support::{Network, data, shown, toast};

#[tokio::test]
async fn a_table_comes_in_after_it_was_seen() {
    let (network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&oksana, "Ремонт дороги до школи").await;
    network.proposes(&oksana, "Довіра").await;
    network.says(&oksana, "/desk").await;
    assert_snapshot!(network.presses(&oksana, "📥 Внести пропозиції").await, @"
    🤖 📥 Внести пропозиції

    Надішліть сюди:
    • файл CSV або XLSX, до 5 МБ і 5 000 рядків;
    • або повідомлення, де кожна ідея з нового рядка;
    • або фото малюнків із підписами, по одному чи альбомом.

    Спершу покажу, що вдалося прочитати, і без вашого підтвердження нічого не внесу. Нікому нічого не надсилатиметься.
       [🗂 Усі внесення]
       [Скасувати]
    ");
    let long = "д".repeat(2001);
    let csv = format!(
        "№;ПІБ;Ідея\r\n1;Петро;Міст через річку\r\n2;Марія;довіра!\r\n3;Іван;Ремонтувати дорогу до школи\r\n\
         4;Олена;МІСТ ЧЕРЕЗ РІЧКУ\r\n5;Тарас;{long}\r\n6;Ніна;\r\n7;Оля;\"=cmd|' /C calc'!A0\"\r\n8;Ада;Фестиваль <кухні>\r\n"
    );
    oksana.attaches(FileKind::Document, csv.into_bytes(), "ідеї громад.csv", "");
    network.settle().await;
    assert_snapshot!(oksana.screen(), @"
    🤖 👀 ідеї громад.csv
    Ось що вдалося прочитати. Ще нічого не внесено.

    ❓ До збору: Що нас об’єднує?
    🔤 Пропозиції у стовпці C: Ідея
    👤 Імена зі стовпця B не переношу: люди могли на це не погоджуватися.

    ✅ 3 нові пропозиції
    🟰 2 такі самі (з них уже є в боті: 1) — не вноситиму
    🔎 1 схожа на іншу — внесу теж
    ⚠️ 1 рядок не вийде внести
    ▫️ 1 рядок у цьому стовпці порожній

    Наприклад:
    2. Міст через річку
    8. =cmd|' /C calc'!A0
    9. Фестиваль <кухні>
       [✅ Внести 4 пропозиції]
       [🔤 Інший стовпець] [❓ Інший збір]
       [🔎 Схожих не вносити]
       [🟰 Такі самі (2)]
       [🔎 Схожі (1)]
       [⚠️ Чому не вийде (1)]
       [Скасувати внесення]
       [🏠 Меню]
    ");
    let card = oksana.newest().expect("the card");
    let old = data(&card, "✅ Внести 4 пропозиції");
    assert_snapshot!(network.presses(&oksana, "🟰 Такі самі (2)").await, @"
    🤖 🟰 Такі самі
    Відрізняються хіба великими літерами чи розділовими знаками. Не вносяться.

    3. довіра!
    як №2: Довіра

    5. МІСТ ЧЕРЕЗ РІЧКУ
    як рядок 2
       [← Назад]
    ");
    network.presses(&oksana, "← Назад").await;
    assert_snapshot!(network.presses(&oksana, "🔎 Схожі (1)").await, @"
    🤖 🔎 Схожі

    4. Ремонтувати дорогу до школи
    схоже на №1: Ремонт дороги до школи
       [← Назад]
    ");
    network.presses(&oksana, "← Назад").await;
    assert_snapshot!(network.presses(&oksana, "⚠️ Чому не вийде (1)").await, @"
    🤖 ⚠️ Не вийде внести
    Число — номер рядка в таблиці чи ідеї за порядком.

    6. ддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддддд…
    задовго: 2001 знак, а вміститься щонайбільше 2000
       [← Назад]
    ");
    network.presses(&oksana, "← Назад").await;
    assert_eq!(oksana.newest().expect("a message").message_id, card.message_id, "it stays one message");
    assert_eq!(published(&network, 1).await, ["Ремонт дороги до школи", "Довіра"], "nothing came in yet");

    network.presses(&oksana, "🔎 Схожих не вносити").await;
    network.forges(&oksana, &old).await;
    assert_eq!(toast(&oksana), "Тут щойно щось змінилося — перегляньте ще раз");
    assert_snapshot!(network.presses(&oksana, "✅ Внести 3 пропозиції").await, @"
    🤖 ✅ Внесено 3 пропозиції до збору «Що нас об’єднує?».

    📄 ідеї громад.csv, 1 лютого, 12:00
    👤 Оксана
       [↩️ Прибрати внесене]
       [📋 Усі пропозиції]
       [🗂 Усі внесення] [🏠 Меню]
    ");
    assert_eq!(
        published(&network, 1).await[2..],
        ["Міст через річку", "=cmd|' /C calc'!A0", "Фестиваль <кухні>"]
    );
    assert_eq!(count(&network, "import_row").await, 0, "names from the file are not kept");
    let mut database = network.database().await;
    let kept: i64 =
        sqlx::query_scalar("select count(*) from import where sheet is not null or file is not null")
            .fetch_one(&mut database)
            .await
            .expect("counts");
    assert_eq!(kept, 0);
    // Pressed once more on a phone that still shows the old screen, it counts once.
    network.forges(&oksana, "im.y.1.4").await;
    assert_eq!(toast(&oksana), "Це внесення вже підтверджено");
    assert_eq!(published(&network, 1).await.len(), 5);
    network.end().await;
}

#[tokio::test]
async fn what_came_in_is_a_proposal_like_any_other() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    sends(&network, &oksana, "ideas.xlsx", &workbook(&[&["Ремонт дороги до школи"], &["Літній табір"]]))
        .await;
    network.presses(&oksana, "✅ Внести 2 пропозиції").await;
    petro.follows_link("proposal-1");
    network.settle().await;
    assert_snapshot!(petro.screen(), @"
    🤖 Пропозиція №1
    Що нас об’єднує?
    1 лютого, 12:00
    📥 Внесено організаторами

    Ремонт дороги до школи
       [← Назад] [🏠 Меню]
    ");
    // It is found when somebody says the same, and people take stances on it.
    network.says(&maria, "/propose").await;
    network.says(&maria, "Ремонтувати дорогу до школи").await;
    let close = network.presses(&maria, "✅ Надіслати").await;
    assert!(close.contains("👍 Підтримати №1"), "{close}");
    network.presses(&maria, "👍 Підтримати №1").await;
    let cards = network.says(&petro, "/stances").await;
    assert!(cards.contains("Ремонт дороги") || cards.contains("Літній табір"), "{cards}");
    // Nobody was told, nobody is its author.
    assert!(
        petro.messages().iter().all(|message| !message.text.as_deref().unwrap_or("").contains("Внесено 2"))
    );
    assert!(network.says(&oksana, "/mine").await.contains("Ви ще не подавали"));
    network.end().await;
}

#[tokio::test]
async fn columns_and_calls_can_be_chosen() {
    let (network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&oksana, "Дорога").await;
    network.opens_call(&oksana, "Що далі?").await;
    let rows: &[&[&str]] = &[&["Дорога", "Петро каже, що це головне"], &["Школа", "А Марія каже, що це"]];
    let guessed = sends(&network, &oksana, "ідеї.xlsx", &workbook(rows)).await;
    assert!(guessed.contains("Пропозиції у стовпці B"), "{guessed}");
    assert!(guessed.contains("До збору: Що далі?"), "the latest open one: {guessed}");
    assert_snapshot!(network.presses(&oksana, "🔤 Інший стовпець").await, @"
    🤖 🔤 У якому стовпці пропозиції?
       [A: Дорога]
       [✓ B: Петро каже, що це головне]
       [Перший рядок — заголовки]
       [← Назад]
    ");
    let other = network.presses(&oksana, "A: Дорога").await;
    assert!(other.contains("Пропозиції у стовпці A") && other.contains("✅ 2 нові пропозиції"), "{other}");
    network.presses(&oksana, "🔤 Інший стовпець").await;
    let headed = network.presses(&oksana, "Перший рядок — заголовки").await;
    assert!(
        headed.contains("✅ 1 нова пропозиція") && headed.contains("[✅ Внести 1 пропозицію]"),
        "{headed}"
    );
    network.presses(&oksana, "🔤 Інший стовпець").await;
    network.presses(&oksana, "✓ Перший рядок — заголовки").await;
    assert_snapshot!(network.presses(&oksana, "❓ Інший збір").await, @"
    🤖 ❓ До якого збору внести?
       [Що далі?]
       [Що нас об’єднує?]
       [← Назад]
    ");
    let there = network.presses(&oksana, "Що нас об’єднує?").await;
    assert!(there.contains("🟰 1 така сама (з них уже є в боті: 1)"), "{there}");
    network.presses(&oksana, "✅ Внести 1 пропозицію").await;
    assert_eq!(published(&network, 1).await, ["Дорога", "Школа"]);
    // What is pressed afterwards changes nothing.
    for data in
        ["im.k.1.1", "im.h.1.1", "im.c.1.2", "im.t.1.0", "im.g.1", "im.a.1", "im.x.1", "im.k.1", "im.r.1.s.0"]
    {
        network.forges(&oksana, data).await;
    }
    assert_eq!(published(&network, 1).await.len(), 2);
    assert_eq!(count(&network, "import").await, 1);
    network.end().await;
}

#[tokio::test]
async fn a_table_out_of_the_blue_is_offered() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    oksana.attaches(FileKind::Document, "Міст\nДорога".as_bytes().to_vec(), "ІДЕЇ.CSV", "");
    network.settle().await;
    assert_snapshot!(oksana.screen(), @"
    🤖 Що з цим зробити?
       [📥 Внести пропозиції з таблиці]
       [💡 Подати як пропозицію]
       [✉️ Передати організаторам]
       [Нічого]
    ");
    let taken = data(&oksana.newest().expect("the offer"), "📥 Внести пропозиції з таблиці");
    let card = network.presses(&oksana, "📥 Внести пропозиції з таблиці").await;
    assert!(card.contains("✅ 2 нові пропозиції"), "{card}");
    network.forges(&oksana, &taken).await;
    assert_eq!(
        toast(&oksana),
        "Це повідомлення вже передано або відкинуто. Якщо ні, надішліть його, будь ласка, ще раз.",
        "it is taken once"
    );
    assert_eq!(count(&network, "import").await, 1);
    // Whoever is no organizer is offered what everybody is.
    petro.attaches(FileKind::Document, "Міст".as_bytes().to_vec(), "ідеї.csv", "");
    network.settle().await;
    assert!(!petro.screen().contains("Внести"), "{}", petro.screen());
    for data in ["im", "im.o", "im.i.1", "im.y.1.3", "im.u.1", "im.u.1.1", "im.x.1", "im.l.0", "im.r.1.s.0"] {
        assert_eq!(network.forges(&petro, data).await, "Це можуть лише організатори.", "{data}");
    }
    assert_eq!(published(&network, 1).await.len(), 0);
    network.end().await;
}

#[tokio::test]
async fn what_was_exported_comes_in_as_it_was() {
    let (network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    for words in
        ["=HYPERLINK(\"http://evil.example\")", "Дороги, школи й \"лікарні\"\nу громаді", "-50 % на квитки"]
    {
        network.proposes(&oksana, words).await;
    }
    network.says(&oksana, "/export").await;
    let screen = shown(&oksana, "📦 Взяти з собою");
    network.opens_call(&oksana, "Те саме деінде").await;
    for (button, name) in
        [("🧾 Пропозиції: CSV", "proposals.csv"), ("📊 Пропозиції: Excel", "proposals.xlsx")]
    {
        network.presses_on(&oksana, &screen, button).await;
        let message = shown(&oksana, "Усі пропозиції: ");
        let file = message.document.as_ref().expect("a file").file_id.clone();
        let bytes = network.telegram.file(&file).await.expect("its bytes");
        let card = sends(&network, &oksana, name, &bytes).await;
        assert!(card.contains("✅ 3 нові пропозиції"), "{card}");
        network.presses(&oksana, "✅ Внести 3 пропозиції").await;
        let (before, after) = (published(&network, 1).await, published(&network, 2).await);
        assert_eq!(before, after, "{name}");
        network.presses(&oksana, "↩️ Прибрати внесене").await;
        network.presses(&oksana, "Прибрати всі (3)").await;
    }
    network.end().await;
}
