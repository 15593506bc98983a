//! The tables of people: who they are; [`coming`] in, [`belonging`], and [`offline`] people have files of their own.

pub mod belonging;
pub mod coming;
pub mod entered;
pub mod gathered;
pub mod offline;
pub mod team;

use std::time::Duration;

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Headcount, Person};
use crate::clock::Moment;
use crate::ids::{AffiliationId, PersonId, TelegramId};
use crate::l10n::Lang;
use crate::quiet::QuietHours;
use crate::role::Role;
use crate::ui::action::Dimension;
use crate::ui::state::{Dialogue, Name};

/// How exactly it is known when a visitor was last here.
const A_DAY: Duration = Duration::from_secs(24 * 3600);

/// A person as the table holds them.
pub struct Row {
    pub id: PersonId,
    pub telegram_id: TelegramId,
    pub lang: Lang,
    pub name: Option<Name>,
    pub sector_id: Option<AffiliationId>,
    pub region_id: Option<AffiliationId>,
    pub role: Role,
    pub joined: bool,
    pub blocked: bool,
    pub seen_at: Moment,
    pub dialogue: String,
}

impl Row {
    /// The person, and their dialogue as JSON.
    pub fn open(self) -> (Person, String) {
        let person = Person {
            id: self.id,
            telegram: self.telegram_id,
            lang: self.lang,
            name: self.name,
            sector: self.sector_id,
            region: self.region_id,
            role: self.role,
            joined: self.joined,
            blocked: self.blocked,
            seen_at: self.seen_at,
        };
        (person, self.dialogue)
    }
}

/// The person behind a Telegram account, with their dialogue.
pub async fn find(conn: &mut SqliteConnection, telegram: TelegramId) -> Result<Option<(Person, String)>> {
    let row = sqlx::query_as!(
        Row,
        r#"
        select id as "id!: PersonId", telegram_id as "telegram_id: TelegramId", lang as "lang: Lang",
               name as "name: Name", sector_id as "sector_id: AffiliationId",
               region_id as "region_id: AffiliationId", role as "role: Role",
               joined_at is not null as "joined!: bool", blocked_at is not null as "blocked!: bool",
               seen_at as "seen_at: Moment", dialogue
        from person where telegram_id = ?
        "#,
        telegram
    )
    .fetch_optional(conn)
    .await
    .context("Find a person by Telegram id")?;
    Ok(row.map(Row::open))
}

/// The person with their dialogue.
pub async fn get(conn: &mut SqliteConnection, id: PersonId) -> Result<Option<(Person, String)>> {
    let row = sqlx::query_as!(
        Row,
        r#"
        select id as "id!: PersonId", telegram_id as "telegram_id: TelegramId", lang as "lang: Lang",
               name as "name: Name", sector_id as "sector_id: AffiliationId",
               region_id as "region_id: AffiliationId", role as "role: Role",
               joined_at is not null as "joined!: bool", blocked_at is not null as "blocked!: bool",
               seen_at as "seen_at: Moment", dialogue
        from person where id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get a person")?;
    Ok(row.map(Row::open))
}

/// Notes somebody who writes for the first time.
pub async fn insert(
    conn: &mut SqliteConnection,
    telegram: TelegramId,
    lang: Lang,
    now: Moment,
) -> Result<()> {
    sqlx::query!("insert into person (telegram_id, lang, seen_at) values (?, ?, ?)", telegram, lang, now)
        .execute(conn)
        .await
        .context("Insert a person")?;
    Ok(())
}

/// Saves what is waited for from a person, and that they were here: of those who take part only the day is noted, or the
/// moment would tell which unnamed letter is theirs. Whoever writes is within reach again.
pub async fn save_dialogue(
    conn: &mut SqliteConnection,
    id: PersonId,
    dialogue: &str,
    now: Moment,
) -> Result<()> {
    sqlx::query!(
        "update person set dialogue = ?1, blocked_at = null,
                           seen_at = iif(joined_at is null, ?2, ?2 - ?2 % 86400000)
         where id = ?3",
        dialogue,
        now,
        id
    )
    .execute(conn)
    .await
    .context("Save a dialogue")?;
    Ok(())
}

/// Replaces the dialogue of somebody else than the one who acts.
pub async fn set_dialogue(conn: &mut SqliteConnection, id: PersonId, dialogue: &Dialogue) -> Result<()> {
    let dialogue = dialogue.json();
    sqlx::query!("update person set dialogue = ? where id = ?", dialogue, id)
        .execute(conn)
        .await
        .context("Set a dialogue")?;
    Ok(())
}

/// Notes that the bot was blocked by these people.
pub async fn mark_blocked(conn: &mut SqliteConnection, id: PersonId, now: Moment) -> Result<()> {
    sqlx::query!("update person set blocked_at = coalesce(blocked_at, ?) where id = ?", now, id)
        .execute(conn)
        .await
        .context("Mark a person as out of reach")?;
    Ok(())
}

/// Lets a person in under a name.
pub async fn join(conn: &mut SqliteConnection, id: PersonId, name: &Name, now: Moment) -> Result<()> {
    sqlx::query!(
        "update person set name = ?, joined_at = coalesce(joined_at, ?) where id = ?",
        name,
        now,
        id
    )
    .execute(conn)
    .await
    .context("Let a person in")?;
    Ok(())
}

/// Another name.
pub async fn rename(conn: &mut SqliteConnection, id: PersonId, name: &Name) -> Result<()> {
    sqlx::query!("update person set name = ? where id = ?", name, id)
        .execute(conn)
        .await
        .context("Rename a person")?;
    Ok(())
}

/// Another language.
pub async fn speak(conn: &mut SqliteConnection, id: PersonId, lang: Lang) -> Result<()> {
    sqlx::query!("update person set lang = ? where id = ?", lang, id)
        .execute(conn)
        .await
        .context("Change a person's language")?;
    Ok(())
}

/// Another sector or region, or none.
pub async fn belong(
    conn: &mut SqliteConnection,
    id: PersonId,
    dimension: Dimension,
    to: Option<AffiliationId>,
) -> Result<()> {
    match dimension {
        Dimension::Sector => {
            sqlx::query!("update person set sector_id = ? where id = ?", to, id).execute(conn).await
        }
        Dimension::Region => {
            sqlx::query!("update person set region_id = ? where id = ?", to, id).execute(conn).await
        }
    }
    .context("Change where a person belongs")?;
    Ok(())
}

/// When somebody is not to be disturbed; none: they do not mind.
pub async fn quiet_hours(conn: &mut SqliteConnection, id: PersonId) -> Result<Option<QuietHours>> {
    let row =
        sqlx::query!(r#"select quiet_from as "from: u8", quiet_to as "to: u8" from person where id = ?"#, id)
            .fetch_one(conn)
            .await
            .context("Get somebody's quiet hours")?;
    Ok(row.from.zip(row.to).and_then(|(from, to)| QuietHours::new(from, to)))
}

/// Other quiet hours, or none.
pub async fn keep_quiet(conn: &mut SqliteConnection, id: PersonId, hours: Option<QuietHours>) -> Result<()> {
    let (from, to) = hours.map(|hours| (hours.from(), hours.to())).unzip();
    sqlx::query!("update person set quiet_from = ?, quiet_to = ? where id = ?", from, to, id)
        .execute(conn)
        .await
        .context("Change somebody's quiet hours")?;
    Ok(())
}

/// Another role.
pub async fn appoint(conn: &mut SqliteConnection, id: PersonId, role: Role) -> Result<()> {
    sqlx::query!("update person set role = ? where id = ?", role, id)
        .execute(conn)
        .await
        .context("Change a person's role")?;
    Ok(())
}

/// Whoever looks at proposals first and answers letters: moderators, organizers and owners, joined or about to.
pub async fn moderators(conn: &mut SqliteConnection) -> Result<Vec<Person>> {
    let rows = sqlx::query_as!(
        Row,
        r#"
        select id as "id!: PersonId", telegram_id as "telegram_id: TelegramId", lang as "lang: Lang",
               name as "name: Name", sector_id as "sector_id: AffiliationId",
               region_id as "region_id: AffiliationId", role as "role: Role",
               joined_at is not null as "joined!: bool", blocked_at is not null as "blocked!: bool",
               seen_at as "seen_at: Moment", dialogue
        from person where role <> 'participant' order by id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List those with a role")?;
    Ok(rows.into_iter().map(|row| row.open().0).collect())
}

/// All organizers, owners among them, joined or about to.
pub async fn organizers(conn: &mut SqliteConnection) -> Result<Vec<Person>> {
    let all = moderators(conn).await?;
    Ok(all.into_iter().filter(|person| person.role >= Role::Organizer).collect())
}

/// How many people are in.
pub async fn headcount(conn: &mut SqliteConnection) -> Result<Headcount> {
    sqlx::query_as!(
        Headcount,
        r#"
        select count(*) as "joined!", coalesce(sum(blocked_at is null), 0) as "reachable!: i64"
        from person where joined_at is not null
        "#
    )
    .fetch_one(conn)
    .await
    .context("Count people")
}

/// Forgets a person. What others keep of them (a proposal, a counted ballot) stays without them.
pub async fn delete(conn: &mut SqliteConnection, id: PersonId) -> Result<()> {
    sqlx::query!("delete from person where id = ?", id).execute(conn).await.context("Forget a person")?;
    Ok(())
}

/// A visitor was here again, in a group: they are remembered from today on. To the day, so most taps write nothing. That
/// says nothing of whether messages reach them.
pub async fn keep_visitor(conn: &mut SqliteConnection, person: &Person, now: Moment) -> Result<()> {
    if person.joined || person.seen_at.after(A_DAY) >= now {
        return Ok(());
    }
    sqlx::query!("update person set seen_at = ? where id = ?", now, person.id)
        .execute(conn)
        .await
        .context("Note that a visitor was here")?;
    Ok(())
}

/// Forgets visitors who never joined and have not been here since `before`.
pub async fn forget_visitors(conn: &mut SqliteConnection, before: Moment) -> Result<()> {
    sqlx::query!(
        "delete from person where joined_at is null and role = 'participant' and seen_at < ?",
        before
    )
    .execute(conn)
    .await
    .context("Forget visitors")?;
    Ok(())
}

/// Notes that messages reach this person again.
pub async fn mark_reachable(conn: &mut SqliteConnection, id: PersonId) -> Result<()> {
    sqlx::query!("update person set blocked_at = null where id = ?", id)
        .execute(conn)
        .await
        .context("Mark a person as within reach")?;
    Ok(())
}
