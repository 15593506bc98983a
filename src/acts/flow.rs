//! Noting what is done by a role, and reading it.

use anyhow::Result;

use super::{Act, store, view};
use crate::cx::{Cx, Owner};
use crate::ids::PersonId;
use crate::text::{Html, shorten};
use crate::ui::view::{Paging, Reply};
use crate::{chats, directions, people, polls, proposals, sessions, votes};

/// How many a page shows.
const PAGE: u32 = 8;
/// How much of a title or a question says what something was about.
const WORDS: usize = 60;

/// Notes that the one who acts has done this.
pub async fn note(cx: &mut Cx, act: Act) -> Result<()> {
    store::note(&mut cx.tx, cx.me.id, act, cx.now).await
}

/// A page of what was done, the latest first; by one person, or by all.
pub async fn list(cx: &mut Cx, _: Owner, page: u32, by: Option<PersonId>) -> Result<Reply> {
    let at = Paging::new(page, PAGE, store::count(&mut cx.tx, by).await?);
    let mut lines = Vec::new();
    for done in store::list(&mut cx.tx, by, at.offset(), PAGE).await? {
        let about = about(cx, done.act).await?;
        lines.push(view::line(cx.t(), cx.me.lang, &done, about, cx.now));
    }
    let whose = match by {
        Some(by) => people::store::get(&mut cx.tx, by).await?.and_then(|(person, _)| person.name),
        None => None,
    };
    Ok(Reply::edit(view::list(cx.t(), &lines, at, by, whose.as_ref())))
}

/// Whose acts to show.
pub async fn choose(cx: &mut Cx, _: Owner, page: u32) -> Result<Reply> {
    let all = store::actors(&mut cx.tx).await?;
    let at = Paging::new(page, PAGE, all.len());
    let shown: Vec<_> = at.cut(all).collect();
    Ok(Reply::edit(view::choose(cx.t(), &shown, at)))
}

/// What it was about, in the words that stand there now; none: it is gone, or there are none.
async fn about(cx: &mut Cx, act: Act) -> Result<Option<Html>> {
    let (conn, lang) = (&mut cx.tx, cx.me.lang);
    let words: Option<String> = match act {
        Act::AddedAffiliation(id) | Act::RenamedAffiliation(id) | Act::RetiredAffiliation(id, _) => {
            people::store::belonging::get(conn, id).await?.map(|one| one.label(lang).plain().to_owned())
        }
        Act::OpenedCall(id) | Act::ClosedCall(id) | Act::LimitedCall(id) => {
            proposals::store::call(conn, id).await?.map(|call| call.question.beginning(WORDS))
        }
        Act::MadeDirection(id) | Act::ChangedDirection(id) | Act::RetiredDirection(id, _) => {
            directions::store::get(conn, id).await?.map(|direction| direction.name.beginning(WORDS))
        }
        Act::MadeTag(id) | Act::RenamedTag(id) | Act::RetiredTag(id, _) => {
            directions::store::tags::get(conn, id)
                .await?
                .map(|tag| directions::view::title(lang.texts(), &tag.title))
        }
        Act::OpenedVote(id)
        | Act::ClosedVote(id)
        | Act::RanOff(id)
        | Act::Reminded(id)
        | Act::EnteredBallot(id, _) => {
            votes::store::get(conn, id).await?.map(|vote| vote.title.beginning(WORDS))
        }
        Act::OpenedPoll(id) | Act::ClosedPoll(id) | Act::EnteredAnswer(id, _) => {
            polls::store::get(conn, id, None).await?.map(|(poll, _)| poll.question.beginning(WORDS))
        }
        Act::EnteredAttendance(id, _)
        | Act::AnnouncedSession(id)
        | Act::ChangedSession(id)
        | Act::CancelledSession(id)
        | Act::SentMinutes(id)
        | Act::AddedMaterial(id)
        | Act::RenewedDoor(id)
        | Act::LetIn(id, ..)
        | Act::RemovedPicture(id)
        | Act::PutWallUp(id)
        | Act::TookWallDown(id) => {
            sessions::store::title(conn, id).await?.map(|title| title.beginning(WORDS))
        }
        Act::LinkedChat(id) | Act::UnlinkedChat(id) => {
            chats::store::get(conn, id).await?.map(|chat| shorten(&chat.title, WORDS))
        }
        // Of the others a name or a number says it.
        _ => None,
    };
    Ok(words.map(|words| Html::escape(&words)))
}
