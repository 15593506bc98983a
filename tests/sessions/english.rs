//! The same in English.

use insta::assert_snapshot;

use merezha::rehearsal::FileKind;

use super::{DAY, HOUR, times};
use crate::support::{Network, link_code, picture, redacted, shown, toast};

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

#[tokio::test]
async fn the_room_reads_english() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    for person in [&oksana, &petro, &maria] {
        network.says(person, "/settings").await;
        network.presses(person, "English").await;
    }
    let none = network.says(&oksana, "/checkin").await;
    assert!(none.contains("There is no session to check in to"), "{none}");
    network.says(&oksana, "/newsession").await;
    network.says(&oksana, "Second session").await;
    network.says(&oksana, "2 February 12:00-18:00").await;
    network.says(&oksana, "Kyiv").await;
    network.presses(&oksana, "📣 Announce").await;
    network.says(&oksana, "/checkin").await;
    assert_snapshot!(redacted(&oksana.screen()), @"
    🤖 <photo> 🚪 Check-in: Second session

    Show this code at the door. Whoever scans it or opens the link is noted as being there:
    https://t.me/rehearsal_bot?start=КОД

    🕙 It works on 2 February, 11:00–18:00.

    👥 Here: 0 of 0
       [🔎 By name] [♻️ New code]
       [🏠 Menu]
    ");
    let code = link_code(&oksana.screen());
    let mut told = Vec::new();
    for ahead in [DAY - HOUR * 3 / 2, HOUR, HOUR / 60] {
        petro.follows_link(&code);
        network.settle().await;
        told.push(petro.screen());
        network.pass(ahead).await;
    }
    assert_snapshot!(told.join("\n\n"), @"
    🤖 🚪 It is too early: check-in for “Second session” begins on 2 February, 11:00. Please open this link again then.
       [📅 To the session] [🏠 Menu]

    🤖 🚪 It is too early: check-in for “Second session” begins on 2 February, 11:00. Please open this link again then.
       [📅 To the session] [🏠 Menu]

    🤖 🚪 You are checked in: Second session. Good to see you!

    Drawings and models that are made here can be photographed and added to the session’s gallery.
       [📷 Add pictures]
       [📅 To the session] [🏠 Menu]
    ");
    petro.follows_link(&code);
    network.settle().await;
    let stranger = network.arrives("Steve", "en", &code).await;
    assert_snapshot!(stranger.screen(), @"
    🤖 🚪 This is the door of a session of Merezha. Please join Merezha first, and then open this link again.

    This is Merezha, a bot for people who work on a strategy together. People come in by an invitation link from the organizers.

    If you have no link, you can ask to join: the organizers will see your Telegram name.
       [🙋 Ask to join]
    ");
    let by_name = [
        network.presses(&oksana, "🔎 By name").await,
        network.presses(&oksana, "Марія").await,
        network.says(&oksana, "петр").await,
        network.says(&oksana, "nobody").await,
        network.presses(&oksana, "👥 Show all").await,
        network.presses(&oksana, "✅ Done").await,
    ];
    assert_snapshot!(by_name.join("\n\n"), @"
    🤖 🔎 Who is here: Second session
    👥 Here: 1 of 1

    Tap a name to check somebody in, or write a part of a name.
       [Марія]
       [Оксана]
       [✅ Done] [🏠 Menu]

    🤖 🔎 Who is here: Second session
    👥 Here: 2 of 2

    ✅ Марія is here.

    Tap a name to check somebody in, or write a part of a name.
       [↩️ Undo: Марія]
       [Оксана]
       [✅ Done] [🏠 Menu]

    🤖 🔎 Who is here: Second session
    👥 Here: 2 of 2

    Found for “петр”: 1.
    ✅ is here already. Tap to undo.
       [✅ Петро]
       [👥 Show all]
       [✅ Done] [🏠 Menu]

    🤖 🔎 Who is here: Second session
    👥 Here: 2 of 2

    Nobody was found for “nobody”. Try other words.
       [👥 Show all]
       [✅ Done] [🏠 Menu]

    🤖 🔎 Who is here: Second session
    👥 Here: 2 of 2

    Tap a name to check somebody in, or write a part of a name.
       [Оксана]
       [✅ Done] [🏠 Menu]

    🤖 📅 Second session

    🕙 2 February, 12:00–18:00
    📍 Kyiv

    👥 3 people are invited.
    👥 Here: 2 of 2
       [Coming · 2] [Not answered · 1]
       [👥 All · 3]
       [🖥 The wall]
       [🚪 Check-in]
       [✏️ Change] [✖️ Cancel]
       [📎 Materials]
       [← Back] [🏠 Menu]
    ");
    assert_eq!(toast(&oksana), "Checked in: Марія");
    network.presses(&oksana, "♻️ New code").await;
    network.presses(&oksana, "♻️ Yes, a new code").await;
    assert!(shown(&oksana, "no longer works: there is a new one").caption.is_some());
    let pictures = [
        network.presses(&petro, "📷 Add pictures").await,
        network.attaches(&petro, FileKind::Photo, "").await,
        network.says(&petro, "A bridge").await,
        network.attaches(&petro, FileKind::Photo, &"x".repeat(201)).await,
        network.attaches(&petro, FileKind::Document, "plan").await,
    ];
    assert_snapshot!(pictures.join("\n\n"), @"
    🤖 📷 Send photos of drawings and models, one by one or as an album. Everybody invited sees the caption, nobody sees your name. You can add 30 more photos.
       [✅ Done]

    🤖 📷 Added. Photos of yours here: 1.
    You can write a caption for it, send more photos, or finish.
       [✅ Done]

    🤖 💬 The caption is added.
    Send more, or finish.
       [✅ Done]

    🤖 📷 The photo is in the gallery, but its caption is too long: 201 characters, and at most 200 fit. Write a shorter one, and it will stand below this photo.
       [✅ Done]

    🤖 📷 Photos are needed here. Please send a drawing or a model as a photo, not as a file. If there are no more photos, finish.
       [✅ Done]
    ");
    petro.attaches_album(&[picture().into(), picture().into()], "");
    network.settle().await;
    assert_snapshot!(petro.screen(), @"
    🤖 📷 The album is taken: all of its photos will be in the gallery.
    Send more, or finish.
       [✅ Done]
    ");
    let gallery = [
        network.presses(&petro, "✅ Done").await,
        network.presses(&petro, "🖼 Gallery (4)").await,
        network.presses(&petro, "🗑 Take it away").await,
        network.presses(&petro, "🗑 Yes, take it away").await,
    ];
    assert_snapshot!(gallery.join("\n\n"), @"
    🤖 📅 Second session

    🕙 2 February, 12:00–18:00
    📍 Kyiv

    🚪 You are checked in. Good to see you!
       [💬 Add a word] [🗓 To my calendar]
       [📷 Add pictures] [🖼 Gallery (4)]
       [📅 All sessions] [🏠 Menu]

    🤖 <photo> 🖼 Second session
       [◀] [1/4] [▶]
       [🗑 Take it away]
       [📅 To the session] [🏠 Menu]

    🤖 <photo> 🖼 Second session

    🗑 Take this photo out of the gallery? It cannot be brought back.
       [🗑 Yes, take it away]
       [← Back]

    🤖 <photo> 🖼 Second session
       [◀] [1/3] [▶]
       [🗑 Take it away]
       [📅 To the session] [🏠 Menu]
    ");
    network.end().await;
}
