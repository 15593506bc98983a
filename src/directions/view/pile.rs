//! The moderators' screens of sorting.

use super::{LABEL, tags_line};
use crate::directions::store::pile::Progress;
use crate::directions::{Direction, Tag, Under};
use crate::ids::{CallId, DirectionId, ProposalId};
use crate::l10n::Texts;
use crate::proposals::Proposal;
use crate::text::Html;
use crate::ui::action::{Action, At, Life, Move, Purpose, Sorting};
use crate::ui::state::{Name, Question};
use crate::ui::view::{Body, Paging, View};

/// How much of a question stands in a caption, which holds a proposal's words besides.
const QUESTION_ABOVE_PHOTO: usize = 100;
/// How much of a proposal stands on a screen about it, in UTF-16 units.
const BEGINNING: usize = 400;

/// A card with all that it shows.
#[derive(Debug)]
pub struct Card {
    pub proposal: Proposal,
    pub directions: Vec<Direction>,
    pub tags: Vec<Tag>,
    pub pile: Option<CallId>,
    pub progress: Progress,
    /// The page of directions.
    pub at: Paging,
    /// How to take back what was done with the last card.
    pub undo: Option<Move>,
}

/// Who has put something where it is.
#[derive(Debug)]
pub enum By {
    You,
    Somebody(Name),
    /// They have left, or it was noted nowhere.
    Unknown,
}

/// How far sorting has come.
pub fn home(
    t: &Texts,
    any_direction: bool,
    progress: Progress,
    calls: &[(CallId, Question, i64)],
    organizer: bool,
) -> View {
    let total = progress.sorted + progress.waiting;
    let state = match (any_direction, total) {
        (false, _) => t.sorting_no_directions(),
        (true, 0) => t.sorting_nothing(),
        (true, _) => t.sorting_progress(progress.sorted, total),
    };
    let mut view = View::text(Html::ours(t.sorting_home()).then(1, &Html::ours(state)));
    if any_direction && progress.waiting > 0 {
        let all = Action::Sorting(Sorting::Next(None, None));
        view = view.button(t.sorting_all(progress.waiting), all);
        // With one call it would be the same pile.
        for (id, question, waiting) in calls.iter().filter(|_| calls.len() > 1) {
            let label = t.sorting_call(question.beginning(22), *waiting);
            view = view.button(label, Action::Sorting(Sorting::Next(Some(*id), None)));
        }
    }
    let vote = (t.sorting_vote(), Action::Life(Life::PickFor(Purpose::Vote)));
    let merge = (t.sorting_merge(), Action::Life(Life::PickFor(Purpose::Merge)));
    view = view.row(organizer.then_some(vote).into_iter().chain([merge]));
    if organizer {
        view = view.row([
            (t.sorting_directions(), Action::Sorting(Sorting::Manage)),
            (t.sorting_tags(), Action::Sorting(Sorting::Tags)),
        ]);
    }
    view.row([(t.desk_back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// A card: one tap puts it under a direction.
pub fn card(t: &Texts, card: &Card) -> View {
    let (id, at) = (card.proposal.id, At::Pile(card.pile));
    let Progress { sorted, waiting } = card.progress;
    let mut head = Html::ours(t.sorting_card(sorted, sorted + waiting));
    if let Some(line) = tags_line(t, &card.tags) {
        head = head.then(0, &line);
    }
    let view = whole(t, head, &card.proposal);
    let view = buttons(view, id, &card.directions, card.at, None, at);
    let turn = |page| Action::Sorting(Sorting::Card { proposal: id, pile: card.pile, page });
    let view = view.pager(t, card.at, turn).row([
        (t.tags_button(), Action::Sorting(Sorting::TagsOf(id, at))),
        (t.sorting_skip(), Action::Sorting(Sorting::Next(card.pile, Some(id)))),
    ]);
    foot(t, undoing(t, view, card.undo))
}

fn undoing(t: &Texts, view: View, undo: Option<Move>) -> View {
    match undo {
        Some(undo) => view
            .button(t.sorting_undo(t.proposal_number(undo.proposal.0)), Action::Sorting(Sorting::Move(undo))),
        None => view,
    }
}

fn foot(t: &Texts, view: View) -> View {
    view.row([(t.sorting_back(), Action::Sorting(Sorting::Home)), (t.to_menu(), Action::Menu)])
}

/// A button for each direction of a page, other than the one that it is under.
fn buttons(
    view: View,
    proposal: ProposalId,
    all: &[Direction],
    page: Paging,
    from: Option<DirectionId>,
    at: At,
) -> View {
    let others: Vec<&Direction> = page.cut(all).filter(|direction| Some(direction.id) != from).collect();
    others.chunks(2).fold(view, |view, two| {
        view.row(two.iter().map(|direction| {
            let label = format!("{} {}", direction.shade.mark(), direction.name.beginning(LABEL));
            let to = Move { proposal, from, to: Some(direction.id), at };
            (label, Action::Sorting(Sorting::Move(to)))
        }))
    })
}

/// A proposal below a heading; as a photo's caption, if it was drawn.
fn whole(t: &Texts, head: Html, proposal: &Proposal) -> View {
    let question = match proposal.photo {
        Some(_) => Html::escape(&proposal.question.beginning(QUESTION_ABOVE_PHOTO)),
        None => proposal.question.html(),
    };
    let mut text =
        head.then(0, &question).then(0, &Html::ours(format!("<b>{}</b>", t.proposal_number(proposal.id.0))));
    if let Some(words) = &proposal.words {
        text = text.then(1, &words.html());
    }
    View::showing(match &proposal.photo {
        Some(photo) => Body::Photo { file: photo.clone(), caption: text },
        None => Body::Text(text),
    })
}

/// No card is left, or all that are left are on others' screens.
pub fn empty(t: &Texts, pile: Option<CallId>, progress: Progress, undo: Option<Move>) -> View {
    let view = match progress {
        Progress { waiting: 0, sorted: 0 } => View::text(Html::ours(t.sorting_nothing())),
        Progress { waiting: 0, sorted } => View::text(Html::ours(t.sorting_done(sorted))),
        _ => View::text(Html::ours(t.sorting_all_held()))
            .button(t.sorting_refresh(), Action::Sorting(Sorting::Next(pile, None))),
    };
    foot(t, undoing(t, view, undo))
}

/// Somebody else was faster: whether to change what they decided.
pub fn taken(t: &Texts, proposal: &Proposal, to: Move, target: Option<&Under>, by: &By) -> View {
    let by = match by {
        By::You => Html::ours(t.sorting_you()),
        By::Somebody(name) => name.html(),
        By::Unknown => Html::ours(t.sorting_some_organizer()),
    };
    let number = t.proposal_number(proposal.id.0);
    let text = match &proposal.under {
        Some(under) => t.sorting_taken(number, under.name.html(), by),
        None => t.sorting_taken_out(number, by),
    };
    let words =
        proposal.words.as_ref().map_or_else(|| t.proposal_drawing(), |words| words.beginning(BEGINNING));
    let change = Move { from: proposal.under.as_ref().map(|under| under.id), ..to };
    let yes = match target {
        Some(target) => t.sorting_move_yes(target.name.beginning(LABEL)),
        None => t.sorting_move_out_yes(),
    };
    let leave = match to.at {
        At::Pile(pile) => Action::Sorting(Sorting::Next(pile, Some(proposal.id))),
        At::Screen => Action::Proposal(proposal.id),
    };
    View::text(Html::ours(text).then(1, &Html::escape(&words)))
        .button(yes, Action::Sorting(Sorting::Move(change)))
        .row([(t.sorting_leave(), leave), (t.to_menu(), Action::Menu)])
}

/// A word over the screen.
pub fn moved(t: &Texts, id: ProposalId, to: Option<&Under>) -> String {
    let number = t.proposal_number(id.0);
    match to {
        Some(to) => t.sorting_moved(number, to.name.plain()),
        None => t.sorting_moved_out(number),
    }
}

/// A word over the screen.
pub fn held(t: &Texts, by: Option<&Name>) -> String {
    let name = by.map_or_else(|| t.sorting_some_organizer(), |name| name.plain().to_owned());
    t.sorting_held(name)
}

/// The directions, to put a proposal under one from its own screen.
pub fn choose(t: &Texts, proposal: &Proposal, all: &[Direction], at: Paging) -> View {
    let id = proposal.id;
    let from = proposal.under.as_ref().map(|under| under.id);
    let words =
        proposal.words.as_ref().map_or_else(|| t.proposal_drawing(), |words| words.beginning(BEGINNING));
    let text = match all.is_empty() {
        true => Html::ours(t.sorting_no_directions()),
        false => Html::ours(t.move_choose(t.proposal_number(id.0))).then(1, &Html::escape(&words)),
    };
    let view = buttons(View::text(text), id, all, at, from, At::Screen);
    let view = view.pager(t, at, |page| Action::Sorting(Sorting::ChooseDirection(id, page)));
    let view = match from {
        Some(_) => {
            let out = Move { proposal: id, from, to: None, at: At::Screen };
            view.button(t.move_out(), Action::Sorting(Sorting::Move(out)))
        }
        None => view,
    };
    view.row([(t.back(), Action::Proposal(id)), (t.to_menu(), Action::Menu)])
}
