//! Directions as organizers make them: named, described, coloured, put in order, retired.

use anyhow::Result;

use crate::acts::{self, Act};
use crate::cx::{Cx, Organizer};
use crate::directions::view::making as view;
use crate::directions::{About, MOST, Name, Shade, next_shade, reorder, store};
use crate::ids::DirectionId;
use crate::text::Unfit;
use crate::ui::state::{SortingTask, State};
use crate::ui::view::{Reply, View};

/// All directions, to be changed.
pub async fn list(cx: &mut Cx, _: Organizer) -> Result<View> {
    let all = store::all(&mut cx.tx).await?;
    Ok(view::list(cx.t(), &all))
}

/// One of them, with what can be done.
pub async fn show(cx: &mut Cx, organizer: Organizer, id: DirectionId) -> Result<Reply> {
    Ok(match one(cx, organizer, id).await? {
        Some(view) => Reply::edit(view),
        None => Reply::toast(cx.t().direction_gone()),
    })
}

async fn one(cx: &mut Cx, _: Organizer, id: DirectionId) -> Result<Option<View>> {
    let order = store::current(&mut cx.tx).await?;
    let found = store::get(&mut cx.tx, id).await?;
    Ok(found.map(|direction| {
        let place = order.iter().position(|other| other.id == id);
        view::one(cx.t(), &direction, place.zip(Some(order.len())))
    }))
}

/// Asks for the name of a new one.
pub async fn ask_to_add(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    if store::current(&mut cx.tx).await?.len() >= MOST {
        return Ok(Reply::alert(cx.t().directions_too_many(MOST)));
    }
    cx.dialogue.begin(State::Sorting(SortingTask::AddDirection));
    Ok(Reply::send(view::ask_name(cx.t())))
}

/// The name of a new one was typed.
pub async fn add(cx: &mut Cx, organizer: Organizer, typed: &str) -> Result<Reply> {
    let name = match free_name(cx, typed, None).await? {
        Ok(name) => name,
        Err(refusal) => return Ok(Reply::send(refusal)),
    };
    let used: Vec<Shade> = store::current(&mut cx.tx).await?.iter().map(|one| one.shade).collect();
    let id = store::insert(&mut cx.tx, &name, next_shade(&used)).await?;
    acts::note(cx, Act::MadeDirection(id)).await?;
    cx.dialogue.finish();
    let said = view::added(cx.t(), &name);
    Ok(Reply::send(shown(cx, organizer, id).await?.headed(&said)))
}

/// One that is there for certain.
async fn shown(cx: &mut Cx, organizer: Organizer, id: DirectionId) -> Result<View> {
    match one(cx, organizer, id).await? {
        Some(view) => Ok(view),
        None => list(cx, organizer).await,
    }
}

/// A name that no other direction has, whatever its capitals; otherwise, what is said.
async fn free_name(cx: &mut Cx, typed: &str, but: Option<DirectionId>) -> Result<Result<Name, View>> {
    let name = match Name::parse_line(typed) {
        Ok(name) => name,
        Err(unfit) => return Ok(Err(view::name_unfit(cx.t(), unfit))),
    };
    let same = |other: &Name| other.plain().to_lowercase() == name.plain().to_lowercase();
    let all = store::all(&mut cx.tx).await?;
    Ok(match all.iter().any(|other| Some(other.id) != but && same(&other.name)) {
        true => Err(view::name_taken(cx.t(), &name)),
        false => Ok(name),
    })
}

/// Asks for another name.
pub async fn ask_to_rename(cx: &mut Cx, _: Organizer, id: DirectionId) -> Result<Reply> {
    if store::get(&mut cx.tx, id).await?.is_none() {
        return Ok(Reply::toast(cx.t().direction_gone()));
    }
    cx.dialogue.begin(State::Sorting(SortingTask::RenameDirection(id)));
    Ok(Reply::send(view::ask_other_name(cx.t())))
}

/// Another name was typed.
pub async fn rename(cx: &mut Cx, organizer: Organizer, id: DirectionId, typed: &str) -> Result<Reply> {
    let name = match free_name(cx, typed, Some(id)).await? {
        Ok(name) => name,
        Err(refusal) => return Ok(Reply::send(refusal)),
    };
    store::rename(&mut cx.tx, id, &name).await?;
    acts::note(cx, Act::ChangedDirection(id)).await?;
    cx.dialogue.finish();
    let said = view::renamed(cx.t(), &name);
    Ok(Reply::send(shown(cx, organizer, id).await?.headed(&said)))
}

/// Asks what it is about.
pub async fn ask_about(cx: &mut Cx, _: Organizer, id: DirectionId) -> Result<Reply> {
    if store::get(&mut cx.tx, id).await?.is_none() {
        return Ok(Reply::toast(cx.t().direction_gone()));
    }
    cx.dialogue.begin(State::Sorting(SortingTask::DescribeDirection(id)));
    Ok(Reply::send(view::ask_about(cx.t(), id)))
}

/// What it is about was typed.
pub async fn describe(cx: &mut Cx, organizer: Organizer, id: DirectionId, typed: &str) -> Result<Reply> {
    let about = match About::parse(typed) {
        Ok(about) => about,
        Err(Unfit::Empty) => return Ok(Reply::send(view::ask_about(cx.t(), id))),
        Err(Unfit::TooLong { limit, length }) => {
            return Ok(Reply::send(view::about_too_long(cx.t(), limit, length)));
        }
    };
    store::describe(&mut cx.tx, id, Some(&about)).await?;
    acts::note(cx, Act::ChangedDirection(id)).await?;
    cx.dialogue.finish();
    let said = view::described(cx.t());
    Ok(Reply::send(shown(cx, organizer, id).await?.headed(&said)))
}

/// It needs no description.
pub async fn undescribe(cx: &mut Cx, organizer: Organizer, id: DirectionId) -> Result<Reply> {
    store::describe(&mut cx.tx, id, None).await?;
    acts::note(cx, Act::ChangedDirection(id)).await?;
    if cx.dialogue.now == State::Sorting(SortingTask::DescribeDirection(id)) {
        cx.dialogue.finish();
    }
    Ok(show(cx, organizer, id).await?.toasting(cx.t().direction_about_dropped()))
}

/// The palette.
pub async fn choose_shade(cx: &mut Cx, _: Organizer, id: DirectionId) -> Result<Reply> {
    Ok(match store::get(&mut cx.tx, id).await? {
        Some(direction) => Reply::edit(view::choose_shade(cx.t(), &direction)),
        None => Reply::toast(cx.t().direction_gone()),
    })
}

/// Another colour.
pub async fn paint(cx: &mut Cx, organizer: Organizer, id: DirectionId, shade: Shade) -> Result<Reply> {
    store::colour(&mut cx.tx, id, shade).await?;
    acts::note(cx, Act::ChangedDirection(id)).await?;
    Ok(show(cx, organizer, id).await?.toasting(cx.t().direction_painted()))
}

/// It is to stand at this place in the lists.
pub async fn place(cx: &mut Cx, organizer: Organizer, id: DirectionId, place: u32) -> Result<Reply> {
    let order: Vec<DirectionId> = store::current(&mut cx.tx).await?.iter().map(|one| one.id).collect();
    let place = usize::try_from(place).unwrap_or(usize::MAX);
    store::place(&mut cx.tx, &reorder(&order, id, place)).await?;
    acts::note(cx, Act::ChangedDirection(id)).await?;
    Ok(show(cx, organizer, id).await?.toasting(cx.t().direction_moved()))
}

/// Takes one off the lists, or puts it back, last.
pub async fn retire(cx: &mut Cx, organizer: Organizer, id: DirectionId, retire: bool) -> Result<Reply> {
    let current = store::current(&mut cx.tx).await?;
    if !retire && current.len() >= MOST && current.iter().all(|one| one.id != id) {
        return Ok(Reply::alert(cx.t().directions_too_many(MOST)));
    }
    if store::retire(&mut cx.tx, id, retire.then_some(cx.now)).await? {
        acts::note(cx, Act::RetiredDirection(id, retire)).await?;
    }
    let toast = if retire { cx.t().direction_retired() } else { cx.t().direction_back() };
    Ok(show(cx, organizer, id).await?.toasting(toast))
}
