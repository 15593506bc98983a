//! The rehearsal's clock: real time plus what tests and facilitators moved it ahead. Others may live in the same time:
//! they are handed what it is ahead by.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// Only ever goes ahead. Clones tell the same time.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Clock {
    ahead_ms: Arc<AtomicU64>,
}

impl Clock {
    /// Milliseconds since 1970.
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn millis(&self) -> i64 {
        let real = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let real = i64::try_from(real.as_millis()).unwrap_or(i64::MAX);
        real.saturating_add_unsigned(self.ahead_ms.load(Ordering::Relaxed))
    }

    /// Seconds since 1970, as dates of messages are.
    pub fn seconds(&self) -> i64 {
        self.millis() / 1000
    }

    /// How far ahead of real time it is.
    pub fn ahead(&self) -> Duration {
        Duration::from_millis(self.ahead_ms.load(Ordering::Relaxed))
    }

    /// The same in milliseconds, as it is and as it will be.
    pub fn shared(&self) -> Arc<AtomicU64> {
        self.ahead_ms.clone()
    }

    pub(super) fn forward(&self, by: Duration) {
        let by = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        // Nothing else changes it meanwhile: the world is locked.
        self.ahead_ms.store(self.ahead_ms.load(Ordering::Relaxed).saturating_add(by), Ordering::Relaxed);
    }
}
