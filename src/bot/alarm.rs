//! Trouble that people must hear of: somebody else polls with this token.

use anyhow::Result;

use super::App;
use crate::inbox::poll::Alarm;
use crate::outbox::{self, Urgency};
use crate::people::store as people;
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::view::View;

/// What was told already in this run: each trouble is told once, not every few seconds.
#[derive(Debug, Default)]
pub struct Told {
    conflict: bool,
    unauthorized: bool,
}

impl App {
    /// Tells whom it concerns.
    pub(super) async fn alarm(&self, told: &mut Told, alarm: Alarm) {
        match alarm {
            Alarm::Conflict if !std::mem::replace(&mut told.conflict, true) => {
                log::error!("Somebody else polls Telegram with this token: is a second copy running?");
                if let Err(error) = self.tell_organizers_of_conflict().await {
                    log::error!("The organizers could not be told: {error:#}");
                }
            }
            Alarm::Unauthorized if !std::mem::replace(&mut told.unauthorized, true) => {
                log::error!(
                    "Telegram no longer accepts TELOXIDE_TOKEN: put a new one from @BotFather and restart"
                );
            }
            _ => {}
        }
    }

    async fn tell_organizers_of_conflict(&self) -> Result<()> {
        let now = self.clock.now();
        let mut tx = self.db.write().await?;
        for organizer in people::organizers(&mut tx).await?.into_iter().filter(|organizer| organizer.joined) {
            let t = organizer.lang.texts();
            let word = View::text(Html::ours(t.alarm_conflict())).button(t.to_menu(), Action::Menu);
            outbox::store::tell(&mut tx, &organizer, Urgency::Awaited, None, &word, now).await?;
        }
        tx.commit().await?;
        self.outbox.wake();
        Ok(())
    }
}
