//! The screens about people; a file for each flow.

pub mod affiliations;
pub mod invites;
pub mod joining;
pub mod offline;
pub mod requests;
pub mod settings;
pub mod taking_over;
pub mod team;

use crate::ids::AffiliationId;
use crate::l10n::Lang;
use crate::people::Affiliation;
use crate::ui::action::Action;
use crate::ui::view::View;

/// Adds a button for each sector or region that is offered, two in a row.
fn offer(
    view: View,
    all: &[Affiliation],
    lang: Lang,
    chosen: Option<AffiliationId>,
    action: impl Fn(AffiliationId) -> Action,
) -> View {
    let offered: Vec<&Affiliation> = all.iter().filter(|a| !a.retired).collect();
    offered.chunks(2).fold(view, |view, pair| {
        view.row(pair.iter().map(|a| {
            let mark = if chosen == Some(a.id) { "✓ " } else { "" };
            (format!("{mark}{}", a.label(lang).plain()), action(a.id))
        }))
    })
}
