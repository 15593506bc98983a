//! Sessions: from invitation to minutes.

mod after;
mod before;
mod changes;
mod check_in;
mod english;
mod gallery;
mod guests;
mod places;
mod reminders;

use std::time::Duration;

use merezha::rehearsal::{Person, ShownMessage};

use crate::support::Network;

const DAY: Duration = Duration::from_secs(24 * 3600);
const HOUR: Duration = Duration::from_secs(3600);

/// The organizer says title, time and place, and sees the preview.
async fn makes(network: &Network, organizer: &Person, when: &str, place: &str) -> String {
    network.says(organizer, "/newsession").await;
    network.says(organizer, "Друга сесія").await;
    network.says(organizer, when).await;
    network.says(organizer, place).await
}

/// The same, and announced: everybody has a card.
async fn announces(network: &Network, organizer: &Person, when: &str, place: &str) {
    makes(network, organizer, when, place).await;
    network.presses(organizer, "📣 Оголосити").await;
}

/// The organizer opens what can be done with the newest session.
async fn manages(network: &Network, organizer: &Person) -> String {
    network.says(organizer, "/sessions").await;
    let list = organizer.newest().expect("a list");
    let first = list.buttons().next().expect("a session").text.clone();
    network.presses(organizer, &first).await;
    network.presses(organizer, "🛠 Керувати").await
}

/// The calendar file in a message, as text; its folded lines put together.
async fn calendar(network: &Network, message: &ShownMessage) -> String {
    let document = message.document.as_ref().expect("a document");
    assert_eq!(document.file_name.as_deref(), Some("session.ics"));
    let bytes = network.telegram.file(&document.file_id).await.expect("the file");
    String::from_utf8(bytes.to_vec()).expect("text").replace("\r\n ", "").replace("\r\n", "\n")
}

/// How many messages of the bot show this text.
fn times(person: &Person, text: &str) -> usize {
    let shows = |m: &ShownMessage| {
        m.from.is_bot && [&m.text, &m.caption].into_iter().flatten().any(|said| said.contains(text))
    };
    person.messages().iter().filter(|message| shows(message)).count()
}
