//! A message without the one that it answers, quotes or pins. That one may be a ballot of ours with its marks: it must
//! neither be stored nor read. Of what is answered it stays known which one it is, and whose.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// Where Telegram puts other messages into a message.
const OTHERS: [&str; 4] = [ANSWERED, "external_reply", "quote", "pinned_message"];
const ANSWERED: &str = "reply_to_message";

#[derive(Serialize, Deserialize)]
struct Update<'a> {
    update_id: i64,
    #[serde(borrow)]
    message: BTreeMap<Cow<'a, str>, Cow<'a, RawValue>>,
}

/// Which message is answered.
#[derive(Serialize, Deserialize)]
struct Answered<'a> {
    message_id: i64,
    date: i64,
    #[serde(borrow)]
    chat: &'a RawValue,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    from: Option<&'a RawValue>,
}

fn answered(json: &str) -> Option<Box<RawValue>> {
    let answered: Answered = serde_json::from_str(json).ok()?;
    serde_json::value::to_raw_value(&answered).ok()
}

/// The update without other messages, if it is a message that has one.
pub fn lean(json: &str) -> Option<String> {
    let mut update: Update = serde_json::from_str(json).ok()?;
    let all = update.message.len();
    let answer = update.message.get(ANSWERED).and_then(|message| answered(message.get()));
    update.message.retain(|name, _| !OTHERS.contains(&name.as_ref()));
    if update.message.len() == all {
        return None;
    }
    if let Some(answer) = answer {
        update.message.insert(ANSWERED.into(), Cow::Owned(answer));
    }
    serde_json::to_string(&update).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_of_what_is_answered_or_pinned() {
        let ballot = r#"{"message_id":5,"date":1700000000,"chat":{"id":1,"type":"private"},"text":"1. Школи — 3 бали",
            "reply_markup":{"inline_keyboard":[[{"text":"☑️ Школи","callback_data":"b.x"}]]}}"#;
        let answer = format!(
            r#"{{"update_id":7,"message":{{"message_id":6,"date":1700000000,"chat":{{"id":1,"type":"private","first_name":"Петро"}},"text":"Готово","reply_to_message":{ballot},"quote":{{"text":"Школи","position":3}}}}}}"#
        );
        let lean_answer = lean(&answer).expect("it answers something");
        assert_eq!(
            lean_answer,
            r#"{"update_id":7,"message":{"chat":{"id":1,"type":"private","first_name":"Петро"},"date":1700000000,"message_id":6,"reply_to_message":{"message_id":5,"date":1700000000,"chat":{"id":1,"type":"private"}},"text":"Готово"}}"#
        );
        let update: teloxide::types::Update = serde_json::from_str(&lean_answer).expect("still an update");
        assert!(matches!(update.kind, teloxide::types::UpdateKind::Message(_)));
        let pinned = format!(
            r#"{{"update_id":8,"message":{{"message_id":7,"date":1700000000,"chat":{{"id":1,"type":"private","first_name":"Петро"}},"pinned_message":{ballot}}}}}"#
        );
        assert!(!lean(&pinned).expect("it pins something").contains("Школи"));
    }

    #[test]
    fn what_holds_no_other_message_is_left_alone() {
        assert_eq!(lean(r#"{"update_id":7,"message":{"message_id":5,"text":"Так"}}"#), None);
        assert_eq!(lean(r#"{"update_id":7,"callback_query":{"id":"8"}}"#), None);
    }
}
