//! Announcements that wait, are on their way or were sent: what organizers do with them, and what those do who have them.

use anyhow::Result;

use crate::announcements::flow::{self as announcements, after, reading, sending};
use crate::cx::{Cx, Organizer};
use crate::ui::action::Announcing;
use crate::ui::view::Reply;

/// What organizers press.
pub async fn on_press(cx: &mut Cx, organizer: Organizer, choice: Announcing) -> Result<Reply> {
    match choice {
        Announcing::List(page) => announcements::list(cx, organizer, page).await,
        Announcing::Show(id) => announcements::show(cx, organizer, id).await,
        Announcing::Words(id) => announcements::words(cx, organizer, id).await,
        Announcing::Ask(wanted) => announcements::ask_for_readers(cx, organizer, wanted).await,
        Announcing::Time => announcements::ask_time(cx, organizer).await,
        Announcing::NoTime => announcements::drop_time(cx, organizer).await,
        Announcing::Schedule => sending::schedule(cx, organizer).await,
        Announcing::Change(id) => sending::change(cx, organizer, id).await,
        Announcing::SendNow(id) => sending::send_now(cx, organizer, id).await,
        Announcing::Withdraw(id, false) => after::ask_to_withdraw(cx, organizer, id).await,
        Announcing::Withdraw(id, true) => after::withdraw(cx, organizer, id).await,
        Announcing::Reword(id) => after::ask_words(cx, organizer, id).await,
        Announcing::SaveWords => after::save_words(cx, organizer).await,
        Announcing::Retry(id) => after::retry(cx, organizer, id).await,
        Announcing::Readers(id, read, page) => reading::list(cx, organizer, id, read, page).await,
        Announcing::Remind(id) => reading::remind(cx, organizer, id).await,
        // These are everybody's who was sent it.
        Announcing::Read(id, read) => reading::read(cx, id, read).await,
        Announcing::Again(id) => reading::again(cx, id).await,
    }
}
