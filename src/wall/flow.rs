//! What an organizer does with a wall from the phone: opens it, chooses what it shows, takes it down.

use anyhow::Result;
use sqlx::SqliteConnection;

use super::view::{self, Choice, Shown};
use super::{Scene, Wall, store};
use crate::acts::{self, Act};
use crate::cx::{Cx, Organizer};
use crate::ids::SessionId;
use crate::l10n::Lang;
use crate::people::Validity;
use crate::people::store::coming;
use crate::sessions::Session;
use crate::ui::action::SceneKind;
use crate::ui::view::{Reply, View};
use crate::votes::Stage;
use crate::{polls, proposals, sessions, votes};

/// How many calls, polls or votes are offered to choose from.
const LISTED: i64 = 8;
/// How much of a question or a title says what is on the wall.
const WORDS: usize = 100;

/// The wall of the session that is on or next.
pub async fn start(cx: &mut Cx, organizer: Organizer) -> Result<View> {
    match sessions::store::at_hand(&mut cx.tx, cx.now).await? {
        Some(id) => Ok(show(cx, organizer, id).await?.edit.unwrap_or_else(|| view::no_session(cx.t()))),
        None => Ok(view::no_session(cx.t())),
    }
}

/// Shows a session's wall as its remote control; opens one where there is none.
pub async fn show(cx: &mut Cx, organizer: Organizer, id: SessionId) -> Result<Reply> {
    let Some(session) = sessions::store::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().session_gone()));
    };
    if cx.web.is_none() {
        return Ok(Reply::edit(view::off(cx.t(), id)));
    }
    let wall = match store::get(&mut cx.tx, id).await? {
        Some(wall) => wall,
        None => open(cx, organizer, id).await?,
    };
    Ok(Reply::edit(control(cx, &session, &wall).await?))
}

async fn open(cx: &mut Cx, _: Organizer, session: SessionId) -> Result<Wall> {
    let wall = Wall { session, code: cx.code(), lang: cx.me.lang, scene: Scene::Title, invite: None };
    store::save(&mut cx.tx, &wall).await?;
    acts::note(cx, Act::PutWallUp(session)).await?;
    Ok(wall)
}

/// The screen by which a wall is steered.
async fn control(cx: &mut Cx, session: &Session, wall: &Wall) -> Result<View> {
    let shown = shown(&mut cx.tx, wall.scene).await?;
    let calls = proposals::store::calls(&mut cx.tx, LISTED).await?.len();
    let link = cx.wall_link(&wall.code).unwrap_or_default();
    Ok(view::control(cx.t(), session, wall, &shown, calls > 1, &link))
}

/// What a scene is about.
async fn shown(conn: &mut SqliteConnection, scene: Scene) -> Result<Shown> {
    let mut counted = false;
    let words = match scene {
        Scene::Proposals(Some(id)) => {
            proposals::store::call(conn, id).await?.map(|call| call.question.beginning(WORDS))
        }
        Scene::Poll(id) => {
            polls::store::get(conn, id, None).await?.map(|(poll, _)| poll.question.beginning(WORDS))
        }
        Scene::Turnout(id) | Scene::Result(id) => votes::store::get(conn, id).await?.map(|vote| {
            counted = is_counted(vote.stage);
            vote.title.beginning(WORDS)
        }),
        Scene::Proposals(None) | Scene::Title | Scene::Join | Scene::Unity(_) | Scene::Gallery => None,
    };
    Ok(Shown { words, counted })
}

fn is_counted(stage: Stage) -> bool {
    matches!(stage, Stage::Counted | Stage::Over)
}

/// Puts something on the wall.
pub async fn put(cx: &mut Cx, _: Organizer, id: SessionId, scene: Scene) -> Result<Reply> {
    let (session, mut wall) = match found(cx, id).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(refusal),
    };
    if let Err(refusal) = may_show(cx, scene).await? {
        return Ok(refusal);
    }
    wall.scene = scene;
    if scene == Scene::Join {
        invite(cx, &session, &mut wall).await?;
    }
    store::save(&mut cx.tx, &wall).await?;
    Ok(Reply::edit(control(cx, &session, &wall).await?).toasting(cx.t().wall_shown_toast()))
}

/// A session with its wall; or what is said where one of them is gone.
async fn found(cx: &mut Cx, id: SessionId) -> Result<Result<(Session, Wall), Reply>> {
    let Some(session) = sessions::store::get(&mut cx.tx, id).await? else {
        return Ok(Err(Reply::toast(cx.t().session_gone())));
    };
    match store::get(&mut cx.tx, id).await? {
        Some(wall) => Ok(Ok((session, wall))),
        None => Ok(Err(Reply::edit(view::down(cx.t(), id)))),
    }
}

/// Buttons can be forged: there has to be something to show, and a result only when there is one.
async fn may_show(cx: &mut Cx, scene: Scene) -> Result<Result<(), Reply>> {
    let conn = &mut cx.tx;
    let exists = match scene {
        Scene::Proposals(Some(id)) => proposals::store::call(conn, id).await?.is_some(),
        Scene::Poll(id) => polls::store::get(conn, id, None).await?.is_some(),
        Scene::Turnout(id) => votes::store::get(conn, id).await?.is_some(),
        Scene::Result(id) => match votes::store::get(conn, id).await? {
            Some(vote) if !is_counted(vote.stage) => return Ok(Err(Reply::alert(cx.t().wall_not_counted()))),
            vote => vote.is_some(),
        },
        Scene::Title | Scene::Join | Scene::Proposals(None) | Scene::Unity(_) | Scene::Gallery => true,
    };
    Ok(if exists { Ok(()) } else { Err(Reply::toast(cx.t().button_stale())) })
}

/// Sees to it that one can join from the wall: until the session is over, and no longer.
async fn invite(cx: &mut Cx, session: &Session, wall: &mut Wall) -> Result<()> {
    let good = match wall.invite {
        Some(id) => {
            coming::invite(&mut cx.tx, id).await?.is_some_and(|i| i.validity(cx.now) == Validity::Good)
        }
        None => false,
    };
    if !good {
        let code = cx.code();
        let until = Some(session.details.span.over());
        wall.invite =
            Some(coming::insert_invite(&mut cx.tx, &code, Some(cx.me.id), None, until, cx.now).await?);
    }
    Ok(())
}

/// Shows something on the wall of the session that is on; none: there is no such wall.
pub async fn show_by_itself(cx: &mut Cx, scene: Scene) -> Result<Option<SessionId>> {
    let Some(id) = sessions::store::at_hand(&mut cx.tx, cx.now).await? else { return Ok(None) };
    let Some(wall) = store::get(&mut cx.tx, id).await? else { return Ok(None) };
    store::save(&mut cx.tx, &Wall { scene, ..wall }).await?;
    Ok(Some(id))
}

/// Which call, poll or vote the wall is to show.
pub async fn choose(cx: &mut Cx, _: Organizer, id: SessionId, kind: SceneKind) -> Result<Reply> {
    let conn = &mut cx.tx;
    let choices: Vec<Choice> = match kind {
        SceneKind::Proposals => proposals::store::calls(conn, LISTED)
            .await?
            .into_iter()
            .map(|call| Choice {
                scene: Scene::Proposals(Some(call.id)),
                words: call.question.beginning(40),
                open: call.open,
            })
            .collect(),
        SceneKind::Poll => polls::store::list(conn, &cx.me, true, cx.now, LISTED)
            .await?
            .into_iter()
            .map(|poll| Choice {
                scene: Scene::Poll(poll.id),
                words: poll.question.beginning(40),
                open: poll.open,
            })
            .collect(),
        SceneKind::Vote => votes::store::list(conn, cx.me.id, cx.now, LISTED)
            .await?
            .into_iter()
            .map(|vote| Choice {
                scene: Scene::Turnout(vote.id),
                words: vote.title.beginning(40),
                open: vote.open,
            })
            .collect(),
    };
    Ok(Reply::edit(view::choose(cx.t(), id, kind, &choices)))
}

/// In which language the wall's own words are.
pub async fn speak(cx: &mut Cx, _: Organizer, id: SessionId, lang: Lang) -> Result<Reply> {
    let (session, wall) = match found(cx, id).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(refusal),
    };
    let wall = Wall { lang, ..wall };
    store::save(&mut cx.tx, &wall).await?;
    Ok(Reply::edit(control(cx, &session, &wall).await?).toasting(cx.t().wall_shown_toast()))
}

/// Takes the wall down: whoever has its address sees nothing any more, and nobody joins by its code.
pub async fn take_down(cx: &mut Cx, _: Organizer, id: SessionId) -> Result<Reply> {
    if let Some(wall) = store::get(&mut cx.tx, id).await? {
        if let Some(invite) = wall.invite {
            coming::revoke_invite(&mut cx.tx, invite, cx.now).await?;
        }
        store::remove(&mut cx.tx, id).await?;
        acts::note(cx, Act::TookWallDown(id)).await?;
    }
    Ok(Reply::edit(view::down(cx.t(), id)).toasting(cx.t().wall_down_toast()))
}
