//! What happens because time passed. Everything with a moment of its own stands in one table, [`due`]: the schedule
//! sleeps until the earliest, or until a commit that may have set an earlier one, and looks at nothing else. Two kinds
//! of cards that follow what people do, and old data, come round and round.
//!
//! Nothing is remembered in memory: a restart, a long sleep or a clock that jumps makes things later, never lost or done
//! twice.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use rand::SeedableRng;
use rand::rngs::StdRng;
use tokio::time::MissedTickBehavior;

use crate::announcements::flow::sending;
use crate::bot::App;
use crate::clock::Moment;
use crate::due::{self, Due};
use crate::letters::flow::answering;
use crate::panics::caught;
use crate::people::flow::joining;
use crate::polls::flow::ending;
use crate::proposals::flow::news;
use crate::sessions::flow::{door, due as sessions};
use crate::stop::Stop;
use crate::votes::flow::{closing, turnout};
use crate::{announcements, imports, inbox, letters, outbox, people, polls};

/// How often cards of polls and announcements change at most; also how soon what could not be done is tried again, and
/// how late a jump of the clock is noticed.
const TICK: Duration = Duration::from_secs(2);
/// The table is looked at no more often than that, however many commits there are.
const LOOK: Duration = Duration::from_millis(100);
/// How many due things are read together.
const BATCH: usize = 64;
/// How often old data is swept out.
const SWEEP: Duration = Duration::from_secs(3600);
/// How long Telegram may bring an update again.
const SEEN: Duration = Duration::from_secs(48 * 3600);
/// How long a file waits whose rows nobody has confirmed: other people's names may stand in it.
const UNDECIDED: Duration = Duration::from_secs(7 * 24 * 3600);
/// How long delivered messages keep their words.
const DELIVERED: Duration = Duration::from_secs(24 * 3600);

/// Works until told to stop.
pub async fn run(app: &App, mut stop: Stop) {
    let (mut ticked, mut swept): (Option<Instant>, Option<Instant>) = (None, None);
    let mut tried = HashSet::new();
    let mut look = tokio::time::interval(LOOK);
    look.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        look.tick().await;
        if has_passed(app, &mut ticked, TICK) {
            tried.clear();
            noted(refresh_cards(app), "Cards could not be brought up to date").await;
        }
        if has_passed(app, &mut swept, SWEEP) {
            noted(sweep(app), "Old data could not be swept out").await;
        }
        noted(act_on_due(app, &mut tried), "The schedule stumbled and goes on").await;
        let rest = rest(app).await.unwrap_or(TICK);
        tokio::select! {
            () = tokio::time::sleep(rest) => {}
            () = app.due.notified() => {}
            () = stop.wait() => return,
        }
    }
}

/// Whether so much time has passed since the last time it had; by a clock that does not jump.
fn has_passed(app: &App, last: &mut Option<Instant>, span: Duration) -> bool {
    let now = app.clock.tick();
    let passed = last.is_none_or(|at| now.duration_since(at) >= span);
    if passed {
        *last = Some(now);
    }
    passed
}

async fn noted(work: impl Future<Output = Result<()>>, trouble: &str) {
    if let Err(error) = caught(work).await {
        log::error!("{trouble}: {error:#}");
    }
}

/// How long until the next thing is due, but no longer than until cards are looked at again. What is overdue was just
/// tried, and waits for that, too.
async fn rest(app: &App) -> Result<Duration> {
    let mut conn = app.db.readers().acquire().await.context("Read the schedule")?;
    let (now, next) = (app.clock.now(), due::next(&mut conn).await?);
    Ok(next.filter(|at| *at > now).map_or(TICK, |at| now.until(at).min(TICK)))
}

/// Does what is due now, and brings cards up to date.
pub async fn tick(app: &App) -> Result<()> {
    refresh_cards(app).await?;
    act_on_due(app, &mut HashSet::new()).await
}

/// Does what is due now and not among what was tried before, the earliest first. One thing that stumbles holds up no
/// other.
async fn act_on_due(app: &App, tried: &mut HashSet<Due>) -> Result<()> {
    let now = app.clock.now();
    loop {
        let mut conn = app.db.readers().acquire().await.context("Read the schedule")?;
        let most = i64::try_from(BATCH + tried.len()).unwrap_or(i64::MAX);
        let mut due = due::by(&mut conn, now, most).await?;
        drop(conn);
        due.retain(|due| tried.insert(*due));
        if due.is_empty() {
            return Ok(());
        }
        for due in due {
            if let Err(error) = caught(act(app, due, now)).await {
                log::error!("{due:?} stumbled and is tried again: {error:#}");
            }
        }
        app.outbox.wake();
    }
}

/// Does one thing. That it is done is committed together with what it does.
async fn act(app: &App, due: Due, now: Moment) -> Result<()> {
    let mut tx = app.db.write().await?;
    if !due::take(&mut tx, due, now).await? {
        // Done, taken back or put off since it was read.
        return tx.commit().await;
    }
    match due {
        Due::VoteCloses(id) => drop(closing::begin(&mut tx, id, now).await?),
        Due::VoteReminds(id) => turnout::remind_by_itself(&mut tx, &app.keys, id, now).await?,
        Due::AllVoted(id) => turnout::offer_closing(&mut tx, id, now).await?,
        Due::BallotScreens(id) => {
            closing::cover_screens(&mut tx, id, |chat| app.replies.is_answering(chat), now).await?;
        }
        Due::Session(id) => sessions::act(&mut tx, id, now).await?,
        Due::Door(id) => door::refresh(&mut tx, id, &app.name, now).await?,
        Due::PollCloses(id) => drop(ending::end(&mut tx, id, None, now).await?),
        Due::Steps => news::tell(&mut tx, now).await?,
        Due::Announcement(id) => {
            sending::act(&mut tx, &app.keys, app.small_group, id, now).await?;
        }
        Due::LetterClaim(id) => answering::let_go(&mut tx, id, now).await?,
        Due::LetterForgets(id) => letters::flow::forget(&mut tx, &app.keys, id, now).await?,
        Due::EmptyLog => {
            tx.commit().await?;
            if !app.db.forget_log().await? {
                // Somebody still reads what was before.
                let mut tx = app.db.write().await?;
                due::set(&mut tx, Due::EmptyLog, now.after(TICK)).await?;
                return tx.commit().await;
            }
            return Ok(());
        }
        Due::Exports => app.exports.wake(),
        Due::Imports => app.imports.wake(),
        Due::HeldMessages => outbox::quiet::release(&mut tx, now).await?,
        Due::PollForgets(id) => {
            if ending::forget(&mut tx, id, now).await? {
                tx.commit().await?;
                // Should somebody still read what was before, SQLite's log is overwritten a little later.
                app.db.forget_log().await?;
                return Ok(());
            }
        }
        Due::VoteEnds(id) => {
            // It takes several transactions, and stays due until the last.
            drop(tx);
            let mut chance = StdRng::from_os_rng();
            return closing::finish(&app.db, &app.keys, id, app.small_group, now, &mut chance).await;
        }
    }
    tx.commit().await
}

/// Brings cards up to date that follow what people do.
async fn refresh_cards(app: &App) -> Result<()> {
    // Asked with a reader, so that a quiet bot never takes the writer.
    let mut conn = app.db.readers().acquire().await.context("Read whether cards are stale")?;
    let stale = polls::store::any_stale(&mut conn).await?
        || !announcements::store::under_way(&mut conn).await?.is_empty();
    drop(conn);
    if !stale {
        return Ok(());
    }
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    ending::refresh_cards(&mut tx, now).await?;
    announcements::flow::show_progress(&mut tx, app.small_group, now).await?;
    tx.commit().await?;
    app.outbox.wake();
    Ok(())
}

/// Sweeps out what is no longer needed.
pub async fn sweep(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    inbox::store::forget_seen(&mut tx, now.before(SEEN)).await?;
    outbox::store::scrub(&mut tx, now.before(DELIVERED)).await?;
    imports::store::forget_undecided(&mut tx, now.before(UNDECIDED)).await?;
    people::store::forget_visitors(&mut tx, joining::visitors_since(now)).await?;
    letters::draft::tidy(&mut tx, &app.keys).await?;
    tx.commit().await
}
