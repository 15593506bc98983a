//! The buttons of what becomes of proposals; their codes begin with "j".

use super::code::{flag, maybe, maybe_id};
use crate::ids::{DirectionId, MergerId, ProposalId};

/// Everything that these buttons ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Asks why; then it is so.
    Decide(Decision),
    /// Without a reason.
    DecideNow(Decision),
    /// Choose proposals for this.
    PickFor(Purpose),
    /// A page of those that can be chosen.
    PickPage(u32),
    /// Which direction to choose from.
    ChoosePickFrom,
    PickFrom(Option<DirectionId>),
    /// A proposal is to be chosen, or not.
    Pick {
        proposal: ProposalId,
        on: bool,
        page: u32,
    },
    /// All that the list holds.
    PickAll,
    /// Those that are wanted are chosen.
    Picked,
    /// The words of this one are those of the new one.
    MergeWords(ProposalId),
    MergeNow,
    StartSplit(ProposalId),
    /// The last part was a mistake.
    SplitDrop,
    SplitNow,
    /// An author agrees that theirs goes into new ones, or does not.
    Answer {
        merger: MergerId,
        proposal: ProposalId,
        yes: bool,
    },
    /// It is to stand for itself again.
    Apart(ProposalId),
    /// Organizers decide for one that has no author.
    Join {
        merger: MergerId,
        proposal: ProposalId,
    },
}

/// How far a published proposal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Nothing is decided.
    Open,
    /// It is an option of a vote.
    Voted,
    /// It won.
    Chosen,
    InWork,
    Done,
    /// Declined after all.
    Dropped,
    /// Others say it now: see its last step.
    Merged,
}

impl Stage {
    /// All of them, in the order in which they come.
    pub const ALL: [Self; 7] =
        [Self::Open, Self::Voted, Self::Chosen, Self::InWork, Self::Done, Self::Dropped, Self::Merged];

    /// As the table and files hold it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Voted => "voted",
            Self::Chosen => "chosen",
            Self::InWork => "in-work",
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Merged => "merged",
        }
    }

    /// The way back.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

/// A published proposal is to come to another stage than the screen showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Decision {
    pub proposal: ProposalId,
    pub from: Stage,
    pub to: Stage,
}

/// What proposals are chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To be the options of a vote.
    Vote,
    /// To be merged.
    Merge,
}

impl Life {
    /// It acts on what is being written or chosen.
    pub fn is_bound(self) -> bool {
        matches!(
            self,
            Self::DecideNow(_)
                | Self::PickPage(_)
                | Self::ChoosePickFrom
                | Self::PickFrom(_)
                | Self::Pick { .. }
                | Self::PickAll
                | Self::Picked
                | Self::MergeWords(_)
                | Self::MergeNow
                | Self::SplitDrop
                | Self::SplitNow
        )
    }

    /// The button's data.
    pub fn encode(self) -> String {
        let decided = |code, Decision { proposal, from, to }: Decision| {
            format!("j.{code}.{}.{}.{}", proposal.0, letter(from), letter(to))
        };
        match self {
            Self::Decide(decision) => decided("d", decision),
            Self::DecideNow(decision) => decided("n", decision),
            Self::PickFor(Purpose::Vote) => "j.v".into(),
            Self::PickFor(Purpose::Merge) => "j.m".into(),
            Self::PickPage(page) => format!("j.p.{page}"),
            Self::ChoosePickFrom => "j.c".into(),
            Self::PickFrom(direction) => format!("j.f.{}", maybe(direction.map(|id| id.0))),
            Self::Pick { proposal, on, page } => format!("j.k.{}.{}.{page}", proposal.0, u8::from(on)),
            Self::PickAll => "j.a".into(),
            Self::Picked => "j.g".into(),
            Self::MergeWords(id) => format!("j.w.{}", id.0),
            Self::MergeNow => "j.mn".into(),
            Self::StartSplit(id) => format!("j.s.{}", id.0),
            Self::SplitDrop => "j.sd".into(),
            Self::SplitNow => "j.sn".into(),
            Self::Answer { merger, proposal, yes } => {
                format!("j.q.{}.{}.{}", merger.0, proposal.0, u8::from(yes))
            }
            Self::Apart(id) => format!("j.x.{}", id.0),
            Self::Join { merger, proposal } => format!("j.j.{}.{}", merger.0, proposal.0),
        }
    }

    /// The way back, from what follows the first letter.
    pub(super) fn decode(parts: &[&str]) -> Option<Self> {
        let proposal = |id: &str| Some(ProposalId(id.parse().ok()?));
        let decision = |id: &str, from: &str, to: &str| {
            Some(Decision { proposal: proposal(id)?, from: stage_of(from)?, to: stage_of(to)? })
        };
        Some(match parts {
            ["d", id, from, to] => Self::Decide(decision(id, from, to)?),
            ["n", id, from, to] => Self::DecideNow(decision(id, from, to)?),
            ["v"] => Self::PickFor(Purpose::Vote),
            ["m"] => Self::PickFor(Purpose::Merge),
            ["p", page] => Self::PickPage(page.parse().ok()?),
            ["c"] => Self::ChoosePickFrom,
            ["f", direction] => Self::PickFrom(maybe_id(direction)?.map(DirectionId)),
            ["k", id, on, page] => {
                Self::Pick { proposal: proposal(id)?, on: flag(on)?, page: page.parse().ok()? }
            }
            ["a"] => Self::PickAll,
            ["g"] => Self::Picked,
            ["w", id] => Self::MergeWords(proposal(id)?),
            ["mn"] => Self::MergeNow,
            ["s", id] => Self::StartSplit(proposal(id)?),
            ["sd"] => Self::SplitDrop,
            ["sn"] => Self::SplitNow,
            ["q", merger, id, yes] => Self::Answer {
                merger: MergerId(merger.parse().ok()?),
                proposal: proposal(id)?,
                yes: flag(yes)?,
            },
            ["x", id] => Self::Apart(proposal(id)?),
            ["j", merger, id] => {
                Self::Join { merger: MergerId(merger.parse().ok()?), proposal: proposal(id)? }
            }
            _ => return None,
        })
    }
}

fn letter(stage: Stage) -> char {
    match stage {
        Stage::Open => 'o',
        Stage::Voted => 'v',
        Stage::Chosen => 'c',
        Stage::InWork => 'w',
        Stage::Done => 'd',
        Stage::Dropped => 'x',
        Stage::Merged => 'm',
    }
}

fn stage_of(code: &str) -> Option<Stage> {
    Stage::ALL.into_iter().find(|stage| code == letter(*stage).to_string())
}

#[cfg(test)]
pub mod tests {
    use std::collections::HashSet;
    use std::mem::discriminant;

    use super::*;

    /// One of every kind, made of these.
    pub fn every(id: i64, count: u32, small: u8, yes: bool) -> Vec<Life> {
        use Life::*;
        let proposal = ProposalId(id);
        let stage = |at: u8| Stage::ALL[usize::from(at) % 7];
        let decision = Decision { proposal, from: stage(small), to: stage(small.wrapping_add(3)) };
        vec![
            Decide(decision),
            DecideNow(decision),
            PickFor(if yes { Purpose::Vote } else { Purpose::Merge }),
            PickPage(count),
            ChoosePickFrom,
            PickFrom(yes.then_some(DirectionId(id))),
            Pick { proposal, on: yes, page: count },
            PickAll,
            Picked,
            MergeWords(proposal),
            MergeNow,
            StartSplit(proposal),
            SplitDrop,
            SplitNow,
            Answer { merger: MergerId(id), proposal, yes },
            Apart(proposal),
            Join { merger: MergerId(id), proposal },
        ]
    }

    #[test]
    fn the_list_above_leaves_none_out() {
        let source = include_str!("life.rs");
        let (_, declared) = source.split_once("pub enum Life {\n").expect("the enum");
        let (declared, _) = declared.split_once("\n}\n").expect("its end");
        let variants = declared.lines().filter_map(|line| line.strip_prefix("    "));
        let listed: HashSet<_> = every(1, 1, 1, true).iter().map(discriminant).collect();
        assert_eq!(listed.len(), variants.filter(|line| line.starts_with(char::is_uppercase)).count());
    }
}
