//! HTML parse mode: markup in, text and entities out, refusals in Telegram's words. The one thing to know:
//! offsets in refusals are bytes of the raw markup, offsets of entities are UTF-16 units of the text. What
//! may not overlap is sorted out afterwards, by [`super::entities::fix`].

mod input;

use super::entities::{self, Entity, Kind};
use super::links;
use input::{Input, is_space};

const TAGS: [&str; 17] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "tg-time",
    "span",
    "pre",
    "code",
    "blockquote",
];

/// Parses markup. The error is what follows `can't parse entities: `.
pub fn parse(raw: &str) -> Result<(String, Vec<Entity>), String> {
    let mut parser = Parser {
        input: Input::new(raw),
        text: Vec::with_capacity(raw.len()),
        utf16: 0,
        open: Vec::new(),
        found: Vec::new(),
        broken: false,
    };
    while parser.input.at < raw.len() {
        match (parser.input.peek(), parser.input.ahead(1)) {
            (b'<', b'/') => parser.end_tag()?,
            (b'<', _) => parser.start_tag()?,
            _ => parser.character(),
        }
    }
    parser.finish()
}

struct Parser<'a> {
    input: Input<'a>,
    text: Vec<u8>,
    /// Length of the text so far, as Telegram counts.
    utf16: i64,
    open: Vec<Tag>,
    found: Vec<Entity>,
    /// A reference named half of a surrogate pair.
    broken: bool,
}

/// An open tag.
struct Tag {
    name: String,
    /// The one attribute that matters: link, language, class, id of an emoji, format of a time.
    argument: String,
    unix_time: i64,
    /// Where its text begins, in UTF-16 units and in bytes.
    offset: i64,
    begin: usize,
}

impl Parser<'_> {
    fn character(&mut self) {
        if self.input.peek() == b'&'
            && let Some(code) = self.input.reference()
        {
            let c = char::from_u32(code).unwrap_or_else(|| {
                self.broken = true;
                char::REPLACEMENT_CHARACTER
            });
            self.utf16 += c.len_utf16() as i64;
            self.text.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            return;
        }
        let byte = self.input.bump();
        self.utf16 += match byte {
            0x80..=0xbf => 0, // not the first byte of a character
            0xf0.. => 2,
            _ => 1,
        };
        self.text.push(byte);
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.input.at;
        self.input.at += 1;
        let name = self.input.take_lowercase(|byte| !is_space(byte) && byte != b'>');
        if self.input.peek() == 0 {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        if !TAGS.contains(&name.as_str()) {
            return Err(format!("Unsupported start tag \"{name}\" at byte offset {begin}"));
        }
        let mut tag =
            Tag { name, argument: String::new(), unix_time: 0, offset: self.utf16, begin: self.text.len() };
        while self.input.peek() != b'>' {
            self.input.skip_spaces();
            if self.input.peek() != b'>' {
                self.attribute(&mut tag, begin)?;
            }
        }
        self.input.at += 1;
        if tag.name == "span" && tag.argument != "spoiler" {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        self.open.push(tag);
        Ok(())
    }

    fn attribute(&mut self, tag: &mut Tag, begin: usize) -> Result<(), String> {
        let unclosed = |tag: &Tag| Err(format!("Unclosed start tag \"{}\" at byte offset {begin}", tag.name));
        let name = self.input.take(|byte| !is_space(byte) && !b"=>/\"'".contains(&byte));
        if name.is_empty() {
            return Err(format!("Empty attribute name in the tag \"{}\" at byte offset {begin}", tag.name));
        }
        self.input.skip_spaces();
        match self.input.peek() {
            b'=' => {}
            0 => return unclosed(tag),
            _ => {
                tag.set(&name, None);
                return Ok(());
            }
        }
        self.input.at += 1;
        self.input.skip_spaces();
        let value = match self.input.peek() {
            0 => return unclosed(tag),
            b'\'' | b'"' => self.input.quoted(),
            _ => self.input.name_token()?,
        };
        if self.input.peek() == 0 {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        tag.set(&name, Some(value));
        Ok(())
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.input.at;
        let Some(tag) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        self.input.at += 2;
        let name = self.input.take_lowercase(|byte| !is_space(byte) && byte != b'>');
        self.input.skip_spaces();
        if self.input.peek() != b'>' {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.input.at += 1;
        if !name.is_empty() && name != tag.name {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{name}>\"",
                tag.name
            ));
        }
        if self.utf16 > tag.offset { self.close(tag) } else { Ok(()) }
    }

    /// The tag has text: notes its entity, if it gives one.
    fn close(&mut self, tag: Tag) -> Result<(), String> {
        let length = self.utf16 - tag.offset;
        let entity = |kind| Entity::new(kind, tag.offset, length);
        let entity = match tag.name.as_str() {
            "b" | "strong" => entity(Kind::Bold),
            "i" | "em" => entity(Kind::Italic),
            "u" | "ins" => entity(Kind::Underline),
            "s" | "strike" | "del" => entity(Kind::Strikethrough),
            "tg-spoiler" | "span" => entity(Kind::Spoiler),
            "blockquote" if tag.argument.is_empty() => entity(Kind::Blockquote),
            "blockquote" => entity(Kind::ExpandableBlockquote),
            "tg-emoji" => match links::integer(&tag.argument) {
                None | Some(0) => return Err("Invalid custom emoji identifier specified".into()),
                Some(_) => Entity { custom_emoji_id: Some(tag.argument), ..entity(Kind::CustomEmoji) },
            },
            "tg-time" => {
                let format = date_time_format(&tag.argument)?;
                if tag.unix_time <= 0 {
                    return Ok(());
                }
                Entity { unix_time: Some(tag.unix_time), date_time_format: format, ..entity(Kind::DateTime) }
            }
            "a" => match self.link(&tag) {
                None => return Ok(()),
                Some(link) => Entity { offset: tag.offset, length, ..link },
            },
            "pre" => {
                let inner = self.found.pop_if(|last| {
                    last.kind == Kind::Code && last.language.is_some() && last.covers(tag.offset, length)
                });
                Entity { language: inner.and_then(|code| code.language), ..entity(Kind::Pre) }
            }
            _ => self.code(tag, length),
        };
        self.found.push(entity);
        Ok(())
    }

    fn link(&self, tag: &Tag) -> Option<Entity> {
        let text = String::from_utf8_lossy(&self.text[tag.begin..]);
        let link = if tag.argument.is_empty() { text.as_ref() } else { &tag.argument };
        if let Some(id) = links::user_id(link) {
            return Some(Entity {
                user: Some(serde_json::json!({ "id": id })),
                ..Entity::new(Kind::TextMention, 0, 0)
            });
        }
        let url = links::check(link).ok()?;
        Some(Entity { url: Some(url), ..Entity::new(Kind::TextLink, 0, 0) })
    }

    /// `code` directly around `pre` gives it its language; alone it keeps the language until the end, for a
    /// `pre`.
    fn code(&mut self, tag: Tag, length: i64) -> Entity {
        let language = Some(tag.argument).filter(|language| !language.is_empty());
        let inner = self.found.pop_if(|last| {
            language.is_some()
                && last.kind == Kind::Pre
                && last.language.is_none()
                && last.covers(tag.offset, length)
        });
        let kind = if inner.is_some() { Kind::Pre } else { Kind::Code };
        Entity { language, ..Entity::new(kind, tag.offset, length) }
    }

    fn finish(mut self) -> Result<(String, Vec<Entity>), String> {
        if let Some(tag) = self.open.last() {
            return Err(format!("Can't find end tag corresponding to start tag \"{}\"", tag.name));
        }
        if self.broken {
            return Err(
                "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched \
                        surrogate code units"
                    .into(),
            );
        }
        for entity in self.found.iter_mut().filter(|entity| entity.kind == Kind::Code) {
            entity.language = None;
        }
        entities::sort(&mut self.found);
        let text = String::from_utf8(self.text).expect("only whole characters of a string are copied");
        Ok((text, self.found))
    }
}

impl Tag {
    fn set(&mut self, name: &str, value: Option<String>) {
        match (self.name.as_str(), name, value) {
            ("blockquote", "expandable", _) => self.argument = "1".into(),
            ("a", "href", Some(value))
            | ("tg-emoji", "emoji-id", Some(value))
            | ("tg-time", "format", Some(value)) => {
                self.argument = value;
            }
            ("tg-time", "unix", Some(value)) => self.unix_time = leading_integer(&value),
            ("code", "class", Some(value)) => self.argument_after("language-", &value),
            ("span", "class", Some(value)) => self.argument_after("tg-", &value),
            _ => {}
        }
    }

    fn argument_after(&mut self, prefix: &str, value: &str) {
        if let Some(rest) = value.strip_prefix(prefix) {
            self.argument = rest.into();
        }
    }
}

/// The format as it comes back: `r`, or day of the week, date, time in this order; the longer form wins.
fn date_time_format(format: &str) -> Result<Option<String>, String> {
    if format.eq_ignore_ascii_case("r") {
        return Ok(Some("r".into()));
    }
    if !format.chars().all(|c| "tTdDwW".contains(c)) {
        return Err("Invalid date format used".into());
    }
    let mut result = String::new();
    if format.contains(['w', 'W']) {
        result.push('w');
    }
    for letter in ['d', 't'] {
        let long = letter.to_ascii_uppercase();
        if format.contains(long) {
            result.push(long);
        } else if format.contains(letter) {
            result.push(letter);
        }
    }
    Ok(Some(result).filter(|format| !format.is_empty()))
}

/// The whole number a text begins with, else 0.
fn leading_integer(text: &str) -> i64 {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let end = text.len() - digits.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    text[..end].parse().unwrap_or(0)
}
