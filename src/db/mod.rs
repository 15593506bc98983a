//! The SQLite file: one writer, several readers.
//!
//! Every transaction that writes goes through [`Db::write`]: SQLite has one writer at a time anyway, and waiting for
//! our own lock, in turn, is kinder than its busy handler. Only what Telegram is about to forget is synced to disk at
//! once ([`Db::write_durably`]); a later sync covers all earlier commits, so after a power cut the worst is that the
//! last updates are applied again from the inbox.

mod writer;

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqliteConnection, SqlitePool};
use tokio::sync::Mutex;

pub use writer::Tx;
use writer::{Sync, Writer};

/// How often the log is tried to be taken into the file at the end, with 10 ms in between.
const CLOSING_TRIES: u32 = 50;

/// The database; cloned freely.
#[derive(Debug, Clone)]
pub struct Db {
    /// None once it is closed.
    writer: Arc<Mutex<Option<Writer>>>,
    readers: SqlitePool,
}

impl Db {
    /// Opens the file behind `url` (`sqlite:data/merezha.db`), makes it and its folder when they are not there, and
    /// brings its tables up to date.
    pub async fn open(url: &str) -> Result<Self> {
        let options = SqliteConnectOptions::from_str(url)
            .context("Read DATABASE_URL")?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("secure_delete", "on")
            .pragma("trusted_schema", "off")
            .pragma("temp_store", "memory")
            .statement_cache_capacity(200)
            .optimize_on_close(true, None)
            .disable_statement_logging();
        if let Some(folder) = options.get_filename().parent() {
            std::fs::create_dir_all(folder).context("Make the database's folder")?;
        }
        let mut conn = options.connect().await.context("Open the database")?;
        sqlx::migrate!().run(&mut conn).await.context("Bring the tables up to date")?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options.read_only(true).create_if_missing(false))
            .await
            .context("Open the database for reading")?;
        Ok(Self { writer: Arc::new(Mutex::new(Some(Writer::new(conn)))), readers })
    }

    /// Begins a transaction that writes. It survives a crash of the process; see the head of this file for power cuts.
    pub async fn write(&self) -> Result<Tx> {
        Tx::begin(&self.writer, Sync::Later).await
    }

    /// Begins a transaction whose commit is on the disk when it returns.
    pub async fn write_durably(&self) -> Result<Tx> {
        Tx::begin(&self.writer, Sync::AtOnce).await
    }

    /// The same as [`Db::write`], together with the first statements, whose text has to start with
    /// `release flow; savepoint flow;`. What is asked in one go costs one trip to SQLite's thread, which takes longer than
    /// most statements do.
    pub async fn write_with<T>(
        &self,
        first: impl AsyncFnOnce(&mut SqliteConnection) -> Result<T>,
    ) -> Result<(Tx, T)> {
        Tx::begin_with(&self.writer, first).await
    }

    /// Writes everything into the file and empties the log beside it, so that nothing of what was deleted is left there
    /// (`secure_delete` has overwritten it in the file). `false`: somebody still reads an earlier state.
    pub async fn forget_log(&self) -> Result<bool> {
        let mut writer = self.writer.lock().await;
        let Some(writer) = writer.as_mut() else { bail!("The database is closed") };
        let busy: i64 = sqlx::query_scalar("pragma wal_checkpoint(truncate)")
            .fetch_one(writer.outside().await)
            .await
            .context("Empty the log")?;
        Ok(busy == 0)
    }

    /// The pool for reading outside of a transaction.
    pub fn readers(&self) -> &SqlitePool {
        &self.readers
    }

    /// Closes the file for all who share it, leaving no log beside it.
    pub async fn close(self) -> Result<()> {
        self.readers.close().await;
        if let Some(mut writer) = self.writer.lock().await.take() {
            leave_one_file(writer.outside().await).await;
            writer.close().await.context("Close the database")?;
        }
        Ok(())
    }
}

/// Takes the log into the file. The readers' threads close their files a little after they have said so, and while one
/// is open SQLite keeps the log.
async fn leave_one_file(conn: &mut SqliteConnection) {
    for _ in 0..CLOSING_TRIES {
        let mode =
            sqlx::query_scalar::<_, String>("pragma journal_mode = delete").fetch_one(&mut *conn).await;
        if mode.is_ok_and(|mode| mode == "delete") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    log::warn!("Somebody else has the database open, so its log stays beside it");
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::Executor;

    #[tokio::test]
    async fn a_dropped_transaction_leaves_no_trace() {
        let file = std::env::temp_dir().join(format!("merezha-db-{}.db", std::process::id()));
        let db = Db::open(&format!("sqlite:{}", file.display())).await.expect("opens");
        let count = || async {
            sqlx::query_scalar::<_, i64>("select count(*) from claim")
                .fetch_one(db.readers())
                .await
                .expect("counts")
        };
        for (commit, expected) in [(false, 0), (true, 1)] {
            let mut tx = db.write().await.expect("begins");
            tx.execute("insert into claim (id, code) values (1, 'x')").await.expect("inserts");
            if commit {
                tx.commit().await.expect("commits");
            } else {
                drop(tx);
                assert!(db.forget_log().await.expect("nothing is in the way of that"));
            }
            assert_eq!(count().await, expected);
        }
        drop(db.write().await.expect("begins"));
        db.clone().close().await.expect("closes, whatever was dropped");
        assert!(!file.with_extension("db-wal").exists(), "everything is in the one file");
        assert!(db.write().await.is_err(), "it is closed for all");
        std::fs::remove_file(file).expect("removes");
    }
}
