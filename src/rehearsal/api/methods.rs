//! The one table of methods.

use super::super::world::FileKind;
use super::{Answer, Call, Refused, album, edit, existing, info, menu, send, source};

/// Carries out a method by its proper name. `getUpdates` is not here: it waits, see `poll`.
pub fn answer(method: &str, call: &mut Call) -> Result<Answer, Refused> {
    match method {
        "getMe" => info::me(call),
        "getChat" => info::chat(call),
        "getChatMember" => info::member(call),
        "leaveChat" => info::leave(call),
        "getWebhookInfo" => info::webhook(call),
        "setWebhook" => info::set_webhook(call),
        "deleteWebhook" => info::delete_webhook(call),

        "sendMessage" => send::text(call),
        "sendPhoto" => send::file(call, FileKind::Photo),
        "sendDocument" => send::file(call, FileKind::Document),
        "sendVideo" => send::file(call, FileKind::Video),
        "sendVoice" => send::file(call, FileKind::Voice),
        "sendAudio" => send::file(call, FileKind::Audio),
        "sendAnimation" => send::file(call, FileKind::Animation),
        "sendVideoNote" => send::file(call, FileKind::VideoNote),
        "sendSticker" => send::file(call, FileKind::Sticker),
        "sendMediaGroup" => album::send(call),
        "sendLocation" => send::location(call),
        "sendContact" => send::contact(call),
        "sendChatAction" => send::action(call),
        "getFile" => source::get_file(call),

        "editMessageText" => edit::text(call),
        "editMessageCaption" => edit::caption(call),
        "editMessageMedia" => edit::media(call),
        "editMessageReplyMarkup" => edit::reply_markup(call),
        "answerCallbackQuery" => edit::answer_query(call),

        "deleteMessage" => existing::delete(call),
        "deleteMessages" => existing::delete_many(call),
        "copyMessage" => existing::copy(call),
        "forwardMessage" => existing::forward(call),
        "pinChatMessage" => existing::pin(call),
        "unpinChatMessage" => existing::unpin(call),
        "unpinAllChatMessages" => existing::unpin_all(call),

        "setMyCommands" => menu::set_commands(call),
        "getMyCommands" => menu::get_commands(call),
        "deleteMyCommands" => menu::delete_commands(call),
        "setMyName" => menu::set_about(call, &menu::NAME),
        "getMyName" => menu::get_about(call, &menu::NAME),
        "setMyDescription" => menu::set_about(call, &menu::DESCRIPTION),
        "getMyDescription" => menu::get_about(call, &menu::DESCRIPTION),
        "setMyShortDescription" => menu::set_about(call, &menu::SHORT_DESCRIPTION),
        "getMyShortDescription" => menu::get_about(call, &menu::SHORT_DESCRIPTION),
        "setChatMenuButton" => menu::set_button(call),
        "getChatMenuButton" => menu::get_button(call),

        other => Err(Refused::not_emulated(other)),
    }
}
