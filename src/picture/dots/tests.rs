use proptest::prelude::*;

use super::*;
use crate::picture::seen::{Seen, is_within, words};

fn dot(number: &str, x: f64, y: f64, kind: Kind) -> Dot {
    Dot { number: number.to_owned(), x, y, kind }
}

fn cloud(dots: Vec<Dot>) -> Dots {
    let corner = str::to_owned;
    Dots {
        title: "Що єднає, а що розділяє".to_owned(),
        x_label: "скільки погоджуються".to_owned(),
        y_label: "наскільки однаково в усіх групах".to_owned(),
        corners: Some(Corners {
            top_left: corner("усі проти"),
            top_right: corner("усі за"),
            bottom_left: corner("дехто за"),
            bottom_right: corner("дехто проти"),
        }),
        legend: Vec::new(),
        dots,
        note: "Число біля точки — номер пропозиції.".to_owned(),
    }
}

fn seen(cloud: &Dots) -> Seen {
    Seen::decode(&dots(cloud))
}

/// The middle of what has a colour, its box, and how many pixels it is.
fn spot(picture: &Seen, colour: Colour) -> ((u32, u32), (u32, u32), usize) {
    let all = picture.of(colour);
    let (xs, ys) = (all.iter().map(|at| at.0), all.iter().map(|at| at.1));
    let (left, right) = (xs.clone().min().expect("some"), xs.max().expect("some"));
    let (top, bottom) = (ys.clone().min().expect("some"), ys.max().expect("some"));
    (((left + right) / 2, (top + bottom) / 2), (right - left + 1, bottom - top + 1), all.len())
}

#[test]
fn more_agreement_is_right_and_more_evenness_is_above() {
    // Without numbers nothing else has their colours.
    let picture = seen(&cloud(vec![dot("", 0.9, 0.8, Kind::Unifier), dot("", 0.2, 0.1, Kind::Divider)]));
    let ((right, above), ..) = spot(&picture, ACCENT);
    let ((left, below), ..) = spot(&picture, WARM);
    assert!(right > left + 400, "{left} to {right}");
    assert!(above + 300 < below, "{above} to {below}");
}

#[test]
fn kinds_are_told_by_shape() {
    let dots = vec![
        dot("", 0.9, 0.8, Kind::Unifier),
        dot("", 0.2, 0.1, Kind::Divider),
        dot("", 0.5, 0.6, Kind::Other),
    ];
    let picture = seen(&cloud(dots));
    let full = |colour| {
        let (_, (width, height), pixels) = spot(&picture, colour);
        pixels as f64 / f64::from(width * height)
    };
    assert!((0.7..0.8).contains(&full(ACCENT)), "a disc fills most of its box: {}", full(ACCENT));
    assert!((0.4..0.55).contains(&full(WARM)), "a diamond fills half of its box: {}", full(WARM));
    let (_, (disc, _), _) = spot(&picture, ACCENT);
    let (_, (small, _), _) = spot(&picture, MUTED);
    assert!(small * 3 < disc * 2, "the others are small: {small} and {disc}");
}

#[test]
fn a_dot_with_room_around_has_its_number() {
    let fonts = Fonts::load();
    let block =
        compose(&fonts, &cloud(vec![dot("12", 0.9, 0.8, Kind::Unifier), dot("7", 0.0, 0.0, Kind::Other)]));
    assert!(words(&block).contains(&"12"));
    assert!(words(&block).contains(&"7"));
}

#[test]
fn what_unites_is_numbered_before_the_rest() {
    let fonts = Fonts::load();
    let mut dots = vec![dot("1", 0.5, 0.5, Kind::Other); 30];
    // Two side by side: the left one's number fits only at the left or above, whoever comes first.
    dots.push(dot("77", 0.8, 0.5, Kind::Unifier));
    let block = compose(&fonts, &cloud(dots));
    assert!(words(&block).contains(&"77"));
    assert!(!words(&block).contains(&"1"), "dots in one place hide each other's numbers");
}

#[test]
fn five_hundred_dots_are_all_drawn_within_the_field() {
    let fraction = |number: usize, step: f64| (number as f64 * step).fract();
    let kinds = [Kind::Unifier, Kind::Divider, Kind::Other, Kind::Other];
    let dots = (0..500).map(|n| dot(&n.to_string(), fraction(n, 0.618), fraction(n, 0.414), kinds[n % 4]));
    let cloud = cloud(dots.collect());
    let fonts = Fonts::load();
    let shapes =
        |block: &Block| block.items.iter().filter(|item| matches!(item, Item::Filled { .. })).count();
    let empty = shapes(&compose(&fonts, &Dots { dots: Vec::new(), ..cloud.clone() }));
    let full = compose(&fonts, &cloud);
    assert_eq!(shapes(&full), empty + 2 * 500);
    is_within(&fonts, &full);
    let picture = seen(&cloud);
    assert_eq!((picture.width, picture.height), (WIDTH, HEIGHT));
    picture.is_sound();
}

#[test]
fn the_legend_names_each_shape() {
    let fonts = Fonts::load();
    let legend = vec![(Kind::Unifier, "єднає".to_owned()), (Kind::Divider, "розділяє".to_owned())];
    let block = compose(&fonts, &Dots { legend, ..cloud(Vec::new()) });
    assert!(words(&block).contains(&"єднає") && words(&block).contains(&"розділяє"));
}

#[test]
fn hostile_words_and_places_stay_within_the_edges() {
    for text in ["👍".repeat(4096), "Щ".repeat(3000) + &"слово \u{202E}а\u{301}".repeat(500)] {
        let places = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300];
        let dots = places.iter().flat_map(|x| places.map(|y| dot(&text, *x, y, Kind::Divider))).collect();
        let corner = || text.clone();
        let picture = seen(&Dots {
            title: corner(),
            x_label: corner(),
            y_label: corner(),
            corners: Some(Corners {
                top_left: corner(),
                top_right: corner(),
                bottom_left: corner(),
                bottom_right: corner(),
            }),
            legend: vec![(Kind::Other, corner()); 9],
            dots,
            note: corner(),
        });
        picture.is_sound();
    }
}

#[test]
fn the_same_cloud_makes_the_same_bytes() {
    let cloud = cloud(vec![dot("12", 0.9, 0.8, Kind::Unifier)]);
    assert_eq!(dots(&cloud), dots(&cloud));
}

#[test]
fn a_cloud_of_nothing_is_still_a_picture() {
    seen(&Dots::default()).is_sound();
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Unifier), Just(Kind::Divider), Just(Kind::Other)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn numbers_cover_neither_each_other_nor_dots(
        places in prop::collection::vec((0f64..1.0, 0f64..1.0, kind()), 1..120),
    ) {
        let fonts = Fonts::load();
        let data = Frame { left: 100.0, top: 300.0, right: 980.0, bottom: 1000.0 };
        let room = Frame { left: 48.0, top: 280.0, right: 1032.0, bottom: 1020.0 };
        let dots: Vec<Placed> =
            places.iter().map(|&(x, y, kind)| placed(&dot("", x, y, kind), &data, places.len())).collect();
        let numbers: Vec<String> = (1..=dots.len()).map(|number| number.to_string()).collect();
        let mut block = Block::default();
        labels::label(&fonts, &dots, &numbers, &room, &mut block);
        let boxes: Vec<[f32; 4]> = block.items.iter().filter_map(|item| match item {
            Item::Words { text, style, x, baseline, .. } => {
                let top = baseline - 2.0 * style.half_capital();
                Some([*x, top, x + fonts.width(text, *style), *baseline])
            }
            Item::Filled { .. } => None,
        }).collect();
        for (at, [left, top, right, bottom]) in boxes.iter().enumerate() {
            prop_assert!(*left >= room.left && *right <= room.right && *top >= room.top && *bottom <= room.bottom);
            for [l, t, r, b] in &boxes[at + 1..] {
                prop_assert!(right <= l || r <= left || bottom <= t || b <= top, "two numbers");
            }
            for dot in &dots {
                let (dx, dy) = (dot.x - dot.x.clamp(*left, *right), dot.y - dot.y.clamp(*top, *bottom));
                let reach = if dot.kind == Kind::Divider { dx.abs() + dy.abs() } else { dx.hypot(dy) };
                prop_assert!(reach >= dot.size - 0.6, "a number on a dot");
            }
        }
    }

    #[test]
    fn any_words_stay_in_their_boxes(
        title in "\\PC{0,200}", label in "[ЩW ]{0,200}", name in "[а-яїєґ ]{0,60}", number in "\\PC{0,9}",
    ) {
        let fonts = Fonts::load();
        let corners = Corners { top_left: label.clone(), bottom_right: name.clone(), ..Corners::default() };
        let block = compose(&fonts, &Dots {
            title,
            x_label: label.clone(),
            y_label: label,
            corners: Some(corners),
            legend: vec![(Kind::Unifier, name.clone()), (Kind::Divider, name.clone()), (Kind::Other, name.clone())],
            dots: vec![dot(&number, 1.0, 1.0, Kind::Unifier)],
            note: name,
        });
        is_within(&fonts, &block);
    }
}
