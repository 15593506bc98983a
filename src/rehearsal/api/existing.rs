//! What can be done with messages that stand in a chat: delete, copy, forward, pin.

use std::sync::Arc;

use serde_json::{Value, json};

use super::super::world::{MESSAGE_LIFE, Message, Standing};
use super::formatted::Formatted;
use super::{Answer, Call, Frame, Refused, params, send};

/// Messages older than this stay for ever.
const DELETABLE: i64 = 48 * 3_600;
const MOST_AT_ONCE: usize = 100;

/// `deleteMessage`.
pub fn delete(call: &mut Call) -> Result<Answer, Refused> {
    if call.params.text("chat_id").trim().is_empty() {
        return Err(Refused::bad("Chat identifier is not specified"));
    }
    let id = call.params.int("message_id");
    if id == 0 {
        return Err(Refused::bad("Message identifier is not specified"));
    }
    let (chat, state) = call.readable("chat_id")?;
    let message = state.message(id).ok_or_else(|| Refused::bad("Message to delete not found"))?;
    if call.world.now() - message.date > DELETABLE {
        return Err(Refused::bad("Message can't be deleted for everyone"));
    }
    may_delete(call, chat, &[id])?;
    call.world.remove(chat, id);
    Ok(Answer::True)
}

/// In a group a bot takes its own messages away; as administrator those of others, too.
fn may_delete(call: &Call, chat: i64, ids: &[i64]) -> Result<(), Refused> {
    let bot = call.world.state.bot.user.id;
    let (Some(standing), Some(state)) = (call.world.bot_in(chat), call.world.chat(chat)) else {
        return Ok(());
    };
    let foreign = |id: &i64| state.messages.get(id).is_some_and(|kept| kept.author != bot);
    match standing == Standing::Administrator || !ids.iter().any(foreign) {
        true => Ok(()),
        false => Err(Refused::bad("Message can't be deleted")),
    }
}

/// `deleteMessages`: unknown ones are skipped.
pub fn delete_many(call: &mut Call) -> Result<Answer, Refused> {
    if call.params.text("chat_id").trim().is_empty() {
        return Err(Refused::bad("Chat identifier is not specified"));
    }
    let ids = match call.params.json("message_ids") {
        Some(Ok(ids)) => ids.as_array().map(|ids| ids.iter().map(params::lenient_int).collect::<Vec<_>>()),
        Some(Err(_)) => None,
        None => Some(Vec::new()),
    };
    let ids = ids.ok_or_else(|| Refused::bad("Can't parse message identifiers JSON object"))?;
    if ids.is_empty() {
        return Err(Refused::bad("Message identifiers are not specified"));
    }
    if ids.len() > MOST_AT_ONCE {
        return Err(Refused::bad("Too many message identifiers specified"));
    }
    let (chat, state) = call.readable("chat_id")?;
    let now = call.world.now();
    let old = |id: &i64| state.message(*id).is_some_and(|message| now - message.date > DELETABLE);
    if ids.iter().any(old) {
        return Err(Refused::bad("Message can't be deleted for everyone"));
    }
    may_delete(call, chat, &ids)?;
    for id in ids {
        call.world.remove(chat, id);
    }
    Ok(Answer::True)
}

/// The message that `from_chat_id` and `message_id` name, if it may go on.
fn original(call: &Call, missing: &str, service: &str) -> Result<Arc<Message>, Refused> {
    let (_, chat) = call.readable("from_chat_id")?;
    let message = chat.message(call.params.int("message_id")).ok_or_else(|| Refused::bad(missing))?;
    if message.is_service() {
        return Err(Refused::bad(service));
    }
    if message.has_protected_content {
        return Err(Refused::bad("Message has protected content and can't be forwarded"));
    }
    Ok(message.clone())
}

/// The content alone, without what ties a message to its place.
fn content(original: &Message) -> Message {
    Message {
        edit_date: None,
        forward_origin: None,
        reply_to_message: None,
        media_group_id: None,
        reply_markup: None,
        ..original.clone()
    }
}

/// `copyMessage`.
pub fn copy(call: &mut Call) -> Result<Answer, Refused> {
    let new_caption = call.params.values.contains_key("caption");
    let caption = if new_caption { Formatted::read_caption(call.params)? } else { Formatted::default() };
    let frame = Frame::open(call)?;
    let original = original(call, "Message to copy not found", "The message can't be copied")?;
    let mut message = content(&original);
    if new_caption && message.takes_caption() {
        message.show_caption_above_media = call.params.flag("show_caption_above_media");
        send::put_caption(call, &mut message, caption, "Message caption is too long")?;
    }
    frame.post(call, message).map(send::id_of)
}

/// `forwardMessage`.
pub fn forward(call: &mut Call) -> Result<Answer, Refused> {
    let frame = Frame::open(call)?;
    let original = original(call, "Message to forward not found", "The message can't be forwarded")?;
    let origin = original
        .forward_origin
        .clone()
        .unwrap_or_else(|| json!({ "type": "user", "date": original.date, "sender_user": *original.from }));
    let message = Message { forward_origin: Some(origin), ..content(&original) };
    frame.post(call, message).map(Answer::Message)
}

/// `pinChatMessage`: the pinning is a message of its own.
pub fn pin(call: &mut Call) -> Result<Answer, Refused> {
    let id = call.params.int("message_id");
    let (chat, _) = call.readable("chat_id")?;
    let pinned = call.world.quoted(chat, id).ok_or_else(|| Refused::bad("Message to pin not found"))?;
    if let Some(chat) = call.world.chat_mut(chat) {
        chat.pinned = Some(id);
    }
    let from = call.world.state.bot.user.clone();
    let notice =
        call.world.post(chat, Message { from, pinned_message: Some(pinned), ..Message::default() }, true);
    call.world.update("message", &*notice, notice.date + MESSAGE_LIFE);
    Ok(Answer::True)
}

/// `unpinChatMessage`; without an id the newest pinned one.
pub fn unpin(call: &mut Call) -> Result<Answer, Refused> {
    let named = call.params.values.get("message_id").is_some_and(|id| *id != Value::Null);
    let id = call.params.int("message_id");
    let (chat, state) = call.readable("chat_id")?;
    if (named && state.message(id).is_none()) || (!named && state.pinned.is_none()) {
        return Err(Refused::bad("Message to unpin not found"));
    }
    if let Some(chat) = call.world.chat_mut(chat)
        && (!named || chat.pinned == Some(id))
    {
        chat.pinned = None;
    }
    Ok(Answer::True)
}

/// `unpinAllChatMessages`.
pub fn unpin_all(call: &mut Call) -> Result<Answer, Refused> {
    let (chat, _) = call.readable("chat_id")?;
    if let Some(chat) = call.world.chat_mut(chat) {
        chat.pinned = None;
    }
    Ok(Answer::True)
}
