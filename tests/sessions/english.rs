//! The same in English.

use insta::assert_snapshot;

use super::{DAY, HOUR, times};
use crate::support::{Network, shown};

#[tokio::test]
async fn a_session_reads_english() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    for person in [&oksana, &petro] {
        network.says(person, "/settings").await;
        network.presses(person, "English").await;
    }
    let asked = [
        network.says(&oksana, "/newsession").await,
        network.says(&oksana, "Second session").await,
        network.says(&oksana, "on Wednesday").await,
        network.says(&oksana, "10 February 10:00-18:00").await,
        network.says(&oksana, "Kyiv https://meet.example.org").await,
        network.presses(&oksana, "🪑 Places").await,
        network.says(&oksana, "1").await,
    ];
    assert_snapshot!(asked.join("\n\n"), @"
    🤖 📅 What is the session called? For example: “Second session: the action plan”.
       [Cancel]

    🤖 🕙 When is it? For example: 5 February 10:00–18:00, 05.02 10:00 or, for two days, 5–6 February 10:00–17:00. Kyiv time.
       [Cancel]

    🤖 That was not understood, or it is past. Write day and hour, for example: 5 February 10:00–18:00, tomorrow from 10 to 13 or 5–6 February 10:00–17:00.
       [Cancel]

    🤖 📍 Where is it? Write the place, send a point on the map (📎 → Location), or a link if it is online. A place and a link together are fine.
       [Cancel]

    🤖 👀 📅 Second session

    🕙 10 February, 10:00–18:00
    📍 Kyiv
    💻 You can also join online

    👥 For: everyone. 2 people will be invited.
       [✏️ Title] [🕙 When]
       [📍 Where] [📋 Agenda]
       [🪑 Places] [👥 For whom]
       [📣 Announce]
       [Cancel]

    🤖 🪑 How many people fit in? Choose or write a number.
       [15] [30] [50] [100]
       [✓ no limit]
       [← Back] [Cancel]

    🤖 👀 📅 Second session

    🕙 10 February, 10:00–18:00
    📍 Kyiv
    💻 You can also join online
    🪑 1 place

    When no places are left, people go on a waiting list.

    👥 For: everyone. 2 people will be invited.
       [✏️ Title] [🕙 When]
       [📍 Where] [📋 Agenda]
       [🪑 Places] [👥 For whom]
       [📣 Announce]
       [Cancel]
    ");
    network.presses(&oksana, "📣 Announce").await;
    network.presses(&petro, "✅ Coming").await;
    let card = shown(&petro, "You are coming");
    network.presses_on(&petro, &card, "💬 Add a word").await;
    network.says(&petro, "no meat").await;
    assert_snapshot!(petro.screen(), @"
    🤖 💬 Noted; the organizers will see it.

    📅 Second session

    🕙 10 February, 10:00–18:00
    📍 Kyiv
    💻 You can also join online
    🪑 1 place

    ✅ You are coming. If your plans change, just choose another answer.
    🔗 https://meet.example.org
    💬 no meat
       [✓ ✅ Coming] [💻 Online]
       [🙅 Not coming] [🤔 Not sure yet]
       [💬 Add a word] [🗓 To my calendar]
       [📅 All sessions] [🏠 Menu]
    ");
    network.presses(&oksana, "✅ Coming").await;
    assert!(oksana.screen().contains("You are first."), "{}", oksana.screen());
    network.pass(2 * DAY - 2 * HOUR).await;
    assert_snapshot!(petro.screen(), @"
    🤖 🔔 We look forward to seeing you: Second session

    🕙 10 February, 10:00–18:00
    📍 Kyiv
    🔗 https://meet.example.org
       [🙅 I cannot come]
       [📅 To the session] [🔕 No reminders]
       [🏠 Menu]
    ");
    network.presses(&petro, "🙅 I cannot come").await;
    network.tick().await;
    assert_snapshot!(oksana.screen(), @"
    🤖 🪑 A place is free: Second session. We hold it for you until 4 February, 10:00, then it is offered to the next person on the list.

    🕙 10 February, 10:00–18:00
       [✅ Yes, I am coming]
       [🙅 Not coming]
       [📅 To the session] [🏠 Menu]
    ");
    network.presses(&oksana, "✅ Yes, I am coming").await;
    network.says(&oksana, "/sessions").await;
    network.presses(&oksana, "✅ 10 February · Second session").await;
    network.presses(&oksana, "🛠 Manage").await;
    network.presses(&oksana, "✏️ Change").await;
    network.presses(&oksana, "🕙 When").await;
    let preview = network.says(&oksana, "11 February 10:00-18:00").await;
    assert_snapshot!(preview, @"
    🤖 👀 📅 Second session

    🕙 11 February, 10:00–18:00
    📍 Kyiv
    💻 You can also join online
    🪑 1 place

    When no places are left, people go on a waiting list.

    ✏️ The bot will tell everybody concerned:
    🕙 10 February, 10:00–18:00 → 11 February, 10:00–18:00
       [✏️ Title] [🕙 When]
       [📍 Where] [📋 Agenda]
       [🪑 Places]
       [✅ Save and tell people]
       [Cancel]
    ");
    network.presses(&oksana, "✅ Save and tell people").await;
    assert_eq!(times(&petro, "something has changed"), 0, "{}", petro.transcript());
    assert_snapshot!(oksana.screen(), @"
    🤖 <document session.ics> ✏️ Second session: something has changed

    🕙 10 February, 10:00–18:00 → 11 February, 10:00–18:00
       [✅ Coming] [💻 Online]
       [🙅 Not coming] [🤔 Not sure yet]
       [📅 To the session] [🏠 Menu]
    ");
    network.end().await;
}
