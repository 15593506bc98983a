//! Ballots from paper or phone: an organizer enters them for people of the roll. One for each person; their own later
//! ballot takes its place, and never the other way round.

use anyhow::Result;

use super::super::store::roll;
use super::super::view::paper as view;
use super::{booth, open};
use crate::acts::{self, Act};
use crate::alphabet;
use crate::cx::{Cx, Organizer};
use crate::ids::{PersonId, VoteId};
use crate::people;
use crate::ui::state::Name;
use crate::ui::view::{Paging, Reply};

/// How many people a page of the roll shows.
const PAGE: u32 = 8;

/// The roll, to choose from.
pub async fn choose(cx: &mut Cx, _: Organizer, id: VoteId, page: u32) -> Result<Reply> {
    let vote = match open(cx, id).await? {
        Ok(vote) => vote,
        Err(refusal) => return Ok(refusal),
    };
    let mut voters = roll::all(&mut cx.tx, id).await?;
    alphabet::sort(&mut voters, |voter| voter.name.as_ref().map_or("", Name::plain));
    let at = Paging::new(page, PAGE, voters.len());
    let shown: Vec<_> = at.cut(voters).collect();
    Ok(Reply::edit(view::choose(cx.t(), &vote, &shown, at)))
}

/// The ballot of one of them, unless they have voted by themselves.
pub async fn ballot(cx: &mut Cx, _: Organizer, id: VoteId, voter: PersonId) -> Result<Reply> {
    match booth(cx, id, voter).await? {
        Ok(booth) => booth.show(cx).await,
        Err(refusal) => Ok(refusal),
    }
}

/// Hands the ballot in for them.
pub async fn hand_in(cx: &mut Cx, _: Organizer, id: VoteId, voter: PersonId) -> Result<Reply> {
    let mut booth = match booth(cx, id, voter).await? {
        Ok(booth) => booth,
        Err(refusal) => return Ok(refusal),
    };
    if !booth.hand_in(cx).await? {
        return Ok(Reply::alert(cx.t().vote_nothing_marked()));
    }
    acts::note(cx, Act::EnteredBallot(id, Some(voter))).await?;
    let name = name(cx, voter).await?;
    let view = view::entered(cx.t(), &booth.vote, name.as_ref(), booth.receipt().as_ref());
    Ok(Reply::edit(view).toasting(cx.t().vote_handed_in_toast()))
}

/// What somebody of the roll is called.
pub async fn name(cx: &mut Cx, person: PersonId) -> Result<Option<Name>> {
    Ok(people::store::get(&mut cx.tx, person).await?.and_then(|(person, _)| person.name))
}
