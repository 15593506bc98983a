//! The command, as people and programs meet it.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use merezha::votes::recount::{Request, run};
use merezha::votes::tally::{Method, Winners};

fn request(file: &str) -> Request {
    Request { path: PathBuf::from("tests/counting/data").join(file), ..Request::default() }
}

fn seats(number: usize) -> Option<NonZeroUsize> {
    NonZeroUsize::new(number)
}

#[test]
fn a_file_of_ours_is_recounted_as_it_says() {
    let json = run(&Request { json: true, ..request("two-camps.pb") }).expect("counted");
    let expected = r#"{"method":"choose","winners":"balanced","seats":3,"ballots":30,"counts":{"A":18,"B":18,"C":18,"D":12,"E":0},"committees":[["A","B","D"],["A","C","D"],["B","C","D"]]}"#;
    assert_eq!(json, format!("{expected}\n"));
}

#[test]
fn the_request_outranks_the_file() {
    let json = run(&Request {
        json: true,
        winners: Some(Winners::MostVotes),
        method: Some(Method::Ranking),
        seats: seats(1),
        ..request("two-camps.pb")
    });
    // Chosen options share the first places: 3 points each of three, 4 for one alone.
    let expected = r#"{"method":"ranking","winners":"most-votes","seats":1,"ballots":30,"counts":{"A":54,"B":54,"C":54,"D":48,"E":0},"committees":[["A"],["B"],["C"]]}"#;
    assert_eq!(json.expect("counted"), format!("{expected}\n"));
}

#[test]
fn half_points_are_told_as_they_are() {
    let json = run(&Request { json: true, seats: seats(1), ..request("towns.toi") }).expect("counted");
    assert!(json.contains(r#""counts":{"1":10,"2":6,"3":4}"#), "{json}");
    let json = run(&Request { json: true, seats: seats(1), ..request("halves.toi") }).expect("counted");
    assert!(json.contains(r#""counts":{"1":0.5,"2":0.5}"#), "{json}");
}

#[test]
fn people_read_who_won_and_why_and_what_is_tied() {
    let text = run(&Request { seats: seats(3), ..request("two-camps.pb") }).expect("counted");
    assert!(text.starts_with("30 ballots, 3 seats\n"), "{text}");
    for line in [
        "  18  ██████████████████████████████  A Roads  ← tied",
        "  12  ████████████████████            D Hospitals  ← elected",
        "   0                                  E Light",
        "  In any case elected: D Hospitals.",
        "  For 2 seats these are tied: A Roads, B Water and C Schools.",
        "  Possible result 1: A Roads, B Water and D Hospitals",
        "    D Hospitals: 12 people who got nothing else share it",
        "    B Water: fills a seat that was left; 18 people support it",
    ] {
        assert!(text.lines().any(|other| other == line), "{line:?} in\n{text}");
    }
}

#[test]
fn what_cannot_be_counted_is_told_in_one_line() {
    let refused = |request| run(&request).expect_err("refused");
    assert_eq!(
        refused(request("towns.toi")),
        "tests/counting/data/towns.toi: the file does not say how many win (PrefLib files do not); say it with --seats"
    );
    assert_eq!(refused(request("cut.pb")), "tests/counting/data/cut.pb:4: num_votes says 2, and there are 1");
    assert_eq!(
        refused(request("README.md")),
        "tests/counting/data/README.md: not a file to count (.pb, .cat, .soc, .toc, .soi, .toi)"
    );
    assert!(refused(request("nowhere.pb")).starts_with("tests/counting/data/nowhere.pb: No such file"));
}
