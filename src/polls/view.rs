//! The screens of polls.

use super::store::Listed;
use super::{NotAPoll, Poll};
use crate::l10n::Texts;
use crate::text::{Html, Unfit};
use crate::ui::action::Action;
use crate::ui::state::{Choice, PollDraft};
use crate::ui::view::{LABEL, View};
use crate::votes::view::{bar, is_long, making::why_bad};

/// All polls.
pub fn list(t: &Texts, polls: &[Listed], organizer: bool) -> View {
    let text = if polls.is_empty() { t.polls_none() } else { t.polls_title() };
    let view = polls.iter().fold(View::text(Html::ours(text)), |view, poll| {
        let mark = match (poll.open, poll.answered) {
            (true, false) => "🟢",
            (true, true) => "✅",
            (false, _) => "🏁",
        };
        view.button(format!("{mark} {}", poll.question.beginning(50)), Action::Poll(poll.id))
    });
    let view = if organizer { view.button(t.poll_new(), Action::NewPoll) } else { view };
    view.button(t.to_menu(), Action::Menu)
}

/// The poll. Who has answered sees the counts; so does everyone once it is closed, and who watches over it.
pub fn card(t: &Texts, poll: &Poll, mine: Option<u8>, watching: bool) -> View {
    let mut text = Html::ours(t.poll_card(poll.question.html()));
    if mine.is_some() || watching || !poll.open {
        for (at, (words, count)) in poll.answers.iter().enumerate() {
            let mark = if mine.is_some_and(|mine| usize::from(mine) == at) { "✓ " } else { "" };
            let bar = bar(u64::try_from(*count).unwrap_or(0), u64::try_from(poll.total()).unwrap_or(0));
            text = text.then(1, &Html::ours(format!("{mark}{}\n{bar} {count}", words.html())));
        }
        text = text.then(1, &Html::ours(t.poll_total(poll.total())));
    } else if poll.answers.iter().any(|(words, _)| is_long(words)) {
        text = text.then(1, &listed(poll.answers.iter().map(|(words, _)| words)));
    }
    let view = if poll.open {
        (0u8..).zip(&poll.answers).fold(View::text(text), |view, (option, (words, _))| {
            let mark = if mine == Some(option) { "✓ " } else { "" };
            view.button(
                format!("{mark}{}", words.beginning(LABEL)),
                Action::Answer { poll: poll.id, option, watching },
            )
        })
    } else {
        View::text(text.then(1, &Html::ours(t.poll_over())))
    };
    let view =
        if watching && poll.open { view.button(t.poll_close(), Action::ClosePoll(poll.id)) } else { view };
    view.button(t.to_menu(), Action::Menu).lasting()
}

/// The answers, written out.
fn listed<'a>(answers: impl IntoIterator<Item = &'a Choice>) -> Html {
    let lines = answers.into_iter().map(|words| format!("▫️ {}", words.html()));
    Html::ours(lines.collect::<Vec<_>>().join("\n"))
}

/// Asks for question and answers.
pub fn ask(t: &Texts) -> View {
    View::text(Html::ours(t.poll_ask())).button(t.cancel(), Action::Cancel)
}

/// A message that makes no poll.
pub fn not_a_poll(t: &Texts, why: &NotAPoll) -> View {
    let text = match why {
        NotAPoll::Question(Unfit::Empty) => t.poll_question_empty(),
        NotAPoll::Question(Unfit::TooLong { limit, length }) => t.poll_question_too_long(*length, *limit),
        NotAPoll::Answers(bad) => why_bad(t, bad),
    };
    View::text(Html::ours(text)).button(t.cancel(), Action::Cancel)
}

/// As people will see it.
pub fn preview(t: &Texts, draft: &PollDraft) -> View {
    View::text(Html::ours(t.poll_preview(draft.question.html())).then(1, &listed(&draft.answers)))
        .button(t.poll_send(), Action::SendPoll)
        .row([(t.proposal_reword(), Action::RewordPoll), (t.cancel(), Action::Cancel)])
}

/// To the organizer: it is on its way.
pub fn sent(t: &Texts, poll: &Poll) -> View {
    View::text(Html::ours(t.poll_sent(poll.question.html())))
        .row([(t.poll_watch(), Action::Poll(poll.id)), (t.to_menu(), Action::Menu)])
}
