//! `merezha tally FILE`: a vote counted once more, by whoever has its file.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use merezha::votes::recount::{self, Request};
use merezha::votes::tally;

/// What to recount, and how.
#[derive(Args)]
pub struct Arguments {
    /// The file of ballots
    file: PathBuf,
    /// How ballots are counted [default: as the file says]
    #[arg(long)]
    method: Option<Method>,
    /// Which options win [default: as the file says, or most votes]
    #[arg(long)]
    winners: Option<Winners>,
    /// How many options win [default: as the file says]
    #[arg(long, value_name = "K")]
    seats: Option<NonZeroUsize>,
    /// For programs
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Method {
    Choose,
    Points,
    Ranking,
}

#[derive(Clone, Copy, ValueEnum)]
enum Winners {
    MostVotes,
    Balanced,
}

/// The result as it is printed, or one line that says what is wrong.
pub fn recount(arguments: Arguments) -> Result<String, String> {
    recount::run(&Request {
        path: arguments.file,
        method: arguments.method.map(|method| match method {
            Method::Choose => tally::Method::Choose,
            Method::Points => tally::Method::Points,
            Method::Ranking => tally::Method::Ranking,
        }),
        winners: arguments.winners.map(|winners| match winners {
            Winners::MostVotes => tally::Winners::MostVotes,
            Winners::Balanced => tally::Winners::Balanced,
        }),
        seats: arguments.seats,
        json: arguments.json,
    })
}
