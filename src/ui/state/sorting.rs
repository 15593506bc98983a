//! What organizers write about directions, tags and what becomes of proposals.

use serde::{Deserialize, Serialize};

use super::Written;
use crate::ids::{DirectionId, ProposalId, TagId};
use crate::ui::action::{Decision, Purpose};

/// What the next words are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortingTask {
    /// The name of a new direction.
    AddDirection,
    /// Another name for one.
    RenameDirection(DirectionId),
    /// What one is about.
    DescribeDirection(DirectionId),
    /// What a new tag says.
    AddTag,
    /// What one says from now on.
    RenameTag(TagId),
    /// Why a proposal comes to another stage.
    Decide(Decision),
    /// Nothing in words: proposals are chosen on buttons.
    Pick(PickDraft),
    /// The text into which proposals are merged.
    Merge(MergeDraft),
    /// The parts into which one is split.
    Split(SplitDraft),
}

/// Proposals being chosen for something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PickDraft {
    pub purpose: Purpose,
    /// The direction that the list shows; none: all.
    #[serde(default)]
    pub from: Option<DirectionId>,
    /// In the order in which they were chosen.
    #[serde(default)]
    pub chosen: Vec<ProposalId>,
}

/// Proposals being merged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MergeDraft {
    pub of: Vec<ProposalId>,
    pub written: Option<Written>,
}

/// A proposal being split.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SplitDraft {
    pub of: ProposalId,
    pub parts: Vec<Written>,
}

impl SortingTask {
    /// Something has been written here that would be missed.
    pub fn holds_words(&self) -> bool {
        match self {
            Self::Pick(draft) => !draft.chosen.is_empty(),
            Self::Merge(draft) => draft.written.is_some(),
            Self::Split(draft) => !draft.parts.is_empty(),
            Self::AddDirection
            | Self::RenameDirection(_)
            | Self::DescribeDirection(_)
            | Self::AddTag
            | Self::RenameTag(_)
            | Self::Decide(_) => false,
        }
    }
}
