//! Ways in: invitations, requests, and the claim link of the first organizer.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::ids::{InviteId, PersonId, RequestId};
use crate::people::{Invite, JoinRequest};

/// The invitation with a code.
pub async fn invite_by_code(conn: &mut SqliteConnection, code: &str) -> Result<Option<Invite>> {
    sqlx::query_as!(
        Invite,
        r#"
        select id as "id!: InviteId", code, max_uses,
               (select count(*) from invite_use where invite_id = invite.id) as "uses!",
               expires_at as "expires_at: Moment", revoked_at is not null as "revoked!: bool",
               person_id as "whose: PersonId"
        from invite where code = ?
        "#,
        code
    )
    .fetch_optional(conn)
    .await
    .context("Find an invitation")
}

/// One invitation.
pub async fn invite(conn: &mut SqliteConnection, id: InviteId) -> Result<Option<Invite>> {
    sqlx::query_as!(
        Invite,
        r#"
        select id as "id!: InviteId", code, max_uses,
               (select count(*) from invite_use where invite_id = invite.id) as "uses!",
               expires_at as "expires_at: Moment", revoked_at is not null as "revoked!: bool",
               person_id as "whose: PersonId"
        from invite where id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get an invitation")
}

/// The latest invitations that were not revoked, other than personal ones.
pub async fn invites(conn: &mut SqliteConnection, most: i64) -> Result<Vec<Invite>> {
    sqlx::query_as!(
        Invite,
        r#"
        select id as "id!: InviteId", code, max_uses,
               (select count(*) from invite_use where invite_id = invite.id) as "uses!",
               expires_at as "expires_at: Moment", revoked_at is not null as "revoked!: bool",
               person_id as "whose: PersonId"
        from invite where revoked_at is null and person_id is null order by id desc limit ?
        "#,
        most
    )
    .fetch_all(conn)
    .await
    .context("List invitations")
}

/// The personal invitation that somebody was given last, unless it was revoked.
pub async fn personal(conn: &mut SqliteConnection, whose: PersonId) -> Result<Option<Invite>> {
    sqlx::query_as!(
        Invite,
        r#"
        select id as "id!: InviteId", code as "code!", max_uses,
               (select count(*) from invite_use where invite_id = invite.id) as "uses!",
               expires_at as "expires_at: Moment", revoked_at is not null as "revoked!: bool",
               person_id as "whose: PersonId"
        from invite where person_id = ? and revoked_at is null order by id desc limit 1
        "#,
        whose
    )
    .fetch_optional(conn)
    .await
    .context("Find a personal invitation")
}

/// A new invitation for one, by which somebody takes their place over.
pub async fn insert_personal(
    conn: &mut SqliteConnection,
    code: &str,
    by: PersonId,
    whose: PersonId,
    expires_at: Moment,
    now: Moment,
) -> Result<InviteId> {
    let id = sqlx::query!(
        "insert into invite (code, made_by, made_at, max_uses, expires_at, person_id) values (?, ?, ?, 1, ?, ?)",
        code,
        by,
        now,
        expires_at,
        whose
    )
    .execute(conn)
    .await
    .context("Make a personal invitation")?
    .last_insert_rowid();
    Ok(InviteId(id))
}

/// A new invitation.
pub async fn insert_invite(
    conn: &mut SqliteConnection,
    code: &str,
    by: Option<PersonId>,
    max_uses: Option<u32>,
    expires_at: Option<Moment>,
    now: Moment,
) -> Result<InviteId> {
    let id = sqlx::query!(
        "insert into invite (code, made_by, made_at, max_uses, expires_at) values (?, ?, ?, ?, ?)",
        code,
        by,
        now,
        max_uses,
        expires_at
    )
    .execute(conn)
    .await
    .context("Make an invitation")?
    .last_insert_rowid();
    Ok(InviteId(id))
}

/// An invitation lets nobody in any more; `false`: it did not anyway.
pub async fn revoke_invite(conn: &mut SqliteConnection, id: InviteId, now: Moment) -> Result<bool> {
    let done = sqlx::query!("update invite set revoked_at = ? where id = ? and revoked_at is null", now, id)
        .execute(conn)
        .await
        .context("Revoke an invitation")?;
    Ok(done.rows_affected() == 1)
}

/// Counts somebody in who came by an invitation.
pub async fn use_invite(conn: &mut SqliteConnection, id: InviteId, person: PersonId) -> Result<()> {
    sqlx::query!(
        "insert into invite_use (invite_id, person_id) values (?, ?) on conflict do nothing",
        id,
        person
    )
    .execute(conn)
    .await
    .context("Use an invitation")?;
    Ok(())
}

/// Somebody asks to join; `None`: they are waiting already.
pub async fn insert_request(
    conn: &mut SqliteConnection,
    person: PersonId,
    now: Moment,
) -> Result<Option<RequestId>> {
    let done = sqlx::query!(
        "insert into join_request (person_id, asked_at) values (?, ?) on conflict do nothing",
        person,
        now
    )
    .execute(conn)
    .await
    .context("Note a request to join")?;
    Ok((done.rows_affected() == 1).then(|| RequestId(done.last_insert_rowid())))
}

/// One request.
pub async fn request(conn: &mut SqliteConnection, id: RequestId) -> Result<Option<JoinRequest>> {
    sqlx::query_as!(
        JoinRequest,
        r#"
        select person_id as "person: PersonId", approved as "approved: bool",
               settled_by as "settled_by: PersonId"
        from join_request where id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a request to join")
}

/// How many wait to be let in.
pub async fn requests_waiting(conn: &mut SqliteConnection) -> Result<i64> {
    sqlx::query_scalar!(r#"select count(*) as "count!" from join_request where settled_at is null"#)
        .fetch_one(conn)
        .await
        .context("Count who asks to join")
}

/// Who has waited longest to be let in.
pub async fn first_request(conn: &mut SqliteConnection) -> Result<Option<RequestId>> {
    sqlx::query_scalar!(r#"select min(id) as "id: RequestId" from join_request where settled_at is null"#)
        .fetch_one(conn)
        .await
        .context("Find who asks to join")
}

/// Settles a request that is still waiting.
pub async fn settle_request(
    conn: &mut SqliteConnection,
    id: RequestId,
    by: PersonId,
    approved: bool,
    now: Moment,
) -> Result<()> {
    sqlx::query!(
        "update join_request set settled_at = ?, settled_by = ?, approved = ? where id = ? and settled_at is null",
        now,
        by,
        approved,
        id
    )
    .execute(conn)
    .await
    .context("Settle a request to join")?;
    Ok(())
}

/// Replaces the claim link's code; the earlier link no longer works.
pub async fn set_claim(conn: &mut SqliteConnection, code: &str) -> Result<()> {
    sqlx::query!("insert or replace into claim (id, code) values (1, ?)", code)
        .execute(conn)
        .await
        .context("Set the claim link")?;
    Ok(())
}

/// Takes the claim link, if this is its code: it works once.
pub async fn take_claim(conn: &mut SqliteConnection, code: &str) -> Result<bool> {
    let done = sqlx::query!("delete from claim where code = ?", code)
        .execute(conn)
        .await
        .context("Take the claim link")?;
    Ok(done.rows_affected() == 1)
}
