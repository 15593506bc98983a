//! Workbooks. What is packed in one is unpacked here first, as far as bounds allow, and only what is needed is handed to
//! the reader: so nothing it does can grow beyond that, whatever the file claims of itself.

use std::io::{Cursor, Read, Write};

use calamine::{DataRef, Reader, Xlsx};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Filling, Sheet};
use crate::imports::Trouble;

/// How much the needed parts come to at most, unpacked, in bytes.
const MOST_UNPACKED: u64 = 40_000_000;
/// How many parts a workbook may have.
const MOST_PARTS: usize = 2_000;
/// How many sheets are looked through for one that is not empty.
const MOST_SHEETS: usize = 20;
/// How many cells are looked at, empty ones included.
const MOST_CELLS: u32 = 1_000_000;
/// What a part says of how many strings it has.
const SAID_COUNT: &str = "uniqueCount";
/// Parts that say nothing of what stands in cells.
const NOT_NEEDED: [&str; 9] = [
    "media",
    "drawings",
    "charts",
    "theme",
    "pivotTables",
    "pivotCache",
    "externalLinks",
    "embeddings",
    "ctrlProps",
];

/// The rows of the first sheet that is not empty.
pub fn read(bytes: &[u8]) -> Result<Sheet, Trouble> {
    let needed = needed(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(needed)).map_err(|_| Trouble::Broken)?;
    let names: Vec<String> = book.sheet_names().into_iter().take(MOST_SHEETS).collect();
    let several = names.len() > 1;
    let mut looked_at = 0;
    for name in names {
        let sheet = rows(&mut book, &name, &mut looked_at)?;
        if !sheet.rows.is_empty() {
            return Ok(Sheet { name: several.then(|| super::beginning(&name, 40).to_owned()), ..sheet });
        }
    }
    Ok(Sheet::default())
}

/// The parts that hold cells, packed anew.
fn needed(bytes: &[u8]) -> Result<Vec<u8>, Trouble> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Trouble::NoTable)?;
    if archive.len() > MOST_PARTS {
        return Err(Trouble::Swollen);
    }
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut kept = ZipWriter::new(Cursor::new(Vec::new()));
    let (mut left, mut is_workbook) = (MOST_UNPACKED, false);
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index(at) else { continue };
        let Ok(name) = part.name().map(String::from) else { continue };
        if !is_needed(&name) {
            continue;
        }
        is_workbook |= name.to_ascii_lowercase().contains("workbook");
        let mut unpacked = Vec::new();
        // What it says of its size is only said.
        part.take(left + 1).read_to_end(&mut unpacked).map_err(|_| Trouble::Broken)?;
        left = left.checked_sub(unpacked.len() as u64).ok_or(Trouble::Swollen)?;
        let unpacked = believed(unpacked)?;
        let written = kept.start_file(name, plain).map(|()| kept.write_all(&unpacked));
        written.map_err(|_| Trouble::Broken)?.map_err(|_| Trouble::Broken)?;
    }
    if !is_workbook {
        return Err(Trouble::NoTable);
    }
    kept.finish().map(Cursor::into_inner).map_err(|_| Trouble::Broken)
}

/// The reader sets memory aside for as many strings as a file says that it has: that is not said to it. Parts in other
/// encodings, where it could be said in other bytes, are no program's.
fn believed(part: Vec<u8>) -> Result<Vec<u8>, Trouble> {
    let text = String::from_utf8(part).map_err(|_| Trouble::Broken)?;
    if text.contains(|c: char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r')) {
        return Err(Trouble::Broken);
    }
    Ok(text.replace(SAID_COUNT, "said").into_bytes())
}

fn is_needed(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    (lower.ends_with(".xml") || lower.ends_with(".rels"))
        && !name.split(['/', '\\']).any(|folder| NOT_NEEDED.contains(&folder))
}

fn rows(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str, looked_at: &mut u32) -> Result<Sheet, Trouble> {
    // Sheets of charts have no cells.
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return Ok(Sheet::default()) };
    let mut filling = Filling::default();
    let mut last = 0;
    // Formulas of groups of cells are not worked out: a number in the file would say how much memory that takes.
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| Trouble::Broken)? {
        *looked_at += 1;
        if *looked_at > MOST_CELLS {
            return Err(Trouble::Swollen);
        }
        let (row, column) = cell.pos;
        // Every program writes rows in their order.
        if row < last {
            return Err(Trouble::Broken);
        }
        last = row;
        let text = match (said(&cell.value), cell.formula) {
            (Ok(text), None) => Some(text),
            (Ok(text), Some(_)) if !text.is_empty() => Some(text),
            _ => None,
        };
        filling.put(row.saturating_add(1), column as usize, text.as_deref())?;
    }
    Ok(filling.end(None))
}

/// A value as text; an error is none.
fn said(value: &DataRef<'_>) -> Result<String, ()> {
    Ok(match value {
        DataRef::Empty => String::new(),
        DataRef::Error(_) => return Err(()),
        DataRef::SharedString(text) => super::beginning(text, super::MOST_LETTERS).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
    })
}
