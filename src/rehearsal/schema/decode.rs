//! A string as the value it stands for, in Telegram's lenient way.

use serde_json::Value;

use super::api::Shape;

/// The value that `text` stands for, by the first of the shapes it may have.
pub fn value(shapes: &[Shape], text: String) -> Value {
    let may_be = |shape| shapes.contains(&shape);
    if may_be(Shape::Text) || may_be(Shape::File) {
        // An id or the name of a channel, a file or its address: only a number is no string.
        return match text.parse::<i64>() {
            Ok(number) if may_be(Shape::Integer) => number.into(),
            _ => Value::String(text),
        };
    }
    match shapes.first() {
        Some(Shape::Integer) => integer(&text).into(),
        Some(Shape::Float) => text.trim().parse::<f64>().unwrap_or(0.0).into(),
        Some(Shape::Boolean) => boolean(&text).into(),
        _ => serde_json::from_str(&text).unwrap_or(Value::String(text)),
    }
}

fn boolean(text: &str) -> bool {
    ["true", "yes", "1"].iter().any(|yes| text.eq_ignore_ascii_case(yes))
}

/// The number a text begins with, else 0.
fn integer(text: &str) -> i64 {
    let sign = usize::from(text.starts_with('-'));
    let digits = text[sign..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - sign);
    text[..sign + digits].parse().unwrap_or(0)
}
