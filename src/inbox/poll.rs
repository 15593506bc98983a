//! Fetches updates and stores them durably before the next `getUpdates` tells Telegram to forget them.
//!
//! The offset is not kept: a start without one brings again what was not confirmed, and what was stored is known by
//! its id.

use std::time::Duration;

use anyhow::Context;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use teloxide::Bot;
use teloxide::types::{MessageEntity, Update, UpdateKind};
use tokio::sync::mpsc::UnboundedSender;

use super::listener::Inbox;
use super::store::{self, Raw};
use super::{quoted, tap};
use crate::stop::Stop;
use crate::ui::event::{self, Event, What};
use crate::ui::group_event;

/// How long Telegram may hold the request open, in seconds.
const LONG_POLL: u64 = 25;

/// While there is work, updates are fetched in breaths: each fetch costs a sync of the disk, whatever it brings.
const BREATH: Duration = Duration::from_millis(10);

/// What a fetch came to.
enum Fetched {
    Updates(Vec<Box<RawValue>>),
    /// Somebody else polls with this token, or a webhook is set.
    Conflict,
    /// The token is not known to Telegram.
    Unauthorized,
    Rest(Duration),
}

#[derive(Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u64,
    timeout: u64,
    allowed_updates: [&'static str; 4],
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    result: Vec<Box<RawValue>>,
    error_code: Option<u16>,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
}

/// Something that the operator or the organizers should hear of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alarm {
    /// Another program uses this token.
    Conflict,
    /// The token was revoked.
    Unauthorized,
}

/// Polls until told to stop. `alarms` carries each trouble, as often as it is met.
pub async fn run(inbox: &Inbox, bot: &Bot, mut stop: Stop, alarms: UnboundedSender<Alarm>) {
    let mut offset = None;
    let mut failures = 0u32;
    loop {
        let fetched = tokio::select! {
            fetched = fetch(bot, offset) => fetched,
            () = stop.wait() => return,
        };
        let pause = match fetched {
            Ok(Fetched::Updates(batch)) => match take_in(inbox, &batch).await {
                Ok(next) => {
                    failures = 0;
                    offset = next.or(offset);
                    if inbox.is_settled() {
                        continue;
                    }
                    BREATH
                }
                Err(error) => {
                    log::error!("Updates could not be stored and stay with Telegram: {error:#}");
                    backoff(&mut failures)
                }
            },
            Ok(Fetched::Conflict) => {
                let _ = alarms.send(Alarm::Conflict);
                backoff(&mut failures)
            }
            Ok(Fetched::Unauthorized) => {
                let _ = alarms.send(Alarm::Unauthorized);
                backoff(&mut failures)
            }
            Ok(Fetched::Rest(span)) => span,
            Err(error) => {
                log::warn!("Telegram cannot be reached: {error:#}");
                backoff(&mut failures)
            }
        };
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = stop.wait() => return,
        }
    }
}

/// 0.5, 1, 2 … seconds, at most 30.
fn backoff(failures: &mut u32) -> Duration {
    let pause = Duration::from_millis(500 << (*failures).min(6)).min(Duration::from_secs(30));
    *failures += 1;
    pause
}

/// Asks for updates as raw JSON, which is what is stored: teloxide's types would drop what they do not know.
async fn fetch(bot: &Bot, offset: Option<i64>) -> anyhow::Result<Fetched> {
    let url = format!("{}/bot{}/getUpdates", bot.api_url().as_str().trim_end_matches('/'), bot.token());
    let request = GetUpdates {
        offset,
        limit: 100,
        timeout: LONG_POLL,
        allowed_updates: ["message", "channel_post", "callback_query", "my_chat_member"],
    };
    // An address in an error would show the token.
    let answer = bot
        .client()
        .post(url)
        .json(&request)
        .timeout(Duration::from_secs(LONG_POLL + 10))
        .send()
        .await
        .map_err(|error| error.without_url())
        .context("Ask for updates")?;
    let body = answer.text().await.map_err(|error| error.without_url()).context("Read updates")?;
    let answer: Answer =
        serde_json::from_str(&body).map_err(|_| anyhow::anyhow!("the answer is not the Bot API's"))?;
    Ok(match answer.error_code {
        None => Fetched::Updates(answer.result),
        Some(409) => Fetched::Conflict,
        Some(401 | 404) => Fetched::Unauthorized,
        Some(429) => {
            let wait = answer.parameters.and_then(|p| p.retry_after).unwrap_or(1);
            Fetched::Rest(Duration::from_secs(wait))
        }
        Some(code) => anyhow::bail!("it answered {code}"),
    })
}

/// Stores a batch and puts it into the lanes. Returns the next offset.
async fn take_in(inbox: &Inbox, batch: &[Box<RawValue>]) -> anyhow::Result<Option<i64>> {
    let mut last = None;
    let mut updates = Vec::with_capacity(batch.len());
    let mut raws = Vec::with_capacity(batch.len());
    for raw in batch {
        let lean = tap::lean(raw.get()).or_else(|| quoted::lean(raw.get()));
        let body = lean.unwrap_or_else(|| raw.get().to_owned());
        let Some(update) = parse(&body) else { continue };
        last = last.max(Some(i64::from(update.id.0)));
        if group_event::is_talk(&update) {
            continue;
        }
        let lane = event::lane(&update);
        raws.push(Raw { update_id: i64::from(update.id.0), lane, body });
        updates.push((lane, update));
    }
    if raws.is_empty() {
        return Ok(last.map(|last| last + 1));
    }
    let mut tx = inbox.db.write_durably().await?;
    let stored = store::insert(&mut tx, &raws, inbox.clock.now()).await?;
    tx.commit().await?;
    inbox.push(updates.into_iter().filter_map(|(lane, update)| {
        let seq = stored.get(&i64::from(update.id.0))?;
        Some((lane, *seq, update))
    }));
    Ok(last.map(|last| last + 1))
}

/// Reads an update. One of a kind that teloxide does not know keeps its id, so that it is confirmed and dropped.
pub fn parse(json: &str) -> Option<Update> {
    let update = read(json)?;
    let lost = matches!(Event::read(&update), Some(Event { what: What::Unreadable, .. }));
    let again = if lost { without_unknown_entities(json).and_then(|json| read(&json)) } else { None };
    Some(again.unwrap_or(update))
}

/// Telegram adds kinds of formatting, and teloxide takes a text with one that it does not know for no text at all.
/// Formatting is less than the words, so it goes.
fn without_unknown_entities(json: &str) -> Option<String> {
    let mut update: Value = serde_json::from_str(json).ok()?;
    let message = update.get_mut("message")?.as_object_mut()?;
    let mut dropped = false;
    for name in ["entities", "caption_entities"] {
        if let Some(Value::Array(entities)) = message.get_mut(name) {
            let all = entities.len();
            entities.retain(|entity| MessageEntity::deserialize(entity).is_ok());
            dropped |= entities.len() < all;
        }
    }
    dropped.then(|| update.to_string())
}

fn read(json: &str) -> Option<Update> {
    match serde_json::from_str::<Update>(json) {
        Ok(update) => {
            if matches!(update.kind, UpdateKind::Error(_)) {
                log::warn!("Update {} is of an unknown kind", update.id.0);
            }
            Some(update)
        }
        Err(error) => {
            log::error!("An update without an id: {:?}", error.classify());
            None
        }
    }
}
