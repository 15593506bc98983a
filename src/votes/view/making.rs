//! The screens of making a vote.

use crate::clock::Moment;
use crate::l10n::{Lang, Texts};
use crate::text::{Html, Unfit};
use crate::ui::action::{Action, Closing};
use crate::ui::state::{ClosingDraft, VoteDraft};
use crate::ui::view::View;
use crate::votes::{BadOptions, Vote};
use crate::when;

/// How many seats the preview offers on buttons.
const OFFERED_SEATS: u8 = 5;

/// Asks for the title.
pub fn ask_title(t: &Texts) -> View {
    View::text(Html::ours(t.vote_ask_title())).button(t.cancel(), Action::Cancel)
}

/// A title that cannot be taken.
pub fn title_unfit(t: &Texts, unfit: Unfit) -> View {
    let why = match unfit {
        Unfit::Empty => t.vote_title_empty(),
        Unfit::TooLong { limit, length } => t.vote_title_too_long(length, limit),
    };
    View::text(Html::ours(why)).button(t.cancel(), Action::Cancel)
}

/// Asks for the options.
pub fn ask_options(t: &Texts) -> View {
    View::text(Html::ours(t.vote_ask_options())).button(t.cancel(), Action::Cancel)
}

/// Options that cannot be taken.
pub fn bad_options(t: &Texts, bad: &BadOptions) -> View {
    View::text(Html::ours(why_bad(t, bad))).button(t.cancel(), Action::Cancel)
}

/// What is wrong with a list, for votes and polls.
pub fn why_bad(t: &Texts, bad: &BadOptions) -> String {
    match bad {
        BadOptions::TooFew => t.options_too_few(),
        BadOptions::TooMany(count) => t.options_too_many(*count),
        BadOptions::Unfit(line, Unfit::TooLong { limit, length }) => {
            t.options_too_long(*line, *length, *limit)
        }
        BadOptions::Unfit(_, Unfit::Empty) => t.options_too_few(),
        BadOptions::Twice(option) => t.options_twice(option.html()),
    }
}

/// Asks for a date.
pub fn ask_closing(t: &Texts) -> View {
    View::text(Html::ours(t.vote_ask_closing())).button(t.cancel(), Action::Cancel)
}

/// A date that was not understood, or is past.
pub fn closing_not_understood(t: &Texts) -> View {
    View::text(Html::ours(t.vote_closing_not_understood())).button(t.cancel(), Action::Cancel)
}

/// Everything, with buttons to change each part.
pub fn preview(t: &Texts, lang: Lang, draft: &VoteDraft, seats: u8, now: Moment) -> View {
    let title = draft.title.as_ref().map(|title| title.html()).unwrap_or_default();
    let options =
        draft.options.iter().enumerate().map(|(at, option)| format!("{}. {}", at + 1, option.html()));
    let closes = match draft.closes {
        ClosingDraft::ByHand => t.vote_closes_by_hand(),
        ClosingDraft::Days(days) => t.vote_closes_in(days),
        ClosingDraft::At(at) => t.vote_closes_at(when::say(lang, at, now)),
    };
    let text = Html::ours(t.vote_preview(title))
        .then(1, &Html::ours(options.collect::<Vec<_>>().join("\n")))
        .then(1, &Html::ours(t.vote_how(seats)))
        .then(0, &Html::ours(closes));
    let most = u8::try_from(draft.options.len()).unwrap_or(u8::MAX).min(OFFERED_SEATS);
    let marked = |on: bool, label: String| if on { format!("✓ {label}") } else { label };
    View::text(text)
        .row((1..=most).map(|n| (marked(n == seats, t.vote_choose_up_to(n)), Action::Seats(n))))
        .row([
            (marked(draft.closes == ClosingDraft::Days(1), t.vote_day()), Action::Closes(Closing::Day)),
            (marked(draft.closes == ClosingDraft::Days(7), t.vote_week()), Action::Closes(Closing::Week)),
        ])
        .row([
            (marked(draft.closes == ClosingDraft::ByHand, t.vote_by_hand()), Action::Closes(Closing::ByHand)),
            (marked(matches!(draft.closes, ClosingDraft::At(_)), t.vote_date()), Action::TypeClosing),
        ])
        .row([(t.vote_change_title(), Action::RetitleVote), (t.vote_change_options(), Action::RelistOptions)])
        .button(t.vote_open(), Action::OpenVote)
        .button(t.cancel(), Action::Cancel)
}

/// To the organizer: it is open.
pub fn opened(t: &Texts, vote: &Vote) -> View {
    View::text(Html::ours(t.vote_opened(vote.title.html())))
        .row([(t.vote_watch(), Action::Vote(vote.id)), (t.to_menu(), Action::Menu)])
}
