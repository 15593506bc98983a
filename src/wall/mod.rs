//! The wall: a page for the projector in the room. It shows what an organizer chooses from the phone, to whoever has its
//! address.

pub mod store;

use serde::{Deserialize, Serialize};

use crate::ids::{CallId, InviteId, PollId, SessionId, VoteId};
use crate::l10n::Lang;
use crate::ui::action::Dimension;

/// What the wall shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scene {
    /// The session's title: where a wall begins, and rests.
    Title,
    /// The QR code by which one joins, and how many have.
    Join,
    /// Proposals as they are published: of this call, or of all.
    Proposals(Option<CallId>),
    /// A poll with its counts, as far as everyone may see them.
    Poll(PollId),
    /// How many have voted.
    Turnout(VoteId),
    /// What came of a vote. An organizer reveals it.
    Result(VoteId),
    /// What unites and what divides these groups.
    Unity(Dimension),
    /// The session's pictures.
    Gallery,
}

/// The wall of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wall {
    pub session: SessionId,
    /// The secret part of its address.
    pub code: String,
    /// Of its own words.
    pub lang: Lang,
    pub scene: Scene,
    /// By which one joins from the wall, once that was shown.
    pub invite: Option<InviteId>,
}
