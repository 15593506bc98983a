//! Words that people typed: cleaned once, bounded once, and escaped in one place on their way out.
//!
//! Lengths are counted in UTF-16 units, as Telegram counts them.

mod clean;
pub mod spreadsheet;

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
        Self::measured(clean::lines(typed))
    }

    /// The same for something that must be one line: white space is folded.
    pub fn parse_line(typed: &str) -> Result<Self, Unfit> {
        Self::measured(clean::line(typed))
    }

    fn measured(text: String) -> Result<Self, Unfit> {
        let length = utf16_len(&text);
        match length {
            _ if clean::is_blank(&text) => Err(Unfit::Empty),
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

/// "1. ", "2) ", "- " and "• " before a line are not part of it.
pub fn without_bullet(line: &str) -> &str {
    let line = line.trim();
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < line.len();
    match rest.strip_prefix(['.', ')']) {
        Some(after) if numbered && after.starts_with(char::is_whitespace) => after.trim_start(),
        _ => line
            .strip_prefix(['-', '–', '—', '•', '*'])
            .filter(|r| r.starts_with(char::is_whitespace))
            .unwrap_or(line)
            .trim_start(),
    }
}

/// How long Telegram holds a text to be.
pub fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_empty_after_cleaning_is_refused() {
        let zalgo = format!("а{}", "\u{0301}".repeat(500));
        assert_eq!(Words::<100>::parse(&zalgo).expect("fits").plain().chars().count(), 4);
        for blank in [
            "\u{200D}\u{200B}\n \u{301}",
            "\u{3164}",
            "\u{2800} \u{2800}",
            "\u{301}",
            "\u{FE0F}",
            "\u{E0061}",
        ] {
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
