//! The organizers' screens of people who are not on Telegram.

use super::offer;
use crate::clock::Moment;
use crate::ids::PersonId;
use crate::l10n::{Lang, Texts};
use crate::people::store::entered::Holdings;
use crate::people::store::offline::OfflinePerson;
use crate::people::{Affiliation, Invite};
use crate::text::Html;
use crate::ui::action::{Action, Offline};
use crate::ui::behalf;
use crate::ui::state::Name;
use crate::ui::view::{Body, LABEL, Paging, View};
use crate::votes::Vote;
use crate::when;

/// A page of them.
pub fn list(t: &Texts, people: &[OfflinePerson], at: Paging) -> View {
    let text = Html::ours(t.offline_title());
    let view = people.iter().fold(View::text(text), |view, person| {
        view.button(format!("📄 {}", person.name.beginning(40)), Action::Offline(Offline::One(person.id)))
    });
    view.pager(t, at, |page| Action::Offline(Offline::List(page)))
        .button(t.offline_add(), Action::Offline(Offline::Add))
        .row([(t.back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// Asks for a name.
pub fn ask_name(t: &Texts) -> View {
    View::text(Html::ours(t.offline_ask_name())).button(t.cancel(), Action::Cancel)
}

/// One of them: what stands under their name, and what can be entered for them; `open`: the votes they may vote in.
pub fn one(
    t: &Texts,
    lang: Lang,
    person: &OfflinePerson,
    groups: &[Affiliation],
    holdings: Holdings,
    open: &[Vote],
) -> View {
    let groups: Vec<_> = groups.iter().map(|group| group.label(lang).html().as_str().to_owned()).collect();
    let place = if groups.is_empty() { t.offline_no_groups() } else { groups.join(" · ") };
    let text = Html::ours(t.offline_one(person.name.html())).then(0, &Html::ours(place));
    let text = text.then(1, &holds(t, holdings)).then(1, &Html::ours(t.offline_marked()));
    let mut done_for_them = View::text(text)
        .row([(t.menu_propose(), Action::Propose), (t.offline_proposals(), Action::MyProposals(0))])
        .row([(t.menu_stances(), Action::Stances), (t.offline_stances(), Action::MyStances(0))])
        .row([(t.menu_sessions(), Action::Sessions), (t.menu_polls(), Action::Polls)]);
    behalf::put(&mut done_for_them, person.id);
    let view = open.iter().fold(done_for_them, |view, vote| {
        let title = t.offline_ballot(vote.title.beginning(LABEL));
        view.button(title, Action::PaperBallot(vote.id, person.id))
    });
    view.row([
        (t.offline_groups(), Action::Offline(Offline::Groups(person.id))),
        (t.offline_invite_button(), Action::Offline(Offline::Invite(person.id))),
    ])
    .button(t.offline_remove(), Action::Offline(Offline::Remove(person.id)))
    .row([(t.back(), Action::Offline(Offline::List(0))), (t.to_menu(), Action::Menu)])
}

/// How much stands under somebody's name.
pub fn holds(t: &Texts, holdings: Holdings) -> Html {
    if holdings.is_empty() {
        return Html::ours(t.offline_holds_nothing());
    }
    let parts = [
        (holdings.proposals, t.offline_holds_proposals(holdings.proposals)),
        (holdings.stances, t.offline_holds_stances(holdings.stances)),
        (holdings.sessions, t.offline_holds_sessions(holdings.sessions)),
        (holdings.polls, t.offline_holds_polls(holdings.polls)),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect();
    Html::ours(t.offline_holds(parts.join(", ")))
}

/// The sectors and regions to choose from.
pub fn groups(
    t: &Texts,
    lang: Lang,
    person: &OfflinePerson,
    sectors: &[Affiliation],
    regions: &[Affiliation],
) -> View {
    let to = |id| Action::Offline(Offline::Place(person.id, id));
    let view = View::text(Html::ours(t.offline_ask_groups(person.name.html())));
    let view = offer(view, sectors, lang, person.sector, to);
    offer(view, regions, lang, person.region, to)
        .row([(t.offline_done(), Action::Offline(Offline::One(person.id))), (t.to_menu(), Action::Menu)])
}

/// The invitation by which they take over what stands under their name.
pub fn invite(
    t: &Texts,
    lang: Lang,
    person: &OfflinePerson,
    invite: &Invite,
    link: &str,
    png: Vec<u8>,
    now: Moment,
) -> View {
    let until = invite.expires_at.map(|at| when::say(lang, at, now)).unwrap_or_default();
    let caption = Html::ours(t.offline_invite(person.name.html(), until, Html::escape(link)));
    View::showing(Body::Picture { png, caption })
        .button(t.offline_invite_revoke(), Action::Offline(Offline::RevokeInvite(person.id)))
        .row([(t.back(), Action::Offline(Offline::One(person.id))), (t.to_menu(), Action::Menu)])
}

/// In the place of an invitation that lets nobody in any more.
pub fn invite_revoked(t: &Texts) -> View {
    View::showing(Body::Caption(Html::ours(t.offline_invite_revoked())))
}

/// Says for whom a screen is, and leads back to them.
pub fn say_for_whom(t: &Texts, view: &mut View, whom: PersonId, name: Option<&Name>) {
    let Some(name) = name else { return };
    let line = Html::ours(t.offline_for_whom(name.html()));
    let back = t.offline_back_to(name.beginning(LABEL));
    *view = view.clone().headed(&line).button(back, Action::Offline(Offline::One(whom)));
}

/// Whether to remove somebody, who has so many published proposals.
pub fn ask_to_remove(t: &Texts, person: &OfflinePerson, proposals: i64) -> View {
    let view = View::text(Html::ours(t.offline_ask_remove(person.name.html(), proposals)));
    let remove = |keep| Action::Offline(Offline::RemoveNow(person.id, keep));
    let view = match proposals {
        0 => view.button(t.offline_remove_yes(), remove(true)),
        _ => view
            .button(t.offline_remove_keep(proposals), remove(true))
            .button(t.offline_remove_all(), remove(false)),
    };
    view.button(t.back(), Action::Offline(Offline::One(person.id)))
}
