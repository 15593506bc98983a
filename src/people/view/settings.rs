//! The screens of the settings.

use crate::ids::AffiliationId;
use crate::l10n::{Lang, Texts};
use crate::people::{Affiliation, Person};
use crate::text::Html;
use crate::ui::action::{Action, Dimension};
use crate::ui::view::View;

/// What a person says of themselves, and whether they are reminded of sessions.
pub fn settings(
    t: &Texts,
    me: &Person,
    sector: Option<&Affiliation>,
    region: Option<&Affiliation>,
    reminders: bool,
) -> View {
    let said = |a: Option<&Affiliation>| {
        a.map_or_else(|| Html::ours(t.settings_not_said()), |a| a.label(me.lang).html())
    };
    let name = me.name.as_ref().map_or_else(|| Html::ours(t.settings_not_said()), |name| name.html());
    let languages = Lang::ALL.map(|lang| {
        let mark = if lang == me.lang { "✓ " } else { "" };
        (format!("{mark}{}", lang.texts().language_itself()), Action::Speak(lang))
    });
    View::text(Html::ours(t.settings_title(name, said(sector), said(region))))
        .row(languages)
        .button(t.settings_name(), Action::Rename)
        .row([
            (t.settings_sector(), Action::Belonging(Dimension::Sector)),
            (t.settings_region(), Action::Belonging(Dimension::Region)),
        ])
        .button(
            if reminders { t.settings_reminders_off() } else { t.settings_reminders_on() },
            Action::Reminders(!reminders, None),
        )
        .button(t.settings_leave(), Action::Leave)
        .button(t.to_menu(), Action::Menu)
}

/// Asks for another name.
pub fn ask_name(t: &Texts) -> View {
    View::text(Html::ours(t.settings_ask_name())).button(t.cancel(), Action::Cancel)
}

/// Said above the settings after a new name.
pub fn renamed(t: &Texts) -> Html {
    Html::ours(t.settings_renamed())
}

/// Sectors or regions to choose from.
pub fn choose_belonging(
    t: &Texts,
    dimension: Dimension,
    all: &[Affiliation],
    chosen: Option<AffiliationId>,
    lang: Lang,
) -> View {
    let question = match dimension {
        Dimension::Sector => t.settings_choose_sector(),
        Dimension::Region => t.settings_choose_region(),
    };
    let view = View::text(Html::ours(question));
    super::offer(view, all, lang, chosen, |id| Action::Belong(dimension, Some(id)))
        .button(t.settings_rather_not_say(), Action::Belong(dimension, None))
        .button(t.back(), Action::Settings)
}

/// What leaving means.
pub fn ask_to_leave(t: &Texts, proposals: i64) -> View {
    let view = View::text(Html::ours(t.leave_ask(proposals)));
    let view = if proposals > 0 {
        view.button(t.leave_keeping(), Action::LeaveNow(true))
            .button(t.leave_taking(), Action::LeaveNow(false))
    } else {
        view.button(t.leave_now(), Action::LeaveNow(false))
    };
    view.button(t.back(), Action::Settings)
}

/// The last word.
pub fn goodbye(t: &Texts, organizer: bool) -> View {
    View::text(Html::ours(if organizer { t.leave_done_organizer() } else { t.leave_done() }))
}
