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
       [🗳 Put to a vote]
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
