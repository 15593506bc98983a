//! Broken folders: one line that says where and why, whatever is in the files.

use merezha::stances::polis::read_from;
use proptest::prelude::*;

use super::Folder;

const COMMENTS: &str = "comment-id,moderated,comment-body\n0,1,First\n";
const VOTES: &str = "timestamp,comment-id,voter-id,vote\n5,0,1,1\n5,0,2,-1\n";
const PEOPLE: &str = "participant,group-id,0\n1,0,1\n2,1,-1\n";

#[test]
fn a_missing_folder_and_a_missing_file_are_named() {
    let folder = Folder::new();
    for name in ["comments.csv", "votes.csv", "participants-votes.csv"] {
        folder.put("comments.csv", COMMENTS).put("votes.csv", VOTES).put("participants-votes.csv", PEOPLE);
        std::fs::remove_file(folder.0.join(name)).expect("removed");
        assert_eq!(folder.refusal(), format!("{name}: missing in {}", folder.0.display()));
    }
    let path = folder.0.clone();
    drop(folder);
    let gone = Folder(path);
    assert_eq!(gone.refusal(), format!("{}: no such folder", gone.0.display()));
}

#[test]
fn a_missing_column_is_named() {
    for (comments, votes, people, line) in [
        ("id\n0\n", VOTES, PEOPLE, "comments.csv:1: no column \"comment-id\""),
        ("", VOTES, PEOPLE, "comments.csv:1: empty: there is no header"),
        (COMMENTS, "comment-id,vote\n0,1\n", PEOPLE, "votes.csv:1: no column \"voter-id\""),
        (COMMENTS, "comment-id,voter-id\n0,1\n", PEOPLE, "votes.csv:1: no column \"vote\""),
        (COMMENTS, VOTES, "participant,0\n1,1\n", "participants-votes.csv:1: no column \"group-id\""),
        (COMMENTS, VOTES, "\n\n", "participants-votes.csv:1: empty: there is no header"),
    ] {
        assert_eq!(Folder::of(comments, votes, people).refusal(), line);
    }
}

#[test]
fn a_wrong_cell_is_named_with_its_line() {
    let long = "x".repeat(300);
    for (comments, votes, people, line) in [
        (
            "comment-id,comment-body\n0,\"two\nlines\"\nx\u{1b},b\n",
            VOTES,
            PEOPLE,
            "comments.csv:4: comment-id should be a whole number, not \"x\\u{1b}\"",
        ),
        (
            COMMENTS,
            "comment-id,voter-id,vote\n0,1,1\n0,2,2\n",
            PEOPLE,
            "votes.csv:3: a vote should be -1, 0 or 1, not \"2\"",
        ),
        (
            COMMENTS,
            "comment-id,voter-id,vote\n0,1,agree\n",
            PEOPLE,
            "votes.csv:2: a vote should be -1, 0 or 1, not \"agree\"",
        ),
        (
            COMMENTS,
            "comment-id,voter-id,vote\r\n0,1,1\r\n0,1,agree\r\n",
            PEOPLE,
            "votes.csv:3: a vote should be -1, 0 or 1, not \"agree\"",
        ),
        (
            COMMENTS,
            "comment-id,voter-id,vote\n0,1,\n",
            PEOPLE,
            "votes.csv:2: a vote should be -1, 0 or 1, not empty",
        ),
        (
            COMMENTS,
            "comment-id,voter-id,vote\n0,-1,1\n",
            PEOPLE,
            "votes.csv:2: voter-id should be a whole number, not \"-1\"",
        ),
        (
            COMMENTS,
            "comment-id,voter-id,vote\n0,1,1\n0,1\n",
            PEOPLE,
            "votes.csv:3: 2 cells where the header has 3",
        ),
        (
            COMMENTS,
            "comment-id,voter-id,vote,timestamp\n0,1,1,yesterday\n",
            PEOPLE,
            "votes.csv:2: timestamp should be a whole number, not \"yesterday\"",
        ),
        (
            COMMENTS,
            VOTES,
            "participant,group-id,0\n1,0,7\n",
            "participants-votes.csv:2: a vote should be -1, 0 or 1, not \"7\"",
        ),
        (
            COMMENTS,
            VOTES,
            "participant,group-id\n1,0\n,0\n",
            "participants-votes.csv:3: participant should be a whole number, not empty",
        ),
        (
            COMMENTS,
            VOTES,
            "participant,group-id\n1,0\n1,1\n",
            "participants-votes.csv:3: participant 1 is there twice",
        ),
        (COMMENTS, VOTES, "participant,group-id\n1,\n", "participants-votes.csv: nobody has a group-id"),
        (
            COMMENTS,
            VOTES,
            &format!("participant,group-id\n1,{long}\n"),
            "participants-votes.csv:2: the group-id is too long",
        ),
    ] {
        assert_eq!(Folder::of(comments, votes, people).refusal(), line);
    }
}

#[test]
fn an_open_quote_takes_a_bounded_row_and_no_more() {
    let rest = "5,0,1,1\n".repeat(1 << 18);
    let votes = format!("timestamp,comment-id,voter-id,vote\n5,0,1,1\n5,0,\"1,1\n{rest}");
    assert_eq!(
        Folder::of(COMMENTS, &votes, PEOPLE).refusal(),
        "votes.csv:3: a row longer than 1 MiB: is a quote left open?"
    );
}

#[test]
fn more_groups_times_statements_than_anybody_has_are_refused() {
    let numbers = |name: &str, row: &dyn Fn(u32) -> String| {
        (0..2000).fold(name.to_owned(), |mut all, number| {
            all.push_str(&row(number));
            all
        })
    };
    let comments = numbers("comment-id\n", &|number| format!("{number}\n"));
    let people = numbers("participant,group-id\n", &|number| format!("{number},{number}\n"));
    assert_eq!(
        Folder::of(&comments, VOTES, &people).refusal(),
        "participants-votes.csv: too many groups for so many statements"
    );
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(
        comments in spoilt(COMMENTS), votes in spoilt(VOTES), people in spoilt(PEOPLE),
    ) {
        if let Err(unreadable) = read_from(comments.as_slice(), votes.as_slice(), people.as_slice()) {
            let line = unreadable.to_string();
            prop_assert!(!line.contains('\n'), "{line:?}");
            prop_assert!(["comments.csv:", "votes.csv:", "participants-votes.csv:"].iter().any(|file| line.starts_with(file)));
        }
    }
}

/// A file with some bytes put over others.
fn spoilt(file: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let bytes = prop_oneof![any::<u8>(), prop::sample::select(b"\",\n\r-019.x".to_vec())];
    prop::collection::vec((0..file.len(), bytes), 0..5).prop_map(move |changes| {
        let mut bytes = file.as_bytes().to_vec();
        changes.into_iter().for_each(|(at, byte)| bytes[at] = byte);
        bytes
    })
}
