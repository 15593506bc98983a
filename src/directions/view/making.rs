//! The organizers' screens of directions.

use crate::directions::{Direction, Name, Shade};
use crate::ids::DirectionId;
use crate::l10n::Texts;
use crate::text::{Html, Unfit};
use crate::ui::action::{Action, Sorting};
use crate::ui::view::{View, chosen};

/// All of them.
pub fn list(t: &Texts, all: &[Direction]) -> View {
    let view = all.iter().fold(View::text(Html::ours(t.directions_manage())), |view, direction| {
        let name = direction.name.beginning(super::LABEL);
        let name = if direction.retired { t.direction_retired_label(name) } else { name };
        view.button(format!("{} {name}", direction.shade.mark()), Action::Sorting(Sorting::One(direction.id)))
    });
    view.button(t.directions_add(), Action::Sorting(Sorting::Add))
        .button(t.sorting_back(), Action::Sorting(Sorting::Home))
}

/// One of them; `place`: at which place among how many it is.
pub fn one(t: &Texts, direction: &Direction, place: Option<(usize, usize)>) -> View {
    let id = direction.id;
    let text = Html::ours(t.direction_one(direction.shade.mark(), direction.name.html()));
    let text = match &direction.about {
        Some(about) => text.then(1, &about.html()),
        None => text.then(1, &Html::ours(format!("<i>{}</i>", t.direction_no_about()))),
    };
    let text = match direction.retired {
        true => text.then(1, &Html::ours(t.direction_is_retired())),
        false => text,
    };
    let act = |label, what| (label, Action::Sorting(what));
    let view = View::text(text)
        .row([
            act(t.direction_rename(), Sorting::Rename(id)),
            act(t.direction_describe(), Sorting::Describe(id)),
        ])
        .button(t.direction_colour(), Action::Sorting(Sorting::ChooseShade(id)));
    let to = |place: usize| Sorting::Place(id, u32::try_from(place).unwrap_or(0));
    let up = place.filter(|(place, _)| *place > 0).map(|(at, _)| act(t.direction_up(), to(at - 1)));
    let down = place.filter(|(at, count)| at + 1 < *count).map(|(at, _)| act(t.direction_down(), to(at + 1)));
    let retire = if direction.retired { t.direction_bring_back() } else { t.direction_retire() };
    view.row(up.into_iter().chain(down))
        .button(retire, Action::Sorting(Sorting::Retire(id, !direction.retired)))
        .button(t.back(), Action::Sorting(Sorting::Manage))
}

/// Asks for the name of a new one.
pub fn ask_name(t: &Texts) -> View {
    View::text(Html::ours(t.direction_ask_name())).button(t.cancel(), Action::Cancel)
}

/// Asks for another name.
pub fn ask_other_name(t: &Texts) -> View {
    View::text(Html::ours(t.direction_ask_other_name())).button(t.cancel(), Action::Cancel)
}

/// A name that cannot be taken.
pub fn name_unfit(t: &Texts, unfit: Unfit) -> View {
    let why = match unfit {
        Unfit::Empty => t.direction_name_empty(),
        Unfit::TooLong { limit, length } => t.direction_name_too_long(length, limit),
    };
    View::text(Html::ours(why)).button(t.cancel(), Action::Cancel)
}

/// There is one of that name.
pub fn name_taken(t: &Texts, name: &Name) -> View {
    View::text(Html::ours(t.direction_name_taken(name.html()))).button(t.cancel(), Action::Cancel)
}

/// Said above it.
pub fn added(t: &Texts, name: &Name) -> Html {
    Html::ours(t.direction_added(name.html()))
}

/// Said above it.
pub fn renamed(t: &Texts, name: &Name) -> Html {
    Html::ours(t.direction_renamed(name.html()))
}

/// Asks what it is about.
pub fn ask_about(t: &Texts, id: DirectionId) -> View {
    View::text(Html::ours(t.direction_ask_about())).row([
        (t.direction_drop_about(), Action::Sorting(Sorting::Undescribe(id))),
        (t.cancel(), Action::Cancel),
    ])
}

/// There are too many words about it.
pub fn about_too_long(t: &Texts, limit: usize, length: usize) -> View {
    View::text(Html::ours(t.direction_about_too_long(length, limit))).button(t.cancel(), Action::Cancel)
}

/// Said above it.
pub fn described(t: &Texts) -> Html {
    Html::ours(t.direction_about_saved())
}

/// The palette.
pub fn choose_shade(t: &Texts, direction: &Direction) -> View {
    let colour = |shade: Shade| {
        let label = format!("{} {}", shade.mark(), shade_name(t, shade));
        let paint = Sorting::Paint(direction.id, shade);
        (chosen(shade == direction.shade, label), Action::Sorting(paint))
    };
    let view = View::text(Html::ours(t.direction_choose_colour()));
    let view = Shade::ALL.chunks(2).fold(view, |view, two| view.row(two.iter().map(|shade| colour(*shade))));
    view.button(t.back(), Action::Sorting(Sorting::One(direction.id)))
}

fn shade_name(t: &Texts, shade: Shade) -> String {
    match shade {
        Shade::Red => t.shade_red(),
        Shade::Orange => t.shade_orange(),
        Shade::Yellow => t.shade_yellow(),
        Shade::Green => t.shade_green(),
        Shade::Blue => t.shade_blue(),
        Shade::Violet => t.shade_violet(),
        Shade::Brown => t.shade_brown(),
        Shade::Black => t.shade_black(),
    }
}
