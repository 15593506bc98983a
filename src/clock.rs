//! The one place that reads the time. Everything else is handed a [`Moment`], so that tests stand at any time they like.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

/// A point in time: milliseconds since 1970-01-01 UTC, as the tables hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, sqlx::Type)]
#[sqlx(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The moment `span` later; far beyond any calendar it stays at the end of time.
    #[must_use]
    pub fn after(self, span: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
    }

    /// The moment `span` earlier.
    #[must_use]
    pub fn before(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(span.as_millis()).unwrap_or(i64::MAX)))
    }

    /// How long from now until then; zero when it has passed.
    pub fn until(self, then: Self) -> Duration {
        Duration::from_millis(u64::try_from(then.0.saturating_sub(self.0)).unwrap_or(0))
    }
}

/// Tells the time. Cloned freely; all clones tell the same.
#[derive(Debug, Clone)]
pub struct Clock {
    /// A clock that stands still (tests), or the system's (none).
    stands_at: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// The computer's clock.
    pub fn system() -> Self {
        Self { stands_at: None }
    }

    /// A clock that stands still until it is moved with [`Clock::forward`].
    pub fn standing_at(moment: Moment) -> Self {
        Self { stands_at: Some(Arc::new(AtomicI64::new(moment.0))) }
    }

    /// The present moment.
    pub fn now(&self) -> Moment {
        match &self.stands_at {
            Some(at) => Moment(at.load(Ordering::Relaxed)),
            #[expect(clippy::disallowed_methods, reason = "this is the clock")]
            None => Moment(jiff::Timestamp::now().as_millisecond()),
        }
    }

    /// The same for measuring spans: it never goes back, and a standing clock does not hold it.
    pub fn tick(&self) -> Instant {
        #[expect(clippy::disallowed_methods, reason = "this is the clock")]
        Instant::now()
    }

    /// Moves a standing clock; the computer's own is not ours to move.
    pub fn forward(&self, span: Duration) {
        if let Some(at) = &self.stands_at {
            let span = i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
            at.fetch_add(span, Ordering::Relaxed);
        }
    }
}
