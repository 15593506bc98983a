//! The screens of joining.

use crate::l10n::{Lang, Texts};
use crate::people::{Affiliation, Validity};
use crate::role::Role;
use crate::text::{Html, Unfit};
use crate::ui::action::{Action, Dimension};
use crate::ui::state::Name;
use crate::ui::view::View;

/// What it is, what is kept, and the first question. One screen in both languages would be long, so only this one is.
pub fn ask_language() -> View {
    let both = Lang::ALL.map(|lang| Html::ours(lang.texts().join_ask_language()));
    let view = View::text(both[0].clone().then(0, &both[1]));
    view.row(Lang::ALL.map(|lang| (lang.texts().language_itself(), Action::SpeakAtFirst(lang))))
}

/// The welcome, and the question for a name.
pub fn welcome(t: &Texts, telegram_name: Option<&Name>) -> View {
    let text = [t.join_welcome(), t.join_what_is_kept(), t.join_ask_name()];
    let text = text.into_iter().fold(Html::default(), |all, part| all.then(1, &Html::ours(part)));
    match telegram_name {
        Some(name) => {
            View::text(text).button(t.join_use_telegram_name(name.plain()), Action::UseTelegramName)
        }
        None => View::text(text),
    }
}

/// A name that cannot be taken.
pub fn name_unfit(t: &Texts, unfit: Unfit) -> View {
    View::text(Html::ours(match unfit {
        Unfit::Empty => t.join_name_unusable(),
        Unfit::TooLong { limit, length } => t.join_name_too_long(length, limit),
    }))
}

/// The question for a sector.
pub fn ask_sector(t: &Texts, name: &Name, sectors: &[Affiliation], lang: Lang) -> View {
    let view = View::text(Html::ours(t.join_ask_sector(name.html())));
    super::offer(view, sectors, lang, None, |id| Action::BelongAtFirst(Dimension::Sector, Some(id)))
        .button(t.skip(), Action::BelongAtFirst(Dimension::Sector, None))
}

/// The question for a region.
pub fn ask_region(t: &Texts, regions: &[Affiliation], lang: Lang) -> View {
    let view = View::text(Html::ours(t.join_ask_region()));
    super::offer(view, regions, lang, None, |id| Action::BelongAtFirst(Dimension::Region, Some(id)))
        .button(t.skip(), Action::BelongAtFirst(Dimension::Region, None))
}

/// Done.
pub fn you_are_in(t: &Texts, role: Role) -> View {
    let view = View::text(Html::ours(match role {
        Role::Participant => t.join_done(),
        Role::Moderator => t.join_done_moderator(),
        Role::Organizer | Role::Owner => t.join_done_organizer(),
    }));
    view.button(t.to_menu(), Action::Menu)
}

/// Nobody is let in without an invitation.
pub fn door(t: &Texts) -> View {
    View::text(Html::ours(t.join_door())).button(t.join_ask_to_join(), Action::AskToJoin)
}

/// The invitation let people in once.
pub fn invite_is_over(t: &Texts, validity: Validity) -> View {
    let why = match validity {
        Validity::Expired => t.join_invite_expired(),
        Validity::UsedUp => t.join_invite_used_up(),
        Validity::Revoked | Validity::Good => t.join_invite_revoked(),
    };
    View::text(Html::ours(why)).button(t.join_ask_to_join(), Action::AskToJoin)
}

/// The code in the link is none of ours.
pub fn no_such_invite(t: &Texts) -> View {
    View::text(Html::ours(t.join_invite_unknown())).button(t.join_ask_to_join(), Action::AskToJoin)
}
