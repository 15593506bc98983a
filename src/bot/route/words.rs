//! Words and files, which belong to the current dialogue, and its question, asked again.

use anyhow::Result;

use super::behalf::acting_for;
use super::{bind, is_joining};
use crate::announcements::flow::after as after_sending;
use crate::announcements::{fits, flow as announcements};
use crate::audiences::flow as audiences;
use crate::bot::{menu, night};
use crate::cx::Cx;
use crate::imports::flow as imports;
use crate::letters::flow::{self as letters, answering};
use crate::people::flow::{affiliations, joining, offline, settings, team};
use crate::polls::flow::making as poll_making;
use crate::proposals::flow::{self as proposals, calls, reviews};
use crate::sessions::flow::{self as sessions, after, by_name, gallery, making as session_making};
use crate::ui::audience::Choosing;
use crate::ui::state::{Album, State};
use crate::ui::view::{Body, Content, Reply, View};
use crate::votes::flow::making;

/// Of an album the first file is taken. The others are not, and that is said once.
pub fn rest_of_album(cx: &mut Cx, album: Option<String>) -> Option<Reply> {
    let id = album?;
    match &mut cx.dialogue.album {
        Some(album) if album.id == id => {
            let told = std::mem::replace(&mut album.told, true);
            Some(if told { Reply::default() } else { Reply::send(menu::one_of_album(cx.t())) })
        }
        album => {
            *album = Some(Album { id, told: false });
            None
        }
    }
}

/// Words and files belong to the current dialogue; out of the blue they are offered back.
pub async fn on_words(cx: &mut Cx, content: Content) -> Result<Reply> {
    match cx.dialogue.whom {
        Some(whom) => acting_for(cx, whom, async |cx| on_own_words(cx, content).await).await,
        None => on_own_words(cx, content).await,
    }
}

async fn on_own_words(cx: &mut Cx, content: Content) -> Result<Reply> {
    let (moderator, organizer) = (cx.moderator(), cx.organizer());
    if let (Some(organizer), Some(Choosing::People { .. })) = (organizer, cx.dialogue.now.choosing())
        && let Some(found) = audiences::typed(cx, organizer, &content.text).await?
    {
        return Ok(found);
    }
    match (cx.dialogue.now.clone(), organizer) {
        (state, _) if !cx.may(state.needs()) => offer(cx, content),
        (State::Proposing(_), _) => proposals::said(cx, &content).await,
        (State::WritingLetter(_), _) => letters::said(cx, &content),
        (State::Renaming, _) => settings::name_typed(cx, &content.text).await,
        (State::AddingAffiliation(dimension), Some(organizer)) => {
            affiliations::add(cx, organizer, dimension, &content.text).await
        }
        (State::AddingOffline, Some(organizer)) => offline::add(cx, organizer, &content.text).await,
        (State::RenamingAffiliation(id), Some(organizer)) => {
            affiliations::rename(cx, organizer, id, &content.text).await
        }
        (State::Calling(_), Some(organizer)) => Ok(calls::said(cx, organizer, &content.text)),
        (State::MakingVote(_), Some(organizer)) => making::said(cx, organizer, &content.text).await,
        (State::MakingPoll(_), Some(organizer)) => poll_making::said(cx, organizer, &content.text).await,
        (State::Announcing(_), Some(organizer)) => announcements::said(cx, organizer, content).await,
        (State::Rewording(id, _), Some(organizer)) => after_sending::said(cx, organizer, id, content).await,
        (State::AddingWord(id), _) => sessions::add_word(cx, id, &content.text).await,
        (State::MakingSession(_), Some(organizer)) => {
            session_making::said(cx, organizer, &content.text).await
        }
        (State::WritingMinutes(id, _), Some(organizer)) => {
            after::said_minutes(cx, organizer, id, content).await
        }
        (State::AddingMaterials(id), Some(organizer)) => {
            after::add_material(cx, organizer, id, content).await
        }
        (State::LettingIn(id, _), Some(organizer)) => by_name::typed(cx, organizer, id, &content.text).await,
        (State::ChoosingForTeam(_), _) => match cx.owner() {
            Some(owner) => team::typed(cx, owner, &content.text).await,
            None => offer(cx, content),
        },
        (state, _) => match (state, moderator) {
            (State::Refusing(wording, refusal), Some(moderator)) => {
                reviews::said(cx, moderator, wording, refusal, &content.text).await
            }
            (State::AnsweringLetter(id), Some(moderator)) => {
                answering::answer(cx, moderator, id, content).await
            }
            (State::Sorting(task), Some(_)) => super::sorting::said(cx, task, &content).await,
            _ => offer(cx, content),
        },
    }
}

/// Nothing was asked, or it is no longer theirs to answer.
fn offer(cx: &mut Cx, content: Content) -> Result<Reply> {
    cx.dialogue.begin(State::Offered(content));
    Ok(Reply::send(menu::offer(cx)))
}

/// The current dialogue's question, asked again; below the words that it is about, where it does not say them.
pub async fn ask_again(cx: &mut Cx) -> Result<Option<Reply>> {
    let Some(question) = ask(cx).await? else { return Ok(None) };
    let words = match &cx.dialogue.now {
        State::Offered(content)
        | State::WritingMinutes(_, Some(content))
        | State::Rewording(_, Some(content)) => Some(content.clone()),
        State::Announcing(draft) => draft.content.clone(),
        State::WritingLetter(_) => letters::words(cx)?,
        _ => None,
    };
    let words = words.filter(|content| fits(content).is_ok()).map(|words| View::showing(Body::Copy(words)));
    Ok(Some(Reply { send: words.into_iter().chain([question]).collect(), ..Reply::default() }))
}

/// The current dialogue's question.
pub async fn ask(cx: &mut Cx) -> Result<Option<View>> {
    let organizer = cx.organizer();
    if let Some(organizer) = organizer
        && let Some(choosing) = audiences::ask(cx, organizer).await?
    {
        return Ok(Some(choosing));
    }
    Ok(match (cx.dialogue.now.clone(), organizer) {
        (state, _) if is_joining(&state) && !cx.me.joined => Some(joining::ask(cx).await?),
        (State::Proposing(_), _) => Some(proposals::ask(cx).await?),
        (State::WritingLetter(_), _) => Some(letters::ask(cx)?),
        (State::Renaming, _) => Some(crate::people::view::settings::ask_name(cx.t())),
        (State::Offered(_), _) => Some(menu::offer(cx)),
        (State::AddingAffiliation(dimension), Some(_)) => {
            Some(crate::people::view::affiliations::ask_name(cx.t(), dimension))
        }
        (State::RenamingAffiliation(_), Some(_)) => {
            Some(crate::people::view::affiliations::ask_other_name(cx.t()))
        }
        (State::AddingOffline, Some(_)) => Some(crate::people::view::offline::ask_name(cx.t())),
        (State::Calling(_), Some(_)) => Some(calls::ask(cx)),
        (State::MakingVote(_), Some(organizer)) => Some(making::ask(cx, organizer).await?),
        (State::MakingPoll(_), Some(organizer)) => Some(poll_making::ask(cx, organizer).await?),
        (State::Announcing(_), Some(organizer)) => Some(announcements::ask(cx, organizer).await?),
        (State::Rewording(..), Some(organizer)) => Some(after_sending::ask(cx, organizer)),
        (State::AddingWord(_), _) => Some(crate::sessions::view::ask_word(cx.t())),
        (State::MakingSession(_), Some(organizer)) => Some(session_making::ask(cx, organizer).await?),
        (State::WritingMinutes(..), Some(organizer)) => Some(after::ask(cx, organizer).await?),
        (State::AddingMaterials(_), Some(_)) => Some(crate::sessions::view::after::ask_materials(cx.t())),
        (State::AddingPictures(id, _), _) => Some(gallery::ask(cx, id).await?),
        (State::LettingIn(id, _), Some(organizer)) => by_name::ask(cx, organizer, id).await?,
        (State::Importing(_), Some(_)) => Some(imports::ask(cx).await?),
        (State::ChoosingForTeam(_), _) => match cx.owner() {
            Some(owner) => Some(team::ask_again(cx, owner).await?),
            None => None,
        },
        (state, _) => match (state, cx.moderator()) {
            (State::Refusing(wording, refusal), Some(moderator)) => {
                Some(reviews::ask(cx, moderator, wording, refusal).await?)
            }
            (State::AnsweringLetter(id), Some(moderator)) => Some(answering::ask(cx, moderator, id).await?),
            (State::Sorting(task), Some(_)) => Some(super::sorting::ask(cx, &task).await?),
            _ => None,
        },
    })
}

/// Goes on with what is being written.
pub async fn resume(cx: &mut Cx) -> Result<Reply> {
    match ask_again(cx).await? {
        Some(asked) => Ok(asked.stripping()),
        None => Ok(Reply::edit(menu::menu(cx).await?)),
    }
}

/// Gives up what is being written; what waited before it comes back.
pub async fn cancel(cx: &mut Cx) -> Result<Reply> {
    if matches!(cx.dialogue.now, State::Idle | State::Knocking) {
        return Ok(Reply::edit(menu::nothing_to_cancel(cx.t())));
    }
    let offered = matches!(cx.dialogue.now, State::Offered(_));
    cx.dialogue.finish();
    let more = cx.dialogue.now != State::Idle;
    if offered {
        return Ok(Reply::edit(menu::dropped(cx.t(), more)).toasting(cx.t().offer_dropped()));
    }
    Ok(Reply::edit(menu::cancelled(cx.t(), more)).toasting(cx.t().cancelled_toast()))
}

/// For somebody whose last answer may be lost: where they were.
pub async fn ask_after_restart(cx: &mut Cx) -> Result<Reply> {
    let asked = match cx.dialogue.whom {
        Some(whom) => Some(acting_for(cx, whom, resume).await?),
        None => ask_again(cx).await?,
    };
    let mut reply = match asked {
        Some(asked) => asked,
        None if cx.me.joined => Reply::send(menu::after_restart(cx).await?),
        None => Reply::default(),
    };
    night::warn(cx, &mut reply).await?;
    bind(cx, &mut reply);
    Ok(reply)
}
