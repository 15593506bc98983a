//! What Telegram does to every text that is sent: strange characters go, white space at the ends goes,
//! entities move along. The one thing to know: at the start, white space that is formatted stays.

use super::entities::{self, Entity};

const MIDDLE_OF_A_CHARACTER: i64 = -1;

/// Cleans a text and fits its entities to it. An empty text is no error here. Errors are in Telegram's words.
pub fn tidy(text: &str, entities: Vec<Entity>) -> Result<(String, Vec<Entity>), String> {
    for entity in &entities {
        for (name, value) in [("offset", entity.offset), ("length", entity.length)] {
            if !(0..=1_000_000).contains(&value) {
                return Err(format!("Receive an entity with incorrect {name} {value}"));
            }
        }
    }
    if entities.is_empty() {
        let clean: String = text.chars().filter_map(cleaned).collect();
        return Ok((clean.trim_matches([' ', '\n']).to_owned(), Vec::new()));
    }
    let (clean, mut entities) = clean_with_entities(text, entities::fix(entities))?;
    entities = entities::fix(entities);

    let kept = clean.trim_end_matches([' ', '\n']);
    let end = kept.encode_utf16().count() as i64;
    entities.retain(|entity| entity.offset < end);
    for entity in &mut entities {
        entity.length = entity.length.min(end - entity.offset);
    }
    entities::sort(&mut entities);

    let first = entities.iter().map(|entity| entity.offset).min().unwrap_or(i64::MAX);
    let blank = kept.chars().take_while(|c| matches!(c, ' ' | '\n')).count() as i64;
    let cut = blank.min(first);
    for entity in &mut entities {
        entity.offset -= cut;
    }
    // White space is one byte each.
    Ok((kept[cut as usize..].to_owned(), entities))
}

/// The character as it is kept, if it is.
fn cleaned(c: char) -> Option<char> {
    match c {
        '\r' | '\u{2028}'..='\u{202e}' | '\u{30a}' | '\u{333}' | '\u{33f}' => None,
        '\n' => Some('\n'),
        '\0'..=' ' => Some(' '),
        _ => Some(c),
    }
}

fn clean_with_entities(text: &str, mut entities: Vec<Entity>) -> Result<(String, Vec<Entity>), String> {
    let mut clean = String::with_capacity(text.len());
    // For each UTF-16 position of the text, where it is now.
    let mut moved = Vec::with_capacity(text.len() + 1);
    let mut length = 0;
    for c in text.chars() {
        moved.push(length);
        moved.extend((1..c.len_utf16()).map(|_| MIDDLE_OF_A_CHARACTER));
        if let Some(c) = cleaned(c) {
            clean.push(c);
            length += c.len_utf16() as i64;
        }
    }
    moved.push(length);

    for entity in &mut entities {
        let at = |position: i64| moved.get(position as usize).copied();
        let offset = match at(entity.offset) {
            Some(MIDDLE_OF_A_CHARACTER) => {
                let byte = byte_offset(text, entity.offset);
                return Err(format!("Entity begins in a middle of a UTF-16 symbol at byte offset {byte}"));
            }
            Some(offset) => offset,
            None => {
                let offset = entity.offset;
                return Err(format!("Entity begins after the end of the text at UTF-16 offset {offset}"));
            }
        };
        let which = format!("Entity beginning at UTF-16 offset {}", entity.offset);
        let end = match at(entity.end()) {
            Some(MIDDLE_OF_A_CHARACTER) => {
                let byte = byte_offset(text, entity.end());
                return Err(format!("{which} ends in a middle of a UTF-16 symbol at byte offset {byte}"));
            }
            Some(end) => end,
            None => {
                let end = entity.end();
                return Err(format!("{which} ends after the end of the text at UTF-16 offset {end}"));
            }
        };
        (entity.offset, entity.length) = (offset, end - offset);
    }
    Ok((clean, entities))
}

/// The first byte of the character after a UTF-16 position.
fn byte_offset(text: &str, position: i64) -> usize {
    let mut utf16 = 0;
    for (byte, c) in text.char_indices() {
        if utf16 >= position {
            return byte;
        }
        utf16 += c.len_utf16() as i64;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::entities::Kind;

    fn tidied(text: &str, offset: i64, length: i64) -> (String, Vec<(i64, i64)>) {
        let (text, entities) =
            tidy(text, vec![Entity::new(Kind::Bold, offset, length)]).expect("good entities");
        (text, entities.iter().map(|e| (e.offset, e.length)).collect())
    }

    #[test]
    fn strange_characters_go() {
        let (text, _) = tidy(" a\tb\r\nc\u{202e}d \n", Vec::new()).expect("no entities");
        assert_eq!(text, "a b\ncd");
        assert_eq!(tidy(" \r\n ", Vec::new()), Ok((String::new(), Vec::new())));
    }

    #[test]
    fn entities_move_along() {
        assert_eq!(tidied("\n 🙂\r\nб  ", 5, 3), ("🙂\nб".into(), vec![(2, 2)]));
        assert_eq!(tidied("  a", 1, 2), (" a".into(), vec![(0, 2)]));
        assert_eq!(tidied("a  ", 1, 2), ("a".into(), vec![]));
        assert_eq!(tidied("   ", 0, 3), (String::new(), vec![]));
    }

    #[test]
    fn entities_outside_the_text_are_refused() {
        let refusal =
            |offset, length| tidy("🙂a", vec![Entity::new(Kind::Bold, offset, length)]).expect_err("bad");
        assert_eq!(refusal(1, 1), "Entity begins in a middle of a UTF-16 symbol at byte offset 4");
        let end = "Entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9";
        assert_eq!(refusal(0, 9), end);
        assert_eq!(refusal(9, 1), "Entity begins after the end of the text at UTF-16 offset 9");
        assert_eq!(refusal(-1, 1), "Receive an entity with incorrect offset -1");
    }
}
