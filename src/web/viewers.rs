//! Who looks at which wall. A frame's bytes are made once, and every viewer is handed the same; whoever reads slowly
//! skips to the newest.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::Bytes;
use futures::stream::{Stream, unfold};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, watch};

use crate::stop::Stop;

/// How long a stream may be silent: proxies and telephone networks cut what is silent for longer.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// What viewers of a wall are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// It is still to be made.
    Nothing,
    /// A whole event.
    Frame(Bytes),
    /// The wall was taken down.
    Gone,
}

/// All viewers, by the codes of their walls.
pub struct Viewers {
    walls: Mutex<HashMap<String, watch::Sender<Sight>>>,
    room: Arc<Semaphore>,
    /// Rung when somebody comes.
    pub came: Notify,
}

impl Viewers {
    /// Nobody yet, and room for so many.
    pub fn new(most: usize) -> Self {
        Self { walls: Mutex::default(), room: Arc::new(Semaphore::new(most)), came: Notify::new() }
    }

    fn walls(&self) -> MutexGuard<'_, HashMap<String, watch::Sender<Sight>>> {
        self.walls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Somebody comes to look at a wall; none: there is no room.
    pub fn come(&self, code: &str) -> Option<Viewer> {
        let place = self.room.clone().try_acquire_owned().ok()?;
        let sights = {
            let mut walls = self.walls();
            let wall = walls.entry(code.to_owned()).or_insert_with(|| watch::channel(Sight::Nothing).0);
            let mut sights = wall.subscribe();
            sights.mark_changed();
            sights
        };
        self.came.notify_one();
        Some(Viewer { sights, _place: place })
    }

    /// The walls that somebody looks at, with what they see.
    pub fn looked_at(&self) -> Vec<(String, Sight)> {
        let mut walls = self.walls();
        walls.retain(|_, wall| wall.receiver_count() > 0);
        walls.iter().map(|(code, wall)| (code.clone(), wall.borrow().clone())).collect()
    }

    /// Shows a wall's viewers something, unless it is what they see.
    pub fn show(&self, code: &str, sight: Sight) {
        let mut walls = self.walls();
        let Some(wall) = walls.get(code) else { return };
        let gone = sight == Sight::Gone;
        wall.send_if_modified(|seen| {
            let other = *seen != sight;
            *seen = sight;
            other
        });
        if gone {
            walls.remove(code);
        }
    }
}

/// Somebody who looks at a wall.
pub struct Viewer {
    sights: watch::Receiver<Sight>,
    _place: OwnedSemaphorePermit,
}

impl Viewer {
    /// Events until the wall is gone, or the bot stops.
    pub fn stream(self, stop: Stop) -> impl Stream<Item = Result<Bytes, Infallible>> + Send {
        unfold(Some((self, stop)), async |looking| {
            let (mut viewer, mut stop) = looking?;
            let event = viewer.next(&mut stop).await?;
            let last = event == GONE;
            Some((Ok(event), (!last).then_some((viewer, stop))))
        })
    }

    async fn next(&mut self, stop: &mut Stop) -> Option<Bytes> {
        loop {
            tokio::select! {
                biased;
                () = stop.wait() => return None,
                changed = self.sights.changed() => match (changed, &*self.sights.borrow_and_update()) {
                    (_, Sight::Gone) => return Some(GONE),
                    (Ok(()), Sight::Frame(event)) => return Some(event.clone()),
                    (Ok(()), Sight::Nothing) => {}
                    (Err(_), _) => return None,
                },
                () = tokio::time::sleep(HEARTBEAT) => return Some(ALIVE),
            }
        }
    }
}

/// Says nothing but that the bot is there; a comment would not reach the page.
const ALIVE: Bytes = Bytes::from_static(b"event: alive\ndata: 1\n\n");
/// The last event of a wall that was taken down.
const GONE: Bytes = Bytes::from_static(b"event: gone\ndata: 1\n\n");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_for_so_many_and_for_others_once_they_have_left() {
        let viewers = Viewers::new(2);
        let (first, second) = (viewers.come("a").expect("room"), viewers.come("b").expect("room"));
        assert!(viewers.come("a").is_none(), "full, whichever wall it is");
        drop(first);
        let third = viewers.come("b").expect("room again");
        assert_eq!(viewers.looked_at(), [("b".to_owned(), Sight::Nothing)], "nobody looks at the other one");
        drop((second, third));
        assert!(viewers.looked_at().is_empty());
    }

    #[test]
    fn whoever_comes_later_sees_the_same_and_what_is_gone_is_gone() {
        let viewers = Viewers::new(9);
        let _first = viewers.come("a").expect("room");
        let frame = Sight::Frame(Bytes::from_static(b"data: 1\n\n"));
        viewers.show("a", frame.clone());
        let later = viewers.come("a").expect("room");
        assert_eq!(*later.sights.borrow(), frame);
        viewers.show("a", Sight::Gone);
        assert_eq!(*later.sights.borrow(), Sight::Gone);
        assert!(viewers.looked_at().is_empty());
    }
}
