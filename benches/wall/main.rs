//! How soon a room full of phones sees what happened, and what that costs: the real bot as a process, with 1,000 viewers
//! of one wall over HTTP.
//!
//! `cargo bench --bench wall` prints a table.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use merezha::rehearsal::{self, Limits, Options, Rehearsal};
use sqlx::{Connection, SqliteConnection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::sync::mpsc;

const VIEWERS: usize = 1_000;
const ROUNDS: u32 = 50;
const CODE: &str = "Aa1Bb2Cc3Dd4Ee5Ff6Gg7H";

/// A viewer has seen a frame with so many proposals.
type Seen = (u32, Instant);

#[tokio::main]
async fn main() {
    let build = if cfg!(debug_assertions) { "debug build" } else { "release build" };
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    println!(
        "machine: {cores} cores, {build}; {VIEWERS} viewers of one wall, {ROUNDS} proposals one after another"
    );
    let folder = std::env::temp_dir().join(format!("merezha-wall-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let rehearsal = rehearsal::start(Options { limits: Limits::off(), ..Options::default() }).await;
    let rehearsal = rehearsal.expect("Telegram starts");
    let walls = free_address();
    let mut bot = start(&folder, &rehearsal, &walls);
    until_it_asks(&rehearsal).await;
    let mut db = make(&folder).await;

    let alone = memory(&bot);
    let (tell, mut told) = mpsc::unbounded_channel();
    let began = Instant::now();
    for _ in 0..VIEWERS {
        let stream = come(&walls).await;
        tokio::spawn(look(stream, tell.clone()));
    }
    everyone(&mut told, 0).await;
    println!("all have come and see the wall:  {:>8.2} s", began.elapsed().as_secs_f64());
    let (with, before) = (memory(&bot), processor(&bot));
    println!("memory without viewers:          {alone:>8.1} MiB");
    println!("memory with all of them:         {with:>8.1} MiB, {:.1} more", with - alone);

    let (mut every, mut last) = (Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        sqlx::query("insert into proposal (call_id, words, handed_in_at) values (1, ?, 0)")
            .bind(format!("Пропозиція {round}: {}", "спільна справа обох областей ".repeat(8)))
            .execute(&mut db)
            .await
            .expect("a proposal");
        let committed = Instant::now();
        let seen = everyone(&mut told, round).await;
        let took: Vec<Duration> =
            seen.into_iter().map(|at| at.saturating_duration_since(committed)).collect();
        last.extend(took.iter().max().copied());
        every.extend(took);
    }
    let (each, slowest) = (percentiles(every), percentiles(last));
    println!("from a commit to a viewer:       {:>8.0} ms half of them, {:.0} ms the worst", each.0, each.1);
    println!(
        "from a commit to the last one:   {:>8.0} ms half of them, {:.0} ms the worst",
        slowest.0, slowest.1
    );
    let busy = (processor(&bot) - before) * 1e3 / f64::from(ROUNDS);
    println!("processor for each change:       {busy:>8.0} ms");
    println!("memory afterwards:               {:>8.1} MiB, {:.1} more", memory(&bot), memory(&bot) - alone);
    bot.kill().await.expect("it ends");
    rehearsal.stop().await;
    let _ = std::fs::remove_dir_all(&folder);
}

fn free_address() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").to_string()
}

fn database(folder: &Path) -> PathBuf {
    folder.join("merezha.db")
}

fn start(folder: &Path, rehearsal: &Rehearsal, walls: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_merezha"))
        .env("TELOXIDE_TOKEN", rehearsal.token())
        .env("TELOXIDE_API_URL", rehearsal.api_url())
        .env("DATABASE_URL", format!("sqlite:{}", database(folder).display()))
        .env("MEREZHA_ORGANIZERS", "1001")
        .env("MEREZHA_WEB_ADDR", walls)
        .env("RUST_LOG", "warn")
        .current_dir(folder)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("the bot starts")
}

async fn until_it_asks(rehearsal: &Rehearsal) {
    while rehearsal.telegram().count("getUpdates") == 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
}

/// A session, a call, and a wall that shows what comes in.
async fn make(folder: &Path) -> SqliteConnection {
    let url = format!("sqlite:{}", database(folder).display());
    let mut db = SqliteConnection::connect(&url).await.expect("the database opens");
    for statement in [
        "insert into session (id, title, starts_at, over_at, place, queue, announced_at, revised_at)
         values (1, 'Друга сесія', 1, 2, 'Київ', 0, 0, 0)",
        "insert into call (id, question, opened_at) values (1, 'Що варто робити разом?', 0)",
    ] {
        sqlx::query(statement).execute(&mut db).await.expect("works");
    }
    sqlx::query("insert into wall (session_id, code, lang, scene) values (1, ?, 'uk', '{\"proposals\":1}')")
        .bind(CODE)
        .execute(&mut db)
        .await
        .expect("a wall");
    db
}

async fn come(walls: &str) -> TcpStream {
    let mut stream = TcpStream::connect(walls).await.expect("connects");
    let request = format!("GET /wall/{CODE}/events HTTP/1.1\r\nhost: {walls}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("asks");
    stream
}

/// Reads events, and tells of each how many proposals it counts.
async fn look(mut stream: TcpStream, tell: mpsc::UnboundedSender<Seen>) {
    const COUNT: &[u8] = b"\"count\":";
    let (mut held, mut chunk) = (Vec::new(), vec![0; 8 * 1024]);
    while let Ok(read) = stream.read(&mut chunk).await {
        let at = Instant::now();
        if read == 0 {
            return;
        }
        held.extend_from_slice(&chunk[..read]);
        while let Some(end) = held.windows(2).position(|two| two == b"\n\n") {
            let event: Vec<u8> = held.drain(..end + 2).collect();
            if let Some(found) = event.windows(COUNT.len()).position(|part| part == COUNT) {
                let digits = event[found + COUNT.len()..].iter().take_while(|c| c.is_ascii_digit());
                let count = digits.fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
                let _ = tell.send((count, at));
            }
        }
    }
}

/// When each viewer saw so many.
async fn everyone(told: &mut mpsc::UnboundedReceiver<Seen>, count: u32) -> Vec<Instant> {
    let mut seen = Vec::new();
    while seen.len() < VIEWERS {
        let next = tokio::time::timeout(Duration::from_secs(60), told.recv()).await;
        let (counted, at) =
            next.unwrap_or_else(|_| panic!("only {} see {count}", seen.len())).expect("they look");
        if counted == count {
            seen.push(at);
        }
    }
    seen
}

/// The median and the worst, in milliseconds.
fn percentiles(mut took: Vec<Duration>) -> (f64, f64) {
    took.sort();
    let millis = |at: usize| took.get(at).map_or(0.0, |took| took.as_secs_f64() * 1e3);
    (millis(took.len() / 2), millis(took.len().saturating_sub(1)))
}

/// Memory in use (resident set), in MiB.
fn memory(bot: &Child) -> f64 {
    let id = bot.id().expect("it runs");
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or("VmRSS: 0 kB");
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// Processor time used so far, in seconds.
fn processor(bot: &Child) -> f64 {
    let id = bot.id().expect("it runs");
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    // The fields after the name in brackets; user and system time are the 14th and 15th of all, in 1/100 s.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|ticks| ticks.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / 100.0
}
