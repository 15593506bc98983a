//! The screens of the settings.

use crate::ids::AffiliationId;
use crate::l10n::{Lang, Texts};
use crate::people::{Affiliation, Person};
use crate::quiet::QuietHours;
use crate::role::Role;
use crate::text::Html;
use crate::ui::action::{Action, Dimension, Export, Team};
use crate::ui::view::View;

/// Hours in which quiet may begin, and end; none of these is among those.
const EVENING: [u8; 4] = [20, 21, 22, 23];
const MORNING: [u8; 4] = [7, 8, 9, 10];

/// What a person says of themselves, when they are left in peace, and whether they are reminded of sessions.
pub fn settings(
    t: &Texts,
    me: &Person,
    sector: Option<&Affiliation>,
    region: Option<&Affiliation>,
    quiet: Option<QuietHours>,
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
    let view =
        View::text(Html::ours(t.settings_title(name, said(sector), said(region), said_hours(t, quiet))))
            .row(languages)
            .button(t.settings_name(), Action::Rename)
            .row([
                (t.settings_sector(), Action::Belonging(Dimension::Sector)),
                (t.settings_region(), Action::Belonging(Dimension::Region)),
            ])
            .button(t.settings_quiet(), Action::ChooseQuietHours)
            .button(
                if reminders { t.settings_reminders_off() } else { t.settings_reminders_on() },
                Action::Reminders(!reminders, None),
            )
            .button(t.settings_my_data(), Action::Export(Export::Own));
    let view = match me.role {
        Role::Participant => view,
        _ => view.button(t.settings_give_up(), Action::Team(Team::AskToGiveUp)),
    };
    view.button(t.settings_leave(), Action::Leave).button(t.to_menu(), Action::Menu)
}

fn said_hours(t: &Texts, quiet: Option<QuietHours>) -> String {
    quiet.map_or_else(|| t.quiet_none(), |hours| t.quiet_said(hours.from(), hours.to()))
}

/// Since when and until when nothing that can wait comes.
pub fn quiet_hours(t: &Texts, quiet: Option<QuietHours>) -> View {
    let (from, to) = quiet.map_or((None, None), |hours| (Some(hours.from()), Some(hours.to())));
    let usual = quiet.unwrap_or(QuietHours::USUAL);
    let offer = |chosen: bool, label: String, hours: Option<QuietHours>| {
        (if chosen { format!("✓ {label}") } else { label }, Action::KeepQuiet(hours))
    };
    let since =
        EVENING.map(|hour| offer(from == Some(hour), t.quiet_since(hour), QuietHours::new(hour, usual.to())));
    let until =
        MORNING.map(|hour| offer(to == Some(hour), t.quiet_until(hour), QuietHours::new(usual.from(), hour)));
    View::text(Html::ours(t.quiet_choose(said_hours(t, quiet))))
        .row(since)
        .row(until)
        .row([offer(quiet.is_none(), t.quiet_off(), None)])
        .button(t.back(), Action::Settings)
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
