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
use super::sealed;
use super::store::{self, Lost, MessageId, Owed, Recipient};
use super::telegram::{self, Refusal, Sent};
use crate::chats::Standing;
use crate::clock::Clock;
use crate::db::{Db, Tx};
use crate::ids::{ChatNo, TelegramId};
use crate::keys::Keys;
use crate::panics::caught;
use crate::stop::Stop;
use crate::ui::view::View;
use crate::{chats, people};

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
    keys: Keys,
    wake: Notify,
    /// Sent and not yet written down, or under way.
    unsettled: AtomicUsize,
}

/// A delivery, what it showed, and what came of it.
struct Outcome {
    owed: Owed,
    view: Option<View>,
    sent: Result<Sent, Refusal>,
}

/// Chats that get nothing at present: each gets its messages in order, so while one is under way or has to wait, so do
/// those behind it. Chats do not wait for one another.
#[derive(Default)]
struct Chats {
    /// A message is under way to these.
    taken: HashSet<ChatNo>,
    /// These rest until then: they have had enough for now, or the last try failed.
    resting: HashMap<ChatNo, Instant>,
    /// The first copies of these are under way with their bytes; the others wait, and go by Telegram's name of the file.
    uploading: HashSet<MessageId>,
}

impl Chats {
    fn is_closed(&self, chat: ChatNo) -> bool {
        self.taken.contains(&chat) || self.resting.contains_key(&chat)
    }

    /// All of them, as a JSON array.
    fn closed(&self) -> Result<String> {
        let chats: Vec<i64> = self.taken.iter().chain(self.resting.keys()).map(|chat| chat.0).collect();
        serde_json::to_string(&chats).context("List closed chats")
    }

    /// Messages being uploaded, as a JSON array.
    fn held(&self) -> Result<String> {
        let messages: Vec<i64> = self.uploading.iter().map(|message| message.0).collect();
        serde_json::to_string(&messages).context("List messages that are being uploaded")
    }

    fn rest(&mut self, chat: ChatNo, until: Instant) {
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
    /// An outbox over these tables; the keys tell where sealed addresses lead.
    pub fn new(db: Db, bot: Bot, pace: Arc<Pace>, clock: Clock, keys: Keys) -> Self {
        Self { db, bot, pace, clock, keys, wake: Notify::new(), unsettled: AtomicUsize::new(0) }
    }

    /// Says that something was added.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// The bytes of a file that Telegram has; none: it cannot be had, now or ever.
    pub async fn fetch(&self, file: &str) -> Option<Vec<u8>> {
        telegram::fetch(&self.bot, file)
            .await
            .inspect_err(|why| log::warn!("A file was not fetched: {why:?}"))
            .ok()
    }

    /// The same, if there are no more of them than that; none: there are.
    ///
    /// # Errors
    ///
    /// Why it cannot be had.
    pub async fn fetch_within(&self, file: &str, most: u32) -> Result<Option<Vec<u8>>, Refusal> {
        telegram::fetch_within(&self.bot, file, most)
            .await
            .inspect_err(|why| log::warn!("A file was not fetched: {why:?}"))
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
        let tick = self.clock.tick();
        chats.wake(tick);
        let mut conn = self.db.readers().acquire().await.context("Read the outbox")?;
        let due = store::due(&mut conn, &chats.closed()?, &chats.held()?, BATCH).await?;
        let full = due.len() == usize::try_from(BATCH).unwrap_or(usize::MAX);
        let mut held = None;
        for owed in due {
            if chats.is_closed(owed.chat) || chats.uploading.contains(&owed.message) {
                continue;
            }
            match self.pace.take(owed.chat, owed.urgency, tick) {
                Ok(()) => {
                    chats.taken.insert(owed.chat);
                    self.unsettled.fetch_add(1, Ordering::SeqCst);
                    let view = read(&owed);
                    let uploads = view.as_ref().is_ok_and(|view| view.body.uploads());
                    if uploads {
                        chats.uploading.insert(owed.message);
                    }
                    let to = match owed.to {
                        Recipient::Sealed(id) => {
                            sealed::open(&mut conn, &self.keys, id).await?.map(TelegramId::chat)
                        }
                        Recipient::Person(_) | Recipient::Chat(_) => Some(owed.chat),
                    };
                    under_way.spawn(send(self.bot.clone(), owed, to, view));
                    if uploads && under_way.len() < UNDER_WAY {
                        // What else was found may stand behind copies of this one.
                        return Ok(Next::Again);
                    }
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
        // All of these chats are closed or messages held now, so that looking again shows others.
        if full && held.is_none() {
            return Ok(Next::Again);
        }
        let soonest = chats.resting.values().map(|until| until.duration_since(tick));
        Ok(Next::Wait(soonest.chain(held).min()))
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
        for Outcome { owed, sent, .. } in &ended {
            chats.taken.remove(&owed.chat);
            chats.uploading.remove(&owed.message);
            match sent {
                Err(Refusal::Rest(span)) => chats.rest(owed.chat, now + *span),
                Err(Refusal::Unreachable) if !is_last_try(owed) => {
                    chats.rest(owed.chat, now + pause_after(owed.attempts));
                }
                _ => {}
            }
        }
        self.unsettled.fetch_sub(ended.len(), Ordering::SeqCst);
    }

    /// What went to a sealed address leaves nothing behind, whether it arrived or cannot; and what became of the person
    /// there is noted nowhere.
    async fn settle_sealed(&self, tx: &mut Tx, owed: &Owed, sent: &Result<Sent, Refusal>) -> Result<()> {
        match sent {
            Err(Refusal::Rest(span)) => {
                self.pace.rest(owed.chat, *span, self.clock.tick());
                Ok(())
            }
            Err(Refusal::Unreachable) if !is_last_try(owed) => store::count_try(tx, owed.id).await,
            _ => sealed::forget(tx, owed.id, self.clock.now()).await,
        }
    }

    async fn write_down(&self, ended: &[Outcome]) -> Result<()> {
        let now = self.clock.now();
        let mut tx = self.db.write().await?;
        for Outcome { owed, view, sent } in ended {
            if let Recipient::Sealed(_) = owed.to {
                self.settle_sealed(&mut tx, owed, sent).await?;
                continue;
            }
            match sent {
                Ok(Sent { no, uploaded }) => {
                    store::mark_sent(&mut tx, owed.id, owed.message, *no, now).await?;
                    // What was posted before can be changed in any case.
                    if let (Recipient::Chat(id), None) = (owed.to, owed.edits) {
                        chats::flow::heard(&mut tx, id).await?;
                    }
                    if let (Some(view), Some(file)) = (view.clone(), uploaded.clone()) {
                        let known = View { body: view.body.known_as(file), ..view };
                        store::keep_uploaded(&mut tx, owed.message, &known).await?;
                    }
                }
                Err(Refusal::OutOfReach) => {
                    store::mark_lost(&mut tx, owed.id, Lost::Blocked, now).await?;
                    match owed.to {
                        Recipient::Person(id) => people::store::mark_blocked(&mut tx, id, now).await?,
                        Recipient::Chat(id) => chats::flow::lost(&mut tx, id, Standing::Out, now).await?,
                        Recipient::Sealed(_) => {}
                    }
                }
                Err(Refusal::Muted) => {
                    log::warn!("The bot may not write where delivery {} goes", owed.id.0);
                    store::mark_lost(&mut tx, owed.id, Lost::ForNow, now).await?;
                    if let Recipient::Chat(id) = owed.to {
                        chats::flow::lost(&mut tx, id, Standing::Muted, now).await?;
                    }
                }
                Err(Refusal::Moved(to)) => match owed.to {
                    Recipient::Chat(_) => chats::flow::moved(&mut tx, owed.chat, *to, now).await?,
                    Recipient::Person(_) | Recipient::Sealed(_) => {
                        store::mark_lost(&mut tx, owed.id, Lost::Refused, now).await?
                    }
                },
                Err(Refusal::Rest(span)) => self.pace.rest(owed.chat, *span, self.clock.tick()),
                Err(Refusal::CannotEdit) => store::mark_lost(&mut tx, owed.id, Lost::Refused, now).await?,
                Err(Refusal::Refused(reason)) => {
                    log::error!("Telegram refused delivery {}: {reason}", owed.id.0);
                    store::mark_lost(&mut tx, owed.id, Lost::Refused, now).await?;
                }
                Err(Refusal::Unreachable) if is_last_try(owed) => {
                    log::warn!("Delivery {} failed {TRIES} times and is given up", owed.id.0);
                    store::mark_lost(&mut tx, owed.id, Lost::ForNow, now).await?;
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

fn read(owed: &Owed) -> Result<View, Refusal> {
    serde_json::from_str(&owed.body)
        .map_err(|error| Refusal::Refused(format!("its body cannot be read: {:?}", error.classify())))
}

async fn send(bot: Bot, owed: Owed, to: Option<ChatNo>, view: Result<View, Refusal>) -> Outcome {
    let (view, to) = match to {
        Some(to) => (view, to),
        // The key of a sealed address is gone.
        None => (Err(Refusal::OutOfReach), owed.chat),
    };
    let (view, sent) = match view {
        // A panic would leave the chat taken for good.
        Ok(view) => {
            let sent = caught(async { Ok(telegram::deliver(&bot, to, &view, owed.edits).await) });
            let sent = sent.await.unwrap_or_else(|error| Err(Refusal::Refused(error.to_string())));
            (Some(view), sent)
        }
        Err(refusal) => (None, Err(refusal)),
    };
    Outcome { owed, view, sent }
}

async fn sleep(at_most: Option<Duration>) {
    match at_most {
        Some(span) => tokio::time::sleep(span).await,
        None => std::future::pending().await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::PaceLimits;
    use crate::ids::TelegramId;
    use crate::l10n::Lang;
    use crate::outbox::Hold;
    use crate::people::store as people;
    use crate::rehearsal::{self, Limits, NewPerson, Options};
    use crate::role::Role;
    use crate::text::Html;
    use crate::ui::view::Body;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x30\x08\0\0\0\0";

    /// Sends a body to that many people, and says how often its bytes went and how many got it.
    async fn broadcast(body: Body, method: &str) -> (usize, u64) {
        let limits = Limits::off();
        let telegram = rehearsal::start(Options { limits, ..Options::default() }).await.expect("Telegram");
        let folder = std::env::temp_dir().join(format!("merezha-outbox-{}-{method}", std::process::id()));
        let db = Db::open(&format!("sqlite:{}", folder.join("db").display())).await.expect("opens");
        let clock = Clock::system();
        let mut tx = db.write().await.expect("begins");
        let mut ids = Vec::new();
        for number in 0..20 {
            let (first_name, language) = (format!("Особа {number}"), Some("uk".to_owned()));
            let person = telegram.telegram().person(NewPerson {
                first_name,
                last_name: None,
                username: None,
                language_code: language,
            });
            person.follows_link("");
            let id = TelegramId(person.id());
            people::insert(&mut tx, id, Lang::Uk, clock.now()).await.expect("noted");
            let (found, _) = people::find(&mut tx, id).await.expect("asked").expect("there");
            assert_eq!(found.role, Role::Participant);
            let name = crate::text::Words::parse("Особа").expect("a name");
            people::join(&mut tx, found.id, &name, clock.now()).await.expect("joins");
            ids.push(found.id);
        }
        let mailing = store::insert_mailing(&mut tx, Hold::Nothing, clock.now()).await.expect("a mailing");
        let view = View::showing(body);
        store::tell_those(&mut tx, mailing, &ids, Lang::Uk, None, &view, clock.now()).await.expect("owed");
        tx.commit().await.expect("commits");

        let bot = Bot::new(telegram.token()).set_api_url(telegram.api_url().parse().expect("an address"));
        let pace = Pace::new(PaceLimits { total: 0, chat: 0, burst: 1 }, clock.tick());
        let outbox = Arc::new(Outbox::new(
            db.clone(),
            bot,
            Arc::new(pace),
            clock,
            Keys::open(&folder.join("keys")).expect("opens"),
        ));
        let (stopper, stop) = crate::stop::signal();
        let running = Arc::clone(&outbox);
        let worker = tokio::spawn(async move { running.run(stop, Duration::from_secs(5)).await });
        let mut look = tokio::time::interval(Duration::from_millis(5));
        while !outbox.is_settled().await.expect("asked") {
            look.tick().await;
        }
        stopper.stop();
        worker.await.expect("ends");
        let progress =
            store::progress(&mut db.write().await.expect("begins"), mailing).await.expect("counts");
        assert_eq!((progress.sent, progress.total()), (20, 20));
        let requests = telegram.telegram().requests();
        let of = requests.iter().filter(|request| request.method == method);
        let field = method.trim_start_matches("send").to_lowercase();
        let by_name = |name: &str| name.starts_with("AgAC") || name.starts_with("BQAC");
        let uploads = of
            .filter(|request| !request.params.get(&field).and_then(|v| v.as_str()).is_some_and(by_name))
            .count();
        let sent = telegram.telegram().count(method);
        db.close().await.expect("closes");
        telegram.stop().await;
        std::fs::remove_dir_all(folder).expect("removed");
        (uploads, sent)
    }

    #[tokio::test]
    async fn a_broadcast_uploads_a_picture_once() {
        let body = Body::Picture { png: PNG.to_vec(), caption: Html::ours("<b>Підсумок</b>") };
        assert_eq!(broadcast(body, "sendPhoto").await, (1, 20));
    }

    #[tokio::test]
    async fn a_broadcast_uploads_a_document_once() {
        let caption = Html::ours("Голоси");
        let body = Body::Document { name: "votes.csv".into(), bytes: b"a,b\n1,2\n".to_vec(), caption };
        assert_eq!(broadcast(body, "sendDocument").await, (1, 20));
    }
}
