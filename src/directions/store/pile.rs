//! The pile of proposals that are under no direction, and which card of it who has on the screen.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::ids::{CallId, PersonId, ProposalId};
use crate::ui::state::{Name, Question};

/// How far sorting has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub sorted: i64,
    /// Those on the pile.
    pub waiting: i64,
}

/// How far sorting has come, in a call or in all.
pub async fn progress(conn: &mut SqliteConnection, call: Option<CallId>) -> Result<Progress> {
    match call {
        None => {
            sqlx::query_as!(
                Progress,
                r#"
                select (select count(*) from proposal where state = 'published' and direction_id is not null)
                           as "sorted!",
                       (select count(*) from proposal
                        where state = 'published' and stage = 'open' and direction_id is null) as "waiting!"
                "#
            )
            .fetch_one(conn)
            .await
        }
        Some(call) => {
            sqlx::query_as!(
                Progress,
                r#"
                select (select count(*) from proposal
                        where call_id = ?1 and state = 'published' and direction_id is not null) as "sorted!",
                       (select count(*) from proposal
                        where call_id = ?1 and state = 'published' and stage = 'open' and direction_id is null)
                           as "waiting!"
                "#,
                call
            )
            .fetch_one(conn)
            .await
        }
    }
    .context("Count what is sorted")
}

/// The first card after this one that nobody else has on the screen; after the last one, the first of all.
pub async fn next(
    conn: &mut SqliteConnection,
    call: Option<CallId>,
    after: Option<ProposalId>,
    me: PersonId,
    now: Moment,
) -> Result<Option<ProposalId>> {
    let after = after.unwrap_or(ProposalId(0));
    if let Some(found) = next_after(conn, call, after, me, now).await? {
        return Ok(Some(found));
    }
    next_after(conn, call, ProposalId(0), me, now).await
}

/// Two queries, so that each has an index that gives its cards in order. SQLite would not choose these by itself.
async fn next_after(
    conn: &mut SqliteConnection,
    call: Option<CallId>,
    after: ProposalId,
    me: PersonId,
    now: Moment,
) -> Result<Option<ProposalId>> {
    match call {
        None => {
            sqlx::query_scalar!(
                r#"
                -- The next card of the whole pile.
                select p.id as "id!: ProposalId" from proposal p indexed by proposal_pile
                where p.state = 'published' and p.stage = 'open' and p.direction_id is null and p.id > ?1
                  and not exists (select 1 from sorting_card c
                                  where c.proposal_id = p.id and c.person_id <> ?2 and c.until > ?3)
                order by p.id limit 1
                "#,
                after,
                me,
                now
            )
            .fetch_optional(conn)
            .await
        }
        Some(call) => {
            sqlx::query_scalar!(
                r#"
                -- The next card of a call's pile.
                select p.id as "id!: ProposalId" from proposal p indexed by proposal_pile_of
                where p.state = 'published' and p.stage = 'open' and p.direction_id is null
                  and p.call_id = ?4 and p.id > ?1
                  and not exists (select 1 from sorting_card c
                                  where c.proposal_id = p.id and c.person_id <> ?2 and c.until > ?3)
                order by p.id limit 1
                "#,
                after,
                me,
                now,
                call
            )
            .fetch_optional(conn)
            .await
        }
    }
    .context("Find the next card to sort")
}

/// Takes a card for somebody until then. `false`: somebody else has it on the screen.
pub async fn take(
    conn: &mut SqliteConnection,
    me: PersonId,
    proposal: ProposalId,
    until: Moment,
    now: Moment,
) -> Result<bool> {
    sqlx::query!(
        "delete from sorting_card where person_id = ?1 or (proposal_id = ?2 and until <= ?3)",
        me,
        proposal,
        now
    )
    .execute(&mut *conn)
    .await
    .context("Put a card back")?;
    let done = sqlx::query!(
        "insert into sorting_card (person_id, proposal_id, until) values (?, ?, ?) on conflict do nothing",
        me,
        proposal,
        until
    )
    .execute(conn)
    .await
    .context("Take a card")?;
    Ok(done.rows_affected() == 1)
}

/// Somebody has no card on the screen any more.
pub async fn put_back(conn: &mut SqliteConnection, me: PersonId) -> Result<()> {
    sqlx::query!("delete from sorting_card where person_id = ?", me)
        .execute(conn)
        .await
        .context("Put a card back")?;
    Ok(())
}

/// The card that somebody has on the screen, if it is still on the pile.
pub async fn of(
    conn: &mut SqliteConnection,
    me: PersonId,
    call: Option<CallId>,
) -> Result<Option<ProposalId>> {
    sqlx::query_scalar!(
        r#"
        select p.id as "id!: ProposalId" from sorting_card c join proposal p on p.id = c.proposal_id
        where c.person_id = ?1 and p.state = 'published' and p.stage = 'open' and p.direction_id is null
          and (?2 is null or p.call_id = ?2)
        "#,
        me,
        call
    )
    .fetch_optional(conn)
    .await
    .context("Find the card that somebody has")
}

/// Who has a card on the screen now, other than this person.
pub async fn holder(
    conn: &mut SqliteConnection,
    proposal: ProposalId,
    me: PersonId,
    now: Moment,
) -> Result<Option<Option<Name>>> {
    let row = sqlx::query!(
        r#"
        select p.name as "name: Name" from sorting_card c join person p on p.id = c.person_id
        where c.proposal_id = ? and c.person_id <> ? and c.until > ?
        "#,
        proposal,
        me,
        now
    )
    .fetch_optional(conn)
    .await
    .context("Ask who has a card")?;
    Ok(row.map(|row| row.name))
}

/// The calls with cards on the pile, the latest first.
pub async fn calls(conn: &mut SqliteConnection, most: i64) -> Result<Vec<(CallId, Question, i64)>> {
    let rows = sqlx::query!(
        r#"
        select c.id as "id!: CallId", c.question as "question!: Question",
               (select count(*) from proposal p
                where p.call_id = c.id and p.state = 'published' and p.stage = 'open' and p.direction_id is null)
                   as "waiting!"
        from call c
        where exists (select 1 from proposal p
                      where p.call_id = c.id and p.state = 'published' and p.stage = 'open'
                        and p.direction_id is null)
        order by c.id desc limit ?
        "#,
        most
    )
    .fetch_all(conn)
    .await
    .context("List calls with something to sort")?;
    Ok(rows.into_iter().map(|row| (row.id, row.question, row.waiting)).collect())
}
