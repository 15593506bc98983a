//! Editing the bot's own messages, and answering presses.

use super::super::text::{MOST_TEXT, char_len};
use super::super::world::{FileKind, InlineKeyboard, Message, Toast};
use super::formatted::Formatted;
use super::markup::{self, Markup};
use super::{Answer, Call, Refused, album, send};

const NOT_MODIFIED: &str = "Message is not modified: specified new message content and reply markup are exactly \
    the same as a current content and reply markup of the message";
const MOST_TOAST: usize = 200;

/// A message the bot may edit, and the keyboard it gets.
struct Target {
    chat: i64,
    old: Message,
    keyboard: Option<InlineKeyboard>,
}

impl Target {
    fn open(call: &Call) -> Result<Target, Refused> {
        let keyboard = Markup::read(call.params)?;
        let inline_id = call.params.text("inline_message_id");
        if !inline_id.is_empty() {
            return Err(Refused::bad("Message to edit not found"));
        }
        let id = call.params.int("message_id");
        if id == 0 {
            return Err(Refused::bad("Message identifier is not specified"));
        }
        let (chat, state) = call.readable("chat_id")?;
        let kept = state.messages.get(&id).ok_or_else(|| Refused::bad("Message to edit not found"))?;
        let by_bot = kept.message.from.is_bot || kept.author == call.world.state.bot.user.id;
        let own = by_bot && kept.message.forward_origin.is_none() && !kept.message.is_service();
        if !own || kept.fixed {
            return Err(Refused::bad("Message can't be edited"));
        }
        let keyboard = match keyboard {
            Markup::None => None,
            Markup::Inline(keyboard) => Some(keyboard),
            _ => return Err(Refused::bad("Inline keyboard expected")),
        };
        Ok(Target { chat, old: Message::clone(&kept.message), keyboard })
    }

    fn put(mut self, call: &mut Call, mut new: Message) -> Result<Answer, Refused> {
        if let Some(keyboard) = &mut self.keyboard {
            markup::check_links(keyboard)?;
            markup::check_data(keyboard)?;
        }
        new.reply_markup = self.keyboard;
        if new == self.old {
            return Err(Refused::bad(NOT_MODIFIED));
        }
        call.reachable(self.chat)?;
        call.pace(self.chat, 1)?;
        new.edit_date = Some(call.world.now());
        Ok(Answer::Message(call.world.replace(self.chat, new)))
    }
}

/// `editMessageText`.
pub fn text(call: &mut Call) -> Result<Answer, Refused> {
    let formatted = Formatted::read_text(call.params)?;
    let target = Target::open(call)?;
    if target.old.text.is_none() {
        return Err(Refused::bad("There is no text in the message to edit"));
    }
    let (text, entities) = formatted.finish(call.world)?;
    if text.is_empty() {
        return Err(Refused::bad("Text must be non-empty"));
    }
    if char_len(&text) > MOST_TEXT {
        return Err(Refused::bad("MESSAGE_TOO_LONG"));
    }
    let link_preview_options = send::preview(call);
    let new = Message { text: Some(text), entities, link_preview_options, ..target.old.clone() };
    target.put(call, new)
}

/// `editMessageCaption`.
pub fn caption(call: &mut Call) -> Result<Answer, Refused> {
    let caption = Formatted::read_caption(call.params)?;
    let target = Target::open(call)?;
    if !target.old.takes_caption() {
        return Err(Refused::bad("There is no caption in the message to edit"));
    }
    let mut new = target.old.clone();
    new.show_caption_above_media = call.params.flag("show_caption_above_media");
    send::put_caption(call, &mut new, caption, "MEDIA_CAPTION_TOO_LONG")?;
    target.put(call, new)
}

/// `editMessageMedia`.
pub fn media(call: &mut Call) -> Result<Answer, Refused> {
    let item = album::Item::read_one(call.params)?;
    let target = Target::open(call)?;
    if !target.old.takes_caption() || target.old.voice.is_some() {
        return Err(Refused::bad("Message media can't be edited"));
    }
    let mut new = target.old.clone();
    item.put(call, &mut new, "MEDIA_CAPTION_TOO_LONG")?;
    target.put(call, new)
}

/// `editMessageReplyMarkup`.
pub fn reply_markup(call: &mut Call) -> Result<Answer, Refused> {
    let target = Target::open(call)?;
    let new = target.old.clone();
    target.put(call, new)
}

/// `answerCallbackQuery`.
pub fn answer_query(call: &mut Call) -> Result<Answer, Refused> {
    let text = call.params.text("text").into_owned();
    let url = call.params.text("url").into_owned();
    let id = call.params.text("callback_query_id").into_owned();
    if char_len(&text) > MOST_TOAST {
        return Err(Refused::bad("MESSAGE_TOO_LONG"));
    }
    let toast = Toast {
        text: Some(text).filter(|text| !text.is_empty()),
        show_alert: call.params.flag("show_alert"),
        url: Some(url).filter(|url| !url.is_empty()),
    };
    if call.world.answer_query(id.trim(), toast) {
        return Ok(Answer::True);
    }
    Err(Refused::bad("Query is too old and response timeout expired or query ID is invalid"))
}

/// The kinds that may stand in an album or take another's place.
pub fn media_kind(name: &str) -> Option<FileKind> {
    match name {
        "photo" => Some(FileKind::Photo),
        "video" => Some(FileKind::Video),
        "animation" => Some(FileKind::Animation),
        "document" => Some(FileKind::Document),
        "audio" => Some(FileKind::Audio),
        _ => None,
    }
}
