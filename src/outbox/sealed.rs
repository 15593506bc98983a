//! Addresses that are sealed: where somebody is reached whose name nobody knows. The database holds what only a key
//! outside of it opens; once that key is destroyed, nobody can tell any more who it was.
//!
//! What goes to such an address leaves no row behind, and a button that leads back says whose it is by the key alone.

use anyhow::{Context, Result};
use rand::Rng;
use sqlx::SqliteConnection;

use super::Urgency;
use super::store::insert_message;
use crate::clock::Moment;
use crate::due::{self, Due};
use crate::ids::{AddressId, DeliveryId, TelegramId};
use crate::keys::{Key, Keys};
use crate::ui::action::Token;
use crate::ui::view::View;

/// What the names of their keys begin with.
const KEYS: &str = "address-";
/// The database's log is emptied so soon after something of a sealed address was written.
const EMPTIED_AFTER: std::time::Duration = std::time::Duration::from_secs(5);

fn key_name(id: AddressId) -> String {
    format!("{KEYS}{}", id.0)
}

/// Seals where somebody is reached.
pub async fn make(
    conn: &mut SqliteConnection,
    keys: &Keys,
    whose: TelegramId,
    chance: &mut impl Rng,
) -> Result<AddressId> {
    let id = sqlx::query!("insert into sealed_address (sealed) values (x'')")
        .execute(&mut *conn)
        .await
        .context("Make a sealed address")?
        .last_insert_rowid();
    let id = AddressId(id);
    let key = Key::random(chance);
    keys.keep(&key_name(id), &key)?;
    let sealed = key.seal(b"address", &id.0.to_be_bytes(), &whose.0.to_be_bytes(), chance);
    sqlx::query!("update sealed_address set sealed = ? where id = ?", sealed, id)
        .execute(conn)
        .await
        .context("Seal an address")?;
    Ok(id)
}

/// Where it leads; none: nobody can tell any more.
pub async fn open(conn: &mut SqliteConnection, keys: &Keys, id: AddressId) -> Result<Option<TelegramId>> {
    let sealed = sqlx::query_scalar!("select sealed from sealed_address where id = ?", id)
        .fetch_optional(conn)
        .await
        .context("Get a sealed address")?;
    let (Some(sealed), Some(key)) = (sealed, keys.get(&key_name(id))?) else { return Ok(None) };
    let plain = key.open(b"address", &id.0.to_be_bytes(), &sealed);
    Ok(plain.and_then(|plain| plain.try_into().ok()).map(|bytes| TelegramId(i64::from_be_bytes(bytes))))
}

/// Nobody can tell any more where it leads. What was still owed there is not sent.
pub async fn destroy(conn: &mut SqliteConnection, keys: &Keys, id: AddressId, now: Moment) -> Result<()> {
    sqlx::query!(
        "delete from message where id in (select message_id from delivery where address_id = ?)",
        id
    )
    .execute(&mut *conn)
    .await
    .context("Drop what a sealed address was owed")?;
    sqlx::query!("delete from sealed_address where id = ?", id)
        .execute(&mut *conn)
        .await
        .context("Delete a sealed address")?;
    keys.destroy(&key_name(id))?;
    empty_log(conn, now).await
}

/// Nothing that was deleted is to be left in the database's log.
pub async fn empty_log(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    due::set(conn, Due::EmptyLog, now.after(EMPTIED_AFTER)).await
}

/// What a button says that leads its holder back to what they wrote. It looks like chance, each time another.
pub fn token(keys: &Keys, id: AddressId, holder: TelegramId, chance: &mut impl Rng) -> Result<Option<Token>> {
    let Some(key) = keys.get(&key_name(id))? else { return Ok(None) };
    let sealed = key.seal(b"token", &holder.0.to_be_bytes(), &id.0.to_be_bytes(), chance);
    Ok(sealed.try_into().ok().map(Token))
}

/// The address that a button leads to: tried with each key there is, which are few.
pub async fn find(
    conn: &mut SqliteConnection,
    keys: &Keys,
    holder: TelegramId,
    token: &Token,
) -> Result<Option<AddressId>> {
    let ids = sqlx::query_scalar!(r#"select id as "id!: AddressId" from sealed_address order by id desc"#)
        .fetch_all(conn)
        .await
        .context("List sealed addresses")?;
    for id in ids {
        let Some(key) = keys.get(&key_name(id))? else { continue };
        let plain = key.open(b"token", &holder.0.to_be_bytes(), &token.0);
        if plain.is_some_and(|plain| plain == id.0.to_be_bytes()) {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// Owes a message to whoever is reached there.
pub async fn tell(conn: &mut SqliteConnection, id: AddressId, view: &View, now: Moment) -> Result<()> {
    let message = insert_message(conn, None, None, view).await?;
    // Messages to one address stay in order; no chat has such a number.
    let chat = i64::MIN + id.0;
    sqlx::query!(
        "insert into delivery (message_id, address_id, chat, urgency, due_at) values (?, ?, ?, ?, ?)",
        message,
        id,
        chat,
        Urgency::Awaited,
        now
    )
    .execute(conn)
    .await
    .context("Owe a message to a sealed address")?;
    Ok(())
}

/// It was sent, or cannot be: nothing of it stays.
pub async fn forget(conn: &mut SqliteConnection, id: DeliveryId, now: Moment) -> Result<()> {
    sqlx::query!("delete from message where id = (select message_id from delivery where id = ?)", id)
        .execute(&mut *conn)
        .await
        .context("Forget what was sent to a sealed address")?;
    empty_log(conn, now).await
}

/// Destroys keys whose addresses are gone: of what was cut off.
pub async fn tidy(conn: &mut SqliteConnection, keys: &Keys) -> Result<()> {
    let ids = sqlx::query_scalar!(r#"select id as "id!: AddressId" from sealed_address"#)
        .fetch_all(conn)
        .await
        .context("List sealed addresses")?;
    let needed: Vec<String> = ids.into_iter().map(key_name).collect();
    let ours = |name: &String| name.starts_with(KEYS) && !needed.contains(name);
    for name in keys.names()?.iter().filter(|name| ours(name)) {
        keys.destroy(name)?;
    }
    Ok(())
}
