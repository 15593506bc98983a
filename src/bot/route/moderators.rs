//! What moderators may do: look at proposals before others see them, and answer letters.

use anyhow::Result;

use super::organizers::on_organizers_press;
use crate::announcements::flow as announcements;
use crate::bot::menu;
use crate::cx::{Cx, Moderator};
use crate::letters::flow::answering;
use crate::polls::flow as polls;
use crate::proposals::flow::reviews;
use crate::role::Role;
use crate::ui::action::{Action, Letters};
use crate::ui::view::Reply;

/// What is said to the one who acts, if that needs another role than theirs.
pub fn only_for(cx: &Cx, needs: Option<Role>) -> Option<String> {
    if cx.may(needs) {
        return None;
    }
    Some(match needs {
        Some(Role::Owner) => cx.t().owners_only(),
        Some(Role::Moderator) => cx.t().moderators_only(),
        _ => cx.t().organizers_only(),
    })
}

/// A button of the moderators', or of the organizers'.
pub async fn on_moderators_press(cx: &mut Cx, moderator: Moderator, action: Action) -> Result<Reply> {
    match action {
        Action::Desk => {
            polls::leave(cx).await?;
            announcements::leave(cx).await?;
            Ok(Reply::edit(menu::desk(cx, moderator).await?))
        }
        Action::Reviews(after) => reviews::next(cx, moderator, after).await,
        Action::Review(id) => reviews::show(cx, moderator, id).await,
        Action::Publish(wording) => reviews::publish(cx, moderator, wording).await,
        Action::ChooseReason(wording, refusal) => {
            reviews::choose_reason(cx, moderator, wording, refusal).await
        }
        Action::Refuse(wording, refusal, reason) => {
            reviews::refuse(cx, moderator, wording, refusal, reason).await
        }
        Action::TypeReason(wording, refusal) => reviews::type_reason(cx, moderator, wording, refusal).await,
        Action::AnswerLetter(id) => answering::start(cx, moderator, id).await,
        Action::Letters(Letters::List(page)) => answering::list(cx, moderator, page).await,
        Action::Letters(Letters::Show(id)) => answering::show(cx, moderator, id).await,
        Action::Letters(Letters::Words(id)) => answering::show_words(cx, moderator, id).await,
        Action::Letters(Letters::Settle(id)) => answering::settle(cx, moderator, id).await,
        for_organizers => match cx.organizer() {
            Some(organizer) => on_organizers_press(cx, organizer, for_organizers).await,
            None => Ok(Reply::toast(cx.t().button_stale())),
        },
    }
}
