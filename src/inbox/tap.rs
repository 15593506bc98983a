//! A tap without the message it came on. That message is ours, and its keyboard may show what somebody had marked on a
//! ballot: it must neither be stored nor read. Where it stands, and whether it is a text or a photo, is all that
//! is needed.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

#[derive(Serialize, Deserialize)]
struct Tap<'a> {
    update_id: i64,
    #[serde(borrow)]
    callback_query: Query<'a>,
}

#[derive(Serialize, Deserialize)]
struct Query<'a> {
    #[serde(borrow)]
    id: &'a RawValue,
    #[serde(borrow)]
    from: &'a RawValue,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    message: Option<Place<'a>>,
    #[serde(borrow)]
    chat_instance: &'a RawValue,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    data: Option<&'a RawValue>,
}

#[derive(Serialize, Deserialize)]
struct Place<'a> {
    message_id: i64,
    date: i64,
    #[serde(borrow)]
    chat: &'a RawValue,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Emptied>,
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<NoSizes>,
}

/// That there is a text, and nothing of it.
struct Emptied;

impl<'de> Deserialize<'de> for Emptied {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(from).map(|_| Self)
    }
}

impl Serialize for Emptied {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str("")
    }
}

/// That there is a photo, and nothing of it.
struct NoSizes;

impl<'de> Deserialize<'de> for NoSizes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(from).map(|_| Self)
    }
}

impl Serialize for NoSizes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq::<[(); 0]>([])
    }
}

/// The update without the message, if it is a tap.
pub fn lean(json: &str) -> Option<String> {
    let tap: Tap = serde_json::from_str(json).ok()?;
    serde_json::to_string(&tap).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_ballot_is_left() {
        let tap = r#"{"update_id":7,"callback_query":{"id":"8","from":{"id":1,"is_bot":false,"first_name":"Петро"},
            "message":{"message_id":5,"date":1700000000,"chat":{"id":1,"type":"private"},"text":"Напрями",
            "entities":[],"reply_markup":{"inline_keyboard":[[{"text":"☑️ Школи","callback_data":"b.x"}]]}},
            "chat_instance":"1","data":"b.y"}}"#;
        let lean = lean(tap).expect("a tap");
        assert_eq!(
            lean,
            r#"{"update_id":7,"callback_query":{"id":"8","from":{"id":1,"is_bot":false,"first_name":"Петро"},"message":{"message_id":5,"date":1700000000,"chat":{"id":1,"type":"private"},"text":""},"chat_instance":"1","data":"b.y"}}"#
        );
        let update: teloxide::types::Update = serde_json::from_str(&lean).expect("still an update");
        assert!(matches!(update.kind, teloxide::types::UpdateKind::CallbackQuery(_)));
    }

    #[test]
    fn a_photo_stays_one() {
        let tap = r#"{"update_id":7,"callback_query":{"id":"8","from":{"id":1,"is_bot":false,"first_name":"Петро"},
            "message":{"message_id":5,"date":1700000000,"chat":{"id":1,"type":"private"},"photo":[{"file_id":"x",
            "file_unique_id":"y","width":1,"height":1,"file_size":1}],"caption":"Міст"},"chat_instance":"1"}}"#;
        let lean = lean(tap).expect("a tap");
        assert!(lean.contains(r#""photo":[]"#) && !lean.contains("Міст"), "{lean}");
        let update: teloxide::types::Update = serde_json::from_str(&lean).expect("still an update");
        let teloxide::types::UpdateKind::CallbackQuery(query) = update.kind else { panic!("a tap") };
        assert!(query.regular_message().is_some_and(|message| message.photo().is_some()));
    }

    #[test]
    fn what_is_no_tap_is_left_alone() {
        assert_eq!(lean(r#"{"update_id":7,"message":{"message_id":5}}"#), None);
    }
}
