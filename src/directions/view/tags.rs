//! The organizers' screens of tags.

use super::title;
use crate::directions::{Tag, TagName, TagTitle};
use crate::l10n::Texts;
use crate::proposals::Proposal;
use crate::text::Html;
use crate::ui::action::{Action, At, Sorting};
use crate::ui::view::{View, chosen};

/// How much of a proposal stands above its tags.
const BEGINNING: usize = 400;

/// All of them.
pub fn list(t: &Texts, all: &[Tag]) -> View {
    let view = all.iter().fold(View::text(Html::ours(t.tags_manage())), |view, tag| {
        let name = title(t, &tag.title);
        let name = if tag.retired { t.direction_retired_label(name) } else { name };
        view.button(name, Action::Sorting(Sorting::Tag(tag.id)))
    });
    view.button(t.tags_add(), Action::Sorting(Sorting::AddTag))
        .button(t.sorting_back(), Action::Sorting(Sorting::Home))
}

/// One of them.
pub fn one(t: &Texts, tag: &Tag) -> View {
    let text = Html::ours(t.tag_one(Html::escape(&title(t, &tag.title))));
    let text = if tag.retired { text.then(1, &Html::ours(t.tag_is_retired())) } else { text };
    let own = matches!(tag.title, TagTitle::Own(_));
    let text = if own { text } else { text.then(1, &Html::ours(t.tag_built_in())) };
    let view = View::text(text);
    let view = match own {
        true => view.button(t.affiliation_rename(), Action::Sorting(Sorting::RenameTag(tag.id))),
        false => view,
    };
    let retire = if tag.retired { t.direction_bring_back() } else { t.direction_retire() };
    view.button(retire, Action::Sorting(Sorting::RetireTag(tag.id, !tag.retired)))
        .button(t.back(), Action::Sorting(Sorting::Tags))
}

/// Asks what a new one says.
pub fn ask_name(t: &Texts) -> View {
    View::text(Html::ours(t.tag_ask_name())).button(t.cancel(), Action::Cancel)
}

/// Asks what one is to say from now on.
pub fn ask_other_name(t: &Texts) -> View {
    View::text(Html::ours(t.tag_ask_other_name())).button(t.cancel(), Action::Cancel)
}

/// There is one that says so.
pub fn name_taken(t: &Texts, name: &TagName) -> View {
    View::text(Html::ours(t.tag_name_taken(name.html()))).button(t.cancel(), Action::Cancel)
}

/// Said above the list.
pub fn added(t: &Texts, name: &TagName) -> Html {
    Html::ours(t.tag_added(name.html()))
}

/// Said above the list.
pub fn renamed(t: &Texts, name: &TagName) -> Html {
    Html::ours(t.tag_renamed(name.html()))
}

/// The tags of a proposal: each button says whether it is to have that one.
pub fn of(t: &Texts, proposal: &Proposal, has: &[Tag], all: &[Tag], at: At) -> View {
    let id = proposal.id;
    let words =
        proposal.words.as_ref().map_or_else(|| t.proposal_drawing(), |words| words.beginning(BEGINNING));
    let text = Html::ours(t.tags_of(t.proposal_number(id.0))).then(1, &Html::escape(&words));
    let offered = all.iter().filter(|tag| !tag.retired || has.contains(tag));
    let view = offered.fold(View::text(text), |view, tag| {
        let on = has.contains(tag);
        let put = Sorting::PutTag { proposal: id, tag: tag.id, on: !on, at };
        view.button(chosen(on, title(t, &tag.title)), Action::Sorting(put))
    });
    let back = match at {
        At::Pile(pile) => Action::Sorting(Sorting::Card { proposal: id, pile, page: 0 }),
        At::Screen => Action::Proposal(id),
    };
    view.row([(t.tags_done(), back), (t.to_menu(), Action::Menu)])
}

/// A word over the screen.
pub fn put(t: &Texts, tag: &Tag, on: bool) -> String {
    let name = title(t, &tag.title);
    if on { t.tag_put(name) } else { t.tag_taken_off(name) }
}
