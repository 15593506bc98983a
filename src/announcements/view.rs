//! The screens of announcing.

use super::NamedAudience;
use crate::chats::{Chat, view::also};
use crate::ids::AnnouncementId;
use crate::l10n::{Lang, Texts};
use crate::outbox::Progress;
use crate::outbox::store::MailingState;
use crate::people::Affiliation;
use crate::sessions;
use crate::text::Html;
use crate::ui::action::{Action, Audience};
use crate::ui::view::{Body, Content, View};
use crate::votes::view::bar;

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
    audiences(t, lang, view, everyone, groups)
        .row([(t.announce_reword(), Action::RewordAnnouncement), (t.cancel(), Action::Cancel)])
}

/// A button for everyone and for each group.
pub fn audiences(t: &Texts, lang: Lang, view: View, everyone: i64, groups: &[(Affiliation, i64)]) -> View {
    let view = view.button(t.announce_to_everyone(everyone), Action::Audience(Audience::EVERYONE));
    groups.chunks(2).fold(view, |view, pair| {
        view.row(pair.iter().map(|(group, size)| {
            let label = format!("{} ({size})", group.label(lang).plain());
            (label, Action::Audience(Audience::group(group.id)))
        }))
    })
}

/// In words and in numbers, before it goes.
pub fn confirm(
    t: &Texts,
    lang: Lang,
    named: Option<&NamedAudience>,
    size: i64,
    chats: &[(Chat, bool)],
) -> View {
    let view = View::text(Html::ours(t.announce_confirm(audience(t, lang, named), size)))
        .button(t.announce_send(), Action::SendAnnouncement);
    also(t, view, chats)
        .row([
            (t.announce_change_audience(), Action::ChooseAudience),
            (t.announce_reword(), Action::RewordAnnouncement),
        ])
        .button(t.cancel(), Action::Cancel)
}

/// Whom it is for.
pub fn audience(t: &Texts, lang: Lang, named: Option<&NamedAudience>) -> Html {
    let group = named.and_then(|named| named.group.as_ref()).map(|group| group.label(lang).html());
    let guests = named.and_then(|named| named.guests.as_ref()).map(|(title, who)| {
        let title = title.html();
        Html::ours(match who {
            Some(who) => t.announce_guests_who(title, sessions::view::attendance(t, *who)),
            None => t.announce_guests(title),
        })
    });
    match (guests, group) {
        (None, None) => Html::ours(t.announce_everyone()),
        (Some(one), None) | (None, Some(one)) => one,
        (Some(guests), Some(group)) => Html::ours(format!("{guests} · {group}")),
    }
}

/// What people get: the message as it was, and a way to the menu.
pub fn announcement(t: &Texts, content: Content) -> View {
    View::showing(Body::Copy(content)).button(t.to_menu(), Action::Menu)
}

/// The bar that fills, and what can be done.
pub fn progress(
    t: &Texts,
    lang: Lang,
    id: AnnouncementId,
    named: Option<&NamedAudience>,
    state: MailingState,
    progress: Progress,
) -> View {
    let done = progress.total() - progress.waiting;
    let over = progress.waiting == 0;
    let head = match state {
        MailingState::Cancelled => t.announce_cancelled(),
        _ if over => t.announce_done(),
        MailingState::Paused => t.announce_paused(),
        MailingState::Running => t.announce_running(),
    };
    let whole = |n: i64| u64::try_from(n).unwrap_or(0);
    let text = Html::ours(head)
        .then(0, &Html::ours(t.announce_audience(audience(t, lang, named))))
        .then(
            1,
            &Html::ours(format!(
                "{} {done} / {}",
                bar(whole(done), whole(progress.total())),
                progress.total()
            )),
        )
        .then(0, &Html::ours(t.announce_counts(progress.sent, progress.blocked, progress.failed)));
    let view = View::text(text);
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
    view.button(t.to_menu(), Action::Menu)
}

/// Whether to cancel.
pub fn ask_to_cancel(t: &Texts, id: AnnouncementId, progress: Progress) -> View {
    View::text(Html::ours(t.announce_ask_cancel(progress.sent, progress.waiting))).row([
        (t.announce_cancel_yes(), Action::CancelAnnouncementNow(id)),
        (t.announce_continue(), Action::ContinueAnnouncement(id)),
    ])
}
