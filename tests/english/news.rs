//! Each language by itself.

use crate::support::Network;

#[tokio::test]
async fn each_reads_the_same_news_in_their_own_language() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let peter = network.arrives("Peter", "en", &code).await;
    network.presses(&peter, "As in Telegram: Peter").await;
    network.opens_call(&oksana, "What unites us?").await;
    assert!(peter.screen().contains("The organizers are collecting proposals"), "{}", peter.screen());
    assert!(oksana.transcript().contains("Організатори збирають пропозиції"));
    network.says(&peter, "/settings").await;
    network.presses(&peter, "Українська").await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Прийдете?\nТак\nНі").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    network.presses(&peter, "Так").await;
    network.tick().await;
    assert!(peter.screen().contains("Відповіла 1 людина"), "{}", peter.screen());
    network.end().await;
}
