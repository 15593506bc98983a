//! Directions, tags and sorting: which button leads where. Reading is for everyone.

use anyhow::Result;

use crate::cx::{Cx, Moderator, Organizer};
use crate::directions::flow::{self as directions, making, pile, tags};
use crate::merging::flow as merging;
use crate::proposals::flow::{self as proposals, life, pick};
use crate::ui::action::{Life, Sorting};
use crate::ui::state::SortingTask;
use crate::ui::view::{Content, Reply, View};

/// A button.
pub async fn on_press(cx: &mut Cx, what: Sorting) -> Result<Reply> {
    match (what, cx.moderator()) {
        (Sorting::Directions, _) => Ok(Reply::edit(directions::list(cx).await?)),
        (Sorting::Found { direction, tag, page }, _) => proposals::found(cx, direction, tag, page).await,
        (Sorting::ChooseTag(direction), _) => directions::choose_tag(cx, direction).await,
        (for_moderators, Some(moderator)) => on_moderators_press(cx, moderator, for_moderators).await,
        _ => Ok(Reply::toast(cx.t().button_stale())),
    }
}

async fn on_moderators_press(cx: &mut Cx, moderator: Moderator, what: Sorting) -> Result<Reply> {
    match (what, cx.organizer()) {
        (Sorting::Home, _) => Ok(Reply::edit(pile::home(cx, moderator).await?)),
        (Sorting::Next(pile, after), _) => pile::next(cx, moderator, pile, after).await,
        (Sorting::Card { proposal, pile, page }, _) => pile::turn(cx, moderator, proposal, pile, page).await,
        (Sorting::Move(to), _) => pile::put(cx, moderator, to).await,
        (Sorting::ChooseDirection(id, page), _) => pile::choose(cx, moderator, id, page).await,
        (Sorting::TagsOf(id, at), _) => tags::of(cx, moderator, id, at).await,
        (Sorting::PutTag { proposal, tag, on, at }, _) => {
            tags::put(cx, moderator, proposal, tag, on, at).await
        }
        (for_organizers, Some(organizer)) => on_organizers_press(cx, organizer, for_organizers).await,
        _ => Ok(Reply::toast(cx.t().button_stale())),
    }
}

async fn on_organizers_press(cx: &mut Cx, organizer: Organizer, what: Sorting) -> Result<Reply> {
    match what {
        Sorting::Manage => Ok(Reply::edit(making::list(cx, organizer).await?)),
        Sorting::Add => making::ask_to_add(cx, organizer).await,
        Sorting::One(id) => making::show(cx, organizer, id).await,
        Sorting::Rename(id) => making::ask_to_rename(cx, organizer, id).await,
        Sorting::Describe(id) => making::ask_about(cx, organizer, id).await,
        Sorting::Undescribe(id) => making::undescribe(cx, organizer, id).await,
        Sorting::ChooseShade(id) => making::choose_shade(cx, organizer, id).await,
        Sorting::Paint(id, shade) => making::paint(cx, organizer, id, shade).await,
        Sorting::Place(id, place) => making::place(cx, organizer, id, place).await,
        Sorting::Retire(id, retire) => making::retire(cx, organizer, id, retire).await,
        Sorting::Tags => Ok(Reply::edit(tags::list(cx, organizer).await?)),
        Sorting::AddTag => tags::ask_to_add(cx, organizer).await,
        Sorting::Tag(id) => tags::show(cx, organizer, id).await,
        Sorting::RenameTag(id) => tags::ask_to_rename(cx, organizer, id).await,
        Sorting::RetireTag(id, retire) => tags::retire(cx, organizer, id, retire).await,
        // Everything else is for more people, and was taken above.
        _ => Ok(Reply::toast(cx.t().button_stale())),
    }
}

/// A button of what becomes of proposals.
pub async fn on_life(cx: &mut Cx, what: Life) -> Result<Reply> {
    match what {
        Life::Answer { merger, proposal, yes } => return merging::answer(cx, merger, proposal, yes).await,
        Life::Apart(id) => return merging::apart(cx, id).await,
        _ => {}
    }
    let Some(moderator) = cx.moderator() else { return Ok(Reply::toast(cx.t().button_stale())) };
    match what {
        Life::Decide(decision) => life::ask_why(cx, moderator, decision).await,
        Life::DecideNow(decision) => life::decide_now(cx, moderator, decision).await,
        Life::PickFor(purpose) => pick::start(cx, moderator, purpose).await,
        Life::PickPage(page) => pick::page(cx, moderator, page).await,
        Life::ChoosePickFrom => pick::choose_from(cx, moderator).await,
        Life::PickFrom(direction) => pick::show_from(cx, moderator, direction).await,
        Life::Pick { proposal, on, page } => pick::choose(cx, moderator, proposal, on, page).await,
        Life::PickAll => pick::choose_all(cx, moderator).await,
        Life::Picked => pick::done(cx, moderator).await,
        Life::MergeWords(id) => merging::take_words(cx, moderator, id).await,
        Life::MergeNow => merging::merge(cx, moderator).await,
        Life::StartSplit(id) => merging::start_split(cx, moderator, id).await,
        Life::SplitDrop => merging::drop_part(cx, moderator).await,
        Life::SplitNow => merging::split(cx, moderator).await,
        Life::Join { merger, proposal } => merging::join(cx, moderator, merger, proposal).await,
        // Everyone's, and taken above.
        Life::Answer { .. } | Life::Apart(_) => Ok(Reply::toast(cx.t().button_stale())),
    }
}

/// Words for what is being written.
pub async fn said(cx: &mut Cx, task: SortingTask, content: &Content) -> Result<Reply> {
    let typed = &content.text;
    match (task, cx.moderator(), cx.organizer()) {
        (SortingTask::Decide(decision), Some(moderator), _) => {
            life::said(cx, moderator, decision, typed).await
        }
        (SortingTask::Merge(_) | SortingTask::Split(_), Some(moderator), _) => {
            merging::said(cx, moderator, content).await
        }
        (SortingTask::Pick(_), Some(_), _) => Ok(Reply::send(pick::list(cx, 0).await?)),
        (SortingTask::AddDirection, _, Some(organizer)) => making::add(cx, organizer, typed).await,
        (SortingTask::RenameDirection(id), _, Some(organizer)) => {
            making::rename(cx, organizer, id, typed).await
        }
        (SortingTask::DescribeDirection(id), _, Some(organizer)) => {
            making::describe(cx, organizer, id, typed).await
        }
        (SortingTask::AddTag, _, Some(organizer)) => tags::add(cx, organizer, typed).await,
        (SortingTask::RenameTag(id), _, Some(organizer)) => tags::rename(cx, organizer, id, typed).await,
        _ => Ok(Reply::default()),
    }
}

/// The question of such a dialogue, asked again.
pub async fn ask(cx: &mut Cx, task: &SortingTask) -> Result<View> {
    use crate::directions::view::{making, tags};
    Ok(match task {
        SortingTask::Decide(decision) => life::ask(cx, *decision),
        SortingTask::Pick(_) => pick::list(cx, 0).await?,
        SortingTask::Merge(_) | SortingTask::Split(_) => merging::ask(cx).await?,
        SortingTask::AddDirection => making::ask_name(cx.t()),
        SortingTask::RenameDirection(_) => making::ask_other_name(cx.t()),
        SortingTask::DescribeDirection(id) => making::ask_about(cx.t(), *id),
        SortingTask::AddTag => tags::ask_name(cx.t()),
        SortingTask::RenameTag(_) => tags::ask_other_name(cx.t()),
    })
}
