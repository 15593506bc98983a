//! Updates from groups and channels: the one match for them. What is said there is owed by the outbox, and a tap gets a
//! toast; nobody's dialogue is touched, and no screen of a private chat ever appears where many see it.

use anyhow::{Context, Result};
use rand::SeedableRng;
use rand::rngs::StdRng;

use super::App;
use super::begin::{Begun, begin};
use crate::chats::{Chat, Kind, Standing, flow as chatting, store, view};
use crate::clock::Moment;
use crate::db::Tx;
use crate::ids::{MessageNo, TelegramId};
use crate::inbox;
use crate::keys::Keys;
use crate::l10n::Lang;
use crate::letters::flow::group as letters;
use crate::people::{self, Person};
use crate::polls::flow::there as polls;
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::event::{Press, Sender};
use crate::ui::group_event::{Allowed, GroupCommand, GroupEvent, Place, There};
use crate::ui::view::{Content, Reply, View};

/// Who gets the toast, and what it says.
pub(super) struct Tapped {
    pub person: Person,
    pub press: Press,
    pub reply: Reply,
}

/// What a flow in a group holds.
struct Here {
    tx: Tx,
    /// Who did it, if they are known: everybody in a group is not.
    me: Option<Person>,
    from: Option<Sender>,
    place: Place,
    now: Moment,
    bot_name: String,
    keys: Keys,
    chance: StdRng,
}

impl App {
    /// One update from a group, one transaction. A tap is to be answered.
    pub(super) async fn flow_in_group(&self, number: i64, event: GroupEvent) -> Result<Option<Tapped>> {
        let GroupEvent { place, from, what } = event;
        // Nobody has the number 0.
        let telegram = from.as_ref().map_or(TelegramId(0), |from| from.id);
        let Begun::Fresh(tx, found) = begin(&self.db, number, telegram).await? else { return Ok(None) };
        let mut here = Here {
            tx,
            me: found.map(|(person, _)| person),
            from,
            place,
            now: self.clock.now(),
            bot_name: self.name.clone(),
            keys: self.keys.clone(),
            chance: StdRng::from_os_rng(),
        };
        let tapped = match what {
            There::Pressed(press) => Some(here.pressed(press).await?),
            other => {
                here.other(other).await?;
                // Nobody waits for an answer of this process's.
                inbox::store::delete(&mut here.tx, &[number]).await?;
                None
            }
        };
        here.tx.commit().await?;
        Ok(tapped)
    }
}

impl Here {
    async fn pressed(&mut self, press: Press) -> Result<Tapped> {
        let from = self.from.clone().context("A tap says whose it is")?;
        let lang = Lang::of_telegram(from.language.as_deref());
        let (person, reply) = match press.action {
            Some(Action::Answer { poll, option, given: true, .. }) => {
                let me = match self.me.take() {
                    Some(me) => me,
                    None => polls::visitor(&mut self.tx, from.id, lang, self.now).await?,
                };
                people::store::keep_visitor(&mut self.tx, &me, self.now).await?;
                let reply = polls::answer(&mut self.tx, &me, self.place.no, poll, option, self.now).await?;
                (me, reply)
            }
            // Screens of private chats may be forwarded, and modified clients press what they like.
            _ => {
                let me = self.me.take().unwrap_or_else(|| Person::unknown(from.id, lang, self.now));
                let toast = me.lang.texts().chat_press_elsewhere();
                (me, Reply::toast(toast))
            }
        };
        Ok(Tapped { person, press, reply })
    }

    async fn other(&mut self, what: There) -> Result<()> {
        match what {
            There::Pressed(_) => Ok(()),
            There::Replied { to, content } => self.replied(to, &content).await,
            There::Retitled => store::retitle(&mut self.tx, self.place.no, &self.place.title).await,
            There::MovedTo(to) => chatting::moved(&mut self.tx, self.place.no, to, self.now).await,
            There::Standing(allowed) => self.allowed(allowed).await,
            There::Command { to: Some(to), .. } if !to.eq_ignore_ascii_case(&self.bot_name) => Ok(()),
            There::Command { name, rest, message, .. } => match name {
                GroupCommand::Link => self.link(rest.trim(), message).await,
                GroupCommand::Start if !rest.trim().is_empty() => self.link(rest.trim(), message).await,
                // Only in a group there is somebody to answer.
                _ if self.place.channel => Ok(()),
                GroupCommand::Poll => self.poll(&rest).await,
                GroupCommand::Start | GroupCommand::Help => {
                    let chat = self.chat().await?;
                    let hint = view::works_privately(&chat, &self.bot_name);
                    chatting::hint(&mut self.tx, &chat, &hint, self.now).await
                }
            },
        }
    }

    /// The chat, noted if it is new.
    async fn chat(&mut self) -> Result<Chat> {
        if let Some(chat) = store::by_no(&mut self.tx, self.place.no).await? {
            return Ok(chat);
        }
        let kind = if self.place.channel { Kind::Channel } else { Kind::Group };
        let lang = match (&self.me, &self.from) {
            (Some(me), _) => me.lang,
            (None, Some(from)) => Lang::of_telegram(from.language.as_deref()),
            (None, None) => Lang::Uk,
        };
        let id = store::note(&mut self.tx, self.place.no, kind, &self.place.title, lang).await?;
        store::get(&mut self.tx, id).await?.context("A chat that was just noted")
    }

    /// Whoever did it, if they have the role that a command needs.
    fn who_may(&self, command: GroupCommand) -> Option<&Person> {
        self.me.as_ref().filter(|me| command.needs().is_none_or(|role| me.is(role)))
    }

    /// What the bot may do here has changed.
    async fn allowed(&mut self, allowed: Allowed) -> Result<()> {
        let standing = match allowed {
            Allowed::Write => Standing::Here,
            Allowed::Read => Standing::Muted,
            Allowed::Nothing => Standing::Out,
        };
        let known = store::by_no(&mut self.tx, self.place.no).await?;
        if let Some(chat) = known {
            return chatting::stand(&mut self.tx, &chat, standing, self.now).await;
        }
        // Brought in by an organizer, who links it next; or by a stranger, who is told once what it is good for. Nobody
        // wants such a word in a channel.
        if standing != Standing::Here || self.place.channel || self.who_may(GroupCommand::Link).is_some() {
            return Ok(());
        }
        let chat = self.chat().await?;
        let hint = view::works_privately(&chat, &self.bot_name);
        chatting::hint(&mut self.tx, &chat, &hint, self.now).await
    }

    async fn link(&mut self, code: &str, message: MessageNo) -> Result<()> {
        let chat = self.chat().await?;
        // Who is not in the network is nobody that a code was made for.
        let from = self.me.clone().or_else(|| {
            let from = self.from.as_ref()?;
            Some(Person::unknown(from.id, Lang::of_telegram(from.language.as_deref()), self.now))
        });
        chatting::link(&mut self.tx, &chat, code, from.as_ref(), message, self.now).await
    }

    async fn replied(&mut self, to: MessageNo, content: &Content) -> Result<()> {
        let Some(chat) = store::by_no(&mut self.tx, self.place.no).await? else { return Ok(()) };
        let (keys, chance, me) = (&self.keys, &mut self.chance, self.me.as_ref());
        letters::replied(&mut self.tx, keys, chance, &chat, me, to, content, self.now).await
    }

    async fn poll(&mut self, typed: &str) -> Result<()> {
        let chat = self.chat().await?;
        match self.who_may(GroupCommand::Poll).cloned() {
            Some(organizer) => polls::make(&mut self.tx, &chat, &organizer, typed, self.now).await,
            None => {
                let t = chat.lang.texts();
                let word = View::text(Html::ours(t.chat_poll_organizers()));
                chatting::hint(&mut self.tx, &chat, &word, self.now).await
            }
        }
    }
}

/// Whether a stored update is from a group: nobody who wrote there waits for a question of the bot's.
pub(super) fn is_from_group(body: &str) -> bool {
    inbox::poll::parse(body).is_some_and(|update| GroupEvent::read(&update).is_some())
}
