//! Both files hold what the report says, whatever people wrote.

use std::io::Read;

use proptest::prelude::*;

use super::*;
use crate::picture::ACCENT;

fn report(words: &str) -> Report {
    let bars = vec![Bar { label: words.into(), value: "7".into(), share: 0.5, colour: ACCENT }];
    let blocks = vec![
        Block::Text(words.into()),
        Block::Heading("Розділ".into()),
        Block::Quiet("Пояснення".into()),
        Block::Bars(bars),
        Block::Item { lead: "№1".into(), words: words.into(), notes: vec!["Згода: 5".into()] },
        Block::Picture(crate::picture::bars(&crate::picture::Bars::default()).remove(0)),
    ];
    let part = |heading: &str| Part { heading: heading.into(), blocks: blocks.clone() };
    Report {
        lang: Lang::Uk,
        title: "Звіт".into(),
        subtitle: "Від — до".into(),
        contents: "Зміст".into(),
        parts: vec![part("Люди"), part("Пропозиції"), part("Далі")],
    }
}

fn document(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("opens");
    let mut text = String::new();
    archive.by_name("word/document.xml").expect("a document").read_to_string(&mut text).expect("UTF-8");
    text
}

#[test]
fn long_words_go_on_to_further_pages_with_numbers() {
    let bytes = pdf::write(&report(&"Дуже довга думка про річку. ".repeat(400))).expect("written");
    let document = lopdf::Document::load_mem(&bytes).expect("opens");
    let pages = document.get_pages().len();
    assert!(pages > 4, "{pages}");
    let solid =
        |page: u32| document.extract_text(&[page]).expect("its text").split_whitespace().collect::<String>();
    assert!(solid(1).contains("Зміст") && solid(1).contains(&format!("1/{pages}")), "{}", solid(1));
    assert!(solid(2).contains("Люди") && solid(pages as u32).contains(&format!("{pages}/{pages}")));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_words_make_files_that_open(words in "\\PC{0,80}|[<>&\"'а-яїґ👍\u{301}\n\t]{0,80}|.{0,80}") {
        let bytes = pdf::write(&report(&words)).expect("written");
        prop_assert!(lopdf::Document::load_mem(&bytes).is_ok());
        let text = document(docx::write(&report(&words)).expect("written"));
        let mut reader = quick_check(&text);
        prop_assert!(reader.all(|fine| fine), "{}", text);
    }
}

/// Every tag that is opened is closed, in order.
fn quick_check(text: &str) -> impl Iterator<Item = bool> {
    let mut open: Vec<String> = Vec::new();
    let mut fine = Vec::new();
    for tag in text.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.split_whitespace().next().unwrap_or_default().trim_end_matches('/');
        match tag {
            tag if tag.starts_with(['?', '!']) || tag.ends_with('/') => {}
            tag if tag.starts_with('/') => fine.push(open.pop().as_deref() == name.strip_prefix('/')),
            _ => open.push(name.to_owned()),
        }
    }
    fine.push(open.is_empty());
    fine.into_iter()
}
