//! Whom what is being made is for, whatever it is.

use super::{AudienceDraft, State};
use crate::ui::action::SessionPart;
use crate::ui::audience::{Audience, Choosing};
use crate::ui::state::PollAsking;

impl State {
    /// Whom it is for; none: it is for nobody in particular, or that is settled, or nothing is made.
    pub fn audience(&self) -> Option<Audience> {
        match self {
            Self::Announcing(draft) => Some(match &draft.audience {
                AudienceDraft::NotChosen => Audience::default(),
                AudienceDraft::Chosen(audience) => audience.clone(),
            }),
            Self::MakingSession(draft) if draft.changing.is_none() => Some(draft.audience.clone()),
            Self::MakingPoll(Some(draft)) => Some(draft.audience.clone()),
            Self::MakingVote(draft) => Some(draft.audience.clone()),
            _ => None,
        }
    }

    /// The screen on which it is being chosen exactly.
    pub fn choosing(&self) -> Option<&Choosing> {
        match self {
            Self::Announcing(draft) => draft.choosing.as_ref(),
            Self::MakingSession(draft) => draft.choosing.as_ref(),
            Self::MakingPoll(Some(draft)) => draft.choosing.as_ref(),
            Self::MakingVote(draft) => draft.choosing.as_ref(),
            _ => None,
        }
    }

    /// It is for these, and this is the screen that chooses it; none: it is chosen.
    pub fn set_audience(&mut self, audience: Audience, choosing: Option<Choosing>) {
        match self {
            Self::Announcing(draft) => {
                (draft.audience, draft.choosing) = (AudienceDraft::Chosen(audience), choosing);
            }
            Self::MakingSession(draft) if draft.changing.is_none() => {
                (draft.audience, draft.choosing) = (audience, choosing);
                draft.asking = draft.asking.filter(|part| *part != SessionPart::Audience);
            }
            Self::MakingPoll(Some(draft)) => {
                (draft.audience, draft.choosing, draft.on_wall) = (audience, choosing, false);
                draft.asking = draft.asking.filter(|part| *part != PollAsking::Audience);
            }
            Self::MakingVote(draft) => (draft.audience, draft.choosing) = (audience, choosing),
            _ => {}
        }
    }

    /// Asks for it anew.
    pub fn ask_audience(&mut self) {
        match self {
            Self::Announcing(draft) => (draft.audience, draft.choosing) = (AudienceDraft::NotChosen, None),
            Self::MakingSession(draft) if draft.changing.is_none() => {
                (draft.asking, draft.choosing) = (Some(SessionPart::Audience), None);
            }
            Self::MakingPoll(Some(draft)) => {
                (draft.asking, draft.choosing) = (Some(PollAsking::Audience), None);
            }
            Self::MakingVote(draft) => draft.choosing = Some(Choosing::Groups),
            _ => {}
        }
    }
}
