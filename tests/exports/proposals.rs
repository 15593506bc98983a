//! Proposals as tables, and the links in them.

use std::time::Duration;

use calamine::{Data, Reader, Xlsx};
use insta::assert_snapshot;
use merezha::rehearsal::FileKind;

use super::file;
use crate::support::{Network, shown, toast};

#[tokio::test]
async fn an_organizer_takes_out_all_proposals_as_tables() {
    let (network, oksana) = Network::start().await;
    let [petro, maria, ivan, olena, taras] =
        network.join(&oksana, ["Петро", "Марія", "Іван", "Олена", "Тарас"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&oksana, "/desk").await;
    let choose = network.presses(&oksana, "📦 Взяти з собою").await;
    assert_snapshot!(choose, @"
    🤖 📦 Взяти з собою

    Файли прийдуть сюди. Імен у них немає, а суми щодо пропозиції є лише там, де відповіло достатньо людей.
       [📊 Пропозиції: Excel]
       [🧾 Пропозиції: CSV]
       [🖨 Картки для друку]
       [📑 Звіт між двома сесіями]
       [🗄 Усі дані: JSON] [🔬 Для Polis]
       [← Назад] [🏠 Меню]
    ");
    network.presses(&oksana, "📊 Пропозиції: Excel").await;
    assert_eq!(toast(&oksana), "Опублікованих пропозицій поки немає, тож і файлу немає з чого зробити.");
    network.proposes(&petro, "=HYPERLINK(\"http://evil.example\";\"Річка\")").await;
    network.proposes(&maria, "Дороги, школи й \"лікарні\"\nу кожній громаді").await;
    network.says(&ivan, "/propose").await;
    network.attaches(&ivan, FileKind::Photo, "Міст").await;
    network.presses(&ivan, "✅ Надіслати").await;
    network.proposes(&olena, "Відкличу це").await;
    network.says(&olena, "/mine").await;
    network.presses(&olena, "№4").await;
    network.presses(&olena, "Відкликати").await;
    network.presses(&olena, "Так, відкликати").await;
    for (person, stance) in [(&oksana, 'a'), (&maria, 'a'), (&ivan, 'd'), (&olena, 'p'), (&taras, 'a')] {
        network.forges(person, &format!("wc.1.{stance}")).await;
    }
    network.forges(&taras, "wc.2.a").await;

    network.says(&oksana, "/export").await;
    network.presses(&oksana, "🧾 Пропозиції: CSV").await;
    assert_eq!(toast(&oksana), "⏳ Готую файл. Надішлю сюди, щойно буде готовий.");
    let (_, _, csv) = file(&network, &oksana, ".csv").await;
    assert_snapshot!(String::from_utf8(csv.clone()).expect("UTF-8").replace("\r\n", "\n"), @r#"
    ﻿№,Збір пропозицій,Пропозиція,Малюнок,Стан,Напрям,Мітки,Що з нею сталося,Подано (за Києвом),Згода,Не згода,Пропустили,Посилання
    1,Що нас об’єднує?,"'=HYPERLINK(""http://evil.example"";""Річка"")",ні,опублікована,,,,2025-02-01 12:00,3,1,1,https://t.me/rehearsal_bot?start=proposal-1
    2,Що нас об’єднує?,"Дороги, школи й ""лікарні""
    у кожній громаді",ні,опублікована,,,,2025-02-01 12:00,,,,https://t.me/rehearsal_bot?start=proposal-2
    3,Що нас об’єднує?,Міст,так,опублікована,,,,2025-02-01 12:00,,,,https://t.me/rehearsal_bot?start=proposal-3
    4,Що нас об’єднує?,,,відкликана,,,,2025-02-01 12:00,,,,
    "#);
    let mut reader = csv::Reader::from_reader(&csv[3..]);
    assert_eq!(reader.records().count(), 4);

    network.presses_on(&oksana, &shown(&oksana, "📦 Взяти з собою"), "📊 Пропозиції: Excel").await;
    let (_, caption, xlsx) = file(&network, &oksana, ".xlsx").await;
    assert!(caption.contains("Усі пропозиції"));
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(xlsx)).expect("another program opens it");
    assert!(book.worksheet_formula("Пропозиції").expect("the sheet").is_empty());
    let sheet = book.worksheet_range("Пропозиції").expect("the sheet");
    let row = |at: usize| sheet[at].iter().map(Data::to_string).collect::<Vec<_>>();
    assert_eq!(row(1)[2], "=HYPERLINK(\"http://evil.example\";\"Річка\")");
    assert_eq!(row(1)[9..12], ["3", "1", "1"]);
    assert_eq!(row(2)[9..12], ["", "", ""], "one person has seen it: who that is would be told");
    assert_eq!(row(3)[2..5], ["Міст", "так", "опублікована"]);
    assert_eq!(row(4)[2..5], ["", "", "відкликана"], "what was taken back is not taken out");
    assert_eq!(row(1)[12], "https://t.me/rehearsal_bot?start=proposal-1");
    for name in ["Петро", "Марія", "Іван", "Олена", "Тарас", "Оксана"] {
        assert!(!String::from_utf8_lossy(&csv).contains(name), "{name}");
    }
    network.end().await;
}

#[tokio::test]
async fn the_same_file_is_made_once_a_minute() {
    let (network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&oksana, "Річка").await;
    network.says(&oksana, "/export").await;
    let screen = shown(&oksana, "📦 Взяти з собою");
    network.presses_on(&oksana, &screen, "🧾 Пропозиції: CSV").await;
    network.presses_on(&oksana, &screen, "🧾 Пропозиції: CSV").await;
    assert_eq!(toast(&oksana), "Цей файл щойно надіслано. Новий можна попросити за хвилину.");
    let files = || oksana.messages().iter().filter(|message| message.document.is_some()).count();
    assert_eq!(files(), 1);
    network.clock.forward(Duration::from_secs(60));
    network.presses_on(&oksana, &screen, "🧾 Пропозиції: CSV").await;
    assert_eq!(files(), 2);
    network.end().await;
}

#[tokio::test]
async fn who_is_no_organizer_takes_nothing_out() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&petro, "Річка").await;
    let refused = network.says(&petro, "/export").await;
    assert!(refused.contains("Це можуть лише організатори."), "{refused}");
    for data in ["o", "o.x", "o.c", "o.k", "o.a"] {
        assert_eq!(network.forges(&petro, data).await, "Це можуть лише організатори.", "{data}");
    }
    assert!(petro.messages().iter().all(|message| message.document.is_none()));
    let mut database = network.database().await;
    let asked: i64 =
        sqlx::query_scalar("select count(*) from export").fetch_one(&mut database).await.expect("counts");
    assert_eq!(asked, 0);
    network.end().await;
}

#[tokio::test]
async fn a_link_opens_its_proposal() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&oksana, "Річка").await;
    petro.follows_link("proposal-1");
    network.settle().await;
    assert!(petro.screen().contains("Річка"), "{}", petro.screen());
    petro.follows_link("proposal-99");
    network.settle().await;
    assert_snapshot!(petro.screen(), @"
    🤖 Цієї пропозиції вже немає
       [🏠 Меню]
    ");
    let stranger = network.arrives("Хтось", "uk", "proposal-1").await;
    assert!(!stranger.screen().contains("Річка"), "{}", stranger.screen());
    network.end().await;
}

#[tokio::test]
async fn what_was_cut_off_is_made_after_the_next_start() {
    let (mut network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&oksana, "Річка").await;
    let mut database = network.database().await;
    let ask = "insert into export (person_id, what, asked_at, tries)
               select id, ?, 0, ? from person where telegram_id > 0";
    network.stop().await;
    // One was begun once, the other so often that the process seems to have died of it.
    for (what, tries) in [("c", 1), ("x", 3)] {
        sqlx::query(ask).bind(what).bind(tries).execute(&mut database).await.expect("asked");
    }
    network.run().await;
    network.settle().await;
    file(&network, &oksana, ".csv").await;
    assert_snapshot!(oksana.screen(), @"
    🤖 😔 Файл зробити не вдалося. Спробуйте, будь ласка, ще раз.
       [🏠 Меню]
    ");
    network.end().await;
}
