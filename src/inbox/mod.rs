//! Updates in: stored before Telegram forgets them, handed out one per person at a time, people in turn.
//!
//! [`poll`] fetches and stores, [`lanes`] decides whose turn it is, [`listener`] is the door to teloxide's dispatcher.

pub mod lanes;
pub mod listener;
pub mod poll;
mod quoted;
pub mod store;
mod tap;
