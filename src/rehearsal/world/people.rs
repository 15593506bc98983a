//! What people do: join, write, press, block. Each doing becomes an update at once.

use std::sync::Arc;

use rand::Rng as _;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::entities::Entity;
use super::super::text::{self, MOST_TEXT};
use super::{
    Chat, ChatHead, FileKind, Happened, MESSAGE_LIFE, Message, Query, TAP_LIFE, Upload, User, World,
};

/// Somebody who joins Telegram.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewPerson {
    pub first_name: String,
    pub last_name: Option<String>,
    pub username: Option<String>,
    pub language_code: Option<String>,
}

/// A person's account.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Profile {
    pub user: Arc<User>,
    /// One of many that a script plays: the page shows them apart.
    #[serde(default)]
    pub crowd: bool,
    /// The account was deleted.
    #[serde(default)]
    pub deactivated: bool,
}

impl World {
    /// A new account; ids count up from 1001.
    pub fn join(&mut self, new: NewPerson) -> i64 {
        let id = self.state.next_person;
        self.state.next_person += 1;
        let user = User {
            id,
            is_bot: false,
            first_name: new.first_name,
            last_name: new.last_name,
            username: new.username.map(|name| name.trim_start_matches('@').to_owned()),
            language_code: new.language_code,
        };
        let profile = Profile { user: Arc::new(user), crowd: false, deactivated: false };
        self.state.profiles.insert(id, Arc::new(profile));
        self.tell(Happened::People);
        id
    }

    /// The account with this id.
    pub fn profile(&self, id: i64) -> Option<&Profile> {
        self.state.profiles.get(&id).map(Arc::as_ref)
    }

    /// Changes an account; later messages bear the new name.
    pub fn change_profile(&mut self, id: i64, change: impl FnOnce(&mut User, &mut Profile)) {
        let Some(profile) = self.state.profiles.get_mut(&id).map(Arc::make_mut) else {
            return;
        };
        let mut user = User::clone(&profile.user);
        change(&mut user, profile);
        profile.user = Arc::new(user);
        let head = head_of(&profile.user);
        if let Some(chat) = self.chat_mut(id) {
            chat.head = Arc::new(head);
        }
        self.tell(Happened::People);
        self.tell(Happened::Phone(id));
    }

    /// A private chat opens with the first thing a person sends; in a group they have to be.
    fn open_chat(&mut self, person: i64, chat: i64) -> Option<Arc<User>> {
        let user = self.profile(person)?.user.clone();
        if chat != person {
            return self.group(chat).filter(|group| group.has(person)).map(|_| user);
        }
        self.state
            .chats
            .entry(person)
            .or_insert_with(|| Arc::new(Chat { head: Arc::new(head_of(&user)), ..Chat::default() }));
        Some(user)
    }

    /// Sends what a person wrote, as phones do: a text that is too long goes as several messages, the last of which
    /// comes back. `None`: nothing is left of the text, or nobody has this id.
    pub fn say(
        &mut self,
        person: i64,
        chat: i64,
        raw: &str,
        own: Vec<Entity>,
        reply_to: Option<i64>,
    ) -> Option<Arc<Message>> {
        let symbols: Vec<char> = raw.chars().collect();
        if symbols.len() <= MOST_TEXT {
            return self.say_one(person, chat, raw, own, reply_to);
        }
        let parts = symbols.chunks(MOST_TEXT).map(|part| part.iter().collect::<String>());
        parts.filter_map(|part| self.say_one(person, chat, &part, Vec::new(), reply_to)).last()
    }

    fn say_one(
        &mut self,
        person: i64,
        chat: i64,
        raw: &str,
        own: Vec<Entity>,
        reply_to: Option<i64>,
    ) -> Option<Arc<Message>> {
        let (text, entities) = text::finish(raw, own).ok().filter(|(text, _)| !text.is_empty())?;
        self.send(person, chat, Message { text: Some(text), entities, ..Message::default() }, reply_to)
    }

    /// Sends a file with a caption. `None`: the caption is too long, or nobody has this id.
    pub fn attach(
        &mut self,
        person: i64,
        chat: i64,
        kind: FileKind,
        upload: &Upload,
        caption: &str,
        album: Option<String>,
    ) -> Option<Arc<Message>> {
        let fits = |(caption, _): &(String, Vec<Entity>)| text::char_len(caption) <= text::MOST_CAPTION;
        let (caption, entities) = text::finish(caption, Vec::new()).ok().filter(fits)?;
        let file = self.state.files.add(&mut self.rng, kind, upload);
        let mut message = Message { media_group_id: album, ..Message::default() };
        self.put_file(&mut message, &file, &json!({}));
        message.caption_entities = entities;
        message.caption = (!caption.is_empty()).then_some(caption);
        self.send(person, chat, message, None)
    }

    /// Sends a point on the map; with what the place is called and its address, if that is known. `None`: nobody has
    /// this id.
    pub fn place(
        &mut self,
        person: i64,
        chat: i64,
        latitude: f64,
        longitude: f64,
        called: Option<(&str, &str)>,
    ) -> Option<Arc<Message>> {
        let location = json!({ "latitude": latitude, "longitude": longitude });
        let venue = called
            .map(|(title, address)| json!({ "location": location, "title": title, "address": address }));
        self.send(person, chat, Message { location: Some(location), venue, ..Message::default() }, None)
    }

    fn send(
        &mut self,
        person: i64,
        chat: i64,
        mut message: Message,
        reply_to: Option<i64>,
    ) -> Option<Arc<Message>> {
        message.from = self.open_chat(person, chat)?;
        message.reply_to_message = reply_to.and_then(|id| self.quoted(chat, id));
        if chat != person {
            if self.cannot_write(person, chat) {
                return None;
            }
            let message = self.post(chat, message, false);
            self.hear(chat, &message);
            return Some(message);
        }
        // A phone can't write to a bot it blocks: writing starts with unblocking.
        self.set_blocked(person, false);
        let message = self.post(person, message, false);
        self.update("message", &*message, message.date + MESSAGE_LIFE);
        Some(message)
    }

    /// A message as it stands inside a reply: without what it replied to itself.
    pub fn quoted(&self, chat: i64, id: i64) -> Option<Arc<Message>> {
        let message = self.chat(chat)?.message(id)?;
        if message.reply_to_message.is_none() {
            return Some(message.clone());
        }
        Some(Arc::new(Message { reply_to_message: None, ..Message::clone(message) }))
    }

    /// Changes a person's own text or caption.
    pub fn edit_own(&mut self, person: i64, chat: i64, id: i64, raw: &str) -> Option<Arc<Message>> {
        let kept = self.chat(chat)?.messages.get(&id)?;
        if kept.message.from.id != person && kept.author != person {
            return None;
        }
        let mut message = Message::clone(&kept.message);
        let (text, entities) = text::finish(raw, Vec::new()).ok()?;
        if message.text.is_some() {
            (message.text, message.entities) = (Some(text), entities);
        } else {
            (message.caption, message.caption_entities) = (Some(text), entities);
        }
        message.edit_date = Some(self.now());
        let message = self.replace(chat, message);
        if chat == person {
            self.update("edited_message", &*message, message.date + MESSAGE_LIFE);
        }
        Some(message)
    }

    /// Presses a button that bears this data; returns the query's id. The message need not exist: phones can be forged.
    pub fn press(&mut self, person: i64, chat: i64, message_id: i64, data: &str) -> Option<String> {
        let from = self.open_chat(person, chat)?;
        let now = self.now();
        let place = self.chat(chat)?;
        let message = match place.message(message_id) {
            Some(message) => serde_json::to_value(&**message).expect("our own types always serialise"),
            None => json!({ "chat": *place.head, "message_id": message_id, "date": 0 }),
        };
        let id = self.rng.random_range(1_000_000_000_000_000_000..i64::MAX).to_string();
        let instance = (chat.wrapping_mul(6_364_136_223_846_793_005)).to_string();
        let body = json!({
            "id": id, "from": *from, "message": message, "chat_instance": instance, "data": data,
        });
        self.update("callback_query", &body, now + TAP_LIFE);
        self.state.queries.add(id.clone(), Query { person, since: now, answer: None });
        self.tell(Happened::Phone(person));
        Some(id)
    }

    /// Blocks or unblocks the bot, and tells it so.
    pub fn set_blocked(&mut self, person: i64, blocked: bool) {
        let now = self.now();
        let Some(from) = self.profile(person).map(|profile| profile.user.clone()) else {
            return;
        };
        let bot = self.state.bot.user.clone();
        let Some(chat) = self.chat_mut(person) else {
            return;
        };
        if chat.blocked == blocked {
            return;
        }
        chat.blocked = blocked;
        let member = json!({ "status": "member", "user": *bot });
        let kicked = json!({ "status": "kicked", "user": *bot, "until_date": 0 });
        let (old, new): (Value, Value) = if blocked { (member, kicked) } else { (kicked, member) };
        let body = json!({
            "chat": *chat.head, "from": *from, "date": now, "old_chat_member": old, "new_chat_member": new,
        });
        self.update("my_chat_member", &body, now + MESSAGE_LIFE);
        self.tell(Happened::People);
        self.tell(Happened::Phone(person));
    }
}

fn head_of(user: &User) -> ChatHead {
    ChatHead {
        id: user.id,
        kind: "private".to_owned(),
        title: None,
        first_name: Some(user.first_name.clone()),
        last_name: user.last_name.clone(),
        username: user.username.clone(),
    }
}
