//! From the bytes of a file to rows of text, within bounds: how large it may be, also unpacked, and how much is kept of it.
//! Whatever the bytes are, this ends soon, and in rows or in a [`Trouble`].
//!
//! Nothing is ever worked out: a formula is the value that was stored with it, as text, or none.

mod delimited;
mod encoding;
mod xlsx;

use serde::{Deserialize, Serialize};

use super::{MOST_BYTES, MOST_ROWS, Trouble};

/// How many cells of a row are kept.
pub const MOST_COLUMNS: usize = 40;
/// How much of a cell is kept, in letters; far more than a proposal may have.
pub const MOST_LETTERS: usize = 5_000;
/// How much text is kept in all, in bytes.
const MOST_TEXT: usize = 12_000_000;

/// What stands in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// What it is called, where it is one of several.
    pub name: Option<String>,
    /// Those with anything in them.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// As spreadsheets count, from 1.
    pub number: u32,
    /// None: there is something without a value.
    pub cells: Vec<Option<String>>,
}

impl Row {
    /// What stands there; empty beyond the end of the row.
    pub fn cell(&self, column: usize) -> Option<&str> {
        self.cells.get(column).map_or(Some(""), Option::as_deref)
    }
}

/// Reads a file, whatever its name.
///
/// # Errors
///
/// Why it cannot be read, for the organizer.
pub fn read(bytes: &[u8]) -> Result<Sheet, Trouble> {
    if bytes.len() > MOST_BYTES as usize {
        return Err(Trouble::TooLarge);
    }
    let sheet = match bytes {
        [] => return Err(Trouble::Empty),
        [b'P', b'K', 3, 4, ..] => {
            // A library for trusted files may stumble over others.
            std::panic::catch_unwind(|| xlsx::read(bytes)).unwrap_or(Err(Trouble::Broken))?
        }
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(Trouble::OldOrLocked),
        _ => delimited::read(&encoding::decode(bytes).ok_or(Trouble::NoTable)?)?,
    };
    if sheet.rows.is_empty() { Err(Trouble::Empty) } else { Ok(sheet) }
}

/// Rows as they are found, within bounds.
#[derive(Debug, Default)]
struct Filling {
    rows: Vec<Row>,
    /// Bytes kept.
    text: usize,
}

impl Filling {
    /// Adds a cell; rows come in their order, and columns in theirs.
    fn put(&mut self, number: u32, column: usize, text: Option<&str>) -> Result<(), Trouble> {
        if column >= MOST_COLUMNS || text.is_some_and(|text| text.trim().is_empty()) {
            return Ok(());
        }
        let text = text.map(|text| beginning(text.trim(), MOST_LETTERS));
        self.text += text.map_or(0, str::len);
        if self.text > MOST_TEXT {
            return Err(Trouble::Swollen);
        }
        if self.rows.last().is_none_or(|row| row.number != number) {
            if self.rows.len() == MOST_ROWS + 1 {
                return Err(Trouble::TooManyRows);
            }
            self.rows.push(Row { number, cells: Vec::new() });
        }
        let Some(row) = self.rows.last_mut() else { return Ok(()) };
        if row.cells.len() <= column {
            row.cells.resize(column + 1, Some(String::new()));
        }
        row.cells[column] = text.map(str::to_owned);
        Ok(())
    }

    /// One row more than that may be headings.
    fn end(self, name: Option<String>) -> Sheet {
        Sheet { name, rows: self.rows }
    }
}

fn beginning(text: &str, letters: usize) -> &str {
    text.char_indices().nth(letters).map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests;
