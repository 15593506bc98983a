//! Words that stand in a CSV file, so that no spreadsheet runs them.
//!
//! A spreadsheet takes a cell that begins with one of `= + - @` for a formula, quoted or not; such words get an apostrophe in
//! front, as OWASP describes ("CSV injection"). Where lists are parted by semicolons, as in Ukraine, a program may
//! part our words too, at semicolons, tabs and line ends: behind each of these a cell can begin.

/// What formulas begin with. Wide signs count as the plain ones in some programs.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// At the very beginning these are dangerous, too.
const SPACES: [char; 3] = ['\t', '\r', '\n'];

/// The words, with an apostrophe wherever a spreadsheet could see a formula.
pub fn harmless(words: &str) -> String {
    let mut safe = String::with_capacity(words.len() + 1);
    if words.starts_with(SPACES) {
        safe.push('\'');
    }
    let mut begins = true;
    for c in words.chars() {
        if begins && SIGNS.contains(&c) {
            safe.push('\'');
        }
        safe.push(c);
        // Blanks and quotes in front of a formula are dropped by some.
        begins = matches!(c, ';' | '\t' | '\r' | '\n') || (begins && matches!(c, ' ' | '\u{A0}' | '"'));
    }
    safe
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_are_disarmed_wherever_a_cell_may_begin() {
        for (words, safe) in [
            ("Міст і школа: 2+2=4", "Міст і школа: 2+2=4"),
            ("=1+1", "'=1+1"),
            ("привіт\n=1+1\nкінець", "привіт\n'=1+1\nкінець"),
            ("x;=A1; -5", "x;'=A1; '-5"),
            ("так;\"=A1", "так;\"'=A1"),
            ("\t=1", "'\t'=1"),
        ] {
            assert_eq!(harmless(words), safe);
        }
    }

    proptest! {
        #[test]
        fn however_a_program_parts_them_no_cell_is_a_formula(words in r#"[=+@;\t\r\n "а1-]{0,24}"#) {
            for cell in harmless(&words).split(['\n', '\r', ';', '\t']) {
                let cell = cell.trim_start_matches([' ', '"']);
                prop_assert!(!cell.starts_with(SIGNS), "{cell:?} of {words:?}");
            }
        }

        #[test]
        fn nothing_else_changes(words in any::<String>()) {
            prop_assert_eq!(harmless(&words).replace('\'', ""), words.replace('\'', ""));
        }
    }
}
