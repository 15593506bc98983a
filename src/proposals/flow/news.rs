//! Who handed a proposal in, and who agreed with it, hears what became of it: one message for all that is new since the
//! last one. What nobody has heard of and is undone again is no news, and nobody hears of what they did themselves.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::ids::{PersonId, ProposalId};
use crate::l10n::Lang;
use crate::outbox::{self, Hold};
use crate::proposals::life::{Became, News, Step, news};
use crate::proposals::store::{self, steps};
use crate::proposals::view::life::{self as view, Piece};
use crate::stances::store as stances;

/// Tells what is new.
pub async fn tell(conn: &mut SqliteConnection, now: Moment) -> Result<()> {
    let pieces = gather(conn).await?;
    let mut of_people: HashMap<PersonId, Vec<usize>> = HashMap::new();
    for (at, (piece, author)) in pieces.iter().enumerate() {
        for person in hearers(conn, &piece.news, *author).await? {
            of_people.entry(person).or_default().push(at);
        }
    }
    // Most people hear the same as others.
    let mut alike: BTreeMap<Vec<usize>, Vec<PersonId>> = BTreeMap::new();
    for (person, heard) in of_people {
        alike.entry(heard).or_default().push(person);
    }
    for (heard, people) in alike {
        let heard: Vec<&Piece> = heard.iter().filter_map(|at| Some(&pieces.get(*at)?.0)).collect();
        for lang in Lang::ALL {
            let mailing = outbox::store::insert_mailing(conn, Hold::Quiet, now).await?;
            let message = view::news(lang.texts(), &heard);
            outbox::store::tell_those(conn, mailing, &people, lang, None, &message, now).await?;
        }
    }
    Ok(())
}

/// What is new of each proposal that everyone still sees, with its author.
async fn gather(conn: &mut SqliteConnection) -> Result<Vec<(Piece, Option<PersonId>)>> {
    let mut of_proposals: BTreeMap<i64, Vec<Step>> = BTreeMap::new();
    for untold in steps::take_untold(conn).await? {
        of_proposals.entry(untold.proposal.0).or_default().push(untold.step);
    }
    let mut pieces = Vec::new();
    for (id, new) in of_proposals {
        let id = ProposalId(id);
        let Some(proposal) = store::get(conn, id).await?.filter(|p| p.state.is_public()) else { continue };
        let Some(first) = new.first() else { continue };
        let before = steps::direction_before(conn, id, first.id).await?;
        if let Some(news) = news(id, &new, before) {
            pieces.push((Piece { news, words: proposal.words }, proposal.author));
        }
    }
    Ok(pieces)
}

async fn hearers(
    conn: &mut SqliteConnection,
    news: &News,
    author: Option<PersonId>,
) -> Result<Vec<PersonId>> {
    let mut people = stances::supporters(conn, news.proposal).await?;
    // These its author has decided.
    let own = |step: &Step| matches!(step.became, Became::Merged | Became::Split | Became::Apart);
    if news.direction.is_some() || !news.last.as_ref().is_some_and(own) {
        people.extend(author);
    }
    people.retain(|person| Some(*person) != news.by);
    Ok(people)
}
