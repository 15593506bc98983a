//! Files as people have them.

use rust_xlsxwriter::{Formula, Workbook};

use super::*;

fn cells(sheet: &Sheet) -> Vec<(u32, Vec<&str>)> {
    sheet
        .rows
        .iter()
        .map(|row| (row.number, row.cells.iter().map(|cell| cell.as_deref().unwrap_or("(none)")).collect()))
        .collect()
}

#[test]
fn a_table_is_read_in_whatever_encoding() {
    let text = "Ідея;Хто\r\n\"Ґанок; їжак\";Є\r\n\r\nМіст;Ї\r\n";
    let expected = vec![(1, vec!["Ідея", "Хто"]), (2, vec!["Ґанок; їжак", "Є"]), (4, vec!["Міст", "Ї"])];
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let (windows, _, odd) = encoding_rs::WINDOWS_1251.encode(text);
    assert!(!odd);
    for (name, bytes) in [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        ("UTF-16LE", little.clone()),
        ("UTF-16LE with a mark", [b"\xFF\xFE".to_vec(), little].concat()),
        ("UTF-16BE", big.clone()),
        ("UTF-16BE with a mark", [b"\xFE\xFF".to_vec(), big].concat()),
        ("Windows-1251", windows.to_vec()),
    ] {
        let sheet = read(&bytes).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(cells(&sheet), expected, "{name}");
    }
}

#[test]
fn a_workbook_is_read_with_its_stored_values() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Порожній").expect("named");
    let sheet = book.add_worksheet();
    sheet.set_name("Ідеї").expect("named");
    for (row, text) in [(0, "Ідея"), (2, "=1+1|cmd"), (4, "Міст\nчерез річку")] {
        sheet.write_string(row, 1, text).expect("written");
    }
    sheet.write_number(2, 2, 2.5).expect("written");
    sheet.write_formula(5, 1, Formula::new("=A1&\"!\"").set_result("Готове")).expect("written");
    sheet.write_formula(7, 1, Formula::new("=1/0").set_result("#DIV/0!")).expect("written");
    let bytes = book.save_to_buffer().expect("a workbook");
    let sheet = read(&bytes).expect("reads");
    assert_eq!(sheet.name.as_deref(), Some("Ідеї"), "the first that is not empty");
    let expected = vec![
        (1, vec!["", "Ідея"]),
        (3, vec!["", "=1+1|cmd", "2.5"]),
        (5, vec!["", "Міст\nчерез річку"]),
        (6, vec!["", "Готове"]),
        (8, vec!["", "(none)"]),
    ];
    assert_eq!(cells(&sheet), expected);
}

#[test]
fn what_is_no_table_is_told_apart() {
    let zip = |name: &str, size: usize| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        std::io::Write::write_all(&mut zip, &vec![b' '; size]).expect("written");
        zip.finish().expect("ended").into_inner()
    };
    for (bytes, trouble) in [
        (Vec::new(), Trouble::Empty),
        (b" \r\n;;\r\n".to_vec(), Trouble::Empty),
        (vec![b'a'; MOST_BYTES as usize + 1], Trouble::TooLarge),
        (b"%PDF-1.4 plan\nplan".to_vec(), Trouble::NoTable),
        (vec![0x89, b'P', b'N', b'G', 0, 1, 2, 3, 0, 0, 9, 9], Trouble::NoTable),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), Trouble::OldOrLocked),
        (b"PK\x03\x04 and no more".to_vec(), Trouble::NoTable),
        (zip("readme.txt", 5), Trouble::NoTable),
        (zip("xl/workbook.xml", 5), Trouble::Broken),
        (zip("xl/workbook.xml", 60_000_000), Trouble::Swollen),
        ("ідея\n".repeat(MOST_ROWS + 2).into_bytes(), Trouble::TooManyRows),
    ] {
        assert_eq!(read(&bytes).err(), Some(trouble), "{} bytes", bytes.len());
    }
    assert!(zip("xl/workbook.xml", 60_000_000).len() < 100_000, "a bomb is small");
}
