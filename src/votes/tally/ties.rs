//! Which of several tied options have to be tried first. Options without a common supporter do not get in each other's
//! way, so their order makes no difference and need not be gone through.

use super::state::{Purse, State};
use super::voters::Voters;

/// What to do about options that are tied for the next seat.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// One of these is next; the others stay tied and get their turn.
    Try(Vec<usize>),
    /// Any of these get all the seats that are left, each combination of them.
    Any,
}

/// Looks at tied classes.
///
/// Prices and debts never fall. So if all fit into the seats left, every option of one group of related classes is
/// elected or priced out in any case, whatever happens in the other groups. What can be paid for always fits: an option
/// costs what a seat is worth, and what everybody has left is worth the seats left. While filling, whoever is elected
/// leaves those like it a larger debt, so each class gets one seat at most before the tie is over.
pub(super) fn next(voters: &Voters, state: &State, tied: &[usize]) -> Next {
    if tied.len() == 1 {
        return Next::Try(tied.to_vec());
    }
    let related = related(voters, state, tied);
    if !state.filling || tied.len() <= state.left {
        let first = related.iter().min_by_key(|group| group.len()).cloned().unwrap_or_default();
        return Next::Try(first);
    }
    let single = |group: &Vec<usize>| group.len() == 1 && state.spare(voters, group[0]) == 1;
    if related.iter().all(single) { Next::Any } else { Next::Try(tied.to_vec()) }
}

/// The tied classes in groups: who has a common supporter that still matters is in the same one.
fn related(voters: &Voters, state: &State, tied: &[usize]) -> Vec<Vec<usize>> {
    let mut group_of: Vec<Option<usize>> = vec![None; state.purses.len()];
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for class in tied {
        let at = groups.len();
        groups.push(vec![*class]);
        for (voter, _) in &voters.classes[*class].supporters {
            // While options are paid for, those who have nothing left take no part.
            if !state.filling && state.purses[*voter as usize] == Purse::Spent {
                continue;
            }
            let Some(other) = group_of[*voter as usize].replace(at) else { continue };
            let root = (0..groups.len()).find(|root| groups[*root].contains(&tied[other]));
            if let Some(root) = root.filter(|root| *root != at) {
                let moved = std::mem::take(&mut groups[root]);
                groups[at].extend(moved);
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups
}
