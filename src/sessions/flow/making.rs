//! Making a session: title, when, where; then everything on one screen, with a button for each further part; and
//! announced. Changing one is the same, and those concerned hear what has changed.

use std::time::Duration;

use anyhow::Result;

use super::super::store::{self, guests as invited};
use super::super::view::making as view;
use super::super::{Change, Details, MOST_PLACES, Session, calendar, changes};
use super::{due, refresh_cards};
use crate::acts::{self, Act};
use crate::audiences::flow as audiences;
use crate::chats;
use crate::cx::{Cx, Organizer};
use crate::ids::{ChatId, SessionId};
use crate::l10n::Lang;
use crate::outbox::{self, Hold, Subject};
use crate::text::Unfit;
use crate::ui::action::{Attendance, SessionPart};
use crate::ui::audience::Audience;
use crate::ui::state::{Agenda, Link, MapPoint, Place, SessionDraft, State, Title};
use crate::ui::view::{Reply, View};
use crate::when;

/// Those who hear of changes: whoever declined does not.
pub const CONCERNED: [Attendance; 6] = [
    Attendance::Silent,
    Attendance::Coming,
    Attendance::Online,
    Attendance::Waiting,
    Attendance::Offered,
    Attendance::Unsure,
];
/// What changes in a session that begins within that time wakes people.
const SOON: Duration = Duration::from_secs(16 * 3600);
/// Those who have it in their calendars.
const COMING: [Attendance; 2] = [Attendance::Coming, Attendance::Online];

/// Begins, or goes on with one that was left.
pub async fn start(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    if !cx.dialogue.resume(|state| matches!(state, State::MakingSession(_))) {
        let draft = SessionDraft { asking: Some(SessionPart::Title), ..SessionDraft::default() };
        cx.dialogue.begin(State::MakingSession(draft));
    }
    Ok(Reply::send(ask(cx, organizer).await?))
}

/// Begins another one, for the people of an earlier one.
pub async fn start_next(cx: &mut Cx, organizer: Organizer, id: SessionId) -> Result<Reply> {
    let Some(before) = store::get(&mut cx.tx, id).await? else {
        return Ok(Reply::toast(cx.t().session_gone()));
    };
    cx.dialogue.begin(State::MakingSession(SessionDraft {
        audience: Audience::guests(before.id),
        asking: Some(SessionPart::Title),
        ..SessionDraft::default()
    }));
    Ok(Reply::send(ask(cx, organizer).await?))
}

/// Shows an announced one as a draft, to be changed.
pub async fn change(cx: &mut Cx, organizer: Organizer, id: SessionId) -> Result<Reply> {
    let Some(session) = store::get(&mut cx.tx, id).await?.filter(|session| !session.is_past(cx.now)) else {
        return Ok(Reply::toast(cx.t().session_is_over()));
    };
    cx.dialogue.begin(State::MakingSession(session.draft()));
    Ok(Reply::edit(ask(cx, organizer).await?))
}

/// What the dialogue asks for now.
pub async fn ask(cx: &mut Cx, _: Organizer) -> Result<View> {
    let State::MakingSession(draft) = cx.dialogue.now.clone() else { return Ok(view::ask_title(cx.t())) };
    let (t, lang) = (cx.t(), cx.me.lang);
    Ok(match draft.asking {
        Some(SessionPart::Title) => view::ask_title(t),
        Some(SessionPart::When) => view::ask_when(t),
        Some(SessionPart::Where) => view::ask_where(t, &draft),
        Some(SessionPart::Agenda) => view::ask_agenda(t, &draft),
        Some(SessionPart::Capacity) => view::ask_capacity(t, &draft),
        Some(SessionPart::Audience) => {
            let everyone = audiences::everyone(&mut cx.tx).await?.count;
            let groups = audiences::groups(&mut cx.tx).await?;
            view::ask_audience(t, lang, everyone, &groups)
        }
        None => preview(cx, &draft).await?,
    })
}

async fn preview(cx: &mut Cx, draft: &SessionDraft) -> Result<View> {
    let Some(details) = Details::of(draft) else { return Ok(view::ask_where(cx.t(), draft)) };
    let size = match draft.changing {
        Some(_) => 0,
        None => audiences::reached(&mut cx.tx, &cx.keys, &draft.audience, cx.now).await?.count,
    };
    let said = audiences::said(&mut cx.tx, cx.me.lang, &draft.audience).await?.unwrap_or_default();
    let changed = match draft.changing {
        Some(id) => match store::get(&mut cx.tx, id).await? {
            Some(before) => view::changed(cx.t(), cx.me.lang, &before.details, &details, cx.now),
            None => Vec::new(),
        },
        None => Vec::new(),
    };
    let preview = view::preview(cx.t(), cx.me.lang, draft, &details, &said, size, &changed, cx.now);
    // A changed one is posted where it was posted before.
    if draft.changing.is_some() {
        return Ok(preview);
    }
    let choices = chats::flow::choices(&mut cx.tx, &draft.chats).await?;
    Ok(chats::view::also(cx.t(), preview, &choices))
}

/// The next part that has to be asked for; none: everything is there.
fn next(draft: &SessionDraft) -> Option<SessionPart> {
    if draft.title.is_none() {
        Some(SessionPart::Title)
    } else if draft.span.is_none() {
        Some(SessionPart::When)
    } else if Details::of(draft).is_none() {
        Some(SessionPart::Where)
    } else {
        None
    }
}

/// Words came: for what was asked.
pub async fn said(cx: &mut Cx, organizer: Organizer, typed: &str) -> Result<Reply> {
    let (t, now) = (cx.t(), cx.now);
    let State::MakingSession(draft) = &mut cx.dialogue.now else { return Ok(Reply::default()) };
    let refusal = match draft.asking {
        Some(SessionPart::Title) => match Title::parse_line(typed) {
            Ok(title) => {
                draft.title = Some(title);
                None
            }
            Err(unfit) => Some(crate::votes::view::making::title_unfit(t, unfit)),
        },
        Some(SessionPart::When) => match when::understand_span(typed, now) {
            Some(span) => {
                draft.span = Some(span);
                None
            }
            None => Some(view::when_not_understood(t)),
        },
        Some(SessionPart::Where) => take_place(draft, typed).err().map(|unfit| view::where_unfit(t, unfit)),
        Some(SessionPart::Agenda) => match Agenda::parse(typed) {
            Ok(agenda) => {
                draft.agenda = Some(agenda);
                None
            }
            Err(Unfit::TooLong { limit, length }) => Some(view::agenda_too_long(t, length, limit)),
            Err(Unfit::Empty) => Some(view::ask_agenda(t, draft)),
        },
        Some(SessionPart::Capacity) => match typed.trim().parse() {
            Ok(count @ 1..=MOST_PLACES) => {
                draft.capacity = Some(count);
                None
            }
            _ => Some(view::capacity_not_understood(t, draft)),
        },
        Some(SessionPart::Audience) | None => None,
    };
    if let Some(refusal) = refusal {
        return Ok(Reply::send(refusal));
    }
    if draft.asking != Some(SessionPart::Audience) {
        draft.asking = next(draft);
    }
    Ok(Reply::send(ask(cx, organizer).await?))
}

/// Takes the words of a place apart: an address on the web is where it can be joined online, the rest is where it is.
fn take_place(draft: &mut SessionDraft, typed: &str) -> Result<(), Unfit> {
    let is_link = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
    let link = typed.split_whitespace().find(is_link).map(Link::parse_line).transpose()?;
    let words: Vec<&str> = typed.split_whitespace().filter(|word| !is_link(word)).collect();
    let place = match Place::parse_line(&words.join(" ")) {
        Ok(place) => Some(place),
        Err(Unfit::Empty) if link.is_some() => None,
        Err(unfit) => return Err(unfit),
    };
    // A new place is not where the old point was; a link alone says nothing of the place.
    if place.is_some() {
        draft.point = None;
        draft.place = place;
    } else if draft.changing.is_none() {
        draft.place = None;
    }
    draft.link = link.or_else(|| draft.link.take());
    Ok(())
}

/// A point on the map came: where it is, or to go with the words that say so.
pub async fn placed(cx: &mut Cx, organizer: Organizer, point: MapPoint, called: &str) -> Result<Reply> {
    if let State::MakingSession(draft) = &mut cx.dialogue.now {
        draft.point = Some(point);
        draft.place = Place::parse_line(called).ok().or_else(|| draft.place.take());
        if matches!(draft.asking, Some(SessionPart::Where)) {
            draft.asking = next(draft);
        }
    }
    Ok(Reply::send(ask(cx, organizer).await?))
}

/// A button of the preview changed something.
async fn rework(cx: &mut Cx, organizer: Organizer, rework: impl FnOnce(&mut SessionDraft)) -> Result<Reply> {
    let State::MakingSession(draft) = &mut cx.dialogue.now else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    rework(draft);
    Ok(Reply::edit(ask(cx, organizer).await?))
}

/// Asks for a part; what was there stays until something else comes.
pub async fn ask_part(cx: &mut Cx, organizer: Organizer, part: SessionPart) -> Result<Reply> {
    rework(cx, organizer, |draft| {
        // Those who were told stay told.
        let fixed = part == SessionPart::Audience && draft.changing.is_some();
        draft.asking = (!fixed).then_some(part);
    })
    .await
}

/// Back to everything on one screen.
pub async fn show_preview(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    rework(cx, organizer, |draft| draft.asking = next(draft)).await
}

/// Whether the invitation is posted in a group, too.
pub async fn also_in(cx: &mut Cx, organizer: Organizer, chat: ChatId, wanted: bool) -> Result<Reply> {
    rework(cx, organizer, |draft| chats::choose(&mut draft.chats, chat, wanted)).await
}

/// How many can be there.
pub async fn choose_capacity(cx: &mut Cx, organizer: Organizer, most: Option<u32>) -> Result<Reply> {
    let most = most.map(|most| most.clamp(1, MOST_PLACES));
    rework(cx, organizer, |draft| {
        draft.capacity = most;
        draft.asking = next(draft);
    })
    .await
}

/// Whether people may wait for a place.
pub async fn choose_queue(cx: &mut Cx, organizer: Organizer, wanted: bool) -> Result<Reply> {
    rework(cx, organizer, |draft| draft.no_queue = !wanted).await
}

/// No agenda after all.
pub async fn drop_agenda(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    rework(cx, organizer, |draft| {
        draft.agenda = None;
        draft.asking = next(draft);
    })
    .await
}

/// Announces it, or what has changed.
pub async fn announce(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    let State::MakingSession(draft) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let Some(details) = Details::of(&draft) else {
        return Ok(Reply::edit(ask(cx, organizer).await?));
    };
    if details.span.starts <= cx.now && draft.changing.is_none() {
        // The draft lay about until its own beginning had passed.
        return Ok(Reply::alert(cx.t().session_when_passed()));
    }
    match draft.changing {
        Some(id) => save(cx, id, details).await,
        None => announce_new(cx, details, &draft.chats).await,
    }
}

async fn announce_new(cx: &mut Cx, details: Details, chosen: &[ChatId]) -> Result<Reply> {
    let people = audiences::reached(&mut cx.tx, &cx.keys, &details.audience, cx.now).await?;
    if people.count == 0 {
        return Ok(Reply::alert(cx.t().announce_nobody()));
    }
    let guests = audiences::all(&mut cx.tx, &cx.keys, &details.audience, cx.now).await?;
    let id = store::insert(&mut cx.tx, &details, cx.now).await?;
    acts::note(cx, Act::AnnouncedSession(id)).await?;
    invited::invite(&mut cx.tx, id, &guests).await?;
    let session = Session { id, details, revision: 0, revised_at: cx.now, cancelled: false };
    due::look_at(&mut cx.tx, id, cx.now).await?;
    let hold = cx.hold.before(Some(session.details.span.starts));
    let mailing = outbox::store::insert_mailing(&mut cx.tx, hold, cx.now).await?;
    for lang in Lang::ALL {
        let card = super::super::view::invitation(lang.texts(), lang, &session, cx.now);
        let subject = Some(Subject::Session(id));
        outbox::store::tell_people(&mut cx.tx, mailing, &people, lang, subject, &card, cx.now).await?;
    }
    super::there::post(cx, mailing, &session, chosen).await?;
    cx.dialogue.finish();
    Ok(Reply::edit(view::announced(cx.t(), &session)).toasting(cx.t().session_announced_toast()))
}

/// Writes changes down and tells those concerned what was, and what is now.
async fn save(cx: &mut Cx, id: SessionId, details: Details) -> Result<Reply> {
    let Some(before) = store::get(&mut cx.tx, id).await?.filter(|before| !before.is_past(cx.now)) else {
        cx.dialogue.finish();
        return Ok(Reply::toast(cx.t().session_is_over()).stripping());
    };
    let moved = before.details.span != details.span;
    if moved && details.span.starts <= cx.now {
        return Ok(Reply::alert(cx.t().session_when_passed()));
    }
    cx.dialogue.finish();
    let changed = changes(&before.details, &details);
    if changed.is_empty() {
        return Ok(Reply::edit(view::unchanged(cx.t(), id)).toasting(cx.t().session_unchanged_toast()));
    }
    store::change(&mut cx.tx, id, &details, cx.now).await?;
    acts::note(cx, Act::ChangedSession(id)).await?;
    let Some(session) = store::get(&mut cx.tx, id).await? else { return Ok(Reply::default()) };
    due::look_at(&mut cx.tx, id, cx.now).await?;
    refresh_cards(&mut cx.tx, &session, cx.now).await?;
    // How many places there are concerns those who wait, and they hear of it when it is their turn.
    if changed != [Change::Capacity] {
        tell_changes(cx, &before, &session).await?;
        super::there::tell_changes(cx, &before, &session).await?;
    }
    Ok(Reply::edit(view::saved(cx.t(), &session)).toasting(cx.t().session_saved_toast()))
}

async fn tell_changes(cx: &mut Cx, before: &Session, session: &Session) -> Result<()> {
    let file = calendar::file(session, &cx.bot_name);
    let concerned = invited::who_said(&mut cx.tx, session.id, &CONCERNED).await?;
    let hold = hold(cx, before);
    let mailing = outbox::store::insert_mailing(&mut cx.tx, hold, cx.now).await?;
    for lang in Lang::ALL {
        let t = lang.texts();
        let changed = view::changed(t, lang, &before.details, &session.details, cx.now);
        let word = view::change_notice(t, session, &changed, file.clone());
        outbox::store::tell_those(&mut cx.tx, mailing, &concerned, lang, None, &word, cx.now).await?;
    }
    Ok(())
}

/// Whether what is new about a session can wait for the morning: not when people may be on their way by then.
pub(super) fn hold(cx: &Cx, session: &Session) -> Hold {
    if session.details.span.starts <= cx.now.after(SOON) { Hold::Nothing } else { cx.hold }
}

/// Asks whether to call it off.
pub async fn ask_to_cancel(cx: &mut Cx, _: Organizer, id: SessionId) -> Result<Reply> {
    match store::get(&mut cx.tx, id).await?.filter(|session| !session.is_past(cx.now)) {
        Some(session) => {
            let concerned = invited::who_said(&mut cx.tx, id, &CONCERNED).await?.len();
            Ok(Reply::edit(view::ask_to_cancel(cx.t(), &session, concerned)))
        }
        None => Ok(Reply::toast(cx.t().session_is_over())),
    }
}

/// Calls it off. Those who come get a file that takes it out of their calendars; those who declined hear nothing.
pub async fn cancel(cx: &mut Cx, organizer: Organizer, id: SessionId) -> Result<Reply> {
    let ahead = store::get(&mut cx.tx, id).await?.is_some_and(|session| !session.is_past(cx.now));
    if !ahead || !store::cancel(&mut cx.tx, id, cx.now).await? {
        return Ok(Reply::toast(cx.t().session_is_over()));
    }
    let Some(session) = store::get(&mut cx.tx, id).await? else { return Ok(Reply::default()) };
    acts::note(cx, Act::CancelledSession(id)).await?;
    refresh_cards(&mut cx.tx, &session, cx.now).await?;
    let file = calendar::file(&session, &cx.bot_name);
    let coming = invited::who_said(&mut cx.tx, id, &COMING).await?;
    let hold = hold(cx, &session);
    let others: Vec<Attendance> = CONCERNED.into_iter().filter(|a| !COMING.contains(a)).collect();
    let others = invited::who_said(&mut cx.tx, id, &others).await?;
    let mailing = outbox::store::insert_mailing(&mut cx.tx, hold, cx.now).await?;
    for lang in Lang::ALL {
        let t = lang.texts();
        let with_file = view::cancelled(t, lang, &session, Some(file.clone()), cx.now);
        let without = view::cancelled(t, lang, &session, None, cx.now);
        outbox::store::tell_those(&mut cx.tx, mailing, &coming, lang, None, &with_file, cx.now).await?;
        outbox::store::tell_those(&mut cx.tx, mailing, &others, lang, None, &without, cx.now).await?;
    }
    super::there::tell_cancelled(cx, &session).await?;
    Ok(super::guests::manage(cx, organizer, id).await?.toasting(cx.t().session_cancelled_toast()))
}
