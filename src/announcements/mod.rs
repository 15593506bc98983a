//! Messages from the organizers to an audience, with progress.

pub mod flow;
pub mod store;
pub mod view;

use crate::ids::{AnnouncementId, MailingId, MessageNo, PersonId};
use crate::outbox::Progress;
use crate::outbox::store::MailingState;
use crate::people::Affiliation;
use crate::text::utf16_len;
use crate::ui::action::{Attendance, Audience};
use crate::ui::state::Title;
use crate::ui::view::Content;

/// An announcement on its way, or arrived.
#[derive(Debug, Clone)]
pub struct Announcement {
    pub id: AnnouncementId,
    pub mailing: MailingId,
    /// None once they have left.
    pub author: Option<PersonId>,
    pub audience: Audience,
    /// The author's card with the progress bar.
    pub card: Option<MessageNo>,
    /// What the card shows: see [`shown`].
    pub shown: String,
}

/// Whom something is for, with what they are called.
#[derive(Debug, Clone)]
pub struct NamedAudience {
    pub group: Option<Affiliation>,
    /// The session to which they were invited, and what they said of it.
    pub guests: Option<(Title, Option<Attendance>)>,
}

/// What a bot may send below a file, and alone.
const CAPTION: usize = 1024;
const TEXT: usize = 4096;

/// Whether Telegram lets a bot send it; else the limit it breaks. People with Premium may write more than a bot.
pub fn fits(content: &Content) -> Result<(), usize> {
    let limit = if content.file.is_some() { CAPTION } else { TEXT };
    if utf16_len(&content.text) > limit { Err(limit) } else { Ok(()) }
}

/// What a card shows, in short, to tell whether it has to be edited. It begins with "end" when nothing more will come.
pub fn shown(state: MailingState, progress: Progress) -> String {
    let end = if progress.waiting == 0 { "end" } else { "run" };
    format!(
        "{end} {state:?} {} {} {} {}",
        progress.sent, progress.blocked, progress.failed, progress.cancelled
    )
}
