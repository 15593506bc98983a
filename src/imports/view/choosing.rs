//! Other columns, other calls, and rows that are not simply brought in.

use std::collections::HashMap;

use super::{BEGINNING, line, press};
use crate::ids::{ImportId, ProposalId};
use crate::imports::columns::{Layout, letters};
use crate::imports::compare::Understood;
use crate::imports::{Other, Verdict};
use crate::l10n::Texts;
use crate::proposals::Call;
use crate::text::{Html, shorten};
use crate::ui::action::{Importing, Pile};
use crate::ui::state::Idea;
use crate::ui::view::{LABEL, Paging, View, chosen};

/// How many columns are offered.
const OFFERED: usize = 20;

/// Which column holds the words.
pub fn columns(t: &Texts, id: ImportId, layout: &Layout) -> View {
    let view = View::text(Html::ours(t.import_choose_column()));
    let view = (0..layout.first.len().min(OFFERED)).fold(view, |view, column| {
        let label = shorten(&format!("{}: {}", letters(column), layout.label(column)), LABEL);
        let label = chosen(column == layout.columns.words, label);
        view.button(label, press(Importing::Column(id, u8::try_from(column).unwrap_or(u8::MAX))))
    });
    let headed = layout.columns.headed;
    let headings = if headed { t.import_first_is_heading() } else { t.import_first_is_row() };
    view.button(headings, press(Importing::Headed(id, !headed))).button(t.back(), press(Importing::Show(id)))
}

/// Which call they answer.
pub fn calls(t: &Texts, id: ImportId, calls: &[Call]) -> View {
    let view = View::text(Html::ours(t.import_choose_call()));
    let view = calls.iter().fold(view, |view, call| {
        let question = call.question.beginning(60);
        let label = if call.open { question } else { t.import_closed_call(question) };
        view.button(label, press(Importing::Call(id, call.id)))
    });
    view.button(t.back(), press(Importing::Show(id)))
}

/// A page of rows, each with what is to be said of it; and the words of the proposals that they are like.
pub fn rows(
    t: &Texts,
    id: ImportId,
    pile: Pile,
    rows: &[Understood],
    there: &HashMap<ProposalId, Idea>,
    at: Paging,
) -> View {
    let title = match pile {
        Pile::Same => t.import_pile_same(),
        Pile::Close => t.import_pile_close(),
        Pile::Unreadable => t.import_pile_unreadable(),
    };
    let text = rows.iter().fold(Html::ours(title), |all, row| {
        let why = Html::ours(format!("<i>{}</i>", why(t, row.verdict, there)));
        all.then(1, &line(t, row)).then(0, &why)
    });
    View::text(text)
        .pager(t, at, |page| press(Importing::Rows(id, pile, page)))
        .button(t.back(), press(Importing::Show(id)))
}

fn why(t: &Texts, verdict: Verdict, there: &HashMap<ProposalId, Idea>) -> String {
    let words = |id: ProposalId| {
        let words = there.get(&id).map(|words| words.beginning(BEGINNING)).unwrap_or_default();
        Html::escape(&words)
    };
    match verdict {
        Verdict::Fresh => String::new(),
        Verdict::Same(Other::Row(row)) => t.import_as_row(row),
        Verdict::Same(Other::Proposal(id)) => t.import_as_proposal(id.0, words(id)),
        Verdict::Close(Other::Row(row)) => t.import_like_row(row),
        Verdict::Close(Other::Proposal(id)) => t.import_like_proposal(id.0, words(id)),
        Verdict::TooLong { limit, length } => t.import_why_too_long(length, limit),
        Verdict::NoValue => t.import_why_no_value(),
    }
}
