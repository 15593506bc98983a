//! An answer on its way to somebody unnamed, while the real binary is killed around it.

use sqlx::Connection;

use crate::deadlines::{is_killed_again_and_again, moves_to_now};
use crate::support::Network;

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_reaches_somebody_unnamed_and_leaves_nothing_though_the_process_is_killed() {
    let (mut network, oksana) = Network::start().await;
    let [petro] = network.join(&oksana, ["Петро"]).await;
    network.forges(&petro, "l").await;
    network.says(&petro, "Без імені, будь ласка").await;
    network.presses(&petro, "🎭 Без імені").await;
    network.stop().await;
    moves_to_now(
        &network,
        &[
            "insert into message (body) values ('{\"body\":{\"text\":\"Відповідь у дорозі\"}}')",
            "insert into delivery (message_id, address_id, chat, urgency, due_at)
                select (select max(id) from message), id, id - 9223372036854775807, 0, ?2 from sealed_address",
        ],
    )
    .await;
    is_killed_again_and_again(&network).await;
    assert!(petro.transcript().contains("Відповідь у дорозі"), "{}", petro.transcript());
    let mut conn = network.database().await;
    for (what, sql, expected) in [
        ("nothing of it is left", "select count(*) from delivery where address_id is not null", 0),
        ("nor its words", "select count(*) from message where body like '%у дорозі%'", 0),
        ("the way back is", "select count(*) from sealed_address", 1),
    ] {
        let found: i64 = sqlx::query_scalar(sql).fetch_one(&mut conn).await.expect("counts");
        assert_eq!(found, expected, "{what}");
    }
    conn.close().await.expect("closes");
    assert_eq!(std::fs::read_dir(network.folder().join("keys")).expect("a folder").count(), 1, "and its key");
    network.end().await;
}
