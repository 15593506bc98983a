//! The state of the emulated Telegram: people, chats, groups, messages, updates, files. It knows no HTTP.
//!
//! `State` is what is kept in a file; clones of it are cheap, because everything big in it is shared.

mod chat;
mod clock;
mod commands;
mod files;
mod groups;
mod journal;
mod media;
mod message;
mod people;
mod queries;
mod updates;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use chat::Chat;
pub use clock::Clock;
pub use commands::{BotCommand, Commands, Scope};
pub use files::{File, FileKind, Files, Upload, letters};
pub use groups::{Group, Standing, member};
pub use journal::{Fault, Journal, Refusal, Request, Trouble};
pub use message::{Attachment, Button, ChatHead, InlineKeyboard, Message, PhotoSize, User};
pub use people::{NewPerson, Profile};
pub use queries::{Queries, Query, Toast};
pub use updates::Updates;

use super::limits::{Flood, Limits};

/// Messages and edits wait this long for the bot, counted from their date.
pub const MESSAGE_LIFE: i64 = 86_400;
/// A tap waits this long.
pub const TAP_LIFE: i64 = 150;

/// The bot's own account.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BotAccount {
    pub user: Arc<User>,
    pub token: String,
    /// Name, description and short description by language; "" is for everyone else.
    pub names: BTreeMap<String, String>,
    pub descriptions: BTreeMap<String, String>,
    pub short_descriptions: BTreeMap<String, String>,
    /// Menu buttons by chat; 0 is for every other chat.
    pub menu_buttons: BTreeMap<i64, Value>,
}

/// Everything that outlives a restart.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct State {
    pub bot: BotAccount,
    pub profiles: BTreeMap<i64, Arc<Profile>>,
    pub chats: BTreeMap<i64, Arc<Chat>>,
    pub updates: Updates,
    pub files: Files,
    pub commands: Commands,
    pub queries: Queries,
    pub clock: Clock,
    pub next_message: i64,
    pub next_person: i64,
}

/// What happened, for whoever watches.
#[derive(Clone, Debug, PartialEq)]
pub enum Happened {
    /// A person's phone shows something else.
    Phone(i64),
    /// Somebody came, or changed their name.
    People,
    /// The clock was moved.
    Clock,
    /// A small notice on a phone.
    Toast { person: i64, text: String, alert: bool },
    /// Nothing to see, but the state is another one.
    Quiet,
}

/// The state and what is known of the running program only.
pub struct World {
    pub state: State,
    pub journal: Journal,
    pub flood: Flood,
    pub rng: StdRng,
    /// Whose turn it is to wait for updates: an earlier one ends with a conflict.
    pub poller: u64,
    /// Messages kept in one chat; older ones are forgotten.
    pub keep_messages: Option<usize>,
    pub(super) happened: Vec<Happened>,
    pub(super) typing_until: BTreeMap<i64, i64>,
}

impl State {
    /// A Telegram in which there is one bot and nobody else.
    pub fn new() -> State {
        let mut rng = StdRng::from_os_rng();
        let id: i64 = rng.random_range(6_000_000_000..8_000_000_000);
        let user = User {
            id,
            is_bot: true,
            first_name: "Rehearsal".to_owned(),
            username: Some("rehearsal_bot".to_owned()),
            ..User::default()
        };
        State {
            bot: BotAccount {
                user: Arc::new(user),
                token: format!("{id}:AA{}", letters(&mut rng, 33)),
                names: BTreeMap::new(),
                descriptions: BTreeMap::new(),
                short_descriptions: BTreeMap::new(),
                menu_buttons: BTreeMap::new(),
            },
            profiles: BTreeMap::new(),
            chats: BTreeMap::new(),
            updates: Updates::starting_at(rng.random_range(2_000_000..1_000_000_000)),
            files: Files::default(),
            commands: Commands::default(),
            queries: Queries::default(),
            clock: Clock::default(),
            next_message: 1,
            next_person: 1001,
        }
    }

    /// After a crash the file may be behind what the bot has seen. Ids must never be given twice, so a stretch is left out.
    pub fn skip_ids(&mut self) {
        const STRETCH: i64 = 100_000;
        self.next_message += STRETCH;
        self.updates.skip_ids(STRETCH);
    }
}

impl Default for State {
    fn default() -> State {
        State::new()
    }
}

impl World {
    /// Wakes a state up.
    pub fn new(state: State, limits: Limits, keep_messages: Option<usize>) -> World {
        World {
            state,
            journal: Journal::default(),
            flood: Flood::new(limits),
            rng: StdRng::from_os_rng(),
            poller: 0,
            keep_messages,
            happened: Vec::new(),
            typing_until: BTreeMap::new(),
        }
    }

    /// Telegram's time in seconds.
    pub fn now(&self) -> i64 {
        self.state.clock.seconds()
    }

    /// Moves the clock ahead: updates and queries expire.
    pub fn forward(&mut self, by: Duration) {
        self.state.clock.forward(by);
        let now = self.now();
        self.state.updates.expire(now);
        self.tell(Happened::Clock);
    }

    /// The queue of updates.
    pub fn updates(&self) -> &Updates {
        &self.state.updates
    }

    /// What the bot asked and was answered.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// A chat, if the person ever wrote to the bot.
    pub fn chat(&self, id: i64) -> Option<&Chat> {
        self.state.chats.get(&id).map(Arc::as_ref)
    }

    /// A chat to change. The first change after a save copies its list (of shared messages).
    pub fn chat_mut(&mut self, id: i64) -> Option<&mut Chat> {
        self.state.chats.get_mut(&id).map(Arc::make_mut)
    }

    pub(super) fn tell(&mut self, what: Happened) {
        self.happened.push(what);
    }

    /// Every phone shows something else.
    pub(super) fn tell_everyone(&mut self) {
        let phones = self.state.profiles.keys().map(|id| Happened::Phone(*id));
        self.happened.push(Happened::People);
        self.happened.extend(phones);
    }

    /// Hands a person's doing to the bot, if it wants that kind.
    pub(super) fn update(&mut self, kind: &str, body: &impl Serialize, expires: i64) {
        let body = serde_json::to_string(body).expect("our own types always serialise");
        self.state.updates.push(kind, &body, expires);
    }
}
