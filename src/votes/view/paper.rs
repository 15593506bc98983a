//! The organizers' screens for ballots from paper or phone.

use crate::l10n::Texts;
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::state::Name;
use crate::ui::view::{Paging, View};
use crate::votes::Vote;
use crate::votes::seal::Receipt;
use crate::votes::store::roll::Voter;

/// A page of the roll.
pub fn choose(t: &Texts, vote: &Vote, voters: &[Voter], at: Paging) -> View {
    let text = Html::ours(t.paper_choose(vote.title.html()));
    let view = voters.iter().fold(View::text(text), |view, voter| {
        let sign = if voter.telegram.is_nobody() { "📄" } else { "👤" };
        let name = voter.name.as_ref().map(|name| name.beginning(40)).unwrap_or_default();
        view.button(format!("{sign} {name}"), Action::PaperBallot(vote.id, voter.id))
    });
    view.pager(t, at, |page| Action::Paper(vote.id, page))
        .row([(t.back(), Action::Turnout(vote.id)), (t.to_menu(), Action::Menu)])
}

/// The ballot is in.
pub fn entered(t: &Texts, vote: &Vote, name: Option<&Name>, receipt: Option<&Receipt>) -> View {
    let name = name.map(Name::html).unwrap_or_default();
    let receipt = receipt.map(|receipt| receipt.0.as_str()).unwrap_or_default();
    View::text(Html::ours(t.paper_entered(name, receipt, vote.title.html())))
        .row([(t.paper_next(), Action::Paper(vote.id, 0)), (t.turnout_back(), Action::Turnout(vote.id))])
        .button(t.to_menu(), Action::Menu)
}
