//! What was brought in: all imports, one of them, and the way back.

use super::{name, press};
use crate::clock::Moment;
use crate::ids::ImportId;
use crate::imports::{Fate, Import, Stage};
use crate::l10n::Lang;
use crate::text::Html;
use crate::ui::action::{Action, Importing};
use crate::ui::state::Name;
use crate::ui::view::{Paging, View};
use crate::when;

/// An import with what became of it.
#[derive(Debug)]
pub struct Brought {
    pub import: Import,
    /// How many proposals came in with it.
    pub count: u32,
    pub fate: Fate,
    /// Which organizer brought them in, if they are still there.
    pub by: Option<Name>,
}

/// One that is done.
pub fn brought(lang: Lang, brought: &Brought, now: Moment) -> View {
    let (t, import) = (lang.texts(), &brought.import);
    let question = import.question.as_ref().map_or_else(Html::default, |question| question.html());
    let mut text = match import.stage {
        Stage::Undone => Html::ours(t.import_undone()),
        _ => Html::ours(t.import_done(brought.count, question)),
    };
    text = text.then(1, &Html::ours(t.import_source(name(t, import), when::say(lang, import.at, now))));
    if let Some(by) = &brought.by {
        text = text.then(0, &Html::ours(t.import_by(by.html())));
    }
    let there = brought.fate.there;
    match import.stage {
        Stage::Undone if there > 0 => text = text.then(0, &Html::ours(t.import_undone_kept(there))),
        Stage::Imported if there < brought.count => text = text.then(0, &Html::ours(t.import_there(there))),
        _ => {}
    }
    let view = View::text(text);
    let view =
        if there > 0 { view.button(t.import_undo(), press(Importing::AskUndo(import.id))) } else { view };
    view.button(t.menu_proposals(), Action::Proposals(0))
        .row([(t.import_all(), press(Importing::List(0))), (t.to_menu(), Action::Menu)])
}

/// Whether to take it back, and how much of it.
pub fn ask(lang: Lang, id: ImportId, fate: Fate) -> View {
    let t = lang.texts();
    let mut text = Html::ours(t.import_ask_undo(fate.there));
    if fate.touched > 0 {
        text = text.then(1, &Html::ours(t.import_touched(fate.touched)));
    }
    let untouched = fate.there - fate.touched;
    let view = View::text(text);
    let view = if fate.touched > 0 && untouched > 0 {
        view.button(t.import_undo_untouched(untouched), press(Importing::Undo(id, false)))
    } else {
        view
    };
    view.button(t.import_undo_all(fate.there), press(Importing::Undo(id, true)))
        .button(t.back(), press(Importing::Show(id)))
}

/// A page of all of them, each with how many proposals came in.
pub fn list(lang: Lang, imports: &[(Import, u32)], at: Paging, now: Moment) -> View {
    let t = lang.texts();
    let title = if imports.is_empty() { t.import_list_none() } else { t.import_list() };
    let number = |index: usize| at.offset() as usize + index + 1;
    let text = imports.iter().enumerate().fold(Html::ours(title), |all, (index, (import, count))| {
        let state = match import.stage {
            Stage::Imported => t.import_state_done(*count),
            Stage::Undone => t.import_state_undone(),
            _ => t.import_state_open(),
        };
        let when = when::say(lang, import.at, now);
        all.then(1, &Html::ours(t.import_list_line(number(index), name(t, import), when, state)))
    });
    let buttons = imports.iter().enumerate();
    let buttons =
        buttons.map(|(index, (import, _))| (number(index).to_string(), press(Importing::Show(import.id))));
    View::text(text)
        .row(buttons)
        .pager(t, at, |page| press(Importing::List(page)))
        .button(t.import_again(), press(Importing::Begin))
        .row([(t.desk_back(), Action::Desk), (t.to_menu(), Action::Menu)])
}
