//! The screens of cards and of one's own stances; [`unity`] are those of everybody's.

pub mod unity;

use super::Set;
use super::polis::Stance;
use super::store::Listed;
use super::unity::Sums;
use crate::l10n::Texts;
use crate::proposals::{Proposal, view::life};
use crate::text::Html;
use crate::ui::action::{Action, Dimension, Ranking};
use crate::ui::view::{Body, Paging, View};

/// How much of a question stands in a caption, which holds a proposal's words besides.
const QUESTION_ABOVE_PHOTO: usize = 100;
/// How much of a proposal a list shows, in UTF-16 units.
const BEGINNING: usize = 120;

/// A proposal as a card of a set.
pub fn card(t: &Texts, set: &Set, proposal: &Proposal) -> View {
    let mut head = Html::ours(t.stance_card(set.number(), set.size()));
    if set.done == 0 {
        head = head.then(0, &Html::ours(format!("<i>{}</i>", t.stance_privacy())));
    }
    let answers = |stance| Action::TakeStance { proposal: proposal.id, stance };
    body(t, head, proposal)
        .row([(t.stance_agree(), answers(Stance::Agree)), (t.stance_disagree(), answers(Stance::Disagree))])
        .button(t.stance_pass(), answers(Stance::Pass))
        .row([(t.stances_mine(), Action::MyStances(0)), (t.unity_unifiers(), UNIFIERS)])
        .button(t.to_menu(), Action::Menu)
}

/// Where everybody looks first.
const UNIFIERS: Action = Action::Unity { ranking: Ranking::Unifiers, dimension: Dimension::Sector, page: 0 };

/// A proposal below a heading; as a photo's caption, if it was drawn.
fn body(t: &Texts, head: Html, proposal: &Proposal) -> View {
    let question = match proposal.photo {
        Some(_) => Html::escape(&proposal.question.beginning(QUESTION_ABOVE_PHOTO)),
        None => proposal.question.html(),
    };
    let mut text = head
        .then(1, &Html::ours(format!("<b>{question}</b>")))
        .then(0, &Html::ours(t.proposal_number(proposal.id.0)));
    if let Some(under) = life::under(t, proposal) {
        text = text.then(0, &under);
    }
    if let Some(words) = &proposal.words {
        text = text.then(1, &words.html());
    }
    View::showing(match &proposal.photo {
        Some(photo) => Body::Photo { file: photo.clone(), caption: text },
        None => Body::Text(text),
    })
}

/// There is no card to show.
pub fn nothing_waits(t: &Texts, any: bool) -> View {
    let text = if any { t.stances_all_seen() } else { t.stances_nothing_yet() };
    let view = View::text(Html::ours(text));
    let view = if any { ways_on(t, view) } else { view.button(t.menu_propose(), Action::Propose) };
    view.button(t.to_menu(), Action::Menu)
}

/// The set is over.
pub fn done(t: &Texts, done: u32, left: usize) -> View {
    let then = if left > 0 { t.stances_left(left) } else { t.stances_all_seen() };
    let view = View::text(Html::ours(t.stances_done(done)).then(1, &Html::ours(then)));
    let view = if left > 0 { view.button(t.stances_more(), Action::Stances) } else { view };
    ways_on(t, view).button(t.to_menu(), Action::Menu)
}

fn ways_on(t: &Texts, view: View) -> View {
    view.row([(t.unity_unifiers(), UNIFIERS), (t.stances_mine(), Action::MyStances(0))])
}

/// One's own stances.
pub fn mine(t: &Texts, listed: &[Listed], at: Paging) -> View {
    if listed.is_empty() {
        return View::text(Html::ours(t.stances_mine_none()))
            .button(t.menu_stances(), Action::Stances)
            .button(t.to_menu(), Action::Menu);
    }
    let title = Html::ours(format!("<b>{}</b>", t.stances_mine())).then(0, &Html::ours(t.stances_mine_how()));
    let text = listed.iter().fold(title, |text, one| text.then(1, &line(t, one)));
    let number =
        |one: &Listed| (t.proposal_number(one.id.0), Action::MyStance { proposal: one.id, page: at.page });
    let mut view = View::text(text);
    for row in listed.chunks(3) {
        view = view.row(row.iter().map(number));
    }
    view.pager(t, at, Action::MyStances)
        .button(t.stances_cards(), Action::Stances)
        .button(t.to_menu(), Action::Menu)
}

fn line(t: &Texts, one: &Listed) -> Html {
    let mark = match one.stance {
        Stance::Agree => "👍",
        Stance::Disagree => "👎",
        Stance::Pass => "🤷",
    };
    let photo = if one.drawn { "🖼 " } else { "" };
    let words = one.words.as_ref().map_or_else(|| t.proposal_drawing(), |words| words.beginning(BEGINNING));
    Html::ours(format!("{mark} <b>{}</b>\n{photo}{}", t.proposal_number(one.id.0), Html::escape(&words)))
}

/// One proposal with one's own stance, to change it.
pub fn one(t: &Texts, proposal: &Proposal, mine: Option<Stance>, page: u32) -> View {
    let head = mine.map_or_else(|| t.stance_not_taken(), |mine| stance(t, mine));
    let answer = |stance: Stance, label: String| {
        let mark = if mine == Some(stance) { "✓ " } else { "" };
        (format!("{mark}{label}"), Action::ChangeStance { proposal: proposal.id, stance, page })
    };
    body(t, Html::ours(head), proposal)
        .row([answer(Stance::Agree, t.stance_agree()), answer(Stance::Disagree, t.stance_disagree())])
        .row([answer(Stance::Pass, t.stance_pass())])
        .row([(t.back(), Action::MyStances(page)), (t.to_menu(), Action::Menu)])
}

/// One's own stance in words.
pub fn stance(t: &Texts, stance: Stance) -> String {
    match stance {
        Stance::Agree => t.stance_is_agree(),
        Stance::Disagree => t.stance_is_disagree(),
        Stance::Pass => t.stance_is_pass(),
    }
}

/// What enough people answered.
pub fn sums(t: &Texts, sums: Sums) -> String {
    t.stance_sums(sums.agree, sums.disagree, sums.passed())
}
