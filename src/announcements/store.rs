//! The tables of announcements and of who has read them.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{Announcement, Stage};
use crate::clock::Moment;
use crate::ids::{AnnouncementId, ChatId, MailingId, MessageNo, PersonId};
use crate::outbox::People;
use crate::ui::audience::Audience;
use crate::ui::state::Name;
use crate::ui::view::Content;

struct Row {
    id: AnnouncementId,
    author: Option<PersonId>,
    content: Option<String>,
    audience: Audience,
    chats: String,
    asks: bool,
    scheduled_at: Option<Moment>,
    mailing: Option<MailingId>,
    announced_at: Option<Moment>,
    revision: Option<MailingId>,
    edited_at: Option<Moment>,
    withdrawn_at: Option<Moment>,
    reminded_at: Option<Moment>,
    card: Option<MessageNo>,
    shown: String,
}

impl Row {
    fn open(self) -> Result<Announcement> {
        let content = self.content.as_deref().map(serde_json::from_str).transpose();
        Ok(Announcement {
            id: self.id,
            author: self.author,
            // Not the error itself: it may quote what somebody wrote.
            content: content.ok().context("Read an announcement")?,
            audience: self.audience,
            chats: serde_json::from_str(&self.chats).context("Read where an announcement is posted")?,
            asks: self.asks,
            stage: match self.mailing.zip(self.announced_at) {
                Some((mailing, at)) => Stage::Sent(mailing, at),
                None => Stage::Waiting(self.scheduled_at),
            },
            revision: self.revision,
            edited_at: self.edited_at,
            withdrawn_at: self.withdrawn_at,
            reminded_at: self.reminded_at,
            card: self.card,
            shown: self.shown,
        })
    }
}

/// What an announcement is before it is sent.
#[derive(Debug, Clone)]
pub struct Planned<'a> {
    pub content: &'a Content,
    pub audience: &'a Audience,
    pub chats: &'a [ChatId],
    pub asks: bool,
    /// None: it goes now.
    pub at: Option<Moment>,
}

impl Planned<'_> {
    fn content(&self) -> Result<String> {
        serde_json::to_string(self.content).context("Write down an announcement")
    }

    fn chats(&self) -> Result<String> {
        serde_json::to_string(self.chats).context("Write down where an announcement is posted")
    }
}

/// Notes an announcement that is to be sent.
pub async fn insert(
    conn: &mut SqliteConnection,
    author: PersonId,
    planned: &Planned<'_>,
) -> Result<AnnouncementId> {
    let (content, chats) = (planned.content()?, planned.chats()?);
    let id = sqlx::query!(
        "insert into announcement (author_id, content, audience, chats, asks, scheduled_at) values (?, ?, ?, ?, ?, ?)",
        author,
        content,
        planned.audience,
        chats,
        planned.asks,
        planned.at
    )
    .execute(conn)
    .await
    .context("Note an announcement")?
    .last_insert_rowid();
    Ok(AnnouncementId(id))
}

/// Changes one that waits; `false`: it does not wait any more.
pub async fn change(conn: &mut SqliteConnection, id: AnnouncementId, planned: &Planned<'_>) -> Result<bool> {
    let (content, chats) = (planned.content()?, planned.chats()?);
    let done = sqlx::query!(
        "update announcement set content = ?, audience = ?, chats = ?, asks = ?, scheduled_at = ?
         where id = ? and mailing_id is null and withdrawn_at is null",
        content,
        planned.audience,
        chats,
        planned.asks,
        planned.at,
        id
    )
    .execute(conn)
    .await
    .context("Change an announcement that waits")?;
    Ok(done.rows_affected() == 1)
}

/// It is being sent.
pub async fn set_sent(
    conn: &mut SqliteConnection,
    id: AnnouncementId,
    mailing: MailingId,
    now: Moment,
) -> Result<()> {
    sqlx::query!(
        "update announcement set mailing_id = ?, announced_at = ?, scheduled_at = null where id = ?",
        mailing,
        now,
        id
    )
    .execute(conn)
    .await
    .context("Note that an announcement is being sent")?;
    Ok(())
}

/// There was nobody to send it to.
pub async fn set_idle(conn: &mut SqliteConnection, id: AnnouncementId) -> Result<()> {
    sqlx::query!("update announcement set scheduled_at = null where id = ?", id)
        .execute(conn)
        .await
        .context("Note that an announcement has nobody to go to")?;
    Ok(())
}

/// It says something else from now on.
pub async fn reword(
    conn: &mut SqliteConnection,
    id: AnnouncementId,
    content: &Content,
    by: MailingId,
    now: Moment,
) -> Result<()> {
    let content = serde_json::to_string(content).context("Write down an announcement")?;
    sqlx::query!(
        "update announcement set content = ?, revision_id = ?, edited_at = ?, shown = '' where id = ?",
        content,
        by,
        now,
        id
    )
    .execute(conn)
    .await
    .context("Word an announcement anew")?;
    Ok(())
}

/// It is taken back; `by`: how those who have it lose it. `false`: it was already.
pub async fn withdraw(
    conn: &mut SqliteConnection,
    id: AnnouncementId,
    by: Option<MailingId>,
    now: Moment,
) -> Result<bool> {
    let done = sqlx::query!(
        "update announcement set withdrawn_at = ?, revision_id = coalesce(?, revision_id), shown = ''
         where id = ? and withdrawn_at is null",
        now,
        by,
        id
    )
    .execute(conn)
    .await
    .context("Take an announcement back")?;
    Ok(done.rows_affected() == 1)
}

/// Its card has news.
pub async fn has_news(conn: &mut SqliteConnection, id: AnnouncementId) -> Result<()> {
    sqlx::query!("update announcement set shown = '' where id = ?", id)
        .execute(conn)
        .await
        .context("Note that an announcement has news")?;
    Ok(())
}

/// One announcement.
pub async fn get(conn: &mut SqliteConnection, id: AnnouncementId) -> Result<Option<Announcement>> {
    let row = sqlx::query_as!(
        Row,
        r#"
        select id as "id!: AnnouncementId", author_id as "author: PersonId", content, audience as "audience: Audience",
               chats, asks as "asks: bool", scheduled_at as "scheduled_at: Moment", mailing_id as "mailing: MailingId",
               announced_at as "announced_at: Moment", revision_id as "revision: MailingId",
               edited_at as "edited_at: Moment", withdrawn_at as "withdrawn_at: Moment",
               reminded_at as "reminded_at: Moment", card as "card: MessageNo", shown
        from announcement where id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get an announcement")?;
    row.map(Row::open).transpose()
}

/// A page of all: those that wait first, the soonest before others; then the latest.
pub async fn list(conn: &mut SqliteConnection, first: u32, most: u32) -> Result<Vec<Announcement>> {
    let rows = sqlx::query_as!(
        Row,
        r#"
        select id as "id!: AnnouncementId", author_id as "author: PersonId", content, audience as "audience: Audience",
               chats, asks as "asks: bool", scheduled_at as "scheduled_at: Moment", mailing_id as "mailing: MailingId",
               announced_at as "announced_at: Moment", revision_id as "revision: MailingId",
               edited_at as "edited_at: Moment", withdrawn_at as "withdrawn_at: Moment",
               reminded_at as "reminded_at: Moment", card as "card: MessageNo", shown
        from announcement
        order by mailing_id is not null or withdrawn_at is not null,
                 iif(mailing_id is null and withdrawn_at is null, scheduled_at, null), id desc limit ? offset ?
        "#,
        most,
        first
    )
    .fetch_all(conn)
    .await
    .context("List announcements")?;
    rows.into_iter().map(Row::open).collect()
}

/// How many there are, and how many of them wait.
pub async fn count(conn: &mut SqliteConnection) -> Result<(i64, i64)> {
    let row = sqlx::query!(
        r#"
        select count(*) as "all!: i64", count(*) filter (where mailing_id is null and withdrawn_at is null) as "wait!: i64"
        from announcement
        "#
    )
    .fetch_one(conn)
    .await
    .context("Count announcements")?;
    Ok((row.all, row.wait))
}

/// The announcements whose cards may have news to show.
pub async fn under_way(conn: &mut SqliteConnection) -> Result<Vec<AnnouncementId>> {
    sqlx::query_scalar!(
        r#"select id as "id!: AnnouncementId" from announcement where shown not like 'end%' and card is not null"#
    )
    .fetch_all(conn)
    .await
    .context("List announcements under way")
}

/// The announcement that stands in this message of a person's chat.
pub async fn in_message(
    conn: &mut SqliteConnection,
    person: PersonId,
    no: MessageNo,
) -> Result<Option<AnnouncementId>> {
    sqlx::query_scalar!(
        r#"
        select a.id as "id!: AnnouncementId" from delivery d join announcement a on a.mailing_id = d.mailing_id
        where d.person_id = ? and d.sent_as = ? and d.edits is null
        "#,
        person,
        no
    )
    .fetch_optional(conn)
    .await
    .context("Find the announcement in a message")
}

/// Whether it was sent to a person.
pub async fn has(conn: &mut SqliteConnection, mailing: MailingId, person: PersonId) -> Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select 1 from delivery where mailing_id = ? and person_id = ?) as "has!: bool""#,
        mailing,
        person
    )
    .fetch_one(conn)
    .await
    .context("Ask whether somebody was sent an announcement")
}

/// Notes that a person has read it, or has not after all; `false`: that was known.
pub async fn set_read(
    conn: &mut SqliteConnection,
    id: AnnouncementId,
    person: PersonId,
    read: bool,
    now: Moment,
) -> Result<bool> {
    let done = if read {
        sqlx::query!(
            "insert into announcement_read (announcement_id, person_id, at) values (?, ?, ?) on conflict do nothing",
            id,
            person,
            now
        )
        .execute(conn)
        .await
    } else {
        sqlx::query!("delete from announcement_read where announcement_id = ? and person_id = ?", id, person)
            .execute(conn)
            .await
    };
    Ok(done.context("Note who has read an announcement")?.rows_affected() == 1)
}

/// Whether a person has said that they read it.
pub async fn has_read(conn: &mut SqliteConnection, id: AnnouncementId, person: PersonId) -> Result<bool> {
    sqlx::query_scalar!(
        r#"
        select exists (select 1 from announcement_read where announcement_id = ? and person_id = ?) as "has!: bool"
        "#,
        id,
        person
    )
    .fetch_one(conn)
    .await
    .context("Ask whether somebody has read an announcement")
}

/// Those it was sent to who have said that they read it, or have not; none: both.
pub async fn who_read(
    conn: &mut SqliteConnection,
    id: AnnouncementId,
    mailing: MailingId,
    read: Option<bool>,
) -> Result<People> {
    let row = sqlx::query!(
        r#"
        select json_group_array(d.person_id) as "json!: String", count(*) as "count!: i64" from delivery d
        where d.mailing_id = ?1 and d.person_id is not null and d.edits is null and d.state <> 'cancelled'
          and (?3 is null
               or ?3 = exists (select 1 from announcement_read r
                               where r.announcement_id = ?2 and r.person_id = d.person_id))
        "#,
        mailing,
        id,
        read
    )
    .fetch_one(conn)
    .await
    .context("List who has read an announcement")?;
    Ok(People::listed(row.json, row.count))
}

/// What these people are called.
pub async fn called(conn: &mut SqliteConnection, people: &People) -> Result<Vec<Name>> {
    let people = people.json();
    sqlx::query_scalar!(
        r#"select name as "name!: Name" from person where name is not null and id in (select value from json_each(?))"#,
        people
    )
    .fetch_all(conn)
    .await
    .context("Get the names of readers")
}

/// Those who have not read it were reminded.
pub async fn set_reminded(conn: &mut SqliteConnection, id: AnnouncementId, now: Moment) -> Result<()> {
    sqlx::query!("update announcement set reminded_at = ? where id = ?", now, id)
        .execute(conn)
        .await
        .context("Note a reminder")?;
    Ok(())
}

/// Notes what a card shows.
pub async fn set_shown(conn: &mut SqliteConnection, id: AnnouncementId, shown: &str) -> Result<()> {
    sqlx::query!("update announcement set shown = ? where id = ?", shown, id)
        .execute(conn)
        .await
        .context("Note what a card shows")?;
    Ok(())
}

/// The announcement's card is this message from now on; none: nothing shows its progress.
pub async fn set_card(
    conn: &mut SqliteConnection,
    id: AnnouncementId,
    card: Option<MessageNo>,
) -> Result<()> {
    sqlx::query!("update announcement set card = ? where id = ?", card, id)
        .execute(conn)
        .await
        .context("Note an announcement's card")?;
    Ok(())
}

/// Its author has put another screen on this message: no card is there any more.
pub async fn leave_card(conn: &mut SqliteConnection, author: PersonId, no: MessageNo) -> Result<()> {
    sqlx::query!("update announcement set card = null where author_id = ? and card = ?", author, no)
        .execute(conn)
        .await
        .context("Let an announcement's card go")?;
    Ok(())
}
