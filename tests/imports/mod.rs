//! Proposals that come in: from tables, from lines, from photos; what is shown of them, the decision, the way back.

mod bounds;
mod english;
mod files;
mod fuzzed;
mod messages;
mod together;

use merezha::rehearsal::{FileKind, Person};

use crate::support::Network;

/// Оксана's network with an open call, and what she gets after she began and sent this file.
async fn sends(network: &Network, person: &Person, name: &str, bytes: &[u8]) -> String {
    network.says(person, "/desk").await;
    network.presses(person, "📥 Внести пропозиції").await;
    person.attaches(FileKind::Document, bytes.to_vec(), name, "");
    network.settle().await;
    person.screen()
}

/// A workbook with these rows.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(*cells) {
            sheet.write_string(row, column, *cell).expect("written");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// The words of what is published in a call, in order.
async fn published(network: &Network, call: i64) -> Vec<String> {
    let mut database = network.database().await;
    let sql =
        "select coalesce(words, '') from proposal where call_id = ? and state = 'published' order by id";
    sqlx::query_scalar(sql).bind(call).fetch_all(&mut database).await.expect("reads")
}

/// How many rows this table has.
async fn count(network: &Network, table: &str) -> i64 {
    let mut database = network.database().await;
    let sql = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
    sqlx::query_scalar(sql).fetch_one(&mut database).await.expect("counts")
}
