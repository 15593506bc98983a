//! The screens of directions and tags that everyone reads; [`making`], [`tags`] and [`pile`] are the organizers'.

pub mod making;
pub mod pile;
pub mod tags;

use super::store::Counted;
use super::{BuiltIn, Tag, TagTitle};
use crate::ids::DirectionId;
use crate::l10n::Texts;
use crate::text::{Html, shorten};
use crate::ui::action::{Action, Sorting};
use crate::ui::view::View;

/// How much of a description a list shows, in UTF-16 units.
const BEGINNING: usize = 120;
/// How much of a name stands on a button.
pub const LABEL: usize = 28;

/// All directions that are offered, and others that have proposals.
pub fn list(t: &Texts, all: &[Counted]) -> View {
    let shown: Vec<&Counted> = all.iter().filter(|one| !one.direction.retired || one.proposals > 0).collect();
    if shown.is_empty() {
        return back(t, View::text(Html::ours(t.directions_none())));
    }
    let text = shown.iter().fold(Html::ours(t.directions_title()), |all, one| {
        let direction = &one.direction;
        let line = t.direction_line(direction.shade.mark(), direction.name.html(), one.proposals);
        let all = all.then(1, &Html::ours(line));
        match &direction.about {
            Some(about) => all.then(0, &Html::escape(&about.beginning(BEGINNING))),
            None => all,
        }
    });
    let view = shown.iter().fold(View::text(text), |view, one| {
        let direction = &one.direction;
        let label = format!("{} {}", direction.shade.mark(), direction.name.beginning(LABEL));
        let found = Sorting::Found { direction: Some(direction.id), tag: None, page: 0 };
        view.button(label, Action::Sorting(found))
    });
    back(t, view)
}

fn back(t: &Texts, view: View) -> View {
    view.row([(t.back(), Action::Proposals(0)), (t.to_menu(), Action::Menu)])
}

/// Which tag to look by.
pub fn choose_tag(t: &Texts, direction: Option<DirectionId>, tags: &[(Tag, i64)]) -> View {
    let question = if tags.is_empty() { t.found_no_tags() } else { t.found_choose_tag() };
    let all = Sorting::Found { direction, tag: None, page: 0 };
    let view = tags.iter().fold(View::text(Html::ours(question)), |view, (tag, count)| {
        let label = t.found_tag_button(title(t, &tag.title), *count);
        let found = Sorting::Found { direction, tag: Some(tag.id), page: 0 };
        view.button(label, Action::Sorting(found))
    });
    let (any, to) = match direction {
        Some(_) => (t.found_any_tag(), Action::Sorting(all)),
        None => (t.back(), Action::Proposals(0)),
    };
    view.row([(any, to), (t.to_menu(), Action::Menu)])
}

/// What a tag says, plain.
pub fn title(t: &Texts, title: &TagTitle) -> String {
    match title {
        TagTitle::BuiltIn(BuiltIn::Unifier) => t.tag_unifier(),
        TagTitle::BuiltIn(BuiltIn::Divider) => t.tag_divider(),
        TagTitle::BuiltIn(BuiltIn::Problem) => t.tag_problem(),
        TagTitle::Own(name) => name.plain().to_owned(),
    }
}

/// The tags of something on one line; none: it has none.
pub fn tags_line(t: &Texts, tags: &[Tag]) -> Option<Html> {
    if tags.is_empty() {
        return None;
    }
    let all: Vec<String> = tags.iter().map(|tag| title(t, &tag.title)).collect();
    Some(Html::ours(t.proposal_tags(Html::escape(&shorten(&all.join(", "), 200)))))
}
