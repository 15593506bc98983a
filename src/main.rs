//! The command line: run the bot, or rehearse without Telegram.

mod rehearse;
mod tally;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use merezha::bot::run::{self, CannotStart, Running};
use merezha::clock::Clock;
use merezha::config::Config;
use merezha::stances::recount;

/// A Telegram bot that keeps a network of people working together between the sessions of a strategy process.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Run the bot with Telegram (this is also what happens without a command)
    Run,
    /// Rehearse without Telegram: the real bot, an emulated Telegram, and phones in a web page
    Rehearse(rehearse::Arguments),
    /// Recount a vote from its file of ballots: ours (Pabulib .pb), or PrefLib's .cat, .soc, .toc, .soi, .toi
    Tally(tally::Arguments),
    /// Say what unites and what divides the groups of a conversation exported from Polis, or from here
    Unity {
        /// The folder with comments.csv, votes.csv and participants-votes.csv
        dir: PathBuf,
        /// Every statement and every group, for programs
        #[arg(long)]
        json: bool,
    },
}

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("info,sqlx=warn")).init();
    log_panics_without_words();
    match Arguments::parse().command.unwrap_or(Command::Run) {
        Command::Run => in_runtime(serve()),
        Command::Rehearse(arguments) => in_runtime(rehearse::rehearse(arguments)),
        Command::Tally(arguments) => print(tally::recount(arguments)),
        Command::Unity { dir, json } => print(recount::run(&recount::Request { folder: dir, json })),
    }
}

fn in_runtime(work: impl Future<Output = ExitCode>) -> ExitCode {
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("merezha: Start the threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    let ended = runtime.block_on(work);
    // Nothing is left to wait for but, without a network, the search for Telegram's address.
    runtime.shutdown_background();
    ended
}

/// Prints a result, or the line that says what is wrong with the input.
fn print(result: Result<String, String>) -> ExitCode {
    match result {
        Ok(text) => match write!(std::io::stdout(), "{text}") {
            // Whoever reads only the beginning has read enough.
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                eprintln!("merezha: Print what came of it: {error}");
                ExitCode::FAILURE
            }
            _ => ExitCode::SUCCESS,
        },
        Err(line) => refuse(&line),
    }
}

/// Runs with the settings of the environment until it is told to stop.
async fn serve() -> ExitCode {
    // No `.env` is fine: settings may come from the environment alone. What is wrong in one is not quoted: it may be
    // the token.
    if dotenvy::dotenv().is_err_and(|error| !error.not_found()) {
        return refuse(".env cannot be read: each line must be NAME=value, and quotes come in pairs");
    }
    let config = match Config::read(|name| std::env::var(name).ok()) {
        Ok(config) => config,
        Err(unusable) => return refuse(&unusable.to_string()),
    };
    let mut stop = std::pin::pin!(stop_signal());
    // Told to stop while it starts, it may be dropped at any point, as by a crash: nothing was taken in yet.
    let started = tokio::select! {
        started = run::start(config, Clock::system()) => started,
        () = &mut stop => return ExitCode::SUCCESS,
    };
    match started {
        Ok(running) => {
            announce(&running);
            stop.await;
            log::info!("Stopping");
            running.stop().await;
            ExitCode::SUCCESS
        }
        Err(why) => cannot_start(why),
    }
}

fn announce(running: &Running) {
    log::info!("@{} is ready", running.name);
    if let Some(link) = &running.claim_link {
        eprintln!(
            "There is no organizer yet. Whoever opens this link first becomes one; it works once:\n{link}"
        );
    }
}

/// Says why the bot does not start.
fn cannot_start(why: CannotStart) -> ExitCode {
    match why {
        CannotStart::TokenRefused => {
            refuse("TELOXIDE_TOKEN was refused by Telegram: copy the token from @BotFather again")
        }
        CannotStart::AlreadyRunning => {
            refuse("Another copy already runs on this database: stop it first, or set another DATABASE_URL")
        }
        CannotStart::Unusable(line) => refuse(&line),
        CannotStart::Fault(error) => {
            eprintln!("merezha: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// One line that says what to do; 2 is the code for "used wrongly".
fn refuse(line: &str) -> ExitCode {
    eprintln!("merezha: {line}");
    ExitCode::from(2)
}

/// Ctrl-C, or SIGTERM from whoever supervises the process.
async fn stop_signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

/// A panic's message may quote what somebody wrote; where it happened does not.
fn log_panics_without_words() {
    std::panic::set_hook(Box::new(|info| match info.location() {
        Some(at) => log::error!("A panic at {}:{}", at.file(), at.line()),
        None => log::error!("A panic somewhere"),
    }));
}
