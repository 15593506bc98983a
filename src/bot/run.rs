//! A bot from start to stop: everything wired together once.

use std::fs::{File, TryLockError};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use teloxide::adaptors::CacheMe;
use teloxide::prelude::{Dispatcher, Requester};
use teloxide::types::Me;
use teloxide::{Bot, RequestError, dptree, net};
use tokio::net::TcpListener;
use tokio::sync::{Notify, mpsc};
use tokio::task::JoinHandle;

use super::alarm::Told;
use super::{App, Replies, commands, handle};
use crate::clock::Clock;
use crate::config::{self, Config, database_file};
use crate::cx::{secret_code, start_link};
use crate::db::Db;
use crate::exports::prepare::Making;
use crate::exports::worker::Exports;
use crate::imports::worker::Imports;
use crate::inbox::listener::{Inbox, Listener};
use crate::inbox::poll;
use crate::keys::Keys;
use crate::letters;
use crate::outbox;
use crate::outbox::pace::Pace;
use crate::outbox::telegram;
use crate::outbox::worker::Outbox;
use crate::people::store as people;
use crate::proposals::store as proposals;
use crate::role::Role;
use crate::schedule;
use crate::similar::Finder;
use crate::stop::{self, Stopper};
use crate::ui::event;
use crate::votes::flow::closing;
use crate::web::{self, Photos, Web};

use rand::SeedableRng;
use rand::rngs::StdRng;

/// How long what is under way to people may take when the bot stops. What is not sent by then is asked or sent again
/// at the next start.
const LAST_WORDS: Duration = Duration::from_secs(3);
/// How long to wait before Telegram is asked again who the bot is.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often a request that Telegram's server failed is made again at once.
const RETRIES: u32 = 2;

/// A bot that runs.
pub struct Running {
    /// What it holds.
    pub app: Arc<App>,
    /// The link that makes the first organizer, where there is none.
    pub claim_link: Option<String>,
    /// The bot's user name.
    pub name: String,
    /// Where walls are served, if they are.
    pub web: Option<SocketAddr>,
    stop: Stopper,
    polling: JoinHandle<()>,
    dispatching: JoinHandle<()>,
    /// The outbox, the schedule, the record of answers, the maker of files, the reader of files, the walls.
    workers: Vec<JoinHandle<()>>,
    _lock: File,
}

/// Why a bot does not start: one line that says what to do.
#[derive(Debug)]
pub enum CannotStart {
    /// Telegram does not know the token.
    TokenRefused,
    /// Another copy has the database.
    AlreadyRunning,
    /// A setting looks right and cannot be used: a line that says what to do.
    Unusable(String),
    /// Something else.
    Fault(anyhow::Error),
}

impl From<anyhow::Error> for CannotStart {
    fn from(error: anyhow::Error) -> Self {
        Self::Fault(error)
    }
}

/// Starts a bot: takes the lock, opens the tables, asks Telegram who it is, and goes on where the last run stopped.
pub async fn start(config: Config, clock: Clock) -> Result<Running, CannotStart> {
    let bot = bot(&config)?;
    let lock = lock(&config.database_url)?;
    let listening = listen(&config).await?;
    let db = Db::open(&config.database_url).await.map_err(|error| unusable_database(&error))?;
    // The dispatcher asks who the bot is once more: from memory, or a failing network would keep it from beginning.
    let knowing = CacheMe::new(bot.clone());
    let me = who_am_i(&knowing).await?;
    let name = me.username().to_owned();
    let keys = Keys::open(&config.keys).map_err(|error| unusable_keys(&error))?;
    tidy_keys(&db, &keys).await?;
    let pace = Arc::new(Pace::new(config.pace, clock.tick()));
    let outbox = Arc::new(Outbox::new(db.clone(), bot.clone(), pace.clone(), clock.clone(), keys.clone()));
    let making = Making {
        db: db.clone(),
        outbox: outbox.clone(),
        keys: keys.clone(),
        bot_name: name.clone(),
        small_group: config.small_group,
    };
    let app = Arc::new(App {
        inbox: Arc::new(Inbox::open(db.clone(), clock.clone()).await?),
        exports: Arc::new(Exports::new(making, clock.clone())),
        imports: Arc::new(Imports::new(db.clone(), outbox.clone(), clock.clone())),
        outbox,
        replies: Arc::new(Replies::new(bot.clone(), db.clone(), pace, clock.clone())),
        db,
        keys,
        clock,
        due: Notify::new(),
        bot: bot.clone(),
        name: name.clone(),
        owners: config.organizers.into(),
        small_group: config.small_group,
        web: listening.as_ref().map(|(_, bound)| url(&config.web, *bound).into()),
        similar: Finder::default(),
    });
    app.warm().await?;
    let claim_link = app.offer_claim().await?;
    app.ask_again().await?;
    let (stop, stopped) = stop::signal();
    let mut dispatcher = Dispatcher::builder(knowing, dptree::endpoint(handle))
        .dependencies(dptree::deps![app.clone()])
        .distribution_function(|update| Some(event::lane(update)))
        .default_handler(async |_| {})
        .build();
    let listener = Listener::new(app.inbox.clone(), stopped.clone());
    let dispatching = tokio::spawn(async move {
        let silent = teloxide::error_handlers::IgnoringErrorHandlerSafe::new();
        if dispatcher.try_dispatch_with_listener(listener, silent).await.is_err() {
            log::error!("The dispatcher could not begin");
        }
    });
    let (polled, hear) = (app.clone(), stopped.clone());
    let (alarms, mut heard) = mpsc::unbounded_channel();
    let polling = tokio::spawn(async move { poll::run(&polled.inbox, &polled.bot, hear, alarms).await });
    let told = app.clone();
    tokio::spawn(async move {
        let mut told_before = Told::default();
        while let Some(alarm) = heard.recv().await {
            told.alarm(&mut told_before, alarm).await;
        }
    });
    let (outbox, replies) = (app.outbox.clone(), app.replies.clone());
    let (exports, imports) = (app.exports.clone(), app.imports.clone());
    let scheduled = app.clone();
    let [first, second, third, fourth, fifth] = std::array::from_fn(|_| stopped.clone());
    let mut workers = vec![
        tokio::spawn(async move { outbox.run(first, LAST_WORDS).await }),
        tokio::spawn(async move { replies.keep_record(second).await }),
        tokio::spawn(async move { schedule::run(&scheduled, third).await }),
        tokio::spawn(async move { exports.run(fourth).await }),
        tokio::spawn(async move { imports.run(fifth).await }),
    ];
    let bound = listening.as_ref().map(|(_, bound)| *bound);
    if let Some((listener, _)) = listening {
        let photos = Photos::new(bot, app.clock.clone());
        let web = Web::new(app.db.clone(), app.clock.clone(), photos, name.clone(), app.small_group);
        workers.push(tokio::spawn(web.run(listener, stopped)));
    }
    let registering = app.clone();
    tokio::spawn(async move { registering.register_commands().await });
    Ok(Running { app, claim_link, name, web: bound, stop, polling, dispatching, workers, _lock: lock })
}

impl Running {
    /// Stops cleanly: takes nothing more in, ends what is under way, sends the last answers, closes the file.
    pub async fn stop(self) {
        self.stop.stop();
        let _ = self.polling.await;
        let _ = self.dispatching.await;
        self.app.replies.drain(LAST_WORDS).await;
        for worker in self.workers {
            let _ = worker.await;
        }
        if let Err(error) = self.app.db.clone().close().await {
            log::error!("The database could not be closed: {error:#}");
        }
    }
}

impl App {
    /// Where there is no owner yet, makes a one-time link for the first one.
    async fn offer_claim(&self) -> Result<Option<String>> {
        let mut tx = self.db.write().await?;
        let owned = people::moderators(&mut tx).await?.iter().any(|person| person.role == Role::Owner);
        if owned || !self.owners.is_empty() {
            return Ok(None);
        }
        let code = secret_code(&mut StdRng::from_os_rng());
        people::coming::set_claim(&mut tx, &code).await?;
        tx.commit().await?;
        Ok(Some(start_link(&self.name, &code)))
    }

    /// Takes apart what proposals are compared with, so that nobody waits for that later.
    async fn warm(&self) -> Result<()> {
        let mut conn = self.db.readers().acquire().await.context("Read what proposals are compared with")?;
        let all = proposals::comparable(&mut conn, None).await?;
        drop(conn);
        let similar = self.similar.clone();
        let warmed =
            tokio::task::spawn_blocking(move || similar.warm(all.iter().map(|(_, words)| words.to_owned())));
        warmed.await.context("Take proposals apart")
    }

    /// Tells Telegram which commands there are. They are a convenience: a failure is noted and no more.
    async fn register_commands(&self) {
        if let Err(error) = commands::register(&self.bot).await {
            log::warn!("Commands could not be registered: {error:#}");
        }
        let those_with_a_role = async {
            let mut conn = self.db.readers().acquire().await.context("Read who has a role")?;
            people::moderators(&mut conn).await
        };
        for person in those_with_a_role.await.unwrap_or_default() {
            commands::fit(self.bot.clone(), person.telegram, person.role).await;
        }
    }
}

fn bot(config: &Config) -> Result<Bot, CannotStart> {
    // After an answer of 5xx teloxide sleeps for ten seconds, and a whole chat with it. Most pass at once.
    let again =
        reqwest::retry::for_host(host(config)).max_retries_per_request(RETRIES).classify_fn(|answer| {
            match answer.status() {
                Some(status) if status.is_server_error() => answer.retryable(),
                _ => answer.success(),
            }
        });
    let client = net::default_reqwest_settings().retry(again).build().context("Make an HTTP client")?;
    let bot = Bot::with_client(config.token.reveal(), client);
    let Some(url) = &config.api_url else { return Ok(bot) };
    match url.parse() {
        Ok(url) => Ok(bot.set_api_url(url)),
        Err(_) => Err(CannotStart::Unusable(
            "TELOXIDE_API_URL must be an address, like http://127.0.0.1:8081".into(),
        )),
    }
}

/// Where the Bot API is.
fn host(config: &Config) -> String {
    let url = config.api_url.as_deref().unwrap_or(net::TELEGRAM_API_URL);
    url.parse::<reqwest::Url>().ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

/// Asks until Telegram answers: the network may come later than the bot does, and Telegram has its bad moments, too.
async fn who_am_i(bot: &CacheMe<Bot>) -> Result<Me, CannotStart> {
    loop {
        match bot.get_me().await {
            Ok(me) => return Ok(me),
            Err(RequestError::Api(error)) if refuses_token(&error.to_string()) => {
                return Err(CannotStart::TokenRefused);
            }
            Err(error) => log::warn!("Telegram does not answer yet: {:?}", telegram::verdict(&error)),
        }
        tokio::time::sleep(PATIENCE).await;
    }
}

fn refuses_token(reason: &str) -> bool {
    ["Unauthorized", "Not Found", "Invalid bot token"].iter().any(|refusal| reason.contains(refusal))
}

/// Takes the address where walls are served, if they are to be.
async fn listen(config: &Config) -> Result<Option<(TcpListener, SocketAddr)>, CannotStart> {
    let Some(web) = &config.web else { return Ok(None) };
    let bound = web::bind(web.addr).await.map_err(|error| {
        CannotStart::Unusable(format!(
            "MEREZHA_WEB_ADDR names an address that cannot be used ({}); choose another, or leave it out ({error})",
            web.addr
        ))
    })?;
    Ok(Some(bound))
}

/// Under which address people reach what was bound.
fn url(settings: &Option<config::Web>, bound: SocketAddr) -> String {
    let said = settings.as_ref().and_then(|web| web.url.clone());
    said.unwrap_or_else(|| web::url(bound))
}

fn unusable_keys(error: &anyhow::Error) -> CannotStart {
    CannotStart::Unusable(format!(
        "MEREZHA_KEYS names a folder that cannot be used; check where it is and who may write there ({error:#})"
    ))
}

/// Destroys what the opening of a vote may have left when it was cut off.
async fn tidy_keys(db: &Db, keys: &Keys) -> Result<()> {
    let mut conn = db.readers().acquire().await.context("Read which keys are needed")?;
    closing::tidy_keys(&mut conn, keys).await?;
    outbox::sealed::tidy(&mut conn, keys).await?;
    letters::draft::tidy(&mut conn, keys).await
}

fn unusable_database(error: &anyhow::Error) -> CannotStart {
    CannotStart::Unusable(format!(
        "DATABASE_URL names a file that cannot be used; check where it is and who may write there ({error:#})"
    ))
}

/// Keeps others off what is beside this file, as long as that is held; `None`: somebody else holds it. The system lets
/// go of it however the process ends.
///
/// # Errors
///
/// If the file cannot be made.
pub fn hold(path: &Path) -> Result<Option<File>> {
    let file = File::create(path).with_context(|| format!("Make the lock {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error).context("Lock it"),
    }
}

/// Keeps a second copy off the same database.
fn lock(database_url: &str) -> Result<File, CannotStart> {
    let path = database_file(database_url);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)
            .context("Make the database's folder")
            .map_err(|error| unusable_database(&error))?;
    }
    let lock = hold(&path.with_extension("lock")).map_err(|error| unusable_database(&error))?;
    lock.ok_or(CannotStart::AlreadyRunning)
}
