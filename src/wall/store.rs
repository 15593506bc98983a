//! The table of walls.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::Wall;
use crate::ids::{InviteId, SessionId};
use crate::l10n::Lang;

struct Row {
    session: SessionId,
    code: String,
    lang: Lang,
    scene: String,
    invite: Option<InviteId>,
}

impl Row {
    fn open(self) -> Result<Wall> {
        let Self { session, code, lang, scene, invite } = self;
        let scene = serde_json::from_str(&scene).context("Read what a wall shows")?;
        Ok(Wall { session, code, lang, scene, invite })
    }
}

/// The wall of a session, if it has one.
pub async fn get(conn: &mut SqliteConnection, session: SessionId) -> Result<Option<Wall>> {
    let row = sqlx::query_as!(
        Row,
        r#"
        select session_id as "session!: SessionId", code, lang as "lang: Lang", scene, invite_id as "invite: InviteId"
        from wall where session_id = ?
        "#,
        session
    )
    .fetch_optional(conn)
    .await
    .context("Get a wall")?;
    row.map(Row::open).transpose()
}

/// The wall at an address.
pub async fn by_code(conn: &mut SqliteConnection, code: &str) -> Result<Option<Wall>> {
    let row = sqlx::query_as!(
        Row,
        r#"
        select session_id as "session!: SessionId", code, lang as "lang: Lang", scene, invite_id as "invite: InviteId"
        from wall where code = ?
        "#,
        code
    )
    .fetch_optional(conn)
    .await
    .context("Find a wall")?;
    row.map(Row::open).transpose()
}

/// Makes a wall, or changes it.
pub async fn save(conn: &mut SqliteConnection, wall: &Wall) -> Result<()> {
    let scene = serde_json::to_string(&wall.scene).context("Write down what a wall shows")?;
    sqlx::query!(
        "insert into wall (session_id, code, lang, scene, invite_id) values (?, ?, ?, ?, ?)
         on conflict (session_id) do update set
            code = excluded.code, lang = excluded.lang, scene = excluded.scene, invite_id = excluded.invite_id",
        wall.session,
        wall.code,
        wall.lang,
        scene,
        wall.invite
    )
    .execute(conn)
    .await
    .context("Save a wall")?;
    Ok(())
}

/// Takes a wall down: its address shows nothing any more.
pub async fn remove(conn: &mut SqliteConnection, session: SessionId) -> Result<()> {
    sqlx::query!("delete from wall where session_id = ?", session)
        .execute(conn)
        .await
        .context("Take a wall down")?;
    Ok(())
}
