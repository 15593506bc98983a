//! Buttons that an organizer presses for somebody who is not on Telegram: they carry for whom. So the screens of proposals,
//! cards, sessions and polls serve both, and an old screen speaks for the person it shows, or for nobody.

use super::action::Action;
use super::view::{Does, View};
use crate::ids::PersonId;

/// Stands between an action's code and the number of the person.
const MARK: char = '@';

/// Can be done for somebody else. Secret ballots have a way of their own.
pub fn can_be_done(action: Action) -> bool {
    matches!(
        action,
        Action::Propose
            | Action::ProposeTo(_)
            | Action::SendProposal
            | Action::RewordProposal
            | Action::MyProposals(_)
            | Action::Proposals(_)
            | Action::Proposal(_)
            | Action::EditProposal(_)
            | Action::Withdraw(_)
            | Action::WithdrawNow(_)
            | Action::Support(_)
            | Action::Stances
            | Action::TakeStance { .. }
            | Action::MyStances(_)
            | Action::MyStance { .. }
            | Action::ChangeStance { .. }
            | Action::Sessions
            | Action::Session(_)
            | Action::Attend(..)
            | Action::AddWord(_)
            | Action::Feedback(..)
            | Action::Polls
            | Action::Poll(_)
            | Action::Answer { .. }
    )
}

/// Is the organizer's own wherever it stands.
fn is_ones_own(action: Action) -> bool {
    matches!(action, Action::Menu | Action::MenuBelow | Action::Cancel | Action::Resume)
}

/// Makes a screen's buttons those of an organizer who acts for somebody. What cannot be done for others is not offered.
pub fn put(view: &mut View, whom: PersonId) {
    for row in &mut view.keyboard {
        row.retain_mut(|button| {
            let Does::Press(data) = &mut button.does else { return true };
            let Some(action) = Action::decode(data) else { return false };
            if can_be_done(action) {
                data.push_str(&format!("{MARK}{}", whom.0));
            }
            can_be_done(action) || is_ones_own(action)
        });
    }
    view.keyboard.retain(|row| !row.is_empty());
}

/// Reads a button's code: what it asks for, and for whom.
pub fn read(data: &str) -> (Option<Action>, Option<PersonId>) {
    match data.split_once(MARK) {
        None => (Action::decode(data), None),
        Some((code, whom)) => match (Action::decode(code), whom.parse()) {
            (Some(action), Ok(whom)) if can_be_done(action) => (Some(action), Some(PersonId(whom))),
            _ => (None, None),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Html;
    use crate::ui::bound;

    #[test]
    fn a_button_keeps_for_whom_it_is() {
        let mut view = View::text(Html::ours("?"))
            .row([("надіслати", Action::SendProposal), ("меню", Action::Menu)])
            .button("вийти", Action::Leave);
        put(&mut view, PersonId(12));
        bound::bind(&mut view, 7);
        let data: Vec<_> = view.keyboard.iter().flatten().map(|button| button.does.clone()).collect();
        assert_eq!(
            data,
            [Does::Press("ps@12~7".into()), Does::Press("m".into())],
            "nobody leaves for others"
        );
        let pressed = bound::read("ps@12~7");
        assert_eq!(pressed.action, Some(Action::SendProposal));
        assert_eq!((pressed.bound, pressed.whom), (Some(7), Some(PersonId(12))));
        for forged in ["sx@12", "ps@", "ps@x", "ps@1@2", "@12", "d@12", "ps@99999999999999999999"] {
            assert_eq!(read(forged), (None, None), "{forged}");
        }
    }
}
