//! The tables of stances.

use std::collections::HashMap;

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::polis::Stance;
use super::unity::Sums;
use super::{Counted, Group, Set, Taken};
use crate::ids::{AffiliationId, PersonId, ProposalId};
use crate::ui::action::Dimension;
use crate::ui::state::Idea;

/// A stance of one's own, in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: ProposalId,
    pub stance: Stance,
    pub words: Option<Idea>,
    pub drawn: bool,
}

/// Takes a stance; the last one counts.
pub async fn take(
    conn: &mut SqliteConnection,
    proposal: ProposalId,
    person: PersonId,
    stance: Stance,
) -> Result<()> {
    sqlx::query!(
        "insert into stance (proposal_id, person_id, stance) values (?, ?, ?)
         on conflict do update set stance = excluded.stance",
        proposal,
        person,
        stance
    )
    .execute(conn)
    .await
    .context("Take a stance")?;
    Ok(())
}

/// Where somebody stands on a proposal.
pub async fn stance_of(
    conn: &mut SqliteConnection,
    proposal: ProposalId,
    person: PersonId,
) -> Result<Option<Stance>> {
    sqlx::query_scalar!(
        r#"select stance as "stance: Stance" from stance where proposal_id = ? and person_id = ?"#,
        proposal,
        person
    )
    .fetch_optional(conn)
    .await
    .context("Get a stance")
}

/// What all people answered to a proposal.
pub async fn sums(conn: &mut SqliteConnection, proposal: ProposalId) -> Result<Sums> {
    sqlx::query_as!(
        Sums,
        r#"
        select coalesce(sum(stance = 1), 0) as "agree!: u32", coalesce(sum(stance = -1), 0) as "disagree!: u32",
               count(*) as "seen!: u32"
        from stance where proposal_id = ?
        "#,
        proposal
    )
    .fetch_one(conn)
    .await
    .context("Count stances on a proposal")
}

/// Who agrees with a proposal.
pub async fn supporters(conn: &mut SqliteConnection, proposal: ProposalId) -> Result<Vec<PersonId>> {
    sqlx::query_scalar!(
        r#"select person_id as "id!: PersonId" from stance where proposal_id = ? and stance = 1"#,
        proposal
    )
    .fetch_all(conn)
    .await
    .context("List who agrees with a proposal")
}

/// The set in progress.
pub async fn set(conn: &mut SqliteConnection, person: PersonId) -> Result<Option<Set>> {
    let row =
        sqlx::query!(r#"select cards, done as "done: u32" from stance_set where person_id = ?"#, person)
            .fetch_optional(conn)
            .await
            .context("Get a set of cards")?;
    row.map(|row| {
        let cards = serde_json::from_str(&row.cards).context("Read a set of cards")?;
        Ok(Set { cards, done: row.done })
    })
    .transpose()
}

/// Begins a set, or saves how far it has come.
pub async fn save_set(conn: &mut SqliteConnection, person: PersonId, set: &Set) -> Result<()> {
    let cards = serde_json::to_string(&set.cards).context("Write down a set of cards")?;
    sqlx::query!(
        "insert into stance_set (person_id, cards, done) values (?, ?, ?)
         on conflict do update set cards = excluded.cards, done = excluded.done",
        person,
        cards,
        set.done
    )
    .execute(conn)
    .await
    .context("Save a set of cards")?;
    Ok(())
}

/// The set is over.
pub async fn end_set(conn: &mut SqliteConnection, person: PersonId) -> Result<()> {
    sqlx::query!("delete from stance_set where person_id = ?", person)
        .execute(conn)
        .await
        .context("End a set of cards")?;
    Ok(())
}

/// The published proposals of others on which somebody has not taken a stance.
pub async fn waiting(conn: &mut SqliteConnection, person: PersonId) -> Result<Vec<ProposalId>> {
    sqlx::query_scalar!(
        r#"
        select p.id as "id!: ProposalId" from proposal p
        where p.state = 'published' and p.stage not in ('done', 'dropped', 'merged') and p.author_id is not ?1
          and not exists (select 1 from stance s where s.proposal_id = p.id and s.person_id = ?1)
        order by p.id
        "#,
        person
    )
    .fetch_all(conn)
    .await
    .context("List proposals that wait for a stance")
}

/// How many stances somebody has taken on what is still published.
pub async fn count_of(conn: &mut SqliteConnection, person: PersonId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from stance s join proposal p on p.id = s.proposal_id
        where s.person_id = ? and p.state = 'published'
        "#,
        person
    )
    .fetch_one(conn)
    .await
    .context("Count somebody's stances")
}

/// Some of somebody's stances, on the latest proposals first.
pub async fn list_of(
    conn: &mut SqliteConnection,
    person: PersonId,
    most: u32,
    skip: u32,
) -> Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"
        select p.id as "id!: ProposalId", s.stance as "stance: Stance", p.words as "words: Idea",
               p.photo is not null as "drawn!: bool"
        from stance s join proposal p on p.id = s.proposal_id
        where s.person_id = ? and p.state = 'published' order by p.id desc limit ? offset ?
        "#,
        person,
        most,
        skip
    )
    .fetch_all(conn)
    .await
    .context("List somebody's stances")
}

/// The groups of those who have taken a stance on what is published.
pub async fn groups(conn: &mut SqliteConnection, dimension: Dimension) -> Result<Vec<Group>> {
    sqlx::query_as!(
        Group,
        r#"
        select case ? when 'sector' then p.sector_id else p.region_id end as "id?: AffiliationId",
               count(*) as "took_part!: u32"
        from person p
        where exists (select 1 from stance s join proposal o on o.id = s.proposal_id
                      where s.person_id = p.id and o.state = 'published')
        group by 1 order by 1
        "#,
        dimension
    )
    .fetch_all(conn)
    .await
    .context("Count who has taken stances")
}

/// What each of these groups answered to each published proposal that anybody has seen: one pass over all stances, or
/// over that many of each proposal. SQLite says for each who answered what, in the order in which it lies there, and
/// it is added up here: sorting a million stances by groups would take it seconds, in which nobody else could write.
pub async fn count(
    conn: &mut SqliteConnection,
    dimension: Dimension,
    groups: &[Group],
    most: Option<u32>,
) -> Result<Vec<Counted>> {
    // The person of the last stance that is looked at; there is none so far on, unless there are more.
    let last = most.map_or(i64::MAX, |most| i64::from(most.saturating_sub(1)));
    let rows = sqlx::query!(
        r#"
        select o.id as "proposal!: ProposalId",
               group_concat(s.person_id) filter (where s.stance = 1) as "agree: String",
               group_concat(s.person_id) filter (where s.stance = -1) as "disagree: String",
               group_concat(s.person_id) filter (where s.stance = 0) as "passed: String"
        from proposal o
        cross join stance s on s.proposal_id = o.id
             and s.person_id <= coalesce((select person_id from stance l where l.proposal_id = o.id
                                          order by l.person_id limit 1 offset ?), 9223372036854775807)
        where o.state = 'published' group by o.id order by o.id
        "#,
        last
    )
    .fetch_all(&mut *conn)
    .await
    .context("List who took which stance")?;
    let places = places_of_people(conn, dimension, groups).await?;
    let counted = rows.into_iter().map(|row| {
        let mut sums = vec![Sums::default(); groups.len()];
        let mut add = |people: Option<String>, one: Sums| {
            let people = people.iter().flat_map(|people| people.split(','));
            for place in people.filter_map(|id| places.get(&PersonId(id.parse().ok()?))) {
                sums[*place] = [sums[*place], one].into_iter().sum();
            }
        };
        add(row.agree, Sums { agree: 1, disagree: 0, seen: 1 });
        add(row.disagree, Sums { agree: 0, disagree: 1, seen: 1 });
        add(row.passed, Sums { agree: 0, disagree: 0, seen: 1 });
        Counted { proposal: row.proposal, groups: sums }
    });
    Ok(counted.collect())
}

/// Every stance on what is published, with the place of the person's group.
pub async fn all(conn: &mut SqliteConnection, dimension: Dimension, groups: &[Group]) -> Result<Vec<Taken>> {
    let rows = sqlx::query!(
        r#"
        select s.proposal_id as "proposal!: ProposalId", s.person_id as "person!: PersonId",
               s.stance as "stance!: Stance",
               case ? when 'sector' then p.sector_id else p.region_id end as "group?: AffiliationId"
        from stance s join proposal o on o.id = s.proposal_id join person p on p.id = s.person_id
        where o.state = 'published'
        "#,
        dimension
    )
    .fetch_all(conn)
    .await
    .context("List all stances")?;
    let places = places(groups);
    let taken = rows.into_iter().filter_map(|row| {
        let group = *places.get(&row.group)?;
        Some(Taken { proposal: row.proposal, person: row.person, group, stance: row.stance })
    });
    Ok(taken.collect())
}

/// The words of everything published.
pub async fn words(conn: &mut SqliteConnection) -> Result<Vec<(ProposalId, Option<Idea>)>> {
    let rows = sqlx::query!(
        r#"
        select id as "id!: ProposalId", words as "words: Idea" from proposal where state = 'published' order by id
        "#
    )
    .fetch_all(conn)
    .await
    .context("List the words of proposals")?;
    Ok(rows.into_iter().map(|row| (row.id, row.words)).collect())
}

fn places(groups: &[Group]) -> HashMap<Option<AffiliationId>, usize> {
    groups.iter().enumerate().map(|(place, group)| (group.id, place)).collect()
}

/// The place of the group of everyone who belongs to one of these.
async fn places_of_people(
    conn: &mut SqliteConnection,
    dimension: Dimension,
    groups: &[Group],
) -> Result<HashMap<PersonId, usize>> {
    let people = sqlx::query!(
        r#"
        select id as "person!: PersonId",
               case ? when 'sector' then sector_id else region_id end as "group?: AffiliationId"
        from person
        "#,
        dimension
    )
    .fetch_all(conn)
    .await
    .context("List who belongs where")?;
    let places = places(groups);
    Ok(people.into_iter().filter_map(|row| Some((row.person, *places.get(&row.group)?))).collect())
}
