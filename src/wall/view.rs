//! The remote control of a wall, in the organizer's chat.

use super::{Scene, Wall};
use crate::ids::SessionId;
use crate::l10n::{Lang, Texts};
use crate::sessions::Session;
use crate::text::Html;
use crate::ui::action::{Action, Dimension, SceneKind};
use crate::ui::view::{View, chosen};

/// What the present scene is about.
#[derive(Debug)]
pub struct Shown {
    /// The words of its call, poll or vote, cut short.
    pub words: Option<String>,
    /// There is a result to reveal.
    pub counted: bool,
}

/// One of several calls, polls or votes.
#[derive(Debug)]
pub struct Choice {
    pub scene: Scene,
    pub words: String,
    pub open: bool,
}

/// What the wall shows, its address, and everything that it can show instead. `calls`: there are several.
pub fn control(t: &Texts, session: &Session, wall: &Wall, shown: &Shown, calls: bool, link: &str) -> View {
    let id = session.id;
    let text = Html::ours(t.wall_title(session.details.title.html()))
        .then(1, &Html::ours(t.wall_now(now(t, wall.scene, shown))))
        .then(1, &Html::ours(t.wall_link(Html::escape(link))));
    let at =
        |scene: Scene, label: String| (chosen(wall.scene == scene, label), Action::ShowOnWall(id, scene));
    let several =
        |on: bool, kind: SceneKind, label: String| (chosen(on, label), Action::ChooseScene(id, kind));
    let proposals = match calls {
        true => {
            several(matches!(wall.scene, Scene::Proposals(_)), SceneKind::Proposals, t.wall_scene_proposals())
        }
        false => at(Scene::Proposals(None), t.wall_scene_proposals()),
    };
    let on_vote = matches!(wall.scene, Scene::Turnout(_) | Scene::Result(_));
    let view = View::text(text)
        .row([at(Scene::Title, t.wall_scene_title()), at(Scene::Join, t.wall_scene_join())])
        .row([proposals, at(Scene::Gallery, t.wall_scene_gallery())])
        .row([
            several(matches!(wall.scene, Scene::Poll(_)), SceneKind::Poll, t.wall_scene_poll()),
            several(on_vote, SceneKind::Vote, t.wall_scene_vote()),
        ])
        .row([
            at(Scene::Unity(Dimension::Sector), t.wall_scene_sectors()),
            at(Scene::Unity(Dimension::Region), t.wall_scene_regions()),
        ]);
    let other = match wall.lang {
        Lang::Uk => (t.wall_speak_english(), Action::SpeakOnWall(id, Lang::En)),
        Lang::En => (t.wall_speak_ukrainian(), Action::SpeakOnWall(id, Lang::Uk)),
    };
    reveal(t, view, id, wall.scene, shown)
        .row([other, (t.wall_take_down(), Action::TakeWallDown(id))])
        .row([(t.back(), Action::ManageSession(id)), (t.to_menu(), Action::Menu)])
}

/// Where a vote is on the wall: its result shown, or hidden again.
fn reveal(t: &Texts, view: View, id: SessionId, scene: Scene, shown: &Shown) -> View {
    match (scene, shown) {
        (Scene::Turnout(vote), Shown { counted: true, .. }) => {
            view.button(t.wall_reveal(), Action::ShowOnWall(id, Scene::Result(vote)))
        }
        (Scene::Result(vote), _) => view.button(t.wall_hide(), Action::ShowOnWall(id, Scene::Turnout(vote))),
        _ => view,
    }
}

/// What is on the wall, in a line.
fn now(t: &Texts, scene: Scene, shown: &Shown) -> String {
    let label = match scene {
        Scene::Title => t.wall_scene_title(),
        Scene::Join => t.wall_scene_join(),
        Scene::Proposals(_) => t.wall_scene_proposals(),
        Scene::Poll(_) => t.wall_scene_poll(),
        Scene::Turnout(_) => t.wall_scene_turnout(),
        Scene::Result(_) => t.wall_scene_result(),
        Scene::Unity(Dimension::Sector) => t.wall_now_sectors(),
        Scene::Unity(Dimension::Region) => t.wall_now_regions(),
        Scene::Gallery => t.wall_scene_gallery(),
    };
    match &shown.words {
        Some(words) => format!("{label}: {}", Html::escape(words)),
        None => label,
    }
}

/// The calls, polls or votes to choose from.
pub fn choose(t: &Texts, id: SessionId, kind: SceneKind, choices: &[Choice]) -> View {
    let text = match (kind, choices.is_empty()) {
        (SceneKind::Proposals, _) => t.wall_choose_call(),
        (SceneKind::Poll, true) => t.wall_no_polls(),
        (SceneKind::Poll, false) => t.wall_choose_poll(),
        (SceneKind::Vote, true) => t.wall_no_votes(),
        (SceneKind::Vote, false) => t.wall_choose_vote(),
    };
    let view = choices.iter().fold(View::text(Html::ours(text)), |view, choice| {
        let mark = if choice.open { "🟢" } else { "🏁" };
        view.button(format!("{mark} {}", choice.words), Action::ShowOnWall(id, choice.scene))
    });
    let view = match kind {
        SceneKind::Proposals => {
            view.button(t.wall_all_calls(), Action::ShowOnWall(id, Scene::Proposals(None)))
        }
        SceneKind::Poll => view.button(t.poll_new(), Action::NewPoll),
        SceneKind::Vote => view.button(t.vote_new(), Action::NewVote),
    };
    view.row([(t.back(), Action::Wall(id)), (t.to_menu(), Action::Menu)])
}

/// It was taken down.
pub fn down(t: &Texts, id: SessionId) -> View {
    View::text(Html::ours(t.wall_is_down()))
        .button(t.wall_open_anew(), Action::Wall(id))
        .row([(t.back(), Action::ManageSession(id)), (t.to_menu(), Action::Menu)])
}

/// The operator has not switched walls on.
pub fn off(t: &Texts, id: SessionId) -> View {
    View::text(Html::ours(t.wall_off()))
        .row([(t.back(), Action::ManageSession(id)), (t.to_menu(), Action::Menu)])
}

/// There is no session yet.
pub fn no_session(t: &Texts) -> View {
    View::text(Html::ours(t.wall_no_session()))
        .row([(t.session_new(), Action::NewSession), (t.to_menu(), Action::Menu)])
}
