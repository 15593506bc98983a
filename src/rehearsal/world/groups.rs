//! Groups and channels: who is in, what the bot may do there, and what it hears of them. As on every new bot, privacy
//! mode is on: in a group it hears commands, answers to itself and service messages, until it is an administrator.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Chat, ChatHead, Happened, MESSAGE_LIFE, Message, User, World};

/// What somebody is in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    Creator,
    /// In a channel: with the right to post.
    Administrator,
    Member,
    /// In, without the right to write. In a channel: an administrator without the right to post.
    Muted,
    /// Went, or was taken out, and may come back.
    Out,
    Kicked,
}

impl Standing {
    /// They see what is written there.
    pub fn is_in(self) -> bool {
        !matches!(self, Standing::Out | Standing::Kicked)
    }
}

/// What makes a chat a group or a channel.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Group {
    /// People and the bot, by their ids; who never was in is not among them.
    pub members: BTreeMap<i64, Standing>,
    /// The supergroup that took its place.
    #[serde(default)]
    pub moved_to: Option<i64>,
    /// Supergroups and channels number their own messages.
    #[serde(default)]
    pub next_message: Option<i64>,
}

impl Group {
    /// What somebody is there.
    pub fn standing(&self, id: i64) -> Option<Standing> {
        self.members.get(&id).copied()
    }

    /// Whether somebody sees what is written there.
    pub fn has(&self, id: i64) -> bool {
        self.standing(id).is_some_and(Standing::is_in)
    }
}

impl Chat {
    /// Nobody's private chat.
    pub fn is_channel(&self) -> bool {
        self.head.kind == "channel"
    }
}

impl World {
    /// Somebody makes a group: `kind` is group, supergroup or channel. `None`: nobody has this id, or there is no such
    /// kind.
    pub fn make_group(&mut self, by: i64, kind: &str, title: &str) -> Option<i64> {
        let from = self.profile(by)?.user.clone();
        let id = self.next_group(kind)?;
        self.open_group(id, kind, title, BTreeMap::from([(by, Standing::Creator)]));
        let notice = match kind {
            "group" => Message { group_chat_created: true, ..Message::default() },
            "supergroup" => Message { supergroup_chat_created: true, ..Message::default() },
            _ => Message { channel_chat_created: true, ..Message::default() },
        };
        self.notice(id, from, notice);
        self.tell(Happened::People);
        Some(id)
    }

    fn next_group(&self, kind: &str) -> Option<i64> {
        let base = match kind {
            "group" => -5_000,
            "supergroup" | "channel" => -1_001_000_000_000,
            _ => return None,
        };
        (1..).map(|n| base - n).find(|id| !self.state.chats.contains_key(id))
    }

    fn open_group(&mut self, id: i64, kind: &str, title: &str, members: BTreeMap<i64, Standing>) {
        let head =
            ChatHead { id, kind: kind.to_owned(), title: Some(title.to_owned()), ..ChatHead::default() };
        let group = Group { members, moved_to: None, next_message: (kind != "group").then_some(1) };
        let chat = Chat { head: Arc::new(head), group: Some(group), ..Chat::default() };
        self.state.chats.insert(id, Arc::new(chat));
    }

    /// The group with this id.
    pub fn group(&self, id: i64) -> Option<&Group> {
        self.chat(id)?.group.as_ref()
    }

    /// What the bot is there.
    pub fn bot_in(&self, group: i64) -> Option<Standing> {
        self.group(group)?.standing(self.state.bot.user.id)
    }

    /// `by` makes `who` (a person or the bot) something in a group. `false`: there is no such group or person, or it is
    /// not theirs to decide.
    pub fn stand(&mut self, group: i64, by: i64, who: i64, standing: Standing) -> bool {
        let bot = self.state.bot.user.clone();
        let Some(from) = self.profile(by).map(|profile| profile.user.clone()) else { return false };
        let user = match self.profile(who) {
            Some(profile) => profile.user.clone(),
            None if who == bot.id => bot.clone(),
            None => return false,
        };
        let Some(state) = self.group(group).filter(|group| group.moved_to.is_none()) else { return false };
        let channel = self.chat(group).is_some_and(Chat::is_channel);
        let rules = matches!(state.standing(by), Some(Standing::Creator | Standing::Administrator));
        // In a group everybody may bring others in, and go.
        let adds = !channel && state.has(by) && !state.has(who) && standing == Standing::Member;
        let goes = by == who && standing == Standing::Out;
        if !(rules || adds || goes) || (channel && who == bot.id && standing == Standing::Member) {
            return false;
        }
        let old = state.standing(who).unwrap_or(Standing::Out);
        if old == standing {
            return true;
        }
        if let Some(state) = self.chat_mut(group).and_then(|chat| chat.group.as_mut()) {
            state.members.insert(who, standing);
        }
        if who == bot.id {
            self.hear_of_oneself(group, &from, old, standing);
        }
        if !channel && !old.is_in() && standing.is_in() {
            let came = vec![user];
            self.notice(group, from, Message { new_chat_members: came, ..Message::default() });
        } else if !channel && old.is_in() && !standing.is_in() {
            self.notice(group, from, Message { left_chat_member: Some(user), ..Message::default() });
        }
        self.tell(Happened::People);
        self.tell(Happened::Phone(who));
        true
    }

    fn hear_of_oneself(&mut self, group: i64, from: &Arc<User>, old: Standing, new: Standing) {
        let bot = self.state.bot.user.clone();
        let Some(head) = self.chat(group).map(|chat| chat.head.clone()) else { return };
        let channel = head.kind == "channel";
        let now = self.now();
        let body = json!({
            "chat": *head, "from": **from, "date": now,
            "old_chat_member": member(&bot, old, channel), "new_chat_member": member(&bot, new, channel),
        });
        self.update("my_chat_member", &body, now + MESSAGE_LIFE);
    }

    /// A basic group becomes a supergroup: another id, and the old one is good for nothing any more.
    pub fn upgrade(&mut self, group: i64, by: i64) -> Option<i64> {
        let from = self.profile(by)?.user.clone();
        let old = self.chat(group).filter(|chat| chat.head.kind == "group")?;
        let state = old.group.as_ref().filter(|state| state.moved_to.is_none())?;
        let (title, members) = (old.head.title.clone().unwrap_or_default(), state.members.clone());
        let new = self.next_group("supergroup")?;
        self.open_group(new, "supergroup", &title, members);
        self.notice(group, from.clone(), Message { migrate_to_chat_id: Some(new), ..Message::default() });
        if let Some(state) = self.chat_mut(group).and_then(|chat| chat.group.as_mut()) {
            state.moved_to = Some(new);
        }
        self.notice(new, from, Message { migrate_from_chat_id: Some(group), ..Message::default() });
        self.tell(Happened::People);
        Some(new)
    }

    /// Another title.
    pub fn retitle(&mut self, group: i64, by: i64, title: &str) -> bool {
        let Some(from) = self.profile(by).map(|profile| profile.user.clone()) else { return false };
        let Some(chat) = self.chat_mut(group).filter(|chat| chat.group.is_some()) else { return false };
        chat.head = Arc::new(ChatHead { title: Some(title.to_owned()), ..ChatHead::clone(&chat.head) });
        self.notice(group, from, Message { new_chat_title: Some(title.to_owned()), ..Message::default() });
        self.tell(Happened::People);
        true
    }

    /// A message of Telegram's own in a group.
    fn notice(&mut self, group: i64, from: Arc<User>, message: Message) {
        let message = self.post(group, Message { from, ..message }, true);
        self.hear(group, &message);
    }

    /// Hands a message in a group to the bot, if it may hear it.
    pub(super) fn hear(&mut self, group: i64, message: &Arc<Message>) {
        let kind = match self.bot_in(group).filter(|standing| standing.is_in()) {
            None => return,
            Some(_) if self.chat(group).is_some_and(Chat::is_channel) => "channel_post",
            Some(Standing::Administrator) => "message",
            Some(_) if message.is_service() || self.is_for_bot(message) => "message",
            Some(_) => return,
        };
        self.update(kind, &**message, message.date + MESSAGE_LIFE);
    }

    /// With privacy mode on: a command for it or for nobody in particular, or an answer to it.
    fn is_for_bot(&self, message: &Message) -> bool {
        let bot = &self.state.bot.user;
        if message.reply_to_message.as_ref().is_some_and(|original| original.from.id == bot.id) {
            return true;
        }
        let text = message.text.as_deref().unwrap_or_default();
        let Some(command) = text.strip_prefix('/').and_then(|rest| rest.split_whitespace().next()) else {
            return false;
        };
        let own = bot.username.as_deref().unwrap_or_default();
        command.split_once('@').is_none_or(|(_, name)| name.eq_ignore_ascii_case(own))
    }

    /// In this chat the person can only read.
    pub fn cannot_write(&self, person: i64, chat: i64) -> bool {
        let Some(group) = self.group(chat) else { return false };
        let standing = group.standing(person);
        let rules = matches!(standing, Some(Standing::Creator | Standing::Administrator));
        group.moved_to.is_some()
            || standing == Some(Standing::Muted)
            || (self.chat(chat).is_some_and(Chat::is_channel) && !rules)
    }

    /// Whose phones show this chat.
    pub(super) fn onlookers(&self, chat: i64) -> Vec<i64> {
        match self.group(chat) {
            Some(group) => group.members.iter().filter(|(_, s)| s.is_in()).map(|(id, _)| *id).collect(),
            None => vec![chat],
        }
    }

    /// The groups that somebody is in, by their ids.
    pub fn groups_of(&self, person: i64) -> Vec<i64> {
        let groups = self.state.chats.iter().filter(|(_, chat)| {
            chat.group.as_ref().is_some_and(|group| group.has(person) && group.moved_to.is_none())
        });
        groups.map(|(id, _)| *id).collect()
    }
}

/// A `ChatMember`.
pub fn member(user: &User, standing: Standing, channel: bool) -> Value {
    let rights = |posts: bool| {
        let mut rights = json!({
            "status": "administrator", "user": user, "can_be_edited": false, "is_anonymous": false,
            "can_manage_chat": true, "can_delete_messages": posts, "can_manage_video_chats": false,
            "can_restrict_members": false, "can_promote_members": false, "can_change_info": false,
            "can_invite_users": true, "can_post_stories": false, "can_edit_stories": false,
            "can_delete_stories": false, "can_send_welcome_messages": false,
        });
        let more = if channel {
            ["can_post_messages", "can_edit_messages"].as_slice()
        } else {
            &["can_pin_messages"]
        };
        for right in more {
            rights[right] = json!(posts);
        }
        rights
    };
    match standing {
        Standing::Creator => json!({ "status": "creator", "user": user, "is_anonymous": false }),
        Standing::Administrator => rights(true),
        Standing::Muted if channel => rights(false),
        Standing::Member => json!({ "status": "member", "user": user }),
        Standing::Muted => {
            let mut muted =
                json!({ "status": "restricted", "user": user, "is_member": true, "until_date": 0 });
            let rights = [
                "can_send_messages",
                "can_send_audios",
                "can_send_documents",
                "can_send_photos",
                "can_send_videos",
                "can_send_video_notes",
                "can_send_voice_notes",
                "can_send_polls",
                "can_send_other_messages",
                "can_add_web_page_previews",
                "can_change_info",
                "can_invite_users",
                "can_pin_messages",
                "can_manage_topics",
                "can_react_to_messages",
                "can_edit_tag",
            ];
            for right in rights {
                muted[right] = json!(false);
            }
            muted
        }
        Standing::Out => json!({ "status": "left", "user": user }),
        Standing::Kicked => json!({ "status": "kicked", "user": user, "until_date": 0 }),
    }
}
