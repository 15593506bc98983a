//! Proposals that organizers look at before others see them: the pile, and what becomes of it.
//!
//! However many come, organizers get one card: another one is sent only when none of what waits has a card, or when the
//! card is taken from under them. From a card one leafs through the pile. Whoever settles something first has settled it; the cards of the others show that.

use anyhow::Result;

use super::{calls, life};
use crate::acts::{self, Act};
use crate::cx::{Cx, Moderator, Organizer};
use crate::ids::{ProposalId, ReviewId};
use crate::l10n::{Lang, Texts};
use crate::outbox::{self, Subject, Urgency};
use crate::people;
use crate::proposals::life::{Became, NewStep};
use crate::proposals::view::reviews::{self as view, Looked};
use crate::proposals::{Proposal, ProposalState, Review, ReviewNote, Settled, Verdict, Why, store};
use crate::text::Unfit;
use crate::ui::action::{Reason, Refusal, Wording};
use crate::ui::state::{Name, State, Written};
use crate::ui::view::{Reply, View};

/// Organizers look at proposals first from now on, or no longer. What waits already goes on waiting.
pub async fn moderate(cx: &mut Cx, organizer: Organizer, on: bool) -> Result<Reply> {
    store::reviews::moderate(&mut cx.tx, on).await?;
    acts::note(cx, Act::Moderated(on)).await?;
    let toast = if on { cx.t().moderation_on_toast() } else { cx.t().moderation_off_toast() };
    Ok(Reply::edit(calls::list(cx, organizer).await?).toasting(toast))
}

/// Words wait for the organizers from now on.
pub async fn hand_over(cx: &mut Cx, proposal: ProposalId, written: &Written) -> Result<()> {
    let id = store::reviews::hand_over(&mut cx.tx, proposal, written, cx.now).await?;
    let Some(carded) = store::reviews::carded(&mut cx.tx).await? else {
        return send_card(cx, id).await;
    };
    let Some(looked) = look(cx, carded).await? else { return Ok(()) };
    // The count below it, or its words, are others now.
    refresh(cx, &looked).await
}

async fn send_card(cx: &mut Cx, id: ReviewId) -> Result<()> {
    store::reviews::set_carded(&mut cx.tx, id).await?;
    let Some(looked) = look(cx, id).await? else { return Ok(()) };
    for organizer in people::store::moderators(&mut cx.tx).await?.into_iter().filter(|person| person.joined) {
        let card = view::card(organizer.lang.texts(), &looked);
        let subject = Some(Subject::Review(id));
        outbox::store::tell(&mut cx.tx, &organizer, Urgency::Broadcast, subject, &card, cx.now).await?;
    }
    Ok(())
}

/// A review with all that its screens show; none: its author has left with it.
async fn look(cx: &mut Cx, id: ReviewId) -> Result<Option<Looked>> {
    let Some(review) = store::reviews::get(&mut cx.tx, id).await? else { return Ok(None) };
    let Some(proposal) = store::get(&mut cx.tx, review.proposal).await? else { return Ok(None) };
    let waiting = store::reviews::waiting(&mut cx.tx).await?;
    let by = match review.settled.as_ref().and_then(|settled| settled.by) {
        Some(organizer) => {
            people::store::get(&mut cx.tx, organizer).await?.and_then(|(person, _)| person.name)
        }
        None => None,
    };
    Ok(Some(Looked { review, proposal, waiting, by }))
}

/// The first that waits, after this one.
pub async fn next(cx: &mut Cx, _: Moderator, after: Option<ReviewId>) -> Result<Reply> {
    leave(cx).await?;
    Ok(Reply::edit(pile(cx, after).await?))
}

async fn pile(cx: &mut Cx, after: Option<ReviewId>) -> Result<View> {
    let next = store::reviews::next(&mut cx.tx, after).await?;
    let looked = match next {
        Some(review) => look(cx, review.id).await?,
        None => None,
    };
    Ok(looked.map_or_else(|| view::nothing_waits(cx.t()), |looked| view::screen(cx.t(), &looked)))
}

/// One of them, as it is now.
pub async fn show(cx: &mut Cx, _: Moderator, id: ReviewId) -> Result<Reply> {
    leave(cx).await?;
    Ok(Reply::edit(match look(cx, id).await? {
        Some(looked) => view::screen(cx.t(), &looked),
        None => view::gone(cx.t()),
    }))
}

/// The message that was pressed shows something else from now on.
async fn leave(cx: &mut Cx) -> Result<()> {
    match cx.press.as_ref().and_then(|press| press.message) {
        Some(no) => outbox::store::let_go(&mut cx.tx, cx.me.id, no).await,
        None => Ok(()),
    }
}

/// What an organizer wants to settle, as long as it waits in the words that they saw; otherwise, what is said.
async fn waits(cx: &mut Cx, wording: Wording) -> Result<Result<Looked, (View, String)>> {
    let Some(looked) = look(cx, wording.review).await? else {
        return Ok(Err((view::gone(cx.t()), cx.t().review_gone_toast())));
    };
    let shown = view::screen(cx.t(), &looked);
    Ok(match &looked.review.settled {
        Some(_) => Err((shown, cx.t().request_settled_before())),
        None if looked.review.version != wording.version => Err((shown, cx.t().review_reworded_toast())),
        None => Ok(looked),
    })
}

/// Publishes it.
pub async fn publish(cx: &mut Cx, _: Moderator, wording: Wording) -> Result<Reply> {
    let looked = match waits(cx, wording).await? {
        Ok(looked) => looked,
        Err((shown, toast)) => return Ok(Reply::edit(shown).toasting(toast)),
    };
    let settled = Settled { verdict: Verdict::Published, by: Some(cx.me.id), why: None };
    go_on(cx, looked, settled).await
}

/// The reasons to choose from.
pub async fn choose_reason(cx: &mut Cx, _: Moderator, wording: Wording, refusal: Refusal) -> Result<Reply> {
    leave(cx).await?;
    Ok(match waits(cx, wording).await? {
        Ok(looked) => Reply::edit(view::reasons(cx.t(), &looked, refusal)),
        Err((shown, toast)) => Reply::edit(shown).toasting(toast),
    })
}

/// Asks the author to word it anew, or declines it, with a ready reason.
pub async fn refuse(
    cx: &mut Cx,
    _: Moderator,
    wording: Wording,
    refusal: Refusal,
    reason: Reason,
) -> Result<Reply> {
    let looked = match waits(cx, wording).await? {
        Ok(looked) => looked,
        Err((shown, toast)) => return Ok(Reply::edit(shown).toasting(toast)),
    };
    let why = Some(Why::Ready(reason));
    go_on(cx, looked, Settled { verdict: refusal.into(), by: Some(cx.me.id), why }).await
}

/// Settles it from a screen, which then shows the next one.
async fn go_on(cx: &mut Cx, looked: Looked, settled: Settled) -> Result<Reply> {
    let id = looked.review.id;
    let (number, verdict) = (looked.proposal.id, settled.verdict);
    leave(cx).await?;
    settle(cx, looked, settled).await?;
    let next = pile(cx, Some(id)).await?;
    Ok(Reply::edit(next).toasting(view::settled_toast(cx.t(), number, verdict)))
}

/// Asks for a reason in the organizer's own words.
pub async fn type_reason(cx: &mut Cx, _: Moderator, wording: Wording, refusal: Refusal) -> Result<Reply> {
    Ok(match waits(cx, wording).await? {
        Ok(looked) => {
            let same = State::Refusing(wording, refusal);
            if cx.dialogue.now != same {
                cx.dialogue.begin(same);
            }
            Reply::send(view::ask_reason(cx.t(), looked.proposal.id, refusal))
        }
        Err((shown, toast)) => Reply::edit(shown).toasting(toast),
    })
}

/// The question of that dialogue, asked again.
pub async fn ask(cx: &mut Cx, _: Moderator, wording: Wording, refusal: Refusal) -> Result<View> {
    Ok(match waits(cx, wording).await? {
        Ok(looked) => view::ask_reason(cx.t(), looked.proposal.id, refusal),
        Err((shown, _)) => shown,
    })
}

/// The reason was written.
pub async fn said(
    cx: &mut Cx,
    _: Moderator,
    wording: Wording,
    refusal: Refusal,
    typed: &str,
) -> Result<Reply> {
    let note = match ReviewNote::parse(typed) {
        Ok(note) => note,
        Err(unfit) => return Ok(Reply::send(refuse_reason(cx.t(), unfit))),
    };
    let looked = match waits(cx, wording).await? {
        Ok(looked) => looked,
        Err((shown, _)) => {
            cx.dialogue.finish();
            let word = view::reason_too_late(cx.t());
            return Ok(Reply::send(word).and_send(shown));
        }
    };
    cx.dialogue.finish();
    let (number, verdict) = (looked.proposal.id, refusal.into());
    settle(cx, looked, Settled { verdict, by: Some(cx.me.id), why: Some(Why::Said(note)) }).await?;
    let waiting = store::reviews::waiting(&mut cx.tx).await?;
    Ok(Reply::send(view::told(cx.t(), number, verdict, waiting)))
}

fn refuse_reason(t: &Texts, unfit: Unfit) -> View {
    view::reason_unfit(t, unfit)
}

/// Settles what waits: the proposal moves on, its author hears of it, and the organizers' cards show it.
async fn settle(cx: &mut Cx, looked: Looked, settled: Settled) -> Result<()> {
    let Looked { review, proposal, .. } = &looked;
    if !store::reviews::settle(&mut cx.tx, review.id, &settled, cx.now).await? {
        return Ok(());
    }
    move_on(cx, review, proposal, settled.verdict).await?;
    acts::note(cx, Act::Reviewed(proposal.id, settled.verdict)).await?;
    if let Some(author) = proposal.author
        && let Some((author, _)) = people::store::get(&mut cx.tx, author).await?
    {
        let word = view::answer(author.lang.texts(), proposal, &settled);
        outbox::store::tell(&mut cx.tx, &author, Urgency::Awaited, None, &word, cx.now).await?;
    }
    show_settled(cx, looked, settled).await
}

async fn move_on(cx: &mut Cx, review: &Review, proposal: &Proposal, verdict: Verdict) -> Result<()> {
    let published = proposal.state.is_public();
    let state = match verdict {
        Verdict::Published => {
            let edited = published.then_some(cx.now);
            store::reword(&mut cx.tx, proposal.id, &review.written, edited).await?;
            if published {
                return Ok(());
            }
            ProposalState::PUBLISHED
        }
        // Of what is published the old words stay.
        _ if published => return Ok(()),
        Verdict::Returned => ProposalState::Returned,
        Verdict::Declined => ProposalState::Declined,
        Verdict::TakenBack => return Ok(()),
    };
    let became = match state {
        ProposalState::Returned => Became::Returned,
        ProposalState::Declined => Became::Declined,
        _ => Became::Published,
    };
    // The author hears of it at once.
    let step = NewStep { by: Some(cx.me.id), told: true, ..NewStep::of(became) };
    life::note(&mut cx.tx, proposal.id, &step, cx.now).await?;
    store::set_state(&mut cx.tx, proposal.id, state).await
}

/// Cards that are out show how it was settled; those that still wait for the end of quiet hours are not sent.
async fn show_settled(cx: &mut Cx, looked: Looked, settled: Settled) -> Result<()> {
    let subject = Subject::Review(looked.review.id);
    let unsent = outbox::store::cancel_waiting(&mut cx.tx, subject, None, cx.now).await?;
    let by_author = settled.verdict == Verdict::TakenBack;
    let by: Option<Name> = settled.by.and(cx.me.name.clone());
    let review = Review { settled: Some(settled), ..looked.review };
    let looked = Looked { review, by, waiting: looked.waiting - 1, ..looked };
    refresh(cx, &looked).await?;
    // Nobody was told of the others that wait, or whoever was is left with an empty card.
    if (unsent || by_author)
        && store::reviews::carded(&mut cx.tx).await?.is_none()
        && let Some(next) = store::reviews::next(&mut cx.tx, None).await?
    {
        send_card(cx, next.id).await?;
    }
    Ok(())
}

/// Brings the cards that organizers have of it up to date.
async fn refresh(cx: &mut Cx, looked: &Looked) -> Result<()> {
    let subject = Subject::Review(looked.review.id);
    for lang in Lang::ALL {
        let card = view::card(lang.texts(), looked);
        outbox::store::bring_up_to_date(&mut cx.tx, subject, lang, &card, None, cx.now).await?;
    }
    Ok(())
}

/// The author takes back what waits of a proposal, if anything does.
pub async fn take_back(cx: &mut Cx, proposal: ProposalId) -> Result<()> {
    let latest = store::reviews::latest(&mut cx.tx, proposal).await?;
    match latest.filter(|review| review.settled.is_none()) {
        Some(review) => take_back_one(cx, review.id).await,
        None => Ok(()),
    }
}

async fn take_back_one(cx: &mut Cx, id: ReviewId) -> Result<()> {
    let Some(looked) = look(cx, id).await? else { return Ok(()) };
    let settled = Settled { verdict: Verdict::TakenBack, by: None, why: None };
    store::reviews::settle(&mut cx.tx, id, &settled, cx.now).await?;
    show_settled(cx, looked, settled).await
}

/// Somebody leaves: organizers' cards lose their words, and their name.
pub async fn forget(cx: &mut Cx) -> Result<()> {
    for id in store::reviews::of_author(&mut cx.tx, cx.me.id).await? {
        take_back_one(cx, id).await?;
    }
    store::reviews::forget_words(&mut cx.tx, cx.me.id).await?;
    for id in store::reviews::settled_by(&mut cx.tx, cx.me.id).await? {
        if let Some(looked) = look(cx, id).await? {
            refresh(cx, &Looked { by: None, ..looked }).await?;
        }
    }
    Ok(())
}
