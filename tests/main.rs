//! Conversations as people have them, over real HTTP with an emulated Telegram and a real SQLite file; and faults.

mod announcing;
mod clumsy;
mod deadlines;
mod english;
mod faults;
mod hasty;
mod hostile;
mod house;
mod joining;
mod kills;
mod lasting;
mod letters;
mod making_votes;
mod organizing;
mod polling;
mod process;
mod proposing;
mod quiet_hours;
mod recount;
mod secrecy;
mod sessions;
mod settings;
mod stances;
mod support;
mod vote_results;
mod voting;
