//! Taking out in English.

use merezha::rehearsal::Person;

use super::{assert_english, presses, two_people};
use crate::support::Network;

#[tokio::test]
async fn files_are_english_too() {
    let network = Network::empty(merezha::rehearsal::Limits::off(), &[]).await;
    let (olha, peter) = two_people(&network).await;
    network.says(&olha, "/newcall").await;
    network.says(&olha, "What unites us?").await;
    presses(&network, &olha, "📣 Open to everyone").await;
    network.says(&peter, "/propose").await;
    network.says(&peter, "The river").await;
    presses(&network, &peter, "✅ Send").await;
    network.says(&olha, "/help").await;
    network.says(&olha, "/export").await;
    for button in ["📊 Proposals: Excel", "🧾 Proposals: CSV", "🖨 Cards to print", "🗄 All data: JSON"]
    {
        presses(&network, &olha, button).await;
    }
    assert!(
        olha.screen().contains("🗄 All data of the network: JSON files in an archive"),
        "{}",
        olha.screen()
    );
    let csv = String::from_utf8(bytes(&network, &olha, "proposals.csv").await).expect("UTF-8");
    let head = "\u{FEFF}No.,Call,Proposal,Drawing,State,Direction,Tags,What became of it,Handed in (Kyiv time),Agree,Disagree,Pass,Link\r\n";
    let row = "1,What unites us?,The river,no,published,,,,2025-02-01 12:00,,,,https://t.me/rehearsal_bot?start=proposal-1\r\n";
    assert_eq!(csv, format!("{head}{row}"));
    let pdf = bytes(&network, &olha, "cards.pdf").await;
    let text = lopdf::Document::load_mem(&pdf).expect("opens").extract_text(&[1]).expect("its text");
    assert!(text.contains("No. 1") && text.contains("The river"), "{text}");
    network.says(&peter, "/settings").await;
    presses(&network, &peter, "📥 My data as a file").await;
    let html = String::from_utf8(bytes(&network, &peter, "mydata.html").await).expect("UTF-8");
    let cyrillic = |c: char| ('\u{0400}'..'\u{0530}').contains(&c) || c == '№';
    assert!(!html.contains(cyrillic) && html.contains("The river"), "{html}");
    network.says(&peter, "/mydata").await;
    network.says(&peter, "/export").await;
    assert_english(&peter);
    network.end().await;
}

async fn bytes(network: &Network, person: &Person, name: &str) -> Vec<u8> {
    let found = person.messages().into_iter().rev().find_map(|message| {
        message.document.clone().filter(|document| document.file_name.as_deref() == Some(name))
    });
    let document = found.unwrap_or_else(|| panic!("no {name}:\n{}", person.transcript()));
    network.telegram.file(&document.file_id).await.expect("its bytes").to_vec()
}
