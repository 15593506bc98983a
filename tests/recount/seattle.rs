//! An open conversation with two groups; `tests/data/15-per-hour-seattle/README.md` says whose.

use std::path::{Path, PathBuf};

use merezha::stances::polis::{self, Statement};
use merezha::stances::recount::{Request, run};
use serde_json::{Value, json};

use super::close;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/15-per-hour-seattle")
}

fn expected() -> Vec<Value> {
    let file = std::fs::read_to_string(folder().join("expected.json")).expect("there");
    let mut all: Value = serde_json::from_str(&file).expect("JSON");
    all["comments"].as_array_mut().map(std::mem::take).expect("comments")
}

#[test]
fn every_number_agrees_with_the_reference_to_the_ninth_place() {
    let (ours, expected) = (super::json(&folder()), expected());
    let statements = ours["statements"].as_array().expect("statements");
    assert_eq!((statements.len(), expected.len()), (54, 54));
    for (ours, theirs) in statements.iter().zip(&expected) {
        assert_eq!(ours["id"], theirs["comment"]);
        for field in ["product", "geometric_mean", "weakest"] {
            assert!(close(&ours[field], &theirs[field]), "{field} of {}", ours["id"]);
        }
        assert_eq!(ours["agreed_by_all"], theirs["agreed_by_all"], "{}", ours["id"]);
        let groups = ours["groups"].as_object().expect("groups");
        assert_eq!(groups.len(), 2);
        for (label, ours) in groups {
            let theirs = &theirs["groups"][label];
            for field in ["agree", "disagree", "seen"] {
                assert_eq!(ours[field], theirs[field]);
            }
            assert!(close(&ours["p"], &theirs["p"]));
        }
    }
}

#[test]
fn every_significance_agrees_with_the_reference_to_the_ninth_place() {
    let conversation = polis::read(&folder()).expect("read");
    let of = |statement: &Statement, label: &str| {
        let group = conversation.groups.iter().position(|group| group.label == label).expect("there");
        statement.groups[group].z()
    };
    for (statement, theirs) in conversation.statements.iter().zip(&expected()) {
        for (label, theirs) in theirs["groups"].as_object().expect("groups") {
            assert!(close(&json!(of(statement, label)), &theirs["z"]), "{} in {label}", statement.id);
        }
    }
}

#[test]
fn groups_are_all_people_with_that_group_id() {
    assert_eq!(super::json(&folder())["groups"], json!({ "0": 99, "1": 39 }));
}

#[test]
fn the_text_names_groups_unifiers_dividers_and_what_is_special() {
    let text = run(&Request { folder: folder(), json: false }).expect("read");
    for part in [
        "54 statements, 138 people in 2 groups (201 without a group left out)",
        "group 0: 99 people",
        "\nUnifiers",
        "  0.609  #2 Statement 2\n         weakest 0.435: group 0\n",
        "0.889 group 1: 15 agree, 0 disagree, 1 pass",
        "\nDividers",
        "\nSpecial to group 1",
    ] {
        assert!(text.contains(part), "{part:?} in\n{text}");
    }
    assert!(!text.contains("Statement 53"), "nobody of a group has seen it");
    assert!(!text.contains("Statement 16\n"), "it was moderated out");
}
