//! One update from start to end: read, routed, written down, answered.

mod alarm;
mod begin;
pub mod commands;
mod groups;
mod menu;
mod night;
mod route;
pub mod run;
mod send;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use rand::SeedableRng;
use rand::rngs::StdRng;
use teloxide::Bot;
use teloxide::types::Update;
use tokio::sync::Notify;

use crate::acts::{Act, store as acts};
use crate::clock::Clock;
use crate::cx::Cx;
use crate::db::Db;
use crate::exports::worker::Exports;
use crate::ids::TelegramId;
use crate::imports::worker::Imports;
use crate::inbox::{self, listener::Inbox};
use crate::keys::Keys;
use crate::l10n::Lang;
use crate::outbox::{Hold, worker::Outbox};
use crate::panics::caught;
use crate::people::{Person, store as people};
use crate::role::Role;
use crate::similar::Finder;
use crate::ui::event::{self, Event, Press, What};
use crate::ui::group_event::{GroupEvent, There};
use crate::ui::state::Dialogue;
use crate::ui::view::Reply;

use begin::{Begun, begin};
use groups::Tapped;
pub use send::Replies;

/// How exactly it is known when somebody was last here.
const A_DAY: Duration = Duration::from_secs(24 * 3600);

/// Everything that a running bot holds.
pub struct App {
    pub db: Db,
    pub keys: Keys,
    pub clock: Clock,
    pub inbox: Arc<Inbox>,
    pub outbox: Arc<Outbox>,
    pub replies: Arc<Replies>,
    pub exports: Arc<Exports>,
    pub imports: Arc<Imports>,
    /// Rung after each commit that may have changed what is due.
    pub due: Notify,
    bot: Bot,
    /// The bot's user name.
    pub name: String,
    /// Owners by the settings.
    owners: Arc<[TelegramId]>,
    /// No breakdown shows fewer people than that.
    pub small_group: u32,
    /// Under which address walls are served, if they are.
    pub web: Option<Arc<str>>,
    /// Finds proposals that are close to one another.
    similar: Finder,
}

/// What an update came to, once it is written down.
struct Applied {
    person: Person,
    /// Whose list of commands is to fit another role.
    commands: Vec<(TelegramId, Role)>,
    reply: Reply,
}

/// The dispatcher's one endpoint.
async fn handle(update: Update, app: Arc<App>) -> Result<(), std::convert::Infallible> {
    let lane = event::lane(&update);
    let applied = async {
        match Event::read(&update) {
            Some(event) => app.apply(&update, event).await,
            None => match GroupEvent::read(&update) {
                Some(event) => app.apply_in_group(&update, event).await,
                None => app.drop_update(&update).await,
            },
        }
        Ok(())
    };
    // A panic that got out of here would end the dispatcher. The update stays in the inbox for the next start.
    if let Err(error) = caught(applied).await {
        log::error!("Update {} was left aside: {error:#}", update.id.0);
    }
    if app.replies.has_room(TelegramId(lane)) {
        app.inbox.done(lane);
    } else {
        // Whoever sends faster than Telegram lets us answer waits, and holds up only themselves: the dispatcher may
        // wait for this function, so the waiting is done outside of it.
        tokio::spawn(async move {
            app.replies.room(TelegramId(lane)).await;
            app.inbox.done(lane);
        });
    }
    Ok(())
}

impl App {
    /// Applies an update and answers. A fault is logged once, here; the person hears of it, and nobody else is held up.
    async fn apply(&self, update: &Update, event: Event) {
        let chat = event.from.id;
        let press = match &event.what {
            What::Pressed(press) => Some(press.clone()),
            _ => None,
        };
        let lang = Lang::of_telegram(event.from.language.as_deref());
        let number = i64::from(update.id.0);
        // Boxed: it is as large as the largest flow, and would be copied on its way into each wrapping.
        match caught(Box::pin(self.flow(number, event))).await {
            Ok(Some(Applied { person, commands, reply })) => {
                self.outbox.wake();
                self.due.notify_one();
                self.replies.push(number, &person, press, reply);
                for (whose, role) in commands {
                    // Only a convenience, so nobody waits for it.
                    tokio::spawn(commands::fit(self.bot.clone(), whose, role));
                }
            }
            Ok(None) => {}
            Err(error) => {
                log::error!("Update {number} failed: {error:#}");
                self.give_up(number, chat, lang, press).await;
            }
        }
    }

    /// The same for one from a group. There nobody is told of a fault but whoever tapped.
    async fn apply_in_group(&self, update: &Update, event: GroupEvent) {
        let press = match &event.what {
            There::Pressed(press) => Some(press.clone()),
            _ => None,
        };
        let language = event.from.as_ref().and_then(|from| from.language.clone());
        let number = i64::from(update.id.0);
        match caught(Box::pin(self.flow_in_group(number, event))).await {
            Ok(tapped) => {
                self.outbox.wake();
                self.due.notify_one();
                if let Some(Tapped { person, press, reply }) = tapped {
                    self.replies.push(number, &person, Some(press), reply);
                }
            }
            Err(error) => {
                log::error!("Update {number} failed: {error:#}");
                self.take_out(number).await;
                if press.is_some() {
                    let lang = Lang::of_telegram(language.as_deref());
                    self.replies.apologize(TelegramId(0), lang, press);
                }
            }
        }
    }

    /// One update, one transaction.
    async fn flow(&self, number: i64, event: Event) -> Result<Option<Applied>> {
        let now = self.clock.now();
        let Event { from, what } = event;
        let Begun::Fresh(mut tx, found) = begin(&self.db, number, from.id).await? else { return Ok(None) };
        let (mut me, dialogue) = match found {
            Some(found) => found,
            None => {
                people::insert(&mut tx, from.id, Lang::of_telegram(from.language.as_deref()), now).await?;
                people::find(&mut tx, from.id).await?.context("A person who was just noted")?
            }
        };
        if let What::Blocked(blocked) = what {
            if blocked {
                people::mark_blocked(&mut tx, me.id, now).await?;
            } else {
                people::mark_reachable(&mut tx, me.id).await?;
            }
            inbox::store::delete(&mut tx, &[number]).await?;
            tx.commit().await?;
            return Ok(None);
        }
        let role_before = me.role;
        if me.role != Role::Owner && self.owners.contains(&me.telegram) {
            people::appoint(&mut tx, me.id, Role::Owner).await?;
            me.role = Role::Owner;
            acts::note(&mut tx, me.id, Act::GaveRole(Some(me.id), Role::Owner), now).await?;
        }
        let press = match &what {
            What::Pressed(press) => Some(press.clone()),
            _ => None,
        };
        let mut cx = Cx {
            tx,
            me,
            entered_by: None,
            sender: from,
            dialogue: Dialogue::read(&dialogue),
            now,
            press,
            bot_name: self.name.clone(),
            gone: false,
            small_group: self.small_group,
            web: self.web.clone(),
            chance: StdRng::from_os_rng(),
            keys: self.keys.clone(),
            similar: self.similar.clone(),
            owners: Arc::clone(&self.owners),
            commands: Vec::new(),
            hold: Hold::default(),
        };
        let reply = route::route(&mut cx, what).await?;
        let after = cx.dialogue.json();
        if !cx.gone && (after != dialogue || cx.me.blocked || cx.me.seen_at.after(A_DAY) < now) {
            people::save_dialogue(&mut cx.tx, cx.me.id, &after, now).await?;
        }
        cx.tx.commit().await?;
        let role = if cx.gone { Role::Participant } else { cx.me.role };
        if role != role_before {
            cx.commands.push((cx.me.telegram, role));
        }
        Ok(Some(Applied { person: cx.me, commands: cx.commands, reply }))
    }

    /// Takes a faulty update out of the inbox and apologizes. While even that cannot be written, it is tried again:
    /// an update is never dropped unless that is on record.
    async fn give_up(&self, number: i64, chat: TelegramId, lang: Lang, press: Option<Press>) {
        self.take_out(number).await;
        self.replies.apologize(chat, lang, press);
    }

    async fn take_out(&self, number: i64) {
        while let Err(error) = self.delete(number).await {
            log::error!("Update {number} could not be given up: {error:#}");
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    /// An update that is nothing to us.
    async fn drop_update(&self, update: &Update) {
        let number = i64::from(update.id.0);
        while let Err(error) = self.delete(number).await {
            log::error!("Update {number} could not be dropped: {error:#}");
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    async fn delete(&self, number: i64) -> Result<()> {
        let mut tx = self.db.write().await?;
        inbox::store::delete(&mut tx, &[number]).await?;
        tx.commit().await
    }

    /// Asks those again whose last update was applied but perhaps not answered: the process died in between.
    async fn ask_again(&self) -> Result<()> {
        let mut conn = self.db.readers().acquire().await.context("Read who is owed an answer")?;
        let unanswered = inbox::store::unanswered(&mut conn).await?;
        drop(conn);
        let (in_groups, unanswered): (Vec<_>, Vec<_>) =
            unanswered.into_iter().partition(|(_, _, body)| groups::is_from_group(body));
        for (number, ..) in in_groups {
            self.delete(number).await?;
        }
        // The last of each person's; the others are answered with it.
        let last: HashMap<i64, i64> = unanswered.iter().map(|(number, lane, _)| (*lane, *number)).collect();
        for (number, lane, _) in unanswered {
            let asked = if last.get(&lane) == Some(&number) {
                self.ask_again_one(number, TelegramId(lane)).await
            } else {
                self.delete(number).await
            };
            // One person's trouble keeps nobody else's bot from starting.
            if let Err(error) = asked {
                log::error!("Nobody could be asked again after update {number}: {error:#}");
            }
        }
        Ok(())
    }

    async fn ask_again_one(&self, number: i64, telegram: TelegramId) -> Result<()> {
        let mut tx = self.db.write().await?;
        let Some((me, dialogue)) = people::find(&mut tx, telegram).await? else {
            drop(tx);
            return self.delete(number).await;
        };
        let mut cx = Cx {
            sender: event::Sender { id: telegram, full_name: String::new(), language: None },
            tx,
            me,
            entered_by: None,
            dialogue: Dialogue::read(&dialogue),
            now: self.clock.now(),
            press: None,
            bot_name: self.name.clone(),
            gone: false,
            small_group: self.small_group,
            web: self.web.clone(),
            chance: StdRng::from_os_rng(),
            keys: self.keys.clone(),
            similar: self.similar.clone(),
            owners: Arc::clone(&self.owners),
            commands: Vec::new(),
            hold: Hold::default(),
        };
        let reply = route::ask_after_restart(&mut cx).await?;
        self.replies.push(number, &cx.me, None, reply);
        Ok(())
    }

    /// Waits until everything that came is applied and everything owed is sent, other than what is paused.
    pub async fn settled(&self) -> Result<()> {
        let mut look = tokio::time::interval(Duration::from_millis(5));
        loop {
            look.tick().await;
            let answered = self.inbox.is_settled() && self.replies.is_settled();
            let read = self.exports.is_settled().await? && self.imports.is_settled().await?;
            if answered && read && self.outbox.is_settled().await? {
                return Ok(());
            }
        }
    }
}
