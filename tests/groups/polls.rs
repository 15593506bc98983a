//! Polls that are asked in a group.

use insta::assert_snapshot;
use merezha::rehearsal::{Standing, Trouble};

use super::linked;
use crate::support::{Network, data, toast};

const POLL: &str = "/poll Коли зустрінемося?\nУ суботу\nУ неділю";

#[tokio::test]
async fn everybody_in_a_group_answers_a_poll_with_a_tap() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let bohdan = network.newcomer("Богдан", "uk");
    let group = linked(&network, &oksana, "Мережа").await;
    for person in [&petro, &bohdan] {
        assert!(group.makes(person, Standing::Member));
    }
    assert_snapshot!(network.says(&group, "/poll").await, @"
    🤖 📊 Напишіть опитування одним повідомленням: питання після команди, далі — по відповіді в рядку.

    /poll Коли зустрінемося?
    У суботу
    У неділю
    ");
    network.says(&group, "/poll Самотнє питання").await;
    assert!(group.screen().contains("/poll Коли"), "{}", group.screen());
    assert_snapshot!(network.says(&group, POLL).await, @"
    🤖 📊 Коли зустрінемося?

    У суботу
    ▱▱▱▱▱▱▱▱▱▱ 0

    У неділю
    ▱▱▱▱▱▱▱▱▱▱ 0

    Ніхто не відповів

    🕶 Анонімно: імен не побачить ніхто. Відповідь можна змінити.
       [У суботу]
       [У неділю]
    ");
    assert_snapshot!(oksana.screen(), @"
    🤖 📊 Коли зустрінемося?

    Опитування вже в групі. Завершити його можна звідси.
       [👁 Дивитися відповіді]
       [🏠 Меню]
    ");
    let private = petro.transcript();
    let (petro_there, bohdan_there) = (petro.at(group.chat_id()), bohdan.at(group.chat_id()));
    network.presses(&petro_there, "У суботу").await;
    assert_eq!(toast(&petro), "Ваша відповідь: У суботу");
    network.presses(&bohdan_there, "У суботу").await;
    network.presses(&bohdan_there, "У суботу").await;
    network.presses(&petro_there, "У неділю").await;
    network.tick().await;
    assert_snapshot!(group.screen(), @"
    🤖 📊 Коли зустрінемося?

    У суботу
    ▰▰▰▰▰▱▱▱▱▱ 1

    У неділю
    ▰▰▰▰▰▱▱▱▱▱ 1

    Відповіли 2 людини

    🕶 Анонімно: імен не побачить ніхто. Відповідь можна змінити.
       [У суботу]
       [У неділю]
    ");
    assert_eq!(petro.transcript(), private, "nothing comes privately");
    assert!(bohdan.messages().is_empty(), "nobody joins by that");
    let polls = network.says(&petro, "/polls").await;
    assert!(!polls.contains("Коли зустрінемося"), "it belongs to the group: {polls}");
    assert!(network.says(&petro, "/menu").await.contains("нічого не чекає"));

    network.presses(&oksana, "👁 Дивитися відповіді").await;
    network.presses(&oksana, "У суботу").await;
    assert_eq!(toast(&oksana), "Ваша відповідь: У суботу");
    let there = oksana.at(group.chat_id());
    network.presses(&there, "У неділю").await;
    network.tick().await;
    assert!(group.screen().contains("Відповіли 3 людини"), "once, wherever they tap: {}", group.screen());
    network.presses(&oksana, "🏁 Завершити опитування").await;
    network.tick().await;
    assert_snapshot!(last(&group, 2), @"
    🤖 📊 Коли зустрінемося?

    У суботу
    ▰▰▰▱▱▱▱▱▱▱ 1

    У неділю
    ▰▰▰▰▰▰▰▱▱▱ 2

    Відповіли 3 людини

    Опитування завершено.
    🤖 <photo> 📊 Підсумок: Коли зустрінемося?
    Відповіли 3 людини

    У суботу — 1 (33 %)
    У неділю — 2 (67 %)
    ");
    network.end().await;
}

#[tokio::test]
async fn a_visitor_is_forgotten_and_their_answer_counts() {
    let (network, oksana) = Network::start().await;
    let bohdan = network.newcomer("Богдан", "uk");
    let group = linked(&network, &oksana, "Мережа").await;
    assert!(group.makes(&bohdan, Standing::Member));
    network.says(&group, POLL).await;
    network.presses(&bohdan.at(group.chat_id()), "У суботу").await;
    let visitor = "select joined_at is null and dialogue = '{}' from person where telegram_id = ?";
    let mut database = network.database().await;
    let is_visitor: bool =
        sqlx::query_scalar(visitor).bind(bohdan.id()).fetch_one(&mut database).await.expect("a visitor");
    assert!(is_visitor);
    network.pass(std::time::Duration::from_secs(31 * 24 * 3600)).await;
    merezha::schedule::sweep(&network.bot().app).await.expect("sweeps");
    let left: i64 = sqlx::query_scalar("select count(*) from person where telegram_id = ?")
        .bind(bohdan.id())
        .fetch_one(&mut database)
        .await
        .expect("a count");
    assert_eq!(left, 0);
    network.says(&oksana, "/polls").await;
    let shown = network.presses(&oksana, "👁 Коли зустрінемося?").await;
    assert!(shown.contains("Відповіла 1 людина"), "{shown}");
    network.end().await;
}

#[tokio::test]
async fn modified_clients_get_a_toast_and_nothing_else() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    let bohdan = network.newcomer("Богдан", "uk");
    let group = linked(&network, &oksana, "Мережа").await;
    assert!(group.makes(&petro, Standing::Member) && group.makes(&bohdan, Standing::Member));
    network.says(&group, POLL).await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Таємне?\nТак\nНі").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    let private = data(&petro.newest().expect("a card"), "Так");
    let before = group.transcript();
    for (person, forged) in
        [(&petro, "m"), (&bohdan, "m"), (&bohdan, "sx.1"), (&petro, "d"), (&bohdan, &private)]
    {
        let answer = network.forges(&person.at(group.chat_id()), forged).await;
        assert_eq!(answer, "Ця кнопка працює лише в особистій розмові з ботом", "{forged}");
    }
    network.tick().await;
    assert_eq!(group.transcript(), before);
    // The card of the group, pressed where it is not.
    let card = group.newest().expect("a card");
    let there = data(&card, "У суботу");
    assert_eq!(network.forges(&petro, &there).await, "Це опитування для іншої групи учасників.");
    let other = bohdan.makes_group("group", "Рибалки");
    assert!(other.makes_bot(Standing::Member));
    network.settle().await;
    network.forges(&other, &there).await;
    network.tick().await;
    assert!(group.screen().contains("Ніхто не відповів"), "{}", group.screen());
    network.end().await;
}

#[tokio::test]
async fn an_old_press_and_a_press_after_the_end_say_so() {
    let (network, oksana) = Network::start().await;
    let group = linked(&network, &oksana, "Мережа").await;
    network.says(&group, POLL).await;
    let card = group.newest().expect("a card");
    network.presses(&oksana, "👁 Дивитися відповіді").await;
    network.presses(&oksana, "🏁 Завершити опитування").await;
    let press = group.presses_data(card.message_id, &data(&card, "У суботу"));
    network.settle().await;
    assert_eq!(press.answered().and_then(|toast| toast.text).as_deref(), Some("Опитування вже завершено"));
    assert!(group.screen().contains("Опитування завершено"), "{}", group.screen());
    network.end().await;
}

#[tokio::test]
async fn taps_in_a_hurry_make_few_edits_and_a_refused_pace_is_kept() {
    let (network, oksana) = Network::start().await;
    let group = linked(&network, &oksana, "Мережа").await;
    let crowd: Vec<_> = (0..12).map(|n| network.newcomer(&format!("Гість {n}"), "uk")).collect();
    for person in &crowd {
        assert!(group.makes(person, Standing::Member));
    }
    network.says(&group, POLL).await;
    network.telegram.fault("editMessageText", Some(group.chat_id()), 1, Trouble::TooManyRequests(1));
    let before = network.telegram.count("editMessageText");
    for person in &crowd {
        drop(person.at(group.chat_id()).presses("У неділю"));
    }
    network.settle().await;
    network.tick().await;
    network.tick().await;
    assert!(group.screen().contains("Відповіли 12 людей"), "{}", group.screen());
    let edits = network.telegram.count("editMessageText") - before;
    assert!(edits <= 5, "{edits} edits for 12 taps");
    network.end().await;
}

#[tokio::test]
async fn a_tap_in_a_group_is_no_question_after_a_restart() {
    let (mut network, oksana) = Network::start().await;
    let bohdan = network.newcomer("Богдан", "uk");
    let group = linked(&network, &oksana, "Мережа").await;
    assert!(group.makes(&bohdan, Standing::Member));
    network.says(&group, POLL).await;
    network.stop().await;
    let press = bohdan.at(group.chat_id()).presses("У неділю");
    drop(group.try_says("/help", Vec::new(), None));
    network.run().await;
    network.settle().await;
    assert_eq!(press.answered().and_then(|toast| toast.text).as_deref(), Some("Ваша відповідь: У неділю"));
    let mut database = network.database().await;
    sqlx::query("insert into inbox (update_id, lane, body, applied) select 1, ?, ?, 1")
        .bind(bohdan.id())
        .bind(format!(
            r#"{{"update_id":1,"callback_query":{{"id":"8","from":{{"id":{},"is_bot":false,"first_name":"Богдан"}},"message":{{"message_id":5,"date":1700000000,"chat":{{"id":{},"type":"group","title":"Мережа"}},"text":""}},"chat_instance":"1","data":"qa.1.0"}}}}"#,
            bohdan.id(),
            group.chat_id()
        ))
        .execute(&mut database)
        .await
        .expect("a tap whose answer was cut off");
    network.restart().await;
    network.settle().await;
    assert!(bohdan.messages().is_empty(), "{}", bohdan.transcript());
    network.end().await;
}

/// The last messages of a chat.
fn last(person: &merezha::rehearsal::Person, count: usize) -> String {
    let all = person.transcript();
    let starts: Vec<usize> = all.match_indices("🤖").map(|(at, _)| at).collect();
    all[starts[starts.len().saturating_sub(count)]..].to_owned()
}
