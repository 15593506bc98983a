//! The screens of those who come by a personal invitation.

use super::offline::holds;
use crate::l10n::Texts;
use crate::people::store::entered::Holdings;
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::state::Name;
use crate::ui::view::View;

/// Whether the invitation is for whoever opened it.
pub fn is_it_you(t: &Texts, name: Option<&Name>, holdings: Holdings) -> View {
    let text = Html::ours(t.personal_is_it_you(called(name)))
        .then(0, &holds(t, holdings))
        .then(1, &Html::ours(t.join_what_is_kept()))
        .then(1, &Html::ours(t.personal_ask()));
    View::text(text)
        .button(t.personal_yes(), Action::ThatIsMe(true))
        .button(t.personal_no(), Action::ThatIsMe(false))
}

/// It is not, and nothing has changed.
pub fn not_you(t: &Texts) -> View {
    View::text(Html::ours(t.personal_not_you())).button(t.join_ask_to_join(), Action::AskToJoin)
}

/// What stands under their name is theirs now.
pub fn yours_now(t: &Texts, name: Option<&Name>, holdings: Holdings) -> View {
    let text = Html::ours(t.personal_yours(called(name))).then(1, &holds(t, holdings));
    let text = if holdings.is_empty() { text } else { text.then(0, &Html::ours(t.personal_change())) };
    View::text(text)
        .row([(t.menu_mine(), Action::MyProposals(0)), (t.stances_mine(), Action::MyStances(0))])
        .row([(t.menu_settings(), Action::Settings), (t.to_menu(), Action::Menu)])
}

fn called(name: Option<&Name>) -> Html {
    name.map(Name::html).unwrap_or_default()
}
