//! Flood limits: how many messages the bot may send before it is told to wait.
//!
//! Telegram tells orders of magnitude only; these are buckets that fill at a steady rate. Time comes from Telegram's
//! clock, so moving the clock ahead fills them.

use std::collections::BTreeMap;

/// A bucket: how fast it fills, how much it holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    pub per_second: f64,
    pub burst: f64,
}

/// The limits in force. `None` is no limit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// For all messages together.
    pub overall: Option<Rate>,
    /// For one private chat.
    pub per_chat: Option<Rate>,
    /// For one group or channel.
    pub per_group: Option<Rate>,
}

impl Limits {
    /// What Telegram publishes: about 30 a second in all, about one a second in a chat with short bursts, 20 a minute in
    /// a group.
    pub fn telegram() -> Limits {
        Limits {
            overall: Some(Rate { per_second: 30.0, burst: 30.0 }),
            per_chat: Some(Rate { per_second: 1.0, burst: 5.0 }),
            per_group: Some(Rate { per_second: 20.0 / 60.0, burst: 20.0 }),
        }
    }

    /// No limits at all.
    pub fn off() -> Limits {
        Limits { overall: None, per_chat: None, per_group: None }
    }
}

impl Default for Limits {
    fn default() -> Limits {
        Limits::telegram()
    }
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    left: f64,
    at_ms: i64,
}

/// The buckets.
#[derive(Debug)]
pub struct Flood {
    limits: Limits,
    overall: Option<Bucket>,
    chats: BTreeMap<i64, Bucket>,
}

impl Flood {
    /// Full buckets.
    pub fn new(limits: Limits) -> Flood {
        Flood { limits, overall: None, chats: BTreeMap::new() }
    }

    /// Takes `messages` out of both buckets, or says how many seconds to wait and takes nothing.
    pub fn take(&mut self, chat: i64, messages: usize, now_ms: i64) -> Result<(), u64> {
        let overall = fill(self.limits.overall, self.overall, now_ms);
        let rate = if chat < 0 { self.limits.per_group } else { self.limits.per_chat };
        let own = fill(rate, self.chats.get(&chat).copied(), now_ms);
        let cost = messages as f64;
        let waits = [(self.limits.overall, overall), (rate, own)].map(|(rate, bucket)| {
            // An album may be bigger than the bucket: a full one lets it pass and goes below zero.
            let lacking =
                bucket.zip(rate).map(|(bucket, rate)| (cost.min(rate.burst) - bucket.left) / rate.per_second);
            lacking.unwrap_or(0.0)
        });
        let wait = waits[0].max(waits[1]);
        if wait > 1e-6 {
            return Err(wait.ceil().max(1.0) as u64);
        }
        self.overall = overall.map(|bucket| Bucket { left: bucket.left - cost, ..bucket });
        if let Some(bucket) = own {
            self.chats.insert(chat, Bucket { left: bucket.left - cost, ..bucket });
        }
        Ok(())
    }
}

fn fill(rate: Option<Rate>, bucket: Option<Bucket>, now_ms: i64) -> Option<Bucket> {
    let rate = rate?;
    let left = bucket.map_or(rate.burst, |bucket| {
        let passed = (now_ms - bucket.at_ms).max(0) as f64 / 1000.0;
        (bucket.left + passed * rate.per_second).min(rate.burst)
    });
    Some(Bucket { left, at_ms: now_ms })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chat_takes_a_short_burst_and_then_one_a_second() {
        let mut flood = Flood::new(Limits::telegram());
        for _ in 0..5 {
            assert_eq!(flood.take(1, 1, 0), Ok(()));
        }
        assert_eq!(flood.take(1, 1, 0), Err(1));
        assert_eq!(flood.take(2, 1, 0), Ok(()));
        assert_eq!(flood.take(1, 1, 1_000), Ok(()));
    }

    #[test]
    fn a_group_takes_twenty_a_minute() {
        let mut flood = Flood::new(Limits { overall: None, ..Limits::telegram() });
        assert!((0..20).all(|_| flood.take(-5001, 1, 0).is_ok()));
        assert_eq!(flood.take(-5001, 1, 0), Err(3));
        assert_eq!(flood.take(-5001, 1, 3_000), Ok(()));
    }

    #[test]
    fn all_chats_together_take_thirty_a_second() {
        let mut flood = Flood::new(Limits::telegram());
        let passed = (0..100).filter(|chat| flood.take(*chat, 1, 0).is_ok()).count();
        assert_eq!(passed, 30);
        assert_eq!(flood.take(200, 1, 100), Ok(()));
    }

    #[test]
    fn an_album_bigger_than_the_bucket_passes_a_full_one() {
        let mut flood = Flood::new(Limits::telegram());
        assert_eq!(flood.take(1, 10, 0), Ok(()));
        assert_eq!(flood.take(1, 1, 0), Err(6));
    }

    #[test]
    fn no_limits_is_no_limits() {
        let mut flood = Flood::new(Limits::off());
        assert!((0..1_000).all(|_| flood.take(1, 1, 0).is_ok()));
    }
}
