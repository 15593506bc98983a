//! Files of the bot: up, down, again by their ids.

use serde_json::{Value, json};

use super::client::{Stage, png};

#[tokio::test]
async fn every_kind_goes_up_and_comes_back_by_its_id() {
    let stage = Stage::new().await;
    let chat = stage.olena.id().to_string();
    let kinds = [
        ("sendDocument", "document"),
        ("sendVideo", "video"),
        ("sendVoice", "voice"),
        ("sendAudio", "audio"),
        ("sendAnimation", "animation"),
        ("sendVideoNote", "video_note"),
        ("sendSticker", "sticker"),
    ];
    for (method, field) in kinds {
        let bytes = format!("the bytes of a {field}");
        let texts = [("chat_id", chat.as_str()), ("duration", "7"), ("caption", "підпис")];
        let sent = stage.bot.uploaded(method, &texts, &[(field, "a.bin", bytes.as_bytes())]).await;
        let file_id = &sent[field]["file_id"];
        let again = stage.bot.ok(method, json!({ "chat_id": chat, field: file_id })).await;
        assert_eq!(&again[field]["file_id"], file_id, "{method}");
        assert_eq!(download(&stage, file_id).await, bytes.as_bytes(), "{method}");
    }
    assert!(stage.telegram.refusals().iter().all(|refusal| refusal.code == 200));
}

async fn download(stage: &Stage, file_id: &Value) -> Vec<u8> {
    let file = stage.bot.ok("getFile", json!({ "file_id": file_id })).await;
    let path = format!("/file/bot{}/{}", stage.bot.token, file["file_path"].as_str().expect("a path"));
    let answer = stage.bot.get(&path).await;
    assert_eq!((answer.status, answer.body.len() as u64), (200, file["file_size"].as_u64().expect("a size")));
    answer.body
}

#[tokio::test]
async fn a_photo_has_sizes_and_each_can_be_sent_again() {
    let stage = Stage::new().await;
    let chat = stage.olena.id().to_string();
    let sent =
        stage.bot.uploaded("sendPhoto", &[("chat_id", &chat)], &[("photo", "a.png", &png(800, 600))]).await;
    let sizes = sent["photo"].as_array().unwrap();
    let side = |size: &Value, name: &str| size[name].as_i64().unwrap();
    let shapes: Vec<_> = sizes.iter().map(|size| (side(size, "width"), side(size, "height"))).collect();
    assert_eq!(shapes, [(90, 67), (320, 240), (800, 600)]);
    for size in sizes {
        let again = stage.bot.ok("sendPhoto", json!({ "chat_id": chat, "photo": size["file_id"] })).await;
        assert_eq!(again["photo"], sent["photo"]);
    }
    assert_eq!(download(&stage, &sizes[2]["file_id"]).await, png(800, 600));
}

#[tokio::test]
async fn an_attached_part_and_a_caption_with_formatting() {
    let stage = Stage::new().await;
    let chat = stage.olena.id().to_string();
    let caption = format!("<b>{}</b>", "я".repeat(1024));
    let texts =
        [("chat_id", chat.as_str()), ("photo", "attach://x"), ("caption", &caption), ("parse_mode", "HTML")];
    let sent = stage.bot.uploaded("sendPhoto", &texts, &[("x", "a.png", &png(5, 5))]).await;
    assert_eq!(sent["caption_entities"][0]["length"], 1024);
    let params = json!({ "chat_id": chat, "message_id": sent["message_id"], "caption": "коротко" });
    let edited = stage.bot.ok("editMessageCaption", params).await;
    assert_eq!((&edited["caption"], &edited["photo"]), (&json!("коротко"), &sent["photo"]));
    assert_eq!(stage.olena.screen(), "🤖 <photo> коротко");
}

#[tokio::test]
async fn nothing_is_at_other_paths() {
    let stage = Stage::new().await;
    for path in ["documents/file_1", "../state.json", ""] {
        let answer = stage.bot.get(&format!("/file/bot{}/{path}", stage.bot.token)).await;
        assert_eq!(answer.refusal(), "404 Not Found");
    }
    assert_eq!(stage.bot.get("/file/bot1:a/x").await.refusal(), "401 Unauthorized");
}
