//! From the last ballot to the result: counted, the key destroyed, told. A few steps, each of which is done whole or
//! not at all; a vote says how far it has come, so that whatever was cut off goes on at the next start.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::{Context, Result};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use sqlx::SqliteConnection;

use super::super::breakdown::{Weighed, breakdowns};
use super::super::seal::{self, Tag};
use super::super::store::ballots::Lying;
use super::super::store::roll::Voter;
use super::super::store::{self, ballots, roll};
use super::super::{Answer, Counted, Stage, Vote, count, key_name, view};
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::db::Db;
use crate::ids::{TelegramId, VoteId};
use crate::keys::{Key, Keys};
use crate::l10n::Lang;
use crate::outbox::{self, Subject, Urgency};
use crate::people;
use crate::people::store::belonging;
use crate::ui::action::Audience;
use crate::ui::view::{Reply, View};

/// How long a screen with marks may stay before it is covered.
pub const UNCOVERED: Duration = Duration::from_secs(10 * 60);

/// Asks whether to close now.
pub async fn ask(cx: &mut Cx, _: Organizer, id: VoteId) -> Result<Reply> {
    let vote = match super::open(cx, id).await? {
        Ok(vote) => vote,
        Err(refusal) => return Ok(refusal),
    };
    let (turnout, roll) = (ballots::turnout(&mut cx.tx, id).await?, roll::size(&mut cx.tx, id).await?);
    Ok(Reply::edit(view::ask_to_close(cx.t(), &vote, turnout, roll)))
}

/// No more ballots; the schedule does the rest.
pub async fn close(cx: &mut Cx, _: Organizer, id: VoteId) -> Result<Reply> {
    store::advance(&mut cx.tx, id, Stage::Open, Stage::Closing, cx.now).await?;
    Ok(super::show(cx, id).await?.toasting(cx.t().vote_closed_toast()))
}

/// Takes the next step of some vote that ends; `false`: there was none to take. One that stumbles holds up no other.
pub async fn step(db: &Db, keys: &Keys, least: u32, now: Moment, chance: &mut StdRng) -> Result<bool> {
    let mut conn = db.readers().acquire().await.context("Read which votes end")?;
    let ending = store::ending(&mut conn).await?;
    drop(conn);
    for (id, stage) in ending {
        match step_of(db, keys, id, stage, least, now, chance).await {
            Ok(true) => return Ok(true),
            Ok(false) => {}
            Err(error) => log::error!("Vote {} stumbled on its way to the result: {error:#}", id.0),
        }
    }
    Ok(false)
}

async fn step_of(
    db: &Db,
    keys: &Keys,
    id: VoteId,
    stage: Stage,
    least: u32,
    now: Moment,
    chance: &mut StdRng,
) -> Result<bool> {
    let mut conn = db.readers().acquire().await.context("Read a vote that ends")?;
    let vote = store::get(&mut conn, id).await?.context("A vote that ends is there")?;
    match (stage, keys.get(&vote.key_name())?) {
        (Stage::Closing, Some(key)) => {
            let voters = roll::all(&mut conn, id).await?;
            let lying = ballots::all(&mut conn, id).await?;
            drop(conn);
            keep_count(db, vote, key, voters, lying, least, now, chance).await?;
        }
        (Stage::Closing, None) => {
            drop(conn);
            give_up(db, &vote, now).await?;
        }
        _ => {
            drop(conn);
            keys.destroy(&vote.key_name())?;
            if !db.forget_log().await? {
                // Somebody still reads what was before. The next tick tries again.
                return Ok(false);
            }
            tell(db, vote, now).await?;
        }
    }
    Ok(true)
}

/// Keeps the count, and deletes the ballots.
#[expect(clippy::too_many_arguments, reason = "everything that a count is made of")]
async fn keep_count(
    db: &Db,
    vote: Vote,
    key: Key,
    voters: Vec<Voter>,
    lying: Vec<Lying>,
    least: u32,
    now: Moment,
    chance: &mut StdRng,
) -> Result<()> {
    let mut opened = open_all(&key, &voters, &lying)?;
    // By their tags they lie as chance would have it, but with the key one could tell how; without this order nobody can.
    opened.shuffle(chance);
    let (id, roll) = (vote.id, i64::try_from(voters.len()).unwrap_or(i64::MAX));
    let (opened, counted, file) = tokio::task::spawn_blocking(move || {
        let receipts = opened.iter().map(|(voter, _, _)| seal::receipt(&key, voter.id)).collect();
        let people: Vec<Weighed> =
            opened.iter().map(|(voter, answer, _)| weighed(&vote, voter, answer)).collect();
        let answers: Vec<Answer> = opened.iter().map(|(_, answer, _)| *answer).collect();
        let on_paper = opened.iter().filter(|(_, _, on_paper)| *on_paper).count();
        let (tallied, file) = count::count(&vote, &answers);
        let counted = Counted {
            on_paper: u32::try_from(on_paper).unwrap_or(u32::MAX),
            roll,
            groups: breakdowns(&people, least),
            ..count::counted(tallied, receipts, &file)
        };
        let named = if vote.rules.secret { Vec::new() } else { opened };
        (named, counted, file)
    })
    .await
    .context("Count a vote")?;
    // The key goes next: a power cut must not bring the ballots back without it.
    let mut tx = db.write_durably().await?;
    if !store::advance(&mut tx, id, Stage::Closing, Stage::Counted, now).await? {
        return Ok(());
    }
    for (voter, answer, _) in &opened {
        ballots::insert_open(&mut tx, id, voter.id, answer).await?;
    }
    store::insert_result(&mut tx, id, &counted, &file).await?;
    ballots::delete_all(&mut tx, id).await?;
    tx.commit().await
}

/// Whose each ballot is, what it says, and whether it came on paper. What was not handed in is left out.
fn open_all(key: &Key, voters: &[Voter], lying: &[Lying]) -> Result<Vec<(Voter, Answer, bool)>> {
    let by_tag: HashMap<Tag, &Voter> = voters.iter().map(|voter| (seal::tag(key, voter.id), voter)).collect();
    let mut opened = Vec::new();
    for lying in lying.iter().filter(|lying| lying.handed_in) {
        let tag: Tag = lying.tag.as_slice().try_into().context("A tag has another length")?;
        // Nobody's: the person has left since.
        let Some(voter) = by_tag.get(&tag) else { continue };
        let ballot = seal::open_ballot(key, &tag, &lying.sealed).context("Open a ballot")?;
        opened.extend(ballot.handed_in.map(|answer| ((*voter).clone(), answer, lying.on_paper)));
    }
    Ok(opened)
}

fn weighed(vote: &Vote, voter: &Voter, answer: &Answer) -> Weighed {
    Weighed { sector: voter.sector, region: voter.region, counts: count::weights(vote, answer) }
}

/// The key was lost: what was voted can be read by nobody, and everyone hears that.
async fn give_up(db: &Db, vote: &Vote, now: Moment) -> Result<()> {
    log::error!("The key of vote {} is lost: its ballots cannot be counted", vote.id.0);
    let mut tx = db.write().await?;
    if !store::advance(&mut tx, vote.id, Stage::Closing, Stage::Void, now).await? {
        return Ok(());
    }
    ballots::delete_all(&mut tx, vote.id).await?;
    let mailing = outbox::store::insert_mailing(&mut tx, now).await?;
    for lang in Lang::ALL {
        let view = view::void(lang.texts(), vote);
        outbox::store::tell_audience(&mut tx, mailing, Audience::EVERYONE, lang, None, &view, now).await?;
    }
    tx.commit().await
}

/// What is told, in one language.
struct Told {
    lang: Lang,
    everyone: Vec<View>,
    organizers: Vec<View>,
}

/// Everyone gets the result, organizers the file of ballots and, with a tie, what there is to decide.
async fn tell(db: &Db, vote: Vote, now: Moment) -> Result<()> {
    let id = vote.id;
    let mut conn = db.readers().acquire().await.context("Read a result")?;
    let counted = store::result(&mut conn, id).await?.context("A counted vote has a result")?;
    let file = store::file(&mut conn, id).await?.context("A counted vote has a file")?;
    let names = match vote.rules.secret {
        true => Vec::new(),
        false => ballots::open(&mut conn, id).await?,
    };
    let mut labels = Vec::new();
    for lang in Lang::ALL {
        labels.push((lang, belonging::labels(&mut conn, lang).await?));
    }
    drop(conn);
    // Drawing takes a while, and must hold up nobody's transaction.
    let told = tokio::task::spawn_blocking(move || {
        let told = labels.into_iter().map(|(lang, labels)| {
            let t = lang.texts();
            let mut everyone = view::result::pictures(t, &vote, &counted, &labels);
            everyone.push(view::result::full(t, &vote, &counted, &names, false));
            let mut organizers = vec![view::result::file(t, &vote, &counted, &file)];
            organizers.extend(view::result::to_decide(t, &vote, &counted));
            Told { lang, everyone, organizers }
        });
        told.collect::<Vec<Told>>()
    })
    .await
    .context("Draw a result")?;
    let mut tx = db.write().await?;
    if !store::advance(&mut tx, id, Stage::Counted, Stage::Over, now).await? {
        return Ok(());
    }
    for Told { lang, everyone, .. } in &told {
        for view in everyone {
            // A mailing reaches each person once.
            let mailing = outbox::store::insert_mailing(&mut tx, now).await?;
            let subject = Some(Subject::Vote(id));
            outbox::store::tell_audience(&mut tx, mailing, Audience::EVERYONE, *lang, subject, view, now)
                .await?;
        }
    }
    for organizer in people::store::organizers(&mut tx).await? {
        for view in told.iter().filter(|told| told.lang == organizer.lang).flat_map(|told| &told.organizers) {
            outbox::store::tell(&mut tx, &organizer, Urgency::Broadcast, None, view, now).await?;
        }
    }
    tx.commit().await
}

/// Covers screens that still show marks: those left for a while, and those of votes that take no more ballots. A chat
/// where an answer is on its way waits: it may be a ballot, which must not come after its cover.
pub async fn cover_screens(
    conn: &mut SqliteConnection,
    is_busy: impl Fn(TelegramId) -> bool,
    now: Moment,
) -> Result<()> {
    for screen in ballots::take_screens(conn, now.before(UNCOVERED), is_busy).await? {
        let Some((person, _)) = people::store::get(conn, screen.person).await? else { continue };
        let Some(vote) = store::get(conn, screen.vote).await? else { continue };
        let paper = (screen.voter != screen.person).then_some(screen.voter);
        // Nothing of the ballot, not even its receipt: the outbox, and so a backup, would say whose that is.
        let cover = view::covered(person.lang.texts(), &vote, paper, now);
        outbox::store::edit(conn, &person, screen.message, &cover, now).await?;
    }
    Ok(())
}

/// Destroys keys that no vote needs: of one whose opening was cut off.
pub async fn tidy_keys(conn: &mut SqliteConnection, keys: &Keys) -> Result<()> {
    let needed: Vec<String> = store::with_key(conn).await?.into_iter().map(key_name).collect();
    for name in keys.names()?.into_iter().filter(|name| !needed.contains(name)) {
        keys.destroy(&name)?;
    }
    Ok(())
}
