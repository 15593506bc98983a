//! How every update begins: in one trip to SQLite it is marked as applied and the person found.

use anyhow::{Context, Result};

use crate::clock::Moment;
use crate::db::{Db, Tx};
use crate::ids::{AffiliationId, PersonId, TelegramId};
use crate::l10n::Lang;
use crate::people::Person;
use crate::people::store::Row;
use crate::role::Role;
use crate::ui::state::Name;

/// What an update begins with.
pub enum Begun {
    /// It was applied before. A lane read from the table may bring what is handed over in memory as well, so this is what
    /// keeps anything from counting twice.
    Before,
    /// The person who acts, with their dialogue; none: they write for the first time.
    Fresh(Tx, Option<(Person, String)>),
}

/// Begins the transaction that applies an update.
pub async fn begin(db: &Db, update_id: i64, telegram: TelegramId) -> Result<Begun> {
    let (mut tx, found) = db
        .write_with(async |conn| {
            sqlx::query_as!(
                Row,
                r#"
                release flow; savepoint flow;
                update inbox set applied = 1 where update_id = ? and applied = 0;
                select id as "id!: PersonId", telegram_id as "telegram_id: TelegramId", lang as "lang: Lang",
                       name as "name: Name", sector_id as "sector_id: AffiliationId",
                       region_id as "region_id: AffiliationId", role as "role: Role",
                       joined_at is not null as "joined!: bool", blocked_at is not null as "blocked!: bool",
                       seen_at as "seen_at: Moment", dialogue
                from person where telegram_id = ? and changes() > 0
                "#,
                update_id,
                telegram
            )
            .fetch_optional(conn)
            .await
            .context("Begin an update")
        })
        .await?;
    if found.is_none() {
        let fresh: bool = sqlx::query_scalar!(r#"select changes() > 0 as "fresh!: bool""#)
            .fetch_one(&mut *tx)
            .await
            .context("Ask whether an update is fresh")?;
        if !fresh {
            return Ok(Begun::Before);
        }
    }
    Ok(Begun::Fresh(tx, found.map(Row::open)))
}
