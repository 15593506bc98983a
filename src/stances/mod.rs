//! Where people stand on proposals, and what unites and divides their groups.

pub mod next;
pub mod polis;
pub mod recount;
pub mod unity;
