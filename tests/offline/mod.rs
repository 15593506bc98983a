//! People without Telegram: what organizers enter for them, and how they take it over.

mod english;
mod entering;
mod taking_over;

use merezha::rehearsal::Person;

use crate::support::{Network, data};

/// Adds somebody who is not on Telegram; the organizer ends on their screen, whose text this is.
pub async fn adds(network: &Network, organizer: &Person, name: &str) -> String {
    network.says(organizer, "/desk").await;
    network.presses(organizer, "📄 Без Telegram").await;
    network.presses(organizer, "➕ Додати людину").await;
    network.says(organizer, name).await;
    network.presses(organizer, "Влада").await;
    network.presses(organizer, "← Готово").await
}

/// Opens the screen of somebody who is on the list.
pub async fn opens(network: &Network, organizer: &Person, name: &str) -> String {
    network.says(organizer, "/desk").await;
    network.presses(organizer, "📄 Без Telegram").await;
    network.presses(organizer, &format!("📄 {name}")).await
}

/// The number that the buttons of the screen carry.
pub fn number(organizer: &Person) -> String {
    let code = data(&organizer.newest().expect("a person"), "🗑 Вилучити");
    code.trim_start_matches("tx.").to_owned()
}

/// Hands in a proposal for the person whose screen it is.
pub async fn proposes_for_them(network: &Network, organizer: &Person, words: &str) -> String {
    network.presses(organizer, "💡 Подати пропозицію").await;
    network.says(organizer, words).await;
    network.presses(organizer, "✅ Надіслати").await
}
