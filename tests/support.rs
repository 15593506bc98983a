//! A network for a test: an emulated Telegram on a free port, the bot on a file of its own, and people with names.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use merezha::bot::run::{self, Running};
use merezha::clock::{Clock, Moment};
use merezha::config::Config;
use merezha::rehearsal::{
    self, FileKind, Limits, NewPerson, Options, Person, Rehearsal, ShownMessage, Telegram,
};
use merezha::schedule;
use sqlx::{Connection, SqliteConnection};
use tokio::process::Command;

/// 1 February 2025, 12:00 in Kyiv: four days before the first session.
pub const START: Moment = Moment(1_738_404_000_000);

/// A network with its bot.
pub struct Network {
    pub telegram: Telegram,
    pub clock: Clock,
    rehearsal: Rehearsal,
    running: Option<Running>,
    /// Settings as the bot reads them.
    settings: Vec<(&'static str, String)>,
    folder: PathBuf,
}

impl Network {
    /// A network whose organizer, Оксана, has just joined.
    pub async fn start() -> (Self, Person) {
        Self::start_with(&[]).await
    }

    /// The same, with settings of its own.
    pub async fn start_with(more: &[(&'static str, &str)]) -> (Self, Person) {
        let network = Self::empty(Limits::off(), more).await;
        let oksana = network.newcomer("Оксана", "uk");
        oksana.follows_link("");
        network.settle().await;
        network.presses(&oksana, "Як у Telegram: Оксана").await;
        network.presses(&oksana, "Громадськість").await;
        network.presses(&oksana, "Луганщина").await;
        (network, oksana)
    }

    /// A network without people, within these limits of Telegram; the first person will be its organizer.
    pub async fn empty(limits: Limits, more: &[(&'static str, &str)]) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("merezha-test-{}-{number}", std::process::id()));
        // An earlier process of that number may have left one.
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).expect("a folder");
        let rehearsal =
            rehearsal::start(Options { limits, ..Options::default() }).await.expect("Telegram starts");
        let mut settings = vec![
            ("TELOXIDE_TOKEN", rehearsal.token().to_owned()),
            ("TELOXIDE_API_URL", rehearsal.api_url()),
            ("DATABASE_URL", format!("sqlite:{}", folder.join("merezha.db").display())),
            ("MEREZHA_ORGANIZERS", "1001".to_owned()),
            ("MEREZHA_WEB_ADDR", "127.0.0.1:0".to_owned()),
            ("MEREZHA_WEB_URL", "https://merezha.example".to_owned()),
            ("MEREZHA_MESSAGES_PER_SECOND", "0".to_owned()),
            ("MEREZHA_MESSAGES_PER_SECOND_PER_CHAT", "0".to_owned()),
        ];
        for (name, value) in more {
            settings.retain(|(known, _)| known != name);
            settings.push((name, (*value).to_owned()));
        }
        let telegram = rehearsal.telegram();
        let mut network =
            Self { telegram, clock: Clock::standing_at(START), rehearsal, running: None, settings, folder };
        network.run().await;
        network
    }

    /// Starts the bot.
    pub async fn run(&mut self) {
        let config =
            Config::read(|name| self.settings.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone()));
        let started = run::start(config.expect("settings"), self.clock.clone()).await;
        self.running = Some(started.unwrap_or_else(|why| panic!("the bot does not start: {why:?}")));
    }

    /// Stops the bot as SIGTERM does.
    pub async fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await;
        }
    }

    /// Stops and starts the bot.
    pub async fn restart(&mut self) {
        self.stop().await;
        self.run().await;
    }

    /// The running bot.
    pub fn bot(&self) -> &Running {
        self.running.as_ref().expect("the bot runs")
    }

    /// The settings of the bot, for running it as a process.
    pub fn settings(&self) -> &[(&'static str, String)] {
        &self.settings
    }

    /// One of them.
    pub fn setting(&self, name: &str) -> &str {
        let found = self.settings.iter().find(|(known, _)| *known == name);
        found.map_or_else(|| panic!("{name} is not set"), |(_, value)| value)
    }

    /// Somebody with Telegram who knows nothing of the bot yet.
    pub fn newcomer(&self, name: &str, language: &str) -> Person {
        self.telegram.person(NewPerson {
            first_name: name.into(),
            last_name: None,
            username: None,
            language_code: Some(language.into()),
        })
    }

    /// The same, who has just opened a link to the bot; `code` may be empty.
    pub async fn arrives(&self, name: &str, language: &str, code: &str) -> Person {
        let person = self.newcomer(name, language);
        person.follows_link(code);
        self.settle().await;
        person
    }

    /// Waits until the bot has answered everything; then no request of its may have been wrong.
    pub async fn settle(&self) {
        let settled = async {
            self.telegram.all_confirmed().await;
            self.bot().app.settled().await.expect("the database can be read");
        };
        if tokio::time::timeout(Duration::from_secs(20), settled).await.is_err() {
            panic!("the bot does not come to rest\n{}", self.transcripts());
        }
        // Whoever presses twice is shown the same twice; Telegram says so, and nothing is wrong.
        let mut refusals = self.telegram.refusals();
        // What became of a group since the last message the bot learns by a refusal.
        let no_mistake = [
            "message is not modified",
            "upgraded to a supergroup",
            "file is too big",
            "not enough rights",
            "administrator rights",
            // Somebody has deleted it.
            "message to edit not found",
            "message to delete not found",
        ];
        refusals.retain(|refusal| !no_mistake.iter().any(|words| refusal.description.contains(words)));
        assert!(refusals.is_empty(), "Telegram refused: {refusals:#?}");
    }

    /// Lets time pass, and what is due happen.
    pub async fn pass(&self, span: Duration) {
        self.clock.forward(span);
        self.telegram.forward(span);
        self.tick().await;
    }

    /// Lets the schedule do what is due now.
    pub async fn tick(&self) {
        schedule::tick(&self.bot().app).await.expect("the schedule ticks");
        self.settle().await;
    }

    /// Nobody has quiet hours: the bot runs as a process next, at whatever hour it is.
    pub async fn nobody_sleeps(&self) {
        let mut tx = self.bot().app.db.write().await.expect("begins");
        let awake = "update person set quiet_from = null, quiet_to = null";
        sqlx::query(awake).execute(&mut *tx).await.expect("they stay up");
        tx.commit().await.expect("commits");
    }

    /// Says something and waits for what comes of it.
    pub async fn says(&self, person: &Person, text: &str) -> String {
        person.says(text);
        self.settle().await;
        person.screen()
    }

    /// Presses a button on the newest message that has it, and waits for what comes of it.
    pub async fn presses(&self, person: &Person, button: &str) -> String {
        let press = person.presses(button);
        self.settle().await;
        assert!(press.answered().is_some(), "[{button}] still waits\n{}", person.transcript());
        person.screen()
    }

    /// The same on a certain message, however old it is.
    pub async fn presses_on(&self, person: &Person, message: &ShownMessage, button: &str) -> String {
        let press = person.presses_on(message.message_id, button);
        self.settle().await;
        assert!(press.answered().is_some(), "[{button}] still waits\n{}", person.transcript());
        person.screen()
    }

    /// What only a modified phone sends: any data, on the newest message. Says what it is answered.
    pub async fn forges(&self, person: &Person, data: &str) -> String {
        let message = person.newest().expect("a message").message_id;
        let press = person.presses_data(message, data);
        self.settle().await;
        let answer = press.answered().unwrap_or_else(|| panic!("{data} still waits"));
        answer.text.unwrap_or_default()
    }

    /// Somebody has another role from now on.
    pub async fn appoints(&self, person: &Person, role: &str) {
        let mut tx = self.bot().app.db.write().await.expect("begins");
        let appoint = "update person set role = ? where telegram_id = ?";
        sqlx::query(appoint).bind(role).bind(person.id()).execute(&mut *tx).await.expect("appointed");
        tx.commit().await.expect("commits");
    }

    /// Several people who join by an invitation of the organizer's.
    pub async fn join<const N: usize>(&self, organizer: &Person, names: [&str; N]) -> [Person; N] {
        let code = self.invitation(organizer).await;
        let mut people = Vec::new();
        for (at, name) in names.into_iter().enumerate() {
            let (sector, region) = if at % 2 == 0 {
                ("Влада", "Донеччина")
            } else {
                ("Громадськість", "Луганщина")
            };
            people.push(self.joins(&code, name, sector, region).await);
        }
        people.try_into().unwrap_or_else(|_| unreachable!("one for each name"))
    }

    /// The organizer opens a call that takes as many proposals as people have.
    pub async fn opens_call(&self, organizer: &Person, question: &str) {
        self.says(organizer, "/newcall").await;
        self.says(organizer, question).await;
        self.presses(organizer, "без меж").await;
        self.presses(organizer, "📣 Відкрити для всіх").await;
    }

    /// Somebody hands in a proposal; there is one open call.
    pub async fn proposes(&self, person: &Person, words: &str) -> String {
        self.says(person, "/propose").await;
        self.says(person, words).await;
        self.presses(person, "✅ Надіслати").await
    }

    /// The organizer makes a vote, closed by hand, and sees the preview.
    pub async fn makes_vote(&self, organizer: &Person, title: &str, options: &str) -> String {
        self.says(organizer, "/newvote").await;
        self.says(organizer, title).await;
        self.says(organizer, options).await
    }

    /// An organizer makes a vote, changes these rules, and opens it.
    pub async fn opens_vote(&self, organizer: &Person, title: &str, options: &str, rules: &[&str]) -> String {
        self.makes_vote(organizer, title, options).await;
        if !rules.is_empty() {
            self.presses(organizer, "⚙️ Правила голосування").await;
            for rule in rules {
                self.presses(organizer, rule).await;
            }
            self.presses(organizer, "← Готово").await;
        }
        self.presses(organizer, "📣 Відкрити для всіх").await
    }

    /// Somebody marks the ballot of the newest vote and hands it in.
    pub async fn votes(&self, person: &Person, marks: &[&str]) -> String {
        self.presses(person, "🗳 Голосувати").await;
        for mark in marks {
            self.presses(person, mark).await;
        }
        self.presses(person, "📥 Здати бюлетень").await
    }

    /// The organizer looks at the turnout of the newest vote.
    pub async fn looks_at_turnout(&self, organizer: &Person) -> String {
        self.says(organizer, "/vote").await;
        let list = organizer.newest().expect("a list");
        let first = list.buttons().next().expect("a vote").text.clone();
        self.presses(organizer, &first).await;
        self.presses(organizer, "📊 Явка").await
    }

    /// The organizer closes the newest vote by hand, and everyone gets the result.
    pub async fn closes_vote(&self, organizer: &Person) {
        self.looks_at_turnout(organizer).await;
        self.presses(organizer, "🏁 Завершити голосування").await;
        self.presses(organizer, "Так, завершити").await;
        self.tick().await;
    }

    /// Another setting, from the next start on.
    pub fn set(&mut self, name: &'static str, value: &str) {
        self.settings.retain(|(known, _)| *known != name);
        self.settings.push((name, value.to_owned()));
    }

    /// Attaches a file and waits for what comes of it.
    pub async fn attaches(&self, person: &Person, kind: FileKind, caption: &str) -> String {
        let (bytes, name, mime) = match kind {
            FileKind::Photo => (picture(), "", None),
            FileKind::Document => (b"%PDF-1.4 plan".to_vec(), "план.pdf", Some("application/pdf")),
            FileKind::Video | FileKind::Animation => (vec![7; 64], "річка.mp4", Some("video/mp4")),
            FileKind::Audio => (vec![7; 64], "пісня.mp3", Some("audio/mpeg")),
            _ => (vec![7; 64], "", None),
        };
        let sent = person.try_attaches(kind, bytes.into(), name, mime.map(str::to_owned), caption);
        sent.unwrap_or_else(|why| panic!("{why}"));
        self.settle().await;
        person.screen()
    }

    /// An invitation link's code, made by the organizer.
    pub async fn invitation(&self, organizer: &Person) -> String {
        self.says(organizer, "/invite").await;
        let shown = self.presses(organizer, "➕ Нове, без обмежень").await;
        link_code(&shown)
    }

    /// Somebody who joins by an invitation, with a sector and a region.
    pub async fn joins(&self, code: &str, name: &str, sector: &str, region: &str) -> Person {
        let person = self.arrives(name, "uk", code).await;
        self.presses(&person, &format!("Як у Telegram: {name}")).await;
        self.presses(&person, sector).await;
        self.presses(&person, region).await;
        person
    }

    /// Every chat, for when something goes wrong.
    pub fn transcripts(&self) -> String {
        self.telegram.people().iter().map(|person| format!("{}\n", person.transcript())).collect()
    }

    /// The real binary with this network's settings and nothing else of our environment; it dies with the test.
    pub fn process(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_merezha"));
        command
            .env_clear()
            .envs(self.settings.iter().map(|(name, value)| (*name, value.as_str())))
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .kill_on_drop(true);
        command
    }

    /// A connection of the test's own to the bot's database.
    pub async fn database(&self) -> SqliteConnection {
        SqliteConnection::connect(self.setting("DATABASE_URL")).await.expect("the database opens")
    }

    /// How often the bot has called Telegram.
    pub fn calls(&self) -> u64 {
        self.telegram.with(|world| world.journal().counts.values().sum())
    }

    /// The folder of the bot's files.
    pub fn folder(&self) -> &PathBuf {
        &self.folder
    }

    /// Ends the test's network and removes its files.
    pub async fn end(mut self) {
        self.stop().await;
        self.rehearsal.stop().await;
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Looks again and again until it is so.
pub async fn until(what: &str, is_so: impl AsyncFn() -> bool) {
    let looking = async {
        let mut look = tokio::time::interval(Duration::from_millis(5));
        while !is_so().await {
            look.tick().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), looking)
        .await
        .unwrap_or_else(|_| panic!("{what}: in vain"));
}

/// The code in a screen that shows a start link.
pub fn link_code(screen: &str) -> String {
    let (_, code) = screen.rsplit_once("?start=").unwrap_or_else(|| panic!("no link in: {screen}"));
    code.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect()
}

/// A text without the codes that chance puts into it.
pub fn redacted(text: &str) -> String {
    let words = text.split_inclusive([' ', '\n', '.', ',']);
    let text: String = words
        .map(|word| if is_receipt(word) { word.replace(receipt_in(word), "ЧЕК") } else { word.into() })
        .collect();
    ["?start=", "/start "].into_iter().fold(text, |text, before| {
        let mut parts = text.split(before);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |all, part| {
            let rest = part.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
            format!("{all}{before}КОД{rest}")
        })
    })
}

/// The receipt on somebody's card.
pub fn receipt(screen: &str) -> String {
    let found = screen.split_whitespace().find(|word| is_receipt(word));
    found.map(|word| receipt_in(word).to_owned()).unwrap_or_else(|| panic!("no receipt in: {screen}"))
}

/// "K7QM-2F4X": four letters and digits, twice.
fn is_receipt(word: &str) -> bool {
    let word = receipt_in(word);
    word.len() == 9
        && word
            .split('-')
            .all(|half| half.len() == 4 && half.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase()))
}

fn receipt_in(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_ascii_alphanumeric())
}

/// The newest toast that somebody saw.
pub fn toast(person: &Person) -> String {
    person.toasts().pop().unwrap_or_default()
}

/// A message of the bot that shows this text, the newest one.
pub fn shown(person: &Person, text: &str) -> ShownMessage {
    let holds = |said: &Option<String>| said.as_ref().is_some_and(|said| said.contains(text));
    let found =
        person.messages().into_iter().rev().find(|m| m.from.is_bot && (holds(&m.text) || holds(&m.caption)));
    found.unwrap_or_else(|| panic!("nothing shows {text:?}:\n{}", person.transcript()))
}

/// What a button of a message sends, though the message may have lost it since.
pub fn data(message: &ShownMessage, button: &str) -> String {
    let found = message.buttons().find(|shown| shown.text == button);
    found.and_then(|shown| shown.callback_data.clone()).unwrap_or_else(|| panic!("no [{button}]"))
}

/// A drawing that somebody photographed.
pub fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 320, 240);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[200; 320 * 240]).expect("pixels");
    writer.finish().expect("an end");
    bytes
}
