//! The screens of mergers and splits.

use super::{Answer, Merger};
use crate::ids::ProposalId;
use crate::l10n::Texts;
use crate::proposals::Proposal;
use crate::text::{Html, shorten};
use crate::ui::action::{Action, Life, Stance};
use crate::ui::state::Written;
use crate::ui::view::{Body, View};

/// How much of each of several texts stands on a screen, in UTF-16 units.
const EACH: usize = 450;

fn numbers(t: &Texts, of: &[ProposalId]) -> String {
    of.iter().map(|id| t.proposal_number(id.0)).collect::<Vec<_>>().join(", ")
}

fn words(t: &Texts, written: &Written) -> Html {
    match &written.words {
        Some(words) => Html::escape(&shorten(words.plain(), EACH)),
        None => Html::ours(t.proposal_drawing()),
    }
}

/// A text below a heading; below its photo, if it has one.
fn framed(head: Html, written: &Written) -> View {
    let text = match &written.words {
        Some(words) => head.then(1, &words.html()),
        None => head,
    };
    View::showing(match &written.photo {
        Some(photo) => Body::Photo { file: photo.clone(), caption: text },
        None => Body::Text(text),
    })
}

/// Asks for the new text; that of each of them can be taken.
pub fn ask_words(t: &Texts, of: &[Proposal]) -> View {
    let text = of.iter().fold(Html::ours(t.merge_ask_words()), |all, proposal| {
        let written = Written { words: proposal.words.clone(), photo: None };
        let number = Html::ours(format!("<b>{}</b>", t.proposal_number(proposal.id.0)));
        all.then(1, &number).then(0, &words(t, &written))
    });
    let view = of.iter().fold(View::text(text), |view, proposal| {
        let label = t.merge_take_words(t.proposal_number(proposal.id.0));
        view.button(label, Action::Life(Life::MergeWords(proposal.id)))
    });
    view.button(t.cancel(), Action::Cancel)
}

/// As it will look.
pub fn preview(t: &Texts, of: &[ProposalId], written: &Written) -> View {
    framed(Html::ours(t.merge_preview(numbers(t, of))), written)
        .button(t.merge_now(), Action::Life(Life::MergeNow))
        .button(t.cancel(), Action::Cancel)
}

/// It is published, and everyone is asked.
pub fn merged(t: &Texts, new: ProposalId, of: &[ProposalId]) -> View {
    View::text(Html::ours(t.merge_done(t.proposal_number(new.0), numbers(t, of))))
        .row([(t.proposal_number(new.0), Action::Proposal(new)), (t.to_menu(), Action::Menu)])
}

/// Nothing is being written.
pub fn gone(t: &Texts) -> View {
    View::text(Html::ours(t.draft_gone())).button(t.to_menu(), Action::Menu)
}

/// To an author: whether their proposal may go into the new ones.
pub fn ask_author(t: &Texts, merger: &Merger, of: ProposalId) -> View {
    let number = t.proposal_number(of.0);
    let others: Vec<ProposalId> =
        merger.originals.iter().map(|original| original.proposal).filter(|id| *id != of).collect();
    let head = match merger.split {
        true => t.split_ask_author(number),
        false => t.merge_ask_author(number, numbers(t, &others)),
    };
    let view = match (merger.split, merger.parts.first()) {
        (false, Some(part)) => framed(Html::ours(head), &part.written),
        _ => View::text(listed(t, Html::ours(head), merger.parts.iter().map(|part| &part.written))),
    };
    let answer = |yes| Action::Life(Life::Answer { merger: merger.id, proposal: of, yes });
    view.button(t.merge_agree(), answer(true))
        .button(t.merge_refuse(), answer(false))
        .row([(number_button(t, of), Action::Proposal(of)), (t.to_menu(), Action::Menu)])
}

fn number_button(t: &Texts, id: ProposalId) -> String {
    t.proposal_number(id.0)
}

fn listed<'a>(t: &Texts, head: Html, parts: impl Iterator<Item = &'a Written>) -> Html {
    (1..)
        .zip(parts)
        .fold(head, |all, (at, part)| all.then(1, &Html::ours(format!("<b>{at}.</b> {}", words(t, part)))))
}

/// To an author who has answered; they can think better of it.
pub fn answered(t: &Texts, merger: &Merger, of: ProposalId, yes: bool) -> View {
    let number = t.proposal_number(of.0);
    let new: Vec<ProposalId> = merger.parts.iter().filter_map(|part| part.proposal).collect();
    let text = match (yes, merger.split) {
        (true, false) => t.merge_agreed(number, numbers(t, &new)),
        (true, true) => t.split_agreed(number, numbers(t, &new)),
        (false, _) => t.merge_refused(number),
    };
    let other = if yes { t.merge_apart() } else { t.merge_agree() };
    let answer = Life::Answer { merger: merger.id, proposal: of, yes: !yes };
    View::text(Html::ours(text))
        .button(other, Action::Life(answer))
        .row([(t.menu_mine(), Action::MyProposals(0)), (t.to_menu(), Action::Menu)])
}

/// To somebody who agreed with one of the originals: what they say to the new text.
pub fn ask_supporter(t: &Texts, of: &[ProposalId], new: ProposalId, written: &Written) -> View {
    let head = t.merge_ask_supporter(numbers(t, of), t.proposal_number(new.0));
    let stance = |stance| Action::TakeStance { proposal: new, stance };
    framed(Html::ours(head), written)
        .row([(t.stance_agree(), stance(Stance::Agree)), (t.stance_disagree(), stance(Stance::Disagree))])
        .button(t.stance_pass(), stance(Stance::Pass))
        .button(t.to_menu(), Action::Menu)
}

/// The parts so far.
pub fn parts(t: &Texts, of: ProposalId, parts: &[Written]) -> View {
    let number = t.proposal_number(of.0);
    if parts.is_empty() {
        return View::text(Html::ours(t.split_ask_first(number))).button(t.cancel(), Action::Cancel);
    }
    let view = View::text(listed(t, Html::ours(t.split_parts(number)), parts.iter()));
    let view = match parts.len() {
        1 => view,
        _ => view.button(t.split_now(), Action::Life(Life::SplitNow)),
    };
    view.row([(t.split_drop(), Action::Life(Life::SplitDrop)), (t.cancel(), Action::Cancel)])
}

/// There are as many parts as there may be.
pub fn no_more_parts(t: &Texts) -> View {
    View::text(Html::ours(t.split_no_more(super::MOST_PARTS)))
}

/// The author is asked.
pub fn split(t: &Texts, of: ProposalId) -> View {
    View::text(Html::ours(t.split_asked(t.proposal_number(of.0))))
        .row([(t.proposal_number(of.0), Action::Proposal(of)), (t.to_menu(), Action::Menu)])
}

/// What a proposal came of, or went into, below its words, with buttons that lead there.
#[derive(Debug, Default)]
pub struct Links {
    /// Of what it came.
    pub of: Option<Merger>,
    /// Into what it goes or is to go.
    pub into: Option<Merger>,
}

/// What is said of it.
pub fn linked(t: &Texts, links: &Links, id: ProposalId) -> Option<Html> {
    let of = links.of.as_ref().map(|merger| {
        let of: Vec<ProposalId> = merger.originals.iter().map(|original| original.proposal).collect();
        if merger.split { t.linked_part_of(numbers(t, &of)) } else { t.linked_made_of(numbers(t, &of)) }
    });
    let waits = links.into.as_ref().and_then(|merger| merger.original(id));
    let waits = waits.filter(|original| original.answer == Answer::Waits).map(|_| t.linked_waits());
    let lines: Vec<String> = of.into_iter().chain(waits).collect();
    (!lines.is_empty()).then(|| Html::ours(lines.join("\n")))
}

/// The buttons that go with it.
pub fn link_buttons(t: &Texts, view: View, links: &Links, proposal: &Proposal, may: May) -> View {
    let of = links.of.iter().flat_map(|merger| &merger.originals).map(|original| original.proposal);
    let gone_into = links.into.as_ref().filter(|merger| {
        merger.original(proposal.id).is_some_and(|original| original.answer == Answer::Agreed)
    });
    let into = gone_into.into_iter().flat_map(|merger| &merger.parts).filter_map(|part| part.proposal);
    let mut view = view.row(of.chain(into).take(8).map(|id| (t.proposal_number(id.0), Action::Proposal(id))));
    let decides = may.own || (may.moderator && proposal.author.is_none());
    if gone_into.is_some() && decides {
        view = view.button(t.merge_apart(), Action::Life(Life::Apart(proposal.id)));
    }
    let asked = links.into.as_ref().and_then(|merger| Some((merger.id, merger.original(proposal.id)?)));
    if let Some((merger, original)) = asked.filter(|(_, original)| original.answer == Answer::Waits) {
        if may.own {
            let answer = |yes| Action::Life(Life::Answer { merger, proposal: proposal.id, yes });
            view = view.button(t.merge_agree(), answer(true)).button(t.merge_refuse(), answer(false));
        } else if may.moderator && original.author.is_none() {
            let join = Life::Join { merger, proposal: proposal.id };
            view = view.button(t.merge_join(), Action::Life(join));
        }
    }
    view
}

/// What the reader may do with a proposal.
#[derive(Debug, Clone, Copy)]
pub struct May {
    pub own: bool,
    pub moderator: bool,
}
