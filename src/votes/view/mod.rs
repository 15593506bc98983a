//! The screens of votes: lists, cards, and what stands in their place. None of them shows what anybody chose; only a
//! [`ballot`] that is being marked does.

pub mod ballot;
pub mod making;
pub mod paper;
pub mod result;
pub mod turnout;

use super::Vote;
use super::seal::Receipt;
use super::store::Listed;
use crate::clock::Moment;
use crate::ids::{PersonId, VoteId};
use crate::l10n::{Lang, Texts};
use crate::text::{Html, utf16_len};
use crate::ui::action::{Action, Method, Winners};
use crate::ui::state::Choice;
use crate::ui::view::{Body, LABEL, View};
use crate::votes::Rules;
use crate::when;

/// Where somebody stands in a vote that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// They came after it was opened.
    NotOnRoll,
    NotBegun,
    /// Something is marked, and not handed in.
    Begun,
    /// `changed`: other marks stand on the ballot since.
    HandedIn {
        receipt: Receipt,
        changed: bool,
    },
}

/// All votes.
pub fn list(t: &Texts, votes: &[Listed], waiting: &[VoteId], organizer: bool) -> View {
    let text = if votes.is_empty() { t.votes_none() } else { t.votes_title() };
    let view = votes.iter().fold(View::text(Html::ours(text)), |view, vote| {
        let mark = match vote.open {
            true if waiting.contains(&vote.id) => "🟢",
            true if vote.on_roll => "✅",
            true => "👁",
            false => "🏁",
        };
        view.button(format!("{mark} {}", vote.title.beginning(50)), Action::Vote(vote.id))
    });
    let view = if organizer { view.button(t.vote_new(), Action::NewVote) } else { view };
    view.button(t.to_menu(), Action::Menu)
}

/// What everyone is told when a vote opens: the question, the options, and all that was fixed.
pub fn invitation(t: &Texts, lang: Lang, vote: &Vote, now: Moment) -> View {
    card(t, lang, vote, &Standing::NotBegun, false, now)
}

/// A vote that is open, and where the person stands in it.
pub fn card(t: &Texts, lang: Lang, vote: &Vote, standing: &Standing, organizer: bool, now: Moment) -> View {
    let closes = match vote.closes_at {
        Some(at) => t.closing_at(when::say(lang, at, now)),
        None => t.closing_by_hand(),
    };
    let stands = match standing {
        Standing::NotOnRoll if vote.for_everyone => t.vote_not_on_roll(),
        Standing::NotOnRoll => t.vote_for_others(),
        Standing::NotBegun => String::new(),
        Standing::Begun => t.vote_begun(),
        Standing::HandedIn { receipt, changed: false } => t.vote_handed_in(receipt.0.as_str()),
        Standing::HandedIn { receipt, changed: true } => t.vote_changed(receipt.0.as_str()),
    };
    let mut text = Html::ours(t.vote_title(vote.title.html()))
        .then(1, &options(vote))
        .then(1, &rules(t, &vote.rules))
        .then(0, &Html::ours(t.vote_roll(vote.roll)))
        .then(0, &Html::ours(closes));
    if !stands.is_empty() {
        text = text.then(1, &Html::ours(stands));
    }
    let view = View::text(text);
    let view = match standing {
        Standing::NotOnRoll => view,
        Standing::NotBegun => view.button(t.vote_begin(), Action::Ballot(vote.id)),
        Standing::Begun => view.button(t.vote_go_on(), Action::Ballot(vote.id)),
        Standing::HandedIn { .. } => {
            view.row([(t.vote_look(), Action::MyBallot(vote.id)), (t.vote_change(), Action::Ballot(vote.id))])
        }
    };
    let view = if organizer { view.button(t.vote_turnout_button(), Action::Turnout(vote.id)) } else { view };
    // It may show the code of a ballot.
    view.button(t.to_menu(), Action::Menu).lasting()
}

/// What is left below a card when its vote is over.
pub fn closed_card(t: &Texts, id: VoteId) -> View {
    View::showing(Body::Same).row([(t.vote_see_result(), Action::Vote(id)), (t.to_menu(), Action::Menu)])
}

/// The options, numbered.
fn options(vote: &Vote) -> Html {
    let lines = vote.options.iter().enumerate().map(|(at, option)| format!("{}. {}", at + 1, option.html()));
    Html::ours(lines.collect::<Vec<_>>().join("\n"))
}

/// What was declared before the vote: how to answer, who wins, and who sees it.
pub fn rules(t: &Texts, rules: &Rules) -> Html {
    let how = match rules.method {
        Method::Choose => t.vote_how_choose(rules.most),
        Method::Points => t.vote_how_points(rules.most),
        Method::Ranking => t.vote_how_ranking(),
    };
    let wins = match rules.winners {
        Winners::MostVotes if rules.method == Method::Choose => t.vote_wins_votes(rules.seats),
        Winners::MostVotes => t.vote_wins_points(rules.seats),
        Winners::Balanced => t.vote_wins_balanced(rules.seats),
    };
    let who = if rules.secret { t.vote_is_secret() } else { t.vote_is_open() };
    Html::ours(how).then(0, &Html::ours(wins)).then(0, &Html::ours(who))
}

/// In the place of a ballot that was left, perhaps one entered for somebody: nothing of what was marked, and the way
/// back.
pub fn covered(t: &Texts, vote: &Vote, paper: Option<PersonId>, now: Moment) -> View {
    let title = Html::ours(t.vote_title(vote.title.html()));
    let back = paper.map_or(Action::Ballot(vote.id), |voter| Action::PaperBallot(vote.id, voter));
    if vote.is_open(now) {
        View::text(title.then(1, &Html::ours(t.vote_covered())))
            .row([(t.vote_go_on(), back), (t.to_menu(), Action::Menu)])
    } else {
        View::text(title.then(1, &Html::ours(t.vote_is_closed())))
            .row([(t.vote_see_result(), Action::Vote(vote.id)), (t.to_menu(), Action::Menu)])
    }
}

/// The time has come and the count follows.
pub fn counting(t: &Texts, vote: &Vote) -> View {
    View::text(Html::ours(t.vote_counting(vote.title.html()))).button(t.to_menu(), Action::Menu)
}

/// The key was lost, so nothing can be counted.
pub fn void(t: &Texts, vote: &Vote) -> View {
    View::text(Html::ours(t.vote_void(vote.title.html()))).button(t.to_menu(), Action::Menu)
}

/// Whether to close now.
pub fn ask_to_close(t: &Texts, vote: &Vote, turnout: i64, roll: i64) -> View {
    View::text(Html::ours(t.vote_ask_close(vote.title.html(), turnout, roll)))
        .row([(t.vote_close_yes(), Action::CloseVoteNow(vote.id)), (t.back(), Action::Turnout(vote.id))])
}

/// Ten squares.
pub fn bar(part: u64, whole: u64) -> String {
    const WIDTH: u64 = 10;
    let full = (part * WIDTH + whole / 2).checked_div(whole).unwrap_or(0).min(WIDTH);
    (0..WIDTH).map(|at| if at < full { '▰' } else { '▱' }).collect()
}

/// An option of a vote, or an answer of a poll, does not fit on a button.
pub fn is_long(option: &Choice) -> bool {
    utf16_len(option.plain()) > LABEL
}
