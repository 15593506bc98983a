//! Requests and answers, good and bad.

use serde_json::json;

use super::*;

fn checked(method: &str, params: Value, uploaded: &[&str]) -> Vec<String> {
    let Value::Object(params) = params else { panic!("parameters are an object") };
    check(method, &params, uploaded)
}

const FINE: [String; 0] = [];

#[test]
fn names_of_methods_are_found_in_any_case() {
    assert_eq!(canonical("SENDMESSAGE"), Some("sendMessage"));
    assert_eq!(canonical("GetMe"), Some("getMe"));
    assert_eq!(canonical("kickChatMember"), Some("banChatMember"));
    assert_eq!(canonical("sendNothing"), None);
}

#[test]
fn a_good_request_has_no_mismatches() {
    let keyboard = json!({"inline_keyboard": [
        [{"text": "Так", "callback_data": "v:1"}], [{"text": "?", "url": "x.org"}]]});
    let request = json!({"chat_id": 1, "text": "x", "parse_mode": "html", "reply_markup": keyboard});
    assert_eq!(checked("SendMessage", request, &[]), FINE);
    assert_eq!(
        checked("sendMessage", json!({"chat_id": "@name", "text": "", "reply_to_message_id": 5}), &[]),
        FINE
    );
    assert_eq!(checked("getUpdates", json!({"timeout": 10, "allowed_updates": ["message"]}), &[]), FINE);
    assert_eq!(
        checked("setMyCommands", json!({"commands": [], "scope": {"type": "chat", "chat_id": 5}}), &[]),
        FINE
    );
    let hide = json!({"chat_id": 1, "text": "x", "reply_markup": {"remove_keyboard": true}});
    assert_eq!(checked("sendMessage", hide, &[]), FINE);
}

#[test]
fn strangers_and_gaps_are_named() {
    assert_eq!(
        checked("sendMessage", json!({"chat_id": 1, "silent": true}), &[]),
        ["`silent` is unknown in sendMessage", "`text` is missing"]
    );
    let markup = json!({"inline_keyboard": [[{"text": "a", "data": "1"}, {"url": "x.org"}]]});
    assert_eq!(
        checked("editMessageReplyMarkup", json!({"reply_markup": markup}), &[]),
        [
            "`reply_markup.inline_keyboard[0][0].data` is unknown in InlineKeyboardButton",
            "`reply_markup.inline_keyboard[0][1].text` is missing"
        ]
    );
}

#[test]
fn wrong_types_are_named() {
    assert_eq!(
        checked("sendMessage", json!({"chat_id": 1.5, "text": 7, "reply_markup": "{", "entities": [1]}), &[]),
        [
            "`chat_id` must be Integer or String",
            "`entities[0]` must be MessageEntity",
            "`reply_markup` must be InlineKeyboardMarkup or ReplyKeyboardMarkup or ReplyKeyboardRemove or ForceReply",
            "`text` must be String",
        ]
    );
    let flat = json!({"chat_id": 1, "text": "x", "reply_markup": {"inline_keyboard": [{"text": "a"}]}});
    assert_eq!(
        checked("sendMessage", flat, &[]),
        ["`reply_markup.inline_keyboard[0]` must be Array of InlineKeyboardButton"]
    );
    let scope = json!({"scope": {"type": "nowhere"}});
    assert_eq!(checked("getMyCommands", scope, &[]), ["`scope` must be BotCommandScope"]);
    assert_eq!(checked("getMyCommands", json!({"scope": null}), &[]), ["`scope` must be BotCommandScope"]);
}

#[test]
fn limits_hold() {
    let data = "ж".repeat(33);
    let markup = json!({"inline_keyboard": [[{"text": "a", "callback_data": data}]]});
    assert_eq!(
        checked("editMessageReplyMarkup", json!({"reply_markup": markup}), &[]),
        ["`reply_markup.inline_keyboard[0][0].callback_data` has 66 bytes, 1 to 64 are allowed"]
    );
    assert_eq!(
        checked("answerCallbackQuery", json!({"callback_query_id": "1", "text": "ж".repeat(201)}), &[]),
        ["`text` has 201 characters, 0 to 200 are allowed"]
    );
    assert_eq!(checked("getUpdates", json!({"limit": 0}), &[]), ["`limit` is 0, 1 to 100 are allowed"]);
    let ids: Vec<i64> = (0..101).collect();
    assert_eq!(
        checked("deleteMessages", json!({"chat_id": 1, "message_ids": ids}), &[]),
        ["`message_ids` has 101 items, 1 to 100 are allowed"]
    );
    let long = json!({"chat_id": 1, "text": "x".repeat(9000), "parse_mode": "Text"});
    assert_eq!(
        checked("sendMessage", long, &[]),
        ["`parse_mode` is \"Text\", none of HTML, MarkdownV2, Markdown"]
    );
}

#[test]
fn files_are_uploaded_or_named() {
    assert_eq!(checked("sendPhoto", json!({"chat_id": 1}), &["photo"]), FINE);
    assert_eq!(checked("sendPhoto", json!({"chat_id": 1, "photo": "attach://p"}), &["p"]), FINE);
    let album = json!({"chat_id": 1, "media": [
        {"type": "photo", "media": "attach://a"}, {"type": "video", "media": "attach://b", "duration": 1}]});
    assert_eq!(checked("sendMediaGroup", album.clone(), &["a", "b"]), FINE);
    assert_eq!(
        checked("sendMediaGroup", album, &["a", "c"]),
        ["`media[1].media` speaks of `b`, which is not uploaded", "nothing speaks of the uploaded part `c`"]
    );
    assert_eq!(checked("sendPhoto", json!({"chat_id": 1}), &[]), ["`photo` is missing"]);
}

#[test]
fn a_form_is_decoded_by_the_types_of_its_fields() {
    let form = [
        ("chat_id", "-100"),
        ("text", "5"),
        ("message_thread_id", "garbage"),
        ("protect_content", "YES"),
        ("disable_notification", "on"),
        ("reply_markup", r#"{"remove_keyboard":true}"#),
        ("entities", "[oops"),
        ("stranger", "1"),
    ];
    let form = form.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let expected = json!({"chat_id": -100, "text": "5", "message_thread_id": 0, "protect_content": true,
        "disable_notification": false, "reply_markup": {"remove_keyboard": true}, "entities": "[oops",
        "stranger": "1"});
    assert_eq!(Value::Object(decode("sendmessage", form)), expected);
}

#[test]
fn strings_in_a_json_body_stand_for_their_values() {
    let Value::Object(mut params) = json!({"chat_id": "5", "message_ids": "[1,2]"}) else {
        panic!("an object")
    };
    normalize("deleteMessages", &mut params);
    assert_eq!(Value::Object(params), json!({"chat_id": 5, "message_ids": [1, 2]}));
}

#[test]
fn answers_are_compared_too() {
    let message =
        json!({"message_id": 1, "date": 5, "chat": {"id": 1, "type": "private", "first_name": "О"}});
    assert_eq!(check_result("sendMessage", &message), FINE);
    assert_eq!(check_result("deleteMessage", &json!(true)), FINE);
    let mut wrong = message;
    wrong["text"] = json!(null);
    wrong["chat"] = json!({"id": 1});
    assert_eq!(
        check_result("sendMessage", &wrong),
        ["`result.chat.type` is missing", "`result.text` must be String"]
    );
    let user = json!({"id": 1, "is_bot": false, "first_name": "О"});
    let owner = json!({"status": "creator", "is_anonymous": false, "user": user});
    assert_eq!(check_result("getChatMember", &owner), FINE);
}
