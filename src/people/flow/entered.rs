//! What organizers enter for people who are not on Telegram is marked as such, and stands among the acts.

use anyhow::Result;

use crate::acts::{self, Act};
use crate::cx::Cx;
use crate::ids::{PollId, ProposalId, SessionId};
use crate::people::store;

/// What can be entered for somebody; a ballot keeps its own mark, as nobody may know whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entered {
    Proposal(ProposalId),
    /// On this proposal.
    Stance(ProposalId),
    /// To an invitation.
    Session(SessionId),
    Poll(PollId),
}

/// Marks what was just written down for [`Cx::me`], if an organizer did it.
pub async fn note(cx: &mut Cx, what: Entered) -> Result<()> {
    let Some(organizer) = cx.entered_by else { return Ok(()) };
    store::entered::mark(&mut cx.tx, what, cx.me.id).await?;
    let act = match what {
        Entered::Proposal(id) => Act::EnteredProposal(id, Some(cx.me.id)),
        Entered::Stance(id) => Act::EnteredStance(id, Some(cx.me.id)),
        Entered::Session(id) => Act::EnteredAttendance(id, Some(cx.me.id)),
        Entered::Poll(id) => Act::EnteredAnswer(id, Some(cx.me.id)),
    };
    acts::store::note(&mut cx.tx, organizer, act, cx.now).await
}
