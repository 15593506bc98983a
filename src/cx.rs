//! What a flow holds: the open transaction, the person, their dialogue, the time. No `Bot`: nothing can be sent
//! while the transaction is open.

use std::sync::Arc;

use rand::rngs::StdRng;
use rand::{Rng, distr::Alphanumeric};

use crate::clock::Moment;
use crate::db::Tx;
use crate::ids::{PersonId, TelegramId};
use crate::keys::Keys;
use crate::l10n::Texts;
use crate::outbox::Hold;
use crate::people::Person;
use crate::role::Role;
use crate::similar::Finder;
use crate::ui::event::{Press, Sender};
use crate::ui::state::Dialogue;

/// The context of one update.
#[derive(Debug)]
pub struct Cx {
    /// The transaction that this update is.
    pub tx: Tx,
    /// Who acts.
    pub me: Person,
    /// The organizer who enters what this is for [`Self::me`], who is not on Telegram; none: they act themselves.
    pub entered_by: Option<PersonId>,
    /// The same, as Telegram tells.
    pub sender: Sender,
    /// What was waited for from them; saved at the end.
    pub dialogue: Dialogue,
    /// When.
    pub now: Moment,
    /// The button that was pressed, if one was.
    pub press: Option<Press>,
    /// The bot's user name, for links.
    pub bot_name: String,
    /// The person has left and is forgotten: there is nothing to save.
    pub gone: bool,
    /// No breakdown shows fewer people than that.
    pub small_group: u32,
    /// Chance, for codes and for sealing.
    pub chance: StdRng,
    /// Under which address walls are served, if they are.
    pub web: Option<Arc<str>>,
    /// Secrets outside of the database.
    pub keys: Keys,
    /// Finds proposals that are close to one another.
    pub similar: Finder,
    /// Whom the settings make owners.
    pub owners: Arc<[TelegramId]>,
    /// Whose list of commands is to fit another role, once this is written down.
    pub commands: Vec<(TelegramId, Role)>,
    /// Whether what is told to many waits for the end of their quiet hours: it does, unless an organizer decided otherwise.
    pub hold: Hold,
}

/// Shows that the one who acts is an owner. Only [`Cx::owner`] makes one.
#[derive(Debug, Clone, Copy)]
pub struct Owner(());

/// Shows that the one who acts may run things. Only [`Cx::organizer`] makes one.
#[derive(Debug, Clone, Copy)]
pub struct Organizer(());

/// Shows that the one who acts may look at proposals first, and answer letters. Only [`Cx::moderator`] makes one.
#[derive(Debug, Clone, Copy)]
pub struct Moderator(());

impl From<Owner> for Organizer {
    fn from(_: Owner) -> Self {
        Self(())
    }
}

impl From<Organizer> for Moderator {
    fn from(_: Organizer) -> Self {
        Self(())
    }
}

impl Cx {
    /// The texts of the person's language.
    pub fn t(&self) -> &'static Texts {
        self.me.lang.texts()
    }

    /// Whether the one who acts has the role that something needs; none: strangers may, too.
    pub fn may(&self, needs: Option<Role>) -> bool {
        needs.is_none_or(|role| self.me.is(role))
    }

    /// The right to say who has which role, for those who have it.
    pub fn owner(&self) -> Option<Owner> {
        self.me.is(Role::Owner).then_some(Owner(()))
    }

    /// The right to run things, for those who have it.
    pub fn organizer(&self) -> Option<Organizer> {
        self.me.is(Role::Organizer).then_some(Organizer(()))
    }

    /// The right to look at proposals first and to answer letters, for those who have it.
    pub fn moderator(&self) -> Option<Moderator> {
        self.me.is(Role::Moderator).then_some(Moderator(()))
    }

    /// Does something as somebody who is not on Telegram, for whom the one who acts enters it.
    pub async fn acting_for<T, F>(&mut self, person: Person, flow: F) -> anyhow::Result<T>
    where
        F: AsyncFnOnce(&mut Self) -> anyhow::Result<T>,
    {
        self.dialogue.acting_for = Some(person.id);
        // The one who acts reads the screens.
        let lang = self.me.lang;
        let organizer = std::mem::replace(&mut self.me, Person { lang, ..person });
        self.entered_by = Some(organizer.id);
        let done = flow(self).await;
        self.me = organizer;
        self.entered_by = None;
        self.dialogue.acting_for = None;
        done
    }

    /// A code that cannot be guessed: 22 letters and digits, 131 bits.
    pub fn code(&mut self) -> String {
        secret_code(&mut self.chance)
    }

    /// The link that brings somebody to the bot with a code.
    pub fn start_link(&self, code: &str) -> String {
        start_link(&self.bot_name, code)
    }

    /// The address of a wall; none: walls are not served.
    pub fn wall_link(&self, code: &str) -> Option<String> {
        self.web.as_ref().map(|web| format!("{web}/wall/{code}"))
    }
}

/// A code that cannot be guessed: 22 letters and digits, 131 bits.
pub fn secret_code(chance: &mut StdRng) -> String {
    chance.sample_iter(Alphanumeric).take(22).map(char::from).collect()
}

/// The link that brings somebody to a bot with a code.
pub fn start_link(bot_name: &str, code: &str) -> String {
    format!("https://t.me/{bot_name}?start={code}")
}
