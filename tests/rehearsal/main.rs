//! The rehearsal as a bot and a page see it: over HTTP only, with a client of our own that hides nothing.

mod client;
mod faults;
mod files;
mod groups;
mod html;
mod keeping;
mod messages;
mod people;
mod phones;
mod queue;
mod refusals;
mod requests;
