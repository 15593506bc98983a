//! The one place that reads the time. Everything else is handed a [`Moment`], so that tests stand at any time they like.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
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
pub struct Clock(Kind);

#[derive(Debug, Clone)]
enum Kind {
    /// The computer's.
    System,
    /// That many milliseconds ahead of the computer's (rehearsals).
    Ahead(Arc<AtomicU64>),
    /// It stands still there (tests).
    Standing(Arc<AtomicI64>),
}

impl Clock {
    /// The computer's clock.
    pub fn system() -> Self {
        Self(Kind::System)
    }

    /// A clock that is ahead of the computer's by so many milliseconds, which somebody else may change.
    pub fn ahead(millis: Arc<AtomicU64>) -> Self {
        Self(Kind::Ahead(millis))
    }

    /// A clock that stands still until it is moved with [`Clock::forward`].
    pub fn standing_at(moment: Moment) -> Self {
        Self(Kind::Standing(Arc::new(AtomicI64::new(moment.0))))
    }

    /// The present moment.
    pub fn now(&self) -> Moment {
        match &self.0 {
            Kind::System => system(),
            Kind::Ahead(millis) => system().after(Duration::from_millis(millis.load(Ordering::Relaxed))),
            Kind::Standing(at) => Moment(at.load(Ordering::Relaxed)),
        }
    }

    /// The same for measuring spans: it never goes back, and a standing clock does not hold it.
    pub fn tick(&self) -> Instant {
        #[expect(clippy::disallowed_methods, reason = "this is the clock")]
        Instant::now()
    }

    /// Moves a standing clock; others are not ours to move.
    pub fn forward(&self, span: Duration) {
        if let Kind::Standing(at) = &self.0 {
            at.store(self.now().after(span).0, Ordering::Relaxed);
        }
    }

    /// Sets a standing clock back; others are not ours to move.
    pub fn back(&self, span: Duration) {
        if let Kind::Standing(at) = &self.0 {
            at.store(self.now().before(span).0, Ordering::Relaxed);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the clock")]
fn system() -> Moment {
    Moment(jiff::Timestamp::now().as_millisecond())
}
