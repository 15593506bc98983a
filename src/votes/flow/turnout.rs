//! Turnout that looks after itself: in all and by group, a reminder to exactly those who have not voted, and an offer
//! to close early when everyone has.

use std::collections::HashSet;
use std::time::Duration;

use anyhow::{Context, Result};
use sqlx::SqliteConnection;

use super::super::store::{self, ballots, roll};
use super::super::{Vote, key_name, seal, view};
use super::open;
use crate::acts::{self, Act};
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::ids::{PersonId, VoteId};
use crate::keys::Keys;
use crate::l10n::Lang;
use crate::outbox::{self, Hold, Subject, Urgency};
use crate::people;
use crate::people::store::belonging;
use crate::ui::view::Reply;
use crate::votes::breakdown::{Weighed, breakdowns};
use crate::votes::store::roll::Voter;

/// How long before its end a vote reminds by itself.
const BEFORE_THE_END: Duration = Duration::from_secs(24 * 3600);
/// A vote that was opened less than this before that moment does not: its card has just come.
const STILL_FRESH: Duration = Duration::from_secs(2 * 3600);
/// How long after one reminder an organizer may send the next.
const BETWEEN_REMINDERS: Duration = Duration::from_secs(3600);

/// Turnout, in all and by group.
pub async fn show(cx: &mut Cx, _: Organizer, id: VoteId) -> Result<Reply> {
    let vote = match open(cx, id).await? {
        Ok(vote) => vote,
        Err(refusal) => return Ok(refusal),
    };
    let voters = roll::all(&mut cx.tx, id).await?;
    let voted = voted(&mut cx.tx, &cx.keys, id, &voters).await?;
    let people: Vec<Weighed> = voters.iter().map(|voter| weighed(voter, &voted)).collect();
    let groups = breakdowns(&people, cx.small_group);
    let labels = belonging::labels(&mut cx.tx, cx.me.lang).await?;
    Ok(Reply::edit(view::turnout::turnout(cx.t(), &vote, voted.len(), voters.len(), &groups, &labels)))
}

/// Who of a roll has handed a ballot in.
async fn voted(
    conn: &mut SqliteConnection,
    keys: &Keys,
    vote: VoteId,
    voters: &[Voter],
) -> Result<HashSet<PersonId>> {
    let key = keys.get(&key_name(vote))?.context("An open vote has a key")?;
    let tags: HashSet<Vec<u8>> = ballots::handed_in(conn, vote).await?.into_iter().collect();
    Ok(voters.iter().map(|v| v.id).filter(|id| tags.contains(seal::tag(&key, *id).as_slice())).collect())
}

/// Those on the roll of an open vote who have voted, or who have not; nobody once it takes no more ballots.
pub async fn who(
    conn: &mut SqliteConnection,
    keys: &Keys,
    id: VoteId,
    have: bool,
    now: Moment,
) -> Result<Vec<PersonId>> {
    if store::get(conn, id).await?.is_none_or(|vote| !vote.is_open(now)) {
        return Ok(Vec::new());
    }
    let voters = roll::all(conn, id).await?;
    let voted = voted(conn, keys, id, &voters).await?;
    Ok(voters.into_iter().map(|voter| voter.id).filter(|id| voted.contains(id) == have).collect())
}

/// Counts for whether they have voted.
fn weighed(voter: &Voter, voted: &HashSet<PersonId>) -> Weighed {
    Weighed { sector: voter.sector, region: voter.region, counts: vec![u64::from(voted.contains(&voter.id))] }
}

/// Reminds exactly those who have not voted.
pub async fn remind(cx: &mut Cx, organizer: Organizer, id: VoteId) -> Result<Reply> {
    let vote = match open(cx, id).await? {
        Ok(vote) => vote,
        Err(refusal) => return Ok(refusal),
    };
    let before = store::reminded_at(&mut cx.tx, id).await?;
    if before.is_some_and(|at| at.after(BETWEEN_REMINDERS) > cx.now) {
        return Ok(Reply::alert(cx.t().vote_reminded_lately()));
    }
    store::note_reminded(&mut cx.tx, id, cx.now).await?;
    acts::note(cx, Act::Reminded(id)).await?;
    let keys = cx.keys.clone();
    let reminded = tell_those_who_have_not(&mut cx.tx, &keys, &vote, cx.now).await?;
    Ok(show(cx, organizer, id).await?.toasting(cx.t().vote_reminded(reminded)))
}

/// Returns how many.
async fn tell_those_who_have_not(
    conn: &mut SqliteConnection,
    keys: &Keys,
    vote: &Vote,
    now: Moment,
) -> Result<usize> {
    let voters = roll::all(conn, vote.id).await?;
    let voted = voted(conn, keys, vote.id, &voters).await?;
    let missing: Vec<PersonId> = voters.iter().map(|v| v.id).filter(|id| !voted.contains(id)).collect();
    let hold = vote.closes_at.map_or(Hold::Quiet, Hold::QuietBefore);
    let mailing = outbox::store::insert_mailing(conn, hold, now).await?;
    let mut reminded = 0;
    for lang in Lang::ALL {
        let card = view::turnout::reminder(lang.texts(), lang, vote, now);
        let subject = Some(Subject::Reminder(vote.id));
        reminded += outbox::store::tell_those(conn, mailing, &missing, lang, subject, &card, now).await?;
    }
    Ok(reminded)
}

/// When a vote reminds by itself; `None`: it is closed by hand, or its card has just come then.
pub fn reminds_at(vote: &Vote, opened_at: Moment) -> Option<Moment> {
    let at = vote.closes_at?.before(BEFORE_THE_END);
    (opened_at.after(STILL_FRESH) <= at).then_some(at)
}

/// A vote reminds those who have not voted by itself, unless it is over by now: the bot was off.
pub async fn remind_by_itself(
    conn: &mut SqliteConnection,
    keys: &Keys,
    id: VoteId,
    now: Moment,
) -> Result<()> {
    match store::get(conn, id).await? {
        Some(vote) if vote.is_open(now) => tell_those_who_have_not(conn, keys, &vote, now).await.map(drop),
        _ => Ok(()),
    }
}

/// Where everyone has voted, organizers are asked once whether to close early.
pub async fn offer_closing(conn: &mut SqliteConnection, id: VoteId, now: Moment) -> Result<()> {
    if !store::all_have_voted(conn, id).await? {
        return Ok(());
    }
    store::note_all_voted(conn, id).await?;
    let (vote, roll) = (store::get(conn, id).await?, roll::size(conn, id).await?);
    let Some(vote) = vote.filter(|vote| vote.is_open(now)) else { return Ok(()) };
    for organizer in people::store::organizers(conn).await? {
        let card = view::turnout::all_voted(organizer.lang.texts(), &vote, roll);
        outbox::store::tell(conn, &organizer, Urgency::Broadcast, None, &card, now).await?;
    }
    Ok(())
}
