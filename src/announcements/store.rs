//! The table of announcements.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::Announcement;
use crate::clock::Moment;
use crate::ids::{AffiliationId, AnnouncementId, MailingId, MessageNo, PersonId, SessionId};
use crate::ui::action::{Attendance, Audience};

struct Row {
    id: AnnouncementId,
    mailing: MailingId,
    author: Option<PersonId>,
    group: Option<AffiliationId>,
    guests_of: Option<SessionId>,
    guests_who: Option<Attendance>,
    card: Option<MessageNo>,
    shown: String,
}

impl Row {
    fn open(self) -> Announcement {
        Announcement {
            id: self.id,
            mailing: self.mailing,
            author: self.author,
            audience: Audience::of_columns(self.group, self.guests_of, self.guests_who),
            card: self.card,
            shown: self.shown,
        }
    }
}

/// Notes an announcement that is being sent.
pub async fn insert(
    conn: &mut SqliteConnection,
    mailing: MailingId,
    author: PersonId,
    audience: Audience,
    card: Option<MessageNo>,
    now: Moment,
) -> Result<AnnouncementId> {
    let (group, guests_of, guests_who) = audience.columns();
    let id = sqlx::query!(
        "insert into announcement (mailing_id, author_id, affiliation_id, guests_of, guests_who, announced_at, card)
         values (?, ?, ?, ?, ?, ?, ?)",
        mailing,
        author,
        group,
        guests_of,
        guests_who,
        now,
        card
    )
    .execute(conn)
    .await
    .context("Note an announcement")?
    .last_insert_rowid();
    Ok(AnnouncementId(id))
}

/// One announcement.
pub async fn get(conn: &mut SqliteConnection, id: AnnouncementId) -> Result<Option<Announcement>> {
    let row = sqlx::query_as!(
        Row,
        r#"
        select id as "id!: AnnouncementId", mailing_id as "mailing: MailingId", author_id as "author: PersonId",
               affiliation_id as "group: AffiliationId", guests_of as "guests_of: SessionId",
               guests_who as "guests_who: Attendance", card as "card: MessageNo", shown
        from announcement where id = ?
        "#,
        id
    )
    .fetch_optional(conn)
    .await
    .context("Get an announcement")?;
    Ok(row.map(Row::open))
}

/// The announcements whose cards may have news to show.
pub async fn under_way(conn: &mut SqliteConnection) -> Result<Vec<Announcement>> {
    let rows = sqlx::query_as!(
        Row,
        r#"
        select id as "id!: AnnouncementId", mailing_id as "mailing: MailingId", author_id as "author: PersonId",
               affiliation_id as "group: AffiliationId", guests_of as "guests_of: SessionId",
               guests_who as "guests_who: Attendance", card as "card: MessageNo", shown
        from announcement where shown not like 'end%' and card is not null
        "#
    )
    .fetch_all(conn)
    .await
    .context("List announcements under way")?;
    Ok(rows.into_iter().map(Row::open).collect())
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
