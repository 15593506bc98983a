//! What all screens share: buttons, what came in, dialogues, and messages out.

pub mod action;
pub mod audience;
pub mod behalf;
pub mod bound;
pub mod closing;
pub mod event;
pub mod group_event;
pub mod needs;
pub mod state;
pub mod view;
