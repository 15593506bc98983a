//! The screens that show what is close to a proposal.

use crate::ids::{PersonId, ProposalId};
use crate::l10n::Texts;
use crate::proposals::Proposal;
use crate::text::{Html, shorten};
use crate::ui::action::Action;
use crate::ui::state::Idea;
use crate::ui::view::View;

/// How much of each of them is shown: all together fit into a message.
const MOST: usize = 700;

/// These are close to the words about to be sent. One's own can be changed instead, others' be supported.
pub fn shown(t: &Texts, words: &Idea, close: &[Proposal], me: PersonId) -> View {
    let is_own = |other: &Proposal| other.author == Some(me);
    let head = Html::ours(t.close_head(close.len()))
        .then(1, &Html::ours(t.close_yours(Html::escape(&shorten(words.plain(), MOST)))));
    let text = close.iter().fold(head, |all, other| {
        let number = t.proposal_number(other.id.0);
        let number = if is_own(other) { t.close_own(number) } else { number };
        let words = other.words.as_ref().map(|words| Html::escape(&shorten(words.plain(), MOST)));
        let words = words.unwrap_or_default();
        all.then(1, &Html::ours(format!("<b>{number}</b>"))).then(0, &words)
    });
    let view = close.iter().fold(View::text(text), |view, other| match is_own(other) {
        true => view.button(t.close_edit_own(other.id.0), Action::EditProposal(other.id)),
        false => view.button(t.close_support(other.id.0), Action::Support(other.id)),
    });
    view.button(t.close_send_mine(), Action::SendProposal)
        .row([(t.close_change_mine(), Action::RewordProposal), (t.cancel(), Action::Cancel)])
}

/// The other one is supported. One's own words are given up, but not lost.
pub fn supported(t: &Texts, id: ProposalId) -> View {
    View::text(Html::ours(t.close_supported(id.0)))
        .button(t.close_send_mine_too(), Action::SendProposal)
        .row([(t.menu_proposals(), Action::Proposals(0)), (t.to_menu(), Action::Menu)])
}
