//! From the tables to the archive, piece by piece.

use std::collections::HashMap;

use anyhow::{Context, Result};
use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, SqliteConnection};

use super::{
    Announcement, Archive, Call, Direction, FORMAT, Group, Manifest, People, Poll, PollAnswer, Proposal,
    Session, Stances, Step, Tag, VERSION, Vote, VoteOption, store,
};
use crate::clock::Moment;
use crate::cx::start_link;
use crate::directions::store as directions;
use crate::directions::view::title;
use crate::exports::prepare::{Making, PIECE};
use crate::exports::store as proposals;
use crate::groups::fold;
use crate::ids::ProposalId;
use crate::l10n::Lang;
use crate::people::store::belonging;
use crate::proposals::ProposalState;
use crate::proposals::flow::link_code;
use crate::proposals::life::Untold;
use crate::sessions::store::after;
use crate::ui::action::{Attendance, Method, Winners};
use crate::ui::view::{Body, Content, View};
use crate::votes::{Counted, Stage};
use crate::when::in_kyiv;
use crate::{polls, sessions, votes};

/// The bytes of the archive, whose groups are named in a language.
pub async fn gather(making: &Making, lang: Lang, now: Moment) -> Result<Vec<u8>> {
    let mut archive = Archive::new();
    archive.object(
        "manifest.json",
        &Manifest {
            format: FORMAT,
            version: VERSION,
            made_at: said(now),
            language: lang.code(),
            small_group: making.small_group,
        },
    )?;
    archive.explanation()?;
    let mut conn = reader(making).await?;
    archive.object("people.json", &people(&mut conn, making.small_group, lang).await?)?;
    calls(&mut conn, &mut archive).await?;
    all_directions(&mut conn, &mut archive, lang).await?;
    drop(conn);
    all_proposals(making, &mut archive).await?;
    let mut conn = reader(making).await?;
    all_votes(&mut conn, &mut archive).await?;
    all_polls(&mut conn, &mut archive, now).await?;
    all_sessions(&mut conn, &mut archive, making.small_group).await?;
    announcements(&mut conn, &mut archive, lang).await?;
    archive.finish()
}

async fn reader(making: &Making) -> Result<PoolConnection<Sqlite>> {
    making.db.readers().acquire().await.context("Read what goes into an archive")
}

fn said(moment: Moment) -> String {
    in_kyiv(moment).strftime("%Y-%m-%dT%H:%M").to_string()
}

async fn people(conn: &mut SqliteConnection, least: u32, lang: Lang) -> Result<People> {
    let labels = belonging::labels(conn, lang).await?;
    let named = |groups: Vec<(Option<crate::ids::AffiliationId>, u32)>| {
        let name = |id: Option<_>| {
            let label = id.and_then(|id| labels.get(&id)).map(|label| label.plain().to_owned());
            label.unwrap_or_else(|| lang.texts().settings_not_said())
        };
        folded(groups.into_iter().map(|(id, people)| (name(id), people)).collect(), least)
    };
    let sectors = named(store::sectors(conn).await?);
    let regions = named(store::regions(conn).await?);
    let languages = store::languages(conn).await?;
    let joined = languages.iter().map(|(_, people)| people).sum();
    let languages = languages.into_iter().map(|(lang, people)| (lang.code().to_owned(), people)).collect();
    Ok(People { joined, languages: folded(languages, least), sectors, regions })
}

/// Small groups together; none: they cannot be told apart without telling who is who.
fn folded(groups: Vec<(String, u32)>, least: u32) -> Option<Vec<Group>> {
    let sizes: Vec<u32> = groups.iter().map(|(_, people)| *people).collect();
    let folding = fold(&sizes, least)?;
    let shown = folding.shown.iter().map(|&at| Some(groups[at].0.clone())).chain([None]);
    Some(shown.zip(folding.gather(&sizes)).map(|(name, people)| Group { name, people }).collect())
}

async fn calls(conn: &mut SqliteConnection, archive: &mut Archive) -> Result<()> {
    archive.begin_list("calls.json")?;
    for call in store::calls(conn).await? {
        archive.item(&Call {
            id: call.id.0,
            question: call.question.plain().to_owned(),
            opened_at: said(call.opened_at),
            closed_at: call.closed_at.map(said),
        })?;
    }
    archive.end_list()
}

async fn all_directions(conn: &mut SqliteConnection, archive: &mut Archive, lang: Lang) -> Result<()> {
    archive.begin_list("directions.json")?;
    for one in directions::all(conn).await? {
        archive.item(&Direction {
            id: one.id.0,
            name: one.name.plain().to_owned(),
            about: one.about.map(|about| about.plain().to_owned()),
            colour: one.shade.code(),
            retired: one.retired,
        })?;
    }
    archive.end_list()?;
    archive.begin_list("tags.json")?;
    for one in directions::tags::all(conn).await? {
        let name = title(lang.texts(), &one.title);
        archive.item(&Tag { id: one.id.0, name, retired: one.retired })?;
    }
    archive.end_list()
}

async fn all_proposals(making: &Making, archive: &mut Archive) -> Result<()> {
    archive.begin_list("proposals.json")?;
    let mut after = None;
    loop {
        let mut conn = reader(making).await?;
        let piece = proposals::proposals(&mut conn, after, PIECE).await?;
        let Some(last) = piece.last() else { break };
        let mut steps: HashMap<ProposalId, Vec<Step>> = HashMap::new();
        for Untold { proposal, step } in proposals::steps(&mut conn, after, last.id).await? {
            steps.entry(proposal).or_default().push(Step {
                at: said(step.at),
                became: step.became.code(),
                direction: step.direction.map(|id| id.0),
                into: step.other.map(|id| id.0),
                reason: step.reason.map(|reason| reason.plain().to_owned()),
            });
        }
        drop(conn);
        after = Some(last.id);
        for one in &piece {
            let published = one.state.is_public();
            archive.item(&Proposal {
                number: one.id.0,
                call: one.call.0,
                state: if published { "published" } else { "withdrawn" },
                stage: match one.state {
                    ProposalState::Published(stage) => Some(stage.code()),
                    _ => None,
                },
                direction: one.direction.map(|id| id.0),
                tags: one
                    .tags
                    .iter()
                    .flat_map(|ids| ids.split(','))
                    .filter_map(|id| id.parse().ok())
                    .collect(),
                steps: steps.remove(&one.id).unwrap_or_default(),
                words: one.words.as_ref().map(|words| words.plain()),
                photo: one.photo.is_some(),
                handed_in_at: said(one.handed_in_at),
                stances: one.sums(making.small_group).map(|sums| Stances {
                    agree: sums.agree,
                    disagree: sums.disagree,
                    pass: sums.passed(),
                }),
                link: published.then(|| start_link(&making.bot_name, &link_code(one.id))),
            })?;
        }
    }
    archive.end_list()
}

async fn all_votes(conn: &mut SqliteConnection, archive: &mut Archive) -> Result<()> {
    archive.begin_list("votes.json")?;
    for (id, opened_at, closed_at) in store::votes(conn).await? {
        let vote = votes::store::get(conn, id).await?.context("A vote that was just listed")?;
        // Before that it is told to nobody.
        let counted = match vote.stage {
            Stage::Over => votes::store::result(conn, id).await?,
            _ => None,
        };
        archive.item(&Vote {
            id: id.0,
            title: vote.title.plain().to_owned(),
            method: match vote.rules.method {
                Method::Choose => "choose",
                Method::Points => "points",
                Method::Ranking => "ranking",
            },
            most: vote.rules.most,
            seats: vote.rules.seats,
            winners: match vote.rules.winners {
                Winners::MostVotes => "most-votes",
                Winners::Balanced => "balanced",
            },
            secret: vote.rules.secret,
            opened_at: said(opened_at),
            closed_at: closed_at.map(said),
            stage: match vote.stage {
                Stage::Open => "open",
                Stage::Closing | Stage::Counted => "counting",
                Stage::Over => "over",
                Stage::Void => "void",
            },
            roll: vote.roll,
            ballots: counted.as_ref().map(|counted| counted.outcome.ballots),
            options: (0..)
                .zip(&vote.options)
                .map(|(at, words)| option(at, words.plain(), &counted))
                .collect(),
        })?;
    }
    archive.end_list()
}

fn option(at: usize, words: &str, counted: &Option<Counted>) -> VoteOption {
    let count = |counted: &Counted| {
        counted.outcome.counts.get(at).map(|count| count / u64::from(counted.scale.max(1)))
    };
    VoteOption {
        words: words.to_owned(),
        count: counted.as_ref().and_then(count),
        won: counted.as_ref().map(|counted| counted.won(at)),
        tied: counted.as_ref().map(|counted| counted.tied(at)),
    }
}

async fn all_polls(conn: &mut SqliteConnection, archive: &mut Archive, now: Moment) -> Result<()> {
    archive.begin_list("polls.json")?;
    for id in store::polls(conn).await? {
        let Some((poll, _)) = polls::store::get(conn, id, None).await? else { continue };
        let counts = poll.counts(now);
        archive.item(&Poll {
            id: id.0,
            question: poll.question.plain().to_owned(),
            several: poll.rules.several,
            opened_at: said(poll.opened_at),
            closed_at: poll.closed_at.map(said),
            repeats: poll.repeats.map(|id| id.0),
            people: counts.map(|_| poll.people),
            answers: (0..)
                .zip(&poll.answers)
                .map(|(at, words)| PollAnswer {
                    words: words.plain().to_owned(),
                    people: counts.and_then(|counts: &[i64]| counts.get::<usize>(at).copied()),
                })
                .collect(),
        })?;
    }
    archive.end_list()
}

async fn all_sessions(conn: &mut SqliteConnection, archive: &mut Archive, least: u32) -> Result<()> {
    archive.begin_list("sessions.json")?;
    for id in store::sessions(conn).await? {
        let Some(session) = sessions::store::get(conn, id).await? else { continue };
        let (minutes, materials): (Vec<_>, Vec<_>) =
            after::materials(conn, id).await?.into_iter().partition(|material| material.minutes);
        let texts = |all: Vec<sessions::Material>| all.into_iter().map(|one| one.content.text).collect();
        let guests = store::guests(conn, id).await?.into_iter();
        let sums = after::sums(conn, id).await?.into_iter();
        let details = session.details;
        archive.item(&Session {
            id: id.0,
            title: details.title.plain().to_owned(),
            starts_at: said(details.span.starts),
            ends_at: details.span.ends.map(said),
            cancelled: session.cancelled,
            place: details.place.map(|place| place.plain().to_owned()),
            online: details.link.is_some(),
            agenda: details.agenda.map(|agenda| agenda.plain().to_owned()),
            capacity: details.capacity,
            guests: guests.map(|(attendance, people)| (answer(attendance), people)).collect(),
            minutes: texts(minutes),
            materials: texts(materials),
            feedback: sums
                .map(|marks| Some(marks).filter(|marks| marks.iter().sum::<u32>() >= least))
                .collect(),
        })?;
    }
    archive.end_list()
}

fn answer(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::Silent => "silent",
        Attendance::Coming => "coming",
        Attendance::Online => "online",
        Attendance::Waiting => "waiting",
        Attendance::Offered => "offered",
        Attendance::Declined => "declined",
        Attendance::Unsure => "unsure",
    }
}

async fn announcements(conn: &mut SqliteConnection, archive: &mut Archive, lang: Lang) -> Result<()> {
    let labels = belonging::labels(conn, lang).await?;
    archive.begin_list("announcements.json")?;
    for one in store::announcements(conn).await? {
        let content = one.body.as_deref().and_then(announced);
        archive.item(&Announcement {
            announced_at: said(one.announced_at),
            groups: one
                .audience
                .groups
                .iter()
                .filter_map(|id| labels.get(id))
                .map(|label| label.plain().to_owned())
                .collect(),
            file: content.as_ref().is_some_and(|content| content.file.is_some()),
            text: content.map(|content| content.text),
            reached: one.reached,
        })?;
    }
    archive.end_list()
}

/// What an announcement's message says.
fn announced(body: &str) -> Option<Content> {
    match serde_json::from_str::<View>(body).ok()?.body {
        Body::Copy(content) => Some(content),
        _ => None,
    }
}
