//! The report of the time between two sessions, as other programs read it, compared with what the chat says.

use std::io::{Cursor, Read};

use insta::assert_snapshot;
use lopdf::Document;

use super::file;
use crate::support::{Network, toast};

/// A network with two sessions, proposals, stances and a decided vote between them.
async fn between() -> (Network, merezha::rehearsal::Person, Vec<merezha::rehearsal::Person>) {
    let (network, oksana) = Network::start().await;
    let names = ["Петро", "Марія", "Іван", "Олена", "Тарас", "Ніна", "Ада", "Богдан", "Віра", "Гнат", "Дана"];
    let people: Vec<_> = network.join(&oksana, names).await.into();
    for (title, when) in [("Перша сесія", "2 лютого 10:00–18:00"), ("Друга сесія", "20 лютого 10:00–18:00")]
    {
        network.says(&oksana, "/newsession").await;
        network.says(&oksana, title).await;
        network.says(&oksana, when).await;
        network.says(&oksana, "Київ").await;
        network.presses(&oksana, "📣 Оголосити").await;
    }
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&people[0], "До першої сесії").await;
    network.pass(std::time::Duration::from_secs(3 * 24 * 3600)).await;
    network.proposes(&people[0], "Річка <&> \"міст\"\nі дорога").await;
    network.proposes(&people[1], "Школи").await;
    for (at, person) in people.iter().chain([&oksana]).enumerate() {
        network.forges(person, "wc.2.a").await;
        network.forges(person, if at % 2 == 0 { "wc.3.a" } else { "wc.3.d" }).await;
    }
    network.opens_vote(&oksana, "Пріоритети", "Дороги\nШколи", &[]).await;
    for person in &people {
        network.votes(person, &["⬜️ 2. Школи"]).await;
    }
    network.closes_vote(&oksana).await;
    (network, oksana, people)
}

#[tokio::test]
async fn the_time_between_two_sessions_is_told() {
    let (network, oksana, _people) = between().await;
    network.says(&oksana, "/export").await;
    assert_snapshot!(network.presses(&oksana, "📑 Звіт між двома сесіями").await, @"
    🤖 📑 Звіт

    Від якої сесії? Те, що відбулося від її початку, буде у звіті.
       [Від самого початку]
       [2 лютого: Перша сесія]
       [20 лютого: Друга сесія]
       [← Назад]
    ");
    assert_snapshot!(network.presses(&oksana, "2 лютого: Перша сесія").await, @"
    🤖 📑 Звіт

    До початку якої сесії?
       [Дотепер]
       [20 лютого: Друга сесія]
       [← Назад]
    ");
    assert_snapshot!(network.presses(&oksana, "20 лютого: Друга сесія").await, @"
    🤖 📑 Звіт

    У якому вигляді? Імен у звіті немає, а малих груп окремо не видно.
       [📕 PDF: читати]
       [📘 DOCX: редагувати]
       [← Назад] [🏠 Меню]
    ");
    let screen = oksana.newest().expect("the choice");
    network.presses(&oksana, "📕 PDF: читати").await;
    assert_eq!(toast(&oksana), "⏳ Готую файл. Надішлю сюди, щойно буде готовий.");
    let (name, caption, bytes) = file(&network, &oksana, ".pdf").await;
    assert_eq!(name, "merezha-report.pdf");
    assert!(caption.contains("Імен у ньому немає"), "{caption}");
    let document = Document::load_mem(&bytes).expect("another program opens it");
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let pdf = document.extract_text(&pages).expect("its text").split_whitespace().collect::<String>();

    network.presses_on(&oksana, &screen, "📘 DOCX: редагувати").await;
    let (_, _, bytes) = file(&network, &oksana, ".docx").await;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("opens");
    let mut docx = String::new();
    archive.by_name("word/document.xml").expect("a document").read_to_string(&mut docx).expect("UTF-8");
    let pictures = archive.file_names().filter(|name| name.is_ok()).count();
    assert!(pictures > 7, "pictures are in it");
    let solid = docx.split_whitespace().collect::<String>();

    // What stands in both, and what in neither.
    for words in [
        "Школи",
        "Пріоритети",
        "Перша сесія, 2 лютого",
        "Друга сесія",
        "Згода: 11",
        "Що об’єднує",
        "Київ",
        "11 голосів",
    ] {
        let words = words.split_whitespace().collect::<String>();
        assert!(pdf.contains(&words), "{words}: {pdf}");
        assert!(solid.contains(&words), "{words}: {docx}");
    }
    assert!(docx.contains("Річка &lt;&amp;&gt; &quot;міст&quot;"), "{docx}");
    for words in ["Петро", "Марія", "Оксана", "До першої сесії"] {
        let words = words.split_whitespace().collect::<String>();
        assert!(!pdf.contains(&words) && !solid.contains(&words), "{words}");
    }
    network.end().await;
}

#[tokio::test]
async fn an_empty_network_has_a_report_too_in_english() {
    let network = Network::empty(merezha::rehearsal::Limits::off(), &[]).await;
    let anna = network.newcomer("Anna", "en");
    anna.follows_link("");
    network.settle().await;
    network.presses(&anna, "As in Telegram: Anna").await;
    network.says(&anna, "/export").await;
    network.presses(&anna, "📑 Report between two sessions").await;
    network.presses(&anna, "From the very beginning").await;
    assert_snapshot!(network.presses(&anna, "Until now").await, @"
    🤖 📑 Report

    As what? There are no names in it, and small groups are not shown by themselves.
       [📕 PDF: to read] [📘 DOCX: to edit]
       [← Back] [🏠 Menu]
    ");
    network.presses(&anna, "📕 PDF: to read").await;
    let (_, _, bytes) = file(&network, &anna, ".pdf").await;
    let document = Document::load_mem(&bytes).expect("opens");
    let text = document.extract_text(&[1, 2]).expect("its text").split_whitespace().collect::<String>();
    assert!(text.contains("Nextsession") || text.contains("Thenextsessionisnotannouncedyet"), "{text}");
    assert!(text.contains("Groupsarenotshown"), "{text}");
    network.end().await;
}

#[tokio::test]
async fn only_organizers_get_reports() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    for data in ["or", "or.-", "or.-.-", "o.rp__", "o.rd_1_2"] {
        assert_eq!(network.forges(&petro, data).await, "Це можуть лише організатори.", "{data}");
    }
    // What only a modified phone sends: sessions that are not there.
    network.forges(&oksana, "o.rp_77_78").await;
    file(&network, &oksana, ".pdf").await;
    network.end().await;
}
