//! The screens of calls.

use crate::ids::CallId;
use crate::l10n::Texts;
use crate::proposals::Call;
use crate::text::{Html, Unfit};
use crate::ui::action::Action;
use crate::ui::state::Question;
use crate::ui::view::View;

/// All calls, with buttons to close the open ones.
pub fn list(t: &Texts, calls: &[Call]) -> View {
    let title = Html::ours(if calls.is_empty() { t.calls_none() } else { t.calls_title() });
    let text = calls.iter().fold(title, |all, call| {
        let line = if call.open {
            t.calls_line_open(call.question.html(), call.proposals)
        } else {
            t.calls_line_closed(call.question.html(), call.proposals)
        };
        all.then(1, &Html::ours(line))
    });
    let view = View::text(text).button(t.call_new(), Action::NewCall);
    let view = calls.iter().filter(|call| call.open).fold(view, |view, call| {
        view.button(t.call_close(call.question.beginning(40)), Action::CloseCall(call.id))
    });
    view.button(t.back(), Action::Desk)
}

/// Asks for the question.
pub fn ask_question(t: &Texts) -> View {
    View::text(Html::ours(t.call_ask_question())).button(t.cancel(), Action::Cancel)
}

/// A question that cannot be taken.
pub fn question_unfit(t: &Texts, unfit: Unfit) -> View {
    let why = match unfit {
        Unfit::Empty => t.call_question_empty(),
        Unfit::TooLong { limit, length } => t.call_question_too_long(length, limit),
    };
    View::text(Html::ours(why)).button(t.cancel(), Action::Cancel)
}

/// As people will see it.
pub fn preview(t: &Texts, question: &Question) -> View {
    View::text(Html::ours(t.call_preview(question.html())))
        .button(t.call_open(), Action::OpenCall)
        .button(t.cancel(), Action::Cancel)
}

/// What everyone gets.
pub fn card(t: &Texts, id: CallId, question: &Question) -> View {
    View::text(Html::ours(t.call_card(question.html())))
        .button(t.menu_propose(), Action::ProposeTo(id))
        .button(t.to_menu(), Action::Menu)
}

/// To the organizer: it is open.
pub fn opened(t: &Texts, question: &Question) -> View {
    View::text(Html::ours(t.call_opened(question.html())))
        .row([(t.back(), Action::Calls), (t.to_menu(), Action::Menu)])
}

/// Whether to close.
pub fn ask_to_close(t: &Texts, call: &Call) -> View {
    View::text(Html::ours(t.call_ask_close(call.question.html())))
        .row([(t.call_close_yes(), Action::CloseCallNow(call.id)), (t.back(), Action::Calls)])
}
