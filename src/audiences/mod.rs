//! Whom something is for: an audience said in words, put together on a phone, and what people it comes to. Announcements,
//! sessions, polls and votes share it. Who is in it is asked when something is sent; only a session for everyone or for
//! some groups takes in who joins later.

pub mod flow;
pub mod store;
pub mod view;

use crate::directions::Name as Direction;
use crate::people::Affiliation;
use crate::ui::action::Attendance;
use crate::ui::state::{Name, Title};

/// An audience with what its criteria are called.
#[derive(Debug, Clone, Default)]
pub struct Named {
    pub groups: Vec<Affiliation>,
    pub directions: Vec<Direction>,
    /// Sessions, and what was said of them.
    pub answers: Vec<(Title, Option<Attendance>)>,
    /// Votes, and whether people have voted.
    pub turnout: Vec<(Title, bool)>,
    pub people: Vec<Name>,
}
