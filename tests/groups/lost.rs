//! Groups that are upgraded, mute the bot, or throw it out, at bad moments.

use insta::assert_snapshot;
use merezha::rehearsal::{Standing, Trouble};

use super::{linked, linked_channel};
use crate::support::Network;

/// An announcement for everyone and this group.
async fn announces(network: &Network, organizer: &merezha::rehearsal::Person, text: &str, also: &str) {
    network.says(organizer, "/announce").await;
    network.says(organizer, text).await;
    network.presses(organizer, "👥 Усім (1)").await;
    network.presses(organizer, &format!("також: «{also}»")).await;
    network.presses(organizer, "📣 Надіслати").await;
}

#[tokio::test]
async fn what_is_owed_to_an_upgraded_group_goes_to_the_supergroup() {
    let (mut network, oksana) = Network::start().await;
    let group = linked(&network, &oksana, "Мережа").await;
    network.says(&group, "/poll Так?\nТак\nНі").await;
    // Upgraded between owing and sending: the bot learns of it by the refusal.
    network.stop().await;
    let supergroup = group.upgrades();
    network.telegram.with(|world| {
        let next = world.updates().next_id();
        world.state.updates.confirm(next);
    });
    network.run().await;
    announces(&network, &oksana, "Новина", "Мережа").await;
    assert_snapshot!(supergroup.transcript(), @"
    Оксана: <was a group>
    🤖 📊 Так?

    Так
    ▱▱▱▱▱▱▱▱▱▱ 0

    Ні
    ▱▱▱▱▱▱▱▱▱▱ 0

    Ніхто не відповів

    🕶 Анонімно: імен не побачить ніхто. Відповідь можна змінити.
       [Так]
       [Ні]
    🤖 Новина
    ");
    network.presses(&supergroup, "Так").await;
    network.tick().await;
    assert!(supergroup.transcript().contains("Відповіла 1 людина"), "{}", supergroup.transcript());
    network.end().await;
}

#[tokio::test]
async fn an_upgrade_that_is_told_is_followed() {
    let (network, oksana) = Network::start().await;
    let group = linked(&network, &oksana, "Мережа").await;
    let supergroup = group.upgrades();
    network.settle().await;
    assert_snapshot!(oksana.screen(), @"
    🤖 ℹ️ Telegram перетворив групу «Мережа» на супергрупу. Вона й далі під’єднана, робити нічого не треба. Опитування, які там тривають, з’явилися в ній ще раз.
       [🔗 Групи й канали] [🏠 Меню]
    ");
    announces(&network, &oksana, "Новина", "Мережа").await;
    assert_eq!(oksana.transcript().matches("перетворив").count(), 1, "said once: {}", oksana.transcript());
    assert!(supergroup.screen().contains("Новина"), "{}", supergroup.transcript());
    assert!(supergroup.retitles("Нова назва"));
    network.settle().await;
    network.says(&oksana, "/desk").await;
    assert!(network.presses(&oksana, "🔗 Групи й канали").await.contains("👥 Нова назва"));
    network.end().await;
}

#[tokio::test]
async fn a_muted_bot_says_once_what_to_do() {
    let (network, oksana) = Network::start().await;
    let group = linked(&network, &oksana, "Мережа").await;
    assert!(group.makes_bot(Standing::Muted));
    network.settle().await;
    assert_snapshot!(oksana.screen(), @"
    🤖 ⚠️ У чаті «Мережа» бот зараз не може писати, тож надіслане туди не доходить. Дозвольте боту писати в налаштуваннях групи або зробіть його адміністратором.
       [🔗 Групи й канали] [🏠 Меню]
    ");
    announces(&network, &oksana, "Новина", "Мережа").await;
    let told = oksana.transcript().matches("бот зараз не може писати").count();
    assert_eq!(told, 1, "{}", oksana.transcript());
    assert!(group.makes_bot(Standing::Administrator));
    network.settle().await;
    assert!(oksana.screen().contains("бот знову може писати"), "{}", oksana.screen());
    announces(&network, &oksana, "Інша новина", "Мережа").await;
    assert_eq!(group.screen(), "🤖 Інша новина");
    network.end().await;
}

#[tokio::test]
async fn a_channel_without_the_right_to_post_says_so() {
    let (network, oksana) = Network::start().await;
    let channel = linked_channel(&network, &oksana, "Новини").await;
    // Nobody tells the bot: it learns of it when it posts.
    network.telegram.with(|world| {
        let bot = world.state.bot.user.id;
        let group =
            world.chat_mut(channel.chat_id()).and_then(|chat| chat.group.as_mut()).expect("a channel");
        group.members.insert(bot, Standing::Muted);
    });
    announces(&network, &oksana, "Новина", "Новини").await;
    assert!(oksana.transcript().contains("адміністратором каналу"), "{}", oksana.transcript());
    network.end().await;
}

#[tokio::test]
async fn a_bot_that_was_thrown_out_comes_back_by_itself() {
    let (network, oksana) = Network::start().await;
    let group = linked(&network, &oksana, "Мережа").await;
    assert!(group.makes_bot(Standing::Kicked));
    network.settle().await;
    assert_snapshot!(oksana.screen(), @"
    🤖 ⚠️ Бота прибрали з чату «Мережа», тому туди нічого не надсилається. Якщо це помилково, додайте його знову: під’єднувати ще раз не доведеться.
       [🔗 Групи й канали] [🏠 Меню]
    ");
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Новина").await;
    let screen = network.presses(&oksana, "👥 Усім (1)").await;
    assert!(!screen.contains("також:"), "the link rests: {screen}");
    assert!(group.makes_bot(Standing::Member));
    network.settle().await;
    assert!(oksana.screen().contains("бот знову може писати"), "{}", oksana.screen());
    assert!(!group.screen().contains("особистій"), "no hint: {}", group.screen());
    network.end().await;
}

#[tokio::test]
async fn thrown_out_between_owing_and_sending() {
    let (network, oksana) = Network::start().await;
    let group = linked(&network, &oksana, "Мережа").await;
    network.telegram.with(|world| {
        let bot = world.state.bot.user.id;
        let group = world.chat_mut(group.chat_id()).and_then(|chat| chat.group.as_mut()).expect("a group");
        group.members.insert(bot, Standing::Kicked);
    });
    announces(&network, &oksana, "Новина", "Мережа").await;
    let told = oksana.transcript().matches("Бота прибрали з чату «Мережа»").count();
    assert_eq!(told, 1, "{}", oksana.transcript());
    network.end().await;
}

#[tokio::test]
async fn a_group_that_has_enough_gets_the_rest_later() {
    let (network, oksana) = Network::start().await;
    let group = linked(&network, &oksana, "Мережа").await;
    network.telegram.fault("sendMessage", Some(group.chat_id()), 2, Trouble::TooManyRequests(1));
    announces(&network, &oksana, "Новина", "Мережа").await;
    assert_eq!(group.screen(), "🤖 Новина");
    network.end().await;
}
