//! The leanest Telegram that can be written: it hands out taps, takes answers, and notes how long each took.

use std::collections::{HashMap, VecDeque};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use tokio::net::TcpListener;
use tokio::sync::Notify;

const TOKEN: &str = "1234567890:benchmark-benchmark-benchmark";

/// The server; cloned freely.
#[derive(Clone)]
pub struct Telegram {
    shared: Arc<Shared>,
    url: String,
}

#[derive(Default)]
struct Shared {
    state: Mutex<Inner>,
    /// Something was queued, answered or asked.
    changed: Notify,
}

#[derive(Default)]
struct Inner {
    /// Waiting and handed-out updates, by id.
    queue: VecDeque<(i64, String)>,
    next_update: i64,
    taps: HashMap<i64, Instant>,
    answered: usize,
    latencies: Vec<f64>,
    sent: usize,
    polls: usize,
    /// The buttons of the ballot that each person sees; what they say is sealed.
    ballots: HashMap<i64, Vec<String>>,
}

impl Telegram {
    /// Starts it on a free port.
    pub async fn start() -> Self {
        let shared = Arc::new(Shared::default());
        shared.state().next_update = 1;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let router =
            Router::new().route("/{token}/{method}", axum::routing::post(call)).with_state(shared.clone());
        tokio::spawn(async move {
            use axum::serve::ListenerExt;
            let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
            axum::serve(listener, router).await
        });
        Self { shared, url }
    }

    pub fn token(&self) -> &'static str {
        TOKEN
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// Somebody presses a button on their card.
    pub fn tap(&self, person: usize, data: &str) {
        let person = person + 1;
        let mut state = self.shared.state();
        let id = state.next_update;
        state.next_update += 1;
        let update = format!(
            r#"{{"update_id":{id},"callback_query":{{"id":"{id}","from":{{"id":{person},"is_bot":false,"first_name":"Учасниця","language_code":"uk"}},"message":{{"message_id":{person},"date":1700000000,"chat":{{"id":{person},"type":"private","first_name":"Учасниця"}},"text":"Картка"}},"chat_instance":"1","data":"{data}"}}}}"#
        );
        state.taps.insert(id, Instant::now());
        state.queue.push_back((id, update));
        drop(state);
        self.shared.changed.notify_waiters();
    }

    /// Somebody says something.
    pub fn say(&self, person: usize, text: &str) {
        let person = person + 1;
        let entities = if text.starts_with('/') {
            format!(r#","entities":[{{"type":"bot_command","offset":0,"length":{}}}]"#, text.len())
        } else {
            String::new()
        };
        let mut state = self.shared.state();
        let id = state.next_update;
        state.next_update += 1;
        let update = format!(
            r#"{{"update_id":{id},"message":{{"message_id":{id},"from":{{"id":{person},"is_bot":false,"first_name":"Оксана"}},"date":1700000000,"chat":{{"id":{person},"type":"private","first_name":"Оксана"}},"text":"{text}"{entities}}}}}"#
        );
        state.queue.push_back((id, update));
        drop(state);
        self.shared.changed.notify_waiters();
    }

    /// The organizer announces something to everyone within reach.
    pub async fn announce(&self) {
        self.say(0, "/announce");
        self.say(0, "Сесія за тиждень");
        self.tap(0, "au.-");
        self.tap(0, "n");
        self.drained().await;
    }

    /// The organizer opens a vote, and so many people within reach hear of it.
    pub async fn open_vote(&self, reach: usize) {
        let before = self.sent();
        self.say(0, "/newvote");
        self.say(0, "Пріоритети");
        self.say(0, r"Дороги\nШколи\nВода\nРобота");
        self.tap(0, "n");
        self.drained().await;
        self.until(|state| state.sent >= before + reach).await;
    }

    /// Everyone takes their ballot.
    pub async fn open_ballots(&self, people: usize, vote: i64) {
        (0..people).for_each(|person| self.tap(person, &format!("vb.{vote}")));
        self.drained().await;
        self.until(|state| state.ballots.len() >= people).await;
    }

    /// Somebody presses an option on their ballot.
    pub fn mark(&self, person: usize, option: usize) {
        let data = self
            .shared
            .state()
            .ballots
            .get(&(person as i64 + 1))
            .and_then(|ballot| ballot.get(option))
            .cloned();
        self.tap(person, &data.expect("the ballot is open"));
    }

    /// How many taps were answered since last asked; waits for one.
    pub async fn answered(&self) -> usize {
        loop {
            let changed = self.shared.changed.notified();
            let answered = std::mem::take(&mut self.shared.state().answered);
            if answered > 0 {
                return answered;
            }
            let _ = tokio::time::timeout(Duration::from_millis(100), changed).await;
            if self.shared.state().taps.is_empty() {
                return 0;
            }
        }
    }

    /// Waits until every tap is answered.
    pub async fn drained(&self) {
        self.until(|state| state.taps.is_empty()).await;
        self.shared.state().answered = 0;
    }

    /// Waits until the bot has asked for updates.
    pub async fn polled(&self) {
        self.until(|state| state.polls > 0).await;
    }

    pub fn forget_polls(&self) {
        self.shared.state().polls = 0;
    }

    pub fn forget_latencies(&self) {
        self.shared.state().latencies.clear();
    }

    /// Milliseconds from each tap to its answer.
    pub fn latencies(&self) -> Vec<f64> {
        std::mem::take(&mut self.shared.state().latencies)
    }

    /// How many new messages were sent so far.
    pub fn sent(&self) -> usize {
        self.shared.state().sent
    }

    async fn until(&self, there: impl Fn(&Inner) -> bool) {
        loop {
            let changed = self.shared.changed.notified();
            if there(&self.shared.state()) {
                return;
            }
            let _ = tokio::time::timeout(Duration::from_millis(100), changed).await;
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, Inner> {
        self.state.lock().expect("nothing panics under the lock")
    }
}

/// The methods that the bot calls.
async fn call(
    State(shared): State<Arc<Shared>>,
    Path((_, method)): Path<(String, String)>,
    body: Bytes,
) -> impl IntoResponse {
    let answer = match method.to_lowercase().as_str() {
        "getupdates" => updates(&shared, &body).await,
        "answercallbackquery" => answer_tap(&shared, &body),
        "getme" => r#"{"ok":true,"result":{"id":1234567890,"is_bot":true,"first_name":"Мережа","username":"merezha_bot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false,"has_main_web_app":false,"can_connect_to_business":false}}"#.into(),
        "sendmessage" => {
            shared.state().sent += 1;
            MESSAGE.into()
        }
        "editmessagetext" => {
            note_ballot(&shared, &body);
            MESSAGE.into()
        }
        _ => r#"{"ok":true,"result":true}"#.into(),
    };
    ([(CONTENT_TYPE, "application/json")], answer)
}

const MESSAGE: &str = r#"{"ok":true,"result":{"message_id":7,"from":{"id":1234567890,"is_bot":true,"first_name":"Мережа","username":"merezha_bot"},"date":1700000000,"chat":{"id":1,"type":"private","first_name":"Учасниця"},"text":"Картка"}}"#;

#[derive(serde::Deserialize)]
struct GetUpdates {
    offset: Option<i64>,
}

async fn updates(shared: &Shared, body: &[u8]) -> String {
    let offset =
        serde_json::from_slice::<GetUpdates>(body).ok().and_then(|request| request.offset).unwrap_or(0);
    let end = Instant::now() + Duration::from_secs(20);
    shared.state().polls += 1;
    shared.changed.notify_waiters();
    loop {
        let changed = shared.changed.notified();
        {
            let mut state = shared.state();
            while state.queue.front().is_some_and(|(id, _)| *id < offset) {
                state.queue.pop_front();
            }
            if !state.queue.is_empty() || Instant::now() > end {
                let mut answer = String::from(r#"{"ok":true,"result":["#);
                for (at, (_, update)) in state.queue.iter().take(100).enumerate() {
                    let comma = if at > 0 { "," } else { "" };
                    let _ = write!(answer, "{comma}{update}");
                }
                answer.push_str("]}");
                return answer;
            }
        }
        let _ = tokio::time::timeout(Duration::from_secs(1), changed).await;
    }
}

#[derive(serde::Deserialize)]
struct AnswerCallbackQuery {
    callback_query_id: String,
}

fn answer_tap(shared: &Shared, body: &[u8]) -> String {
    let id = serde_json::from_slice::<AnswerCallbackQuery>(body)
        .ok()
        .and_then(|answer| answer.callback_query_id.parse().ok());
    let mut state = shared.state();
    if let Some(tapped) = id.and_then(|id: i64| state.taps.remove(&id)) {
        state.latencies.push(tapped.elapsed().as_secs_f64() * 1e3);
        state.answered += 1;
    }
    drop(state);
    shared.changed.notify_waiters();
    r#"{"ok":true,"result":true}"#.into()
}

#[derive(serde::Deserialize)]
struct EditMessageText {
    chat_id: i64,
}

/// Notes the buttons of a ballot. Only ballots are looked into: what a person's phone does is not to be measured.
fn note_ballot(shared: &Shared, body: &[u8]) {
    let Ok(text) = std::str::from_utf8(body) else { return };
    let parts = text.split(r#""callback_data":"b."#).skip(1);
    let buttons: Vec<String> =
        parts.filter_map(|part| Some(format!("b.{}", part.split_once('"')?.0))).collect();
    if buttons.is_empty() {
        return;
    }
    let edit: EditMessageText = serde_json::from_slice(body).expect("an edit");
    shared.state().ballots.insert(edit.chat_id, buttons);
    shared.changed.notify_waiters();
}

/// The value that so many percent do not exceed.
pub fn percentile(values: &[f64], percent: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (percent / 100.0 * sorted.len() as f64).ceil() as usize;
    sorted.get(at.saturating_sub(1)).copied().unwrap_or(0.0)
}
