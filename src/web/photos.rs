//! Pictures from Telegram: fetched when somebody looks at them, and kept in memory for a while. One at a time is
//! fetched, so a thousand viewers of a new picture cost one download.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use axum::body::Bytes;
use futures::StreamExt;
use teloxide::Bot;
use teloxide::net::Download;
use teloxide::prelude::Requester;
use teloxide::types::FileId;

use crate::clock::Clock;

/// How large a picture may be.
const LARGEST: usize = 10 * 1024 * 1024;
/// How much is kept in all.
const KEPT: usize = 24 * 1024 * 1024;
/// How many are kept at most, those that could not be had included.
const MANY: usize = 500;
/// How long a picture that could not be had is not asked for again.
const REST: Duration = Duration::from_secs(20);

/// A picture.
#[derive(Debug, Clone)]
pub struct Photo {
    pub kind: &'static str,
    pub bytes: Bytes,
}

/// A file by Telegram's name, with what came of fetching it.
struct Kept {
    file: String,
    photo: Option<Photo>,
    fetched: Instant,
}

/// The pictures that were looked at last.
pub struct Photos {
    bot: Bot,
    clock: Clock,
    /// The latest at the end.
    kept: Mutex<VecDeque<Kept>>,
    fetching: tokio::sync::Mutex<()>,
}

impl Photos {
    /// None yet.
    pub fn new(bot: Bot, clock: Clock) -> Self {
        Self { bot, clock, kept: Mutex::default(), fetching: tokio::sync::Mutex::default() }
    }

    /// A picture by Telegram's name of the file; none: it cannot be had, or is none.
    pub async fn get(&self, file: &str) -> Option<Photo> {
        if let Some(known) = self.known(file) {
            return known;
        }
        let _turn = self.fetching.lock().await;
        // Somebody may have fetched it while we waited.
        if let Some(known) = self.known(file) {
            return known;
        }
        let photo = match self.fetch(file).await {
            Ok(photo) => photo,
            Err(error) => {
                log::warn!("A picture for a wall could not be fetched: {error:#}");
                None
            }
        };
        self.keep(file, photo.clone());
        photo
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn known(&self, file: &str) -> Option<Option<Photo>> {
        let kept = self.kept();
        let found = kept.iter().find(|one| one.file == file)?;
        (found.photo.is_some() || self.clock.tick() - found.fetched < REST).then(|| found.photo.clone())
    }

    fn keep(&self, file: &str, photo: Option<Photo>) {
        let mut kept = self.kept();
        kept.retain(|one| one.file != file);
        kept.push_back(Kept { file: file.to_owned(), photo, fetched: self.clock.tick() });
        let size = |one: &Kept| one.photo.as_ref().map_or(0, |photo| photo.bytes.len());
        while kept.len() > MANY || kept.iter().map(size).sum::<usize>() > KEPT {
            kept.pop_front();
        }
    }

    async fn fetch(&self, file: &str) -> Result<Option<Photo>> {
        // What went wrong may quote the address, and that holds the token.
        let Ok(found) = self.bot.get_file(FileId(file.to_owned())).await else {
            bail!("Telegram does not give it")
        };
        if usize::try_from(found.meta.size).is_ok_and(|size| size > LARGEST) {
            bail!("It is too large");
        }
        let mut chunks = std::pin::pin!(self.bot.download_file_stream(&found.path));
        let mut bytes = Vec::new();
        while let Some(chunk) = chunks.next().await {
            let chunk = chunk.ok().context("The download broke off")?;
            if bytes.len() + chunk.len() > LARGEST {
                bail!("It is too large");
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(kind(&bytes).map(|kind| Photo { kind, bytes: bytes.into() }))
    }
}

/// What a picture is by its first bytes, whatever it is called; none: no picture that a wall shows.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some("image/png"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_bytes() {
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n...."), Some("image/png"));
        assert_eq!(kind(b"\xFF\xD8\xFF\xE0"), Some("image/jpeg"));
        assert_eq!(kind(b"RIFF\0\0\0\0WEBPVP8 "), Some("image/webp"));
        for other in [&b""[..], b"<svg onload=alert(1)>", b"<html>", b"GIF89a", b"RIFF\0\0\0\0WAVE"] {
            assert_eq!(kind(other), None);
        }
    }
}
