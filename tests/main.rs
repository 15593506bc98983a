//! Conversations as people have them, over real HTTP with an emulated Telegram and a real SQLite file; and faults.

mod joining;
mod kills;
mod support;
