//! The handle everybody holds: the world behind a lock, and the signals that it changed.

use axum::body::Bytes;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::futures::Notified;
use tokio::sync::{Notify, broadcast, watch};

use super::person::Person;
use super::store::Blobs;
use super::world::{Fault, Happened, NewPerson, Refusal, Request, Trouble, World};

/// The emulated Telegram. Clones are cheap and mean the same one.
#[derive(Clone)]
pub struct Telegram(Arc<Shared>);

struct Shared {
    world: Mutex<World>,
    /// Taken out of the world: it never changes, and every request compares it.
    token: String,
    blobs: Arc<Blobs>,
    /// Counts changes, for those who wait.
    changed: watch::Sender<u64>,
    updates: Notify,
    happened: broadcast::Sender<Happened>,
    stopping: watch::Sender<bool>,
}

impl Telegram {
    /// Around a world.
    pub(super) fn new(world: World, blobs: Arc<Blobs>) -> Telegram {
        Telegram(Arc::new(Shared {
            token: world.state.bot.token.clone(),
            world: Mutex::new(world),
            blobs,
            changed: watch::Sender::new(0),
            updates: Notify::new(),
            happened: broadcast::Sender::new(4_096),
            stopping: watch::Sender::new(false),
        }))
    }

    /// Looks at the world or changes it; whoever waits for what changed is woken afterwards.
    pub fn with<R>(&self, act: impl FnOnce(&mut World) -> R) -> R {
        // A panic of somebody else's under the lock is no reason to stop: every change is small and leaves things whole.
        let mut world = self.0.world.lock().unwrap_or_else(PoisonError::into_inner);
        let next = world.updates().next_id();
        let result = act(&mut world);
        let happened = std::mem::take(&mut world.happened);
        let more = world.updates().next_id() != next;
        drop(world);
        if more {
            self.0.updates.notify_waiters();
        }
        if !happened.is_empty() {
            self.0.changed.send_modify(|count| *count += 1);
            for what in happened.into_iter().filter(|what| *what != Happened::Quiet) {
                // Nobody listening is fine.
                drop(self.0.happened.send(what));
            }
        }
        result
    }

    /// A new person joins Telegram; their id is 1001 or above.
    pub fn person(&self, new: NewPerson) -> Person {
        let id = self.with(|world| world.join(new));
        Person::new(self.clone(), id)
    }

    /// Everybody, in the order they came.
    pub fn people(&self) -> Vec<Person> {
        let ids: Vec<i64> = self.with(|world| world.state.profiles.keys().copied().collect());
        ids.into_iter().map(|id| Person::new(self.clone(), id)).collect()
    }

    /// Somebody by id.
    pub fn find(&self, id: i64) -> Option<Person> {
        self.with(|world| world.profile(id).is_some()).then(|| Person::new(self.clone(), id))
    }

    /// What a file holds, as whoever got it can save it.
    pub async fn file(&self, file_id: &str) -> Option<Bytes> {
        let file = self.with(|world| world.state.files.get(file_id))?;
        self.0.blobs.read(&file.blob).await
    }

    /// Waits until every update there is by now was confirmed by `getUpdates` with a higher offset.
    pub async fn all_confirmed(&self) {
        let target = self.with(|world| world.updates().next_id());
        self.until(|world| world.updates().confirmed_below() >= target).await;
    }

    /// Waits until the world is as wanted. If it does not come to that in time, the error holds every chat. `wanted`
    /// runs under the lock: it looks at the world it is given and asks nobody else.
    pub async fn wait(
        &self,
        what: &str,
        timeout: Duration,
        wanted: impl Fn(&World) -> bool,
    ) -> Result<(), String> {
        if tokio::time::timeout(timeout, self.until(wanted)).await.is_ok() {
            return Ok(());
        }
        let chats: Vec<String> = self.people().iter().map(|person| person.transcript()).collect();
        Err(format!("Waited {timeout:?} in vain for: {what}\n\n{}", chats.join("\n\n")))
    }

    async fn until(&self, wanted: impl Fn(&World) -> bool) {
        let mut changes = self.0.changed.subscribe();
        while !self.with(|world| wanted(world)) {
            if changes.changed().await.is_err() {
                return;
            }
        }
    }

    /// Moves the rehearsal's clock ahead: waiting updates and presses expire, messages grow old.
    pub fn forward(&self, by: Duration) {
        self.with(|world| world.forward(by));
    }

    /// The newest calls of the bot, oldest first. Successful `getUpdates` are left out.
    pub fn requests(&self) -> Vec<Request> {
        self.with(|world| world.journal().requests.iter().cloned().collect())
    }

    /// How often a method was called so far, by its proper name.
    pub fn count(&self, method: &str) -> u64 {
        self.with(|world| world.journal().counts.get(method).copied().unwrap_or_default())
    }

    /// Mistakes of the bot: refusals other than 403 and 429, and requests that do not fit the Bot API.
    pub fn refusals(&self) -> Vec<Refusal> {
        self.with(|world| world.journal().refusals.iter().cloned().collect())
    }

    /// The next `times` calls of `method` (in this chat, if one is named) meet this trouble. `*` is any method but
    /// `getUpdates`.
    pub fn fault(&self, method: &str, chat: Option<i64>, times: usize, trouble: Trouble) {
        let method = (method != "*").then(|| method.to_owned());
        self.with(|world| world.journal.faults.push(Fault { method, chat, times, trouble }));
    }

    /// Takes back all troubles that have not happened yet.
    pub fn no_more_faults(&self) {
        self.with(|world| world.journal.faults.clear());
    }

    pub(super) fn token(&self) -> &str {
        &self.0.token
    }

    pub(super) fn blobs(&self) -> &Arc<Blobs> {
        &self.0.blobs
    }

    pub(super) fn updates_changed(&self) -> Notified<'_> {
        self.0.updates.notified()
    }

    pub(super) fn wake_pollers(&self) {
        self.0.updates.notify_waiters();
    }

    pub(super) fn changes(&self) -> watch::Receiver<u64> {
        self.0.changed.subscribe()
    }

    pub(super) fn events(&self) -> broadcast::Receiver<Happened> {
        self.0.happened.subscribe()
    }

    pub(super) fn stop(&self) {
        self.0.stopping.send_replace(true);
        self.wake_pollers();
    }

    pub(super) fn is_stopping(&self) -> bool {
        *self.0.stopping.borrow()
    }

    /// Resolves when the server is told to stop.
    pub(super) fn stopped(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut stopping = self.0.stopping.subscribe();
        async move {
            // An error means the handle itself is gone: that is a stop too.
            drop(stopping.wait_for(|stopping| *stopping).await);
        }
    }
}
