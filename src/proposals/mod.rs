//! Calls put to everyone, and the proposals that answer them; where organizers look at these first, their review.

pub mod flow;
pub mod life;
mod state;
pub mod store;
pub mod view;

use crate::clock::Moment;
use crate::directions::Under;
use crate::ids::{CallId, PersonId, ProposalId, ReviewId};
use crate::text::{Unfit, Words, utf16_len};
use crate::ui::action::{Reason, Refusal, Wording};
use crate::ui::state::{CAPTION, Idea, Question, Written};
use crate::ui::view::{Content, FileKind, Paging};

pub use crate::ui::action::Stage;

/// A question put to everyone.
#[derive(Debug, Clone)]
pub struct Call {
    pub id: CallId,
    pub question: Question,
    pub open: bool,
    /// How many proposals each person may have in it; none: as many as they like.
    pub most_each: Option<u32>,
    /// How many published proposals it has.
    pub proposals: i64,
}

/// An answer to a call.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Also the number people see.
    pub id: ProposalId,
    pub call: CallId,
    pub question: Question,
    /// None once the author has left, and where organizers brought it in.
    pub author: Option<PersonId>,
    /// Organizers brought it in, with others or for somebody who is not on Telegram.
    pub by_organizers: bool,
    pub words: Option<Idea>,
    pub photo: Option<String>,
    pub state: ProposalState,
    /// The direction that it is under.
    pub under: Option<Under>,
    pub handed_in_at: Moment,
    pub edited: bool,
    /// Its words, or other words for it, wait for the organizers.
    pub waits: bool,
}

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalState {
    /// Waits for the organizers.
    Received,
    /// Organizers ask its author to word it anew.
    Returned,
    /// Everyone sees it, and it goes on from here.
    Published(Stage),
    /// Organizers do not publish it.
    Declined,
    Withdrawn,
}

impl ProposalState {
    /// What has just been published.
    pub const PUBLISHED: Self = Self::Published(Stage::Open);

    /// Its author may still change it or take it back.
    pub fn is_alive(self) -> bool {
        matches!(self, Self::Received | Self::Returned | Self::Published(_))
    }

    /// Everyone sees it.
    pub fn is_public(self) -> bool {
        matches!(self, Self::Published(_))
    }

    /// People say where they stand on it.
    pub fn takes_stances(self) -> bool {
        matches!(self, Self::Published(Stage::Open | Stage::Voted | Stage::Chosen | Stage::InWork))
    }
}

/// What an organizer says of a proposal, to its author.
pub type ReviewNote = Words<300>;

/// Words of a proposal that wait for the organizers, or did: of a new one, or other words of a published one.
#[derive(Debug, Clone)]
pub struct Review {
    pub id: ReviewId,
    pub proposal: ProposalId,
    /// Both none once nobody needs them.
    pub written: Written,
    pub version: u32,
    /// None: it waits.
    pub settled: Option<Settled>,
}

impl Review {
    /// What an organizer sees of it now.
    pub fn wording(&self) -> Wording {
        Wording { review: self.id, version: self.version }
    }
}

/// How the organizers, or the author, have settled it.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    pub verdict: Verdict,
    /// Which organizer; none: the author, or they have left.
    pub by: Option<PersonId>,
    pub why: Option<Why>,
}

/// What became of words that waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "kebab-case")]
pub enum Verdict {
    Published,
    Returned,
    Declined,
    /// By the author.
    TakenBack,
}

impl From<Refusal> for Verdict {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Return => Self::Returned,
            Refusal::Decline => Self::Declined,
        }
    }
}

/// Why, for the author.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    Ready(Reason),
    Said(ReviewNote),
}

/// How many proposals each person may have in a call, as offered on buttons.
pub const MOST_EACH: [Option<u32>; 5] = [Some(1), Some(3), Some(5), Some(10), None];

/// How many close proposals are shown before one is sent.
pub const CLOSE_SHOWN: usize = 3;

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page {
    pub proposals: Vec<Proposal>,
    pub at: Paging,
    /// In the whole list.
    pub total: i64,
}

/// How many proposals a page shows.
pub const PAGE: u32 = 5;

/// Why something cannot be a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAProposal {
    /// Neither words nor a photo.
    WrongKind,
    Words(Unfit),
}

/// Adds what was sent to what was written so far: new words replace the old ones, a photo keeps the words and the
/// other way round.
pub fn write(before: Option<&Written>, content: &Content) -> Result<Written, NotAProposal> {
    let photo = match &content.file {
        None => before.and_then(|written| written.photo.clone()),
        Some((FileKind::Photo, file)) => Some(file.clone()),
        Some(_) => return Err(NotAProposal::WrongKind),
    };
    let words = match Idea::parse(&content.text) {
        Ok(words) => Some(words),
        Err(Unfit::Empty) => before.and_then(|written| written.words.clone()),
        Err(unfit) => return Err(NotAProposal::Words(unfit)),
    };
    match (&words, &photo) {
        (None, None) => Err(NotAProposal::Words(Unfit::Empty)),
        (Some(words), Some(_)) if utf16_len(words.plain()) > CAPTION => {
            let length = utf16_len(words.plain());
            Err(NotAProposal::Words(Unfit::TooLong { limit: CAPTION, length }))
        }
        _ => Ok(Written { words, photo }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(text: &str, file: Option<(FileKind, &str)>) -> Content {
        Content {
            file: file.map(|(kind, name)| (kind, name.into())),
            name: None,
            text: text.into(),
            entities: Vec::new(),
        }
    }

    #[test]
    fn words_and_a_photo_come_together_in_either_order() {
        let words = write(None, &sent("Міст через річку", None)).expect("words");
        let both = write(Some(&words), &sent("", Some((FileKind::Photo, "drawing")))).expect("both");
        assert_eq!(both.words, words.words);
        assert_eq!(both.photo.as_deref(), Some("drawing"));
        let reworded = write(Some(&both), &sent("Інший міст", None)).expect("reworded");
        assert_eq!(reworded.words.as_ref().map(Idea::plain), Some("Інший міст"));
        assert_eq!(reworded.photo, both.photo);
    }

    #[test]
    fn what_is_no_proposal_is_refused_with_a_reason() {
        assert_eq!(write(None, &sent("  ", None)), Err(NotAProposal::Words(Unfit::Empty)));
        assert_eq!(write(None, &sent("ось", Some((FileKind::Voice, "v")))), Err(NotAProposal::WrongKind));
        let long = "а".repeat(CAPTION + 1);
        assert!(write(None, &sent(&long, None)).is_ok(), "fits without a photo");
        assert_eq!(
            write(None, &sent(&long, Some((FileKind::Photo, "p")))),
            Err(NotAProposal::Words(Unfit::TooLong { limit: CAPTION, length: CAPTION + 1 }))
        );
    }
}
