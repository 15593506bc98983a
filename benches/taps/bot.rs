//! The real binary as a process.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use tokio::process::{Child, Command};

use crate::telegram::Telegram;

/// A running bot.
pub struct Bot {
    process: Child,
    /// From starting to its first `getUpdates`.
    pub ready: Duration,
}

impl Bot {
    /// Starts it on the database in a folder and waits until it asks for updates.
    pub async fn start(telegram: &Telegram, folder: &Path) -> Self {
        telegram.forget_polls();
        let started = Instant::now();
        let process = Command::new(env!("CARGO_BIN_EXE_merezha"))
            .env("TELOXIDE_TOKEN", telegram.token())
            .env("TELOXIDE_API_URL", telegram.url())
            .env("DATABASE_URL", format!("sqlite:{}", folder.join("merezha.db").display()))
            .env("MEREZHA_ORGANIZERS", "1")
            .env("MEREZHA_MESSAGES_PER_SECOND", "0")
            .env("MEREZHA_MESSAGES_PER_SECOND_PER_CHAT", "0")
            .env("RUST_LOG", "warn")
            .current_dir(folder)
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("the bot starts");
        telegram.polled().await;
        let ready = started.elapsed();
        // Commands are registered beside the first updates.
        tokio::time::sleep(Duration::from_millis(500)).await;
        Self { process, ready }
    }

    /// Memory in use (resident set), in MiB.
    pub fn memory(&self) -> f64 {
        let id = self.process.id().expect("it runs");
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or("VmRSS: 0 kB");
        line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
    }

    /// Processor time used so far, in seconds.
    pub fn processor(&self) -> f64 {
        let id = self.process.id().expect("it runs");
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
        // The fields after the name in brackets; user and system time are the 14th and 15th of all, in 1/100 s.
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks = |at: usize| fields.get(at).and_then(|ticks| ticks.parse::<f64>().ok()).unwrap_or(0.0);
        (ticks(11) + ticks(12)) / 100.0
    }

    /// Ends it.
    pub async fn stop(mut self) {
        self.process.kill().await.expect("it ends");
    }
}
