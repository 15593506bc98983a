//! The screens of asking to join.

use crate::ids::RequestId;
use crate::l10n::Texts;
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::state::Name;
use crate::ui::view::View;

/// What an organizer gets.
pub fn card(t: &Texts, id: RequestId, name: Option<&Name>) -> View {
    let name = name.map_or_else(|| Html::ours(t.request_nameless()), Name::html);
    View::text(Html::ours(t.request_card(name)))
        .row([
            (t.request_approve(), Action::SettleRequest(id, true)),
            (t.request_decline(), Action::SettleRequest(id, false)),
        ])
        .button(t.to_menu(), Action::Menu)
}

/// The same, settled: whom it was about, as far as that is still known, and whose decision it was.
pub fn settled(t: &Texts, approved: bool, asked: Option<&Name>, by: Option<&Name>) -> View {
    let by = by.map_or_else(|| Html::ours(t.request_some_organizer()), Name::html);
    let text = if approved { t.request_approved(by) } else { t.request_declined(by) };
    let head = asked.map(|asked| Html::ours(t.request_of(asked.html()))).unwrap_or_default();
    View::text(head.then(0, &Html::ours(text))).button(t.to_menu(), Action::Menu)
}

/// The one who asked has left meanwhile.
pub fn gone(t: &Texts) -> View {
    View::text(Html::ours(t.request_gone())).button(t.to_menu(), Action::Menu)
}

/// To the one who asked: it is on its way.
pub fn sent(t: &Texts) -> View {
    View::text(Html::ours(t.request_sent()))
}

/// To the one who asked: the answer.
pub fn answer(t: &Texts, approved: bool) -> View {
    if approved {
        let text = [t.request_welcome(), t.join_what_is_kept(), t.join_ask_name()];
        let text = text.into_iter().fold(Html::default(), |all, part| all.then(1, &Html::ours(part)));
        View::text(text).button(t.join_use_my_telegram_name(), Action::UseTelegramName)
    } else {
        View::text(Html::ours(t.request_refused()))
    }
}

/// How many wait.
pub fn waiting(t: &Texts, waiting: i64) -> Html {
    Html::ours(t.requests_wait(waiting))
}

/// Nobody waits.
pub fn none_waits(t: &Texts) -> View {
    View::text(Html::ours(t.requests_none())).row([(t.back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// A settled one, with the way to the next that waits.
pub fn more(t: &Texts, card: View, waiting: i64) -> View {
    card.button(t.desk_requests(waiting), Action::Requests)
}
