//! Making a vote: title, options, how many, until when; then everything on one screen, and open.

use std::time::Duration;

use anyhow::Result;

use crate::clock::Moment;
use crate::cx::{Cx, Organizer};
use crate::l10n::Lang;
use crate::outbox;
use crate::ui::action::Closing;
use crate::ui::state::{Asking, ClosingDraft, State, Title, VoteDraft};
use crate::ui::view::{Reply, View};
use crate::votes::view::making as view;
use crate::votes::{Ballot, MOST_OPTIONS, SEATS, Vote, read_options, store};
use crate::when;

/// Begins, or goes on with one that was left.
pub fn start(cx: &mut Cx, _: Organizer) -> Reply {
    if !cx.dialogue.resume(|state| matches!(state, State::MakingVote(_))) {
        cx.dialogue
            .begin(State::MakingVote(VoteDraft { asking: Some(Asking::Title), ..VoteDraft::default() }));
    }
    Reply::send(ask(cx))
}

/// What the dialogue asks for now.
pub fn ask(cx: &Cx) -> View {
    let State::MakingVote(draft) = &cx.dialogue.now else { return view::ask_title(cx.t()) };
    match draft.asking {
        Some(Asking::Title) => view::ask_title(cx.t()),
        Some(Asking::Options) => view::ask_options(cx.t()),
        Some(Asking::Closing) => view::ask_closing(cx.t()),
        None => view::preview(cx.t(), cx.me.lang, draft, seats(draft), cx.now),
    }
}

/// How many each may choose: as said, but never more than there are.
fn seats(draft: &VoteDraft) -> u8 {
    let most = u8::try_from(draft.options.len()).unwrap_or(u8::MAX).max(1);
    draft.seats.unwrap_or(SEATS).clamp(1, most)
}

/// Words came: for what was asked.
pub fn said(cx: &mut Cx, _: Organizer, typed: &str) -> Reply {
    let (t, now) = (cx.t(), cx.now);
    let State::MakingVote(draft) = &mut cx.dialogue.now else { return Reply::default() };
    match draft.asking {
        Some(Asking::Title) => match Title::parse_line(typed) {
            Ok(title) => {
                draft.title = Some(title);
                draft.asking = draft.options.is_empty().then_some(Asking::Options);
            }
            Err(unfit) => return Reply::send(view::title_unfit(t, unfit)),
        },
        Some(Asking::Options) => match read_options(typed, MOST_OPTIONS) {
            Ok(options) => {
                draft.options = options;
                draft.asking = None;
            }
            Err(bad) => return Reply::send(view::bad_options(t, &bad)),
        },
        Some(Asking::Closing) => match when::understand(typed, now) {
            Some(at) => {
                draft.closes = ClosingDraft::At(at);
                draft.asking = None;
            }
            None => return Reply::send(view::closing_not_understood(t)),
        },
        None => {}
    }
    Reply::send(ask(cx))
}

/// A button of the preview changed something.
fn change(cx: &mut Cx, change: impl FnOnce(&mut VoteDraft)) -> Reply {
    let State::MakingVote(draft) = &mut cx.dialogue.now else {
        return Reply::toast(cx.t().draft_gone()).stripping();
    };
    change(draft);
    Reply::edit(ask(cx))
}

/// How many each may choose.
pub fn choose_seats(cx: &mut Cx, _: Organizer, seats: u8) -> Reply {
    change(cx, |draft| draft.seats = Some(seats))
}

/// When it closes.
pub fn choose_closing(cx: &mut Cx, _: Organizer, closing: Closing) -> Reply {
    change(cx, |draft| {
        draft.closes = match closing {
            Closing::Day => ClosingDraft::Days(1),
            Closing::Week => ClosingDraft::Days(7),
            Closing::ByHand => ClosingDraft::ByHand,
        };
        draft.asking = None;
    })
}

/// Asks for a part again; what was there stays until something else comes.
pub fn ask_again(cx: &mut Cx, _: Organizer, part: Asking) -> Reply {
    change(cx, |draft| draft.asking = Some(part))
}

/// Opens the vote; everyone gets a ballot.
pub async fn open(cx: &mut Cx, _: Organizer) -> Result<Reply> {
    let State::MakingVote(draft) = cx.dialogue.now.clone() else {
        return Ok(Reply::toast(cx.t().draft_gone()).stripping());
    };
    let Some(title) = draft.title.clone().filter(|_| !draft.options.is_empty()) else {
        return Ok(Reply::send(ask(cx)).stripping());
    };
    let closes_at = match draft.closes {
        ClosingDraft::ByHand => None,
        ClosingDraft::Days(days) => Some(in_days(cx.now, days)),
        ClosingDraft::At(at) if at > cx.now => Some(at),
        // The draft lay about until its own closing had passed.
        ClosingDraft::At(_) => {
            return Ok(Reply::alert(cx.t().vote_closing_passed()));
        }
    };
    let seats = seats(&draft);
    let id = store::insert(&mut cx.tx, &title, &draft.options, seats, closes_at, cx.now).await?;
    let vote = Vote { id, title, options: draft.options, seats, closes_at, roll: None };
    let mailing = outbox::store::insert_mailing(&mut cx.tx, cx.now).await?;
    for lang in Lang::ALL {
        let card = crate::votes::view::ballot(lang.texts(), lang, &vote, Ballot::default(), None, cx.now);
        outbox::store::tell_audience(&mut cx.tx, mailing, None, lang, None, &card, cx.now).await?;
    }
    cx.dialogue.finish();
    Ok(Reply::edit(view::opened(cx.t(), &vote)).toasting(cx.t().vote_opened_toast()))
}

fn in_days(now: Moment, days: u8) -> Moment {
    now.after(Duration::from_secs(u64::from(days) * 24 * 3600))
}
