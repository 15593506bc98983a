//! The state in a file: whole after a stop, and nearly whole after a kill.

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::Duration;

use merezha::rehearsal::{FileKind, Limits, Options, Rehearsal, start};
use serde_json::json;

use super::client::{Bot, named, png};

/// A folder of one test's own, empty at its start.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("rehearsal-{}-{name}", std::process::id()));
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    folder
}

async fn open(path: PathBuf) -> Rehearsal {
    start(Options { state: Some(path), limits: Limits::off(), ..Options::default() })
        .await
        .expect("a good state")
}

#[tokio::test]
async fn everything_is_there_after_a_stop() {
    let folder = folder("stop");
    let path = folder.join("state.json");
    let first = open(path.clone()).await;
    let olena = first.telegram().person(named("Олена"));
    olena.attaches(FileKind::Photo, png(4, 4), "", "малюнок");
    let bot = Bot::of(&first);
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Так", "callback_data": "yes" }]] });
    let params =
        json!({ "chat_id": olena.id(), "text": "<b>x</b>", "parse_mode": "HTML", "reply_markup": keyboard });
    bot.ok("sendMessage", params).await;
    bot.ok("setMyCommands", json!({ "commands": [{ "command": "a", "description": "b" }] })).await;
    let press = olena.presses("Так");
    let (query, transcript) = (press.query_id().unwrap().to_owned(), olena.transcript());
    let updates = bot.updates(0).await;
    first.telegram().forward(Duration::from_secs(60));
    first.stop().await;

    let second = open(path).await;
    assert_eq!(second.token(), bot.token);
    let ahead = second.clock_ahead();
    assert_eq!(ahead.load(Ordering::Relaxed), 60_000, "the clock stays ahead");
    let bot = Bot::of(&second);
    let olena = second.telegram().find(olena.id()).unwrap();
    assert_eq!(olena.transcript(), transcript);
    assert_eq!(olena.bot_commands()[0].command, "a");
    assert_eq!(bot.updates(0).await, updates);
    bot.ok("answerCallbackQuery", json!({ "callback_query_id": query })).await;
    let photo = updates[0]["message"]["photo"][0]["file_id"].clone();
    let file = bot.ok("getFile", json!({ "file_id": photo })).await;
    let path = format!("/file/bot{}/{}", bot.token, file["file_path"].as_str().unwrap());
    assert_eq!(bot.get(&path).await.body, png(4, 4));
    let next = olena.says("next").message_id;
    assert_eq!(next, 3);
    second.telegram().forward(Duration::from_secs(3_600));
    assert_eq!(ahead.load(Ordering::Relaxed), 3_660_000, "and whoever shares it goes along");
    second.stop().await;
    drop(std::fs::remove_dir_all(folder));
}

#[tokio::test]
async fn a_state_that_was_not_closed_gives_no_id_twice() {
    let folder = folder("kill");
    let path = folder.join("state.json");
    let first = open(path.clone()).await;
    // The first save is on the disk before anything happens: a kill may leave no more than that.
    let saved = std::fs::read(&path).unwrap();
    let said = first.telegram().person(named("Олена")).says("lost").message_id;
    let update = Bot::of(&first).updates(0).await[0]["update_id"].as_i64().unwrap();
    first.stop().await;

    std::fs::write(&path, saved).unwrap();
    let second = open(path).await;
    assert!(second.telegram().person(named("Олена")).says("again").message_id > said + 1_000);
    let updates = Bot::of(&second).updates(update + 1).await;
    assert!(updates[0]["update_id"].as_i64().unwrap() > update + 1_000);
    second.stop().await;
    drop(std::fs::remove_dir_all(folder));
}

#[tokio::test]
async fn a_file_that_is_no_state_is_left_alone() {
    let folder = folder("strange");
    let path = folder.join("state.json");
    std::fs::write(&path, "not ours").unwrap();
    let error = start(Options { state: Some(path.clone()), ..Options::default() }).await.err().unwrap();
    assert!(format!("{error:#}").contains("move it away"), "{error:#}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "not ours");
    drop(std::fs::remove_dir_all(folder));
}

#[tokio::test]
async fn stopping_ends_a_waiting_call() {
    let rehearsal = start(Options::default()).await.unwrap();
    let bot = Bot::of(&rehearsal);
    let telegram = rehearsal.telegram();
    let poll = tokio::spawn(async move { bot.call("getUpdates", json!({ "timeout": 50 })).await.status });
    while telegram.count("getUpdates") == 0 {
        tokio::task::yield_now().await;
    }
    rehearsal.stop().await;
    assert_eq!(poll.await.unwrap(), 200);
}
