//! Sequential Phragmén for the seats that equal shares left over: electing an option makes a debt of its cost, which is
//! spread so that all its supporters end up with the same; the option with the smallest such debt is next. Money that
//! is left counts as a negative debt, as in abcvoting.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;

use super::state::State;
use super::voters::Voters;

/// The smallest debt and the classes that have it. None when nobody supports any option that is left.
pub(super) fn lightest(voters: &Voters, state: &State) -> Option<(BigRational, Vec<usize>)> {
    let open = (0..voters.classes.len()).filter(|class| state.spare(voters, *class) > 0);
    let near: Vec<Near> = open.filter_map(|class| Near::of(voters, state, class)).collect();
    // The floating-point loads tell which classes cannot have the smallest one; the others are worked out exactly.
    let most = near.iter().map(|near| near.load + near.error).fold(f64::INFINITY, f64::min);
    let mut best: Option<(BigRational, Vec<usize>)> = None;
    for near in near.iter().filter(|near| near.load - near.error <= most) {
        let load = (&state.cost + state.debts(voters, near.class)) / BigInt::from(near.people);
        match &mut best {
            Some((least, _)) if load > *least => {}
            Some((least, tied)) if load == *least => tied.push(near.class),
            _ => best = Some((load, vec![near.class])),
        }
    }
    best
}

/// What a class's load is about.
struct Near {
    class: usize,
    people: u64,
    load: f64,
    error: f64,
}

impl Near {
    /// None if nobody supports it.
    fn of(voters: &Voters, state: &State, class: usize) -> Option<Self> {
        let people = voters.supporters(class);
        let cost = state.cost.to_f64().unwrap_or(f64::MAX);
        let (debts, error) = state.debts_near(voters, class);
        let (load, error) = ((cost + debts) / people as f64, (error + cost * 1e-9) / people as f64);
        (people > 0).then_some(Self { class, people, load, error })
    }
}
