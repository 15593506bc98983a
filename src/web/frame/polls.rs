//! A poll, live: its counts as far as everyone in the room may see them, and the way to answer it.

use anyhow::Result;
use serde::Serialize;
use sqlx::SqliteConnection;

use super::{Asked, Bar, Code, share, way_in};
use crate::ids::PollId;
use crate::l10n::Lang;
use crate::polls::{percent, store};
use crate::when;

/// A poll on the wall.
#[derive(Debug, Serialize)]
pub struct Asking {
    question: String,
    answers: Vec<Bar>,
    /// The bars may be seen; otherwise only the answers.
    counted: bool,
    /// How many people answered.
    people: String,
    /// How it is held, and until when; or that it is over.
    notes: Vec<String>,
    over: bool,
    how: String,
    /// By which one answers; none: it is over.
    code: Option<Code>,
    address: Option<String>,
}

/// A poll; none: there is none.
pub async fn asking(
    conn: &mut SqliteConnection,
    lang: Lang,
    id: PollId,
    asked: &Asked<'_>,
) -> Result<Option<Asking>> {
    let t = lang.texts();
    let Some((poll, _)) = store::get(conn, id, None).await? else { return Ok(None) };
    let open = poll.is_open(asked.now);
    let counts = poll.counts(asked.now);
    let most = counts.and_then(|counts| counts.iter().copied().max()).unwrap_or(0);
    let bar = |(at, words): (usize, &crate::ui::state::Choice)| {
        let count = counts.and_then(|counts| counts.get(at)).copied();
        let whole = |count: i64| u64::try_from(count).unwrap_or(0);
        Bar {
            label: words.plain().to_owned(),
            value: count.map_or_else(String::new, |n| t.poll_counted(n, percent(n, poll.people))),
            share: count.map_or(0.0, |count| share(whole(count), whole(poll.people))),
            leads: count.is_some_and(|count| count > 0 && count == most),
            mark: None,
        }
    };
    let notes = [
        (!open).then(|| t.web_poll_over()),
        (open && poll.rules.several).then(|| t.web_poll_several()),
        (open && poll.rules.hidden).then(|| t.web_poll_hidden()),
        poll.closes_at.filter(|_| open).map(|at| t.web_closes(when::say(lang, at, asked.now))),
    ];
    // What is asked in a group is answered there.
    let (code, address) = if open && poll.chat.is_none() {
        let (code, address) = way_in(asked.bot_name, &format!("poll-{}", id.0))?;
        (Some(code), Some(address))
    } else {
        (None, None)
    };
    Ok(Some(Asking {
        question: poll.question.plain().to_owned(),
        answers: poll.answers.iter().enumerate().map(bar).collect(),
        counted: counts.is_some(),
        people: t.web_poll_people(poll.people),
        notes: notes.into_iter().flatten().collect(),
        over: !open,
        how: t.web_poll_how(),
        code,
        address,
    }))
}
