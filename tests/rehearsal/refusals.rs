//! Refusals, word for word.

use std::time::Duration;

use merezha::rehearsal::Limits;
use serde_json::{Value, json};

use super::client::{Stage, named, png};

#[tokio::test]
async fn every_refusal_is_in_telegrams_words() {
    let stage = Stage::new().await;
    let olena = stage.olena.id();
    let stranger = stage.telegram.person(named("Степан")).id();
    let mine = stage.text("mine").await["message_id"].clone();
    let theirs = stage.olena.says("theirs").message_id;
    let (chat, bytes) = (olena.to_string(), png(9, 9));
    let photo = stage.bot.uploaded("sendPhoto", &[("chat_id", &chat)], &[("photo", "a.png", &bytes)]).await;
    let (photo_id, photo_message) = (&photo["photo"][0]["file_id"], &photo["message_id"]);
    let unique = &photo["photo"][0]["file_unique_id"];
    let keyboard = json!({ "keyboard": [["a"]] });
    let fixed =
        stage.bot.ok("sendMessage", json!({ "chat_id": olena, "text": "x", "reply_markup": keyboard })).await;
    let fixed = &fixed["message_id"];
    let to = |extra: Value| {
        let mut params = json!({ "chat_id": olena, "text": "x" });
        params.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        params
    };
    let row = |button: Value| to(json!({ "reply_markup": { "inline_keyboard": [[button]] } }));
    let edit = |extra: Value| to(extra);
    let long = "я".repeat(4097);
    let cases = [
        // Every method.
        ("sendMessage", json!({ "text": "x" }), "400 Bad Request: chat_id is empty"),
        ("sendMessage", json!({ "chat_id": 77, "text": "x" }), "400 Bad Request: chat not found"),
        ("sendMessage", json!({ "chat_id": "@nobody_here", "text": "x" }), "400 Bad Request: chat not found"),
        (
            "sendMessage",
            json!({ "chat_id": stranger, "text": "x" }),
            "403 Forbidden: bot can't initiate conversation with a user",
        ),
        (
            "sendMessage",
            json!({ "chat_id": "@rehearsal_bot", "text": "x" }),
            "403 Forbidden: the bot can't send messages to the bot",
        ),
        ("sendMessage", to(json!({ "message_thread_id": 1 })), "400 Bad Request: message thread not found"),
        ("noSuchMethod", json!({}), "404 Not Found: method not found"),
        ("sendPoll", json!({}), "501 Not Implemented: the rehearsal does not emulate sendPoll"),
        // Texts.
        ("sendMessage", json!({ "chat_id": olena }), "400 Bad Request: message text is empty"),
        ("sendMessage", to(json!({ "text": "" })), "400 Bad Request: message text is empty"),
        ("sendMessage", to(json!({ "text": " \n\r " })), "400 Bad Request: text must be non-empty"),
        ("sendMessage", to(json!({ "text": long })), "400 Bad Request: message is too long"),
        (
            "editMessageText",
            to(json!({ "text": long, "message_id": mine })),
            "400 Bad Request: MESSAGE_TOO_LONG",
        ),
        ("sendMessage", to(json!({ "text": "x".repeat(32_769) })), "400 Bad Request: text is too long"),
        ("sendMessage", to(json!({ "parse_mode": "BBCode" })), "400 Bad Request: unsupported parse_mode"),
        (
            "sendMessage",
            to(json!({ "text": "я<p>", "parse_mode": "html" })),
            "400 Bad Request: can't parse entities: Unsupported start tag \"p\" at byte offset 2",
        ),
        (
            "sendMessage",
            to(json!({ "text": "<b>x", "parse_mode": "HTML" })),
            "400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            "sendMessage",
            to(json!({ "entities": [{ "type": "bold", "length": 1 }] })),
            "400 Bad Request: can't parse MessageEntity: Can't find field \"offset\"",
        ),
        // Keyboards.
        (
            "sendMessage",
            to(json!({ "reply_markup": "{" })),
            "400 Bad Request: can't parse reply keyboard markup JSON object",
        ),
        (
            "sendMessage",
            to(json!({ "reply_markup": "7" })),
            "400 Bad Request: object expected as reply markup",
        ),
        (
            "sendMessage",
            to(json!({ "reply_markup": { "inline_keyboard": [{}] } })),
            "400 Bad Request: field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
        ),
        (
            "sendMessage",
            to(json!({ "reply_markup": { "inline_keyboard": 1 } })),
            "400 Bad Request: field \"inline_keyboard\" must be of type Array",
        ),
        (
            "sendMessage",
            row(json!({ "callback_data": "x" })),
            "400 Bad Request: can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            "sendMessage",
            row(json!({ "text": "x" })),
            "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            "sendMessage",
            row(json!({ "text": "x", "callback_data": "я".repeat(33) })),
            "400 Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            "sendMessage",
            row(json!({ "text": "x", "url": "http://" })),
            "400 Bad Request: inline keyboard button URL 'http://' is invalid: URL host is empty",
        ),
        (
            "sendMessage",
            row(json!({ "text": "x", "url": "localhost" })),
            "400 Bad Request: inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            row(json!({ "text": "x", "web_app": { "url": "http://a.org" } })),
            "400 Bad Request: inline keyboard button Web App URL 'http://a.org' is invalid: Only HTTPS links are allowed",
        ),
        (
            "editMessageText",
            edit(json!({ "message_id": mine, "text": "y", "reply_markup": { "keyboard": [["a"]] } })),
            "400 Bad Request: inline keyboard expected",
        ),
        // Editing, deleting, copying, replying.
        (
            "editMessageText",
            edit(json!({ "message_id": mine, "text": "mine " })),
            "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the \
             same as a current content and reply markup of the message",
        ),
        ("editMessageText", edit(json!({ "message_id": 999 })), "400 Bad Request: message to edit not found"),
        ("editMessageText", edit(json!({})), "400 Bad Request: message identifier is not specified"),
        (
            "editMessageText",
            edit(json!({ "message_id": theirs })),
            "400 Bad Request: message can't be edited",
        ),
        ("editMessageText", edit(json!({ "message_id": fixed })), "400 Bad Request: message can't be edited"),
        (
            "editMessageText",
            edit(json!({ "message_id": photo_message })),
            "400 Bad Request: there is no text in the message to edit",
        ),
        (
            "editMessageCaption",
            json!({ "chat_id": olena, "message_id": mine, "caption": "x" }),
            "400 Bad Request: there is no caption in the message to edit",
        ),
        (
            "editMessageCaption",
            json!({ "chat_id": olena, "message_id": photo_message, "caption": "x".repeat(1025) }),
            "400 Bad Request: MEDIA_CAPTION_TOO_LONG",
        ),
        (
            "editMessageMedia",
            json!({ "chat_id": olena, "message_id": mine, "media": { "type": "photo", "media": photo_id } }),
            "400 Bad Request: message media can't be edited",
        ),
        (
            "deleteMessage",
            json!({ "chat_id": olena, "message_id": 999 }),
            "400 Bad Request: message to delete not found",
        ),
        ("deleteMessage", json!({ "message_id": 1 }), "400 Bad Request: chat identifier is not specified"),
        (
            "deleteMessage",
            json!({ "chat_id": olena }),
            "400 Bad Request: message identifier is not specified",
        ),
        (
            "deleteMessages",
            json!({ "chat_id": olena }),
            "400 Bad Request: message identifiers are not specified",
        ),
        (
            "deleteMessages",
            json!({ "chat_id": olena, "message_ids": (1..=101).collect::<Vec<_>>() }),
            "400 Bad Request: too many message identifiers specified",
        ),
        (
            "copyMessage",
            json!({ "chat_id": olena, "from_chat_id": olena, "message_id": 999 }),
            "400 Bad Request: message to copy not found",
        ),
        (
            "forwardMessage",
            json!({ "chat_id": olena, "from_chat_id": olena, "message_id": 999 }),
            "400 Bad Request: message to forward not found",
        ),
        (
            "sendMessage",
            to(json!({ "reply_parameters": { "message_id": 999 } })),
            "400 Bad Request: message to be replied not found",
        ),
        (
            "pinChatMessage",
            json!({ "chat_id": olena, "message_id": 999 }),
            "400 Bad Request: message to pin not found",
        ),
        ("unpinChatMessage", json!({ "chat_id": olena }), "400 Bad Request: message to unpin not found"),
        // Queries.
        (
            "answerCallbackQuery",
            json!({ "callback_query_id": "1" }),
            "400 Bad Request: query is too old and response timeout expired or query ID is invalid",
        ),
        (
            "answerCallbackQuery",
            json!({ "callback_query_id": "1", "text": "я".repeat(201) }),
            "400 Bad Request: MESSAGE_TOO_LONG",
        ),
        // Files.
        ("sendPhoto", json!({ "chat_id": olena }), "400 Bad Request: there is no photo in the request"),
        (
            "sendVideoNote",
            json!({ "chat_id": olena }),
            "400 Bad Request: there is no video note in the request",
        ),
        (
            "sendPhoto",
            json!({ "chat_id": olena, "photo": "invented" }),
            "400 Bad Request: wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
        ),
        (
            "sendPhoto",
            json!({ "chat_id": olena, "photo": unique }),
            "400 Bad Request: wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
        ),
        (
            "sendDocument",
            json!({ "chat_id": olena, "document": photo_id }),
            "400 Bad Request: can't use file of type Photo as Document",
        ),
        (
            "sendPhoto",
            json!({ "chat_id": olena, "photo": photo_id, "caption": "x".repeat(1025) }),
            "400 Bad Request: message caption is too long",
        ),
        ("getFile", json!({ "file_id": "invented" }), "400 Bad Request: invalid file_id"),
        (
            "sendMediaGroup",
            json!({ "chat_id": olena, "media": [] }),
            "400 Bad Request: there are no messages to send",
        ),
        (
            "sendMediaGroup",
            json!({ "chat_id": olena, "media": vec![json!({ "type": "photo", "media": photo_id }); 11] }),
            "400 Bad Request: too many messages to send as an album",
        ),
        (
            "sendMediaGroup",
            json!({ "chat_id": olena, "media": [
                { "type": "photo", "media": photo_id }, { "type": "document", "media": photo_id },
            ] }),
            "400 Bad Request: document can't be mixed with other media types",
        ),
        // Commands, actions.
        (
            "setMyCommands",
            json!({ "commands": [{ "command": "/", "description": "x" }] }),
            "400 Bad Request: command must be non-empty",
        ),
        (
            "setMyCommands",
            json!({ "commands": [{ "command": "x".repeat(33), "description": "x" }] }),
            "400 Bad Request: command length must not exceed 32",
        ),
        (
            "setMyCommands",
            json!({ "commands": [{ "command": "Старт", "description": "x" }] }),
            "400 Bad Request: BOT_COMMAND_INVALID",
        ),
        (
            "setMyCommands",
            json!({ "commands": [{ "command": "a", "description": " " }] }),
            "400 Bad Request: command description must be non-empty",
        ),
        (
            "setMyCommands",
            json!({ "commands": [{ "command": "a", "description": "x".repeat(257) }] }),
            "400 Bad Request: command description length must not exceed 256",
        ),
        (
            "setMyCommands",
            json!({ "commands": vec![json!({ "command": "a", "description": "x" }); 101] }),
            "400 Bad Request: BOT_COMMANDS_TOO_MUCH",
        ),
        (
            "setMyCommands",
            json!({ "commands": [], "language_code": "ukr" }),
            "400 Bad Request: invalid language code specified",
        ),
        (
            "sendChatAction",
            json!({ "chat_id": olena, "action": "dancing" }),
            "400 Bad Request: wrong parameter action in request",
        ),
        (
            "setWebhook",
            json!({ "url": "http://a.org" }),
            "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            "setWebhook",
            json!({ "url": "https://a.org:81/x" }),
            "400 Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
    ];
    let mut wrong = Vec::new();
    for (method, params, expected) in cases {
        let refusal = stage.bot.refused(method, params.clone()).await;
        if refusal != expected {
            wrong.push(format!("{method} {params}\n  got:      {refusal}\n  expected: {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn uploads_are_refused_in_telegrams_words() {
    let stage = Stage::new().await;
    let chat = stage.olena.id().to_string();
    let refused = async |method: &str, field: &str, bytes: &[u8]| {
        stage.bot.upload(method, &[("chat_id", &chat)], &[(field, "a", bytes)]).await.refusal()
    };
    assert_eq!(refused("sendPhoto", "photo", b"text").await, "400 Bad Request: IMAGE_PROCESS_FAILED");
    assert_eq!(refused("sendPhoto", "photo", b"").await, "400 Bad Request: file must be non-empty");
    assert_eq!(refused("sendDocument", "document", b"").await, "400 Bad Request: file must be non-empty");
    let wide = png(9_000, 1_001);
    assert_eq!(refused("sendPhoto", "photo", &wide).await, "400 Bad Request: PHOTO_INVALID_DIMENSIONS");
    let thin = png(210, 10);
    assert_eq!(refused("sendPhoto", "photo", &thin).await, "400 Bad Request: PHOTO_INVALID_DIMENSIONS");
    let huge = vec![0; 52 << 20];
    assert_eq!(refused("sendDocument", "document", &huge).await, "413 Request Entity Too Large");
    let big = vec![0; (20 << 20) + 1];
    let sent =
        stage.bot.uploaded("sendDocument", &[("chat_id", &chat)], &[("document", "a.bin", &big)]).await;
    let file_id = &sent["document"]["file_id"];
    let refusal = stage.bot.refused("getFile", json!({ "file_id": file_id })).await;
    assert_eq!(refusal, "400 Bad Request: file is too big");
}

#[tokio::test]
async fn whoever_blocked_the_bot_or_left_telegram_cannot_be_reached() {
    let stage = Stage::new().await;
    let params = json!({ "chat_id": stage.olena.id(), "text": "x" });
    stage.olena.blocks();
    assert_eq!(
        stage.bot.refused("sendMessage", params.clone()).await,
        "403 Forbidden: bot was blocked by the user"
    );
    stage.olena.unblocks();
    stage.bot.ok("sendMessage", params.clone()).await;
    let updates = stage.bot.updates(0).await;
    let states: Vec<_> =
        updates.iter().filter_map(|u| u["my_chat_member"]["new_chat_member"]["status"].as_str()).collect();
    assert_eq!(states, ["kicked", "member"]);
    stage.olena.deletes_account();
    assert_eq!(stage.bot.refused("sendMessage", params).await, "403 Forbidden: user is deactivated");
}

#[tokio::test]
async fn floods_are_told_when_to_come_again() {
    let stage = Stage::with(Limits::telegram()).await;
    let params = json!({ "chat_id": stage.olena.id(), "text": "x" });
    for _ in 0..5 {
        stage.bot.ok("sendMessage", params.clone()).await;
    }
    let answer = stage.bot.call("sendMessage", params.clone()).await;
    assert_eq!(answer.refusal(), "429 Too Many Requests: retry after 1");
    assert_eq!(answer.json()["parameters"], json!({ "retry_after": 1 }));
    assert!(answer.head.contains("retry-after: 1"));
    stage.telegram.forward(Duration::from_secs(1));
    stage.bot.ok("sendMessage", params).await;
    assert_eq!(stage.telegram.refusals().len(), 0, "a flood is no mistake");
}

#[tokio::test]
async fn tokens_and_paths_are_checked_first() {
    let stage = Stage::new().await;
    let refused = async |path: &str| stage.bot.get(path).await.refusal();
    assert_eq!(refused("/nothing").await, "404 Not Found");
    assert_eq!(refused("/bot123:abc").await, "404 Not Found");
    assert_eq!(refused("/bot123:abc/getMe").await, "401 Unauthorized");
    for token in ["abc", "0123:abc", "x:abc", "99999999999999999999:abc"] {
        let expected = "401 Unauthorized: invalid token specified";
        assert_eq!(refused(&format!("/bot{token}/getMe")).await, expected, "{token}");
    }
}
