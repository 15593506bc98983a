//! Requests against the Bot API's own description. The one thing to know: a mismatch is not a refusal.
//! Telegram ignores strangers and reads numbers leniently; here both are reported, so that tests can hold a
//! bot to the documentation.
//!
//! `api.min.json` holds the facts of Bot API 10.3 (2026-08-24): the scrape of core.telegram.org/bots/api in
//! aiogram 3.31.0 (MIT licence), without its words, plus limits lifted from them.

mod api;
mod check;
mod decode;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use api::API;

/// The documented name of a method, however it is capitalized; `None` if there is no such method.
pub fn canonical(method: &str) -> Option<&'static str> {
    API.method(method).map(|method| method.object.name)
}

/// Where a request differs from the documentation, one line each. `uploaded` are the names of its file parts.
/// Lengths that count after parsing of entities are not looked at.
pub fn check(method: &str, params: &Map<String, Value>, uploaded: &[&str]) -> Vec<String> {
    match API.method(method) {
        Some(method) => check::request(method, params, uploaded),
        None => vec![format!("there is no method {method:?}")],
    }
}

/// Where the `result` of an answer differs from the documentation, one line each.
pub fn check_result(method: &str, result: &Value) -> Vec<String> {
    match API.method(method) {
        Some(method) => check::answer(method, result),
        None => vec![format!("there is no method {method:?}")],
    }
}

/// Parameters of a form or a query string as values of their types. As lenient as Telegram: an integer that
/// is none counts as 0; what should be JSON and is not stays a string.
pub fn decode(method: &str, raw: BTreeMap<String, String>) -> Map<String, Value> {
    let mut params = raw.into_iter().map(|(name, text)| (name, Value::String(text))).collect();
    normalize(method, &mut params);
    params
}

/// Parameters of a JSON body, where a string may stand for anything, brought to the values of their types.
pub fn normalize(method: &str, params: &mut Map<String, Value>) {
    let Some(method) = API.method(method) else { return };
    for (name, value) in params {
        if let (Some(field), Value::String(text)) = (method.object.field(name), &mut *value) {
            let text = std::mem::take(text);
            *value = decode::value(&field.shapes, text);
        }
    }
}

#[cfg(test)]
mod tests;
