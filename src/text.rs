//! Words that people typed: cleaned once, bounded once, and escaped in one place on their way out.
//!
//! Lengths are counted in UTF-16 units, as Telegram counts them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// HTML as Telegram reads it. Only this file turns people's words into it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// Takes text of ours, from `locales/`, whose arguments are already escaped.
    pub fn ours(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Escapes plain text, whoever wrote it.
    pub fn escape(plain: &str) -> Self {
        let mut out = String::with_capacity(plain.len());
        for c in plain.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                c => out.push(c),
            }
        }
        Self(out)
    }

    /// The text with its tags.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Puts `next` on a line of its own, `gap` empty lines below.
    #[must_use]
    pub fn then(mut self, gap: usize, next: &Self) -> Self {
        if !self.0.is_empty() {
            (0..=gap).for_each(|_| self.0.push('\n'));
        }
        self.0.push_str(&next.0);
        self
    }
}

impl AsRef<str> for Html {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why words were not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Nothing was left after cleaning.
    Empty,
    /// Longer than the limit.
    TooLong {
        /// The limit, in UTF-16 units.
        limit: usize,
        /// How long it is.
        length: usize,
    },
}

/// Cleaned text of one or more lines, at most `MAX` UTF-16 units and never empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct Words<const MAX: usize>(String);

impl<const MAX: usize> Words<MAX> {
    /// Cleans and measures what somebody typed, keeping its lines.
    pub fn parse(typed: &str) -> Result<Self, Unfit> {
        Self::measured(tidy_lines(&clean(typed)))
    }

    /// The same for something that must be one line: white space is folded.
    pub fn parse_line(typed: &str) -> Result<Self, Unfit> {
        Self::measured(clean(typed).split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn measured(text: String) -> Result<Self, Unfit> {
        let length = utf16_len(&text);
        match length {
            _ if text.chars().all(is_nothing) => Err(Unfit::Empty),
            length if length > MAX => Err(Unfit::TooLong { limit: MAX, length }),
            _ => Ok(Self(text)),
        }
    }

    /// For a message.
    pub fn html(&self) -> Html {
        Html::escape(&self.0)
    }

    /// For a button or a toast, which know no HTML.
    pub fn plain(&self) -> &str {
        &self.0
    }

    /// The beginning, at most `units` UTF-16 units on one line, for lists and buttons.
    pub fn beginning(&self, units: usize) -> String {
        shorten(&self.0.split_whitespace().collect::<Vec<_>>().join(" "), units)
    }
}

/// Cuts at a character so that at most `units` UTF-16 units remain, the ellipsis included.
pub fn shorten(text: &str, units: usize) -> String {
    if utf16_len(text) <= units {
        return text.to_owned();
    }
    let mut kept = 0;
    let mut cut: String = text
        .chars()
        .take_while(|c| {
            kept += c.len_utf16();
            kept < units
        })
        .collect();
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}

/// How long Telegram holds a text to be.
pub fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// How many combining marks one letter may carry before the rest is noise.
const MARKS: usize = 4;

/// Drops what is invisible and what turns text around, and piles of marks; keeps line feeds and emoji.
///
/// The zero-width joiner stays, because family and flag emoji are made with it.
fn clean(typed: &str) -> String {
    let mut marks = 0;
    let mut out = String::with_capacity(typed.len());
    for c in typed.chars() {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        match c {
            '\r' => {}
            '\n' => out.push(c),
            c if c.is_control() => out.push(' '),
            c if is_invisible(c) || marks > MARKS => {}
            c => out.push(c),
        }
    }
    out
}

/// Direction controls and zero-width characters (Unicode TR36, "Trojan Source"), the byte order mark, and letters that
/// are blank (Hangul fillers, an empty Braille cell), of which invisible names are made.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' |
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{2800}' |
        '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' |
        '\u{E0000}'..='\u{E001F}')
}

/// The combining blocks that "zalgo" text is made of.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{1AB0}'..='\u{1AFF}' |
        '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

/// Trims each line's end and the whole, and leaves at most one empty line in a row.
fn tidy_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.trim().lines() {
        let line = line.trim_end();
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Nothing to see, when there is nothing else.
fn is_nothing(c: char) -> bool {
    c.is_whitespace() || c == '\u{200D}' || c == '\u{FE0F}' || is_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hostile_characters_are_dropped() {
        let words = Words::<100>::parse("\u{202E}Дорога\u{200B} до\tшколи\r\n\n\n\n і назад ").expect("fits");
        assert_eq!(words.plain(), "Дорога до школи\n\n і назад");
        let zalgo = format!("а{}", "\u{0301}".repeat(500));
        assert_eq!(Words::<100>::parse(&zalgo).expect("fits").plain().chars().count(), 5);
        for blank in ["\u{200D}\u{200B}\n \u{301}", "\u{3164}", "\u{2800} \u{2800}", "\u{301}"] {
            assert_eq!(Words::<100>::parse(blank), Err(Unfit::Empty), "{blank:?}");
            assert_eq!(Words::<100>::parse_line(blank), Err(Unfit::Empty), "{blank:?}");
        }
        assert_eq!(Words::<100>::parse("👩‍👩‍👧").expect("fits").plain(), "👩‍👩‍👧");
    }

    #[test]
    fn lengths_count_as_telegram_counts() {
        assert_eq!(Words::<4>::parse("👍👍👍"), Err(Unfit::TooLong { limit: 4, length: 6 }));
        assert_eq!(shorten("абвгґ", 4), "абв…");
        assert_eq!(shorten("👍👍👍", 4), "👍…");
        assert_eq!(shorten("абв", 3), "абв");
    }

    proptest! {
        #[test]
        fn what_is_parsed_is_already_clean(typed in "\\PC*|.*") {
            if let Ok(words) = Words::<200>::parse(&typed) {
                prop_assert_eq!(Words::<200>::parse(words.plain()), Ok(words.clone()));
                prop_assert!(utf16_len(words.plain()) <= 200);
            }
        }

        #[test]
        fn escaping_leaves_no_bare_bracket(typed in ".*") {
            let html = Html::escape(&typed);
            prop_assert!(!html.as_str().contains(['<', '>', '"']));
        }

        #[test]
        fn a_shortened_text_fits(typed in ".*", units in 1usize..50) {
            prop_assert!(utf16_len(&shorten(&typed, units)) <= units);
        }
    }
}
