//! Going through proposals as cards, and one's own stances; [`unity`] is what comes of everybody's.

pub mod unity;

use anyhow::Result;

use super::polis::Stance;
use super::{Set, draw, store, view};
use crate::cx::Cx;
use crate::ids::ProposalId;
use crate::people::flow::entered::{self, Entered};
use crate::proposals::{self, Proposal};
use crate::ui::action::Dimension;
use crate::ui::view::{Paging, Reply, View};

/// How many of one's stances a page shows.
const PAGE: u32 = 6;
/// How many stances on each proposal weigh which cards come: more would cost time and change little.
const LOOKED_AT: u32 = 100;

/// The next card: of the set in progress, or of a new one.
pub async fn start(cx: &mut Cx) -> Result<View> {
    if let Some(card) = next_card(cx).await? {
        return Ok(card);
    }
    let waiting = store::waiting(&mut cx.tx, cx.me.id).await?;
    if waiting.is_empty() {
        let any = store::count_of(&mut cx.tx, cx.me.id).await? > 0;
        return Ok(view::nothing_waits(cx.t(), any));
    }
    let groups = store::groups(&mut cx.tx, Dimension::Sector).await?;
    let counted = store::count(&mut cx.tx, Dimension::Sector, &groups, Some(LOOKED_AT)).await?;
    let cards = draw(&waiting, &groups, &counted, cx.small_group, &mut cx.chance);
    store::save_set(&mut cx.tx, cx.me.id, &Set { cards, done: 0 }).await?;
    let card = next_card(cx).await?;
    Ok(card.unwrap_or_else(|| view::nothing_waits(cx.t(), true)))
}

/// The first card of the set that can still be shown; those that were withdrawn or answered elsewhere are taken away.
async fn next_card(cx: &mut Cx) -> Result<Option<View>> {
    let Some(mut set) = store::set(&mut cx.tx, cx.me.id).await? else { return Ok(None) };
    let drawn = set.cards.len();
    let mut shown = None;
    while let (None, Some(&id)) = (&shown, set.cards.first()) {
        let taken = store::stance_of(&mut cx.tx, id, cx.me.id).await?.is_some();
        shown = open(cx, id).await?.filter(|_| !taken);
        if shown.is_none() {
            set.cards.remove(0);
        }
    }
    if set.cards.len() < drawn {
        store::save_set(&mut cx.tx, cx.me.id, &set).await?;
    }
    Ok(shown.map(|proposal| view::card(cx.t(), &set, &proposal)))
}

/// A proposal on which this person may take a stance: published, not settled, and somebody else's.
async fn open(cx: &mut Cx, id: ProposalId) -> Result<Option<Proposal>> {
    let proposal = proposals::store::get(&mut cx.tx, id).await?;
    Ok(proposal.filter(|p| p.state.takes_stances() && p.author != Some(cx.me.id)))
}

/// A card was answered. A card of long ago changes that stance.
pub async fn take(cx: &mut Cx, id: ProposalId, stance: Stance) -> Result<Reply> {
    let mut set = store::set(&mut cx.tx, cx.me.id).await?.unwrap_or_default();
    if open(cx, id).await?.is_none() {
        let gone = cx.t().proposal_not_there();
        return Ok(if set.cards.contains(&id) {
            Reply::edit(go_on(cx).await?).toasting(gone)
        } else {
            Reply::toast(gone).stripping()
        });
    }
    let before = store::stance_of(&mut cx.tx, id, cx.me.id).await?;
    store::take(&mut cx.tx, id, cx.me.id, stance).await?;
    entered::note(cx, Entered::Stance(id)).await?;
    let toast = view::stance(cx.t(), stance);
    if set.answer(id) {
        store::save_set(&mut cx.tx, cx.me.id, &set).await?;
        return Ok(Reply::edit(go_on(cx).await?).toasting(toast));
    }
    // The second of two quick taps: the next card is there already, or the same was said before.
    let pressed = cx.press.as_ref().and_then(|press| press.message);
    if before == Some(stance) || (pressed.is_some() && pressed == cx.dialogue.painted) {
        return Ok(Reply::toast(toast));
    }
    Ok(show(cx, id, 0).await?.toasting(toast))
}

/// The next card; after the last one, what comes then.
async fn go_on(cx: &mut Cx) -> Result<View> {
    if let Some(card) = next_card(cx).await? {
        return Ok(card);
    }
    let done = store::set(&mut cx.tx, cx.me.id).await?.map_or(0, |set| set.done);
    store::end_set(&mut cx.tx, cx.me.id).await?;
    if done == 0 {
        return start(cx).await;
    }
    let left = store::waiting(&mut cx.tx, cx.me.id).await?.len();
    Ok(view::done(cx.t(), done, left))
}

/// One's own stances.
pub async fn mine(cx: &mut Cx, page: u32) -> Result<View> {
    let at = Paging::new(page, PAGE, store::count_of(&mut cx.tx, cx.me.id).await?);
    let listed = store::list_of(&mut cx.tx, cx.me.id, PAGE, at.offset()).await?;
    Ok(view::mine(cx.t(), &listed, at))
}

/// One proposal with one's own stance.
pub async fn show(cx: &mut Cx, id: ProposalId, page: u32) -> Result<Reply> {
    let Some(proposal) = open(cx, id).await? else { return Ok(Reply::toast(cx.t().proposal_not_there())) };
    let stance = store::stance_of(&mut cx.tx, id, cx.me.id).await?;
    Ok(Reply::edit(view::one(cx.t(), &proposal, stance, page)))
}

/// Takes another stance, from the list of one's own.
pub async fn change(cx: &mut Cx, id: ProposalId, stance: Stance, page: u32) -> Result<Reply> {
    if open(cx, id).await?.is_none() {
        return Ok(Reply::edit(mine(cx, page).await?).toasting(cx.t().proposal_not_there()));
    }
    let before = store::stance_of(&mut cx.tx, id, cx.me.id).await?;
    store::take(&mut cx.tx, id, cx.me.id, stance).await?;
    entered::note(cx, Entered::Stance(id)).await?;
    let toast = view::stance(cx.t(), stance);
    // A drawing's message cannot be edited into another: pressed twice, it would come twice.
    if before == Some(stance) {
        return Ok(Reply::toast(toast));
    }
    Ok(show(cx, id, page).await?.toasting(toast))
}
