//! Sending: texts, files, places, contacts.

use std::sync::Arc;

use serde_json::{Value, json};

use super::super::text::{MOST_CAPTION, MOST_TEXT, char_len};
use super::super::world::{FileKind, Message};
use super::formatted::Formatted;
use super::source::Source;
use super::{Answer, Call, Frame, Refused};

/// `sendMessage`.
pub fn text(call: &mut Call) -> Result<Answer, Refused> {
    let formatted = Formatted::read_text(call.params)?;
    let frame = Frame::open(call)?;
    let (text, entities) = formatted.finish(call.world)?;
    if text.is_empty() {
        return Err(Refused::bad("Text must be non-empty"));
    }
    if char_len(&text) > MOST_TEXT {
        return Err(Refused::bad("Message is too long"));
    }
    let link_preview_options = preview(call);
    let message = Message { text: Some(text), entities, link_preview_options, ..Message::default() };
    frame.post(call, message).map(Answer::Message)
}

/// The link preview the bot asked for, as far as it shows in the message.
pub fn preview(call: &Call) -> Option<Value> {
    match call.params.json("link_preview_options") {
        Some(Ok(options)) if options.as_object().is_some_and(|fields| !fields.is_empty()) => {
            Some(options.into_owned())
        }
        _ => call.params.flag("disable_web_page_preview").then(|| json!({ "is_disabled": true })),
    }
}

/// `sendPhoto` and its sisters.
pub fn file(call: &mut Call, kind: FileKind) -> Result<Answer, Refused> {
    let source = Source::read(call.params, kind)?;
    let captioned = !matches!(kind, FileKind::VideoNote | FileKind::Sticker);
    let caption = if captioned { Formatted::read_caption(call.params)? } else { Formatted::default() };
    let frame = Frame::open(call)?;
    let file = source.resolve(call.world, kind)?;
    let mut message = Message::default();
    let facts = Value::Object(call.params.values.clone());
    call.world.put_file(&mut message, &file, &facts);
    message.has_media_spoiler = call.params.flag("has_spoiler");
    message.show_caption_above_media = call.params.flag("show_caption_above_media");
    put_caption(call, &mut message, caption, "Message caption is too long")?;
    frame.post(call, message).map(Answer::Message)
}

/// Finishes a caption and puts it into a message.
pub fn put_caption(
    call: &Call,
    message: &mut Message,
    caption: Formatted,
    long: &str,
) -> Result<(), Refused> {
    let (text, entities) = caption.finish(call.world)?;
    if char_len(&text) > MOST_CAPTION {
        return Err(Refused::bad(long));
    }
    message.caption = (!text.is_empty()).then_some(text);
    message.caption_entities = entities;
    Ok(())
}

/// `sendLocation`.
pub fn location(call: &mut Call) -> Result<Answer, Refused> {
    let degrees = |key: &str| call.params.text(key).trim().parse::<f64>().ok();
    let (Some(latitude), Some(longitude)) = (degrees("latitude"), degrees("longitude")) else {
        return Err(Refused::bad("Latitude and longitude must be specified"));
    };
    let frame = Frame::open(call)?;
    if latitude.abs() > 90.0 || longitude.abs() > 180.0 {
        return Err(Refused::bad("Wrong location specified"));
    }
    let location = Some(json!({ "latitude": latitude, "longitude": longitude }));
    frame.post(call, Message { location, ..Message::default() }).map(Answer::Message)
}

/// `sendContact`.
pub fn contact(call: &mut Call) -> Result<Answer, Refused> {
    let mut contact = json!({});
    for (key, required) in
        [("phone_number", true), ("first_name", true), ("last_name", false), ("vcard", false)]
    {
        let value = call.params.text(key);
        if !value.is_empty() {
            contact[key] = json!(value);
        } else if required {
            return Err(Refused::bad(&format!("Parameter \"{key}\" is required")));
        }
    }
    let frame = Frame::open(call)?;
    frame.post(call, Message { contact: Some(contact), ..Message::default() }).map(Answer::Message)
}

/// `sendChatAction`.
pub fn action(call: &mut Call) -> Result<Answer, Refused> {
    const ACTIONS: [&str; 16] = [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "record_audio",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "pick_up_location",
        "record_video_note",
        "upload_video_note",
        "cancel",
        "import_messages",
    ];
    let action = call.params.text("action").to_ascii_lowercase();
    if !ACTIONS.contains(&action.as_str()) {
        return Err(Refused::bad("Wrong parameter action in request"));
    }
    let chat = call.writable("chat_id")?;
    call.reachable(chat)?;
    call.world.typing(chat);
    Ok(Answer::True)
}

/// The id of a copy.
pub fn id_of(message: Arc<Message>) -> Answer {
    Answer::Value(json!({ "message_id": message.message_id }))
}
