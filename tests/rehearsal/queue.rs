//! Updates: offsets, waiting, conflicts, expiry, and which kinds come.

use std::time::Duration;

use serde_json::json;

use super::client::Stage;

const HOUR: Duration = Duration::from_secs(3_600);

#[tokio::test]
async fn an_update_comes_again_until_a_higher_offset_confirms_it() {
    let stage = Stage::new().await;
    let first = stage.bot.updates(0).await;
    assert_eq!(first, stage.bot.updates(0).await);
    let id = first[0]["update_id"].as_i64().expect("a number");
    assert!((2_000_000..1_000_000_000).contains(&id));
    stage.olena.says("two");
    assert_eq!(stage.bot.updates(id).await.len(), 2);
    let rest = stage.bot.updates(id + 1).await;
    assert_eq!((rest.len(), &rest[0]["update_id"]), (1, &json!(id + 1)));
    assert_eq!(stage.bot.updates(0).await.len(), 1);
}

#[tokio::test]
async fn a_negative_offset_keeps_the_last_and_one_far_beyond_loses_nothing() {
    let stage = Stage::new().await;
    for number in 0..5 {
        stage.olena.says(&number.to_string());
    }
    let last = stage.bot.updates(-2).await;
    let texts: Vec<_> = last.iter().map(|update| update["message"]["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["3", "4"]);
    let id = last[1]["update_id"].as_i64().unwrap();
    assert_eq!(stage.bot.updates(id + 100).await.len(), 2);
    assert_eq!(stage.bot.updates(id + 1).await.len(), 0);
}

#[tokio::test]
async fn limit_is_clamped_and_waiting_ends_when_something_happens() {
    let stage = Stage::new().await;
    stage.olena.says("two");
    let limited = stage.bot.ok("getUpdates", json!({ "limit": 1 })).await;
    assert_eq!(limited.as_array().unwrap().len(), 1);
    let id = stage.bot.updates(-1).await[0]["update_id"].as_i64().unwrap();
    let waiting = stage.bot.clone();
    let poll =
        tokio::spawn(
            async move { waiting.ok("getUpdates", json!({ "offset": id + 1, "timeout": 50 })).await },
        );
    stage.telegram.all_confirmed().await;
    stage.olena.says("three");
    assert_eq!(poll.await.unwrap()[0]["message"]["text"], "three");
}

#[tokio::test]
async fn a_second_waiting_call_ends_the_first_with_a_conflict() {
    let stage = Stage::new().await;
    let id = stage.bot.updates(0).await[0]["update_id"].as_i64().unwrap();
    let params = json!({ "offset": id + 1, "timeout": 50 });
    let (one, two) = (stage.bot.clone(), stage.bot.clone());
    let again = params.clone();
    let first = tokio::spawn(async move { one.refused("getUpdates", params).await });
    stage.telegram.all_confirmed().await;
    let second = tokio::spawn(async move { two.ok("getUpdates", again).await });
    let conflict = "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    assert_eq!(first.await.unwrap(), conflict);
    stage.olena.says("for the second");
    assert_eq!(second.await.unwrap()[0]["message"]["text"], "for the second");
}

#[tokio::test]
async fn messages_wait_a_day_and_presses_150_seconds() {
    let stage = Stage::new().await;
    stage.button("Так", "yes").await;
    let _ = stage.olena.presses("Так");
    assert_eq!(stage.bot.updates(0).await.len(), 2);
    stage.telegram.forward(Duration::from_secs(149));
    assert_eq!(stage.bot.updates(0).await.len(), 2);
    stage.telegram.forward(Duration::from_secs(2));
    let left = stage.bot.updates(0).await;
    assert_eq!((left.len(), left[0].get("message").is_some()), (1, true));
    stage.telegram.forward(HOUR * 23);
    assert_eq!(stage.bot.updates(0).await.len(), 1);
    stage.telegram.forward(HOUR);
    assert_eq!(stage.bot.updates(0).await.len(), 0);
    stage.telegram.all_confirmed().await;
}

#[tokio::test]
async fn allowed_updates_are_remembered_and_filter_what_comes_later() {
    let stage = Stage::new().await;
    stage.bot.ok("getUpdates", json!({ "allowed_updates": ["callback_query"] })).await;
    stage.olena.says("not wanted");
    assert_eq!(stage.bot.updates(0).await.len(), 1, "what waited already is still delivered");
    let info = stage.bot.ok("getWebhookInfo", json!({})).await;
    assert_eq!(info["allowed_updates"], json!(["callback_query"]));
    stage.bot.ok("getUpdates", json!({ "allowed_updates": [] })).await;
    stage.olena.says("wanted");
    assert_eq!(stage.bot.updates(0).await.len(), 2);
}

#[tokio::test]
async fn pending_updates_can_be_dropped_with_the_webhook() {
    let stage = Stage::new().await;
    let answer = stage.bot.call("deleteWebhook", json!({ "drop_pending_updates": true })).await.json();
    assert_eq!(answer, json!({ "ok": true, "result": true, "description": "Webhook is already deleted" }));
    assert_eq!(stage.bot.updates(0).await.len(), 0);
}
