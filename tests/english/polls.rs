//! Quick polls of every kind, in English.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Limits;

use super::{assert_english, presses, two_people};
use crate::support::{Network, shown, toast};

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn polls_of_every_kind() {
    let network = Network::empty(Limits::off(), &[]).await;
    let (olha, peter) = two_people(&network).await;
    network.says(&olha, "/poll").await;
    network.says(&olha, "When do we meet?\nMorning\nEvening").await;
    for button in ["Several", "At the end", "👁 With names", "A date…"] {
        presses(&network, &olha, button).await;
    }
    network.says(&olha, "some day").await;
    network.says(&olha, "5 February 18:00").await;
    presses(&network, &olha, "👥 For: everyone (2)").await;
    assert_snapshot!(olha.screen(), @"
    🤖 Whom is the poll for?
       [👥 Everyone (2)]
       [Authorities (1)] [Civil society (1)]
       [Luhansk region (1)]
       [🔎 Choose exactly]
       [🖥 Only on the wall]
       [← Back] [Cancel]
    ");
    presses(&network, &olha, "👥 Everyone (2)").await;
    assert_snapshot!(olha.screen(), @"
    🤖 👀 When do we meet?

    ▫️ Morning
    ▫️ Evening

    ☑️ You can choose several answers.
    🙈 The result can be seen once the poll is over.
    👁 With names: everyone sees who answered what.
    ⏰ Open until 5 February, 18:00.

    Once it is sent, this cannot be changed.
       [📣 Send to everyone]
       [One answer] [✓ Several]
       [Result at once] [✓ At the end]
       [🕶 Anonymous] [✓ 👁 With names]
       [A day] [A week]
       [By hand] [✓ A date…]
       [👥 For: everyone (2)]
       [✏️ Edit] [Cancel]
    ");
    presses(&network, &olha, "📣 Send to everyone").await;
    presses(&network, &peter, "⬜️ Morning").await;
    presses(&network, &peter, "⬜️ Evening").await;
    presses(&network, &peter, "✅ Evening").await;
    assert_eq!(toast(&peter), "Answer taken back: Evening");
    assert_snapshot!(peter.screen(), @"
    🤖 📊 When do we meet?

    ☑️ You can choose several answers.
    🙈 The result can be seen once the poll is over.
    👁 With names: everyone sees who answered what.
    ⏰ Open until 5 February, 18:00.
       [✅ Morning]
       [⬜️ Evening]
       [🏠 Menu]
    ");
    assert!(network.forges(&peter, "qi.1").await.contains("cannot be seen yet"));
    network.pass(HOUR * 24 * 5).await;
    assert_snapshot!(peter.screen(), @"
    🤖 <photo> 📊 The result: When do we meet?
    1 person answered

    Morning — 1 (100%)
    Evening — 0 (0%)
       [🏠 Menu]
    ");
    presses(&network, &peter, "👥 Who answered what").await;
    assert_snapshot!(shown(&peter, "👥 When do we meet?").text.clone().unwrap_or_default(), @r"
    👥 When do we meet?

    Morning
    Peter
    ");
    network.says(&olha, "/polls").await;
    presses(&network, &olha, "🏁 When do we meet?").await;
    presses(&network, &olha, "🔁 Ask again").await;
    presses(&network, &olha, "🕶 Anonymous").await;
    presses(&network, &olha, "👥 For: everyone (2)").await;
    presses(&network, &olha, "Authorities (1)").await;
    assert_snapshot!(olha.screen(), @"
    🤖 👀 When do we meet?

    ▫️ Morning
    ▫️ Evening

    ☑️ You can choose several answers.
    🙈 The result can be seen once the poll is over.
    🕶 Anonymous: nobody sees any names. While the poll is open only the bot knows who answered what; once it is over, it forgets.
    ⏰ The organizers will say when it closes.
    🔁 The same poll was held on 1 February, 12:00. The results can be compared.

    ⚠️ This group has too few people for answers to be truly anonymous: one can guess who answered what.

    Once it is sent, this cannot be changed.
       [📣 Send to: Authorities]
       [One answer] [✓ Several]
       [Result at once] [✓ At the end]
       [✓ 🕶 Anonymous] [👁 With names]
       [A day] [A week]
       [✓ By hand] [A date…]
       [👥 For: Authorities (1)]
       [✏️ Edit] [Cancel]
    ");
    presses(&network, &olha, "👥 For: Authorities (1)").await;
    presses(&network, &olha, "👥 Everyone (2)").await;
    presses(&network, &olha, "📣 Send to everyone").await;
    presses(&network, &peter, "⬜️ Evening").await;
    network.says(&olha, "/polls").await;
    presses(&network, &olha, "🟢 When do we meet?").await;
    presses(&network, &olha, "🏁 Close the poll").await;
    presses(&network, &olha, "⚖️ Compare with the earlier one").await;
    assert_snapshot!(olha.screen(), @"
    🤖 <photo> ⚖️ When do we meet?
    1 person answered (1 February, 12:00)
    1 person answered (6 February, 12:00)

    Morning: 100% → 0% (1 → 0)
    Evening: 0% → 100% (0 → 1)
       [🏠 Menu]
    ");
    assert_english(&olha);
    assert_english(&peter);
    network.end().await;
}
