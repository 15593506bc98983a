//! Coming in: by a link, by asking, as the first organizer; and what one says of oneself.

use crate::support::Network;

#[tokio::test]
async fn an_organizer_and_a_participant_join() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let petro = network.joins(&code, "Петро", "Влада", "Донеччина").await;
    println!("{}\n\n{}", oksana.transcript(), petro.transcript());
    network.end().await;
}
