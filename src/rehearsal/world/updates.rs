//! The queue of updates that wait to be confirmed.
//!
//! An update is turned into JSON once, when it happens: what is fetched later is what was true then.

use std::collections::VecDeque;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Most that may wait; Telegram silently refuses further ones, we say so in the log.
const CAPACITY: usize = 100_000;
/// An answer is closed after about this many bytes.
const ANSWER_BYTES: usize = 4 << 20;
/// Not sent unless asked for by name.
const BY_REQUEST_ONLY: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// One waiting update.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Update {
    pub id: i64,
    /// Seconds since 1970 after which it is gone.
    pub expires: i64,
    /// The whole update as JSON.
    pub json: Arc<str>,
}

/// The queue, and what the bot said it wants to see in it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Updates {
    waiting: VecDeque<Update>,
    next: i64,
    allowed: Option<Vec<String>>,
}

impl Updates {
    /// An empty queue whose first update gets this id.
    pub fn starting_at(next: i64) -> Updates {
        Updates { next, ..Updates::default() }
    }

    /// Puts an update at the end, unless the bot does not want its kind.
    /// `body` is the JSON of the field named `kind`.
    pub fn push(&mut self, kind: &str, body: &str, expires: i64) {
        if !self.wants(kind) {
            return;
        }
        if self.waiting.len() >= CAPACITY {
            log::error!("The queue of updates is full: one {kind} is lost");
            return;
        }
        let id = self.next;
        self.next += 1;
        let json = format!(r#"{{"update_id":{id},"{kind}":{body}}}"#).into();
        self.waiting.push_back(Update { id, expires, json });
    }

    /// Forgets what `getUpdates` confirms with its offset.
    pub fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            self.waiting.drain(..self.waiting.len().saturating_sub(keep));
        } else if offset <= self.next + 10 {
            while self.waiting.front().is_some_and(|update| update.id < offset) {
                self.waiting.pop_front();
            }
        }
        // Beyond that the offset is of another life: Telegram starts from the head again and forgets nothing.
    }

    /// Forgets what nobody fetched in time.
    pub fn expire(&mut self, now: i64) {
        self.waiting.retain(|update| update.expires > now);
    }

    /// The first updates, as many as one answer holds.
    pub fn head(&self, limit: usize) -> Vec<Arc<str>> {
        let mut bytes = 0;
        self.waiting
            .iter()
            .take(limit)
            .take_while(|update| {
                bytes += update.json.len();
                bytes <= ANSWER_BYTES
            })
            .map(|update| update.json.clone())
            .collect()
    }

    /// Remembers which kinds the bot wants. An empty list means the usual ones.
    pub fn allow(&mut self, kinds: Vec<String>) {
        self.allowed = (!kinds.is_empty()).then_some(kinds);
    }

    /// What `allow` was told last.
    pub fn allowed(&self) -> Option<&[String]> {
        self.allowed.as_deref()
    }

    fn wants(&self, kind: &str) -> bool {
        match &self.allowed {
            Some(kinds) => kinds.iter().any(|allowed| allowed == kind),
            None => !BY_REQUEST_ONLY.contains(&kind),
        }
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Nothing waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The id of the update that comes next.
    pub fn next_id(&self) -> i64 {
        self.next
    }

    /// Everything below this id was confirmed (or waited too long).
    pub fn confirmed_below(&self) -> i64 {
        self.waiting.front().map_or(self.next, |update| update.id)
    }

    pub(super) fn skip_ids(&mut self, by: i64) {
        self.next += by;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue(count: i64) -> Updates {
        let mut updates = Updates::starting_at(100);
        for _ in 0..count {
            updates.push("message", "{}", 1_000);
        }
        updates
    }

    #[test]
    fn an_offset_forgets_all_below_it() {
        let mut updates = queue(5);
        updates.confirm(103);
        assert_eq!(updates.confirmed_below(), 103);
        updates.confirm(0);
        assert_eq!(updates.len(), 2);
    }

    #[test]
    fn a_negative_offset_keeps_the_last_ones() {
        let mut updates = queue(5);
        updates.confirm(-2);
        assert_eq!((updates.len(), updates.confirmed_below()), (2, 103));
    }

    #[test]
    fn an_offset_far_beyond_the_tail_loses_nothing() {
        let mut updates = queue(5);
        updates.confirm(105 + 11);
        assert_eq!(updates.len(), 5);
        updates.confirm(105 + 10);
        assert_eq!(updates.len(), 0);
    }

    #[test]
    fn an_answer_stays_under_four_megabytes() {
        let mut updates = Updates::starting_at(1);
        for _ in 0..100 {
            updates.push("message", &format!("\"{}\"", "x".repeat(100_000)), 1_000);
        }
        assert_eq!(updates.head(100).len(), 41);
    }

    #[test]
    fn only_wanted_kinds_are_queued_and_waiting_ones_stay() {
        let mut updates = queue(1);
        updates.allow(vec!["callback_query".to_owned()]);
        updates.push("message", "{}", 1_000);
        assert_eq!(updates.len(), 1);
        updates.allow(Vec::new());
        updates.push("message", "{}", 1_000);
        updates.push("chat_member", "{}", 1_000);
        assert_eq!(updates.len(), 2);
    }
}
