//! Whose turn it is. Pure: knows nothing of Telegram or the tables.
//!
//! A lane is a person. Each has at most one update under way; lanes take turns; a lane keeps few updates in memory
//! and the rest in its table, so that a flood costs its sender time and nobody memory.

use std::collections::{HashMap, VecDeque};

/// How many updates of one lane are held in memory.
pub const HELD: usize = 8;

/// All lanes with something to do.
#[derive(Debug)]
pub struct Lanes<T> {
    lanes: HashMap<i64, Lane<T>>,
    /// Lanes whose turn comes, each once.
    turns: VecDeque<i64>,
}

#[derive(Debug)]
struct Lane<T> {
    held: VecDeque<(i64, T)>,
    /// More are in the table, after this number.
    more_after: Option<i64>,
    /// One was added to the table since it was last looked at.
    unseen: bool,
    under_way: bool,
    queued: bool,
}

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn<T> {
    /// Apply this.
    Apply(T),
    /// Fetch the next updates of a lane after a number, and give them to [`Lanes::refill`].
    Fetch { lane: i64, after: i64 },
    /// Nothing to do now.
    Rest,
}

impl<T> Default for Lanes<T> {
    fn default() -> Self {
        Self { lanes: HashMap::new(), turns: VecDeque::new() }
    }
}

impl<T> Lanes<T> {
    /// A new update, already in the table under `seq`.
    pub fn push(&mut self, lane: i64, seq: i64, update: T) {
        let entry = self.lanes.entry(lane).or_insert_with(Lane::empty);
        match entry.held.back() {
            _ if entry.more_after.is_some() => entry.unseen = true,
            Some((last, _)) if entry.held.len() >= HELD => entry.more_after = Some(*last),
            _ => entry.held.push_back((seq, update)),
        }
        self.queue(lane);
    }

    /// A lane that has updates in the table, found at the start.
    pub fn push_stored(&mut self, lane: i64) {
        let entry = self.lanes.entry(lane).or_insert_with(Lane::empty);
        if entry.held.is_empty() {
            entry.more_after = Some(0);
        }
        self.queue(lane);
    }

    /// The next thing to do. A lane that is told to be fetched, or whose update is to be applied, is under way until
    /// [`Lanes::refill`] or [`Lanes::done`].
    pub fn turn(&mut self) -> Turn<T> {
        while let Some(lane) = self.turns.pop_front() {
            let Some(entry) = self.lanes.get_mut(&lane) else { continue };
            entry.queued = false;
            entry.under_way = true;
            if let Some((_, update)) = entry.held.pop_front() {
                return Turn::Apply(update);
            }
            if let Some(after) = entry.more_after {
                entry.unseen = false;
                return Turn::Fetch { lane, after };
            }
            self.lanes.remove(&lane);
        }
        Turn::Rest
    }

    /// What a fetch brought; `more`: the table may hold still more.
    pub fn refill(&mut self, lane: i64, updates: Vec<(i64, T)>, more: bool) {
        let Some(entry) = self.lanes.get_mut(&lane) else { return };
        let last = updates.last().map(|(seq, _)| *seq).or(entry.more_after);
        entry.more_after = last.filter(|_| more || entry.unseen);
        entry.held.extend(updates);
        entry.under_way = false;
        self.queue(lane);
    }

    /// A lane's update was applied: its turn comes again after the others'.
    pub fn done(&mut self, lane: i64) {
        if let Some(entry) = self.lanes.get_mut(&lane) {
            entry.under_way = false;
            self.queue(lane);
        }
    }

    /// Nothing waits and nothing is under way.
    pub fn is_empty(&self) -> bool {
        self.lanes.is_empty()
    }

    fn queue(&mut self, lane: i64) {
        let Some(entry) = self.lanes.get_mut(&lane) else { return };
        if entry.under_way || entry.queued {
            return;
        }
        if entry.held.is_empty() && entry.more_after.is_none() {
            self.lanes.remove(&lane);
        } else {
            entry.queued = true;
            self.turns.push_back(lane);
        }
    }
}

impl<T> Lane<T> {
    fn empty() -> Self {
        Self { held: VecDeque::new(), more_after: None, unseen: false, under_way: false, queued: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn people_take_turns_however_much_one_sends() {
        let mut lanes = Lanes::default();
        for seq in 0..100 {
            lanes.push(1, seq, "flood");
        }
        lanes.push(2, 100, "honest");
        assert_eq!(lanes.turn(), Turn::Apply("flood"));
        assert_eq!(lanes.turn(), Turn::Apply("honest"));
        assert_eq!(lanes.turn(), Turn::Rest, "one at a time for each");
        lanes.done(1);
        assert_eq!(lanes.turn(), Turn::Apply("flood"));
    }

    #[derive(Debug, Clone)]
    enum Step {
        Push(i64),
        Turn,
        /// Ends the oldest thing under way.
        End,
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step =
            prop_oneof![4 => (1i64..4).prop_map(Step::Push), 3 => Just(Step::Turn), 3 => Just(Step::End)];
        prop::collection::vec(step, 0..300)
    }

    /// What the table held for a lane when it was looked at, and whether that was all.
    struct Fetch {
        lane: i64,
        found: Vec<(i64, i64)>,
        more: bool,
    }

    /// The table beside the lanes, and what is under way.
    #[derive(Default)]
    struct World {
        lanes: Lanes<i64>,
        table: Vec<(i64, i64)>,
        applying: VecDeque<i64>,
        fetching: VecDeque<Fetch>,
        applied: Vec<i64>,
    }

    impl World {
        fn turn(&mut self) -> bool {
            match self.lanes.turn() {
                Turn::Apply(seq) => self.applying.push_back(seq),
                Turn::Fetch { lane, after } => {
                    let rows = self.table.iter().filter(|(l, seq)| *l == lane && *seq > after);
                    let found: Vec<_> = rows.take(HELD).map(|(_, seq)| (*seq, *seq)).collect();
                    let more = found.len() == HELD;
                    self.fetching.push_back(Fetch { lane, found, more });
                }
                Turn::Rest => return false,
            }
            true
        }

        fn end(&mut self) -> bool {
            if let Some(Fetch { lane, found, more }) = self.fetching.pop_front() {
                self.lanes.refill(lane, found, more);
            } else if let Some(seq) = self.applying.pop_front() {
                let at = self.table.iter().position(|(_, s)| *s == seq).expect("applied once");
                let (lane, _) = self.table.remove(at);
                self.applied.push(seq);
                self.lanes.done(lane);
            } else {
                return false;
            }
            true
        }
    }

    proptest! {
        #[test]
        fn every_update_is_applied_once_and_in_order(steps in steps(), stored in 0i64..30) {
            let mut world = World::default();
            world.table.extend((1..=stored).map(|seq| (seq % 3 + 1, seq)));
            (1..4).for_each(|lane| world.lanes.push_stored(lane));
            let mut seq = stored;
            let mut lane_of: HashMap<i64, i64> = world.table.iter().map(|(lane, seq)| (*seq, *lane)).collect();
            for step in steps {
                match step {
                    Step::Push(lane) => {
                        seq += 1;
                        world.table.push((lane, seq));
                        lane_of.insert(seq, lane);
                        world.lanes.push(lane, seq, seq);
                    }
                    Step::Turn => { world.turn(); }
                    Step::End => { world.end(); }
                }
                let mut under_way: Vec<i64> = world.applying.iter().map(|seq| lane_of[seq]).collect();
                under_way.sort_unstable();
                prop_assert!(under_way.windows(2).all(|pair| pair[0] != pair[1]), "one at a time for each");
            }
            while world.turn() || world.end() {}
            prop_assert!(world.lanes.is_empty());
            prop_assert!(world.table.is_empty());
            for lane in 1..4 {
                let order: Vec<i64> = world.applied.iter().copied().filter(|seq| lane_of[seq] == lane).collect();
                prop_assert!(order.windows(2).all(|pair| pair[0] < pair[1]));
            }
        }
    }
}
