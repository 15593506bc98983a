//! The organizers' side of a session that is announced: who comes, by answer, sector and region; and writing to them.

use anyhow::Result;

use super::super::store::{self, guests as invited};
use super::super::view::guests as view;
use crate::announcements::flow as announcing;
use crate::cx::{Cx, Organizer};
use crate::ids::{AffiliationId, SessionId};
use crate::people::store::belonging;
use crate::ui::action::{Audience, Dimension, Guests};
use crate::ui::view::{Paging, Reply};

/// How many a page shows.
const PAGE: u32 = 12;

/// Everything that can be done with a session, and how many said what.
pub async fn manage(cx: &mut Cx, _: Organizer, id: SessionId) -> Result<Reply> {
    let Some(session) = store::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().session_gone()));
    };
    let counts = invited::counts(&mut cx.tx, id).await?;
    let presence = super::door::presence(&mut cx.tx, &session).await?;
    Ok(Reply::edit(view::manage(cx.t(), cx.me.lang, &session, &counts, presence, cx.now)))
}

/// A page of those who said so and belong there, with their words.
pub async fn list(
    cx: &mut Cx,
    _: Organizer,
    guests: Guests,
    group: Option<AffiliationId>,
    page: u32,
) -> Result<Reply> {
    let named = announcing::named(&mut cx.tx, Audience { group, guests: Some(guests) }).await?;
    let Some(named) = named else { return Ok(Reply::toast(cx.t().session_gone())) };
    let all = invited::list(&mut cx.tx, guests, group).await?;
    let mut groups = belonging::list(&mut cx.tx, Dimension::Sector).await?;
    groups.extend(belonging::list(&mut cx.tx, Dimension::Region).await?);
    let total = all.len();
    let at = Paging::new(page, PAGE, total);
    let shown: Vec<_> = at.cut(all).collect();
    let list = view::List { guests, group, total, at };
    Ok(Reply::edit(view::list(cx.t(), cx.me.lang, &named, &list, &shown, &groups)))
}

/// Begins a message to some of them.
pub async fn write(cx: &mut Cx, organizer: Organizer, audience: Audience) -> Result<Reply> {
    announcing::start_for(cx, organizer, audience).await
}
