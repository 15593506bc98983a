//! Folders as other versions of Polis and other tools write them, and as we write them.

use merezha::stances::polis::{Comment, Export, Person, Stamp, Stance, Vote, files, read_from};
use merezha::stances::unity::Sums;
use proptest::prelude::*;
use serde_json::json;

use super::Folder;

const COMMENTS: &str = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
    1,a,0,9,1,1,1,First\n1,a,7,9,0,0,-1,Never shown\n";
const VOTES: &str = "timestamp,datetime,comment-id,voter-id,vote\n\
    5,a,0,1,1\n5,a,0,2,1\n5,a,0,3,0\n5,a,0,4,-1\n5,a,0,5,1\n5,a,0,6,1\n";
const PEOPLE: &str = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0\n\
    1,0,0,1,1,0,1\n2,0,0,1,1,0,1\n3,1,0,1,0,0,0\n4,1,0,1,0,1,-1\n5,,0,1,1,0,1\n8,1,0,0,0,0,\n";

/// What the three above come to: person 5 is in no group, 6 is nobody, 8 said nothing.
fn plain() -> serde_json::Value {
    Folder::of(COMMENTS, VOTES, PEOPLE).json()
}

#[test]
fn people_without_a_group_are_left_out_and_statements_without_votes_are_not() {
    let plain = plain();
    assert_eq!(plain["groups"], json!({ "0": 2, "1": 3 }));
    assert_eq!(
        plain["statements"][0]["groups"],
        json!({
            "0": { "agree": 2, "disagree": 0, "seen": 2, "p": 0.75 },
            "1": { "agree": 0, "disagree": 1, "seen": 2, "p": 0.25 },
        })
    );
    let never = &plain["statements"][1];
    assert_eq!(never["groups"]["0"], json!({ "agree": 0, "disagree": 0, "seen": 0, "p": 0.5 }));
    assert_eq!((&never["id"], &never["product"], &never["weakest"]), (&json!(7), &json!(0.25), &json!(0.5)));
}

#[test]
fn columns_may_come_in_any_order_with_others_between_them_and_with_a_byte_order_mark() {
    let comments = "\u{feff}comment-body,is-meta,Comment-ID,moderated\r\n\"First,\r\nand \"\"more\"\"\",false,0,1\r\n\
        Never shown,false,7,-1\r\n";
    let votes = "\u{feff}vote,voter-id,important,comment-id,timestamp\r\n\
        1,1,0,0,5\r\n1,2,0,0,5\r\n0,3,0,0,5\r\n-1,4,0,0,5\r\n1,5,0,0,5\r\n";
    let people = "\u{feff}participant,xid,group-id,n-votes,0,7\r\n\
        1,ab,0,1,1,\r\n2,,0,1,1,\r\n3,,1,1,0,\r\n4,,1,1,-1,\r\n5,,,1,1,\r\n8,,1,0,,\r\n";
    assert_eq!(Folder::of(comments, votes, people).json(), plain());
}

#[test]
fn numbers_with_a_point_are_the_same_numbers() {
    let people = "participant,group-id,0\n1,0.0,1.0\n2,0.0,1.0\n3,1.0,0.0\n4,1.0,-1.0\n5,,1.0\n8,1.0,\n";
    let votes =
        "comment-id,voter-id,vote,timestamp\n0.0,1.0,1.0,5\n0,2,1,5\n0,3,0.0,5\n0,4,-1.0,5\n0,5,1,5\n";
    assert_eq!(Folder::of(COMMENTS, votes, people).json(), plain());
}

#[test]
fn the_latest_of_several_votes_counts_and_of_equal_ones_the_lower_row() {
    let head = "timestamp,comment-id,voter-id,vote\n5,0,2,1\n5,0,3,0\n5,0,4,-1\n5,0,5,1\n";
    for votes in ["9,0,1,1\n5,0,1,-1\n", "5,0,1,-1\n9,0,1,1\n", "9,0,1,0\n5,0,1,-1\n9,0,1,1\n"] {
        assert_eq!(Folder::of(COMMENTS, &format!("{head}{votes}"), PEOPLE).json(), plain(), "{votes}");
    }
    let without_times = "comment-id,voter-id,vote\n0,1,-1\n0,2,1\n0,3,0\n0,4,-1\n0,5,1\n0,1,0\n0,1,1\n";
    assert_eq!(Folder::of(COMMENTS, without_times, PEOPLE).json(), plain());
}

#[test]
fn the_cells_of_people_are_not_needed() {
    let people = "participant,group-id\n1,0\n2,0\n3,1\n4,1\n5,\n8,1\n";
    assert_eq!(Folder::of(COMMENTS, VOTES, people).json(), plain());
}

/// Two groups of fifteen; the first agree and the second pass, all but one, who disagrees. With the signs of the votes
/// as they are, or turned round; with the cells of people, or without.
fn signed(sign: i32, cells: bool) -> serde_json::Value {
    let mut votes = "comment-id,voter-id,vote\n".to_owned();
    let mut people = if cells { "participant,group-id,0\n" } else { "participant,group-id\n" }.to_owned();
    for person in 0..30 {
        let vote = i32::from(person < 15) - i32::from(person == 29);
        votes.push_str(&format!("0,{person},{}\n", vote * sign));
        let cell = if cells { format!(",{vote}") } else { String::new() };
        people.push_str(&format!("{person},{}{cell}\n", person / 15));
    }
    Folder::of("comment-id\n0\n", &votes, &people).json()
}

#[test]
fn votes_with_the_signs_of_the_database_are_turned_round() {
    assert_eq!(signed(-1, true)["statements"][0]["groups"]["0"]["agree"], 15);
    assert_eq!(signed(-1, true), signed(1, true));
    assert_eq!(signed(1, false), signed(1, true));
    assert_eq!(
        signed(-1, false)["statements"][0]["groups"]["0"]["disagree"],
        15,
        "nothing says they should be"
    );
}

#[test]
fn a_few_votes_that_differ_from_the_cells_count_as_they_are() {
    let votes = VOTES.replace("5,a,0,2,1\n", "5,a,0,2,1\n6,a,0,2,-1\n7,a,0,1,-1\n");
    let statement = &Folder::of(COMMENTS, &votes, PEOPLE).json()["statements"][0];
    assert_eq!(statement["groups"]["0"]["disagree"], 2);
}

#[test]
fn a_statement_that_only_votes_know_is_there() {
    let folder = Folder::of("comment-id\n7\n", VOTES, PEOPLE);
    assert_eq!(folder.json(), plain());
}

#[test]
fn groups_are_ordered_by_number_and_may_have_names() {
    let people = "participant,group-id\n1,10\n2,2\n3,Луганська\n";
    let conversation = read_from(COMMENTS.as_bytes(), VOTES.as_bytes(), people.as_bytes()).expect("read");
    let labels: Vec<&str> = conversation.groups.iter().map(|group| group.label.as_str()).collect();
    assert_eq!(labels, ["2", "10", "Луганська"]);
    assert_eq!(conversation.statements[0].groups[0], Sums { agree: 1, disagree: 0, seen: 1 });
}

#[test]
fn small_groups_are_folded_in_the_text() {
    let mut people = "participant,group-id\n".to_owned();
    let mut votes = "comment-id,voter-id,vote\n".to_owned();
    for person in 0..20 {
        let group = match person {
            0..15 => "big",
            15..18 => "three",
            _ => "two",
        };
        people.push_str(&format!("{person},{group}\n"));
        votes.push_str(&format!("0,{person},{}\n", if person < 14 { 1 } else { -1 }));
    }
    let folder = Folder::of("comment-id,comment-body\n0,\u{1b}[31mRed\n", &votes, &people);
    let text = folder.text();
    assert!(text.contains("groups three, two together: 5 people"), "{text}");
    assert!(!text.contains("group three") && !text.contains("3 people"), "{text}");
    assert!(!text.contains('\u{1b}'), "a terminal obeys nothing from a file");
    assert_eq!(folder.json()["groups"], json!({ "big": 15, "three": 3, "two": 2 }));
}

#[test]
fn the_text_ranks_only_what_enough_of_each_group_have_seen_and_moderators_let_in() {
    let mut people = "participant,group-id\n".to_owned();
    let mut votes = "comment-id,voter-id,vote\n".to_owned();
    for person in 0..20 {
        people.push_str(&format!("{person},{}\n", person % 2));
        let seen = [person < 10, person < 9, true];
        (0..3).filter(|&id| seen[id]).for_each(|id| votes.push_str(&format!("{id},{person},1\n")));
    }
    let comments = "comment-id,moderated,comment-body\n0,1,Five\n1,1,Four\n2,-1,Out\n";
    let text = Folder::of(comments, &votes, &people).text();
    assert!(text.contains("#0 Five\n         weakest 0.857: group 0; agreed by all groups"), "{text}");
    assert!(!text.contains("Four") && !text.contains("Out"), "{text}");
    assert!(text.contains("\n2 statements are not ranked"), "{text}");
}

#[test]
fn where_only_one_group_is_wide_enough_the_text_has_no_breakdown() {
    let text = Folder::of(COMMENTS, VOTES, PEOPLE).text();
    assert!(text.contains("No breakdown") && !text.contains("group 0"), "{text}");
}

const STAMP: Stamp<'_> = Stamp { timestamp: 1_738_800_000_000, datetime: "Thu Feb 06 00:00:00 UTC 2025" };

fn written(export: &Export) -> [String; 3] {
    files(export, STAMP).expect("written").map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8"))
}

#[test]
fn an_export_has_exactly_the_columns_of_the_format() {
    let comment = |id, author, text: &str| Comment { id, author, text: text.to_owned(), moderated: 1 };
    let vote = |comment, person, stance| Vote { comment, person, stance };
    let [comments, votes, people] = written(&Export {
        comments: vec![comment(0, 900, "=1+1"), comment(3, 2, "Два\nрядки, \"лапки\"")],
        people: vec![Person { number: 2, group: Some(0) }, Person { number: 1, group: None }],
        votes: vec![vote(0, 2, Stance::Agree), vote(0, 1, Stance::Disagree), vote(3, 1, Stance::Pass)],
    });
    assert_eq!(
        comments,
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n\
         1738800000000,Thu Feb 06 00:00:00 UTC 2025,0,900,1,1,1,'=1+1\n\
         1738800000000,Thu Feb 06 00:00:00 UTC 2025,3,2,0,0,1,\"Два\nрядки, \"\"лапки\"\"\"\n"
    );
    assert_eq!(
        votes,
        "timestamp,datetime,comment-id,voter-id,vote\n\
         1738800000000,Thu Feb 06 00:00:00 UTC 2025,0,2,1\n\
         1738800000000,Thu Feb 06 00:00:00 UTC 2025,0,1,-1\n\
         1738800000000,Thu Feb 06 00:00:00 UTC 2025,3,1,0\n"
    );
    assert_eq!(
        people,
        "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,3\n\
         2,0,1,1,1,0,1,\n\
         1,,0,2,0,1,-1,0\n"
    );
}

prop_compose! {
    fn any_export()(
        texts in prop::collection::vec("[a-яҐ,\"\n\r;=' ]{0,20}", 0..6),
        groups in prop::collection::vec(prop::option::of(0u32..4), 1..12),
        stances in prop::collection::vec(prop::option::of(0usize..3), 72),
        moderated in -1i8..=1,
    ) -> Export {
        let comments = texts.into_iter().zip((0..).step_by(3));
        let comments: Vec<_> =
            comments.map(|(text, id)| Comment { id, author: id, text, moderated }).collect();
        let people: Vec<_> =
            groups.into_iter().zip((5..).step_by(2)).map(|(group, number)| Person { number, group }).collect();
        let pairs = comments.iter().flat_map(|comment| people.iter().map(|person| (comment.id, person.number)));
        let votes = pairs
            .zip(stances)
            .filter_map(|((comment, person), stance)| {
                let stance = [Stance::Agree, Stance::Disagree, Stance::Pass][stance?];
                Some(Vote { comment, person, stance })
            })
            .collect();
        Export { comments, people, votes }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_with_the_same_sums(export in any_export()) {
        let [comments, votes, people] = written(&export);
        let read = read_from(comments.as_bytes(), votes.as_bytes(), people.as_bytes());
        let Ok(read) = read else {
            prop_assert!(export.people.iter().all(|person| person.group.is_none()));
            return Ok(());
        };
        prop_assert_eq!(read.statements.len(), export.comments.len());
        let size = |group| export.people.iter().filter(|person| person.group == group).count();
        prop_assert_eq!(read.ungrouped as usize, size(None));
        for (place, group) in read.groups.iter().enumerate() {
            let label = group.label.parse().ok();
            prop_assert_eq!(group.size as usize, size(label));
            for (statement, comment) in read.statements.iter().zip(&export.comments) {
                let own = export.votes.iter().filter(|vote| {
                    let person = export.people.iter().find(|person| person.number == vote.person);
                    vote.comment == comment.id && person.is_some_and(|person| person.group == label)
                });
                let stances: Vec<Stance> = own.map(|vote| vote.stance).collect();
                let count = |stance| stances.iter().filter(|other| **other == stance).count() as u32;
                let sums = Sums {
                    agree: count(Stance::Agree), disagree: count(Stance::Disagree), seen: stances.len() as u32,
                };
                prop_assert_eq!(statement.groups[place], sums);
                prop_assert_eq!(statement.out, comment.moderated == -1);
            }
        }
    }
}
