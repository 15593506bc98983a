//! The main journey wholly in English: not one Cyrillic letter on any screen.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::{Limits, Person};

use crate::support::{Network, link_code, redacted, shown};

const HOUR: Duration = Duration::from_secs(3600);

fn assert_english(person: &Person) {
    let transcript = person.transcript();
    let shown = transcript.lines().filter(|line| !line.contains("[Українська]"));
    let cyrillic: Vec<&str> =
        shown.filter(|line| line.chars().any(|c| ('\u{0400}'..'\u{0530}').contains(&c))).collect();
    assert!(cyrillic.is_empty(), "{cyrillic:#?}");
    let toasts = person.toasts().join("\n");
    assert!(!toasts.chars().any(|c| ('\u{0400}'..'\u{0530}').contains(&c) || c == '№'), "{toasts}");
    assert!(!transcript.contains('№'), "English numbers things with No.: {transcript}");
}

/// Presses a button and looks at what comes of it: the next press may put another screen in its place.
async fn presses(network: &Network, person: &Person, button: &str) {
    network.presses(person, button).await;
    assert_english(person);
}

/// Olha, who organizes, and Peter, both in English.
async fn two_people(network: &Network) -> (Person, Person) {
    let olha = network.newcomer("Olha", "en");
    olha.follows_link("");
    network.settle().await;
    network.presses(&olha, "As in Telegram: Olha").await;
    network.presses(&olha, "Civil society").await;
    network.presses(&olha, "Luhansk region").await;
    network.says(&olha, "/invite").await;
    let code = link_code(&network.presses(&olha, "➕ For 50 people, a week").await);
    let peter = network.newcomer("Peter", "en-GB");
    peter.follows_link(&code);
    network.settle().await;
    network.presses(&peter, "As in Telegram: Peter").await;
    network.presses(&peter, "Authorities").await;
    network.presses(&peter, "Skip").await;
    (olha, peter)
}

#[tokio::test]
async fn join_propose_vote_answer_and_hear() {
    let network = Network::empty(Limits::off(), &[]).await;
    let (olha, peter) = two_people(&network).await;

    network.says(&olha, "/newcall").await;
    network.says(&olha, "What unites us?").await;
    network.presses(&olha, "📣 Open to everyone").await;
    network.presses(&peter, "💡 Hand in a proposal").await;
    network.says(&peter, "The river").await;
    network.presses(&peter, "✅ Send").await;
    network.presses(&peter, "🗂 My proposals").await;
    network.presses(&peter, "No. 1").await;
    network.presses(&peter, "✏️ Edit").await;
    network.says(&peter, "The river and the forest").await;
    network.presses(&peter, "✅ Save").await;

    network.says(&olha, "/newvote").await;
    network.says(&olha, "Priority directions").await;
    network.says(&olha, "Roads\nSchools\nWater\nJobs").await;
    network.presses(&olha, "up to 2").await;
    network.presses(&olha, "A date…").await;
    network.says(&olha, "5 February 18:00").await;
    network.presses(&olha, "📣 Open to everyone").await;
    network.presses(&peter, "🗳 Vote").await;
    network.presses(&peter, "⬜️ 2. Schools").await;
    network.presses(&peter, "📥 Hand in the ballot").await;

    network.says(&olha, "/poll").await;
    network.says(&olha, "Do you come?\nYes\nNo").await;
    network.presses(&olha, "📣 Send to everyone").await;
    network.presses(&peter, "Yes").await;
    network.tick().await;

    network.says(&olha, "/announce").await;
    network.says(&olha, "See you in Kyiv").await;
    network.presses(&olha, "Authorities (1)").await;
    network.presses(&olha, "📣 Send").await;
    network.says(&peter, "Thank you!").await;
    network.presses(&peter, "✉️ Pass on to the organizers").await;
    network.presses(&olha, "↩️ Answer").await;
    network.says(&olha, "You are welcome").await;
    network.pass(HOUR * 24 * 5).await;
    for command in ["/menu", "/help", "/settings", "/proposals", "/vote", "/polls", "/cancel", "/nonsense"] {
        network.says(&peter, command).await;
    }
    network.says(&olha, "/desk").await;
    network.presses(&olha, "🏛 Sectors").await;
    network.presses(&olha, "➕ Add").await;
    network.says(&olha, "Business").await;
    assert_english(&olha);
    assert_english(&peter);
    assert_snapshot!(redacted(&peter.transcript()), @"
    Peter: /start КОД
    🤖 👋 Welcome to Merezha, the network! Here people from communities, authorities and civil society keep working together between sessions: they hand in proposals, choose priorities and hear the news.

    🔒 We keep only your name or pseudonym, language, sector and region (if you give them) and what you write and choose here, so that no proposal or vote gets lost. We never see your phone number, and you can leave and delete your data in the settings at any time.

    What shall we call you? Write a name or a pseudonym.
    🤖 ✅ All set. The menu shows what is going on and what waits for you.
       [🏠 Menu]
    🤖 ❓ What unites us?

    The organizers are collecting proposals. Hand in yours: a few words or a photo of a drawing will do.
       [💡 Hand in a proposal]
       [🏠 Menu]
    🤖 💡 What unites us?

    Write your proposal in one message, or send a photo of a drawing with a few words. You will see it before it is sent.
       [Cancel]
    Peter: The river
    🤖 👀 This is how your proposal will look:

    The river
    🤖 Proposal No. 1
    What unites us?
    1 February, 12:00
    published

    The river
       [✏️ Edit] [Withdraw]
       [← Back] [🏠 Menu]
    🤖 ✏️ Send new words for proposal No. 1, or another photo.
       [Cancel]
    Peter: The river and the forest
    🤖 👀 This is how proposal No. 1 will look now:

    The river and the forest
    🤖 ✅ Proposal No. 1 is changed.
       [🗂 My proposals] [🏠 Menu]
    🤖 🗳 Priority directions

    1. Roads
    2. Schools
    3. Water
    4. Jobs

    👉 You can choose up to 2 options.
    🏆 The 2 options with the most votes win.
    🔒 Secret: once the vote is over, nobody can find out who chose what.
    👥 On the roll: 2 people.
    ⏰ Open until 5 February, 18:00.

    ✅ Your ballot is in. Your code: ЧЕК. With it you find your ballot among those counted; it says nothing of your choice. You can change the ballot until the vote closes.
       [👀 My choice] [✏️ Change]
       [🏠 Menu]
    🤖 📊 Do you come?

    ✓ Yes
    ▰▰▰▰▰▰▰▰▰▰ 1

    No
    ▱▱▱▱▱▱▱▱▱▱ 0

    1 answer
       [✓ Yes]
       [No]
       [🏠 Menu]
    🤖 See you in Kyiv
       [🏠 Menu]
    Peter: Thank you!
    🤖 ✅ Passed on to the organizers. Their answer will come here.
       [🏠 Menu]
    🤖 ↩️ The organizers answer
    🤖 You are welcome
       [✉️ Write to us] [🏠 Menu]
    🤖 <photo> 🏁 Result: Priority directions
    Turnout: 1 of 2 (50%).

    🏆 Schools — 1 vote
    Roads — 0 votes
    Water — 0 votes
    Jobs — 0 votes
       [🏠 Menu]
    🤖 🏁 Result: Priority directions

    🏆 Schools
    ▰▰▰▰▰▰▰▰▰▰ 1 vote

    Roads
    ▱▱▱▱▱▱▱▱▱▱ 0 votes

    Water
    ▱▱▱▱▱▱▱▱▱▱ 0 votes

    Jobs
    ▱▱▱▱▱▱▱▱▱▱ 0 votes

    Turnout: 1 of 2 (50%).

    🏆 “Schools” is among those with the most votes.

    👉 You can choose up to 2 options.
    🏆 The 2 options with the most votes win.
    🔒 Secret: once the vote is over, nobody can find out who chose what.

    🧾 The codes of the ballots counted (1); find yours:
    ЧЕК
       [🏠 Menu]
    Peter: /menu
    🤖 🏠 Merezha
    Nothing waits for you right now. Have an idea? Hand in a proposal!
       [💡 Hand in a proposal]
       [🗳 Votes] [📊 Polls]
       [📋 All proposals] [🗂 My proposals]
       [⚖️ Where you stand] [📅 Sessions]
       [✉️ Write to us]
       [⚙️ Settings] [❔ Help]
    Peter: /help
    🤖 ❔ What you can do here

    /propose – hand in a proposal
    /proposals – read all proposals
    /mine – my proposals: edit, withdraw
    /stances – cards: agree, disagree or pass
    /vote – votes
    /polls – polls
    /sessions – sessions: answer, see minutes and materials
    /settings – language, name, sector, region, leaving
    /cancel – give up what you began
    /menu – the menu

    If you just write something, the bot asks what to do with it. Drafts stay, even when the connection breaks.

    🔒 Other participants do not see who wrote a proposal. Please send no official information. You can leave and delete your data in /settings.
       [🏠 Menu]
    Peter: /settings
    🤖 ⚙️ Settings

    Name: Peter
    Sector: Authorities
    Region: not given
       [Українська] [✓ English]
       [✏️ Change name]
       [🏛 Sector] [📍 Region]
       [🔕 Do not remind me of sessions]
       [🚪 Leave and delete my data]
       [🏠 Menu]
    Peter: /proposals
    🤖 📋 1 proposal

    No. 1
    The river and the forest
       [No. 1]
       [🏠 Menu]
    Peter: /vote
    🤖 🗳 Votes

    🟢 waits for you · ✅ ballot handed in · 🏁 over
       [🏁 Priority directions]
       [🏠 Menu]
    Peter: /polls
    🤖 📊 Polls

    🟢 waits for you · ✅ you answered · 🏁 over
       [✅ Do you come?]
       [🏠 Menu]
    Peter: /cancel
    🤖 There is nothing to cancel.
       [🏠 Menu]
    Peter: /nonsense
    🤖 There is no such command. You will find everything in the menu.
       [🏠 Menu] [❔ Help]
    ");
    network.end().await;
}

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
    for rule in ["Places", "Points", "5 points", "🏆 2", "👁 Open", "🔒 Secret", "Balanced"] {
        presses(&network, &olha, rule).await;
    }
    assert_snapshot!(olha.screen(), @"
    🤖 ⚙️ Rules of the vote

    Once it is open, they cannot be changed.

    🔢 Each ballot spreads 5 points over the options.
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

    🏆 Roads
    ▰▰▰▰▰▰▰▰▰▰ 3 points

    🏆 Water
    ▰▰▰▱▱▱▱▱▱▱ 1 point

    Schools
    ▰▰▰▰▰▰▰▱▱▱ 2 points

    Turnout: 2 of 3 (66%). Entered from paper: 1 ballot.

    🏆 “Roads”: 1 person supports it, and 1 of them gets nothing else.
    🏆 “Water”: 1 person supports it, and 1 of them gets nothing else.

    🔢 Each ballot spreads 5 points over the options.
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

#[tokio::test]
async fn cards_and_what_comes_of_them() {
    let network = Network::empty(Limits::off(), &[("MEREZHA_SMALL_GROUP", "1")]).await;
    let olha = network.newcomer("Olha", "en");
    olha.follows_link("");
    network.settle().await;
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
    network.presses(&olha, "By sector").await;
    for person in [&olha, peter, mary] {
        assert_english(person);
    }
    network.end().await;
}

#[tokio::test]
async fn each_reads_the_same_news_in_their_own_language() {
    let (network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let peter = network.newcomer("Peter", "en");
    peter.follows_link(&code);
    network.settle().await;
    network.presses(&peter, "As in Telegram: Peter").await;
    network.opens_call(&oksana, "What unites us?").await;
    assert!(peter.screen().contains("The organizers are collecting proposals"), "{}", peter.screen());
    assert!(oksana.transcript().contains("Організатори збирають пропозиції"));
    network.says(&peter, "/settings").await;
    network.presses(&peter, "Українська").await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Прийдете?\nТак\nНі").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    network.presses(&peter, "Так").await;
    network.tick().await;
    assert!(peter.screen().contains("1 відповідь"), "{}", peter.screen());
    network.end().await;
}
