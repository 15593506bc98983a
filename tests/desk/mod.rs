//! The team, its desk, and what is done by a role.

mod home;
mod log;
mod table;
mod team;

use merezha::rehearsal::{Limits, Person};

use crate::support::{Network, link_code};

/// A network whose first owner, Оксана, came by the link: nobody is named in the settings.
async fn begun() -> (Network, Person) {
    let network = Network::empty(Limits::off(), &[("MEREZHA_ORGANIZERS", "")]).await;
    let code = link_code(network.bot().claim_link.as_deref().expect("a claim link"));
    let oksana = network.arrives("Оксана", "uk", &code).await;
    network.says(&oksana, "Оксана").await;
    (network, oksana)
}

/// An owner gives somebody a role.
async fn gives(network: &Network, owner: &Person, name: &str, role: &str) -> String {
    network.says(owner, "/team").await;
    network.presses(owner, "➕ Надати роль").await;
    network.says(owner, name).await;
    let button = owner.newest().expect("a list").buttons().next().expect("somebody").text.clone();
    network.presses(owner, &button).await;
    network.presses(owner, role).await;
    network.presses(owner, "✅ Так").await
}
