//! The screens of sessions: the list, the card, what goes with an answer. Those of [`making`], of the organizers'
//! [`guests`], of the [`door`] (also [`by_name`]), of the [`gallery`], of what comes [`after`], and what the bot says by
//! itself ([`notices`]) have files of their own.

pub mod after;
pub mod by_name;
pub mod door;
pub mod gallery;
pub mod guests;
pub mod making;
pub mod notices;

use super::calendar::{self, degrees};
use super::room::Pictures;
use super::store::Listed;
use super::{Answered, Details, Material, Session};
use crate::clock::Moment;
use crate::cx::start_link;
use crate::l10n::{Lang, Texts};
use crate::text::Html;
use crate::ui::action::{Action, Attendance};
use crate::ui::state::MapPoint;
use crate::ui::view::{Body, View};
use crate::when;

/// What the person said, as their card shows it.
#[derive(Debug, Clone, Copy)]
pub struct Mine<'a> {
    pub answered: &'a Answered,
    /// How many wait before them, if they wait.
    pub ahead: i64,
}

/// What a card has below the answers.
#[derive(Debug, Clone, Copy, Default)]
pub struct More<'a> {
    pub materials: &'a [Material],
    pub pictures: Pictures,
    pub organizer: bool,
}

/// All sessions, those ahead first.
pub fn list(t: &Texts, lang: Lang, sessions: &[Listed], organizer: bool, now: Moment) -> View {
    let text = if sessions.is_empty() { t.sessions_none() } else { t.sessions_title() };
    let view = sessions.iter().fold(View::text(Html::ours(text)), |view, session| {
        let mark = match session.attendance {
            _ if session.cancelled => "✖️",
            _ if session.over_at <= now => "🏁",
            Some(Attendance::Silent | Attendance::Offered) => "🟢",
            Some(Attendance::Coming | Attendance::Online) => "✅",
            _ => "📅",
        };
        let when = when::say_day(lang, session.starts_at, now);
        view.button(format!("{mark} {when} · {}", session.title.beginning(30)), Action::Session(session.id))
    });
    let view = if organizer { view.button(t.session_new(), Action::NewSession) } else { view };
    view.button(t.to_menu(), Action::Menu)
}

/// When, where and how many: what a card and an invitation have in common.
fn about(t: &Texts, lang: Lang, session: &Session, now: Moment) -> Html {
    let details = &session.details;
    let mut text = Html::ours(t.session_title(details.title.html()))
        .then(1, &Html::ours(t.session_when(when::say_span(lang, details.span, now))));
    if let Some(place) = where_it_is(t, details) {
        text = text.then(0, &place);
    }
    if details.link.is_some() {
        let online = if details.has_place() { t.session_online_too() } else { t.session_online_only() };
        text = text.then(0, &Html::ours(online));
    }
    if let Some(most) = details.capacity {
        text = text.then(0, &Html::ours(t.session_capacity(most)));
    }
    if let Some(agenda) = &details.agenda {
        text = text.then(1, &Html::ours(t.session_agenda(agenda.html())));
    }
    text
}

/// The place in words, or that there is a point on the map.
fn where_it_is(t: &Texts, details: &Details) -> Option<Html> {
    match (&details.place, details.point) {
        (Some(place), _) => Some(Html::ours(t.session_where(place.html()))),
        (None, Some(_)) => Some(Html::ours(t.session_where_point())),
        (None, None) => None,
    }
}

/// Opens a map at the point; phones open it in the app that they have.
fn with_map(t: &Texts, view: View, point: Option<MapPoint>) -> View {
    match point {
        Some(MapPoint { latitude, longitude }) => view.link(
            t.session_map(),
            format!(
                "https://www.google.com/maps/search/?api=1&query={},{}",
                degrees(latitude),
                degrees(longitude)
            ),
        ),
        None => view,
    }
}

/// The card that comes when a session is announced.
pub fn invitation(t: &Texts, lang: Lang, session: &Session, now: Moment) -> View {
    let answered = Answered::bare(Attendance::Silent);
    card(t, lang, session, Some(&Mine { answered: &answered, ahead: 0 }), More::default(), now)
}

/// The card in a group or channel: nobody answers there, so it says where.
pub fn posted(lang: Lang, session: &Session, bot: &str, now: Moment) -> View {
    let t = lang.texts();
    let text = about(t, lang, session, now);
    if session.cancelled {
        return View::text(text.then(1, &Html::ours(t.session_cancelled_line())));
    }
    let view =
        View::text(text).link(t.chat_session_answer(), start_link(bot, &format!("session-{}", session.id.0)));
    with_map(t, view, session.details.point)
}

/// A session: what it is, what the person said, and what they can say.
pub fn card(t: &Texts, lang: Lang, session: &Session, mine: Option<&Mine>, more: More, now: Moment) -> View {
    let mut text = about(t, lang, session, now);
    if session.cancelled {
        return View::text(text.then(1, &Html::ours(t.session_cancelled_line())))
            .button(t.to_menu(), Action::Menu);
    }
    if let Some(mine) = mine {
        text = said(t, lang, text, session, mine, now);
    }
    let view = match mine {
        Some(mine) if !mine.answered.here => answers(t, View::text(text), session, mine.answered.attendance),
        _ => View::text(text),
    };
    let view = match mine {
        Some(mine) if mine.answered.attendance != Attendance::Silent => view.row([
            (t.session_add_word(), Action::AddWord(session.id)),
            (t.session_calendar(), Action::Calendar(session.id)),
        ]),
        _ => view.button(t.session_calendar(), Action::Calendar(session.id)),
    };
    let view = with_map(t, view, session.details.point);
    let view = after::materials(view, more.materials);
    let view = gallery::buttons(t, view, session.id, more.pictures);
    let view = if more.organizer {
        view.button(t.session_manage(), Action::ManageSession(session.id))
    } else {
        view
    };
    view.row([(t.sessions_all(), Action::Sessions), (t.to_menu(), Action::Menu)])
}

/// What the person said, and what follows from it.
fn said(t: &Texts, lang: Lang, text: Html, session: &Session, mine: &Mine, now: Moment) -> Html {
    let Answered { attendance, offered_until, word, here } = mine.answered;
    let line = match attendance {
        _ if *here => t.session_you_are_here(),
        Attendance::Silent => t.session_ask(),
        Attendance::Coming => t.session_you_come(),
        Attendance::Online => t.session_you_join_online(),
        Attendance::Declined => t.session_you_declined(),
        Attendance::Unsure => t.session_you_are_unsure(),
        Attendance::Waiting => t.session_you_wait(mine.ahead),
        Attendance::Offered => {
            t.session_place_held(offered_until.map(|at| when::say(lang, at, now)).unwrap_or_default())
        }
    };
    let mut text = text.then(1, &Html::ours(line));
    if let (Attendance::Coming | Attendance::Online, Some(link)) = (attendance, &session.details.link) {
        text = text.then(0, &Html::ours(t.session_link(link.html())));
    }
    if let Some(word) = word {
        text = text.then(0, &Html::ours(t.session_your_word(word.html())));
    }
    text
}

/// The four answers, those that this session takes.
pub fn answers(t: &Texts, view: View, session: &Session, mine: Attendance) -> View {
    let choice = |label: String, answer: Attendance| {
        let mark = if mine == answer { "✓ " } else { "" };
        (format!("{mark}{label}"), Action::Attend(session.id, answer))
    };
    let coming = session.details.has_place().then(|| choice(t.session_coming(), Attendance::Coming));
    let online = session.details.link.is_some().then(|| choice(t.session_online(), Attendance::Online));
    view.row(coming.into_iter().chain(online)).row([
        choice(t.session_not_coming(), Attendance::Declined),
        choice(t.session_not_sure(), Attendance::Unsure),
    ])
}

/// Those who said so, in lists.
pub fn attendance(t: &Texts, attendance: Attendance) -> String {
    match attendance {
        Attendance::Silent => t.attendance_silent(),
        Attendance::Coming => t.attendance_coming(),
        Attendance::Online => t.attendance_online(),
        Attendance::Waiting => t.attendance_waiting(),
        Attendance::Offered => t.attendance_offered(),
        Attendance::Declined => t.attendance_declined(),
        Attendance::Unsure => t.attendance_unsure(),
    }
}

/// In answer to an answer.
pub fn answered(t: &Texts, now: Attendance) -> String {
    match now {
        Attendance::Coming => t.session_coming_toast(),
        Attendance::Online => t.session_online_toast(),
        Attendance::Waiting => t.session_waiting_toast(),
        Attendance::Declined => t.session_declined_toast(),
        Attendance::Unsure | Attendance::Silent | Attendance::Offered => t.session_unsure_toast(),
    }
}

/// The file for a calendar.
pub fn calendar(t: &Texts, session: &Session, bytes: Vec<u8>) -> View {
    let caption = if session.cancelled { t.session_calendar_removes() } else { t.session_calendar_file() };
    View::showing(Body::Document { name: calendar::NAME.into(), bytes, caption: Html::ours(caption) })
        .button(t.to_menu(), Action::Menu)
}

/// Asks for a word to go with an answer.
pub fn ask_word(t: &Texts) -> View {
    View::text(Html::ours(t.session_ask_word())).button(t.cancel(), Action::Cancel)
}

/// It is too long.
pub fn word_too_long(t: &Texts, length: usize, limit: usize) -> View {
    View::text(Html::ours(t.session_word_too_long(length, limit))).button(t.cancel(), Action::Cancel)
}
