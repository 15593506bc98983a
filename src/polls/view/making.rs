//! The screens of making a poll.

use super::{listed, rules};
use crate::audiences::view as audiences;
use crate::clock::Moment;
use crate::ids::SessionId;
use crate::l10n::{Lang, Texts};
use crate::people::Affiliation;
use crate::polls::{NotAPoll, Poll};
use crate::text::{Html, Unfit};
use crate::ui::action::{Action, ForWhom, PollRule};
use crate::ui::closing;
use crate::ui::state::PollDraft;
use crate::ui::view::{View, chosen};
use crate::votes::view::making::why_bad;
use crate::when;

/// Whom a poll being made is for.
#[derive(Debug)]
pub struct Asked {
    /// In words, if it is not everyone.
    pub said: Option<Html>,
    /// How many they are, within reach.
    pub size: i64,
    /// So few that names can be guessed.
    pub few: bool,
    /// When the earlier poll was asked that this one asks again.
    pub before: Option<Moment>,
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

/// As people will see it, ready to go; below, what can be had otherwise.
pub fn preview(lang: Lang, draft: &PollDraft, asked: &Asked, now: Moment) -> View {
    let t = lang.texts();
    let mut text = Html::ours(t.poll_preview(draft.question.html()))
        .then(1, &listed(&draft.answers))
        .then(1, &rules(t, draft.rules))
        .then(0, &closing::say(lang, draft.closes, now));
    if let Some(before) = asked.before {
        text = text.then(0, &Html::ours(t.poll_repeats(when::say(lang, before, now))));
    }
    if asked.few && !draft.rules.named {
        text = text.then(1, &Html::ours(t.poll_few_people()));
    }
    let text = text.then(1, &Html::ours(t.poll_fixed()));
    let (send, audience) = match &asked.said {
        None if draft.on_wall => (t.poll_open_on_wall(), t.poll_for_wall()),
        None => (t.poll_send(), t.poll_for_everyone(asked.size)),
        Some(said) => {
            let group = audiences::label(said);
            (t.poll_send_to(group.clone()), t.poll_for(group, asked.size))
        }
    };
    let rule = |now: bool, wanted: bool, label, rule: fn(bool) -> PollRule| {
        (chosen(now == wanted, label), Action::PollRule(rule(wanted)))
    };
    let (several, hidden, named) = (draft.rules.several, draft.rules.hidden, draft.rules.named);
    let view = View::text(text)
        .button(send, Action::SendPoll)
        .row([
            rule(several, false, t.poll_one_answer(), PollRule::Several),
            rule(several, true, t.poll_more_answers(), PollRule::Several),
        ])
        .row([
            rule(hidden, false, t.poll_counts_now(), PollRule::Hidden),
            rule(hidden, true, t.poll_counts_later(), PollRule::Hidden),
        ])
        .row([
            rule(named, false, t.poll_without_names(), PollRule::Named),
            rule(named, true, t.poll_with_names(), PollRule::Named),
        ]);
    closing::rows(t, view, draft.closes)
        .button(audience, Action::ForWhom(ForWhom::Ask))
        .row([(t.proposal_reword(), Action::RewordPoll), (t.cancel(), Action::Cancel)])
}

/// Whom it is for, each with the number of people; where there are walls, it may be for those who see one.
pub fn ask_audience(lang: Lang, everyone: i64, groups: &[(Affiliation, i64)], walls: bool) -> View {
    let t = lang.texts();
    let view = View::text(Html::ours(t.poll_ask_audience()));
    let view = audiences::quick(t, lang, view, everyone, groups);
    let view = if walls { view.button(t.poll_only_on_wall(), Action::PollOnWall) } else { view };
    view.row([(t.back(), Action::PollPreview), (t.cancel(), Action::Cancel)])
}

/// To the organizer who asked in a group: how to close it.
pub fn made_there(t: &Texts, poll: &Poll) -> View {
    View::text(Html::ours(t.chat_poll_made(poll.question.html())))
        .row([(t.poll_watch(), Action::Poll(poll.id)), (t.to_menu(), Action::Menu)])
}

/// To the organizer: it is on its way.
pub fn sent(t: &Texts, poll: &Poll, said: &Html) -> View {
    let text = t.poll_sent(poll.question.html(), said);
    View::text(Html::ours(text)).row([(t.poll_watch(), Action::Poll(poll.id)), (t.to_menu(), Action::Menu)])
}

/// To the organizer: it is open, and no cards are sent. `wall`: the session on whose wall it is.
pub fn opened(t: &Texts, poll: &Poll, wall: Option<SessionId>) -> View {
    let text = match wall {
        Some(_) => t.poll_opened_on_wall(poll.question.html()),
        None => t.poll_opened_without_wall(poll.question.html()),
    };
    let view = View::text(Html::ours(text)).button(t.poll_watch(), Action::Poll(poll.id));
    let view = match wall {
        Some(session) => view.button(t.wall_open(), Action::Wall(session)),
        None => view,
    };
    view.button(t.to_menu(), Action::Menu)
}
