//! What unites and what divides groups, as far as the small-group rule lets it be shown. Working it out is costly, and
//! numbers that move with each answer would tell who has just answered: so it is done once in a while, for all walls.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde::Serialize;
use sqlx::SqliteConnection;

use super::{Asked, Bar, drawing};
use crate::ids::ProposalId;
use crate::l10n::{Lang, Texts};
use crate::people::store::belonging;
use crate::proposals;
use crate::stances::unity::{Unity, dividers, unifiers};
use crate::stances::view::unity::{names, percent};
use crate::stances::{Breakdown, NotYet, Placed, break_down, store};
use crate::ui::action::Dimension;

/// How long what was worked out is shown.
const LASTS: Duration = Duration::from_secs(10);
/// How many proposals a column has.
const COLUMN: usize = 3;
/// How much of one is shown, in UTF-16 units.
const BEGINNING: usize = 140;

/// What was worked out last.
#[derive(Default)]
pub struct Measured(Vec<(Dimension, Instant, Result<Breakdown, NotYet>)>);

impl Measured {
    async fn get(
        &mut self,
        conn: &mut SqliteConnection,
        dimension: Dimension,
        asked: &Asked<'_>,
    ) -> Result<&Result<Breakdown, NotYet>> {
        self.0.retain(|(_, at, _)| asked.tick.saturating_duration_since(*at) < LASTS);
        if !self.0.iter().any(|(of, ..)| *of == dimension) {
            let groups = store::groups(conn, dimension).await?;
            let counted = store::count(conn, dimension, &groups, None).await?;
            self.0.push((dimension, asked.tick, break_down(&groups, &counted, asked.small_group)));
        }
        let found = self.0.iter().find(|(of, ..)| *of == dimension);
        found.map(|(.., shown)| shown).context("What was just worked out")
    }
}

/// Both sides.
#[derive(Debug, Serialize)]
pub struct Sides {
    /// Which groups are compared.
    heading: String,
    /// What unites, and what divides; none while it is too early.
    columns: Vec<Column>,
    /// What the numbers are, or why there are none yet.
    note: String,
}

#[derive(Debug, Serialize)]
struct Column {
    heading: String,
    items: Vec<Item>,
    /// What stands there when there are none.
    empty: String,
}

#[derive(Debug, Serialize)]
struct Item {
    number: String,
    words: String,
    /// How likely each group is to agree.
    groups: Vec<Bar>,
}

/// What unites and what divides.
pub async fn sides(
    conn: &mut SqliteConnection,
    lang: Lang,
    dimension: Dimension,
    asked: &Asked<'_>,
    measured: &mut Measured,
) -> Result<Sides> {
    let t = lang.texts();
    let heading = match dimension {
        Dimension::Sector => t.web_unity_sectors(),
        Dimension::Region => t.web_unity_regions(),
    };
    let shown = match measured.get(conn, dimension, asked).await? {
        Ok(shown) => shown,
        Err(why) => {
            let note = match why {
                NotYet::Groups => t.unity_not_yet_groups(asked.small_group),
                NotYet::Proposals => t.unity_not_yet_proposals(asked.small_group),
            };
            return Ok(Sides { heading, columns: Vec::new(), note });
        }
    };
    let labels = belonging::list(conn, dimension).await?;
    let names = names(lang, dimension, &shown.cells, &labels);
    let unity: Vec<Unity> = shown.proposals.iter().map(|placed| placed.unity).collect();
    let unite: Vec<usize> = unifiers(&unity).into_iter().filter(|at| unity[*at].unites()).collect();
    let mut columns = Vec::new();
    for (heading, empty, order) in [
        (t.web_unites(), t.unity_nothing_unites(), unite),
        (t.web_divides(), t.unity_nothing_divides(), dividers(&unity)),
    ] {
        let mut items = Vec::new();
        for at in order.into_iter().take(COLUMN) {
            // Somebody may have withdrawn it since it was counted.
            items.extend(item(conn, t, &shown.proposals[at], &names).await?);
        }
        columns.push(Column { heading, items, empty });
    }
    Ok(Sides { heading, columns, note: t.web_unity_how() })
}

async fn item(
    conn: &mut SqliteConnection,
    t: &Texts,
    placed: &Placed,
    names: &[String],
) -> Result<Option<Item>> {
    let Some(words) = words(conn, t, placed.proposal).await? else { return Ok(None) };
    let bar = |(name, sums): (&String, &crate::stances::unity::Sums)| Bar {
        label: name.clone(),
        value: t.percent(u64::from(percent(sums.p()))),
        share: sums.p(),
        leads: false,
        mark: None,
    };
    let groups = names.iter().zip(&placed.groups).map(bar).collect();
    Ok(Some(Item { number: t.web_number(placed.proposal.0), words, groups }))
}

async fn words(conn: &mut SqliteConnection, t: &Texts, id: ProposalId) -> Result<Option<String>> {
    let found = proposals::store::get(conn, id).await?;
    let found = found.filter(|proposal| proposal.state.is_public());
    Ok(found.map(|proposal| match proposal.words {
        Some(words) => words.beginning(BEGINNING),
        None => drawing(t, id.0),
    }))
}
