//! The same in English.

use insta::assert_snapshot;

use crate::support::{Network, shown};

#[tokio::test]
async fn an_announcement_is_planned_changed_read_and_taken_back_in_english() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    for person in [&oksana, &petro] {
        network.forges(person, "sl.en").await;
    }
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "New rules").await;
    network.presses(&oksana, "👥 Everyone (2)").await;
    network.presses(&oksana, "Ask for “read”").await;
    network.presses(&oksana, "⏰ At a certain time").await;
    let confirm = network.says(&oksana, "tomorrow 12:00").await;
    assert_snapshot!(confirm, @"
    🤖 For: everyone.
    That is 2 people now; those who fit then will get it.
    ⏰ It goes on 2 February, 12:00, Kyiv time.
       [✅ Schedule]
       [⏰ Another time] [📣 Send now]
       [✓ Ask for “read”]
       [👥 Other people] [✏️ Another message]
       [Cancel]
    ");
    let waiting = network.presses(&oksana, "✅ Schedule").await;
    assert_snapshot!(waiting, @"
    🤖 ⏰ Goes on 2 February, 12:00, Kyiv time
    For: everyone

    New rules

    ✅ People will be asked to confirm that they have read it.
       [📖 Show it]
       [✏️ Change]
       [📣 Send now] [🗑 Cancel it]
       [🗂 Announcements] [🏠 Menu]
    ");
    network.presses(&oksana, "📣 Send now").await;
    network.presses(&petro, "✅ Read and understood").await;
    network.forges(&oksana, "an.e.1").await;
    network.says(&oksana, "Newer rules").await;
    network.presses(&oksana, "✅ Change it for everyone").await;
    network.tick().await;
    assert_snapshot!(oksana.screen(), @"
    🤖 ✅ The announcement is sent
    For: everyone

    ▰▰▰▰▰▰▰▰▰▰ 2 / 2
    Sent: 2 · Bot blocked: 0 · Failed: 0

    ✏️ Changed on 1 February, 12:00
    ▰▰▰▰▰▰▰▰▰▰ 2 / 2
    Done: 2 · Failed (bot blocked, or the message is gone): 0

    👀 Have confirmed reading it: 1
       [👀 Who has read it]
       [📖 Show it] [✏️ Change words]
       [🗑 Take back]
       [🗂 Announcements] [🏠 Menu]
    ");
    let readers = network.presses(&oksana, "👀 Who has read it").await;
    assert_snapshot!(readers, @"
    🤖 👀 Newer rules

    • Оксана
       [✓ Not yet (1)] [Have read (1)]
       [🔔 Remind those who have not]
       [← Back] [🏠 Menu]
    ");
    network.presses(&oksana, "🔔 Remind those who have not").await;
    network.forges(&oksana, "an.x.1.0").await;
    assert_snapshot!(oksana.screen(), @"
    🤖 Take the announcement back? It will be deleted for everyone who has it, in groups, too. Who has not got it yet will not get it.
       [Yes, take it back] [← Back]
    ");
    network.presses(&oksana, "Yes, take it back").await;
    network.tick().await;
    assert!(!petro.transcript().contains("Newer rules"), "{}", petro.transcript());
    assert!(shown(&oksana, "Announcement taken back").text.is_some());
    network.end().await;
}
