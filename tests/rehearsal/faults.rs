//! Troubles that tests have in store for a bot.

use std::time::{Duration, Instant};

use merezha::rehearsal::Trouble;
use serde_json::json;

use super::client::Stage;

#[tokio::test]
async fn the_next_calls_meet_the_trouble_and_later_ones_do_not() {
    let stage = Stage::new().await;
    let params = json!({ "chat_id": stage.olena.id(), "text": "x" });
    stage.telegram.fault("sendMessage", Some(stage.olena.id()), 2, Trouble::TooManyRequests(7));
    stage.telegram.fault("sendMessage", Some(4), 1, Trouble::ServerError);
    for _ in 0..2 {
        let answer = stage.bot.call("sendMessage", params.clone()).await;
        assert_eq!(answer.refusal(), "429 Too Many Requests: retry after 7");
    }
    stage.bot.ok("sendMessage", params.clone()).await;
    stage.telegram.no_more_faults();
    stage.telegram.fault("*", None, 1, Trouble::ServerError);
    stage.bot.ok("getUpdates", json!({})).await;
    let answer = stage.bot.call("sendMessage", params).await;
    assert_eq!(answer.refusal(), "500 Internal Server Error: restart");
    assert_eq!(stage.telegram.requests().len(), 4);
    assert_eq!(stage.telegram.refusals().len(), 0, "troubles are no mistakes of the bot");
}

#[tokio::test]
async fn a_connection_drops_before_or_after_the_effect() {
    let stage = Stage::new().await;
    let params = |text: &str| json!({ "chat_id": stage.olena.id(), "text": text });
    stage.telegram.fault("sendMessage", None, 1, Trouble::DropBefore);
    assert!(stage.bot.try_call("sendMessage", params("before")).await.is_err());
    stage.telegram.fault("sendMessage", None, 1, Trouble::DropAfter);
    assert!(stage.bot.try_call("sendMessage", params("after")).await.is_err());
    assert_eq!(stage.olena.transcript(), "Олена: /start\n🤖 after");
}

#[tokio::test]
async fn an_answer_can_come_late() {
    let stage = Stage::new().await;
    let delay = Duration::from_millis(60);
    stage.telegram.fault("getMe", None, 1, Trouble::Delay(delay));
    #[expect(clippy::disallowed_methods, reason = "a test of lateness")]
    let began = Instant::now();
    stage.bot.ok("getMe", json!({})).await;
    assert!(began.elapsed() >= delay);
}
