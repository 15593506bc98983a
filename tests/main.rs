//! Conversations as people have them, over real HTTP with an emulated Telegram and a real SQLite file; and faults.

mod announcing;
mod clumsy;
mod english;
mod faults;
mod hostile;
mod house;
mod joining;
mod kills;
mod letters;
mod making_votes;
mod organizing;
mod polling;
mod process;
mod proposing;
mod recount;
mod secrecy;
mod sessions;
mod settings;
mod stances;
mod support;
mod vote_results;
mod voting;
