//! A database with people in it and a poll open. The vote is opened by the bot itself: only it can make the key.

use std::path::{Path, PathBuf};

use merezha::db::Db;
use sqlx::Executor;

/// How many people tap.
pub const ACTIVE: usize = 2_000;
/// The poll they tap on, and the vote that will be opened.
pub const POLL: i64 = 1;
pub const VOTE: i64 = 1;

/// Where a benchmark's files are; the empty name is the folder of them all.
pub fn folder(name: &str) -> PathBuf {
    let folder =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("taps-{}", std::process::id())).join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Makes a database with so many people; those who tap come first, everyone beyond 10,000 is out of a broadcast's reach.
pub async fn make(folder: &Path, people: i64) {
    let url = format!("sqlite:{}", folder.join("merezha.db").display());
    let db = Db::open(&url).await.expect("opens");
    let mut tx = db.write().await.expect("begins");
    for sql in [
        "insert into poll (question, opened_at) values ('Коли зустрінемося?', 0)",
        "insert into poll_option (poll_id, position, words) values (1, 0, 'Ранок'), (1, 1, 'День'), (1, 2, 'Вечір')",
    ] {
        tx.execute(sql).await.expect("sets the scene");
    }
    sqlx::query(
        "with recursive n (id) as (select 1 union all select id + 1 from n where id < ?1)
         insert into person (telegram_id, lang, name, role, sector_id, region_id, joined_at, blocked_at, seen_at)
         select id, 'uk', 'Учасниця ' || id, iif(id = 1, 'organizer', 'participant'), 1 + id % 2, 4 + id % 2, 0,
                iif(id > 10000, 1, null), 0
         from n where ?1 > 0",
    )
    .bind(people)
    .execute(&mut *tx)
    .await
    .expect("brings people");
    tx.commit().await.expect("commits");
    db.close().await.expect("closes");
}
