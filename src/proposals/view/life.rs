//! What became of a proposal, in words.

use crate::clock::Moment;
use crate::l10n::{Lang, Texts};
use crate::proposals::life::{Became, News, Step, StepReason, onward};
use crate::proposals::{Proposal, ProposalState, Stage};
use crate::text::{Html, shorten};
use crate::ui::action::{Action, Decision, Life};
use crate::ui::state::{Idea, Title};
use crate::ui::view::View;
use crate::when;

/// How much of a proposal stands in news of it, in UTF-16 units.
const BEGINNING: usize = 60;
/// News of more proposals than these is only counted.
const TOLD: usize = 12;
/// So many of them have a button.
const BUTTONS: usize = 6;

/// How many of the latest steps stand on a proposal's screen.
const LATEST: usize = 5;
/// How much of a reason stands there.
const REASON: usize = 120;

/// The direction that it is under, with its colour.
pub fn under(t: &Texts, proposal: &Proposal) -> Option<Html> {
    let under = proposal.under.as_ref()?;
    Some(Html::ours(t.proposal_under(under.shade.mark(), under.name.html())))
}

/// How far a published one has come; none: nothing is decided.
pub fn stage(t: &Texts, state: ProposalState) -> Option<String> {
    let ProposalState::Published(stage) = state else { return None };
    match stage {
        Stage::Open => None,
        Stage::Voted => Some(t.stage_voted()),
        Stage::Chosen => Some(t.stage_chosen()),
        Stage::InWork => Some(t.stage_in_work()),
        Stage::Done => Some(t.stage_done()),
        Stage::Dropped => Some(t.stage_dropped()),
        Stage::Merged => Some(t.stage_merged()),
    }
}

/// The thread: below a proposal's words, as far as there is room. That it was published or not is said above them. None:
/// nothing has become of it.
pub fn thread(lang: Lang, steps: &[Step], now: Moment) -> Option<Html> {
    let told = steps
        .iter()
        .filter(|step| !matches!(step.became, Became::Published | Became::Returned | Became::Declined));
    let told: Vec<&Step> = told.collect();
    let latest = &told[told.len().saturating_sub(LATEST)..];
    if latest.is_empty() {
        return None;
    }
    let title = Html::ours(lang.texts().thread_title());
    Some(latest.iter().fold(title, |all, step| all.then(0, &line(lang, step, now))))
}

fn line(lang: Lang, step: &Step, now: Moment) -> Html {
    let t = lang.texts();
    let line = Html::ours(t.thread_line(when::say_day(lang, step.at, now), said(t, step)));
    match &step.reason {
        Some(reason) => line.then(0, &why(t, reason)),
        None => line,
    }
}

/// The thread as plain text, a line for each step, for tables.
pub fn plain_thread<'a>(lang: Lang, steps: impl Iterator<Item = &'a Step>) -> String {
    let lines = steps.map(|step| {
        let day = when::in_kyiv(step.at).strftime("%Y-%m-%d");
        let reason = step.reason.as_ref().map_or_else(String::new, |reason| format!(" — {}", reason.plain()));
        format!("{day}: {}{reason}", said_plain(lang.texts(), step))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A step in words that know no HTML.
fn said_plain(t: &Texts, step: &Step) -> String {
    said_with(t, step, |named| named.beginning(60))
}

/// A reason, as people read it.
pub fn why(t: &Texts, reason: &StepReason) -> Html {
    Html::ours(t.review_why(Html::escape(&shorten(reason.plain(), REASON))))
}

/// A step in words.
pub fn said(t: &Texts, step: &Step) -> Html {
    Html::ours(said_with(t, step, |named| Html::escape(&named.beginning(60)).to_string()))
}

fn said_with(t: &Texts, step: &Step, name: impl Fn(&Title) -> String) -> String {
    let named = step.named.as_ref().map(name);
    let number = step.other.map(|other| t.proposal_number(other.0));
    match (step.became, named, number) {
        (Became::Published, ..) => t.step_published(),
        (Became::Returned, ..) => t.step_returned(),
        (Became::Declined, ..) => t.step_declined(),
        (Became::Direction, Some(name), _) => {
            t.step_direction(step.shade.map_or("", |shade| shade.mark()), name)
        }
        (Became::Direction, None, _) => t.step_no_direction(),
        (Became::Voted, Some(vote), _) => t.step_voted(vote),
        (Became::Voted, None, _) => t.stage_voted(),
        (Became::Chosen, Some(vote), _) => t.step_chosen(vote),
        (Became::Chosen, None, _) => t.stage_chosen(),
        (Became::NotChosen, ..) => t.step_not_chosen(),
        (Became::NotCounted, ..) => t.step_not_counted(),
        (Became::InWork, ..) => t.stage_in_work(),
        (Became::Done, ..) => t.stage_done(),
        (Became::Dropped, ..) => t.stage_dropped(),
        (Became::Reopened, ..) => t.step_reopened(),
        (Became::Merged, _, Some(number)) => t.step_merged(number),
        (Became::Merged, _, None) => t.stage_merged(),
        (Became::Split, ..) => t.step_split(),
        (Became::Apart, ..) => t.step_apart(),
    }
}

/// The buttons by which organizers bring a proposal to another stage.
pub fn stages(t: &Texts, view: View, proposal: &Proposal) -> View {
    let ProposalState::Published(from) = proposal.state else { return view };
    view.row(onward(from).iter().map(|to| {
        let decision = Decision { proposal: proposal.id, from, to: *to };
        (label(t, *to), Action::Life(Life::Decide(decision)))
    }))
}

fn label(t: &Texts, to: Stage) -> String {
    match to {
        Stage::InWork => t.decide_in_work(),
        Stage::Done => t.decide_done(),
        Stage::Dropped => t.decide_dropped(),
        // Organizers bring it nowhere else by hand.
        Stage::Open | Stage::Voted | Stage::Chosen | Stage::Merged => t.decide_open(),
    }
}

/// What it is brought to, in words.
fn outcome(t: &Texts, to: Stage) -> String {
    stage(t, ProposalState::Published(to)).unwrap_or_else(|| t.step_reopened())
}

/// Asks why.
pub fn ask_why(t: &Texts, decision: Decision) -> View {
    let number = t.proposal_number(decision.proposal.0);
    whether(t, t.decide_ask_why(number, outcome(t, decision.to)), decision)
}

/// The reason is too long.
pub fn why_too_long(t: &Texts, decision: Decision, limit: usize, length: usize) -> View {
    whether(t, t.review_note_too_long(length, limit), decision)
}

fn whether(t: &Texts, text: String, decision: Decision) -> View {
    View::text(Html::ours(text))
        .button(t.decide_no_reason(), Action::Life(Life::DecideNow(decision)))
        .button(t.cancel(), Action::Cancel)
}

/// While the reason was being written, somebody else has decided.
pub fn too_late(t: &Texts) -> View {
    View::text(Html::ours(t.decide_too_late()))
}

/// A word over the screen.
pub fn decided(t: &Texts, decision: Decision) -> String {
    t.decided(t.proposal_number(decision.proposal.0), outcome(t, decision.to))
}

/// The same above the proposal.
pub fn decided_line(t: &Texts, decision: Decision) -> Html {
    Html::ours(format!("✅ {}", decided(t, decision)))
}

/// What is new of a proposal, with its words.
#[derive(Debug)]
pub struct Piece {
    pub news: News,
    pub words: Option<Idea>,
}

/// What became of proposals that somebody handed in or agreed with.
pub fn news(t: &Texts, pieces: &[&Piece]) -> View {
    let text = pieces.iter().take(TOLD).fold(Html::ours(t.news_title()), |all, piece| {
        let number = t.proposal_number(piece.news.proposal.0);
        let words = piece.words.as_ref().map_or_else(|| t.proposal_drawing(), |w| w.beginning(BEGINNING));
        let steps = [&piece.news.direction, &piece.news.last];
        let what: Vec<String> = steps.into_iter().flatten().map(|step| said(t, step).to_string()).collect();
        let line = t.news_line(number, Html::escape(&words), what.join(", "));
        let all = all.then(1, &Html::ours(line));
        let reason = piece.news.last.as_ref().and_then(|step| step.reason.as_ref());
        reason.map_or_else(|| all.clone(), |reason| all.clone().then(0, &why(t, reason)))
    });
    let more = pieces.len().saturating_sub(TOLD);
    let text = if more > 0 { text.then(1, &Html::ours(t.news_more(more))) } else { text };
    let number =
        |piece: &&Piece| (t.proposal_number(piece.news.proposal.0), Action::Proposal(piece.news.proposal));
    View::text(text)
        .row(pieces.iter().take(BUTTONS).map(number))
        .row([(t.menu_mine(), Action::MyProposals(0)), (t.to_menu(), Action::Menu)])
}
