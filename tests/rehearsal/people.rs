//! What people do, and what the bot hears of it.

use std::time::Duration;

use merezha::rehearsal::{FileKind, NewPerson};
use serde_json::json;

use super::client::{Stage, named, png};

#[tokio::test]
async fn a_start_link_arrives_as_a_command() {
    let stage = Stage::new().await;
    let petro =
        stage.telegram.person(NewPerson { username: Some("@petro".to_owned()), ..named("Петро") });
    assert_eq!((stage.olena.id(), petro.id()), (1001, 1002));
    petro.follows_link("invite_7");
    let update = stage.bot.updates(-1).await.remove(0);
    let message = &update["message"];
    assert_eq!(message["text"], "/start invite_7");
    assert_eq!(message["entities"], json!([{ "type": "bot_command", "offset": 0, "length": 6 }]));
    assert_eq!(message["from"]["language_code"], "uk");
    assert_eq!(
        message["chat"],
        json!({ "id": 1002, "type": "private", "first_name": "Петро", "username": "petro" })
    );
}

#[tokio::test]
async fn a_press_is_answered_once_and_in_time() {
    let stage = Stage::new().await;
    stage.button("Так", "yes").await;
    let press = stage.olena.presses("Так");
    let query = stage.bot.updates(-1).await.remove(0)["callback_query"].clone();
    assert_eq!((&query["data"], &query["message"]["text"]), (&json!("yes"), &json!("press")));
    assert_eq!(press.answered(), None);
    let answer = json!({ "callback_query_id": query["id"], "text": "Почуто", "show_alert": true });
    stage.bot.ok("answerCallbackQuery", answer.clone()).await;
    let toast = press.answer().await.unwrap();
    assert_eq!((toast.text.as_deref(), toast.show_alert), (Some("Почуто"), true));
    assert_eq!(stage.olena.toasts(), ["Почуто"]);
    let late = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert_eq!(stage.bot.refused("answerCallbackQuery", answer).await, late);
    let press = stage.olena.presses("Так");
    stage.telegram.forward(Duration::from_secs(151));
    let params = json!({ "callback_query_id": press.query_id() });
    assert_eq!(stage.bot.refused("answerCallbackQuery", params).await, late);
    let error = press.answer_within(Duration::from_millis(10)).await.unwrap_err();
    assert!(error.contains("🤖 press"), "{error}");
}

#[tokio::test]
async fn forged_presses_and_presses_on_what_is_gone() {
    let stage = Stage::new().await;
    let id = stage.button("Так", "yes").await["message_id"].as_i64().unwrap();
    let _ = stage.olena.presses_data(id, "forged");
    assert_eq!(stage.bot.updates(-1).await[0]["callback_query"]["data"], "forged");
    stage.bot.ok("deleteMessage", json!({ "chat_id": stage.olena.id(), "message_id": id })).await;
    let _ = stage.olena.presses_data(id, "yes");
    let message = stage.bot.updates(-1).await.remove(0)["callback_query"]["message"].clone();
    assert_eq!(
        (&message["date"], &message["message_id"], message.get("text")),
        (&json!(0), &json!(id), None)
    );
    let error = stage.olena.try_presses(None, "Так").err().unwrap();
    assert!(error.contains("There is no button [Так]"));
}

#[tokio::test]
async fn long_texts_go_in_parts_and_writing_unblocks() {
    let stage = Stage::new().await;
    stage.olena.blocks();
    stage.olena.says(&"я".repeat(5_000));
    let updates = stage.bot.updates(0).await;
    let texts = updates.iter().filter_map(|update| update["message"]["text"].as_str());
    let lengths: Vec<_> = texts.map(|text| text.chars().count()).collect();
    assert_eq!(lengths, [6, 4_096, 904]);
    assert_eq!(updates[2]["my_chat_member"]["new_chat_member"]["status"], "member");
    let long = stage.olena.try_attaches(FileKind::Photo, png(2, 2).into(), "", None, &"я".repeat(1_025));
    assert!(long.is_err());
}

#[tokio::test]
async fn edits_are_heard_and_deletions_are_not() {
    let stage = Stage::new().await;
    let said = stage.olena.says("помилка").message_id;
    stage.olena.edits(said, "виправлено");
    let update = stage.bot.updates(-1).await.remove(0);
    assert_eq!(update["edited_message"]["text"], "виправлено");
    assert!(update["edited_message"]["edit_date"].is_i64());
    stage.olena.deletes(said);
    assert_eq!(stage.bot.updates(0).await, [update]);
    assert_eq!(stage.olena.transcript(), "Олена: /start");
}

#[tokio::test]
async fn files_of_people_reach_the_bot() {
    let stage = Stage::new().await;
    stage.olena.attaches(FileKind::Photo, png(1_000, 500), "", "малюнок");
    let message = stage.bot.updates(-1).await.remove(0)["message"].clone();
    let widths: Vec<_> =
        message["photo"].as_array().unwrap().iter().map(|size| size["width"].as_i64().unwrap()).collect();
    assert_eq!(
        (widths.as_slice(), &message["caption"]),
        ([90, 320, 800, 1_000].as_slice(), &json!("малюнок"))
    );
    let file = stage.bot.ok("getFile", json!({ "file_id": message["photo"][3]["file_id"] })).await;
    let path = format!("/file/bot{}/{}", stage.bot.token, file["file_path"].as_str().unwrap());
    assert_eq!(stage.bot.get(&path).await.body, png(1_000, 500));
    stage.olena.attaches(FileKind::Voice, "ogg", "", "");
    stage.olena.attaches(FileKind::Document, "text", "план.txt", "");
    assert_eq!(stage.olena.screen(), "Олена: <document план.txt>");
}

#[tokio::test]
async fn the_commands_menu_falls_back_as_clients_do() {
    let stage = Stage::new().await;
    let set = async |scope: serde_json::Value, language: &str, name: &str| {
        let commands = json!([{ "command": format!("/{name}"), "description": "що робить" }]);
        let params = json!({ "commands": commands, "scope": scope, "language_code": language });
        stage.bot.ok("setMyCommands", params).await;
    };
    let shown =
        || stage.olena.bot_commands().first().map(|command| command.command.clone()).unwrap_or_default();
    assert_eq!(shown(), "");
    let private = json!({ "type": "all_private_chats" });
    let chat = json!({ "type": "chat", "chat_id": stage.olena.id() });
    set(json!({ "type": "default" }), "", "default").await;
    assert_eq!(shown(), "default");
    set(json!({ "type": "default" }), "uk", "default_uk").await;
    assert_eq!(shown(), "default_uk");
    set(private.clone(), "", "private").await;
    assert_eq!(shown(), "private");
    set(private.clone(), "en", "private_en").await;
    assert_eq!(shown(), "private");
    set(chat.clone(), "uk", "chat_uk").await;
    assert_eq!(shown(), "chat_uk");
    let listed = stage.bot.ok("getMyCommands", json!({ "scope": chat })).await;
    assert_eq!(listed, json!([]), "no fallback in getMyCommands");
    stage.bot.ok("deleteMyCommands", json!({ "scope": chat, "language_code": "uk" })).await;
    assert_eq!(shown(), "private");
}

#[tokio::test]
async fn names_descriptions_and_menu_buttons_are_kept() {
    let stage = Stage::new().await;
    stage.bot.ok("setMyName", json!({ "name": "Мережа" })).await;
    assert_eq!(stage.bot.ok("getMyName", json!({ "language_code": "uk" })).await["name"], "Мережа");
    stage.bot.ok("setMyDescription", json!({ "description": "так", "language_code": "uk" })).await;
    assert_eq!(stage.bot.ok("getMyDescription", json!({})).await["description"], "");
    stage.bot.ok("setMyShortDescription", json!({ "short_description": "коротко" })).await;
    assert_eq!(stage.bot.ok("getMyShortDescription", json!({})).await["short_description"], "коротко");
    assert_eq!(stage.bot.ok("getMe", json!({})).await["first_name"], "Мережа");
    stage.bot.ok("setChatMenuButton", json!({ "menu_button": { "type": "default" } })).await;
    assert_eq!(stage.bot.ok("getChatMenuButton", json!({})).await["type"], "default");
    let member = json!({ "chat_id": stage.olena.id(), "user_id": stage.olena.id() });
    assert_eq!(stage.bot.ok("getChatMember", member).await["status"], "member");
}

#[tokio::test]
async fn waiting_in_vain_shows_every_chat() {
    let stage = Stage::new().await;
    let error = stage.telegram.wait("a miracle", Duration::from_millis(5), |_| false).await.unwrap_err();
    assert!(error.contains("a miracle") && error.contains("Олена: /start"), "{error}");
    let telegram = stage.telegram.clone();
    let waiting = tokio::spawn(async move {
        telegram
            .wait("a word", Duration::from_secs(5), |world| world.chat(1001).unwrap().messages.len() == 2)
            .await
    });
    stage.text("слово").await;
    waiting.await.unwrap().unwrap();
}
