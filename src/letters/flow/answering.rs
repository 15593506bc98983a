//! Answering letters: the list at the desk, who is at it, the answer, and how the cards of a letter show all that.

use anyhow::Result;
use rand::rngs::StdRng;
use sqlx::SqliteConnection;

use super::super::{CLAIM, From, Letter, Standing, store, view};
use crate::acts::{self, Act};
use crate::announcements::{self, Announcement, fits};
use crate::chats;
use crate::clock::Moment;
use crate::cx::{Cx, Moderator};
use crate::due::{self, Due};
use crate::ids::{LetterId, PersonId};
use crate::keys::Keys;
use crate::l10n::Lang;
use crate::outbox::{self, Subject, Urgency, sealed};
use crate::people;
use crate::ui::action::{Action, Letters};
use crate::ui::state::{Name, State};
use crate::ui::view::{Content, Paging, Reply, View};

/// How many letters a page shows.
const PAGE: u32 = 8;
/// How many parts of one a screen shows.
const PARTS: u32 = 6;

/// The letters, those that wait the longest first.
pub async fn list(cx: &mut Cx, _: Moderator, page: u32) -> Result<Reply> {
    let (all, wait) = store::count(&mut cx.tx).await?;
    let at = Paging::new(page, PAGE, all);
    let mut shown = Vec::new();
    for letter in store::list(&mut cx.tx, at.offset(), PAGE).await? {
        let name = name_of(&mut cx.tx, &letter).await?;
        let standing = standing(&mut cx.tx, &letter, cx.now).await?;
        let last = store::parts(&mut cx.tx, letter.id, 1).await?.pop();
        shown.push((letter, name, standing, last));
    }
    Ok(Reply::edit(view::list(cx.t(), &shown, at, wait)))
}

/// One of them, as a conversation.
pub async fn show(cx: &mut Cx, _: Moderator, id: LetterId) -> Result<Reply> {
    let Some(letter) = store::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().letter_gone()));
    };
    let name = name_of(&mut cx.tx, &letter).await?;
    let standing = standing(&mut cx.tx, &letter, cx.now).await?;
    let parts = store::parts(&mut cx.tx, id, PARTS).await?;
    let on = answers(&mut cx.tx, id).await?;
    let (t, lang) = (cx.t(), cx.me.lang);
    let head = view::head(t, &letter, name.as_ref(), on.as_ref(), &standing);
    Ok(Reply::edit(view::conversation(t, lang, &letter, head, &parts, cx.now)))
}

/// What was said in it last, with its files, as it was.
pub async fn show_words(cx: &mut Cx, _: Moderator, id: LetterId) -> Result<Reply> {
    let parts = store::parts(&mut cx.tx, id, PARTS).await?;
    let Some(last) = parts.iter().rev().find(|part| !part.answer) else {
        return Ok(Reply::toast(cx.t().letter_gone()));
    };
    Ok(Reply::send(view::words(cx.t(), id, &last.content)))
}

/// An organizer is about to answer: the others see that, for a while.
pub async fn start(cx: &mut Cx, _: Moderator, id: LetterId) -> Result<Reply> {
    let Some(letter) = store::get(&mut cx.tx, id).await?.filter(Letter::is_answerable) else {
        return Ok(Reply::alert(cx.t().letter_gone()));
    };
    if let Some(by) = letter.taken_from(cx.me.id, cx.now) {
        let name = called(&mut cx.tx, Some(by)).await?;
        return Ok(Reply::alert(view::taken_word(cx.t(), name.as_ref())));
    }
    if letter.waits_since.is_some() {
        store::take(&mut cx.tx, id, Some(cx.me.id), cx.now).await?;
        due::set(&mut cx.tx, Due::LetterClaim(id), cx.now.after(CLAIM)).await?;
        refresh(&mut cx.tx, id, cx.now).await?;
    }
    cx.dialogue.begin(State::AnsweringLetter(id));
    let name = name_of(&mut cx.tx, &letter).await?;
    Ok(Reply::send(view::ask_answer(cx.t(), &letter, name.as_ref())))
}

/// The question of that dialogue, asked again.
pub async fn ask(cx: &mut Cx, _: Moderator, id: LetterId) -> Result<View> {
    match store::get(&mut cx.tx, id).await?.filter(Letter::is_answerable) {
        Some(letter) => {
            let name = name_of(&mut cx.tx, &letter).await?;
            Ok(view::ask_answer(cx.t(), &letter, name.as_ref()))
        }
        None => Ok(view::gone(cx.t())),
    }
}

/// The answer was written.
pub async fn answer(cx: &mut Cx, _: Moderator, id: LetterId, content: Content) -> Result<Reply> {
    let Some(letter) = store::get(&mut cx.tx, id).await?.filter(Letter::is_answerable) else {
        cx.dialogue.finish();
        return Ok(Reply::send(view::gone(cx.t())));
    };
    if let Err(limit) = fits(&content) {
        return Ok(Reply::send(announcements::view::too_long(cx.t(), limit)));
    }
    let (keys, me) = (cx.keys.clone(), cx.me.id);
    let reached = respond(&mut cx.tx, &keys, &mut cx.chance, &letter, me, &content, cx.now).await?;
    cx.dialogue.finish();
    if !reached {
        return Ok(Reply::send(view::gone(cx.t())));
    }
    acts::note(cx, Act::AnsweredLetter(id)).await?;
    Ok(Reply::send(view::answered(cx.t())))
}

/// Nothing is to be answered.
pub async fn settle(cx: &mut Cx, moderator: Moderator, id: LetterId) -> Result<Reply> {
    if store::settle(&mut cx.tx, id, cx.me.id, cx.now).await? {
        if let Some(letter) = store::get(&mut cx.tx, id).await? {
            super::set_forgetting(&mut cx.tx, &letter, cx.now).await?;
        }
        due::forget(&mut cx.tx, Due::LetterClaim(id)).await?;
        refresh(&mut cx.tx, id, cx.now).await?;
        acts::note(cx, Act::SettledLetter(id)).await?;
    }
    Ok(show(cx, moderator, id).await?.toasting(cx.t().letter_settled_toast()))
}

/// Sends an answer to whoever wrote, and settles the letter. `false`: nobody is there any more.
pub(super) async fn respond(
    conn: &mut SqliteConnection,
    keys: &Keys,
    chance: &mut StdRng,
    letter: &Letter,
    by: PersonId,
    content: &Content,
    now: Moment,
) -> Result<bool> {
    let id = letter.id;
    match letter.from {
        From::Person(person) => {
            let Some((writer, _)) = people::store::get(conn, person).await? else { return Ok(false) };
            let again = Action::Letters(Letters::Further);
            for message in view::answer(writer.lang.texts(), content, again) {
                let subject = Some(Subject::Answer(id));
                outbox::store::tell(conn, &writer, Urgency::Awaited, subject, &message, now).await?;
            }
        }
        From::Unnamed(address) => {
            let Some(address) = address else { return Ok(false) };
            let Some(telegram) = sealed::open(conn, keys, address).await? else { return Ok(false) };
            // Whoever has left wants to hear nothing any more.
            let writer = people::store::find(conn, telegram).await?.map(|(writer, _)| writer);
            let (Some(writer), Some(token)) =
                (writer.filter(|one| one.joined), sealed::token(keys, address, telegram, chance)?)
            else {
                sealed::destroy(conn, keys, address, now).await?;
                return Ok(false);
            };
            let again = Action::Letters(Letters::Unnamed(token));
            for message in view::answer(writer.lang.texts(), content, again) {
                sealed::tell(conn, address, &message, now).await?;
            }
        }
    }
    store::add(conn, id, Some(by), None, content, now).await?;
    store::settle(conn, id, by, now).await?;
    super::set_forgetting(conn, letter, now).await?;
    due::forget(conn, Due::LetterClaim(id)).await?;
    refresh(conn, id, now).await?;
    Ok(true)
}

/// Nobody has answered in time: it is free again.
pub async fn let_go(conn: &mut SqliteConnection, id: LetterId, now: Moment) -> Result<()> {
    let Some(letter) = store::get(conn, id).await? else { return Ok(()) };
    if letter.taken.is_some_and(|(_, at)| at.after(CLAIM) <= now) {
        store::take(conn, id, None, now).await?;
        refresh(conn, id, now).await?;
    }
    Ok(())
}

/// Owes all cards of a letter the way it stands now.
async fn refresh(conn: &mut SqliteConnection, id: LetterId, now: Moment) -> Result<()> {
    let Some(letter) = store::get(conn, id).await? else { return Ok(()) };
    let (name, standing) = (name_of(conn, &letter).await?, standing(conn, &letter, now).await?);
    let on = answers(conn, id).await?;
    for lang in Lang::ALL {
        let head = view::head(lang.texts(), &letter, name.as_ref(), on.as_ref(), &standing);
        let subject = Subject::Letter(id);
        outbox::store::bring_up_to_date(conn, subject, lang, &head, None, now).await?;
    }
    if let Some(chat) = chats::store::for_letters(conn).await? {
        let head = view::head(chat.lang.texts(), &letter, name.as_ref(), on.as_ref(), &standing);
        outbox::chats::bring_up_to_date(conn, chat.id, Subject::Letter(id), &head, now).await?;
    }
    Ok(())
}

/// The announcement that what was last written answers.
pub(super) async fn answers(conn: &mut SqliteConnection, id: LetterId) -> Result<Option<Announcement>> {
    match store::answers(conn, id).await? {
        Some(on) => announcements::store::get(conn, on).await,
        None => Ok(None),
    }
}

/// What the writer is called; none: they are unnamed.
pub(super) async fn name_of(conn: &mut SqliteConnection, letter: &Letter) -> Result<Option<Name>> {
    match letter.from {
        From::Person(person) => called(conn, Some(person)).await,
        From::Unnamed(_) => Ok(None),
    }
}

async fn called(conn: &mut SqliteConnection, person: Option<PersonId>) -> Result<Option<Name>> {
    match person {
        Some(person) => Ok(people::store::get(conn, person).await?.and_then(|(person, _)| person.name)),
        None => Ok(None),
    }
}

/// How a letter stands.
pub(super) async fn standing(conn: &mut SqliteConnection, letter: &Letter, now: Moment) -> Result<Standing> {
    if letter.waits_since.is_none() {
        let by = called(conn, letter.settled_by).await?;
        return Ok(if letter.answered { Standing::Answered(by) } else { Standing::Settled(by) });
    }
    match letter.taken.filter(|(_, at)| at.after(CLAIM) > now) {
        Some((by, _)) => Ok(Standing::Taken(called(conn, Some(by)).await?)),
        None => Ok(Standing::Waits),
    }
}
