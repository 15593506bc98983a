//! What happens because time passed: votes close, cards are brought up to date, old data goes.
//!
//! Nothing is remembered in memory: each tick asks the tables what is due, so a restart or a long sleep only makes it
//! later, never lost or done twice.

use std::time::Duration;

use anyhow::{Context, Result};
use rand::SeedableRng;
use rand::rngs::StdRng;

use crate::bot::App;
use crate::clock::Moment;
use crate::panics::caught;
use crate::people::flow::joining;
use crate::sessions::flow::due as sessions_due;
use crate::stop::Stop;
use crate::votes::flow::{closing, turnout};
use crate::{announcements, inbox, outbox, people, polls, sessions, votes};

/// How often the tables are asked. Cards of polls and announcements change at most this often.
const TICK: Duration = Duration::from_secs(2);
/// How often old data is swept out.
const SWEEP: Duration = Duration::from_secs(3600);
/// How long Telegram may bring an update again.
const SEEN: Duration = Duration::from_secs(48 * 3600);
/// How long delivered messages keep their words.
const DELIVERED: Duration = Duration::from_secs(24 * 3600);

/// Ticks until told to stop.
pub async fn run(app: &App, mut stop: Stop) {
    let mut swept: Option<Moment> = None;
    loop {
        if let Err(error) = caught(tick(app)).await {
            log::error!("The schedule stumbled and goes on: {error:#}");
        }
        let now = app.clock.now();
        if swept.is_none_or(|at| at.after(SWEEP) <= now) {
            swept = Some(now);
            if let Err(error) = caught(sweep(app)).await {
                log::error!("Old data could not be swept out: {error:#}");
            }
        }
        tokio::select! {
            () = tokio::time::sleep(TICK) => {}
            () = stop.wait() => return,
        }
    }
}

/// Does what is due now.
pub async fn tick(app: &App) -> Result<()> {
    let now = app.clock.now();
    if is_anything_due(app, now).await? {
        do_what_is_due(app, now).await?;
    }
    let mut chance = StdRng::from_os_rng();
    while closing::step(&app.db, &app.keys, app.small_group, now, &mut chance).await? {
        app.outbox.wake();
    }
    Ok(())
}

async fn do_what_is_due(app: &App, now: Moment) -> Result<()> {
    let mut tx = app.db.write().await?;
    votes::store::close_due(&mut tx, now).await?;
    closing::cover_screens(&mut tx, |chat| app.replies.is_answering(chat), now).await?;
    turnout::offer_closing(&mut tx, now).await?;
    turnout::remind_by_itself(&mut tx, &app.keys, now).await?;
    sessions_due::tick(&mut tx, now).await?;
    polls::flow::refresh_cards(&mut tx, now).await?;
    announcements::flow::show_progress(&mut tx, now).await?;
    tx.commit().await?;
    app.outbox.wake();
    Ok(())
}

/// Asked with a reader, so that a quiet bot never takes the writer.
async fn is_anything_due(app: &App, now: Moment) -> Result<bool> {
    let mut conn = app.db.readers().acquire().await.context("Read the schedule")?;
    Ok(votes::store::any_due(&mut conn, now).await?
        || votes::store::ballots::any_screen(&mut conn, now.before(closing::UNCOVERED)).await?
        || !turnout::due_reminders(&mut conn, now).await?.is_empty()
        || !votes::store::all_voted(&mut conn).await?.is_empty()
        || sessions::store::due::any(&mut conn, now).await?
        || polls::store::any_stale(&mut conn).await?
        || !announcements::store::under_way(&mut conn).await?.is_empty())
}

/// Sweeps out what is no longer needed.
pub async fn sweep(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    inbox::store::forget_seen(&mut tx, now.before(SEEN)).await?;
    outbox::store::scrub(&mut tx, now.before(DELIVERED)).await?;
    people::store::forget_visitors(&mut tx, joining::visitors_since(now)).await?;
    tx.commit().await
}
