//! The owners' screens of who has which role.

use crate::l10n::Texts;
use crate::people::Person;
use crate::people::store::team::Member;
use crate::role::Role;
use crate::text::Html;
use crate::ui::action::{Action, Team};
use crate::ui::state::Name;
use crate::ui::view::{LABEL, Paging, View};

/// The sign of a role.
fn sign(role: Role) -> &'static str {
    match role {
        Role::Participant => "👤",
        Role::Moderator => "🛂",
        Role::Organizer => "🛠",
        Role::Owner => "👑",
    }
}

/// What a role is called.
pub fn called(t: &Texts, role: Role) -> String {
    match role {
        Role::Participant => t.role_participant(),
        Role::Moderator => t.role_moderator(),
        Role::Organizer => t.role_organizer(),
        Role::Owner => t.role_owner(),
    }
}

/// What whoever has it may do.
fn means(t: &Texts, role: Role) -> Html {
    Html::ours(match role {
        Role::Participant => t.role_participant_may(),
        Role::Moderator => t.role_moderator_may(),
        Role::Organizer => t.role_organizer_may(),
        Role::Owner => t.role_owner_may(),
    })
}

fn people(view: View, shown: &[Member]) -> View {
    shown.iter().fold(view, |view, one| {
        let label = format!("{} {}", sign(one.role), one.name.beginning(LABEL));
        view.button(label, Action::Team(Team::One(one.id)))
    })
}

/// Those who have a role.
pub fn list(t: &Texts, shown: &[Member], at: Paging) -> View {
    people(View::text(Html::ours(t.team_title())), shown)
        .pager(t, at, |page| Action::Team(Team::List(page)))
        .button(t.team_add(), Action::Team(Team::Choose(None)))
        .row([(t.back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// Everybody, or those who were found by what was typed, and how many they are.
pub fn choose(t: &Texts, shown: &[Member], at: Paging, typed: Option<(&Name, usize)>) -> View {
    let text = match typed {
        Some((typed, found)) => t.team_found(found, typed.html()),
        None => t.team_choose(),
    };
    let view = people(View::text(Html::ours(text)), shown)
        .pager(t, at, |page| Action::Team(Team::Choose(Some(page))));
    let view = match typed {
        Some(_) => view.button(t.team_everyone(), Action::Team(Team::Choose(None))),
        None => view,
    };
    view.button(t.cancel(), Action::Cancel)
}

/// One person, with the roles they could have.
pub fn one(t: &Texts, person: &Person, me: bool) -> View {
    let name = person.name.as_ref().map(Name::html).unwrap_or_default();
    let role = person.role;
    let mut text = Html::ours(t.team_one(sign(role), name, called(t, role))).then(1, &means(t, role));
    if me {
        text = text.then(1, &Html::ours(t.team_one_you()));
    }
    let others = Role::ALL.into_iter().rev().filter(|other| *other != role);
    others
        .fold(View::text(text), |view, other| {
            let label = format!("{} {}", sign(other), called(t, other));
            view.button(label, Action::Team(Team::Ask(person.id, other)))
        })
        .row([(t.back(), Action::Team(Team::List(0))), (t.to_menu(), Action::Menu)])
}

/// What a role means, before it is given.
pub fn ask(t: &Texts, person: &Person, role: Role) -> View {
    let name = person.name.as_ref().map(Name::html).unwrap_or_default();
    let text = Html::ours(t.team_ask(sign(role), name, called(t, role))).then(1, &means(t, role));
    View::text(text).row([
        (t.team_yes(), Action::Team(Team::Give(person.id, role))),
        (t.back(), Action::Team(Team::One(person.id))),
    ])
}

/// To whom it concerns.
pub fn told(t: &Texts, role: Role, by: Option<&Name>) -> View {
    let by = by.map_or_else(|| Html::ours(t.team_some_owner()), Name::html);
    let text = match role {
        Role::Participant => t.team_told_none(by),
        _ => t.team_told(sign(role), called(t, role), by),
    };
    let view = View::text(Html::ours(text).then(1, &means(t, role)));
    let view = if role > Role::Participant { view.button(t.menu_desk(), Action::Desk) } else { view };
    view.button(t.to_menu(), Action::Menu).lasting()
}

/// Whether to give one's own role up.
pub fn ask_to_give_up(t: &Texts, role: Role) -> View {
    let text = Html::ours(t.team_ask_give_up(sign(role), called(t, role)));
    View::text(text.then(1, &means(t, Role::Participant)))
        .row([(t.team_give_up_yes(), Action::Team(Team::GiveUp)), (t.back(), Action::Settings)])
}

/// One's own role is another one now.
pub fn stepped_down(t: &Texts, role: Role) -> View {
    let text = Html::ours(t.team_stepped_down(sign(role), called(t, role))).then(1, &means(t, role));
    View::text(text).button(t.to_menu(), Action::Menu)
}

/// The last owner cannot go: to hand over first.
pub fn hand_over_first(t: &Texts) -> View {
    View::text(Html::ours(t.team_hand_over_first()))
        .button(t.desk_team(), Action::Team(Team::List(0)))
        .row([(t.back(), Action::Settings), (t.to_menu(), Action::Menu)])
}
