//! What an organizer does for somebody who is not on Telegram: the flows that people have for themselves, run as that
//! person. The screens say for whom they are, and their buttons carry it.

use anyhow::Result;

use crate::cx::{Cx, Organizer};
use crate::ids::PersonId;
use crate::people::flow::offline as people;
use crate::people::store::offline;
use crate::people::view::offline as view;
use crate::ui::action::{Action, Offline};
use crate::ui::behalf;
use crate::ui::event::Press;
use crate::ui::view::Reply;

/// For whom a button is pressed. One that acts on words is for those whom the words are for.
pub fn whom(cx: &Cx, press: &Press) -> Option<PersonId> {
    let of_words = press.bound.is_some() || press.action == Some(Action::Resume);
    if of_words { cx.dialogue.whom } else { press.whom }
}

/// Runs a flow as somebody who is not on Telegram. Others do it by themselves.
pub async fn acting_for<F>(cx: &mut Cx, whom: PersonId, flow: F) -> Result<Reply>
where
    F: AsyncFnOnce(&mut Cx) -> Result<Reply>,
{
    let person = match cx.organizer() {
        Some(_) => offline::person(&mut cx.tx, whom).await?,
        None => None,
    };
    let Some(person) = person else {
        if cx.dialogue.whom == Some(whom) {
            cx.dialogue.finish();
        }
        return Ok(Reply::alert(cx.t().offline_gone()));
    };
    let name = person.name.clone();
    let mut reply = cx.acting_for(person, flow).await?;
    for view in reply.edit.iter_mut().chain(&mut reply.send) {
        behalf::put(view, whom);
        view::say_for_whom(cx.t(), view, whom, name.as_ref());
    }
    Ok(reply)
}

/// A button about those who are not on Telegram.
pub async fn on_offline_press(cx: &mut Cx, organizer: Organizer, action: Offline) -> Result<Reply> {
    match action {
        Offline::List(page) => Ok(Reply::edit(people::list(cx, organizer, page).await?)),
        Offline::Add => Ok(people::ask_to_add(cx, organizer)),
        Offline::One(id) => people::show(cx, organizer, id).await,
        Offline::Groups(id) => people::choose_groups(cx, organizer, id).await,
        Offline::Place(id, to) => people::place(cx, organizer, id, to).await,
        Offline::Invite(id) => people::invite(cx, organizer, id).await,
        Offline::RevokeInvite(id) => people::revoke_invite(cx, organizer, id).await,
        Offline::Remove(id) => people::ask_to_remove(cx, organizer, id).await,
        Offline::RemoveNow(id, keep) => people::remove(cx, organizer, id, keep).await,
    }
}
