//! The organizers' screens of sectors and regions.

use crate::l10n::{Lang, Texts};
use crate::people::Affiliation;
use crate::text::{Html, Unfit};
use crate::ui::action::{Action, Dimension};
use crate::ui::state::Label;
use crate::ui::view::View;

/// All of them.
pub fn list(t: &Texts, lang: Lang, dimension: Dimension, all: &[Affiliation]) -> View {
    let title = match dimension {
        Dimension::Sector => t.sectors_title(),
        Dimension::Region => t.regions_title(),
    };
    let view = all.iter().fold(View::text(Html::ours(title)), |view, affiliation| {
        let label = affiliation.label(lang);
        let label = if affiliation.retired {
            t.affiliation_retired_label(label.plain())
        } else {
            label.plain().into()
        };
        view.button(label, Action::Affiliation(affiliation.id))
    });
    view.button(t.affiliation_add(), Action::AddAffiliation(dimension)).button(t.back(), Action::Desk)
}

/// One of them.
pub fn one(t: &Texts, lang: Lang, affiliation: &Affiliation) -> View {
    let (id, label) = (affiliation.id, affiliation.label(lang).html());
    let text = if affiliation.retired { t.affiliation_one_retired(label) } else { t.affiliation_one(label) };
    let change = if affiliation.retired { t.affiliation_bring_back() } else { t.affiliation_retire() };
    View::text(Html::ours(text))
        .button(t.affiliation_rename(), Action::RenameAffiliation(id))
        .button(change, Action::RetireAffiliation(id, !affiliation.retired))
        .button(t.back(), Action::Affiliations(affiliation.dimension))
}

/// Asks for the name of a new one.
pub fn ask_name(t: &Texts, dimension: Dimension) -> View {
    let question = match dimension {
        Dimension::Sector => t.sector_ask_name(),
        Dimension::Region => t.region_ask_name(),
    };
    View::text(Html::ours(question)).button(t.cancel(), Action::Cancel)
}

/// Asks for another name.
pub fn ask_other_name(t: &Texts) -> View {
    View::text(Html::ours(t.affiliation_ask_other_name())).button(t.cancel(), Action::Cancel)
}

/// A name that cannot be taken.
pub fn name_unfit(t: &Texts, unfit: Unfit) -> View {
    let why = match unfit {
        Unfit::Empty => t.affiliation_name_empty(),
        Unfit::TooLong { limit, length } => t.affiliation_name_too_long(length, limit),
    };
    View::text(Html::ours(why)).button(t.cancel(), Action::Cancel)
}

/// There is one of that name.
pub fn name_taken(t: &Texts, label: &Label) -> View {
    View::text(Html::ours(t.affiliation_name_taken(label.html()))).button(t.cancel(), Action::Cancel)
}

/// Said above the list.
pub fn added(t: &Texts, label: &Label) -> Html {
    Html::ours(t.affiliation_added(label.html()))
}

/// Said above the list.
pub fn renamed(t: &Texts, label: &Label) -> Html {
    Html::ours(t.affiliation_renamed(label.html()))
}
