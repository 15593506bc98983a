//! What the bot says of sessions by itself: reminders, and places that have become free.

use super::super::Session;
use super::{answers, where_it_is, with_map};
use crate::clock::Moment;
use crate::l10n::{Lang, Texts};
use crate::text::Html;
use crate::ui::action::{Action, Attendance};
use crate::ui::view::View;
use crate::when;

/// A reminder: other words for those who come than for those who have not made up their minds; a button on each turns
/// reminders off.
pub fn reminder(lang: Lang, session: &Session, attendance: Attendance, now: Moment) -> View {
    let t = lang.texts();
    let details = &session.details;
    let comes = matches!(attendance, Attendance::Coming | Attendance::Online);
    let title = details.title.html();
    let mut text = Html::ours(if comes { t.reminder_coming(title) } else { t.reminder_silent(title) })
        .then(1, &Html::ours(t.session_when(when::say_span(lang, details.span, now))));
    if let Some(place) = where_it_is(t, details) {
        text = text.then(0, &place);
    }
    if let Some(link) = details.link.as_ref().filter(|_| comes) {
        text = text.then(0, &Html::ours(t.session_link(link.html())));
    }
    let view = if comes {
        let view = with_map(t, View::text(text), details.point);
        view.button(t.reminder_not_coming(), Action::Attend(session.id, Attendance::Declined))
    } else {
        answers(t, View::text(text), session, attendance)
    };
    view.row([
        (t.session_open(), Action::Session(session.id)),
        (t.reminder_off(), Action::Reminders(false, Some(session.id))),
    ])
    .button(t.to_menu(), Action::Menu)
}

/// To whoever waited: a place is held for them.
pub fn place_free(lang: Lang, session: &Session, until: Moment, now: Moment) -> View {
    let t = lang.texts();
    let text = Html::ours(t.place_free(session.details.title.html(), when::say(lang, until, now)))
        .then(1, &Html::ours(t.session_when(when::say_span(lang, session.details.span, now))));
    View::text(text)
        .row([
            (t.place_take(), Action::Attend(session.id, Attendance::Coming)),
            (t.session_not_coming(), Action::Attend(session.id, Attendance::Declined)),
        ])
        .row([(t.session_open(), Action::Session(session.id)), (t.to_menu(), Action::Menu)])
}

/// To whoever did not say in time: the place went to the next.
pub fn place_gone(t: &Texts, session: &Session) -> View {
    View::text(Html::ours(t.place_gone(session.details.title.html())))
        .row([(t.session_open(), Action::Session(session.id)), (t.to_menu(), Action::Menu)])
}
