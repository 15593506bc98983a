//! When something that is being made will close: the buttons, the date in words, and what they come to. A vote and a poll
//! ask alike.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::action::{Action, Closing};
use super::view::{View, chosen};
use crate::clock::Moment;
use crate::l10n::{Lang, Texts};
use crate::text::Html;
use crate::when;

/// When what is being made will close.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosingDraft {
    /// When an organizer says so.
    #[default]
    ByHand,
    /// In so many days from opening.
    Days(u8),
    /// At that moment.
    At(Moment),
}

/// The draft lay about until its own closing had passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passed;

impl From<Closing> for ClosingDraft {
    fn from(closing: Closing) -> Self {
        match closing {
            Closing::Day => Self::Days(1),
            Closing::Week => Self::Days(7),
            Closing::ByHand => Self::ByHand,
        }
    }
}

impl ClosingDraft {
    /// The moment it comes to when it is opened `now`; none: closed by hand.
    pub fn at(self, now: Moment) -> Result<Option<Moment>, Passed> {
        match self {
            Self::ByHand => Ok(None),
            Self::Days(days) => Ok(Some(now.after(Duration::from_secs(u64::from(days) * 24 * 3600)))),
            Self::At(at) if at > now => Ok(Some(at)),
            Self::At(_) => Err(Passed),
        }
    }
}

/// In words, before it is opened.
pub fn say(lang: Lang, draft: ClosingDraft, now: Moment) -> Html {
    let t = lang.texts();
    Html::ours(match draft {
        ClosingDraft::ByHand => t.closing_by_hand(),
        ClosingDraft::Days(days) => t.closing_in(days),
        ClosingDraft::At(at) => t.closing_at(when::say(lang, at, now)),
    })
}

/// The buttons to choose from, as they stand on the preview.
pub fn rows(t: &Texts, view: View, draft: ClosingDraft) -> View {
    view.row([
        (chosen(draft == ClosingDraft::Days(1), t.closing_day()), Action::Closes(Closing::Day)),
        (chosen(draft == ClosingDraft::Days(7), t.closing_week()), Action::Closes(Closing::Week)),
    ])
    .row([
        (chosen(draft == ClosingDraft::ByHand, t.closing_hand()), Action::Closes(Closing::ByHand)),
        (chosen(matches!(draft, ClosingDraft::At(_)), t.closing_date()), Action::TypeClosing),
    ])
}

/// Asks for a date; `back` leads to the preview.
pub fn ask(t: &Texts, back: Action) -> View {
    View::text(Html::ours(t.closing_ask())).row([(t.back(), back), (t.cancel(), Action::Cancel)])
}

/// A date that was not understood, or is past.
pub fn not_understood(t: &Texts, back: Action) -> View {
    View::text(Html::ours(t.closing_not_understood())).row([(t.back(), back), (t.cancel(), Action::Cancel)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_that_has_passed_is_no_closing() {
        let now = Moment(1_000);
        assert_eq!(ClosingDraft::from(Closing::ByHand).at(now), Ok(None));
        assert_eq!(ClosingDraft::from(Closing::Day).at(now), Ok(Some(Moment(1_000 + 24 * 3_600_000))));
        assert_eq!(ClosingDraft::At(Moment(1_001)).at(now), Ok(Some(Moment(1_001))));
        assert_eq!(ClosingDraft::At(now).at(now), Err(Passed));
    }
}
