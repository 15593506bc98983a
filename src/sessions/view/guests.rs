//! The organizers' screens of a session: what can be done, and who comes.

use std::collections::HashMap;

use super::super::room::{Door, Presence};
use super::super::{Guest, Session};
use super::{about, attendance};
use crate::clock::Moment;
use crate::ids::AffiliationId;
use crate::l10n::{Lang, Texts};
use crate::people::Affiliation;
use crate::text::Html;
use crate::ui::action::{Action, Attendance, Guests};
use crate::ui::view::{Paging, View};

/// Everything that can be done with a session; who said what, each with the number of people.
pub fn manage(
    t: &Texts,
    lang: Lang,
    session: &Session,
    counts: &[(Attendance, i64)],
    presence: Presence,
    now: Moment,
) -> View {
    let id = session.id;
    let mut text = about(t, lang, session, now);
    if session.cancelled {
        text = text.then(1, &Html::ours(t.session_cancelled_line()));
    }
    let count =
        |who: Attendance| counts.iter().find(|(other, _)| *other == who).map_or(0, |(_, count)| *count);
    let invited: i64 = counts.iter().map(|(_, count)| count).sum();
    text = text.then(1, &Html::ours(t.session_invited(invited)));
    if presence.here > 0 {
        text = text.then(0, &Html::ours(t.door_presence(presence.here, presence.come)));
    }
    let list = |who: Option<Attendance>| Action::ListGuests(Guests { of: id, who }, None, 0);
    let by_answer: Vec<_> = Attendance::ALL
        .into_iter()
        .filter(|who| count(*who) > 0)
        .map(|who| (format!("{} · {}", attendance(t, who), count(who)), list(Some(who))))
        .collect();
    let view = by_answer.chunks(2).fold(View::text(text), |view, pair| view.row(pair.to_vec()));
    let view = view.button(t.session_everyone(invited), list(None));
    let view = if session.cancelled { view } else { view.button(t.wall_open(), Action::Wall(id)) };
    let view = match session.door(now) {
        Door::Early(_) | Door::Open => view.button(t.door_button(), Action::Door(id)),
        // Who was there can still be noted from a sheet of paper.
        Door::Over if session.is_around(now) => view.button(t.door_by_name(), Action::LetIn(id, None)),
        Door::Over | Door::Cancelled => view,
    };
    let view = if session.is_past(now) {
        let view = view.row([
            (t.session_minutes(), Action::WriteMinutes(id)),
            (t.session_add_materials(), Action::AddMaterials(id)),
        ]);
        let view =
            if session.cancelled { view } else { view.button(t.feedback_sums(), Action::FeedbackSums(id)) };
        view.button(t.session_next(), Action::NextSession(id))
    } else {
        view.row([
            (t.session_change(), Action::ChangeSession(id)),
            (t.session_cancel(), Action::CancelSession(id)),
        ])
        .button(t.session_add_materials(), Action::AddMaterials(id))
    };
    view.row([(t.back(), Action::Session(id)), (t.to_menu(), Action::Menu)])
}

/// Which guests a screen lists.
#[derive(Debug, Clone, Copy)]
pub struct List {
    pub guests: Guests,
    /// Of this sector or region only.
    pub group: Option<AffiliationId>,
    /// How many they are in all.
    pub total: usize,
    pub at: Paging,
}

/// A page of guests, with the sectors and regions to choose from.
pub fn list(
    t: &Texts,
    lang: Lang,
    said: &Html,
    list: &List,
    shown: &[Guest],
    groups: &[Affiliation],
) -> View {
    let List { guests, group, total, at } = *list;
    let labels: HashMap<AffiliationId, String> =
        groups.iter().map(|one| (one.id, one.label(lang).html().to_string())).collect();
    let mut text = Html::ours(t.session_guests(said, total));
    text = text.then(0, &Html::default());
    for guest in shown {
        text = text.then(0, &one(t, guest, guests.who.is_none(), &labels));
    }
    let to = |group, page| Action::ListGuests(guests, group, page);
    let view = View::text(text).pager(t, at, |page| to(group, page));
    let choices: Vec<_> = groups
        .iter()
        .filter(|one| !one.retired || group == Some(one.id))
        .map(|one| {
            let mark = if group == Some(one.id) { "✓ " } else { "" };
            (format!("{mark}{}", one.label(lang).plain()), to(Some(one.id), 0))
        })
        .collect();
    let view = choices.chunks(2).fold(view, |view, pair| view.row(pair.to_vec()));
    let view = if group.is_some() { view.button(t.session_all_groups(), to(None, 0)) } else { view };
    let write = Action::WriteToGuests(guests, group);
    let view = if total > 0 { view.button(t.session_write(), write) } else { view };
    view.row([(t.back(), Action::ManageSession(guests.of)), (t.to_menu(), Action::Menu)])
}

/// A guest on one line: the name, where they belong, what they said where that differs, and their word.
fn one(t: &Texts, guest: &Guest, with_answer: bool, labels: &HashMap<AffiliationId, String>) -> Html {
    let name = guest.name.as_ref().map(|name| name.html().to_string()).unwrap_or_default();
    let belongs =
        [guest.sector, guest.region].into_iter().flatten().filter_map(|id| labels.get(&id).cloned());
    let answer = with_answer.then(|| attendance(t, guest.attendance));
    let mut parts = vec![format!("<b>{name}</b>")];
    parts.extend(belongs);
    parts.extend(answer);
    let line = format!("{} {}", if guest.here { "🚪" } else { "•" }, parts.join(" · "));
    Html::ours(match &guest.word {
        Some(word) => format!("{line}\n  💬 <i>{}</i>", Html::escape(&word.beginning(100))),
        None => line,
    })
}
