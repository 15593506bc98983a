//! Sectors and regions: added, renamed, retired by organizers.

use anyhow::Result;

use crate::acts::{self, Act};
use crate::cx::{Cx, Organizer};
use crate::ids::AffiliationId;
use crate::people::store::belonging;
use crate::people::view::affiliations as view;
use crate::ui::action::Dimension;
use crate::ui::state::{Label, State};
use crate::ui::view::{Reply, View};

/// How many may be offered at once: a keyboard that a thumb can still use.
const MOST: usize = 20;

/// All sectors or regions.
pub async fn list(cx: &mut Cx, _: Organizer, dimension: Dimension) -> Result<View> {
    let all = belonging::list(&mut cx.tx, dimension).await?;
    Ok(view::list(cx.t(), cx.me.lang, dimension, &all))
}

/// One of them, with what can be done.
pub async fn show(cx: &mut Cx, _: Organizer, id: AffiliationId) -> Result<Reply> {
    Ok(match belonging::get(&mut cx.tx, id).await? {
        Some(affiliation) => Reply::edit(view::one(cx.t(), cx.me.lang, &affiliation)),
        None => Reply::toast(cx.t().belonging_gone()),
    })
}

/// Asks for the name of a new one.
pub async fn ask_to_add(cx: &mut Cx, _: Organizer, dimension: Dimension) -> Result<Reply> {
    let offered = belonging::list(&mut cx.tx, dimension).await?.iter().filter(|a| !a.retired).count();
    if offered >= MOST {
        return Ok(Reply::alert(cx.t().affiliation_too_many(MOST)));
    }
    cx.dialogue.begin(State::AddingAffiliation(dimension));
    Ok(Reply::send(view::ask_name(cx.t(), dimension)))
}

/// The name of a new one was typed.
pub async fn add(cx: &mut Cx, organizer: Organizer, dimension: Dimension, typed: &str) -> Result<Reply> {
    let label = match Label::parse_line(typed) {
        Ok(label) => label,
        Err(unfit) => return Ok(Reply::send(view::name_unfit(cx.t(), unfit))),
    };
    let added = match is_taken(cx, dimension, &label, None).await? {
        true => None,
        false => belonging::insert(&mut cx.tx, dimension, &label).await?,
    };
    let Some(id) = added else { return Ok(Reply::send(view::name_taken(cx.t(), &label))) };
    acts::note(cx, Act::AddedAffiliation(id)).await?;
    cx.dialogue.finish();
    Ok(Reply::send(list(cx, organizer, dimension).await?.headed(&view::added(cx.t(), &label))))
}

/// Asks for another name.
pub fn ask_to_rename(cx: &mut Cx, _: Organizer, id: AffiliationId) -> Reply {
    cx.dialogue.begin(State::RenamingAffiliation(id));
    Reply::send(view::ask_other_name(cx.t()))
}

/// Another name was typed.
pub async fn rename(cx: &mut Cx, organizer: Organizer, id: AffiliationId, typed: &str) -> Result<Reply> {
    let label = match Label::parse_line(typed) {
        Ok(label) => label,
        Err(unfit) => return Ok(Reply::send(view::name_unfit(cx.t(), unfit))),
    };
    let dimension = belonging::get(&mut cx.tx, id).await?.map_or(Dimension::Sector, |a| a.dimension);
    if is_taken(cx, dimension, &label, Some(id)).await? || !belonging::rename(&mut cx.tx, id, &label).await? {
        return Ok(Reply::send(view::name_taken(cx.t(), &label)));
    }
    acts::note(cx, Act::RenamedAffiliation(id)).await?;
    cx.dialogue.finish();
    Ok(Reply::send(list(cx, organizer, dimension).await?.headed(&view::renamed(cx.t(), &label))))
}

/// Another one is called so, in either language; capitals make no difference to people.
async fn is_taken(
    cx: &mut Cx,
    dimension: Dimension,
    label: &Label,
    but: Option<AffiliationId>,
) -> Result<bool> {
    let same = |other: &Label| other.plain().to_lowercase() == label.plain().to_lowercase();
    let all = belonging::list(&mut cx.tx, dimension).await?;
    Ok(all.iter().any(|other| Some(other.id) != but && (same(&other.uk) || same(&other.en))))
}

/// Takes one off the lists, or puts it back.
pub async fn retire(cx: &mut Cx, organizer: Organizer, id: AffiliationId, retire: bool) -> Result<Reply> {
    if belonging::retire(&mut cx.tx, id, retire.then_some(cx.now)).await? {
        acts::note(cx, Act::RetiredAffiliation(id, retire)).await?;
    }
    let reply = show(cx, organizer, id).await?;
    Ok(reply.toasting(if retire { cx.t().affiliation_retired() } else { cx.t().affiliation_back() }))
}
