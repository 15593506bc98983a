//! A ballot while it is marked: the only screen that shows what somebody chooses.

use super::{is_long, options};
use crate::ids::PersonId;
use crate::l10n::Texts;
use crate::text::{Html, shorten};
use crate::ui::action::{Action, Method};
use crate::ui::state::{Choice, Name};
use crate::ui::view::{LABEL, View};
use crate::votes::{Answer, Rules, Vote};

/// What an alert can hold, in UTF-16 units.
const ALERT: usize = 200;

/// The ballot: one's own, or that of somebody for whom an organizer enters it. `put` makes the button that gives an
/// option a number.
pub fn ballot(
    t: &Texts,
    vote: &Vote,
    marks: &Answer,
    for_whom: Option<(PersonId, Option<Name>)>,
    mut put: impl FnMut(u8, u8) -> Action,
) -> View {
    let mut text = Html::ours(t.vote_title(vote.title.html()));
    if let Some((_, name)) = &for_whom {
        let name = name.as_ref().map(Name::html).unwrap_or_default();
        text = text.then(0, &Html::ours(t.paper_for(name)));
    }
    if vote.rules.method != Method::Points && vote.options.iter().any(is_long) {
        text = text.then(1, &options(vote));
    }
    text = match vote.rules.method {
        Method::Choose => text,
        Method::Points => text.then(1, &spread(t, vote, marks)),
        Method::Ranking => text.then(1, &ranked(t, vote, marks)),
    };
    text = text.then(1, &Html::ours(marked(t, &vote.rules, marks, vote.options.len())));
    let listed = (0u8..).zip(&vote.options);
    let view = View::text(text);
    let view = match vote.rules.method {
        Method::Choose => listed.fold(view, |view, (at, option)| {
            let (sign, other) = if marks.of(at) > 0 { ("☑️", 0) } else { ("⬜️", 1) };
            view.button(format!("{sign} {}", label(at, option)), put(at, other))
        }),
        Method::Points => listed.fold(view, |view, (at, _)| {
            let points = marks.of(at);
            view.row([
                ("−".to_owned(), put(at, points.saturating_sub(1))),
                (t.ballot_points(at + 1, points), put(at, points.saturating_add(1))),
                ("+".to_owned(), put(at, points.saturating_add(1))),
            ])
        }),
        Method::Ranking => {
            let next = marks.count() + 1;
            let view = listed
                .filter(|(at, _)| marks.of(*at) == 0)
                .fold(view, |view, (at, option)| view.button(label(at, option), put(at, next)));
            match marks.last_ranked() {
                Some(last) => view.button(t.ballot_undo(), put(last, 0)),
                None => view,
            }
        }
    };
    let (hand_in, back) = match for_whom {
        Some((person, _)) => (Action::HandIn(vote.id, Some(person)), Action::Paper(vote.id, 0)),
        None => (Action::HandIn(vote.id, None), Action::Vote(vote.id)),
    };
    view.button(t.vote_hand_in(), hand_in).row([(t.back(), back), (t.to_menu(), Action::Menu)])
}

fn label(at: u8, option: &Choice) -> String {
    format!("{}. {}", at + 1, option.beginning(LABEL))
}

/// Each option with its points.
fn spread(t: &Texts, vote: &Vote, marks: &Answer) -> Html {
    let lines = (0u8..).zip(&vote.options).map(|(at, option)| {
        let line = format!("{}. {}", at + 1, option.html());
        if marks.of(at) > 0 {
            format!("{line} — <b>{}</b>", t.ballot_points_given(marks.of(at)))
        } else {
            line
        }
    });
    Html::ours(lines.collect::<Vec<_>>().join("\n"))
}

/// The ranking so far.
fn ranked(t: &Texts, vote: &Vote, marks: &Answer) -> Html {
    let lines: Vec<String> = marks
        .ranked()
        .into_iter()
        .filter_map(|at| Some((marks.of(at), vote.options.get(usize::from(at))?)))
        .map(|(place, option)| t.ballot_place(place, option.html()))
        .collect();
    if lines.is_empty() { Html::ours(t.ballot_rank_first()) } else { Html::ours(lines.join("\n")) }
}

/// How far marking has come; says nothing of which options are marked.
pub fn marked(t: &Texts, rules: &Rules, marks: &Answer, options: usize) -> String {
    match rules.method {
        Method::Choose => t.vote_marked(marks.count(), rules.most),
        Method::Points => t.vote_points_left(rules.most.saturating_sub(marks.sum()), rules.most),
        Method::Ranking => t.vote_ranked(marks.count(), options),
    }
}

/// No more fits.
pub fn full(t: &Texts, rules: &Rules) -> String {
    match rules.method {
        Method::Points => t.vote_points_spent(),
        Method::Choose | Method::Ranking => t.vote_full(rules.most),
    }
}

/// What was handed in, for an alert: the numbers always, the words as far as they fit.
pub fn mine(t: &Texts, vote: &Vote, answer: Option<&Answer>) -> String {
    let Some(answer) = answer else { return t.vote_nothing_handed_in() };
    let lines = |words: usize| {
        let named = if vote.rules.method == Method::Ranking { answer.ranked() } else { answer.named() };
        let lines = named.into_iter().map(|at| {
            let option =
                vote.options.get(usize::from(at)).map(|option| option.beginning(words)).unwrap_or_default();
            match vote.rules.method {
                Method::Choose => format!("{}. {option}", at + 1),
                Method::Points => format!("{}. {option}: {}", at + 1, answer.of(at)),
                Method::Ranking => format!("{}) {}. {option}", answer.of(at), at + 1),
            }
        });
        t.vote_my_ballot(lines.collect::<Vec<_>>().join("\n"))
    };
    let fits = |text: &String| crate::text::utf16_len(text) <= ALERT;
    [60, 40, 25, 15, 8, 4, 1].into_iter().map(lines).find(fits).unwrap_or_else(|| shorten(&lines(1), ALERT))
}
