//! `getUpdates`: confirms, then answers at once or waits for something to happen.

use std::time::Duration;

use serde_json::Value;
use tokio::time::{Instant, timeout_at};

use super::super::telegram::Telegram;
use super::super::world::{Happened, World};
use super::{Answer, Params, Refused};

const CONFLICT: &str =
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

/// Waits up to `timeout` seconds. An earlier call that still waits ends when this one has to wait.
pub async fn updates(telegram: &Telegram, params: &Params) -> Result<Answer, Refused> {
    let limit = match params.int("limit") {
        0 => 100,
        limit => limit.clamp(1, 100) as usize,
    };
    let seconds = params.int("timeout").clamp(0, 50) as u64;
    let deadline = Instant::now() + Duration::from_secs(seconds);
    let mut first = true;
    let mut turn = 0;
    loop {
        // Registered before looking, so that nothing that happens in between is missed.
        let mut news = std::pin::pin!(telegram.updates_changed());
        news.as_mut().enable();
        let found = telegram.with(|world| {
            if first {
                confirm(world, params);
            }
            let found = world.state.updates.head(limit);
            if found.is_empty() && first && seconds > 0 {
                world.poller += 1;
                turn = world.poller;
            }
            let replaced = !first && world.poller != turn;
            (found, replaced)
        });
        let newcomer = std::mem::take(&mut first) && found.0.is_empty() && seconds > 0;
        if newcomer {
            telegram.wake_pollers();
        }
        match found {
            (_, true) => return Err(Refused::new(409, CONFLICT)),
            (found, _) if !found.is_empty() || seconds == 0 || telegram.is_stopping() => {
                return Ok(Answer::Updates(found));
            }
            _ => {}
        }
        if timeout_at(deadline, news).await.is_err() {
            return Ok(Answer::Updates(Vec::new()));
        }
    }
}

fn confirm(world: &mut World, params: &Params) {
    if let Some(Ok(kinds)) = params.json("allowed_updates")
        && let Value::Array(kinds) = &*kinds
    {
        world.state.updates.allow(kinds.iter().filter_map(Value::as_str).map(str::to_owned).collect());
    }
    let before = world.updates().confirmed_below();
    let now = world.now();
    world.state.updates.confirm(params.int("offset"));
    world.state.updates.expire(now);
    if world.updates().confirmed_below() != before {
        world.tell(Happened::Quiet);
    }
}
