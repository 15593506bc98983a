//! Voting. [`making`] a vote, its [`turnout`] and ballots on [`paper`] are the organizers'; [`closing`] is the schedule's.
//!
//! What somebody chose stands on their screen while they mark it, and nowhere else: the ballot lies sealed, its buttons
//! carry sealed values, and a screen that shows marks is covered when it is handed in or left.

pub mod closing;
pub mod making;
pub mod paper;
mod there;
pub mod turnout;

pub use there::share;

use std::time::Duration;

use anyhow::{Context, Result};

use super::seal::{self, Receipt, Tag};
use super::store::{self, Right, ballots, roll};
use super::view::{self, Standing};
use super::{Answer, Ballot, CannotPut, Put, Stage, Vote, put as put_rule};
use crate::cx::Cx;
use crate::due::{self, Due};
use crate::ids::{MessageNo, PersonId, VoteId};
use crate::keys::Key;
use crate::outbox::{self, Subject};
use crate::ui::action::{Action, Sealed};
use crate::ui::state::Uncovered;
use crate::ui::view::{Cover, Reply, View};

/// How many votes are listed.
const LISTED: i64 = 8;
/// How long it may go unnoted that a ballot is still being marked: little, compared with [`closing::UNCOVERED`].
const NOTED_AGAIN: Duration = Duration::from_secs(60);

/// A vote that takes somebody's ballot, and what opens it.
pub(super) struct Booth {
    pub vote: Vote,
    key: Key,
    /// Whose ballot it is.
    voter: PersonId,
    /// An organizer enters it for them.
    by_organizer: bool,
    tag: Tag,
    ballot: Ballot,
    /// What was handed in last, an organizer had entered.
    on_paper: bool,
}

/// Goes to vote for somebody: oneself, or a person whose paper ballot is entered. Otherwise the vote, if there is one:
/// it is over, or not for them.
async fn enter(
    cx: &mut Cx,
    id: VoteId,
    key: Option<Key>,
    voter: PersonId,
) -> Result<Result<Booth, Option<Vote>>> {
    let Some(key) = key else { return Ok(Err(store::get(&mut cx.tx, id).await?)) };
    let tag = seal::tag(&key, voter);
    let found = store::get_with_ballot(&mut cx.tx, id, Some((voter, &tag))).await?;
    let Some((vote, right)) = found else { return Ok(Err(None)) };
    let lying = match right {
        Right::ToVote(lying) if vote.is_open(cx.now) => lying,
        _ => return Ok(Err(Some(vote))),
    };
    let (ballot, on_paper) = match lying {
        Some(lying) => {
            (seal::open_ballot(&key, &tag, &lying.sealed).context("Open a ballot")?, lying.on_paper)
        }
        None => (Ballot::default(), false),
    };
    Ok(Ok(Booth { vote, key, voter, by_organizer: voter != cx.me.id, tag, ballot, on_paper }))
}

/// The same; otherwise the answer that says why not.
pub(super) async fn booth(cx: &mut Cx, id: VoteId, voter: PersonId) -> Result<Result<Booth, Reply>> {
    let key = cx.keys.get(&super::key_name(id))?;
    booth_with(cx, id, key, voter).await
}

async fn booth_with(
    cx: &mut Cx,
    id: VoteId,
    key: Option<Key>,
    voter: PersonId,
) -> Result<Result<Booth, Reply>> {
    Ok(match enter(cx, id, key, voter).await? {
        // Their own ballot stands; paper does not take its place.
        Ok(booth) if booth.by_organizer && booth.ballot.handed_in.is_some() && !booth.on_paper => {
            Err(Reply::alert(cx.t().paper_voted_already()))
        }
        Ok(booth) => Ok(booth),
        Err(vote) => Err(refuse(cx, vote.as_ref()).await?),
    })
}

/// A vote while it takes ballots; otherwise the answer that says why not.
pub(super) async fn open(cx: &mut Cx, id: VoteId) -> Result<Result<Vote, Reply>> {
    match store::get(&mut cx.tx, id).await? {
        Some(vote) if vote.is_open(cx.now) => Ok(Ok(vote)),
        vote => Ok(Err(refuse(cx, vote.as_ref()).await?)),
    }
}

impl Booth {
    /// The voter's receipt, once something is handed in.
    pub fn receipt(&self) -> Option<Receipt> {
        self.ballot.handed_in.map(|_| seal::receipt(&self.key, self.voter))
    }

    /// What is marked on the screen. An organizer does not see what a person has marked by themselves.
    fn marks(&self) -> Answer {
        if self.by_organizer { self.ballot.entered } else { self.ballot.marked }
    }

    async fn mark(&mut self, cx: &mut Cx, marks: Answer) -> Result<()> {
        match self.by_organizer {
            true => self.ballot.entered = marks,
            false => self.ballot.marked = marks,
        }
        self.save(cx).await
    }

    /// Hands in what is marked. Nothing marked: there is nothing to hand in.
    pub async fn hand_in(&mut self, cx: &mut Cx) -> Result<bool> {
        if self.marks().count() == 0 {
            return Ok(false);
        }
        self.ballot.handed_in = Some(self.marks());
        self.on_paper = self.by_organizer;
        self.save(cx).await?;
        for subject in [Subject::Ballot(self.vote.id), Subject::Reminder(self.vote.id)] {
            outbox::store::cancel_waiting(&mut cx.tx, subject, Some(self.voter), cx.now).await?;
        }
        due::no_later_than(&mut cx.tx, Due::AllVoted(self.vote.id), cx.now).await?;
        Ok(true)
    }

    async fn save(&self, cx: &mut Cx) -> Result<()> {
        let sealed = seal::seal_ballot(&self.key, &self.tag, &self.ballot, &mut cx.chance);
        let handed_in = self.ballot.handed_in.is_some();
        ballots::save(&mut cx.tx, self.vote.id, &self.tag, &sealed, handed_in, self.on_paper).await
    }

    /// So that the screen is covered again. While somebody marks, once in a while is enough.
    async fn note_screen(&self, cx: &mut Cx, message: MessageNo) -> Result<()> {
        let shown = Uncovered { message, vote: self.vote.id, voter: self.voter, at: cx.now };
        let noted = cx.dialogue.uncovered.filter(|noted| Uncovered { at: cx.now, ..*noted } == shown);
        if noted.is_none_or(|noted| noted.at.after(NOTED_AGAIN) <= cx.now) {
            ballots::note_screen(&mut cx.tx, cx.me.id, &shown).await?;
            let covered_at = cx.now.after(closing::UNCOVERED);
            due::no_later_than(&mut cx.tx, Due::BallotScreens(self.vote.id), covered_at).await?;
            cx.dialogue.uncovered = Some(shown);
        }
        Ok(())
    }

    /// The ballot with its marks, in place of the screen that was pressed; noted, so that it is covered again.
    pub async fn show(&self, cx: &mut Cx) -> Result<Reply> {
        let Some(message) = cx.press.as_ref().and_then(|press| press.message) else {
            return Ok(Reply::toast(cx.t().button_stale()));
        };
        self.note_screen(cx, message).await?;
        let for_whom = match self.by_organizer {
            true => Some((self.voter, paper::name(cx, self.voter).await?)),
            false => None,
        };
        let (t, holder, chance) = (cx.t(), cx.me.id, &mut cx.chance);
        let button = |option, value| {
            let put = Put { option, value };
            Action::Put(seal::seal_button(&self.key, self.vote.id, holder, self.voter, put, chance))
        };
        let view = view::ballot::ballot(t, &self.vote, &self.marks(), for_whom, button);
        Ok(Reply::edit(view).covering(Cover::Open))
    }
}

/// All votes.
pub async fn list(cx: &mut Cx) -> Result<View> {
    let listed = store::list(&mut cx.tx, cx.me.id, cx.now, LISTED).await?;
    let waiting = waiting(cx).await?;
    let organizer = cx.organizer().is_some();
    Ok(view::list(cx.t(), &listed, &waiting, organizer))
}

/// The open votes that still wait for the person's ballot.
pub async fn waiting(cx: &mut Cx) -> Result<Vec<VoteId>> {
    let mut waiting = Vec::new();
    for id in store::open_for(&mut cx.tx, cx.me.id, cx.now).await? {
        let Some(key) = cx.keys.get(&super::key_name(id))? else { continue };
        let lying = ballots::get(&mut cx.tx, id, &seal::tag(&key, cx.me.id)).await?;
        if !lying.is_some_and(|ballot| ballot.handed_in) {
            waiting.push(id);
        }
    }
    Ok(waiting)
}

/// A vote: its card while it is open, its result afterwards. Neither shows what anybody chose.
pub async fn show(cx: &mut Cx, id: VoteId) -> Result<Reply> {
    let key = cx.keys.get(&super::key_name(id))?;
    match enter(cx, id, key, cx.me.id).await? {
        Ok(booth) => Ok(Reply::edit(card(cx, &booth))),
        // The card from which it is asked for may show the code that is to be found in the result.
        Err(Some(vote)) if vote.stage == Stage::Over => Ok(Reply::send(shut(cx, &vote).await?)),
        Err(Some(vote)) => Ok(Reply::edit(shut(cx, &vote).await?)),
        Err(None) => Ok(Reply::toast(cx.t().vote_gone())),
    }
}

fn card(cx: &Cx, booth: &Booth) -> View {
    let standing = match booth.receipt() {
        Some(receipt) => {
            Standing::HandedIn { receipt, changed: booth.ballot.handed_in != Some(booth.ballot.marked) }
        }
        None if booth.ballot.marked.count() > 0 => Standing::Begun,
        None => Standing::NotBegun,
    };
    view::card(cx.t(), cx.me.lang, &booth.vote, &standing, cx.organizer().is_some(), cx.now)
}

/// What is there instead of a ballot.
async fn shut(cx: &mut Cx, vote: &Vote) -> Result<View> {
    let organizer = cx.organizer().is_some();
    Ok(match vote.stage {
        Stage::Open if vote.is_open(cx.now) && !roll::has(&mut cx.tx, vote.id, cx.me.id).await? => {
            view::card(cx.t(), cx.me.lang, vote, &Standing::NotOnRoll, organizer, cx.now)
        }
        Stage::Over => {
            let counted =
                store::result(&mut cx.tx, vote.id).await?.context("A vote that is over has a result")?;
            let names = ballots::open(&mut cx.tx, vote.id).await?;
            let result = view::result::full(cx.t(), vote, &counted, &names, organizer);
            there::shareable(cx, vote, result).await?
        }
        Stage::Void => view::void(cx.t(), vote),
        // Its time has come, or it is being counted: the result follows in a moment.
        Stage::Open | Stage::Closing | Stage::Counted => view::counting(cx.t(), vote),
    })
}

/// A button of a vote that takes no ballot: says so and shows what there is instead.
async fn refuse(cx: &mut Cx, vote: Option<&Vote>) -> Result<Reply> {
    let Some(vote) = vote else { return Ok(Reply::toast(cx.t().vote_gone())) };
    let toast = match vote.is_open(cx.now) {
        true => cx.t().vote_not_on_roll_toast(),
        false => cx.t().vote_is_closed(),
    };
    Ok(Reply::edit(shut(cx, vote).await?).toasting(toast))
}

/// A ballot, to be marked.
pub async fn ballot(cx: &mut Cx, id: VoteId) -> Result<Reply> {
    match booth(cx, id, cx.me.id).await? {
        Ok(booth) => booth.show(cx).await,
        Err(refusal) => Ok(refusal),
    }
}

/// Something on a ballot was pressed: one's own, or one that an organizer enters.
pub async fn put(cx: &mut Cx, button: Sealed) -> Result<Reply> {
    let id = seal::vote_of(&button);
    let key = cx.keys.get(&super::key_name(id))?;
    let opened = key.as_ref().and_then(|key| seal::open_button(key, cx.me.id, &button));
    let Some((voter, what)) = opened else { return refuse_button(cx, id).await };
    if voter != cx.me.id && cx.organizer().is_none() {
        return Ok(Reply::alert(cx.t().organizers_only()));
    }
    let mut booth = match booth_with(cx, id, key, voter).await? {
        Ok(booth) => booth,
        Err(refusal) => return Ok(refusal),
    };
    let (rules, options) = (booth.vote.rules, booth.vote.options.len());
    match put_rule(&rules, options, &booth.marks(), what) {
        Ok(marks) => {
            booth.mark(cx, marks).await?;
            let toast = view::ballot::marked(cx.t(), &rules, &marks, options);
            Ok(booth.show(cx).await?.toasting(toast))
        }
        Err(CannotPut::Full) => Ok(Reply::toast(view::ballot::full(cx.t(), &rules))),
        Err(CannotPut::Stale) => Ok(booth.show(cx).await?.toasting(cx.t().button_stale())),
    }
}

/// A sealed button that cannot be opened: its vote is over and the key destroyed, or it was shown to somebody else.
async fn refuse_button(cx: &mut Cx, id: VoteId) -> Result<Reply> {
    match store::get(&mut cx.tx, id).await? {
        Some(vote) if !vote.is_open(cx.now) => refuse(cx, Some(&vote)).await,
        _ => Ok(Reply::toast(cx.t().button_stale())),
    }
}

/// Hands one's ballot in; its screen is covered.
pub async fn hand_in(cx: &mut Cx, id: VoteId) -> Result<Reply> {
    let mut booth = match booth(cx, id, cx.me.id).await? {
        Ok(booth) => booth,
        Err(refusal) => return Ok(refusal),
    };
    match booth.hand_in(cx).await? {
        true => {
            Ok(Reply::edit(card(cx, &booth)).covering(Cover::Shut).toasting(cx.t().vote_handed_in_toast()))
        }
        false => Ok(Reply::alert(cx.t().vote_nothing_marked())),
    }
}

/// What one's ballot says, over the screen, where nothing is kept.
pub async fn my_ballot(cx: &mut Cx, id: VoteId) -> Result<Reply> {
    match booth(cx, id, cx.me.id).await? {
        Ok(booth) => {
            let answer = booth.ballot.handed_in.as_ref();
            Ok(Reply::alert(view::ballot::mine(cx.t(), &booth.vote, answer)))
        }
        Err(refusal) => Ok(refusal),
    }
}

/// The receipts of a vote that is over, as a file; of an open vote, who chose what: where it is more than fits into the
/// result.
pub async fn receipts(cx: &mut Cx, id: VoteId) -> Result<Reply> {
    let (vote, counted) = (store::get(&mut cx.tx, id).await?, store::result(&mut cx.tx, id).await?);
    let Some((vote, counted)) = vote.zip(counted) else { return Ok(Reply::toast(cx.t().vote_gone())) };
    if vote.rules.secret {
        return Ok(Reply::send(view::result::receipts(cx.t(), &counted)));
    }
    let names = ballots::open(&mut cx.tx, id).await?;
    Ok(Reply::send(view::result::named(cx.t(), &vote, &names)))
}

/// Takes a leaving person's ballots out of open votes.
pub async fn withdraw_open_ballots(cx: &mut Cx, person: PersonId) -> Result<()> {
    for id in store::open_for(&mut cx.tx, person, cx.now).await? {
        if let Some(key) = cx.keys.get(&super::key_name(id))? {
            ballots::delete(&mut cx.tx, id, &seal::tag(&key, person)).await?;
            due::no_later_than(&mut cx.tx, Due::AllVoted(id), cx.now).await?;
        }
    }
    Ok(())
}
