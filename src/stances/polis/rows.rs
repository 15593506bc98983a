//! Rows of a CSV file, one at a time and none longer than a bound: a broken file costs a refusal, not the memory.

use std::io::{self, Read};

use csv::{ByteRecord, ErrorKind, Reader, ReaderBuilder};

use super::Unreadable;

/// The longest row, in bytes. An unclosed quote makes one row of the rest of a file.
const MOST_ROW: usize = 1 << 20;
/// How much is read at once; a row's bytes are counted by these.
const BUFFER: usize = 1 << 16;
/// How much of a wrong cell a refusal shows.
const MOST_SHOWN: usize = 40;

/// A file of rows under a header.
pub struct Rows<R> {
    file: &'static str,
    reader: Reader<Bounded<R>>,
    row: ByteRecord,
    names: Vec<String>,
}

impl<R: Read> Rows<R> {
    /// Reads the header. Only a ragged file may have rows of different lengths.
    pub fn open(file: &'static str, input: R, ragged: bool) -> Result<Self, Unreadable> {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(ragged)
            .buffer_capacity(BUFFER)
            .from_reader(Bounded { input, left: 0 });
        let mut rows = Self { file, reader, row: ByteRecord::new(), names: Vec::new() };
        if !rows.advance()? {
            return Err(Unreadable::new(file, 1, "empty: there is no header"));
        }
        rows.names = rows.row.iter().map(|name| text(name).trim().to_lowercase()).collect();
        Ok(rows)
    }

    /// The names of the columns.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Where a column is that must be there.
    pub fn column(&self, name: &str) -> Result<usize, Unreadable> {
        self.optional(name).ok_or_else(|| Unreadable::new(self.file, 1, format!("no column \"{name}\"")))
    }

    /// Where a column is that may be there.
    pub fn optional(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|other| other == name)
    }

    /// The next row; None at the end.
    pub fn next(&mut self) -> Result<Option<Row<'_>>, Unreadable> {
        let found = self.advance()?;
        Ok(found.then_some(Row { file: self.file, cells: &self.row }))
    }

    fn advance(&mut self) -> Result<bool, Unreadable> {
        let line = self.reader.position().line();
        self.reader.get_mut().left = MOST_ROW;
        self.reader.read_byte_record(&mut self.row).map_err(|error| unreadable(self.file, line, &error))
    }
}

/// Why a row that starts on this line, if the error knows none better, cannot be read.
fn unreadable(file: &str, line: u64, error: &csv::Error) -> Unreadable {
    let line = error.position().map_or(line, csv::Position::line);
    let reason = match error.kind() {
        ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} cells where the header has {expected_len}")
        }
        ErrorKind::Io(error) => error.to_string(),
        _ => "not readable as CSV".to_owned(),
    };
    Unreadable::new(file, line, reason)
}

/// One row.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    file: &'static str,
    cells: &'a ByteRecord,
}

impl<'a> Row<'a> {
    /// A cell without the spaces around it; empty where the row is too short.
    pub fn cell(&self, column: usize) -> &'a [u8] {
        self.cells.get(column).unwrap_or_default().trim_ascii()
    }

    /// The number of a person or a statement.
    pub fn id(&self, column: usize, what: &str) -> Result<u64, Unreadable> {
        whole(self.cell(column)).and_then(|number| u64::try_from(number).ok()).ok_or_else(|| {
            self.unreadable(format!("{what} should be a whole number, not {}", self.shown(column)))
        })
    }

    /// Milliseconds or seconds; the same for the whole file.
    pub fn time(&self, column: usize) -> Result<i64, Unreadable> {
        whole(self.cell(column)).ok_or_else(|| {
            self.unreadable(format!("timestamp should be a whole number, not {}", self.shown(column)))
        })
    }

    /// 1, 0 or -1.
    pub fn vote(&self, column: usize) -> Result<i8, Unreadable> {
        match self.cell(column) {
            b"1" => Ok(1),
            b"0" => Ok(0),
            b"-1" => Ok(-1),
            other => whole(other)
                .and_then(|number| i8::try_from(number).ok())
                .filter(|vote| (-1..=1).contains(vote))
                .ok_or_else(|| {
                    self.unreadable(format!("a vote should be -1, 0 or 1, not {}", self.shown(column)))
                }),
        }
    }

    /// A refusal of this row.
    pub fn unreadable(&self, reason: impl Into<String>) -> Unreadable {
        Unreadable::new(self.file, self.cells.position().map(csv::Position::line), reason)
    }

    fn shown(&self, column: usize) -> String {
        match self.cell(column) {
            [] => "empty".to_owned(),
            cell => format!("{:?}", text(&cell[..cell.len().min(MOST_SHOWN)])),
        }
    }
}

/// Words of a file, whatever their encoding.
pub fn text(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).into_owned()
}

/// A whole number, also as "3.0", as tables with empty cells come out of some tools.
pub fn whole(cell: &[u8]) -> Option<i64> {
    let cell = match cell.iter().position(|&byte| byte == b'.') {
        Some(dot) if cell[dot + 1..].iter().all(|&byte| byte == b'0') => &cell[..dot],
        Some(_) => return None,
        None => cell,
    };
    std::str::from_utf8(cell).ok()?.parse().ok()
}

/// Stops when one row took more than there is left. Leaves out carriage returns: csv counts a line that ends in one
/// before its line feed, and would say of every row below the first that it is one line above.
struct Bounded<R> {
    input: R,
    left: usize,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.input.read(buffer)?;
            let left = self.left.checked_sub(read);
            self.left =
                left.ok_or_else(|| io::Error::other("a row longer than 1 MiB: is a quote left open?"))?;
            let mut kept = 0;
            for at in 0..read {
                buffer[kept] = buffer[at];
                kept += usize::from(buffer[at] != b'\r');
            }
            // Nothing kept is not the end, unless nothing was read.
            if kept > 0 || read == 0 {
                return Ok(kept);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read_as_tools_write_them() {
        for (cell, number) in [
            ("12", Some(12)),
            ("-1", Some(-1)),
            ("3.0", Some(3)),
            ("3.", Some(3)),
            ("3.5", None),
            ("", None),
            (".0", None),
            ("NaN", None),
            ("1e3", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(whole(cell.as_bytes()), number, "{cell}");
        }
    }
}
