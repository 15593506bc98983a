//! What came of a poll: as pictures, whose captions say the numbers, too; alone, and beside an earlier poll.

use crate::clock::Moment;
use crate::l10n::{Lang, Texts};
use crate::picture::{Bar, Bars, Share, Standing, bars};
use crate::polls::{Poll, percent};
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::view::{Body, View};
use crate::when;

/// How much of the question, and of each answer, stands in a caption: ten answers with their numbers fit.
const QUESTION: usize = 200;
const ANSWER: usize = 40;

/// The result. Nothing is hidden any more: whoever calls has asked [`Poll::counts_for`].
pub fn pictures(lang: Lang, poll: &Poll, counts: &[i64]) -> Vec<View> {
    let t = lang.texts();
    let rows = poll.answers.iter().zip(counts).map(|(words, &count)| Bar {
        label: words.plain().to_owned(),
        value: counted(t, count, poll),
        share: share(count, poll.people),
        standing: leads(count, counts),
        groups: Vec::new(),
    });
    let total = t.poll_total(poll.people);
    let drawn = bars(&Bars {
        title: poll.question.plain().to_owned(),
        subtitle: total.clone(),
        rows: rows.collect(),
        note: if poll.rules.several { t.poll_several_were_given() } else { String::new() },
    });
    let lines = poll.answers.iter().zip(counts).map(|(words, &count)| {
        Html::ours(format!("{} — {}", Html::escape(&words.beginning(ANSWER)), counted(t, count, poll)))
    });
    let head = Html::ours(t.poll_result(Html::escape(&poll.question.beginning(QUESTION))));
    captioned(t, drawn, caption(head.then(0, &Html::ours(total)), lines))
}

/// The same question asked twice, answer by answer.
pub fn compared(lang: Lang, earlier: (&Poll, &[i64]), later: (&Poll, &[i64]), now: Moment) -> Vec<View> {
    let t = lang.texts();
    let [before, after] = [earlier, later].map(|(poll, _)| when::say(lang, poll.opened_at, now));
    let rows = earlier.0.answers.iter().zip(earlier.1).zip(later.1).map(|((words, &was), &is)| Bar {
        label: words.plain().to_owned(),
        value: counted(t, is, later.0),
        share: share(is, later.0.people),
        standing: leads(is, later.1),
        groups: vec![beside(t, &before, was, earlier.0), beside(t, &after, is, later.0)],
    });
    let asked = |when: &str, poll: &Poll| t.poll_asked(t.poll_total(poll.people), when);
    let both = [asked(&before, earlier.0), asked(&after, later.0)];
    let drawn = bars(&Bars {
        title: later.0.question.plain().to_owned(),
        subtitle: both.join(" · "),
        rows: rows.collect(),
        note: String::new(),
    });
    let lines = earlier.0.answers.iter().zip(earlier.1).zip(later.1).map(|((words, &was), &is)| {
        let words = Html::escape(&words.beginning(ANSWER));
        let (before, after) = (percent(was, earlier.0.people), percent(is, later.0.people));
        Html::ours(t.poll_compared(words, before, after, was, is))
    });
    let head = Html::ours(t.poll_compared_title(Html::escape(&later.0.question.beginning(QUESTION))));
    let head = both.iter().fold(head, |head, asked| head.then(0, &Html::ours(asked.as_str())));
    captioned(t, drawn, caption(head, lines))
}

fn caption(head: Html, lines: impl Iterator<Item = Html>) -> Html {
    lines.enumerate().fold(head, |text, (at, line)| text.then(usize::from(at == 0), &line))
}

/// The first picture says the numbers below it; each leads to the menu.
fn captioned(t: &Texts, drawn: Vec<Vec<u8>>, caption: Html) -> Vec<View> {
    let captions = std::iter::once(caption).chain(std::iter::repeat(Html::default()));
    let pictures = drawn.into_iter().zip(captions);
    pictures
        .map(|(png, caption)| View::showing(Body::Picture { png, caption }).button(t.to_menu(), Action::Menu))
        .collect()
}

/// "8 (40 %)".
fn counted(t: &Texts, count: i64, poll: &Poll) -> String {
    t.poll_counted(count, percent(count, poll.people))
}

fn beside(t: &Texts, when: &str, count: i64, poll: &Poll) -> Share {
    Share { label: when.to_owned(), share: share(count, poll.people), text: counted(t, count, poll) }
}

fn share(count: i64, people: i64) -> f64 {
    if people == 0 { 0.0 } else { count as f64 / people as f64 }
}

/// No answer wins a poll; the most frequent ones stand out.
fn leads(count: i64, counts: &[i64]) -> Standing {
    let most = counts.iter().copied().max().unwrap_or(0);
    if count > 0 && count == most { Standing::Won } else { Standing::Lost }
}
