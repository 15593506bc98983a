//! The tables of groups and channels.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Chat, Code, Kind, Standing};
use crate::clock::Moment;
use crate::ids::{ChatId, ChatNo, PersonId};
use crate::l10n::Lang;

/// One chat.
pub async fn get(conn: &mut SqliteConnection, id: ChatId) -> Result<Option<Chat>> {
    sqlx::query_as!(
        Chat,
        r#"
        select id as "id!: ChatId", telegram_id as "no!: ChatNo", kind as "kind: Kind", title, lang as "lang: Lang",
               standing as "standing: Standing", linked_at is not null as "linked!: bool",
               letters as "letters: bool", hinted_at as "hinted_at: Moment"
        from chat where id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a chat")
}

/// The chat with this number at Telegram.
pub async fn by_no(conn: &mut SqliteConnection, no: ChatNo) -> Result<Option<Chat>> {
    sqlx::query_as!(
        Chat,
        r#"
        select id as "id!: ChatId", telegram_id as "no!: ChatNo", kind as "kind: Kind", title, lang as "lang: Lang",
               standing as "standing: Standing", linked_at is not null as "linked!: bool",
               letters as "letters: bool", hinted_at as "hinted_at: Moment"
        from chat where telegram_id = ?
        "#,
        no
    )
    .fetch_optional(conn)
    .await
    .context("Find a chat")
}

/// All linked chats, the longest linked first.
pub async fn linked(conn: &mut SqliteConnection) -> Result<Vec<Chat>> {
    sqlx::query_as!(
        Chat,
        r#"
        select id as "id!: ChatId", telegram_id as "no!: ChatNo", kind as "kind: Kind", title, lang as "lang: Lang",
               standing as "standing: Standing", linked_at is not null as "linked!: bool",
               letters as "letters: bool", hinted_at as "hinted_at: Moment"
        from chat where linked_at is not null order by linked_at, id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List linked chats")
}

/// The group where letters to the organizers are posted, while it takes posts.
pub async fn for_letters(conn: &mut SqliteConnection) -> Result<Option<Chat>> {
    let mut chats = linked(conn).await?.into_iter();
    Ok(chats.rfind(|chat| chat.letters && chat.takes_posts()))
}

/// Letters are posted there and nowhere else; or no longer.
pub async fn set_letters(conn: &mut SqliteConnection, id: ChatId, wanted: bool) -> Result<()> {
    sqlx::query!("update chat set letters = (id = ?1 and ?2) where id = ?1 or letters = 1", id, wanted)
        .execute(conn)
        .await
        .context("Choose the group for letters")?;
    Ok(())
}

/// Notes a chat where the bot is; one that is known keeps what is known of it, but for its title.
pub async fn note(
    conn: &mut SqliteConnection,
    no: ChatNo,
    kind: Kind,
    title: &str,
    lang: Lang,
) -> Result<ChatId> {
    sqlx::query_scalar!(
        r#"
        insert into chat (telegram_id, kind, title, lang) values (?, ?, ?, ?)
        on conflict (telegram_id) do update set title = excluded.title returning id as "id!: ChatId"
        "#,
        no,
        kind,
        title,
        lang
    )
    .fetch_one(conn)
    .await
    .context("Note a chat")
}

/// It is called otherwise.
pub async fn retitle(conn: &mut SqliteConnection, no: ChatNo, title: &str) -> Result<()> {
    sqlx::query!("update chat set title = ? where telegram_id = ?", title, no)
        .execute(conn)
        .await
        .context("Retitle a chat")?;
    Ok(())
}

/// What the bot may do there now; `false`: that was known.
pub async fn stand(conn: &mut SqliteConnection, id: ChatId, standing: Standing) -> Result<bool> {
    let done = sqlx::query!("update chat set standing = ?1 where id = ?2 and standing <> ?1", standing, id)
        .execute(conn)
        .await
        .context("Note what the bot may do in a chat")?;
    Ok(done.rows_affected() == 1)
}

/// Links a chat, which speaks its organizer's language from now on; `false`: it was linked.
pub async fn link(conn: &mut SqliteConnection, id: ChatId, lang: Lang, now: Moment) -> Result<bool> {
    let done = sqlx::query!(
        "update chat set linked_at = ?, lang = ? where id = ? and linked_at is null",
        now,
        lang,
        id
    )
    .execute(conn)
    .await
    .context("Link a chat")?;
    Ok(done.rows_affected() == 1)
}

/// Unlinks it; `false`: it was not linked.
pub async fn unlink(conn: &mut SqliteConnection, id: ChatId) -> Result<bool> {
    let done = sqlx::query!(
        "update chat set linked_at = null, letters = 0 where id = ? and linked_at is not null",
        id
    )
    .execute(conn)
    .await
    .context("Unlink a chat")?;
    Ok(done.rows_affected() == 1)
}

/// Somebody who is no organizer was answered there.
pub async fn hinted(conn: &mut SqliteConnection, id: ChatId, now: Moment) -> Result<()> {
    sqlx::query!("update chat set hinted_at = ? where id = ?", now, id)
        .execute(conn)
        .await
        .context("Note a hint")?;
    Ok(())
}

/// The group has another number, as a supergroup. Should that be known already, because somebody was quicker to write
/// there, both become one: what was asked and owed there stays.
pub async fn renumber(conn: &mut SqliteConnection, id: ChatId, to: ChatNo) -> Result<()> {
    sqlx::query!(
        "update poll set chat_id = ?1 where chat_id = (select id from chat where telegram_id = ?2 and id <> ?1)",
        id,
        to
    )
    .execute(&mut *conn)
    .await
    .context("Keep the polls of a supergroup")?;
    sqlx::query!(
        "update delivery set chat_id = ?1 where chat_id = (select id from chat where telegram_id = ?2 and id <> ?1)",
        id,
        to
    )
    .execute(&mut *conn)
    .await
    .context("Keep what a supergroup is owed")?;
    sqlx::query!(
        "update chat set linked_at = coalesce(linked_at, (select linked_at from chat where telegram_id = ?2)) where id = ?1",
        id,
        to
    )
    .execute(&mut *conn)
    .await
    .context("Keep the link of a supergroup")?;
    sqlx::query!("delete from chat where telegram_id = ? and id <> ?", to, id)
        .execute(&mut *conn)
        .await
        .context("Make room for a supergroup")?;
    sqlx::query!("update chat set telegram_id = ? where id = ?", to, id)
        .execute(conn)
        .await
        .context("Renumber a chat")?;
    Ok(())
}

/// Forgets a chat that is not linked and where no poll was asked.
pub async fn forget(conn: &mut SqliteConnection, id: ChatId) -> Result<()> {
    sqlx::query!(
        "delete from chat where id = ?1 and linked_at is null and not exists (select 1 from poll where chat_id = ?1)",
        id
    )
    .execute(conn)
    .await
    .context("Forget a chat")?;
    Ok(())
}

/// Keeps a code. Those that nobody can use any more go.
pub async fn insert_code(
    conn: &mut SqliteConnection,
    code: &str,
    owner: PersonId,
    expires_at: Moment,
    now: Moment,
) -> Result<()> {
    let long_ago = now.before(super::CODE_HOLDS);
    sqlx::query!("delete from chat_code where expires_at < ?", long_ago)
        .execute(&mut *conn)
        .await
        .context("Forget old codes")?;
    sqlx::query!(
        "insert into chat_code (code, person_id, expires_at) values (?, ?, ?)",
        code,
        owner,
        expires_at
    )
    .execute(conn)
    .await
    .context("Keep a code")?;
    Ok(())
}

/// A code that was made, if it is one.
pub async fn code(conn: &mut SqliteConnection, code: &str) -> Result<Option<Code>> {
    sqlx::query_as!(
        Code,
        r#"
        select person_id as "owner!: PersonId", expires_at as "expires_at: Moment", used_at is not null as "used!: bool"
        from chat_code where code = ?
        "#,
        code
    )
    .fetch_optional(conn)
    .await
    .context("Find a code")
}

/// It is used.
pub async fn use_code(conn: &mut SqliteConnection, code: &str, now: Moment) -> Result<()> {
    sqlx::query!("update chat_code set used_at = ? where code = ?", now, code)
        .execute(conn)
        .await
        .context("Use a code")?;
    Ok(())
}
