//! How a file is shown inside a message.

use serde_json::Value;

use super::{Attachment, File, FileKind, Message, PhotoSize, World};

impl World {
    /// Puts a file into a message, in place of any other. `params` may know its length, size and names.
    pub fn put_file(&self, message: &mut Message, file: &File, params: &Value) {
        message.clear_media();
        if file.kind == FileKind::Photo {
            message.photo = self.state.files.sizes(file).iter().map(|size| photo_size(size)).collect();
            return;
        }
        let number = |key: &str| params.get(key).and_then(lenient);
        let words = |key: &str| params.get(key).and_then(Value::as_str).map(str::to_owned);
        let plain = Attachment {
            file_id: file.file_id.clone(),
            file_unique_id: file.unique_id.clone(),
            file_size: file.size,
            ..Attachment::default()
        };
        let named =
            Attachment { file_name: file.name.clone(), mime_type: file.mime.clone(), ..plain.clone() };
        let width = Some(number("width").unwrap_or(i64::from(file.width)));
        let height = Some(number("height").unwrap_or(i64::from(file.height)));
        let duration = Some(number("duration").unwrap_or(0));
        match file.kind {
            FileKind::Photo => {}
            FileKind::Document => message.document = Some(named),
            FileKind::Video => message.video = Some(Attachment { width, height, duration, ..named }),
            FileKind::Voice => {
                message.voice = Some(Attachment { duration, mime_type: file.mime.clone(), ..plain });
            }
            FileKind::Audio => {
                let (performer, title) = (words("performer"), words("title"));
                message.audio = Some(Attachment { duration, performer, title, ..named });
            }
            FileKind::Animation => {
                // Old clients know no animations: for them it is a document too.
                message.document = Some(named.clone());
                message.animation = Some(Attachment { width, height, duration, ..named });
            }
            FileKind::VideoNote => {
                let length = Some(number("length").unwrap_or(240));
                message.video_note = Some(Attachment { length, duration, ..plain });
            }
            FileKind::Sticker => {
                let side = |length: u32| Some(if length == 0 { 512 } else { i64::from(length) });
                message.sticker = Some(Attachment {
                    kind: Some("regular".to_owned()),
                    width: side(file.width),
                    height: side(file.height),
                    is_animated: Some(file.path.ends_with(".tgs")),
                    is_video: Some(file.path.ends_with(".webm")),
                    emoji: words("emoji"),
                    ..plain
                });
            }
        }
    }
}

impl Message {
    fn clear_media(&mut self) {
        self.photo.clear();
        let files = [
            &mut self.document,
            &mut self.video,
            &mut self.voice,
            &mut self.audio,
            &mut self.animation,
            &mut self.video_note,
            &mut self.sticker,
        ];
        for file in files {
            *file = None;
        }
    }

    /// The file a person would open: the biggest size of a photo, or the attachment.
    pub fn file_id(&self) -> Option<&str> {
        let attached = [
            &self.animation,
            &self.document,
            &self.video,
            &self.voice,
            &self.audio,
            &self.video_note,
            &self.sticker,
        ];
        let attached = attached.into_iter().flatten().map(|file| file.file_id.as_str()).next();
        self.photo.last().map(|size| size.file_id.as_str()).or(attached)
    }
}

/// One size of a photo as the Bot API shows it.
fn photo_size(file: &File) -> PhotoSize {
    PhotoSize {
        file_id: file.file_id.clone(),
        file_unique_id: file.unique_id.clone(),
        width: file.width,
        height: file.height,
        file_size: file.size,
    }
}

fn lenient(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}
