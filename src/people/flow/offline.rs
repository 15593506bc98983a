//! People who are not on Telegram: added by organizers, with a sector and a region, so that they can vote on paper.

use anyhow::Result;

use crate::acts::{self, Act};
use crate::cx::{Cx, Organizer};
use crate::ids::{AffiliationId, PersonId};
use crate::people::store::{self, belonging, offline};
use crate::people::view::offline as view;
use crate::ui::action::Dimension;
use crate::ui::state::{Name, State};
use crate::ui::view::{Paging, Reply, View};
use crate::votes;

/// How many a page shows.
const PAGE: u32 = 8;

/// All of them, a page at a time.
pub async fn list(cx: &mut Cx, _: Organizer, page: u32) -> Result<View> {
    let all = offline::all(&mut cx.tx).await?;
    let at = Paging::new(page, PAGE, all.len());
    let shown: Vec<_> = at.cut(all).collect();
    Ok(view::list(cx.t(), &shown, at))
}

/// Asks for a name.
pub fn ask_to_add(cx: &mut Cx, _: Organizer) -> Reply {
    cx.dialogue.begin(State::AddingOffline);
    Reply::send(view::ask_name(cx.t()))
}

/// The name was typed.
pub async fn add(cx: &mut Cx, organizer: Organizer, typed: &str) -> Result<Reply> {
    let name = match Name::parse_line(typed) {
        Ok(name) => name,
        Err(unfit) => return Ok(Reply::send(super::joining::refuse_name(cx, unfit))),
    };
    let id = offline::insert(&mut cx.tx, &name, cx.me.lang, cx.now).await?;
    acts::note(cx, Act::AddedOffline(Some(id))).await?;
    cx.dialogue.finish();
    Ok(match show(cx, organizer, id).await? {
        Reply { edit: Some(view), .. } => Reply::send(view),
        other => other,
    })
}

/// One of them: what they belong to, and the choices.
pub async fn show(cx: &mut Cx, _: Organizer, id: PersonId) -> Result<Reply> {
    let Some(person) = offline::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().offline_gone()));
    };
    let sectors = belonging::list(&mut cx.tx, Dimension::Sector).await?;
    let regions = belonging::list(&mut cx.tx, Dimension::Region).await?;
    Ok(Reply::edit(view::one(cx.t(), cx.me.lang, &person, &sectors, &regions)))
}

/// They belong there.
pub async fn place(cx: &mut Cx, organizer: Organizer, id: PersonId, to: AffiliationId) -> Result<Reply> {
    let person = offline::get(&mut cx.tx, id).await?;
    let there = belonging::get(&mut cx.tx, to).await?.filter(|there| !there.retired);
    let Some((person, there)) = person.zip(there) else {
        return Ok(Reply::toast(cx.t().offline_gone()));
    };
    store::belong(&mut cx.tx, person.id, there.dimension, Some(to)).await?;
    acts::note(cx, Act::PlacedOffline(Some(id))).await?;
    Ok(show(cx, organizer, id).await?.toasting(cx.t().settings_saved()))
}

/// Asks whether to remove them.
pub async fn ask_to_remove(cx: &mut Cx, _: Organizer, id: PersonId) -> Result<Reply> {
    match offline::get(&mut cx.tx, id).await? {
        Some(person) => Ok(Reply::edit(view::ask_to_remove(cx.t(), &person))),
        None => Ok(Reply::toast(cx.t().offline_gone())),
    }
}

/// Removes them with all their data, as if they had left by themselves.
pub async fn remove(cx: &mut Cx, organizer: Organizer, id: PersonId) -> Result<Reply> {
    if let Some(person) = offline::get(&mut cx.tx, id).await? {
        votes::flow::withdraw_open_ballots(cx, person.id).await?;
        store::delete(&mut cx.tx, person.id).await?;
        acts::note(cx, Act::RemovedOffline).await?;
    }
    Ok(Reply::edit(list(cx, organizer, 0).await?).toasting(cx.t().offline_removed()))
}
