//! A panic is a fault like any other: it ends one piece of work and nothing else.

use std::panic::AssertUnwindSafe;

use anyhow::{Result, anyhow};
use futures::FutureExt;

/// Does a piece of work; a panic in it comes back as an error. What was thrown may quote somebody's words, so it is
/// dropped: the panic hook has logged where it happened.
pub async fn caught<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    AssertUnwindSafe(work).catch_unwind().await.unwrap_or_else(|_| Err(anyhow!("A panic")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    #[tokio::test]
    async fn a_panic_in_a_transaction_leaves_no_trace_and_holds_nobody_up() {
        let folder = std::env::temp_dir().join(format!("merezha-panics-{}", std::process::id()));
        let db = Db::open(&format!("sqlite:{}", folder.join("merezha.db").display())).await.expect("opens");
        let panicking: Result<()> = caught(async {
            let mut tx = db.write().await?;
            sqlx::query("insert into claim (id, code) values (1, 'x')").execute(&mut *tx).await?;
            panic!("with somebody's words")
        })
        .await;
        assert_eq!(panicking.expect_err("comes back").to_string(), "A panic");
        let mut tx = db.write().await.expect("the next one begins");
        let left: i64 =
            sqlx::query_scalar("select count(*) from claim").fetch_one(&mut *tx).await.expect("counts");
        assert_eq!(left, 0);
        drop(tx);
        db.close().await.expect("closes");
        std::fs::remove_dir_all(folder).expect("removes");
    }
}
