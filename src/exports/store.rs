//! The table of what was asked for, and what files are made of. Everything here is read in pieces, so that no long
//! reading keeps SQLite from emptying its log.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::Asked;
use crate::clock::Moment;
use crate::directions::{Name, Shade, Tag};
use crate::ids::{CallId, DirectionId, PersonId, ProposalId, StepId};
use crate::proposals::ProposalState;
use crate::proposals::life::{Became, Step, StepReason, Untold};
use crate::stances::unity::Sums;
use crate::ui::action::Export;
use crate::ui::state::{Idea, Question, Title};

/// Something to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Job {
    pub person: PersonId,
    pub what: Export,
    /// How often it was begun.
    pub tries: u32,
}

/// When somebody asked for the same last.
pub async fn asked(conn: &mut SqliteConnection, person: PersonId, what: Export) -> Result<Option<Asked>> {
    let what = what.code();
    sqlx::query_as!(
        Asked,
        r#"select asked_at as "at: Moment", done as "done: bool" from export where person_id = ? and what = ?"#,
        person,
        what
    )
    .fetch_optional(conn)
    .await
    .context("Ask when a file was asked for")
}

/// Somebody wants it.
pub async fn ask(conn: &mut SqliteConnection, person: PersonId, what: Export, now: Moment) -> Result<()> {
    let what = what.code();
    sqlx::query!(
        "insert into export (person_id, what, asked_at) values (?, ?, ?)
         on conflict (person_id, what) do update set asked_at = excluded.asked_at, tries = 0, done = 0",
        person,
        what,
        now
    )
    .execute(conn)
    .await
    .context("Ask for a file")?;
    Ok(())
}

/// Whether anything is to be made.
pub async fn any_waiting(conn: &mut SqliteConnection) -> Result<bool> {
    sqlx::query_scalar!(r#"select exists (select 1 from export where done = 0) as "any!: bool""#)
        .fetch_one(conn)
        .await
        .context("Ask whether a file is to be made")
}

/// What is to be made next, begun: people's own data first, for it is soon done.
pub async fn begin_next(conn: &mut SqliteConnection) -> Result<Option<Job>> {
    let own = Export::Own.code();
    let row = sqlx::query!(
        r#"
        update export set tries = tries + 1
        where (person_id, what) = (select person_id, what from export where done = 0
                                   order by what <> ?, asked_at, person_id limit 1)
        returning person_id as "person: PersonId", what, tries as "tries: u32"
        "#,
        own
    )
    .fetch_optional(conn)
    .await
    .context("Begin a file")?;
    row.map(|row| {
        let what = Export::of_code(&row.what).with_context(|| format!("Nobody makes {}", row.what))?;
        Ok(Job { person: row.person, what, tries: row.tries })
    })
    .transpose()
}

/// It was made.
pub async fn finish(conn: &mut SqliteConnection, job: Job) -> Result<()> {
    let what = job.what.code();
    sqlx::query!("update export set done = 1 where person_id = ? and what = ?", job.person, what)
        .execute(conn)
        .await
        .context("Note that a file was made")?;
    Ok(())
}

/// It was not, and can be asked for at once.
pub async fn give_up(conn: &mut SqliteConnection, job: Job) -> Result<()> {
    let what = job.what.code();
    sqlx::query!("delete from export where person_id = ? and what = ?", job.person, what)
        .execute(conn)
        .await
        .context("Give a file up")?;
    Ok(())
}

/// Whether there is a published proposal.
pub async fn any_proposal(conn: &mut SqliteConnection) -> Result<bool> {
    sqlx::query_scalar!(r#"select exists (select 1 from proposal where state = 'published') as "any!: bool""#)
        .fetch_one(conn)
        .await
        .context("Ask whether there are proposals")
}

/// A proposal as everyone may see it: without its author, and of a withdrawn one without what it said.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: ProposalId,
    pub call: CallId,
    pub question: Question,
    pub words: Option<Idea>,
    /// Telegram's name of the photo.
    pub photo: Option<String>,
    pub state: ProposalState,
    pub direction: Option<DirectionId>,
    pub direction_name: Option<Name>,
    pub shade: Option<Shade>,
    /// Numbers of tags, with commas between them.
    pub tags: Option<String>,
    pub handed_in_at: Moment,
    pub agree: u32,
    pub disagree: u32,
    pub seen: u32,
}

impl Listed {
    /// Its tags, of these.
    pub fn tags<'a>(&self, all: &'a [Tag]) -> Vec<&'a Tag> {
        let ids: Vec<&str> = self.tags.as_deref().unwrap_or_default().split(',').collect();
        all.iter().filter(|tag| ids.contains(&tag.id.0.to_string().as_str())).collect()
    }

    /// What people answered; none: too few did to show it, or it was withdrawn.
    pub fn sums(&self, least: u32) -> Option<Sums> {
        let sums = Sums { agree: self.agree, disagree: self.disagree, seen: self.seen };
        (self.state.is_public() && sums.seen >= least).then_some(sums)
    }
}

/// What became of everything published, from one proposal to another.
pub async fn steps(
    conn: &mut SqliteConnection,
    after: Option<ProposalId>,
    last: ProposalId,
) -> Result<Vec<Untold>> {
    let after = after.unwrap_or(ProposalId(0));
    let rows = sqlx::query!(
        r#"
        select s.proposal_id as "proposal!: ProposalId", s.id as "id!: StepId", s.became as "became!: Became",
               s.direction_id as "direction: DirectionId", s.other_id as "other: ProposalId",
               coalesce(d.name, v.title) as "named?: Title", d.shade as "shade?: Shade",
               s.reason as "reason: StepReason", s.at as "at!: Moment"
        from step s join proposal p on p.id = s.proposal_id
        left join direction d on d.id = s.direction_id left join vote v on v.id = s.vote_id
        where s.proposal_id > ?1 and s.proposal_id <= ?2 and p.state = 'published' order by s.proposal_id, s.id
        "#,
        after,
        last
    )
    .fetch_all(conn)
    .await
    .context("List what became of proposals")?;
    let steps = rows.into_iter().map(|row| Untold {
        proposal: row.proposal,
        step: Step {
            id: row.id,
            became: row.became,
            direction: row.direction,
            other: row.other,
            named: row.named,
            shade: row.shade,
            reason: row.reason,
            // Files name nobody.
            by: None,
            at: row.at,
            told: true,
        },
    });
    Ok(steps.collect())
}

/// So many proposals after this one, in their order.
pub async fn proposals(
    conn: &mut SqliteConnection,
    after: Option<ProposalId>,
    most: u32,
) -> Result<Vec<Listed>> {
    let after = after.unwrap_or(ProposalId(0));
    sqlx::query_as!(
        Listed,
        r#"
        select p.id as "id!: ProposalId", p.call_id as "call!: CallId", c.question as "question!: Question",
               case p.state when 'published' then p.words end as "words: Idea",
               case p.state when 'published' then p.photo end as "photo: String",
               case p.state when 'published' then p.stage else p.state end as "state!: ProposalState",
               case p.state when 'published' then p.direction_id end as "direction: DirectionId",
               case p.state when 'published' then d.name end as "direction_name: Name",
               case p.state when 'published' then d.shade end as "shade: Shade",
               case p.state when 'published'
                    then (select group_concat(t.tag_id) from proposal_tag t where t.proposal_id = p.id) end
                   as "tags: String",
               p.handed_in_at as "handed_in_at!: Moment",
               coalesce(sum(s.stance = 1), 0) as "agree!: u32", coalesce(sum(s.stance = -1), 0) as "disagree!: u32",
               count(s.person_id) as "seen!: u32"
        from proposal p join call c on c.id = p.call_id left join direction d on d.id = p.direction_id
             left join stance s on s.proposal_id = p.id
        where p.id > ? group by p.id order by p.id limit ?
        "#,
        after,
        most
    )
    .fetch_all(conn)
    .await
    .context("List proposals to take out")
}
