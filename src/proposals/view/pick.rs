//! The screens on which proposals are chosen for something.

use crate::directions::Direction;
use crate::directions::view::LABEL;
use crate::l10n::Texts;
use crate::proposals::{Page, Proposal};
use crate::text::Html;
use crate::ui::action::{Action, Life, Purpose};
use crate::ui::state::{Choice, PickDraft};
use crate::ui::view::{View, chosen};

/// How much of a proposal stands in the list, in UTF-16 units.
const BEGINNING: usize = 140;
/// How much of it stands on a ballot, behind its number.
const OPTION: usize = 88;

/// A page of what can be chosen; each button says whether it is to be chosen.
pub fn list(t: &Texts, draft: &PickDraft, page: &Page, from: Option<&Direction>, directions: bool) -> View {
    let head = match draft.purpose {
        Purpose::Vote => t.pick_for_vote(),
        Purpose::Merge => t.pick_for_merge(),
    };
    let head = Html::ours(head).then(1, &Html::ours(t.pick_chosen(draft.chosen.len())));
    let text = match page.total {
        0 => head.then(1, &Html::ours(t.pick_none())),
        _ => page.proposals.iter().fold(head, |all, proposal| all.then(1, &line(t, proposal))),
    };
    let pick = |proposal: &Proposal| {
        let on = draft.chosen.contains(&proposal.id);
        let pick = Life::Pick { proposal: proposal.id, on: !on, page: page.at.page };
        (chosen(on, t.proposal_number(proposal.id.0)), Action::Life(pick))
    };
    let view = View::text(text).row(page.proposals.iter().map(pick));
    let view = view.pager(t, page.at, |page| Action::Life(Life::PickPage(page)));
    let label = match from {
        Some(direction) => format!("{} {}", direction.shade.mark(), direction.name.beginning(LABEL)),
        None => t.pick_from_all(),
    };
    let view = if directions { view.button(label, Action::Life(Life::ChoosePickFrom)) } else { view };
    let view = match draft.purpose {
        Purpose::Vote if page.total > 0 => view.button(t.pick_all(page.total), Action::Life(Life::PickAll)),
        _ => view,
    };
    view.row([(t.pick_done(), Action::Life(Life::Picked)), (t.cancel(), Action::Cancel)])
}

fn line(t: &Texts, proposal: &Proposal) -> Html {
    let mark = proposal.under.as_ref().map_or_else(String::new, |under| format!("{} ", under.shade.mark()));
    let words = proposal.words.as_ref().map_or_else(|| t.proposal_drawing(), |w| w.beginning(BEGINNING));
    Html::ours(format!("{mark}<b>{}</b>\n{}", t.proposal_number(proposal.id.0), Html::escape(&words)))
}

/// Which direction to choose from.
pub fn choose_from(t: &Texts, all: &[Direction]) -> View {
    let view =
        View::text(Html::ours(t.pick_from())).button(t.pick_from_all(), Action::Life(Life::PickFrom(None)));
    all.iter().fold(view, |view, direction| {
        let label = format!("{} {}", direction.shade.mark(), direction.name.beginning(LABEL));
        view.button(label, Action::Life(Life::PickFrom(Some(direction.id))))
    })
}

/// A proposal as an option of a vote: by its number people find all of it.
pub fn option(t: &Texts, proposal: &Proposal) -> Option<Choice> {
    let words = proposal.words.as_ref().map_or_else(|| t.proposal_drawing(), |w| w.beginning(OPTION));
    Choice::parse_line(&format!("{} {words}", t.proposal_number(proposal.id.0))).ok()
}
