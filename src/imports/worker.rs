//! Reads files and compares rows, one import after another, outside of any flow: fetching takes as long as Telegram likes,
//! and taking apart and comparing happen on threads of their own.
//!
//! Nothing is done in memory alone: each step is committed with the stage that follows it, so that what is cut off is
//! done anew. A step that was overtaken (somebody chose another column meanwhile) leaves nothing.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::sync::Notify;

use super::columns::Layout;
use super::compare::{Raw, understand};
use super::flow::show_outcome;
use super::sheet::{self, Sheet};
use super::store::work::{self, Job};
use super::store::{self, rows};
use super::{MOST_BYTES, Stage, TRIES, Trouble};
use crate::clock::Clock;
use crate::db::{Db, Tx};
use crate::directions;
use crate::outbox::telegram::Refusal;
use crate::outbox::worker::Outbox;
use crate::panics::caught;
use crate::stop::Stop;

/// How long fetching a file may take.
const PATIENCE: Duration = Duration::from_secs(90);
/// How long to rest after something went wrong.
const PAUSE: Duration = Duration::from_secs(1);

/// The worker and what it needs.
#[derive(Debug)]
pub struct Imports {
    db: Db,
    outbox: Arc<Outbox>,
    clock: Clock,
    wake: Notify,
}

impl Imports {
    /// A worker that fetches files through this outbox.
    pub fn new(db: Db, outbox: Arc<Outbox>, clock: Clock) -> Self {
        Self { db, outbox, clock, wake: Notify::new() }
    }

    /// Says that there is something to do.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// There is nothing to do.
    pub async fn is_settled(&self) -> Result<bool> {
        let mut conn = self.db.readers().acquire().await.context("Read what is to come in")?;
        Ok(!work::any_waiting(&mut conn).await?)
    }

    /// Works until told to stop. What was left by an earlier run comes first.
    pub async fn run(&self, mut stop: Stop) {
        while !stop.is_given() {
            match caught(self.work(stop.clone())).await {
                Ok(true) => {}
                Ok(false) => tokio::select! {
                    () = self.wake.notified() => {}
                    () = stop.wait() => {}
                },
                Err(error) => {
                    log::error!("An import stumbled and is tried again: {error:#}");
                    tokio::select! {
                        () = tokio::time::sleep(PAUSE) => {}
                        () = stop.wait() => {}
                    }
                }
            }
        }
    }

    /// Does the next step of the import that waits longest; `false`: none does.
    async fn work(&self, stop: Stop) -> Result<bool> {
        if self.is_settled().await? {
            return Ok(false);
        }
        let mut tx = self.db.write().await?;
        let Some(job) = work::begin_next(&mut tx).await? else { return Ok(false) };
        tx.commit().await?;
        if job.tries > TRIES {
            self.refuse(&job, Trouble::Failed).await?;
            return Ok(true);
        }
        match job.stage {
            Stage::Reading => self.read(&job, stop).await?,
            _ => self.compare(&job).await?,
        }
        Ok(true)
    }

    /// Fetches a file and takes it apart.
    async fn read(&self, job: &Job, mut stop: Stop) -> Result<()> {
        let file = job.file.as_deref().unwrap_or_default();
        let fetched = tokio::select! {
            fetched = tokio::time::timeout(PATIENCE, self.outbox.fetch_within(file, MOST_BYTES)) => fetched,
            // It is fetched after the next start.
            () = stop.wait() => return Ok(()),
        };
        let bytes = match fetched {
            Ok(Ok(Some(bytes))) => bytes,
            Ok(Ok(None)) => return self.refuse(job, Trouble::TooLarge).await,
            Ok(Err(Refusal::Refused(why))) if why.to_lowercase().contains("too big") => {
                return self.refuse(job, Trouble::TooLarge).await;
            }
            Ok(Err(_)) | Err(_) => return self.refuse(job, Trouble::Unreachable).await,
        };
        let taken_apart = on_a_thread(move || {
            Ok(match sheet::read(&bytes) {
                Ok(sheet) => {
                    Ok((Layout::of(&sheet), serde_json::to_string(&sheet).context("Write a sheet down")?))
                }
                Err(trouble) => Err(trouble),
            })
        });
        let (layout, sheet) = match taken_apart.await? {
            Ok(read) => read,
            Err(trouble) => return self.refuse(job, trouble).await,
        };
        let mut tx = self.db.write().await?;
        if work::is_still(&mut tx, job).await? {
            work::keep_sheet(&mut tx, job.id, &sheet, &layout).await?;
            store::move_to(&mut tx, job.id, Stage::Comparing).await?;
        }
        tx.commit().await
    }

    /// Compares rows with what is there, and shows what they come to.
    async fn compare(&self, job: &Job) -> Result<()> {
        let mut conn = self.db.readers().acquire().await.context("Read what is to come in")?;
        let sheet = work::sheet(&mut conn, job.id).await?;
        let layout = work::layout(&mut conn, job.id).await?;
        let gathered = rows::gathered(&mut conn, job.id).await?;
        let there = match job.call {
            Some(call) => rows::there(&mut conn, call).await?,
            None => Vec::new(),
        };
        let directions = directions::store::current(&mut conn).await?;
        drop(conn);
        let written = on_a_thread(move || {
            let raw = match (sheet, layout) {
                (Some(sheet), Some(layout)) => of_sheet(&sheet, &layout)?,
                _ => gathered,
            };
            rows::written(&understand(raw, there, &directions))
        });
        let written = written.await?;
        self.step(job, async |tx| rows::put_rows(tx, job.id, &written).await).await
    }

    async fn refuse(&self, job: &Job, trouble: Trouble) -> Result<()> {
        self.step(job, async |tx| work::refuse(tx, job.id, trouble).await).await
    }

    /// Commits the last step, unless it was overtaken, and shows what came of it.
    async fn step(&self, job: &Job, step: impl AsyncFnOnce(&mut Tx) -> Result<()>) -> Result<()> {
        let mut tx = self.db.write().await?;
        if work::is_still(&mut tx, job).await? {
            step(&mut tx).await?;
            show_outcome(&mut tx, job.id, self.clock.now()).await?;
        }
        tx.commit().await?;
        self.outbox.wake();
        Ok(())
    }
}

/// The rows of a file, each with what stands in the column of words.
fn of_sheet(sheet: &str, layout: &Layout) -> Result<Vec<Raw>> {
    let sheet: Sheet = serde_json::from_str(sheet).context("Read what stood in a file")?;
    let raw = layout.columns.body(&sheet).iter().map(|row| Raw {
        number: row.number,
        text: row.cell(layout.columns.words).map(str::to_owned),
        photo: None,
        direction: layout.columns.direction.and_then(|column| row.cell(column)).map(str::to_owned),
    });
    Ok(raw.collect())
}

/// Such work takes long enough to hold others up.
async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.context("Work on an import")?
}
