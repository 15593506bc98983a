//! How a count can end, told by classes: how many of each are elected for sure, and which of the others share the seats
//! that are left in any combination.

use std::cmp::Reverse;

use super::How;
use super::state::State;
use super::voters::Voters;

/// One way the count can end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Ending {
    /// How many of each class are elected whatever the tie brings.
    pub taken: Vec<usize>,
    /// How many of these were paid for from equal shares.
    pub paid: Vec<usize>,
    /// How the others were elected, and those that come from the tie.
    pub how: How,
    /// Classes that are tied for the last seats.
    pub tied: Vec<usize>,
    /// Those seats.
    pub rest: usize,
}

impl Ending {
    /// Nothing is open any more, or any combination of the tied classes' spare options takes the seats left.
    pub fn new(state: &State, tied: Vec<usize>) -> Self {
        let rest = if tied.is_empty() { 0 } else { state.left };
        Self { taken: state.taken.clone(), paid: state.paid.clone(), how: How::Filled, tied, rest }
    }

    /// The plain count from the start.
    pub fn by_count(voters: &Voters, seats: usize) -> Self {
        Self::filled_by_count(voters, &State::new(voters, seats), How::MostVotes)
    }

    /// The seats left go to the options with most votes or points.
    pub fn filled_by_count(voters: &Voters, state: &State, how: How) -> Self {
        let mut ending = Self { how, ..Self::new(state, Vec::new()) };
        let mut left = state.left;
        let mut order: Vec<usize> = (0..voters.classes.len()).collect();
        let count = |class: &usize| voters.classes[*class].count;
        order.sort_by_key(|class| Reverse(count(class)));
        for equal in order.chunk_by(|a, b| count(a) == count(b)) {
            let open = equal.iter().copied().filter(|class| state.spare(voters, *class) > 0);
            let open: Vec<usize> = open.collect();
            let spare: usize = open.iter().map(|class| state.spare(voters, *class)).sum();
            if spare > left {
                if left > 0 {
                    (ending.tied, ending.rest) = (open, left);
                }
                break;
            }
            open.iter().for_each(|class| ending.taken[*class] += state.spare(voters, *class));
            left -= spare;
        }
        ending
    }
}
