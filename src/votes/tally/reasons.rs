//! Why each winner won, in numbers that can be put in plain words.

use super::{Committee, How, Profile};

/// Who stands behind a winner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Reason {
    pub option: usize,
    pub how: How,
    /// People who support it.
    pub supporters: u64,
    /// Those of them who support no other winner: without it they would have got nothing.
    pub only: u64,
}

/// The reasons for a committee, in the options' order.
pub fn reasons(profile: &Profile, committee: &Committee) -> Vec<Reason> {
    let mut place = vec![None; profile.options()];
    for (at, winner) in committee.winners.iter().enumerate() {
        place[winner.option] = Some(at);
    }
    let start =
        |winner: &super::Winner| Reason { option: winner.option, how: winner.how, supporters: 0, only: 0 };
    let mut reasons: Vec<Reason> = committee.winners.iter().map(start).collect();
    for ballot in profile.ballots() {
        let mut won = ballot.marks().iter().filter_map(|(option, _)| place[*option as usize]);
        let (first, second) = (won.next(), won.next());
        if let (Some(only), None) = (first, second) {
            reasons[only].only += ballot.count();
        }
        for at in first.into_iter().chain(second).chain(won) {
            reasons[at].supporters += ballot.count();
        }
    }
    reasons
}
