//! The buttons of announcements that wait, are on their way or were sent, and their codes.

use super::code::flag;
use super::*;

/// What a button does with an announcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announcing {
    /// Those that wait and those that were sent; a page of them.
    List(u32),
    Show(AnnouncementId),
    /// What it says.
    Words(AnnouncementId),
    /// Whether the one being made asks people to say that they have read it.
    Ask(bool),
    /// Asks when the one being made is to go.
    Time,
    /// The one being made goes at once.
    NoTime,
    /// The one being made goes at its time; one that is being changed is kept.
    Schedule,
    /// Take one that waits up again.
    Change(AnnouncementId),
    /// Send one that waits now.
    SendNow(AnnouncementId),
    /// Take it back; `true`: for sure.
    Withdraw(AnnouncementId, bool),
    /// Word one anew that was sent.
    Reword(AnnouncementId),
    /// Put the new words in the place of the old ones, wherever they are.
    SaveWords,
    /// Try what failed again.
    Retry(AnnouncementId),
    /// Who has said that they read it, or has not; a page of them.
    Readers(AnnouncementId, bool, u32),
    /// Remind those who have not.
    Remind(AnnouncementId),
    /// I have read it, or have not after all.
    Read(AnnouncementId, bool),
    /// Show it to me again.
    Again(AnnouncementId),
}

impl Announcing {
    pub(super) fn encode(self) -> String {
        match self {
            Self::List(page) => format!("an.l.{page}"),
            Self::Show(id) => format!("an.s.{}", id.0),
            Self::Words(id) => format!("an.t.{}", id.0),
            Self::Ask(wanted) => format!("an.a.{}", u8::from(wanted)),
            Self::Time => "an.w".into(),
            Self::NoTime => "an.n".into(),
            Self::Schedule => "an.p".into(),
            Self::Change(id) => format!("an.c.{}", id.0),
            Self::SendNow(id) => format!("an.z.{}", id.0),
            Self::Withdraw(id, sure) => format!("an.x.{}.{}", id.0, u8::from(sure)),
            Self::Reword(id) => format!("an.e.{}", id.0),
            Self::SaveWords => "an.v".into(),
            Self::Retry(id) => format!("an.r.{}", id.0),
            Self::Readers(id, read, page) => format!("an.q.{}.{}.{page}", id.0, u8::from(read)),
            Self::Remind(id) => format!("an.b.{}", id.0),
            Self::Read(id, read) => format!("an.k.{}.{}", id.0, u8::from(read)),
            Self::Again(id) => format!("an.o.{}", id.0),
        }
    }

    pub(super) fn decode(parts: &[&str]) -> Option<Self> {
        let id = |id: &str| id.parse().ok().map(AnnouncementId);
        Some(match parts {
            ["l", page] => Self::List(page.parse().ok()?),
            ["s", one] => Self::Show(id(one)?),
            ["t", one] => Self::Words(id(one)?),
            ["a", wanted] => Self::Ask(flag(wanted)?),
            ["w"] => Self::Time,
            ["n"] => Self::NoTime,
            ["p"] => Self::Schedule,
            ["c", one] => Self::Change(id(one)?),
            ["z", one] => Self::SendNow(id(one)?),
            ["x", one, sure] => Self::Withdraw(id(one)?, flag(sure)?),
            ["e", one] => Self::Reword(id(one)?),
            ["v"] => Self::SaveWords,
            ["r", one] => Self::Retry(id(one)?),
            ["q", one, read, page] => Self::Readers(id(one)?, flag(read)?, page.parse().ok()?),
            ["b", one] => Self::Remind(id(one)?),
            ["k", one, read] => Self::Read(id(one)?, flag(read)?),
            ["o", one] => Self::Again(id(one)?),
            _ => return None,
        })
    }

    /// Acts on the words being written.
    pub fn is_bound(self) -> bool {
        matches!(self, Self::Ask(_) | Self::Time | Self::NoTime | Self::Schedule | Self::SaveWords)
    }
}
