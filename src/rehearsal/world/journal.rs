//! What the bot asked and was answered, and the faults that tests have in store for it.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};

/// Requests and refusals kept.
const KEPT: usize = 1_000;

/// One call of the bot.
#[derive(Clone, Debug, Serialize)]
pub struct Request {
    /// Seconds since 1970.
    pub at: i64,
    pub method: String,
    pub params: Arc<Map<String, Value>>,
    pub ok: bool,
    /// Why not, in Telegram's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// A mistake of the bot: a refusal that neither floods nor blocking explain, or a request that does not fit the API.
#[derive(Clone, Debug, Serialize)]
pub struct Refusal {
    pub method: String,
    pub params: Arc<Map<String, Value>>,
    pub code: u16,
    pub description: String,
}

/// What goes wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// 429 with this many seconds.
    TooManyRequests(u64),
    /// 500 as from a restarting server.
    ServerError,
    /// The answer comes late; the effect too.
    Delay(Duration),
    /// The connection breaks before anything happened.
    DropBefore,
    /// It happens, but the bot never hears of it.
    DropAfter,
}

/// A trouble for the next requests that match.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The method; `None` is any but `getUpdates`.
    pub method: Option<String>,
    /// The chat; `None` is any.
    pub chat: Option<i64>,
    /// How many requests it meets.
    pub times: usize,
    pub trouble: Trouble,
}

/// The newest calls, counts of all, and faults to come.
#[derive(Debug, Default)]
pub struct Journal {
    pub requests: VecDeque<Request>,
    pub refusals: VecDeque<Refusal>,
    pub counts: BTreeMap<&'static str, u64>,
    pub faults: Vec<Fault>,
    /// The newest toasts and alerts a person has seen.
    pub toasts: BTreeMap<i64, VecDeque<String>>,
}

impl Journal {
    /// Notes a call.
    pub fn note(&mut self, request: Request) {
        push(&mut self.requests, request);
    }

    /// Notes a mistake.
    pub fn refuse(&mut self, refusal: Refusal) {
        push(&mut self.refusals, refusal);
    }

    /// Notes what flashed up on a phone.
    pub fn show(&mut self, person: i64, text: &str) {
        push(self.toasts.entry(person).or_default(), text.to_owned());
    }

    /// The trouble that meets this call, used up once.
    pub fn trouble(&mut self, method: &str, chat: Option<i64>) -> Option<Trouble> {
        if self.faults.is_empty() {
            return None;
        }
        let meets = |fault: &Fault| {
            let named = fault
                .method
                .as_ref()
                .map_or(method != "getUpdates", |name| name.eq_ignore_ascii_case(method));
            named && (fault.chat.is_none() || fault.chat == chat)
        };
        let place = self.faults.iter().position(meets)?;
        let trouble = self.faults[place].trouble.clone();
        self.faults[place].times = self.faults[place].times.saturating_sub(1);
        if self.faults[place].times == 0 {
            self.faults.remove(place);
        }
        Some(trouble)
    }
}

fn push<T>(ring: &mut VecDeque<T>, item: T) {
    if ring.len() == KEPT {
        ring.pop_front();
    }
    ring.push_back(item);
}
