//! Where a count stands: who has how much left of their share, and who has been elected.
//!
//! Money is counted in shares: everybody starts with exactly 1, and an option costs `ballots / seats`. Nobody's money
//! is stored exactly. It follows from the prices paid so far, so that sums over many people need whole numbers only and
//! one division at the end; a floating-point copy tells the clear cases, and whatever lies within its error is worked
//! out exactly.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

use super::voters::Voters;

/// What a group has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Purse {
    /// A share less the prices paid.
    Open,
    /// Nothing.
    Spent,
    /// Like everybody who supports this class, a debt: the class's load (only while filling).
    Indebted(u32),
}

#[derive(Clone)]
pub(super) struct State {
    /// How many of each class are elected, and how many of these were paid for.
    pub taken: Vec<usize>,
    pub paid: Vec<usize>,
    /// Seats that are still free.
    pub left: usize,
    pub purses: Vec<Purse>,
    /// No option can be paid for any more.
    pub filling: bool,
    /// The debt that the class's last election left its supporters with.
    pub loads: Vec<BigRational>,
    /// Classes that can never be paid for again, since money only shrinks.
    pub beyond: Vec<bool>,
    /// A price near each class's last one, to begin with.
    pub hints: Vec<f64>,
    /// What an option costs.
    pub cost: BigRational,
    /// What a supporter of the class has paid for its members per weight: numerators over `common`.
    prices: Vec<BigInt>,
    common: BigInt,
    money: Vec<f64>,
    /// No floating-point number here is further than this from the exact one, in shares.
    slack: f64,
}

/// A sum of money that open purses hold, in whole numbers: one share each, less the prices for these weights.
struct Sum {
    people: u128,
    weights: Vec<u128>,
}

impl State {
    pub fn new(voters: &Voters, seats: usize) -> Self {
        let (classes, groups) = (voters.classes.len(), voters.times.len());
        let cost = BigRational::new(voters.total.into(), seats.max(1).into());
        let dear = cost.to_f64().unwrap_or(f64::MAX);
        Self {
            taken: vec![0; classes],
            paid: vec![0; classes],
            left: seats,
            purses: vec![Purse::Open; groups],
            filling: false,
            loads: vec![BigRational::zero(); classes],
            beyond: vec![false; classes],
            hints: voters.classes.iter().map(|class| dear / class.count as f64).collect(),
            cost,
            prices: vec![BigInt::zero(); classes],
            common: BigInt::one(),
            money: vec![1.0; groups],
            // An election and a sum over groups round a few times for each term, and a term is at most 1.
            slack: 1e-9 + 8.0 * f64::EPSILON * (groups + seats) as f64,
        }
    }

    /// How many of a class are not elected.
    pub fn spare(&self, voters: &Voters, class: usize) -> usize {
        voters.classes[class].members.len() - self.taken[class]
    }

    /// How much a group has, compared with `rate` per weight. Exact.
    pub fn compare(&self, voters: &Voters, group: u32, weight: u32, rate: &Rate) -> Ordering {
        let at = group as usize;
        if self.purses[at] != Purse::Open {
            return BigRational::zero().cmp(&rate.exact);
        }
        let gap = self.money[at] - rate.near * f64::from(weight);
        if gap.abs() > self.slack {
            return if gap < 0.0 { Ordering::Less } else { Ordering::Greater };
        }
        let mut left = self.common.clone();
        for (class, weight) in voters.marks(group) {
            left -= &self.prices[*class as usize] * weight;
        }
        (left * rate.exact.denom()).cmp(&(rate.exact.numer() * &self.common * weight))
    }

    /// Whether the supporters of a class can surely not pay for it at this rate; without a rate, not even with all they
    /// have. Never wrong when it says so.
    pub fn is_dearer(&self, voters: &Voters, class: usize, rate: Option<&Rate>) -> bool {
        let near = rate.map_or(f64::INFINITY, |rate| rate.near);
        let mut sum = 0.0;
        for (group, weight) in &voters.classes[class].supporters {
            let group = *group as usize;
            sum += voters.times[group] as f64 * self.money[group].min(near * f64::from(*weight));
        }
        sum < self.cost.to_f64().unwrap_or(f64::MAX) - self.slack * voters.total as f64
    }

    /// The rate at which a class is paid for if those who are `poor` give all they have and the others give the rate
    /// per weight. None if nobody is left to pay the rate.
    pub fn rate_if(
        &self,
        voters: &Voters,
        class: usize,
        mut poor: impl FnMut(u32, u32) -> bool,
    ) -> Option<Rate> {
        let mut sum = Sum::new(voters);
        let mut rich = 0;
        for (group, weight) in &voters.classes[class].supporters {
            if self.purses[*group as usize] != Purse::Open {
                continue;
            }
            if poor(*group, *weight) {
                sum.add(voters, *group);
            } else {
                rich += u128::from(voters.times[*group as usize]) * u128::from(*weight);
            }
        }
        if rich == 0 {
            return None;
        }
        Some(Rate::new((&self.cost - self.value(&sum)) / BigInt::from(rich)))
    }

    /// The same in floating point: only a hint.
    pub fn hint(&self, voters: &Voters, class: usize, from: f64) -> f64 {
        let (mut poor, mut rich) = (0.0, 0.0);
        for (group, weight) in &voters.classes[class].supporters {
            let (group, weight) = (*group as usize, f64::from(*weight));
            let times = voters.times[group] as f64;
            if self.money[group] < from * weight {
                poor += times * self.money[group];
            } else {
                rich += times * weight;
            }
        }
        if rich > 0.0 { (self.cost.to_f64().unwrap_or(f64::MAX) - poor) / rich } else { from }
    }

    /// A group's money, in floating point.
    pub fn money(&self, group: u32) -> f64 {
        self.money[group as usize]
    }

    /// Elects one of a class; its supporters pay the rate per weight, or what they have.
    pub fn pay(&mut self, voters: &Voters, class: usize, rate: &Rate) {
        for (group, weight) in &voters.classes[class].supporters {
            let at = *group as usize;
            if self.compare(voters, *group, *weight, rate).is_gt() {
                self.money[at] -= rate.near * f64::from(*weight);
            } else {
                (self.purses[at], self.money[at]) = (Purse::Spent, 0.0);
            }
        }
        let (gcd, denom) = (self.common.gcd(rate.exact.denom()), rate.exact.denom());
        let factor = denom / &gcd;
        self.prices.iter_mut().for_each(|price| *price *= &factor);
        self.prices[class] += rate.exact.numer() * (&self.common / &gcd);
        self.common *= factor;
        self.elect(class);
        self.paid[class] += 1;
        self.hints[class] = rate.near;
    }

    /// Elects one of a class and leaves all its supporters with this debt.
    pub fn indebt(&mut self, voters: &Voters, class: usize, load: BigRational) {
        let debt = Purse::Indebted(u32::try_from(class).unwrap_or(u32::MAX));
        let near = load.to_f64().unwrap_or(f64::MAX);
        for (group, _) in &voters.classes[class].supporters {
            (self.purses[*group as usize], self.money[*group as usize]) = (debt, -near);
        }
        self.loads[class] = load;
        self.elect(class);
    }

    fn elect(&mut self, class: usize) {
        self.taken[class] += 1;
        self.left -= 1;
    }

    /// What the supporters of a class owe altogether; money that they have left counts against it.
    pub fn debts(&self, voters: &Voters, class: usize) -> BigRational {
        let mut sum = Sum::new(voters);
        let mut owing = vec![0; voters.classes.len()];
        for (group, _) in &voters.classes[class].supporters {
            match self.purses[*group as usize] {
                Purse::Open => sum.add(voters, *group),
                Purse::Spent => {}
                Purse::Indebted(by) => owing[by as usize] += u128::from(voters.times[*group as usize]),
            }
        }
        let owing = owing.into_iter().zip(&self.loads).filter(|(people, _)| *people > 0);
        let debts = owing.map(|(people, load)| load * BigInt::from(people));
        debts.fold(-self.value(&sum), |all, debt| all + debt)
    }

    /// The same in floating point, and how far it may be from the exact one.
    pub fn debts_near(&self, voters: &Voters, class: usize) -> (f64, f64) {
        let (mut sum, mut size) = (0.0, 0.0);
        for (group, _) in &voters.classes[class].supporters {
            let (times, money) = (voters.times[*group as usize] as f64, self.money[*group as usize]);
            sum -= times * money;
            size += times * (1.0 + money.abs());
        }
        (sum, self.slack * size)
    }

    fn value(&self, sum: &Sum) -> BigRational {
        let paid = self.prices.iter().zip(&sum.weights).filter(|(_, weight)| **weight > 0);
        let left = paid.fold(&self.common * sum.people, |left, (price, weight)| left - price * weight);
        BigRational::new(left, self.common.clone())
    }

    /// What tells this state from others: two with the same key go on alike.
    pub fn key(&self, voters: &Voters) -> Key {
        let mut owed = vec![false; self.loads.len()];
        for purse in &self.purses {
            if let Purse::Indebted(class) = purse {
                owed[*class as usize] = true;
            }
        }
        // What spent people paid makes no difference any more.
        let matters = |class: usize| {
            let mut supporters = voters.classes[class].supporters.iter();
            !self.prices[class].is_zero()
                && supporters.any(|(group, _)| self.purses[*group as usize] == Purse::Open)
        };
        let price = |class: usize| BigRational::new(self.prices[class].clone(), self.common.clone());
        let classes = 0..self.loads.len();
        Key {
            taken: self.taken.clone(),
            filling: self.filling,
            purses: self.purses.clone(),
            prices: classes.clone().map(|class| matters(class).then(|| price(class))).collect(),
            loads: classes.map(|class| owed[class].then(|| self.loads[class].clone())).collect(),
        }
    }
}

/// See [`State::key`].
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Key {
    taken: Vec<usize>,
    filling: bool,
    purses: Vec<Purse>,
    prices: Vec<Option<BigRational>>,
    loads: Vec<Option<BigRational>>,
}

/// A price per weight.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rate {
    pub exact: BigRational,
    pub near: f64,
}

impl Rate {
    pub fn new(exact: BigRational) -> Self {
        let near = exact.to_f64().unwrap_or(f64::MAX);
        Self { exact, near }
    }
}

impl Sum {
    fn new(voters: &Voters) -> Self {
        Self { people: 0, weights: vec![0; voters.classes.len()] }
    }

    fn add(&mut self, voters: &Voters, group: u32) {
        let times = u128::from(voters.times[group as usize]);
        self.people += times;
        for (class, weight) in voters.marks(group) {
            self.weights[*class as usize] += times * u128::from(*weight);
        }
    }
}
