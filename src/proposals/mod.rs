//! Calls put to everyone, and the proposals that answer them.

pub mod flow;
pub mod store;
pub mod view;

use crate::clock::Moment;
use crate::ids::{CallId, PersonId, ProposalId};
use crate::text::{Unfit, utf16_len};
use crate::ui::state::{CAPTION, Idea, Question, Written};
use crate::ui::view::{Content, FileKind, Paging};

/// A question put to everyone.
#[derive(Debug, Clone)]
pub struct Call {
    pub id: CallId,
    pub question: Question,
    pub open: bool,
    /// How many proposals it has, withdrawn ones not counted.
    pub proposals: i64,
}

/// An answer to a call.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Also the number people see.
    pub id: ProposalId,
    pub call: CallId,
    pub question: Question,
    /// None once the author has left.
    pub author: Option<PersonId>,
    pub words: Option<Idea>,
    pub photo: Option<String>,
    pub state: ProposalState,
    pub handed_in_at: Moment,
    pub edited: bool,
}

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum ProposalState {
    Published,
    Withdrawn,
}

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
