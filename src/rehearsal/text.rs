//! How Telegram counts and keeps texts. Offsets of entities are UTF-16 units; lengths of texts are characters.

use super::entities::{self, Entity};
use super::{found, tidy};

/// Most characters of a text.
pub const MOST_TEXT: usize = 4096;
/// Most characters of a caption.
pub const MOST_CAPTION: usize = 1024;
/// Entities beyond these are dropped without a word.
const MOST_ENTITIES: usize = 100;

/// A text as it is kept: cleaned, trimmed, with what Telegram finds in it by itself. Errors are in Telegram's words.
pub fn finish(raw: &str, own: Vec<Entity>) -> Result<(String, Vec<Entity>), String> {
    let (text, own) = tidy::tidy(raw, own)?;
    let mut entities = entities::add_found(own, found::find(&text));
    entities.truncate(MOST_ENTITIES);
    Ok((text, entities))
}

/// How Telegram counts the length of a text.
pub fn char_len(text: &str) -> usize {
    text.chars().count()
}
