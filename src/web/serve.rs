//! Sockets: so many at once, with little patience for those who ask slowly. hyper itself, because axum's own server
//! waits for a slow request for ever.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;

use super::Web;
use crate::stop::Stop;

/// So many look at walls at once, at most.
const VIEWERS: usize = 2_000;
/// So many more connections, for pages and pictures.
const OTHERS: usize = 500;
/// How long the head of a request may take, and how long a connection may lie idle.
const PATIENCE: Duration = Duration::from_secs(10);
/// How large the head of a request may be.
const HEAD: usize = 16 * 1024;
/// How long connections may take to end when the bot stops.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// How many may look at once. The system gives a process so many open files, and a bot out of them would lose
/// Telegram: walls take half.
pub fn most_viewers() -> usize {
    open_files().map_or(VIEWERS, |most| VIEWERS.min(most / 2))
}

/// The most open files of this process, where the system tells.
fn open_files() -> Option<usize> {
    let limits = std::fs::read_to_string("/proc/self/limits").ok()?;
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Answers until it is told to stop.
pub async fn serve(listener: TcpListener, web: Arc<Web>, mut stop: Stop) {
    let room = Arc::new(Semaphore::new(most_viewers() + most_viewers().min(OTHERS)));
    let mut open = JoinSet::new();
    loop {
        tokio::select! {
            biased;
            () = stop.wait() => break,
            Some(_) = open.join_next() => {}
            (stream, place) = accept(&listener, &room) => {
                open.spawn(converse(stream, place, web.clone(), stop.clone()));
            }
        }
    }
    drop(listener);
    let ending = async { while open.join_next().await.is_some() {} };
    // What is still open then ends with the set.
    let _ = tokio::time::timeout(LAST_WORDS, ending).await;
}

/// The next connection, once there is room for it.
async fn accept(listener: &TcpListener, room: &Arc<Semaphore>) -> (TcpStream, OwnedSemaphorePermit) {
    loop {
        if let Ok(place) = room.clone().acquire_owned().await
            && let Ok((stream, _)) = listener.accept().await
        {
            return (stream, place);
        }
        // Gone again already, or the system has no more to give just now.
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// One connection from start to end.
async fn converse(stream: TcpStream, place: OwnedSemaphorePermit, web: Arc<Web>, mut stop: Stop) {
    let _place = place;
    let _ = stream.set_nodelay(true);
    let stopped = stop.clone();
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let (web, stop) = (web.clone(), stopped.clone());
        async move { Ok::<_, Infallible>(web.answer(request.method(), request.uri().path(), stop).await) }
    });
    let mut settings = http1::Builder::new();
    settings.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(HEAD);
    let mut connection = pin!(settings.serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        // How a connection ended is nobody's business but theirs.
        _ = connection.as_mut() => return,
        () = stop.wait() => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}
