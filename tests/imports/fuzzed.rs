//! Whatever the bytes are: reading ends in rows within bounds, or in a reason, and never in a panic. The corpus beside
//! holds files as people have them, and some that want to do harm.

use merezha::imports::sheet::{self, Sheet};
use merezha::imports::{MOST_ROWS, columns};
use proptest::prelude::*;

use super::workbook;

/// What holds for whatever was read.
fn check(sheet: &Sheet) {
    assert!(!sheet.rows.is_empty() && sheet.rows.len() <= MOST_ROWS + 1);
    assert!(sheet.rows.is_sorted_by(|one, two| one.number < two.number), "each row once, in order");
    for row in &sheet.rows {
        assert!(row.cells.len() <= sheet::MOST_COLUMNS);
        assert!(row.cells.iter().flatten().all(|cell| cell.chars().count() <= sheet::MOST_LETTERS));
        assert!(row.cells.iter().any(|cell| cell.as_deref() != Some("")), "no row is empty");
    }
    let guessed = columns::guess(sheet);
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    assert!(guessed.words < width.max(1), "{guessed:?} of {width}");
    let layout = columns::Layout::of(sheet);
    assert_eq!((layout.first.len(), layout.rows), (width, sheet.rows.len()));
}

fn read(bytes: &[u8]) -> bool {
    let read = sheet::read(bytes);
    if let Ok(sheet) = &read {
        check(sheet);
    }
    read.is_ok()
}

/// A change to bytes: some are put in, taken away, turned over or doubled.
#[derive(Debug, Clone)]
enum Change {
    Put(usize, Vec<u8>),
    Cut(usize, usize),
    Flip(usize, u8),
    Double(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<usize>(), prop::collection::vec(any::<u8>(), 1..9))
            .prop_map(|(at, bytes)| Change::Put(at, bytes)),
        (any::<usize>(), 1usize..40).prop_map(|(at, length)| Change::Cut(at, length)),
        (any::<usize>(), any::<u8>()).prop_map(|(at, by)| Change::Flip(at, by)),
        (any::<usize>(), 1usize..40).prop_map(|(at, length)| Change::Double(at, length)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        if bytes.is_empty() {
            return bytes;
        }
        let place = |at: usize| at % bytes.len();
        match change {
            Change::Put(at, more) => {
                let at = place(*at);
                bytes.splice(at..at, more.iter().copied());
            }
            Change::Cut(at, length) => {
                let at = place(*at);
                let end = (at + length).min(bytes.len());
                bytes.drain(at..end);
            }
            Change::Flip(at, by) => {
                let at = place(*at);
                bytes[at] ^= by;
            }
            Change::Double(at, length) => {
                let at = place(*at);
                let more = bytes[at..(at + length).min(bytes.len())].to_vec();
                bytes.splice(at..at, more);
            }
        }
    }
    bytes
}

const CSV: &str =
    "№;ПІБ;\"Ідея; головна\"\r\n1;Петро;\"Міст \"\"через\"\" річку\"\r\n\r\n2;Марія;Дорога\n3;;=cmd|1\r";

/// The parts of a small workbook, to be changed before they are packed.
fn unpacked() -> Vec<(String, Vec<u8>)> {
    let bytes = workbook(&[&["Ідея", "Хто"], &["Міст", "Петро"], &["=1+1", ""], &["Дорога", "Марія"]]);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("opens");
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut part, &mut bytes).expect("unpacks");
            (part.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("begun");
        std::io::Write::write_all(&mut zip, bytes).expect("written");
    }
    zip.finish().expect("ended").into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read(&bytes);
    }

    #[test]
    fn bytes_that_begin_like_a_workbook_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read(&[b"PK\x03\x04".to_vec(), bytes].concat());
    }

    #[test]
    fn a_changed_table_is_read_or_refused(
        wide in any::<bool>(), changes in prop::collection::vec(change(), 1..12),
    ) {
        let bytes = match wide {
            true => CSV.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            false => CSV.as_bytes().to_vec(),
        };
        read(&changed(bytes, &changes));
    }

    #[test]
    fn a_changed_workbook_is_read_or_refused(changes in prop::collection::vec(change(), 1..6)) {
        read(&changed(packed(&unpacked()), &changes));
    }

    #[test]
    fn a_workbook_of_changed_parts_is_read_or_refused(
        at in any::<usize>(), changes in prop::collection::vec(change(), 1..6),
    ) {
        let mut parts = unpacked();
        let at = at % parts.len();
        parts[at].1 = changed(std::mem::take(&mut parts[at].1), &changes);
        read(&packed(&parts));
    }

    /// What stands in numbers of the file is not believed.
    #[test]
    fn numbers_of_any_size_do_no_harm(number: u64, signed: i64) {
        let mut parts = unpacked();
        for (_, bytes) in &mut parts {
            let text = String::from_utf8(std::mem::take(bytes)).expect("XML");
            let text = text
                .replace("<c r=\"A2\"", &format!("<c r=\"XFD{number}\""))
                .replace("uniqueCount=\"", &format!("uniqueCount=\"{signed}"))
                .replace("<dimension ref=\"A1:B4\"", &format!("<dimension ref=\"A1:XFD{number}\""))
                .replace("<v>1</v>", &format!("<f t=\"shared\" ref=\"A1:A9\" si=\"{number}\">A1</f><v>{number}</v>"));
            *bytes = text.into_bytes();
        }
        read(&packed(&parts));
    }
}

#[test]
fn an_unchanged_workbook_is_read() {
    assert!(read(&packed(&unpacked())) && read(CSV.as_bytes()));
}

/// What each file of the corpus comes to: how many rows, and what stands first in the column of words.
#[test]
fn the_corpus_is_read_as_before() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/imports");
    let mut names: Vec<_> =
        std::fs::read_dir(folder).expect("the corpus").map(|e| e.expect("a file").path()).collect();
    names.sort();
    let lines =
        names.iter().filter(|path| path.extension().is_some_and(|ending| ending != "md")).map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            match sheet::read(&std::fs::read(path).expect("its bytes")) {
                Err(why) => format!("{name}: {why:?}"),
                Ok(sheet) => {
                    check(&sheet);
                    let columns = columns::guess(&sheet);
                    let first = columns.body(&sheet).first();
                    let first = first.and_then(|row| row.cell(columns.words)).unwrap_or("-").to_owned();
                    format!("{name}: {} rows, headed {}, {first}", sheet.rows.len(), columns.headed)
                }
            }
        });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r#"
    answers-of-a-form.csv: 3 rows, headed true, Міст, і дорога
    entities.xlsx: Broken
    excel-uk-windows-1251.csv: 4 rows, headed true, Міст через річку
    excel-utf8-bom.csv: 4 rows, headed true, Міст через річку
    far-corner.xlsx: 2 rows, headed false, Міст
    formulas.csv: 4 rows, headed true, =cmd|' /C calc'!A0
    google-comma.csv: 4 rows, headed true, Міст через річку
    half-utf8.csv: 2 rows, headed false, Ідея;Хто;Напрям
    inline.xlsx: 3 rows, headed true, Міст
    nested.xlsx: NoTable
    no-headings.csv: 3 rows, headed false, Міст через річку
    not-text.csv: NoTable
    old-mac.csv: 4 rows, headed true, Міст через річку
    one-string-many-times.xlsx: Swollen
    open-quote.csv: 3 rows, headed true, "Міст
    picture-bomb-is-not-unpacked.xlsx: 1 rows, headed false, Міст
    rows-out-of-order.xlsx: Broken
    sep-line.csv: 4 rows, headed true, Міст через річку
    shared-formula-index.xlsx: 2 rows, headed false, Міст
    unicode-text-utf16.txt.csv: 4 rows, headed true, Міст через річку
    zip-bomb.xlsx: Swollen
    "#);
}
