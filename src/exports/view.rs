//! The screens of taking out, and the messages that bring the files.

use super::{File, MOST_BYTES};
use crate::l10n::Texts;
use crate::text::Html;
use crate::ui::action::{Action, Export};
use crate::ui::view::{Body, View};

/// What organizers can take out.
pub fn choose(t: &Texts) -> View {
    View::text(Html::ours(t.exports_title()))
        .row([
            (t.exports_proposals_xlsx(), Action::Export(Export::ProposalsXlsx)),
            (t.exports_proposals_csv(), Action::Export(Export::ProposalsCsv)),
        ])
        .button(t.exports_cards(), Action::Export(Export::Cards))
        .row([(t.exports_archive(), Action::Export(Export::Archive)), (t.exports_polis(), Action::AskExport)])
        .row([(t.back(), Action::Desk), (t.to_menu(), Action::Menu)])
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
