//! The wall: a page for the projector in the room. It shows what an organizer chooses from the phone, to whoever has its
//! address.

pub mod flow;
pub mod store;
pub mod view;

use crate::ids::{InviteId, SessionId};
use crate::l10n::Lang;

pub use crate::ui::action::Scene;

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
