//! Groups and channels of the network: an organizer links them with a code, and chooses each time what is posted there.
//! Nothing that is posted names anybody.

pub mod flow;
pub mod store;
pub mod view;

use std::time::Duration;

use crate::clock::Moment;
use crate::ids::{ChatId, ChatNo, PersonId};
use crate::l10n::Lang;

/// How long a code is good.
pub const CODE_HOLDS: Duration = Duration::from_secs(24 * 3600);
/// How often those who are no organizers are answered in a group: once in that time, whatever they send.
pub const HINT_EVERY: Duration = Duration::from_secs(60);
/// How many linked chats there may be: as many as a confirming screen has room for.
pub const MOST: usize = 8;

/// A group or channel where the bot is, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chat {
    pub id: ChatId,
    pub no: ChatNo,
    pub kind: Kind,
    pub title: String,
    /// What the bot speaks there.
    pub lang: Lang,
    pub standing: Standing,
    pub linked: bool,
    /// Letters to the organizers are posted there.
    pub letters: bool,
    pub hinted_at: Option<Moment>,
}

impl Chat {
    /// Something can be posted there: it is linked, and the bot is in. Whether it may write shows when it tries.
    pub fn takes_posts(&self) -> bool {
        self.linked && self.standing != Standing::Out
    }

    /// Somebody who is no organizer may be answered there.
    pub fn takes_hint(&self, now: Moment) -> bool {
        self.hinted_at.is_none_or(|at| at.after(HINT_EVERY) <= now)
    }
}

/// Chooses a chat for what is being confirmed, or no longer.
pub fn choose(chats: &mut Vec<ChatId>, chat: ChatId, wanted: bool) {
    chats.retain(|chosen| *chosen != chat);
    if wanted && chats.len() < MOST {
        chats.push(chat);
    }
}

/// What a chat is, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Kind {
    Group,
    Channel,
}

/// What the bot may do in a chat, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Standing {
    /// Write.
    Here,
    /// Be there: the last try to write was refused.
    Muted,
    /// Nothing: it is not there.
    Out,
}

/// A code that somebody sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// For whom it was made.
    pub owner: PersonId,
    pub expires_at: Moment,
    pub used: bool,
}

impl Code {
    /// Whether it links a chat now, sent by this person (none: whoever writes there does not say who they are).
    pub fn is_good(&self, from: Option<PersonId>, now: Moment) -> bool {
        !self.used && now < self.expires_at && from.is_none_or(|from| from == self.owner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_good_once_for_a_day_and_for_its_owner() {
        let code = Code { owner: PersonId(1), expires_at: Moment(100), used: false };
        assert!(code.is_good(Some(PersonId(1)), Moment(99)));
        assert!(code.is_good(None, Moment(99)), "in a channel nobody says who writes");
        assert!(!code.is_good(Some(PersonId(2)), Moment(99)));
        assert!(!code.is_good(Some(PersonId(1)), Moment(100)));
        assert!(!Code { used: true, ..code }.is_good(Some(PersonId(1)), Moment(1)));
    }
}
