//! What looking for close proposals costs: reading what there is to compare with, and comparing. In the bot both happen
//! inside of the transaction that sends a proposal.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::time::Instant;

use merezha::db::Db;
use merezha::similar::{Finder, Reader};

const WHOLE: [&str; 8] = [
    "Щомісячна онлайн-зустріч громад Луганщини та Донеччини: що вдалося, де потрібна допомога",
    "Психологічна підтримка для тих, хто працює з людьми щодня",
    "Юридичні консультації щодо втраченого житла й документів, раз на тиждень онлайн",
    "Мобільні бригади соціальних послуг для сіл, куди не доїжджає автобус",
    "Грантовий фонд для малих ініціатив громад: до 50 тисяч гривень, проста заявка",
    "Молодіжні ради при кожній переміщеній адміністрації",
    "Мапа укриттів і пунктів незламності з позначками доступності",
    "Спільна адвокація компенсацій за зруйноване житло",
];

/// The words of the examples above, in an order of their own for each number.
fn words(number: usize) -> String {
    let all: Vec<&str> = WHOLE.iter().flat_map(|text| text.split(' ')).collect();
    let length = 8 + number % 11;
    (0..length).map(|at| all[(number * 31 + at * (7 + number % 5)) % all.len()]).collect::<Vec<_>>().join(" ")
}

#[tokio::main]
async fn main() {
    let build = if cfg!(debug_assertions) { "debug build" } else { "release build" };
    println!("{build}");
    println!("{:>10} {:>10} {:>10} {:>10} {:>12}", "proposals", "read", "first", "then", "remembered");
    for number in [200, 10_000] {
        let file = std::env::temp_dir().join(format!("merezha-similar-{}-{number}.db", std::process::id()));
        let db = Db::open(&format!("sqlite:{}", file.display())).await.expect("opens");
        let mut tx = db.write().await.expect("begins");
        sqlx::query("insert into call (question, opened_at) values ('?', 0)")
            .execute(&mut *tx)
            .await
            .expect("a call");
        for at in 0..number {
            sqlx::query("insert into proposal (call_id, words, handed_in_at) values (1, ?, 0)")
                .bind(words(at))
                .execute(&mut *tx)
                .await
                .expect("a proposal");
        }
        tx.commit().await.expect("commits");

        let mut conn = db.readers().acquire().await.expect("reads");
        let finder = Finder::default();
        let mut spans = Vec::new();
        for at in 0..11 {
            let began = Instant::now();
            let all: Vec<(i64, String)> = sqlx::query_as(
                "select id, words from proposal where call_id = 1 and state = 'published' and words is not null order by id",
            )
            .fetch_all(&mut *conn)
            .await
            .expect("reads");
            let read = began.elapsed();
            let close = finder.close(&words(at * 17), all.iter().map(|(id, words)| (*id, words)), 3);
            spans.push((read, began.elapsed() - read));
            assert!(!close.is_empty(), "each is among them");
        }
        let first = spans[0].1;
        spans.sort();
        let (read, _) = spans[5];
        spans.sort_by_key(|(_, compared)| *compared);
        let reader = Reader::default();
        let kept: usize = (0..number).map(|at| reader.read(&words(at)).size() + words(at).len()).sum();
        println!("{number:>10} {read:>10.1?} {first:>10.1?} {:>10.1?} {:>9} KB", spans[5].1, kept / 1024);
        drop(conn);
        db.close().await.expect("closes");
        let _ = std::fs::remove_file(&file);
    }
}
