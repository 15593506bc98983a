//! Answering quick polls and looking at them; [`making`] and [`ending`] have files of their own, and what happens
//! [`there`], in groups.

pub mod ending;
pub mod making;
pub mod there;

use anyhow::{Context, Result};

use super::{Picks, Poll, Viewer, store, view};
use crate::cx::Cx;
use crate::ids::PollId;
use crate::outbox;
use crate::people::flow::entered::{self, Entered};
use crate::ui::view::{Paging, Reply, View};

/// How many polls are listed.
const LISTED: i64 = 8;
/// How many names a page shows: at their longest they fit into a message, with the answers above them.
const NAMES: u32 = 40;

/// All polls.
pub async fn list(cx: &mut Cx) -> Result<View> {
    let organizer = cx.organizer().is_some();
    let polls = store::list(&mut cx.tx, &cx.me, organizer, cx.now, LISTED).await?;
    Ok(view::list(cx.t(), &polls, organizer))
}

/// One poll, as the person may see it.
pub async fn show(cx: &mut Cx, id: PollId) -> Result<Reply> {
    let Some((poll, mine)) = store::get(&mut cx.tx, id, Some(cx.me.id)).await? else { return Ok(gone(cx)) };
    let viewer = viewer(cx, &poll, mine, true);
    if !viewer.asked && !viewer.watching {
        return Ok(Reply::alert(cx.t().poll_not_for_you()));
    }
    let card = view::card(cx.me.lang, &poll, viewer, cx.now);
    Ok(Reply::edit(there::shareable(cx, &poll, viewer, card).await?))
}

/// The poll to which a start link leads.
pub fn linked(code: &str) -> Option<PollId> {
    code.strip_prefix("poll-")?.parse().ok().map(PollId)
}

/// A poll to which a link led, as the person may see it.
pub async fn open(cx: &mut Cx, id: PollId) -> Result<View> {
    let poll = store::get(&mut cx.tx, id, Some(cx.me.id)).await?;
    let seen = poll.map(|(poll, mine)| (viewer(cx, &poll, mine, false), poll));
    Ok(match seen {
        Some((viewer, poll)) if viewer.asked => view::card(cx.me.lang, &poll, viewer, cx.now),
        Some(_) => view::closed_door(cx.t(), cx.t().poll_not_for_you()),
        None => view::closed_door(cx.t(), cx.t().poll_gone()),
    })
}

/// One tap gives an answer, or takes one of several back. `watching`: on the screen that an organizer watches.
pub async fn answer(cx: &mut Cx, id: PollId, option: u8, given: bool, watching: bool) -> Result<Reply> {
    let answered = if given {
        store::answer(&mut cx.tx, id, &cx.me, option, None, cx.now).await?
    } else {
        store::take_back(&mut cx.tx, id, cx.me.id, option, cx.now).await?;
        store::get(&mut cx.tx, id, Some(cx.me.id)).await?
    };
    let Some((poll, mine)) = answered else { return Ok(gone(cx)) };
    let viewer = viewer(cx, &poll, mine, watching);
    let toast = match poll.answers.get(usize::from(option)) {
        _ if !viewer.asked => return Ok(Reply::alert(cx.t().poll_not_for_you())),
        _ if !poll.is_open(cx.now) => cx.t().poll_is_closed(),
        Some(words) if given && mine.has(option) => cx.t().poll_answered(words.beginning(100)),
        Some(words) if !given && !mine.has(option) => cx.t().poll_taken_back(words.beginning(100)),
        _ => return Ok(Reply::toast(cx.t().button_stale())),
    };
    if poll.is_open(cx.now) {
        entered::note(cx, Entered::Poll(id)).await?;
    }
    Ok(Reply::edit(view::card(cx.me.lang, &poll, viewer, cx.now)).toasting(toast))
}

/// Who answered what, a page of it, where names are shown.
pub async fn names(cx: &mut Cx, id: PollId, page: u32) -> Result<Reply> {
    let (poll, counts) = match seen(cx, id).await? {
        Ok(seen) => seen,
        Err(refusal) => return Ok(refusal),
    };
    if !poll.rules.named || poll.people == 0 {
        return Ok(Reply::toast(cx.t().button_stale()));
    }
    let at = Paging::new(page, NAMES, counts.iter().sum::<i64>());
    let names = store::names(&mut cx.tx, id, at.offset(), NAMES).await?;
    leave(cx).await?;
    Ok(Reply::edit(view::names(cx.t(), &poll, &names, at)))
}

/// What came of it so far, as a picture.
pub async fn picture(cx: &mut Cx, id: PollId) -> Result<Reply> {
    let (poll, counts) = match seen(cx, id).await? {
        Ok(seen) => seen,
        Err(refusal) => return Ok(refusal),
    };
    let lang = cx.me.lang;
    let drawn = tokio::task::spawn_blocking(move || view::result::pictures(lang, &poll, &counts));
    let send = drawn.await.context("Draw a poll")?;
    Ok(Reply { send, ..Reply::toast(cx.t().poll_picture_toast()) })
}

/// What came of it beside the earlier poll that it asks again.
pub async fn compare(cx: &mut Cx, id: PollId) -> Result<Reply> {
    let (later, after) = match seen(cx, id).await? {
        Ok(seen) => seen,
        Err(refusal) => return Ok(refusal),
    };
    let Some(earlier) = later.repeats else { return Ok(Reply::toast(cx.t().button_stale())) };
    let (earlier, before) = match seen(cx, earlier).await? {
        Ok(seen) => seen,
        Err(refusal) => return Ok(refusal),
    };
    let (lang, now) = (cx.me.lang, cx.now);
    let drawn = tokio::task::spawn_blocking(move || {
        view::result::compared(lang, (&earlier, &before), (&later, &after), now)
    });
    let send = drawn.await.context("Draw two polls")?;
    Ok(Reply { send, ..Reply::toast(cx.t().poll_compare_toast()) })
}

/// A poll whose counts the person may see, and these; or why not.
async fn seen(cx: &mut Cx, id: PollId) -> Result<Result<(Poll, Vec<i64>), Reply>> {
    let Some((poll, mine)) = store::get(&mut cx.tx, id, Some(cx.me.id)).await? else {
        return Ok(Err(gone(cx)));
    };
    let viewer = viewer(cx, &poll, mine, true);
    if !viewer.asked && !viewer.watching {
        return Ok(Err(Reply::alert(cx.t().poll_not_for_you())));
    }
    match poll.counts_for(viewer, cx.now).map(<[i64]>::to_vec) {
        Some(counts) => Ok(Ok((poll, counts))),
        None => Ok(Err(Reply::alert(cx.t().poll_no_counts_yet()))),
    }
}

/// The person puts another screen in the place of what they pressed: a card there is no longer brought up to date.
pub async fn leave(cx: &mut Cx) -> Result<()> {
    match cx.press.as_ref().and_then(|press| press.message) {
        Some(no) => outbox::store::let_go(&mut cx.tx, cx.me.id, no).await,
        None => Ok(()),
    }
}

/// Only organizers watch.
fn viewer(cx: &Cx, poll: &Poll, mine: Picks, watching: bool) -> Viewer {
    Viewer { mine, watching: watching && cx.organizer().is_some(), asked: poll.is_for(&cx.me) }
}

fn gone(cx: &Cx) -> Reply {
    Reply::toast(cx.t().poll_gone())
}
