//! A profile arranged for counting: ballots that are alike are one group, and options that every ballot treats alike
//! are one class, because which of them is elected first makes no difference. That is what keeps symmetric profiles
//! (thirty options that everybody chose) from having millions of orders to go through.

use std::collections::HashMap;

use super::{Mark, Profile};

/// The people, seen from the ballots and from the options.
pub(super) struct Voters {
    /// How many ballots there are, empty ones included.
    pub total: u64,
    /// How many ballots each group has.
    pub times: Vec<u64>,
    pub classes: Vec<Class>,
    /// The marks of all groups, one after the other, and where each begins.
    marks: Vec<Mark>,
    starts: Vec<usize>,
}

/// Options with the same supporters and weights.
pub(super) struct Class {
    /// In the options' order.
    pub members: Vec<usize>,
    /// The groups that support it, each with its weight.
    pub supporters: Vec<Mark>,
    /// The plain count of each member.
    pub count: u64,
}

impl Voters {
    /// Every option a class of its own, without supporters: enough for the plain count.
    pub fn apart(profile: &Profile) -> Self {
        let class = |(option, count)| Class { members: vec![option], supporters: Vec::new(), count };
        let classes = profile.counts().into_iter().enumerate().map(class).collect();
        Self { total: profile.total(), times: Vec::new(), marks: Vec::new(), starts: vec![0], classes }
    }

    /// Groups and classes found.
    pub fn grouped(profile: &Profile) -> Self {
        let (times, ballots) = groups(profile);
        let mut sizes = vec![0; profile.options()];
        for (option, _) in ballots.iter().copied().flatten() {
            sizes[*option as usize] += 1;
        }
        let mut supporters: Vec<Vec<Mark>> = sizes.into_iter().map(Vec::with_capacity).collect();
        for (group, ballot) in (0..).zip(&ballots) {
            for (option, weight) in *ballot {
                supporters[*option as usize].push((group, *weight));
            }
        }
        let mut classes: Vec<Class> = Vec::new();
        // The class that an option stands for in the groups' marks: none if an option before it does already.
        let mut class_of = vec![None; profile.options()];
        for ((option, supporters), count) in supporters.into_iter().enumerate().zip(profile.counts()) {
            match classes.iter_mut().find(|class| class.count == count && class.supporters == supporters) {
                Some(class) => class.members.push(option),
                None => {
                    class_of[option] = u32::try_from(classes.len()).ok();
                    classes.push(Class { members: vec![option], supporters, count });
                }
            }
        }
        let mut marks = Vec::with_capacity(classes.iter().map(|class| class.supporters.len()).sum());
        let mut starts = vec![0];
        for ballot in ballots {
            let mark = |(option, weight): &Mark| Some((class_of[*option as usize]?, *weight));
            marks.extend(ballot.iter().filter_map(mark));
            starts.push(marks.len());
        }
        Self { total: profile.total(), times, marks, starts, classes }
    }

    /// The classes that a group supports, each with its weight.
    pub fn marks(&self, group: u32) -> &[Mark] {
        let group = group as usize;
        &self.marks[self.starts[group]..self.starts[group + 1]]
    }

    /// What one look at everybody's marks takes.
    pub fn size(&self) -> usize {
        self.marks.len() + self.classes.len()
    }

    /// How many people support a class.
    pub fn supporters(&self, class: usize) -> u64 {
        self.classes[class].supporters.iter().map(|(group, _)| self.times[*group as usize]).sum()
    }
}

/// Ballots that are alike, with how many there are. Empty ones have nothing to say any more.
fn groups(profile: &Profile) -> (Vec<u64>, Vec<&[Mark]>) {
    let mut known: HashMap<&[Mark], usize> = HashMap::new();
    let mut times: Vec<u64> = Vec::new();
    let mut ballots = Vec::new();
    for ballot in profile.ballots().iter().filter(|ballot| !ballot.marks().is_empty()) {
        let group = *known.entry(ballot.marks()).or_insert(times.len());
        if group == times.len() {
            times.push(0);
            ballots.push(ballot.marks());
        }
        times[group] += ballot.count();
    }
    (times, ballots)
}
