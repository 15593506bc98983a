//! From the choice of proposals to the answers of their authors.

use anyhow::Result;

use super::view;
use super::{Answer, MOST_PARTS, Merger, Original, store};
use crate::acts::{self, Act};
use crate::cx::{Cx, Moderator};
use crate::ids::{MergerId, PersonId, ProposalId};
use crate::l10n::Lang;
use crate::outbox::{self, Hold, Urgency};
use crate::people;
use crate::proposals::flow::life;
use crate::proposals::life::{Became, NewStep};
use crate::proposals::store::{self as proposals, steps};
use crate::proposals::{Proposal, ProposalState, Stage, view::not_a_proposal, write};
use crate::stances::store as stances;
use crate::ui::state::{MergeDraft, SortingTask, SplitDraft, State, Written};
use crate::ui::view::{Content, Reply, View};

/// A proposal of which nothing is decided, and whose author is not being asked already.
async fn free(cx: &mut Cx, id: ProposalId) -> Result<Option<Proposal>> {
    let found = proposals::get(&mut cx.tx, id).await?.filter(|p| p.state == ProposalState::PUBLISHED);
    let asked = store::of_original(&mut cx.tx, id).await?.and_then(|merger| merger.original(id));
    Ok(found.filter(|_| asked.is_none_or(|original| original.answer != Answer::Waits)))
}

async fn all_free(cx: &mut Cx, ids: &[ProposalId]) -> Result<Vec<Proposal>> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(free(cx, *id).await?);
    }
    Ok(found)
}

/// These were chosen: asks for the new text.
pub async fn begin(cx: &mut Cx, _: Moderator, of: &[ProposalId]) -> Result<Reply> {
    if all_free(cx, of).await?.len() < of.len() {
        return Ok(Reply::alert(cx.t().merge_not_free()));
    }
    cx.dialogue.finish();
    let draft = MergeDraft { of: of.to_vec(), written: None };
    cx.dialogue.begin(State::Sorting(SortingTask::Merge(draft)));
    Ok(Reply::send(ask(cx).await?).stripping())
}

/// What the dialogue asks for now.
pub async fn ask(cx: &mut Cx) -> Result<View> {
    match cx.dialogue.now.clone() {
        State::Sorting(SortingTask::Merge(MergeDraft { of, written: Some(written) })) => {
            Ok(view::preview(cx.t(), &of, &written))
        }
        State::Sorting(SortingTask::Merge(draft)) => {
            let of = all_free(cx, &draft.of).await?;
            Ok(view::ask_words(cx.t(), &of))
        }
        State::Sorting(SortingTask::Split(draft)) => Ok(view::parts(cx.t(), draft.of, &draft.parts)),
        _ => Ok(view::gone(cx.t())),
    }
}

/// The words of one of them are the new text.
pub async fn take_words(cx: &mut Cx, _: Moderator, id: ProposalId) -> Result<Reply> {
    let found = proposals::get(&mut cx.tx, id).await?.filter(|p| p.state.is_public());
    let State::Sorting(SortingTask::Merge(draft)) = &mut cx.dialogue.now else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let Some(proposal) = found.filter(|_| draft.of.contains(&id)) else {
        return Ok(Reply::toast(cx.t().proposal_not_there()));
    };
    draft.written = Some(Written { words: proposal.words, photo: proposal.photo });
    Ok(Reply::send(ask(cx).await?).stripping())
}

/// A new text, or a part, was written.
pub async fn said(cx: &mut Cx, _: Moderator, content: &Content) -> Result<Reply> {
    let t = cx.t();
    let refused = match &mut cx.dialogue.now {
        State::Sorting(SortingTask::Merge(draft)) => match write(draft.written.as_ref(), content) {
            Ok(written) => {
                draft.written = Some(written);
                None
            }
            Err(why) => Some(why),
        },
        State::Sorting(SortingTask::Split(draft)) if draft.parts.len() >= MOST_PARTS => {
            return Ok(Reply::send(view::no_more_parts(t)).and_send(ask(cx).await?));
        }
        State::Sorting(SortingTask::Split(draft)) => match write(None, content) {
            Ok(part) => {
                draft.parts.push(part);
                None
            }
            Err(why) => Some(why),
        },
        _ => None,
    };
    match refused {
        Some(why) => Ok(Reply::send(not_a_proposal(t, why))),
        None => Ok(Reply::send(ask(cx).await?)),
    }
}

/// Publishes the new text, and asks everyone whom it concerns.
pub async fn merge(cx: &mut Cx, _: Moderator) -> Result<Reply> {
    let State::Sorting(SortingTask::Merge(MergeDraft { of, written: Some(written) })) =
        cx.dialogue.now.clone()
    else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let originals = all_free(cx, &of).await?;
    let Some(first) = originals.first().filter(|_| originals.len() == of.len()) else {
        return Ok(Reply::alert(cx.t().merge_not_free()));
    };
    let under = first.under.as_ref().map(|under| under.id);
    let together = originals.iter().all(|p| p.under.as_ref().map(|under| under.id) == under);
    let place = (first.call, under.filter(|_| together));
    let id = store::insert(&mut cx.tx, false, &of, std::slice::from_ref(&written), cx.me.id, cx.now).await?;
    let new = store::publish(&mut cx.tx, (id, 0), &written, place, None, cx.now).await?;
    acts::note(cx, Act::Merged(new)).await?;
    cx.dialogue.finish();
    ask_supporters(cx, &of, new, &written).await?;
    ask_authors(cx, id).await?;
    Ok(Reply::edit(view::merged(cx.t(), new, &of)).toasting(cx.t().merge_asked_toast()))
}

/// Authors are asked; where there is none, organizers have decided.
async fn ask_authors(cx: &mut Cx, id: MergerId) -> Result<()> {
    let Some(merger) = store::get(&mut cx.tx, id).await? else { return Ok(()) };
    for original in &merger.originals {
        let Some(author) = original.author else {
            carry_out(cx, &merger, *original, Some(cx.me.id)).await?;
            continue;
        };
        let Some((author, _)) = people::store::get(&mut cx.tx, author).await? else { continue };
        let asked = view::ask_author(author.lang.texts(), &merger, original.proposal);
        outbox::store::tell(&mut cx.tx, &author, Urgency::Broadcast, None, &asked, cx.now).await?;
    }
    Ok(())
}

/// Who agreed with any of these is asked what they say to the new text.
async fn ask_supporters(cx: &mut Cx, of: &[ProposalId], new: ProposalId, written: &Written) -> Result<()> {
    let mut asked: Vec<PersonId> = Vec::new();
    for id in of {
        asked.extend(stances::supporters(&mut cx.tx, *id).await?);
    }
    asked.sort_unstable_by_key(|person| person.0);
    asked.dedup();
    for lang in Lang::ALL {
        let mailing = outbox::store::insert_mailing(&mut cx.tx, Hold::Quiet, cx.now).await?;
        let card = view::ask_supporter(lang.texts(), of, new, written);
        outbox::store::tell_those(&mut cx.tx, mailing, &asked, lang, None, &card, cx.now).await?;
    }
    Ok(())
}

/// An original goes into the new ones. `false`: something else has become of it, or of these.
async fn carry_out(cx: &mut Cx, merger: &Merger, original: Original, by: Option<PersonId>) -> Result<bool> {
    let Some(proposal) = proposals::get(&mut cx.tx, original.proposal).await? else { return Ok(false) };
    if !merger.split {
        let Some(into) = merger.into() else { return Ok(false) };
        let there = proposals::get(&mut cx.tx, into).await?;
        if !there.is_some_and(|there| there.state.takes_stances()) {
            return Ok(false);
        }
    }
    if !steps::advance(&mut cx.tx, original.proposal, Stage::Open, Stage::Merged).await? {
        return Ok(false);
    }
    let became = if merger.split { Became::Split } else { Became::Merged };
    let step = NewStep { other: merger.into(), by, ..NewStep::of(became) };
    life::note(&mut cx.tx, original.proposal, &step, cx.now).await?;
    store::answer(&mut cx.tx, merger.id, original.proposal, Answer::Agreed).await?;
    for (at, part) in merger.parts.iter().enumerate().filter(|(_, part)| part.proposal.is_none()) {
        let place = (proposal.call, proposal.under.as_ref().map(|under| under.id));
        let new = store::publish(&mut cx.tx, (merger.id, at), &part.written, place, original.author, cx.now)
            .await?;
        ask_supporters(cx, &[original.proposal], new, &part.written).await?;
    }
    Ok(true)
}

/// An author answers.
pub async fn answer(cx: &mut Cx, id: MergerId, of: ProposalId, yes: bool) -> Result<Reply> {
    let merger = store::get(&mut cx.tx, id).await?;
    let found = merger.as_ref().and_then(|merger| merger.original(of));
    let own = found.filter(|original| original.author == Some(cx.me.id));
    let Some((merger, original)) = merger.zip(own) else {
        return Ok(Reply::toast(cx.t().proposal_not_there()).stripping());
    };
    let state = proposals::get(&mut cx.tx, of).await?.map(|proposal| proposal.state);
    if !state.is_some_and(ProposalState::is_public) {
        return Ok(Reply::toast(cx.t().proposal_not_there()).stripping());
    }
    match (yes, original.answer) {
        (true, Answer::Agreed) | (false, Answer::Refused) => {}
        (true, _) => {
            if !carry_out(cx, &merger, original, None).await? {
                return Ok(Reply::alert(cx.t().merge_not_now()));
            }
        }
        (false, Answer::Agreed) => take_apart(cx, &merger, of, None).await?,
        (false, Answer::Waits) => store::answer(&mut cx.tx, id, of, Answer::Refused).await?,
    }
    let toast = if yes { cx.t().merge_agreed_toast() } else { cx.t().merge_refused_toast() };
    let merger = store::get(&mut cx.tx, id).await?.unwrap_or(merger);
    Ok(Reply::edit(view::answered(cx.t(), &merger, of, yes)).toasting(toast))
}

/// It stands for itself again; what was made of it stays.
async fn take_apart(cx: &mut Cx, merger: &Merger, of: ProposalId, by: Option<PersonId>) -> Result<()> {
    store::answer(&mut cx.tx, merger.id, of, Answer::Refused).await?;
    if steps::advance(&mut cx.tx, of, Stage::Merged, Stage::Open).await? {
        let step = NewStep { by, ..NewStep::of(Became::Apart) };
        life::note(&mut cx.tx, of, &step, cx.now).await?;
    }
    Ok(())
}

/// Its author wants it to stand for itself again; organizers, where there is no author.
pub async fn apart(cx: &mut Cx, of: ProposalId) -> Result<Reply> {
    let author = proposals::get(&mut cx.tx, of).await?.map(|proposal| proposal.author);
    let may = match author {
        Some(Some(author)) => author == cx.me.id,
        Some(None) => cx.moderator().is_some(),
        None => false,
    };
    let Some(merger) = store::of_original(&mut cx.tx, of).await?.filter(|_| may) else {
        return Ok(Reply::toast(cx.t().proposal_not_there()));
    };
    let by = author.flatten().is_none().then_some(cx.me.id);
    take_apart(cx, &merger, of, by).await?;
    if by.is_some() {
        acts::note(cx, Act::Decided(of, Stage::Open)).await?;
    }
    Ok(crate::proposals::flow::show(cx, of).await?.toasting(cx.t().merge_apart_toast()))
}

/// Organizers decide for an original whose author has left unasked.
pub async fn join(cx: &mut Cx, _: Moderator, id: MergerId, of: ProposalId) -> Result<Reply> {
    let merger = store::get(&mut cx.tx, id).await?;
    let found = merger.as_ref().and_then(|merger| merger.original(of));
    let Some((merger, original)) = merger.zip(found.filter(|original| original.author.is_none())) else {
        return Ok(Reply::toast(cx.t().proposal_not_there()));
    };
    if original.answer != Answer::Agreed {
        if !carry_out(cx, &merger, original, Some(cx.me.id)).await? {
            return Ok(Reply::alert(cx.t().merge_not_now()));
        }
        acts::note(cx, Act::Decided(of, Stage::Merged)).await?;
    }
    Ok(crate::proposals::flow::show(cx, of).await?.toasting(cx.t().merge_agreed_toast()))
}

/// Asks for the parts into which a proposal is to be split.
pub async fn start_split(cx: &mut Cx, _: Moderator, of: ProposalId) -> Result<Reply> {
    if free(cx, of).await?.is_none() {
        return Ok(Reply::alert(cx.t().merge_not_free()));
    }
    if !cx.dialogue.resume(|state| matches!(state, State::Sorting(SortingTask::Split(d)) if d.of == of)) {
        let draft = SplitDraft { of, parts: Vec::new() };
        cx.dialogue.begin(State::Sorting(SortingTask::Split(draft)));
    }
    Ok(Reply::send(ask(cx).await?))
}

/// The last part was a mistake.
pub async fn drop_part(cx: &mut Cx, _: Moderator) -> Result<Reply> {
    let State::Sorting(SortingTask::Split(draft)) = &mut cx.dialogue.now else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    draft.parts.pop();
    Ok(Reply::edit(ask(cx).await?))
}

/// The author is asked; without one, organizers have decided.
pub async fn split(cx: &mut Cx, _: Moderator) -> Result<Reply> {
    let State::Sorting(SortingTask::Split(draft)) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    if draft.parts.len() < 2 {
        return Ok(Reply::alert(cx.t().split_too_few()));
    }
    if free(cx, draft.of).await?.is_none() {
        return Ok(Reply::alert(cx.t().merge_not_free()));
    }
    let id = store::insert(&mut cx.tx, true, &[draft.of], &draft.parts, cx.me.id, cx.now).await?;
    acts::note(cx, Act::Split(draft.of)).await?;
    cx.dialogue.finish();
    ask_authors(cx, id).await?;
    Ok(Reply::edit(view::split(cx.t(), draft.of)).toasting(cx.t().merge_asked_toast()))
}
