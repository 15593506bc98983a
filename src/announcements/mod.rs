//! Messages from the organizers to an audience: at once or at their time, with progress, changed or taken back where they
//! have arrived, and confirmed by those who read them.

pub mod flow;
pub mod store;
pub mod view;

use std::time::Duration;

use crate::clock::Moment;
use crate::ids::{AnnouncementId, ChatId, MailingId, MessageNo, PersonId};
use crate::outbox::Progress;
use crate::outbox::store::MailingState;
use crate::text::utf16_len;
use crate::ui::audience::Audience;
use crate::ui::view::{Content, FileKind};

/// How long Telegram lets a bot delete what it has sent, less an hour for what is still under way.
pub const DELETABLE: Duration = Duration::from_secs(47 * 3600);
/// How long after one reminder the next may be sent.
pub const BETWEEN_REMINDERS: Duration = Duration::from_secs(3600);

/// An announcement.
#[derive(Debug, Clone)]
pub struct Announcement {
    pub id: AnnouncementId,
    /// None once they have left.
    pub author: Option<PersonId>,
    /// What it says now; none: it was sent before that was kept.
    pub content: Option<Content>,
    pub audience: Audience,
    /// Groups and channels where it is posted, too.
    pub chats: Vec<ChatId>,
    /// People are asked to say that they have read and understood it.
    pub asks: bool,
    pub stage: Stage,
    /// How its last change, or its being taken back, goes to those who have it.
    pub revision: Option<MailingId>,
    pub edited_at: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
    pub reminded_at: Option<Moment>,
    /// The author's card with the progress bar.
    pub card: Option<MessageNo>,
    /// What the card shows: see [`Standing::shown`].
    pub shown: String,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// For this moment; none: there was nobody to send it to.
    Waiting(Option<Moment>),
    Sent(MailingId, Moment),
}

impl Announcement {
    /// It waits for its time.
    pub fn waits(&self) -> bool {
        matches!(self.stage, Stage::Waiting(_)) && self.withdrawn_at.is_none()
    }

    /// People may have it.
    pub fn mailing(&self) -> Option<MailingId> {
        match self.stage {
            Stage::Sent(mailing, _) => Some(mailing),
            Stage::Waiting(_) => None,
        }
    }
}

/// Everything that the card of one that was sent shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub state: MailingState,
    pub progress: Progress,
    /// How far its last change has come.
    pub revision: Progress,
    /// How many can be tried again.
    pub again: i64,
    /// How many have said that they read it.
    pub read: i64,
}

impl Standing {
    /// The same, of an audience whose numbers are told only roughly.
    #[must_use]
    pub fn told(self, audience: &Audience, least: u32) -> Self {
        let told = |count| audience.told(count, least);
        let rough = |progress: Progress| Progress {
            waiting: told(progress.waiting),
            sent: told(progress.sent),
            blocked: told(progress.blocked),
            failed: told(progress.failed),
            cancelled: told(progress.cancelled),
        };
        let (progress, revision) = (rough(self.progress), rough(self.revision));
        Self { progress, revision, again: told(self.again), read: told(self.read), ..self }
    }

    /// What a card shows, in short, to tell whether it has to be edited. It begins with "end" when nothing more will come
    /// by itself.
    pub fn shown(self) -> String {
        let end = if self.progress.waiting + self.revision.waiting == 0 { "end" } else { "run" };
        let Self { state, progress, revision, again, read } = self;
        let counts =
            |p: Progress| format!("{} {} {} {} {}", p.waiting, p.sent, p.blocked, p.failed, p.cancelled);
        format!("{end} {state:?} {} {} {again} {read}", counts(progress), counts(revision))
    }
}

/// What a bot may send below a file, and alone.
const CAPTION: usize = 1024;
const TEXT: usize = 4096;

/// Whether Telegram lets a bot send it; else the limit it breaks. People with Premium may write more than a bot.
pub fn fits(content: &Content) -> Result<(), usize> {
    let limit = if content.file.is_some() { CAPTION } else { TEXT };
    if utf16_len(&content.text) > limit { Err(limit) } else { Ok(()) }
}

/// What cannot take the place of what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotInPlace {
    /// A file: only words can.
    File,
    /// Anything: a round video has no words.
    Wordless,
}

/// The words of what was sent, put anew. Its file stays.
pub fn reworded(sent: &Content, words: Content) -> Result<Content, NotInPlace> {
    match (&sent.file, words.file) {
        (Some((FileKind::VideoNote, _)), _) => Err(NotInPlace::Wordless),
        (_, Some(_)) => Err(NotInPlace::File),
        (file, None) => Ok(Content { file: file.clone(), ..words }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(file: Option<FileKind>, text: &str) -> Content {
        let file = file.map(|kind| (kind, "AgAC".to_owned()));
        Content { file, name: None, text: text.into(), entities: Vec::new() }
    }

    #[test]
    fn words_take_the_place_of_words_and_a_file_stays() {
        let photo = content(Some(FileKind::Photo), "one");
        assert_eq!(reworded(&photo, content(None, "two")), Ok(content(Some(FileKind::Photo), "two")));
        assert_eq!(reworded(&content(None, "one"), content(None, "two")), Ok(content(None, "two")));
        assert_eq!(reworded(&photo, photo.clone()), Err(NotInPlace::File));
        let round = content(Some(FileKind::VideoNote), "");
        assert_eq!(reworded(&round, content(None, "two")), Err(NotInPlace::Wordless));
    }
}
