//! What is planned and changed while the real binary is killed around it.

use sqlx::Connection;

use crate::deadlines::{is_killed_again_and_again, moves_to_now};
use crate::support::Network;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_planned_goes_once_and_changed_words_reach_all_though_the_process_is_killed() {
    let (mut network, oksana) = Network::start().await;
    let people = network.join(&oksana, ["Петро", "Марія", "Андрій"]).await;
    for words in ["Заплановане", "Давнє"] {
        network.says(&oksana, "/announce").await;
        network.says(&oksana, words).await;
        network.presses(&oksana, "👥 Усім (4)").await;
        if words == "Давнє" {
            network.presses(&oksana, "📣 Надіслати").await;
        } else {
            network.presses(&oksana, "⏰ На певний час").await;
            network.says(&oksana, "завтра 12:00").await;
            network.presses(&oksana, "✅ Запланувати").await;
        }
    }
    network.nobody_sleeps().await;
    network.stop().await;
    moves_to_now(
        &network,
        &[
            "update announcement set scheduled_at = ?2 where id = 1",
            "insert or replace into due (kind, subject, at) values ('announcement', 1, ?2)",
            // Other words are owed to everybody, and nobody has them yet.
            "insert into mailing (made_at, at_once) values (?2, 1)",
            "insert into message (mailing_id, body)
                select (select max(id) from mailing), replace(m.body, 'Давнє', 'Змінене') from message m
                where m.mailing_id = (select mailing_id from announcement where id = 2)
                  and m.body like '%Давнє%' limit 1",
            "insert into delivery (message_id, mailing_id, person_id, chat, urgency, edits, due_at)
                select (select max(id) from message), (select max(id) from mailing), person_id, chat, 2, sent_as, ?2
                from delivery where mailing_id = (select mailing_id from announcement where id = 2) and state = 'sent'",
        ],
    )
    .await;
    is_killed_again_and_again(&network).await;
    let mut conn = network.database().await;
    for (what, sql, expected) in [
        (
            "the planned one went to all four",
            "select count(*) from delivery d join announcement a on a.mailing_id = d.mailing_id
             where a.id = 1 and d.state = 'sent'",
            4,
        ),
        ("by one mailing", "select count(*) from announcement where mailing_id is not null", 2),
        ("nothing is owed any more", "select count(*) from delivery where state = 'due'", 0),
    ] {
        let found: i64 = sqlx::query_scalar(sql).fetch_one(&mut conn).await.expect("counts");
        assert_eq!(found, expected, "{what}");
    }
    conn.close().await.expect("closes");
    for person in &people {
        let said = person.transcript();
        assert!(
            said.contains("Заплановане") && said.contains("Змінене") && !said.contains("Давнє"),
            "{said}"
        );
    }
    network.end().await;
}
