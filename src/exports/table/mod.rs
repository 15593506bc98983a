//! A table of cells, whatever file it becomes. Words of people are words in every one of them, never a formula.

pub mod csv;
pub mod xlsx;

use jiff::civil::DateTime;

/// A table with a heading over each column.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub title: String,
    pub columns: Vec<Column>,
    /// Each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    /// In letters.
    pub width: u16,
}

/// What stands in one place.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Number(i64),
    /// Somebody's words, or ours.
    Text(String),
    /// As clocks in Kyiv show it.
    Time(DateTime),
    /// An address that we made.
    Link(String),
}

#[cfg(test)]
mod tests;
