//! People whose Telegram speaks neither of our languages.

use insta::assert_snapshot;

use crate::support::Network;

#[tokio::test]
async fn somebody_whose_telegram_speaks_neither_language_is_asked() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let hans = network.arrives("Hans", "de", &code).await;
    assert_snapshot!(hans.screen(), @r"
    🤖 Якою мовою вам зручніше?
    Which language suits you better?
       [Українська] [English]
    ");
    let again = network.says(&hans, "Hallo").await;
    assert!(again.contains("Якою мовою вам зручніше?"), "{again}");
    let welcome = network.presses(&hans, "English").await;
    assert!(welcome.contains("What shall we call you?"), "{welcome}");
    let named = network.presses(&hans, "As in Telegram: Hans").await;
    assert!(named.contains("Nice to meet you, Hans!"), "{named}");
    network.end().await;
}

#[tokio::test]
async fn somebody_at_the_door_is_asked_for_a_language_too() {
    let (network, oksana) = Network::start().await;
    let hans = network.arrives("Hans", "de", "").await;
    assert!(hans.screen().contains("Which language suits you better?"), "{}", hans.screen());
    let door = network.presses(&hans, "English").await;
    assert_snapshot!(door, @r"
    🤖 This is Merezha, a bot for people who work on a strategy together. People come in by an invitation link from the organizers.

    If you have no link, you can ask to join: the organizers will see your Telegram name.
       [🙋 Ask to join]
    ");
    assert_eq!(network.says(&hans, "Hallo").await, door, "once is enough");
    network.says(&hans, "/cancel").await;
    network.says(&hans, "/start").await;
    network.presses(&hans, "🙋 Ask to join").await;
    network.presses(&oksana, "✅ Пустити").await;
    let approved = hans.screen();
    assert!(approved.contains("What shall we call you?"), "{approved}");
    let named = network.presses(&hans, "As in my Telegram").await;
    assert!(named.contains("Nice to meet you, Hans!"), "{named}");
    network.end().await;
}
