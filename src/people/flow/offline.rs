//! People who are not on Telegram: added by organizers, who enter for them what they say on paper or by phone, until
//! they come by a personal invitation and take it over.

use std::time::Duration;

use anyhow::{Context, Result};

use super::{invites, settings};
use crate::acts::{self, Act};
use crate::cx::{Cx, Organizer};
use crate::ids::{AffiliationId, PersonId};
use crate::people::store::{self, belonging, coming, entered, offline};
use crate::people::view::offline as view;
use crate::people::{Invite, Validity};
use crate::ui::action::Dimension;
use crate::ui::state::{Name, State};
use crate::ui::view::{Paging, Reply, View};
use crate::{proposals, votes};

/// How many a page shows.
const PAGE: u32 = 8;
/// How long a personal invitation holds: it may travel by hand.
const INVITED_FOR: Duration = Duration::from_secs(30 * 24 * 3600);

/// All of them, a page at a time.
pub async fn list(cx: &mut Cx, _: Organizer, page: u32) -> Result<View> {
    let all = offline::all(&mut cx.tx).await?;
    let at = Paging::new(page, PAGE, all.len());
    let shown: Vec<_> = at.cut(all).collect();
    Ok(view::list(cx.t(), &shown, at))
}

/// Asks for a name.
pub fn ask_to_add(cx: &mut Cx, _: Organizer) -> Reply {
    cx.dialogue.begin(State::AddingOffline);
    Reply::send(view::ask_name(cx.t()))
}

/// The name was typed.
pub async fn add(cx: &mut Cx, organizer: Organizer, typed: &str) -> Result<Reply> {
    let name = match Name::parse_line(typed) {
        Ok(name) => name,
        Err(unfit) => return Ok(Reply::send(super::joining::refuse_name(cx, unfit))),
    };
    let id = offline::insert(&mut cx.tx, &name, cx.me.lang, cx.now).await?;
    acts::note(cx, Act::AddedOffline(Some(id))).await?;
    cx.dialogue.finish();
    Ok(match choose_groups(cx, organizer, id).await? {
        Reply { edit: Some(view), .. } => Reply::send(view),
        other => other,
    })
}

/// One of them: what stands under their name, and what can be entered for them.
pub async fn show(cx: &mut Cx, _: Organizer, id: PersonId) -> Result<Reply> {
    let Some(person) = offline::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().offline_gone()));
    };
    let mut groups = Vec::new();
    for group in [person.sector, person.region].into_iter().flatten() {
        groups.extend(belonging::get(&mut cx.tx, group).await?);
    }
    let holdings = entered::holdings(&mut cx.tx, id).await?;
    let mut open = Vec::new();
    for vote in votes::store::open_for(&mut cx.tx, id, cx.now).await? {
        open.extend(votes::store::get(&mut cx.tx, vote).await?);
    }
    let view = view::one(cx.t(), cx.me.lang, &person, &groups, holdings, &open);
    let on_text = cx.press.as_ref().is_none_or(|press| press.on_text);
    Ok(if on_text { Reply::edit(view) } else { Reply::send(view) })
}

/// The sectors and regions to choose from.
pub async fn choose_groups(cx: &mut Cx, _: Organizer, id: PersonId) -> Result<Reply> {
    let Some(person) = offline::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().offline_gone()));
    };
    let sectors = belonging::list(&mut cx.tx, Dimension::Sector).await?;
    let regions = belonging::list(&mut cx.tx, Dimension::Region).await?;
    Ok(Reply::edit(view::groups(cx.t(), cx.me.lang, &person, &sectors, &regions)))
}

/// They belong there.
pub async fn place(cx: &mut Cx, organizer: Organizer, id: PersonId, to: AffiliationId) -> Result<Reply> {
    let person = offline::get(&mut cx.tx, id).await?;
    let there = belonging::get(&mut cx.tx, to).await?.filter(|there| !there.retired);
    let Some((person, there)) = person.zip(there) else {
        return Ok(Reply::toast(cx.t().offline_gone()));
    };
    store::belong(&mut cx.tx, person.id, there.dimension, Some(to)).await?;
    acts::note(cx, Act::PlacedOffline(Some(id))).await?;
    Ok(choose_groups(cx, organizer, id).await?.toasting(cx.t().settings_saved()))
}

/// The invitation by which they take over what stands under their name: the one there is, or a new one.
pub async fn invite(cx: &mut Cx, _: Organizer, id: PersonId) -> Result<Reply> {
    let Some(person) = offline::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().offline_gone()));
    };
    let good = |invite: &Invite| invite.validity(cx.now) == Validity::Good;
    let invite = match coming::personal(&mut cx.tx, id).await?.filter(good) {
        Some(invite) => invite,
        None => {
            let code = cx.code();
            let until = cx.now.after(INVITED_FOR);
            let made = coming::insert_personal(&mut cx.tx, &code, cx.me.id, id, until, cx.now).await?;
            acts::note(cx, Act::MadeInvite(made)).await?;
            coming::invite(&mut cx.tx, made).await?.context("An invitation that was just made")?
        }
    };
    let link = cx.start_link(&invite.code);
    let png = invites::qr(&link)?;
    Ok(Reply::send(view::invite(cx.t(), cx.me.lang, &person, &invite, &link, png, cx.now)))
}

/// Their invitation lets nobody in any more.
pub async fn revoke_invite(cx: &mut Cx, organizer: Organizer, id: PersonId) -> Result<Reply> {
    if let Some(invite) = coming::personal(&mut cx.tx, id).await?
        && coming::revoke_invite(&mut cx.tx, invite.id, cx.now).await?
    {
        acts::note(cx, Act::RevokedInvite(invite.id)).await?;
    }
    // The link that is void now goes from the chat, too.
    Ok(match show(cx, organizer, id).await? {
        Reply { send, .. } if !send.is_empty() => {
            Reply { edit: Some(view::invite_revoked(cx.t())), send, ..Reply::default() }
        }
        other => other,
    }
    .toasting(cx.t().invite_revoked()))
}

/// Asks whether to remove them.
pub async fn ask_to_remove(cx: &mut Cx, _: Organizer, id: PersonId) -> Result<Reply> {
    let Some(person) = offline::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().offline_gone()));
    };
    let proposals = proposals::store::count_of_author(&mut cx.tx, id).await?;
    Ok(Reply::edit(view::ask_to_remove(cx.t(), &person, proposals)))
}

/// Removes them with all their data, as if they had left by themselves; `keep`: published proposals stay, unsigned.
pub async fn remove(cx: &mut Cx, organizer: Organizer, id: PersonId, keep: bool) -> Result<Reply> {
    if let Some(person) = offline::person(&mut cx.tx, id).await? {
        cx.acting_for(person, async |cx| settings::forget(cx, keep).await).await?;
        acts::note(cx, Act::RemovedOffline).await?;
    }
    Ok(Reply::edit(list(cx, organizer, 0).await?).toasting(cx.t().offline_removed()))
}
