//! Albums, and the `InputMedia` objects they and `editMessageMedia` are made of.

use serde_json::Value;

use super::super::world::{FileKind, Message, letters};
use super::edit::media_kind;
use super::formatted::Formatted;
use super::source::Source;
use super::{Answer, Call, Frame, Params, Refused, send};

const MOST_ITEMS: usize = 10;

/// One `InputMedia`.
pub struct Item {
    kind: FileKind,
    source: Source,
    caption: Formatted,
    facts: Value,
}

impl Item {
    /// Reads `media` of `editMessageMedia`.
    pub fn read_one(params: &Params) -> Result<Item, Refused> {
        let media = match params.json("media") {
            Some(Ok(media)) => media.into_owned(),
            Some(Err(_)) => return Err(Refused::bad("Can't parse input media JSON object")),
            None => return Err(Refused::bad("Input media is not specified")),
        };
        Item::read(params, media)
    }

    fn read_all(params: &Params) -> Result<Vec<Item>, Refused> {
        let items = match params.json("media") {
            Some(Ok(media)) => media.into_owned(),
            Some(Err(_)) => return Err(Refused::bad("Can't parse media JSON object")),
            None => return Err(Refused::bad("There are no messages to send")),
        };
        let Value::Array(items) = items else {
            return Err(Refused::bad("Expected an Array of InputMedia"));
        };
        if items.is_empty() {
            return Err(Refused::bad("There are no messages to send"));
        }
        if items.len() > MOST_ITEMS {
            return Err(Refused::bad("Too many messages to send as an album"));
        }
        items.into_iter().map(|item| Item::read(params, item)).collect()
    }

    fn read(params: &Params, facts: Value) -> Result<Item, Refused> {
        let refuse = |why: &str| Refused::bad(&format!("Can't parse InputMedia: {why}"));
        let Value::Object(fields) = &facts else {
            return Err(refuse("expected an Object"));
        };
        let words = |key: &str| fields.get(key).and_then(Value::as_str).unwrap_or_default();
        let kind = media_kind(words("type")).ok_or_else(|| refuse("invalid type specified"))?;
        let value = words("media");
        let source = (!value.is_empty()).then(|| Source::of(params, "", value)).flatten();
        let source = source.ok_or_else(|| refuse("media not found"))?;
        let own = Params { values: fields.clone(), ..Params::default() };
        let caption = Formatted::read_caption(&own)?;
        Ok(Item { kind, source, caption, facts })
    }

    /// Puts file and caption into a message.
    pub fn put(self, call: &mut Call, message: &mut Message, long: &str) -> Result<(), Refused> {
        let file = self.source.resolve(call.world, self.kind)?;
        call.world.put_file(message, &file, &self.facts);
        let is_set = |key: &str| self.facts.get(key).is_some_and(super::params::lenient_bool);
        message.has_media_spoiler = is_set("has_spoiler");
        message.show_caption_above_media = is_set("show_caption_above_media");
        send::put_caption(call, message, self.caption, long)
    }
}

/// `sendMediaGroup`.
pub fn send(call: &mut Call) -> Result<Answer, Refused> {
    let items = Item::read_all(call.params)?;
    let frame = Frame::open(call)?;
    check_mix(&items)?;
    let group = (items.len() > 1).then(|| letters(&mut call.world.rng, 17));
    let mut messages = Vec::with_capacity(items.len());
    for item in items {
        let mut message = Message { media_group_id: group.clone(), ..Message::default() };
        item.put(call, &mut message, "Message caption is too long")?;
        messages.push(message);
    }
    frame.post_all(call, messages).map(Answer::Messages)
}

fn check_mix(items: &[Item]) -> Result<(), Refused> {
    for (kind, name) in [(FileKind::Document, "Document"), (FileKind::Audio, "Audio")] {
        let alike = items.iter().filter(|item| item.kind == kind).count();
        if alike > 0 && alike < items.len() {
            return Err(Refused::bad(&format!("{name} can't be mixed with other media types")));
        }
    }
    if items.iter().any(|item| item.kind == FileKind::Animation) {
        return Err(Refused::bad("Wrong message content type in the album"));
    }
    Ok(())
}
