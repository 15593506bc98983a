//! A finished message and Telegram: how it is sent or edited, and what each refusal means.

use std::time::Duration;

use teloxide::net::Download;
use teloxide::payloads::{
    EditMessageReplyMarkupSetters, EditMessageTextSetters, SendAnimationSetters, SendAudioSetters,
    SendDocumentSetters, SendMessageSetters, SendPhotoSetters, SendVideoNoteSetters, SendVideoSetters,
    SendVoiceSetters,
};
use teloxide::prelude::{Bot, Requester};
use teloxide::types::{
    ChatId, FileId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, Message,
    MessageId, ParseMode,
};
use teloxide::{ApiError, RequestError};

use crate::ids::{MessageNo, TelegramId};
use crate::ui::view::{Body, Button, Content, Does, FileKind, View};

/// Why a message did not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The person blocked the bot, never started it, or is gone.
    OutOfReach,
    /// Telegram asks to rest.
    Rest(Duration),
    /// The message to edit is gone, or cannot hold this.
    CannotEdit,
    /// Telegram does not want it; trying again will not help. Its reason, which quotes nothing of ours.
    Refused(String),
    /// Nobody knows: the network, or Telegram itself, failed.
    Unreachable,
}

/// What Telegram calls what was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The message.
    pub no: MessageNo,
    /// The file that was uploaded with it, by which it can be sent again without its bytes.
    pub uploaded: Option<String>,
}

/// Sends a message, or puts it in the place of an earlier one.
pub async fn deliver(
    bot: &Bot,
    chat: TelegramId,
    view: &View,
    edits: Option<MessageNo>,
) -> Result<Sent, Refusal> {
    let chat = ChatId(chat.0);
    let sent = match edits {
        None => send(bot, chat, view).await,
        Some(no) => match edit(bot, chat, no, view).await? {
            Err(RequestError::Api(ApiError::MessageNotModified)) => return Ok(Sent { no, uploaded: None }),
            edited => edited,
        },
    };
    let message = sent.map_err(|error| verdict(&error))?;
    let uploaded = if view.body.uploads() { file(&message) } else { None };
    Ok(Sent { no: MessageNo(i64::from(message.id.0)), uploaded })
}

/// Puts a view in the place of a message. Only a text takes another text's place; any message takes other buttons.
async fn edit(
    bot: &Bot,
    chat: ChatId,
    no: MessageNo,
    view: &View,
) -> Result<Result<Message, RequestError>, Refusal> {
    let no = MessageId(i32::try_from(no.0).map_err(|_| Refusal::CannotEdit)?);
    Ok(match &view.body {
        Body::Text(html) => {
            bot.edit_message_text(chat, no, html.as_str())
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview())
                .reply_markup(keyboard(view))
                .await
        }
        Body::Same => bot.edit_message_reply_markup(chat, no).reply_markup(keyboard(view)).await,
        _ => return Err(Refusal::CannotEdit),
    })
}

/// Telegram's name of the picture (the largest of its sizes) or the document in a message.
fn file(message: &Message) -> Option<String> {
    let picture = message.photo().and_then(|sizes| sizes.last()).map(|size| &size.file);
    picture.or_else(|| message.document().map(|document| &document.file)).map(|file| file.id.to_string())
}

/// The bytes of a file by Telegram's name of it.
pub async fn fetch(bot: &Bot, file: &str) -> Result<Vec<u8>, Refusal> {
    let known = bot.get_file(FileId(file.to_owned())).await.map_err(|error| verdict(&error))?;
    let mut bytes = Vec::new();
    bot.download_file(&known.path, &mut bytes).await.map_err(|_| Refusal::Unreachable)?;
    Ok(bytes)
}

/// Takes the keyboard off a message.
pub async fn strip(bot: &Bot, chat: TelegramId, no: MessageNo) -> Result<(), Refusal> {
    deliver(bot, chat, &View::showing(Body::Same), Some(no)).await.map(drop)
}

async fn send(bot: &Bot, chat: ChatId, view: &View) -> Result<Message, RequestError> {
    match &view.body {
        Body::Text(html) => {
            bot.send_message(chat, html.as_str())
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview())
                .reply_markup(keyboard(view))
                .await
        }
        Body::Photo { file, caption } => {
            bot.send_photo(chat, InputFile::file_id(FileId(file.clone())))
                .caption(caption.as_str())
                .parse_mode(ParseMode::Html)
                .reply_markup(keyboard(view))
                .await
        }
        Body::Picture { png, caption } => {
            bot.send_photo(chat, InputFile::memory(png.clone()).file_name("merezha.png"))
                .caption(caption.as_str())
                .parse_mode(ParseMode::Html)
                .reply_markup(keyboard(view))
                .await
        }
        Body::Document { name, bytes, caption } => {
            bot.send_document(chat, InputFile::memory(bytes.clone()).file_name(name.clone()))
                .caption(caption.as_str())
                .parse_mode(ParseMode::Html)
                .reply_markup(keyboard(view))
                .await
        }
        Body::File { file, caption } => {
            bot.send_document(chat, InputFile::file_id(FileId(file.clone())))
                .caption(caption.as_str())
                .parse_mode(ParseMode::Html)
                .reply_markup(keyboard(view))
                .await
        }
        Body::Copy(content) => copy(bot, chat, content, keyboard(view)).await,
        // It stands for what a message shows already, and this one shows nothing yet: Telegram would say the same.
        Body::Same => Err(RequestError::Api(ApiError::MessageTextIsEmpty)),
    }
}

/// Sends what somebody wrote as it was. Each kind of file has a method of its own at Telegram.
async fn copy(
    bot: &Bot,
    chat: ChatId,
    content: &Content,
    keyboard: InlineKeyboardMarkup,
) -> Result<Message, RequestError> {
    let text = content.text.clone();
    let entities = content.entities.clone();
    let Some((kind, file)) = &content.file else {
        return bot.send_message(chat, text).entities(entities).reply_markup(keyboard).await;
    };
    let file = InputFile::file_id(FileId(file.clone()));
    match kind {
        FileKind::Photo => {
            bot.send_photo(chat, file).caption(text).caption_entities(entities).reply_markup(keyboard).await
        }
        FileKind::Document => {
            bot.send_document(chat, file)
                .caption(text)
                .caption_entities(entities)
                .reply_markup(keyboard)
                .await
        }
        FileKind::Video => {
            bot.send_video(chat, file).caption(text).caption_entities(entities).reply_markup(keyboard).await
        }
        FileKind::Voice => {
            bot.send_voice(chat, file).caption(text).caption_entities(entities).reply_markup(keyboard).await
        }
        FileKind::Audio => {
            bot.send_audio(chat, file).caption(text).caption_entities(entities).reply_markup(keyboard).await
        }
        FileKind::Animation => {
            bot.send_animation(chat, file)
                .caption(text)
                .caption_entities(entities)
                .reply_markup(keyboard)
                .await
        }
        FileKind::VideoNote => bot.send_video_note(chat, file).reply_markup(keyboard).await,
    }
}

fn keyboard(view: &View) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new(
        view.keyboard.iter().map(|row| row.iter().filter_map(button).collect::<Vec<_>>()),
    )
}

/// An address that is none makes no button, rather than a message that cannot be sent.
fn button(button: &Button) -> Option<InlineKeyboardButton> {
    match &button.does {
        Does::Press(data) => Some(InlineKeyboardButton::callback(&button.label, data)),
        Does::Open(url) => url.parse().ok().map(|url| InlineKeyboardButton::url(&button.label, url)),
    }
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

/// What a refusal means. Some texts of today's server are unknown to teloxide, so the class of the answer decides.
pub fn verdict(error: &RequestError) -> Refusal {
    match error {
        RequestError::RetryAfter(seconds) => Refusal::Rest(seconds.duration()),
        RequestError::Api(error) => match error {
            ApiError::BotBlocked
            | ApiError::UserDeactivated
            | ApiError::ChatNotFound
            | ApiError::CantInitiateConversation
            | ApiError::CantTalkWithBots => Refusal::OutOfReach,
            ApiError::MessageToEditNotFound | ApiError::MessageCantBeEdited | ApiError::MessageIdInvalid => {
                Refusal::CannotEdit
            }
            ApiError::Unknown(reason) if reason.starts_with("Forbidden") => Refusal::OutOfReach,
            ApiError::Unknown(reason) if reason.contains("no text in the message to edit") => {
                Refusal::CannotEdit
            }
            ApiError::Unknown(reason) if reason.starts_with("Bad Request") => {
                Refusal::Refused(reason.clone())
            }
            ApiError::Unknown(_) => Refusal::Unreachable,
            known => Refusal::Refused(known.to_string()),
        },
        _ => Refusal::Unreachable,
    }
}
