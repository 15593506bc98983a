//! Bringing proposals in: what is sent, the card that shows what was understood, and the decision. [`choosing`] changes
//! columns and calls, [`undo`] takes back what came in.

pub mod choosing;
pub mod undo;

use anyhow::Result;
use sqlx::SqliteConnection;

use super::store::{self, outcome, rows, work};
use super::{
    MOST_ROWS, MOST_WAITING, SAMPLES, Stage, Trouble, is_address, is_table, lines, view, view::Shown,
};
use crate::acts::{self, Act};
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::due::{self, Due};
use crate::ids::{CallId, ImportId};
use crate::l10n::{Lang, Texts};
use crate::outbox::{self, Urgency};
use crate::people::{self, Person};
use crate::proposals;
use crate::ui::state::{Album, State};
use crate::ui::view::{Content, FileKind, Reply, View};

/// Says what can be sent; or goes on with messages that are being gathered.
pub async fn start(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    if default_call(cx).await?.is_none() {
        return Ok(Reply::edit(view::no_call(cx.t())));
    }
    if !cx.dialogue.resume(|state| matches!(state, State::Importing(_))) {
        cx.dialogue.begin(State::Importing(None));
    }
    Ok(Reply::send(ask(cx).await?))
}

/// What the dialogue asks for now.
pub async fn ask(cx: &mut Cx) -> Result<View> {
    let State::Importing(Some(id)) = cx.dialogue.now else { return Ok(view::ask(cx.t())) };
    Ok(match rows::rows_of(&mut cx.tx, id).await? {
        0 => view::ask(cx.t()),
        count => view::gathered(cx.t(), id, count, false),
    })
}

/// The call that is likeliest meant: the latest open one, or the latest.
async fn default_call(cx: &mut Cx) -> Result<Option<CallId>> {
    Ok(proposals::store::calls(&mut cx.tx, 1).await?.first().map(|call| call.id))
}

/// Something was sent: a file, ideas, or what is neither. An album of photos is answered once.
pub async fn said(
    cx: &mut Cx,
    organizer: Organizer,
    content: Content,
    album: Option<String>,
) -> Result<Reply> {
    let t = cx.t();
    let further = further(cx, album);
    match &content.file {
        Some((FileKind::Photo, file)) => gather_photo(cx, organizer, file, &content.text, further).await,
        Some((FileKind::Document, file)) if further != Part::Further => {
            take_file(cx, organizer, file, content.name.as_deref()).await
        }
        Some(_) if further == Part::Further => Ok(Reply::default()),
        Some(_) => Ok(Reply::send(view::not_taken(t, t.import_wrong_kind()))),
        None if is_address(&content.text) => Ok(Reply::send(view::not_taken(t, t.import_address()))),
        None => gather_lines(cx, organizer, &content.text).await,
    }
}

/// What a file is of an album.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Alone,
    First,
    Further,
}

fn further(cx: &mut Cx, album: Option<String>) -> Part {
    let Some(id) = album else { return Part::Alone };
    if cx.dialogue.album.as_ref().is_some_and(|album| album.id == id) {
        return Part::Further;
    }
    cx.dialogue.album = Some(Album { id, told: false });
    Part::First
}

/// A file: known by its name to be no table, it is not even fetched.
async fn take_file(cx: &mut Cx, organizer: Organizer, file: &str, name: Option<&str>) -> Result<Reply> {
    let t = cx.t();
    if let Some(why) = name.and_then(|name| hopeless(t, name)) {
        return Ok(Reply::send(view::not_taken(t, why)));
    }
    if let Err(refused) = may_begin(cx).await? {
        return Ok(refused);
    }
    // Messages that are being gathered go on being gathered.
    if cx.dialogue.now == State::Importing(None) {
        cx.dialogue.finish();
    }
    begin_file(cx, organizer, file, name).await
}

/// Why there is no point in fetching a file of this name.
fn hopeless(t: &Texts, name: &str) -> Option<String> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())?;
    match ending.as_str() {
        "xls" => Some(view::why(t, Trouble::OldOrLocked)),
        "jpg" | "jpeg" | "png" | "heic" | "webp" => Some(t.import_as_photo()),
        "txt" => None,
        _ if is_table(name) => None,
        "pdf" | "doc" | "docx" | "odt" | "ods" | "numbers" | "ppt" | "pptx" | "zip" | "rar" | "7z"
        | "mp3" | "mp4" => Some(view::why(t, Trouble::NoTable)),
        _ => None,
    }
}

/// Whether they may begin another one; else what to say.
async fn may_begin(cx: &mut Cx) -> Result<Result<CallId, Reply>> {
    let waiting = store::count_waiting(&mut cx.tx, cx.me.id).await?;
    if waiting >= MOST_WAITING {
        return Ok(Err(Reply::send(view::too_many_waiting(cx.t(), waiting))));
    }
    Ok(default_call(cx).await?.ok_or_else(|| Reply::send(view::no_call(cx.t()))))
}

/// A file is to be read. What comes of it is a message of its own: the answer may still be under way by then.
async fn begin_file(cx: &mut Cx, _: Organizer, file: &str, name: Option<&str>) -> Result<Reply> {
    let call = match may_begin(cx).await? {
        Ok(call) => call,
        Err(refused) => return Ok(refused),
    };
    let id = store::begin(&mut cx.tx, cx.me.id, Some((file, name)), call, cx.now).await?;
    let Some(import) = store::get(&mut cx.tx, id).await? else { return Ok(Reply::default()) };
    let card = view::card(cx.t(), &import, &Shown::default());
    due::set(&mut cx.tx, Due::Imports, cx.now).await?;
    Ok(Reply::send(card))
}

/// A table that was sent out of the blue is to be brought in.
pub async fn take_offered(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    let State::Offered(content) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().offer_gone()).stripping());
    };
    let Some((FileKind::Document, file)) = &content.file else {
        return Ok(Reply::toast(cx.t().offer_gone()).stripping());
    };
    if let Err(refused) = may_begin(cx).await? {
        return Ok(refused);
    }
    cx.dialogue.finish();
    Ok(begin_file(cx, organizer, file, content.name.as_deref()).await?.stripping())
}

/// The import into which messages are gathered, begun with the first.
async fn gathering(cx: &mut Cx) -> Result<Result<ImportId, Reply>> {
    if let State::Importing(Some(id)) = cx.dialogue.now
        && store::get(&mut cx.tx, id).await?.is_some_and(|import| import.stage == Stage::Gathering)
    {
        return Ok(Ok(id));
    }
    let call = match may_begin(cx).await? {
        Ok(call) => call,
        Err(refused) => return Ok(Err(refused)),
    };
    let id = store::begin(&mut cx.tx, cx.me.id, None, call, cx.now).await?;
    cx.dialogue.now = State::Importing(Some(id));
    Ok(Ok(id))
}

/// Ideas came, one a line; a single line below a photo without words is for that.
async fn gather_lines(cx: &mut Cx, _: Organizer, text: &str) -> Result<Reply> {
    let t = cx.t();
    let lines: Vec<(&str, Option<&str>)> = lines(text).map(|line| (line, None)).collect();
    if lines.is_empty() {
        return Ok(Reply::send(view::not_taken(t, t.import_lines_empty())));
    }
    let id = match gathering(cx).await? {
        Ok(id) => id,
        Err(refused) => return Ok(refused),
    };
    let before = rows::rows_of(&mut cx.tx, id).await?;
    if lines.len() == 1 && before > 0 && rows::word_last_photo(&mut cx.tx, id, text.trim()).await? {
        return Ok(Reply::send(view::gathered(t, id, before, false)));
    }
    let count = rows::gather(&mut cx.tx, id, &lines, MOST_ROWS).await?;
    if count as usize - before as usize != lines.len() {
        return Ok(Reply::send(view::enough(t, id)));
    }
    Ok(Reply::send(view::gathered(t, id, count, false)))
}

/// A photo came, with or without words.
async fn gather_photo(cx: &mut Cx, _: Organizer, file: &str, caption: &str, part: Part) -> Result<Reply> {
    let t = cx.t();
    let id = match gathering(cx).await? {
        Ok(id) => id,
        Err(_) if part == Part::Further => return Ok(Reply::default()),
        Err(refused) => return Ok(refused),
    };
    let before = rows::rows_of(&mut cx.tx, id).await?;
    let count = rows::gather(&mut cx.tx, id, &[(caption, Some(file))], MOST_ROWS).await?;
    Ok(match part {
        Part::Further => Reply::default(),
        _ if count == before => Reply::send(view::enough(t, id)),
        Part::First => Reply::send(view::album(t, id)),
        Part::Alone => Reply::send(view::gathered(t, id, count, caption.trim().is_empty())),
    })
}

/// No more messages come: what they hold is compared and shown.
pub async fn gathered(cx: &mut Cx, _: Organizer, id: ImportId) -> Result<Reply> {
    let Some(import) = store::get(&mut cx.tx, id).await? else { return gone(cx) };
    if import.stage != Stage::Gathering {
        return show(cx, id).await;
    }
    if rows::rows_of(&mut cx.tx, id).await? == 0 {
        return Ok(Reply::toast(cx.t().import_gathered_none()));
    }
    if cx.dialogue.resume(|state| *state == State::Importing(Some(id))) {
        cx.dialogue.finish();
    }
    again(cx, id, Stage::Comparing).await
}

/// The worker has something to do. What comes of it takes the place of the pressed message, which stays as it is until
/// then: two edits under way at once could arrive in any order.
async fn again(cx: &mut Cx, id: ImportId, stage: Stage) -> Result<Reply> {
    store::move_to(&mut cx.tx, id, stage).await?;
    let card = cx.press.as_ref().and_then(|press| press.message);
    store::set_card(&mut cx.tx, id, card).await?;
    due::set(&mut cx.tx, Due::Imports, cx.now).await?;
    Ok(Reply::toast(match stage {
        Stage::Reading => cx.t().import_reading_toast(),
        _ => cx.t().import_comparing_toast(),
    }))
}

/// The file is fetched once more.
pub async fn retry(cx: &mut Cx, _: Organizer, id: ImportId) -> Result<Reply> {
    match store::get(&mut cx.tx, id).await? {
        Some(import) if import.stage == Stage::Refused => {
            // What could not be understood, though it was read, need not be fetched.
            let read = work::sheet(&mut cx.tx, id).await?.is_some();
            again(cx, id, if read { Stage::Comparing } else { Stage::Reading }).await
        }
        _ => show(cx, id).await,
    }
}

/// An import as it stands.
pub async fn show(cx: &mut Cx, id: ImportId) -> Result<Reply> {
    Ok(match screen(&mut cx.tx, id, cx.me.lang, cx.now).await? {
        Some(screen) => Reply::edit(screen),
        None => return gone(cx),
    })
}

fn gone(cx: &Cx) -> Result<Reply> {
    Ok(Reply::toast(cx.t().import_gone()).stripping())
}

/// What an import shows, to whichever organizer.
async fn screen(conn: &mut SqliteConnection, id: ImportId, lang: Lang, now: Moment) -> Result<Option<View>> {
    let Some(import) = store::get(conn, id).await? else { return Ok(None) };
    if !import.stage.is_open() {
        return Ok(Some(view::undo::brought(lang, &undo::brought(conn, import).await?, now)));
    }
    let ready = import.stage == Stage::Ready;
    let shown = Shown {
        counts: rows::counts(conn, id).await?,
        layout: if ready { work::layout(conn, id).await? } else { None },
        samples: if ready { rows::samples(conn, id, SAMPLES).await? } else { Vec::new() },
    };
    Ok(Some(view::card(lang.texts(), &import, &shown)))
}

/// Shows the one who began it what came of the work.
pub async fn show_outcome(conn: &mut SqliteConnection, id: ImportId, now: Moment) -> Result<()> {
    let Some(import) = store::get(conn, id).await? else { return Ok(()) };
    let Some(by) = import.by else { return Ok(()) };
    let Some((person, _)) = people::store::get(conn, by).await? else { return Ok(()) };
    let Some(screen) = screen(conn, id, person.lang, now).await? else { return Ok(()) };
    put(conn, &person, id, &screen, now).await
}

async fn put(
    conn: &mut SqliteConnection,
    person: &Person,
    id: ImportId,
    screen: &View,
    now: Moment,
) -> Result<()> {
    match store::card(conn, id).await? {
        Some(card) => outbox::store::edit(conn, person, card, screen, now).await,
        None => outbox::store::tell(conn, person, Urgency::Awaited, None, screen, now).await,
    }
}

/// Brings in what was shown: this version of it, or nothing.
pub async fn confirm(cx: &mut Cx, _: Organizer, id: ImportId, version: u32) -> Result<Reply> {
    let Some(import) = store::get(&mut cx.tx, id).await? else { return gone(cx) };
    let (Stage::Ready, Some(call)) = (import.stage, import.call) else {
        let toast = match import.stage {
            Stage::Imported | Stage::Undone => cx.t().import_done_already(),
            _ => cx.t().import_changed_toast(),
        };
        return Ok(show(cx, id).await?.toasting(toast));
    };
    if import.version != version {
        let toast = cx.t().import_changed_toast();
        return Ok(show(cx, id).await?.toasting(toast));
    }
    acts::note(cx, Act::BroughtIn(id)).await?;
    let expected = rows::counts(&mut cx.tx, id).await?.coming(import.take_close);
    let count = outcome::bring_in(&mut cx.tx, &import, call, cx.now).await?;
    let overtaken = u64::from(expected).saturating_sub(count);
    let mut reply = show(cx, id).await?.toasting(cx.t().import_done_toast(count));
    if overtaken > 0 {
        let line = crate::text::Html::ours(cx.t().import_overtaken(overtaken));
        reply.edit = reply.edit.map(|view| view.footed(&line));
    }
    Ok(reply)
}

/// Gives it up.
pub async fn forget(cx: &mut Cx, _: Organizer, id: ImportId) -> Result<Reply> {
    match store::get(&mut cx.tx, id).await? {
        Some(import) if !import.stage.is_open() => show(cx, id).await,
        _ => {
            store::forget(&mut cx.tx, id).await?;
            if cx.dialogue.resume(|state| *state == State::Importing(Some(id))) {
                cx.dialogue.finish();
            }
            Ok(Reply::edit(view::cancelled(cx.t())).toasting(cx.t().import_cancelled_toast()))
        }
    }
}
