//! The screens of letters. A heading of ours cannot stand in somebody's own message, so it goes before it.

use crate::ids::LetterId;
use crate::l10n::Texts;
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::state::Name;
use crate::ui::view::{Body, Content, View};

/// Asks for the words.
pub fn ask(t: &Texts) -> View {
    View::text(Html::ours(t.letter_ask())).button(t.cancel(), Action::Cancel)
}

/// Whether to send it.
pub fn preview(t: &Texts) -> View {
    View::text(Html::ours(t.letter_preview()))
        .row([(t.letter_send(), Action::SendLetter), (t.cancel(), Action::Cancel)])
}

/// It is on its way.
pub fn sent(t: &Texts) -> View {
    View::text(Html::ours(t.letter_sent())).button(t.to_menu(), Action::Menu)
}

/// What an organizer gets: who writes, and the letter as it was.
pub fn cards(t: &Texts, id: LetterId, from: Option<&Name>, content: &Content) -> [View; 2] {
    let name = name(t, from);
    [
        View::text(Html::ours(t.letter_from(name))),
        View::showing(Body::Copy(content.clone()))
            .row([(t.letter_answer(), Action::AnswerLetter(id)), (t.to_menu(), Action::Menu)]),
    ]
}

fn name(t: &Texts, name: Option<&Name>) -> Html {
    name.map_or_else(|| Html::ours(t.request_nameless()), Name::html)
}

/// Asks for the answer.
pub fn ask_answer(t: &Texts, to: Option<&Name>, answered: bool) -> View {
    let mut text = Html::ours(t.letter_ask_answer(name(t, to)));
    if answered {
        text = text.then(1, &Html::ours(t.letter_answered_before()));
    }
    View::text(text).button(t.cancel(), Action::Cancel)
}

/// What the one who wrote gets.
pub fn answer(t: &Texts, content: &Content) -> [View; 2] {
    [
        View::text(Html::ours(t.letter_answer_head())),
        View::showing(Body::Copy(content.clone()))
            .row([(t.menu_write(), Action::WriteLetter), (t.to_menu(), Action::Menu)]),
    ]
}

/// To the organizer: it is on its way.
pub fn answered(t: &Texts) -> View {
    View::text(Html::ours(t.letter_answered())).button(t.to_menu(), Action::Menu)
}

/// Nobody is there to answer.
pub fn gone(t: &Texts) -> View {
    View::text(Html::ours(t.letter_gone())).button(t.to_menu(), Action::Menu)
}
