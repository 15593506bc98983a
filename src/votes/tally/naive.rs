//! The balanced count as it is defined, voter by voter and order by order: slow, and with nothing to go wrong. Tests
//! compare the real one with it.

use std::collections::BTreeSet;

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::{Method, Profile};

/// All committees.
pub(super) fn balanced(profile: &Profile, seats: usize) -> BTreeSet<Vec<usize>> {
    let mut voters = Vec::new();
    for ballot in profile.ballots() {
        let mut weights = vec![BigRational::zero(); profile.options()];
        for (option, weight) in ballot.marks() {
            weights[*option as usize] = whole(u64::from(*weight));
        }
        (0..ballot.count()).for_each(|_| voters.push(weights.clone()));
    }
    let seats = seats.min(profile.options());
    let share = if voters.is_empty() {
        BigRational::zero()
    } else {
        BigRational::new(seats.into(), voters.len().into())
    };
    let naive = Naive { method: profile.method(), voters, options: profile.options(), seats };
    let mut all = BTreeSet::new();
    naive.pay(&mut all, BTreeSet::new(), vec![share; naive.voters.len()]);
    all
}

struct Naive {
    method: Method,
    voters: Vec<Vec<BigRational>>,
    options: usize,
    seats: usize,
}

type Committees = BTreeSet<Vec<usize>>;
type Elected = BTreeSet<usize>;

impl Naive {
    fn pay(&self, all: &mut Committees, elected: Elected, money: Vec<BigRational>) {
        let open = || (0..self.options).filter(|option| !elected.contains(option));
        let prices: Vec<(BigRational, usize)> =
            open().filter_map(|option| Some((self.price(option, &money)?, option))).collect();
        let Some(least) = prices.iter().map(|(price, _)| price).min().filter(|_| elected.len() < self.seats)
        else {
            let loads = money.iter().map(|left| -left).collect();
            return self.fill(all, elected, loads);
        };
        for (price, option) in prices.iter().filter(|(price, _)| price == least) {
            let mut elected = elected.clone();
            elected.insert(*option);
            let left = money.iter().zip(&self.voters);
            let left = left.map(|(money, voter)| money - money.clone().min(price * &voter[*option]));
            self.pay(all, elected, left.collect());
        }
    }

    /// Every supporter in turn is taken for the richest who has to give all; the price that fits all is the right one.
    fn price(&self, option: usize, money: &[BigRational]) -> Option<BigRational> {
        let mut supporters: Vec<(BigRational, usize)> = (0..self.voters.len())
            .filter(|voter| !self.voters[*voter][option].is_zero())
            .map(|voter| (&money[voter] / &self.voters[voter][option], voter))
            .collect();
        supporters.sort();
        (0..supporters.len()).find_map(|rich| {
            let given: BigRational = supporters[..rich].iter().map(|(_, voter)| money[*voter].clone()).sum();
            let weights: BigRational =
                supporters[rich..].iter().map(|(_, voter)| self.voters[*voter][option].clone()).sum();
            let price = (BigRational::one() - given) / weights;
            (price <= supporters[rich].0).then_some(price)
        })
    }

    fn fill(&self, all: &mut Committees, elected: Elected, loads: Vec<BigRational>) {
        if elected.len() == self.seats {
            all.insert(elected.into_iter().collect());
            return;
        }
        let open: Vec<usize> = (0..self.options).filter(|option| !elected.contains(option)).collect();
        let supporters = |option: usize| self.voters.iter().filter(move |voter| !voter[option].is_zero());
        let rank = |option: usize| -> (bool, BigRational) {
            if self.method != Method::Choose {
                return (false, -supporters(option).map(|voter| voter[option].clone()).sum::<BigRational>());
            }
            match supporters(option).count() {
                0 => (true, BigRational::zero()),
                people => {
                    let loads = loads.iter().zip(&self.voters).filter(|(_, voter)| !voter[option].is_zero());
                    let sum: BigRational = loads.map(|(load, _)| load.clone()).sum();
                    (false, (sum + BigRational::one()) / whole(people as u64))
                }
            }
        };
        let best = open.iter().map(|option| rank(*option)).min().expect("more options than seats");
        for option in open.into_iter().filter(|option| rank(*option) == best) {
            let mut elected = elected.clone();
            elected.insert(option);
            let next = loads.iter().zip(&self.voters).map(|(load, voter)| match voter[option].is_zero() {
                true => load.clone(),
                false => best.1.clone(),
            });
            self.fill(all, elected, next.collect());
        }
    }
}

fn whole(number: u64) -> BigRational {
    BigRational::from_integer(number.into())
}
