//! A message without the one that it answers, quotes or pins. That one may be a ballot of ours with its marks: it must
//! neither be stored nor read.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// Where Telegram puts other messages into a message.
const OTHERS: [&str; 4] = ["reply_to_message", "external_reply", "quote", "pinned_message"];

#[derive(Serialize, Deserialize)]
struct Update<'a> {
    update_id: i64,
    #[serde(borrow)]
    message: BTreeMap<Cow<'a, str>, &'a RawValue>,
}

/// The update without other messages, if it is a message that has one.
pub fn lean(json: &str) -> Option<String> {
    let mut update: Update = serde_json::from_str(json).ok()?;
    let all = update.message.len();
    update.message.retain(|name, _| !OTHERS.contains(&name.as_ref()));
    if update.message.len() == all {
        return None;
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
            r#"{"update_id":7,"message":{"chat":{"id":1,"type":"private","first_name":"Петро"},"date":1700000000,"message_id":6,"text":"Готово"}}"#
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
