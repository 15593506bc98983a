//! One call on its way: the world it changes, what it brought, and the checks that many methods share.

use std::sync::Arc;

use serde_json::Value;

use super::super::world::{Chat, Message, Standing, World};
use super::markup::{self, Markup};
use super::{Params, Refused};

/// A call of a known method with a good token.
pub struct Call<'a> {
    pub world: &'a mut World,
    pub params: &'a Params,
}

/// A result on its way to JSON.
#[derive(Debug)]
pub enum Answer {
    True,
    /// True, with a word to it.
    Described(&'static str),
    Message(Arc<Message>),
    Messages(Vec<Arc<Message>>),
    Value(Value),
    /// Updates are kept as JSON.
    Updates(Vec<Arc<str>>),
}

impl Answer {
    /// The body of the answer.
    pub fn json(&self) -> String {
        let written = |value: Result<String, _>| value.expect("our own types always serialise");
        match self {
            Answer::True => r#"{"ok":true,"result":true}"#.to_owned(),
            Answer::Described(words) => format!(r#"{{"ok":true,"result":true,"description":"{words}"}}"#),
            Answer::Message(message) => {
                format!(r#"{{"ok":true,"result":{}}}"#, written(serde_json::to_string(message)))
            }
            Answer::Messages(list) => {
                format!(r#"{{"ok":true,"result":{}}}"#, written(serde_json::to_string(list)))
            }
            Answer::Value(value) => format!(r#"{{"ok":true,"result":{value}}}"#),
            Answer::Updates(updates) => format!(r#"{{"ok":true,"result":[{}]}}"#, updates.join(",")),
        }
    }
}

impl Call<'_> {
    /// The person or the group that a chat parameter names. A private chat need not be open yet.
    pub fn peer(&self, key: &str) -> Result<i64, Refused> {
        let raw = self.params.text(key);
        let raw = raw.trim();
        if raw.is_empty() {
            return Err(Refused::bad("Chat_id is empty"));
        }
        let bot = &self.world.state.bot.user;
        let id = match raw.strip_prefix('@') {
            Some(name) if bot.username.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(name)) => bot.id,
            Some(_) => 0,
            None => raw.parse().unwrap_or(0),
        };
        if id == bot.id {
            return Err(Refused::forbidden("The bot can't send messages to the bot"));
        }
        let known = self.world.profile(id).is_some() || self.world.group(id).is_some();
        if known { Ok(id) } else { Err(Refused::bad("Chat not found")) }
    }

    /// In a group the bot has to be.
    fn inside(&self, id: i64) -> Result<(), Refused> {
        let (Some(chat), Some(group)) = (self.world.chat(id), self.world.group(id)) else { return Ok(()) };
        let kind = &chat.head.kind;
        match (group.moved_to, self.world.bot_in(id)) {
            (Some(to), _) => Err(Refused::moved(to)),
            (_, Some(Standing::Kicked)) => {
                Err(Refused::forbidden(&format!("Bot was kicked from the {kind} chat")))
            }
            (_, None | Some(Standing::Out)) => {
                Err(Refused::forbidden(&format!("Bot is not a member of the {kind} chat")))
            }
            _ => Ok(()),
        }
    }

    /// In a group the bot may be there without the right to write.
    pub fn may_post(&self, id: i64, message: &Message) -> Result<(), Refused> {
        if self.world.bot_in(id) != Some(Standing::Muted) {
            return Ok(());
        }
        if self.world.chat(id).is_some_and(Chat::is_channel) {
            return Err(Refused::bad("Need administrator rights in the channel chat"));
        }
        let what = match message.media() {
            Some("photo") => "photos",
            Some("document") => "documents",
            Some("video") => "videos",
            Some("audio") => "audios",
            Some("voice") => "voice notes",
            Some("video_note") => "video notes",
            Some("animation") => "animations",
            Some("sticker") => "stickers",
            _ => "text messages",
        };
        Err(Refused::bad(&format!("Not enough rights to send {what} to the chat")))
    }

    /// A chat to write to: its person must have written first.
    pub fn writable(&self, key: &str) -> Result<i64, Refused> {
        let id = self.peer(key)?;
        self.inside(id)?;
        match self.world.chat(id) {
            Some(_) => Ok(id),
            None => Err(Refused::forbidden("Bot can't initiate conversation with a user")),
        }
    }

    /// A chat to look at.
    pub fn readable(&self, key: &str) -> Result<(i64, &Chat), Refused> {
        let id = self.peer(key)?;
        self.inside(id)?;
        let chat = self.world.chat(id).ok_or_else(|| Refused::bad("Chat not found"))?;
        Ok((id, chat))
    }

    /// What only Telegram's inner servers know: accounts that are gone, blocking, floods.
    pub fn reachable(&self, chat: i64) -> Result<(), Refused> {
        if self.world.profile(chat).is_some_and(|profile| profile.deactivated) {
            return Err(Refused::forbidden("User is deactivated"));
        }
        if self.world.chat(chat).is_some_and(|chat| chat.blocked) {
            return Err(Refused::forbidden("Bot was blocked by the user"));
        }
        Ok(())
    }

    /// Counts messages and edits against the flood limits.
    pub fn pace(&mut self, chat: i64, messages: usize) -> Result<(), Refused> {
        let now = self.world.state.clock.millis();
        self.world.flood.take(chat, messages, now).map_err(Refused::flood)
    }
}

/// What every sent message has beside its content.
#[derive(Debug)]
pub struct Frame {
    pub chat: i64,
    reply_to: Option<Arc<Message>>,
    markup: Markup,
    protected: bool,
}

impl Frame {
    /// The checks between formatting and lengths: reply and keyboard readable, chat, topic, message replied to.
    pub fn open(call: &Call) -> Result<Frame, Refused> {
        let reply = Reply::read(call.params)?;
        let markup = Markup::read(call.params)?;
        let chat = call.writable("chat_id")?;
        let head = call.world.chat(chat).map(|chat| chat.head.clone()).unwrap_or_default();
        match &markup {
            Markup::Reply(_) | Markup::Remove | Markup::ForceReply if head.kind == "channel" => {
                return Err(Refused::bad("Inline keyboard expected"));
            }
            Markup::Inline(keyboard) if head.kind != "private" => {
                let mut buttons = keyboard.inline_keyboard.iter().flatten();
                if buttons.any(|button| button.web_app.is_some()) {
                    return Err(Refused::bad("BUTTON_TYPE_INVALID"));
                }
            }
            _ => {}
        }
        if call.params.int("message_thread_id") != 0 {
            return Err(Refused::bad("Message thread not found"));
        }
        let reply_to = match reply {
            Some(reply) => reply.find(call.world, chat)?,
            None => None,
        };
        Ok(Frame { chat, reply_to, markup, protected: call.params.flag("protect_content") })
    }

    /// The last checks, then the message stands in the chat.
    pub fn post(self, call: &mut Call, message: Message) -> Result<Arc<Message>, Refused> {
        let mut messages = self.post_all(call, vec![message])?;
        Ok(messages.pop().expect("one went in, one comes out"))
    }

    /// The same for an album.
    pub fn post_all(mut self, call: &mut Call, messages: Vec<Message>) -> Result<Vec<Arc<Message>>, Refused> {
        if let Markup::Inline(keyboard) = &mut self.markup {
            markup::check_links(keyboard)?;
            markup::check_data(keyboard)?;
        }
        for message in &messages {
            call.may_post(self.chat, message)?;
        }
        call.reachable(self.chat)?;
        call.pace(self.chat, messages.len())?;
        let fixed = matches!(self.markup, Markup::Reply(_) | Markup::ForceReply);
        if let Some(chat) = call.world.chat_mut(self.chat) {
            match &self.markup {
                Markup::Reply(keyboard) => chat.reply_keyboard = Some(keyboard.clone()),
                Markup::Remove => chat.reply_keyboard = None,
                Markup::None | Markup::Inline(_) | Markup::ForceReply => {}
            }
        }
        let inline = match self.markup {
            Markup::Inline(keyboard) => Some(keyboard),
            _ => None,
        };
        let bot = call.world.state.bot.user.clone();
        let finish = |message| Message {
            from: bot.clone(),
            reply_to_message: self.reply_to.clone(),
            reply_markup: inline.clone(),
            has_protected_content: self.protected,
            ..message
        };
        let messages: Vec<Message> = messages.into_iter().map(finish).collect();
        Ok(messages.into_iter().map(|message| call.world.post(self.chat, message, fixed)).collect())
    }
}

/// What a message answers.
struct Reply {
    message_id: i64,
    optional: bool,
}

impl Reply {
    fn read(params: &Params) -> Result<Option<Reply>, Refused> {
        let optional = params.flag("allow_sending_without_reply");
        let Some(json) = params.json("reply_parameters") else {
            // The name of old: still read.
            let message_id = params.int("reply_to_message_id");
            return Ok((message_id != 0).then_some(Reply { message_id, optional }));
        };
        let json = json.map_err(|_| Refused::bad("Can't parse reply parameters JSON object"))?;
        let Value::Object(fields) = &*json else {
            return Err(Refused::bad("Object expected as reply parameters"));
        };
        let message_id = fields.get("message_id").map_or(0, super::params::lenient_int);
        let optional = fields.get("allow_sending_without_reply").is_some_and(super::params::lenient_bool);
        Ok((message_id != 0).then_some(Reply { message_id, optional }))
    }

    fn find(self, world: &World, chat: i64) -> Result<Option<Arc<Message>>, Refused> {
        match world.quoted(chat, self.message_id) {
            None if !self.optional => Err(Refused::bad("Message to be replied not found")),
            found => Ok(found),
        }
    }
}
