//! What people carry away from the chat: files that are made outside of any flow and then owed through the outbox.
//!
//! A flow only writes down who wants what ([`store`]). [`worker`] makes one file after another with a reading
//! connection, so nobody waits for it, and a file that was being made when the process died is made anew. What a file
//! holds is no more than the chat would show: sums over enough people, no names, no single ballots.

pub mod archive;
pub mod cards;
pub mod flow;
pub mod own;
pub mod pdf;
pub mod prepare;
pub mod report;
pub mod store;
pub mod table;
pub mod view;
pub mod worker;

use std::time::Duration;

use crate::clock::Moment;

/// What Telegram takes from a bot at most is 50 MB.
pub const MOST_BYTES: usize = 45_000_000;
/// The same is not made again sooner.
const AGAIN_AFTER: Duration = Duration::from_secs(60);
/// How often making is begun before it is given up: the process may have died of it.
pub const TRIES: u32 = 3;

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// With its ending.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What came of making.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// In the order in which they are sent.
    Files(Vec<File>),
    /// There is nothing to put into them any more.
    Nothing,
    /// Telegram would not take one of them, or they are too many.
    TooLarge,
}

impl Made {
    /// These, if Telegram takes them.
    pub fn files(files: Vec<File>) -> Self {
        if files.iter().any(|file| file.bytes.len() > MOST_BYTES) {
            Self::TooLarge
        } else {
            Self::Files(files)
        }
    }
}

/// Something that was asked for earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub at: Moment,
    pub done: bool,
}

/// Why something is not made now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotNow {
    /// It is being made.
    UnderWay,
    /// It was sent a moment ago.
    JustSent,
}

/// Whether somebody may have something made who asked for the same before.
pub fn may_ask(before: Option<Asked>, now: Moment) -> Result<(), NotNow> {
    match before {
        Some(asked) if !asked.done => Err(NotNow::UnderWay),
        // A clock that was set back holds nobody up.
        Some(asked) if asked.at <= now && now < asked.at.after(AGAIN_AFTER) => Err(NotNow::JustSent),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_is_made_once_a_minute_at_most() {
        let now = Moment(1_000_000);
        let asked = |ago: u64, done| Some(Asked { at: now.before(Duration::from_secs(ago)), done });
        assert_eq!(may_ask(None, now), Ok(()));
        assert_eq!(may_ask(asked(3600, false), now), Err(NotNow::UnderWay));
        assert_eq!(may_ask(asked(59, true), now), Err(NotNow::JustSent));
        assert_eq!(may_ask(asked(60, true), now), Ok(()));
        assert_eq!(may_ask(Some(Asked { at: now.after(AGAIN_AFTER), done: true }), now), Ok(()));
    }

    #[test]
    fn what_telegram_would_not_take_is_known() {
        let of = |size| Made::files(vec![File { name: "x".into(), bytes: vec![0; size] }]);
        assert!(matches!(of(MOST_BYTES), Made::Files(_)));
        assert_eq!(of(MOST_BYTES + 1), Made::TooLarge);
    }
}
