//! Proposals are chosen from a list, to be put to a vote or merged; the choice lives in the dialogue.

use anyhow::Result;

use crate::cx::{Cx, Moderator};
use crate::directions::store as directions;
use crate::ids::{DirectionId, ProposalId};
use crate::proposals::view::pick as view;
use crate::proposals::{ProposalState, store};
use crate::ui::action::Purpose;
use crate::ui::state::{Asking, PickDraft, SortingTask, State, VoteDraft};
use crate::ui::view::{Reply, View};
use crate::votes::MOST_OPTIONS;

/// Begins, or goes on with what was being chosen for the same.
pub async fn start(cx: &mut Cx, _: Moderator, purpose: Purpose) -> Result<Reply> {
    let same = |state: &State| matches!(state, State::Sorting(SortingTask::Pick(d)) if d.purpose == purpose);
    if !cx.dialogue.resume(same) {
        let draft = PickDraft { purpose, from: None, chosen: Vec::new() };
        cx.dialogue.begin(State::Sorting(SortingTask::Pick(draft)));
    }
    Ok(Reply::edit(list(cx, 0).await?))
}

fn draft(cx: &mut Cx) -> Option<&mut PickDraft> {
    match &mut cx.dialogue.now {
        State::Sorting(SortingTask::Pick(draft)) => Some(draft),
        _ => None,
    }
}

fn gone(cx: &Cx) -> Reply {
    Reply::toast(cx.t().draft_gone()).stripping()
}

/// A page of what can be chosen.
pub async fn page(cx: &mut Cx, _: Moderator, page: u32) -> Result<Reply> {
    if draft(cx).is_none() {
        return Ok(gone(cx));
    }
    Ok(Reply::edit(list(cx, page).await?))
}

/// What is being chosen, shown again.
pub async fn list(cx: &mut Cx, page: u32) -> Result<View> {
    let Some(draft) = draft(cx).cloned() else { return super::browse(cx, 0).await };
    let page = store::open_page(&mut cx.tx, draft.from, page).await?;
    let any = !directions::current(&mut cx.tx).await?.is_empty();
    let from = match draft.from {
        Some(id) => directions::get(&mut cx.tx, id).await?,
        None => None,
    };
    Ok(view::list(cx.t(), &draft, &page, from.as_ref(), any))
}

/// Which direction to choose from.
pub async fn choose_from(cx: &mut Cx, _: Moderator) -> Result<Reply> {
    if draft(cx).is_none() {
        return Ok(gone(cx));
    }
    let all = directions::all(&mut cx.tx).await?;
    Ok(Reply::edit(view::choose_from(cx.t(), &all)))
}

/// The list shows that one.
pub async fn show_from(cx: &mut Cx, _: Moderator, from: Option<DirectionId>) -> Result<Reply> {
    let Some(draft) = draft(cx) else { return Ok(gone(cx)) };
    draft.from = from;
    Ok(Reply::edit(list(cx, 0).await?))
}

/// How many can be chosen.
fn most(purpose: Purpose) -> usize {
    match purpose {
        Purpose::Vote => MOST_OPTIONS,
        Purpose::Merge => MOST_MERGED,
    }
}

/// As many texts as one new text can speak for, and be read beside.
const MOST_MERGED: usize = 8;

/// One is to be among the chosen, or not.
pub async fn choose(cx: &mut Cx, _: Moderator, id: ProposalId, on: bool, page: u32) -> Result<Reply> {
    let found = store::get(&mut cx.tx, id).await?;
    let open = found.is_some_and(|proposal| proposal.state == ProposalState::PUBLISHED);
    let Some(draft) = draft(cx) else { return Ok(gone(cx)) };
    draft.chosen.retain(|other| *other != id);
    let most = most(draft.purpose);
    if on && !open {
        return Ok(Reply::edit(list(cx, page).await?).toasting(cx.t().pick_not_open()));
    }
    if on && draft.chosen.len() >= most {
        return Ok(Reply::alert(cx.t().pick_too_many(most)));
    }
    if on {
        draft.chosen.push(id);
    }
    let count = draft.chosen.len();
    Ok(Reply::edit(list(cx, page).await?).toasting(cx.t().pick_chosen_toast(count)))
}

/// All that the list holds.
pub async fn choose_all(cx: &mut Cx, _: Moderator) -> Result<Reply> {
    let Some(before) = draft(cx).cloned() else { return Ok(gone(cx)) };
    let most = most(before.purpose);
    let limit = u32::try_from(most + 1).unwrap_or(u32::MAX);
    let all = store::open_ids(&mut cx.tx, before.from, limit, 0).await?;
    let mut chosen = before.chosen.clone();
    chosen.extend(all.into_iter().filter(|id| !before.chosen.contains(id)));
    if chosen.len() > most {
        return Ok(Reply::alert(cx.t().pick_too_many(most)));
    }
    let count = chosen.len();
    if let Some(draft) = draft(cx) {
        draft.chosen = chosen;
    }
    Ok(Reply::edit(list(cx, 0).await?).toasting(cx.t().pick_chosen_toast(count)))
}

/// Those that are wanted are chosen.
pub async fn done(cx: &mut Cx, moderator: Moderator) -> Result<Reply> {
    let Some(draft) = draft(cx).cloned() else { return Ok(gone(cx)) };
    if draft.chosen.len() < 2 {
        return Ok(Reply::alert(cx.t().pick_too_few()));
    }
    match draft.purpose {
        Purpose::Vote => make_vote(cx, &draft).await,
        Purpose::Merge => crate::merging::flow::begin(cx, moderator, &draft.chosen).await,
    }
}

/// Goes on to make a vote among them.
async fn make_vote(cx: &mut Cx, draft: &PickDraft) -> Result<Reply> {
    let Some(organizer) = cx.organizer() else { return Ok(Reply::alert(cx.t().organizers_only())) };
    let (mut options, mut proposals) = (Vec::new(), Vec::new());
    for id in &draft.chosen {
        let found = store::get(&mut cx.tx, *id).await?;
        let Some(proposal) = found.filter(|p| p.state == ProposalState::PUBLISHED) else { continue };
        options.extend(view::option(cx.t(), &proposal));
        proposals.push(Some(*id));
    }
    if proposals.len() < 2 || options.len() != proposals.len() {
        return Ok(Reply::edit(list(cx, 0).await?).toasting(cx.t().pick_not_open()));
    }
    cx.dialogue.finish();
    cx.dialogue.begin(State::MakingVote(VoteDraft {
        options,
        proposals,
        asking: Some(Asking::Title),
        ..VoteDraft::default()
    }));
    Ok(Reply::send(crate::votes::flow::making::ask(cx, organizer).await?).stripping())
}
