//! Taking proposals in: organizers who look at them first, similar ones, and how many each person may have.

mod approval;
mod close;
mod english;
mod limits;
mod pile;
mod unseen;

use merezha::rehearsal::Person;

use crate::support::Network;

/// A network with a call, two organizers, Оксана and Тарас, and two others.
async fn two_organizers() -> (Network, [Person; 2], [Person; 2]) {
    let (network, oksana) = Network::start_with(&[("MEREZHA_ORGANIZERS", "1001,1002")]).await;
    let taras = network.arrives("Тарас", "uk", "").await;
    network.says(&taras, "Тарас").await;
    network.presses(&taras, "Пропустити").await;
    network.presses(&taras, "Пропустити").await;
    let people = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_call(&oksana, "Що варто зробити разом?").await;
    (network, [oksana, taras], people)
}

/// Organizers look at proposals first, or no longer.
async fn switches(network: &Network, organizer: &Person, button: &str) -> String {
    network.says(organizer, "/desk").await;
    network.presses(organizer, "❓ Збори пропозицій").await;
    network.presses(organizer, button).await
}

const APPROVE_FIRST: &str = "🛂 Спершу схвалювати пропозиції";

/// The same with approval switched on.
async fn approving() -> (Network, [Person; 2], [Person; 2]) {
    let (network, organizers, people) = two_organizers().await;
    switches(&network, &organizers[0], APPROVE_FIRST).await;
    (network, organizers, people)
}

/// What people see of a proposal's words: nothing, unless it is in the list.
async fn list(network: &Network, person: &Person) -> String {
    network.says(person, "/proposals").await
}
