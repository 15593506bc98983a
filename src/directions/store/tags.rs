//! The tables of tags, and of what has them.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::directions::{BuiltIn, Tag, TagName, TagTitle};
use crate::ids::{DirectionId, ProposalId, TagId};

struct Row {
    id: TagId,
    built_in: Option<BuiltIn>,
    name: Option<TagName>,
    retired: bool,
}

impl Row {
    /// The table lets nothing have neither.
    fn open(self) -> Option<Tag> {
        let title = self.built_in.map(TagTitle::BuiltIn).or(self.name.map(TagTitle::Own))?;
        Some(Tag { id: self.id, title, retired: self.retired })
    }
}

/// All tags, those that every network has first and retired ones last.
pub async fn all(conn: &mut SqliteConnection) -> Result<Vec<Tag>> {
    let rows = sqlx::query_as!(
        Row,
        r#"
        select id as "id!: TagId", built_in as "built_in: BuiltIn", name as "name: TagName",
               retired_at is not null as "retired!: bool"
        from tag order by retired_at is not null, id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List tags")?;
    Ok(rows.into_iter().filter_map(Row::open).collect())
}

/// One of them.
pub async fn get(conn: &mut SqliteConnection, id: TagId) -> Result<Option<Tag>> {
    Ok(all(conn).await?.into_iter().find(|tag| tag.id == id))
}

/// The tags of a proposal.
pub async fn of(conn: &mut SqliteConnection, proposal: ProposalId) -> Result<Vec<Tag>> {
    let rows = sqlx::query_as!(
        Row,
        r#"
        select t.id as "id!: TagId", t.built_in as "built_in: BuiltIn", t.name as "name: TagName",
               t.retired_at is not null as "retired!: bool"
        from proposal_tag p join tag t on t.id = p.tag_id where p.proposal_id = ? order by t.id
        "#,
        proposal
    )
    .fetch_all(conn)
    .await
    .context("List the tags of a proposal")?;
    Ok(rows.into_iter().filter_map(Row::open).collect())
}

/// Tags with how many published proposals have them, under a direction or everywhere; only those that any has.
pub async fn counted(conn: &mut SqliteConnection, direction: Option<DirectionId>) -> Result<Vec<(Tag, i64)>> {
    let counts = sqlx::query!(
        r#"
        select t.tag_id as "id!: TagId", count(*) as "proposals!"
        from proposal_tag t join proposal p on p.id = t.proposal_id
        where p.state = 'published' and (?1 is null or p.direction_id = ?1) group by t.tag_id
        "#,
        direction
    )
    .fetch_all(&mut *conn)
    .await
    .context("Count proposals by tag")?;
    let count = |tag: Tag| {
        let found = counts.iter().find(|row| row.id == tag.id)?.proposals;
        Some((tag, found))
    };
    Ok(all(conn).await?.into_iter().filter_map(count).collect())
}

/// Puts a tag on a proposal, or takes it off. `false`: it was so.
pub async fn put(conn: &mut SqliteConnection, proposal: ProposalId, tag: TagId, on: bool) -> Result<bool> {
    let done = match on {
        true => {
            sqlx::query!(
                "insert into proposal_tag (proposal_id, tag_id) values (?, ?) on conflict do nothing",
                proposal,
                tag
            )
            .execute(conn)
            .await
        }
        false => {
            sqlx::query!("delete from proposal_tag where proposal_id = ? and tag_id = ?", proposal, tag)
                .execute(conn)
                .await
        }
    };
    Ok(done.context("Put a tag on a proposal")?.rows_affected() == 1)
}

/// Adds a tag.
pub async fn insert(conn: &mut SqliteConnection, name: &TagName) -> Result<TagId> {
    let done = sqlx::query!("insert into tag (name) values (?)", name).execute(conn).await;
    Ok(TagId(done.context("Add a tag")?.last_insert_rowid()))
}

/// Says something else; those of every network keep their words.
pub async fn rename(conn: &mut SqliteConnection, id: TagId, name: &TagName) -> Result<()> {
    sqlx::query!("update tag set name = ? where id = ? and name is not null", name, id)
        .execute(conn)
        .await
        .context("Rename a tag")?;
    Ok(())
}

/// Takes one off the lists, or puts it back. `false`: it was so.
pub async fn retire(conn: &mut SqliteConnection, id: TagId, since: Option<Moment>) -> Result<bool> {
    let done = sqlx::query!(
        "update tag set retired_at = ?1 where id = ?2 and (retired_at is null) <> (?1 is null)",
        since,
        id
    )
    .execute(conn)
    .await
    .context("Retire a tag")?;
    Ok(done.rows_affected() == 1)
}
