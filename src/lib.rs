//! Merezha: a Telegram bot that keeps a network of people working together between the sessions of a strategy
//! process.
//!
//! The map of the house, from the top down; who stands lower is not told of who stands higher:
//!
//! - [`rehearsal`]: an emulated Telegram, which knows nothing of the rest;
//! - [`bot`]: one update from start to end; [`schedule`]: what happens because time passed; `web`: walls over HTTP;
//! - the features, alike in their rooms (types and rules, `store`, `flow`, `view`): `people`, `proposals`, [`directions`], `merging`,
//!   `votes`, `polls`, [`stances`], `sessions`, [`wall`], `audiences`, `announcements`, `letters`, `chats` (groups and
//!   channels), `exports` (what is taken out), [`imports`] (what comes in), `acts` (what was done by a role);
//! - `inbox` and `outbox`: the two ends of the one path;
//! - `ui`: what all screens share; `cx`: what a flow holds;
//! - the ground floor: `alphabet` (how names are sorted), [`config`], [`clock`], [`db`], `due` (what the schedule does),
//!   [`groups`] (the small-group rule), `ids`, `keys`, `l10n`, `panics`, [`picture`], [`quiet`] (hours), `role`, [`similar`],
//!   `stop`, `text`, `when`.

mod acts;
mod alphabet;
mod announcements;
mod audiences;
pub mod bot;
mod chats;
pub mod clock;
pub mod config;
mod cx;
pub mod db;
pub mod directions;
mod due;
pub mod exports;
pub mod groups;
pub mod ids;
pub mod imports;
mod inbox;
pub mod keys;
mod l10n;
mod letters;
mod merging;
mod outbox;
mod panics;
mod people;
pub mod picture;
mod polls;
mod proposals;
pub mod quiet;
pub mod rehearsal;
mod role;
pub mod schedule;
mod sessions;
pub mod similar;
pub mod stances;
mod stop;
mod text;
mod ui;
pub mod votes;
pub mod wall;
mod web;
mod when;
