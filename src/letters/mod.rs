//! Letters to the organizers, and their answers: a conversation of one person with whoever answers. Somebody may write
//! without a name; then nothing in the database tells who it is, and even the sealed way back to them is destroyed a
//! while after their letter is settled.

pub mod draft;
pub mod flow;
pub mod store;
pub mod view;

use std::time::Duration;

use crate::clock::Moment;
use crate::ids::{AddressId, LetterId, PersonId};
use crate::ui::state::Name;
use crate::ui::view::Content;

/// How long a letter is kept for whoever began to answer it.
pub const CLAIM: Duration = Duration::from_secs(15 * 60);
/// How long somebody unnamed can answer an answer; then nobody can reach them any more.
pub const ANSWERABLE: Duration = Duration::from_secs(7 * 24 * 3600);
/// When somebody unnamed wrote is kept no more exactly than that.
const ROUGHLY: Duration = Duration::from_secs(3600);

/// A letter with what followed it.
#[derive(Debug, Clone)]
pub struct Letter {
    pub id: LetterId,
    pub from: From,
    /// Since when it waits; none: it is settled.
    pub waits_since: Option<Moment>,
    /// Who is answering it, and since when.
    pub taken: Option<(PersonId, Moment)>,
    pub settled_by: Option<PersonId>,
    /// The last part is an organizer's.
    pub answered: bool,
}

/// Who wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    Person(PersonId),
    /// Somebody unnamed; none: who it was is forgotten.
    Unnamed(Option<AddressId>),
}

impl Letter {
    /// Who is answering it now, other than this person.
    pub fn taken_from(&self, me: PersonId, now: Moment) -> Option<PersonId> {
        self.taken.filter(|(by, at)| *by != me && at.after(CLAIM) > now).map(|(by, _)| by)
    }

    /// An answer reaches somebody.
    pub fn is_answerable(&self) -> bool {
        self.from != From::Unnamed(None)
    }
}

/// One thing that was said in it.
#[derive(Debug, Clone)]
pub struct Part {
    pub content: Content,
    pub written_at: Moment,
    /// An organizer's.
    pub answer: bool,
    /// Which one; none: they have left, or it is not theirs.
    pub by: Option<Name>,
}

/// How a letter stands, for the cards that tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    Waits,
    /// This one is answering it.
    Taken(Option<Name>),
    Answered(Option<Name>),
    /// Without an answer.
    Settled(Option<Name>),
}

/// The hour in which somebody unnamed wrote.
pub fn roughly(now: Moment) -> Moment {
    let hour = i64::try_from(ROUGHLY.as_millis()).unwrap_or(i64::MAX);
    Moment(now.0 - now.0.rem_euclid(hour))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_anothers_and_passes() {
        let (me, other) = (PersonId(1), PersonId(2));
        let letter = |taken| Letter {
            id: LetterId(1),
            from: From::Person(PersonId(3)),
            waits_since: Some(Moment(0)),
            taken,
            settled_by: None,
            answered: false,
        };
        let (at, quarter) = (Moment(0), Moment(0).after(CLAIM));
        assert_eq!(letter(None).taken_from(me, at), None);
        assert_eq!(letter(Some((me, at))).taken_from(me, at), None);
        assert_eq!(letter(Some((other, at))).taken_from(me, at), Some(other));
        assert_eq!(letter(Some((other, at))).taken_from(me, quarter), None);
    }

    #[test]
    fn the_hour_alone_is_kept() {
        assert_eq!(roughly(Moment(3_600_000 * 5 + 1_234)), Moment(3_600_000 * 5));
    }
}
