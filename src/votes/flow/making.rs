//! Making a vote: title, options, how many, until when; then everything on one screen, and open.

use std::collections::HashSet;

use anyhow::Result;

use crate::acts::{self, Act};
use crate::audiences::flow as audiences;
use crate::cx::{Cx, Organizer};
use crate::due::{self, Due};
use crate::ids::{PersonId, VoteId};
use crate::keys::Key;
use crate::l10n::Lang;
use crate::outbox::{self, Subject};
use crate::proposals::{self, ProposalState, flow::life};
use crate::text::shorten;
use crate::ui::action::{Action, Closing, Method, Rule};
use crate::ui::closing::{self, ClosingDraft};
use crate::ui::state::{Asking, State, Title, VoteDraft};
use crate::ui::view::{Reply, Toast, View};
use crate::votes::flow::turnout;
use crate::votes::seal::{self, Receipt};
use crate::votes::store::roll;
use crate::votes::view::making as view;
use crate::votes::{MOST_OPTIONS, POINTS, Rules, SEATS, Stage, Vote, key_name, read_options, store};
use crate::when;

/// The most points that can be spread.
const MOST_POINTS: u8 = 100;

/// Begins, or goes on with one that was left.
pub async fn start(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    if !cx.dialogue.resume(|state| matches!(state, State::MakingVote(_))) {
        cx.dialogue
            .begin(State::MakingVote(VoteDraft { asking: Some(Asking::Title), ..VoteDraft::default() }));
    }
    Ok(Reply::send(ask(cx, organizer).await?))
}

/// What the dialogue asks for now.
pub async fn ask(cx: &mut Cx, _: Organizer) -> Result<View> {
    let State::MakingVote(draft) = cx.dialogue.now.clone() else { return Ok(view::ask_title(cx.t())) };
    Ok(match draft.asking {
        Some(Asking::Title) => view::ask_title(cx.t()),
        Some(Asking::Options) => view::ask_options(cx.t()),
        Some(Asking::Closing) => closing::ask(cx.t(), Action::VotePreview),
        None if draft.ruling => view::rules(cx.t(), &draft, &rules(&draft)),
        None => {
            let audience = &draft.audience;
            let said = audiences::said(&mut cx.tx, cx.me.lang, audience).await?.unwrap_or_default();
            let count = audiences::all(&mut cx.tx, &cx.keys, audience, cx.now).await?.count;
            let few = !audience.is_everyone() && count < i64::from(cx.small_group);
            let voters = view::Voters { said: &said, count, few };
            view::preview(cx.t(), cx.me.lang, &draft, &rules(&draft), &voters, cx.now)
        }
    })
}

/// The rules as said, or as usual; never more than there are options, and as usual fewer, so that something is chosen.
fn rules(draft: &VoteDraft) -> Rules {
    let options = u8::try_from(draft.options.len()).unwrap_or(u8::MAX).max(1);
    let usual = SEATS.min(options - 1).max(1);
    let seats = draft.seats.or(draft.most.filter(|_| draft.method == Method::Choose)).unwrap_or(usual);
    let most = match draft.method {
        Method::Choose => draft.most.unwrap_or(usual).clamp(1, options),
        Method::Points => draft.most.unwrap_or(POINTS).clamp(1, MOST_POINTS),
        Method::Ranking => options,
    };
    Rules {
        method: draft.method,
        most,
        seats: seats.clamp(1, options),
        winners: draft.winners,
        secret: !draft.open,
    }
}

/// Words came: for what was asked.
pub async fn said(cx: &mut Cx, organizer: Organizer, typed: &str) -> Result<Reply> {
    let (t, now) = (cx.t(), cx.now);
    let State::MakingVote(draft) = &mut cx.dialogue.now else { return Ok(Reply::default()) };
    match draft.asking {
        Some(Asking::Title) => match Title::parse_line(typed) {
            Ok(title) => {
                draft.title = Some(title);
                draft.asking = draft.options.is_empty().then_some(Asking::Options);
            }
            Err(unfit) => return Ok(Reply::send(view::title_unfit(t, unfit))),
        },
        Some(Asking::Options) => match read_options(typed, MOST_OPTIONS) {
            Ok(options) => {
                draft.options = options;
                draft.proposals.clear();
                draft.asking = None;
            }
            Err(bad) => return Ok(Reply::send(view::bad_options(t, &bad))),
        },
        Some(Asking::Closing) => match when::understand(typed, now) {
            Some(at) => {
                draft.closes = ClosingDraft::At(at);
                draft.asking = None;
            }
            None => return Ok(Reply::send(closing::not_understood(t, Action::VotePreview))),
        },
        None => {}
    }
    Ok(Reply::send(ask(cx, organizer).await?))
}

/// A button of the preview changed something.
async fn change(cx: &mut Cx, organizer: Organizer, change: impl FnOnce(&mut VoteDraft)) -> Result<Reply> {
    let State::MakingVote(draft) = &mut cx.dialogue.now else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    change(draft);
    Ok(Reply::edit(ask(cx, organizer).await?))
}

/// Shows the rules, to be changed.
pub async fn show_rules(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    change(cx, organizer, |draft| {
        draft.ruling = true;
        draft.asking = None;
    })
    .await
}

/// Back to everything on one screen.
pub async fn show_preview(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    change(cx, organizer, |draft| {
        draft.ruling = false;
        draft.asking = None;
    })
    .await
}

/// Another rule.
pub async fn choose_rule(cx: &mut Cx, organizer: Organizer, rule: Rule) -> Result<Reply> {
    change(cx, organizer, |draft| match rule {
        // What was "up to three options" would be three points.
        Rule::Method(method) => {
            draft.method = method;
            draft.most = None;
        }
        Rule::Most(most) => draft.most = Some(most),
        Rule::Seats(seats) => draft.seats = Some(seats),
        Rule::Winners(winners) => draft.winners = winners,
        Rule::Secret(secret) => draft.open = !secret,
    })
    .await
}

/// When it closes.
pub async fn choose_closing(cx: &mut Cx, organizer: Organizer, closing: Closing) -> Result<Reply> {
    change(cx, organizer, |draft| {
        draft.closes = closing.into();
        draft.asking = None;
    })
    .await
}

/// Asks for a part again; what was there stays until something else comes.
pub async fn ask_again(cx: &mut Cx, organizer: Organizer, part: Asking) -> Result<Reply> {
    change(cx, organizer, |draft| draft.asking = Some(part)).await
}

/// Opens the vote; everyone gets a ballot.
pub async fn open(cx: &mut Cx, organizer: Organizer) -> Result<Reply> {
    let State::MakingVote(draft) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let Some(title) = draft.title.clone().filter(|_| !draft.options.is_empty()) else {
        return Ok(Reply::send(ask(cx, organizer).await?).stripping());
    };
    let Ok(closes_at) = draft.closes.at(cx.now) else {
        return Ok(Reply::alert(cx.t().closing_passed()));
    };
    if let Some(reply) = without_unfit(cx, organizer).await? {
        return Ok(reply);
    }
    let rules = rules(&draft);
    let (audience, now) = (&draft.audience, cx.now);
    // On the roll are people without Telegram, too.
    let people = audiences::all(&mut cx.tx, &cx.keys, audience, now).await?;
    if people.count == 0 {
        return Ok(Reply::alert(cx.t().announce_nobody()));
    }
    let opening = store::Opening {
        title: &title,
        options: &draft.options,
        rules: &rules,
        audience,
        people: &people,
        closes_at,
    };
    let id = store::insert(&mut cx.tx, &opening, now).await?;
    acts::note(cx, Act::OpenedVote(id)).await?;
    store::set_proposals(&mut cx.tx, id, &draft.proposals).await?;
    for proposal in draft.proposals.iter().flatten() {
        life::put_to_vote(&mut cx.tx, *proposal, id, cx.me.id, cx.now).await?;
    }
    let voters = roll::ids(&mut cx.tx, id).await?;
    keep_key(cx, id, &voters)?;
    let (roll, for_everyone) = (people.count, draft.audience.is_everyone());
    let vote =
        Vote { id, title, options: draft.options, rules, closes_at, stage: Stage::Open, roll, for_everyone };
    if let Some(at) = closes_at {
        due::set(&mut cx.tx, Due::VoteCloses(id), at).await?;
    }
    if let Some(at) = turnout::reminds_at(&vote, cx.now) {
        due::set(&mut cx.tx, Due::VoteReminds(id), at).await?;
    }
    let mailing = outbox::store::insert_mailing(&mut cx.tx, cx.hold.before(closes_at), cx.now).await?;
    for lang in Lang::ALL {
        let card = crate::votes::view::invitation(lang.texts(), lang, &vote, cx.now);
        let subject = Some(Subject::Ballot(id));
        outbox::store::tell_people(&mut cx.tx, mailing, &people, lang, subject, &card, cx.now).await?;
    }
    cx.dialogue.finish();
    Ok(Reply::edit(view::opened(cx.t(), &vote)).toasting(cx.t().vote_opened_toast()))
}

/// Drops options whose proposals were withdrawn, decided or put to another vote meanwhile, and shows what is left; none:
/// all of them are good.
async fn without_unfit(cx: &mut Cx, organizer: Organizer) -> Result<Option<Reply>> {
    let State::MakingVote(draft) = cx.dialogue.now.clone() else { return Ok(None) };
    let mut unfit = Vec::new();
    for (at, id) in draft.proposals.iter().enumerate() {
        let Some(id) = id else { continue };
        let found = proposals::store::get(&mut cx.tx, *id).await?;
        if found.is_none_or(|proposal| proposal.state != ProposalState::PUBLISHED) {
            unfit.push(at);
        }
    }
    if unfit.is_empty() {
        return Ok(None);
    }
    let toast = cx.t().vote_options_dropped(unfit.len());
    let kept = |at: &usize| !unfit.contains(at);
    let keep = |reply: &mut VoteDraft| {
        reply.options = (0..draft.options.len()).filter(kept).map(|at| draft.options[at].clone()).collect();
        reply.proposals = (0..draft.proposals.len()).filter(kept).map(|at| draft.proposals[at]).collect();
        if reply.options.len() < 2 {
            reply.asking = Some(Asking::Options);
        }
    };
    let shown = change(cx, organizer, keep).await?;
    Ok(Some(Reply { toast: Some(Toast { text: toast, alert: true }), ..shown }))
}

/// Makes the vote's key and keeps it, before anybody can vote. Another one, should two people get the same receipt.
fn keep_key(cx: &mut Cx, id: VoteId, voters: &[PersonId]) -> Result<()> {
    loop {
        let key = Key::random(&mut cx.chance);
        let receipts: HashSet<Receipt> = voters.iter().map(|voter| seal::receipt(&key, *voter)).collect();
        if receipts.len() == voters.len() {
            return cx.keys.keep(&key_name(id), &key);
        }
    }
}

/// A new vote among the options that are tied, for the seats they are tied for.
pub async fn run_off(cx: &mut Cx, organizer: Organizer, id: VoteId) -> Result<Reply> {
    let vote = store::get(&mut cx.tx, id).await?;
    let counted = store::result(&mut cx.tx, id).await?;
    let Some((vote, (tied, seats))) = vote.zip(counted.and_then(|counted| counted.tie())) else {
        return Ok(Reply::toast(cx.t().button_stale()));
    };
    acts::note(cx, Act::RanOff(id)).await?;
    let title = Title::parse_line(&shorten(&cx.t().vote_run_off_title(vote.title.plain()), 200)).ok();
    let stand_for = store::proposals(&mut cx.tx, id).await?;
    let proposals: Vec<_> = match stand_for.iter().any(Option::is_some) {
        true => tied.iter().map(|at| stand_for.get(*at).copied().flatten()).collect(),
        false => Vec::new(),
    };
    let options = tied.into_iter().filter_map(|at| vote.options.get(at).cloned()).collect();
    let seats = u8::try_from(seats).ok();
    cx.dialogue.begin(State::MakingVote(VoteDraft {
        title,
        options,
        proposals,
        most: seats,
        seats,
        open: !vote.rules.secret,
        ..VoteDraft::default()
    }));
    Ok(Reply::send(ask(cx, organizer).await?))
}
