//! The walls of sessions over HTTP. All there is lies below the secret code of a wall that is up; whatever else is
//! asked for, whoever asks, gets the same empty 404.
//!
//! - `serve`: sockets, their number and their patience      - `answer`: one request; the headers of all answers
//! - `watcher`: sees that something changed, makes frames    - `viewers`: who looks, and hands them the frames
//! - `frame`: what a wall shows, as data                     - `page`: the page that draws it
//! - `photos`: pictures from Telegram, in memory for a while

mod answer;
mod frame;
mod page;
mod photos;
mod serve;
mod viewers;
mod watcher;

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;

use crate::clock::Clock;
use crate::db::Db;
use crate::stop::Stop;
pub use photos::Photos;
use viewers::Viewers;

/// What answering for walls takes.
pub struct Web {
    db: Db,
    clock: Clock,
    /// The bot's user name, for links.
    bot_name: String,
    /// No breakdown shows fewer people than that.
    small_group: u32,
    photos: Photos,
    viewers: Viewers,
}

impl Web {
    /// Nobody looks yet.
    pub fn new(db: Db, clock: Clock, photos: Photos, bot_name: String, small_group: u32) -> Self {
        Self { db, clock, bot_name, small_group, photos, viewers: Viewers::new(serve::most_viewers()) }
    }

    /// Serves walls until it is told to stop.
    pub async fn run(self, listener: TcpListener, stop: Stop) {
        let web = Arc::new(self);
        tokio::join!(serve::serve(listener, web.clone(), stop.clone()), watcher::run(&web, stop));
    }
}

/// Takes the address.
///
/// # Errors
///
/// If it is taken, or not ours to take.
pub async fn bind(addr: SocketAddr) -> std::io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(addr).await?;
    let bound = listener.local_addr()?;
    Ok((listener, bound))
}

/// Under which address people on this machine reach what was bound.
pub fn url(bound: SocketAddr) -> String {
    let mut addr = bound;
    if addr.ip().is_unspecified() {
        let local: std::net::IpAddr = match addr {
            SocketAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        };
        addr.set_ip(local);
    }
    format!("http://{addr}")
}
