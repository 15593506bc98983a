//! Several proposals become one, or one becomes several: organizers write the new text, authors are asked, and whoever
//! agreed with the old ones is asked anew. Nothing moves behind anybody's back.

pub mod flow;
pub mod store;
pub mod view;

use crate::ids::{MergerId, PersonId, ProposalId};
use crate::ui::state::Written;

/// How many parts one proposal is split into at most.
pub const MOST_PARTS: usize = 5;

/// A merger, or a split.
#[derive(Debug, Clone, PartialEq)]
pub struct Merger {
    pub id: MergerId,
    pub split: bool,
    pub parts: Vec<Part>,
    pub originals: Vec<Original>,
}

/// A new text.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub written: Written,
    /// None: it waits for the author, or is gone.
    pub proposal: Option<ProposalId>,
}

/// A proposal that is to go into new ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Original {
    pub proposal: ProposalId,
    /// None: nobody can be asked, so organizers decide.
    pub author: Option<PersonId>,
    pub answer: Answer,
}

/// What an author says to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Answer {
    Waits,
    Agreed,
    Refused,
}

impl Merger {
    /// What is said of one of its originals.
    pub fn original(&self, proposal: ProposalId) -> Option<Original> {
        self.originals.iter().copied().find(|original| original.proposal == proposal)
    }

    /// The proposal that others are merged into.
    pub fn into(&self) -> Option<ProposalId> {
        self.parts.first().filter(|_| !self.split).and_then(|part| part.proposal)
    }
}
