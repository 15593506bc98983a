//! Groups in English.

use insta::assert_snapshot;
use merezha::rehearsal::Standing;

use super::{linked, linked_channel};
use crate::support::{Network, toast};

#[tokio::test]
async fn the_same_in_english() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/settings").await;
    network.presses(&oksana, "English").await;
    let jane = network.newcomer("Jane", "en");
    let group = linked(&network, &oksana, "Merezha").await;
    let channel = linked_channel(&network, &oksana, "News").await;
    assert!(group.makes(&jane, Standing::Member));
    assert_snapshot!(group.screen(), @"Оксана: <added Jane>");
    assert_snapshot!(oksana.screen(), @"
    🤖 ✅ Linked: News. Announcements, sessions and results can be posted there now.
       [🔗 Groups and channels]
       [🏠 Menu]
    ");
    network.says(&jane.at(group.chat_id()), "/poll Yes?\nYes\nNo").await;
    assert_snapshot!(group.screen(), @"🤖 📊 The organizers of Merezha make polls here. You have an idea? Write to them through the bot.");
    network.says(&group, "/poll When shall we meet?\nOn Saturday\nOn Sunday").await;
    network.presses(&jane.at(group.chat_id()), "On Sunday").await;
    assert_eq!(toast(&jane), "Your answer: On Sunday");
    network.tick().await;
    assert_snapshot!(group.screen(), @"
    🤖 📊 When shall we meet?

    On Saturday
    ▱▱▱▱▱▱▱▱▱▱ 0

    On Sunday
    ▰▰▰▰▰▰▰▰▰▰ 1

    1 person answered

    🕶 Anonymous: nobody sees names. You can change your answer.
       [On Saturday]
       [On Sunday]
    ");
    assert!(channel.makes_bot(Standing::Muted));
    network.settle().await;
    assert_snapshot!(oksana.screen(), @"
    🤖 ⚠️ The bot may not write in “News”, so what is posted there does not arrive. Make the bot an administrator of the channel who may post.
       [🔗 Groups and channels]
       [🏠 Menu]
    ");
    assert!(group.makes_bot(Standing::Out));
    network.settle().await;
    assert_snapshot!(oksana.screen(), @"
    🤖 ⚠️ The bot was removed from “Merezha”, so nothing is posted there. If that was a mistake, add it again: there is no need to link anew.
       [🔗 Groups and channels]
       [🏠 Menu]
    ");
    let commands: Vec<_> = jane
        .at(group.chat_id())
        .bot_commands()
        .into_iter()
        .map(|c| format!("/{} {}", c.command, c.description))
        .collect();
    assert_eq!(commands, ["/poll A poll for this group"]);
    network.end().await;
}
