//! The organizers' screens of people who are not on Telegram.

use crate::l10n::{Lang, Texts};
use crate::people::Affiliation;
use crate::people::store::offline::OfflinePerson;
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::view::{Paging, View};

/// A page of them.
pub fn list(t: &Texts, people: &[OfflinePerson], at: Paging) -> View {
    let text = Html::ours(t.offline_title());
    let view = people.iter().fold(View::text(text), |view, person| {
        view.button(format!("📄 {}", person.name.beginning(40)), Action::OfflinePerson(person.id))
    });
    view.pager(t, at, Action::OfflinePeople)
        .button(t.offline_add(), Action::AddOffline)
        .row([(t.back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// Asks for a name.
pub fn ask_name(t: &Texts) -> View {
    View::text(Html::ours(t.offline_ask_name())).button(t.cancel(), Action::Cancel)
}

/// One of them, with the sectors and regions to choose from.
pub fn one(
    t: &Texts,
    lang: Lang,
    person: &OfflinePerson,
    sectors: &[Affiliation],
    regions: &[Affiliation],
) -> View {
    let choices = |all: &[Affiliation], mine| {
        let offered = all.iter().filter(|one| !one.retired);
        let choice = |one: &Affiliation| {
            let sign = if Some(one.id) == mine { "✓ " } else { "" };
            (format!("{sign}{}", one.label(lang).plain()), Action::PlaceOffline(person.id, one.id))
        };
        offered.map(choice).collect::<Vec<_>>()
    };
    let view = View::text(Html::ours(t.offline_one(person.name.html())));
    let choices = [choices(sectors, person.sector), choices(regions, person.region)].concat();
    let view = choices.chunks(2).fold(view, |view, pair| view.row(pair.to_vec()));
    view.button(t.offline_remove(), Action::RemoveOffline(person.id))
        .row([(t.offline_done(), Action::OfflinePeople(0)), (t.to_menu(), Action::Menu)])
}

/// Whether to remove somebody.
pub fn ask_to_remove(t: &Texts, person: &OfflinePerson) -> View {
    View::text(Html::ours(t.offline_ask_remove(person.name.html()))).row([
        (t.offline_remove_yes(), Action::RemoveOfflineNow(person.id)),
        (t.back(), Action::OfflinePerson(person.id)),
    ])
}
