//! The door of a session: its code, who has come in, and the cards on which organizers see how many have.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::super::room::{Arrival, Presence};
use crate::alphabet;
use crate::clock::Moment;
use crate::ids::{PersonId, SessionId};
use crate::l10n::Lang;
use crate::outbox::store::MessageId;
use crate::outbox::{Subject, Urgency};
use crate::ui::action::Attendance;
use crate::ui::state::Name;

/// What follows "start=" in the link on the door; none: nobody has asked for it yet.
pub async fn code(conn: &mut SqliteConnection, id: SessionId) -> Result<Option<String>> {
    let code = sqlx::query_scalar!("select door from session where id = ?", id).fetch_optional(conn).await;
    Ok(code.context("Get the code of a door")?.flatten())
}

/// This code opens the door from now on, and none before it.
pub async fn set_code(conn: &mut SqliteConnection, id: SessionId, code: &str) -> Result<()> {
    sqlx::query!("update session set door = ? where id = ?", code, id)
        .execute(conn)
        .await
        .context("Set the code of a door")?;
    Ok(())
}

/// Whose door a code opens.
pub async fn by_code(conn: &mut SqliteConnection, code: &str) -> Result<Option<SessionId>> {
    sqlx::query_scalar!(r#"select id as "id!: SessionId" from session where door = ?"#, code)
        .fetch_optional(conn)
        .await
        .context("Find a door")
}

/// How many are there, of how many who come so.
pub async fn presence(conn: &mut SqliteConnection, id: SessionId, how: Attendance) -> Result<Presence> {
    sqlx::query_as!(
        Presence,
        r#"
        select coalesce(sum(checked_in_at is not null), 0) as "here!: u32",
               coalesce(sum(checked_in_at is not null or attendance = ?2), 0) as "come!: u32"
        from session_guest where session_id = ?1
        "#,
        id,
        how
    )
    .fetch_one(conn)
    .await
    .context("Count who is there")
}

/// Notes that somebody is there, on the list or not; `false`: they were already. Whoever waits keeps their turn, should
/// it have been the wrong person.
pub async fn check_in(
    conn: &mut SqliteConnection,
    id: SessionId,
    person: PersonId,
    how: Attendance,
    now: Moment,
) -> Result<bool> {
    let done = sqlx::query!(
        "insert into session_guest (session_id, person_id, attendance, since, checked_in_at)
         values (?1, ?2, ?3, ?4, ?4)
         on conflict (session_id, person_id) do update
         set said_before = attendance, attendance = excluded.attendance, offered_until = null,
             checked_in_at = excluded.checked_in_at
         where checked_in_at is null",
        id,
        person,
        how,
        now
    )
    .execute(conn)
    .await
    .context("Check somebody in")?;
    Ok(done.rows_affected() == 1)
}

/// It was the wrong person: they are not there, and say what they had said. `false`: they were not.
pub async fn take_back(conn: &mut SqliteConnection, id: SessionId, person: PersonId) -> Result<bool> {
    let gone = sqlx::query!(
        "delete from session_guest
         where session_id = ? and person_id = ? and checked_in_at is not null and said_before is null",
        id,
        person
    )
    .execute(&mut *conn)
    .await
    .context("Take somebody off the list again")?;
    let back = sqlx::query!(
        "update session_guest
         set attendance = case said_before when 'offered' then 'waiting' else said_before end,
             said_before = null, checked_in_at = null
         where session_id = ? and person_id = ? and checked_in_at is not null",
        id,
        person
    )
    .execute(conn)
    .await
    .context("Take a check-in back")?;
    Ok(gone.rows_affected() + back.rows_affected() > 0)
}

/// Whether somebody is there.
pub async fn is_here(conn: &mut SqliteConnection, id: SessionId, person: PersonId) -> Result<bool> {
    sqlx::query_scalar!(
        r#"
        select exists (select 1 from session_guest
                       where session_id = ? and person_id = ? and checked_in_at is not null) as "here!: bool"
        "#,
        id,
        person
    )
    .fetch_one(conn)
    .await
    .context("Ask whether somebody is there")
}

/// Everybody in the network, by name, with what they said of a session.
pub async fn arrivals(conn: &mut SqliteConnection, id: SessionId) -> Result<Vec<Arrival>> {
    let mut all = sqlx::query_as!(
        Arrival,
        r#"
        select p.id as "id!: PersonId", p.name as "name!: Name", g.attendance as "attendance: Attendance",
               g.checked_in_at is not null as "here!: bool"
        from person p left join session_guest g on g.person_id = p.id and g.session_id = ?
        where p.joined_at is not null and p.name is not null order by p.id
        "#,
        id
    )
    .fetch_all(conn)
    .await
    .context("List who may come in")?;
    alphabet::sort(&mut all, |one| one.name.plain());
    Ok(all)
}

/// Cards of a door: whether some are in chats, and whether some are still on their way.
#[derive(Debug, Clone, Copy)]
pub struct Cards {
    pub shown: bool,
    pub waiting: bool,
}

/// Which cards of a door there are.
pub async fn cards(conn: &mut SqliteConnection, id: SessionId) -> Result<Cards> {
    let subject = Subject::Door(id).to_string();
    sqlx::query_as!(
        Cards,
        r#"
        select coalesce(max(d.state = 'sent' and d.sent_as is not null), 0) as "shown!: bool",
               coalesce(max(d.state = 'due'), 0) as "waiting!: bool"
        from message m join delivery d on d.message_id = m.id
        where m.subject = ? and d.edits is null
        "#,
        subject
    )
    .fetch_one(conn)
    .await
    .context("Ask for cards of a door")
}

/// Owes other words to every card of a door that an organizer has who speaks `lang`.
pub async fn refresh(
    conn: &mut SqliteConnection,
    id: SessionId,
    lang: Lang,
    words: MessageId,
    now: Moment,
) -> Result<()> {
    let subject = Subject::Door(id).to_string();
    sqlx::query!(
        "insert into delivery (message_id, person_id, chat, urgency, edits, due_at)
         select ?1, d.person_id, d.chat, ?2, d.sent_as, ?3
         from message m join delivery d on d.message_id = m.id join person p on p.id = d.person_id
         where m.subject = ?4 and d.state = 'sent' and d.edits is null and d.sent_as is not null and p.lang = ?5
           and p.role in ('organizer', 'owner') and p.blocked_at is null
         on conflict (chat, edits) where state = 'due' and edits is not null
         do update set message_id = excluded.message_id",
        words,
        Urgency::Refresh,
        now,
        subject,
        lang
    )
    .execute(conn)
    .await
    .context("Owe fresh cards of a door")?;
    Ok(())
}

/// The cards of a door that a person (none: everybody) has are no longer brought up to date.
pub async fn let_go(conn: &mut SqliteConnection, id: SessionId, person: Option<PersonId>) -> Result<()> {
    let subject = Subject::Door(id).to_string();
    sqlx::query!(
        "update delivery set sent_as = null
         where (?1 is null or person_id = ?1) and edits is null and state = 'sent'
           and message_id in (select id from message where subject = ?2)",
        person,
        subject
    )
    .execute(conn)
    .await
    .context("Let cards of a door go")?;
    Ok(())
}
