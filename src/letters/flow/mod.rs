//! Writing to the organizers, with one's name or without; what comes of it is in [`answering`], and where organizers have
//! a group for letters, in [`group`].

pub mod answering;
pub mod group;

use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use sqlx::SqliteConnection;

use super::{ANSWERABLE, From, Letter, draft, roughly, store, view};
use crate::announcements::{self, fits};
use crate::chats;
use crate::clock::Moment;
use crate::cx::Cx;
use crate::due::{self, Due};
use crate::ids::{AnnouncementId, LetterId, MessageNo};
use crate::keys::Keys;
use crate::outbox::{self, Subject, Urgency, sealed};
use crate::people::{self, Person};
use crate::ui::action::Token;
use crate::ui::state::{LetterDraft, State};
use crate::ui::view::{Body, Content, Reply, View};

/// Begins a letter, or goes on with one that was left.
pub fn start(cx: &mut Cx) -> Result<Reply> {
    if !cx.dialogue.resume(|state| matches!(state, State::WritingLetter(_))) {
        cx.dialogue.begin(State::WritingLetter(LetterDraft::default()));
    }
    Ok(Reply::send(ask(cx)?))
}

/// What the dialogue asks for now.
pub fn ask(cx: &Cx) -> Result<View> {
    let State::WritingLetter(draft) = &cx.dialogue.now else { return Ok(view::ask(cx.t())) };
    Ok(match draft::words(cx, draft)? {
        Some(_) if draft.token.is_some() => view::preview_unnamed(cx.t()),
        Some(_) => view::preview(cx.t(), draft.on.is_some()),
        None => view::ask(cx.t()),
    })
}

/// The words of the letter being written, to be shown again.
pub fn words(cx: &Cx) -> Result<Option<Content>> {
    match &cx.dialogue.now {
        State::WritingLetter(draft) => draft::words(cx, draft),
        _ => Ok(None),
    }
}

/// The words of the letter came.
pub fn said(cx: &mut Cx, content: &Content) -> Result<Reply> {
    if let Err(limit) = fits(content) {
        return Ok(Reply::send(announcements::view::too_long(cx.t(), limit)));
    }
    if let State::WritingLetter(mut draft) = cx.dialogue.now.clone() {
        draft::put(cx, &mut draft, content)?;
        cx.dialogue.now = State::WritingLetter(draft);
    }
    Ok(Reply::send(ask(cx)?))
}

/// Somebody answered a message in their chat by Telegram's own reply. None: it is nothing that a letter answers.
pub async fn replied(cx: &mut Cx, to: MessageNo, content: &Content) -> Result<Option<Reply>> {
    let on = announcements::store::in_message(&mut cx.tx, cx.me.id, to).await?;
    let further = store::in_message(&mut cx.tx, None, Some(cx.me.id), to).await?;
    if on.is_none() && further.is_none() {
        return Ok(None);
    }
    cx.dialogue.begin(State::WritingLetter(LetterDraft { on, ..LetterDraft::default() }));
    said(cx, content).map(Some)
}

/// Answers an answer: further words of somebody who gives their name.
pub fn start_further(cx: &mut Cx) -> Result<Reply> {
    cx.dialogue.begin(State::WritingLetter(LetterDraft::default()));
    Ok(Reply::send(ask(cx)?))
}

/// The same, of somebody unnamed: only their own button leads back to what they wrote.
pub async fn start_unnamed(cx: &mut Cx, token: Token) -> Result<Reply> {
    if sealed::find(&mut cx.tx, &cx.keys, cx.me.telegram, &token).await?.is_none() {
        return Ok(Reply::alert(cx.t().letter_way_gone()));
    }
    let token = Some(BASE64.encode(token.0));
    cx.dialogue.begin(State::WritingLetter(LetterDraft { token, ..LetterDraft::default() }));
    Ok(Reply::send(ask(cx)?))
}

/// Sends the letter.
pub async fn send(cx: &mut Cx, unnamed: bool) -> Result<Reply> {
    let State::WritingLetter(draft) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let Some(content) = draft::words(cx, &draft)? else { return Ok(Reply::send(ask(cx)?).stripping()) };
    let token = draft.token.as_ref().and_then(|token| BASE64.decode(token).ok()?.try_into().ok()).map(Token);
    match token {
        Some(token) => go_on(cx, token, &content).await,
        None if unnamed => pass_on_unnamed(cx, draft.on, &content).await,
        None => pass_on(cx, draft.on, &content).await,
    }
}

/// Sends words said out of the blue as a letter.
pub async fn send_offered(cx: &mut Cx) -> Result<Reply> {
    match cx.dialogue.now.clone() {
        State::Offered(content) => pass_on(cx, None, &content).await,
        _ => Ok(Reply::toast(cx.t().offer_gone()).stripping()),
    }
}

async fn pass_on(cx: &mut Cx, on: Option<AnnouncementId>, content: &Content) -> Result<Reply> {
    if let Some(refused) = refused(cx, content).await? {
        return Ok(refused);
    }
    // What a person writes under their name reads as one conversation.
    let id = match store::of_person(&mut cx.tx, cx.me.id).await? {
        Some(id) => id,
        None => store::insert(&mut cx.tx, From::Person(cx.me.id)).await?,
    };
    store::add(&mut cx.tx, id, None, on, content, cx.now).await?;
    store::set_waiting(&mut cx.tx, id, cx.now).await?;
    tell(&mut cx.tx, id, content, cx.now).await?;
    done(cx)?;
    Ok(Reply::edit(view::sent(cx.t())))
}

async fn pass_on_unnamed(cx: &mut Cx, on: Option<AnnouncementId>, content: &Content) -> Result<Reply> {
    if let Some(refused) = refused(cx, content).await? {
        return Ok(refused);
    }
    // An announcement that only few have would say who it is.
    let on = match on {
        Some(on) if sent_to(cx, on).await? >= i64::from(cx.small_group) => Some(on),
        _ => None,
    };
    let keys = cx.keys.clone();
    let address = sealed::make(&mut cx.tx, &keys, cx.me.telegram, &mut cx.chance).await?;
    let id = store::insert(&mut cx.tx, From::Unnamed(Some(address))).await?;
    keep_unnamed(cx, id, on, content).await?;
    Ok(Reply::edit(view::sent_unnamed(cx.t())))
}

async fn go_on(cx: &mut Cx, token: Token, content: &Content) -> Result<Reply> {
    let address = sealed::find(&mut cx.tx, &cx.keys, cx.me.telegram, &token).await?;
    let letter = match address {
        Some(address) => store::of_address(&mut cx.tx, address).await?,
        None => None,
    };
    let Some(id) = letter else {
        done(cx)?;
        return Ok(Reply::alert(cx.t().letter_way_gone()).stripping());
    };
    due::forget(&mut cx.tx, Due::LetterForgets(id)).await?;
    keep_unnamed(cx, id, None, content).await?;
    Ok(Reply::edit(view::sent_unnamed(cx.t())))
}

async fn keep_unnamed(
    cx: &mut Cx,
    id: LetterId,
    on: Option<AnnouncementId>,
    content: &Content,
) -> Result<()> {
    let at = roughly(cx.now);
    store::add(&mut cx.tx, id, None, on, content, at).await?;
    store::set_waiting(&mut cx.tx, id, at).await?;
    tell(&mut cx.tx, id, content, cx.now).await?;
    done(cx)?;
    // The update that brought these words is deleted; nothing of it is to stay in the log beside the database.
    sealed::empty_log(&mut cx.tx, cx.now).await
}

async fn sent_to(cx: &mut Cx, on: AnnouncementId) -> Result<i64> {
    let mailing = announcements::store::get(&mut cx.tx, on).await?.and_then(|one| one.mailing());
    match mailing {
        Some(mailing) => Ok(outbox::store::progress(&mut cx.tx, mailing).await?.sent),
        None => Ok(0),
    }
}

/// It is sent: the draft goes, and its key.
fn done(cx: &mut Cx) -> Result<()> {
    cx.dialogue.finish();
    draft::forget(cx)
}

/// Why it cannot be sent, if it cannot.
async fn refused(cx: &mut Cx, content: &Content) -> Result<Option<Reply>> {
    if let Err(limit) = fits(content) {
        return Ok(Some(Reply::send(announcements::view::too_long(cx.t(), limit))));
    }
    let somewhere =
        chats::store::for_letters(&mut cx.tx).await?.is_some() || !readers(&mut cx.tx).await?.is_empty();
    Ok((!somewhere).then(|| Reply::alert(cx.t().letter_nobody())))
}

/// Those who answer letters, within reach.
async fn readers(conn: &mut SqliteConnection) -> Result<Vec<Person>> {
    let all = people::store::moderators(conn).await?;
    Ok(all.into_iter().filter(|one| one.joined && !one.blocked).collect())
}

/// Tells the organizers of new words: in their group, or each of them.
async fn tell(conn: &mut SqliteConnection, id: LetterId, content: &Content, now: Moment) -> Result<()> {
    let Some(letter) = store::get(conn, id).await? else { return Ok(()) };
    let name = answering::name_of(conn, &letter).await?;
    let on = answering::answers(conn, id).await?;
    let standing = answering::standing(conn, &letter, now).await?;
    if let Some(chat) = chats::store::for_letters(conn).await? {
        let t = chat.lang.texts();
        let head = view::head(t, &letter, name.as_ref(), on.as_ref(), &standing);
        let hint = head.footed(&crate::text::Html::ours(t.letter_reply_here()));
        let words = View::showing(Body::Copy(content.clone()));
        for (subject, view) in [(Subject::Letter(id), hint), (Subject::LetterWords(id), words)] {
            outbox::chats::tell(conn, &chat, None, Urgency::Awaited, Some(subject), &view, now).await?;
        }
        return Ok(());
    }
    for reader in readers(conn).await? {
        let t = reader.lang.texts();
        let head = view::head(t, &letter, name.as_ref(), on.as_ref(), &standing);
        let words = view::words(t, id, content);
        for (subject, view) in [(Subject::Letter(id), head), (Subject::LetterWords(id), words)] {
            outbox::store::tell(conn, &reader, Urgency::Awaited, Some(subject), &view, now).await?;
        }
    }
    Ok(())
}

/// The time in which somebody unnamed could answer again has passed: nobody can tell any more who they were.
pub async fn forget(conn: &mut SqliteConnection, keys: &Keys, id: LetterId, now: Moment) -> Result<()> {
    match store::get(conn, id).await? {
        Some(Letter { from: From::Unnamed(Some(address)), waits_since: None, .. }) => {
            sealed::destroy(conn, keys, address, now).await
        }
        _ => Ok(()),
    }
}

/// Until when somebody unnamed can answer, once their letter is settled.
async fn set_forgetting(conn: &mut SqliteConnection, letter: &Letter, now: Moment) -> Result<()> {
    match letter.from {
        From::Unnamed(Some(_)) => due::set(conn, Due::LetterForgets(letter.id), now.after(ANSWERABLE)).await,
        _ => Ok(()),
    }
}
