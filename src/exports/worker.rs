//! Makes what was asked for, one after another, and owes it through the outbox.
//!
//! That a file was made is committed together with the message that brings it. What is cut off is made anew.

use anyhow::{Context, Result};
use tokio::sync::Notify;

use super::prepare::Making;
use super::store::{self, Job};
use super::{Made, TRIES, view};
use crate::clock::Clock;
use crate::outbox::{self, Urgency};
use crate::panics::caught;
use crate::people::{self, Person};
use crate::role::Role;
use crate::stop::Stop;
use crate::ui::action::Export;

/// How long to rest when the table cannot be read.
const PAUSE: std::time::Duration = std::time::Duration::from_secs(1);

/// The worker and what it needs.
#[derive(Debug)]
pub struct Exports {
    making: Making,
    clock: Clock,
    wake: Notify,
}

impl Exports {
    /// A worker that makes files of these.
    pub fn new(making: Making, clock: Clock) -> Self {
        Self { making, clock, wake: Notify::new() }
    }

    /// Says that something was asked for.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Nothing is to be made.
    pub async fn is_settled(&self) -> Result<bool> {
        let mut conn = self.making.db.readers().acquire().await.context("Read what is to be made")?;
        Ok(!store::any_waiting(&mut conn).await?)
    }

    /// Works until told to stop. What was left by an earlier run comes first.
    pub async fn run(&self, mut stop: Stop) {
        while !stop.is_given() {
            match caught(self.make_next(stop.clone())).await {
                Ok(true) => {}
                Ok(false) => tokio::select! {
                    () = self.wake.notified() => {}
                    () = stop.wait() => {}
                },
                Err(error) => {
                    log::error!("Nothing could be made: {error:#}");
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }

    /// Makes what was asked for first; `false`: nothing was.
    async fn make_next(&self, stop: Stop) -> Result<bool> {
        if self.is_settled().await? {
            return Ok(false);
        }
        let mut tx = self.making.db.write().await?;
        let Some(job) = store::begin_next(&mut tx).await? else { return Ok(false) };
        let asking = people::store::get(&mut tx, job.person).await?.map(|(person, _)| person);
        tx.commit().await?;
        let made = match &asking {
            Some(person) if may_have(person, job.what) && job.tries <= TRIES => {
                caught(self.making.make(job.what, person, self.clock.now(), stop)).await
            }
            _ => Err(anyhow::anyhow!("It was begun {} times, or is nobody's", job.tries)),
        };
        self.owe(job, made).await?;
        Ok(true)
    }

    /// Owes what was made to who asked, if it is still theirs to have.
    async fn owe(&self, job: Job, made: Result<Option<Made>>) -> Result<()> {
        let made = match made {
            // Told to stop: it is made after the next start.
            Ok(None) => return Ok(()),
            Ok(Some(made)) => Some(made),
            Err(error) => {
                log::error!("{:?} was not made: {error:#}", job.what);
                None
            }
        };
        let now = self.clock.now();
        let mut tx = self.making.db.write().await?;
        match &made {
            Some(_) => store::finish(&mut tx, job).await?,
            None => store::give_up(&mut tx, job).await?,
        }
        let asking = people::store::get(&mut tx, job.person).await?.map(|(person, _)| person);
        if let Some(person) = asking.filter(|person| may_have(person, job.what)) {
            let t = person.lang.texts();
            let views = match made {
                None => vec![view::failed(t)],
                Some(Made::TooLarge) => vec![view::too_large(t)],
                Some(Made::Nothing) => vec![view::nothing(t)],
                Some(Made::Files(files)) => view::files(t, job.what, files),
            };
            for view in views {
                outbox::store::tell(&mut tx, &person, Urgency::Awaited, None, &view, now).await?;
            }
        }
        tx.commit().await?;
        self.making.outbox.wake();
        Ok(())
    }
}

/// Whether it is still theirs to have.
fn may_have(person: &Person, what: Export) -> bool {
    match what {
        Export::Own => person.joined,
        _ => person.is(Role::Organizer),
    }
}
