//! The rehearsal's glue: the emulated Telegram, the real bot pointed at it, and a crowd, in one program.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;
use merezha::bot::run::{self, Running};
use merezha::clock::Clock;
use merezha::config::Config;
use merezha::quiet::QuietHours;
use merezha::rehearsal::{self, Limits, Options, Rehearsal, crowd};

/// Where the page is, unless said otherwise.
const USUAL: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8787);
/// The emulated Telegram's state, in the rehearsal's folder.
const STATE: &str = "telegram.json";
/// The organizer's phone: the first person of a rehearsal.
const ORGANIZER: &str = "1001";

/// What a rehearsal that runs holds in its folder.
const LOCK: &str = "telegram.lock";

/// How to rehearse.
#[derive(Args)]
pub struct Arguments {
    /// How many simulated participants come by
    #[arg(long, default_value_t = 34)]
    crowd: usize,
    /// Forget the earlier rehearsal and start over
    #[arg(long)]
    fresh: bool,
    /// Only the emulated Telegram, for another bot or a script
    #[arg(long)]
    no_bot: bool,
    /// Where the page and the Bot API are served; 127.0.0.1:8787, or any free port where that is taken
    #[arg(long, value_name = "ADDRESS:PORT")]
    addr: Option<SocketAddr>,
    /// Where walls of sessions are served
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:0")]
    walls: SocketAddr,
    /// The folder in which the rehearsal is kept
    #[arg(long, value_name = "FOLDER", default_value = "data/rehearsal")]
    data: PathBuf,
}

/// Rehearses until it is told to stop.
pub async fn rehearse(arguments: Arguments) -> ExitCode {
    // Before anything is forgotten: it may be another rehearsal's, which still runs.
    let _lock = match hold(&arguments.data) {
        Ok(lock) => lock,
        Err(line) => return super::refuse(&line),
    };
    let rehearsal = match begin(&arguments).await {
        Ok(rehearsal) => rehearsal,
        Err(error) => return super::refuse(&cannot_begin(&arguments, &error)),
    };
    if arguments.no_bot {
        println!("The emulated Telegram is running.\n{}", addresses(&rehearsal, &arguments));
        super::stop_signal().await;
        rehearsal.stop().await;
        return ExitCode::SUCCESS;
    }
    let bot = match start_bot(&rehearsal, &arguments).await {
        Ok(bot) => bot,
        Err(code) => return code,
    };
    println!(
        "The rehearsal is running. Open the phones in a browser; Ctrl-C ends it.\n{}{}",
        addresses(&rehearsal, &arguments),
        bot.web.map_or_else(String::new, |walls| format!("\n  Walls:    http://{walls}/wall/…")),
    );
    tokio::select! {
        () = crowd::gather(rehearsal.telegram(), arguments.crowd) => super::stop_signal().await,
        () = super::stop_signal() => {}
    }
    bot.stop().await;
    rehearsal.stop().await;
    ExitCode::SUCCESS
}

/// Keeps a second rehearsal out of a folder.
fn hold(data: &Path) -> Result<File, String> {
    let unusable =
        |error| format!("--data {} cannot be used; name another folder ({error:#})", data.display());
    std::fs::create_dir_all(data).context("Make the folder").map_err(unusable)?;
    run::hold(&data.join(LOCK)).map_err(unusable)?.ok_or_else(|| {
        format!(
            "Another rehearsal already runs in {}: stop it first, or name another folder with --data",
            data.display()
        )
    })
}

fn cannot_begin(arguments: &Arguments, error: &anyhow::Error) -> String {
    match arguments.addr {
        Some(addr) => format!("--addr {addr} cannot be used; choose another, or leave it out ({error:#})"),
        None => format!("The rehearsal cannot begin ({error:#})"),
    }
}

async fn begin(arguments: &Arguments) -> Result<Rehearsal> {
    let data = &arguments.data;
    if arguments.fresh {
        forget(data)?;
    }
    let is_new = !data.join(STATE).exists();
    let options = |addr| Options {
        addr,
        state: Some(data.join(STATE)),
        limits: Limits::telegram(),
        ..Options::default()
    };
    let rehearsal = match arguments.addr {
        Some(addr) => rehearsal::start(options(addr)).await?,
        None => match rehearsal::start(options(USUAL)).await {
            Ok(rehearsal) => rehearsal,
            Err(_) => rehearsal::start(options(SocketAddr::new(USUAL.ip(), 0))).await?,
        },
    };
    if is_new && !arguments.no_bot {
        begin_by_day(&rehearsal);
    }
    Ok(rehearsal)
}

/// Removes what a rehearsal keeps, and nothing else that may be in the folder.
fn forget(data: &Path) -> Result<()> {
    let Ok(entries) = std::fs::read_dir(data) else { return Ok(()) };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = entry.path();
        if name == LOCK || !(name.starts_with("telegram") || name.starts_with("merezha.")) {
            continue;
        }
        let removed =
            if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
        removed.with_context(|| format!("Remove {}", path.display()))?;
    }
    Ok(())
}

/// The real bot, with the emulated Telegram in place of the real one.
async fn start_bot(rehearsal: &Rehearsal, arguments: &Arguments) -> Result<Running, ExitCode> {
    let data = &arguments.data;
    let settings = |name: &str| match name {
        "TELOXIDE_TOKEN" => Some(rehearsal.token().to_owned()),
        "TELOXIDE_API_URL" => Some(rehearsal.api_url()),
        "DATABASE_URL" => Some(format!("sqlite:{}", data.join("merezha.db").display())),
        "MEREZHA_ORGANIZERS" => Some(ORGANIZER.to_owned()),
        "MEREZHA_WEB_ADDR" => Some(arguments.walls.to_string()),
        _ => None,
    };
    let config = Config::read(settings).map_err(|unusable| super::refuse(&unusable.to_string()))?;
    let clock = Clock::ahead(rehearsal.clock_ahead());
    run::start(config, clock).await.map_err(super::cannot_start)
}

/// A rehearsal that is new begins in the daytime: at night the bot would let people sleep, and there would be little to
/// see.
fn begin_by_day(rehearsal: &Rehearsal) {
    let now = Clock::ahead(rehearsal.clock_ahead()).now();
    let evening_and_night = QuietHours::new(20, 10);
    if let Some(morning) = evening_and_night.and_then(|hours| hours.until(now)) {
        rehearsal.telegram().forward(now.until(morning));
    }
}

fn addresses(rehearsal: &Rehearsal, arguments: &Arguments) -> String {
    format!(
        "  Phones:   {}\n  Bot API:  {}  (token {})\n  Kept in:  {}  (--fresh starts over)",
        rehearsal.page_url(),
        rehearsal.api_url(),
        rehearsal.token(),
        arguments.data.display(),
    )
}
