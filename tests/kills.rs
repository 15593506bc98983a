//! The promise that nothing is lost and nothing counts twice, whatever is killed, whenever: the real binary is killed
//! with SIGKILL at random moments while people tap, write and are told things; then everything is counted.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use merezha::rehearsal::{Person, Telegram};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use sqlx::{Connection, SqliteConnection};
use tokio::process::{Child, Command};

use crate::support::Network;

/// Kills in an ordinary run; `MEREZHA_TEST_KILLS` sets another number, `MEREZHA_TEST_SEED` repeats a run.
const KILLS: usize = 50;
/// So many messages may be under way when the process dies, and come again: see `outbox::worker`.
const UNDER_WAY: usize = 8;
/// People do not run ahead of the bot further than this.
const AHEAD: usize = 40;

/// What people did, and what must have come of it.
#[derive(Default)]
struct Deeds {
    taps: usize,
    /// The last answer of each person to the poll.
    answers: BTreeMap<i64, i64>,
    /// Options marked and handed in by each person.
    marked: BTreeMap<i64, u32>,
    chosen: BTreeMap<i64, u32>,
    /// The words of proposals handed in.
    ideas: Vec<String>,
    /// The words of announcements.
    news: Vec<String>,
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_lost_or_counted_twice_when_the_process_is_killed() {
    let kills = number("MEREZHA_TEST_KILLS").unwrap_or(KILLS as u64) as usize;
    let seed = number("MEREZHA_TEST_SEED").unwrap_or_else(|| StdRng::from_os_rng().random());
    println!("seed {seed}");
    let (network, people) = scene().await;
    let telegram = network.telegram.clone();
    let first_update = telegram.with(|world| world.updates().next_id());

    let over = Arc::new(AtomicBool::new(false));
    let acting =
        tokio::spawn(act(telegram.clone(), people.clone(), StdRng::seed_from_u64(seed), over.clone()));
    let mut chance = StdRng::seed_from_u64(seed.wrapping_add(1));
    for _ in 0..kills {
        let mut bot = start(&network);
        let more = chance.random_range(0..120);
        let span = Duration::from_millis(chance.random_range(20..700));
        let target = calls(&telegram) + more;
        let busy = telegram.wait("more requests", Duration::from_secs(60), |world| {
            world.journal().counts.values().sum::<u64>() >= target
        });
        // Whichever comes first: so much work, or so much time. Both moments are random.
        let _ = tokio::time::timeout(span, busy).await;
        bot.kill().await.expect("it dies");
    }
    over.store(true, Ordering::Relaxed);

    let mut bot = start(&network);
    let deeds = acting.await.expect("people do not panic");
    telegram.all_confirmed().await;
    rest(&network).await;
    // The result names who chose what, once the ballots are counted.
    tap(&people[0], "vx.1.1");
    telegram.all_confirmed().await;
    rest(&network).await;
    terminate(&mut bot).await;

    let updates = telegram.with(|world| world.updates().next_id()) - first_update;
    let duplicates = check(&network, &deeds, &people).await;
    let delivered = deeds.news.len() * people.len();
    println!(
        "{kills} kills, {updates} updates ({} taps, {} proposals), {delivered} deliveries of {} announcements, \
         {duplicates} of them repeated",
        deeds.taps,
        deeds.ideas.len(),
        deeds.news.len(),
    );
    assert!(duplicates <= kills * UNDER_WAY, "{duplicates} messages came again after {kills} kills");
    // After a restart a card may be brought up to what it already shows; everything else would be a mistake.
    let mistakes: Vec<_> = telegram
        .refusals()
        .into_iter()
        .filter(|r| !r.description.contains("message is not modified"))
        .collect();
    assert!(mistakes.is_empty(), "{mistakes:#?}");
    network.end().await;
}

/// An organizer and eleven participants, with a call, a vote and a poll open; the bot is stopped.
async fn scene() -> (Network, Vec<Person>) {
    let (mut network, oksana) = Network::start().await;
    let code = network.invitation(&oksana).await;
    let mut people = vec![oksana.clone()];
    for name in ["Ада", "Богдан", "Віра", "Гнат", "Дана", "Євген", "Жанна", "Зоя", "Ігор", "Клим", "Лада"]
    {
        people.push(network.joins(&code, name, "Влада", "Донеччина").await);
    }
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&oksana, "/newvote").await;
    network.says(&oksana, "Пріоритети").await;
    network.says(&oksana, "Дороги\nШколи\nВода").await;
    network.presses(&oksana, "до 3").await;
    // An open one: its result names who chose what, to be compared.
    network.presses(&oksana, "⚙️ Правила голосування").await;
    network.presses(&oksana, "👁 Відкрите").await;
    network.presses(&oksana, "← Готово").await;
    network.presses(&oksana, "📣 Відкрити для всіх").await;
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Коли?\nРанок\nДень\nВечір").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    network.nobody_sleeps().await;
    network.stop().await;
    (network, people)
}

/// People tap, write and announce at random until it is over. Each finishes what they began.
async fn act(telegram: Telegram, people: Vec<Person>, mut chance: StdRng, over: Arc<AtomicBool>) -> Deeds {
    let mut deeds = Deeds::default();
    while !over.load(Ordering::Relaxed) {
        let slow =
            telegram.wait("the bot keeps up", Duration::from_secs(60), |world| world.updates().len() < AHEAD);
        slow.await.expect("the bot takes updates");
        let at = chance.random_range(0..people.len());
        let person = &people[at];
        match chance.random_range(0..10) {
            0..=3 => {
                let option = chance.random_range(0..3);
                tap(person, &format!("qa.1.{option}"));
                deeds.answers.insert(person.id(), option);
            }
            4..=6 => match mark_on_ballot(person, chance.random_range(0..3)) {
                Some((option, on, sealed)) => {
                    tap(person, &sealed);
                    let marked = deeds.marked.entry(person.id()).or_default();
                    *marked = if on { *marked | 1 << option } else { *marked & !(1 << option) };
                }
                None => tap(person, "vb.1"),
            },
            7 => {
                tap(person, "vh.1");
                let marked = deeds.marked.get(&person.id()).copied().unwrap_or_default();
                if marked > 0 {
                    deeds.chosen.insert(person.id(), marked);
                }
            }
            8 => {
                let idea = format!("Ідея {} від {at}", deeds.ideas.len());
                tap(person, "p.1");
                person.says(&idea);
                // What looks close to another one is shown once before it is sent; otherwise the second tap does nothing.
                tap(person, "ps");
                tap(person, "ps");
                deeds.ideas.push(idea);
                deeds.taps += 3;
            }
            _ => {
                let words = format!("Новина {}", deeds.news.len());
                people[0].says("/announce");
                people[0].says(&words);
                tap(&people[0], "au.-");
                tap(&people[0], "as");
                deeds.news.push(words);
                deeds.taps += 2;
            }
        }
        deeds.taps += 1;
        if chance.random_bool(0.3) {
            tokio::task::yield_now().await;
        }
    }
    deeds
}

/// A mark on the ballot that the person's phone shows: which option, whether the button sets it, and its sealed data.
fn mark_on_ballot(person: &Person, option: usize) -> Option<(usize, bool, String)> {
    let is_mark = |text: &str| text.starts_with(['⬜', '☑']);
    let messages = person.messages();
    let ballot =
        messages.iter().rev().find(|message| message.buttons().any(|button| is_mark(&button.text)))?;
    let button = ballot.buttons().filter(|button| is_mark(&button.text)).nth(option)?;
    Some((option, button.text.starts_with('⬜'), button.callback_data.clone()?))
}

/// A button is pressed, on any message of the bot: which one does not matter to it.
fn tap(person: &Person, data: &str) {
    let messages = person.messages();
    let card = messages.iter().find(|message| message.from.is_bot && message.text.is_some()).expect("a card");
    drop(person.presses_data(card.message_id, data));
}

fn start(network: &Network) -> Child {
    network
        .process()
        .env("MEREZHA_MESSAGES_PER_SECOND", "200")
        .env("RUST_LOG", "error")
        .spawn()
        .expect("the bot starts")
}

fn calls(telegram: &Telegram) -> u64 {
    telegram.with(|world| world.journal().counts.values().sum())
}

async fn open(network: &Network) -> SqliteConnection {
    let (_, url) = network.settings().iter().find(|(name, _)| *name == "DATABASE_URL").expect("a database");
    SqliteConnection::connect(url).await.expect("the database opens")
}

/// Waits until every update is applied and answered and nothing more is owed.
async fn rest(network: &Network) {
    let mut conn = open(network).await;
    let mut look = tokio::time::interval(Duration::from_millis(50));
    let resting = async {
        loop {
            look.tick().await;
            let open: i64 = sqlx::query_scalar(
                "select (select count(*) from inbox) + (select count(*) from delivery where state = 'due')
                      + (select count(*) from vote where stage in ('closing', 'counted'))",
            )
            .fetch_one(&mut conn)
            .await
            .expect("counts");
            if open == 0 {
                return;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(60), resting).await.expect("the bot comes to rest");
}

/// Stops the bot as a supervisor does.
async fn terminate(bot: &mut Child) {
    let id = bot.id().expect("it runs").to_string();
    Command::new("kill").args(["-TERM", &id]).status().await.expect("kill runs");
    let ended =
        tokio::time::timeout(Duration::from_secs(5), bot.wait()).await.expect("it stops within 5 seconds");
    assert!(ended.expect("it ends").success());
}

/// Compares the tables and the chats with what people did; returns how many announcements came more than once.
async fn check(network: &Network, deeds: &Deeds, people: &[Person]) -> usize {
    let mut conn = open(network).await;
    let sound: String =
        sqlx::query_scalar("pragma integrity_check").fetch_one(&mut conn).await.expect("checks");
    assert_eq!(sound, "ok");

    let mut ideas: Vec<String> =
        sqlx::query_scalar("select words from proposal").fetch_all(&mut conn).await.expect("reads");
    let mut expected = deeds.ideas.clone();
    ideas.sort();
    expected.sort();
    assert_eq!(ideas, expected, "every proposal is there once");

    let answers: Vec<(i64, i64)> = sqlx::query_as(
        "select p.telegram_id, a.chosen from poll_answer a join person p on p.id = a.person_id order by 1",
    )
    .fetch_all(&mut conn)
    .await
    .expect("reads");
    let expected: Vec<(i64, i64)> = deeds.answers.iter().map(|(id, option)| (*id, 1 << option)).collect();
    assert_eq!(answers, expected, "the last answer counts");

    let ballots: Vec<(i64, Vec<u8>)> = sqlx::query_as(
        "select p.telegram_id, b.answer from open_ballot b join person p on p.id = b.person_id order by 1",
    )
    .fetch_all(&mut conn)
    .await
    .expect("reads");
    let bits =
        |answer: Vec<u8>| (0u32..).zip(answer).fold(0, |bits, (at, chosen)| bits | u32::from(chosen) << at);
    let ballots: Vec<(i64, u32)> = ballots.into_iter().map(|(id, answer)| (id, bits(answer))).collect();
    let expected: Vec<(i64, u32)> = deeds.chosen.clone().into_iter().collect();
    assert_eq!(ballots, expected, "every mark was there, and the last ballot handed in counts");

    let lost: i64 =
        sqlx::query_scalar("select count(*) from delivery where state <> 'sent' and edits is null")
            .fetch_one(&mut conn)
            .await
            .expect("counts");
    assert_eq!(lost, 0, "every delivery was made");
    let mut repeated = 0;
    for person in people {
        let messages = person.messages();
        for words in &deeds.news {
            let copies = messages.iter().filter(|message| is_announcement(message, words)).count();
            assert!(copies > 0, "{words} has reached everyone");
            repeated += copies - 1;
        }
    }
    repeated
}

fn is_announcement(message: &merezha::rehearsal::Message, words: &str) -> bool {
    // Only the preview, which its author sees, has no way to the menu.
    message.from.is_bot && message.text.as_deref() == Some(words) && message.buttons().next().is_some()
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|value| value.parse().ok())
}
