//! The screens of polls: the list, the card, who answered what; [`making`] one, and what came of it as a picture
//! ([`result`]).

pub mod making;
pub mod result;

use super::store::Listed;
use super::{Poll, Viewer};
use crate::clock::Moment;
use crate::l10n::{Lang, Texts};
use crate::text::Html;
use crate::ui::action::Action;
use crate::ui::state::{Choice, Name, PollRules};
use crate::ui::view::{LABEL, Paging, View};
use crate::votes::view::{bar, is_long};
use crate::when;

/// All polls.
pub fn list(t: &Texts, polls: &[Listed], organizer: bool) -> View {
    let text = if polls.is_empty() { t.polls_none() } else { t.polls_title() };
    let view = polls.iter().fold(View::text(Html::ours(text)), |view, poll| {
        let mark = match (poll.open, poll.answered) {
            (true, false) if !poll.asked => "👁",
            (true, false) => "🟢",
            (true, true) => "✅",
            (false, _) => "🏁",
        };
        view.button(format!("{mark} {}", poll.question.beginning(50)), Action::Poll(poll.id))
    });
    let view = if organizer { view.button(t.poll_new(), Action::NewPoll) } else { view };
    view.button(t.to_menu(), Action::Menu)
}

/// The poll, as somebody may see it.
pub fn card(lang: Lang, poll: &Poll, viewer: Viewer, now: Moment) -> View {
    let t = lang.texts();
    let open = poll.is_open(now);
    let counts = poll.counts_for(viewer, now);
    let mut text = Html::ours(t.poll_card(poll.question.html()));
    if let Some(counts) = counts {
        for ((at, words), count) in (0u8..).zip(&poll.answers).zip(counts) {
            let mark = if viewer.mine.has(at) { "✓ " } else { "" };
            let bar = bar(whole(*count), whole(poll.people));
            text = text.then(1, &Html::ours(format!("{mark}{}\n{bar} {count}", words.html())));
        }
    } else if poll.answers.iter().any(is_long) {
        text = text.then(1, &listed(&poll.answers));
    }
    if counts.is_some() || viewer.watching {
        text = text.then(1, &Html::ours(t.poll_total(poll.people)));
    }
    if !open {
        let view = View::text(text.then(1, &Html::ours(t.poll_over())));
        return after(t, view, poll, viewer).button(t.to_menu(), Action::Menu).lasting();
    }
    text = text.then(1, &rules(t, poll.rules));
    if let Some(at) = poll.closes_at {
        text = text.then(0, &Html::ours(t.closing_at(when::say(lang, at, now))));
    }
    let view = View::text(text);
    let view = if viewer.asked { answers(view, poll, viewer) } else { view };
    let view = if poll.rules.named && counts.is_some() && poll.people > 0 {
        view.button(t.poll_names(), Action::PollNames(poll.id, 0))
    } else {
        view
    };
    let view = if viewer.watching { view.button(t.poll_close(), Action::ClosePoll(poll.id)) } else { view };
    view.button(t.to_menu(), Action::Menu).lasting()
}

/// Why a link leads to no poll.
pub fn closed_door(t: &Texts, why: String) -> View {
    View::text(Html::ours(why)).row([(t.polls_all(), Action::Polls), (t.to_menu(), Action::Menu)])
}

/// The card in a group: everybody sees the same counts, and nobody's own answer.
pub fn posted(lang: Lang, poll: &Poll, now: Moment) -> View {
    let t = lang.texts();
    let mut text = Html::ours(t.poll_card(poll.question.html()));
    for (words, count) in poll.answers.iter().zip(poll.counts(now).unwrap_or_default()) {
        let bar = bar(whole(*count), whole(poll.people));
        text = text.then(1, &Html::ours(format!("{}\n{bar} {count}", words.html())));
    }
    text = text.then(1, &Html::ours(t.poll_total(poll.people)));
    if !poll.is_open(now) {
        return View::text(text.then(1, &Html::ours(t.poll_over())));
    }
    let view = View::text(text.then(1, &Html::ours(t.chat_poll_anonymous())));
    (0u8..).zip(&poll.answers).fold(view, |view, (option, words)| {
        let answer = Action::Answer { poll: poll.id, option, given: true, watching: false };
        view.button(words.beginning(LABEL), answer)
    })
}

/// A button for each answer: to give it, or where several can be given to take it back.
fn answers(view: View, poll: &Poll, viewer: Viewer) -> View {
    (0u8..).zip(&poll.answers).fold(view, |view, (option, words)| {
        let mine = viewer.mine.has(option);
        let mark = match (poll.rules.several, mine) {
            (true, true) => "✅ ",
            (true, false) => "⬜️ ",
            (false, true) => "✓ ",
            (false, false) => "",
        };
        let given = !(poll.rules.several && mine);
        let answer = Action::Answer { poll: poll.id, option, given, watching: viewer.watching };
        view.button(format!("{mark}{}", words.beginning(LABEL)), answer)
    })
}

/// What can be done with a poll that is over.
fn after(t: &Texts, view: View, poll: &Poll, viewer: Viewer) -> View {
    let view = match () {
        () if poll.people == 0 => view,
        () if poll.rules.named => view.row([
            (t.poll_names(), Action::PollNames(poll.id, 0)),
            (t.poll_picture(), Action::PollPicture(poll.id)),
        ]),
        () => view.button(t.poll_picture(), Action::PollPicture(poll.id)),
    };
    let view = if poll.repeats.is_some() {
        view.button(t.poll_compare(), Action::ComparePolls(poll.id))
    } else {
        view
    };
    if viewer.watching { view.button(t.poll_repeat(), Action::RepeatPoll(poll.id)) } else { view }
}

/// The answers in full.
fn listed(answers: &[Choice]) -> Html {
    let lines = answers.iter().map(|words| format!("▫️ {}", words.html()));
    Html::ours(lines.collect::<Vec<_>>().join("\n"))
}

/// How it is held: said before the first tap, whatever is unusual, and always whose eyes see the names.
fn rules(t: &Texts, rules: PollRules) -> Html {
    let lines = [
        rules.several.then(|| t.poll_several()),
        rules.hidden.then(|| t.poll_hidden()),
        Some(if rules.named { t.poll_named() } else { t.poll_anonymous() }),
    ];
    lines.into_iter().flatten().fold(Html::default(), |text, line| text.then(0, &Html::ours(line)))
}

/// Who answered what: a page of names under the answers they gave.
pub fn names(t: &Texts, poll: &Poll, names: &[(u8, Option<Name>)], at: Paging) -> View {
    let title = t.poll_names_title(Html::escape(&poll.question.beginning(100)));
    let text = names.chunk_by(|one, next| one.0 == next.0).fold(Html::ours(title), |text, group| {
        let answer = poll.answers.get(usize::from(group[0].0)).map(|words| words.beginning(60));
        let head = format!("<b>{}</b>", Html::escape(&answer.unwrap_or_default()));
        let names = group.iter().map(|(_, name)| match name {
            Some(name) => name.html().to_string(),
            None => t.vote_name_gone(),
        });
        text.then(1, &Html::ours(head)).then(0, &Html::ours(names.collect::<Vec<_>>().join(", ")))
    });
    View::text(text)
        .pager(t, at, |page| Action::PollNames(poll.id, page))
        .row([(t.back(), Action::Poll(poll.id)), (t.to_menu(), Action::Menu)])
}

fn whole(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}
