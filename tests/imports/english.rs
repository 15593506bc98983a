//! The same in English.

use insta::assert_snapshot;
use merezha::rehearsal::FileKind;

use crate::support::Network;

#[tokio::test]
async fn an_organizer_brings_proposals_in() {
    let network = Network::empty(merezha::rehearsal::Limits::off(), &[]).await;
    let anna = network.newcomer("Anna", "en");
    anna.follows_link("");
    network.settle().await;
    network.presses(&anna, "As in Telegram: Anna").await;
    network.presses(&anna, "Civil society").await;
    network.presses(&anna, "Luhansk region").await;
    network.says(&anna, "/newcall").await;
    network.says(&anna, "What unites us?").await;
    network.presses(&anna, "📣 Open to everyone").await;
    network.says(&anna, "/desk").await;
    assert_snapshot!(network.presses(&anna, "📥 Bring proposals in").await, @"
    🤖 📥 Bring proposals in

    Send here:
    • a CSV or XLSX file, up to 5 MB and 5,000 rows;
    • or a message with an idea on each line;
    • or photos of drawings with captions, one by one or as an album.

    First you will see what could be read, and nothing comes in unless you confirm it. Nobody is sent anything.
       [🗂 All imports]
       [Cancel]
    ");
    let csv = "name,idea\nPetro,A bridge across the river\nMaria,a bridge across the river!\nIvan,Bridges across the river\n";
    anna.attaches(FileKind::Document, csv.as_bytes().to_vec(), "ideas.csv", "");
    network.settle().await;
    assert_snapshot!(anna.screen(), @"
    🤖 👀 ideas.csv
    This is what could be read. Nothing was brought in yet.

    ❓ To the call: What unites us?
    🔤 Proposals in column B: idea
    👤 The names in column A are not taken over: people may not have agreed to that.

    ✅ 1 new proposal
    🟰 1 repeats another (in the bot already: 0) — left out
    🔎 1 looks like another — comes in, too

    For example:
    2. A bridge across the river
       [✅ Bring in 2 proposals]
       [🔤 Another column] [❓ Another call]
       [🔎 Leave out what is alike]
       [🟰 Repeated (1)] [🔎 Alike (1)]
       [Cancel this import]
       [🏠 Menu]
    ");
    assert_snapshot!(network.presses(&anna, "🔎 Alike (1)").await, @"
    🤖 🔎 Alike

    4. Bridges across the river
    looks like row 2
       [← Back]
    ");
    network.presses(&anna, "← Back").await;
    assert_snapshot!(network.presses(&anna, "✅ Bring in 2 proposals").await, @"
    🤖 ✅ 2 proposals were brought in to the call “What unites us?”.

    📄 ideas.csv, 1 February, 12:00
    👤 Anna
       [↩️ Take it back]
       [📋 All proposals]
       [🗂 All imports] [🏠 Menu]
    ");
    network.forges(&anna, "pp.1").await;
    assert!(anna.screen().contains("Brought in by organizers"), "{}", anna.screen());
    network.forges(&anna, "im.i.1").await;
    assert_snapshot!(network.presses(&anna, "↩️ Take it back").await, @"
    🤖 ↩️ Take this import back?

    Nobody will see 2 proposals any more, and where people stand on them will not count.
       [Take all back (2)]
       [← Back]
    ");
    assert_snapshot!(network.presses(&anna, "Take all back (2)").await, @"
    🤖 ↩️ This import was taken back.

    📄 ideas.csv, 1 February, 12:00
    👤 Anna
       [📋 All proposals]
       [🗂 All imports] [🏠 Menu]
    ");
    network.end().await;
}
