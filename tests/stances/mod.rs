//! Stances: proposals as cards, one's own stances, and what unites and divides.

mod cards;
mod unity;

use merezha::rehearsal::Person;

use crate::support::Network;

pub const AGREE: &str = "👍 Згода";
pub const DISAGREE: &str = "👎 Не згода";
pub const PASS: &str = "🤷 Пропустити";

/// Оксана opens a call and hands in that many proposals.
pub async fn with_proposals(network: &Network, oksana: &Person, many: u32) {
    network.opens_call(oksana, "Що нас об’єднує?").await;
    for number in 1..=many {
        network.proposes(oksana, &format!("Думка {number}")).await;
    }
}

/// The number of the proposal on somebody's screen.
pub fn number(person: &Person) -> u32 {
    let screen = person.screen();
    let (_, rest) = screen.split_once('№').unwrap_or_else(|| panic!("no number: {screen}"));
    rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().expect("a number")
}

/// Goes through all cards there are, and answers each by its number.
pub async fn answers(network: &Network, person: &Person, answer: impl Fn(u32) -> &'static str) {
    let mut screen = network.says(person, "/stances").await;
    while screen.contains("Картка") {
        screen = network.presses(person, answer(number(person))).await;
        if screen.contains("▶️ Наступні картки") {
            screen = network.presses(person, "▶️ Наступні картки").await;
        }
    }
}
