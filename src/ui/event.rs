//! What came in: a raw update, read once into what the flows understand.

use teloxide::types::{
    CallbackQuery, ChatKind, ChatMemberKind, Location, MaybeInaccessibleMessage, Message, Update, UpdateKind,
    User,
};

use crate::ids::{MessageNo, PersonId, TelegramId};
use crate::ui::action::Action;
use crate::ui::bound;
use crate::ui::state::MapPoint;
use crate::ui::view::{Content, FileKind};

/// Somebody did something in their private chat with the bot.
#[derive(Debug, Clone)]
pub struct Event {
    /// Who.
    pub from: Sender,
    /// What.
    pub what: What,
}

/// Who did it, as Telegram tells.
#[derive(Debug, Clone)]
pub struct Sender {
    /// Telegram's number of the person and of their private chat.
    pub id: TelegramId,
    /// First and last name, as they are at Telegram.
    pub full_name: String,
    /// The language of their Telegram.
    pub language: Option<String>,
}

/// What somebody did.
#[derive(Debug, Clone)]
pub enum What {
    /// A command.
    Command(Command),
    /// Words, or a file with or without words.
    Said {
        content: Content,
        /// Telegram's name of the album that the file is one of.
        album: Option<String>,
        /// The message that it is Telegram's own reply to.
        to: Option<MessageNo>,
    },
    /// A button.
    Pressed(Press),
    /// Blocked the bot (`true`), or came back.
    Blocked(bool),
    /// A point on the map, with what the place is called if Telegram knows.
    Placed(MapPoint, String),
    /// Something that the bot cannot take: a sticker, a contact …
    Unreadable,
}

/// A pressed button.
#[derive(Debug, Clone)]
pub struct Press {
    /// What to answer.
    pub query: String,
    /// The message below which the button was; none when Telegram no longer says.
    pub message: Option<MessageNo>,
    /// That message holds a text, so that another text can take its place.
    pub on_text: bool,
    /// It holds a photo, so that another photo can take its place.
    pub on_photo: bool,
    /// What the button asks for; none: not a button of ours.
    pub action: Option<Action>,
    /// The words that it acts on: see [`bound`]. None: whatever is current.
    pub bound: Option<u32>,
    /// For whom it is pressed, where that is somebody who is not on Telegram: see [`crate::ui::behalf`].
    pub whom: Option<PersonId>,
}

/// Commands that people type or pick from the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// With what followed it in the link.
    Start(Option<String>),
    Menu,
    Help,
    Cancel,
    Settings,
    Propose,
    Proposals,
    Mine,
    Stances,
    Vote,
    Polls,
    Invite,
    NewCall,
    NewVote,
    Poll,
    Announce,
    Sessions,
    NewSession,
    CheckIn,
    Desk,
    Team,
    Wall,
    Export,
    MyData,
    Unknown,
}

impl Command {
    /// Reads "/start abc" or "/menu@merezha_bot"; `None`: not a command.
    fn read(text: &str) -> Option<Self> {
        let mut words = text.strip_prefix('/')?.split_whitespace();
        let name = words.next()?.split('@').next()?.to_lowercase();
        Some(match name.as_str() {
            "start" => Self::Start(words.next().map(str::to_owned)),
            "menu" => Self::Menu,
            "help" => Self::Help,
            "cancel" => Self::Cancel,
            "settings" => Self::Settings,
            "propose" => Self::Propose,
            "proposals" => Self::Proposals,
            "mine" => Self::Mine,
            "stances" => Self::Stances,
            "vote" => Self::Vote,
            "polls" => Self::Polls,
            "invite" => Self::Invite,
            "newcall" => Self::NewCall,
            "newvote" => Self::NewVote,
            "poll" => Self::Poll,
            "announce" => Self::Announce,
            // One session is found through the list of all.
            "session" | "sessions" => Self::Sessions,
            "newsession" => Self::NewSession,
            "checkin" => Self::CheckIn,
            "desk" => Self::Desk,
            "team" => Self::Team,
            "wall" => Self::Wall,
            "export" => Self::Export,
            "mydata" => Self::MyData,
            _ => Self::Unknown,
        })
    }
}

/// Whose turn an update is; updates of one person are applied one after another.
pub fn lane(update: &Update) -> i64 {
    update.from().map_or(0, |user| telegram_id(user).0)
}

impl Event {
    /// Reads an update; `None`: nothing for us here (other bots; groups and channels are [`super::group_event`]'s).
    pub fn read(update: &Update) -> Option<Self> {
        match &update.kind {
            UpdateKind::Message(message) => of_message(message),
            UpdateKind::CallbackQuery(query) if !in_group(query) => {
                Some(Self { from: sender(&query.from), what: What::Pressed(press(query)) })
            }
            UpdateKind::MyChatMember(change) if change.chat.is_private() => {
                let blocked = matches!(change.new_chat_member.kind, ChatMemberKind::Banned(_));
                Some(Self { from: sender(&change.from), what: What::Blocked(blocked) })
            }
            _ => None,
        }
    }
}

fn of_message(message: &Message) -> Option<Event> {
    let from = message.from.as_ref().filter(|user| !user.is_bot)?;
    if !matches!(message.chat.kind, ChatKind::Private(_)) {
        return None;
    }
    let command = message.text().and_then(Command::read);
    let what = match (command, content(message)) {
        (Some(command), _) => What::Command(command),
        (None, Some(content)) => {
            let to = message.reply_to_message().map(|quoted| MessageNo(i64::from(quoted.id.0)));
            What::Said { content, album: message.media_group_id().map(|album| album.0.clone()), to }
        }
        (None, None) => placed(message).unwrap_or(What::Unreadable),
    };
    Some(Event { from: sender(from), what })
}

/// Where a button was pressed that many see.
fn in_group(query: &CallbackQuery) -> bool {
    query.message.as_ref().is_some_and(|message| !message.chat().is_private())
}

pub(super) fn press(query: &CallbackQuery) -> Press {
    let on_photo = query.regular_message().is_some_and(|message| message.photo().is_some());
    let (message, on_text) = match &query.message {
        Some(MaybeInaccessibleMessage::Regular(message)) => (Some(message.id), message.text().is_some()),
        Some(MaybeInaccessibleMessage::Inaccessible(message)) => (Some(message.message_id), true),
        None => (None, false),
    };
    let bound::Data { action, bound, whom } = query.data.as_deref().map(bound::read).unwrap_or_default();
    Press {
        query: query.id.to_string(),
        message: message.map(|id| MessageNo(i64::from(id.0))),
        on_text,
        on_photo,
        action,
        bound,
        whom,
    }
}

pub(super) fn content(message: &Message) -> Option<Content> {
    if let Some(text) = message.text() {
        let entities = message.entities().unwrap_or_default().to_vec();
        return Some(Content { file: None, name: None, text: text.to_owned(), entities });
    }
    let file = file(message)?;
    let text = message.caption().unwrap_or_default().to_owned();
    let entities = message.caption_entities().unwrap_or_default().to_vec();
    let name = message.document().and_then(|document| document.file_name.clone());
    Some(Content { file: Some(file), name, text, entities })
}

/// A point on the map; where it is a venue, with its name and address.
fn placed(message: &Message) -> Option<What> {
    if let Some(venue) = message.venue() {
        // Some places have no address.
        let called =
            [venue.title.as_str(), venue.address.as_str()].into_iter().filter(|part| !part.is_empty());
        return Some(What::Placed(point(&venue.location)?, called.collect::<Vec<_>>().join(", ")));
    }
    Some(What::Placed(point(message.location()?)?, String::new()))
}

fn point(location: &Location) -> Option<MapPoint> {
    // Within the bounds a millionth of a degree fits into 32 bits, so nothing is cut off.
    let millionths = |degrees: f64, most: f64| (degrees.abs() <= most).then_some((degrees * 1e6) as i32);
    Some(MapPoint {
        latitude: millionths(location.latitude, 90.0)?,
        longitude: millionths(location.longitude, 180.0)?,
    })
}

/// The file in a message. An animation also comes as a document, so it is asked for first.
fn file(message: &Message) -> Option<(FileKind, String)> {
    let photo = || message.photo().and_then(|sizes| sizes.last()).map(|size| (FileKind::Photo, &size.file));
    let animation = || message.animation().map(|file| (FileKind::Animation, &file.file));
    let document = || message.document().map(|file| (FileKind::Document, &file.file));
    let video = || message.video().map(|file| (FileKind::Video, &file.file));
    let voice = || message.voice().map(|file| (FileKind::Voice, &file.file));
    let audio = || message.audio().map(|file| (FileKind::Audio, &file.file));
    let note = || message.video_note().map(|file| (FileKind::VideoNote, &file.file));
    let (kind, file) = photo()
        .or_else(animation)
        .or_else(document)
        .or_else(video)
        .or_else(voice)
        .or_else(audio)
        .or_else(note)?;
    Some((kind, file.id.to_string()))
}

pub(super) fn sender(user: &User) -> Sender {
    Sender { id: telegram_id(user), full_name: user.full_name(), language: user.language_code.clone() }
}

fn telegram_id(user: &User) -> TelegramId {
    TelegramId(i64::try_from(user.id.0).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_read_as_people_send_them() {
        assert_eq!(Command::read("/start abc-1"), Some(Command::Start(Some("abc-1".into()))));
        assert_eq!(Command::read("/MENU@merezha_bot please"), Some(Command::Menu));
        assert_eq!(Command::read("/nonsense"), Some(Command::Unknown));
        assert_eq!(Command::read("menu"), None);
        assert_eq!(Command::read("/"), None);
    }
}
