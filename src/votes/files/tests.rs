//! What is read, what is refused and where, and that nothing makes the readers stumble.

use proptest::prelude::*;

use super::super::tally::{Winners, count};
use super::*;

const PB: &str = "META\nkey;value\nnum_projects;3\nnum_votes;4\nbudget;2\nvote_type;approval\nrule;equalshares\n\
    PROJECTS\nproject_id;cost;name\nA;1;\"Roads; and \"\"bridges\"\"\"\nB;1;Вода\nC;1;None\n\
    VOTES\nvoter_id;vote\n1;A,B\n2;\n3;C\n4;A\n";
const POINTS: &str = "META\nkey;value\nbudget;100,5\nvote_type;scoring\nPROJECTS\nproject_id;cost\nA;50\nB;50.00\n\
    VOTES\nvoter_id;points;vote\n1;2.5,3;A,B\n2;None;\n";
const CAT: &str = "# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 9\n# NUMBER CATEGORIES: 2\n# CATEGORY NAME 1: yes\n\
    # ALTERNATIVE NAME 1: Roads\n# ALTERNATIVE NAME 2: Water: clean\n# ALTERNATIVE NAME 3: Light\n\
    5: {1, 2}, 3\n3: {},{1,2,3}\n1: 3\n";
const TOI: &str = "# NUMBER ALTERNATIVES: 4\n# NUMBER VOTERS: 6\n3: 2,{1,3}\n2: 4\n1: {1,2},3,4\n";

fn pb(text: &str) -> Result<Election, Malformed> {
    read(Format::Pabulib, text.as_bytes())
}

fn toi(text: &str) -> Result<Election, Malformed> {
    read(Format::Orders { ties: true, complete: false }, text.as_bytes())
}

fn ids(election: &Election) -> Vec<(&str, &str)> {
    election.options.iter().map(|option| (option.id.as_str(), option.name.as_str())).collect()
}

fn given(election: &Election) -> usize {
    match election.seats {
        Seats::Given(seats) => seats.get(),
        Seats::Unknown(why) => panic!("{why}"),
    }
}

#[test]
fn a_pabulib_file_is_read() {
    let election = pb(PB).expect("good");
    assert_eq!(ids(&election), [("A", "Roads; and \"bridges\""), ("B", "Вода"), ("C", "C")]);
    assert_eq!(
        (election.method, election.winners, given(&election)),
        (Method::Choose, Some(Winners::Balanced), 2)
    );
    let marks: Vec<&Marks> = election.ballots.iter().map(|ballot| &ballot.marks).collect();
    let chosen = [vec![0, 1], vec![], vec![2], vec![0]].map(Marks::Chosen);
    assert_eq!(marks, chosen.iter().collect::<Vec<_>>());
    assert_eq!(election.profile(Method::Choose).counts(), [2, 1, 1]);
}

#[test]
fn a_byte_order_mark_and_other_line_ends_change_nothing() {
    let windows = format!("\u{FEFF}{}", PB.replace('\n', "\r\n"));
    assert_eq!(pb(&windows), pb(PB));
    assert_eq!(toi(&TOI.replace('\n', "\r\n")), toi(TOI));
}

#[test]
fn points_keep_their_decimals_and_the_budget_tells_the_seats() {
    let election = pb(POINTS).expect("good");
    assert_eq!((election.method, election.winners, given(&election)), (Method::Points, None, 2));
    let profile = election.profile(Method::Points);
    assert_eq!((profile.scale(), profile.total()), (2, 2));
    let points: Vec<String> = profile.counts().into_iter().map(|count| profile.points(count)).collect();
    assert_eq!(points, ["2.5", "3"]);
    let dear = POINTS.replace("A;50", "A;40");
    assert!(matches!(pb(&dear).expect("good").seats, Seats::Unknown(_)));
    assert!(matches!(pb(&POINTS.replace("100,5", "9")).expect("good").seats, Seats::Unknown(_)));
    let free = POINTS.replace("A;50", "A;0").replace("B;50.00", "B;0");
    assert!(matches!(pb(&free).expect("good").seats, Seats::Unknown(_)));
}

#[test]
fn preflib_files_are_read() {
    let election = read(Format::Categories, CAT.as_bytes()).expect("good");
    assert_eq!(ids(&election), [("1", "Roads"), ("2", "Water: clean"), ("3", "Light")]);
    let profile = election.profile(Method::Choose);
    assert_eq!((profile.total(), profile.counts()), (9, vec![5, 5, 1]));
    let election = toi(TOI).expect("good");
    let profile = election.profile(Method::Ranking);
    // Of 4 options: 3 points for the first place, 2 and 1 shared, and so on.
    let points: Vec<String> = profile.counts().into_iter().map(|count| profile.points(count)).collect();
    assert_eq!(points, ["7", "11.5", "5.5", "6"]);
    let complete = Format::Orders { ties: true, complete: true };
    assert_eq!(read(complete, TOI.as_bytes()).expect_err("incomplete").line, 3);
    let strict = Format::Orders { ties: false, complete: false };
    assert_eq!(read(strict, TOI.as_bytes()).expect_err("ties").line, 3);
}

#[test]
fn a_line_for_a_thousand_million_ballots_is_one_line() {
    let election = toi("# NUMBER ALTERNATIVES: 2\n1000000000: 1,2\n999999999: 2\n").expect("good");
    assert_eq!(election.ballots.len(), 2);
    assert_eq!(election.profile(Method::Ranking).counts(), [2_000_000_000, 1_999_999_998]);
    let bad = toi("# NUMBER ALTERNATIVES: 2\n1: 1\n1000000000000: 1,2\n").expect_err("too many");
    assert_eq!(bad.line, 3);
    assert!(toi("# NUMBER ALTERNATIVES: 1000000000\n1: 1\n").is_err());
}

#[test]
fn other_methods_see_the_same_ballots() {
    let ranking = toi(TOI).expect("good");
    assert_eq!(ranking.profile(Method::Choose).counts(), [4, 4, 4, 3]);
    assert_eq!(ranking.profile(Method::Points).counts(), ranking.profile(Method::Ranking).counts());
    let points = pb(POINTS).expect("good");
    assert_eq!(points.profile(Method::Choose).counts(), [1, 1]);
    assert_eq!(points.profile(Method::Ranking).counts(), [0, 2]);
    let chosen = pb(PB).expect("good");
    assert_eq!(chosen.profile(Method::Points).counts(), [2, 1, 1]);
    // Two of three options share the first place: 1.5 each; one alone has 2.
    assert_eq!(chosen.profile(Method::Ranking).counts(), [7, 3, 4]);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let swap = |from: &str, to: &str| {
        assert!(PB.contains(from), "{from}");
        pb(&PB.replacen(from, to, 1)).map_err(|bad| (bad.line, bad.reason))
    };
    for (from, to, line, reason) in [
        ("META", "", 2, "META is due here"),
        ("key;value", "budget;2", 2, "the columns key;value are missing"),
        ("num_votes;4", "num_votes;5", 4, "num_votes says 5, and there are 4"),
        ("num_projects;3", "num_projects;-3", 3, "num_projects: \"-3\" is negative"),
        ("budget;2", "budget;", 5, "budget: \"\" is not a number"),
        ("budget;2", "budget;1e9", 5, "budget: \"1e9\" is not a number"),
        ("budget;2", "budget;99999999999999999999", 5, "budget: \"99999999999999999999\" is too large"),
        ("budget;2", "num_votes;4", 5, "\"num_votes\" is told a second time"),
        ("budget;2\n", "", 1, "budget is missing"),
        ("approval", "beauty", 6, "no such vote_type: \"beauty\""),
        ("vote_type", "type", 1, "vote_type is missing"),
        ("PROJECTS", "VOTES", 8, "VOTES comes here, where PROJECTS is due"),
        ("project_id;cost;name", "project_id;price;name", 9, "the column cost is missing"),
        ("B;1", "A;1", 11, "project \"A\" is here a second time"),
        ("B;1", "B;-1", 11, "cost: \"-1\" is negative"),
        ("B;1", ";1", 11, "a project has no project_id"),
        ("B;1;", "B;1;2;", 11, "4 cells here, and only 3 columns"),
        ("A;1;\"Roads", "A;1;Roads", 10, "4 cells here, and only 3 columns"),
        ("bridges\"\"\"", "bridges", 10, "a quote is opened here and never closed"),
        ("VOTES", "", 18, "VOTES is missing"),
        ("voter_id;vote", "voter_id;ballot", 14, "the column vote is missing"),
        ("1;A,B", "1;A,D", 15, "no such project: \"D\""),
        ("1;A,B", "1;A,A", 15, "the ballot names \"A\" twice"),
        ("1;A,B", "1;A,", 15, "no such project: \"\""),
        ("1;A,B", "2;A,B", 16, "voter \"2\" has a ballot on line 15 already"),
        ("1;A,B", "1", 15, "the ballot is missing"),
        ("1;A,B", "PROJECTS;A", 15, "PROJECTS comes a second time"),
    ] {
        assert_eq!(swap(from, to).map(|_| ()), Err((line, reason.to_owned())), "{from} → {to}");
    }
    let end = PB.find("VOTES").expect("there");
    assert_eq!(pb(&PB[..end]).expect_err("no votes"), Malformed::new(12, "VOTES is missing"));
    assert_eq!(pb("").expect_err("empty"), Malformed::new(1, "META is missing"));
    let single = pb(&PB.replace("approval", "choose-1")).expect_err("two chosen");
    assert_eq!(single, Malformed::new(15, "the ballot chooses more than one"));
    let bytes = [b"META\nkey;value\n".as_slice(), &[0xFF, b'\n']].concat();
    assert_eq!(read(Format::Pabulib, &bytes), Err(Malformed::new(3, "this is not UTF-8 text")));
}

#[test]
fn wrong_points_are_told_with_their_line() {
    for (to, reason) in [
        ("1;2.5;A,B", "2 projects and 1 points"),
        ("1;2.5,-3;A,B", "\"-3\" is negative"),
        ("1;2.5,many;A,B", "\"many\" is not a number"),
        ("1;2.5,0.0001;A,B", "\"0.0001\" has more than 3 decimals"),
        ("1;2.5,9999999999;A,B", "too many points"),
        ("1;2.5,1000001;A,B", "too many points"),
        ("1;;A,B", "2 projects and 0 points"),
    ] {
        let bad = pb(&POINTS.replace("1;2.5,3;A,B", to)).expect_err(to);
        assert_eq!(bad, Malformed::new(11, reason), "{to}");
    }
    let default = POINTS.replace("vote_type", "default_score;1\nvote_type");
    assert_eq!(pb(&default).expect_err("default").line, 4);
}

#[test]
fn wrong_preflib_lines_are_told() {
    for (from, to, line, reason) in [
        ("ALTERNATIVES: 4", "ALTERNATIVES: four", 1, "NUMBER ALTERNATIVES: \"four\" is not a whole number"),
        ("ALTERNATIVES: 4", "ALTERNATIVES: 0", 1, "there are no options"),
        ("ALTERNATIVES: 4", "ALTERNATIVES: 1001", 1, "more than 1000 options"),
        (
            "ALTERNATIVES: 4",
            "ALTERNATIVES: 4\n# ALTERNATIVE NAME 1: A",
            1,
            "NUMBER ALTERNATIVES says 4, and there are 1 names",
        ),
        ("VOTERS: 6", "VOTERS: 7", 2, "NUMBER VOTERS says 7, and there are 6"),
        ("VOTERS: 6", "ALTERNATIVES: 6", 2, "NUMBER ALTERNATIVES is told a second time"),
        ("2: 4", "2 4", 4, "the : after the number of ballots is missing"),
        ("2: 4", "0: 4", 4, "a line for no ballots"),
        ("2: 4", "-2: 4", 4, "\"-2\" is negative"),
        ("2: 4", "99999999999999999999: 4", 4, "\"99999999999999999999\" is too large"),
        ("2: 4", "2: 5", 4, "no such option: \"5\""),
        ("2: 4", "2: 4,4", 4, "the ballot names option 4 twice"),
        ("2: 4", "2: 4,", 4, "a comma at the end"),
        ("2: 4", "2: {4", 4, "a { is never closed"),
        ("2: 4", "2: {4} 3", 4, "a comma is due at \"3\""),
        ("2: 4", "2: {},4", 4, "a place is empty"),
        ("2: 4", "# more\n2: 4", 4, "a line with # after the first ballot"),
        ("# NUMBER ALTERNATIVES: 4\n", "", 2, "NUMBER ALTERNATIVES is missing"),
    ] {
        assert!(TOI.contains(from), "{from}");
        let bad = toi(&TOI.replacen(from, to, 1)).expect_err(to);
        assert_eq!(bad, Malformed::new(line, reason), "{from} → {to}");
    }
}

fn formats() -> impl Strategy<Value = (Format, &'static str)> {
    let orders = |ties, complete| Format::Orders { ties, complete };
    prop_oneof![
        Just((Format::Pabulib, PB)),
        Just((Format::Pabulib, POINTS)),
        Just((Format::Categories, CAT)),
        Just((orders(true, false), TOI)),
        Just((orders(false, true), TOI)),
    ]
}

/// Whatever was read can be counted, by every method.
fn counts(election: &Election) {
    for method in [Method::Choose, Method::Points, Method::Ranking] {
        let profile = election.profile(method);
        assert_eq!(profile.total(), election.ballots.iter().map(|ballot| ballot.times).sum::<u64>());
        count(&profile, Winners::Balanced, NonZeroUsize::MIN);
    }
}

proptest! {
    #[test]
    fn random_bytes_are_refused_or_read((format, _) in formats(), bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(election) = read(format, &bytes) {
            counts(&election);
        }
    }

    #[test]
    fn broken_files_are_refused_with_a_line_they_have(
        (format, good) in formats(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0usize..4, "[0-9;:,{}\"#\n\r€A-C -]{0,4}"), 1..6),
    ) {
        let mut bytes = good.as_bytes().to_vec();
        for (at, kind, text) in changes {
            let at = at.index(bytes.len() + 1);
            let end = (at + kind * 3).min(bytes.len());
            match kind {
                0 => drop(bytes.splice(at..at, text.bytes())),
                3 => bytes.truncate(at),
                _ => drop(bytes.splice(at..end, text.bytes())),
            }
        }
        match read(format, &bytes) {
            Ok(election) => counts(&election),
            Err(bad) => {
                let lines = 1 + bytes.iter().filter(|byte| **byte == b'\n').count();
                prop_assert!((1..=lines).contains(&bad.line), "{bad:?}");
                prop_assert!(!bad.reason.contains(char::is_control), "{bad:?}");
            }
        }
    }

    #[test]
    fn what_is_written_is_read_back(
        names in prop::collection::vec("[a-z;\"' ,€Їґ\u{2028}\n]{1,12}", 1..6),
        weights in prop::collection::vec(prop::collection::vec(0u32..5, 6), 0..8),
        kind in 0usize..3,
        seats in 1usize..9,
    ) {
        let options = names.len();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let points: Vec<Vec<(usize, u32)>> = weights
            .iter()
            .map(|weights| weights.iter().copied().enumerate().take(options).filter(|(_, weight)| *weight > 0).collect())
            .collect();
        let named: Vec<Vec<usize>> = points.iter().map(|b| b.iter().map(|(option, _)| *option).rev().collect()).collect();
        let (ballots, marks): (Ballots, Vec<Marks>) = match kind {
            0 => (Ballots::Choose(&named), named.iter().cloned().map(Marks::Chosen).collect()),
            1 => (Ballots::Points { points: 99, ballots: &points }, points.iter().cloned().map(Marks::Points).collect()),
            _ => {
                let places = |ballot: &Vec<usize>| Marks::Places(ballot.iter().map(|option| vec![*option]).collect());
                (Ballots::Ranking(&named), named.iter().map(places).collect())
            }
        };
        let paper = Paper {
            description: names[0], facts: &[("country", "Ukraine")], winners: Winners::Balanced, seats,
            fewest: 0, most: options, options: &names, counts: &vec!["1".to_owned(); options], selected: &[0], ballots,
        };
        let election = pb(&write(&paper)).expect("our own file");
        prop_assert_eq!(given(&election), seats);
        prop_assert_eq!(election.winners, Some(Winners::Balanced));
        prop_assert_eq!(election.ballots.iter().map(|b| (b.times, &b.marks)).collect::<Vec<_>>(),
            marks.iter().map(|marks| (1, marks)).collect::<Vec<_>>());
        for (at, (option, name)) in election.options.iter().zip(&names).enumerate() {
            let (id, name) = ((at + 1).to_string(), name.replace(['\n', '\u{2028}'], " "));
            let name = if name.trim().is_empty() { &id } else { name.trim() };
            prop_assert_eq!((&option.id, option.name.as_str()), (&id, name));
        }
    }
}
