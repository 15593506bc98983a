//! Sessions: reminders, a place that is held and let go, and the question how it was, each once whatever happens around
//! its moment.

use std::time::Duration;

use merezha::rehearsal::Person;

use super::{DAY, HOUR};
use crate::support::Network;

/// How often somebody was reminded, offered a place, told that it is gone, and asked how it was.
type Heard = [usize; 4];

fn heard(person: &Person) -> Heard {
    ["🔔", "🪑 Звільнилося місце", "⏳ Місце, яке ми", "Як усе пройшло?"].map(|words| {
        let messages = person.messages();
        let told = messages.iter().filter_map(|m| m.text.as_deref()).filter(|text| text.contains(words));
        told.count()
    })
}

/// Each moment, counted from the announcement, and what Богдан (who comes), Марія and Андрій (who wait for one of two
/// places) and Ірина (who has not answered) have heard by then. Петро gives his place back after four days.
const MOMENTS: [(Duration, [Heard; 4]); 7] = [
    (hours(24 * 2), [[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0]]),
    (hours(24 * 4), [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0]]),
    (hours(24 * 5), [[1, 0, 0, 0], [0, 1, 1, 0], [0, 1, 0, 0], [1, 0, 0, 0]]),
    (hours(24 * 6), [[1, 0, 0, 0], [0, 1, 1, 0], [0, 1, 1, 0], [1, 0, 0, 0]]),
    (hours(24 * 8), [[2, 0, 0, 0], [1, 1, 1, 0], [1, 1, 1, 0], [2, 0, 0, 0]]),
    (hours(9 * 24 - 2), [[3, 0, 0, 0], [2, 1, 1, 0], [2, 1, 1, 0], [3, 0, 0, 0]]),
    (hours(9 * 24 + 7), [[3, 0, 0, 1], [2, 1, 1, 0], [2, 1, 1, 0], [3, 0, 0, 0]]),
];

const fn hours(hours: u64) -> Duration {
    Duration::from_secs(hours * 3600)
}

/// A session in nine days with two places: Петро and Богдан come, Марія and Андрій wait, Ірина has not said.
async fn scene() -> (Network, Person, [Person; 4]) {
    let (network, oksana) = Network::start().await;
    let [petro, bohdan, maria, andrii, iryna] =
        network.join(&oksana, ["Петро", "Богдан", "Марія", "Андрій", "Ірина"]).await;
    for words in ["/newsession", "Друга сесія", "10 лютого 12:00–18:00", "Київ"] {
        network.says(&oksana, words).await;
    }
    network.presses(&oksana, "🪑 Місця").await;
    network.says(&oksana, "2").await;
    network.presses(&oksana, "📣 Оголосити").await;
    for person in [&petro, &bohdan, &maria, &andrii] {
        network.presses(person, "✅ Прийду").await;
    }
    (network, petro, [bohdan, maria, andrii, iryna])
}

/// Goes from moment to moment; a second before and right after each, `something` happens, which must change nothing.
async fn passes(something: impl AsyncFn(&mut Network)) {
    let (mut network, petro, people) = scene().await;
    let (mut passed, mut before) = (Duration::ZERO, [[0; 4]; 4]);
    for (moment, after) in MOMENTS {
        network.pass(moment - passed - Duration::from_secs(1)).await;
        something(&mut network).await;
        assert_eq!(people.each_ref().map(heard), before, "a second before {moment:?}");
        network.pass(Duration::from_secs(1)).await;
        if moment == hours(24 * 4) {
            network.presses(&petro, "🙅 Не прийду").await;
            network.tick().await;
        }
        something(&mut network).await;
        assert_eq!(people.each_ref().map(heard), after, "at {moment:?}");
        (passed, before) = (moment, after);
    }
    network.end().await;
}

#[tokio::test]
async fn a_restart_around_a_moment_loses_and_repeats_nothing() {
    passes(async |network| {
        network.restart().await;
        network.tick().await;
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_jumps_back_and_ahead_again_loses_and_repeats_nothing() {
    passes(async |network| {
        network.clock.back(3 * DAY);
        network.tick().await;
        network.clock.forward(3 * DAY);
        network.tick().await;
    })
    .await;
}

#[tokio::test]
async fn whoever_is_off_at_the_moment_itself_hears_of_it_later_and_only_of_what_lies_ahead() {
    let (mut network, petro, people) = scene().await;
    network.stop().await;
    network.clock.forward(8 * DAY + HOUR);
    network.run().await;
    network.tick().await;
    // Two reminders were missed; the later one is enough.
    assert_eq!(people.each_ref().map(heard), [[1, 0, 0, 0], [0; 4], [0; 4], [1, 0, 0, 0]]);
    network.presses(&petro, "🙅 Не зможу прийти").await;
    network.tick().await;
    network.stop().await;
    network.clock.forward(20 * DAY);
    network.run().await;
    network.tick().await;
    // It is long over: nobody is reminded of it, offered a place in it, or asked how it was.
    assert_eq!(people.each_ref().map(heard), [[1, 0, 0, 0], [0, 1, 0, 0], [0; 4], [1, 0, 0, 0]]);
    network.end().await;
}
