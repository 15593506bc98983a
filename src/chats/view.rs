//! The screens of linked groups and channels, and the few lines that the bot says there.

use super::{Chat, Kind, MOST, Standing};
use crate::l10n::Texts;
use crate::text::{Html, shorten};
use crate::ui::action::{Action, Letters};
use crate::ui::view::{View, chosen};

/// How much of a title a button shows.
const TITLE: usize = 24;

fn title(chat: &Chat) -> Html {
    Html::escape(&shorten(&chat.title, 100))
}

fn mark(chat: &Chat) -> &'static str {
    match (chat.standing, chat.kind) {
        (Standing::Out, _) => "💤",
        (Standing::Muted, _) => "🔇",
        (Standing::Here, Kind::Group) => "👥",
        (Standing::Here, Kind::Channel) => "📢",
    }
}

/// All linked chats.
pub fn list(t: &Texts, chats: &[Chat]) -> View {
    let text = if chats.is_empty() { t.chats_none() } else { t.chats_title() };
    let view = chats.iter().fold(View::text(Html::ours(text)), |view, chat| {
        view.button(format!("{} {}", mark(chat), shorten(&chat.title, TITLE)), Action::Chat(chat.id))
    });
    view.button(t.chats_link(), Action::LinkChat).row([(t.back(), Action::Desk), (t.to_menu(), Action::Menu)])
}

/// One of them: how it is, and the way to unlink it.
pub fn chat(t: &Texts, chat: &Chat) -> View {
    let how = match chat.standing {
        Standing::Here => t.chat_is_here(),
        Standing::Muted => what_to_do(t, chat),
        Standing::Out => t.chat_is_out(),
    };
    let view = View::text(Html::ours(t.chat_title(title(chat))).then(1, &Html::ours(how)));
    let view = match (chat.kind, chat.letters) {
        (Kind::Group, on) => {
            let label = if on { t.chat_letters_not_here() } else { t.chat_letters_here() };
            view.button(label, Action::Letters(Letters::Here(chat.id, !on)))
        }
        (Kind::Channel, _) => view,
    };
    view.button(t.chat_unlink(), Action::UnlinkChat(chat.id))
        .row([(t.back(), Action::Chats), (t.to_menu(), Action::Menu)])
}

/// How to link one.
pub fn invite(t: &Texts, bot: &str, code: &str) -> View {
    View::text(Html::ours(t.chat_invite(bot, code)))
        .link(t.chat_choose_group(), format!("https://t.me/{bot}?startgroup={code}"))
        .row([(t.back(), Action::Chats), (t.to_menu(), Action::Menu)])
}

/// A row for each chat that what is being confirmed can be posted in, too.
pub fn also(t: &Texts, view: View, choices: &[(Chat, bool)]) -> View {
    choices.iter().fold(view, |view, (chat, on)| {
        let label = t.chat_also(shorten(&chat.title, TITLE));
        view.button(chosen(*on, label), Action::AlsoIn(chat.id, !on))
    })
}

/// In the chat: what will be posted here.
pub fn linked_here(chat: &Chat) -> View {
    let t = chat.lang.texts();
    View::text(Html::ours(match chat.kind {
        Kind::Group => t.chat_linked_group(),
        Kind::Channel => t.chat_linked_channel(),
    }))
}

/// To the organizer: it is linked.
pub fn linked(t: &Texts, chat: &Chat, new: bool) -> View {
    let text = if new { t.chat_linked(title(chat)) } else { t.chat_linked_already(title(chat)) };
    View::text(Html::ours(text)).row([(t.desk_chats(), Action::Chats), (t.to_menu(), Action::Menu)])
}

/// To the organizer: there are as many as there can be.
pub fn enough(t: &Texts) -> View {
    View::text(Html::ours(t.chats_enough(MOST)))
        .row([(t.desk_chats(), Action::Chats), (t.to_menu(), Action::Menu)])
}

/// To whoever sent a code that links nothing.
pub fn code_refused(t: &Texts, chat: &Chat, organizer: bool) -> View {
    match organizer {
        true => View::text(Html::ours(t.chat_code_refused(title(chat))))
            .row([(t.chats_link(), Action::LinkChat), (t.to_menu(), Action::Menu)]),
        false => View::text(Html::ours(t.chat_organizers_link())).button(t.to_menu(), Action::Menu),
    }
}

/// The same, in the chat.
pub fn code_refused_here(chat: &Chat) -> View {
    View::text(Html::ours(chat.lang.texts().chat_code_refused_here()))
}

/// In a group, to whoever brought the bot or asks what it does.
pub fn works_privately(chat: &Chat, bot: &str) -> View {
    let t = chat.lang.texts();
    View::text(Html::ours(t.chat_hint())).link(t.chat_open_bot(), format!("https://t.me/{bot}"))
}

/// To the organizers: nothing can be posted there any more.
pub fn lost(t: &Texts, chat: &Chat) -> View {
    let text = match chat.standing {
        Standing::Out => t.chat_lost(title(chat)),
        Standing::Here | Standing::Muted => t.chat_muted(title(chat), what_to_do(t, chat)),
    };
    View::text(Html::ours(text)).row([(t.desk_chats(), Action::Chats), (t.to_menu(), Action::Menu)])
}

fn what_to_do(t: &Texts, chat: &Chat) -> String {
    match chat.kind {
        Kind::Group => t.chat_unmute_group(),
        Kind::Channel => t.chat_unmute_channel(),
    }
}

/// To the organizers: it is a supergroup now, and still linked.
pub fn moved(t: &Texts, chat: &Chat) -> View {
    View::text(Html::ours(t.chat_moved(title(chat))))
        .row([(t.desk_chats(), Action::Chats), (t.to_menu(), Action::Menu)])
}

/// To the organizers: it can be posted there again.
pub fn back(t: &Texts, chat: &Chat) -> View {
    View::text(Html::ours(t.chat_back(title(chat))))
        .row([(t.desk_chats(), Action::Chats), (t.to_menu(), Action::Menu)])
}

/// Where a result is posted: the chats that take posts.
pub fn where_to(t: &Texts, chats: &[(Chat, bool)], to: impl Fn(&Chat) -> Action, back: Action) -> View {
    let text = if chats.is_empty() { t.chats_none() } else { t.chat_where_to() };
    let view = chats.iter().fold(View::text(Html::ours(text)), |view, (chat, _)| {
        view.button(format!("{} {}", mark(chat), shorten(&chat.title, TITLE)), to(chat))
    });
    view.row([(t.back(), back), (t.to_menu(), Action::Menu)])
}
