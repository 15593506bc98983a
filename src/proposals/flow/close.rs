//! What is close to a proposal is shown before it is sent: to support that one may be better than to say it twice.

use anyhow::Result;

use crate::cx::Cx;
use crate::ids::ProposalId;
use crate::people::flow::entered::{self, Entered};
use crate::proposals::{CLOSE_SHOWN, store, view};
use crate::stances::store as stances;
use crate::ui::action::Stance;
use crate::ui::bound;
use crate::ui::state::{ProposalDraft, State, Written};
use crate::ui::view::Reply;

/// Shows what is close to these words, once; none: there is nothing, or it was shown. Answers to other questions are not
/// compared: the same words mean something else there.
pub async fn compare(cx: &mut Cx, draft: ProposalDraft, written: &Written) -> Result<Option<Reply>> {
    let (false, Some(words)) = (draft.compared, &written.words) else { return Ok(None) };
    let all = store::comparable(&mut cx.tx, Some(draft.call)).await?;
    let mut close = Vec::new();
    for id in cx.similar.close(words.plain(), all.iter(), CLOSE_SHOWN) {
        close.extend(store::get(&mut cx.tx, id).await?);
    }
    if close.is_empty() {
        return Ok(None);
    }
    let shown = view::close::shown(cx.t(), words, &close, cx.me.id);
    cx.dialogue.now = State::Proposing(ProposalDraft { compared: true, ..draft });
    Ok(Some(Reply::send(shown).stripping()))
}

/// Agrees with another proposal instead of sending one's own, which can still be sent from the screen that says so.
pub async fn support(cx: &mut Cx, id: ProposalId) -> Result<Reply> {
    if !matches!(&cx.dialogue.now, State::Proposing(draft) if draft.editing.is_none()) {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    }
    let other = store::get(&mut cx.tx, id).await?;
    let open = other.filter(|p| p.state.takes_stances() && p.author != Some(cx.me.id));
    if open.is_none() {
        return Ok(Reply::toast(cx.t().proposal_not_there()));
    }
    stances::take(&mut cx.tx, id, cx.me.id, Stance::Agree).await?;
    entered::note(cx, Entered::Stance(id)).await?;
    let no = cx.dialogue.no;
    cx.dialogue.set_aside();
    let mut supported = view::close::supported(cx.t(), id);
    bound::bind(&mut supported, no);
    Ok(Reply::edit(supported).toasting(cx.t().close_supported_toast()))
}
