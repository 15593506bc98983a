//! "Read and understood": one press of those who have an announcement; for organizers who has pressed, who has not, and a
//! reminder to these.

use anyhow::Result;

use super::super::{Announcement, BETWEEN_REMINDERS, store, view};
use super::screen;
use crate::acts::{self, Act};
use crate::alphabet;
use crate::cx::{Cx, Organizer};
use crate::ids::AnnouncementId;
use crate::l10n::Lang;
use crate::outbox::{self, Hold};
use crate::ui::view::{Paging, Reply};

/// How many names a page shows.
const PAGE: u32 = 20;

/// Somebody says that they have read it, or takes that back.
pub async fn read(cx: &mut Cx, id: AnnouncementId, read: bool) -> Result<Reply> {
    if mine(cx, id).await?.is_none_or(|one| one.withdrawn_at.is_some() || !one.asks) {
        return Ok(Reply::toast(cx.t().announce_gone()).stripping());
    }
    if store::set_read(&mut cx.tx, id, cx.me.id, read, cx.now).await? {
        store::has_news(&mut cx.tx, id).await?;
    }
    let toast = if read { cx.t().announce_read_toast() } else { cx.t().announce_unread_toast() };
    Ok(Reply::edit(view::read_buttons(cx.t(), id, read)).toasting(toast))
}

/// Shows it to somebody again who has it, below a reminder.
pub async fn again(cx: &mut Cx, id: AnnouncementId) -> Result<Reply> {
    let Some(Announcement { content: Some(content), asks, withdrawn_at: None, .. }) = mine(cx, id).await?
    else {
        return Ok(Reply::toast(cx.t().announce_gone()).stripping());
    };
    let read = store::has_read(&mut cx.tx, id, cx.me.id).await?;
    Ok(Reply::send(view::announcement(cx.t(), id, content, asks, read)))
}

/// The announcement, if it was sent to the one who asks.
async fn mine(cx: &mut Cx, id: AnnouncementId) -> Result<Option<Announcement>> {
    let Some(announcement) = store::get(&mut cx.tx, id).await? else { return Ok(None) };
    let Some(mailing) = announcement.mailing() else { return Ok(None) };
    Ok(store::has(&mut cx.tx, mailing, cx.me.id).await?.then_some(announcement))
}

/// A page of those who have read it, or have not, by name. Where nobody may know who is in its audience, only how many.
pub async fn list(cx: &mut Cx, _: Organizer, id: AnnouncementId, read: bool, page: u32) -> Result<Reply> {
    let Some(announcement) = store::get(&mut cx.tx, id).await?.filter(|one| one.asks) else {
        return Ok(Reply::toast(cx.t().announce_gone()));
    };
    let Some(mailing) = announcement.mailing() else { return Ok(Reply::toast(cx.t().announce_gone())) };
    super::leave(cx).await?;
    let people = [
        store::who_read(&mut cx.tx, id, mailing, Some(true)).await?,
        store::who_read(&mut cx.tx, id, mailing, Some(false)).await?,
    ];
    let counts = [0, 1].map(|at: usize| announcement.audience.told(people[at].count, cx.small_group));
    let mut names = match announcement.audience.is_hidden() {
        true => Vec::new(),
        false => store::called(&mut cx.tx, &people[usize::from(!read)]).await?,
    };
    alphabet::sort(&mut names, |name| name.plain());
    let at = Paging::new(page, PAGE, names.len());
    let shown: Vec<_> = at.cut(names).collect();
    Ok(Reply::edit(view::list::readers(cx.t(), &announcement, counts, read, &shown, at)))
}

/// Reminds those who have not read it, outside of their quiet hours.
pub async fn remind(cx: &mut Cx, _: Organizer, id: AnnouncementId) -> Result<Reply> {
    let found = store::get(&mut cx.tx, id).await?;
    let Some(announcement) = found.filter(|one| one.asks && one.withdrawn_at.is_none()) else {
        return Ok(screen(cx, id).await?.toasting(cx.t().announce_withdrawn_already()));
    };
    let Some(mailing) = announcement.mailing() else { return Ok(Reply::toast(cx.t().announce_gone())) };
    if announcement.reminded_at.is_some_and(|at| at.after(BETWEEN_REMINDERS) > cx.now) {
        return Ok(Reply::alert(cx.t().announce_reminded_lately()));
    }
    let missing = store::who_read(&mut cx.tx, id, mailing, Some(false)).await?;
    store::set_reminded(&mut cx.tx, id, cx.now).await?;
    acts::note(cx, Act::RemindedAnnouncement(id)).await?;
    let by = outbox::store::insert_mailing(&mut cx.tx, Hold::Quiet, cx.now).await?;
    let mut reminded = 0;
    for lang in Lang::ALL {
        let word = view::reminder(lang.texts(), &announcement);
        reminded += outbox::store::tell_people(&mut cx.tx, by, &missing, lang, None, &word, cx.now).await?;
    }
    let told = announcement.audience.told(i64::try_from(reminded).unwrap_or(i64::MAX), cx.small_group);
    Ok(screen(cx, id).await?.toasting(cx.t().announce_reminded(told)))
}
