//! Groups and channels: what the bot hears of them, and what it may do there, word for word.

use merezha::rehearsal::{Limits, Person, Standing};
use serde_json::{Value, json};

use super::client::{Stage, http, named};

const JSON: &str = "content-type: application/json\r\n";

/// What waits for the bot.
async fn updates(stage: &Stage) -> Vec<Value> {
    let params =
        json!({ "allowed_updates": ["message", "channel_post", "callback_query", "my_chat_member"] });
    let updates = stage.bot.ok("getUpdates", params).await.as_array().cloned().unwrap_or_default();
    let next = stage.telegram.with(|world| world.updates().next_id());
    stage.bot.ok("getUpdates", json!({ "offset": next })).await;
    updates
}

fn texts(updates: &[Value]) -> Vec<&str> {
    updates.iter().filter_map(|update| update["message"]["text"].as_str()).collect()
}

/// Sends a text, and gives the refusal.
async fn refusal(stage: &Stage, group: &Person) -> String {
    let params = json!({ "chat_id": group.chat_id(), "text": "x" });
    stage.bot.call("sendMessage", params).await.refusal()
}

#[tokio::test]
async fn in_a_group_the_bot_hears_what_is_for_it() {
    let stage = Stage::new().await;
    let group = stage.olena.makes_group("group", "Сусіди");
    group.says("/early");
    updates(&stage).await;
    group.follows_link("abc");
    let heard = updates(&stage).await;
    let change = &heard[0]["my_chat_member"];
    assert_eq!(
        (&change["old_chat_member"]["status"], &change["new_chat_member"]["status"], &change["chat"]["type"]),
        (&json!("left"), &json!("member"), &json!("group"))
    );
    assert_eq!(heard[1]["message"]["new_chat_members"][0]["username"], "rehearsal_bot");
    assert_eq!(texts(&heard), ["/start@rehearsal_bot abc"]);
    let params = json!({ "chat_id": group.chat_id(), "text": "Вітаю" });
    let sent = stage.bot.ok("sendMessage", params).await;
    let said = sent["message_id"].as_i64().expect("a number");
    for text in ["просто слова", "/help", "/help@rehearsal_bot", "/help@other_bot"] {
        group.says(text);
    }
    group.replies(said, "дякую");
    assert_eq!(texts(&updates(&stage).await), ["/help", "/help@rehearsal_bot", "дякую"]);
    assert!(group.makes_bot(Standing::Administrator));
    group.says("просто слова");
    let heard = updates(&stage).await;
    assert_eq!(heard[0]["my_chat_member"]["new_chat_member"]["status"], "administrator");
    assert_eq!(texts(&heard), ["просто слова"], "an administrator hears everything");
}

#[tokio::test]
async fn in_a_channel_administrators_post() {
    let stage = Stage::new().await;
    let ivan = stage.telegram.person(named("Іван"));
    let channel = stage.olena.makes_group("channel", "Новини");
    assert!(!channel.makes_bot(Standing::Member), "only administrators are bots there");
    assert!(channel.makes_bot(Standing::Administrator) && channel.makes(&ivan, Standing::Member));
    assert!(ivan.at(channel.chat_id()).try_says("x", Vec::new(), None).is_none());
    updates(&stage).await;
    channel.says("/link abc");
    let heard = updates(&stage).await;
    let post = &heard[0]["channel_post"];
    assert_eq!(
        (&post["text"], &post["from"], &post["sender_chat"]["title"]),
        (&json!("/link abc"), &Value::Null, &json!("Новини"))
    );
    let delete = json!({ "chat_id": channel.chat_id(), "message_id": post["message_id"] });
    stage.bot.ok("deleteMessage", delete).await;
    let sent = stage.bot.ok("sendMessage", json!({ "chat_id": channel.chat_id(), "text": "Новина" })).await;
    assert_eq!(sent["from"], Value::Null);
    let edit = json!({ "chat_id": channel.chat_id(), "message_id": sent["message_id"], "text": "Інша" });
    stage.bot.ok("editMessageText", edit).await;
    let keyboard =
        json!({ "chat_id": channel.chat_id(), "text": "x", "reply_markup": { "keyboard": [["a"]] } });
    let refused = stage.bot.call("sendMessage", keyboard).await.refusal();
    assert_eq!(refused, "400 Bad Request: inline keyboard expected");
    assert!(channel.makes_bot(Standing::Muted));
    assert_eq!(
        refusal(&stage, &channel).await,
        "400 Bad Request: need administrator rights in the channel chat"
    );
    assert!(channel.makes_bot(Standing::Kicked));
    assert_eq!(refusal(&stage, &channel).await, "403 Forbidden: bot was kicked from the channel chat");
}

#[tokio::test]
async fn refusals_in_groups_are_in_telegrams_words() {
    let stage = Stage::new().await;
    let group = stage.olena.makes_group("group", "Сусіди");
    assert_eq!(refusal(&stage, &group).await, "403 Forbidden: bot is not a member of the group chat");
    assert!(group.makes_bot(Standing::Member));
    let theirs = group.says("слова").message_id;
    let delete = json!({ "chat_id": group.chat_id(), "message_id": theirs });
    let refused = stage.bot.call("deleteMessage", delete).await.refusal();
    assert_eq!(refused, "400 Bad Request: message can't be deleted");
    assert!(group.makes_bot(Standing::Muted));
    let muted = refusal(&stage, &group).await;
    assert_eq!(muted, "400 Bad Request: not enough rights to send text messages to the chat");
    let supergroup = group.upgrades();
    let params = json!({ "chat_id": group.chat_id(), "text": "x" });
    let answer = stage.bot.call("sendMessage", params).await;
    assert_eq!(answer.json()["parameters"]["migrate_to_chat_id"], supergroup.chat_id());
    assert_eq!(answer.refusal(), "400 Bad Request: group chat was upgraded to a supergroup chat");
    let heard = updates(&stage).await;
    let moved: Vec<_> = heard
        .iter()
        .filter_map(|update| {
            let message = &update["message"];
            message["migrate_to_chat_id"].as_i64().or(message["migrate_from_chat_id"].as_i64())
        })
        .collect();
    assert_eq!(moved, [supergroup.chat_id(), group.chat_id()]);
    assert!(supergroup.makes_bot(Standing::Kicked));
    let kicked = refusal(&stage, &supergroup).await;
    assert_eq!(kicked, "403 Forbidden: bot was kicked from the supergroup chat");
    let nowhere = json!({ "chat_id": -1_009_999_999_999_i64, "text": "x" });
    let refused = stage.bot.call("sendMessage", nowhere).await.refusal();
    assert_eq!(refused, "400 Bad Request: chat not found");
}

#[tokio::test]
async fn a_supergroup_numbers_its_own_messages_and_takes_twenty_a_minute() {
    let stage = Stage::with(Limits::telegram()).await;
    let group = stage.olena.makes_group("supergroup", "Сусіди");
    assert!(group.makes_bot(Standing::Member));
    let params = || json!({ "chat_id": group.chat_id(), "text": "x" });
    let first = stage.bot.ok("sendMessage", params()).await;
    assert_eq!(first["message_id"], 3, "after what Telegram itself said");
    for _ in 0..19 {
        stage.bot.ok("sendMessage", params()).await;
    }
    assert_eq!(
        stage.bot.call("sendMessage", params()).await.refusal(),
        "429 Too Many Requests: retry after 3"
    );
}

#[tokio::test]
async fn phones_work_in_groups_over_http() {
    let stage = Stage::new().await;
    let post = async |path: &str, body: Value| {
        http(stage.bot.addr, "POST", path, JSON, body.to_string().as_bytes()).await.expect("an answer")
    };
    let ivan = stage.telegram.person(named("Іван"));
    let made = json!({ "by": 1001, "kind": "group", "title": "Сусіди" });
    let group = post("/api/groups", made).await.json();
    assert_eq!(
        (&group["title"], &group["bot"], &group["people"]["1001"]),
        (&json!("Сусіди"), &Value::Null, &json!("creator"))
    );
    let id = group["id"].as_i64().expect("a number");
    let outside = post(&format!("/api/people/{}@{id}/send", ivan.id()), json!({ "text": "x" })).await;
    assert_eq!(outside.status, 404);
    let member = format!("/api/groups/{id}/member");
    let denied = post(&member, json!({ "by": ivan.id(), "is": "kicked" })).await;
    assert_eq!(denied.status, 400, "it is not theirs to decide");
    post(&member, json!({ "by": 1001, "who": ivan.id(), "is": "member" })).await;
    let said =
        post(&format!("/api/people/{}@{id}/send", ivan.id()), json!({ "text": "Добрий день" })).await.json();
    assert_eq!(said["chat"]["id"], id);
    let started =
        post(&format!("/api/people/{}@{id}/start", ivan.id()), json!({ "payload": "abc" })).await.json();
    assert_eq!(started["text"], "/start@rehearsal_bot abc");
    let chats = stage.bot.get("/api/people/1001/chats").await.json();
    assert_eq!((&chats[0]["kind"], &chats[1]["bot"]), (&json!("private"), &json!("member")));
    let screen = stage.bot.get(&format!("/api/people/1001@{id}/screen")).await;
    let screen = String::from_utf8(screen.body).expect("text");
    assert!(screen.contains("Іван: Добрий день"), "{screen}");
    let upgraded = post(&format!("/api/groups/{id}/upgrade"), json!({ "by": 1001 })).await.json();
    assert_eq!(upgraded["kind"], "supergroup");
    assert_eq!(post(&format!("/api/groups/{id}/upgrade"), json!({ "by": 1001 })).await.status, 400);
}
