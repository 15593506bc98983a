//! Roles, given and taken in the chat. Whom it concerns hears of it; what they press from then on is asked anew.

use anyhow::Result;

use super::super::Person;
use super::super::team::{NotGiven, may_get};
use crate::acts::{self, Act};
use crate::alphabet::is_called;
use crate::cx::{Cx, Moderator, Owner};
use crate::ids::PersonId;
use crate::outbox::{self, Urgency};
use crate::people::store::{self, team};
use crate::people::view::team as view;
use crate::role::Role;
use crate::ui::state::{Name, State};
use crate::ui::view::{Paging, Reply, View};

/// How many a page shows.
const PAGE: u32 = 8;

/// Those who have a role.
pub async fn list(cx: &mut Cx, _: Owner, page: u32) -> Result<View> {
    let all = team::with_a_role(&mut cx.tx).await?;
    let at = Paging::new(page, PAGE, all.len());
    let shown: Vec<_> = at.cut(all).collect();
    Ok(view::list(cx.t(), &shown, at))
}

/// Everybody, or those found by what was typed. `page`: none: everybody again.
pub async fn choose(cx: &mut Cx, _: Owner, page: Option<u32>) -> Result<Reply> {
    match &mut cx.dialogue.now {
        State::ChoosingForTeam(typed) => *typed = typed.take().filter(|_| page.is_some()),
        _ => cx.dialogue.begin(State::ChoosingForTeam(None)),
    }
    Ok(Reply::edit(screen(cx, page.unwrap_or(0)).await?))
}

/// A part of a name was typed.
pub async fn typed(cx: &mut Cx, _: Owner, typed: &str) -> Result<Reply> {
    match Name::parse_line(typed) {
        Ok(name) => cx.dialogue.now = State::ChoosingForTeam(Some(name)),
        Err(unfit) => return Ok(Reply::send(super::joining::refuse_name(cx, unfit))),
    }
    Ok(Reply::send(screen(cx, 0).await?))
}

/// The question of that dialogue, asked again.
pub async fn ask_again(cx: &mut Cx, _: Owner) -> Result<View> {
    screen(cx, 0).await
}

async fn screen(cx: &mut Cx, page: u32) -> Result<View> {
    let typed = match &cx.dialogue.now {
        State::ChoosingForTeam(typed) => typed.clone(),
        _ => None,
    };
    let mut all = team::all(&mut cx.tx).await?;
    if let Some(typed) = &typed {
        all.retain(|one| is_called(one.name.plain(), typed.plain()));
    }
    let (found, at) = (all.len(), Paging::new(page, PAGE, all.len()));
    let shown: Vec<_> = at.cut(all).collect();
    Ok(view::choose(cx.t(), &shown, at, typed.as_ref().map(|typed| (typed, found))))
}

/// One of them, with the roles they could have.
pub async fn show(cx: &mut Cx, _: Owner, id: PersonId) -> Result<Reply> {
    finish_choosing(cx);
    Ok(match there(cx, id).await? {
        Some(person) => Reply::edit(view::one(cx.t(), &person, person.id == cx.me.id)),
        None => Reply::toast(cx.t().team_gone()),
    })
}

fn finish_choosing(cx: &mut Cx) {
    if matches!(cx.dialogue.now, State::ChoosingForTeam(_)) {
        cx.dialogue.finish();
    }
}

/// Somebody who is in and on Telegram.
async fn there(cx: &mut Cx, id: PersonId) -> Result<Option<Person>> {
    let found = store::get(&mut cx.tx, id).await?.map(|(person, _)| person);
    Ok(found.filter(|person| person.joined && !person.telegram.is_nobody()))
}

/// What a role means, before it is given.
pub async fn ask(cx: &mut Cx, owner: Owner, id: PersonId, role: Role) -> Result<Reply> {
    let Some(person) = there(cx, id).await? else { return Ok(Reply::toast(cx.t().team_gone())) };
    match may(cx, &person, role).await? {
        Ok(()) => Ok(Reply::edit(view::ask(cx.t(), &person, role))),
        Err(why) => Ok(refuse(cx, owner, id, why).await?),
    }
}

/// Gives it.
pub async fn give(cx: &mut Cx, owner: Owner, id: PersonId, role: Role) -> Result<Reply> {
    let Some(person) = there(cx, id).await? else { return Ok(Reply::toast(cx.t().team_gone())) };
    if let Err(why) = may(cx, &person, role).await? {
        return refuse(cx, owner, id, why).await;
    }
    if person.id == cx.me.id {
        return step_down(cx, role).await;
    }
    appoint(cx, &person, role).await?;
    let word = view::told(person.lang.texts(), role, cx.me.name.as_ref());
    outbox::store::tell(&mut cx.tx, &person, Urgency::Awaited, None, &word, cx.now).await?;
    Ok(Reply::edit(list(cx, owner, 0).await?).toasting(cx.t().team_given()))
}

async fn appoint(cx: &mut Cx, person: &Person, role: Role) -> Result<()> {
    store::appoint(&mut cx.tx, person.id, role).await?;
    acts::note(cx, Act::GaveRole(Some(person.id), role)).await?;
    cx.commands.push((person.telegram, role));
    Ok(())
}

async fn may(cx: &mut Cx, person: &Person, role: Role) -> Result<Result<(), NotGiven>> {
    let others = team::other_owners(&mut cx.tx, person.id).await?;
    Ok(may_get(person, role, cx.owners.contains(&person.telegram), others))
}

async fn refuse(cx: &mut Cx, owner: Owner, id: PersonId, why: NotGiven) -> Result<Reply> {
    Ok(match why {
        // The second of two owners who do the same: what it came to is on the screen.
        NotGiven::Already => show(cx, owner, id).await?.toasting(cx.t().team_already()),
        NotGiven::NotThere => Reply::toast(cx.t().team_gone()),
        NotGiven::BySettings => Reply::alert(cx.t().team_by_settings()),
        NotGiven::LastOwner => Reply::alert(cx.t().team_last_owner()),
    })
}

/// Whether to give one's own role up.
pub async fn ask_to_give_up(cx: &mut Cx, _: Moderator) -> Result<Reply> {
    let me = cx.me.clone();
    Ok(match may(cx, &me, Role::Participant).await? {
        Ok(()) => Reply::edit(view::ask_to_give_up(cx.t(), me.role)),
        Err(NotGiven::BySettings) => Reply::alert(cx.t().team_by_settings_you()),
        Err(_) => Reply::edit(view::hand_over_first(cx.t())),
    })
}

/// Gives it up.
pub async fn give_up(cx: &mut Cx, moderator: Moderator) -> Result<Reply> {
    let me = cx.me.clone();
    match may(cx, &me, Role::Participant).await? {
        Ok(()) => step_down(cx, Role::Participant).await,
        Err(_) => ask_to_give_up(cx, moderator).await,
    }
}

async fn step_down(cx: &mut Cx, role: Role) -> Result<Reply> {
    let me = cx.me.clone();
    appoint(cx, &me, role).await?;
    cx.me.role = role;
    Ok(Reply::edit(view::stepped_down(cx.t(), role)).toasting(cx.t().team_given()))
}

/// What the last owner is told who wants to leave: to hand over first. Where nobody else is in, nobody is left behind.
pub async fn hand_over_first(cx: &mut Cx) -> Result<Option<View>> {
    let conn = &mut cx.tx;
    let last = cx.me.is(Role::Owner) && !team::other_owners(conn, cx.me.id).await?;
    Ok((last && team::others(conn, cx.me.id).await?).then(|| view::hand_over_first(cx.t())))
}
