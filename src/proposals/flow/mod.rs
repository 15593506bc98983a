//! Handing in, reading and withdrawing proposals; [`close`] compares them. [`calls`] and [`reviews`] are the organizers'.

pub mod calls;
pub mod close;
pub mod life;
pub mod news;
pub mod pick;
pub mod reviews;

use anyhow::Result;

use super::{Call, Proposal, ProposalState, store, view, write};
use crate::cx::Cx;
use crate::directions::store as directions;
use crate::ids::{CallId, DirectionId, ProposalId, TagId};
use crate::merging::{store as merging, view::Links};
use crate::people::flow::entered::{self, Entered};
use crate::stances::store as stances;
use crate::ui::action::Action;
use crate::ui::state::{ProposalDraft, State, Written};
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
            if let Some(most) = full(cx, &call).await? {
                return Ok(Reply::send(view::no_more(cx.t(), most)));
            }
            cx.dialogue.begin(State::Proposing(ProposalDraft::new(call.id)));
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
        if let Some(most) = full(cx, &call).await? {
            return Ok(Reply::send(view::no_more(cx.t(), most)));
        }
        cx.dialogue.begin(State::Proposing(ProposalDraft::new(id)));
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
    let Some(call) = store::call(&mut cx.tx, id).await?.filter(|call| call.open) else {
        return Ok(Reply::alert(cx.t().call_is_closed()));
    };
    if let Some(most) = full(cx, &call).await? {
        return Ok(Reply::send(view::no_more(cx.t(), most)));
    }
    if let Err(why) = write(None, &content) {
        return Ok(Reply::send(view::not_a_proposal(cx.t(), why)));
    }
    cx.dialogue.now = State::Proposing(ProposalDraft::new(id));
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
            draft.compared = false;
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

/// Hands in what was previewed, once its author has seen what is close to it.
pub async fn send(cx: &mut Cx) -> Result<Reply> {
    let State::Proposing(draft @ ProposalDraft { written: Some(_), .. }) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let Some(written) = draft.written.clone() else { return Ok(Reply::default()) };
    if let Some(id) = draft.editing {
        return save(cx, id, draft, &written).await;
    }
    let Some(call) = store::call(&mut cx.tx, draft.call).await?.filter(|call| call.open) else {
        return Ok(Reply::alert(cx.t().call_is_closed()));
    };
    if let Some(most) = full(cx, &call).await? {
        return Ok(Reply::send(view::no_more(cx.t(), most)));
    }
    if let Some(shown) = close::compare(cx, draft, &written).await? {
        return Ok(shown);
    }
    hand_in(cx, call.id, &written).await
}

async fn hand_in(cx: &mut Cx, call: CallId, written: &Written) -> Result<Reply> {
    let moderated = store::reviews::moderated(&mut cx.tx).await?;
    let state = if moderated { ProposalState::Received } else { ProposalState::PUBLISHED };
    let id = store::insert(&mut cx.tx, call, cx.me.id, written, state, cx.now).await?;
    entered::note(cx, Entered::Proposal(id)).await?;
    cx.dialogue.finish();
    if moderated {
        reviews::hand_over(cx, id, written).await?;
        let toast = cx.t().proposal_received_toast();
        return Ok(Reply::send(view::received(cx.t(), id)).toasting(toast).stripping());
    }
    Ok(Reply::send(view::handed_in(cx.t(), id)).toasting(cx.t().proposal_sent_toast()).stripping())
}

/// Saves other words of a proposal. What waits for the organizers goes on waiting, with these. What is published stays as
/// it is until they have approved the new words, if they look at proposals first. What is gone meanwhile leaves the words as
/// those of a new one.
async fn save(cx: &mut Cx, id: ProposalId, draft: ProposalDraft, written: &Written) -> Result<Reply> {
    let Some(proposal) = own(cx, id).await? else {
        cx.dialogue.now = State::Proposing(ProposalDraft { editing: None, compared: false, ..draft });
        let gone = view::gone_meanwhile(cx.t(), id);
        return Ok(Reply::send(gone).and_send(view::preview(cx.t(), written, None)).stripping());
    };
    entered::note(cx, Entered::Proposal(id)).await?;
    cx.dialogue.finish();
    let published = proposal.state.is_public();
    if published && !store::reviews::moderated(&mut cx.tx).await? {
        reviews::take_back(cx, id).await?;
        store::reviews::forget_settled(&mut cx.tx, id).await?;
        store::reword(&mut cx.tx, id, written, Some(cx.now)).await?;
        return Ok(Reply::send(view::changed(cx.t(), id)).stripping());
    }
    if !published {
        store::reword(&mut cx.tx, id, written, None).await?;
        store::set_state(&mut cx.tx, id, ProposalState::Received).await?;
    }
    reviews::hand_over(cx, id, written).await?;
    Ok(Reply::send(view::change_received(cx.t(), id, published)).stripping())
}

/// How many proposals the call takes from each, if this person has as many.
async fn full(cx: &mut Cx, call: &Call) -> Result<Option<u32>> {
    let Some(most) = call.most_each else { return Ok(None) };
    let has = store::count_in_call(&mut cx.tx, call.id, cx.me.id).await?;
    Ok((has >= i64::from(most)).then_some(most))
}

/// One's own proposals.
pub async fn mine(cx: &mut Cx, page: u32) -> Result<View> {
    let page = store::page(&mut cx.tx, Some(cx.me.id), page).await?;
    Ok(view::mine(cx.t(), &page))
}

/// All published proposals.
pub async fn browse(cx: &mut Cx, page: u32) -> Result<View> {
    let page = store::page(&mut cx.tx, None, page).await?;
    let directions = !directions::current(&mut cx.tx).await?.is_empty();
    let tags = !directions::tags::counted(&mut cx.tx, None).await?.is_empty();
    Ok(view::browse(cx.t(), &page, directions, tags))
}

/// Published proposals under a direction, with a tag, or both.
pub async fn found(
    cx: &mut Cx,
    direction: Option<DirectionId>,
    tag: Option<TagId>,
    page: u32,
) -> Result<Reply> {
    let shown = match direction {
        Some(id) => directions::get(&mut cx.tx, id).await?,
        None => None,
    };
    let tagged = match tag {
        Some(id) => directions::tags::get(&mut cx.tx, id).await?,
        None => None,
    };
    if shown.is_none() && tagged.is_none() {
        return Ok(Reply::edit(browse(cx, page).await?));
    }
    let page = store::found(&mut cx.tx, direction, tag, page).await?;
    Ok(Reply::edit(view::found(cx.t(), &page, shown.as_ref(), tagged.as_ref())))
}

/// A proposal that the person may see: published, or their own.
async fn visible(cx: &mut Cx, id: ProposalId) -> Result<Option<Proposal>> {
    let proposal = store::get(&mut cx.tx, id).await?;
    Ok(proposal.filter(|p| p.state.is_public() || p.author == Some(cx.me.id)))
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
    let why = match proposal.state {
        ProposalState::Returned | ProposalState::Declined => {
            store::reviews::latest(&mut cx.tx, id).await?.and_then(|review| review.settled?.why)
        }
        _ => None,
    };
    // Sums over fewer people would tell who said what.
    let sums = stances::sums(&mut cx.tx, id).await?;
    let sums = Some(sums).filter(|sums| sums.seen >= cx.small_group);
    let shown = view::Shown {
        own: proposal.author == Some(cx.me.id),
        moderator: cx.moderator().is_some(),
        tags: directions::tags::of(&mut cx.tx, id).await?,
        steps: store::steps::of(&mut cx.tx, id).await?,
        links: Links {
            of: merging::of_part(&mut cx.tx, id).await?,
            into: merging::of_original(&mut cx.tx, id).await?,
        },
        sums,
        why,
        proposal,
    };
    Ok(Some(view::proposal(cx.me.lang, &shown, cx.now)))
}

/// Begins to edit one's own proposal: its words, or those that wait or came back.
pub async fn edit(cx: &mut Cx, id: ProposalId) -> Result<Reply> {
    let Some(proposal) = own(cx, id).await? else { return Ok(Reply::toast(cx.t().proposal_not_there())) };
    // Pressed twice, it is still one edit.
    if !cx.dialogue.resume(|state| matches!(state, State::Proposing(d) if d.editing == Some(id))) {
        let latest = store::reviews::latest(&mut cx.tx, id).await?.map(|review| review.written);
        let latest = latest.filter(|written| written.words.is_some() || written.photo.is_some());
        let written = latest.unwrap_or(Written { words: proposal.words, photo: proposal.photo });
        cx.dialogue.begin(State::Proposing(ProposalDraft {
            editing: Some(id),
            written: Some(written),
            ..ProposalDraft::new(proposal.call)
        }));
    }
    let words = match &cx.dialogue.now {
        State::Proposing(draft) => draft.written.as_ref().and_then(|written| written.words.clone()),
        _ => None,
    };
    Ok(Reply::send(view::ask_edit(cx.t(), id, words.as_ref())))
}

/// Asks whether to withdraw.
pub async fn ask_to_withdraw(cx: &mut Cx, id: ProposalId) -> Result<Reply> {
    Ok(match own(cx, id).await? {
        Some(proposal) => Reply::edit(view::ask_to_withdraw(cx.t(), id, proposal.state)),
        None => Reply::toast(cx.t().proposal_not_there()),
    })
}

/// Withdraws.
pub async fn withdraw(cx: &mut Cx, id: ProposalId) -> Result<Reply> {
    let proposal = store::get(&mut cx.tx, id).await?.filter(|p| p.author == Some(cx.me.id));
    if proposal.as_ref().is_some_and(|proposal| proposal.state.is_alive()) {
        reviews::take_back(cx, id).await?;
        store::set_state(&mut cx.tx, id, ProposalState::Withdrawn).await?;
        entered::note(cx, Entered::Proposal(id)).await?;
    }
    let list = mine(cx, 0).await?;
    Ok(Reply::edit(list).toasting(match proposal.map(|proposal| proposal.state) {
        None | Some(ProposalState::Declined) => cx.t().proposal_not_there(),
        Some(_) => cx.t().proposal_withdrawn(),
    }))
}

/// A proposal of one's own that can still be changed or taken back.
async fn own(cx: &mut Cx, id: ProposalId) -> Result<Option<Proposal>> {
    let proposal = store::get(&mut cx.tx, id).await?;
    Ok(proposal.filter(|p| p.author == Some(cx.me.id) && p.state.is_alive()))
}

/// The author leaves for good; `keep`: what is published stays, unsigned. What only organizers have seen goes anyway.
pub async fn leave(cx: &mut Cx, keep: bool) -> Result<()> {
    reviews::forget(cx).await?;
    match keep {
        true => store::delete_unpublished_of_author(&mut cx.tx, cx.me.id).await,
        false => store::delete_of_author(&mut cx.tx, cx.me.id).await,
    }
}
