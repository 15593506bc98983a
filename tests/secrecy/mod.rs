//! The secrecy of votes, from the attacker's side: what lies on the disk, in backups, in the log and in chats is
//! searched, guessed at, and cut off in the middle.

pub mod attacker;
mod bytes;
mod chats;
mod closing;
mod game;
mod kills;
mod scene;
