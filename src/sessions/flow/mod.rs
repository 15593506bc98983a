//! Sessions as people see them: a list, one of them, an answer with a word. [`making`] and changing them, the [`guests`],
//! the [`door`] (also [`by_name`]), the [`gallery`], what comes [`after`], and what is [`due`] have files of their own.

pub mod after;
pub mod by_name;
pub mod door;
pub mod due;
pub mod gallery;
pub mod guests;
pub mod making;
mod there;

use anyhow::Result;
use sqlx::SqliteConnection;

use super::store::{self, after as kept, due as reminders, guests as invited};
use super::{Answered, NoAnswer, Session, answer, calendar, view};
use crate::clock::Moment;
use crate::cx::Cx;
use crate::ids::{MaterialId, SessionId};
use crate::people;
use crate::people::flow::entered::{self, Entered};
use crate::text::{Html, Unfit};
use crate::ui::action::Attendance;
use crate::ui::state::{Note, State};
use crate::ui::view::{Body, Reply, View};

/// How many sessions are listed.
const LISTED: i64 = 8;

/// The sessions to which the person is invited; for organizers all.
pub async fn list(cx: &mut Cx) -> Result<View> {
    invited::invite_newcomer(&mut cx.tx, cx.me.id, cx.now).await?;
    let organizer = cx.organizer().is_some();
    let sessions = store::list(&mut cx.tx, cx.me.id, organizer, cx.now, LISTED).await?;
    Ok(view::list(cx.t(), cx.me.lang, &sessions, organizer, cx.now))
}

/// How many sessions ahead wait for the person's answer.
pub async fn waiting(cx: &mut Cx) -> Result<i64> {
    invited::invite_newcomer(&mut cx.tx, cx.me.id, cx.now).await?;
    invited::waiting_for(&mut cx.tx, cx.me.id, cx.now).await
}

/// A session that this person may see, with what they said of it; else why not. Organizers see all.
async fn seen(cx: &mut Cx, id: SessionId) -> Result<Result<(Session, Option<Answered>), Reply>> {
    let session = store::get(&mut cx.tx, id).await?;
    let mine = invited::answer_of(&mut cx.tx, id, cx.me.id).await?;
    Ok(match session {
        Some(session) if mine.is_some() || cx.organizer().is_some() => Ok((session, mine)),
        _ => Err(Reply::toast(cx.t().session_gone())),
    })
}

/// In the place of a text; below a picture, which stays as it is, such as the card of a door.
fn beside(cx: &Cx, view: View) -> Reply {
    let on_text = cx.press.as_ref().is_none_or(|press| press.on_text);
    if on_text { Reply::edit(view) } else { Reply::send(view) }
}

/// A link that was posted in a group leads here: the card as a new message, or the list where it is not for them.
pub async fn follow_link(cx: &mut Cx, id: SessionId) -> Result<Reply> {
    invited::invite_newcomer(&mut cx.tx, cx.me.id, cx.now).await?;
    match seen(cx, id).await? {
        Ok((session, mine)) => Ok(Reply::send(screen(cx, &session, mine.as_ref()).await?)),
        Err(_) => {
            let gone = Html::ours(cx.t().session_not_yours());
            Ok(Reply::send(list(cx).await?.headed(&gone)))
        }
    }
}

/// One session: ahead, its card; over, its page.
pub async fn show(cx: &mut Cx, id: SessionId) -> Result<Reply> {
    let (session, mine) = match seen(cx, id).await? {
        Ok(seen) => seen,
        Err(refusal) => return Ok(refusal),
    };
    Ok(Reply::edit(screen(cx, &session, mine.as_ref()).await?))
}

async fn screen(cx: &mut Cx, session: &Session, mine: Option<&Answered>) -> Result<View> {
    let materials = kept::materials(&mut cx.tx, session.id).await?;
    let pictures = gallery::pictures(cx, session).await?;
    let organizer = cx.organizer().is_some();
    if session.is_past(cx.now) {
        let results = after::results(&mut cx.tx, session).await?;
        let kept = view::after::Kept { materials: &materials, results: &results, pictures };
        return Ok(view::after::page(cx.t(), cx.me.lang, session, &kept, organizer, cx.now));
    }
    let ahead = match mine {
        Some(Answered { attendance: Attendance::Waiting, .. }) => {
            invited::ahead(&mut cx.tx, session.id, cx.me.id).await?
        }
        _ => 0,
    };
    let mine = mine.map(|answered| view::Mine { answered, ahead });
    let more = view::More { materials: &materials, pictures, organizer };
    Ok(view::card(cx.t(), cx.me.lang, session, mine.as_ref(), more, cx.now))
}

/// One tap answers; another one changes the answer.
pub async fn attend(cx: &mut Cx, id: SessionId, wish: Attendance) -> Result<Reply> {
    let (session, mine) = match seen(cx, id).await? {
        Ok(seen) => seen,
        Err(refusal) => return Ok(refusal),
    };
    let Some(mine) = mine else { return Ok(Reply::toast(cx.t().session_not_invited())) };
    if mine.here && !session.is_past(cx.now) {
        // Whoever is there need not say whether they come.
        return Ok(show(cx, id).await?.toasting(cx.t().door_again_toast()));
    }
    let places = invited::places(&mut cx.tx, id).await?;
    let now = match answer(&session, mine.attendance, wish, places, cx.now) {
        Ok(now) => now,
        Err(NoAnswer::Full) => return Ok(Reply::alert(cx.t().session_full())),
        Err(NoAnswer::NotOffered) => return Ok(Reply::toast(cx.t().button_stale())),
        Err(NoAnswer::Past) => {
            let toast =
                if session.cancelled { cx.t().session_is_cancelled() } else { cx.t().session_is_over() };
            return Ok(show(cx, id).await?.toasting(toast));
        }
    };
    invited::answer(&mut cx.tx, id, cx.me.id, now, cx.now).await?;
    entered::note(cx, Entered::Session(id)).await?;
    due::look_at(&mut cx.tx, id, cx.now).await?;
    let answered = Answered { word: mine.word, ..Answered::bare(now) };
    let comes = matches!(now, Attendance::Coming | Attendance::Online);
    let reply =
        Reply::edit(screen(cx, &session, Some(&answered)).await?).toasting(view::answered(cx.t(), now));
    // The file for the calendar comes once, with the first answer that needs it, and to whoever comes.
    if cx.entered_by.is_none() && comes && !matches!(mine.attendance, Attendance::Coming | Attendance::Online)
    {
        return Ok(reply.and_send(calendar_file(cx, &session)));
    }
    Ok(reply)
}

fn calendar_file(cx: &Cx, session: &Session) -> View {
    view::calendar(cx.t(), session, calendar::file(session, &cx.bot_name))
}

/// The file for one's calendar.
pub async fn send_calendar(cx: &mut Cx, id: SessionId) -> Result<Reply> {
    let (session, _) = match seen(cx, id).await? {
        Ok(seen) => seen,
        Err(refusal) => return Ok(refusal),
    };
    Ok(Reply::send(calendar_file(cx, &session)).toasting(cx.t().session_calendar_toast()))
}

/// Asks for a word to go with the answer.
pub async fn ask_word(cx: &mut Cx, id: SessionId) -> Result<Reply> {
    match seen(cx, id).await? {
        Ok((session, Some(_))) if !session.is_past(cx.now) => {
            cx.dialogue.begin(State::AddingWord(id));
            Ok(Reply::send(view::ask_word(cx.t())))
        }
        Ok(_) => Ok(Reply::toast(cx.t().session_is_over())),
        Err(refusal) => Ok(refusal),
    }
}

/// The word came.
pub async fn add_word(cx: &mut Cx, id: SessionId, typed: &str) -> Result<Reply> {
    let word = match Note::parse_line(typed) {
        Ok(word) => word,
        Err(Unfit::Empty) => return Ok(Reply::send(view::ask_word(cx.t()))),
        Err(Unfit::TooLong { limit, length }) => {
            return Ok(Reply::send(view::word_too_long(cx.t(), length, limit)));
        }
    };
    cx.dialogue.finish();
    let (session, mine) = match seen(cx, id).await? {
        Ok(seen) => seen,
        Err(_) => return Ok(Reply::send(list(cx).await?)),
    };
    invited::add_word(&mut cx.tx, id, cx.me.id, &word).await?;
    entered::note(cx, Entered::Session(id)).await?;
    let mine = mine.map(|mine| Answered { word: Some(word), ..mine });
    let line = Html::ours(cx.t().session_word_saved());
    Ok(Reply::send(screen(cx, &session, mine.as_ref()).await?.headed(&line)))
}

/// A file or a link that stays at a session, as it was sent.
pub async fn send_material(cx: &mut Cx, id: MaterialId) -> Result<Reply> {
    let Some((session, content)) = kept::material(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().session_material_gone()));
    };
    match seen(cx, session).await? {
        Ok(_) => Ok(Reply::send(view::after::material(cx.t(), session, Body::Copy(content)))
            .toasting(cx.t().session_material_toast())),
        Err(refusal) => Ok(refusal),
    }
}

/// Turns reminders of sessions on or off: in the settings, or from a reminder.
pub async fn want_reminders(cx: &mut Cx, wanted: bool, from: Option<SessionId>) -> Result<Reply> {
    reminders::set_reminders(&mut cx.tx, cx.me.id, wanted).await?;
    let toast = if wanted { cx.t().reminders_on_toast() } else { cx.t().reminders_off_toast() };
    let reply = match from {
        Some(id) => show(cx, id).await?,
        None => Reply::edit(people::flow::settings::show(cx).await?),
    };
    Ok(reply.toasting(toast))
}

/// Owes everyone who was sent a card of this session the one that shows it as it is now.
async fn refresh_cards(conn: &mut SqliteConnection, session: &Session, now: Moment) -> Result<()> {
    use crate::l10n::Lang;
    use crate::outbox::store::insert_message;
    for (attendance, _) in invited::counts(conn, session.id).await? {
        for lang in Lang::ALL {
            let answered = Answered::bare(attendance);
            let mine = view::Mine { answered: &answered, ahead: 0 };
            let card = view::card(lang.texts(), lang, session, Some(&mine), view::More::default(), now);
            let message = insert_message(conn, None, None, &card).await?;
            invited::refresh(conn, session.id, attendance, lang, message, now).await?;
        }
    }
    Ok(())
}
