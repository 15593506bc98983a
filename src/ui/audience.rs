//! Whom something is for: everyone, narrowed. Criteria of one kind widen one another ("authorities or civil society"),
//! those of different kinds narrow ("… from Luhansk region, who have not voted yet").
//!
//! It is a draft's and a table's; whom it comes to is asked of the database when something is sent: see `audiences`.

use serde::{Deserialize, Serialize};
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Sqlite, Type};

use super::action::Guests;
use crate::ids::{AffiliationId, DirectionId, PersonId, SessionId, VoteId};
use crate::ui::state::Name;

/// How many people can be named one by one: as many as a screen can say.
pub const MOST_NAMED: usize = 50;

/// Whom something is for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written")]
pub struct Audience {
    /// Sectors and regions. Sectors widen one another, and so do regions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<AffiliationId>,
    /// Those who wrote or support a proposal under it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub directions: Vec<DirectionId>,
    /// What people said of sessions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Guests>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub turnout: Vec<Turnout>,
    /// Those named one by one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonId>,
}

/// Those who have voted in an open vote, or those on its roll who have not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Turnout {
    pub vote: VoteId,
    pub voted: bool,
}

/// One criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    Group(AffiliationId),
    Direction(DirectionId),
    Said(Guests),
    Turnout(Turnout),
    Person(PersonId),
}

/// The screen on which an audience is being put together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choosing {
    /// Sectors and regions, and the way to the others.
    Groups,
    Directions,
    Sessions,
    /// What was said of one.
    Session(SessionId),
    Votes,
    /// People by name: a page of those found by what was typed, or of those chosen.
    People {
        typed: Option<Name>,
        page: u32,
    },
}

/// As it is written down now, and as it once was: one group and one session at most, or for polls a group alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Group(Option<AffiliationId>),
    Whole {
        #[serde(default)]
        groups: Vec<AffiliationId>,
        #[serde(default)]
        directions: Vec<DirectionId>,
        #[serde(default)]
        answers: Vec<Guests>,
        #[serde(default)]
        turnout: Vec<Turnout>,
        #[serde(default)]
        people: Vec<PersonId>,
        #[serde(default)]
        group: Option<AffiliationId>,
        #[serde(default)]
        guests: Option<Guests>,
    },
}

impl From<Written> for Audience {
    fn from(written: Written) -> Self {
        match written {
            Written::Group(group) => Self::within(group),
            Written::Whole { mut groups, directions, mut answers, turnout, people, group, guests } => {
                groups.extend(group);
                answers.extend(guests);
                Self { groups, directions, answers, turnout, people }
            }
        }
    }
}

impl Audience {
    /// One sector or region; none: everyone.
    pub fn within(group: Option<AffiliationId>) -> Self {
        Self { groups: group.into_iter().collect(), ..Self::default() }
    }

    /// Everyone invited to a session.
    pub fn guests(of: SessionId) -> Self {
        Self { answers: vec![Guests { of, who: None }], ..Self::default() }
    }

    /// Nothing narrows it.
    pub fn is_everyone(&self) -> bool {
        *self == Self::default()
    }

    /// It is for everyone or for groups that somebody who joins later may belong to.
    pub fn takes_newcomers(&self) -> bool {
        Self { groups: Vec::new(), ..self.clone() }.is_everyone()
    }

    /// Who is in it says what somebody wrote or supports, which is nobody's business: its people are named nowhere, and
    /// their number is said only roughly.
    pub fn is_hidden(&self) -> bool {
        !self.directions.is_empty()
    }

    /// How many people it is said to have: a hidden one only in whole steps of the size that a group must have.
    pub fn told(&self, count: i64, least: u32) -> i64 {
        if self.is_hidden() { count - count % i64::from(least.max(1)) } else { count }
    }

    /// Whether a criterion is one of its.
    pub fn has(&self, criterion: Criterion) -> bool {
        match criterion {
            Criterion::Group(id) => self.groups.contains(&id),
            Criterion::Direction(id) => self.directions.contains(&id),
            Criterion::Said(guests) => self.answers.contains(&guests),
            Criterion::Turnout(turnout) => self.turnout.contains(&turnout),
            Criterion::Person(id) => self.people.contains(&id),
        }
    }

    /// Puts a criterion in or takes it out.
    pub fn put(&mut self, criterion: Criterion, wanted: bool) {
        match criterion {
            Criterion::Group(id) => put(&mut self.groups, id, wanted),
            // With a name it would say what that person supports.
            Criterion::Direction(_) if wanted && !self.people.is_empty() => {}
            Criterion::Person(_) if wanted && self.is_hidden() => {}
            Criterion::Direction(id) => put(&mut self.directions, id, wanted),
            // Everybody invited holds those who said something.
            Criterion::Said(guests) => {
                if wanted {
                    self.answers
                        .retain(|one| one.of != guests.of || one.who.is_some() == guests.who.is_some());
                }
                put(&mut self.answers, guests, wanted);
            }
            Criterion::Turnout(turnout) => put(&mut self.turnout, turnout, wanted),
            Criterion::Person(id) if self.people.len() >= MOST_NAMED && !self.people.contains(&id) => {}
            Criterion::Person(id) => put(&mut self.people, id, wanted),
        }
    }

    /// As the tables hold it.
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| "{}".into())
    }
}

impl Type<Sqlite> for Audience {
    fn type_info() -> SqliteTypeInfo {
        <String as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Audience {
    fn encode_by_ref(&self, args: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        <String as Encode<'_, Sqlite>>::encode(self.json(), args)
    }
}

impl Decode<'_, Sqlite> for Audience {
    fn decode(value: SqliteValueRef<'_>) -> Result<Self, BoxDynError> {
        Ok(serde_json::from_str(&<String as Decode<'_, Sqlite>>::decode(value)?)?)
    }
}

fn put<T: PartialEq>(all: &mut Vec<T>, one: T, wanted: bool) {
    all.retain(|other| *other != one);
    if wanted {
        all.push(one);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::action::Attendance;

    fn read(json: &str) -> Audience {
        serde_json::from_str(json).expect("an audience")
    }

    #[test]
    fn what_was_once_written_down_is_still_read() {
        assert_eq!(read("null"), Audience::default());
        assert_eq!(read("3"), Audience::within(Some(AffiliationId(3))));
        assert_eq!(read(r#"{"group":null,"guests":null}"#), Audience::default());
        let guests = Guests { of: SessionId(2), who: Some(Attendance::Coming) };
        let old = read(r#"{"group":3,"guests":{"of":2,"who":"coming"}}"#);
        assert_eq!(
            old,
            Audience { groups: vec![AffiliationId(3)], answers: vec![guests], ..Audience::default() }
        );
        assert_eq!(read(&old.json()), old);
        assert_eq!(Audience::default().json(), "{}", "the tables know everyone by that");
    }

    #[test]
    fn a_criterion_is_wanted_once_or_not_at_all() {
        let (mut audience, group) = (Audience::default(), Criterion::Group(AffiliationId(1)));
        for _ in 0..2 {
            audience.put(group, true);
        }
        assert_eq!(audience, Audience::within(Some(AffiliationId(1))));
        audience.put(group, false);
        assert!(audience.is_everyone() && !audience.has(group));
        let said = |who| Criterion::Said(Guests { of: SessionId(1), who });
        audience.put(said(Some(Attendance::Coming)), true);
        audience.put(said(Some(Attendance::Online)), true);
        assert_eq!(audience.answers.len(), 2);
        audience.put(said(None), true);
        assert_eq!(audience.answers.len(), 1, "all of them hold both");
        for id in 0..60 {
            audience.put(Criterion::Person(PersonId(id)), true);
        }
        assert_eq!(audience.people.len(), MOST_NAMED);
        assert!(!audience.takes_newcomers());
    }

    #[test]
    fn who_supports_a_direction_is_told_neither_by_name_nor_by_number() {
        let (direction, person) = (Criterion::Direction(DirectionId(1)), Criterion::Person(PersonId(1)));
        let mut named = Audience::default();
        named.put(person, true);
        named.put(direction, true);
        assert!(!named.has(direction));
        let mut hidden = Audience::default();
        hidden.put(direction, true);
        hidden.put(person, true);
        assert!(hidden.is_hidden() && !hidden.has(person));
        assert_eq!([4, 5, 12, 15].map(|count| hidden.told(count, 5)), [0, 5, 10, 15]);
        assert_eq!(named.told(3, 5), 3);
    }
}
