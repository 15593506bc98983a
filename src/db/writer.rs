//! The writing connection, taken in turn, and transactions on it.
//!
//! Transactions that wait for one another are committed together: each is a savepoint of one SQLite transaction, and its
//! [`Tx::commit`] returns when that is committed. One alone is committed at once. So, for the caller, each is a
//! transaction of its own; together they cost the file one commit.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{Mutex, OwnedMappedMutexGuard, OwnedMutexGuard, SetOnce};

/// So many transactions are committed together at most: those who are done wait for the others.
const TOGETHER: u32 = 32;

/// The writer of a file, or none once it is closed.
pub(super) type Shared = Arc<Mutex<Option<Writer>>>;
type Guard = OwnedMappedMutexGuard<Option<Writer>, Writer>;

/// The connection, and what is open on it.
#[derive(Debug)]
pub(super) struct Writer {
    conn: SqliteConnection,
    /// How commits are synced at present.
    sync: Sync,
    group: Option<Group>,
    /// A transaction is under way, or was dropped without commit and is still to be rolled back.
    dirty: bool,
}

/// When a commit reaches the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sync {
    /// With a later one.
    Later,
    /// Before it returns.
    AtOnce,
}

/// Transactions that are committed together.
#[derive(Debug)]
struct Group {
    /// How many were begun.
    size: u32,
    /// Whether it was committed, once that is known.
    ended: Arc<SetOnce<bool>>,
}

impl Writer {
    pub(super) fn new(conn: SqliteConnection) -> Self {
        Self { conn, sync: Sync::Later, group: None, dirty: false }
    }

    /// The connection outside of any transaction.
    pub(super) async fn outside(&mut self) -> &mut SqliteConnection {
        // Whoever waits for these hears how it ended.
        let _ = self.end_group().await;
        &mut self.conn
    }

    pub(super) async fn close(self) -> sqlx::Result<()> {
        self.conn.close().await
    }

    /// Makes sure that a group is open, in which nothing is left of a transaction that was dropped. `true`: it has a
    /// fresh savepoint.
    async fn open_group(&mut self, sync: Sync) -> Result<bool> {
        self.roll_back().await;
        if self.sync != sync {
            let _ = self.end_group().await;
        }
        if self.group.is_some() {
            return Ok(false);
        }
        let begin = match (self.sync == sync, sync) {
            (true, _) => "begin immediate; savepoint flow",
            (false, Sync::Later) => "pragma synchronous = normal; begin immediate; savepoint flow",
            (false, Sync::AtOnce) => "pragma synchronous = full; begin immediate; savepoint flow",
        };
        self.sync = sync;
        if let Err(error) = sqlx::query(begin).execute(&mut self.conn).await {
            let _ = sqlx::query("rollback").execute(&mut self.conn).await;
            return Err(error).context("Begin a transaction");
        }
        self.group = Some(Group { size: 0, ended: Arc::default() });
        Ok(true)
    }

    /// Undoes what was dropped without commit. Where that fails, SQLite has undone the whole group.
    async fn roll_back(&mut self) {
        if !std::mem::take(&mut self.dirty) {
            return;
        }
        if sqlx::query("rollback to flow").execute(&mut self.conn).await.is_err()
            && let Some(group) = self.group.take()
        {
            let _ = sqlx::query("rollback").execute(&mut self.conn).await;
            let _ = group.ended.set(false);
        }
    }

    /// Commits what is open.
    async fn end_group(&mut self) -> Result<()> {
        self.roll_back().await;
        let Some(group) = self.group.take() else { return Ok(()) };
        let done = sqlx::query("commit").execute(&mut self.conn).await;
        if done.is_err() {
            let _ = sqlx::query("rollback").execute(&mut self.conn).await;
        }
        let _ = group.ended.set(done.is_ok());
        done.map(drop).context("Commit")
    }
}

/// A transaction that writes. Dropped without [`Tx::commit`], it leaves no trace.
///
/// It sees what those did who are to be committed with it. So whoever goes by what they read here, and writes nothing,
/// commits, too: then it is there for all.
#[derive(Debug)]
pub struct Tx {
    writer: Guard,
    shared: Shared,
}

impl Tx {
    pub(super) async fn begin(shared: &Shared, sync: Sync) -> Result<Self> {
        let mut writer = turn(shared).await?;
        if !writer.open_group(sync).await? {
            sqlx::query("release flow; savepoint flow")
                .execute(&mut writer.conn)
                .await
                .context("Begin a transaction")?;
        }
        Ok(Self::begun(writer, shared))
    }

    pub(super) async fn begin_with<T>(
        shared: &Shared,
        first: impl AsyncFnOnce(&mut SqliteConnection) -> Result<T>,
    ) -> Result<(Self, T)> {
        let mut writer = turn(shared).await?;
        writer.open_group(Sync::Later).await?;
        let mut tx = Self::begun(writer, shared);
        let found = first(&mut tx).await?;
        Ok((tx, found))
    }

    fn begun(mut writer: Guard, shared: &Shared) -> Self {
        writer.dirty = true;
        if let Some(group) = &mut writer.group {
            group.size += 1;
        }
        Self { writer, shared: shared.clone() }
    }

    /// Makes it so.
    pub async fn commit(self) -> Result<()> {
        let Self { mut writer, shared } = self;
        writer.dirty = false;
        let Some(group) = &writer.group else { bail!("A transaction without a group") };
        if writer.sync == Sync::AtOnce || group.size >= TOGETHER {
            return writer.end_group().await;
        }
        let ended = group.ended.clone();
        drop(writer);
        // Whoever has waited for the writer goes first, in the same group; then the first one to be here ends it for all.
        let committed = tokio::select! {
            biased;
            committed = ended.wait() => *committed,
            writer = turn(&shared) => {
                if ended.get().is_none() {
                    writer?.end_group().await?;
                }
                ended.get().is_some_and(|committed| *committed)
            }
        };
        if committed {
            Ok(())
        } else {
            bail!("A transaction went down with those that it was to be committed with")
        }
    }
}

/// Waits for one's turn at the writer.
async fn turn(shared: &Shared) -> Result<Guard> {
    match OwnedMutexGuard::try_map(shared.clone().lock_owned().await, Option::as_mut) {
        Ok(writer) => Ok(writer),
        Err(_) => bail!("The database is closed"),
    }
}

impl Deref for Tx {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.writer.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.writer.conn
    }
}

#[cfg(test)]
mod tests {
    use sqlx::Executor;
    use tokio::task::JoinSet;

    use super::*;
    use crate::db::Db;

    async fn open(name: &str) -> (Db, std::path::PathBuf) {
        let folder = std::env::temp_dir().join(format!("merezha-{name}-{}", std::process::id()));
        let db = Db::open(&format!("sqlite:{}", folder.join("merezha.db").display())).await.expect("opens");
        (db, folder)
    }

    async fn seen(db: &Db) -> Vec<i64> {
        sqlx::query_scalar("select update_id from seen order by 1")
            .fetch_all(db.readers())
            .await
            .expect("lists")
    }

    async fn note(tx: &mut Tx, id: i64) {
        sqlx::query("insert into seen (update_id, at) values (?, 0)")
            .bind(id)
            .execute(&mut **tx)
            .await
            .expect("notes");
    }

    #[tokio::test]
    async fn who_waits_for_another_is_committed_with_them_and_who_gives_up_leaves_no_trace() {
        let (db, folder) = open("together").await;
        let mut first = db.write().await.expect("begins");
        note(&mut first, 0).await;
        let mut others = JoinSet::new();
        for id in 1..3 * i64::from(TOGETHER) {
            let db = db.clone();
            others.spawn(async move {
                let mut tx = db.write().await.expect("begins");
                note(&mut tx, id).await;
                match id % 3 {
                    0 => drop(tx),
                    _ => tx.commit().await.expect("commits"),
                }
                // What was committed is there for all as soon as that is said, and so is what was seen before it.
                let seen = seen(&db).await;
                assert_eq!(seen.contains(&id), id % 3 > 0);
                assert!(seen.contains(&0) || id % 3 == 0);
            });
        }
        tokio::task::yield_now().await;
        first.commit().await.expect("commits");
        others.join_all().await;
        let expected: Vec<i64> = (0..3 * i64::from(TOGETHER)).filter(|id| *id == 0 || id % 3 > 0).collect();
        assert_eq!(seen(&db).await, expected);
        db.close().await.expect("closes");
        std::fs::remove_dir_all(folder).expect("removes");
    }

    #[tokio::test]
    async fn when_sqlite_undoes_everything_nobody_is_told_otherwise() {
        let (db, folder) = open("undone").await;
        let mut first = db.write().await.expect("begins");
        note(&mut first, 1).await;
        let other = {
            let db = db.clone();
            tokio::spawn(async move {
                let mut tx = db.write().await.expect("begins");
                // What a full disk does to the whole of an open transaction.
                tx.execute("rollback").await.expect("undone");
            })
        };
        tokio::task::yield_now().await;
        assert!(first.commit().await.is_err(), "went down with the other");
        other.await.expect("gives up");
        assert_eq!(seen(&db).await, [0; 0]);
        let mut next = db.write_durably().await.expect("begins");
        note(&mut next, 2).await;
        next.commit().await.expect("commits");
        assert_eq!(seen(&db).await, [2]);
        db.close().await.expect("closes");
        std::fs::remove_dir_all(folder).expect("removes");
    }
}
