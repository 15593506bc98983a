//! The screens of what becomes of an announcement once people have it.

use super::super::{Announcement, Stage};
use crate::ids::AnnouncementId;
use crate::l10n::Texts;
use crate::text::Html;
use crate::ui::action::{Action, Announcing};
use crate::ui::view::{Body, View};

fn act(choice: Announcing) -> Action {
    Action::Announcing(choice)
}

/// Asks for other words.
pub fn ask_words(t: &Texts) -> View {
    View::text(Html::ours(t.announce_ask_words())).button(t.cancel(), Action::Cancel)
}

/// A file came, where only words can be changed.
pub fn no_file(t: &Texts) -> View {
    View::text(Html::ours(t.announce_words_only())).button(t.cancel(), Action::Cancel)
}

/// A round video has no words.
pub fn wordless(t: &Texts) -> View {
    View::text(Html::ours(t.announce_wordless())).button(t.cancel(), Action::Cancel)
}

/// Whether to put them everywhere.
pub fn confirm_words(t: &Texts, id: AnnouncementId) -> View {
    View::text(Html::ours(t.announce_confirm_words()))
        .button(t.announce_save_words(), act(Announcing::SaveWords))
        .row([(t.announce_other_words(), act(Announcing::Reword(id))), (t.cancel(), Action::Cancel)])
}

/// It cannot be changed any more.
pub fn over(t: &Texts, id: AnnouncementId) -> View {
    View::text(Html::ours(t.announce_withdrawn_already()))
        .row([(t.announce_open(), act(Announcing::Show(id))), (t.to_menu(), Action::Menu)])
}

/// Whether to take it back. `old`: Telegram no longer lets it be deleted.
pub fn ask_to_withdraw(t: &Texts, announcement: &Announcement, old: bool) -> View {
    let text = match announcement.stage {
        Stage::Waiting(_) => t.announce_ask_drop(),
        Stage::Sent(..) if old => t.announce_ask_withdraw_old(),
        Stage::Sent(..) => t.announce_ask_withdraw(),
    };
    View::text(Html::ours(text)).row([
        (t.announce_withdraw_yes(), act(Announcing::Withdraw(announcement.id, true))),
        (t.back(), act(Announcing::Show(announcement.id))),
    ])
}

/// What takes its place. `lone`: in a group, without the way to anybody's menu.
pub fn withdrawn(t: &Texts, old: bool, file: bool, lone: bool) -> View {
    let words = Html::ours(t.announce_was_withdrawn());
    let view = View::showing(match (old, file) {
        (false, _) => Body::TakenBack(words),
        (true, true) => Body::Caption(words),
        (true, false) => Body::Text(words),
    });
    if lone { view } else { view.button(t.to_menu(), Action::MenuBelow) }
}
