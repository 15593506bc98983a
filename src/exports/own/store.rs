//! Reads what is kept of one person.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::directions::Name as DirectionName;
use crate::ids::{PersonId, PollId, ProposalId, SessionId, VoteId};
use crate::polls::Picks;
use crate::proposals::ProposalState;
use crate::ui::action::{Attendance, Stance};
use crate::ui::state::{Choice, Idea, Note, Question, Title};
use crate::votes::Stage;

/// When they joined, if they did.
pub async fn joined_at(conn: &mut SqliteConnection, me: PersonId) -> Result<Option<Moment>> {
    sqlx::query_scalar!(r#"select joined_at as "at: Moment" from person where id = ?"#, me)
        .fetch_one(conn)
        .await
        .context("Ask when somebody joined")
}

/// A proposal.
pub struct Proposal {
    pub id: ProposalId,
    pub question: Question,
    pub words: Option<Idea>,
    pub photo: bool,
    pub state: ProposalState,
    pub direction: Option<DirectionName>,
    pub handed_in_at: Moment,
    pub edited_at: Option<Moment>,
}

/// Their proposals, withdrawn ones too.
pub async fn proposals(conn: &mut SqliteConnection, me: PersonId) -> Result<Vec<Proposal>> {
    sqlx::query_as!(
        Proposal,
        r#"
        select p.id as "id!: ProposalId", c.question as "question!: Question", p.words as "words: Idea",
               p.photo is not null as "photo!: bool",
               case p.state when 'published' then p.stage else p.state end as "state!: ProposalState",
               d.name as "direction?: DirectionName",
               p.handed_in_at as "handed_in_at!: Moment", p.edited_at as "edited_at: Moment"
        from proposal p join call c on c.id = p.call_id left join direction d on d.id = p.direction_id
        where p.author_id = ? order by p.id
        "#,
        me
    )
    .fetch_all(conn)
    .await
    .context("List somebody's proposals")
}

/// Their stances, on what was withdrawn since, too.
pub async fn stances(conn: &mut SqliteConnection, me: PersonId) -> Result<Vec<(ProposalId, Stance)>> {
    let rows = sqlx::query!(
        r#"
        select proposal_id as "proposal!: ProposalId", stance as "stance!: Stance" from stance
        where person_id = ? order by proposal_id
        "#,
        me
    )
    .fetch_all(conn)
    .await
    .context("List all stances of somebody")?;
    Ok(rows.into_iter().map(|row| (row.proposal, row.stance)).collect())
}

/// A vote on whose roll they are.
pub struct Vote {
    pub id: VoteId,
    pub title: Title,
    pub opened_at: Moment,
    pub secret: bool,
    pub stage: Stage,
    /// What they chose, of a vote without secrecy that is over.
    pub answer: Option<Vec<u8>>,
}

/// The votes that they may vote in.
pub async fn votes(conn: &mut SqliteConnection, me: PersonId) -> Result<Vec<Vote>> {
    sqlx::query_as!(
        Vote,
        r#"
        select v.id as "id!: VoteId", v.title as "title!: Title", v.opened_at as "opened_at!: Moment",
               v.secret as "secret!: bool", v.stage as "stage!: Stage",
               (select b.answer from open_ballot b where b.vote_id = v.id and b.person_id = r.person_id limit 1)
                   as "answer: Vec<u8>"
        from roll r join vote v on v.id = r.vote_id where r.person_id = ? order by v.id
        "#,
        me
    )
    .fetch_all(conn)
    .await
    .context("List the votes of somebody")
}

/// The options of a vote, in their order.
pub async fn options(conn: &mut SqliteConnection, vote: VoteId) -> Result<Vec<Choice>> {
    sqlx::query_scalar!(
        r#"select words as "words: Choice" from vote_option where vote_id = ? order by position"#,
        vote
    )
    .fetch_all(conn)
    .await
    .context("List the options of a vote")
}

/// What they answered to polls, as far as it is still kept.
pub async fn polls(conn: &mut SqliteConnection, me: PersonId) -> Result<Vec<(PollId, Question, Picks)>> {
    let rows = sqlx::query!(
        r#"
        select p.id as "id!: PollId", p.question as "question!: Question", a.chosen as "chosen!: Picks"
        from poll_answer a join poll p on p.id = a.poll_id where a.person_id = ? order by p.id
        "#,
        me
    )
    .fetch_all(conn)
    .await
    .context("List somebody's answers")?;
    Ok(rows.into_iter().map(|row| (row.id, row.question, row.chosen)).collect())
}

/// The answers that a poll offers, in their order.
pub async fn answers(conn: &mut SqliteConnection, poll: PollId) -> Result<Vec<Choice>> {
    sqlx::query_scalar!(
        r#"select words as "words: Choice" from poll_option where poll_id = ? order by position"#,
        poll
    )
    .fetch_all(conn)
    .await
    .context("List the answers of a poll")
}

/// An invitation to a session.
pub struct Guest {
    pub session: SessionId,
    pub title: Title,
    pub starts_at: Moment,
    pub attendance: Attendance,
    pub since: Option<Moment>,
    pub word: Option<Note>,
    pub checked_in_at: Option<Moment>,
}

/// The sessions to which they were invited.
pub async fn sessions(conn: &mut SqliteConnection, me: PersonId) -> Result<Vec<Guest>> {
    sqlx::query_as!(
        Guest,
        r#"
        select s.id as "session!: SessionId", s.title as "title!: Title", s.starts_at as "starts_at!: Moment",
               g.attendance as "attendance!: Attendance", g.since as "since: Moment", g.word as "word: Note",
               g.checked_in_at as "checked_in_at: Moment"
        from session_guest g join session s on s.id = g.session_id where g.person_id = ? order by s.starts_at, s.id
        "#,
        me
    )
    .fetch_all(conn)
    .await
    .context("List somebody's sessions")
}

/// How they found a session.
pub async fn feedback(conn: &mut SqliteConnection, me: PersonId, of: SessionId) -> Result<Vec<(u8, u8)>> {
    let rows = sqlx::query!(
        r#"
        select question as "question!: u8", mark as "mark!: u8" from session_feedback
        where person_id = ? and session_id = ? order by question
        "#,
        me,
        of
    )
    .fetch_all(conn)
    .await
    .context("List somebody's marks")?;
    Ok(rows.into_iter().map(|row| (row.question, row.mark)).collect())
}

/// The pictures that they added.
pub async fn pictures(
    conn: &mut SqliteConnection,
    me: PersonId,
) -> Result<Vec<(Title, Option<Note>, Moment)>> {
    let rows = sqlx::query!(
        r#"
        select s.title as "title!: Title", p.words as "words: Note", p.added_at as "added_at!: Moment"
        from session_photo p join session s on s.id = p.session_id where p.person_id = ? order by p.id
        "#,
        me
    )
    .fetch_all(conn)
    .await
    .context("List somebody's pictures")?;
    Ok(rows.into_iter().map(|row| (row.title, row.words, row.added_at)).collect())
}

/// A letter; what it says is a `Content` as JSON.
pub struct Letter {
    pub content: String,
    pub written_at: Moment,
    /// When an organizer said something after that.
    pub answered_at: Option<Moment>,
}

/// The letters that they wrote.
pub async fn letters(conn: &mut SqliteConnection, me: PersonId) -> Result<Vec<Letter>> {
    sqlx::query_as!(
        Letter,
        r#"
        select p.content, p.written_at as "written_at: Moment",
               (select min(a.written_at) from letter_part a where a.letter_id = l.id and a.answer = 1 and a.id > p.id)
                   as "answered_at: Moment"
        from letter l join letter_part p on p.letter_id = l.id
        where l.person_id = ? and p.answer = 0 order by p.id
        "#,
        me
    )
    .fetch_all(conn)
    .await
    .context("List somebody's letters")
}

/// How many announcements reached them.
pub async fn announcements(conn: &mut SqliteConnection, me: PersonId) -> Result<i64> {
    sqlx::query_scalar!(
        r#"
        select count(*) as "count!" from delivery d join announcement a on a.mailing_id = d.mailing_id
        where d.person_id = ? and d.state = 'sent'
        "#,
        me
    )
    .fetch_one(conn)
    .await
    .context("Count the announcements that reached somebody")
}
