//! Letters to the organizers, and their answers.

pub mod flow;
pub mod store;
pub mod view;
