//! Linking groups and channels.

use std::time::Duration;

use insta::assert_snapshot;
use merezha::rehearsal::Standing;

use super::{code, linked, linked_channel, redacted};
use crate::support::{Network, toast};

#[tokio::test]
async fn an_organizer_links_a_group_and_unlinks_it() {
    let (network, oksana) = Network::start().await;
    network.says(&oksana, "/desk").await;
    assert_snapshot!(network.presses(&oksana, "🔗 Групи й канали").await, @"
    🤖 🔗 Групи й канали

    Жодної групи ще не під’єднано. Під’єднайте — і туди можна буде надсилати оголошення, сесії та підсумки.
       [➕ Під’єднати групу чи канал]
       [← Назад] [🏠 Меню]
    ");
    let shown = network.presses(&oksana, "➕ Під’єднати групу чи канал").await;
    assert_snapshot!(redacted(&shown), @"
    🤖 ➕ Як під’єднати

    Групу: натисніть кнопку нижче й оберіть групу. Бот додасться туди сам.

    Канал: зробіть @rehearsal_bot адміністратором із правом публікувати й напишіть у каналі:
    /link КОД
    Цей допис бот одразу прибере.

    Код спрацює один раз і лише впродовж доби.
       [👥 Обрати групу]
       [← Назад] [🏠 Меню]
    ");
    let code = code(&network, &oksana).await;
    let group = oksana.makes_group("group", "Мережа: розмови");
    group.follows_link(&code);
    network.settle().await;
    assert_snapshot!(redacted(&group.transcript()), @"
    Оксана: <made Мережа: розмови>
    Оксана: <added Rehearsal>
    Оксана: /start@rehearsal_bot КОД
    🤖 🔗 Цю групу під’єднано до Мережі. Тут з’являтимуться оголошення, сесії та підсумки, коли так вирішать організатори. Імен тут не буде.
    ");
    assert_snapshot!(oksana.screen(), @"
    🤖 ✅ Під’єднано: Мережа: розмови. Тепер туди можна надсилати оголошення, сесії та підсумки.
       [🔗 Групи й канали] [🏠 Меню]
    ");
    network.presses(&oksana, "🔗 Групи й канали").await;
    assert_snapshot!(network.presses(&oksana, "👥 Мережа: розмови").await, @"
    🤖 🔗 Мережа: розмови

    Під’єднано. Кнопку «також» ви побачите, коли готуватимете оголошення чи сесію, а під підсумками — кнопку «У групу».
       [✉️ Надсилати сюди листи]
       [✖️ Від’єднати]
       [← Назад] [🏠 Меню]
    ");
    let list = network.presses(&oksana, "✖️ Від’єднати").await;
    assert!(list.contains("ще не під’єднано"), "{list}");
    assert_eq!(toast(&oksana), "Від’єднано");
    network.end().await;
}

#[tokio::test]
async fn a_channel_is_linked_by_a_post_that_goes_away() {
    let (network, oksana) = Network::start().await;
    let channel = linked_channel(&network, &oksana, "Новини Мережі").await;
    assert_snapshot!(channel.transcript(), @"
    Новини Мережі: <made Новини Мережі>
    Новини Мережі: 🔗 Цей канал під’єднано до Мережі. Тут з’являтимуться оголошення, сесії та підсумки, коли так вирішать організатори. Імен тут не буде.
    ");
    assert!(oksana.screen().contains("Під’єднано: Новини Мережі"), "{}", oksana.screen());
    network.end().await;
}

#[tokio::test]
async fn a_code_works_once_for_a_day_and_for_its_owner() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let group = linked(&network, &oksana, "Перша").await;
    assert!(group.makes(&petro, Standing::Member));
    let sent = group.messages().into_iter().find_map(|m| m.text.clone().filter(|t| t.starts_with("/start@")));
    let (_, used) = sent.as_deref().and_then(|text| text.split_once(' ')).expect("a code");

    let second = oksana.makes_group("supergroup", "Друга");
    second.follows_link(used);
    network.settle().await;
    assert_snapshot!(oksana.screen(), @"
    🤖 Код, надісланий у чат «Друга», не спрацював: він старий, уже використаний або не ваш. Візьміть новий.
       [➕ Під’єднати групу чи канал]
       [🏠 Меню]
    ");
    assert!(!second.transcript().contains("🤖"), "the group is not bothered: {}", second.transcript());

    let fresh = code(&network, &oksana).await;
    network.says(&petro.at(group.chat_id()), &format!("/link {fresh}")).await;
    assert_snapshot!(petro.screen(), @"
    🤖 Під’єднати групу до Мережі можуть лише організатори.
       [🏠 Меню]
    ");
    network.pass(Duration::from_secs(25 * 3600)).await;
    network.says(&second, &format!("/link {fresh}")).await;
    assert!(oksana.screen().contains("не спрацював"), "{}", oksana.screen());
    network.says(&second, "/link").await;
    assert!(oksana.screen().contains("не спрацював"), "{}", oksana.screen());
    let again = code(&network, &oksana).await;
    network.says(&group, &format!("/start@rehearsal_bot {again}")).await;
    assert!(oksana.screen().contains("уже під’єднано"), "{}", oksana.screen());
    network.end().await;
}

#[tokio::test]
async fn a_stranger_gets_a_hint_and_nothing_else() {
    let (network, oksana) = Network::start().await;
    let bohdan = network.newcomer("Богдан", "uk");
    let group = bohdan.makes_group("group", "Рибалки");
    assert!(group.makes_bot(Standing::Member));
    network.settle().await;
    assert_snapshot!(group.transcript(), @"
    Богдан: <made Рибалки>
    Богдан: <added Rehearsal>
    🤖 👋 Цей бот працює в особистій розмові. Напишіть йому туди.
       [Відкрити бота]
    ");
    for words in
        ["/start", "/help@rehearsal_bot", "/link abc", "/poll Клює?\nТак\nНі", "/menu", "/start@other_bot x"]
    {
        network.says(&group, words).await;
    }
    let said = group.messages().iter().filter(|m| m.from.is_bot).count();
    assert_eq!(said, 1, "once a minute is enough: {}", group.transcript());
    assert!(bohdan.messages().is_empty() && !oksana.transcript().contains("Рибалки"));
    network.pass(Duration::from_secs(61)).await;
    assert_snapshot!(network.says(&group, "/poll Клює?\nТак\nНі").await, @"🤖 📊 Опитування тут створюють організатори Мережі. Маєте ідею? Напишіть їм через бота.");
    assert_eq!(people(&network).await, 1, "nobody is noted for that");
    group.makes_bot(Standing::Kicked);
    network.settle().await;
    assert_eq!(chats(&network).await, 0, "what is nothing to us is forgotten");
    network.end().await;
}

#[tokio::test]
async fn a_draft_in_private_is_not_touched_by_what_happens_in_a_group() {
    let (network, oksana) = Network::start().await;
    let group = linked(&network, &oksana, "Мережа").await;
    network.says(&oksana, "/announce").await;
    network.says(&oksana, "Важлива новина").await;
    let before = oksana.transcript();
    network.says(&group, "/poll Так?\nТак\nНі").await;
    network.presses(&group, "Так").await;
    network.says(&group, "/help").await;
    network.says(&group, "просто слова").await;
    let added = oksana.transcript().replace(&before, "");
    assert!(
        added.contains("Опитування вже в групі") && added.matches("🤖").count() == 1,
        "{}",
        oksana.transcript()
    );
    network.presses(&oksana, "👥 Усім (1)").await;
    assert!(oksana.transcript().contains("[також: «Мережа»]"), "{}", oksana.transcript());
    network.end().await;
}

async fn people(network: &Network) -> i64 {
    sqlx::query_scalar("select count(*) from person")
        .fetch_one(&mut network.database().await)
        .await
        .expect("a count")
}

async fn chats(network: &Network) -> i64 {
    sqlx::query_scalar("select count(*) from chat")
        .fetch_one(&mut network.database().await)
        .await
        .expect("a count")
}
