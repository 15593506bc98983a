use proptest::prelude::*;

use super::*;
use crate::picture::MOST_HEIGHT;
use crate::picture::colour::{ACCENT, MUTED, TRACK};
use crate::picture::seen::{Seen, is_within, words};

fn bar(label: &str, share: f64, standing: Standing) -> Bar {
    Bar {
        label: label.to_owned(), value: "18 голосів".to_owned(), share, standing, groups: Vec::new()
    }
}

fn group(label: &str, share: f64, text: &str) -> Share {
    Share { label: label.to_owned(), share, text: text.to_owned() }
}

fn result(rows: Vec<Bar>) -> Bars {
    Bars {
        title: "Три пріоритетні напрями".to_owned(),
        subtitle: "Проголосували 28 із 34 учасників".to_owned(),
        rows,
        note: "Групи, у яких менше 5 людей, не показано.".to_owned(),
    }
}

fn long(options: usize, groups: usize) -> Bars {
    let groups: Vec<Share> = (0..groups).map(|n| group("Громадськість", 0.5, &format!("{n} з 99"))).collect();
    let label =
        "Відновлення доріг і транспортного сполучення між громадами, школи, укриття та дистанційне навчання";
    result((0..options).map(|_| Bar { groups: groups.clone(), ..bar(label, 0.5, Standing::Lost) }).collect())
}

/// What people may send to break things.
fn hostile() -> Vec<String> {
    vec![
        "👩‍👩‍👧".repeat(4096),
        "\u{202E}\u{2066}Дорога\u{202C}".repeat(300),
        "\u{200B}\u{200D}\u{FEFF}".repeat(1000),
        format!("а{}", "\u{301}\u{306}\u{308}".repeat(1000)),
        "Щ".repeat(100),
        "W".repeat(5000),
        "слово ".repeat(2000),
        "\u{A0}".repeat(500),
        "\u{FDFD}\u{12031}שלום مرحبا".to_owned(),
        String::new(),
    ]
}

fn seen(bars: &Bars) -> Vec<Seen> {
    super::bars(bars).iter().map(|file| Seen::decode(file)).collect()
}

#[test]
fn a_bar_is_as_long_as_its_share() {
    let pictures = seen(&result(vec![bar("Школи", 0.9, Standing::Won), bar("Дороги", 0.3, Standing::Lost)]));
    let (won, lost) = (pictures[0].longest(ACCENT), pictures[0].longest(MUTED));
    assert!((2.95..3.05).contains(&(won as f64 / lost as f64)), "{won} and {lost} pixels");
}

#[test]
fn without_votes_there_is_a_track_and_no_bar() {
    let pictures = seen(&result(vec![bar("Школи", 0.0, Standing::Lost)]));
    assert!(pictures[0].of(MUTED).is_empty());
    assert!(pictures[0].longest(TRACK) > 500);
}

#[test]
fn winners_and_ties_are_told_without_colour() {
    let picture =
        |standing| seen(&result(vec![bar("Школи", 0.5, standing), bar("-", 0.1, Standing::Won)])).remove(0);
    let (won, tied, lost) = (picture(Standing::Won), picture(Standing::Tied), picture(Standing::Lost));
    // The badge of the first option is in the gutter, between the turnout and the second option.
    let dark = |picture: &Seen| {
        let gutter = (48..96).flat_map(|x| (190..270).map(move |y| (x, y)));
        gutter.filter(|&(x, y)| picture.at(x, y) != PAPER).count()
    };
    assert!(dark(&won) > 1000, "a disc: {}", dark(&won));
    assert!((300..dark(&won) * 2 / 3).contains(&dark(&tied)), "a ring: {}", dark(&tied));
    assert_eq!(dark(&lost), 0);
    assert!(won.longest(ACCENT) > 300);
    let (outline, solid) = (tied.of(ACCENT).len(), won.of(ACCENT).len());
    assert!(
        outline + 5000 < solid,
        "an outline has far fewer pixels than a solid bar: {outline} and {solid}"
    );
}

#[test]
fn a_typical_result_is_one_picture() {
    let groups = vec![group("Влада", 0.7, "7 з 10"), group("Громадськість", 0.5, "9 з 18")];
    let label = "Школи, укриття та дистанційне навчання в громадах";
    let row = Bar { groups, ..bar(label, 0.6, Standing::Won) };
    let pictures = seen(&result(vec![row; 5]));
    assert_eq!(pictures.len(), 1);
    pictures[0].is_sound();
}

#[test]
fn a_long_result_is_several_pictures_and_each_says_which_it_is() {
    let fonts = Fonts::load();
    let pages = pages::pages(&fonts, &long(20, 5));
    assert!((4..=10).contains(&pages.len()), "an album holds ten: {}", pages.len());
    for (number, page) in pages.iter().enumerate() {
        assert!(page.height() <= MOST_HEIGHT as f32);
        let header = words(&page.blocks[0]);
        assert!(header.contains(&format!("{}/{}", number + 1, pages.len()).as_str()), "{header:?}");
        assert!(header.contains(&"Три пріоритетні напрями"));
    }
}

#[test]
fn no_group_is_left_out_however_many_there_are() {
    let fonts = Fonts::load();
    let pages = pages::pages(&fonts, &long(1, 60));
    let all: Vec<&str> = pages.iter().flat_map(|page| &page.blocks).flat_map(words).collect();
    for number in 0..60 {
        assert!(all.contains(&format!("{number} з 99").as_str()), "{number}");
    }
}

#[test]
fn a_hundred_of_the_widest_letters_are_all_there() {
    let fonts = Fonts::load();
    let row = bar(&"Щ".repeat(100), 0.5, Standing::Won);
    let pages = pages::pages(&fonts, &result(vec![row]));
    let all: String = pages.iter().flat_map(|page| &page.blocks).flat_map(words).collect();
    assert_eq!(all.matches('Щ').count(), 100);
}

#[test]
fn an_option_of_emoji_alone_still_has_a_name() {
    let fonts = Fonts::load();
    let bars = readable(&fonts, &result(vec![bar("🔥", 0.5, Standing::Won)]));
    assert_eq!(bars.rows[0].label, "—");
}

#[test]
fn the_smallest_letters_are_twelve_points_on_a_phone() {
    assert!(row::SMALL.size * 390.0 / WIDTH as f32 >= 12.0);
}

#[test]
fn hostile_words_are_drawn_within_the_edges() {
    let standings = [Standing::Won, Standing::Tied, Standing::Lost];
    let shares = [f64::NAN, f64::INFINITY, -1.0, 1e-300];
    let rows = hostile().into_iter().enumerate().map(|(number, text)| Bar {
        value: text.clone(),
        groups: vec![group(&text, shares[number % 4], &text), group("Влада", 0.7, "7 з 10")],
        ..bar(&text, shares[number % 4], standings[number % 3])
    });
    let (title, note) = ("Щ".repeat(300), "слово ".repeat(2000));
    for picture in seen(&Bars { title, subtitle: "\u{202E}а".repeat(999), rows: rows.collect(), note }) {
        picture.is_sound();
        assert!(picture.height <= MOST_HEIGHT);
    }
}

#[test]
fn the_same_result_makes_the_same_bytes() {
    assert_eq!(super::bars(&long(1, 1)), super::bars(&long(1, 1)));
}

#[test]
fn nothing_at_all_is_still_a_picture() {
    let pictures = seen(&Bars::default());
    assert_eq!(pictures.len(), 1);
    pictures[0].is_sound();
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,80}", "[а-яґєіїА-ЯҐЄІЇ ’-]{0,120}", "[ЩW👍\u{200D}\u{FE0F} ]{0,120}"]
}

fn any_bar() -> impl Strategy<Value = Bar> {
    let standing = prop_oneof![Just(Standing::Won), Just(Standing::Tied), Just(Standing::Lost)];
    let groups = prop::collection::vec((text(), any::<f64>(), text()), 0..5);
    (text(), text(), any::<f64>(), standing, groups).prop_map(|(label, value, share, standing, groups)| Bar {
        label,
        value,
        share,
        standing,
        groups: groups.into_iter().map(|(label, share, text)| Share { label, share, text }).collect(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn everything_stays_in_its_box(
        title in text(), subtitle in text(), note in text(), rows in prop::collection::vec(any_bar(), 0..7),
    ) {
        let fonts = Fonts::load();
        let bars = readable(&fonts, &Bars { title, subtitle, rows, note });
        for page in pages::pages(&fonts, &bars) {
            prop_assert!(page.height() <= MOST_HEIGHT as f32);
            page.blocks.iter().for_each(|block| is_within(&fonts, block));
        }
    }
}
