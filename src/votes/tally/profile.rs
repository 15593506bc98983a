//! Ballots as counting needs them: a weight for each option that is named.
//!
//! Weights are whole numbers; [`Profile::scale`] of them make one vote or point. Places that are shared in a ranking
//! give half points, so a ranking counts in halves.

use super::Method;

/// A supported option and the weight it is given.
pub type Mark = (u32, u32);

/// How many weights make a point in a ranking.
pub const HALVES: u32 = 2;
/// The largest weight a ballot can give.
pub const MOST_WEIGHT: u32 = 1_000_000;
/// The most ballots a profile holds; with [`MOST_WEIGHT`] no count overflows.
pub const MOST_BALLOTS: u64 = 1_000_000_000_000;

/// One ballot, or several that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    times: u64,
    marks: Vec<Mark>,
}

impl Ballot {
    /// Each of these options has the person's vote.
    pub fn choosing(options: impl IntoIterator<Item = usize>) -> Self {
        Self::scoring(options.into_iter().map(|option| (option, 1)))
    }

    /// Options with their points (times the profile's scale). No points are no support; of an option that is named
    /// twice the first counts.
    pub fn scoring(points: impl IntoIterator<Item = (usize, u32)>) -> Self {
        let mut marks: Vec<Mark> = points
            .into_iter()
            .filter(|(_, points)| *points > 0)
            .filter_map(|(option, points)| Some((u32::try_from(option).ok()?, points.min(MOST_WEIGHT))))
            .collect();
        marks.sort_by_key(|(option, _)| *option);
        marks.dedup_by_key(|(option, _)| *option);
        Self { times: 1, marks }
    }

    /// Options by place, best first; those that share a place stand together.
    ///
    /// Of m options the first place gives m − 1 points, the last 0; who shares places shares their points; who is not
    /// named gets none.
    pub fn ranking(options: usize, places: &[Vec<usize>]) -> Self {
        let mut above = 0;
        let mut points = Vec::new();
        for place in places {
            // The places from `above` on, as many as there are options here: their points on average, in halves.
            let halves = (2 * options).saturating_sub(2 * above + place.len() + 1);
            let halves = u32::try_from(halves).unwrap_or(MOST_WEIGHT);
            points.extend(place.iter().map(|option| (*option, halves)));
            above += place.len();
        }
        Self::scoring(points)
    }

    /// So many ballots of this kind.
    #[must_use]
    pub fn times(mut self, times: u64) -> Self {
        self.times = times;
        self
    }

    /// How many ballots these are.
    pub fn count(&self) -> u64 {
        self.times
    }

    /// The supported options in their order, each with its weight.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }
}

/// All ballots of a vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    method: Method,
    options: usize,
    scale: u32,
    ballots: Vec<Ballot>,
    total: u64,
}

impl Profile {
    /// An empty one.
    pub fn new(method: Method, options: usize) -> Self {
        let scale = if method == Method::Ranking { HALVES } else { 1 };
        Self { method, options, scale, ballots: Vec::new(), total: 0 }
    }

    /// The same, when so many weights make one point.
    #[must_use]
    pub fn with_scale(mut self, scale: u32) -> Self {
        self.scale = scale.max(1);
        self
    }

    /// Adds a ballot. Marks for options that do not exist are left out; so are ballots over [`MOST_BALLOTS`].
    pub fn push(&mut self, mut ballot: Ballot) {
        let known = ballot.marks.partition_point(|(option, _)| (*option as usize) < self.options);
        ballot.marks.truncate(known);
        ballot.times = ballot.times.min(MOST_BALLOTS.saturating_sub(self.total));
        if ballot.times > 0 {
            self.total += ballot.times;
            self.ballots.push(ballot);
        }
    }

    /// What is on the ballots.
    pub fn method(&self) -> Method {
        self.method
    }

    /// How many options there are.
    pub fn options(&self) -> usize {
        self.options
    }

    /// How many weights make one vote or point.
    pub fn scale(&self) -> u32 {
        self.scale
    }

    /// A count in votes or points, with the decimals it needs.
    pub fn points(&self, count: u64) -> String {
        const THOUSANDTHS: u128 = 1_000;
        let (count, scale) = (u128::from(count), u128::from(self.scale));
        let (whole, rest) = (count / scale, count % scale * THOUSANDTHS / scale);
        if rest == 0 {
            whole.to_string()
        } else {
            format!("{whole}.{}", format!("{rest:03}").trim_end_matches('0'))
        }
    }

    /// The ballots in the order they came.
    pub fn ballots(&self) -> &[Ballot] {
        &self.ballots
    }

    /// How many ballots there are, empty ones included.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The weight that each option has altogether.
    pub fn counts(&self) -> Vec<u64> {
        let mut counts = vec![0; self.options];
        for ballot in &self.ballots {
            for (option, weight) in &ballot.marks {
                counts[*option as usize] += ballot.times * u64::from(*weight);
            }
        }
        counts
    }
}
