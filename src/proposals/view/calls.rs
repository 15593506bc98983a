//! The screens of calls.

use crate::ids::CallId;
use crate::l10n::Texts;
use crate::proposals::{Call, MOST_EACH};
use crate::text::{Html, Unfit};
use crate::ui::action::Action;
use crate::ui::state::{CallDraft, Question};
use crate::ui::view::{View, chosen};

/// All calls, with buttons to close and to limit the open ones; and whether organizers look at proposals first.
pub fn list(t: &Texts, calls: &[Call], moderated: bool) -> View {
    let title = Html::ours(if calls.is_empty() { t.calls_none() } else { t.calls_title() });
    let text = calls.iter().fold(title, |all, call| {
        let line = if call.open {
            t.calls_line_open(call.question.html(), call.proposals)
        } else {
            t.calls_line_closed(call.question.html(), call.proposals)
        };
        all.then(1, &Html::ours(line))
    });
    let text =
        text.then(1, &Html::ours(if moderated { t.moderation_is_on() } else { t.moderation_is_off() }));
    let view = View::text(text).button(t.call_new(), Action::NewCall);
    let view = calls.iter().filter(|call| call.open).fold(view, |view, call| {
        view.button(t.call_close(call.question.beginning(40)), Action::CloseCall(call.id))
            .button(t.call_limit(call.question.beginning(20)), Action::ChooseMostOf(call.id))
    });
    let switch = if moderated { t.moderation_switch_off() } else { t.moderation_switch_on() };
    view.button(switch, Action::Moderate(!moderated)).button(t.back(), Action::Desk)
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

/// As people will see it, with what can be chosen.
pub fn preview(t: &Texts, draft: &CallDraft) -> View {
    let text =
        Html::ours(t.call_preview(draft.question.html())).then(1, &Html::ours(most_said(t, draft.most_each)));
    View::text(text)
        .button(t.call_open(), Action::OpenCall)
        .row(offered(t, draft.most_each, Action::MostEach))
        .button(t.cancel(), Action::Cancel)
}

fn most_said(t: &Texts, most: Option<u32>) -> String {
    most.map_or_else(|| t.call_most_any(), |most| t.call_most(most))
}

/// How many proposals each person may have.
fn offered(t: &Texts, now: Option<u32>, to: impl Fn(Option<u32>) -> Action) -> [(String, Action); 5] {
    MOST_EACH.map(|most| {
        let label = most.map_or_else(|| t.call_most_any_button(), |most| most.to_string());
        (chosen(now == most, label), to(most))
    })
}

/// The same for a call that is there.
pub fn choose_most(t: &Texts, call: &Call) -> View {
    let text = Html::ours(t.call_choose_most(call.question.html()))
        .then(1, &Html::ours(most_said(t, call.most_each)));
    View::text(text)
        .row(offered(t, call.most_each, |most| Action::MostOf(call.id, most)))
        .button(t.back(), Action::Calls)
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
