//! The inbox as teloxide's dispatcher sees it: a stream that gives each person's next update when it is their turn.

use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use futures::stream::{self, Stream};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use teloxide::stop::{StopToken, mk_stop_token};
use teloxide::types::{Update, UpdateKind};
use teloxide::update_listeners::{AsUpdateStream, UpdateListener};
use tokio::sync::Notify;

use super::lanes::{HELD, Lanes, Turn};
use super::{poll, store};
use crate::clock::Clock;
use crate::db::Db;
use crate::stop::Stop;

/// Updates that wait or are under way.
#[derive(Debug)]
pub struct Inbox {
    pub(super) db: Db,
    pub(super) clock: Clock,
    lanes: Mutex<Lanes<Update>>,
    changed: Notify,
}

impl Inbox {
    /// The inbox over these tables, with what an earlier run left.
    pub async fn open(db: Db, clock: Clock) -> Result<Self> {
        let mut lanes = Lanes::default();
        let mut conn = db.readers().acquire().await.context("Read the inbox")?;
        for lane in store::lanes(&mut conn).await? {
            lanes.push_stored(lane);
        }
        drop(conn);
        Ok(Self { db, clock, lanes: Mutex::new(lanes), changed: Notify::new() })
    }

    pub(super) fn push(&self, updates: impl Iterator<Item = (i64, i64, Update)>) {
        let mut lanes = self.lanes();
        for (lane, seq, update) in updates {
            lanes.push(lane, seq, update);
        }
        drop(lanes);
        self.changed.notify_one();
    }

    /// The lane's update was applied; its next one may come.
    pub fn done(&self, lane: i64) {
        self.lanes().done(lane);
        self.changed.notify_one();
    }

    /// Everything that came was applied.
    pub fn is_settled(&self) -> bool {
        self.lanes().is_empty()
    }

    async fn next(&self) -> Update {
        loop {
            let changed = self.changed.notified();
            let turn = self.lanes().turn();
            match turn {
                Turn::Apply(update) if matches!(update.kind, UpdateKind::Error(_)) => {
                    self.drop_unknown(&update).await
                }
                Turn::Apply(update) => return update,
                Turn::Fetch { lane, after } => self.fetch(lane, after).await,
                Turn::Rest => changed.await,
            }
        }
    }

    async fn fetch(&self, lane: i64, after: i64) {
        let most = i64::try_from(HELD).unwrap_or(i64::MAX);
        let rows = async {
            let mut conn = self.db.readers().acquire().await.context("Read the inbox")?;
            store::lane_after(&mut conn, lane, after, most).await
        };
        match rows.await {
            Ok(rows) => {
                let more = rows.len() == HELD;
                let updates =
                    rows.into_iter().filter_map(|(seq, body)| Some((seq, poll::parse(&body)?))).collect();
                self.lanes().refill(lane, updates, more);
            }
            Err(error) => {
                log::error!("The inbox could not be read: {error:#}");
                tokio::time::sleep(std::time::Duration::from_secs(1)).await;
                self.lanes().refill(lane, Vec::new(), true);
            }
        }
    }

    /// teloxide would log such an update whole, so it never gets one.
    async fn drop_unknown(&self, update: &Update) {
        let dropped = async {
            let mut tx = self.db.write().await?;
            store::delete(&mut tx, &[i64::from(update.id.0)]).await?;
            tx.commit().await
        };
        if let Err(error) = dropped.await {
            log::error!("Update {} could not be dropped: {error:#}", update.id.0);
        }
        self.done(crate::ui::event::lane(update));
    }

    fn lanes(&self) -> MutexGuard<'_, Lanes<Update>> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The dispatcher's door to the inbox.
pub struct Listener {
    inbox: Arc<Inbox>,
    stop: Stop,
}

impl Listener {
    /// A listener for this inbox, which ends when it is told to stop.
    pub fn new(inbox: Arc<Inbox>, stop: Stop) -> Self {
        Self { inbox, stop }
    }
}

impl<'a> AsUpdateStream<'a> for Listener {
    type StreamErr = Infallible;
    type Stream = Pin<Box<dyn Stream<Item = Result<Update, Infallible>> + Send + 'a>>;

    fn as_stream(&'a mut self) -> Self::Stream {
        let inbox = &self.inbox;
        Box::pin(stream::unfold(self.stop.clone(), move |mut stop| async move {
            tokio::select! {
                biased;
                () = stop.wait() => None,
                update = inbox.next() => Some((Ok(update), stop)),
            }
        }))
    }
}

impl UpdateListener for Listener {
    type Err = Infallible;

    /// The dispatcher wants one; it stops when the stream ends.
    fn stop_token(&mut self) -> StopToken {
        mk_stop_token().0
    }
}
