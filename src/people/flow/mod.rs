//! What people do about themselves, and what organizers do about who takes part.

pub mod affiliations;
pub mod entered;
pub mod gathered;
pub mod invites;
pub mod joining;
pub mod offline;
pub mod requests;
pub mod settings;
pub mod taking_over;
pub mod team;
