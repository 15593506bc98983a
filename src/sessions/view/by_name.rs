//! The screen on which an organizer at the door lets people in by name.

use super::super::Session;
use super::super::room::{Arrival, Presence};
use crate::clock::Moment;
use crate::l10n::{Lang, Texts};
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::state::Name;
use crate::ui::view::{LABEL, Paging, View};
use crate::when;

/// Whom the screen offers.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    pub shown: &'a [Arrival],
    pub at: Paging,
    /// How many there are in all.
    pub found: usize,
    /// What was typed, if they were looked for.
    pub typed: Option<&'a Name>,
    /// Whom the last tap was about, and whether they are there now.
    pub last: Option<&'a Arrival>,
}

/// The list: a tap on a name lets in.
pub fn list(t: &Texts, session: &Session, presence: Presence, list: &List) -> View {
    let id = session.id;
    let mut text = Html::ours(t.arrivals_title(session.details.title.html()))
        .then(0, &Html::ours(t.door_presence(presence.here, presence.come)));
    let arrived = |one: &Arrival, here| Action::Arrived { session: id, person: one.id, here };
    if let Some(last) = list.last {
        let name = last.name.html();
        let line = if last.here { t.arrival_here(name) } else { t.arrival_not_here(name) };
        text = text.then(1, &Html::ours(line));
    }
    text = text.then(
        1,
        &Html::ours(match list.typed {
            Some(typed) => t.arrivals_found(list.found, typed.html()),
            None if list.found == 0 => t.arrivals_all_here(),
            None => t.arrivals_ask(),
        }),
    );
    if list.typed.is_some() {
        if list.shown.iter().any(|one| one.here) {
            text = text.then(0, &Html::ours(t.arrivals_some_here()));
        }
        if list.shown.iter().any(|one| one.attendance.is_none()) {
            text = text.then(0, &Html::ours(t.arrivals_some_uninvited()));
        }
    }
    let view = View::text(text);
    let view = match list.last.filter(|last| last.here) {
        Some(last) => view.button(t.arrival_take_back(last.name.beginning(LABEL)), arrived(last, false)),
        None => view,
    };
    let view = list.shown.iter().fold(view, |view, one| {
        let mark = match one.attendance {
            _ if one.here => "✅ ",
            None => "➕ ",
            Some(_) => "",
        };
        view.button(format!("{mark}{}", one.name.beginning(LABEL)), arrived(one, !one.here))
    });
    let view = view.pager(t, list.at, |page| Action::LetIn(id, Some(page)));
    let view =
        if list.typed.is_some() { view.button(t.arrivals_everyone(), Action::LetIn(id, None)) } else { view };
    view.row([(t.arrivals_done(), Action::LetInDone(id)), (t.to_menu(), Action::Menu)])
}

/// Why nobody can be let in now, in a few words.
pub fn not_now(t: &Texts, lang: Lang, session: &Session, now: Moment) -> String {
    if now < session.opens() {
        t.arrivals_early(when::say(lang, session.opens(), now))
    } else {
        t.session_is_over()
    }
}

/// The same as a screen.
pub fn shut(t: &Texts, why: String) -> View {
    View::text(Html::ours(why)).button(t.to_menu(), Action::Menu)
}
