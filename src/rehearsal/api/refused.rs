//! A refusal, in Telegram's words and form.

use serde_json::{Value, json};

/// What the bot gets in place of a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    pub code: u16,
    pub description: String,
    pub retry_after: Option<u64>,
    /// The supergroup that took the group's place.
    pub moved_to: Option<i64>,
}

impl Refused {
    /// 400 in Telegram's words. Sentences begin small after the colon, server codes stay as they are.
    pub fn bad(message: &str) -> Refused {
        Refused::new(400, format!("Bad Request: {}", lower_first(message)))
    }

    /// 403: the person or the rules do not let the bot.
    pub fn forbidden(message: &str) -> Refused {
        Refused::new(403, format!("Forbidden: {}", lower_first(message)))
    }

    /// 429: too fast.
    pub fn flood(retry_after: u64) -> Refused {
        let description = format!("Too Many Requests: retry after {retry_after}");
        Refused { retry_after: Some(retry_after), ..Refused::new(429, description) }
    }

    /// 400: the group is a supergroup now.
    pub fn moved(to: i64) -> Refused {
        Refused { moved_to: Some(to), ..Refused::bad("Group chat was upgraded to a supergroup chat") }
    }

    /// 501: our own, Telegram has no such answer.
    pub fn not_emulated(what: &str) -> Refused {
        log::error!("The rehearsal does not emulate {what}");
        Refused::new(501, format!("Not Implemented: the rehearsal does not emulate {what}"))
    }

    /// Any code with the whole description.
    pub fn new(code: u16, description: impl Into<String>) -> Refused {
        Refused { code, description: description.into(), retry_after: None, moved_to: None }
    }

    /// The answer's body.
    pub fn body(&self) -> Value {
        let mut body = json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let Some(seconds) = self.retry_after {
            body["parameters"] = json!({ "retry_after": seconds });
        }
        if let Some(to) = self.moved_to {
            body["parameters"] = json!({ "migrate_to_chat_id": to });
        }
        body
    }
}

fn lower_first(message: &str) -> String {
    let mut symbols = message.chars();
    let (Some(first), second) = (symbols.next(), symbols.next()) else {
        return String::new();
    };
    if second.is_some_and(|symbol| symbol.is_ascii_uppercase() || symbol == '_') {
        return message.to_owned();
    }
    format!("{}{}", first.to_ascii_lowercase(), &message[first.len_utf8()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_begin_small_and_codes_stay() {
        assert_eq!(Refused::bad("Message text is empty").description, "Bad Request: message text is empty");
        assert_eq!(Refused::bad("BUTTON_DATA_INVALID").description, "Bad Request: BUTTON_DATA_INVALID");
    }
}
