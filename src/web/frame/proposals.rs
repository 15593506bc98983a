//! Proposals as they come in, the latest first, without their authors.

use anyhow::Result;
use serde::Serialize;
use sqlx::SqliteConnection;

use super::{Picture, drawing};
use crate::ids::CallId;
use crate::l10n::Texts;
use crate::proposals::{Proposal, store};

/// How many of the latest are shown: a phone scrolls, and on a wall the older ones have flowed out.
const LATEST: u32 = 24;
/// How much of one is shown, in UTF-16 units.
const BEGINNING: usize = 320;

/// Proposals of a call, or all.
#[derive(Debug, Serialize)]
pub struct Proposals {
    /// The call's question.
    heading: String,
    /// How many there are, whether shown or not.
    count: i64,
    label: String,
    cards: Vec<Card>,
    /// What stands there while there are none.
    empty: String,
}

/// One of them.
#[derive(Debug, Serialize)]
struct Card {
    id: i64,
    number: String,
    words: Option<String>,
    picture: Option<Picture>,
}

/// The latest proposals; none: there is no such call.
pub async fn flowing(
    conn: &mut SqliteConnection,
    t: &Texts,
    call: Option<CallId>,
) -> Result<Option<Proposals>> {
    let heading = match call {
        None => t.web_proposals(),
        Some(id) => match store::call(conn, id).await? {
            Some(call) => call.question.plain().to_owned(),
            None => return Ok(None),
        },
    };
    let count = store::count_published(conn, call).await?;
    let cards = store::latest(conn, call, LATEST).await?.into_iter().map(|one| card(t, one)).collect();
    let label = t.web_proposals_count(count);
    Ok(Some(Proposals { heading, count, label, cards, empty: t.web_proposals_none() }))
}

fn card(t: &Texts, proposal: Proposal) -> Card {
    let id = proposal.id.0;
    let words = proposal.words.map(|words| words.beginning(BEGINNING));
    let described = |_| Picture { name: id.to_string(), words: drawing(t, id) };
    Card { id, number: t.web_number(id), words, picture: proposal.photo.map(described) }
}

/// Telegram's name of the picture of one of these.
pub async fn photo(conn: &mut SqliteConnection, call: Option<CallId>, name: &str) -> Result<Option<String>> {
    let shown = store::latest(conn, call, LATEST).await?;
    Ok(shown.into_iter().find(|proposal| proposal.id.0.to_string() == name).and_then(|found| found.photo))
}
