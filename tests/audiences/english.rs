//! The same in English.

use crate::audiences::six;
use crate::support::Network;
use insta::assert_snapshot;

#[tokio::test]
async fn an_audience_is_put_together_in_english() {
    let (network, oksana) = Network::start().await;
    let [petro, ..] = six(&network, &oksana).await;
    network.opens_vote(&oksana, "Напрями", "Вода\nШколи", &[]).await;
    network.votes(&petro, &["⬜️ 1. Вода"]).await;
    network.forges(&oksana, "sl.en").await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Vote today!").await;
    let groups = network.presses(&oksana, "🔎 Choose exactly").await;
    assert_snapshot!(groups, @"
    🤖 👥 For: everyone
    That is 7 people at the moment.

    Mark as many as you like. Several sectors or several regions widen the circle; different kinds of marks together narrow it.
       [Authorities] [Civil society]
       [Other]
       [Luhansk region] [Donetsk region]
       [📅 Sessions] [🗳 Votes]
       [👤 People by name]
       [✅ Done]
    ");
    network.presses(&oksana, "Civil society").await;
    network.presses(&oksana, "🗳 Votes").await;
    network.presses(&oksana, "1. not yet").await;
    network.presses(&oksana, "← Back").await;
    network.presses(&oksana, "👤 People by name").await;
    network.says(&oksana, "гай").await;
    network.presses(&oksana, "Марія Гай").await;
    let people = network.presses(&oksana, "Софія Гайова").await;
    assert_snapshot!(people, @"
    🤖 👥 For: Civil society, have not voted yet: “Напрями”, Марія Гай, Софія Гайова
    That is 2 people at the moment.

    👤 Found by “гай”. You can type another name.
       [✓ Марія Гай]
       [✓ Софія Гайова]
       [← Back] [✅ Done]
    ");
    let confirm = network.presses(&oksana, "✅ Done").await;
    assert_snapshot!(confirm, @"
    🤖 For: Civil society, have not voted yet: “Напрями”, Марія Гай, Софія Гайова.
    It reaches 2 people. Send it?
       [📣 Send]
       [⏰ At a certain time]
       [Ask for “read”]
       [👥 Other people] [✏️ Another message]
       [Cancel]
    ");
    network.end().await;
}
