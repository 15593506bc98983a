//! Turnout as organizers see it, and what follows from it: reminders, and the offer to close early.

use std::collections::HashMap;

use super::bar;
use crate::clock::Moment;
use crate::ids::AffiliationId;
use crate::l10n::{Lang, Texts};
use crate::text::Html;
use crate::ui::action::{Action, Dimension};
use crate::ui::state::Label;
use crate::ui::view::View;
use crate::votes::Vote;
use crate::votes::breakdown::{Breakdown, Cell, Group};
use crate::when;

/// How many have voted, in all and by group.
pub fn turnout(
    t: &Texts,
    vote: &Vote,
    voted: usize,
    roll: usize,
    groups: &[Breakdown],
    labels: &HashMap<AffiliationId, Label>,
) -> View {
    let voted = u64::try_from(voted).unwrap_or(u64::MAX);
    let roll = u64::try_from(roll).unwrap_or(u64::MAX);
    let mut text = Html::ours(t.turnout_title(vote.title.html()))
        .then(1, &Html::ours(format!("{} {}", bar(voted, roll), t.turnout_count(voted, roll))));
    for breakdown in groups {
        let lines = breakdown.cells.iter().map(|cell| {
            let count = t.turnout_of_group(cell.counts[0], cell.people);
            format!("{}: {count}", Html::escape(&group(t, cell, labels)))
        });
        let lines = lines.collect::<Vec<_>>().join("\n");
        text = text.then(1, &Html::ours(format!("<b>{}</b>\n{lines}", dimension(t, breakdown.dimension))));
    }
    if groups.is_empty() {
        text = text.then(1, &Html::ours(t.turnout_groups_small()));
    }
    let missing = roll.saturating_sub(voted);
    let view = View::text(text);
    let view =
        if missing > 0 { view.button(t.turnout_remind(missing), Action::Remind(vote.id)) } else { view };
    view.button(t.turnout_paper(), Action::Paper(vote.id, 0))
        .button(t.vote_close(), Action::CloseVote(vote.id))
        .row([(t.turnout_refresh(), Action::Turnout(vote.id)), (t.back(), Action::Vote(vote.id))])
        .button(t.to_menu(), Action::Menu)
}

/// What a group is called.
pub fn group(t: &Texts, cell: &Cell, labels: &HashMap<AffiliationId, Label>) -> String {
    match cell.group {
        Group::Of(id) => labels.get(&id).map(|label| label.plain().to_owned()).unwrap_or_default(),
        Group::NotSaid => t.group_not_said(),
        Group::Others => t.group_others(),
    }
}

/// What groups of a kind are called together.
pub fn dimension(t: &Texts, dimension: Dimension) -> String {
    match dimension {
        Dimension::Sector => t.by_sector(),
        Dimension::Region => t.by_region(),
    }
}

/// To somebody who has not voted.
pub fn reminder(t: &Texts, lang: Lang, vote: &Vote, now: Moment) -> View {
    let mut text = Html::ours(t.vote_reminder(vote.title.html()));
    if let Some(at) = vote.closes_at {
        text = text.then(0, &Html::ours(t.closing_at(when::say(lang, at, now))));
    }
    View::text(text).row([(t.vote_begin(), Action::Ballot(vote.id)), (t.to_menu(), Action::Menu)])
}

/// To organizers: everyone has voted.
pub fn all_voted(t: &Texts, vote: &Vote, roll: i64) -> View {
    View::text(Html::ours(t.turnout_all_voted(vote.title.html(), roll)))
        .row([(t.vote_close(), Action::CloseVote(vote.id)), (t.to_menu(), Action::Menu)])
}
