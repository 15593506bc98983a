//! Simulated participants, so that an organizer who rehearses sees life: they join, propose, vote, answer polls, and come
//! to sessions.
//!
//! They know the bot only as people do, by what stands on its screens and buttons, in Ukrainian. When they act is
//! left to chance; who they are follows from their number, so that a restart finds the same people.

mod host;
mod member;
mod visit;
mod words;

use std::time::Duration;

use rand::SeedableRng as _;
use rand::rngs::StdRng;
use tokio::time::Instant;

use super::{NewPerson, Telegram};
use member::Member;
use words::Ideas;

/// How often the crowd looks at its phones.
const LOOK: Duration = Duration::from_millis(250);

/// Sets the scene: the first three phones, an organizer who has opened the house, and `size` people who come by.
/// Runs until it is dropped.
pub async fn gather(telegram: Telegram, size: usize) {
    let Some(code) = host::open_house(&telegram).await else {
        log::warn!("The rehearsal could not be set up by itself: the bot does not answer as it used to");
        return;
    };
    let mut members: Vec<Member> =
        present(&telegram, size).into_iter().map(|person| Member::new(person, &code)).collect();
    let mut ideas = Ideas::default();
    let mut chance = StdRng::from_os_rng();
    let mut look = tokio::time::interval(LOOK);
    look.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        look.tick().await;
        let now = Instant::now();
        let door = telegram.people().first().and_then(host::door);
        for member in &mut members {
            member.look(now, &mut ideas, &mut chance);
            if let Some(door) = &door {
                member.visits(door, telegram.with(|world| world.now()), &mut chance);
            }
        }
    }
}

/// The crowd of an earlier run, and as many more as it takes.
fn present(telegram: &Telegram, size: usize) -> Vec<super::Person> {
    let is_crowd = |id| telegram.with(|world| world.profile(id).is_some_and(|profile| profile.crowd));
    let mut crowd: Vec<_> = telegram.people().into_iter().filter(|person| is_crowd(person.id())).collect();
    for number in crowd.len()..size {
        let (first_name, last_name) = words::name(number);
        let person = telegram.person(NewPerson {
            first_name: first_name.into(),
            last_name: Some(last_name.into()),
            username: None,
            language_code: Some("uk".into()),
        });
        person.joins_crowd();
        crowd.push(person);
    }
    crowd.truncate(size);
    crowd
}
