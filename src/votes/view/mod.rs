//! The screens of votes; [`making`] is the organizers'.

pub mod making;

use super::store::Listed;
use super::tally::{Outcome, Standing};
use super::{Ballot, Vote};
use crate::clock::Moment;
use crate::l10n::{Lang, Texts};
use crate::text::{Html, utf16_len};
use crate::ui::action::Action;
use crate::ui::state::Choice;
use crate::ui::view::View;
use crate::when;

/// What fits on a button of a phone, in UTF-16 units; longer options are written out above.
const BUTTON: usize = 34;

/// All votes.
pub fn list(t: &Texts, votes: &[Listed], organizer: bool) -> View {
    let text = if votes.is_empty() { t.votes_none() } else { t.votes_title() };
    let view = votes.iter().fold(View::text(Html::ours(text)), |view, vote| {
        let mark = match (vote.open, vote.handed_in) {
            (true, false) => "🟢",
            (true, true) => "✅",
            (false, _) => "🏁",
        };
        view.button(format!("{mark} {}", vote.title.beginning(50)), Action::Vote(vote.id))
    });
    let view = if organizer { view.button(t.vote_new(), Action::NewVote) } else { view };
    view.button(t.to_menu(), Action::Menu)
}

/// The ballot: marks, a count, and one button to hand it in.
pub fn ballot(t: &Texts, lang: Lang, vote: &Vote, ballot: Ballot, turnout: Option<i64>, now: Moment) -> View {
    let mut text = Html::ours(t.vote_title(vote.title.html()));
    if vote.options.iter().any(|option| utf16_len(option.plain()) > BUTTON) {
        let list =
            vote.options.iter().enumerate().map(|(at, option)| format!("{}. {}", at + 1, option.html()));
        text = text.then(1, &Html::ours(list.collect::<Vec<_>>().join("\n")));
    }
    let closes = match vote.closes_at {
        Some(at) => t.vote_closes_at(when::say(lang, at, now)),
        None => t.vote_closes_by_hand(),
    };
    text = text.then(1, &Html::ours(t.vote_how(vote.seats))).then(0, &Html::ours(closes));
    let changed = ballot.chosen != Some(ballot.marked);
    let stands = match ballot.chosen {
        None => t.vote_marked(ballot.marked.count(), vote.seats),
        Some(_) if changed => t.vote_changed(ballot.marked.count(), vote.seats),
        Some(_) => t.vote_handed_in(ballot.marked.count(), vote.seats),
    };
    text = text.then(1, &Html::ours(stands));
    if let Some(turnout) = turnout {
        text = text.then(1, &Html::ours(t.vote_turnout_so_far(turnout)));
    }
    let view = (0u8..).zip(&vote.options).fold(View::text(text), |view, (position, option)| {
        let on = ballot.marked.has(position);
        view.button(label(position, option, on), Action::Mark { vote: vote.id, option: position, on: !on })
    });
    let view = if changed { view.button(t.vote_hand_in(), Action::HandIn(vote.id)) } else { view };
    let view = if turnout.is_some() { view.button(t.vote_close(), Action::CloseVote(vote.id)) } else { view };
    view.button(t.to_menu(), Action::Menu)
}

fn label(position: u8, option: &Choice, on: bool) -> String {
    let mark = if on { "☑️" } else { "⬜️" };
    format!("{mark} {}. {}", position + 1, option.beginning(BUTTON))
}

/// The time has come and the count follows.
pub fn closing(t: &Texts, vote: &Vote) -> View {
    View::text(Html::ours(t.vote_counting(vote.title.html()))).button(t.to_menu(), Action::Menu)
}

/// What came of it: for each option the number and a bar, turnout, winners, ties.
pub fn result(t: &Texts, vote: &Vote, outcome: &Outcome, roll: i64) -> View {
    let mut text = Html::ours(t.vote_result(vote.title.html()));
    for at in outcome.order() {
        let count = outcome.counts[at];
        let words = vote.options[at].html();
        let head = match outcome.standings[at] {
            Standing::Won => format!("🏆 <b>{words}</b>"),
            Standing::Tied => format!("⚖️ <b>{words}</b>"),
            Standing::Lost => words.to_string(),
        };
        text = text.then(
            1,
            &Html::ours(format!("{head}\n{} {}", bar(count, outcome.ballots), t.votes_count(count))),
        );
    }
    let share = if roll > 0 { i64::from(outcome.ballots) * 100 / roll } else { 0 };
    text = text.then(1, &Html::ours(t.vote_turnout(outcome.ballots, roll, share)));
    if outcome.tied_seats > 0 {
        let tied = outcome.standings.iter().filter(|standing| **standing == Standing::Tied).count();
        text = text.then(1, &Html::ours(t.vote_tie(tied, outcome.tied_seats)));
    }
    View::text(text).button(t.to_menu(), Action::Menu)
}

/// Ten squares.
pub fn bar(part: u32, whole: u32) -> String {
    const WIDTH: u32 = 10;
    let full = (part * WIDTH + whole / 2).checked_div(whole).unwrap_or(0).min(WIDTH);
    (0..WIDTH).map(|at| if at < full { '▰' } else { '▱' }).collect()
}

/// Whether to close now.
pub fn ask_to_close(t: &Texts, vote: &Vote, turnout: i64) -> View {
    View::text(Html::ours(t.vote_ask_close(vote.title.html(), turnout)))
        .row([(t.vote_close_yes(), Action::CloseVoteNow(vote.id)), (t.back(), Action::Vote(vote.id))])
}
