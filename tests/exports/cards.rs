//! Proposals as cards to print.

use lopdf::Document;
use merezha::rehearsal::{FileKind, Trouble};

use super::file;
use crate::support::Network;

#[tokio::test]
async fn cards_bring_words_drawings_and_the_way_back() {
    let (network, oksana) = Network::start().await;
    let [petro, maria] = network.join(&oksana, ["Петро", "Марія"]).await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&petro, "Ґанок на подвір’ї, де збираються їжаки").await;
    network.says(&maria, "/propose").await;
    network.attaches(&maria, FileKind::Photo, "").await;
    network.presses(&maria, "✅ Надіслати").await;
    for n in 3..=5 {
        network.proposes(&petro, &format!("Думка {n}")).await;
    }
    network.says(&oksana, "/export").await;
    network.presses(&oksana, "🖨 Картки для друку").await;
    let (name, caption, pdf) = file(&network, &oksana, ".pdf").await;
    assert_eq!(name, "cards.pdf");
    assert!(caption.contains("по чотири на аркуші А4"), "{caption}");
    let document = Document::load_mem(&pdf).expect("another program opens it");
    let pages = document.get_pages();
    assert_eq!(pages.len(), 2);
    let text = document.extract_text(&[1]).expect("its text");
    let solid = |text: &str| text.split_whitespace().collect::<String>();
    assert!(solid(&text).contains("Ґанокнаподвір’ї,дезбираютьсяїжаки"), "{text}");
    assert!(solid(&text).contains("№1") && solid(&text).contains("№4"), "{text}");
    assert!(!text.contains("Петро") && !text.contains("Марія"), "{text}");
    assert_eq!(document.get_page_images(pages[&1]).expect("pictures").len(), 1, "the drawing");
    network.end().await;
}

#[tokio::test]
async fn a_drawing_that_cannot_be_had_holds_nothing_up() {
    let (network, oksana) = Network::start().await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.says(&oksana, "/propose").await;
    network.attaches(&oksana, FileKind::Photo, "").await;
    network.presses(&oksana, "✅ Надіслати").await;
    network.telegram.fault("getFile", None, 10, Trouble::ServerError);
    network.says(&oksana, "/export").await;
    network.presses(&oksana, "🖨 Картки для друку").await;
    network.telegram.no_more_faults();
    let (_, _, pdf) = file(&network, &oksana, ".pdf").await;
    let text = Document::load_mem(&pdf).expect("opens").extract_text(&[1]).expect("its text");
    assert!(text.split_whitespace().collect::<String>().contains("малюнок"), "{text}");
    network.end().await;
}
