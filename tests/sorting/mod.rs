//! Directions, tags, sorting, and what becomes of proposals.

mod directions;
mod english;
mod index;
mod life;
mod merging;
mod pile;
mod tags;
mod taken_out;
mod voted;

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

/// An organizer makes a direction and sees it.
async fn makes_direction(network: &Network, organizer: &Person, name: &str) -> String {
    goes_home(network, organizer).await;
    network.presses(organizer, "🧭 Напрями").await;
    network.presses(organizer, "➕ Додати напрям").await;
    network.says(organizer, name).await
}

/// The screen from which sorting begins.
async fn goes_home(network: &Network, organizer: &Person) -> String {
    network.says(organizer, "/desk").await;
    network.presses(organizer, "🧭 Напрями й сортування").await
}

/// The same with two directions and so many proposals of Петро's.
async fn piled(proposals: usize) -> (Network, [Person; 2], [Person; 2]) {
    let (network, [oksana, taras], [petro, maria]) = two_organizers().await;
    for name in ["Безпека", "Молодь"] {
        makes_direction(&network, &oksana, name).await;
    }
    for number in 1..=proposals {
        network.proposes(&petro, WORDS[number - 1]).await;
    }
    (network, [oksana, taras], [petro, maria])
}

/// Different enough to be no repetitions.
const WORDS: [&str; 6] = [
    "Полагодити міст через річку",
    "Гурток малювання для дітей",
    "Спільний прийом громадян у селищах",
    "Курси першої допомоги",
    "Вечори настільних ігор",
    "Зимовий ярмарок ремесел",
];

/// An organizer begins to sort everything.
async fn sorts(network: &Network, organizer: &Person) -> String {
    let home = goes_home(network, organizer).await;
    let button = home.lines().find_map(|line| {
        let (_, rest) = line.split_once("[🗂 Сортувати всі")?;
        Some(format!("🗂 Сортувати всі{}", rest.split(']').next()?))
    });
    network.presses(organizer, &button.unwrap_or_else(|| panic!("nothing to sort: {home}"))).await
}
