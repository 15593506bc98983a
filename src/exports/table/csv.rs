//! A table as CSV: UTF-8 with a byte order mark, by which Excel knows it, and lines that end as RFC 4180 wants.
//!
//! Words are made harmless for spreadsheets ([`crate::text::spreadsheet`]); numbers of ours are.

use anyhow::{Context, Result};
use csv::{Terminator, WriterBuilder};

use super::{Cell, Table};
use crate::text::spreadsheet::harmless;

/// Says in front of a text that it is UTF-8.
const MARK: &str = "\u{FEFF}";

/// The bytes of the file.
///
/// # Errors
///
/// If the rows are not all as long as the headings.
pub fn write(table: &Table) -> Result<Vec<u8>> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(MARK.as_bytes().to_vec());
    writer
        .write_record(table.columns.iter().map(|column| harmless(&column.heading)))
        .context("Write headings")?;
    for row in &table.rows {
        writer.write_record(row.iter().map(field)).context("Write a row")?;
    }
    writer.into_inner().context("End a table")
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(words) => harmless(words),
        Cell::Time(time) => time.strftime("%Y-%m-%d %H:%M").to_string(),
        Cell::Link(address) => address.clone(),
    }
}
