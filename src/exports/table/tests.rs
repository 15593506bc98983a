//! Tables as other programs read them.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use jiff::civil::date;

use super::*;

/// What spreadsheets would run, and what breaks formats.
const HOSTILE: [&str; 12] = [
    "=1+1",
    "+380501234567",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=HYPERLINK(\"http://evil.example\";\"тут\")",
    "зі \"лапками\", комами;\nі рядками",
    "\u{202E}перевернуто \u{1}\u{7}",
    "<b>&amp;</b> ]]>",
    "_x0041_",
    "👩‍👩‍👧",
];

fn table(words: &[&str]) -> Table {
    let columns = ["№", "Пропозиція", "Подано", "Посилання"]
        .map(|heading| Column { heading: heading.into(), width: 12 })
        .into();
    let rows = (1..).zip(words).map(|(number, words)| {
        vec![
            Cell::Number(number),
            Cell::Text((*words).to_owned()),
            Cell::Time(date(2025, 2, 5).at(18, 30, 0, 0)),
            Cell::Link(format!("https://t.me/merezha_bot?start=proposal-{number}")),
        ]
    });
    Table { title: "Пропозиції".into(), columns, rows: rows.collect() }
}

#[test]
fn csv_is_read_back_and_holds_no_formula() {
    let bytes = csv::write(&table(&HOSTILE)).expect("written");
    assert!(bytes.starts_with("\u{FEFF}№,Пропозиція,Подано,Посилання\r\n".as_bytes()));
    let mut reader = ::csv::Reader::from_reader(&bytes[3..]);
    let rows: Vec<::csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), HOSTILE.len());
    for (row, words) in rows.iter().zip(HOSTILE) {
        assert!(!row[1].starts_with(['=', '+', '-', '@', '\t', '\r']), "{words:?}");
        assert_eq!(row[1].replace('\'', ""), words.replace('\'', ""));
        assert_eq!(&row[2], "2025-02-05 18:30");
    }
    assert_eq!(&rows[1][1], "'+380501234567");
    assert_eq!(&rows[11][1], "👩‍👩‍👧");
}

#[test]
fn a_workbook_is_read_back_and_holds_no_formula() {
    let long = "😀".repeat(1000);
    let words: Vec<&str> = HOSTILE.into_iter().chain([long.as_str()]).collect();
    let bytes = xlsx::write(&table(&words)).expect("written");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("another program opens it");
    let formulas = book.worksheet_formula("Пропозиції").expect("the sheet");
    assert!(formulas.is_empty(), "{formulas:?}");
    let sheet = book.worksheet_range("Пропозиції").expect("the sheet");
    assert_eq!(sheet.height(), words.len() + 1);
    for (at, words) in words.iter().enumerate() {
        let row = &sheet[at + 1];
        assert_eq!(row[0], Data::Float((at + 1) as f64));
        // What is no letter in XML is written in another way, which not every reader undoes.
        if !words.contains(|c: char| c.is_control()) && !words.contains("_x") {
            assert_eq!(row[1], Data::String((*words).to_owned()));
        }
        assert!(matches!(row[1], Data::String(_)), "{words:?}");
        let Data::DateTime(time) = row[2] else { panic!("{:?} is no time", row[2]) };
        assert_eq!(time.to_ymd_hms_milli(), (2025, 2, 5, 18, 30, 0, 0));
        assert!(matches!(&row[3], Data::String(link) if link.ends_with(&format!("-{}", at + 1))));
    }
}

#[test]
fn a_table_without_rows_is_a_table() {
    assert!(csv::write(&table(&[])).is_ok());
    assert!(xlsx::write(&table(&[])).is_ok());
}
