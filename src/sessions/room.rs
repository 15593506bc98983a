//! The rules of the room: when its door opens, what becomes of an answer there, until when pictures are taken, and how
//! somebody is found by name. Pure.

use std::time::Duration;

use super::{Details, Session};
use crate::clock::Moment;
use crate::ids::PersonId;
use crate::ui::action::Attendance;
use crate::ui::state::Name;

/// How long before a session its door opens.
const OPENS: Duration = Duration::from_secs(3600);
/// How long after its end pictures are taken, and organizers can still note who was there.
const AFTERWARDS: Duration = Duration::from_secs(7 * 24 * 3600);
/// How many pictures a person can add to a session.
pub const MOST_PICTURES: u32 = 30;

/// Whether the link on the door lets people in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    Cancelled,
    /// Not before then.
    Early(Moment),
    Open,
    Over,
}

impl Session {
    /// When the door opens.
    pub fn opens(&self) -> Moment {
        self.details.span.starts.before(OPENS)
    }

    /// Whether the link on the door lets people in now.
    pub fn door(&self, now: Moment) -> Door {
        match self.opens() {
            _ if self.cancelled => Door::Cancelled,
            opens if now < opens => Door::Early(opens),
            _ if now >= self.details.span.over() => Door::Over,
            _ => Door::Open,
        }
    }

    /// It is on, about to begin or not long over: organizers note who is there, and pictures are taken.
    pub fn is_around(&self, now: Moment) -> bool {
        !self.cancelled && self.opens() <= now && now < self.details.span.over().after(AFTERWARDS)
    }
}

/// What somebody's answer is once they are there, whatever they had said. How many places there are does not matter:
/// nobody is sent out of the room.
pub fn on_arrival(details: &Details) -> Attendance {
    if details.has_place() { Attendance::Coming } else { Attendance::Online }
}

/// How many are there, of how many who come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Presence {
    pub here: u32,
    pub come: u32,
}

/// What a person can do with a session's pictures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pictures {
    /// How many there are.
    pub count: u32,
    pub may_add: bool,
}

/// Somebody who may come in, as the organizer at the door sees them.
#[derive(Debug, Clone)]
pub struct Arrival {
    pub id: PersonId,
    pub name: Name,
    /// What they said; none: they are not on the list.
    pub attendance: Option<Attendance>,
    pub here: bool,
}

impl Arrival {
    /// Whether they are among those whom the door waits for.
    pub fn is_awaited(&self) -> bool {
        !self.here && !matches!(self.attendance, None | Some(Attendance::Declined))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::SessionId;
    use crate::ui::audience::Audience;
    use crate::ui::state::{Place, Title};
    use crate::when::Span;

    const STARTS: Moment = Moment(1_738_404_000_000);
    const HOUR: Duration = Duration::from_secs(3600);

    fn session() -> Session {
        Session {
            id: SessionId(1),
            details: Details {
                title: Title::parse("t").expect("fits"),
                span: Span { starts: STARTS, ends: Some(STARTS.after(HOUR)) },
                place: Some(Place::parse("p").expect("fits")),
                point: None,
                link: None,
                agenda: None,
                capacity: None,
                queue: true,
                audience: Audience::default(),
            },
            revision: 0,
            revised_at: STARTS,
            cancelled: false,
        }
    }

    #[test]
    fn the_door_opens_an_hour_before_and_closes_at_the_end() {
        let session = session();
        let tick = Duration::from_millis(1);
        assert_eq!(session.door(STARTS.before(HOUR + tick)), Door::Early(STARTS.before(HOUR)));
        assert_eq!(session.door(STARTS.before(HOUR)), Door::Open);
        assert_eq!(session.door(STARTS.after(HOUR - tick)), Door::Open);
        assert_eq!(session.door(STARTS.after(HOUR)), Door::Over);
        assert!(session.is_around(STARTS.after(HOUR + AFTERWARDS - tick)));
        assert!(!session.is_around(STARTS.after(HOUR + AFTERWARDS)));
        let cancelled = Session { cancelled: true, ..session };
        assert_eq!((cancelled.door(STARTS), cancelled.is_around(STARTS)), (Door::Cancelled, false));
    }
}
