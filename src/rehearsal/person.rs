//! A phone in code: what a person does, and what they see.
//!
//! Doing something that a phone does not allow (pressing a button that is not there) is a mistake of the script, so it
//! panics and shows the screen; the `try_` forms say it as an error.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;

use super::entities::Entity;
use super::telegram::Telegram;
use super::transcript;
use super::world::{BotCommand, FileKind, Message, Standing, Toast, User, World, letters};

/// Longest that somebody looks at a progress bar.
const PATIENCE: Duration = Duration::from_secs(15);

/// A message as a phone shows it.
pub type ShownMessage = Arc<Message>;

/// Somebody with a phone. Clones are cheap and mean the same person.
#[derive(Clone)]
pub struct Person {
    telegram: Telegram,
    id: i64,
    /// The chat that is open on the phone: their own with the bot, or a group.
    chat: i64,
}

/// A pressed button that waits for the bot's answer.
#[must_use = "a press can be answered: look at it or drop it on purpose"]
pub struct Press {
    telegram: Telegram,
    query: Option<String>,
    url: Option<String>,
}

impl Person {
    pub(super) fn new(telegram: Telegram, id: i64) -> Person {
        Person { telegram, id, chat: id }
    }

    /// The same person in a group: what they say, press and see is there.
    #[must_use]
    pub fn at(&self, group: i64) -> Person {
        Person { chat: group, ..self.clone() }
    }

    /// The chat that is open.
    pub fn chat_id(&self) -> i64 {
        self.chat
    }

    /// The person's id, which is their private chat's id too.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Names and language.
    pub fn user(&self) -> Arc<User> {
        let user = self.telegram.with(|world| world.profile(self.id).map(|profile| profile.user.clone()));
        user.expect("people never vanish")
    }

    /// Changes names or language.
    pub fn changes(&self, change: impl FnOnce(&mut User)) {
        self.telegram.with(|world| world.change_profile(self.id, |user, _| change(user)));
    }

    /// The account is deleted: the bot can't write to it any more.
    pub fn deletes_account(&self) {
        self.telegram.with(|world| world.change_profile(self.id, |_, profile| profile.deactivated = true));
    }

    /// One of many that a script plays.
    pub fn joins_crowd(&self) {
        self.telegram.with(|world| world.change_profile(self.id, |_, profile| profile.crowd = true));
    }

    /// Sends a text.
    #[track_caller]
    pub fn says(&self, text: &str) -> ShownMessage {
        self.says_formatted(text, Vec::new())
    }

    /// Sends a text with formatting of the person's own.
    #[track_caller]
    pub fn says_formatted(&self, text: &str, entities: Vec<Entity>) -> ShownMessage {
        self.try_says(text, entities, None).expect("a phone sends no empty message")
    }

    /// Answers a message with a text.
    #[track_caller]
    pub fn replies(&self, message_id: i64, text: &str) -> ShownMessage {
        self.try_says(text, Vec::new(), Some(message_id)).expect("a phone sends no empty message")
    }

    /// Sends a text; `None` if nothing of it is left after cleaning.
    pub fn try_says(&self, text: &str, entities: Vec<Entity>, reply_to: Option<i64>) -> Option<ShownMessage> {
        self.telegram.with(|world| world.say(self.id, self.chat, text, entities, reply_to))
    }

    /// Presses START at `t.me/<bot>?start=<payload>`; "" is a start without one. In a group that is `startgroup`: the bot
    /// is brought in.
    #[track_caller]
    pub fn follows_link(&self, payload: &str) -> ShownMessage {
        if self.chat == self.id {
            return self.says(format!("/start {payload}").trim());
        }
        assert!(self.makes_bot(Standing::Member), "only who is in a group brings others in");
        let name = self.telegram.with(|world| world.state.bot.user.username.clone()).unwrap_or_default();
        self.says(format!("/start@{name} {payload}").trim())
    }

    /// Makes a group (`group`, `supergroup` or `channel`) and opens it.
    #[track_caller]
    pub fn makes_group(&self, kind: &str, title: &str) -> Person {
        let id = self.telegram.with(|world| world.make_group(self.id, kind, title));
        self.at(id.expect("a kind of group"))
    }

    /// Makes somebody something in the open group; `false`: it is not theirs to decide.
    pub fn makes(&self, who: &Person, standing: Standing) -> bool {
        self.telegram.with(|world| world.stand(self.chat, self.id, who.id, standing))
    }

    /// The same for the bot.
    pub fn makes_bot(&self, standing: Standing) -> bool {
        self.telegram.with(|world| {
            let bot = world.state.bot.user.id;
            // Already there: nothing to do.
            let in_already = world.bot_in(self.chat).is_some_and(Standing::is_in);
            (in_already && standing == Standing::Member && world.bot_in(self.chat) != Some(Standing::Muted))
                || world.stand(self.chat, self.id, bot, standing)
        })
    }

    /// The open group becomes a supergroup, which is opened.
    #[track_caller]
    pub fn upgrades(&self) -> Person {
        let id = self.telegram.with(|world| world.upgrade(self.chat, self.id));
        self.at(id.expect("a basic group"))
    }

    /// Gives the open group another title.
    pub fn retitles(&self, title: &str) -> bool {
        self.telegram.with(|world| world.retitle(self.chat, self.id, title))
    }

    /// Presses the button with this text on the newest message that has it, or on the reply keyboard.
    #[track_caller]
    pub fn presses(&self, button: &str) -> Press {
        self.try_presses(None, button).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Presses a button on a certain message.
    #[track_caller]
    pub fn presses_on(&self, message_id: i64, button: &str) -> Press {
        self.try_presses(Some(message_id), button).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Presses a button, or says that there is none.
    pub fn try_presses(&self, message_id: Option<i64>, button: &str) -> Result<Press, String> {
        let found = self.telegram.with(|world| {
            let chat = world.chat(self.chat)?;
            let bearing = match message_id {
                Some(id) => chat.message(id),
                None => chat.bearing(button),
            };
            let found = bearing.and_then(|message| {
                let shown = message.buttons().find(|shown| shown.text == button)?;
                Some((message.message_id, shown.clone()))
            });
            let typed =
                message_id.is_none() && transcript::reply_buttons(chat).iter().any(|text| text == button);
            Some((found, typed))
        });
        match found {
            Some((Some((id, shown)), _)) => {
                let query = shown
                    .callback_data
                    .and_then(|data| self.telegram.with(|world| world.press(self.id, self.chat, id, &data)));
                Ok(Press { telegram: self.telegram.clone(), query, url: shown.url })
            }
            Some((None, true)) => {
                self.says(button);
                Ok(Press { telegram: self.telegram.clone(), query: None, url: None })
            }
            _ => Err(format!("There is no button [{button}] on this phone:\n{}", self.transcript())),
        }
    }

    /// What only a forged phone can do: any data, on a message that may have no such button or not exist at all.
    pub fn presses_data(&self, message_id: i64, data: &str) -> Press {
        let query = self.telegram.with(|world| world.press(self.id, self.chat, message_id, data));
        Press { telegram: self.telegram.clone(), query, url: None }
    }

    /// Sends a file. The name may be empty.
    pub fn attaches(
        &self,
        kind: FileKind,
        bytes: impl Into<Bytes>,
        name: &str,
        caption: &str,
    ) -> ShownMessage {
        self.try_attaches(kind, bytes.into(), name, None, caption).expect("files can be kept")
    }

    /// Sends a file, or says what is wrong with it.
    pub fn try_attaches(
        &self,
        kind: FileKind,
        bytes: Bytes,
        name: &str,
        mime: Option<String>,
        caption: &str,
    ) -> Result<ShownMessage, String> {
        self.try_attaches_one(kind, bytes, name, mime, caption, None)
    }

    /// Sends photos together, with a caption below the first. The bot gets them one by one.
    pub fn attaches_album(&self, photos: &[Bytes], caption: &str) -> Vec<ShownMessage> {
        let captioned: Vec<_> = photos
            .iter()
            .enumerate()
            .map(|(at, photo)| (photo.clone(), if at == 0 { caption } else { "" }))
            .collect();
        self.attaches_captioned(&captioned)
    }

    /// The same, each with a caption of its own.
    pub fn attaches_captioned(&self, photos: &[(Bytes, &str)]) -> Vec<ShownMessage> {
        self.try_attaches_album(photos).expect("photos can be kept")
    }

    /// The same, or what is wrong with one of them; those before it are sent.
    pub fn try_attaches_album(&self, photos: &[(Bytes, &str)]) -> Result<Vec<ShownMessage>, String> {
        let album = self.telegram.with(|world| letters(&mut world.rng, 17));
        let sent = photos.iter().map(|(photo, caption)| {
            self.try_attaches_one(FileKind::Photo, photo.clone(), "", None, caption, Some(album.clone()))
        });
        sent.collect()
    }

    fn try_attaches_one(
        &self,
        kind: FileKind,
        bytes: Bytes,
        name: &str,
        mime: Option<String>,
        caption: &str,
        album: Option<String>,
    ) -> Result<ShownMessage, String> {
        let name = Some(name.to_owned()).filter(|_| kind != FileKind::Photo && kind != FileKind::Voice);
        let mime = mime.or_else(|| (kind == FileKind::Voice).then(|| "audio/ogg".to_owned()));
        let upload = self.telegram.blobs().keep(bytes, name, mime).map_err(|error| format!("{error:#}"))?;
        if kind == FileKind::Photo && upload.picture.is_none() {
            return Err("This is no picture that Telegram knows: send it as a document".to_owned());
        }
        let sent =
            self.telegram.with(|world| world.attach(self.id, self.chat, kind, &upload, caption, album));
        sent.ok_or_else(|| "A caption is up to 1024 characters".to_owned())
    }

    /// Sends a point on the map, in degrees.
    #[track_caller]
    pub fn sends_location(&self, latitude: f64, longitude: f64) -> ShownMessage {
        self.sends_place(latitude, longitude, None)
    }

    /// The same; with what the place is called and its address, if that is known.
    #[track_caller]
    pub fn sends_place(&self, latitude: f64, longitude: f64, called: Option<(&str, &str)>) -> ShownMessage {
        let sent = self.telegram.with(|world| world.place(self.id, self.chat, latitude, longitude, called));
        sent.unwrap_or_else(|| panic!("Nobody has the id {}", self.id))
    }

    /// Changes a text or caption of the person's own; the bot hears of it.
    #[track_caller]
    pub fn edits(&self, message_id: i64, text: &str) -> ShownMessage {
        let edited = self.try_edits(message_id, text);
        edited.unwrap_or_else(|| {
            panic!("Message {message_id} is not {}'s own:\n{}", self.id, self.transcript())
        })
    }

    /// The same; `None` if it is not their own.
    pub fn try_edits(&self, message_id: i64, text: &str) -> Option<ShownMessage> {
        self.telegram.with(|world| world.edit_own(self.id, self.chat, message_id, text))
    }

    /// Takes a message away for both sides; bots do not hear of that.
    pub fn deletes(&self, message_id: i64) -> bool {
        self.telegram.with(|world| world.remove(self.chat, message_id))
    }

    /// Blocks the bot.
    pub fn blocks(&self) {
        self.telegram.with(|world| world.set_blocked(self.id, true));
    }

    /// Lets the bot write again.
    pub fn unblocks(&self) {
        self.telegram.with(|world| world.set_blocked(self.id, false));
    }

    /// Every message in the chat, oldest first.
    pub fn messages(&self) -> Vec<ShownMessage> {
        self.telegram
            .with(|world| world.chat(self.chat).map(|chat| chat.iter().cloned().collect()))
            .unwrap_or_default()
    }

    /// The newest message of all.
    pub fn newest(&self) -> Option<ShownMessage> {
        self.telegram.with(|world| world.chat(self.chat).and_then(|chat| chat.newest().cloned()))
    }

    /// The newest message with its buttons, as text.
    pub fn screen(&self) -> String {
        self.telegram.with(|world| transcript::of(world, self.chat, 1))
    }

    /// The whole chat as text.
    pub fn transcript(&self) -> String {
        self.telegram.with(|world| transcript::of(world, self.chat, usize::MAX))
    }

    /// The toasts and alerts this person has seen, since the program runs.
    pub fn toasts(&self) -> Vec<String> {
        self.telegram
            .with(|world| world.journal().toasts.get(&self.id).into_iter().flatten().cloned().collect())
    }

    /// What the commands menu shows.
    pub fn bot_commands(&self) -> Vec<BotCommand> {
        let user = self.user();
        self.telegram
            .with(|world| world.state.commands.shown(self.chat, user.language_code.as_deref()).to_vec())
    }
}

impl Press {
    /// Waits for the bot's answer. An error: none came, and the button still shows its progress bar.
    pub async fn answer(self) -> Result<Toast, String> {
        self.answer_within(PATIENCE).await
    }

    /// The same with a patience of one's own.
    pub async fn answer_within(self, patience: Duration) -> Result<Toast, String> {
        if let Some(query) = &self.query {
            let answered =
                |world: &World| world.state.queries.get(query).is_none_or(|query| query.answer.is_some());
            self.telegram.wait("the answer to a pressed button", patience, answered).await?;
        }
        Ok(self.answered().unwrap_or_default())
    }

    /// The bot's answer, if it came. A button that only opens a link, or types its text, is answered by the phone.
    pub fn answered(&self) -> Option<Toast> {
        match &self.query {
            Some(query) => self
                .telegram
                .with(|world| world.state.queries.get(query).and_then(|query| query.answer.clone())),
            None => Some(Toast { url: self.url.clone(), ..Toast::default() }),
        }
    }

    /// The query's id, if the button made one.
    pub fn query_id(&self) -> Option<&str> {
        self.query.as_deref()
    }
}
