//! Voting; [`making`] a vote is the organizers'.

pub mod making;

use anyhow::Result;
use sqlx::SqliteConnection;

use super::{Ballot, Marking, Vote, mark as mark_rule, store, tally, view};
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::ids::VoteId;
use crate::l10n::Lang;
use crate::outbox::{self, Subject};
use crate::ui::view::{Reply, View};

/// How many votes are listed.
const LISTED: i64 = 8;

/// All votes. With exactly one open there is nothing to choose.
pub async fn list(cx: &mut Cx) -> Result<View> {
    let votes = store::list(&mut cx.tx, cx.me.id, cx.now, LISTED).await?;
    let organizer = cx.organizer().is_some();
    Ok(view::list(cx.t(), &votes, organizer))
}

/// A vote: its ballot while it is open, its result afterwards.
pub async fn show(cx: &mut Cx, id: VoteId) -> Result<Reply> {
    match store::with_ballot(&mut cx.tx, id, cx.me.id).await? {
        Some((vote, ballot)) => screen(cx, &vote, ballot).await.map(Reply::edit),
        None => Ok(Reply::toast(cx.t().vote_gone())),
    }
}

async fn screen(cx: &mut Cx, vote: &Vote, ballot: Ballot) -> Result<View> {
    if vote.is_open(cx.now) {
        return card(cx, vote, ballot).await;
    }
    // Its time has come, but the schedule has not got to it: the result follows in a moment.
    let Some(roll) = vote.roll else { return Ok(view::closing(cx.t(), vote)) };
    let outcome = outcome(&mut cx.tx, vote).await?;
    Ok(view::result(cx.t(), vote, &outcome, roll))
}

/// The ballot; for an organizer with the turnout, and the way to close.
async fn card(cx: &mut Cx, vote: &Vote, ballot: Ballot) -> Result<View> {
    let turnout = match cx.organizer() {
        Some(_) => Some(store::turnout(&mut cx.tx, vote.id).await?),
        None => None,
    };
    Ok(view::ballot(cx.t(), cx.me.lang, vote, ballot, turnout, cx.now))
}

/// Marks an option, or takes the mark off.
pub async fn mark(cx: &mut Cx, id: VoteId, option: u8, on: bool) -> Result<Reply> {
    let Some((vote, ballot)) = open(cx, id).await? else { return closed(cx, id).await };
    if !vote.has(option) {
        return Ok(Reply::toast(cx.t().button_stale()));
    }
    match mark_rule(ballot.marked, option, on, vote.seats) {
        Marking::Full => Ok(Reply::toast(cx.t().vote_full(vote.seats))),
        Marking::Marked(marked) => {
            let ballot = Ballot { marked, ..ballot };
            store::save_ballot(&mut cx.tx, id, cx.me.id, ballot).await?;
            let card = card(cx, &vote, ballot).await?;
            Ok(Reply::edit(card).toasting(cx.t().vote_marked(marked.count(), vote.seats)))
        }
    }
}

/// Hands the ballot in.
pub async fn hand_in(cx: &mut Cx, id: VoteId) -> Result<Reply> {
    let Some((vote, ballot)) = open(cx, id).await? else { return closed(cx, id).await };
    if ballot.marked.count() == 0 {
        return Ok(Reply::alert(cx.t().vote_nothing_marked()));
    }
    let ballot = Ballot { chosen: Some(ballot.marked), ..ballot };
    store::save_ballot(&mut cx.tx, id, cx.me.id, ballot).await?;
    let card = card(cx, &vote, ballot).await?;
    Ok(Reply::edit(card).toasting(cx.t().vote_handed_in_toast()))
}

async fn open(cx: &mut Cx, id: VoteId) -> Result<Option<(Vote, Ballot)>> {
    Ok(store::with_ballot(&mut cx.tx, id, cx.me.id).await?.filter(|(vote, _)| vote.is_open(cx.now)))
}

/// A button of a vote that is over: says so and shows what came of it.
async fn closed(cx: &mut Cx, id: VoteId) -> Result<Reply> {
    Ok(show(cx, id).await?.toasting(cx.t().vote_is_closed()))
}

/// Asks whether to close now.
pub async fn ask_to_close(cx: &mut Cx, _: Organizer, id: VoteId) -> Result<Reply> {
    let Some((vote, _)) = open(cx, id).await? else { return closed(cx, id).await };
    let turnout = store::turnout(&mut cx.tx, id).await?;
    Ok(Reply::edit(view::ask_to_close(cx.t(), &vote, turnout)))
}

/// Closes now; everyone gets the result.
pub async fn close(cx: &mut Cx, _: Organizer, id: VoteId) -> Result<Reply> {
    close_and_tell(&mut cx.tx, id, cx.now).await?;
    Ok(show(cx, id).await?.toasting(cx.t().vote_closed_toast()))
}

/// Closes the votes whose time has come.
pub async fn close_due(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    for id in store::due(conn, now).await? {
        close_and_tell(conn, id, now).await?;
    }
    Ok(())
}

async fn close_and_tell(conn: &mut SqliteConnection, id: VoteId, now: Moment) -> Result<()> {
    if !store::close(conn, id, now).await? {
        return Ok(());
    }
    let Some(vote) = store::get(conn, id).await? else { return Ok(()) };
    let outcome = outcome(conn, &vote).await?;
    let mailing = outbox::store::insert_mailing(conn, now).await?;
    for lang in Lang::ALL {
        let result = view::result(lang.texts(), &vote, &outcome, vote.roll.unwrap_or_default());
        outbox::store::tell_audience(conn, mailing, None, lang, Some(Subject::Vote(id)), &result, now)
            .await?;
    }
    Ok(())
}

async fn outcome(conn: &mut SqliteConnection, vote: &Vote) -> Result<tally::Outcome> {
    let ballots = store::handed_in(conn, vote.id).await?;
    Ok(tally::count(vote.options.len(), vote.seats, &ballots))
}
