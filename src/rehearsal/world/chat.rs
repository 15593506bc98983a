//! A chat, private or a group: its messages, and what phones remember beside them.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ChatHead, Group, Happened, Message, World};

/// A message and what Telegram knows of it besides.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    pub message: Arc<Message>,
    /// Sent with a reply keyboard or the like: such a message can't be edited.
    #[serde(default)]
    pub fixed: bool,
    /// Who wrote it, where the message does not say: in a channel.
    #[serde(default)]
    pub author: i64,
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
    /// Who is in; none: a private chat.
    #[serde(default)]
    pub group: Option<Group>,
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
        message.date = self.now();
        let keep = self.keep_messages.unwrap_or(usize::MAX);
        let chat_state = self.state.chats.entry(chat).or_default();
        let chat_state = Arc::make_mut(chat_state);
        // Private chats and basic groups are numbered together, every other chat by itself.
        let own = chat_state.group.as_mut().and_then(|group| group.next_message.as_mut());
        let next = own.unwrap_or(&mut self.state.next_message);
        message.message_id = *next;
        *next += 1;
        message.chat = chat_state.head.clone();
        let author = message.from.id;
        let by_bot = message.from.is_bot;
        if chat_state.is_channel() {
            message.sender_chat = Some(chat_state.head.clone());
            message.from = Arc::default();
        }
        let message = Arc::new(message);
        chat_state.messages.insert(message.message_id, Kept { message: message.clone(), fixed, author });
        while chat_state.messages.len() > keep {
            chat_state.messages.pop_first();
        }
        if by_bot {
            self.typing_until.remove(&chat);
        }
        self.show(chat);
        message
    }

    /// Replaces a message that is there.
    pub fn replace(&mut self, chat: i64, message: Message) -> Arc<Message> {
        let message = Arc::new(message);
        if let Some(kept) = self.chat_mut(chat).and_then(|chat| chat.messages.get_mut(&message.message_id)) {
            kept.message = message.clone();
        }
        self.show(chat);
        message
    }

    /// Takes a message away for both sides.
    pub fn remove(&mut self, chat: i64, id: i64) -> bool {
        let removed = self.chat_mut(chat).is_some_and(|chat| chat.messages.remove(&id).is_some());
        if removed {
            self.show(chat);
        }
        removed
    }

    /// Whoever sees this chat sees something else.
    pub(in super::super) fn show(&mut self, chat: i64) {
        for person in self.onlookers(chat) {
            self.tell(Happened::Phone(person));
        }
    }

    /// Shows "typing" for five seconds.
    pub fn typing(&mut self, chat: i64) {
        let until = self.state.clock.millis() + 5_000;
        self.typing_until.insert(chat, until);
        self.show(chat);
    }

    /// The bot said within the last seconds that it is at work.
    pub fn is_typing(&self, chat: i64) -> bool {
        self.typing_until.get(&chat).is_some_and(|until| *until > self.state.clock.millis())
    }
}
