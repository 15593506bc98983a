//! What a chat is made of, in the shape the Bot API shows it.
//!
//! Absent values are left out of the JSON, never `null`; so every optional field says when to skip it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::entities::Entity;

/// Somebody: a person or the bot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct User {
    pub id: i64,
    pub is_bot: bool,
    pub first_name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language_code: Option<String>,
}

/// How a chat is named inside a message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChatHead {
    pub id: i64,
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
}

/// One size of a photo.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PhotoSize {
    pub file_id: String,
    pub file_unique_id: String,
    pub width: u32,
    pub height: u32,
    pub file_size: u64,
}

/// Any attached file but a photo. Which fields are filled depends on the kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Attachment {
    pub file_id: String,
    pub file_unique_id: String,
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_animated: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_video: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emoji: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub performer: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mime_type: Option<String>,
    pub file_size: u64,
}

/// One button under a message. Exactly one action is set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Button {
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon_custom_emoji_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback_data: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback_game: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub switch_inline_query: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub switch_inline_query_current_chat: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub switch_inline_query_chosen_chat: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login_url: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web_app: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_text: Option<Value>,
}

/// The buttons under a message, in rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct InlineKeyboard {
    pub inline_keyboard: Vec<Vec<Button>>,
}

/// A message as the Bot API shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Message {
    pub message_id: i64,
    /// Nobody in a channel.
    #[serde(default, skip_serializing_if = "is_nobody")]
    pub from: Arc<User>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender_chat: Option<Arc<ChatHead>>,
    pub chat: Arc<ChatHead>,
    pub date: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edit_date: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forward_origin: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to_message: Option<Arc<Message>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_group_id: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub has_protected_content: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Entity>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link_preview_options: Option<Value>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photo: Vec<PhotoSize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Attachment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video: Option<Attachment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<Attachment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<Attachment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub animation: Option<Attachment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub video_note: Option<Attachment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sticker: Option<Attachment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caption_entities: Vec<Entity>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub show_caption_above_media: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub has_media_spoiler: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned_message: Option<Arc<Message>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub new_chat_members: Vec<Arc<User>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_chat_member: Option<Arc<User>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_chat_title: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub group_chat_created: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub supergroup_chat_created: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub channel_chat_created: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub migrate_to_chat_id: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub migrate_from_chat_id: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_markup: Option<InlineKeyboard>,
}

fn is_nobody(user: &Arc<User>) -> bool {
    user.id == 0
}

fn is_false(value: &bool) -> bool {
    !value
}

impl Message {
    /// Nothing a person or bot wrote, but a notice of Telegram's.
    pub fn is_service(&self) -> bool {
        self.pinned_message.is_some()
            || !self.new_chat_members.is_empty()
            || self.left_chat_member.is_some()
            || self.new_chat_title.is_some()
            || self.group_chat_created
            || self.supergroup_chat_created
            || self.channel_chat_created
            || self.migrate_to_chat_id.is_some()
            || self.migrate_from_chat_id.is_some()
    }

    /// A photo or file that can bear a caption (stickers and round videos cannot).
    pub fn takes_caption(&self) -> bool {
        !self.photo.is_empty()
            || self.document.is_some()
            || self.video.is_some()
            || self.voice.is_some()
            || self.audio.is_some()
            || self.animation.is_some()
    }

    /// Every button with its row left out.
    pub fn buttons(&self) -> impl Iterator<Item = &Button> {
        self.reply_markup.iter().flat_map(|keyboard| keyboard.inline_keyboard.iter().flatten())
    }

    /// What a screen shows in place of an attached file: `photo`, `document`, ...
    pub fn media(&self) -> Option<&'static str> {
        let kinds = [
            ("photo", !self.photo.is_empty()),
            ("animation", self.animation.is_some()),
            ("document", self.document.is_some()),
            ("video", self.video.is_some()),
            ("voice", self.voice.is_some()),
            ("audio", self.audio.is_some()),
            ("video_note", self.video_note.is_some()),
            ("sticker", self.sticker.is_some()),
            ("venue", self.venue.is_some()),
            ("location", self.location.is_some()),
            ("contact", self.contact.is_some()),
        ];
        kinds.into_iter().find(|(_, present)| *present).map(|(name, _)| name)
    }
}
