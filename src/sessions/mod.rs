//! Meetings: when and where, who comes, and what stays of them.

pub mod calendar;
pub mod flow;
pub mod room;
pub mod store;
pub mod view;

use std::time::Duration;

use crate::clock::Moment;
use crate::ids::{AffiliationId, MaterialId, PersonId, PhotoId, PollId, SessionId, VoteId};
use crate::ui::action::Attendance;
use crate::ui::audience::Audience;
use crate::ui::state::{Agenda, Link, MapPoint, Name, Note, Place, Question, SessionDraft, Title};
use crate::ui::view::Content;
use crate::when::Span;

/// How many a session may have places for.
pub const MOST_PLACES: u32 = 10_000;

const HOUR: Duration = Duration::from_secs(3600);

/// How long before a session its guests are reminded, the first reminder first.
pub const REMINDERS: [Duration; 3] =
    [Duration::from_secs(7 * 24 * 3600), Duration::from_secs(24 * 3600), Duration::from_secs(2 * 3600)];

/// How long after its end those who came are asked how it was.
pub const FEEDBACK_AFTER: Duration = HOUR;
/// Asked later than that, nobody remembers: they are not.
pub const FEEDBACK_UNTIL: Duration = Duration::from_secs(7 * 24 * 3600);

/// How long a place that has become free is held for whoever is next, at most.
const HELD: Duration = Duration::from_secs(24 * 3600);

/// How many questions are asked about a session, and how many answers each has.
pub const QUESTIONS: u8 = 3;
/// See [`QUESTIONS`].
pub const MARKS: u8 = 3;

/// A session as it was announced, and changed since.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub id: SessionId,
    pub details: Details,
    /// How often it was changed, and when last: what calendars go by.
    pub revision: u32,
    pub revised_at: Moment,
    pub cancelled: bool,
}

/// What the organizers say of a session.
#[derive(Debug, Clone, PartialEq)]
pub struct Details {
    pub title: Title,
    pub span: Span,
    /// In words; there is at least one of place, point and link.
    pub place: Option<Place>,
    pub point: Option<MapPoint>,
    /// Where it can be joined online.
    pub link: Option<Link>,
    pub agenda: Option<Agenda>,
    /// How many can be there; none: as many as like. Online there is room for everyone.
    pub capacity: Option<u32>,
    /// Whoever finds no place may wait for one.
    pub queue: bool,
    pub audience: Audience,
}

impl Details {
    /// What a draft has come to; none: something is missing.
    pub fn of(draft: &SessionDraft) -> Option<Self> {
        let (title, span) = (draft.title.clone()?, draft.span?);
        (draft.place.is_some() || draft.point.is_some() || draft.link.is_some()).then(|| Self {
            title,
            span,
            place: draft.place.clone(),
            point: draft.point,
            link: draft.link.clone(),
            agenda: draft.agenda.clone(),
            capacity: draft.capacity,
            queue: !draft.no_queue,
            audience: draft.audience.clone(),
        })
    }

    /// One can be there, not only online.
    pub fn has_place(&self) -> bool {
        self.place.is_some() || self.point.is_some()
    }
}

impl Session {
    /// A draft to change it with.
    pub fn draft(&self) -> SessionDraft {
        let Details { title, span, place, point, link, agenda, capacity, queue, audience } =
            self.details.clone();
        SessionDraft {
            choosing: None,
            title: Some(title),
            span: Some(span),
            place,
            point,
            link,
            agenda,
            capacity,
            no_queue: !queue,
            audience,
            chats: Vec::new(),
            asking: None,
            changing: Some(self.id),
        }
    }

    /// It has ended, or was called off: nobody can answer any more.
    pub fn is_past(&self, now: Moment) -> bool {
        self.cancelled || self.details.span.over() <= now
    }
}

/// What of a session was changed, for those whom it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Title,
    When,
    Where,
    Link,
    Agenda,
    Capacity,
}

/// What is new in `after`. Whom a session is for does not change: they were told.
pub fn changes(before: &Details, after: &Details) -> Vec<Change> {
    let moved = before.place != after.place || before.point != after.point;
    let places = before.capacity != after.capacity || before.queue != after.queue;
    [
        (before.title != after.title, Change::Title),
        (before.span != after.span, Change::When),
        (moved, Change::Where),
        (before.link != after.link, Change::Link),
        (before.agenda != after.agenda, Change::Agenda),
        (places, Change::Capacity),
    ]
    .into_iter()
    .filter_map(|(changed, what)| changed.then_some(what))
    .collect()
}

/// A guest's answer, with what goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    pub attendance: Attendance,
    /// Until when a place is held for them, if one is offered.
    pub offered_until: Option<Moment>,
    pub word: Option<Note>,
    /// They were let in: they are there.
    pub here: bool,
}

impl Answered {
    /// An answer with nothing to it.
    pub fn bare(attendance: Attendance) -> Self {
        Self { attendance, offered_until: None, word: None, here: false }
    }
}

/// How many places are taken or held, and how many people wait for one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Places {
    pub taken: u32,
    pub waiting: u32,
}

/// Why an answer was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAnswer {
    /// It is over, or called off.
    Past,
    /// There are no places left, and nobody may wait for one.
    Full,
    /// This session takes no such answer.
    NotOffered,
}

/// What a guest's wish comes to. Whoever is there keeps their place; while others wait, a free place is theirs.
pub fn answer(
    session: &Session,
    mine: Attendance,
    wish: Attendance,
    places: Places,
    now: Moment,
) -> Result<Attendance, NoAnswer> {
    use Attendance::{Coming, Declined, Offered, Online, Silent, Unsure, Waiting};
    let details = &session.details;
    if session.is_past(now) {
        return Err(NoAnswer::Past);
    }
    match wish {
        Coming if !details.has_place() => Err(NoAnswer::NotOffered),
        Online if details.link.is_none() => Err(NoAnswer::NotOffered),
        Coming if matches!(mine, Coming | Offered) => Ok(Coming),
        Coming if mine == Waiting => Ok(Waiting),
        Coming => match details.capacity {
            Some(most) if places.taken >= most || places.waiting > 0 => {
                if details.queue {
                    Ok(Waiting)
                } else {
                    Err(NoAnswer::Full)
                }
            }
            _ => Ok(Coming),
        },
        Online | Declined | Unsure => Ok(wish),
        Silent | Waiting | Offered => Err(NoAnswer::NotOffered),
    }
}

/// Until when a place is held for whoever is next: a day, or half of what is left until the beginning.
pub fn held_until(starts: Moment, now: Moment) -> Moment {
    now.after(HELD.min(now.until(starts) / 2))
}

/// When the next reminder is due that has not become due yet; none: there is none any more.
pub fn next_reminder(starts: Moment, now: Moment) -> Option<Moment> {
    REMINDERS.into_iter().map(|before| starts.before(before)).find(|at| *at > now)
}

/// What stays at a session.
#[derive(Debug, Clone, PartialEq)]
pub struct Material {
    pub id: MaterialId,
    /// The minutes and decisions.
    pub minutes: bool,
    pub content: Content,
}

/// A picture of what was made there.
#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    pub id: PhotoId,
    /// Whose it is, unless they have left.
    pub by: Option<PersonId>,
    /// Telegram's name of the file.
    pub file: String,
    pub words: Option<Note>,
}

/// The votes and polls that were held in a session.
#[derive(Debug, Clone, Default)]
pub struct Results {
    pub votes: Vec<(VoteId, Title)>,
    pub polls: Vec<(PollId, Question)>,
}

/// Somebody invited, as the organizers see them.
#[derive(Debug, Clone)]
pub struct Guest {
    pub name: Option<Name>,
    pub sector: Option<AffiliationId>,
    pub region: Option<AffiliationId>,
    pub attendance: Attendance,
    pub word: Option<Note>,
    /// They were let in.
    pub here: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Moment = Moment(1_738_404_000_000);

    fn session(capacity: Option<u32>, queue: bool, place: bool, link: bool) -> Session {
        Session {
            id: SessionId(1),
            details: Details {
                title: Title::parse("t").expect("fits"),
                span: Span { starts: NOW.after(HOUR), ends: None },
                place: place.then(|| Place::parse("p").expect("fits")),
                point: None,
                link: link.then(|| Link::parse("https://x.ua").expect("fits")),
                agenda: None,
                capacity,
                queue,
                audience: Audience::default(),
            },
            revision: 0,
            revised_at: NOW,
            cancelled: false,
        }
    }

    #[test]
    fn each_reminder_is_due_once() {
        let starts = NOW.after(Duration::from_secs(8 * 24 * 3600));
        let mut now = NOW;
        let mut due = 0;
        while let Some(next) = next_reminder(starts, now) {
            assert!(now < next && next < starts);
            now = next;
            due += 1;
        }
        assert_eq!(due, 3);
        assert_eq!(next_reminder(NOW.after(HOUR), NOW), None, "an hour before it is too late for any");
    }

    proptest! {
        #[test]
        fn no_more_people_come_than_there_are_places(
            most in 1u32..6, queue: bool, wishes in prop::collection::vec((0usize..8, 0usize..4), 0..80),
        ) {
            let session = session(Some(most), queue, true, true);
            let mut people = [Attendance::Silent; 8];
            for (who, wish) in wishes {
                let wish = [Attendance::Coming, Attendance::Online, Attendance::Declined, Attendance::Unsure][wish];
                let count = |a| u32::try_from(people.iter().filter(|p| **p == a).count()).expect("few");
                let places = Places {
                    taken: count(Attendance::Coming) + count(Attendance::Offered),
                    waiting: count(Attendance::Waiting),
                };
                let before = people[who];
                match answer(&session, before, wish, places, NOW) {
                    Ok(now) => people[who] = now,
                    Err(why) => prop_assert!(why == NoAnswer::Full && !queue && places.taken >= most),
                }
                let taken = people.iter().filter(|p| matches!(p, Attendance::Coming | Attendance::Offered));
                prop_assert!(taken.count() <= most as usize);
                prop_assert!(before != Attendance::Coming || wish != Attendance::Coming || people[who] == before);
            }
        }

        #[test]
        fn a_held_place_is_answered_before_the_beginning(ahead in 2u64..10_000_000) {
            let starts = NOW.after(Duration::from_secs(ahead));
            let until = held_until(starts, NOW);
            prop_assert!(NOW < until && until < starts && until <= NOW.after(HELD));
        }
    }
}
