//! Sees that something changed, and makes the frames of those walls that somebody looks at: of each one at a time, and
//! none while nobody looks.
//!
//! It asks SQLite itself: `pragma data_version` of a connection is another one exactly if somebody else has committed
//! since, whoever that was: a flow, the schedule, the outbox, an operator with a shell. It is read before the frames are
//! made, so what is committed meanwhile shows as a change the next time. No commit has to remember to ring.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use axum::body::Bytes;
use sqlx::SqliteConnection;

use super::Web;
use super::frame::{self, Asked, unity::Measured};
use super::viewers::Sight;
use crate::panics::caught;
use crate::stop::Stop;
use crate::wall::store;

/// How often it looks.
const LOOK: Duration = Duration::from_millis(200);
/// How often frames are made though nothing changed: a poll's end may have come.
const TIME_PASSES: Duration = Duration::from_secs(1);
/// How long it rests when it could not look.
const REST: Duration = Duration::from_secs(1);

/// What it looks with, and what it saw last.
struct Eye {
    conn: SqliteConnection,
    version: i64,
    looked: Option<Instant>,
    /// What unites and divides is costly, so it is kept for a while.
    unity: Measured,
}

/// Watches until it is told to stop.
pub async fn run(web: &Web, mut stop: Stop) {
    let mut eye = None;
    loop {
        let somebody_looks = !web.viewers.looked_at().is_empty();
        tokio::select! {
            biased;
            () = stop.wait() => return,
            () = web.viewers.came.notified() => {}
            () = tokio::time::sleep(LOOK), if somebody_looks => {}
        }
        // Whatever is under way at SQLite is waited for, never dropped.
        let Err(error) = caught(web.look(&mut eye)).await else { continue };
        log::error!("Walls could not be looked after: {error:#}");
        eye = None;
        tokio::select! {
            biased;
            () = stop.wait() => return,
            () = tokio::time::sleep(REST) => {}
        }
    }
}

impl Web {
    /// Makes new frames of the walls where something may have changed.
    async fn look(&self, eye: &mut Option<Eye>) -> Result<()> {
        let eye = match eye {
            Some(eye) => eye,
            None => eye.insert(self.open_an_eye().await?),
        };
        let version = sqlx::query_scalar("pragma data_version")
            .fetch_one(&mut eye.conn)
            .await
            .context("Ask whether something changed")?;
        let tick = self.clock.tick();
        let changed = version != eye.version || eye.looked.is_none_or(|at| tick - at >= TIME_PASSES);
        for (code, seen) in self.viewers.looked_at() {
            if changed || seen == Sight::Nothing {
                let sight = self.sight(eye, &code).await?;
                self.viewers.show(&code, sight);
            }
        }
        if changed {
            (eye.version, eye.looked) = (version, Some(tick));
        }
        Ok(())
    }

    /// A connection of its own: others' commits are what it counts.
    async fn open_an_eye(&self) -> Result<Eye> {
        let conn = self.db.readers().acquire().await.context("Open a connection to watch")?.detach();
        Ok(Eye { conn, version: 0, looked: None, unity: Measured::default() })
    }

    async fn sight(&self, eye: &mut Eye, code: &str) -> Result<Sight> {
        let Some(wall) = store::by_code(&mut eye.conn, code).await? else { return Ok(Sight::Gone) };
        let asked = Asked {
            now: self.clock.now(),
            tick: self.clock.tick(),
            bot_name: &self.bot_name,
            small_group: self.small_group,
        };
        let frame = frame::make(&mut eye.conn, &wall, &asked, &mut eye.unity).await?;
        let json = serde_json::to_string(&frame).context("Write down a frame")?;
        Ok(Sight::Frame(Bytes::from(format!("data: {json}\n\n"))))
    }
}
