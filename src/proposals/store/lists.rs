//! Proposals as they are shown: one, and lists. A list is found by its numbers; what is shown of each is read in one
//! place.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::directions::{Name, Shade, Under};
use crate::ids::{CallId, DirectionId, PersonId, ProposalId, TagId};
use crate::proposals::{PAGE, Page, Proposal, ProposalState};
use crate::ui::state::{Idea, Question};
use crate::ui::view::Paging;

/// A proposal as the tables hold it.
struct Row {
    id: ProposalId,
    call: CallId,
    question: Question,
    author: Option<PersonId>,
    by_organizers: bool,
    words: Option<Idea>,
    photo: Option<String>,
    state: ProposalState,
    direction: Option<DirectionId>,
    direction_name: Option<Name>,
    shade: Option<Shade>,
    handed_in_at: Moment,
    edited: bool,
    waits: bool,
}

impl Row {
    fn open(self) -> Proposal {
        let under = self.direction.zip(self.direction_name).zip(self.shade);
        Proposal {
            id: self.id,
            call: self.call,
            question: self.question,
            author: self.author,
            by_organizers: self.by_organizers,
            words: self.words,
            photo: self.photo,
            state: self.state,
            under: under.map(|((id, name), shade)| Under { id, name, shade }),
            handed_in_at: self.handed_in_at,
            edited: self.edited,
            waits: self.waits,
        }
    }
}

/// One proposal.
pub async fn get(conn: &mut SqliteConnection, id: ProposalId) -> Result<Option<Proposal>> {
    Ok(all(conn, &[id]).await?.pop())
}

/// These proposals, in this order.
async fn all(conn: &mut SqliteConnection, ids: &[ProposalId]) -> Result<Vec<Proposal>> {
    let ids = serde_json::to_string(ids).context("Write numbers down")?;
    let rows = sqlx::query_as!(
        Row,
        r#"
        select p.id as "id!: ProposalId", p.call_id as "call!: CallId", c.question as "question!: Question",
               p.author_id as "author: PersonId",
               p.import_id is not null
               or exists (select 1 from entered e where e.kind = 'proposal' and e.subject = p.id) as "by_organizers!: bool",
               p.words as "words: Idea", p.photo,
               case p.state when 'published' then p.stage else p.state end as "state!: ProposalState",
               d.id as "direction?: DirectionId", d.name as "direction_name?: Name", d.shade as "shade?: Shade",
               p.handed_in_at as "handed_in_at!: Moment", p.edited_at is not null as "edited!: bool",
               exists (select 1 from review r where r.proposal_id = p.id and r.settled_at is null) as "waits!: bool"
        from json_each(?) listed join proposal p on p.id = listed.value
        join call c on c.id = p.call_id left join direction d on d.id = p.direction_id
        order by listed.key
        "#,
        ids
    )
    .fetch_all(conn)
    .await
    .context("Get proposals")?;
    Ok(rows.into_iter().map(Row::open).collect())
}

/// A page of proposals, the latest first: one author's, withdrawn ones too, or all published ones.
pub async fn page(conn: &mut SqliteConnection, author: Option<PersonId>, page: u32) -> Result<Page> {
    let total = sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from proposal
        where (?1 is null and state = 'published') or author_id = ?1
        "#,
        author
    )
    .fetch_one(&mut *conn)
    .await
    .context("Count proposals")?;
    let at = Paging::new(page, PAGE, total);
    let offset = at.offset();
    let ids = sqlx::query_scalar!(
        r#"
        select id as "id!: ProposalId" from proposal
        where (?1 is null and state = 'published') or author_id = ?1
        order by id desc limit ?2 offset ?3
        "#,
        author,
        PAGE,
        offset
    )
    .fetch_all(&mut *conn)
    .await
    .context("List proposals")?;
    Ok(Page { proposals: all(conn, &ids).await?, at, total })
}

/// A page of published proposals under a direction, with a tag, or both; the latest first.
pub async fn found(
    conn: &mut SqliteConnection,
    direction: Option<DirectionId>,
    tag: Option<TagId>,
    page: u32,
) -> Result<Page> {
    let total = sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from proposal p
        where p.state = 'published' and (?1 is null or p.direction_id = ?1)
          and (?2 is null or exists (select 1 from proposal_tag t where t.proposal_id = p.id and t.tag_id = ?2))
        "#,
        direction,
        tag
    )
    .fetch_one(&mut *conn)
    .await
    .context("Count proposals")?;
    let at = Paging::new(page, PAGE, total);
    let offset = at.offset();
    let ids = sqlx::query_scalar!(
        r#"
        select p.id as "id!: ProposalId" from proposal p
        where p.state = 'published' and (?1 is null or p.direction_id = ?1)
          and (?2 is null or exists (select 1 from proposal_tag t where t.proposal_id = p.id and t.tag_id = ?2))
        order by p.id desc limit ?3 offset ?4
        "#,
        direction,
        tag,
        PAGE,
        offset
    )
    .fetch_all(&mut *conn)
    .await
    .context("List proposals of a direction or a tag")?;
    Ok(Page { proposals: all(conn, &ids).await?, at, total })
}

/// A page of published proposals of which nothing is decided, under a direction or anywhere; the first ones first.
pub async fn open_page(
    conn: &mut SqliteConnection,
    direction: Option<DirectionId>,
    page: u32,
) -> Result<Page> {
    let total = sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from proposal
        where state = 'published' and stage = 'open' and (?1 is null or direction_id = ?1)
        "#,
        direction
    )
    .fetch_one(&mut *conn)
    .await
    .context("Count open proposals")?;
    let at = Paging::new(page, PAGE, total);
    let ids = open_ids(conn, direction, PAGE, at.offset()).await?;
    Ok(Page { proposals: all(conn, &ids).await?, at, total })
}

/// Their numbers: at most so many, after the first `offset`.
pub async fn open_ids(
    conn: &mut SqliteConnection,
    direction: Option<DirectionId>,
    most: u32,
    offset: u32,
) -> Result<Vec<ProposalId>> {
    sqlx::query_scalar!(
        r#"
        select id as "id!: ProposalId" from proposal
        where state = 'published' and stage = 'open' and (?1 is null or direction_id = ?1)
        order by id limit ?2 offset ?3
        "#,
        direction,
        most,
        offset
    )
    .fetch_all(conn)
    .await
    .context("List open proposals")
}

/// The latest published proposals, of a call or of all.
pub async fn latest(conn: &mut SqliteConnection, call: Option<CallId>, most: u32) -> Result<Vec<Proposal>> {
    let ids = sqlx::query_scalar!(
        r#"
        select id as "id!: ProposalId" from proposal
        where state = 'published' and (?1 is null or call_id = ?1) order by id desc limit ?2
        "#,
        call,
        most
    )
    .fetch_all(&mut *conn)
    .await
    .context("List the latest proposals")?;
    all(conn, &ids).await
}
