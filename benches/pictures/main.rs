//! How long the pictures take to draw, and how large their files are.
//!
//! `cargo bench --bench pictures` prints a table.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::time::Instant;

use merezha::picture::{Bar, Bars, Dot, Dots, Kind, Share, Standing, bars, dots};

/// How often each picture is drawn.
const TIMES: usize = 20;

fn main() {
    println!("{}", if cfg!(debug_assertions) { "debug build" } else { "release build" });
    measure("5 options, 2 groups", || bars(&result(5, 2, 1)));
    measure("20 options, 5 groups", || bars(&result(20, 5, 1)));
    measure("20 options of 100 letters, 5 groups", || bars(&result(20, 5, 2)));
    measure("25 dots", || vec![dots(&cloud(25))]);
    measure("500 dots", || vec![dots(&cloud(500))]);
}

fn measure(what: &str, draw: impl Fn() -> Vec<Vec<u8>>) {
    let pages = draw();
    let bytes: usize = pages.iter().map(Vec::len).sum();
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(draw());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!(
        "{what:<36} median {:>6.1} ms, worst {:>6.1} ms; {} pictures, {} KiB",
        times[TIMES / 2],
        times[TIMES - 1],
        pages.len(),
        bytes / 1024
    );
}

/// A result whose labels are half or the whole of what is allowed.
fn result(options: usize, groups: usize, halves: usize) -> Bars {
    let label = "Відновлення доріг і сполучення між громадами гірки ".repeat(halves);
    let share = |number: usize| Share {
        label: ["Влада", "Громадськість", "Бізнес", "Освіта й культура", "Молодь"][number % 5].to_owned(),
        share: number as f64 / groups as f64,
        text: format!("{} з 24", number * 3),
    };
    let bar = |number: usize| Bar {
        label: label.clone(),
        value: format!("{} голосів", 40 - number),
        share: (40 - number) as f64 / 40.0,
        standing: if number < 3 { Standing::Won } else { Standing::Lost },
        groups: (0..groups).map(share).collect(),
    };
    Bars {
        title: "Три пріоритетні напрями".to_owned(),
        subtitle: "Проголосували 40 із 52 учасників".to_owned(),
        rows: (0..options).map(bar).collect(),
        note: "Групи, у яких менше 5 людей, не показано.".to_owned(),
    }
}

/// Dots scattered evenly, without chance: multiples of two irrational numbers.
fn cloud(count: usize) -> Dots {
    let dot = |number: usize| Dot {
        number: number.to_string(),
        x: (number as f64 * 0.618_034).fract(),
        y: (number as f64 * 0.414_214).fract(),
        kind: [Kind::Unifier, Kind::Divider, Kind::Other, Kind::Other][number % 4],
    };
    Dots {
        title: "Що єднає, а що розділяє".to_owned(),
        x_label: "скільки погоджуються".to_owned(),
        y_label: "наскільки однаково в усіх групах".to_owned(),
        dots: (1..=count).map(dot).collect(),
        ..Dots::default()
    }
}
