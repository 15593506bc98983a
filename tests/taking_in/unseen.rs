//! What is not published is seen by its author and the organizers, and appears nowhere else.

use merezha::rehearsal::Person;

use super::approving;
use crate::support::Network;

/// The words that nobody else may see. They are on the screens of reviewing, and nowhere else.
const SECRET: &str = "Таємниця";

#[tokio::test]
async fn an_unpublished_proposal_appears_nowhere() {
    let (network, [oksana, taras], [petro, maria]) = approving().await;
    for words in
        ["Відхилена Таємниця міста", "Повернута Таємниця лісу", "Прийнята таблиця мір", "Нова Таємниця поля"]
    {
        network.proposes(&petro, words).await;
    }
    network.presses(&oksana, "✋ Відхилити").await;
    network.presses(&oksana, "Образливі слова").await;
    network.presses(&oksana, "✏️ На доробку").await;
    network.presses(&oksana, "Кілька думок в одній").await;
    network.presses(&oksana, "✅ Опублікувати").await;
    change(&network, &petro, "№3", "Змінена Таємниця мір").await;

    for words in ["/proposals", "/mine", "/stances", "/menu"] {
        network.says(&maria, words).await;
    }
    network.says(&maria, "/propose").await;
    network.says(&maria, "Нова таємниця поля").await;
    let sent = network.presses(&maria, "✅ Надіслати").await;
    assert!(sent.contains("уже в організаторів"), "no comparing with what is not published: {sent}");
    for proposal in [1, 2, 4] {
        for data in ["pp.ID", "wp.ID.0", "wc.ID.a", "ws.ID.a.0", "pe.ID", "pw.ID", "pw.ID.1", "px.ID"] {
            network.says(&maria, "/menu").await;
            network.forges(&maria, &data.replace("ID", &proposal.to_string())).await;
        }
    }
    network.says(&maria, "/menu").await;
    network.forges(&maria, "pp.3").await;
    for data in ["u.u.s.0", "u.d.s.0", "u.s.r.0", "ui.s", "wl.0"] {
        network.forges(&maria, data).await;
    }
    let told = maria.transcript();
    assert!(!told.contains(SECRET), "{told}");
    assert!(told.contains("Прийнята таблиця мір"), "the old words stay: {told}");

    // No stance was taken by force, and what organizers export and see elsewhere has none of it either.
    let mut database = network.database().await;
    let stances: i64 =
        sqlx::query_scalar("select count(*) from stance").fetch_one(&mut database).await.expect("counts");
    assert_eq!(stances, 0);
    let before = taras.transcript().matches(SECRET).count();
    for words in ["/proposals", "/stances", "/desk"] {
        network.says(&taras, words).await;
    }
    for data in ["u.u.s.0", "ux.s", "c"] {
        network.forges(&taras, data).await;
    }
    assert_eq!(taras.transcript().matches(SECRET).count(), before, "{}", taras.transcript());
    let calls: i64 = sqlx::query_scalar("select count(*) from proposal where state = 'published'")
        .fetch_one(&mut database)
        .await
        .expect("counts");
    assert_eq!(calls, 1);
    network.end().await;
}

async fn change(network: &Network, person: &Person, number: &str, words: &str) {
    network.says(person, "/mine").await;
    network.presses(person, number).await;
    network.presses(person, "✏️ Змінити").await;
    network.says(person, words).await;
    network.presses(person, "✅ Зберегти").await;
}
