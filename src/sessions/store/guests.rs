//! Who was invited to a session, and what they say.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::super::{Answered, Guest, Places};
use crate::alphabet;
use crate::clock::Moment;
use crate::ids::{AffiliationId, PersonId, SessionId};
use crate::l10n::Lang;
use crate::outbox::store::MessageId;
use crate::outbox::{People, Subject, Urgency};
use crate::ui::action::{Attendance, Guests};
use crate::ui::state::{Name, Note};

/// Invites those of these people who were not invited yet.
pub async fn invite(conn: &mut SqliteConnection, id: SessionId, people: &People) -> Result<()> {
    let people = people.json();
    sqlx::query!(
        "insert into session_guest (session_id, person_id)
         select ?1, id from person where joined_at is not null and id in (select value from json_each(?2))
         on conflict do nothing",
        id,
        people
    )
    .execute(conn)
    .await
    .context("Invite to a session")?;
    Ok(())
}

/// Invites one person to what lies ahead and is for everyone or for their sector and region: they may have joined since
/// it was announced.
pub async fn invite_newcomer(conn: &mut SqliteConnection, person: PersonId, now: Moment) -> Result<()> {
    sqlx::query!(
        "insert into session_guest (session_id, person_id)
         select s.id, p.id from session s join person p on p.id = ?1
         where s.over_at > ?2 and s.cancelled_at is null
           -- Nothing but groups narrows it, and of each dimension the person is in one.
           and not exists (select 1 from json_each(s.audience) k
                           where k.key <> 'groups' and json_array_length(k.value) > 0)
           and not exists (select 1 from json_each(s.audience, '$.groups') g join affiliation a on a.id = g.value
                           group by a.dimension having coalesce(max(a.id in (p.sector_id, p.region_id)), 0) = 0)
         on conflict do nothing",
        person,
        now
    )
    .execute(conn)
    .await
    .context("Invite a newcomer")?;
    Ok(())
}

/// What a person said; none: they are not invited.
pub async fn answer_of(
    conn: &mut SqliteConnection,
    id: SessionId,
    person: PersonId,
) -> Result<Option<Answered>> {
    sqlx::query_as!(
        Answered,
        r#"
        select attendance as "attendance: Attendance", offered_until as "offered_until: Moment", word as "word: Note",
               checked_in_at is not null as "here!: bool"
        from session_guest where session_id = ? and person_id = ?
        "#,
        id,
        person
    )
    .fetch_optional(conn)
    .await
    .context("Get an answer to a session")
}

/// Notes a person's answer. Whoever waits keeps their turn.
pub async fn answer(
    conn: &mut SqliteConnection,
    id: SessionId,
    person: PersonId,
    attendance: Attendance,
    now: Moment,
) -> Result<()> {
    sqlx::query!(
        "update session_guest set since = case when attendance = ?3 then since else ?4 end,
                                  attendance = ?3, offered_until = null
         where session_id = ?1 and person_id = ?2",
        id,
        person,
        attendance,
        now
    )
    .execute(conn)
    .await
    .context("Answer to a session")?;
    Ok(())
}

/// Adds a word to an answer.
pub async fn add_word(
    conn: &mut SqliteConnection,
    id: SessionId,
    person: PersonId,
    word: &Note,
) -> Result<()> {
    sqlx::query!(
        "update session_guest set word = ?3 where session_id = ?1 and person_id = ?2",
        id,
        person,
        word
    )
    .execute(conn)
    .await
    .context("Add a word to an answer")?;
    Ok(())
}

/// How many places are taken, and how many people wait.
pub async fn places(conn: &mut SqliteConnection, id: SessionId) -> Result<Places> {
    sqlx::query_as!(
        Places,
        r#"
        select (select count(*) from session_guest
                where session_id = ?1 and attendance in ('coming', 'offered')) as "taken!: u32",
               (select count(*) from session_guest where session_id = ?1 and attendance = 'waiting') as "waiting!: u32"
        "#,
        id
    )
    .fetch_one(conn)
    .await
    .context("Count places")
}

/// How many wait before a person.
pub async fn ahead(conn: &mut SqliteConnection, id: SessionId, person: PersonId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from session_guest g
        join session_guest mine on mine.session_id = g.session_id and mine.person_id = ?2
        where g.session_id = ?1 and g.attendance = 'waiting' and (g.since, g.person_id) < (mine.since, mine.person_id)
        "#,
        id,
        person
    )
    .fetch_one(conn)
    .await
    .context("Count who waits before somebody")
}

/// How many said what.
pub async fn counts(conn: &mut SqliteConnection, id: SessionId) -> Result<Vec<(Attendance, i64)>> {
    let rows = sqlx::query!(
        r#"
        select attendance as "attendance: Attendance", count(*) as "count!: i64"
        from session_guest where session_id = ? group by attendance
        "#,
        id
    )
    .fetch_all(conn)
    .await
    .context("Count answers to a session")?;
    Ok(rows.into_iter().map(|row| (row.attendance, row.count)).collect())
}

/// How many upcoming sessions still wait for a person's answer.
pub async fn waiting_for(conn: &mut SqliteConnection, person: PersonId, now: Moment) -> Result<i64> {
    sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from session_guest g join session s on s.id = g.session_id
        where g.person_id = ?1 and g.attendance in ('silent', 'offered') and s.over_at > ?2 and s.cancelled_at is null
        "#,
        person,
        now
    )
    .fetch_one(conn)
    .await
    .context("Count sessions that wait for a person")
}

/// The guests who said so and belong there, by name.
pub async fn list(
    conn: &mut SqliteConnection,
    guests: Guests,
    group: Option<AffiliationId>,
) -> Result<Vec<Guest>> {
    let mut all = sqlx::query_as!(
        Guest,
        r#"
        select p.name as "name: Name", p.sector_id as "sector: AffiliationId",
               p.region_id as "region: AffiliationId", g.attendance as "attendance!: Attendance", g.word as "word: Note",
               g.checked_in_at is not null as "here!: bool"
        from session_guest g join person p on p.id = g.person_id
        where g.session_id = ?1 and (?2 is null or g.attendance = ?2)
          and (?3 is null or ?3 in (p.sector_id, p.region_id))
        order by p.id
        "#,
        guests.of,
        guests.who,
        group
    )
    .fetch_all(conn)
    .await
    .context("List guests")?;
    alphabet::sort(&mut all, |one| one.name.as_ref().map_or("", Name::plain));
    Ok(all)
}

/// The guests who said any of these.
pub async fn who_said(
    conn: &mut SqliteConnection,
    id: SessionId,
    attendances: &[Attendance],
) -> Result<Vec<PersonId>> {
    let said = serde_json::to_string(attendances).context("List answers")?;
    sqlx::query_scalar!(
        r#"
        select person_id as "id!: PersonId" from session_guest
        where session_id = ?1 and attendance in (select value from json_each(?2)) order by person_id
        "#,
        id,
        said
    )
    .fetch_all(conn)
    .await
    .context("List who said so")
}

/// Owes a new card to everyone who said so, speaks `lang` and was sent a card.
pub async fn refresh(
    conn: &mut SqliteConnection,
    id: SessionId,
    attendance: Attendance,
    lang: Lang,
    message: MessageId,
    now: Moment,
) -> Result<()> {
    let subject = Subject::Session(id).to_string();
    sqlx::query!(
        "insert into delivery (message_id, person_id, chat, urgency, edits, due_at)
         select ?1, d.person_id, d.chat, ?2, d.sent_as, ?3
         from message m join delivery d on d.message_id = m.id
         join session_guest g on g.person_id = d.person_id and g.session_id = ?4 and g.attendance = ?5
         join person p on p.id = d.person_id
         where m.subject = ?6 and d.state = 'sent' and d.edits is null and d.sent_as is not null and p.lang = ?7 and p.blocked_at is null
         on conflict (chat, edits) where state = 'due' and edits is not null
         do update set message_id = excluded.message_id",
        message,
        Urgency::Refresh,
        now,
        id,
        attendance,
        subject,
        lang
    )
    .execute(conn)
    .await
    .context("Owe fresh cards of a session")?;
    Ok(())
}
