//! What falls due of sessions and polls while the real binary is killed.

use merezha::rehearsal::Person;
use sqlx::Connection;

use super::{KILLS, is_killed_again_and_again, moves_to_now, starts};
use crate::support::{Network, until};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_of_sessions_and_polls_is_done_once_though_the_process_is_killed_around_it() {
    let (network, [petro, maria, andrii]) = scene().await;
    is_killed_again_and_again(&network).await;
    forgets(&network).await;

    let owed = |words: &str| {
        format!(
            "select count(*) from delivery d join message m on m.id = d.message_id
             where d.state = 'sent' and d.edits is null and m.body like '{words}'"
        )
    };
    let guests = "select count(*) from session_guest where";
    let mut conn = network.database().await;
    for (what, sql, expected) in [
        ("all four are reminded of the first", owed("%🔔%Перша%"), 4),
        ("who let the place in the second pass is told so", owed("%⏳ Місце, яке ми%Друга%"), 1),
        ("and waits no longer", format!("{guests} session_id = 2 and attendance = 'waiting'"), 0),
        ("it goes on to the next", owed("%🪑 Звільнилося місце%Друга%"), 1),
        ("for whom it is held", format!("{guests} session_id = 2 and attendance = 'offered'"), 1),
        ("the free place of the third is offered to one", owed("%🪑 Звільнилося місце%Третя%"), 1),
        ("and held for one", format!("{guests} session_id = 3 and attendance = 'offered'"), 1),
        ("who came to the fourth is asked", owed("%Четверта%Як усе пройшло?%"), 1),
        ("what came of the poll is told to who answered and who asked", owed("%Підсумок: Коли?%"), 3),
        ("answers are counted", "select sum(people) from poll_count".into(), 2),
        ("and nobody's", "select count(person_id) from poll_answer".into(), 0),
    ] {
        let found: i64 =
            sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&mut conn).await.expect("counts");
        assert_eq!(found, expected, "{what}");
    }
    conn.close().await.expect("closes");
    // What was in flight may have come again.
    for (person, words) in [
        (&petro, "Чекаємо на вас: Перша"),
        (&maria, "Місце, яке ми для вас тримали"),
        (&andrii, "Звільнилося місце: Друга"),
        (&maria, "Звільнилося місце: Третя"),
        (&petro, "Четверта"),
        (&petro, "Підсумок: Коли?"),
    ] {
        let times = person.transcript().matches(words).count();
        assert!((1..=2 + KILLS).contains(&times), "{words} {times} times\n{}", person.transcript());
    }
    network.end().await;
}

/// Four sessions and a poll of which something is due in half a second by the computer's clock: a reminder; a place that
/// is free; a place that was held, and not taken; the question how it was; the end of the poll. The bot is stopped.
async fn scene() -> (Network, [Person; 3]) {
    let (mut network, oksana) = Network::start().await;
    let [petro, maria, andrii] = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    for (title, places) in [("Перша", None), ("Друга", Some("1")), ("Третя", Some("1")), ("Четверта", None)]
    {
        announces(&network, &oksana, title, places).await;
        network.presses(&petro, "✅ Прийду").await;
        if places.is_some() {
            network.presses(&maria, "✅ Прийду").await;
            network.presses(&andrii, "✅ Прийду").await;
        }
    }
    network.says(&oksana, "/poll").await;
    network.says(&oksana, "Коли?\nРанок\nВечір").await;
    network.presses(&oksana, "Доба").await;
    network.presses(&oksana, "📣 Надіслати всім").await;
    network.presses(&petro, "Ранок").await;
    network.presses(&maria, "Вечір").await;
    network.nobody_sleeps().await;
    network.stop().await;
    moves_to_now(
        &network,
        &[
            "update session set starts_at = starts_at + ?1, ends_at = ends_at + ?1, over_at = over_at + ?1,
                    remind_at = remind_at + ?1, feedback_at = feedback_at + ?1, announced_at = announced_at + ?1",
            "update session_guest set since = since + ?1, offered_until = offered_until + ?1",
            "update due set at = at + ?1",
            "update session set remind_at = ?2 where id = 1",
            // Петро gives his places back; that of the second is held for Марія, who does not say anything.
            "update session_guest set attendance = 'declined' where session_id in (2, 3) and attendance = 'coming'",
            "update session_guest set attendance = 'offered', offered_until = ?2 where session_id = 2
                and person_id = (select min(person_id) from session_guest where session_id = 2 and attendance = 'waiting')",
            "update session set starts_at = ?2 - 7200000, ends_at = ?2 - 3600000, over_at = ?2 - 3600000,
                    remind_at = null, feedback_at = ?2 where id = 4",
            "update poll set opened_at = opened_at + ?1, closes_at = ?2",
            "insert or replace into due (kind, subject, at) values ('session', 1, ?2), ('session', 2, ?2),
                    ('session', 3, ?2), ('session', 4, ?2), ('poll-closes', 1, ?2)",
        ],
    )
    .await;
    (network, [petro, maria, andrii])
}

/// The minute after which the poll forgets has passed.
async fn forgets(network: &Network) {
    moves_to_now(network, &["update due set at = ?2 where kind = 'poll-forgets'"]).await;
    let mut bot = starts(network);
    until("the poll forgets", async || {
        let mut conn = network.database().await;
        let left = "select count(*) from due where kind = 'poll-forgets'";
        let left: i64 = sqlx::query_scalar(left).fetch_one(&mut conn).await.expect("counts");
        conn.close().await.expect("closes");
        left == 0
    })
    .await;
    bot.kill().await.expect("it dies");
}

async fn announces(network: &Network, organizer: &Person, title: &str, places: Option<&str>) {
    for words in ["/newsession", title, "10 лютого 12:00–18:00", "Київ"] {
        network.says(organizer, words).await;
    }
    if let Some(places) = places {
        network.presses(organizer, "🪑 Місця").await;
        network.says(organizer, places).await;
    }
    network.presses(organizer, "📣 Оголосити").await;
}
