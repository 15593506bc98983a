//! The HTML parse mode against TDLib's own tests: `test/message_entities.cpp` of tdlib/td, commit 022d602
//! (2026-07-17), Boost Software License 1.0, carried over as data in `tests/rehearsal/data/html-cases.json`.

use merezha::rehearsal::html;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Cases {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    html: String,
    text: Option<String>,
    entities: Option<Vec<Value>>,
    error: Option<String>,
}

#[test]
fn html_is_parsed_as_tdlib_parses_it() {
    let cases: Cases = serde_json::from_str(include_str!("data/html-cases.json")).expect("a list of cases");
    assert_eq!(cases.cases.len(), 89);
    for case in cases.cases {
        match html::parse(&case.html) {
            Err(error) => assert_eq!(Some(error), case.error, "{}", case.html),
            Ok((text, entities)) => {
                assert_eq!(case.error, None, "{}", case.html);
                assert_eq!(Some(text), case.text, "{}", case.html);
                let mut entities = json!(entities);
                // The cases name no formats.
                for entity in
                    entities.as_array_mut().expect("a list").iter_mut().flat_map(Value::as_object_mut)
                {
                    entity.remove("date_time_format");
                }
                assert_eq!(Some(entities), case.entities.map(Value::Array), "{}", case.html);
            }
        }
    }
}

#[test]
fn refusals_are_in_telegrams_words() {
    let refused = [
        ("<p>x</p>", r#"Unsupported start tag "p" at byte offset 0"#),
        ("a < b", r#"Unsupported start tag "" at byte offset 2"#),
        ("x<br/>", r#"Unsupported start tag "br/" at byte offset 1"#),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<a href", r#"Unclosed start tag "a" at byte offset 0"#),
        ("<a href=\"x\"", "Unclosed start tag at byte offset 0"),
        ("<a =\"x\">y</a>", r#"Empty attribute name in the tag "a" at byte offset 0"#),
        ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", r#"Tag "span" must have class "tg-spoiler" at byte offset 0"#),
        ("їx</b>", "Unexpected end tag at byte offset 3"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<i>x</b>", r#"Unmatched end tag at byte offset 4, expected "</i>", found "</b>""#),
        ("<b>x", r#"Can't find end tag corresponding to start tag "b""#),
        ("<tg-emoji emoji-id=\"0\">y</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<tg-time unix=\"1\" format=\"x\">y</tg-time>", "Invalid date format used"),
    ];
    for (markup, error) in refused {
        assert_eq!(html::parse(markup), Err(error.to_owned()), "{markup}");
    }
}

#[test]
fn people_times_and_links_are_kept_in_their_entities() {
    let entities = |markup: &str| json!(html::parse(markup).expect("good markup").1);
    assert_eq!(
        entities("<a href=\"tg://user?id=1001\">Олена</a>"),
        json!([{"type": "text_mention", "offset": 0, "length": 5, "user": {"id": 1001}}])
    );
    assert_eq!(
        entities("<tg-time unix=\"1647531900\" format=\"TwDt\">x</tg-time>"),
        json!([{"type": "date_time", "offset": 0, "length": 1, "unix_time": 1647531900, "date_time_format": "wDT"}])
    );
    assert_eq!(entities("<a href=\"not a link\">x</a>"), json!([]));
}
