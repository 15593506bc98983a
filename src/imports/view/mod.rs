//! The screens of what comes in: what can be sent, what was understood, what became of it. [`choosing`] offers other
//! columns and calls and lists rows, [`undo`] all imports and the way back.

pub mod choosing;
pub mod undo;

use super::columns::{Layout, letters};
use super::compare::Understood;
use super::{Counts, Import, MOST_BYTES, MOST_ROWS, Source, Stage, Trouble};
use crate::ids::ImportId;
use crate::l10n::Texts;
use crate::text::{Html, shorten};
use crate::ui::action::{Action, Importing, Pile};
use crate::ui::view::View;

/// How much of a row is shown, in UTF-16 units.
const BEGINNING: usize = 140;
/// How much of a file's name is shown.
const NAME: usize = 60;

/// A button of an import.
fn press(importing: Importing) -> Action {
    Action::Importing(importing)
}

/// What can be sent.
pub fn ask(t: &Texts) -> View {
    View::text(Html::ours(t.import_ask()))
        .button(t.import_all(), press(Importing::List(0)))
        .button(t.cancel(), Action::Cancel)
}

/// There is no call that proposals could answer.
pub fn no_call(t: &Texts) -> View {
    View::text(Html::ours(t.import_no_call()))
        .button(t.call_new(), Action::NewCall)
        .row([(t.desk_back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// Too many imports of theirs wait.
pub fn too_many_waiting(t: &Texts, count: i64) -> View {
    View::text(Html::ours(t.import_too_many_waiting(count)))
        .button(t.import_all(), press(Importing::List(0)))
        .button(t.to_menu(), Action::Menu)
}

/// What came is no use here.
pub fn not_taken(t: &Texts, why: String) -> View {
    View::text(Html::ours(why)).button(t.cancel(), Action::Cancel)
}

/// So many ideas came in messages; words may follow for a photo.
pub fn gathered(t: &Texts, id: ImportId, count: u32, is_wordless: bool) -> View {
    let text = if is_wordless { t.import_gathered_photo(count) } else { t.import_gathered(count) };
    gathering(t, id, text)
}

/// An album comes.
pub fn album(t: &Texts, id: ImportId) -> View {
    gathering(t, id, t.import_album())
}

/// There is no room for more.
pub fn enough(t: &Texts, id: ImportId) -> View {
    gathering(t, id, t.import_gathered_enough(MOST_ROWS))
}

fn gathering(t: &Texts, id: ImportId, text: String) -> View {
    View::text(Html::ours(text))
        .button(t.import_gathered_done(), press(Importing::Gathered(id)))
        .button(t.import_cancel(), press(Importing::Drop(id)))
}

/// It was given up.
pub fn cancelled(t: &Texts) -> View {
    View::text(Html::ours(t.import_cancelled()))
        .button(t.import_again(), press(Importing::Begin))
        .row([(t.desk_back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// What the card shows beside the import itself.
#[derive(Debug, Default)]
pub struct Shown {
    pub counts: Counts,
    /// None: it is no table.
    pub layout: Option<Layout>,
    pub samples: Vec<Understood>,
}

/// What it is called.
pub fn name(t: &Texts, import: &Import) -> Html {
    match (&import.name, import.source) {
        (Some(name), _) => Html::escape(&shorten(name, NAME)),
        (None, Source::File) => Html::ours(t.import_from_file()),
        (None, Source::Messages) => Html::ours(t.import_from_messages()),
    }
}

/// Until it is decided: how far it has come, or what was understood.
pub fn card(t: &Texts, import: &Import, shown: &Shown) -> View {
    let name = name(t, import);
    match import.stage {
        Stage::Gathering => gathered(t, import.id, shown.counts.total(), false),
        Stage::Reading => under_way(t, import.id, t.import_reading(name)),
        Stage::Comparing => under_way(t, import.id, t.import_comparing(name)),
        Stage::Refused => refused(t, import),
        Stage::Ready | Stage::Imported | Stage::Undone => ready(t, import, shown),
    }
}

fn under_way(t: &Texts, id: ImportId, text: String) -> View {
    View::text(Html::ours(text))
        .button(t.import_cancel(), press(Importing::Drop(id)))
        .button(t.to_menu(), Action::Menu)
}

fn refused(t: &Texts, import: &Import) -> View {
    let trouble = import.trouble.unwrap_or(Trouble::Failed);
    let again = matches!(trouble, Trouble::Unreachable | Trouble::Failed);
    let view = View::text(Html::ours(t.import_refused(name(t, import), why(t, trouble))));
    let view = if again { view.button(t.import_retry(), press(Importing::Retry(import.id))) } else { view };
    view.button(t.import_again(), press(Importing::Begin))
        .button(t.import_cancel(), press(Importing::Drop(import.id)))
        .button(t.to_menu(), Action::Menu)
}

/// Why a file is not taken.
pub fn why(t: &Texts, trouble: Trouble) -> String {
    match trouble {
        Trouble::TooLarge => t.import_trouble_too_large(MOST_BYTES / 1_000_000),
        Trouble::Unreachable => t.import_trouble_unreachable(),
        Trouble::NoTable => t.import_trouble_no_table(),
        Trouble::OldOrLocked => t.import_trouble_old_or_locked(),
        Trouble::Swollen => t.import_trouble_swollen(),
        Trouble::Broken => t.import_trouble_broken(),
        Trouble::TooManyRows => t.import_trouble_too_many_rows(MOST_ROWS),
        Trouble::Empty => t.import_trouble_empty(),
        Trouble::Failed => t.import_trouble_failed(),
    }
}

/// What was understood, and what can be done with it.
fn ready(t: &Texts, import: &Import, shown: &Shown) -> View {
    let (id, counts) = (import.id, shown.counts);
    let coming = counts.coming(import.take_close);
    let mut text = Html::ours(t.import_ready(name(t, import)));
    text = text.then(1, &where_to(t, import, shown));
    text = text.then(1, &sums(t, import, shown));
    if coming == 0 {
        text = text.then(1, &Html::ours(t.import_nothing_new()));
    }
    if !shown.samples.is_empty() {
        let samples = shown.samples.iter().map(|row| line(t, row));
        text = samples.fold(text.then(1, &Html::ours(t.import_samples())), |all, line| all.then(0, &line));
    }
    let view = View::text(text);
    let view = if coming > 0 {
        view.button(t.import_confirm(coming), press(Importing::Confirm(id, import.version)))
    } else {
        view
    };
    let columns = shown.layout.is_some().then(|| (t.import_other_column(), press(Importing::Columns(id))));
    let view = view.row(columns.into_iter().chain([(t.import_other_call(), press(Importing::Calls(id)))]));
    let view = match (counts.close > 0, import.take_close) {
        (false, _) => view,
        (true, true) => view.button(t.import_leave_close(), press(Importing::TakeClose(id, false))),
        (true, false) => view.button(t.import_take_close(), press(Importing::TakeClose(id, true))),
    };
    let piles = [
        (counts.same_rows + counts.same_there, t.import_look_same(), Pile::Same),
        (counts.close, t.import_look_close(), Pile::Close),
        (counts.unreadable, t.import_look_unreadable(), Pile::Unreadable),
    ];
    let piles = piles.into_iter().filter(|(count, ..)| *count > 0);
    let piles: Vec<_> = piles
        .map(|(count, label, pile)| (format!("{label} ({count})"), press(Importing::Rows(id, pile, 0))))
        .collect();
    let view = if piles.is_empty() { view } else { view.row(piles) };
    view.button(t.import_cancel(), press(Importing::Drop(id))).button(t.to_menu(), Action::Menu)
}

/// The call, and which column holds what.
fn where_to(t: &Texts, import: &Import, shown: &Shown) -> Html {
    let question = import.question.as_ref().map(|question| Html::escape(&question.beginning(BEGINNING)));
    let mut text = question.map_or_else(Html::default, |question| Html::ours(t.import_to_call(question)));
    let Some(layout) = &shown.layout else { return text };
    if let Some(sheet) = &layout.sheet {
        text = text.then(0, &Html::ours(t.import_sheet(Html::escape(sheet))));
    }
    let words = layout.columns.words;
    let label = Html::escape(layout.label(words));
    text = text.then(0, &Html::ours(t.import_words_column(letters(words), label)));
    if let Some(direction) = layout.columns.direction {
        let line = t.import_direction_column(letters(direction), shown.counts.directed);
        text = text.then(0, &Html::ours(line));
    }
    if let Some(author) = layout.columns.author {
        text = text.then(0, &Html::ours(t.import_author_column(letters(author))));
    }
    text
}

/// How many rows there are of each.
fn sums(t: &Texts, import: &Import, shown: &Shown) -> Html {
    let counts = shown.counts;
    let same = counts.same_rows + counts.same_there;
    let body = shown.layout.as_ref().map_or(0, Layout::body);
    let blank = u32::try_from(body).unwrap_or(u32::MAX).saturating_sub(counts.total());
    let close = match import.take_close {
        true => t.import_count_close_taken(counts.close),
        false => t.import_count_close_left(counts.close),
    };
    let lines = [
        (counts.fresh, t.import_count_fresh(counts.fresh)),
        (same, t.import_count_same(same, counts.same_there)),
        (counts.close, close),
        (counts.unreadable, t.import_count_unreadable(counts.unreadable)),
        (blank, t.import_count_blank(blank)),
    ];
    let lines = lines.into_iter().filter(|(count, _)| *count > 0).map(|(_, line)| Html::ours(line));
    lines.fold(Html::default(), |all, line| all.then(0, &line))
}

/// A row by its number and its beginning.
fn line(t: &Texts, row: &Understood) -> Html {
    let words = row.text.as_deref().map(|text| {
        Html::escape(&shorten(&text.split_whitespace().collect::<Vec<_>>().join(" "), BEGINNING))
    });
    let drawn = row.photo.is_some();
    let words = match words {
        Some(words) if drawn => Html::ours(format!("🖼 {words}")),
        Some(words) => words,
        None if drawn => Html::ours(format!("🖼 {}", t.proposal_drawing())),
        None => Html::ours("—"),
    };
    Html::ours(t.import_line(row.number, words))
}
