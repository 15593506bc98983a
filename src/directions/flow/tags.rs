//! Tags: which there are, and on what they are.

use anyhow::Result;

use crate::acts::{self, Act};
use crate::cx::{Cx, Moderator, Organizer};
use crate::directions::view::tags as view;
use crate::directions::{MOST, TagName, store};
use crate::ids::{ProposalId, TagId};
use crate::proposals;
use crate::ui::action::At;
use crate::ui::state::{SortingTask, State};
use crate::ui::view::{Reply, View};

/// All tags, to be changed.
pub async fn list(cx: &mut Cx, _: Organizer) -> Result<View> {
    let all = store::tags::all(&mut cx.tx).await?;
    Ok(view::list(cx.t(), &all))
}

/// One of them.
pub async fn show(cx: &mut Cx, _: Organizer, id: TagId) -> Result<Reply> {
    Ok(match store::tags::get(&mut cx.tx, id).await? {
        Some(tag) => Reply::edit(view::one(cx.t(), &tag)),
        None => Reply::toast(cx.t().tag_gone()),
    })
}

/// Asks what a new one says.
pub async fn ask_to_add(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    if store::tags::all(&mut cx.tx).await?.iter().filter(|tag| !tag.retired).count() >= MOST {
        return Ok(Reply::alert(cx.t().affiliation_too_many(MOST)));
    }
    cx.dialogue.begin(State::Sorting(SortingTask::AddTag));
    Ok(Reply::send(view::ask_name(cx.t())))
}

/// It was typed.
pub async fn add(cx: &mut Cx, organizer: Organizer, typed: &str) -> Result<Reply> {
    let name = match free_name(cx, typed, None).await? {
        Ok(name) => name,
        Err(refusal) => return Ok(Reply::send(refusal)),
    };
    let id = store::tags::insert(&mut cx.tx, &name).await?;
    acts::note(cx, Act::MadeTag(id)).await?;
    cx.dialogue.finish();
    let said = view::added(cx.t(), &name);
    Ok(Reply::send(list(cx, organizer).await?.headed(&said)))
}

async fn free_name(cx: &mut Cx, typed: &str, but: Option<TagId>) -> Result<Result<TagName, View>> {
    let name = match TagName::parse_line(typed) {
        Ok(name) => name,
        Err(unfit) => return Ok(Err(crate::directions::view::making::name_unfit(cx.t(), unfit))),
    };
    let taken = store::tags::all(&mut cx.tx).await?.into_iter().any(|other| {
        let said = crate::directions::view::title(cx.t(), &other.title);
        Some(other.id) != but && said.to_lowercase() == name.plain().to_lowercase()
    });
    Ok(if taken { Err(view::name_taken(cx.t(), &name)) } else { Ok(name) })
}

/// Asks what one is to say from now on.
pub async fn ask_to_rename(cx: &mut Cx, _: Organizer, id: TagId) -> Result<Reply> {
    if store::tags::get(&mut cx.tx, id).await?.is_none() {
        return Ok(Reply::toast(cx.t().tag_gone()));
    }
    cx.dialogue.begin(State::Sorting(SortingTask::RenameTag(id)));
    Ok(Reply::send(view::ask_other_name(cx.t())))
}

/// It was typed.
pub async fn rename(cx: &mut Cx, organizer: Organizer, id: TagId, typed: &str) -> Result<Reply> {
    let name = match free_name(cx, typed, Some(id)).await? {
        Ok(name) => name,
        Err(refusal) => return Ok(Reply::send(refusal)),
    };
    store::tags::rename(&mut cx.tx, id, &name).await?;
    acts::note(cx, Act::RenamedTag(id)).await?;
    cx.dialogue.finish();
    let said = view::renamed(cx.t(), &name);
    Ok(Reply::send(list(cx, organizer).await?.headed(&said)))
}

/// Takes one off the lists, or puts it back.
pub async fn retire(cx: &mut Cx, organizer: Organizer, id: TagId, retire: bool) -> Result<Reply> {
    if store::tags::retire(&mut cx.tx, id, retire.then_some(cx.now)).await? {
        acts::note(cx, Act::RetiredTag(id, retire)).await?;
    }
    let toast = if retire { cx.t().direction_retired() } else { cx.t().direction_back() };
    Ok(show(cx, organizer, id).await?.toasting(toast))
}

/// The tags of a proposal, to put on or take off.
pub async fn of(cx: &mut Cx, _: Moderator, id: ProposalId, at: At) -> Result<Reply> {
    let Some(proposal) = proposals::store::get(&mut cx.tx, id).await?.filter(|p| p.state.is_public()) else {
        return Ok(Reply::toast(cx.t().proposal_not_there()));
    };
    let (has, all) = (store::tags::of(&mut cx.tx, id).await?, store::tags::all(&mut cx.tx).await?);
    Ok(Reply::edit(view::of(cx.t(), &proposal, &has, &all, at)))
}

/// Puts one on a proposal, or takes it off.
pub async fn put(
    cx: &mut Cx,
    moderator: Moderator,
    id: ProposalId,
    tag: TagId,
    on: bool,
    at: At,
) -> Result<Reply> {
    let found = store::tags::get(&mut cx.tx, tag).await?;
    // One that is retired can still be taken off.
    let Some(found) = found.filter(|tag| !on || !tag.retired) else {
        return Ok(of(cx, moderator, id, at).await?.toasting(cx.t().tag_gone()));
    };
    let proposal = proposals::store::get(&mut cx.tx, id).await?;
    if !proposal.is_some_and(|proposal| proposal.state.is_public()) {
        return Ok(Reply::toast(cx.t().proposal_not_there()));
    }
    let toast = view::put(cx.t(), &found, on);
    // Pressed twice, or by somebody else before, it is so all the same.
    if store::tags::put(&mut cx.tx, id, tag, on).await? {
        acts::note(cx, Act::Tagged(id, on)).await?;
    }
    Ok(of(cx, moderator, id, at).await?.toasting(toast))
}
