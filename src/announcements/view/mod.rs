//! The screens of announcing; of those that wait or were sent in [`list`], of what becomes of them in [`after`].

pub mod after;
pub mod list;

use super::{Announcement, Standing};
use crate::audiences::view as audiences;
use crate::chats::{Chat, view::also};
use crate::clock::Moment;
use crate::ids::AnnouncementId;
use crate::l10n::{Lang, Texts};
use crate::outbox::Progress;
use crate::outbox::store::MailingState;
use crate::people::Affiliation;
use crate::text::Html;
use crate::ui::action::{Action, Announcing, ForWhom};
use crate::ui::state::AnnouncementDraft;
use crate::ui::view::{Body, Content, View, chosen};
use crate::votes::view::bar;
use crate::when;

/// Asks for the message.
pub fn ask_content(t: &Texts) -> View {
    View::text(Html::ours(t.announce_ask())).button(t.cancel(), Action::Cancel)
}

/// It is longer than a bot may send.
pub fn too_long(t: &Texts, limit: usize) -> View {
    View::text(Html::ours(t.announce_too_long(limit))).button(t.cancel(), Action::Cancel)
}

/// Whom it is for, each with the number of people.
pub fn ask_audience(t: &Texts, lang: Lang, everyone: i64, groups: &[(Affiliation, i64)]) -> View {
    let view = View::text(Html::ours(t.announce_ask_audience()));
    audiences::quick(t, lang, view, everyone, groups)
        .row([(t.announce_reword(), Action::RewordAnnouncement), (t.cancel(), Action::Cancel)])
}

/// Asks when it is to go.
pub fn ask_time(t: &Texts) -> View {
    View::text(Html::ours(t.announce_ask_time())).row([
        (t.announce_without_time(), Action::Announcing(Announcing::NoTime)),
        (t.cancel(), Action::Cancel),
    ])
}

/// A time that was not understood, or is past.
pub fn time_not_understood(t: &Texts) -> View {
    View::text(Html::ours(t.announce_time_not_understood())).row([
        (t.announce_without_time(), Action::Announcing(Announcing::NoTime)),
        (t.cancel(), Action::Cancel),
    ])
}

/// In words and in numbers, before it goes.
pub fn confirm(
    t: &Texts,
    lang: Lang,
    draft: &AnnouncementDraft,
    said: &Html,
    size: i64,
    chats: &[(Chat, bool)],
    now: Moment,
) -> View {
    let act = Action::Announcing;
    let asks = (chosen(draft.asks, t.announce_ask_readers()), act(Announcing::Ask(!draft.asks)));
    let view = match draft.at {
        None => View::text(Html::ours(t.announce_confirm(said, size)))
            .button(t.announce_send(), Action::SendAnnouncement)
            .button(t.announce_at_a_time(), act(Announcing::Time)),
        Some(at) => {
            let save = if draft.editing.is_some() { t.announce_save() } else { t.announce_schedule() };
            View::text(Html::ours(t.announce_confirm_later(said, size, when::say(lang, at, now))))
                .button(save, act(Announcing::Schedule))
                .row([
                    (t.announce_other_time(), act(Announcing::Time)),
                    (t.announce_without_time(), act(Announcing::NoTime)),
                ])
        }
    };
    also(t, view.row([asks]), chats)
        .row([
            (t.announce_change_audience(), Action::ForWhom(ForWhom::Ask)),
            (t.announce_reword(), Action::RewordAnnouncement),
        ])
        .button(t.cancel(), Action::Cancel)
}

/// What people get: the message as it was, and a way to the menu; where that is asked for, a way to say that they have
/// read it.
pub fn announcement(t: &Texts, id: AnnouncementId, content: Content, asks: bool, read: bool) -> View {
    let body = Body::Copy(content);
    match asks {
        true => View { body, ..read_buttons(t, id, read) },
        false => View::showing(body).button(t.to_menu(), Action::MenuBelow),
    }
}

/// The buttons below an announcement that asks whether it was read.
pub fn read_buttons(t: &Texts, id: AnnouncementId, read: bool) -> View {
    let label = if read { t.announce_have_read() } else { t.announce_read() };
    View::showing(Body::Same)
        .button(label, Action::Announcing(Announcing::Read(id, !read)))
        .button(t.to_menu(), Action::MenuBelow)
}

/// To those who have not read it yet.
pub fn reminder(t: &Texts, announcement: &Announcement) -> View {
    let act = |choice| Action::Announcing(choice);
    View::text(Html::ours(t.announce_reminder(list::beginning(t, announcement))))
        .button(t.announce_show_again(), act(Announcing::Again(announcement.id)))
        .button(t.announce_read(), act(Announcing::Read(announcement.id, true)))
        .button(t.to_menu(), Action::Menu)
}

/// The bar that fills, what has become of it, and what can be done.
pub fn progress(
    t: &Texts,
    lang: Lang,
    announcement: &Announcement,
    said: &Html,
    standing: Standing,
    now: Moment,
) -> View {
    let Standing { state, progress, revision, again, read } = standing;
    let id = announcement.id;
    let over = progress.waiting == 0;
    let head = match state {
        _ if announcement.withdrawn_at.is_some() => t.announce_withdrawn(),
        MailingState::Cancelled => t.announce_cancelled(),
        _ if over => t.announce_done(),
        MailingState::Paused => t.announce_paused(),
        MailingState::Running => t.announce_running(),
    };
    let mut text = Html::ours(head)
        .then(0, &Html::ours(t.announce_audience(said)))
        .then(1, &Html::ours(bar_of(progress)))
        .then(0, &Html::ours(t.announce_counts(progress.sent, progress.blocked, progress.failed)));
    if let (Some(at), true) = (announcement.withdrawn_at.or(announcement.edited_at), revision.total() > 0) {
        let at = when::say(lang, at, now);
        let line = match announcement.withdrawn_at {
            Some(_) => t.announce_taken_back(at),
            None => t.announce_reworded(at),
        };
        let gone = revision.blocked + revision.failed;
        text = text
            .then(1, &Html::ours(line))
            .then(0, &Html::ours(bar_of(revision)))
            .then(0, &Html::ours(t.announce_revised(revision.sent, gone)));
    }
    if announcement.asks {
        text = text.then(1, &Html::ours(t.announce_readers_line(read)));
    }
    let view = View::text(text);
    let act = |choice| Action::Announcing(choice);
    if announcement.withdrawn_at.is_some() {
        return list::ways(t, view);
    }
    let view = match state {
        _ if over => view,
        MailingState::Running => view.row([
            (t.announce_pause(), Action::PauseAnnouncement(id)),
            (t.announce_cancel(), Action::CancelAnnouncement(id)),
        ]),
        MailingState::Paused => view.row([
            (t.announce_continue(), Action::ContinueAnnouncement(id)),
            (t.announce_cancel(), Action::CancelAnnouncement(id)),
        ]),
        MailingState::Cancelled => view,
    };
    let view = match (over, again) {
        (true, 1..) => view.button(t.announce_retry(again), act(Announcing::Retry(id))),
        _ => view,
    };
    let view = match announcement.asks {
        true => view.button(t.announce_readers(), act(Announcing::Readers(id, false, 0))),
        false => view,
    };
    let view = match announcement.content {
        Some(_) => view.row([
            (t.announce_show(), act(Announcing::Words(id))),
            (t.announce_edit(), act(Announcing::Reword(id))),
        ]),
        None => view,
    };
    list::ways(t, view.button(t.announce_withdraw(), act(Announcing::Withdraw(id, false))))
}

fn bar_of(progress: Progress) -> String {
    let whole = |n: i64| u64::try_from(n).unwrap_or(0);
    let (done, total) = (progress.total() - progress.waiting, progress.total());
    format!("{} {done} / {total}", bar(whole(done), whole(total)))
}

/// Whether to cancel.
pub fn ask_to_cancel(t: &Texts, id: AnnouncementId, progress: Progress) -> View {
    View::text(Html::ours(t.announce_ask_cancel(progress.sent, progress.waiting))).row([
        (t.announce_cancel_yes(), Action::CancelAnnouncementNow(id)),
        (t.announce_continue(), Action::ContinueAnnouncement(id)),
    ])
}
