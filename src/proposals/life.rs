//! What became of a proposal, step by step. Where it stands now is its state; these say how it came there.

use super::Stage;
use crate::clock::Moment;
use crate::directions::Shade;
use crate::ids::{DirectionId, PersonId, ProposalId, StepId, VoteId};
use crate::text::Words;
use crate::ui::state::Title;

/// Why it became so, in the organizers' words.
pub type StepReason = Words<300>;

/// What a proposal became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "kebab-case")]
pub enum Became {
    Published,
    /// Its author was asked to word it anew.
    Returned,
    /// It was not published.
    Declined,
    /// It is under a direction, or under none any more.
    Direction,
    /// It is an option of a vote.
    Voted,
    Chosen,
    NotChosen,
    /// The vote could not be counted.
    NotCounted,
    InWork,
    Done,
    /// Declined after all.
    Dropped,
    /// Nothing is decided again.
    Reopened,
    /// Another one says it now.
    Merged,
    /// Several others say it now.
    Split,
    /// It stands for itself again.
    Apart,
}

impl Became {
    /// As files hold it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Returned => "returned",
            Self::Declined => "declined",
            Self::Direction => "direction",
            Self::Voted => "voted",
            Self::Chosen => "chosen",
            Self::NotChosen => "not-chosen",
            Self::NotCounted => "not-counted",
            Self::InWork => "in-work",
            Self::Done => "done",
            Self::Dropped => "dropped",
            Self::Reopened => "reopened",
            Self::Merged => "merged",
            Self::Split => "split",
            Self::Apart => "apart",
        }
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub id: StepId,
    pub became: Became,
    pub direction: Option<DirectionId>,
    /// What it was merged into.
    pub other: Option<ProposalId>,
    /// What the direction or the vote is called.
    pub named: Option<Title>,
    pub shade: Option<Shade>,
    pub reason: Option<StepReason>,
    /// Which organizer; none: by itself, the author, or somebody who has left.
    pub by: Option<PersonId>,
    pub at: Moment,
    /// Its author and supporters have heard of it.
    pub told: bool,
}

/// A step to be noted.
#[derive(Debug, Clone, PartialEq)]
pub struct NewStep {
    pub became: Became,
    pub direction: Option<DirectionId>,
    pub vote: Option<VoteId>,
    pub other: Option<ProposalId>,
    pub reason: Option<StepReason>,
    pub by: Option<PersonId>,
    /// Whoever it concerns hears of it otherwise.
    pub told: bool,
}

impl NewStep {
    /// Nothing more is known of it.
    pub fn of(became: Became) -> Self {
        Self { became, direction: None, vote: None, other: None, reason: None, by: None, told: false }
    }
}

/// The stages to which organizers may bring a proposal from there. What is being voted on waits for the result, and what
/// is merged comes back by its author.
pub fn onward(from: Stage) -> &'static [Stage] {
    match from {
        Stage::Open | Stage::Chosen => &[Stage::InWork, Stage::Done, Stage::Dropped],
        Stage::InWork => &[Stage::Done, Stage::Dropped, Stage::Open],
        Stage::Done => &[Stage::InWork, Stage::Open],
        Stage::Dropped => &[Stage::Open],
        Stage::Voted | Stage::Merged => &[],
    }
}

/// What a step to that stage is called, when organizers decide it.
pub fn decided(to: Stage) -> Option<Became> {
    match to {
        Stage::Open => Some(Became::Reopened),
        Stage::InWork => Some(Became::InWork),
        Stage::Done => Some(Became::Done),
        Stage::Dropped => Some(Became::Dropped),
        Stage::Voted | Stage::Chosen | Stage::Merged => None,
    }
}

/// A step that people have not heard of, with whose proposal it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Untold {
    pub proposal: ProposalId,
    pub step: Step,
}

/// What people hear of a proposal: what the steps since the last time come to.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    pub proposal: ProposalId,
    /// The last step that brought it under a direction or out of it, unless that is where it was before.
    pub direction: Option<Step>,
    /// The last of the others.
    pub last: Option<Step>,
    /// The one who did all of it hears nothing.
    pub by: Option<PersonId>,
}

/// What steps of one proposal come to, in their order; `before`: the direction that people last heard of. None: nothing.
pub fn news(proposal: ProposalId, steps: &[Step], before: Option<DirectionId>) -> Option<News> {
    let last_of = |directions: bool| {
        steps.iter().rev().find(|step| (step.became == Became::Direction) == directions).cloned()
    };
    let direction = last_of(true).filter(|step| step.direction != before);
    let last = last_of(false);
    if direction.is_none() && last.is_none() {
        return None;
    }
    let first = steps.first()?.by;
    let by = first.filter(|_| steps.iter().all(|step| step.by == first));
    Some(News { proposal, direction, last, by })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(became: Became, direction: Option<i64>, by: i64) -> Step {
        Step {
            id: StepId(0),
            became,
            direction: direction.map(DirectionId),
            other: None,
            named: None,
            shade: None,
            reason: None,
            by: Some(PersonId(by)),
            at: Moment(0),
            told: false,
        }
    }

    #[test]
    fn there_and_back_is_no_news() {
        let out = step(Became::Direction, None, 1);
        let into = |direction| step(Became::Direction, Some(direction), 1);
        let told = |steps: &[Step], before| news(ProposalId(5), steps, before);
        assert_eq!(told(&[into(1), out.clone()], None), None);
        assert_eq!(told(&[into(2), into(1)], Some(DirectionId(1))), None);
        let twice = told(&[into(1), into(2)], None).expect("news");
        assert_eq!(twice.direction, Some(into(2)));
        assert_eq!(twice.by, Some(PersonId(1)));
        let work = step(Became::InWork, None, 2);
        let both = told(&[into(1), work.clone()], None).expect("news");
        assert_eq!((both.last, both.by), (Some(work), None), "two people did it");
    }

    #[test]
    fn wherever_it_stands_it_can_be_brought_to_where_it_may_go() {
        for stage in Stage::ALL {
            for to in onward(stage) {
                assert_ne!(*to, stage);
                assert!(decided(*to).is_some());
            }
        }
    }
}
