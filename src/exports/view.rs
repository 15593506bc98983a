//! The screens of taking out, and the messages that bring the files.

use super::{File, MOST_BYTES};
use crate::clock::Moment;
use crate::ids::SessionId;
use crate::l10n::{Lang, Texts};
use crate::sessions::store::Listed;
use crate::text::{Html, shorten};
use crate::ui::action::{Action, Export, Report, ReportKind};
use crate::ui::view::{Body, LABEL, View};
use crate::when;

/// What organizers can take out.
pub fn choose(t: &Texts) -> View {
    View::text(Html::ours(t.exports_title()))
        .row([
            (t.exports_proposals_xlsx(), Action::Export(Export::ProposalsXlsx)),
            (t.exports_proposals_csv(), Action::Export(Export::ProposalsCsv)),
        ])
        .button(t.exports_cards(), Action::Export(Export::Cards))
        .button(t.exports_report(), Action::ReportSince)
        .row([(t.exports_archive(), Action::Export(Export::Archive)), (t.exports_polis(), Action::AskExport)])
        .row([(t.back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// From which session on a report tells.
pub fn report_since(lang: Lang, sessions: &[Listed], now: Moment) -> View {
    let t = lang.texts();
    let view = View::text(Html::ours(t.report_ask_since()))
        .button(t.report_since_beginning(), Action::ReportUntil(None));
    let view = sessions
        .iter()
        .fold(view, |view, one| view.button(session(lang, one, now), Action::ReportUntil(Some(one.id))));
    view.button(t.back(), Action::TakeOut)
}

/// Until which one.
pub fn report_until(lang: Lang, since: Option<SessionId>, sessions: &[Listed], now: Moment) -> View {
    let t = lang.texts();
    let view = View::text(Html::ours(t.report_ask_until()))
        .button(t.report_until_today(), Action::ReportKind(since, None));
    let view = sessions.iter().fold(view, |view, one| {
        view.button(session(lang, one, now), Action::ReportKind(since, Some(one.id)))
    });
    view.button(t.back(), Action::ReportSince)
}

/// What it is written as.
pub fn report_kind(t: &Texts, since: Option<SessionId>, until: Option<SessionId>) -> View {
    let export = |kind| Action::Export(Export::Report(Report { since, until, kind }));
    View::text(Html::ours(t.report_ask_kind()))
        .row([(t.report_pdf(), export(ReportKind::Pdf)), (t.report_docx(), export(ReportKind::Docx))])
        .row([(t.back(), Action::ReportUntil(since)), (t.to_menu(), Action::Menu)])
}

fn session(lang: Lang, one: &Listed, now: Moment) -> String {
    shorten(&format!("{}: {}", when::say_day(lang, one.starts_at, now), one.title.plain()), LABEL)
}

/// That it is being made, or why not.
pub fn said(t: &Texts, said: String) -> View {
    View::text(Html::ours(said)).button(t.to_menu(), Action::Menu)
}

/// The files, each in a message of its own; the last one leads on.
pub fn files(t: &Texts, what: Export, files: Vec<File>) -> Vec<View> {
    let count = files.len();
    files
        .into_iter()
        .enumerate()
        .map(|(at, File { name, bytes })| {
            let caption = Html::ours(caption(t, what, at, count));
            let view = View::showing(Body::Document { name, bytes, caption });
            if at + 1 < count { view } else { view.button(t.to_menu(), Action::Menu) }
        })
        .collect()
}

fn caption(t: &Texts, what: Export, at: usize, count: usize) -> String {
    match what {
        Export::Own if at == 0 => t.exports_own_html(),
        Export::Own => t.exports_own_json(),
        Export::ProposalsXlsx => t.exports_proposals_xlsx_here(),
        Export::ProposalsCsv => t.exports_proposals_csv_here(),
        Export::Cards if count == 1 => t.exports_cards_here(),
        Export::Cards => t.exports_cards_part(at + 1, count),
        Export::Archive => t.exports_archive_here(),
        Export::Report(_) => t.report_here(),
    }
}

/// There is nothing to put into the files any more.
pub fn nothing(t: &Texts) -> View {
    said(t, t.exports_no_proposals())
}

/// Telegram would not take them.
pub fn too_large(t: &Texts) -> View {
    said(t, t.exports_too_large(MOST_BYTES / 1_000_000))
}

/// It did not work.
pub fn failed(t: &Texts) -> View {
    said(t, t.exports_failed())
}
