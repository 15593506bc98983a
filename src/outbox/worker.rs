//! Sends what is owed: in order per chat, at the pace Telegram allows, the most urgent first.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use teloxide::Bot;
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::MissedTickBehavior;

use super::pace::{Held, Pace};
use super::store::{self, Owed};
use super::telegram::{self, Refusal};
use crate::clock::{Clock, Moment};
use crate::db::Db;
use crate::ids::{DeliveryId, MessageNo, TelegramId};
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

    /// Works until told to stop; then lets what is under way end, and writes it down.
    pub async fn run(&self, mut stop: Stop) {
        let mut under_way: JoinSet<Outcome> = JoinSet::new();
        let mut taken: HashSet<DeliveryId> = HashSet::new();
        let mut look = tokio::time::interval(LOOK);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            look.tick().await;
            let next = match self.start_due(&mut under_way, &mut taken).await {
                Ok(next) => next,
                Err(error) => {
                    log::error!("The outbox could not be read: {error:#}");
                    Next::Wait(Some(Duration::from_secs(1)))
                }
            };
            let Next::Wait(at_most) = next else { continue };
            tokio::select! {
                Some(ended) = under_way.join_next() => self.settle(ended, &mut under_way, &mut taken).await,
                () = self.wake.notified() => {}
                () = sleep(at_most) => {}
                () = stop.wait() => break,
            }
        }
        while let Some(ended) = under_way.join_next().await {
            self.settle(ended, &mut under_way, &mut taken).await;
        }
    }

    /// Puts as much under way as may go now.
    async fn start_due(
        &self,
        under_way: &mut JoinSet<Outcome>,
        taken: &mut HashSet<DeliveryId>,
    ) -> Result<Next> {
        if under_way.len() >= UNDER_WAY {
            return Ok(Next::Wait(None));
        }
        let now = self.clock.now();
        let mut conn = self.db.readers().acquire().await.context("Read the outbox")?;
        let due = store::due(&mut conn, now, BATCH).await?;
        let full = due.len() == usize::try_from(BATCH).unwrap_or(usize::MAX);
        let next_due = store::next_due(&mut conn, now).await?;
        drop(conn);
        // A chat whose earlier message is under way or was put off gets nothing else: order is kept.
        let mut closed: HashMap<TelegramId, Option<Moment>> = HashMap::new();
        for owed in due.iter().filter(|owed| taken.contains(&owed.id)) {
            closed.insert(owed.chat, None);
        }
        let mut put_off: Vec<(DeliveryId, Moment)> = Vec::new();
        for owed in due {
            if taken.contains(&owed.id) {
                continue;
            }
            if let Some(until) = closed.get(&owed.chat) {
                put_off.extend(until.map(|until| (owed.id, until)));
                continue;
            }
            match self.pace.take(owed.chat, owed.urgency, self.clock.tick()) {
                Ok(()) => {
                    closed.insert(owed.chat, None);
                    taken.insert(owed.id);
                    self.unsettled.fetch_add(1, Ordering::SeqCst);
                    under_way.spawn(send(self.bot.clone(), owed));
                    if under_way.len() >= UNDER_WAY {
                        break;
                    }
                }
                Err(Held::Chat(wait)) => {
                    let until = now.after(wait);
                    closed.insert(owed.chat, Some(until));
                    put_off.push((owed.id, until));
                }
                Err(Held::All(wait)) => {
                    self.put_off(&put_off).await?;
                    return Ok(Next::Wait(Some(wait)));
                }
            }
        }
        self.put_off(&put_off).await?;
        if full && !put_off.is_empty() && under_way.len() < UNDER_WAY {
            return Ok(Next::Again);
        }
        let soonest = put_off.iter().map(|(_, until)| *until).chain(next_due).min();
        Ok(Next::Wait(soonest.map(|at| now.until(at) + Duration::from_millis(1))))
    }

    async fn put_off(&self, which: &[(DeliveryId, Moment)]) -> Result<()> {
        if which.is_empty() {
            return Ok(());
        }
        let mut tx = self.db.write().await?;
        for (id, until) in which {
            store::put_off(&mut tx, *id, *until, false).await?;
        }
        tx.commit().await
    }

    /// Writes down what ended, all of it in one transaction.
    async fn settle(
        &self,
        first: Result<Outcome, tokio::task::JoinError>,
        under_way: &mut JoinSet<Outcome>,
        taken: &mut HashSet<DeliveryId>,
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
        for (owed, _) in &ended {
            taken.remove(&owed.id);
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
                Err(Refusal::Rest(span)) => {
                    self.pace.rest(owed.chat, *span, self.clock.tick());
                    store::put_off(&mut tx, owed.id, now.after(*span), false).await?;
                }
                Err(Refusal::CannotEdit) => store::mark_lost(&mut tx, owed.id, false, now).await?,
                Err(Refusal::Refused(reason)) => {
                    log::error!("Telegram refused delivery {}: {reason}", owed.id.0);
                    store::mark_lost(&mut tx, owed.id, false, now).await?;
                }
                Err(Refusal::Unreachable) if owed.attempts + 1 >= TRIES => {
                    log::warn!("Delivery {} failed {TRIES} times and is given up", owed.id.0);
                    store::mark_lost(&mut tx, owed.id, false, now).await?;
                }
                Err(Refusal::Unreachable) => {
                    store::put_off(&mut tx, owed.id, now.after(pause_after(owed.attempts)), true).await?;
                }
            }
        }
        tx.commit().await
    }
}

/// 1, 2, 4 … seconds, at most five minutes.
fn pause_after(attempts: i64) -> Duration {
    Duration::from_secs(1 << attempts.clamp(0, 16)).min(Duration::from_secs(300))
}

async fn send(bot: Bot, owed: Owed) -> Outcome {
    let outcome = match serde_json::from_str::<View>(&owed.body) {
        Ok(view) => telegram::deliver(&bot, owed.chat, &view, owed.edits).await,
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
