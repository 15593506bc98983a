//! Buttons that send or give up what is being written are bound to it: they carry the number that the dialogue gave to
//! the words above them. So an old screen acts on what it shows, or on nothing.
//!
//! A button without a number, from before there were any, acts on whatever is current.

use super::action::{Action, Importing, Letters};
use super::behalf;
use super::view::{Does, View};
use crate::ids::PersonId;

/// Stands between an action's code and the number.
const MARK: char = '~';

/// Acts on the words it stands below, or belongs to several dialogues alike. Other buttons of a dialogue only show where
/// it is.
fn is_bound(action: Action) -> bool {
    if let Action::Life(what) = action {
        return what.is_bound();
    }
    if let Action::Announcing(announcing) = action {
        return announcing.is_bound();
    }
    matches!(
        action,
        Action::Cancel
            | Action::SendAtOnce
            | Action::SendProposal
            | Action::Support(_)
            | Action::MostEach(_)
            | Action::OpenCall
            | Action::OpenVote
            | Action::SendPoll
            | Action::Closes(_)
            | Action::TypeClosing
            | Action::ForWhom(_)
            | Action::SendAnnouncement
            | Action::SessionPart(_)
            | Action::Capacity(_)
            | Action::Queue(_)
            | Action::NoAgenda
            | Action::SessionPreview
            | Action::AnnounceSession
            | Action::SendMinutes
            | Action::AlsoIn(..)
            | Action::SendLetter
            | Action::Letters(Letters::SendUnnamed)
            | Action::OfferProposal
            | Action::OfferProposalTo(_)
            | Action::OfferLetter
            | Action::Importing(Importing::TakeOffered)
    )
}

/// Binds a screen's buttons to what is being written.
pub fn bind(view: &mut View, no: u32) {
    for button in view.keyboard.iter_mut().flatten() {
        if let Does::Press(data) = &mut button.does
            && behalf::read(data).0.is_some_and(is_bound)
        {
            data.push(MARK);
            data.push_str(&no.to_string());
        }
    }
}

/// A button's data, read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Data {
    /// What it asks for; none: not a button of ours.
    pub action: Option<Action>,
    /// What it is bound to.
    pub bound: Option<u32>,
    /// For whom it is pressed: see [`behalf`].
    pub whom: Option<PersonId>,
}

/// Reads a button's data.
pub fn read(data: &str) -> Data {
    let (code, no) = data.split_once(MARK).map_or((data, None), |(code, no)| (code, Some(no)));
    let (action, whom) = behalf::read(code);
    match no.map(str::parse) {
        None => Data { action, bound: None, whom },
        Some(Ok(no)) if action.is_some_and(is_bound) => Data { action, bound: Some(no), whom },
        Some(_) => Data::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Html;

    #[test]
    fn a_button_keeps_what_it_is_bound_to() {
        let mut view = View::text(Html::ours("?")).row([("так", Action::SendLetter), ("меню", Action::Menu)]);
        bind(&mut view, 7);
        let data: Vec<_> = view.keyboard.iter().flatten().map(|button| button.does.clone()).collect();
        assert_eq!(data, [Does::Press("ls~7".into()), Does::Press("m".into())]);
        let read_back = |data: &str| (read(data).action, read(data).bound);
        assert_eq!(read_back("ls~7"), (Some(Action::SendLetter), Some(7)));
        assert_eq!(read_back("ls"), (Some(Action::SendLetter), None));
        assert_eq!(read_back("m"), (Some(Action::Menu), None));
        for forged in ["m~7", "ls~", "ls~-1", "ls~7~8", "~7", "ls~99999999999"] {
            assert_eq!(read(forged), Data::default(), "{forged}");
        }
    }
}
