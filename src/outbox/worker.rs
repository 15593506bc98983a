//! Sends what is owed: in order per chat, at the pace Telegram allows, the most urgent first.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use teloxide::Bot;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::MissedTickBehavior;

use super::pace::{Held, Pace};
use super::store::{self, Owed};
use super::telegram::{self, Refusal};
use crate::clock::Clock;
use crate::db::Db;
use crate::ids::{MessageNo, TelegramId};
use crate::panics::caught;
use crate::people;
use crate::stop::Stop;
use crate::ui::view::View;

/// How many messages are under way at once: enough for the pace at a slow Telegram, few enough to repeat after a crash.
const UNDER_WAY: usize = 8;
/// How many due messages are looked at together.
const BATCH: i64 = 64;
/// The outbox is looked through at most this often: every update wakes it, and most owe nothing to anybody.
const LOOK: Duration = Duration::from_millis(10);
/// A message that failed so often is given up. The pauses between add up to about twenty minutes.
const TRIES: i64 = 10;

/// The worker and what it needs.
#[derive(Debug)]
pub struct Outbox {
    db: Db,
    bot: Bot,
    pace: Arc<Pace>,
    clock: Clock,
    wake: Notify,
    /// Sent and not yet written down, or under way.
    unsettled: AtomicUsize,
}

type Outcome = (Owed, Result<MessageNo, Refusal>);

/// Chats that get nothing at present: each gets its messages in order, so while one is under way or has to wait, so do
/// those behind it. Chats do not wait for one another.
#[derive(Default)]
struct Chats {
    /// A message is under way to these.
    taken: HashSet<TelegramId>,
    /// These rest until then: they have had enough for now, or the last try failed.
    resting: HashMap<TelegramId, Instant>,
}

impl Chats {
    fn is_closed(&self, chat: TelegramId) -> bool {
        self.taken.contains(&chat) || self.resting.contains_key(&chat)
    }

    /// All of them, as a JSON array.
    fn closed(&self) -> Result<String> {
        let chats: Vec<i64> = self.taken.iter().chain(self.resting.keys()).map(|chat| chat.0).collect();
        serde_json::to_string(&chats).context("List closed chats")
    }

    fn rest(&mut self, chat: TelegramId, until: Instant) {
        self.resting.insert(chat, until);
    }

    /// Those that have rested long enough are open again.
    fn wake(&mut self, now: Instant) {
        self.resting.retain(|_, until| *until > now);
    }
}

/// What came of looking for something to send.
enum Next {
    /// Everything due is under way; look again when something ends or is added, or then.
    Wait(Option<Duration>),
    /// Look again at once.
    Again,
}

impl Outbox {
    /// An outbox over these tables.
    pub fn new(db: Db, bot: Bot, pace: Arc<Pace>, clock: Clock) -> Self {
        Self { db, bot, pace, clock, wake: Notify::new(), unsettled: AtomicUsize::new(0) }
    }

    /// Says that something was added.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Nothing is owed, other than what is paused, and everything sent is written down.
    pub async fn is_settled(&self) -> Result<bool> {
        let mut conn = self.db.readers().acquire().await.context("Read the outbox")?;
        Ok(!store::owes_anything(&mut conn).await? && self.unsettled.load(Ordering::SeqCst) == 0)
    }

    /// Works until told to stop; then lets what is under way end, for at most `last_words`, and writes it down. What
    /// has not ended by then goes once more after the next start.
    pub async fn run(&self, mut stop: Stop, last_words: Duration) {
        let mut under_way: JoinSet<Outcome> = JoinSet::new();
        let mut chats = Chats::default();
        let mut look = tokio::time::interval(LOOK);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            look.tick().await;
            let next = match self.start_due(&mut under_way, &mut chats).await {
                Ok(next) => next,
                Err(error) => {
                    log::error!("The outbox could not be read: {error:#}");
                    Next::Wait(Some(Duration::from_secs(1)))
                }
            };
            let Next::Wait(at_most) = next else { continue };
            tokio::select! {
                Some(ended) = under_way.join_next() => self.settle(ended, &mut under_way, &mut chats).await,
                () = self.wake.notified() => {}
                () = sleep(at_most) => {}
                () = stop.wait() => break,
            }
        }
        let mut patience = std::pin::pin!(tokio::time::sleep(last_words));
        loop {
            tokio::select! {
                ended = under_way.join_next() => match ended {
                    Some(ended) => self.settle(ended, &mut under_way, &mut chats).await,
                    None => return,
                },
                () = &mut patience => return log::warn!("{} messages were under way", under_way.len()),
            }
        }
    }

    /// Puts as much under way as may go now.
    async fn start_due(&self, under_way: &mut JoinSet<Outcome>, chats: &mut Chats) -> Result<Next> {
        if under_way.len() >= UNDER_WAY {
            return Ok(Next::Wait(None));
        }
        let (now, tick) = (self.clock.now(), self.clock.tick());
        chats.wake(tick);
        let mut conn = self.db.readers().acquire().await.context("Read the outbox")?;
        let due = store::due(&mut conn, now, &chats.closed()?, BATCH).await?;
        let next_due = store::next_due(&mut conn, now).await?;
        drop(conn);
        let full = due.len() == usize::try_from(BATCH).unwrap_or(usize::MAX);
        let mut held = None;
        for owed in due {
            if chats.is_closed(owed.chat) {
                continue;
            }
            match self.pace.take(owed.chat, owed.urgency, tick) {
                Ok(()) => {
                    chats.taken.insert(owed.chat);
                    self.unsettled.fetch_add(1, Ordering::SeqCst);
                    under_way.spawn(send(self.bot.clone(), owed));
                    if under_way.len() >= UNDER_WAY {
                        return Ok(Next::Wait(None));
                    }
                }
                Err(Held::Chat(wait)) => chats.rest(owed.chat, tick + wait),
                Err(Held::All(wait)) => {
                    held = Some(wait);
                    break;
                }
            }
        }
        // All of these chats are closed now, so that looking again shows others.
        if full && held.is_none() {
            return Ok(Next::Again);
        }
        let soonest = chats.resting.values().map(|until| until.duration_since(tick));
        let next_due = next_due.map(|at| now.until(at) + Duration::from_millis(1));
        Ok(Next::Wait(soonest.chain(held).chain(next_due).min()))
    }

    /// Writes down what ended, all of it in one transaction.
    async fn settle(
        &self,
        first: Result<Outcome, tokio::task::JoinError>,
        under_way: &mut JoinSet<Outcome>,
        chats: &mut Chats,
    ) {
        let mut ended = Vec::from_iter(first.ok());
        while let Some(next) = under_way.try_join_next() {
            ended.extend(next.ok());
        }
        while let Err(error) = self.write_down(&ended).await {
            // The messages are sent; forgetting that would send them again.
            log::error!("What was sent could not be written down: {error:#}");
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        let now = self.clock.tick();
        for (owed, outcome) in &ended {
            chats.taken.remove(&owed.chat);
            match outcome {
                Err(Refusal::Rest(span)) => chats.rest(owed.chat, now + *span),
                Err(Refusal::Unreachable) if !is_last_try(owed) => {
                    chats.rest(owed.chat, now + pause_after(owed.attempts));
                }
                _ => {}
            }
        }
        self.unsettled.fetch_sub(ended.len(), Ordering::SeqCst);
    }

    async fn write_down(&self, ended: &[Outcome]) -> Result<()> {
        let now = self.clock.now();
        let mut tx = self.db.write().await?;
        for (owed, outcome) in ended {
            match outcome {
                Ok(no) => store::mark_sent(&mut tx, owed.id, *no, now).await?,
                Err(Refusal::OutOfReach) => {
                    store::mark_lost(&mut tx, owed.id, true, now).await?;
                    people::store::mark_blocked(&mut tx, owed.person, now).await?;
                }
                Err(Refusal::Rest(span)) => self.pace.rest(owed.chat, *span, self.clock.tick()),
                Err(Refusal::CannotEdit) => store::mark_lost(&mut tx, owed.id, false, now).await?,
                Err(Refusal::Refused(reason)) => {
                    log::error!("Telegram refused delivery {}: {reason}", owed.id.0);
                    store::mark_lost(&mut tx, owed.id, false, now).await?;
                }
                Err(Refusal::Unreachable) if is_last_try(owed) => {
                    log::warn!("Delivery {} failed {TRIES} times and is given up", owed.id.0);
                    store::mark_lost(&mut tx, owed.id, false, now).await?;
                }
                Err(Refusal::Unreachable) => store::count_try(&mut tx, owed.id).await?,
            }
        }
        tx.commit().await
    }
}

fn is_last_try(owed: &Owed) -> bool {
    owed.attempts + 1 >= TRIES
}

/// 1, 2, 4 … seconds, at most five minutes.
fn pause_after(attempts: i64) -> Duration {
    Duration::from_secs(1 << attempts.clamp(0, 16)).min(Duration::from_secs(300))
}

async fn send(bot: Bot, owed: Owed) -> Outcome {
    let outcome = match serde_json::from_str::<View>(&owed.body) {
        // A panic would leave the chat taken for good.
        Ok(view) => {
            let sent = caught(async { Ok(telegram::deliver(&bot, owed.chat, &view, owed.edits).await) });
            sent.await.unwrap_or_else(|error| Err(Refusal::Refused(error.to_string())))
        }
        Err(error) => Err(Refusal::Refused(format!("its body cannot be read: {:?}", error.classify()))),
    };
    (owed, outcome)
}

async fn sleep(at_most: Option<Duration>) {
    match at_most {
        Some(span) => tokio::time::sleep(span).await,
        None => std::future::pending().await,
    }
}
