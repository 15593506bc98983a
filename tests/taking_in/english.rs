//! The same in English, not one Cyrillic letter on any screen.

use insta::assert_snapshot;
use merezha::rehearsal::Limits;

use crate::english::{assert_english, presses, two_people};
use crate::support::Network;

#[tokio::test]
async fn proposals_are_taken_in_in_english() {
    let network = Network::empty(Limits::off(), &[]).await;
    let (olha, peter) = two_people(&network).await;
    network.says(&olha, "/newcall").await;
    network.says(&olha, "What should we do?").await;
    presses(&network, &olha, "3").await;
    presses(&network, &olha, "📣 Open to everyone").await;
    network.says(&olha, "/desk").await;
    presses(&network, &olha, "❓ Calls").await;
    presses(&network, &olha, "👤 How many each: What should we do?").await;
    presses(&network, &olha, "← Back").await;
    assert_snapshot!(network.presses(&olha, "🛂 Approve proposals first").await, @"
    🤖 ❓ Calls for proposals

    🟢 What should we do?
    0 proposals

    🛂 Proposals are published after approval by the organizers.
       [➕ New call]
       [🔒 Close: What should we do?]
       [👤 How many each: What should we do?]
       [🛂 Publish at once]
       [← Back]
    ");
    let propose = async |words: &str| {
        network.says(&peter, "/propose").await;
        network.says(&peter, words).await;
        presses(&network, &peter, "✅ Send").await;
    };
    propose("Repair the road to the school").await;
    assert_snapshot!(peter.screen(), @"
    🤖 📨 Thank you! Proposal No. 1 is with the organizers. They look at it before others see it, and you will get their answer here. Other participants do not see who wrote it.
       [💡 Hand in another] [🗂 My proposals]
       [🏠 Menu]
    ");
    assert_snapshot!(olha.screen(), @"
    🤖 🛂 New proposal No. 1
    What should we do?

    Repair the road to the school
       [✅ Publish]
       [✏️ Ask to reword] [✋ Decline]
       [← To the desk] [🏠 Menu]
    ");
    presses(&network, &olha, "✏️ Ask to reword").await;
    presses(&network, &olha, "← Back").await;
    presses(&network, &olha, "✏️ Ask to reword").await;
    presses(&network, &olha, "It is not clear").await;
    assert_snapshot!(peter.screen(), @"
    🤖 ✏️ The organizers ask you to reword proposal No. 1.
    💬 It is not quite clear what it is about. Please explain it a little more.
       [✏️ Reword]
       [Withdraw]
       [🗂 My proposals] [🏠 Menu]
    ");
    presses(&network, &peter, "✏️ Reword").await;
    network.says(&peter, "Repair all roads to the schools").await;
    presses(&network, &peter, "✅ Save").await;
    presses(&network, &olha, "✅ Publish").await;
    assert_english(&peter);

    propose("A summer camp").await;
    presses(&network, &olha, "✋ Decline").await;
    presses(&network, &olha, "⌨️ Say it in my own words").await;
    network.says(&olha, "Not this year").await;
    assert_snapshot!(peter.screen(), @"
    🤖 ✋ The organizers do not publish proposal No. 2.
    💬 Not this year
       [✉️ Write to us]
       [🗂 My proposals] [🏠 Menu]
    ");
    network.says(&peter, "/mine").await;
    presses(&network, &peter, "No. 2").await;
    network.says(&olha, "/propose").await;
    network.says(&olha, "Repairing the road to the school").await;
    assert_snapshot!(network.presses(&olha, "✅ Send").await, @"
    🤖 🔎 There is a similar proposal. Perhaps support it instead?

    Yours: Repairing the road to the school

    No. 1
    Repair all roads to the schools
       [👍 Support No. 1]
       [✅ Send mine anyway]
       [✏️ Edit mine] [Cancel]
    ");
    presses(&network, &olha, "👍 Support No. 1").await;
    presses(&network, &olha, "📤 Send mine, too").await;
    propose("Repair the road to the schools").await;
    presses(&network, &peter, "✅ Send mine anyway").await;
    propose("Trees").await;
    network.says(&peter, "/propose").await;
    assert_english(&peter);
    assert_english(&olha);
    network.end().await;
}
