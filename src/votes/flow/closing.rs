//! From the last ballot to the result: counted, the key destroyed, told. A few steps, each of which is done whole or
//! not at all; a vote says how far it has come, so that whatever was cut off goes on at the next start.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::{Context, Result};
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use sqlx::SqliteConnection;

use super::super::count::{self, Cast};
use super::super::seal::{self, Tag};
use super::super::store::ballots::Lying;
use super::super::store::roll::Voter;
use super::super::store::{self, ballots, roll};
use super::super::{Answer, Stage, Vote, key_name, view};
use crate::acts::{self, Act};
use crate::audiences::flow as audiences;
use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::db::Db;
use crate::due::{self, Due};
use crate::ids::{TelegramId, VoteId};
use crate::keys::{Key, Keys};
use crate::l10n::Lang;
use crate::outbox::{self, Hold, People, Subject, Urgency};
use crate::people;
use crate::people::store::belonging;
use crate::proposals::flow::life;
use crate::proposals::life::Became;
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

/// An organizer closes it.
pub async fn close(cx: &mut Cx, _: Organizer, id: VoteId) -> Result<Reply> {
    if begin(&mut cx.tx, id, cx.now).await? {
        acts::note(cx, Act::ClosedVote(id)).await?;
    }
    Ok(super::show(cx, id).await?.toasting(cx.t().vote_closed_toast()))
}

/// No more ballots, and nothing more that leads to one; the schedule does the rest. A vote that is not open is left as
/// it is: `false`.
pub async fn begin(conn: &mut SqliteConnection, id: VoteId, now: Moment) -> Result<bool> {
    if !store::advance(conn, id, Stage::Open, Stage::Closing, now).await? {
        return Ok(false);
    }
    for over in [Due::VoteCloses(id), Due::VoteReminds(id), Due::AllVoted(id)] {
        due::forget(conn, over).await?;
    }
    for subject in [Subject::Ballot(id), Subject::Reminder(id)] {
        outbox::store::cancel_waiting(conn, subject, None, now).await?;
    }
    due::set(conn, Due::BallotScreens(id), now).await?;
    due::set(conn, Due::VoteEnds(id), now).await?;
    Ok(true)
}

/// Goes on from where a vote is to its result, in several transactions; the last one says that nothing more is due.
/// Whatever is cut off in between goes on at the next call.
pub async fn finish(
    db: &Db,
    keys: &Keys,
    id: VoteId,
    least: u32,
    now: Moment,
    chance: &mut StdRng,
) -> Result<()> {
    while step(db, keys, id, least, now, chance).await? {}
    Ok(())
}

/// Takes the next step of a vote that ends; `false`: nothing more can be done, now or at all.
pub async fn step(
    db: &Db,
    keys: &Keys,
    id: VoteId,
    least: u32,
    now: Moment,
    chance: &mut StdRng,
) -> Result<bool> {
    let mut conn = db.readers().acquire().await.context("Read a vote that ends")?;
    let vote = store::get(&mut conn, id).await?.context("A vote that ends is there")?;
    match (vote.stage, keys.get(&vote.key_name())?) {
        (Stage::Open | Stage::Over | Stage::Void, _) => {
            drop(conn);
            let mut tx = db.write().await?;
            due::forget(&mut tx, Due::VoteEnds(id)).await?;
            tx.commit().await?;
            return Ok(false);
        }
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
        (Stage::Counted, _) => {
            drop(conn);
            keys.destroy(&vote.key_name())?;
            if !db.forget_log().await? {
                // Somebody still reads what was before. The schedule tries again.
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
        let cast = opened.iter().map(|(voter, answer, on_paper)| Cast {
            answer: *answer,
            on_paper: *on_paper,
            receipt: seal::receipt(&key, voter.id),
            sector: voter.sector,
            region: voter.region,
        });
        let (counted, file) = count::count(&vote, roll, &cast.collect::<Vec<_>>(), least);
        let named = if vote.rules.secret { Vec::new() } else { opened };
        (named, counted, file)
    })
    .await
    .context("Count a vote")?;
    // The key goes next: a power cut must not bring the ballots back without it.
    let mut tx = db.write_durably().await?;
    if !store::advance(&mut tx, id, Stage::Closing, Stage::Counted, now).await? {
        return tx.commit().await;
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

/// The key was lost: what was voted can be read by nobody, and everyone hears that.
async fn give_up(db: &Db, vote: &Vote, now: Moment) -> Result<()> {
    log::error!("The key of vote {} is lost: its ballots cannot be counted", vote.id.0);
    let mut tx = db.write().await?;
    if !store::advance(&mut tx, vote.id, Stage::Closing, Stage::Void, now).await? {
        return tx.commit().await;
    }
    ballots::delete_all(&mut tx, vote.id).await?;
    for proposal in store::proposals(&mut tx, vote.id).await?.into_iter().flatten() {
        life::voted(&mut tx, proposal, vote.id, Became::NotCounted, now).await?;
    }
    close_cards(&mut tx, vote.id, now).await?;
    let mailing = outbox::store::insert_mailing(&mut tx, Hold::Quiet, now).await?;
    let people = concerned(&mut tx, vote.id, vote.for_everyone).await?;
    for lang in Lang::ALL {
        let view = view::void(lang.texts(), vote);
        outbox::store::tell_people(&mut tx, mailing, &people, lang, None, &view, now).await?;
    }
    tx.commit().await
}

/// Whom the end of a vote concerns: everyone, or the people of its roll and the organizers.
async fn concerned(conn: &mut SqliteConnection, id: VoteId, everyone: bool) -> Result<People> {
    if everyone {
        return audiences::everyone(conn).await;
    }
    let mut people = roll::ids(conn, id).await?;
    people.extend(people::store::organizers(conn).await?.into_iter().map(|organizer| organizer.id));
    Ok(People::of(&people))
}

/// What is told, in one language.
struct Told {
    lang: Lang,
    everyone: Vec<View>,
    organizers: Vec<View>,
}

/// Everyone gets the result, organizers the file of ballots and, with a tie, what there is to decide.
async fn tell(db: &Db, vote: Vote, now: Moment) -> Result<()> {
    let (id, for_everyone) = (vote.id, vote.for_everyone);
    let mut conn = db.readers().acquire().await.context("Read a result")?;
    let counted = store::result(&mut conn, id).await?.context("A counted vote has a result")?;
    let file = store::file(&mut conn, id).await?.context("A counted vote has a file")?;
    let won: Vec<usize> = (0..vote.options.len()).filter(|at| counted.won(*at)).collect();
    let names = ballots::open(&mut conn, id).await?;
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
        return tx.commit().await;
    }
    for (at, proposal) in store::proposals(&mut tx, id).await?.into_iter().enumerate() {
        let became = if won.contains(&at) { Became::Chosen } else { Became::NotChosen };
        if let Some(proposal) = proposal {
            life::voted(&mut tx, proposal, id, became, now).await?;
        }
    }
    close_cards(&mut tx, id, now).await?;
    let people = concerned(&mut tx, id, for_everyone).await?;
    for Told { lang, everyone, .. } in &told {
        for view in everyone {
            // A mailing reaches each person once.
            let mailing = outbox::store::insert_mailing(&mut tx, Hold::Quiet, now).await?;
            let subject = Some(Subject::Vote(id));
            outbox::store::tell_people(&mut tx, mailing, &people, *lang, subject, view, now).await?;
        }
    }
    for organizer in people::store::organizers(&mut tx).await? {
        for view in told.iter().filter(|told| told.lang == organizer.lang).flat_map(|told| &told.organizers) {
            outbox::store::tell(&mut tx, &organizer, Urgency::Broadcast, None, view, now).await?;
        }
    }
    tx.commit().await
}

/// The cards and reminders of a vote that is over ask nobody to vote any more. Their words stay: among them is the code
/// by which people find their ballot.
async fn close_cards(conn: &mut SqliteConnection, id: VoteId, now: Moment) -> Result<()> {
    for lang in Lang::ALL {
        let buttons = view::closed_card(lang.texts(), id);
        for subject in [Subject::Ballot(id), Subject::Reminder(id)] {
            outbox::store::put_buttons(conn, subject, lang, &buttons, now).await?;
        }
    }
    Ok(())
}

/// Covers screens that still show marks: those left for a while, and all of a vote that takes no more ballots. A chat
/// where an answer is on its way waits: it may be a ballot, which must not come after its cover.
pub async fn cover_screens(
    conn: &mut SqliteConnection,
    id: VoteId,
    is_busy: impl Fn(TelegramId) -> bool,
    now: Moment,
) -> Result<()> {
    let Some(vote) = store::get(conn, id).await? else { return Ok(()) };
    for screen in ballots::take_screens(conn, id, now.before(UNCOVERED), is_busy).await? {
        let Some((person, _)) = people::store::get(conn, screen.person).await? else { continue };
        let paper = (screen.voter != screen.person).then_some(screen.voter);
        // Nothing of the ballot, not even its receipt: the outbox, and so a backup, would say whose that is.
        let cover = view::covered(person.lang.texts(), &vote, paper, now);
        outbox::store::edit(conn, &person, screen.message, &cover, now).await?;
    }
    match ballots::shown_since(conn, id).await? {
        Some(_) if vote.stage != Stage::Open => due::set(conn, Due::BallotScreens(id), now).await,
        Some(since) => due::set(conn, Due::BallotScreens(id), since.after(UNCOVERED)).await,
        None => Ok(()),
    }
}

/// Destroys keys that no vote needs: of one whose opening was cut off.
pub async fn tidy_keys(conn: &mut SqliteConnection, keys: &Keys) -> Result<()> {
    let needed: Vec<String> = store::with_key(conn).await?.into_iter().map(key_name).collect();
    // Other things have keys, too.
    let ours = |name: &String| name.starts_with("vote-") && !needed.contains(name);
    for name in keys.names()?.into_iter().filter(ours) {
        keys.destroy(&name)?;
    }
    Ok(())
}
