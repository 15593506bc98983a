//! The main journey wholly in English: not one Cyrillic letter on any screen.

mod cards;
mod exports;
mod journey;
mod news;
mod polls;
mod votes;
mod wall;

use merezha::rehearsal::Person;

use crate::support::{Network, link_code};

pub fn assert_english(person: &Person) {
    let transcript = person.transcript();
    let shown = transcript.lines().filter(|line| !line.contains("Українська]"));
    let cyrillic: Vec<&str> =
        shown.filter(|line| line.chars().any(|c| ('\u{0400}'..'\u{0530}').contains(&c))).collect();
    assert!(cyrillic.is_empty(), "{cyrillic:#?}");
    let toasts = person.toasts().join("\n");
    assert!(!toasts.chars().any(|c| ('\u{0400}'..'\u{0530}').contains(&c) || c == '№'), "{toasts}");
    assert!(!transcript.contains('№'), "English numbers things with No.: {transcript}");
}

/// Presses a button and looks at what comes of it: the next press may put another screen in its place.
pub async fn presses(network: &Network, person: &Person, button: &str) {
    network.presses(person, button).await;
    assert_english(person);
}

/// Olha, who organizes, and Peter, both in English.
pub async fn two_people(network: &Network) -> (Person, Person) {
    let olha = network.arrives("Olha", "en", "").await;
    network.presses(&olha, "As in Telegram: Olha").await;
    network.presses(&olha, "Civil society").await;
    network.presses(&olha, "Luhansk region").await;
    network.says(&olha, "/invite").await;
    let code = link_code(&network.presses(&olha, "➕ For 50 people, a week").await);
    let peter = network.arrives("Peter", "en-GB", &code).await;
    network.presses(&peter, "As in Telegram: Peter").await;
    network.presses(&peter, "Authorities").await;
    network.presses(&peter, "Skip").await;
    (olha, peter)
}
