//! Answers to the person in front of the bot: sent right after the commit, in order, and off their lane, so that a
//! slow network holds up nobody's next update.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use teloxide::Bot;
use teloxide::payloads::AnswerCallbackQuerySetters;
use teloxide::prelude::Requester;
use teloxide::types::CallbackQueryId;
use tokio::sync::Notify;

use crate::clock::{Clock, Moment};
use crate::db::Db;
use crate::ids::{ChatNo, MessageNo, PersonId, TelegramId};
use crate::inbox;
use crate::l10n::Lang;
use crate::outbox::pace::{Held, Pace};
use crate::outbox::telegram::{self, Refusal};
use crate::outbox::{Urgency, telegram::deliver};
use crate::people::{self, Person};
use crate::stop::Stop;
use crate::text::{Html, shorten};
use crate::ui::action::Action;
use crate::ui::event::Press;
use crate::ui::view::{Body, Cover, Reply, Toast, View};
use crate::votes::store::ballots;

/// A chat with so many answers waiting gets no further update applied.
const ROOM: usize = 4;
/// How often an answer is tried before it is given up; the person can press again.
const TRIES: u32 = 4;
/// What Telegram shows in a toast.
const TOAST: usize = 200;
/// How long "answered" may stay unwritten.
const FLUSH: Duration = Duration::from_millis(200);

/// The answers on their way.
pub struct Replies {
    bot: Bot,
    db: Db,
    pace: Arc<Pace>,
    clock: Clock,
    chats: Mutex<HashMap<TelegramId, VecDeque<Job>>>,
    answered: Mutex<Answered>,
    /// Answers to taps and "answered" marks under way.
    under_way: AtomicUsize,
    changed: Notify,
    /// Something is to be written down at once.
    pressing: Notify,
}

/// Updates that are answered, and people whom nothing reaches, since that was last written down.
#[derive(Default)]
struct Answered {
    updates: Vec<i64>,
    out_of_reach: HashSet<PersonId>,
    covered: Vec<Covered>,
}

/// A message that showed a ballot, and whose it is, and since when it is to show something else.
#[derive(Clone, Copy)]
struct Covered {
    person: PersonId,
    message: MessageNo,
    since: Moment,
}

/// One call to Telegram.
struct Job {
    /// For whom; none where nothing is known of them.
    person: Option<PersonId>,
    /// The update that this call is the last answer to.
    answers: Option<i64>,
    /// What it covers, once it is sent.
    covers: Option<Covered>,
    what: What,
}

enum What {
    Send(View),
    /// `true`: on that message or not at all.
    Edit(MessageNo, View, bool),
    Strip(MessageNo),
}

impl Answered {
    /// Nothing of it matters for what the bot does next.
    fn is_settled(&self) -> bool {
        self.out_of_reach.is_empty() && self.covered.is_empty()
    }
}

/// Whether a screen can be put on the message that was pressed: a text on a text, a photo on a photo.
fn takes_place(view: &View, press: &Press) -> bool {
    match view.body {
        Body::Text(_) => press.on_text,
        Body::Photo { .. } => press.on_photo,
        Body::Same => true,
        _ => false,
    }
}

impl Replies {
    /// Answers through this bot, at this pace.
    pub fn new(bot: Bot, db: Db, pace: Arc<Pace>, clock: Clock) -> Self {
        Self {
            bot,
            db,
            pace,
            clock,
            chats: Mutex::default(),
            answered: Mutex::default(),
            under_way: AtomicUsize::new(0),
            changed: Notify::new(),
            pressing: Notify::new(),
        }
    }

    /// A chat's answers are not too many.
    pub fn has_room(&self, chat: TelegramId) -> bool {
        self.chats().get(&chat).is_none_or(|jobs| jobs.len() < ROOM)
    }

    /// An answer is on its way to a chat.
    pub fn is_answering(&self, chat: TelegramId) -> bool {
        self.chats().contains_key(&chat)
    }

    /// Waits until a chat's answers are not too many.
    pub async fn room(&self, chat: TelegramId) {
        loop {
            let changed = self.changed.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            if self.has_room(chat) {
                return;
            }
            changed.await;
        }
    }

    /// Nothing is on its way.
    pub fn is_settled(&self) -> bool {
        self.chats().is_empty() && self.under_way.load(Ordering::SeqCst) == 0 && self.answered().is_settled()
    }

    /// Sends a flow's answer. Toasts go at once; screens go in order, at Telegram's pace.
    pub fn push(self: &Arc<Self>, update: i64, person: &Person, press: Option<Press>, reply: Reply) {
        let Reply { toast, edit, send, strip, cover } = reply;
        let only_there = cover == Cover::Open;
        let mut jobs = VecDeque::new();
        let pressed = press.as_ref().and_then(|press| press.message.map(|no| (no, press)));
        match (edit, pressed) {
            (Some(view), Some((no, press))) if takes_place(&view, press) => {
                jobs.push_back(What::Edit(no, view, only_there))
            }
            (Some(_), _) if only_there => {}
            (Some(view), pressed) => {
                jobs.extend(pressed.map(|(no, _)| What::Strip(no)));
                jobs.push_back(What::Send(view));
            }
            (None, Some((no, _))) if strip => jobs.push_back(What::Strip(no)),
            (None, _) => {}
        }
        jobs.extend(send.into_iter().map(What::Send));
        if let Some(press) = press {
            self.answer_press(press, toast, jobs.is_empty().then_some(update));
        } else if jobs.is_empty() {
            self.note_answered(Some(update));
        }
        let last = jobs.len().saturating_sub(1);
        let since = self.clock.now();
        let job = |(at, what)| {
            let covers = match &what {
                What::Edit(message, ..) if cover == Cover::Shut => {
                    Some(Covered { person: person.id, message: *message, since })
                }
                _ => None,
            };
            Job { person: Some(person.id), answers: (at == last).then_some(update), covers, what }
        };
        self.queue(person.telegram, jobs.into_iter().enumerate().map(job).collect());
    }

    /// Says that something went wrong and that nothing was changed.
    pub fn apologize(self: &Arc<Self>, chat: TelegramId, lang: Lang, press: Option<Press>) {
        let t = lang.texts();
        match press {
            Some(press) => self.answer_press(press, Some(Toast { text: t.fault_toast(), alert: true }), None),
            None => {
                let view = View::text(Html::ours(t.fault())).button(t.to_menu(), Action::Menu);
                self.queue(
                    chat,
                    VecDeque::from([Job {
                        person: None,
                        answers: None,
                        covers: None,
                        what: What::Send(view),
                    }]),
                );
            }
        }
    }

    /// Every press is answered exactly once, so that the button stops waiting.
    fn answer_press(self: &Arc<Self>, press: Press, toast: Option<Toast>, answers: Option<i64>) {
        self.under_way.fetch_add(1, Ordering::SeqCst);
        let this = Arc::clone(self);
        tokio::spawn(async move {
            let mut answer = this.bot.answer_callback_query(CallbackQueryId(press.query));
            if let Some(toast) = toast {
                answer = answer.text(shorten(&toast.text, TOAST)).show_alert(toast.alert);
            }
            // A tap that is too old, or was answered before a restart, needs nothing more.
            if let Err(error) = answer.await {
                log::debug!("A tap could not be answered: {:?}", telegram::verdict(&error));
            }
            this.note_answered(answers);
            this.under_way.fetch_sub(1, Ordering::SeqCst);
            this.changed.notify_waiters();
        });
    }

    fn queue(self: &Arc<Self>, chat: TelegramId, jobs: VecDeque<Job>) {
        if jobs.is_empty() {
            return;
        }
        let mut chats = self.chats();
        match chats.get_mut(&chat) {
            Some(waiting) => waiting.extend(jobs),
            None => {
                chats.insert(chat, jobs);
                tokio::spawn(Arc::clone(self).work(chat));
            }
        }
    }

    /// Sends a chat's answers one after another until there are none.
    async fn work(self: Arc<Self>, chat: TelegramId) {
        while let Some((job, superseded)) = self.next(chat) {
            if !superseded {
                self.perform(chat.chat(), &job).await;
            }
            self.finish(chat, job.answers);
        }
    }

    /// The first job, which stays in the queue until it is finished. Whether a later one edits the same message, so
    /// that this one need not be seen.
    fn next(&self, chat: TelegramId) -> Option<(Job, bool)> {
        let mut chats = self.chats();
        let jobs = chats.get_mut(&chat)?;
        let Some(first) = jobs.front_mut() else {
            chats.remove(&chat);
            return None;
        };
        let job = Job {
            person: first.person,
            answers: first.answers,
            covers: first.covers,
            what: std::mem::replace(&mut first.what, What::Strip(MessageNo(0))),
        };
        let superseded = match &job.what {
            What::Edit(no, ..) => {
                jobs.iter().skip(1).any(|later| matches!(&later.what, What::Edit(other, ..) if other == no))
            }
            _ => false,
        };
        Some((job, superseded))
    }

    /// The queue stays, even empty, until its worker sees that in [`Self::next`]: so there is never a second worker.
    fn finish(&self, chat: TelegramId, answers: Option<i64>) {
        let mut chats = self.chats();
        let Some(jobs) = chats.get_mut(&chat) else { return };
        jobs.pop_front();
        drop(chats);
        self.note_answered(answers);
        self.changed.notify_waiters();
    }

    /// Makes one call, as often as it makes sense.
    async fn perform(&self, chat: ChatNo, job: &Job) {
        let mut failures = 0;
        while let Err(refusal) = self.call(chat, &job.what).await {
            match refusal {
                Refusal::Rest(span) => {
                    self.pace.rest(chat, span, self.clock.tick());
                    continue;
                }
                Refusal::OutOfReach => {
                    self.answered().out_of_reach.extend(job.person);
                }
                Refusal::Refused(reason) => log::error!("Telegram refused an answer: {reason}"),
                // Only of groups, which get nothing this way.
                Refusal::CannotEdit | Refusal::Muted | Refusal::Moved(_) => {}
                Refusal::Unreachable if failures < TRIES => {
                    tokio::time::sleep(Duration::from_secs(1 << failures)).await;
                    failures += 1;
                    continue;
                }
                Refusal::Unreachable => log::warn!("An answer could not be sent"),
            }
            return;
        }
        if let Some(covered) = job.covers {
            self.answered().covered.push(covered);
            self.pressing.notify_one();
        }
    }

    async fn call(&self, chat: ChatNo, what: &What) -> Result<(), Refusal> {
        self.keep_pace(chat).await;
        match what {
            What::Send(view) => deliver(&self.bot, chat, view, None).await.map(drop),
            What::Strip(no) => telegram::strip(&self.bot, chat, *no).await,
            What::Edit(no, view, only_there) => match deliver(&self.bot, chat, view, Some(*no)).await {
                Err(Refusal::CannotEdit) if *only_there || view.body == Body::Same => Ok(()),
                // The message is gone, or too old: the screen comes anew.
                Err(Refusal::CannotEdit) => {
                    self.keep_pace(chat).await;
                    deliver(&self.bot, chat, view, None).await.map(drop)
                }
                other => other.map(drop),
            },
        }
    }

    async fn keep_pace(&self, chat: ChatNo) {
        while let Err(Held::Chat(wait) | Held::All(wait)) =
            self.pace.take(chat, Urgency::Awaited, self.clock.tick())
        {
            tokio::time::sleep(wait).await;
        }
    }

    /// Writes down who was answered, now and then, until told to stop.
    pub async fn keep_record(&self, mut stop: Stop) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(FLUSH) => self.write_record().await,
                () = self.pressing.notified() => self.write_record().await,
                () = stop.wait() => break,
            }
        }
    }

    /// Sends every answer, for at most so long, and writes down which were sent.
    pub async fn drain(&self, at_most: Duration) {
        let sent = async {
            loop {
                let changed = self.changed.notified();
                tokio::pin!(changed);
                changed.as_mut().enable();
                if self.chats().is_empty() && self.under_way.load(Ordering::SeqCst) == 0 {
                    return;
                }
                changed.await;
            }
        };
        if tokio::time::timeout(at_most, sent).await.is_err() {
            log::warn!("Some answers could not be sent; they are asked again at the next start");
        }
        // Outside of the timeout: a commit that is cut off may have happened or not.
        self.write_record().await;
    }

    async fn write_record(&self) {
        let answered = std::mem::take(&mut *self.answered());
        if answered.updates.is_empty() && answered.is_settled() {
            return;
        }
        let Answered { updates, out_of_reach, covered } = answered;
        self.under_way.fetch_add(1, Ordering::SeqCst);
        let written = async {
            let now = self.clock.now();
            let mut tx = self.db.write().await?;
            inbox::store::delete(&mut tx, &updates).await?;
            for person in &out_of_reach {
                people::store::mark_blocked(&mut tx, *person, now).await?;
            }
            for Covered { person, message, since } in covered {
                ballots::forget_screen(&mut tx, person, message, since).await?;
            }
            tx.commit().await
        };
        if let Err(error) = written.await {
            // The worst that follows is a question asked twice after a restart.
            log::error!("Who was answered could not be written down: {error:#}");
        }
        self.under_way.fetch_sub(1, Ordering::SeqCst);
        self.changed.notify_waiters();
    }

    fn note_answered(&self, update: Option<i64>) {
        self.answered().updates.extend(update);
    }

    fn chats(&self) -> MutexGuard<'_, HashMap<TelegramId, VecDeque<Job>>> {
        self.chats.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answered(&self) -> MutexGuard<'_, Answered> {
        self.answered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
