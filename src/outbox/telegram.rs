//! A finished message and Telegram: how it is sent or edited, and what each refusal means.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use teloxide::net::Download;
use teloxide::payloads::{
    EditMessageCaption, EditMessageCaptionSetters, EditMessageMediaSetters, EditMessageReplyMarkup,
    EditMessageReplyMarkupSetters, EditMessageText, EditMessageTextSetters, SendAnimationSetters,
    SendAudioSetters, SendDocumentSetters, SendMessage, SendMessageSetters, SendPhotoSetters,
    SendVideoNoteSetters, SendVideoSetters, SendVoiceSetters,
};
use teloxide::prelude::{Bot, Requester};
use teloxide::requests::{JsonRequest, Payload};
use teloxide::types::{
    ChatId, FileId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMedia, InputMediaPhoto,
    LinkPreviewOptions, Message, MessageId, ParseMode,
};
use teloxide::{ApiError, RequestError};

use crate::ids::{ChatNo, MessageNo};
use crate::ui::view::{Body, Button, Content, Does, FileKind, View};

/// Why a message did not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The person blocked the bot, never started it, or is gone.
    OutOfReach,
    /// The group is a supergroup now, under this number.
    Moved(ChatNo),
    /// The bot is in the group, and may not write.
    Muted,
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
    chat: ChatNo,
    view: &View,
    edits: Option<MessageNo>,
) -> Result<Sent, Refusal> {
    let chat = ChatId(chat.0);
    let sent = match edits {
        Some(no) if view.body == Body::Gone => return take_away(bot, chat, no).await,
        Some(no) if matches!(view.body, Body::TakenBack(_)) => return take_back(bot, chat, no, view).await,
        None => send(bot, chat, view).await,
        Some(no) => match edit(bot, chat, no, view).await? {
            Err(RequestError::Api(ApiError::MessageNotModified)) => return Ok(Sent { no, uploaded: None }),
            edited => edited,
        },
    };
    let Sent { no, uploaded } = sent.map_err(|error| verdict(&error))?;
    Ok(Sent { no, uploaded: uploaded.filter(|_| view.body.uploads()) })
}

/// Deletes a message: one of ours, or where the bot may do that.
async fn take_away(bot: &Bot, chat: ChatId, no: MessageNo) -> Result<Sent, Refusal> {
    let message = MessageId(i32::try_from(no.0).map_err(|_| Refusal::CannotEdit)?);
    match bot.delete_message(chat, message).await.map_err(|error| verdict(&error)) {
        Ok(_) => Ok(Sent { no, uploaded: None }),
        // It is gone already, or is none of ours to take away.
        Err(Refusal::Refused(_) | Refusal::Muted) => Err(Refusal::CannotEdit),
        Err(refusal) => Err(refusal),
    }
}

/// Deletes a message of ours, or puts other words in its place where it is too old for that.
async fn take_back(bot: &Bot, chat: ChatId, no: MessageNo, view: &View) -> Result<Sent, Refusal> {
    let Body::TakenBack(words) = &view.body else { return Err(Refusal::CannotEdit) };
    match take_away(bot, chat, no).await {
        Err(Refusal::CannotEdit) => {}
        ended => return ended,
    }
    for body in [Body::Text(words.clone()), Body::Caption(words.clone())] {
        let instead = View { body, keyboard: view.keyboard.clone() };
        let edited = match edit(bot, chat, no, &instead).await? {
            Err(RequestError::Api(ApiError::MessageNotModified)) => return Ok(Sent { no, uploaded: None }),
            edited => edited.map_err(|error| verdict(&error)),
        };
        match edited {
            Err(Refusal::CannotEdit) => {}
            ended => return ended,
        }
    }
    Err(Refusal::CannotEdit)
}

/// Puts a view in the place of a message. A text takes a text's place, a photo a photo's; any file takes other words
/// below it, and any message other buttons.
async fn edit(
    bot: &Bot,
    chat: ChatId,
    no: MessageNo,
    view: &View,
) -> Result<Result<Sent, RequestError>, Refusal> {
    let no = MessageId(i32::try_from(no.0).map_err(|_| Refusal::CannotEdit)?);
    Ok(match &view.body {
        Body::Text(html) => {
            let edited = EditMessageText::new(chat, no, html.as_str())
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview())
                .reply_markup(keyboard(view));
            briefly(bot, edited).await
        }
        Body::Photo { file, caption } => {
            let photo = InputMediaPhoto::new(InputFile::file_id(FileId(file.clone())))
                .caption(caption.as_str())
                .parse_mode(ParseMode::Html);
            bot.edit_message_media(chat, no, InputMedia::Photo(photo))
                .reply_markup(keyboard(view))
                .await
                .map(|message| whole(&message))
        }
        Body::Caption(caption) => {
            let edited = EditMessageCaption::new(chat, no)
                .caption(caption.as_str())
                .parse_mode(ParseMode::Html)
                .reply_markup(keyboard(view));
            briefly(bot, edited).await
        }
        Body::Same => briefly(bot, EditMessageReplyMarkup::new(chat, no).reply_markup(keyboard(view))).await,
        // What was sent as it was written keeps its file.
        Body::Copy(Content { file: None, text, entities, .. }) => {
            let edited =
                EditMessageText::new(chat, no, text).entities(entities.clone()).reply_markup(keyboard(view));
            briefly(bot, edited).await
        }
        Body::Copy(Content { file: Some((kind, _)), text, entities, .. }) if *kind != FileKind::VideoNote => {
            let edited = EditMessageCaption::new(chat, no)
                .caption(text)
                .caption_entities(entities.clone())
                .reply_markup(keyboard(view));
            briefly(bot, edited).await
        }
        _ => return Err(Refusal::CannotEdit),
    })
}

/// A call whose answer is read no further than to the message's number. Telegram answers with the whole message, which
/// takes longer to take apart than the call to put together.
#[derive(Serialize)]
#[serde(transparent)]
struct Brief<P>(P);

impl<P: Payload> Payload for Brief<P> {
    type Output = Numbered;
    const NAME: &'static str = P::NAME;
}

#[derive(Deserialize)]
struct Numbered {
    message_id: i64,
}

async fn briefly<P>(bot: &Bot, payload: P) -> Result<Sent, RequestError>
where
    P: Payload + Serialize + Send + Sync + 'static,
{
    let Numbered { message_id } = JsonRequest::new(bot.clone(), Brief(payload)).await?;
    Ok(Sent { no: MessageNo(message_id), uploaded: None })
}

/// What was sent, with the name of its file.
fn whole(message: &Message) -> Sent {
    Sent { no: MessageNo(i64::from(message.id.0)), uploaded: file(message) }
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

/// The same, if there are no more of them than that; none: there are.
pub async fn fetch_within(bot: &Bot, file: &str, most: u32) -> Result<Option<Vec<u8>>, Refusal> {
    let known = bot.get_file(FileId(file.to_owned())).await.map_err(|error| verdict(&error))?;
    if known.size > most {
        return Ok(None);
    }
    // What it says of its size is only said.
    let mut bytes = Within { bytes: Vec::new(), most: most as usize };
    let downloaded = bot.download_file(&known.path, &mut bytes).await;
    if bytes.bytes.len() > bytes.most {
        return Ok(None);
    }
    downloaded.map_err(|_| Refusal::Unreachable)?;
    Ok(Some(bytes.bytes))
}

/// Bytes that come, and no more than so many and one.
struct Within {
    bytes: Vec<u8>,
    most: usize,
}

impl tokio::io::AsyncWrite for Within {
    fn poll_write(mut self: Pin<&mut Self>, _: &mut Context<'_>, more: &[u8]) -> Poll<io::Result<usize>> {
        if self.bytes.len() > self.most {
            return Poll::Ready(Err(io::ErrorKind::FileTooLarge.into()));
        }
        let room = self.most + 1 - self.bytes.len();
        let taken = more.len().min(room);
        self.bytes.extend_from_slice(&more[..taken]);
        Poll::Ready(Ok(taken))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// Takes the keyboard off a message.
pub async fn strip(bot: &Bot, chat: ChatNo, no: MessageNo) -> Result<(), Refusal> {
    deliver(bot, chat, &View::showing(Body::Same), Some(no)).await.map(drop)
}

async fn send(bot: &Bot, chat: ChatId, view: &View) -> Result<Sent, RequestError> {
    let sent = match &view.body {
        Body::Text(html) => {
            let text = SendMessage::new(chat, html.as_str())
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview())
                .reply_markup(keyboard(view));
            return briefly(bot, text).await;
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
        Body::Copy(content) => return copy(bot, chat, content, keyboard(view)).await,
        // They stand for what a message shows already, and this one shows nothing yet: Telegram would say the same.
        Body::Caption(_) | Body::Same | Body::Gone | Body::TakenBack(_) => {
            Err(RequestError::Api(ApiError::MessageTextIsEmpty))
        }
    };
    Ok(whole(&sent?))
}

/// Sends what somebody wrote as it was. Each kind of file has a method of its own at Telegram.
async fn copy(
    bot: &Bot,
    chat: ChatId,
    content: &Content,
    keyboard: InlineKeyboardMarkup,
) -> Result<Sent, RequestError> {
    let text = content.text.clone();
    let entities = content.entities.clone();
    let Some((kind, file)) = &content.file else {
        let text = SendMessage::new(chat, text).entities(entities).reply_markup(keyboard);
        return briefly(bot, text).await;
    };
    let file = InputFile::file_id(FileId(file.clone()));
    let sent = match kind {
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
    };
    Ok(whole(&sent?))
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
        RequestError::MigrateToChatId(to) => Refusal::Moved(ChatNo(to.0)),
        RequestError::Api(error) => match error {
            ApiError::BotBlocked
            | ApiError::UserDeactivated
            | ApiError::ChatNotFound
            | ApiError::BotKicked
            | ApiError::BotKickedFromSupergroup
            | ApiError::BotKickedFromChannel
            | ApiError::GroupDeactivated
            | ApiError::CantInitiateConversation
            | ApiError::CantTalkWithBots => Refusal::OutOfReach,
            ApiError::MessageToEditNotFound | ApiError::MessageCantBeEdited | ApiError::MessageIdInvalid => {
                Refusal::CannotEdit
            }
            ApiError::Unknown(reason) if reason.starts_with("Forbidden") => Refusal::OutOfReach,
            ApiError::Unknown(reason) if reason.contains("no text in the message to edit") => {
                Refusal::CannotEdit
            }
            ApiError::NotEnoughRightsToPostMessages => Refusal::Muted,
            ApiError::Unknown(reason)
                if [
                    "not enough rights",
                    "have no rights",
                    "CHAT_WRITE_FORBIDDEN",
                    "administrator rights",
                ]
                .iter()
                .any(|words| reason.contains(words)) =>
            {
                Refusal::Muted
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
