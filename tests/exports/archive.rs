//! Everything of the network as one zip of JSON.

use std::io::{Cursor, Read};

use serde_json::{Value, json};
use zip::ZipArchive;

use super::file;
use crate::support::{Network, shown};

fn read(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Value {
    let mut text = String::new();
    archive.by_name(name).expect("a file").read_to_string(&mut text).expect("UTF-8");
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("{name}: {why}: {text}"))
}

#[tokio::test]
async fn the_archive_holds_what_the_chat_shows_and_no_more() {
    let (network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія", "Іван", "Олена", "Тарас"]).await;
    let petro = &people[0];
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(petro, "Річка\u{202E} =1+1 \"і\" міст").await;
    network.proposes(petro, "Відкличу").await;
    network.says(petro, "/mine").await;
    network.presses(petro, "№2").await;
    network.presses(petro, "Відкликати").await;
    network.presses(petro, "Так, відкликати").await;
    for person in people[1..].iter().chain([&oksana]) {
        network.forges(person, "wc.1.a").await;
    }
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Коли?\nРанок\nВечір").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    network.presses(petro, "Вечір").await;
    network.opens_vote(&oksana, "Пріоритети", "Дороги\nШколи", &[]).await;
    network.votes(petro, &["⬜️ 2. Школи"]).await;
    network.closes_vote(&oksana).await;
    network.opens_vote(&oksana, "Ще триває", "Так\nНі", &[]).await;
    network.votes(petro, &["⬜️ 2. Ні"]).await;
    network.says(&oksana, "/newsession").await;
    network.says(&oksana, "Друга сесія").await;
    network.says(&oksana, "5 лютого 10:00–18:00").await;
    network.says(&oksana, "Київ").await;
    network.presses(&oksana, "📣 Оголосити").await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Зустрічаємось у Києві").await;
    network.presses(&oksana, "👥 Усім (6)").await;
    network.presses(&oksana, "📣 Надіслати").await;

    network.says(&oksana, "/export").await;
    network.presses_on(&oksana, &shown(&oksana, "📦 Взяти з собою"), "🗄 Усі дані: JSON").await;
    let (_, _, bytes) = file(&network, &oksana, ".zip").await;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("another program opens it");
    let (mut all, mut explained) = (String::new(), String::new());
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a file");
        let into = if file.name().expect("a name") == "README.md" { &mut explained } else { &mut all };
        file.read_to_string(into).expect("UTF-8");
    }
    assert!(explained.contains("`proposals.json`"), "what the files mean is beside them: {explained}");
    for name in ["Петро", "Марія", "Іван", "Олена", "Тарас", "Оксана", "telegram", "Відкличу"]
    {
        assert!(!all.contains(name), "{name}: {all}");
    }
    let manifest = read(&mut archive, "manifest.json");
    assert_eq!((&manifest["format"], &manifest["version"]), (&json!("merezha-export"), &json!(1)));
    let people = read(&mut archive, "people.json");
    assert_eq!(people["joined"], 6);
    assert_eq!(people["sectors"], Value::Null, "three and three are too few to tell apart");
    let proposals = read(&mut archive, "proposals.json");
    assert_eq!(proposals[0]["words"], "Річка =1+1 \"і\" міст");
    assert_eq!(proposals[0]["stances"], json!({ "agree": 5, "disagree": 0, "pass": 0 }));
    assert_eq!(proposals[0]["link"], "https://t.me/rehearsal_bot?start=proposal-1");
    assert_eq!(proposals[1]["state"], "withdrawn");
    let votes = read(&mut archive, "votes.json");
    assert_eq!(votes[0]["options"][1], json!({ "words": "Школи", "count": 1, "won": true, "tied": false }));
    assert_eq!(votes[1]["options"][1], json!({ "words": "Ні", "count": null, "won": null, "tied": null }));
    let polls = read(&mut archive, "polls.json");
    assert_eq!(polls[0]["answers"][1], json!({ "words": "Вечір", "people": 1 }));
    assert_eq!(read(&mut archive, "sessions.json")[0]["place"], "Київ");
    assert_eq!(read(&mut archive, "announcements.json")[0]["text"], "Зустрічаємось у Києві");
    network.end().await;
}

#[tokio::test]
async fn an_empty_network_has_an_archive_too() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/export").await;
    network.presses(&oksana, "🗄 Усі дані: JSON").await;
    let (_, _, bytes) = file(&network, &oksana, ".zip").await;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("opens");
    assert_eq!(read(&mut archive, "proposals.json"), json!([]));
    network.end().await;
}
