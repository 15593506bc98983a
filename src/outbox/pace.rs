//! How fast messages may leave: so many a second in all, so many to one chat, and a rest when Telegram asks for one.
//!
//! Two kinds of token buckets. What people wait for may use the last tokens; broadcasts leave a few for it.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::Urgency;
use crate::config::PaceLimits;
use crate::ids::ChatNo;

/// Keeps the pace for everything the bot sends.
#[derive(Debug)]
pub struct Pace {
    limits: PaceLimits,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    all: Bucket,
    chats: HashMap<ChatNo, Bucket>,
    /// With more chats than that, full buckets are looked for: twice as many as were left the last time, so that a
    /// message costs no look at all of them.
    forget_beyond: usize,
    /// Chats that Telegram refused lately, and when.
    refused: Vec<(ChatNo, Instant)>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    tokens: f64,
    filled_at: Instant,
    /// Nothing before that, whatever the tokens say.
    rests_until: Option<Instant>,
}

/// Why a message cannot go yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// This chat has had enough; others may get theirs.
    Chat(Duration),
    /// Nothing may go.
    All(Duration),
}

/// Refusals in so many chats within [`SPREAD_WITHIN`] mean that all are meant: Telegram does not say which limit it was.
const SPREAD: usize = 3;
const SPREAD_WITHIN: Duration = Duration::from_secs(10);

/// Messages a second to one group: with a burst of three before, never more than twenty in a minute.
const PER_GROUP: f64 = 17.0 / 60.0;

/// Chats whose buckets are remembered in any case; beyond that, full ones are forgotten now and then.
const REMEMBERED: usize = 4096;

impl Pace {
    /// A pace within these limits.
    pub fn new(limits: PaceLimits, now: Instant) -> Self {
        let all = Bucket { tokens: f64::from(limits.total), filled_at: now, rests_until: None };
        let (chats, refused) = (HashMap::new(), Vec::new());
        Self { limits, state: Mutex::new(State { all, chats, forget_beyond: REMEMBERED, refused }) }
    }

    /// Asks to send one message now.
    pub fn take(&self, chat: ChatNo, urgency: Urgency, now: Instant) -> Result<(), Held> {
        let mut state = self.lock();
        let total = self.limits.total;
        let (per_chat, burst) = rate(&self.limits, chat);
        // A fifth of the pace is kept for what people wait for, but never so much that nothing else could go.
        let most = f64::from(total);
        let kept = if urgency == Urgency::Awaited { 0.0 } else { (most / 5.0).min(most - 1.0).max(0.0) };
        state.all.fill(f64::from(total), total, now);
        if let Some(wait) = state.all.wait_for(1.0 + kept, f64::from(total), now) {
            return Err(Held::All(wait));
        }
        if state.chats.len() > state.forget_beyond {
            let limits = self.limits;
            state.chats.retain(|chat, bucket| {
                let (pace, most) = rate(&limits, *chat);
                !bucket.is_full_by(pace, most, now)
            });
            state.forget_beyond = (state.chats.len() * 2).max(REMEMBERED);
        }
        let bucket = state.chats.entry(chat).or_insert(Bucket {
            tokens: f64::from(burst),
            filled_at: now,
            rests_until: None,
        });
        bucket.fill(per_chat, burst, now);
        if let Some(wait) = bucket.wait_for(1.0, per_chat, now) {
            return Err(Held::Chat(wait));
        }
        bucket.tokens -= 1.0;
        state.all.tokens -= 1.0;
        Ok(())
    }

    /// Telegram refused a message to `chat` and asked to rest.
    pub fn rest(&self, chat: ChatNo, span: Duration, now: Instant) {
        let mut state = self.lock();
        let until = Some(now + span);
        if let Some(bucket) = state.chats.get_mut(&chat) {
            bucket.rests_until = bucket.rests_until.max(until);
        }
        state.refused.retain(|(other, at)| *other != chat && now.duration_since(*at) < SPREAD_WITHIN);
        state.refused.push((chat, now));
        if state.refused.len() >= SPREAD {
            state.all.rests_until = state.all.rests_until.max(until);
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How many messages a second a chat gets, and how many at once.
fn rate(limits: &PaceLimits, chat: ChatNo) -> (f64, u32) {
    let per_chat = f64::from(limits.chat);
    match chat.is_group() {
        // No limit is no limit, in groups, too.
        true if limits.chat > 0 => (per_chat.min(PER_GROUP), limits.burst),
        _ => (per_chat, limits.burst),
    }
}

impl Bucket {
    fn fill(&mut self, per_second: f64, most: u32, now: Instant) {
        let gained = now.duration_since(self.filled_at).as_secs_f64() * per_second;
        self.tokens = (self.tokens + gained).min(f64::from(most));
        self.filled_at = now;
    }

    /// How long until there are that many tokens; `None`: there are, or there is no limit.
    fn wait_for(&self, tokens: f64, per_second: f64, now: Instant) -> Option<Duration> {
        if let Some(rest) = self.rests_until.and_then(|until| until.checked_duration_since(now))
            && !rest.is_zero()
        {
            return Some(rest);
        }
        let missing = tokens - self.tokens;
        // A thousandth more than computed, so that rounding does not ask again at once.
        (per_second > 0.0 && missing > 0.0)
            .then(|| Duration::from_secs_f64(missing / per_second) + Duration::from_millis(1))
    }

    fn is_full_by(&self, per_second: f64, most: u32, now: Instant) -> bool {
        let mut filled = *self;
        filled.fill(per_second, most, now);
        (per_second <= 0.0 || filled.tokens >= f64::from(most))
            && self.rests_until.is_none_or(|until| until <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIMITS: PaceLimits = PaceLimits { total: 30, chat: 1, burst: 3 };

    fn start() -> (Pace, Instant) {
        #[expect(clippy::disallowed_methods, reason = "an Instant can be had in no other way")]
        let now = Instant::now();
        (Pace::new(LIMITS, now), now)
    }

    #[test]
    fn the_slowest_pace_lets_broadcasts_go() {
        let (_, now) = start();
        let pace = Pace::new(PaceLimits { total: 1, chat: 0, burst: 1 }, now);
        assert_eq!(pace.take(ChatNo(1), Urgency::Broadcast, now), Ok(()));
        assert!(matches!(pace.take(ChatNo(2), Urgency::Broadcast, now), Err(Held::All(_))));
    }

    #[test]
    fn one_chat_gets_a_burst_and_then_one_a_second() {
        let (pace, now) = start();
        let chat = ChatNo(1);
        for _ in 0..3 {
            assert_eq!(pace.take(chat, Urgency::Awaited, now), Ok(()));
        }
        let Err(Held::Chat(wait)) = pace.take(chat, Urgency::Awaited, now) else { panic!("held") };
        assert!(wait > Duration::from_millis(900), "{wait:?}");
        assert_eq!(pace.take(ChatNo(2), Urgency::Awaited, now), Ok(()), "others are not held");
        assert_eq!(pace.take(chat, Urgency::Awaited, now + wait), Ok(()));
    }

    #[test]
    fn broadcasts_leave_room_for_what_people_wait_for() {
        let (pace, now) = start();
        let sent = (0..100).take_while(|n| pace.take(ChatNo(*n), Urgency::Broadcast, now).is_ok()).count();
        assert_eq!(sent, 24);
        assert_eq!(pace.take(ChatNo(1000), Urgency::Awaited, now), Ok(()));
    }

    #[test]
    fn a_refused_chat_rests_and_three_refused_chats_rest_all() {
        let (pace, now) = start();
        for chat in 1..=3 {
            assert_eq!(pace.take(ChatNo(chat), Urgency::Awaited, now), Ok(()), "{chat}");
            pace.rest(ChatNo(chat), Duration::from_secs(7), now);
            assert!(pace.take(ChatNo(chat), Urgency::Awaited, now).is_err());
        }
        assert_eq!(pace.take(ChatNo(9), Urgency::Awaited, now), Err(Held::All(Duration::from_secs(7))));
        assert_eq!(pace.take(ChatNo(9), Urgency::Awaited, now + Duration::from_secs(7)), Ok(()));
    }

    #[test]
    fn a_group_gets_twenty_a_minute() {
        let (pace, start) = start();
        let group = ChatNo(-5001);
        let mut sent = 0;
        for tenth in 0..600 {
            let now = start + Duration::from_millis(tenth * 100);
            sent += usize::from(pace.take(group, Urgency::Broadcast, now).is_ok());
        }
        assert!((19..=20).contains(&sent), "{sent} in a minute");
    }

    proptest! {
        #[test]
        fn no_second_sees_more_than_the_limits(chats in prop::collection::vec((1i64..6, 0u64..400), 1..300)) {
            let (pace, start) = start();
            let mut now = start;
            let mut sent: Vec<(i64, Instant)> = Vec::new();
            for (chat, millis) in chats {
                now += Duration::from_millis(millis);
                if pace.take(ChatNo(chat), Urgency::Awaited, now).is_ok() {
                    sent.push((chat, now));
                }
            }
            for (_, from) in &sent {
                let second = |(_, at): &&(i64, Instant)| *at >= *from && at.duration_since(*from) < Duration::from_secs(1);
                prop_assert!(sent.iter().filter(second).count() <= 60);
                for chat in 1..6 {
                    let count = sent.iter().filter(second).filter(|(c, _)| *c == chat).count();
                    prop_assert!(count <= 4, "{count} to one chat");
                }
            }
        }
    }
}
