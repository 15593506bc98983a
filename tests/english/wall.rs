//! Steering the wall of a session, in English.

use insta::assert_snapshot;
use merezha::rehearsal::Limits;

use super::{assert_english, presses, two_people};
use crate::support::Network;

#[tokio::test]
async fn a_wall_from_first_to_last() {
    let network = Network::empty(Limits::off(), &[]).await;
    let (olha, peter) = two_people(&network).await;
    network.says(&olha, "/wall").await;
    assert_snapshot!(olha.screen(), @"
    🤖 🖥 A wall belongs to a session, and there is none yet. Begin with that.
       [➕ New session] [🏠 Menu]
    ");
    for words in ["/newsession", "Second session", "2 February 12:00–18:00", "Kyiv"] {
        network.says(&olha, words).await;
    }
    presses(&network, &olha, "📣 Announce").await;
    network.says(&olha, "/newcall").await;
    network.says(&olha, "What unites us?").await;
    presses(&network, &olha, "📣 Open to everyone").await;
    network.says(&olha, "/newcall").await;
    network.says(&olha, "What divides us?").await;
    presses(&network, &olha, "📣 Open to everyone").await;
    network.says(&olha, "/wall").await;
    presses(&network, &olha, "💡 Proposals").await;
    assert_snapshot!(olha.screen(), @"
    🤖 💡 Proposals of which call?
       [🟢 What divides us?]
       [🟢 What unites us?]
       [💡 Of all calls]
       [← Back] [🏠 Menu]
    ");
    presses(&network, &olha, "🟢 What divides us?").await;
    let screen = olha.screen();
    let (before, after) = screen.split_once("/wall/").expect("an address");
    assert_snapshot!(format!("{before}/wall/…{}", &after[22..]), @"
    🤖 🖥 The wall of Second session

    It shows 💡 Proposals: What divides us?

    Open this on the computer with the projector: https://merezha.example/wall/…

    Whoever has this link sees the wall, and nothing else.
       [🏷 Title] [📲 Join]
       [✓ 💡 Proposals] [🖼 Gallery]
       [📊 Poll] [🗳 Vote]
       [🤝 Sectors] [🤝 Regions]
       [🌐 Українська] [🚫 Take it down]
       [← Back] [🏠 Menu]
    ");
    presses(&network, &olha, "📊 Poll").await;
    assert_snapshot!(olha.screen(), @"
    🤖 📊 There has been no poll yet. Make the first one, and it can be shown.
       [➕ New poll]
       [← Back] [🏠 Menu]
    ");
    presses(&network, &olha, "➕ New poll").await;
    network.says(&olha, "Shall we go on?\nYes\nNo").await;
    presses(&network, &olha, "👥 For: everyone (2)").await;
    presses(&network, &olha, "🖥 Only on the wall").await;
    presses(&network, &olha, "📣 Open it").await;
    assert_snapshot!(olha.screen(), @"
    🤖 ✅ The poll is open and already on the wall: Shall we go on?

    Nobody gets a message about it: people answer by the wall’s QR code, or from the list of polls.
       [👁 See the answers]
       [🖥 The wall]
       [🏠 Menu]
    ");
    peter.follows_link("poll-1");
    network.settle().await;
    assert_snapshot!(peter.screen(), @"
    🤖 📊 Shall we go on?

    🕶 Anonymous: nobody sees any names. While the poll is open only the bot knows who answered what; once it is over, it forgets.
       [Yes]
       [No]
       [🏠 Menu]
    ");
    presses(&network, &olha, "🖥 The wall").await;
    presses(&network, &olha, "🚫 Take it down").await;
    assert_snapshot!(olha.screen(), @"
    🤖 🚫 The wall is down, and its link shows nothing any more. Opened again, it gets a new link.
       [🖥 Open it again]
       [← Back] [🏠 Menu]
    ");
    for person in [&olha, &peter] {
        assert_english(person);
    }
    network.end().await;
}
