//! Counting held against the outside: what other programs make of the same ballots, and the command that recounts.

mod recount;
mod reference;
