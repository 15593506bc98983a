//! What becomes of messages: texts, edits, copies, albums, replies.

use std::time::Duration;

use merezha::rehearsal::{Entity, Kind};
use serde_json::{Value, json};

use super::client::{Stage, png};

#[tokio::test]
async fn a_text_comes_back_cleaned_with_what_telegram_finds_in_it() {
    let stage = Stage::new().await;
    let params = json!({
        "chat_id": stage.olena.id(),
        "text": " <b>Вітаю</b>, @olena!\t/help\r\n ",
        "parse_mode": "html",
    });
    let sent = stage.bot.ok("sendMessage", params).await;
    assert_eq!(sent["text"], "Вітаю, @olena! /help");
    let kinds: Vec<_> =
        sent["entities"].as_array().unwrap().iter().map(|e| e["type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["bold", "mention", "bot_command"]);
    assert_eq!(sent["from"]["is_bot"], true);
    assert_eq!(sent["chat"]["id"], stage.olena.id());
}

#[tokio::test]
async fn lengths_count_characters_after_parsing() {
    let stage = Stage::new().await;
    let text = format!("<b>{}</b>", "😀".repeat(4096));
    let params = json!({ "chat_id": stage.olena.id(), "text": text, "parse_mode": "HTML" });
    stage.bot.ok("sendMessage", params).await;
    let data = "я".repeat(32);
    let sent = stage.button("64 bytes", &data).await;
    assert_eq!(sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"], data);
}

#[tokio::test]
async fn more_than_a_hundred_entities_are_dropped_without_a_word() {
    let stage = Stage::new().await;
    let params =
        json!({ "chat_id": stage.olena.id(), "text": "<b>a</b> ".repeat(150), "parse_mode": "HTML" });
    let sent = stage.bot.ok("sendMessage", params).await;
    assert_eq!(sent["entities"].as_array().unwrap().len(), 100);
}

#[tokio::test]
async fn a_mention_names_a_known_person_and_nobody_else() {
    let stage = Stage::new().await;
    let (olena, nobody) = (stage.olena.id(), 424_242);
    let text = format!("<a href=\"tg://user?id={olena}\">a</a> <a href=\"tg://user?id={nobody}\">b</a>");
    let sent =
        stage.bot.ok("sendMessage", json!({ "chat_id": olena, "text": text, "parse_mode": "HTML" })).await;
    assert_eq!(sent["entities"].as_array().unwrap().len(), 1);
    assert_eq!(sent["entities"][0]["user"]["first_name"], "Олена");
}

#[tokio::test]
async fn an_edit_changes_text_and_takes_the_keyboard_away() {
    let stage = Stage::new().await;
    let sent = stage.button("Так", "yes").await;
    let params = json!({ "chat_id": stage.olena.id(), "message_id": sent["message_id"], "text": "done" });
    let edited = stage.bot.ok("editMessageText", params).await;
    assert_eq!((&edited["text"], edited.get("reply_markup")), (&json!("done"), None));
    assert!(edited["edit_date"].is_i64());
    assert_eq!(stage.olena.screen(), "🤖 done");
    assert_eq!(stage.olena.transcript(), "Олена: /start\n🤖 done");
}

#[tokio::test]
async fn silent_changes_of_keyboards() {
    let stage = Stage::new().await;
    let button = |text: &str| json!({ "text": text, "callback_data": "x", "url": "Telegram.org" });
    let rows = json!([[button(""), button("a")], vec![button("b"); 13], []]);
    let params =
        json!({ "chat_id": stage.olena.id(), "text": "x", "reply_markup": { "inline_keyboard": rows } });
    let sent = stage.bot.ok("sendMessage", params).await;
    let rows = sent["reply_markup"]["inline_keyboard"].as_array().unwrap();
    let lengths: Vec<_> = rows.iter().map(|row| row.as_array().unwrap().len()).collect();
    assert_eq!(lengths, [1, 12]);
    assert_eq!(rows[0][0], json!({ "text": "a", "url": "http://telegram.org/" }));
    let empty =
        json!({ "chat_id": stage.olena.id(), "text": "x", "reply_markup": { "inline_keyboard": [[]] } });
    assert_eq!(stage.bot.ok("sendMessage", empty).await.get("reply_markup"), None);
}

#[tokio::test]
async fn reply_keyboards_stay_on_the_phone_and_not_in_answers() {
    let stage = Stage::new().await;
    let olena = stage.olena.id();
    let keyboard = json!({ "keyboard": [[{ "text": "Меню" }]], "resize_keyboard": true });
    let params = json!({ "chat_id": olena, "text": "x", "reply_markup": keyboard });
    let sent = stage.bot.ok("sendMessage", params).await;
    assert_eq!(sent.get("reply_markup"), None);
    assert_eq!(stage.olena.screen(), "🤖 x\n⌨ [Меню]");
    let _ = stage.olena.presses("Меню");
    assert_eq!(stage.olena.newest().unwrap().text.as_deref(), Some("Меню"));
    let params = json!({ "chat_id": olena, "text": "y", "reply_markup": { "remove_keyboard": true } });
    stage.bot.ok("sendMessage", params).await;
    assert_eq!(stage.olena.screen(), "🤖 y");
}

#[tokio::test]
async fn replies_show_what_they_answer() {
    let stage = Stage::new().await;
    let question = stage.olena.says("Коли?").message_id;
    let params =
        json!({ "chat_id": stage.olena.id(), "text": "x", "reply_parameters": { "message_id": question } });
    let sent = stage.bot.ok("sendMessage", params).await;
    assert_eq!(sent["reply_to_message"]["text"], "Коли?");
    let old = json!({ "chat_id": stage.olena.id(), "text": "x", "reply_to_message_id": 999,
        "allow_sending_without_reply": true });
    assert_eq!(stage.bot.ok("sendMessage", old).await.get("reply_to_message"), None);
    stage.olena.replies(sent["message_id"].as_i64().unwrap(), "Дякую");
    let update = stage.bot.updates(-1).await.remove(0);
    assert_eq!(update["message"]["reply_to_message"]["text"], "x");
    assert_eq!(update["message"]["reply_to_message"].get("reply_to_message"), None);
}

#[tokio::test]
async fn copies_and_forwards() {
    let stage = Stage::new().await;
    let olena = stage.olena.id();
    let original = stage.olena.says_formatted("жирне", vec![Entity::new(Kind::Bold, 0, 5)]).message_id;
    let from = json!({ "chat_id": olena, "from_chat_id": olena, "message_id": original });
    let copy = stage.bot.ok("copyMessage", from.clone()).await;
    let copied = stage.olena.newest().unwrap();
    assert_eq!(copy, json!({ "message_id": copied.message_id }));
    assert_eq!((copied.text.as_deref(), copied.entities.len(), copied.from.is_bot), (Some("жирне"), 1, true));
    let forwarded = stage.bot.ok("forwardMessage", from).await;
    assert_eq!(forwarded["forward_origin"]["sender_user"]["id"], olena);
    let edit = json!({ "chat_id": olena, "message_id": forwarded["message_id"], "text": "x" });
    assert_eq!(stage.bot.refused("editMessageText", edit).await, "400 Bad Request: message can't be edited");
}

#[tokio::test]
async fn protected_and_service_messages_do_not_go_on() {
    let stage = Stage::new().await;
    let olena = stage.olena.id();
    let secret = json!({ "chat_id": olena, "text": "x", "protect_content": true });
    let secret = stage.bot.ok("sendMessage", secret).await["message_id"].clone();
    let from = |id: &Value| json!({ "chat_id": olena, "from_chat_id": olena, "message_id": id });
    let refusal = "400 Bad Request: message has protected content and can't be forwarded";
    assert_eq!(stage.bot.refused("copyMessage", from(&secret)).await, refusal);
    stage.bot.ok("pinChatMessage", json!({ "chat_id": olena, "message_id": secret })).await;
    let chat = stage.bot.ok("getChat", json!({ "chat_id": olena })).await;
    assert_eq!(chat["pinned_message"]["message_id"], secret);
    let notice = json!(stage.olena.newest().unwrap().message_id);
    let refused = stage.bot.refused("copyMessage", from(&notice)).await;
    assert_eq!(refused, "400 Bad Request: the message can't be copied");
    let refused = stage.bot.refused("forwardMessage", from(&notice)).await;
    assert_eq!(refused, "400 Bad Request: the message can't be forwarded");
    stage.bot.ok("unpinChatMessage", json!({ "chat_id": olena })).await;
}

#[tokio::test]
async fn messages_are_deleted_within_48_hours() {
    let stage = Stage::new().await;
    let olena = stage.olena.id();
    let ids: Vec<Value> =
        vec![stage.text("a").await["message_id"].clone(), json!(stage.olena.says("b").message_id)];
    for id in &ids {
        stage.bot.ok("deleteMessage", json!({ "chat_id": olena, "message_id": id })).await;
    }
    let old = stage.text("c").await["message_id"].clone();
    stage.bot.ok("deleteMessages", json!({ "chat_id": olena, "message_ids": [999, 1000] })).await;
    stage.telegram.forward(Duration::from_secs(48 * 3_600 + 1));
    let refused = stage.bot.refused("deleteMessage", json!({ "chat_id": olena, "message_id": old })).await;
    assert_eq!(refused, "400 Bad Request: message can't be deleted for everyone");
    assert_eq!(stage.olena.transcript(), "Олена: /start\n🤖 c");
}

#[tokio::test]
async fn albums_stand_together_and_media_can_be_replaced() {
    let stage = Stage::new().await;
    let chat = stage.olena.id().to_string();
    let media = json!([
        { "type": "photo", "media": "attach://one", "caption": "<i>перше</i>", "parse_mode": "HTML" },
        { "type": "photo", "media": "attach://two" },
    ]);
    let (one, two) = (png(10, 10), png(100, 50));
    let files: [(&str, &str, &[u8]); 2] = [("one", "1.png", &one), ("two", "2.png", &two)];
    let texts = [("chat_id", chat.as_str()), ("media", &media.to_string())];
    let album = stage.bot.uploaded("sendMediaGroup", &texts, &files).await;
    assert_eq!(album[0]["media_group_id"], album[1]["media_group_id"]);
    assert_eq!(album[0]["caption_entities"][0]["type"], "italic");
    assert_eq!(album[1]["photo"].as_array().unwrap().len(), 2);
    let media = json!({ "type": "document", "media": "attach://doc", "caption": "замість" });
    let id = album[0]["message_id"].to_string();
    let texts = [("chat_id", chat.as_str()), ("message_id", &id), ("media", &media.to_string())];
    let edited = stage.bot.uploaded("editMessageMedia", &texts, &[("doc", "a.pdf", b"%PDF")]).await;
    assert_eq!((edited["document"]["file_name"].as_str(), edited.get("photo")), (Some("a.pdf"), None));
    assert_eq!(edited["caption"], "замість");
}

#[tokio::test]
async fn places_contacts_and_actions() {
    let stage = Stage::new().await;
    let olena = stage.olena.id();
    stage.bot.ok("sendLocation", json!({ "chat_id": olena, "latitude": 48.5, "longitude": "39.3" })).await;
    stage.bot.ok("sendContact", json!({ "chat_id": olena, "phone_number": "+380", "first_name": "А" })).await;
    stage.bot.ok("sendChatAction", json!({ "chat_id": olena, "action": "typing" })).await;
    assert!(stage.telegram.with(|world| world.is_typing(olena)));
    stage.text("x").await;
    assert!(!stage.telegram.with(|world| world.is_typing(olena)));
}
