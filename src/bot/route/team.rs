//! Roles, and what was done by them: the owners' buttons, and giving up one's own role.

use anyhow::Result;

use crate::acts::flow as acts;
use crate::cx::Cx;
use crate::people::flow::team;
use crate::ui::action::{Acts, Team};
use crate::ui::view::Reply;

/// A button about roles.
pub async fn on_team_press(cx: &mut Cx, action: Team) -> Result<Reply> {
    match (action, cx.owner(), cx.moderator()) {
        (Team::AskToGiveUp, _, Some(moderator)) => team::ask_to_give_up(cx, moderator).await,
        (Team::GiveUp, _, Some(moderator)) => team::give_up(cx, moderator).await,
        (Team::List(page), Some(owner), _) => Ok(Reply::edit(team::list(cx, owner, page).await?)),
        (Team::Choose(page), Some(owner), _) => team::choose(cx, owner, page).await,
        (Team::One(id), Some(owner), _) => team::show(cx, owner, id).await,
        (Team::Ask(id, role), Some(owner), _) => team::ask(cx, owner, id, role).await,
        (Team::Give(id, role), Some(owner), _) => team::give(cx, owner, id, role).await,
        _ => Ok(Reply::toast(cx.t().button_stale())),
    }
}

/// A button about what was done.
pub async fn on_acts_press(cx: &mut Cx, action: Acts) -> Result<Reply> {
    match (action, cx.owner()) {
        (Acts::List(page, who), Some(owner)) => acts::list(cx, owner, page, who).await,
        (Acts::Who(page), Some(owner)) => acts::choose(cx, owner, page).await,
        (_, None) => Ok(Reply::toast(cx.t().button_stale())),
    }
}
