//! Handing in, reading and withdrawing proposals; [`calls`] are the organizers'.

pub mod calls;

use anyhow::Result;

use super::{Proposal, ProposalState, store, view, write};
use crate::cx::Cx;
use crate::ids::{CallId, ProposalId};
use crate::stances::store as stances;
use crate::ui::action::Action;
use crate::ui::state::{ProposalDraft, State};
use crate::ui::view::{Content, Reply, View};

/// Begins a proposal: with one open call there is no question which.
pub async fn start(cx: &mut Cx) -> Result<Reply> {
    let begun = |state: &State| matches!(state, State::Proposing(d) if d.editing.is_none());
    if cx.dialogue.resume(|state| begun(state) && state.holds_words()) {
        return Ok(Reply::send(ask(cx).await?));
    }
    let mut calls = store::open_calls(&mut cx.tx).await?;
    match calls.len() {
        0 => Ok(Reply::send(view::no_open_call(cx.t()))),
        1 => {
            let call = calls.remove(0);
            cx.dialogue.begin(State::Proposing(ProposalDraft {
                call: call.id,
                editing: None,
                written: None,
            }));
            Ok(Reply::send(view::ask_words(cx.t(), &call.question)))
        }
        _ => Ok(Reply::send(view::choose_call(cx.t(), &calls, Action::ProposeTo))),
    }
}

/// The call was chosen.
pub async fn start_for(cx: &mut Cx, id: CallId) -> Result<Reply> {
    let Some(call) = store::call(&mut cx.tx, id).await?.filter(|call| call.open) else {
        return Ok(Reply::alert(cx.t().call_is_closed()).stripping());
    };
    if !cx
        .dialogue
        .resume(|state| matches!(state, State::Proposing(d) if d.call == id && d.editing.is_none()))
    {
        cx.dialogue.begin(State::Proposing(ProposalDraft { call: id, editing: None, written: None }));
    }
    match &cx.dialogue.now {
        State::Proposing(draft) if draft.written.is_some() => Ok(Reply::send(ask(cx).await?)),
        _ => Ok(Reply::send(view::ask_words(cx.t(), &call.question))),
    }
}

/// Words said out of the blue are to be a proposal.
pub async fn take_offered(cx: &mut Cx) -> Result<Reply> {
    let State::Offered(_) = &cx.dialogue.now else {
        return Ok(Reply::toast(cx.t().offer_gone()).stripping());
    };
    let calls = store::open_calls(&mut cx.tx).await?;
    match calls.as_slice() {
        [] => Ok(Reply::alert(cx.t().call_none_open_alert())),
        [call] => take_offered_to(cx, call.id).await,
        _ => Ok(Reply::edit(view::choose_call(cx.t(), &calls, Action::OfferProposalTo))),
    }
}

/// They are to be a proposal to this call.
pub async fn take_offered_to(cx: &mut Cx, id: CallId) -> Result<Reply> {
    let State::Offered(content) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().offer_gone()).stripping());
    };
    if !store::call(&mut cx.tx, id).await?.is_some_and(|call| call.open) {
        return Ok(Reply::alert(cx.t().call_is_closed()));
    }
    if let Err(why) = write(None, &content) {
        return Ok(Reply::send(view::not_a_proposal(cx.t(), why)));
    }
    cx.dialogue.now = State::Proposing(ProposalDraft { call: id, editing: None, written: None });
    Ok(said(cx, &content).await?.stripping())
}

/// What the dialogue asks for now: words, or a decision on the preview.
pub async fn ask(cx: &mut Cx) -> Result<View> {
    let State::Proposing(draft) = cx.dialogue.now.clone() else { return Ok(view::no_open_call(cx.t())) };
    match &draft.written {
        Some(written) => Ok(view::preview(cx.t(), written, draft.editing)),
        None => Ok(match store::call(&mut cx.tx, draft.call).await? {
            Some(call) => view::ask_words(cx.t(), &call.question),
            None => view::no_open_call(cx.t()),
        }),
    }
}

/// Words or a photo came.
pub async fn said(cx: &mut Cx, content: &Content) -> Result<Reply> {
    let t = cx.t();
    let State::Proposing(draft) = &mut cx.dialogue.now else { return Ok(Reply::default()) };
    match write(draft.written.as_ref(), content) {
        Ok(written) => {
            let preview = view::preview(t, &written, draft.editing);
            draft.written = Some(written);
            Ok(Reply::send(preview))
        }
        Err(why) => Ok(Reply::send(view::not_a_proposal(t, why))),
    }
}

/// Asks for other words; the old ones stay until new ones come.
pub fn reword(cx: &mut Cx) -> Reply {
    match &cx.dialogue.now {
        State::Proposing(_) => Reply::send(view::ask_other_words(cx.t())).stripping(),
        _ => Reply::toast(cx.t().draft_gone()).stripping(),
    }
}

/// Hands in what was previewed.
pub async fn send(cx: &mut Cx) -> Result<Reply> {
    let State::Proposing(ProposalDraft { call, editing, written: Some(written) }) = cx.dialogue.now.clone()
    else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    if let Some(id) = editing {
        let changed = store::update(&mut cx.tx, id, cx.me.id, &written, cx.now).await?;
        cx.dialogue.finish();
        let word = if changed { view::changed(cx.t(), id) } else { view::not_there(cx.t()) };
        return Ok(Reply::send(word).stripping());
    }
    if !store::call(&mut cx.tx, call).await?.is_some_and(|call| call.open) {
        return Ok(Reply::alert(cx.t().call_is_closed()));
    }
    let id = store::insert(&mut cx.tx, call, cx.me.id, &written, cx.now).await?;
    cx.dialogue.finish();
    Ok(Reply::send(view::handed_in(cx.t(), id)).toasting(cx.t().proposal_sent_toast()).stripping())
}

/// One's own proposals.
pub async fn mine(cx: &mut Cx, page: u32) -> Result<View> {
    let page = store::page(&mut cx.tx, Some(cx.me.id), page).await?;
    Ok(view::mine(cx.t(), &page))
}

/// All published proposals.
pub async fn browse(cx: &mut Cx, page: u32) -> Result<View> {
    let page = store::page(&mut cx.tx, None, page).await?;
    Ok(view::browse(cx.t(), &page))
}

/// A proposal that the person may see: published, or their own.
async fn visible(cx: &mut Cx, id: ProposalId) -> Result<Option<Proposal>> {
    let proposal = store::get(&mut cx.tx, id).await?;
    Ok(proposal.filter(|p| p.state == ProposalState::Published || p.author == Some(cx.me.id)))
}

/// One proposal, whole.
pub async fn show(cx: &mut Cx, id: ProposalId) -> Result<Reply> {
    Ok(match whole(cx, id).await? {
        Some(view) => Reply::edit(view),
        None => Reply::toast(cx.t().proposal_not_there()),
    })
}

/// What follows "start=" in the link to a proposal.
pub fn link_code(id: ProposalId) -> String {
    format!("proposal-{}", id.0)
}

/// The proposal that such a link leads to.
pub fn linked(code: &str) -> Option<ProposalId> {
    code.strip_prefix("proposal-")?.parse().ok().map(ProposalId)
}

/// A proposal to which a link led.
pub async fn open(cx: &mut Cx, id: ProposalId) -> Result<View> {
    Ok(whole(cx, id).await?.unwrap_or_else(|| view::not_there(cx.t())))
}

async fn whole(cx: &mut Cx, id: ProposalId) -> Result<Option<View>> {
    let Some(proposal) = visible(cx, id).await? else { return Ok(None) };
    // Sums over fewer people would tell who said what.
    let sums = stances::sums(&mut cx.tx, id).await?;
    let sums = Some(sums).filter(|sums| sums.seen >= cx.small_group);
    Ok(Some(view::proposal(cx.t(), cx.me.lang, &proposal, sums, cx.me.id, cx.now)))
}

/// Begins to edit one's own proposal.
pub async fn edit(cx: &mut Cx, id: ProposalId) -> Result<Reply> {
    let Some(proposal) = own(cx, id).await? else { return Ok(Reply::toast(cx.t().proposal_not_there())) };
    // Pressed twice, it is still one edit.
    if !cx.dialogue.resume(|state| matches!(state, State::Proposing(d) if d.editing == Some(id))) {
        let written = crate::ui::state::Written { words: proposal.words, photo: proposal.photo };
        cx.dialogue.begin(State::Proposing(ProposalDraft {
            call: proposal.call,
            editing: Some(id),
            written: Some(written),
        }));
    }
    Ok(Reply::send(view::ask_edit(cx.t(), id)))
}

/// Asks whether to withdraw.
pub async fn ask_to_withdraw(cx: &mut Cx, id: ProposalId) -> Result<Reply> {
    Ok(match own(cx, id).await? {
        Some(_) => Reply::edit(view::ask_to_withdraw(cx.t(), id)),
        None => Reply::toast(cx.t().proposal_not_there()),
    })
}

/// Withdraws.
pub async fn withdraw(cx: &mut Cx, id: ProposalId) -> Result<Reply> {
    let done = store::withdraw(&mut cx.tx, id, cx.me.id).await?;
    let list = mine(cx, 0).await?;
    Ok(Reply::edit(list).toasting(if done {
        cx.t().proposal_withdrawn()
    } else {
        cx.t().proposal_not_there()
    }))
}

async fn own(cx: &mut Cx, id: ProposalId) -> Result<Option<Proposal>> {
    let proposal = store::get(&mut cx.tx, id).await?;
    Ok(proposal.filter(|p| p.author == Some(cx.me.id) && p.state == ProposalState::Published))
}
