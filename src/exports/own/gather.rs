//! From the tables to one person's data.

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::{FORMAT, Letter, Me, Own, Picture, Poll, Proposal, Session, Stance, VERSION, Vote, store};
use crate::clock::Moment;
use crate::ids::AffiliationId;
use crate::keys::Keys;
use crate::people::Person;
use crate::people::store::{belonging, quiet_hours};
use crate::proposals::ProposalState;
use crate::proposals::store::steps;
use crate::proposals::view::life;
use crate::role::Role;
use crate::sessions::store::due::wants_reminders;
use crate::ui::action::{Attendance, Stance as Side};
use crate::ui::view::Content;
use crate::votes::store::ballots;
use crate::votes::{Stage, key_name, seal};
use crate::when::in_kyiv;

/// Everything that is kept of somebody.
pub async fn gather(conn: &mut SqliteConnection, keys: &Keys, me: &Person, now: Moment) -> Result<Own> {
    Ok(Own {
        format: FORMAT,
        version: VERSION,
        made_at: said(now),
        person: person(conn, me).await?,
        proposals: proposals(conn, me).await?,
        stances: stances(conn, me).await?,
        votes: votes(conn, keys, me).await?,
        polls: polls(conn, me).await?,
        sessions: sessions(conn, me).await?,
        pictures: pictures(conn, me).await?,
        letters: letters(conn, me).await?,
        announcements_received: store::announcements(conn, me.id).await?,
    })
}

fn said(moment: Moment) -> String {
    in_kyiv(moment).strftime("%Y-%m-%dT%H:%M").to_string()
}

async fn person(conn: &mut SqliteConnection, me: &Person) -> Result<Me> {
    let quiet = quiet_hours(conn, me.id).await?;
    Ok(Me {
        telegram_id: me.telegram.0,
        name: me.name.as_ref().map(|name| name.plain().to_owned()),
        sector: label(conn, me, me.sector).await?,
        region: label(conn, me, me.region).await?,
        language: me.lang.code(),
        organizer: me.is(Role::Organizer),
        role: me.role,
        quiet_hours: quiet.map(|hours| (hours.from(), hours.to())),
        session_reminders: wants_reminders(conn, me.id).await?,
        joined_at: store::joined_at(conn, me.id).await?.map(said),
        last_seen: in_kyiv(me.seen_at).strftime("%Y-%m-%d").to_string(),
    })
}

async fn label(
    conn: &mut SqliteConnection,
    me: &Person,
    id: Option<AffiliationId>,
) -> Result<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    let found = belonging::get(conn, id).await?;
    Ok(found.map(|one| one.label(me.lang).plain().to_owned()))
}

async fn proposals(conn: &mut SqliteConnection, me: &Person) -> Result<Vec<Proposal>> {
    let mut all = Vec::new();
    for one in store::proposals(conn, me.id).await? {
        let steps = steps::of(conn, one.id).await?;
        let steps = life::plain_thread(me.lang, steps.iter());
        all.push(Proposal {
            number: one.id.0,
            call: one.question.plain().to_owned(),
            words: one.words.map(|words| words.plain().to_owned()),
            photo: one.photo,
            withdrawn: one.state == ProposalState::Withdrawn,
            stage: match one.state {
                ProposalState::Published(stage) => Some(stage.code()),
                _ => None,
            },
            direction: one.direction.map(|name| name.plain().to_owned()),
            steps: steps.lines().map(str::to_owned).collect(),
            handed_in_at: said(one.handed_in_at),
            edited_at: one.edited_at.map(said),
        });
    }
    Ok(all)
}

async fn stances(conn: &mut SqliteConnection, me: &Person) -> Result<Vec<Stance>> {
    let of = |(proposal, stance): (crate::ids::ProposalId, Side)| {
        let stance = match stance {
            Side::Agree => "agree",
            Side::Disagree => "disagree",
            Side::Pass => "pass",
        };
        Stance { proposal: proposal.0, stance }
    };
    Ok(store::stances(conn, me.id).await?.into_iter().map(of).collect())
}

async fn votes(conn: &mut SqliteConnection, keys: &Keys, me: &Person) -> Result<Vec<Vote>> {
    let mut votes = Vec::new();
    for vote in store::votes(conn, me.id).await? {
        let open = vote.stage == Stage::Open;
        let key = if open { keys.get(&key_name(vote.id))? } else { None };
        let voted = match key {
            Some(key) => {
                let lying = ballots::get(conn, vote.id, &seal::tag(&key, me.id)).await?;
                Some(lying.is_some_and(|ballot| ballot.handed_in))
            }
            None => None,
        };
        let public = !vote.secret && vote.stage == Stage::Over;
        let choice = match vote.answer.filter(|_| public) {
            Some(answer) => {
                let options = store::options(conn, vote.id).await?;
                let chosen = options.iter().zip(answer).filter(|(_, number)| *number > 0);
                Some(chosen.map(|(option, number)| (option.plain().to_owned(), number)).collect())
            }
            None => None,
        };
        votes.push(Vote {
            title: vote.title.plain().to_owned(),
            opened_at: said(vote.opened_at),
            secret: vote.secret,
            open,
            voted: voted.or_else(|| choice.as_ref().map(|_| true)),
            choice,
        });
    }
    Ok(votes)
}

async fn polls(conn: &mut SqliteConnection, me: &Person) -> Result<Vec<Poll>> {
    let mut polls = Vec::new();
    for (id, question, picks) in store::polls(conn, me.id).await? {
        let answers = store::answers(conn, id).await?;
        let given = (0u8..).zip(&answers).filter(|(at, _)| picks.has(*at));
        polls.push(Poll {
            question: question.plain().to_owned(),
            answers: given.map(|(_, words)| words.plain().to_owned()).collect(),
        });
    }
    Ok(polls)
}

async fn sessions(conn: &mut SqliteConnection, me: &Person) -> Result<Vec<Session>> {
    let mut sessions = Vec::new();
    for guest in store::sessions(conn, me.id).await? {
        sessions.push(Session {
            title: guest.title.plain().to_owned(),
            starts_at: said(guest.starts_at),
            answer: answer(guest.attendance).to_owned(),
            answered_at: guest.since.map(said),
            word: guest.word.map(|word| word.plain().to_owned()),
            checked_in_at: guest.checked_in_at.map(said),
            feedback: store::feedback(conn, me.id, guest.session).await?,
        });
    }
    Ok(sessions)
}

fn answer(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::Silent => "none",
        Attendance::Coming => "coming",
        Attendance::Online => "online",
        Attendance::Waiting => "waiting",
        Attendance::Offered => "offered",
        Attendance::Declined => "declined",
        Attendance::Unsure => "unsure",
    }
}

async fn pictures(conn: &mut SqliteConnection, me: &Person) -> Result<Vec<Picture>> {
    let pictures = store::pictures(conn, me.id).await?.into_iter().map(|(session, words, at)| Picture {
        session: session.plain().to_owned(),
        words: words.map(|words| words.plain().to_owned()),
        added_at: said(at),
    });
    Ok(pictures.collect())
}

async fn letters(conn: &mut SqliteConnection, me: &Person) -> Result<Vec<Letter>> {
    let mut letters = Vec::new();
    for letter in store::letters(conn, me.id).await? {
        let content: Content = serde_json::from_str(&letter.content).context("Read a letter")?;
        letters.push(Letter {
            text: content.text,
            file: content.file.is_some(),
            written_at: said(letter.written_at),
            answered_at: letter.answered_at.map(said),
        });
    }
    Ok(letters)
}
