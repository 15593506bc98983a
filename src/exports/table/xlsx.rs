//! A table as a workbook for Excel and its like: headings that stay in sight, words that wrap, numbers and moments that
//! can be sorted. Words are written as string cells, which no program takes for a formula.

use anyhow::{Context, Result};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use super::{Cell, Table};

/// Excel takes no more links on a sheet; further ones are plain words.
const MOST_LINKS: u32 = 65_000;

struct Formats {
    heading: Format,
    words: Format,
    number: Format,
    time: Format,
}

/// The bytes of the file.
///
/// # Errors
///
/// If there are more rows than a sheet holds.
pub fn write(table: &Table) -> Result<Vec<u8>> {
    let top = Format::new().set_align(FormatAlign::Top);
    let formats = Formats {
        heading: Format::new().set_bold().set_text_wrap().set_background_color(0xE6_EA_EF),
        words: top.clone().set_text_wrap(),
        number: top.clone(),
        time: top.set_num_format("yyyy-mm-dd hh:mm"),
    };
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(&table.title).context("Name a sheet")?;
    for (at, column) in (0u16..).zip(&table.columns) {
        sheet.set_column_width(at, column.width).context("Size a column")?;
        sheet.write_string_with_format(0, at, &column.heading, &formats.heading).context("Write headings")?;
    }
    sheet.set_freeze_panes(1, 0).context("Keep headings in sight")?;
    for (at, row) in (1u32..).zip(&table.rows) {
        for (column, cell) in (0u16..).zip(row) {
            put(sheet, (at, column), cell, &formats).context("Write a cell")?;
        }
    }
    let last = u32::try_from(table.rows.len()).context("Count rows")?;
    let width = u16::try_from(table.columns.len().saturating_sub(1)).context("Count columns")?;
    sheet.autofilter(0, 0, last, width).context("Let rows be chosen")?;
    book.save_to_buffer().context("End a workbook")
}

fn put(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, formats: &Formats) -> Result<()> {
    match cell {
        Cell::Empty => {}
        Cell::Number(number) => {
            // Larger ones would lose their last digits, and there are none.
            sheet.write_number_with_format(row, column, *number as f64, &formats.number)?;
        }
        Cell::Text(words) => {
            sheet.write_string_with_format(row, column, words, &formats.words)?;
        }
        Cell::Time(time) => {
            let (year, month, day) = (time.year().unsigned_abs(), time.month(), time.day());
            let then = ExcelDateTime::from_ymd(year, month.unsigned_abs(), day.unsigned_abs())?.and_hms(
                u16::from(time.hour().unsigned_abs()),
                time.minute().unsigned_abs(),
                0,
            )?;
            sheet.write_datetime_with_format(row, column, &then, &formats.time)?;
        }
        Cell::Link(address) if row <= MOST_LINKS => {
            sheet.write_url_with_text(row, column, address.as_str(), address)?;
        }
        Cell::Link(address) => {
            sheet.write_string(row, column, address)?;
        }
    }
    Ok(())
}
