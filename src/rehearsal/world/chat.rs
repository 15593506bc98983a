//! A private chat between one person and the bot: its messages, and what the phone remembers beside them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ChatHead, Happened, Message, World};

/// A message and what Telegram knows of it besides.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    pub message: Arc<Message>,
    /// Sent with a reply keyboard or the like: such a message can't be edited.
    #[serde(default)]
    pub fixed: bool,
}

/// One chat.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Chat {
    pub head: Arc<ChatHead>,
    pub messages: BTreeMap<i64, Kept>,
    /// The keyboard the phone shows in place of letters.
    #[serde(default)]
    pub reply_keyboard: Option<Value>,
    #[serde(default)]
    pub blocked: bool,
    #[serde(default)]
    pub pinned: Option<i64>,
}

impl Chat {
    /// A message that is still there.
    pub fn message(&self, id: i64) -> Option<&Arc<Message>> {
        self.messages.get(&id).map(|kept| &kept.message)
    }

    /// The newest message of all.
    pub fn newest(&self) -> Option<&Arc<Message>> {
        self.messages.values().next_back().map(|kept| &kept.message)
    }

    /// Messages from old to new.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<Message>> {
        self.messages.values().map(|kept| &kept.message)
    }

    /// The newest message with a button of this text.
    pub fn bearing(&self, button: &str) -> Option<&Arc<Message>> {
        self.iter().rev().find(|message| message.buttons().any(|shown| shown.text == button))
    }
}

impl World {
    /// Puts a message into a chat: gives it id and date, and shows it.
    pub fn post(&mut self, chat: i64, mut message: Message, fixed: bool) -> Arc<Message> {
        message.message_id = self.state.next_message;
        self.state.next_message += 1;
        message.date = self.now();
        let keep = self.keep_messages.unwrap_or(usize::MAX);
        let chat_state = self.state.chats.entry(chat).or_default();
        let chat_state = Arc::make_mut(chat_state);
        message.chat = chat_state.head.clone();
        let message = Arc::new(message);
        chat_state.messages.insert(message.message_id, Kept { message: message.clone(), fixed });
        while chat_state.messages.len() > keep {
            chat_state.messages.pop_first();
        }
        if message.from.is_bot {
            self.typing_until.remove(&chat);
        }
        self.tell(Happened::Phone(chat));
        message
    }

    /// Replaces a message that is there.
    pub fn replace(&mut self, chat: i64, message: Message) -> Arc<Message> {
        let message = Arc::new(message);
        if let Some(kept) = self.chat_mut(chat).and_then(|chat| chat.messages.get_mut(&message.message_id)) {
            kept.message = message.clone();
        }
        self.tell(Happened::Phone(chat));
        message
    }

    /// Takes a message away for both sides.
    pub fn remove(&mut self, chat: i64, id: i64) -> bool {
        let removed = self.chat_mut(chat).is_some_and(|chat| chat.messages.remove(&id).is_some());
        if removed {
            self.tell(Happened::Phone(chat));
        }
        removed
    }

    /// Shows "typing" for five seconds.
    pub fn typing(&mut self, chat: i64) {
        let until = self.state.clock.millis() + 5_000;
        self.typing_until.insert(chat, until);
        self.tell(Happened::Phone(chat));
    }

    /// The bot said within the last seconds that it is at work.
    pub fn is_typing(&self, chat: i64) -> bool {
        self.typing_until.get(&chat).is_some_and(|until| *until > self.state.clock.millis())
    }
}
