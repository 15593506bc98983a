//! Participants: who takes part, how they come in, what they say of themselves.

pub mod flow;
pub mod store;
pub mod team;
pub mod view;

use crate::clock::Moment;
use crate::ids::{AffiliationId, InviteId, PersonId, TelegramId};
use crate::l10n::Lang;
use crate::role::Role;
use crate::ui::action::Dimension;
use crate::ui::state::{Label, Name};

/// Somebody who has written to the bot.
#[derive(Debug, Clone)]
pub struct Person {
    pub id: PersonId,
    pub telegram: TelegramId,
    pub lang: Lang,
    /// Of a visitor who asked to join: the one at Telegram.
    pub name: Option<Name>,
    pub sector: Option<AffiliationId>,
    pub region: Option<AffiliationId>,
    pub role: Role,
    pub joined: bool,
    pub blocked: bool,
    /// When they were last here, to the day.
    pub seen_at: Moment,
}

/// A sector or a region.
#[derive(Debug, Clone)]
pub struct Affiliation {
    pub id: AffiliationId,
    pub dimension: Dimension,
    pub uk: Label,
    pub en: Label,
    pub retired: bool,
}

impl Affiliation {
    /// What it is called.
    pub fn label(&self, lang: Lang) -> &Label {
        match lang {
            Lang::Uk => &self.uk,
            Lang::En => &self.en,
        }
    }
}

impl Person {
    /// Somebody who is not noted anywhere, and will not be.
    pub fn unknown(telegram: TelegramId, lang: Lang, now: Moment) -> Self {
        Self {
            id: PersonId(0),
            telegram,
            lang,
            name: None,
            sector: None,
            region: None,
            role: Role::Participant,
            joined: false,
            blocked: false,
            seen_at: now,
        }
    }

    /// Is in, and has this role or a higher one.
    pub fn is(&self, role: Role) -> bool {
        self.joined && self.role >= role
    }

    /// Which sector or region they gave.
    pub fn affiliation(&self, dimension: Dimension) -> Option<AffiliationId> {
        match dimension {
            Dimension::Sector => self.sector,
            Dimension::Region => self.region,
        }
    }
}

/// An invitation link.
#[derive(Debug, Clone)]
pub struct Invite {
    pub id: InviteId,
    /// What follows `?start=` in the link.
    pub code: String,
    pub max_uses: Option<i64>,
    pub uses: i64,
    pub expires_at: Option<Moment>,
    pub revoked: bool,
    /// Whose place whoever follows it takes: somebody's who was not on Telegram. None: whoever comes is new.
    pub whose: Option<PersonId>,
}

/// Whether an invitation still lets people in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    Good,
    Revoked,
    Expired,
    UsedUp,
}

impl Invite {
    /// Whether it lets somebody in now.
    pub fn validity(&self, now: Moment) -> Validity {
        if self.revoked {
            Validity::Revoked
        } else if self.expires_at.is_some_and(|at| at <= now) {
            Validity::Expired
        } else if self.max_uses.is_some_and(|most| self.uses >= most) {
            Validity::UsedUp
        } else {
            Validity::Good
        }
    }
}

/// Somebody's wish to join.
#[derive(Debug, Clone)]
pub struct JoinRequest {
    pub person: PersonId,
    /// How it was settled, if it was.
    pub approved: Option<bool>,
    /// Which organizer settled it, while they are there.
    pub settled_by: Option<PersonId>,
}

/// How many people are in, as organizers see it.
#[derive(Debug, Clone, Copy)]
pub struct Headcount {
    pub joined: i64,
    /// Of these, those whom messages reach.
    pub reachable: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_ends_in_three_ways() {
        let good = Invite {
            id: InviteId(1),
            code: "x".into(),
            max_uses: Some(2),
            uses: 1,
            expires_at: Some(Moment(100)),
            revoked: false,
            whose: None,
        };
        assert_eq!(good.validity(Moment(99)), Validity::Good);
        assert_eq!(good.validity(Moment(100)), Validity::Expired);
        assert_eq!(Invite { uses: 2, ..good.clone() }.validity(Moment(0)), Validity::UsedUp);
        assert_eq!(Invite { revoked: true, ..good }.validity(Moment(0)), Validity::Revoked);
    }
}
