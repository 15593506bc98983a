//! The marks of what organizers entered for people who are not on Telegram.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::ids::PersonId;
use crate::people::flow::entered::Entered;

impl Entered {
    fn columns(self) -> (&'static str, i64) {
        match self {
            Self::Proposal(id) => ("proposal", id.0),
            Self::Stance(id) => ("stance", id.0),
            Self::Session(id) => ("session", id.0),
            Self::Poll(id) => ("poll", id.0),
        }
    }
}

/// This was entered for somebody.
pub async fn mark(conn: &mut SqliteConnection, what: Entered, whom: PersonId) -> Result<()> {
    let (kind, subject) = what.columns();
    sqlx::query!(
        "insert into entered (kind, subject, person_id) values (?, ?, ?) on conflict do nothing",
        kind,
        subject,
        whom
    )
    .execute(conn)
    .await
    .context("Mark what was entered for somebody")?;
    Ok(())
}

/// How much stands under somebody's name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Holdings {
    pub proposals: i64,
    pub stances: i64,
    pub sessions: i64,
    pub polls: i64,
}

impl Holdings {
    /// Nothing does.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// How much stands under somebody's name. Withdrawn proposals do not count.
pub async fn holdings(conn: &mut SqliteConnection, person: PersonId) -> Result<Holdings> {
    sqlx::query_as!(
        Holdings,
        r#"
        select (select count(*) from proposal where author_id = ?1 and state <> 'withdrawn') as "proposals!",
               (select count(*) from stance where person_id = ?1) as "stances!",
               (select count(*) from session_guest where person_id = ?1 and attendance <> 'silent') as "sessions!",
               (select count(*) from poll_answer where person_id = ?1) as "polls!"
        "#,
        person
    )
    .fetch_one(conn)
    .await
    .context("Count what stands under a name")
}
