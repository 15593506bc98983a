//! What came in from a group or a channel. Little of it is for the bot: commands, taps on what it posted, and what it may
//! do there.

use teloxide::types::{
    Chat, ChatMemberKind, ChatMemberUpdated, MaybeInaccessibleMessage, Message, Update, UpdateKind,
};

use super::event::{self, Press, Sender};
use crate::ids::{ChatNo, MessageNo};
use crate::ui::view::Content;

/// Something happened where many see it.
#[derive(Debug, Clone)]
pub struct GroupEvent {
    pub place: Place,
    /// Who did it; none: who writes in a channel, or as the group itself, does not say.
    pub from: Option<Sender>,
    pub what: There,
}

/// A group or channel, as Telegram tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub no: ChatNo,
    /// People write there to whoever follows, and nobody answers.
    pub channel: bool,
    pub title: String,
}

/// What happened there.
#[derive(Debug, Clone)]
pub enum There {
    /// A command.
    Command {
        name: GroupCommand,
        /// The bot it is for, if it says so.
        to: Option<String>,
        /// What follows it.
        rest: String,
        message: MessageNo,
    },
    /// A button below something that the bot posted.
    Pressed(Press),
    /// A reply to something that a bot posted.
    Replied { to: MessageNo, content: Content },
    /// What the bot is there now.
    Standing(Allowed),
    /// The group is a supergroup now, under this number.
    MovedTo(ChatNo),
    /// It is called otherwise.
    Retitled,
}

/// The commands that mean something in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupCommand {
    Start,
    Help,
    Link,
    Poll,
}

/// What the bot may do in a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// Write.
    Write,
    /// Be there.
    Read,
    /// Nothing: it is not there.
    Nothing,
}

impl GroupEvent {
    /// Reads an update; `None`: it is from no group, or nothing for the bot.
    pub fn read(update: &Update) -> Option<Self> {
        match &update.kind {
            UpdateKind::Message(message) | UpdateKind::ChannelPost(message) => of_message(message),
            UpdateKind::CallbackQuery(query) => {
                let chat = match query.message.as_ref()? {
                    MaybeInaccessibleMessage::Regular(message) => &message.chat,
                    MaybeInaccessibleMessage::Inaccessible(message) => &message.chat,
                };
                let what = There::Pressed(event::press(query));
                Some(Self { place: place(chat)?, from: Some(event::sender(&query.from)), what })
            }
            UpdateKind::MyChatMember(change) => {
                let place = place(&change.chat)?;
                let allowed = allowed(change, place.channel);
                Some(Self { place, from: Some(event::sender(&change.from)), what: There::Standing(allowed) })
            }
            _ => None,
        }
    }
}

/// From a group or channel, and nothing for the bot: as administrator it hears everything that people say there, which is
/// none of its business.
pub fn is_talk(update: &Update) -> bool {
    update.chat().is_some_and(|chat| !chat.is_private()) && GroupEvent::read(update).is_none()
}

fn of_message(message: &Message) -> Option<GroupEvent> {
    let place = place(&message.chat)?;
    // An administrator who writes as the group itself comes as a bot of Telegram's.
    let from = message.from.as_ref().filter(|user| !user.is_bot && message.sender_chat.is_none());
    let what = if let Some(to) = message.migrate_to_chat_id() {
        There::MovedTo(ChatNo(to.0))
    } else if message.new_chat_title().is_some() {
        There::Retitled
    } else {
        match message.text().and_then(|text| command(text, MessageNo(i64::from(message.id.0)))) {
            Some(command) => command,
            None => reply(message)?,
        }
    };
    Some(GroupEvent { place, from: from.map(event::sender), what })
}

/// A reply to something that a bot posted; what people say to one another is nothing for the bot.
fn reply(message: &Message) -> Option<There> {
    let quoted = message.reply_to_message()?;
    let by_a_bot = quoted.from.as_ref().is_some_and(|user| user.is_bot);
    let to = MessageNo(i64::from(quoted.id.0));
    event::content(message).filter(|_| by_a_bot).map(|content| There::Replied { to, content })
}

/// Reads "/poll@merezha_bot Question"; `None`: not a command that means something here.
fn command(text: &str, message: MessageNo) -> Option<There> {
    let text = text.strip_prefix('/')?;
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let (name, to) = word.split_once('@').map_or((word, None), |(name, to)| (name, Some(to.to_owned())));
    let name = match name.to_lowercase().as_str() {
        "start" => GroupCommand::Start,
        "help" => GroupCommand::Help,
        "link" => GroupCommand::Link,
        "poll" => GroupCommand::Poll,
        _ => return None,
    };
    Some(There::Command { name, to, rest: rest.to_owned(), message })
}

fn place(chat: &Chat) -> Option<Place> {
    (!chat.is_private()).then(|| Place {
        no: ChatNo(chat.id.0),
        channel: chat.is_channel(),
        title: chat.title().unwrap_or_default().to_owned(),
    })
}

fn allowed(change: &ChatMemberUpdated, channel: bool) -> Allowed {
    match &change.new_chat_member.kind {
        ChatMemberKind::Administrator(rights) if channel && !rights.can_post_messages => Allowed::Read,
        ChatMemberKind::Owner(_) | ChatMemberKind::Administrator(_) => Allowed::Write,
        // Nobody but administrators posts in a channel.
        ChatMemberKind::Member(_) => {
            if channel {
                Allowed::Read
            } else {
                Allowed::Write
            }
        }
        ChatMemberKind::Restricted(rights) if !rights.is_member => Allowed::Nothing,
        ChatMemberKind::Restricted(rights) if !rights.can_send_messages => Allowed::Read,
        ChatMemberKind::Restricted(_) => Allowed::Write,
        ChatMemberKind::Left | ChatMemberKind::Banned(_) => Allowed::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read_as_people_send_them_in_groups() {
        let read = |text: &str| match command(text, MessageNo(1)) {
            Some(There::Command { name, to, rest, .. }) => Some((name, to, rest)),
            _ => None,
        };
        assert_eq!(read("/poll Де?\nТут\nТам"), Some((GroupCommand::Poll, None, "Де?\nТут\nТам".into())));
        let to = Some("merezha_bot".to_owned());
        assert_eq!(read("/START@merezha_bot abc"), Some((GroupCommand::Start, to, "abc".into())));
        assert_eq!(read("/poll\nДе?"), Some((GroupCommand::Poll, None, "Де?".into())));
        assert_eq!((read("/menu"), read("poll"), read("/")), (None, None, None));
    }
}
