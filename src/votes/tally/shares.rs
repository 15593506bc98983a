//! The Method of Equal Shares, one election at a time: which options are the cheapest for their supporters.
//!
//! The price of an option is the rate ρ at which Σ min(money, ρ·weight) over its supporters comes to its cost. The sum
//! grows with ρ along a concave line, so Newton's steps from the left reach the price exactly after a few passes.

use num_rational::BigRational;
use num_traits::Zero;

use super::state::{Rate, State};
use super::voters::Voters;

/// Newton's steps in floating point that look for a start.
const STEPS: usize = 50;

/// The lowest price and the classes that have it. None when nobody can pay for anything.
pub(super) fn cheapest(voters: &Voters, state: &mut State) -> Option<(Rate, Vec<usize>)> {
    let mut order: Vec<usize> = (0..voters.classes.len())
        .filter(|class| !state.beyond[*class] && state.spare(voters, *class) > 0)
        .collect();
    // The likely cheapest first: it rules out most others at one glance.
    order.sort_by(|a, b| state.hints[*a].total_cmp(&state.hints[*b]));
    let mut best: Option<(Rate, Vec<usize>)> = None;
    for class in order {
        if best.as_ref().is_some_and(|(rate, _)| state.is_dearer(voters, class, Some(rate))) {
            continue;
        }
        let affordable =
            (!state.is_dearer(voters, class, None)).then(|| price(voters, state, class)).flatten();
        let Some(price) = affordable else {
            state.beyond[class] = true;
            continue;
        };
        state.hints[class] = price.near;
        match &mut best {
            Some((rate, _)) if price.exact > rate.exact => {}
            Some((rate, tied)) if price.exact == rate.exact => tied.push(class),
            _ => best = Some((price, vec![class])),
        }
    }
    best
}

/// What the supporters of a class have to pay per weight for one more of it. None if they cannot.
fn price(voters: &Voters, state: &State, class: usize) -> Option<Rate> {
    let near = near(voters, state, class);
    let poor = |group: u32, weight: u32| state.money(group) < near * f64::from(weight);
    // Whoever is taken for poor here, the rate comes out at most as high as the price.
    let mut rate = state.rate_if(voters, class, poor).unwrap_or_else(|| Rate::new(BigRational::zero()));
    loop {
        let poor = |group, weight| state.compare(voters, group, weight, &rate).is_lt();
        let next = state.rate_if(voters, class, poor)?;
        if next.exact == rate.exact {
            return Some(rate);
        }
        rate = next;
    }
}

fn near(voters: &Voters, state: &State, class: usize) -> f64 {
    let mut rate = 0.0;
    for _ in 0..STEPS {
        let next = state.hint(voters, class, rate);
        if next <= rate {
            break;
        }
        rate = next;
    }
    rate
}
