//! Known people vote in known ways, with the real bot as a process; and somebody makes backups.

use std::collections::HashMap;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use merezha::rehearsal::Person;
use sqlx::{Connection, SqliteConnection};
use tokio::process::{Child, Command};

use crate::support::{Network, until};

pub const OPTIONS: [&str; 6] = ["Дороги", "Школи", "Вода", "Ліси", "Музей", "Ринок"];

/// Starts the bot, which logs all it can.
pub fn start(network: &Network) -> Child {
    let log = std::fs::File::create(network.folder().join("log")).expect("a log");
    network.process().env("RUST_LOG", "trace").stdout(Stdio::null()).stderr(log).spawn().expect("it runs")
}

pub async fn stop(mut bot: Child) {
    let id = bot.id().expect("it runs").to_string();
    Command::new("kill").args(["-TERM", &id]).status().await.expect("kill runs");
    let ended = tokio::time::timeout(Duration::from_secs(10), bot.wait()).await.expect("it stops");
    assert!(ended.expect("it ends").success());
}

/// Waits until a chat shows this.
pub async fn reads(person: &Person, words: &str) {
    until(words, async || person.transcript().contains(words)).await;
}

/// Presses a button, is answered, and reads what comes of it.
async fn presses(person: &Person, button: &str, then: &str) {
    person.presses(button).answer().await.unwrap_or_else(|why| panic!("[{button}]: {why}"));
    reads(person, then).await;
}

/// A vote opens for all; its method is chosen by these buttons.
async fn opens(oksana: &Person, title: &str, method: &[&str]) {
    oksana.says("/newvote");
    reads(oksana, "Про що голосуємо?").await;
    oksana.says(title);
    until("options", async || oksana.screen().contains("кожен з нового рядка")).await;
    oksana.says(&OPTIONS.join("\n"));
    reads(oksana, &format!("👀 {title}")).await;
    if !method.is_empty() {
        presses(oksana, "⚙️ Правила голосування", "Після відкриття їх уже не змінити").await;
        for button in method {
            presses(oksana, button, &format!("[✓ {button}]")).await;
        }
        presses(oksana, "← Готово", &format!("👀 {title}")).await;
    }
    presses(oksana, "📣 Відкрити для всіх", &format!("бюлетені вже йдуть: {title}")).await;
}

/// Goes to the ballot of the newest vote.
async fn begins(person: &Person, title: &str) {
    reads(person, &format!("🗳 {title}\n")).await;
    until("an invitation", async || person.screen().contains("[🗳 Голосувати]")).await;
    presses(person, "🗳 Голосувати", "[📥 Здати бюлетень]").await;
}

async fn marks(person: &Person, options: &[usize]) {
    for option in options {
        let label = format!("{}. {}", option + 1, OPTIONS[*option]);
        presses(person, &format!("⬜️ {label}"), &format!("[☑️ {label}]")).await;
    }
}

async fn hands_in(person: &Person) {
    presses(person, "📥 Здати бюлетень", "Ваш код").await;
    until("a covered ballot", async || !person.transcript().contains("[📥 Здати бюлетень]")).await;
    person.presses("👀 Мій вибір").answer().await.expect("an answer");
}

pub async fn vote_in_all_ways(oksana: &Person, people: &HashMap<&str, &Person>) {
    opens(oksana, "Перше", &[]).await;
    for (name, options) in [
        ("Петро", [0, 2, 5]),
        ("Марія", [1, 3, 4]),
        ("Степан", [0, 1, 2]),
        ("Олена", [0, 3, 5]),
        ("Тарас", [1, 2, 5]),
    ] {
        begins(people[name], "Перше").await;
        marks(people[name], &options).await;
        if name == "Тарас" {
            // He answers the ballot that shows his marks, and lets it lie.
            let ballot = people[name].messages().into_iter().rev().find(|m| m.from.is_bot).expect("a ballot");
            people[name].replies(ballot.message_id, "Подумаю ще");
            reads(people[name], "Що з цим зробити?").await;
        } else {
            hands_in(people[name]).await;
        }
    }
    let stepan = people["Степан"];
    presses(stepan, "✏️ Змінити", "[☑️ 1. Дороги]").await;
    for option in ["1. Дороги", "2. Школи", "3. Вода"] {
        presses(stepan, &format!("☑️ {option}"), &format!("[⬜️ {option}]")).await;
    }
    marks(stepan, &[3, 4, 5]).await;
    hands_in(stepan).await;
    oksana.says("/vote");
    reads(oksana, "[🟢 Перше]").await;
    presses(oksana, "🟢 Перше", "[📊 Явка]").await;
    presses(oksana, "📊 Явка", "здано 4 з 7").await;
    presses(oksana, "📝 Внести бюлетень з паперу", "[📄 Галина]").await;
    presses(oksana, "📄 Галина", "[📥 Здати бюлетень]").await;
    marks(oksana, &[2, 3, 5]).await;
    presses(oksana, "📥 Здати бюлетень", "✅ Бюлетень для Галина прийнято").await;

    opens(oksana, "Друге", &["Бали", "5 балів"]).await;
    for (name, points) in [("Петро", [0, 0, 1, 1, 3]), ("Марія", [1, 2, 2, 2, 4])] {
        let person = people[name];
        begins(person, "Друге").await;
        for (at, option) in points.iter().enumerate() {
            let given = points[..at].iter().filter(|other| *other == option).count();
            let (before, after) =
                (format!("{} · {given}", option + 1), format!("{} · {}", option + 1, given + 1));
            presses(person, &before, &format!("[{after}]")).await;
        }
        hands_in(person).await;
    }
    opens(oksana, "Третє", &["Місця"]).await;
    for (name, places) in [("Петро", [2, 0, 1, 5]), ("Марія", [5, 4, 3, 0])] {
        let person = people[name];
        begins(person, "Третє").await;
        for (at, option) in places.into_iter().enumerate() {
            let label = format!("{}. {}", option + 1, OPTIONS[option]);
            presses(person, &label, &format!("{}-е місце — {}", at + 1, OPTIONS[option])).await;
        }
        hands_in(person).await;
    }
}

pub async fn close(oksana: &Person, title: &str) {
    oksana.says("/vote");
    let listed = format!("🟢 {title}");
    reads(oksana, &format!("[{listed}]")).await;
    presses(oksana, &listed, "[📊 Явка]").await;
    until("the list is left", async || !oksana.transcript().contains(&listed)).await;
    presses(oksana, "📊 Явка", "[🏁 Завершити голосування]").await;
    presses(oksana, "🏁 Завершити голосування", "[Так, завершити]").await;
    oksana.presses("Так, завершити").answer().await.expect("an answer");
}

/// As operators back up: by SQLite itself, and by copying files. Nobody copies the keys.
pub async fn back_up(database: &Path, into: &Path) {
    std::fs::create_dir_all(into).expect("a folder");
    for ending in ["", "-wal", "-shm"] {
        let from = database.with_file_name(format!("merezha.db{ending}"));
        std::fs::copy(&from, into.join(format!("copied.db{ending}"))).expect("copied");
    }
    let mut conn = SqliteConnection::connect(&format!("sqlite:{}", database.display())).await.expect("opens");
    let vacuum = format!("vacuum into '{}'", into.join("vacuumed.db").display());
    sqlx::raw_sql(sqlx::AssertSqlSafe(vacuum)).execute(&mut conn).await.expect("backed up");
    conn.close().await.expect("closes");
}
