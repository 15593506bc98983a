//! The four ways of passing parameters, how leniently they are read, and what is noted of a call.

use serde_json::json;

use super::client::{Stage, http};

#[tokio::test]
async fn parameters_come_in_four_ways() {
    let stage = Stage::new().await;
    let (bot, olena) = (&stage.bot, stage.olena.id());
    let path = format!("/bot{}/SENDmessage", bot.token);
    let query = bot.get(&format!("{path}?chat_id={olena}&text=%D0%B0+b%21")).await.json();
    assert_eq!(query["result"]["text"], "а b!");
    let kind = "content-type: application/x-www-form-urlencoded\r\n";
    let form = format!("chat_id={olena}&text=b&protect_content=YES");
    let form = http(bot.addr, "POST", &path, kind, form.as_bytes()).await.unwrap().json();
    assert_eq!(
        (&form["result"]["text"], &form["result"]["has_protected_content"]),
        (&json!("b"), &json!(true))
    );
    let keyboard = r#"{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}"#;
    let strings = json!({ "chat_id": olena.to_string(), "text": "c", "reply_markup": keyboard });
    let strings = bot.ok("sendmessage", strings).await;
    assert_eq!(strings["reply_markup"]["inline_keyboard"][0][0]["callback_data"], "b");
    let multipart = bot.uploaded("sendMessage", &[("chat_id", &olena.to_string()), ("text", "d")], &[]).await;
    assert_eq!(multipart["text"], "d");
    assert_eq!(stage.telegram.count("sendMessage"), 4);
    assert_eq!(stage.telegram.refusals().len(), 0);
}

#[tokio::test]
async fn what_is_not_utf8_or_not_json_is_refused() {
    let stage = Stage::new().await;
    let path = format!("/bot{}/sendMessage", stage.bot.token);
    let answer = stage.bot.get(&format!("{path}?text=%FF")).await;
    assert_eq!(answer.refusal(), "400 Bad Request: strings must be encoded in UTF-8");
    let json = "content-type: application/json\r\n";
    let answer = http(stage.bot.addr, "POST", &path, json, b"[1]").await.unwrap();
    assert_eq!(answer.status, 400);
    let answer = http(stage.bot.addr, "PUT", &path, json, b"").await.unwrap();
    assert_eq!(answer.status, 405);
}

#[tokio::test]
async fn garbage_numbers_count_as_nothing_and_limits_are_clamped() {
    let stage = Stage::new().await;
    let path = format!("/bot{}/getUpdates?offset=abc&limit=100000&timeout=-5", stage.bot.token);
    assert_eq!(stage.bot.get(&path).await.json()["result"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn mistakes_are_noted_and_unknown_parameters_are_ignored() {
    let stage = Stage::new().await;
    let params = json!({ "chat_id": stage.olena.id(), "text": "x", "txet": "y" });
    stage.bot.ok("sendMessage", params).await;
    stage.bot.refused("sendMessage", json!({ "text": "x" })).await;
    let refusals = stage.telegram.refusals();
    let codes: Vec<_> = refusals.iter().map(|refusal| refusal.code).collect();
    assert_eq!(codes[0], 200);
    assert!(refusals[0].description.contains("txet"), "{}", refusals[0].description);
    assert!(codes.contains(&400));
    let requests = stage.telegram.requests();
    let noted: Vec<_> = requests.iter().map(|request| (request.method.as_str(), request.ok)).collect();
    assert_eq!(noted, [("sendMessage", true), ("sendMessage", false)]);
    assert_eq!(requests[1].error.as_deref(), Some("Bad Request: chat_id is empty"));
}

#[tokio::test]
async fn the_bot_is_told_who_it_is() {
    let stage = Stage::new().await;
    let me = stage.bot.ok("GetMe", json!({})).await;
    assert_eq!(stage.bot.token.split(':').next().unwrap(), me["id"].to_string());
    for field in
        ["can_join_groups", "can_read_all_group_messages", "supports_inline_queries", "has_main_web_app"]
    {
        assert!(me[field].is_boolean(), "{field}");
    }
    let info = stage.bot.ok("getWebhookInfo", json!({})).await;
    assert_eq!((&info["url"], &info["pending_update_count"]), (&json!(""), &json!(1)));
}

#[tokio::test]
async fn of_several_mistakes_the_first_in_telegrams_order_is_told() {
    let stage = Stage::new().await;
    let mut params = json!({
        "text": "x".repeat(4_097),
        "parse_mode": "nonsense",
        "reply_markup": { "inline_keyboard": [[{ "text": "a", "callback_data": "b".repeat(65) }], 7] },
        "reply_parameters": { "message_id": 999 },
        "message_thread_id": 5,
    });
    let mends = [
        ("parse_mode", json!("HTML"), "unsupported parse_mode"),
        (
            "reply_markup",
            json!({ "inline_keyboard": [[{ "text": "a", "callback_data": "b".repeat(65) }]] }),
            "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
        ),
        ("chat_id", json!(stage.olena.id()), "chat_id is empty"),
        ("message_thread_id", json!(0), "message thread not found"),
        ("reply_parameters", json!({}), "message to be replied not found"),
        ("text", json!("x"), "message is too long"),
        ("reply_markup", json!({}), "BUTTON_DATA_INVALID"),
    ];
    for (key, better, refusal) in mends {
        let expected = format!("400 Bad Request: {refusal}");
        assert_eq!(stage.bot.refused("sendMessage", params.clone()).await, expected);
        params[key] = better;
    }
    stage.bot.ok("sendMessage", params).await;
}
