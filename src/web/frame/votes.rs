//! A vote: how many have voted, while nobody knows more; and what came of it, once it is counted and an organizer
//! reveals it.

use anyhow::Result;
use serde::Serialize;
use sqlx::SqliteConnection;

use super::{Asked, Bar, Shown, share};
use crate::ids::VoteId;
use crate::l10n::{Lang, Texts};
use crate::ui::action::Method;
use crate::votes::store::{self, ballots, roll};
use crate::votes::{Counted, Stage, Vote};
use crate::when;

/// How many of how many have voted.
#[derive(Debug, Serialize)]
pub struct Turnout {
    title: String,
    /// "12 of 34"; none: it cannot be told any more.
    count: Option<String>,
    share: f64,
    label: String,
    /// Until when it takes ballots, or how far it has come.
    note: String,
}

/// What came of a vote.
#[derive(Debug, Serialize)]
pub struct Outcome {
    heading: String,
    title: String,
    options: Vec<Bar>,
    turnout: String,
    /// What a tie leaves to decide.
    tie: Option<String>,
}

/// How many have voted; none: there is no such vote.
pub async fn turnout(
    conn: &mut SqliteConnection,
    lang: Lang,
    id: VoteId,
    asked: &Asked<'_>,
) -> Result<Option<Turnout>> {
    let t = lang.texts();
    let Some(vote) = store::get(conn, id).await? else { return Ok(None) };
    // Once it is counted, the ballots are gone.
    let counted = store::result(conn, id).await?;
    let known = match (&counted, vote.stage) {
        (_, Stage::Void) => None,
        (Some(counted), _) => Some((counted.outcome.ballots, whole(counted.roll))),
        (None, _) => Some((whole(ballots::turnout(conn, id).await?), whole(roll::size(conn, id).await?))),
    };
    let note = match (vote.stage, vote.closes_at) {
        (Stage::Void, _) => t.web_void(),
        (Stage::Counted | Stage::Over, _) => t.web_vote_over(),
        _ if !vote.is_open(asked.now) => t.web_counting(),
        (_, Some(at)) => t.web_closes(when::say(lang, at, asked.now)),
        (_, None) => t.web_by_hand(),
    };
    Ok(Some(Turnout {
        title: vote.title.plain().to_owned(),
        count: known.map(|(voted, roll)| t.web_of(voted, roll)),
        share: known.map_or(0.0, |(voted, roll)| share(voted, roll)),
        label: t.web_turnout(),
        note,
    }))
}

/// What came of a vote; before that, how many have voted.
pub async fn result(
    conn: &mut SqliteConnection,
    lang: Lang,
    id: VoteId,
    asked: &Asked<'_>,
) -> Result<Option<Shown>> {
    if let Some(vote) = store::get(conn, id).await?
        && matches!(vote.stage, Stage::Counted | Stage::Over)
        && let Some(counted) = store::result(conn, id).await?
    {
        return Ok(Some(Shown::Result(outcome(lang.texts(), &vote, &counted))));
    }
    Ok(turnout(conn, lang, id, asked).await?.map(Shown::Turnout))
}

fn outcome(t: &Texts, vote: &Vote, counted: &Counted) -> Outcome {
    let (ballots, roll) = (counted.outcome.ballots, whole(counted.roll));
    // The longest bar there could be: for choosing everyone's vote; otherwise the highest count.
    let most = match vote.rules.method {
        Method::Choose => ballots * u64::from(counted.scale.max(1)),
        Method::Points | Method::Ranking => counted.outcome.counts.iter().copied().max().unwrap_or(0),
    };
    let option = |at: usize| {
        let count = counted.outcome.counts[at];
        let said = count / u64::from(counted.scale.max(1));
        Bar {
            label: vote.options[at].plain().to_owned(),
            value: match vote.rules.method {
                Method::Choose => t.votes_count(said),
                Method::Points | Method::Ranking => t.points_count(said),
            },
            share: share(count, most),
            leads: counted.won(at),
            mark: match () {
                () if counted.won(at) => Some(t.web_won()),
                () if counted.tied(at) => Some(t.web_tied()),
                () => None,
            },
        }
    };
    let mut order = counted.outcome.order();
    order.sort_by_key(|at| (!counted.won(*at), !counted.tied(*at)));
    let percent = (ballots * 100).checked_div(roll).unwrap_or(0);
    Outcome {
        heading: t.web_result(),
        title: vote.title.plain().to_owned(),
        options: order.into_iter().map(option).collect(),
        turnout: t.vote_turnout(ballots, roll, percent),
        tie: counted.tie().map(|(_, seats)| t.web_tie(seats)),
    }
}

fn whole(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}
