//! Sorting: proposals that are under no direction, card by card, by several organizers at once.
//!
//! A card belongs to whoever has it on the screen, for some minutes. Buttons say where the proposal was when they were
//! shown: where it is not there any more, somebody else was faster, and that is said instead.

use std::time::Duration;

use anyhow::Result;

use crate::acts::{self, Act};
use crate::cx::{Cx, Moderator};
use crate::directions::view::pile as view;
use crate::directions::{PAGE, Under, store};
use crate::ids::{CallId, DirectionId, ProposalId};
use crate::people;
use crate::proposals::life::Became;
use crate::proposals::{self, Proposal, ProposalState, Stage};
use crate::ui::action::{At, Move};
use crate::ui::view::{Paging, Reply, View};

/// For how long a card is nobody else's.
const HELD: Duration = Duration::from_secs(5 * 60);
/// How many calls are offered by themselves.
const CALLS: i64 = 6;

/// How far sorting has come, and the way to everything around it.
pub async fn home(cx: &mut Cx, _: Moderator) -> Result<View> {
    store::pile::put_back(&mut cx.tx, cx.me.id).await?;
    let any = !store::current(&mut cx.tx).await?.is_empty();
    let progress = store::pile::progress(&mut cx.tx, None).await?;
    let calls = store::pile::calls(&mut cx.tx, CALLS).await?;
    Ok(view::home(cx.t(), any, progress, &calls, cx.organizer().is_some()))
}

/// The next card: without another one said, the one that this organizer has already.
pub async fn next(
    cx: &mut Cx,
    _: Moderator,
    pile: Option<CallId>,
    after: Option<ProposalId>,
) -> Result<Reply> {
    if after.is_none()
        && let Some(own) = store::pile::of(&mut cx.tx, cx.me.id, pile).await?
        && take(cx, own).await?
    {
        return Ok(Reply::edit(card(cx, own, pile, 0, None).await?));
    }
    Ok(Reply::edit(deal(cx, pile, after, None).await?))
}

/// Takes a card for this organizer; `false`: it is somebody else's now.
async fn take(cx: &mut Cx, id: ProposalId) -> Result<bool> {
    let until = cx.now.after(HELD);
    store::pile::take(&mut cx.tx, cx.me.id, id, until, cx.now).await
}

/// The first card after this one that nobody else has.
async fn deal(
    cx: &mut Cx,
    pile: Option<CallId>,
    after: Option<ProposalId>,
    undo: Option<Move>,
) -> Result<View> {
    if let Some(id) = store::pile::next(&mut cx.tx, pile, after, cx.me.id, cx.now).await?
        && take(cx, id).await?
    {
        return card(cx, id, pile, 0, undo).await;
    }
    store::pile::put_back(&mut cx.tx, cx.me.id).await?;
    let progress = store::pile::progress(&mut cx.tx, pile).await?;
    Ok(view::empty(cx.t(), pile, progress, undo))
}

/// A card that is this organizer's now.
async fn card(
    cx: &mut Cx,
    id: ProposalId,
    pile: Option<CallId>,
    page: u32,
    undo: Option<Move>,
) -> Result<View> {
    let progress = store::pile::progress(&mut cx.tx, pile).await?;
    let directions = store::current(&mut cx.tx).await?;
    let tags = store::tags::of(&mut cx.tx, id).await?;
    let at = Paging::new(page, PAGE, directions.len());
    Ok(match proposals::store::get(&mut cx.tx, id).await? {
        Some(proposal) => {
            view::card(cx.t(), &view::Card { proposal, directions, tags, pile, progress, at, undo })
        }
        None => view::empty(cx.t(), pile, progress, undo),
    })
}

/// The same card with other directions below it, or again after something else.
pub async fn turn(
    cx: &mut Cx,
    _: Moderator,
    id: ProposalId,
    pile: Option<CallId>,
    page: u32,
) -> Result<Reply> {
    let found = proposals::store::get(&mut cx.tx, id).await?;
    if !found.as_ref().is_some_and(waits) {
        return Ok(Reply::edit(deal(cx, pile, Some(id), None).await?).toasting(cx.t().sorting_taken_toast()));
    }
    if take(cx, id).await? {
        return Ok(Reply::edit(card(cx, id, pile, page, None).await?));
    }
    let held = store::pile::holder(&mut cx.tx, id, cx.me.id, cx.now).await?.flatten();
    let toast = view::held(cx.t(), held.as_ref());
    Ok(Reply::edit(deal(cx, pile, Some(id), None).await?).toasting(toast))
}

/// It is on the pile.
fn waits(proposal: &Proposal) -> bool {
    proposal.state == ProposalState::PUBLISHED && proposal.under.is_none()
}

/// Puts a proposal under another direction, or under none.
pub async fn put(cx: &mut Cx, _: Moderator, to: Move) -> Result<Reply> {
    let found = proposals::store::get(&mut cx.tx, to.proposal).await?.filter(|p| p.state.is_public());
    let Some(proposal) = found else {
        return Ok(go_on(cx, to, None).await?.toasting(cx.t().proposal_not_there()));
    };
    if proposal.state == ProposalState::Published(Stage::Merged) {
        return Ok(go_on(cx, to, None).await?.toasting(cx.t().proposal_not_to_move()));
    }
    let target = match to.to {
        Some(id) => store::get(&mut cx.tx, id).await?,
        None => None,
    };
    if to.to.is_some() && target.as_ref().is_none_or(|direction| direction.retired) {
        return Ok(stay(cx, to).await?.toasting(cx.t().direction_gone()));
    }
    let target = target.map(|one| Under { id: one.id, name: one.name, shade: one.shade });
    let toast = view::moved(cx.t(), to.proposal, target.as_ref());
    match proposal.under.as_ref().map(|under| under.id) {
        now if now == to.to => {
            // The second of two quick taps: the next card is there already.
            let pressed = cx.press.as_ref().and_then(|press| press.message);
            if pressed.is_some() && pressed == cx.dialogue.painted {
                return Ok(Reply::toast(toast));
            }
            Ok(go_on(cx, to, None)
                .await?
                .toasting(cx.t().sorting_already(cx.t().proposal_number(to.proposal.0))))
        }
        now if now == to.from => {
            let (tx, me) = (&mut cx.tx, cx.me.id);
            proposals::flow::life::put_under(tx, to.proposal, to.to, me, cx.now).await?;
            acts::note(cx, Act::Sorted(to.proposal)).await?;
            let undo = Move { from: to.to, to: to.from, ..to };
            Ok(go_on(cx, to, Some(undo)).await?.toasting(toast))
        }
        now => {
            let by = decided_by(cx, to.proposal, now).await?;
            let shown = view::taken(cx.t(), &proposal, to, target.as_ref(), &by);
            Ok(Reply::edit(shown).toasting(cx.t().sorting_taken_toast()))
        }
    }
}

/// Who has put a proposal where it is.
async fn decided_by(cx: &mut Cx, id: ProposalId, now: Option<DirectionId>) -> Result<view::By> {
    let steps = proposals::store::steps::of(&mut cx.tx, id).await?;
    let last = steps.iter().rev().find(|step| step.became == Became::Direction && step.direction == now);
    Ok(match last.and_then(|step| step.by) {
        Some(by) if by == cx.me.id => view::By::You,
        Some(by) => match people::store::get(&mut cx.tx, by).await?.and_then(|(person, _)| person.name) {
            Some(name) => view::By::Somebody(name),
            None => view::By::Unknown,
        },
        None => view::By::Unknown,
    })
}

/// What follows: the next card, with a way to undo the last; or the proposal's own screen.
async fn go_on(cx: &mut Cx, to: Move, undo: Option<Move>) -> Result<Reply> {
    match to.at {
        At::Screen => proposals::flow::show(cx, to.proposal).await,
        // What was taken out again lies on the table again.
        At::Pile(pile) if to.to.is_none() && undo.is_some() && take(cx, to.proposal).await? => {
            Ok(Reply::edit(card(cx, to.proposal, pile, 0, None).await?))
        }
        At::Pile(pile) => Ok(Reply::edit(deal(cx, pile, Some(to.proposal), undo).await?)),
    }
}

/// The same screen anew.
async fn stay(cx: &mut Cx, to: Move) -> Result<Reply> {
    match to.at {
        At::Pile(pile) if take(cx, to.proposal).await? => {
            Ok(Reply::edit(card(cx, to.proposal, pile, 0, None).await?))
        }
        _ => go_on(cx, to, None).await,
    }
}

/// The directions, to put a proposal under one from its own screen.
pub async fn choose(cx: &mut Cx, _: Moderator, id: ProposalId, page: u32) -> Result<Reply> {
    let found = proposals::store::get(&mut cx.tx, id).await?.filter(|p| p.state.is_public());
    let Some(proposal) = found else { return Ok(Reply::toast(cx.t().proposal_not_there())) };
    let directions = store::current(&mut cx.tx).await?;
    let at = Paging::new(page, PAGE, directions.len());
    Ok(Reply::edit(view::choose(cx.t(), &proposal, &directions, at)))
}
