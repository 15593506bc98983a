//! The rule about roles: the network always has an owner who can be reached.

use super::Person;
use crate::role::Role;

/// Why somebody does not get another role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotGiven {
    /// They have it.
    Already,
    /// They have left, or are not on Telegram.
    NotThere,
    /// The settings of the server make them an owner, whatever is said here.
    BySettings,
    /// Nobody else is one.
    LastOwner,
}

/// Whether somebody may get a role. `others`: there is another owner, whom messages reach.
pub fn may_get(who: &Person, role: Role, by_settings: bool, others: bool) -> Result<(), NotGiven> {
    if !who.joined || who.telegram.is_nobody() {
        Err(NotGiven::NotThere)
    } else if who.role == role {
        Err(NotGiven::Already)
    } else if who.role == Role::Owner && by_settings {
        Err(NotGiven::BySettings)
    } else if who.role == Role::Owner && !others {
        Err(NotGiven::LastOwner)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::ids::TelegramId;
    use crate::l10n::Lang;

    #[test]
    fn whatever_is_given_an_owner_stays() {
        for (joined, telegram) in [(true, 7), (false, 7), (true, -7)] {
            for before in Role::ALL {
                let who = Person {
                    joined,
                    role: before,
                    ..Person::unknown(TelegramId(telegram), Lang::Uk, Moment(0))
                };
                for (role, by_settings, others) in Role::ALL
                    .into_iter()
                    .flat_map(|role| [(false, false), (false, true), (true, true)].map(|(a, b)| (role, a, b)))
                {
                    let may = may_get(&who, role, by_settings, others);
                    let there = joined && telegram > 0;
                    let lost = before == Role::Owner && (by_settings || !others);
                    assert_eq!(may.is_ok(), there && role != before && !lost, "{who:?} {role:?}");
                }
            }
        }
    }
}
