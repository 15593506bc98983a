//! The screens of a session that is over: its page, minutes and materials, and how it was.

use super::super::room::Pictures;
use super::super::{MARKS, Material, QUESTIONS, Results, Session};
use super::{about, gallery};
use crate::clock::Moment;
use crate::ids::SessionId;
use crate::l10n::{Lang, Texts};
use crate::text::{Html, shorten};
use crate::ui::action::Action;
use crate::ui::view::{Body, Content, FileKind, View};
use crate::votes::view::bar;

/// How much of the minutes the page quotes; the whole is a tap away.
const QUOTED: usize = 1000;
/// How many materials a page shows.
const SHOWN: usize = 12;

/// What of a session was kept.
#[derive(Debug, Clone, Copy)]
pub struct Kept<'a> {
    pub materials: &'a [Material],
    pub results: &'a Results,
    pub pictures: Pictures,
}

/// The page that keeps what a session was and what came of it.
pub fn page(t: &Texts, lang: Lang, session: &Session, kept: &Kept, organizer: bool, now: Moment) -> View {
    let (id, results) = (session.id, kept.results);
    let mut text = about(t, lang, session, now);
    text = text
        .then(1, &Html::ours(if session.cancelled { t.session_cancelled_line() } else { t.session_was() }));
    let minutes = kept.materials.iter().rev().find(|one| one.minutes && !one.content.text.trim().is_empty());
    if let Some(minutes) = minutes {
        let words = Html::escape(&shorten(minutes.content.text.trim(), QUOTED));
        text = text.then(1, &Html::ours(t.session_decisions(words)));
    }
    let view = materials(View::text(text), kept.materials);
    let view = gallery::buttons(t, view, id, kept.pictures);
    let view = results
        .votes
        .iter()
        .fold(view, |view, (id, title)| view.button(format!("🗳 {}", title.beginning(45)), Action::Vote(*id)));
    let view = results.polls.iter().fold(view, |view, (id, question)| {
        view.button(format!("📊 {}", question.beginning(45)), Action::Poll(*id))
    });
    let view = if organizer { view.button(t.session_manage(), Action::ManageSession(id)) } else { view };
    view.row([(t.sessions_all(), Action::Sessions), (t.to_menu(), Action::Menu)])
}

/// A button for each material.
pub fn materials(view: View, kept: &[Material]) -> View {
    kept.iter().take(SHOWN).fold(view, |view, one| {
        let sign = match one.content.file {
            _ if one.minutes => "📝",
            Some((FileKind::Photo, _)) => "🖼",
            Some(_) => "📎",
            None => "🔗",
        };
        view.button(format!("{sign} {}", called(one)), Action::Material(one.id))
    })
}

/// The first line of what was written with it; else its number.
fn called(material: &Material) -> String {
    let line = material.content.text.lines().map(str::trim).find(|line| !line.is_empty());
    line.map_or_else(|| format!("№{}", material.id.0), |line| shorten(line, 40))
}

/// A material, as it was sent.
pub fn material(t: &Texts, session: SessionId, body: Body) -> View {
    View::showing(body).row([(t.session_open(), Action::Session(session)), (t.to_menu(), Action::Menu)])
}

/// Asks for the minutes.
pub fn ask_minutes(t: &Texts) -> View {
    View::text(Html::ours(t.session_ask_minutes())).button(t.cancel(), Action::Cancel)
}

/// In numbers, before they go.
pub fn confirm_minutes(t: &Texts, size: i64) -> View {
    View::text(Html::ours(t.session_confirm_minutes(size)))
        .row([(t.session_send_minutes(), Action::SendMinutes), (t.cancel(), Action::Cancel)])
}

/// What people get: the minutes as they were written, and a way to the session.
pub fn minutes(t: &Texts, id: SessionId, content: Content) -> View {
    material(t, id, Body::Copy(content))
}

/// To the organizer: the minutes are on their way.
pub fn minutes_sent(t: &Texts, session: &Session) -> View {
    View::text(Html::ours(t.session_minutes_sent(session.details.title.html())))
        .row([(t.session_manage(), Action::ManageSession(session.id)), (t.to_menu(), Action::Menu)])
}

/// Asks for files and links.
pub fn ask_materials(t: &Texts) -> View {
    View::text(Html::ours(t.session_ask_materials())).button(t.cancel(), Action::Cancel)
}

/// One was taken; more may come.
pub fn material_added(t: &Texts, count: usize) -> View {
    View::text(Html::ours(t.session_material_added(count)))
        .button(t.session_materials_done(), Action::MaterialsDone)
}

/// A question about a session; beyond the last one, thanks.
pub fn feedback(t: &Texts, session: &Session, question: u8) -> View {
    if question >= QUESTIONS {
        return View::text(Html::ours(t.feedback_thanks(session.details.title.html())))
            .row([(t.session_open(), Action::Session(session.id)), (t.to_menu(), Action::Menu)]);
    }
    let text = Html::ours(t.feedback_title(session.details.title.html(), question + 1))
        .then(1, &Html::ours(asks(t, question)));
    let answers = (0..MARKS).map(|mark| (mark_label(t, mark), Action::Feedback(session.id, question, mark)));
    View::text(text).row(answers).button(t.to_menu(), Action::Menu)
}

fn asks(t: &Texts, question: u8) -> String {
    match question {
        0 => t.feedback_useful(),
        1 => t.feedback_heard(),
        _ => t.feedback_again(),
    }
}

fn mark_label(t: &Texts, mark: u8) -> String {
    match mark {
        0 => t.feedback_yes(),
        1 => t.feedback_partly(),
        _ => t.feedback_no(),
    }
}

/// How people found it, where enough answered that nobody is given away.
pub fn sums(
    t: &Texts,
    session: &Session,
    sums: &[[u32; MARKS as usize]; QUESTIONS as usize],
    asked: usize,
    least: u32,
) -> View {
    let mut text = Html::ours(t.feedback_sums_title(session.details.title.html()));
    let answered = sums.iter().map(|marks| marks.iter().sum::<u32>()).max().unwrap_or(0);
    text = text.then(0, &Html::ours(t.feedback_answered(answered, asked)));
    for (question, marks) in (0u8..).zip(sums) {
        let total: u32 = marks.iter().sum();
        text = text.then(1, &Html::ours(format!("<b>{}</b>", asks(t, question))));
        if total < least {
            text = text.then(0, &Html::ours(t.feedback_too_few(least)));
            continue;
        }
        for (mark, count) in (0u8..).zip(marks) {
            let bar = bar(u64::from(*count), u64::from(total));
            text = text.then(0, &Html::ours(format!("{bar} {count} · {}", mark_label(t, mark))));
        }
    }
    View::text(text).row([(t.back(), Action::ManageSession(session.id)), (t.to_menu(), Action::Menu)])
}
