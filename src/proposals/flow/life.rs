//! What becomes of proposals: each step is noted, and people hear of it a while later, together with others.

use std::time::Duration;

use anyhow::Result;
use sqlx::SqliteConnection;

use crate::acts::{self, Act};
use crate::clock::Moment;
use crate::cx::{Cx, Moderator};
use crate::due::{self, Due};
use crate::ids::{DirectionId, PersonId, ProposalId, VoteId};
use crate::proposals::life::{Became, NewStep, StepReason, decided, onward};
use crate::proposals::store::{self, steps};
use crate::proposals::view::life as view;
use crate::proposals::{ProposalState, Stage};
use crate::text::Unfit;
use crate::ui::action::Decision;
use crate::ui::state::{SortingTask, State};
use crate::ui::view::{Reply, View};

/// How long after a step people hear of it, unless more follow.
const GATHERED: Duration = Duration::from_secs(15 * 60);
/// However many follow, they hear of it by then.
const AT_MOST: Duration = Duration::from_secs(3 * 3600);

/// Notes a step of a proposal.
pub async fn note(conn: &mut SqliteConnection, id: ProposalId, step: &NewStep, now: Moment) -> Result<()> {
    steps::insert(conn, id, step, now).await?;
    if step.told {
        return Ok(());
    }
    // Some minutes after the last step, so that a whole sitting comes as one message, but not for ever.
    let first = steps::first_untold(conn).await?.unwrap_or(now);
    due::set(conn, Due::Steps, now.after(GATHERED).min(first.after(AT_MOST))).await
}

/// An organizer puts a proposal under a direction, or under none. What the same organizer has just done with it, and
/// nobody has heard of yet, is as if it had not been.
pub async fn put_under(
    conn: &mut SqliteConnection,
    id: ProposalId,
    to: Option<DirectionId>,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    steps::put_under(conn, id, to).await?;
    let mut thread = store::steps::of(conn, id).await?;
    let undone = |step: &mut crate::proposals::life::Step| {
        step.became == Became::Direction && !step.told && step.by == Some(by)
    };
    if let Some(last) = thread.pop_if(undone) {
        steps::delete(conn, last.id).await?;
    }
    let before = thread.iter().rev().find(|step| step.became == Became::Direction);
    if before.and_then(|step| step.direction) == to {
        return Ok(());
    }
    let step = NewStep { direction: to, by: Some(by), ..NewStep::of(Became::Direction) };
    note(conn, id, &step, now).await
}

/// A published proposal that is still where the screen showed it; otherwise, what is said.
async fn stands(cx: &mut Cx, decision: Decision) -> Result<Result<(), Reply>> {
    let found = store::get(&mut cx.tx, decision.proposal).await?;
    let Some(ProposalState::Published(stage)) = found.map(|proposal| proposal.state) else {
        return Ok(Err(Reply::toast(cx.t().proposal_not_there())));
    };
    let toast = match stage {
        stage if stage == decision.to => cx.t().stage_is_so(),
        stage if stage != decision.from => cx.t().sorting_taken_toast(),
        _ if !onward(stage).contains(&decision.to) => cx.t().button_stale(),
        _ => return Ok(Ok(())),
    };
    Ok(Err(super::show(cx, decision.proposal).await?.toasting(toast)))
}

/// Asks why it is to come to another stage.
pub async fn ask_why(cx: &mut Cx, _: Moderator, decision: Decision) -> Result<Reply> {
    if let Err(refusal) = stands(cx, decision).await? {
        return Ok(refusal);
    }
    let same = State::Sorting(SortingTask::Decide(decision));
    if cx.dialogue.now != same {
        cx.dialogue.begin(same);
    }
    Ok(Reply::send(view::ask_why(cx.t(), decision)))
}

/// It needs no reason.
pub async fn decide_now(cx: &mut Cx, _: Moderator, decision: Decision) -> Result<Reply> {
    if cx.dialogue.now == State::Sorting(SortingTask::Decide(decision)) {
        cx.dialogue.finish();
    }
    if let Err(refusal) = stands(cx, decision).await? {
        return Ok(refusal);
    }
    decide(cx, decision, None).await?;
    Ok(super::show(cx, decision.proposal).await?.toasting(view::decided(cx.t(), decision)))
}

/// The reason was written.
pub async fn said(cx: &mut Cx, _: Moderator, decision: Decision, typed: &str) -> Result<Reply> {
    let reason = match StepReason::parse(typed) {
        Ok(reason) => reason,
        Err(Unfit::Empty) => return Ok(Reply::send(view::ask_why(cx.t(), decision))),
        Err(Unfit::TooLong { limit, length }) => {
            return Ok(Reply::send(view::why_too_long(cx.t(), decision, limit, length)));
        }
    };
    cx.dialogue.finish();
    if stands(cx, decision).await?.is_err() {
        let too_late = view::too_late(cx.t());
        return Ok(Reply::send(too_late).and_send(super::open(cx, decision.proposal).await?));
    }
    decide(cx, decision, Some(reason)).await?;
    let said = view::decided_line(cx.t(), decision);
    Ok(Reply::send(super::open(cx, decision.proposal).await?.headed(&said)))
}

async fn decide(cx: &mut Cx, decision: Decision, reason: Option<StepReason>) -> Result<()> {
    let Decision { proposal, from, to } = decision;
    let Some(became) = decided(to) else { return Ok(()) };
    if steps::advance(&mut cx.tx, proposal, from, to).await? {
        let step = NewStep { reason, by: Some(cx.me.id), ..NewStep::of(became) };
        note(&mut cx.tx, proposal, &step, cx.now).await?;
        acts::note(cx, Act::Decided(proposal, to)).await?;
    }
    Ok(())
}

/// The question of that dialogue, asked again.
pub fn ask(cx: &Cx, decision: Decision) -> View {
    view::ask_why(cx.t(), decision)
}

/// A proposal is an option of a vote now. `false`: it cannot be.
pub async fn put_to_vote(
    conn: &mut SqliteConnection,
    id: ProposalId,
    vote: VoteId,
    by: PersonId,
    now: Moment,
) -> Result<bool> {
    if !steps::advance(conn, id, Stage::Open, Stage::Voted).await? {
        return Ok(false);
    }
    let step = NewStep { vote: Some(vote), by: Some(by), ..NewStep::of(Became::Voted) };
    note(conn, id, &step, now).await?;
    Ok(true)
}

/// The vote is over: it was chosen, or was not, or nobody will know. What its author has withdrawn meanwhile stays so.
pub async fn voted(
    conn: &mut SqliteConnection,
    id: ProposalId,
    vote: VoteId,
    became: Became,
    now: Moment,
) -> Result<()> {
    let to = if became == Became::Chosen { Stage::Chosen } else { Stage::Open };
    if steps::advance(conn, id, Stage::Voted, to).await? {
        let step = NewStep { vote: Some(vote), ..NewStep::of(became) };
        note(conn, id, &step, now).await?;
    }
    Ok(())
}
