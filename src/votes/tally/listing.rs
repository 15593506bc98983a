//! From endings by class to committees of options, and to what they have in common.

use std::collections::BTreeMap;

use super::ending::Ending;
use super::search::Found;
use super::voters::Voters;
use super::{Committee, How, LISTED, Winner};

/// Options that are in every committee, and those that are in some only.
pub(super) fn standings(voters: &Voters, found: &Found) -> (Vec<usize>, Vec<usize>) {
    let (mut certain, mut contested) = (Vec::new(), Vec::new());
    for (class, options) in voters.classes.iter().enumerate().map(|(at, class)| (at, &class.members)) {
        let all = options.len();
        let everywhere = if found.complete {
            found.endings.iter().all(|ending| ending.taken[class] == all)
        } else {
            found.before_branching.get(class) == Some(&all)
        };
        let possible = |ending: &Ending| ending.taken[class] > 0 || ending.tied.contains(&class);
        if everywhere {
            certain.extend(options);
        } else if found.endings.iter().any(possible) {
            contested.extend(options);
        }
    }
    certain.sort_unstable();
    contested.sort_unstable();
    (certain, contested)
}

/// The committees in order, and whether there are more than can be listed.
pub(super) fn committees(voters: &Voters, endings: &[Ending]) -> (Vec<Committee>, bool) {
    let mut listing = Listing { voters, found: BTreeMap::new() };
    for ending in endings {
        listing.add(ending, 0, ending.rest, &mut Vec::new());
    }
    let more = listing.found.len() > LISTED;
    let winners = |(options, hows): (Vec<usize>, Vec<How>)| {
        options.into_iter().zip(hows).map(|(option, how)| Winner { option, how }).collect()
    };
    let listed = listing.found.into_iter().take(LISTED);
    (listed.map(|found| Committee { winners: winners(found) }).collect(), more)
}

struct Listing<'a> {
    voters: &'a Voters,
    /// Options in order, and how each was elected: the first way found.
    found: BTreeMap<Vec<usize>, Vec<How>>,
}

impl Listing<'_> {
    /// Adds all committees of an ending that begin with these winners, while `rest` seats of the tie are open and the
    /// classes before `class` are done.
    fn add(&mut self, ending: &Ending, class: usize, rest: usize, winners: &mut Vec<(usize, How)>) {
        if self.found.len() > LISTED {
            return;
        }
        let Some(here) = self.voters.classes.get(class) else {
            let mut sorted = winners.clone();
            sorted.sort_by_key(|(option, _)| *option);
            let (options, hows) = sorted.into_iter().unzip();
            self.found.entry(options).or_insert(hows);
            return;
        };
        let spare = |class: &usize| self.voters.classes[*class].members.len() - ending.taken[*class];
        let later: usize = ending.tied.iter().filter(|tied| **tied > class).map(spare).sum();
        let most = if ending.tied.contains(&class) { spare(&class).min(rest) } else { 0 };
        for extra in (rest.saturating_sub(later)..=most).rev() {
            let size = ending.taken[class] + extra;
            let mut chosen: Vec<usize> = (0..size).collect();
            loop {
                let before = winners.len();
                winners.extend(chosen.iter().enumerate().map(|(nth, at)| {
                    let how = if nth < ending.paid[class] { How::Paid } else { ending.how };
                    (here.members[*at], how)
                }));
                self.add(ending, class + 1, rest - extra, winners);
                winners.truncate(before);
                if self.found.len() > LISTED || !advance(&mut chosen, here.members.len()) {
                    break;
                }
            }
        }
    }
}

/// The next combination of positions below `length`, in order; false after the last.
fn advance(chosen: &mut [usize], length: usize) -> bool {
    let size = chosen.len();
    let Some(at) = (0..size).rev().find(|at| chosen[*at] < length - size + at) else { return false };
    chosen[at] += 1;
    for next in at + 1..size {
        chosen[next] = chosen[next - 1] + 1;
    }
    true
}
