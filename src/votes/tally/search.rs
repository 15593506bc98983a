//! All ways a balanced count can go. Where options are tied, each is tried, and what comes to the same is gone through
//! once. The search stops after so much work; then it says that there may be more, and the plain truth about what is
//! certain is what was elected before the first tie.

use std::collections::HashSet;
use std::rc::Rc;

use num_rational::BigRational;

use super::ending::Ending;
use super::state::{Key, Rate, State};
use super::ties::{self, Next};
use super::voters::Voters;
use super::{How, Method, phragmen, shares};

/// How many tied ways are gone through.
const WAYS: usize = 5_000;
/// And how many marks on ballots these may visit altogether: a second or two.
const VISITS: usize = 200_000_000;

/// What the search came to.
pub(super) struct Found {
    /// At least one.
    pub endings: Vec<Ending>,
    /// Whether these are all.
    pub complete: bool,
    /// How many of each class were elected before any tie; filled in if the search is not complete.
    pub before_branching: Vec<usize>,
}

/// An election that is due.
#[derive(Clone)]
enum Step {
    Pay(usize, Rate),
    Indebt(usize, BigRational),
}

/// How a state goes on.
enum Turn {
    Over(Ending),
    Steps(Vec<Step>),
}

/// Equal Shares, completed as the method of voting has it.
pub(super) fn balanced(voters: &Voters, seats: usize, method: Method) -> Found {
    let mut state = State::new(voters, seats);
    let mut waiting: Vec<(Rc<State>, Step)> = Vec::new();
    let mut seen: HashSet<Key> = HashSet::new();
    let mut endings: HashSet<Ending> = HashSet::new();
    let mut before_branching = None;
    let (mut ways, mut visits) = (0, 0);
    let complete = loop {
        // This way as far as it goes without a choice.
        loop {
            visits += voters.size();
            match turn(voters, &mut state, method) {
                Turn::Over(ending) => {
                    endings.insert(ending);
                    break;
                }
                Turn::Steps(mut steps) if steps.len() == 1 => {
                    steps.drain(..).for_each(|step| take(voters, &mut state, step));
                }
                Turn::Steps(steps) => {
                    before_branching.get_or_insert_with(|| state.taken.clone());
                    let from = Rc::new(state);
                    waiting.extend(steps.into_iter().rev().map(|step| (from.clone(), step)));
                    break;
                }
            }
        }
        let Some(next) = another(voters, &mut waiting, &mut seen) else { break true };
        ways += 1;
        if !endings.is_empty() && (ways > WAYS || visits > VISITS) {
            break false;
        }
        state = next;
    };
    let mut endings: Vec<Ending> = endings.into_iter().collect();
    // The set forgets its order: the same count tells the same story every time.
    endings.sort_by(|a, b| (&b.taken, &b.paid, &b.tied).cmp(&(&a.taken, &a.paid, &a.tied)));
    Found { endings, complete, before_branching: before_branching.unwrap_or_default() }
}

/// The next way that has not been gone before.
fn another(voters: &Voters, waiting: &mut Vec<(Rc<State>, Step)>, seen: &mut HashSet<Key>) -> Option<State> {
    while let Some((from, step)) = waiting.pop() {
        let mut state = Rc::unwrap_or_clone(from);
        take(voters, &mut state, step);
        if seen.insert(state.key(voters)) {
            return Some(state);
        }
    }
    None
}

fn turn(voters: &Voters, state: &mut State, method: Method) -> Turn {
    if state.left == 0 {
        return Turn::Over(Ending::new(state, Vec::new()));
    }
    if !state.filling {
        if let Some((rate, tied)) = shares::cheapest(voters, state) {
            let pay = |class| Step::Pay(class, rate.clone());
            return choose(voters, state, &tied, pay);
        }
        state.filling = true;
    }
    if method != Method::Choose {
        return Turn::Over(Ending::filled_by_count(voters, state, How::Filled));
    }
    match phragmen::lightest(voters, state) {
        Some((load, tied)) => choose(voters, state, &tied, |class| Step::Indebt(class, load.clone())),
        // Nobody supports any of the others: they are all alike.
        None => Turn::Over(Ending::filled_by_count(voters, state, How::Filled)),
    }
}

fn choose(voters: &Voters, state: &State, tied: &[usize], step: impl Fn(usize) -> Step) -> Turn {
    match ties::next(voters, state, tied) {
        Next::Any => Turn::Over(Ending::new(state, tied.to_vec())),
        Next::Try(classes) => Turn::Steps(classes.into_iter().map(step).collect()),
    }
}

fn take(voters: &Voters, state: &mut State, step: Step) {
    match step {
        Step::Pay(class, rate) => state.pay(voters, class, &rate),
        Step::Indebt(class, load) => state.indebt(voters, class, load),
    }
}
