//! Files that were sent: what is known of each. The bytes lie in the store.
//!
//! A `file_id` names its kind in its first letters, as Telegram's do, and stays good for ever.

use std::collections::BTreeMap;
use std::sync::Arc;

use rand::Rng as _;
use rand::rngs::StdRng;
use serde::{Deserialize, Serialize};

/// What a file was sent as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Photo,
    Document,
    Video,
    Voice,
    Audio,
    Animation,
    VideoNote,
    Sticker,
}

impl FileKind {
    /// The kind's parameter and field in the Bot API.
    pub fn field(self) -> &'static str {
        match self {
            FileKind::Photo => "photo",
            FileKind::Document => "document",
            FileKind::Video => "video",
            FileKind::Voice => "voice",
            FileKind::Audio => "audio",
            FileKind::Animation => "animation",
            FileKind::VideoNote => "video_note",
            FileKind::Sticker => "sticker",
        }
    }

    /// How refusals call it: "there is no video note in the request".
    pub fn words(self) -> &'static str {
        match self {
            FileKind::VideoNote => "video note",
            other => other.field(),
        }
    }

    /// How refusals call it as a type: "can't use file of type Document as Photo".
    pub fn type_name(self) -> &'static str {
        match self {
            FileKind::Photo => "Photo",
            FileKind::Document => "Document",
            FileKind::Video => "Video",
            FileKind::Voice => "VoiceNote",
            FileKind::Audio => "Audio",
            FileKind::Animation => "Animation",
            FileKind::VideoNote => "VideoNote",
            FileKind::Sticker => "Sticker",
        }
    }

    fn prefix(self) -> &'static str {
        match self {
            FileKind::Photo => "AgACAgIAAxkB",
            FileKind::Document => "BQACAgIAAxkB",
            FileKind::Video => "BAACAgIAAxkB",
            FileKind::Voice => "AwACAgIAAxkB",
            FileKind::Audio => "CQACAgIAAxkB",
            FileKind::Animation => "CgACAgIAAxkB",
            FileKind::VideoNote => "DQACAgIAAxkB",
            FileKind::Sticker => "CAACAgIAAxkB",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            FileKind::Photo => "photos",
            FileKind::Document => "documents",
            FileKind::Video => "videos",
            FileKind::Voice => "voice",
            FileKind::Audio => "music",
            FileKind::Animation => "animations",
            FileKind::VideoNote => "video_notes",
            FileKind::Sticker => "stickers",
        }
    }
}

/// One file. The sizes of a photo share their bytes: pictures are not made smaller here.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct File {
    pub file_id: String,
    pub unique_id: String,
    pub kind: FileKind,
    /// Where the store keeps the bytes.
    pub blob: String,
    pub size: u64,
    /// Where the bot downloads it.
    pub path: String,
    pub name: Option<String>,
    pub mime: Option<String>,
    pub width: u32,
    pub height: u32,
    /// What the sizes of one photo have in common.
    pub group: String,
}

/// What arrives: bytes that the store already has.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    pub blob: String,
    pub size: u64,
    pub name: Option<String>,
    pub mime: Option<String>,
    /// Width and height, if it is a picture.
    pub picture: Option<(u32, u32)>,
}

/// Every file ever sent, by `file_id`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Files {
    by_id: BTreeMap<String, Arc<File>>,
    by_path: BTreeMap<String, String>,
    /// The sizes of one photo, smallest first.
    groups: BTreeMap<String, Vec<String>>,
    next: u64,
}

impl Files {
    /// The file with this id.
    pub fn get(&self, file_id: &str) -> Option<Arc<File>> {
        self.by_id.get(file_id).cloned()
    }

    /// The file that is downloaded at this path.
    pub fn at(&self, path: &str) -> Option<Arc<File>> {
        self.by_path.get(path).and_then(|id| self.get(id))
    }

    /// The sizes of a photo, smallest first, given any one of them.
    pub fn sizes(&self, file: &File) -> Vec<Arc<File>> {
        self.groups.get(&file.group).into_iter().flatten().filter_map(|id| self.get(id)).collect()
    }

    /// Gives an upload its ids; a photo becomes several sizes.
    pub fn add(&mut self, rng: &mut StdRng, kind: FileKind, upload: &Upload) -> Arc<File> {
        self.next += 1;
        let number = self.next;
        let extension = extension(kind, upload);
        let group = letters(rng, 12);
        let (width, height) = upload.picture.unwrap_or((0, 0));
        let sizes = match kind {
            FileKind::Photo => photo_sizes(width, height),
            _ => vec![(width, height)],
        };
        let mut biggest = None;
        for (index, (width, height)) in sizes.into_iter().enumerate() {
            let suffix = if index == 0 { String::new() } else { format!("_{index}") };
            let file = Arc::new(File {
                file_id: format!("{}{}", kind.prefix(), letters(rng, 56)),
                unique_id: format!("AQAD{}", letters(rng, 12)),
                kind,
                blob: upload.blob.clone(),
                size: upload.size,
                path: format!("{}/file_{number}{suffix}{extension}", kind.folder()),
                name: upload.name.clone(),
                mime: upload.mime.clone(),
                width,
                height,
                group: group.clone(),
            });
            self.groups.entry(group.clone()).or_default().push(file.file_id.clone());
            self.by_path.insert(file.path.clone(), file.file_id.clone());
            self.by_id.insert(file.file_id.clone(), file.clone());
            biggest = Some(file);
        }
        biggest.expect("at least one size was made")
    }
}

/// The boxes into which Telegram fits a photo, up to the first that holds it whole.
fn photo_sizes(width: u32, height: u32) -> Vec<(u32, u32)> {
    let mut sizes = Vec::new();
    for side in [90, 320, 800, 1280] {
        let longest = width.max(height);
        if longest <= side {
            sizes.push((width, height));
            return sizes;
        }
        let scaled = |length: u32| (length * side / longest).max(1);
        sizes.push((scaled(width), scaled(height)));
    }
    sizes
}

fn extension(kind: FileKind, upload: &Upload) -> String {
    let of_name =
        upload.name.as_deref().and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension);
    let safe = |text: &&str| text.len() <= 8 && text.chars().all(|c| c.is_ascii_alphanumeric());
    match (kind, of_name.filter(safe)) {
        (FileKind::Photo, _) => ".jpg".to_owned(),
        (_, Some(extension)) => format!(".{extension}"),
        (FileKind::Voice, None) => ".oga".to_owned(),
        (FileKind::Video | FileKind::Animation | FileKind::VideoNote, None) => ".mp4".to_owned(),
        (FileKind::Sticker, None) => ".webp".to_owned(),
        _ => String::new(),
    }
}

/// Letters as they stand in file ids, tokens and the like.
pub fn letters(rng: &mut StdRng, count: usize) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    (0..count).map(|_| char::from(ALPHABET[rng.random_range(0..64)])).collect()
}
