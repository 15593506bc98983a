//! Directions, tags and what became of proposals in what is taken out.

use super::{piled, sorts};
use crate::support::Network;
use merezha::rehearsal::Person;

/// The newest file of that name that somebody got.
async fn file(network: &Network, person: &Person, ending: &str) -> Vec<u8> {
    let found = person.messages().into_iter().rev().find_map(|message| {
        let document = message.document.clone()?;
        document.file_name.clone()?.ends_with(ending).then_some(document.file_id)
    });
    let id = found.unwrap_or_else(|| panic!("no {ending} came:\n{}", person.transcript()));
    network.telegram.file(&id).await.expect("its bytes").to_vec()
}

#[tokio::test]
async fn files_say_the_direction_the_tags_and_the_life() {
    let (network, [oksana, _], _) = piled(2).await;
    sorts(&network, &oksana).await;
    network.presses(&oksana, "🏷 Мітки").await;
    network.presses(&oksana, "проблема").await;
    network.presses(&oksana, "← Готово").await;
    network.presses(&oksana, "🔵 Безпека").await;
    network.says(&oksana, "/proposals").await;
    network.presses(&oksana, "№1").await;
    network.presses(&oksana, "🔨 У роботу").await;
    network.says(&oksana, "Кошти є").await;
    network.says(&oksana, "/export").await;
    network.presses(&oksana, "🧾 Пропозиції: CSV").await;
    let csv = String::from_utf8(file(&network, &oksana, ".csv").await).expect("UTF-8");
    assert!(csv.contains("у роботі,Безпека,проблема,"), "{csv}");
    assert!(csv.contains("2025-02-01: 🔵 у напрямі «Безпека»\n2025-02-01: у роботі — Кошти є"), "{csv}");
    network.end().await;
}
