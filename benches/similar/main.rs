//! What looking for close proposals costs: reading what there is to compare with, and comparing. In the bot both happen
//! inside of the transaction that sends a proposal.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::time::Instant;

use merezha::db::Db;
use merezha::similar::Finder;
use sqlx::SqliteConnection;

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
    println!(
        "{:>10} {:>10} {:>12} {:>10} {:>10} {:>12}",
        "proposals", "at start", "first query", "query", "of it read", "remembered"
    );
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
        let began = Instant::now();
        let all = read(&mut conn).await;
        finder.warm(split(&all).map(|(_, words)| words));
        let warming = began.elapsed();
        let mut spans = Vec::new();
        for at in 0..21 {
            let began = Instant::now();
            let all = read(&mut conn).await;
            let read = began.elapsed();
            let close = finder.close(&words(at * 17 % number), split(&all), 3);
            spans.push((began.elapsed(), read));
            assert!(!close.is_empty(), "each is among them");
        }
        let first = spans[0].0;
        spans.sort();
        let (whole, read) = spans[spans.len() / 2];
        let kept = finder.size() / 1024;
        println!("{number:>10} {warming:>10.1?} {first:>12.1?} {whole:>10.1?} {read:>10.1?} {kept:>9} KB");
        drop(conn);
        db.close().await.expect("closes");
        let _ = std::fs::remove_file(&file);
    }
}

/// As the bot reads what there is to compare with: see `proposals::store`.
async fn read(conn: &mut SqliteConnection) -> String {
    sqlx::query_scalar(
        "select group_concat(id || char(31) || words, char(30)) from (
             select id, words from proposal
             where call_id = 1 and state = 'published' and stage not in ('done', 'dropped', 'merged')
               and words is not null
             order by id)",
    )
    .fetch_one(conn)
    .await
    .expect("reads")
}

fn split(all: &str) -> impl Iterator<Item = (i64, &str)> {
    all.split('\u{1E}').filter_map(|one| {
        let (id, words) = one.split_once('\u{1F}')?;
        Some((id.parse().ok()?, words))
    })
}
