//! The signal to stop, handed to everything that works until then.

use tokio::sync::watch;

/// Gives the signal.
#[derive(Debug)]
pub struct Stopper(watch::Sender<bool>);

/// Hears the signal; cloned freely.
#[derive(Debug, Clone)]
pub struct Stop(watch::Receiver<bool>);

/// A signal that was not given yet.
pub fn signal() -> (Stopper, Stop) {
    let (give, hear) = watch::channel(false);
    (Stopper(give), Stop(hear))
}

impl Stopper {
    /// Gives the signal to everyone, now and later.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }
}

impl Stop {
    /// Whether it was given already.
    pub fn is_given(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits for the signal, or for its giver to be gone.
    pub async fn wait(&mut self) {
        // The value borrowed by `wait_for` must not live across an await.
        let _ = self.0.wait_for(|stop| *stop).await.map(drop);
    }
}
