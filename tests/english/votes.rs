//! Points, a balanced result, ballots from paper, and reminders.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Limits;

use super::{assert_english, presses, two_people};
use crate::support::{Network, redacted, shown};

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn points_balance_paper_and_reminders() {
    let network = Network::empty(Limits::off(), &[("MEREZHA_SMALL_GROUP", "1")]).await;
    let (olha, peter) = two_people(&network).await;
    network.says(&olha, "/desk").await;
    presses(&network, &olha, "📄 Without Telegram").await;
    presses(&network, &olha, "➕ Add a person").await;
    network.says(&olha, "Halyna").await;
    presses(&network, &olha, "Authorities").await;
    network.says(&olha, "/newvote").await;
    network.says(&olha, "Money").await;
    network.says(&olha, "Roads\nSchools\nWater").await;
    presses(&network, &olha, "⚙️ Rules of the vote").await;
    for rule in ["Places", "Points", "5 points", "🏆 1", "🏆 2", "👁 Open", "🔒 Secret", "Balanced"] {
        presses(&network, &olha, rule).await;
    }
    assert_snapshot!(olha.screen(), @"
    🤖 ⚙️ Rules of the vote

    Once it is open, they cannot be changed.

    🔢 You can spread 5 points over the options.
    🏆 2 options win. The result is balanced: all ballots weigh the same, so that a smaller part of the people finds something of its own, too (Method of Equal Shares).
    🔒 Secret: once the vote is over, nobody can find out who chose what.

    Each ballot has an equal share of the places and spends it on what it supports. So a smaller group gets a place, too, if it is large enough. The plain count always stands beside it.
       [Choose] [✓ Points] [Places]
       [3 points] [✓ 5 points] [10 points]
       [20 points]
       [🏆 1] [✓ 🏆 2] [🏆 3]
       [Most votes] [✓ Balanced]
       [✓ 🔒 Secret] [👁 Open]
       [← Done]
    ");
    presses(&network, &olha, "← Done").await;
    presses(&network, &olha, "A week").await;
    presses(&network, &olha, "📣 Open to everyone").await;
    presses(&network, &olha, "👁 Go to the vote").await;
    presses(&network, &olha, "📊 Turnout").await;
    presses(&network, &olha, "🔔 Remind who has not voted: 3").await;
    presses(&network, &olha, "🔔 Remind who has not voted: 3").await;
    assert_snapshot!(peter.screen(), @"
    🤖 🔔 The vote “Money” is open, and your voice is still missing.
    ⏰ Open until 8 February, 12:00.
       [🗳 Vote] [🏠 Menu]
    ");
    presses(&network, &peter, "🗳 Vote").await;
    presses(&network, &peter, "📥 Hand in the ballot").await;
    for button in ["1 · 0", "1 · 1", "1 · 2", "2 · 0", "2 · 1", "3 · 0"] {
        presses(&network, &peter, button).await;
    }
    assert_snapshot!(peter.screen(), @"
    🤖 🗳 Money

    1. Roads — 3 points
    2. Schools — 2 points
    3. Water

    Points left: 0 of 5
       [−] [1 · 3] [+]
       [−] [2 · 2] [+]
       [−] [3 · 0] [+]
       [📥 Hand in the ballot]
       [← Back] [🏠 Menu]
    ");
    presses(&network, &peter, "← Back").await;
    presses(&network, &peter, "🗳 Go on").await;
    network.pass(HOUR).await;
    presses(&network, &peter, "🗳 Go on").await;
    presses(&network, &peter, "📥 Hand in the ballot").await;
    presses(&network, &peter, "👀 My choice").await;
    presses(&network, &peter, "✏️ Change").await;
    presses(&network, &peter, "−").await;
    presses(&network, &peter, "← Back").await;
    presses(&network, &olha, "🔄 Refresh").await;
    presses(&network, &olha, "📝 Enter a ballot from paper").await;
    presses(&network, &olha, "👤 Peter").await;
    presses(&network, &olha, "📄 Halyna").await;
    presses(&network, &olha, "3 · 0").await;
    presses(&network, &olha, "📥 Hand in the ballot").await;
    presses(&network, &olha, "📊 To the turnout").await;
    let turnout = shown(&olha, "Turnout: Money").text.clone().unwrap_or_default();
    assert_snapshot!(turnout, @"
    📊 Turnout: Money

    ▰▰▰▰▰▰▰▱▱▱ 2 of 3 in

    By sector
    Authorities: 2 of 2
    Civil society: 0 of 1

    By region
    Luhansk region: 0 of 1
    Not said: 2 of 2
    ");
    network.pass(HOUR * 24 * 7).await;
    assert_snapshot!(redacted(&peter.screen()), @"
    🤖 🏁 Result: Money

    🏆 1. Roads
    ▰▰▰▰▰▰▰▰▰▰ 3 points

    🏆 3. Water
    ▰▰▰▱▱▱▱▱▱▱ 1 point

    2. Schools
    ▰▰▰▰▰▰▰▱▱▱ 2 points

    Turnout: 2 of 3 (66%). Entered from paper: 1 ballot.

    🏆 “Roads”: 1 person supports it, and 1 of them gets nothing else.
    🏆 “Water”: 1 person supports it, and 1 of them gets nothing else.

    🔢 You can spread 5 points over the options.
    🏆 2 options win. The result is balanced: all ballots weigh the same, so that a smaller part of the people finds something of its own, too (Method of Equal Shares).
    🔒 Secret: once the vote is over, nobody can find out who chose what.

    🧾 The codes of the ballots counted (2); find yours:
    ЧЕК ЧЕК
       [🏠 Menu]
    ");
    assert_english(&olha);
    assert_english(&peter);
    network.end().await;
}
