//! The screens of making, changing and calling off a session.

use super::super::calendar;
use super::super::{Change, Details, Session, changes};
use super::{about, answers, where_it_is};
use crate::audiences::view as audiences;
use crate::clock::Moment;
use crate::ids::SessionId;
use crate::l10n::{Lang, Texts};
use crate::people::Affiliation;
use crate::text::{Html, Unfit, shorten};
use crate::ui::action::{Action, Attendance, SessionPart};
use crate::ui::state::SessionDraft;
use crate::ui::view::{Body, View, chosen};
use crate::when;

/// How many places are offered on buttons.
const PLACES: [u32; 4] = [15, 30, 50, 100];
/// How much of what was, and of what is now, a notice quotes: it has to fit below a file.
const QUOTED: usize = 90;

/// Asks for the title.
pub fn ask_title(t: &Texts) -> View {
    View::text(Html::ours(t.session_ask_title())).button(t.cancel(), Action::Cancel)
}

/// Asks when it is.
pub fn ask_when(t: &Texts) -> View {
    View::text(Html::ours(t.session_ask_when())).button(t.cancel(), Action::Cancel)
}

/// A time that was not understood, or is past.
pub fn when_not_understood(t: &Texts) -> View {
    View::text(Html::ours(t.session_when_not_understood())).button(t.cancel(), Action::Cancel)
}

/// Asks where it is. Something there already is kept with the way back.
pub fn ask_where(t: &Texts, draft: &SessionDraft) -> View {
    back(t, View::text(Html::ours(t.session_ask_where())), draft)
}

/// A place that cannot be taken.
pub fn where_unfit(t: &Texts, unfit: Unfit) -> View {
    let why = match unfit {
        Unfit::Empty => t.session_ask_where(),
        Unfit::TooLong { limit, length } => t.session_where_too_long(length, limit),
    };
    View::text(Html::ours(why)).button(t.cancel(), Action::Cancel)
}

/// Asks for the agenda.
pub fn ask_agenda(t: &Texts, draft: &SessionDraft) -> View {
    let view = View::text(Html::ours(t.session_ask_agenda()));
    let view =
        if draft.agenda.is_some() { view.button(t.session_no_agenda(), Action::NoAgenda) } else { view };
    back(t, view, draft)
}

/// The agenda is too long.
pub fn agenda_too_long(t: &Texts, length: usize, limit: usize) -> View {
    View::text(Html::ours(t.session_agenda_too_long(length, limit)))
        .row([(t.back(), Action::SessionPreview), (t.cancel(), Action::Cancel)])
}

/// Asks how many can be there, and whether others may wait for a place.
pub fn ask_capacity(t: &Texts, draft: &SessionDraft) -> View {
    capacity(t, t.session_ask_capacity(), draft)
}

/// A number that was not understood.
pub fn capacity_not_understood(t: &Texts, draft: &SessionDraft) -> View {
    capacity(t, t.session_capacity_not_understood(), draft)
}

fn capacity(t: &Texts, text: String, draft: &SessionDraft) -> View {
    let places = PLACES
        .map(|most| (chosen(draft.capacity == Some(most), most.to_string()), Action::Capacity(Some(most))));
    let view = View::text(Html::ours(text))
        .row(places)
        .button(chosen(draft.capacity.is_none(), t.session_no_limit()), Action::Capacity(None));
    let view = if draft.capacity.is_some() {
        view.row([
            (chosen(!draft.no_queue, t.session_with_queue()), Action::Queue(true)),
            (chosen(draft.no_queue, t.session_without_queue()), Action::Queue(false)),
        ])
    } else {
        view
    };
    back(t, view, draft)
}

/// Whom it is for.
pub fn ask_audience(t: &Texts, lang: Lang, everyone: i64, groups: &[(Affiliation, i64)]) -> View {
    let view = View::text(Html::ours(t.session_ask_audience()));
    audiences::quick(t, lang, view, everyone, groups)
        .row([(t.back(), Action::SessionPreview), (t.cancel(), Action::Cancel)])
}

/// A way back to the preview, where there is one already.
fn back(t: &Texts, view: View, draft: &SessionDraft) -> View {
    match Details::of(draft) {
        Some(_) => view.row([(t.back(), Action::SessionPreview), (t.cancel(), Action::Cancel)]),
        None => view.button(t.cancel(), Action::Cancel),
    }
}

/// Everything, with buttons to change each part. Of a change: what will be told.
#[expect(clippy::too_many_arguments, reason = "everything stands on this one screen")]
pub fn preview(
    t: &Texts,
    lang: Lang,
    draft: &SessionDraft,
    details: &Details,
    said: &Html,
    size: i64,
    changed: &[Html],
    now: Moment,
) -> View {
    let session = Session {
        id: draft.changing.unwrap_or(SessionId(0)),
        details: details.clone(),
        revision: 0,
        revised_at: now,
        cancelled: false,
    };
    let mut text = Html::ours("👀 ".to_owned() + about(t, lang, &session, now).as_str());
    if details.capacity.is_some() {
        let queue = if details.queue { t.session_queue_on() } else { t.session_queue_off() };
        text = text.then(1, &Html::ours(queue));
    }
    let part = |part: SessionPart| Action::SessionPart(part);
    let parts = |view: View| {
        view.row([
            (t.session_change_title(), part(SessionPart::Title)),
            (t.session_change_when(), part(SessionPart::When)),
        ])
        .row([
            (t.session_change_where(), part(SessionPart::Where)),
            (t.session_change_agenda(), part(SessionPart::Agenda)),
        ])
    };
    if draft.changing.is_some() {
        text = match changed {
            [] => text.then(1, &Html::ours(t.session_nothing_changed())),
            changed => lines(text.then(1, &Html::ours(t.session_will_tell())), changed),
        };
        let view = parts(View::text(text)).button(t.session_change_capacity(), part(SessionPart::Capacity));
        let view =
            if changed.is_empty() { view } else { view.button(t.session_save(), Action::AnnounceSession) };
        return view.button(t.cancel(), Action::Cancel);
    }
    let text = text.then(1, &Html::ours(t.session_for(said, size)));
    parts(View::text(text))
        .row([
            (t.session_change_capacity(), part(SessionPart::Capacity)),
            (t.session_change_audience(), part(SessionPart::Audience)),
        ])
        .button(t.session_announce(), Action::AnnounceSession)
        .button(t.cancel(), Action::Cancel)
}

fn lines(text: Html, lines: &[Html]) -> Html {
    lines.iter().fold(text, |text, line| text.then(0, line))
}

/// What has changed, a line each: what was, and what is now.
pub fn changed(t: &Texts, lang: Lang, before: &Details, after: &Details, now: Moment) -> Vec<Html> {
    let quote = |text: &str| Html::escape(&shorten(&text.replace('\n', " "), QUOTED));
    let place = |details: &Details| match &details.place {
        Some(place) => quote(place.plain()),
        None if details.point.is_some() => Html::ours(t.session_point()),
        None => Html::ours(t.session_nowhere()),
    };
    let link = |details: &Details| match &details.link {
        Some(link) => quote(link.plain()),
        None => Html::ours(t.session_nowhere()),
    };
    let places = |details: &Details| match details.capacity {
        Some(most) => most.to_string(),
        None => t.session_no_limit(),
    };
    let line = |change: Change| match change {
        Change::Title => t.change_title(quote(before.title.plain()), quote(after.title.plain())),
        Change::When => {
            t.change_when(when::say_span(lang, before.span, now), when::say_span(lang, after.span, now))
        }
        // The words may have stayed while the point on the map moved.
        Change::Where if place(before) == place(after) => t.change_point(place(after)),
        Change::Where => t.change_where(place(before), place(after)),
        Change::Link => t.change_link(link(before), link(after)),
        Change::Agenda => t.change_agenda(),
        Change::Capacity => t.change_capacity(places(before), places(after)),
    };
    changes(before, after).into_iter().map(|change| Html::ours(line(change))).collect()
}

/// To those whom a session concerns: what has changed, with a file that brings their calendars up to date.
pub fn change_notice(t: &Texts, session: &Session, changed: &[Html], file: Vec<u8>) -> View {
    let caption =
        lines(Html::ours(t.session_changed(session.details.title.html())).then(0, &Html::default()), changed);
    let view = View::showing(Body::Document { name: calendar::NAME.into(), bytes: file, caption });
    answers(t, view, session, Attendance::Silent)
        .row([(t.session_open(), Action::Session(session.id)), (t.to_menu(), Action::Menu)])
}

/// The same in a group: what has changed.
pub fn change_posted(t: &Texts, session: &Session, changed: &[Html]) -> View {
    let title = Html::ours(t.chat_session_changed(session.details.title.html()));
    View::text(lines(title.then(0, &Html::default()), changed))
}

/// To the organizer: it is announced.
pub fn announced(t: &Texts, session: &Session) -> View {
    View::text(Html::ours(t.session_announced(session.details.title.html())))
        .row([(t.session_manage(), Action::ManageSession(session.id)), (t.to_menu(), Action::Menu)])
}

/// To the organizer: those concerned will hear of it.
pub fn saved(t: &Texts, session: &Session) -> View {
    View::text(Html::ours(t.session_saved(session.details.title.html())))
        .row([(t.session_manage(), Action::ManageSession(session.id)), (t.to_menu(), Action::Menu)])
}

/// To the organizer: nothing was changed.
pub fn unchanged(t: &Texts, id: SessionId) -> View {
    View::text(Html::ours(t.session_nothing_changed()))
        .row([(t.session_manage(), Action::ManageSession(id)), (t.to_menu(), Action::Menu)])
}

/// Whether to call it off.
pub fn ask_to_cancel(t: &Texts, session: &Session, concerned: usize) -> View {
    View::text(Html::ours(t.session_ask_cancel(session.details.title.html(), concerned))).row([
        (t.session_cancel_yes(), Action::CancelSessionNow(session.id)),
        (t.back(), Action::ManageSession(session.id)),
    ])
}

/// To those concerned: it is called off; with a file that takes it out of a calendar.
pub fn cancelled(t: &Texts, lang: Lang, session: &Session, file: Option<Vec<u8>>, now: Moment) -> View {
    let details = &session.details;
    let mut text =
        Html::ours(t.session_cancelled(details.title.html(), when::say_span(lang, details.span, now)));
    if let Some(place) = where_it_is(t, details) {
        text = text.then(0, &place);
    }
    let body = match file {
        Some(bytes) => Body::Document {
            name: calendar::NAME.into(),
            bytes,
            caption: text.then(1, &Html::ours(t.session_calendar_removes())),
        },
        None => Body::Text(text),
    };
    View::showing(body).button(t.to_menu(), Action::Menu)
}
