//! What stands in which column: told by headings, where there are any, and otherwise by where the most is written.

use serde::{Deserialize, Serialize};

use super::sheet::{MOST_COLUMNS, Row, Sheet};
use crate::text::shorten;
use crate::ui::view::LABEL;

/// What headings are called, as people write them: a kind in each line, then its words.
const HEADINGS: &str = include_str!("headings.txt");
/// A heading is short.
const MOST_HEADING: usize = 60;
/// How many rows are looked at.
const LOOKED_AT: usize = 200;

/// Which column holds what, counted from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    pub words: usize,
    /// Whose words they are. They may not have agreed to be named, so names stay in the file.
    pub author: Option<usize>,
    pub direction: Option<usize>,
    pub tags: Option<usize>,
    /// The first row says what stands below.
    pub headed: bool,
}

impl Columns {
    /// The rows below the headings.
    pub fn body<'a>(&self, sheet: &'a Sheet) -> &'a [Row] {
        match &sheet.rows[..] {
            [_, rest @ ..] if self.headed => rest,
            all => all,
        }
    }

    /// Another column holds the words.
    #[must_use]
    pub fn with_words(self, column: usize) -> Self {
        let other = |known: Option<usize>| known.filter(|known| *known != column);
        Self {
            words: column,
            author: other(self.author),
            direction: other(self.direction),
            tags: other(self.tags),
            ..self
        }
    }
}

/// Everything about columns that is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    pub columns: Columns,
    /// What the sheet is called, where it is one of several.
    pub sheet: Option<String>,
    /// How many rows have anything in them, headings included.
    pub rows: usize,
    /// The beginnings of what stands in the first row, and below it.
    pub first: Vec<String>,
    pub below: Vec<String>,
}

impl Layout {
    /// What is shown of a sheet.
    pub fn of(sheet: &Sheet) -> Self {
        let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let beginning = |row: &Row, column| {
            let text = row.cell(column).unwrap_or_default();
            shorten(&text.split_whitespace().collect::<Vec<_>>().join(" "), LABEL)
        };
        let first = |column| sheet.rows.first().map_or_else(String::new, |row| beginning(row, column));
        let below = |column| {
            let full = sheet.rows.iter().skip(1).take(LOOKED_AT).map(|row| beginning(row, column));
            full.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
        };
        Self {
            columns: guess(sheet),
            sheet: sheet.name.clone(),
            rows: sheet.rows.len(),
            first: (0..width).map(first).collect(),
            below: (0..width).map(below).collect(),
        }
    }

    /// What a column is called: by its heading, or by what stands in it first.
    pub fn label(&self, column: usize) -> &str {
        let first = self.first.get(column).map_or("", String::as_str);
        let below = self.below.get(column).map_or("", String::as_str);
        if first.is_empty() { below } else { first }
    }

    /// How many rows there are below the headings.
    pub fn body(&self) -> usize {
        self.rows.saturating_sub(usize::from(self.columns.headed))
    }
}

/// A column as spreadsheets name it: A, B … Z, AA …
pub fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.into() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

/// What a heading tells of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Words,
    Author,
    Direction,
    Tags,
    Other,
}

impl Kind {
    fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "words" => Self::Words,
            "author" => Self::Author,
            "direction" => Self::Direction,
            "tags" => Self::Tags,
            "other" => Self::Other,
            _ => return None,
        })
    }
}

/// Guesses.
pub fn guess(sheet: &Sheet) -> Columns {
    let first: Vec<Option<&str>> = sheet
        .rows
        .first()
        .map_or_else(Vec::new, |row| (0..row.cells.len()).map(|column| row.cell(column)).collect());
    let kinds: Vec<Option<Kind>> =
        first.iter().map(|heading| heading.and_then(|heading| kind(heading, false))).collect();
    let exact: Vec<Option<Kind>> =
        first.iter().map(|heading| heading.and_then(|heading| kind(heading, true))).collect();
    let headed = exact.iter().any(Option::is_some) || kinds.iter().flatten().count() > 1;
    let find = |wanted: Kind| {
        let at = |kinds: &[Option<Kind>]| kinds.iter().position(|kind| *kind == Some(wanted));
        at(&exact).or_else(|| at(&kinds)).filter(|_| headed)
    };
    let mut columns = Columns { headed, ..Columns::default() };
    columns.words = find(Kind::Words).unwrap_or_else(|| fullest(columns.body(sheet), &kinds));
    let not_words = |column: &usize| *column != columns.words;
    Columns {
        author: find(Kind::Author).filter(not_words),
        direction: find(Kind::Direction).filter(not_words),
        tags: find(Kind::Tags).filter(not_words),
        ..columns
    }
}

/// What a heading is called; `exactly`: nothing else stands in it.
fn kind(heading: &str, exactly: bool) -> Option<Kind> {
    if heading.chars().count() > MOST_HEADING {
        return None;
    }
    let heading = heading.to_lowercase().replace(['\'', '`', 'ʼ', '‘'], "’");
    let words: Vec<&str> = match exactly {
        true => vec![heading.trim().trim_end_matches([':', '.'])],
        false => heading.split(|c: char| !c.is_alphanumeric() && c != '№' && c != '’').collect(),
    };
    HEADINGS.lines().find_map(|line| {
        let mut names = line.split(' ');
        let kind = Kind::of_name(names.next()?)?;
        names.any(|name| words.contains(&name)).then_some(kind)
    })
}

/// The column with the most letters, among those of which nothing else is known.
fn fullest(rows: &[Row], kinds: &[Option<Kind>]) -> usize {
    let mut letters = [0usize; MOST_COLUMNS];
    for row in rows.iter().take(LOOKED_AT) {
        for (column, cell) in row.cells.iter().enumerate().take(MOST_COLUMNS) {
            let known = kinds.get(column).is_some_and(Option::is_some);
            let text = cell.as_deref().unwrap_or_default();
            letters[column] += if known { 0 } else { text.chars().filter(|c| c.is_alphabetic()).count() };
        }
    }
    // The first of equal ones.
    let fullest = (0..MOST_COLUMNS).rev().max_by_key(|column| letters[*column]);
    fullest.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_spreadsheets() {
        assert_eq!([0, 25, 26, 51, 52].map(letters), ["A", "Z", "AA", "AZ", "BA"]);
    }

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let rows = (1u32..).zip(rows).map(|(number, cells)| Row {
            number,
            cells: cells.iter().map(|cell| Some((*cell).to_owned())).collect(),
        });
        Sheet { name: None, rows: rows.collect() }
    }

    #[test]
    fn headings_tell_what_stands_below() {
        let found = guess(&sheet(&[
            &["№", "ПІБ", "Ідея:", "Напрямок", "Теги"],
            &["1", "Петро", "Міст", "Дороги", ""],
        ]));
        let expected = Columns { words: 2, author: Some(1), direction: Some(3), tags: Some(4), headed: true };
        assert_eq!(found, expected);
        let found = guess(&sheet(&[
            &["№", "Збір пропозицій", "Пропозиція", "Стан"],
            &["1", "Що далі?", "Міст", "є"],
        ]));
        assert_eq!((found.words, found.headed), (2, true), "a table of ours");
        let found = guess(&sheet(&[&["Позначка часу", "Ваше ім'я", "Ваша пропозиція"], &["1", "2", "3"]]));
        assert_eq!((found.words, found.author, found.headed), (2, Some(1), true), "an answer sheet");
    }

    #[test]
    fn without_headings_the_most_is_written_in_the_column_of_words() {
        let found = guess(&sheet(&[&["1", "Міст через річку", "Петро"], &["2", "Дорога до школи", "Марія"]]));
        assert_eq!(found, Columns { words: 1, ..Columns::default() });
        assert_eq!(guess(&sheet(&[&["Міст"]])), Columns::default());
        assert_eq!(guess(&Sheet::default()), Columns::default());
        let found = guess(&sheet(&[&[
            "Текст пропозиції, яку варто втілити, бо вона потрібна всім у громаді, без винятку",
        ]]));
        assert!(!found.headed, "a sentence is no heading");
    }
}
