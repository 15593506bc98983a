//! Telegram's clock: real time plus what tests and facilitators moved it ahead.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// Only ever goes ahead.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Clock {
    ahead_ms: u64,
}

impl Clock {
    /// Milliseconds since 1970.
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn millis(&self) -> i64 {
        let real = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let real = i64::try_from(real.as_millis()).unwrap_or(i64::MAX);
        real.saturating_add_unsigned(self.ahead_ms)
    }

    /// Seconds since 1970, as dates of messages are.
    pub fn seconds(&self) -> i64 {
        self.millis() / 1000
    }

    /// How far ahead of real time it is.
    pub fn ahead(&self) -> Duration {
        Duration::from_millis(self.ahead_ms)
    }

    pub(super) fn forward(&mut self, by: Duration) {
        let by = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        self.ahead_ms = self.ahead_ms.saturating_add(by);
    }
}
