//! The rehearsal: an emulated Telegram Bot API, with phones for people to act through.
//!
//! A bot talks to it over real HTTP and cannot tell it from the original; people act through `Person` in code or through
//! the page in a browser. It knows nothing of the bot it is used for.
//!
//! - `world`     people, chats, messages, the queue of updates; no HTTP
//! - `api`       the Bot API on the wire
//! - `person`    a phone in code          - `phones`    phones over HTTP; `page` their page
//! - `telegram`  the handle they share    - `store`     the state kept in a file
//! - `limits`    flood limits             - `schema`    what the Bot API says of every method
//! - `crowd`     simulated participants, who know the bot by its screens
//! - `html`, `entities`, `tidy`, `found`, `links`, `text`: what becomes of texts   - `picture`: sizes of pictures

mod api;
pub mod crowd;
mod entities;
mod found;
pub mod html;
mod limits;
mod links;
mod page;
mod person;
mod phones;
mod picture;
pub mod schema;
mod store;
mod telegram;
mod text;
mod tidy;
mod transcript;
mod world;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use anyhow::Context as _;
use axum::extract::DefaultBodyLimit;
use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub use entities::{Entity, Kind};
pub use limits::{Limits, Rate};
pub use person::{Person, Press, ShownMessage};
pub use telegram::Telegram;
pub use world::{
    Attachment, BotCommand, Button, Chat, FileKind, InlineKeyboard, Message, NewPerson, PhotoSize, Refusal,
    Request, Scope, Standing, Toast, Trouble, User, World,
};

use store::Blobs;
use world::State;

/// How a rehearsal is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where to listen. Port 0 takes any free one.
    pub addr: SocketAddr,
    /// The file the state is kept in; `None` keeps it in memory only.
    pub state: Option<PathBuf>,
    /// Flood limits.
    pub limits: Limits,
    /// Messages kept in each chat, older ones are forgotten. `None` keeps all.
    pub keep_messages: Option<usize>,
}

impl Default for Options {
    /// A free port of this machine, in memory, with Telegram's limits.
    fn default() -> Options {
        let addr = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Options { addr, state: None, limits: Limits::telegram(), keep_messages: None }
    }
}

/// A running rehearsal. It stops when it is dropped; `stop` also waits until all is saved.
pub struct Rehearsal {
    telegram: Telegram,
    addr: SocketAddr,
    server: Option<JoinHandle<()>>,
    /// The file of the state, and who saves into it.
    keeper: Option<(PathBuf, JoinHandle<()>)>,
}

/// Starts a rehearsal: loads its state and listens.
pub async fn start(options: Options) -> anyhow::Result<Rehearsal> {
    let Options { addr, state: path, limits, keep_messages } = options;
    let state = match &path {
        Some(path) => store::load(path)?,
        None => State::new(),
    };
    let blobs = Blobs::beside(path.as_deref())?;
    let telegram = Telegram::new(World::new(state, limits, keep_messages), blobs);
    let listener = TcpListener::bind(addr).await.with_context(|| format!("Listen on {addr}"))?;
    let addr = listener.local_addr()?;
    // Saved once at once: the token must be the same next time, and a path that can't be written shows now.
    let keeper = match path {
        Some(path) => Some((path.clone(), store::keep(path, &telegram)?)),
        None => None,
    };
    // The API sets its own limit on bodies, with an answer of its own.
    let router = phones::router().fallback(api::serve).layer(DefaultBodyLimit::disable());
    let router = router.with_state(telegram.clone());
    let stopped = telegram.stopped();
    let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
    let server = tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(stopped).await {
            log::error!("Serve the rehearsal: {error:#}");
        }
    });
    Ok(Rehearsal { telegram, addr, server: Some(server), keeper })
}

impl Rehearsal {
    /// What a bot is told is the Bot API: `http://127.0.0.1:PORT`.
    pub fn api_url(&self) -> String {
        let mut addr = self.addr;
        if addr.ip().is_unspecified() {
            addr.set_ip(Ipv4Addr::LOCALHOST.into());
        }
        format!("http://{addr}")
    }

    /// Where the phones are.
    pub fn page_url(&self) -> String {
        format!("{}/", self.api_url())
    }

    /// The bot's token. A kept state keeps it.
    pub fn token(&self) -> &str {
        self.telegram.token()
    }

    /// How far the rehearsal's clock is ahead of the computer's, in milliseconds, now and whenever it is moved: for a bot
    /// that lives in the same time.
    pub fn clock_ahead(&self) -> Arc<AtomicU64> {
        self.telegram.with(|world| world.state.clock.shared())
    }

    /// The Telegram inside.
    pub fn telegram(&self) -> Telegram {
        self.telegram.clone()
    }

    /// Ends waiting calls, closes the port and saves.
    pub async fn stop(mut self) {
        self.telegram.stop();
        if let Some(mut server) = self.server.take()
            && tokio::time::timeout(Duration::from_secs(3), &mut server).await.is_err()
        {
            server.abort();
        }
        // Only now does nothing happen any more.
        if let Some((path, keeper)) = self.keeper.take() {
            drop(keeper.await);
            store::save_beside(&path, &self.telegram, true).await;
        }
    }
}

impl Drop for Rehearsal {
    fn drop(&mut self) {
        self.telegram.stop();
    }
}
