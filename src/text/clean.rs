//! What people typed, without tricks: nothing invisible, nothing that turns a line around, no piles of marks, no floods
//! of empty lines. Letters, marks and emoji that people see come through as they are, in Unicode's composed form (NFC).
//!
//! What stays although it cannot be seen: the joiner between two emoji (families, professions), the marks that make a
//! sign colourful or a keycap, the tags of the flags of England, Scotland and Wales, and joiners between letters of Arabic
//! and of India, where they change how a word is written. What Unicode does not know is dropped, except among the
//! emoji: there it is next year's.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeEmoji, UnicodeGeneralCategory};

/// How many marks one letter may carry; the rest of a pile is noise. No language that people write here needs more.
const MARKS: usize = 3;
/// How many empty lines may follow one another.
const EMPTY_LINES: usize = 2;
/// How many tags the longest flag has.
const TAGS: usize = 7;

/// Keeps the lines, trimmed at their ends.
pub fn lines(typed: &str) -> String {
    let text = clean(typed);
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.trim().lines() {
        let line = line.trim_end();
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty <= EMPTY_LINES {
            out.push_str(line);
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// One line: white space is folded.
pub fn line(typed: &str) -> String {
    clean(typed).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Nothing to see.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_mark(c) || is_joiner(c) || is_variation(c))
}

/// First what does not belong goes, then letters and marks are composed, then piles of marks are cut: in another order,
/// what was cleaned once would not be clean.
fn clean(typed: &str) -> String {
    unpiled(visible(typed).nfc())
}

fn visible(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    let mut tags = 0;
    let mut rest = typed.chars().peekable();
    while let Some(c) = rest.next() {
        let before = out.chars().next_back();
        tags = if is_tag(c) { tags + 1 } else { 0 };
        match c {
            '\r' => {}
            '\n' => out.push(c),
            '\u{2028}' | '\u{2029}' => out.push(' '),
            c if c.is_control() => out.push(' '),
            c if is_joiner(c) => {
                if joins(before, c, rest.peek().copied()) {
                    out.push(c);
                }
            }
            c if is_variation(c) => {
                if before.is_some_and(|c| c.is_emoji_char()) {
                    out.push(c);
                }
            }
            c if is_tag(c) => {
                let after_flag = before.is_some_and(|before| before == '🏴' || is_tag(before));
                if after_flag && tags <= TAGS {
                    out.push(c);
                }
            }
            c if is_filler(c) || is_formless(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Cuts piles of marks. A mark that has no letter to stand on goes, too.
fn unpiled(text: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    let mut marks = MARKS;
    for c in text {
        marks = match c {
            c if is_mark(c) => marks + 1,
            c if c.is_whitespace() => MARKS,
            _ => 0,
        };
        if marks <= MARKS {
            out.push(c);
        }
    }
    out
}

/// Whether a joiner (or non-joiner) does something between these two that people see.
fn joins(before: Option<char>, joiner: char, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let is_sign = |c: char| c.is_emoji_char() && !c.is_ascii();
    let emoji = joiner == '\u{200D}' && (is_sign(before) || is_variation(before)) && is_sign(after);
    emoji || (is_joined_script(before) && is_joined_script(after))
}

/// Letters and marks of Arabic, and of the scripts of India.
fn is_joined_script(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{06D3}' | '\u{06FA}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{0900}'..='\u{0DFF}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Asks for a sign in colour, or without.
fn is_variation(c: char) -> bool {
    matches!(c, '\u{FE0E}' | '\u{FE0F}')
}

/// A letter, a digit or the end, of which flags of parts of a country are made.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0030}'..='\u{E0039}' | '\u{E0061}'..='\u{E007A}' | '\u{E007F}')
}

/// Letters and marks that are blank, of which invisible names are made (Hangul fillers, an empty Braille cell), and
/// selectors of forms that no phone has.
fn is_filler(c: char) -> bool {
    matches!(c,
        '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{2800}' |
        '\u{3164}' | '\u{FE00}'..='\u{FE0D}' | '\u{FFA0}' | '\u{FFFC}' | '\u{E0100}'..='\u{E01EF}')
}

/// Controls of direction and layout (Unicode TR36, "Trojan Source"), characters of somebody's own, and what Unicode does
/// not know.
fn is_formless(c: char) -> bool {
    match c.general_category() {
        GeneralCategory::Format | GeneralCategory::PrivateUse => true,
        GeneralCategory::Unassigned => !matches!(c, '\u{1F000}'..='\u{1FAFF}'),
        _ => false,
    }
}

/// Stands above or below a letter, or around it.
fn is_mark(c: char) -> bool {
    !is_variation(c)
        && matches!(c.general_category(), GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tricks_are_dropped() {
        assert_eq!(
            lines("\u{202E}Дорога\u{200B} до\tшколи\r\n\n\n\n і назад "),
            "Дорога до школи\n\n\n і назад"
        );
        assert_eq!(lines("за\u{2066}гальна\u{2069} \u{200E}сума\u{200F}\u{FEFF}"), "загальна сума");
        assert_eq!(lines("рі\u{AD}ч\u{34F}ка\u{E000}\u{F0000}\u{378}"), "річка");
        assert_eq!(lines("ні\u{200D}чого\u{FE0F} \u{E0041}зайвого\u{E0061}"), "нічого зайвого");
        assert_eq!(line("один\u{2028}два\u{2029}\u{85}три"), "один два три");
        assert_eq!(lines(&"рядок\n".repeat(3)), "рядок\nрядок\nрядок");
        let hidden: String = "🏴".chars().chain("secretmessage".chars().filter_map(tag)).collect();
        assert_eq!(lines(&hidden).chars().count(), 1 + TAGS);
    }

    fn tag(c: char) -> Option<char> {
        char::from_u32(0xE0000 + u32::from(c))
    }

    #[test]
    fn piles_of_marks_are_cut_and_letters_composed() {
        assert_eq!(lines("и\u{306} і\u{308} е\u{308}"), "й ї ё");
        assert_eq!(lines("и\u{200B}\u{306}"), "й", "whatever was put in between");
        assert_eq!(lines("за\u{301}мок"), "за\u{301}мок", "a stress is no pile");
        assert_eq!(
            lines(&format!("З{0}ло{0}", "\u{336}\u{489}\u{20DD}\u{334}".repeat(9))).chars().count(),
            9
        );
        assert_eq!(lines("\u{301}слово \u{301}\u{302}"), "слово");
    }

    #[test]
    fn what_people_write_with_joiners_stays() {
        let persian = "می\u{200C}خواهم";
        let hindi = "क्\u{200D}ष";
        for text in [persian, hindi, "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈", "1️⃣ #️⃣", "❤️‍🔥", "🧑🏽‍🚒", "☎︎"]
        {
            assert_eq!(lines(text), text);
        }
    }

    const EMOJI: [&str; 14] =
        ["🇺🇦", "👨‍👩‍👧", "👍🏽", "1️⃣", "❤️", "🤝", "🏳️‍🌈", "👩🏻‍⚕️", "☎️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🫶", "©️", "✊🏿", "*️⃣"];

    fn ukrainian() -> impl Strategy<Value = String> {
        let word = "[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ]{1,9}(['ʼ’`-][а-щьюяєіїґ]{1,6})?[.,!?:;»]?";
        let piece = prop_oneof![
            8 => word.prop_map(String::from),
            1 => "№?[0-9]{1,4}( грн| %)?".prop_map(String::from),
            1 => prop::sample::select(EMOJI.to_vec()).prop_map(String::from),
        ];
        let gap = prop::sample::select(vec![" ", " ", " ", " — ", "\n", "\n\n"]);
        prop::collection::vec((piece, gap), 1..30).prop_map(|parts| {
            let text: String = parts.iter().map(|(piece, gap)| format!("{piece}{gap}")).collect();
            text.trim_end().trim_end_matches('—').trim_end().to_owned()
        })
    }

    proptest! {
        #[test]
        fn ukrainian_comes_through_unchanged(text in ukrainian()) {
            prop_assert_eq!(lines(&text), text);
        }

        #[test]
        fn what_was_cleaned_is_clean(typed in "[а-яіїй\u{300}-\u{30A}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{FE0F}👩👧🏴\u{E0061}-\u{E007F} \n]*|.*") {
            let once = lines(&typed);
            prop_assert_eq!(lines(&once), once.clone());
            let one = line(&typed);
            prop_assert_eq!(line(&one), one.clone());
            let tricks = ['\u{202E}', '\u{2066}', '\u{200B}', '\u{200E}', '\u{3164}', '\r'];
            prop_assert!(!once.contains(tricks) && !once.contains("\n\n\n\n"));
        }
    }
}
