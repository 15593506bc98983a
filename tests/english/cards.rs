//! Proposals as cards, and what comes of the answers.

use insta::assert_snapshot;
use merezha::rehearsal::Limits;

use super::assert_english;
use crate::support::{Network, link_code};

#[tokio::test]
async fn cards_and_what_comes_of_them() {
    let network = Network::empty(Limits::off(), &[("MEREZHA_SMALL_GROUP", "1")]).await;
    let olha = network.arrives("Olha", "en", "").await;
    network.presses(&olha, "As in Telegram: Olha").await;
    network.presses(&olha, "Civil society").await;
    network.presses(&olha, "Luhansk region").await;
    network.says(&olha, "/invite").await;
    let code = link_code(&network.presses(&olha, "➕ For 50 people, a week").await);
    let mut people = Vec::new();
    for (name, sector) in [("Peter", "Authorities"), ("Mary", "Skip")] {
        let person = network.newcomer(name, "en");
        person.follows_link(&code);
        network.settle().await;
        network.presses(&person, &format!("As in Telegram: {name}")).await;
        network.presses(&person, sector).await;
        network.presses(&person, "Skip").await;
        people.push(person);
    }
    let [peter, mary] = people.as_slice() else { unreachable!("two came") };
    network.says(peter, "/stances").await;
    network.says(&olha, "/newcall").await;
    network.says(&olha, "What unites us?").await;
    network.presses(&olha, "📣 Open to everyone").await;
    for words in ["The river", "The forest"] {
        network.says(&olha, "/propose").await;
        network.says(&olha, words).await;
        network.presses(&olha, "✅ Send").await;
    }
    network.says(peter, "/menu").await;
    network.presses(peter, "⚖️ Where you stand").await;
    network.presses(peter, "🤝 Unifiers").await;
    network.presses(peter, "⚖️ Cards").await;
    network.presses(peter, "👍 Agree").await;
    network.presses(peter, "👎 Disagree").await;
    network.presses(peter, "🗂 My stances").await;
    network.presses(peter, "No. 1").await;
    network.presses(peter, "🤷 Pass").await;
    network.presses(peter, "👍 Agree").await;
    network.says(mary, "/stances").await;
    network.forges(mary, "wc.1.a").await;
    network.forges(mary, "wc.2.d").await;
    network.says(mary, "/stances").await;
    let unifiers = network.presses(mary, "🤝 Unifiers").await;
    assert_snapshot!(unifiers, @r"
    🤖 🤝 Unifiers
    How likely agreement is: on average over the groups, and below in the group that agrees least.

    1. No. 1 – 67%
    The river
    Least: sector not given, 67%
    ✅ Agreed by all groups
       [✓ 🤝 Unifiers] [⚡️ Dividers]
       [🔎 Special to each group]
       [✓ By sector] [By region]
       [🖼 As a picture]
       [⚖️ Cards] [🏠 Menu]
    ");
    network.presses(mary, "⚡️ Dividers").await;
    network.presses(mary, "🔎 Special to each group").await;
    network.presses(mary, "By region").await;
    network.presses(mary, "🤝 Unifiers").await;
    network.presses(mary, "✓ By region").await;
    network.presses(mary, "By sector").await;
    network.presses(mary, "🖼 As a picture").await;
    network.says(mary, "/proposals").await;
    network.presses(mary, "No. 1").await;
    network.says(&olha, "/stances").await;
    network.forges(&olha, "u.u.s.0").await;
    network.presses(&olha, "📤 Export for Polis").await;
    network.presses(&olha, "📤 Export by sector").await;
    for person in [&olha, peter, mary] {
        assert_english(person);
    }
    network.end().await;
}
