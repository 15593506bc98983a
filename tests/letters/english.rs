//! The same in English.

use insta::assert_snapshot;

use crate::support::{Network, shown};

#[tokio::test]
async fn letters_with_a_name_and_without_in_english() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Peter"]).await;
    for person in [&oksana, &petro] {
        network.forges(person, "sl.en").await;
    }
    network.forges(&petro, "l").await;
    let preview = network.says(&petro, "Who decides?").await;
    assert_snapshot!(preview, @"
    🤖 Send this to the organizers? They will see your name in Merezha.

    🎭 It can go without a name, too: then nobody sees who wrote it. So that an answer can reach you, the bot keeps the way to you sealed, and destroys it a week after the answer.
       [✉️ Send] [🎭 No name]
       [Cancel]
    ");
    let sent = network.presses(&petro, "🎭 No name").await;
    assert_snapshot!(sent, @"
    🤖 ✅ Passed to the organizers without a name. The answer comes here; you can answer it within a week, then the way to you is destroyed.
       [🏠 Menu]
    ");
    network.says(&oksana, "/desk").await;
    let list = network.presses(&oksana, "✉️ Letters (1)").await;
    assert_snapshot!(list, @"
    🤖 ✉️ Letters
    1 conversation waits for an answer, the oldest at the top.
       [✉️ 🎭 no name · Who decides?]
       [← Back] [🏠 Menu]
    ");
    let letter = network.presses(&oksana, "✉️ 🎭 no name · Who decides?").await;
    assert_snapshot!(letter, @"
    🤖 🎭 Somebody writes without a name:

    ✉️ 1 February
    Who decides?
       [↩️ Answer]
       [📖 The last letter in full]
       [✅ Close without an answer]
       [✉️ Letters] [🏠 Menu]
    ");
    network.presses(&oksana, "↩️ Answer").await;
    network.says(&oksana, "The council").await;
    assert!(shown(&petro, "The council").buttons().any(|b| b.text == "↩️ Answer"));
    network.end().await;
}
