//! Cards as another program reads them.

use lopdf::Document;
use proptest::prelude::*;

use super::layout::{INSIDE, WORDS_HEIGHT, cards};
use super::*;

fn proposal(number: i64, words: &str, picture: Option<Picture>) -> Proposal {
    Proposal {
        number: format!("№{number}"),
        call: "Що нас об’єднує?".into(),
        words: words.into(),
        picture,
        link: format!("https://t.me/merezha_bot?start=proposal-{number}"),
        direction: "Безпека й відбудова".into(),
        colour: NEUTRAL,
    }
}

fn sheet() -> Sheet {
    Sheet { title: "Картки".into(), hint: "Наведіть камеру".into(), lang: Lang::Uk }
}

/// What can be selected on each page, without white space.
fn read(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).expect("another program opens it");
    let text = |page| document.extract_text(&[page]).expect("text").split_whitespace().collect::<String>();
    document.get_pages().into_keys().map(text).collect()
}

fn drawing() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 64, 48);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[120; 64 * 48]).expect("pixels");
    writer.finish().expect("an end");
    bytes
}

#[test]
fn four_are_on_a_page_and_their_words_can_be_searched() {
    let proposals: Vec<Proposal> =
        (1..=5).map(|number| proposal(number, "Ґанок, їжа, є що сказати: об’єднаймося!", None)).collect();
    let pages = read(&write(&sheet(), &proposals).expect("written"));
    assert_eq!(pages.len(), 2);
    for number in 1..=4 {
        assert!(pages[0].contains(&format!("№{number}")), "{}", pages[0]);
    }
    assert!(pages[0].contains("Безпекайвідбудова"), "{}", pages[0]);
    assert!(pages[0].contains("Ґанок,їжа,єщосказати:об’єднаймося!"), "{}", pages[0]);
    assert!(pages[1].contains("№5") && !pages[1].contains("№4"));
}

#[test]
fn long_words_go_on_to_a_second_card_and_nothing_is_lost() {
    let long: String = (1..=90).map(|n| format!("слово{n} ")).collect();
    let pages = read(&write(&sheet(), &[proposal(7, &long, None)]).expect("written"));
    let all = pages.concat();
    assert!(all.contains("1/2") && all.contains("2/2"), "{all}");
    for n in 1..=90 {
        assert!(all.contains(&format!("слово{n}")), "слово{n}");
    }
}

#[test]
fn a_drawing_is_on_its_card_and_a_broken_one_does_no_harm() {
    let drawing = Picture::read(drawing()).expect("a picture");
    for words in ["", "Міст", &"дуже довго ".repeat(80)] {
        let pdf = write(&sheet(), &[proposal(1, words, Some(drawing.clone()))]).expect("written");
        let document = Document::load_mem(&pdf).expect("opens");
        let first = *document.get_pages().values().next().expect("a page");
        assert_eq!(document.get_page_images(first).expect("pictures").len(), 1, "{words}");
    }
    assert!(Picture::read(b"\xFF\xD8\xFF\xE0 no picture".to_vec()).is_none());
    assert!(Picture::read(b"\x89PNG\r\n\x1a\n no picture".to_vec()).is_none());
    assert!(Picture::read(Vec::new()).is_none());
}

#[test]
fn hostile_words_make_a_card() {
    for words in [
        "=1+1",
        &"👩‍👩‍👧".repeat(800),
        &"Щ".repeat(2000),
        "\u{202E}перевернуто\u{0}\u{7}",
        "مرحبا",
        "",
        "а\n\n\nб",
    ] {
        let pages = read(&write(&sheet(), &[proposal(1, words, None)]).expect("written"));
        assert!(pages[0].contains("№1"), "{words}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn words_stay_within_their_card(words in "[а-яґєії’ \n-]{0,1500}|[Щ]{0,300}|\\PC{0,200}") {
        let fonts = Fonts::load();
        let one = proposal(1, &words, None);
        let cards = cards(&fonts, &one);
        prop_assert!(!cards.is_empty());
        for card in cards {
            prop_assert!(card.lines.len() as f32 * card.style.leading <= WORDS_HEIGHT + 0.1);
            for line in &card.lines {
                prop_assert!(fonts.width(line, card.style) <= INSIDE + 0.1, "{line}");
            }
        }
    }
}
