//! Joining, proposing, voting, answering and hearing.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Limits;

use super::{assert_english, two_people};
use crate::support::{Network, redacted};

const HOUR: Duration = Duration::from_secs(3600);

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

    The words so far, to copy from:
    The river
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
       [📊 In detail] [🏠 Menu]
    🤖 📊 Do you come?

    ✓ Yes
    ▰▰▰▰▰▰▰▰▰▰ 1

    No
    ▱▱▱▱▱▱▱▱▱▱ 0

    1 person answered

    🕶 Anonymous: nobody sees any names. While the poll is open only the bot knows who answered what; once it is over, it forgets.
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
       [↩️ Answer] [🏠 Menu]
    🤖 <photo> 🏁 Result: Priority directions
    Turnout: 1 of 2 (50%).

    🏆 Schools — 1 vote
    Roads — 0 votes
    Water — 0 votes
    Jobs — 0 votes
       [🏠 Menu]
    🤖 🏁 Result: Priority directions

    🏆 2. Schools
    ▰▰▰▰▰▰▰▰▰▰ 1 vote

    1. Roads
    ▱▱▱▱▱▱▱▱▱▱ 0 votes

    3. Water
    ▱▱▱▱▱▱▱▱▱▱ 0 votes

    4. Jobs
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
    /settings – language, name, sector, region, quiet hours, leaving
    /mydata – everything that the bot keeps of me, as a file
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
    Quiet hours: 22:00–8:00
       [Українська] [✓ English]
       [✏️ Change name]
       [🏛 Sector] [📍 Region]
       [🌙 Quiet hours]
       [🔕 Do not remind me of sessions]
       [📥 My data as a file]
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
