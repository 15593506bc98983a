//! Words as they can be drawn, and lines that fit a width.

use super::font::{Fonts, Style};

/// More letters than this fit nowhere on a picture; the rest is not even looked at.
const MOST_LETTERS: usize = 1000;

/// Leaves out what the letters lack (emoji with their joiners, marks, other scripts) and folds white space.
pub fn drawable(fonts: &Fonts, text: &str) -> String {
    drawable_up_to(fonts, text, MOST_LETTERS)
}

/// The same line by line, where there is room for all of it.
pub fn drawable_lines(fonts: &Fonts, text: &str) -> Vec<String> {
    text.lines().map(|line| drawable_up_to(fonts, line, usize::MAX)).collect()
}

fn drawable_up_to(fonts: &Fonts, text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut letters = 0;
    for c in text.chars() {
        if letters == most {
            break;
        }
        let blank_before = out.ends_with(is_blank);
        match c {
            '\u{306}' | '\u{308}' => mark_last(&mut out, c),
            c if is_blank(c) && blank_before => {}
            // These two hold words together.
            '\u{A0}' | '\u{202F}' => out.push('\u{A0}'),
            c if is_blank(c) => out.push(' '),
            c if fonts.has(c) => {
                letters += 1;
                out.push(c);
            }
            _ => {}
        }
    }
    out.trim().to_owned()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

/// Makes one letter of two, as some phones send й and ї; a mark without such a letter is left out.
fn mark_last(text: &mut String, mark: char) {
    let joined = match (text.chars().next_back(), mark) {
        (Some('и'), '\u{306}') => 'й',
        (Some('И'), '\u{306}') => 'Й',
        (Some('у'), '\u{306}') => 'ў',
        (Some('У'), '\u{306}') => 'Ў',
        (Some('і'), '\u{308}') => 'ї',
        (Some('І'), '\u{308}') => 'Ї',
        (Some('е'), '\u{308}') => 'ё',
        (Some('Е'), '\u{308}') => 'Ё',
        _ => return,
    };
    text.pop();
    text.push(joined);
}

/// Breaks words into at most `most` lines, none wider than `width`; what is too long ends with an ellipsis.
///
/// A word wider than a line is broken inside.
pub fn wrap(fonts: &Fonts, text: &str, style: Style, width: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() && lines.len() < most {
        let end = line_end(fonts, rest, style, width);
        lines.push(rest[..end].trim_end().to_owned());
        rest = rest[end..].trim_start();
    }
    if let Some(last) = lines.last_mut().filter(|_| !rest.is_empty()) {
        *last = shortened(fonts, last, style, width);
    }
    lines
}

/// The words on one line, if need be shortened.
pub fn one_line(fonts: &Fonts, text: &str, style: Style, width: f32) -> String {
    if fonts.width(text, style) <= width { text.to_owned() } else { shortened(fonts, text, style, width) }
}

/// Where the first line of a text ends: after its last word that fits, or inside its first.
fn line_end(fonts: &Fonts, text: &str, style: Style, width: f32) -> usize {
    let fits = fonts.fitting(text, style, width);
    if fits == text.len() || text[fits..].starts_with(' ') {
        return fits;
    }
    let first = text.chars().next().map_or(0, char::len_utf8);
    text[..fits].rfind(' ').or_else(|| after_hyphen(&text[..fits])).unwrap_or(fits).max(first)
}

/// Behind the last hyphen or slash that has something on both sides.
fn after_hyphen(text: &str) -> Option<usize> {
    let at = text.rfind(['-', '/', '–'])?;
    let next = at + text[at..].chars().next().map_or(0, char::len_utf8);
    (at > 0 && next < text.len()).then_some(next)
}

/// As much as fits together with an ellipsis.
fn shortened(fonts: &Fonts, text: &str, style: Style, width: f32) -> String {
    let room = width - fonts.width("…", style);
    let kept = text[..fonts.fitting(text, style, room)].trim_end();
    // The pair of the last letter and the ellipsis may stand a hair wider than the two alone.
    let mut kept = kept.trim_end_matches([',', ';', ':', '.', '-']).to_owned();
    while !kept.is_empty() && fonts.width(&format!("{kept}…"), style) > width {
        kept.pop();
    }
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const STYLE: Style = Style { size: 38.0, leading: 48.0, bold: false };

    #[test]
    fn emoji_leave_no_trace() {
        let fonts = Fonts::load();
        assert_eq!(drawable(&fonts, "Школи 👩‍👩‍👧 і ❤️ укриття 🇺🇦"), "Школи і укриття");
        assert_eq!(drawable(&fonts, &"👍🏽".repeat(4096)), "");
    }

    #[test]
    fn what_turns_text_around_or_hides_in_it_is_left_out() {
        let fonts = Fonts::load();
        assert_eq!(drawable(&fonts, "\u{202E}До\u{200B}рога\u{2066}\u{FEFF}\u{AD}"), "Дорога");
        assert_eq!(drawable(&fonts, &format!("а{}б", "\u{301}".repeat(500))), "аб");
        assert_eq!(drawable(&fonts, "a\n\n\t b\r\n"), "a b");
    }

    #[test]
    fn letters_sent_in_two_parts_become_one() {
        let fonts = Fonts::load();
        assert_eq!(drawable(&fonts, "І\u{308}жаки\u{306} і\u{308}дять\u{306}"), "Їжакй їдять");
    }

    #[test]
    fn words_wrap_and_a_long_word_breaks() {
        let fonts = Fonts::load();
        let lines = wrap(&fonts, "Відновлення доріг і транспортного сполучення", STYLE, 500.0, 5);
        assert_eq!(lines, ["Відновлення доріг і", "транспортного", "сполучення"]);
        let lines = wrap(&fonts, &"Щ".repeat(100), STYLE, 500.0, 20);
        assert!(lines.len() > 5);
        assert_eq!(lines.concat(), "Щ".repeat(100));
        let lines = wrap(&fonts, "транспортно-логістичного-вузла", STYLE, 500.0, 5);
        assert_eq!(lines[0], "транспортно-");
    }

    #[test]
    fn the_last_line_says_that_there_was_more() {
        let fonts = Fonts::load();
        let lines = wrap(&fonts, "Відновлення доріг і транспортного сполучення", STYLE, 500.0, 2);
        assert_eq!(lines, ["Відновлення доріг і", "транспортного…"]);
        assert_eq!(one_line(&fonts, "Громадськість", STYLE, 150.0), "Грома…");
        assert_eq!(one_line(&fonts, "Влада", STYLE, 150.0), "Влада");
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof!["\\PC*", ".{0,200}", "[а-яґєіїА-ЯҐЄІЇ ’-]{0,200}", "[Щ👍 \u{200D}\u{FE0F}]{0,100}"]
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_box(
            text in text(), width in 60f32..1000.0, most in 1usize..6, bold: bool,
        ) {
            let fonts = Fonts::load();
            let style = STYLE.weight(bold);
            let text = drawable(&fonts, &text);
            let lines = wrap(&fonts, &text, style, width, most);
            prop_assert!(lines.len() <= most);
            for line in &lines {
                prop_assert!(fonts.width(line, style) <= width, "{line}");
            }
            prop_assert!(fonts.width(&one_line(&fonts, &text, style, width), style) <= width);
        }

        #[test]
        fn nothing_is_lost_between_lines(text in text(), width in 60f32..1000.0) {
            let fonts = Fonts::load();
            let text = drawable(&fonts, &text);
            let solid = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(solid(&wrap(&fonts, &text, STYLE, width, usize::MAX).concat()), solid(&text));
        }

        #[test]
        fn what_can_be_drawn_stays_as_it_is(text in text()) {
            let fonts = Fonts::load();
            let once = drawable(&fonts, &text);
            prop_assert_eq!(&drawable(&fonts, &once), &once);
            prop_assert!(once.chars().all(|c| fonts.has(c)));
        }
    }
}
