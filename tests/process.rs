//! The real binary as its operator meets it: settings, signals, a second copy, and what its log does not say.

use std::process::{ExitStatus, Output, Stdio};
use std::time::Duration;

use merezha::rehearsal::{Limits, Person, Trouble};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::support::{Network, link_code, until};

/// Longest that anything here may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// Whoever tells it to stop waits so long.
const STOPPING: Duration = Duration::from_secs(5);
const HOUR: Trouble = Trouble::Delay(Duration::from_secs(3_600));

/// A Telegram and a folder without a running bot.
async fn quiet() -> Network {
    let mut network = Network::empty(Limits::off(), &[]).await;
    network.stop().await;
    network
}

/// The bot with a network's settings and nothing else of our environment.
fn binary(network: &Network) -> Command {
    let mut command = network.process();
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs what is meant to end by itself.
async fn ends(command: &mut Command) -> Output {
    tokio::time::timeout(PATIENCE, command.output()).await.expect("it ends").expect("it runs")
}

/// Sends a signal and waits for the end.
async fn stops(mut bot: Child, signal: &str) -> ExitStatus {
    let id = bot.id().expect("it runs").to_string();
    Command::new("kill").args([signal, &id]).status().await.expect("kill runs");
    tokio::time::timeout(STOPPING, bot.wait()).await.expect("it stops within 5 seconds").expect("it ends")
}

async fn starts(network: &Network) -> Child {
    let fetched = network.telegram.count("getUpdates");
    let bot = binary(network).env("RUST_LOG", "error").stderr(Stdio::inherit()).spawn().expect("it runs");
    called(network, "getUpdates", fetched + 1).await;
    bot
}

async fn called(network: &Network, method: &str, times: u64) {
    until(method, async || network.telegram.count(method) >= times).await;
}

async fn reads(network: &Network, person: &Person, words: &str) {
    network
        .telegram
        .wait(words, PATIENCE, |world| {
            let Some(chat) = world.chat(person.id()) else { return false };
            chat.iter().any(|m| m.from.is_bot && m.text.as_deref().is_some_and(|text| text.contains(words)))
        })
        .await
        .expect("it arrives");
}

#[tokio::test]
async fn a_setting_that_cannot_be_used_gets_one_line_that_says_what_to_do() {
    let network = quiet().await;
    std::fs::write(network.folder().join("note.txt"), "not a folder, and not a database either")
        .expect("writes");
    let unknown = "123456789:AAFabcdefghijklmnopqrstuvwxyz123456";
    for (name, value, line) in [
        ("TELOXIDE_TOKEN", "", "merezha: TELOXIDE_TOKEN is not set: put the token from @BotFather into .env"),
        ("TELOXIDE_TOKEN", "hello", "merezha: TELOXIDE_TOKEN is not a token: copy it from @BotFather"),
        ("TELOXIDE_TOKEN", unknown, "merezha: TELOXIDE_TOKEN was refused by Telegram: copy the token"),
        ("TELOXIDE_API_URL", "localhost:8081", "merezha: TELOXIDE_API_URL must be an address, like http://"),
        ("TELOXIDE_API_URL", "http://[", "merezha: TELOXIDE_API_URL must be an address, like http://"),
        ("DATABASE_URL", "postgres://x/y", "merezha: DATABASE_URL must name an SQLite file, like sqlite:"),
        (
            "DATABASE_URL",
            "sqlite:note.txt/merezha.db",
            "merezha: DATABASE_URL names a file that cannot be used",
        ),
        ("DATABASE_URL", "sqlite:note.txt", "merezha: DATABASE_URL names a file that cannot be used"),
        ("MEREZHA_ORGANIZERS", "@olena", "merezha: MEREZHA_ORGANIZERS must be Telegram user ids"),
        (
            "MEREZHA_MESSAGES_PER_SECOND",
            "fast",
            "merezha: MEREZHA_MESSAGES_PER_SECOND must be a whole number",
        ),
        ("MEREZHA_SMALL_GROUP", "few", "merezha: MEREZHA_SMALL_GROUP must be a whole number, 1 or more"),
    ] {
        let output = ends(binary(&network).env(name, value)).await;
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(said.starts_with(line), "{name}={value}: {said}");
        assert_eq!(said.lines().count(), 1, "{name}={value}: {said}");
        assert_eq!(output.status.code(), Some(2), "{name}={value}: {said}");
        assert!(output.stdout.is_empty());
    }
    network.end().await;
}

#[tokio::test]
async fn a_file_of_settings_that_cannot_be_read_is_said_and_not_quoted() {
    let network = quiet().await;
    std::fs::write(network.folder().join(".env"), "TELOXIDE_TOKEN=\"123456789:AAFsecret\n").expect("writes");
    let output = ends(&mut binary(&network)).await;
    assert_eq!(
        String::from_utf8(output.stderr).expect("text"),
        "merezha: .env cannot be read: each line must be NAME=value, and quotes come in pairs\n"
    );
    assert_eq!(output.status.code(), Some(2));
    network.end().await;
}

#[tokio::test]
async fn a_second_rehearsal_in_the_same_folder_takes_nothing_from_the_first() {
    let network = quiet().await;
    let rehearse = |more: &[&str]| {
        let mut command = binary(&network);
        command.args(["rehearse", "--no-bot", "--data", "rehearsal"]).args(more);
        command
    };
    let mut first = rehearse(&["--addr", "127.0.0.1:0"]).spawn().expect("starts");
    let kept = network.folder().join("rehearsal/telegram.lock");
    until("the rehearsal runs", async || kept.exists()).await;
    for more in [["--addr", "127.0.0.1:0"].as_slice(), &["--fresh"]] {
        let output = ends(&mut rehearse(more)).await;
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(said.starts_with("merezha: Another rehearsal already runs in rehearsal: stop it"), "{said}");
        assert_eq!((said.lines().count(), output.status.code()), (1, Some(2)), "{said}");
    }
    assert_eq!(first.try_wait().expect("looks"), None, "the first one runs on");
    assert!(stops(first, "-TERM").await.success());
    network.end().await;
}

#[tokio::test]
async fn a_second_copy_on_the_same_database_refuses_to_start() {
    let network = quiet().await;
    let bot = starts(&network).await;
    let output = ends(&mut binary(&network)).await;
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(
        said,
        "merezha: Another copy already runs on this database: stop it first, or set another DATABASE_URL\n"
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(stops(bot, "-TERM").await.success());

    let next = starts(&network).await;
    assert!(stops(next, "-TERM").await.success(), "what has ended is in nobody's way");
    network.end().await;
}

#[tokio::test]
async fn a_bad_moment_of_telegrams_is_no_wrong_token() {
    let network = quiet().await;
    network.telegram.fault("getMe", None, 1, Trouble::ServerError);
    let bot = starts(&network).await;
    assert!(stops(bot, "-TERM").await.success());
    network.end().await;
}

#[tokio::test]
async fn both_signals_stop_it_whatever_it_does() {
    let network = quiet().await;
    for signal in ["-TERM", "-INT"] {
        // It waits for updates.
        let bot = starts(&network).await;
        assert!(stops(bot, signal).await.success(), "{signal} while idle");

        // It asks who it is, and Telegram hangs.
        network.telegram.fault("getMe", None, 1, HOUR);
        let asked = network.telegram.count("getMe");
        let bot = binary(&network).spawn().expect("it runs");
        called(&network, "getMe", asked + 1).await;
        assert!(stops(bot, signal).await.success(), "{signal} while starting");
        network.telegram.no_more_faults();
    }
    network.end().await;
}

#[tokio::test]
async fn it_stops_while_telegram_hangs_in_the_middle_of_a_broadcast_and_goes_on_afterwards() {
    let (mut network, oksana) = Network::start().await;
    let names =
        ["Ада", "Богдан", "Віра", "Гнат", "Дана", "Євген", "Жанна", "Зоя", "Ігор", "Клим", "Лада", "Марко"];
    let people = network.join(&oksana, names).await;
    network.nobody_sleeps().await;
    network.stop().await;

    for signal in ["-TERM", "-INT"] {
        let words = format!("Новина {signal}");
        let bot = starts(&network).await;
        for person in &people {
            network.telegram.fault("*", Some(person.id()), 1_000, HOUR);
        }
        let sent = network.telegram.count("sendMessage");
        let card = oksana.messages().into_iter().find(|message| message.from.is_bot).expect("a message");
        oksana.says("/announce");
        oksana.says(&words);
        drop(oksana.presses_data(card.message_id, "au.-"));
        drop(oksana.presses_data(card.message_id, "as"));
        // Somebody sends more than they can be answered, so that their updates wait.
        for _ in 0..20 {
            people[0].says("/help");
        }
        // What the announcer is asked, and the eight messages that may be under way at once.
        called(&network, "sendMessage", sent + 11).await;
        assert!(stops(bot, signal).await.success(), "{signal}");

        network.telegram.no_more_faults();
        let bot = starts(&network).await;
        for person in &people {
            reads(&network, person, &words).await;
        }
        reads(&network, &people[0], "/cancel").await;
        assert!(stops(bot, signal).await.success());
    }
    assert!(!network.folder().join("merezha.db-wal").exists(), "a clean stop leaves one file");
    network.end().await;
}

#[tokio::test]
async fn the_log_tells_neither_the_token_nor_names_nor_words() {
    let network = quiet().await;
    let mut bot =
        binary(&network).env_remove("MEREZHA_ORGANIZERS").env("RUST_LOG", "trace").spawn().expect("it runs");
    let mut lines = BufReader::new(bot.stderr.take().expect("piped")).lines();
    let mut log = String::new();
    let link = loop {
        let line = tokio::time::timeout(PATIENCE, lines.next_line()).await.expect("in time").expect("text");
        let line = line.expect("the link comes before the end");
        if line.contains("?start=") {
            break line;
        }
        log += &line;
    };
    let rest = tokio::spawn(async move {
        while let Ok(Some(line)) = lines.next_line().await {
            log += &line;
            log.push('\n');
        }
        log
    });

    let organizer = network.newcomer("Kanarka", "uk");
    organizer.follows_link(&link_code(&link));
    organizer.says("Kanarka Перша");
    reads(&network, &organizer, "Приємно познайомитися").await;
    let press = |data: &str| {
        let card = organizer.messages().into_iter().find(|message| message.from.is_bot).expect("a message");
        drop(organizer.presses_data(card.message_id, data));
    };
    organizer.says("/newcall");
    organizer.says("Zapytannia про річку?");
    press("co");
    organizer.says("/propose");
    organizer.says("Dumka про міст");
    press("ps");
    organizer.says("/announce");
    organizer.says("Novyna про школу");
    press("au.-");
    // Whatever hour it is.
    press("n");
    reads(&network, &organizer, "Пропозицію прийнято").await;
    reads(&network, &organizer, "Оголошення надіслано").await;
    // What fails is logged, too.
    network.telegram.fault("*", None, 2, Trouble::DropBefore);
    network.telegram.fault("getUpdates", None, 1, Trouble::DropBefore);
    organizer.says("Sliv на вітер");
    reads(&network, &organizer, "Що з цим зробити?").await;
    assert!(stops(bot, "-TERM").await.success());

    let log = rest.await.expect("reads");
    let token = network.setting("TELOXIDE_TOKEN");
    let (_, secret) = token.split_once(':').expect("a token");
    assert!(log.contains("is ready") && log.contains("Stopping"), "{log}");
    for told in [secret, "Kanarka", "Перша", "Zapytannia", "річку", "Dumka", "Novyna", "школу", "Sliv"]
    {
        let line = log.lines().find(|line| line.contains(told));
        assert_eq!(line, None, "the log tells {told}");
    }
    network.end().await;
}

#[tokio::test]
async fn unity_prints_what_came_of_a_folder_and_needs_no_bot() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/15-per-hour-seattle");
    let unity = |folder: &std::path::Path, more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_merezha"));
        command.env_clear().env("RUST_LOG", "trace").arg("unity").arg(folder).args(more);
        command
    };
    let text = ends(&mut unity(&folder, &[])).await;
    assert_eq!(text.status.code(), Some(0));
    let said = String::from_utf8(text.stdout).expect("text");
    assert!(said.starts_with("54 statements, 138 people in 2 groups"), "{said}");
    assert!(said.contains("\nUnifiers") && said.contains("\nDividers"), "{said}");

    let json = ends(&mut unity(&folder, &["--json"])).await;
    assert_eq!(json.status.code(), Some(0));
    let read: serde_json::Value = serde_json::from_slice(&json.stdout).expect("nothing but JSON");
    assert_eq!(read["statements"].as_array().map(Vec::len), Some(54));

    let broken = std::env::temp_dir().join(format!("merezha-broken-{}", std::process::id()));
    std::fs::create_dir_all(&broken).expect("a folder");
    for name in ["comments.csv", "participants-votes.csv"] {
        std::fs::copy(folder.join(name), broken.join(name)).expect("copied");
    }
    std::fs::write(broken.join("votes.csv"), "comment-id,voter-id,vote\n0,0,1\n0,1,maybe\n")
        .expect("written");
    for more in [&[][..], &["--json"]] {
        let refused = ends(&mut unity(&broken, more)).await;
        let line = "merezha: votes.csv:3: a vote should be -1, 0 or 1, not \"maybe\"\n";
        assert_eq!(String::from_utf8(refused.stderr).expect("text"), line);
        assert_eq!(refused.status.code(), Some(2));
        assert!(refused.stdout.is_empty());
    }
    std::fs::remove_dir_all(broken).expect("removed");
}
