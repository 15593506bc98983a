//! The same in English.

use insta::assert_snapshot;

use super::piled;
use crate::support::Network;
use merezha::rehearsal::Person;

async fn speaks_english(network: &Network, person: &Person) {
    network.says(person, "/settings").await;
    network.presses(person, "English").await;
}

#[tokio::test]
async fn sorting_speaks_english() {
    let (network, [oksana, taras], [_, maria]) = piled(2).await;
    for person in [&oksana, &maria] {
        speaks_english(&network, person).await;
    }
    network.says(&oksana, "/desk").await;
    assert_snapshot!(network.presses(&oksana, "🧭 Directions and sorting").await, @"
    🤖 🧭 Directions and sorting

    Sorted 0 of 2
       [🗂 Sort all (2)]
       [🗳 Put to a vote] [🔀 Merge proposals]
       [🧭 Directions] [🏷 Tags]
       [← To the desk] [🏠 Menu]
    ");
    assert_snapshot!(network.presses(&oksana, "🗂 Sort all (2)").await, @"
    🤖 🗂 Sorting: 0 of 2
    Що варто зробити разом?
    No. 1

    Полагодити міст через річку
       [🔵 Безпека] [🟠 Молодь]
       [🏷 Tags] [Skip →]
       [← To sorting] [🏠 Menu]
    ");
    network.forges(&taras, "r.v.1.-.2._").await;
    assert_snapshot!(network.presses(&oksana, "🔵 Безпека").await, @"
    🤖 Proposal No. 1 is already in “Молодь”, decided by: Тарас. Change it?

    Полагодити міст через річку
       [Yes, to “Безпека”]
       [Leave as it is] [🏠 Menu]
    ");
    network.presses(&oksana, "Yes, to “Безпека”").await;
    assert_snapshot!(network.presses(&oksana, "🏷 Tags").await, @"
    🤖 🏷 Tags of proposal No. 2

    Гурток малювання для дітей
       [unites]
       [divides]
       [problem]
       [← Done] [🏠 Menu]
    ");
    network.presses(&oksana, "unites").await;
    network.presses(&oksana, "← Done").await;
    assert_snapshot!(network.presses(&oksana, "🟠 Молодь").await, @"
    🤖 🎉 Everything is sorted!

    2 proposals have a direction.
       [↩️ Take No. 2 back]
       [← To sorting] [🏠 Menu]
    ");
    network.says(&maria, "/proposals").await;
    network.presses(&maria, "🧭 Directions").await;
    network.presses(&maria, "🔵 Безпека").await;
    assert_snapshot!(network.presses(&maria, "No. 1").await, @"
    🤖 Proposal No. 1
    Що варто зробити разом?
    1 February, 12:00
    🔵 Direction: Безпека

    Полагодити міст через річку

    📜 What became of it
    1 February: 🟠 in the direction “Молодь”
    1 February: 🔵 in the direction “Безпека”
       [← Back] [🏠 Menu]
    ");
    network.end().await;
}

#[tokio::test]
async fn what_becomes_of_proposals_speaks_english() {
    let (network, [oksana, _], [petro, _]) = piled(2).await;
    for person in [&oksana, &petro] {
        speaks_english(&network, person).await;
    }
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "🧭 Directions and sorting").await;
    network.presses(&oksana, "🔀 Merge proposals").await;
    network.presses(&oksana, "No. 1").await;
    network.presses(&oksana, "No. 2").await;
    assert_snapshot!(network.presses(&oksana, "Next →").await, @"
    🤖 🔀 The new common text

    Write it, or send a photo with a caption. You can also take one of these:

    No. 1
    Полагодити міст через річку

    No. 2
    Гурток малювання для дітей
       [Take the text of No. 1]
       [Take the text of No. 2]
       [Cancel]
    ");
    network.presses(&oksana, "Take the text of No. 1").await;
    network.presses(&oksana, "✅ Publish and ask everyone").await;
    assert_snapshot!(petro.screen(), @"
    🤖 🔀 The organizers suggest merging your proposal No. 2 with No. 1. This is the common text. If you say no, yours stays as it is.

    Полагодити міст через річку
       [✅ I agree]
       [✋ No, mine stays as it is]
       [No. 2] [🏠 Menu]
    ");
    network.presses(&petro, "✋ No, mine stays as it is").await;
    network.says(&oksana, "/proposals").await;
    network.presses(&oksana, "No. 3").await;
    network.presses(&oksana, "🔨 Start work").await;
    assert_snapshot!(network.says(&oksana, "There is money").await, @"
    🤖 ✅ No. 3: in progress

    Proposal No. 3
    Що варто зробити разом?
    1 February, 12:00
    in progress
    🔀 Made of No. 1, No. 2

    Полагодити міст через річку

    📜 What became of it
    1 February: in progress
    💬 There is money
       [No. 1] [No. 2]
       [🧭 To direction…] [🏷 Tags]
       [🏁 Done] [✋ Decline]
       [↩️ Consider again]
       [← Back] [🏠 Menu]
    ");
    network.pass(std::time::Duration::from_secs(15 * 60)).await;
    network.end().await;
}
