//! CSV as it is met: commas, semicolons or tabs between cells, quotes or none, any line ends. What stands between cells is
//! told by what makes rows of one length.
//!
//! Rows are taken apart here, as empty lines are rows to a spreadsheet, by which organizers find them, and a quote that
//! nobody closed must not swallow the rest.

use super::{Filling, MOST_COLUMNS, Sheet};
use crate::imports::Trouble;

/// What may stand between cells, the likelier first.
const BETWEEN: [char; 3] = [';', '\t', ','];
/// Stands nowhere: a line is a cell.
const NOTHING: char = '\u{1F}';
/// How many rows are looked at to tell which it is.
const LOOKED_AT: usize = 60;
/// How many of a hundred rows have to be equally long.
const ENOUGH: usize = 70;
/// What begins a formula: a file of ours puts an apostrophe in front.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The rows of a text.
pub fn read(text: &str) -> Result<Sheet, Trouble> {
    let (text, told) = without_told(text);
    let between = told.unwrap_or_else(|| found(text));
    let mut filling = Filling::default();
    for (number, cells) in (1u32..).zip(records(text, between)) {
        for (column, cell) in cells.iter().enumerate().take(MOST_COLUMNS) {
            let is_bare = cell.chars().all(|c| c.is_whitespace() || BETWEEN.contains(&c));
            filling.put(number, column, Some(if is_bare { "" } else { plain(cell) }))?;
        }
    }
    Ok(filling.end(None))
}

/// Excel's first line that tells what stands between cells ("sep=;").
fn without_told(text: &str) -> (&str, Option<char>) {
    let told = text.strip_prefix("sep=").and_then(|rest| {
        let between = rest.chars().next().filter(|between| BETWEEN.contains(between))?;
        let rest = rest[between.len_utf8()..].trim_start_matches('\r');
        rest.strip_prefix('\n').map(|rest| (rest, Some(between)))
    });
    told.unwrap_or((text, None))
}

/// What stands between cells: that which makes most rows equally long.
fn found(text: &str) -> char {
    let mut best = (NOTHING, 0);
    for between in BETWEEN.into_iter().filter(|between| !is_prose(text, *between)) {
        let full = records(text, between).filter(|cells| cells.iter().any(|cell| !cell.trim().is_empty()));
        let score = score(&full.take(LOOKED_AT).map(|cells| cells.len()).collect::<Vec<_>>());
        if score > best.1 {
            best = (between, score);
        }
    }
    best.0
}

/// How many of a hundred rows are as long as most; 0: they are of one cell, or too many are not.
fn score(lengths: &[usize]) -> usize {
    let count = |length: usize| lengths.iter().filter(|other| **other == length).count();
    let Some(usual) = lengths.iter().copied().max_by_key(|length| (count(*length), *length)) else {
        return 0;
    };
    let share = count(usual) * 100 / lengths.len();
    if usual < 2 || share < ENOUGH { 0 } else { share }
}

/// Commas of sentences have a space behind them.
fn is_prose(text: &str, between: char) -> bool {
    let pairs = text.as_bytes().windows(2).filter(|pair| pair[0] == b',');
    let (all, spaced) =
        pairs.fold((0, 0), |(all, spaced), pair| (all + 1, spaced + usize::from(pair[1] == b' ')));
    between == ',' && spaced * 2 > all
}

/// A cell as it was before it was made harmless for spreadsheets.
fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) => rest,
        _ => cell,
    }
}

/// All rows, empty ones too.
fn records(text: &str, between: char) -> Records<'_> {
    Records { rest: text, between, quotes: true }
}

struct Records<'a> {
    rest: &'a str,
    between: char,
    /// Quotes are quotes; once one was never closed, they are letters.
    quotes: bool,
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell());
            let mut chars = self.rest.chars();
            match chars.next() {
                Some(c) if c == self.between => self.rest = chars.as_str(),
                Some('\r') => {
                    let rest = chars.as_str();
                    self.rest = rest.strip_prefix('\n').unwrap_or(rest);
                    return Some(cells);
                }
                Some(_) => {
                    self.rest = chars.as_str();
                    return Some(cells);
                }
                None => return Some(cells),
            }
        }
    }
}

impl Records<'_> {
    /// The next cell; what ends it is left.
    fn cell(&mut self) -> String {
        let quoted = self.rest.strip_prefix('"').filter(|_| self.quotes).and_then(|inside| {
            let closed = unquoted(inside);
            self.quotes = closed.is_some();
            closed
        });
        let (mut cell, rest) = quoted.unwrap_or((String::new(), self.rest));
        let end = rest.find([self.between, '\r', '\n']).unwrap_or(rest.len());
        cell.push_str(&rest[..end]);
        self.rest = &rest[end..];
        cell
    }
}

/// What stands before the closing quote, and what follows it.
fn unquoted(inside: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = inside;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                cell.push('"');
                rest = after;
            }
            None => return Some((cell, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(text: &str, between: char) -> Vec<Vec<String>> {
        records(text, between).collect()
    }

    #[test]
    fn empty_lines_are_rows_and_an_open_quote_is_a_letter() {
        assert_eq!(
            all("а;б\r\n\r\n\"в;\n\"\"г\"\"\";д\re", ';'),
            [vec!["а", "б"], vec![""], vec!["в;\n\"г\"", "д"], vec!["e"]]
        );
        assert_eq!(all("\"Дім;1\nСвіт;2", ';'), [["\"Дім", "1"], ["Світ", "2"]]);
        assert_eq!(all("\"Дім\" для всіх;1\n", ';'), [["Дім для всіх", "1"]]);
        assert_eq!(all("", ';'), [] as [Vec<String>; 0]);
    }

    #[test]
    fn what_stands_between_cells_is_told_by_the_rows() {
        assert_eq!(found("Ідея;Хто\nДороги, школи;А\nСвітло, вода, тепло;Б"), ';');
        assert_eq!(found("Ідея,Хто\n\"Дороги, школи\",А\nСвітло,Б"), ',');
        assert_eq!(found("Ідея\tХто\nДороги\tА"), '\t');
        assert_eq!(found("Дороги, школи\nСвітло, тепло\nВода, повітря"), NOTHING);
        assert_eq!(found("Дороги\nШколи; лікарні\nВода"), NOTHING);
        assert_eq!(without_told("sep=,\r\nа,б"), ("а,б", Some(',')));
        assert_eq!(without_told("sep=ні"), ("sep=ні", None));
    }

    proptest! {
        /// Where quotes are closed, rows come apart as the library does it that writes our tables; it knows no empty lines.
        #[test]
        fn rows_come_apart_as_others_take_them_apart(
            cells in prop::collection::vec(prop::collection::vec("[а-я,;\"\n' ]{0,6}", 1..4), 0..6),
            between in prop::sample::select(vec![b';', b'\t', b',']),
        ) {
            let mut writer = csv::WriterBuilder::new().delimiter(between).flexible(true).from_writer(Vec::new());
            for row in &cells {
                writer.write_record(row).expect("written");
            }
            let text = String::from_utf8(writer.into_inner().expect("all")).expect("UTF-8");
            prop_assert_eq!(all(&text, char::from(between)), cells);
        }

        #[test]
        fn any_text_comes_apart(text in "[а;\"\r\n]{0,40}") {
            let letters = |text: &str| text.chars().filter(|c| *c == 'а').count();
            let found: usize = all(&text, ';').iter().flatten().map(|cell| letters(cell)).sum();
            prop_assert_eq!(found, letters(&text), "nothing is lost");
        }
    }
}
