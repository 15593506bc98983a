//! Faults: Telegram refuses, hangs or breaks off, somebody floods, a row is broken. Nobody else is held up, nothing is
//! lost, nothing counts twice.

use std::time::Duration;

use merezha::rehearsal::{Limits, Person, Request, Trouble};
use sqlx::Connection;
use teloxide::payloads::GetUpdatesSetters;
use teloxide::prelude::Requester;

use crate::support::{Network, until};

/// Longest that anything here may take.
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::test]
async fn telegram_asks_to_rest_and_the_broadcast_goes_on_without_that_chat() {
    let (network, oksana) = Network::start().await;
    let [petro, marko, olha] = network.join(&oksana, ["Петро", "Марко", "Ольга"]).await;
    network.telegram.fault("sendMessage", Some(petro.id()), 1, Trouble::TooManyRequests(2));
    announces(&network, &oksana, "Збираємось у п’ятницю").await;
    network.settle().await;

    for person in [&petro, &marko, &olha] {
        assert_eq!(heard(person, "Збираємось у п’ятницю"), 1);
    }
    let sent = sends(&network, "Збираємось у п’ятницю");
    let [refused, granted] = to(&sent, &petro)[..] else { panic!("two tries: {sent:#?}") };
    assert!(!sent[refused].ok && sent[granted].ok);
    assert!(sent[granted].at >= sent[refused].at + 2, "it rested for as long as was asked");
    for other in [&marko, &olha] {
        assert!(to(&sent, other)[0] < granted, "others did not wait");
    }
    network.end().await;
}

#[tokio::test]
async fn awaited_answers_overtake_a_broadcast_within_telegrams_limits() {
    let usual = [("MEREZHA_MESSAGES_PER_SECOND", ""), ("MEREZHA_MESSAGES_PER_SECOND_PER_CHAT", "")];
    let network = Network::empty(Limits::telegram(), &usual).await;
    let oksana = network.newcomer("Оксана", "uk");
    oksana.follows_link("");
    oksana.says("Оксана");
    let code = network.invitation(&oksana).await;
    let people: Vec<Person> = (0..60).map(|at| network.newcomer(&format!("Учасник {at}"), "uk")).collect();
    for person in &people {
        person.follows_link(&code);
        person.says("Учасник");
    }
    network.settle().await;
    announces(&network, &oksana, "Новини для всіх").await;

    let delivered = || people.iter().filter(|person| heard(person, "Новини для всіх") > 0).count();
    network
        .telegram
        .wait("the broadcast is under way", PATIENCE, |world| {
            let has = |person: &&Person| {
                world.chat(person.id()).is_some_and(|chat| chat.iter().any(|m| said(m, "Новини для всіх")))
            };
            people.iter().filter(has).count() >= 5
        })
        .await
        .expect("it begins");
    // Those who are last in the queue ask for something.
    for person in people.iter().rev().take(5) {
        person.says("/help");
    }
    for person in people.iter().rev().take(5) {
        answered(&network, person, "/help").await;
    }
    let by_then = delivered();
    assert!(by_then < people.len(), "the broadcast waited for them, not they for it");
    network.settle().await;
    assert_eq!(delivered(), people.len());
    let refused: Vec<_> = network.telegram.requests().into_iter().filter(|request| !request.ok).collect();
    assert!(refused.is_empty(), "never faster than Telegram allows: {refused:#?}");
    println!("{by_then} of {} had the news when the last answer came", people.len());
    network.end().await;
}

#[tokio::test]
async fn what_breaks_off_is_sent_again() {
    let (network, oksana) = Network::start().await;
    let [petro, marko, olha, iryna] = network.join(&oksana, ["Петро", "Марко", "Ольга", "Ірина"]).await;
    let troubles =
        [(&petro, 2, Trouble::DropBefore), (&marko, 1, Trouble::DropAfter), (&olha, 1, Trouble::ServerError)];
    for (person, times, trouble) in &troubles {
        network.telegram.fault("sendMessage", Some(person.id()), *times, trouble.clone());
    }
    announces(&network, &oksana, "Перша новина").await;
    network.settle().await;
    announces(&network, &oksana, "Друга новина").await;
    network.settle().await;
    assert_eq!([&petro, &olha, &iryna].map(|person| heard(person, "Перша новина")), [1, 1, 1]);
    // Nobody can know whether the message was sent when only the answer is lost.
    assert_eq!(heard(&marko, "Перша новина"), 2);

    for (person, times, trouble) in troubles {
        network.telegram.fault("sendMessage", Some(person.id()), times, trouble);
        person.says("/help");
    }
    without_waiting_for_refusals(&network).await;
    for person in [&petro, &marko, &olha] {
        assert!(person.screen().contains("/cancel"), "{}", person.screen());
    }
    network.end().await;
}

#[tokio::test]
async fn messages_to_one_person_stay_in_order_when_one_of_them_fails() {
    let (network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.telegram.fault("sendMessage", Some(petro.id()), 1, Trouble::ServerError);
    for news in ["Новина 1", "Новина 2", "Новина 3"] {
        oksana.says("/announce");
        oksana.says(news);
        tap(&oksana, "au.-");
        tap(&oksana, "as");
    }
    network.settle().await;
    let news: Vec<String> =
        petro.messages().iter().filter_map(|m| m.text.clone()).filter(|t| t.starts_with("Новина")).collect();
    assert_eq!(news, ["Новина 1", "Новина 2", "Новина 3"]);
    network.end().await;
}

#[tokio::test]
async fn failures_of_telegrams_server_are_passed_over_at_once() {
    let (network, oksana) = Network::start().await;
    network.invitation(&oksana).await;
    // The menu takes the place of a picture by two calls, one after another. Were each failure slept off, they would take
    // longer than anything here may.
    for method in ["editMessageReplyMarkup", "sendMessage"] {
        network.telegram.fault(method, Some(oksana.id()), 2, Trouble::ServerError);
    }
    drop(oksana.presses("🏠 Меню"));
    without_waiting_for_refusals(&network).await;
    assert!(oksana.screen().contains("🏠 Мережа"), "{}", oksana.screen());
    network.end().await;
}

#[tokio::test]
async fn updates_come_though_fetching_them_fails() {
    let (network, oksana) = Network::start().await;
    for trouble in
        [Trouble::DropBefore, Trouble::DropAfter, Trouble::ServerError, Trouble::TooManyRequests(1)]
    {
        network.telegram.fault("getUpdates", None, 1, trouble);
        // The first ends the call that waits already, the second meets the trouble.
        oksana.says("/menu");
        oksana.says("/help");
        without_waiting_for_refusals(&network).await;
        assert!(oksana.screen().contains("/cancel"), "{}", oksana.screen());
    }
    network.end().await;
}

#[tokio::test]
async fn a_chat_that_telegram_is_slow_with_holds_nobody_up() {
    let (mut network, oksana) = Network::start_with(&[("MEREZHA_ORGANIZERS", "1001,1002")]).await;
    let andrii = network.newcomer("Андрій", "uk");
    andrii.follows_link("");
    andrii.says("Андрій");
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.telegram.fault("*", Some(oksana.id()), 1_000, Trouble::Delay(Duration::from_secs(600)));
    // More letters than the outbox looks at together, each to both organizers.
    oksana.says("/help");
    for at in 0..80 {
        petro.says(&format!("Лист {at}"));
        tap(&petro, "ol");
    }
    let letters = |world: &merezha::rehearsal::World, person: &Person| {
        world.chat(person.id()).map_or(0, |chat| chat.iter().filter(|m| holds(m, "Лист ")).count())
    };
    network
        .telegram
        .wait("the other organizer has all letters", PATIENCE, |world| letters(world, &andrii) == 80)
        .await
        .expect("nobody waits for a slow chat");
    assert_eq!(network.telegram.with(|world| letters(world, &oksana)), 0);
    tokio::time::timeout(Duration::from_secs(5), network.stop()).await.expect("it stops all the same");

    network.telegram.no_more_faults();
    network.run().await;
    network.settle().await;
    assert_eq!(network.telegram.with(|world| letters(world, &oksana)), 80, "and nothing was lost");
    network.end().await;
}

#[tokio::test]
async fn a_flood_costs_only_its_sender_time() {
    let (network, oksana) = Network::start().await;
    let [petro, marko] = network.join(&oksana, ["Петро", "Марко"]).await;
    for at in 0..150 {
        petro.says(&format!("Лист {at}"));
        tap(&petro, "ol");
    }
    marko.says("/help");
    answered(&network, &marko, "/help").await;
    let waiting = count(&network, "select count(*) from inbox where applied = 0").await;
    assert!(waiting > 0, "Марко did not wait for the flood's end");
    network.settle().await;
    assert_eq!(count(&network, "select count(*) from letter_part").await, 150, "all of it counts");
    assert_eq!(count(&network, "select count(distinct content) from letter_part").await, 150, "and once");
    println!("{waiting} of 300 were still to come when somebody else was answered");
    network.end().await;
}

#[tokio::test]
async fn a_fault_is_said_undone_and_holds_nobody_else_up() {
    let (mut network, oksana) = Network::start().await;
    let [petro, marko] = network.join(&oksana, ["Петро", "Марко"]).await;
    let rule = format!(
        "create trigger broken before update of dialogue on person when new.telegram_id = {}
         begin select raise(abort, 'this row is broken'); end",
        petro.id()
    );
    meddle(&mut network, &rule).await;
    petro.says("Що робити?");
    marko.says("Що робити?");
    network.settle().await;
    assert!(petro.screen().contains("Щось пішло не так"), "{}", petro.screen());
    assert!(marko.screen().contains("Що з цим зробити?"), "{}", marko.screen());
    assert_eq!(count(&network, "select count(*) from inbox where applied = 0").await, 0, "it is given up");

    meddle(&mut network, "drop trigger broken").await;
    assert!(network.says(&petro, "Що робити?").await.contains("Що з цим зробити?"));
    network.end().await;
}

#[tokio::test]
async fn whoever_is_owed_an_answer_is_asked_again_after_a_restart() {
    let (mut network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    let [petro, marko] = network.join(&oksana, ["Петро", "Марко"]).await;
    until("all answers are written down", async || count(&network, "select count(*) from inbox").await == 0)
        .await;
    for person in [&petro, &marko] {
        let hour = Trouble::Delay(Duration::from_secs(3_600));
        network.telegram.fault("sendMessage", Some(person.id()), 1, hour);
    }
    petro.says("/propose");
    petro.says("Річка");
    marko.says("/menu");
    let applied = "select count(*) from inbox where applied = 1";
    until("all is applied", async || count(&network, applied).await == 3).await;
    network.restart().await;
    network.settle().await;
    assert!(petro.screen().contains("Так виглядатиме ваша пропозиція"), "{}", petro.screen());
    assert!(petro.screen().contains("Річка"));
    assert!(marko.screen().contains("Бот щойно перезапустився"), "{}", marko.screen());
    let asked = petro.messages().iter().filter(|m| holds(m, "Так виглядатиме")).count();
    assert_eq!(asked, 1, "once is enough");

    network.restart().await;
    network.settle().await;
    assert_eq!(petro.messages().iter().filter(|m| holds(m, "Так виглядатиме")).count(), 1);
    network.end().await;
}

#[tokio::test]
async fn a_dialogue_that_cannot_be_read_starts_anew() {
    let (mut network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    for broken in [r#"{"now":{"of_another_version":1}}"#, "not even JSON"] {
        let rule = format!("update person set dialogue = '{broken}' where telegram_id = {}", petro.id());
        meddle(&mut network, &rule).await;
        assert!(network.says(&petro, "Що робити?").await.contains("Що з цим зробити?"));
    }
    network.end().await;
}

#[tokio::test]
async fn an_update_that_comes_again_counts_once() {
    let (mut network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.says(&petro, "Лист").await;
    // From here on Telegram hears of no update that it was taken.
    network.telegram.fault("getUpdates", None, 1_000, Trouble::DropBefore);
    tap(&petro, "ol");
    network
        .telegram
        .wait("the letter arrives", PATIENCE, |world| {
            world.chat(oksana.id()).is_some_and(|chat| chat.iter().any(|message| holds(message, "Лист")))
        })
        .await
        .expect("it does");
    assert!(network.telegram.with(|world| !world.updates().is_empty()), "Telegram still has the tap");
    network.stop().await;
    network.telegram.no_more_faults();
    network.run().await;
    network.settle().await;
    assert_eq!(count(&network, "select count(*) from letter_part").await, 1);
    network.end().await;
}

#[tokio::test]
async fn a_second_poller_is_told_to_the_organizers_once() {
    let (network, oksana) = Network::start().await;
    let token = network.setting("TELOXIDE_TOKEN");
    let url = network.setting("TELOXIDE_API_URL").parse().expect("an address");
    let thief = teloxide::Bot::new(token).set_api_url(url);
    for times in 1..=2 {
        // The bot waits for updates, and whoever comes later wins.
        let conflicts = || network.telegram.refusals().iter().filter(|refusal| refusal.code == 409).count();
        tokio::select! {
            () = until("the bot is refused", async || conflicts() >= times) => {}
            _ = async { thief.get_updates().timeout(50).await } => {}
        }
        oksana.says("/help");
        answered(&network, &oksana, "/help").await;
    }
    network.bot().app.settled().await.expect("rests");
    let told = oksana.messages().iter().filter(|message| holds(message, "Хтось ще отримує")).count();
    assert_eq!(told, 1, "{}", oksana.transcript());
    network.end().await;
}

/// The organizer announces to everyone; delivery has only begun when this returns.
async fn announces(network: &Network, organizer: &Person, words: &str) {
    organizer.says("/announce");
    organizer.says(words);
    tap(organizer, "au.-");
    tap(organizer, "as");
    network.telegram.all_confirmed().await;
}

/// Presses a button that the bot knows, on whatever message comes first.
fn tap(person: &Person, data: &str) {
    let card = person.messages().into_iter().find(|message| message.from.is_bot).expect("a message");
    drop(person.presses_data(card.message_id, data));
}

/// How often somebody got an announcement.
fn heard(person: &Person, words: &str) -> usize {
    person.messages().iter().filter(|message| said(message, words)).count()
}

fn said(message: &merezha::rehearsal::Message, words: &str) -> bool {
    message.from.is_bot && message.text.as_deref() == Some(words)
}

fn holds(message: &merezha::rehearsal::Message, words: &str) -> bool {
    message.from.is_bot && message.text.as_deref().is_some_and(|text| text.contains(words))
}

/// Waits until the bot has written something after the newest message with these words.
async fn answered(network: &Network, person: &Person, words: &str) {
    network
        .telegram
        .wait("an answer", PATIENCE, |world| {
            let Some(chat) = world.chat(person.id()) else { return false };
            let messages: Vec<_> = chat.iter().collect();
            let asked = messages.iter().rposition(|m| !m.from.is_bot && m.text.as_deref() == Some(words));
            asked.is_some_and(|at| messages[at..].iter().any(|m| m.from.is_bot))
        })
        .await
        .expect("it comes");
}

/// Waits for rest where refusals are meant to happen.
async fn without_waiting_for_refusals(network: &Network) {
    let resting = async {
        network.telegram.all_confirmed().await;
        network.bot().app.settled().await.expect("the database can be read");
    };
    tokio::time::timeout(PATIENCE, resting).await.expect("the bot comes to rest");
}

/// All tries to send a text, in order.
fn sends(network: &Network, words: &str) -> Vec<Request> {
    let text =
        |request: &Request| request.params.get("text").and_then(|text| text.as_str().map(str::to_owned));
    let mut requests = network.telegram.requests();
    requests.retain(|request| request.method == "sendMessage" && text(request).as_deref() == Some(words));
    requests
}

/// Which of these went to a person.
fn to(sent: &[Request], person: &Person) -> Vec<usize> {
    let is_to = |request: &Request| {
        let chat = request.params.get("chat_id");
        chat.and_then(|id| id.as_i64().or_else(|| id.as_str()?.parse().ok())) == Some(person.id())
    };
    sent.iter().enumerate().filter(|(_, request)| is_to(request)).map(|(at, _)| at).collect()
}

async fn count(network: &Network, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(network.bot().app.db.readers()).await.expect("counts")
}

/// Somebody changes the file by hand while the bot is stopped.
async fn meddle(network: &mut Network, statement: &str) {
    network.stop().await;
    let mut conn = network.database().await;
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement.to_owned())).execute(&mut conn).await.expect("works");
    conn.close().await.expect("closes");
    network.run().await;
}
