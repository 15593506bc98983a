//! The organizers' side of a session that is announced: who comes, by answer, sector and region; and writing to them.

use anyhow::Result;
use sqlx::SqliteConnection;

use super::super::Session;
use super::super::store::{self, guests as invited};
use super::super::view::guests as view;
use crate::announcements::flow as announcing;
use crate::audiences;
use crate::cx::{Cx, Organizer};
use crate::ids::{AffiliationId, SessionId};
use crate::people::store::belonging;
use crate::ui::action::{Dimension, Guests};
use crate::ui::audience::Audience;
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
    let said = audiences::flow::said(&mut cx.tx, cx.me.lang, &some_of(guests, group)).await?;
    let Some(said) = said else { return Ok(Reply::toast(cx.t().session_gone())) };
    let all = invited::list(&mut cx.tx, guests, group).await?;
    let mut groups = belonging::list(&mut cx.tx, Dimension::Sector).await?;
    groups.extend(belonging::list(&mut cx.tx, Dimension::Region).await?);
    let total = all.len();
    let at = Paging::new(page, PAGE, total);
    let shown: Vec<_> = at.cut(all).collect();
    let list = view::List { guests, group, total, at };
    Ok(Reply::edit(view::list(cx.t(), cx.me.lang, &said, &list, &shown, &groups)))
}

/// Begins a message to some of them.
pub async fn write(
    cx: &mut Cx,
    organizer: Organizer,
    guests: Guests,
    group: Option<AffiliationId>,
) -> Result<Reply> {
    announcing::start_for(cx, organizer, some_of(guests, group)).await
}

/// Guests who said so, of one sector or region if that is chosen.
fn some_of(guests: Guests, group: Option<AffiliationId>) -> Audience {
    Audience { answers: vec![guests], ..Audience::within(group) }
}

/// Whoever has joined since a session was announced, or was added without Telegram, is invited, too, where it is for
/// everyone or for their sector or region.
pub async fn invite_since(conn: &mut SqliteConnection, session: &Session) -> Result<()> {
    let audience = &session.details.audience;
    if !audience.takes_newcomers() {
        return Ok(());
    }
    let people = audiences::store::people(conn, audience, None, false).await?;
    invited::invite(conn, session.id, &people).await
}
