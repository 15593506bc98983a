//! Somebody for whom organizers have entered things comes to Telegram by their personal invitation: the person stays the
//! same, and what stands under their name is theirs.

use anyhow::Result;

use crate::cx::Cx;
use crate::ids::InviteId;
use crate::people::store::{self, coming, entered, offline};
use crate::people::view::{joining, taking_over as view};
use crate::people::{Invite, Person, Validity};
use crate::text::Html;
use crate::ui::state::{State, Via};
use crate::ui::view::{Reply, View};

/// Asks whether the invitation is for whoever opened it. A link is forwarded by mistake more easily than a name is
/// taken on purpose.
pub async fn ask(cx: &mut Cx, id: InviteId) -> Result<View> {
    let (_, person) = match invited(cx, id).await? {
        Ok(invited) => invited,
        Err(over) => return Ok(over),
    };
    let holdings = entered::holdings(&mut cx.tx, person.id).await?;
    Ok(view::is_it_you(cx.t(), person.name.as_ref(), holdings))
}

/// It is, or it is not.
pub async fn answer(cx: &mut Cx, mine: bool) -> Result<Reply> {
    // The dialogue knows the invitation, as only its code leads there: a button alone could be forged.
    let State::JoiningName(Via::Personal(id)) = cx.dialogue.now else {
        return Ok(Reply::toast(cx.t().button_stale()).stripping());
    };
    cx.dialogue.finish();
    if !mine {
        return Ok(Reply::edit(view::not_you(cx.t())));
    }
    let (invite, person) = match invited(cx, id).await? {
        Ok(invited) => invited,
        Err(over) => return Ok(Reply::edit(over)),
    };
    let holdings = entered::holdings(&mut cx.tx, person.id).await?;
    coming::use_invite(&mut cx.tx, invite.id, person.id).await?;
    offline::take_over(&mut cx.tx, person.id, &cx.me).await?;
    if let Some((me, _)) = store::get(&mut cx.tx, person.id).await? {
        cx.me = me;
    }
    Ok(Reply::edit(view::yours_now(cx.t(), cx.me.name.as_ref(), holdings)))
}

/// Somebody who has joined opened a personal invitation: it is not for them. None: it was another code.
pub async fn not_for_you(cx: &mut Cx, code: &str) -> Result<Option<Html>> {
    let invite = coming::invite_by_code(&mut cx.tx, code).await?;
    let personal =
        invite.filter(|invite| invite.whose.is_some() && invite.validity(cx.now) == Validity::Good);
    Ok(personal.map(|_| Html::ours(cx.t().personal_not_for_you())))
}

/// A personal invitation that still holds, and whose it is; or what there is to say instead.
async fn invited(cx: &mut Cx, id: InviteId) -> Result<Result<(Invite, Person), View>> {
    let invite = coming::invite(&mut cx.tx, id).await?;
    let validity = invite.as_ref().map_or(Validity::Revoked, |invite| invite.validity(cx.now));
    let Some((invite, whose)) = invite.and_then(|invite| invite.whose.map(|whose| (invite, whose))) else {
        return Ok(Err(joining::invite_is_over(cx.t(), validity)));
    };
    match offline::person(&mut cx.tx, whose).await? {
        Some(person) if validity == Validity::Good => Ok(Ok((invite, person))),
        _ => Ok(Err(joining::invite_is_over(cx.t(), validity))),
    }
}
