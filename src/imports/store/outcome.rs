//! Bringing in, and taking back.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::ids::{CallId, ImportId};
use crate::imports::{Fate, Import};

/// Brings in exactly the rows that were shown to come in, but for words that somebody else has brought in or handed in
/// since. How many that are.
pub async fn bring_in(
    conn: &mut SqliteConnection,
    import: &Import,
    call: CallId,
    now: Moment,
) -> Result<u64> {
    let done = sqlx::query!(
        "insert into proposal (call_id, words, photo, handed_in_at, import_id, direction_id)
         select ?1, words, photo, ?2, import_id, direction_id from import_row
         where import_id = ?3 and (verdict = 'fresh' or (verdict = 'close' and ?4))
           and (photo is not null
                or words not in (select words from proposal
                                 where call_id = ?1 and state = 'published' and words is not null))
         order by row",
        call,
        now,
        import.id,
        import.take_close
    )
    .execute(&mut *conn)
    .await
    .context("Bring proposals in")?;
    sqlx::query!(
        "insert into step (proposal_id, became, direction_id, by_id, at, told)
         select id, 'direction', direction_id, ?, ?, 1 from proposal where import_id = ? and direction_id is not null",
        import.by,
        now,
        import.id
    )
    .execute(&mut *conn)
    .await
    .context("Note which directions proposals came in under")?;
    sqlx::query!(
        "update import set stage = 'imported', imported_at = ?, sheet = null, columns = null, file = null,
                           version = version + 1
         where id = ?",
        now,
        import.id
    )
    .execute(&mut *conn)
    .await
    .context("Note that an import is done")?;
    sqlx::query!("delete from import_row where import_id = ?", import.id)
        .execute(conn)
        .await
        .context("Forget the rows of an import")?;
    Ok(done.rows_affected())
}

/// How many proposals came in with it.
pub async fn brought_in(conn: &mut SqliteConnection, id: ImportId) -> Result<u32> {
    sqlx::query_scalar!(r#"select count(*) as "count!: u32" from proposal where import_id = ?"#, id)
        .fetch_one(conn)
        .await
        .context("Count what came in")
}

/// What became of them.
pub async fn fate(conn: &mut SqliteConnection, id: ImportId) -> Result<Fate> {
    sqlx::query_as!(
        Fate,
        r#"
        select count(*) as "there!: u32",
               coalesce(sum(edited_at is not null or stage <> 'open'
                            or exists (select 1 from stance s where s.proposal_id = proposal.id)
                            or exists (select 1 from step t where t.other_id = proposal.id)), 0) as "touched!: u32"
        from proposal where import_id = ? and state = 'published'
        "#,
        id
    )
    .fetch_one(conn)
    .await
    .context("See what became of what came in")
}

/// Takes back what came in: all of it, or what nobody has touched. How many that are.
pub async fn take_back(conn: &mut SqliteConnection, id: ImportId, all: bool, now: Moment) -> Result<u64> {
    let done = sqlx::query!(
        "update proposal set state = 'withdrawn', stage = 'open'
         where import_id = ?1 and state = 'published'
           and (?2 or (edited_at is null and stage = 'open'
                       and not exists (select 1 from stance s where s.proposal_id = proposal.id)
                       and not exists (select 1 from step t where t.other_id = proposal.id)))",
        id,
        all
    )
    .execute(&mut *conn)
    .await
    .context("Take back what came in")?;
    sqlx::query!("update import set stage = 'undone', undone_at = ? where id = ?", now, id)
        .execute(conn)
        .await
        .context("Note that an import was taken back")?;
    Ok(done.rows_affected())
}
