//! The order of the house: who may know whom, and that every text is used and there in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const FEATURES: [&str; 16] = [
    "acts",
    "people",
    "proposals",
    "directions",
    "merging",
    "votes",
    "polls",
    "stances",
    "sessions",
    "wall",
    "announcements",
    "audiences",
    "letters",
    "chats",
    "exports",
    "imports",
];
const GROUND: [&str; 17] = [
    "alphabet", "clock", "config", "db", "due", "groups", "ids", "keys", "l10n", "panics", "picture",
    "quiet", "role", "similar", "stop", "text", "when",
];
/// The only files that name teloxide.
const TELOXIDE: [&str; 12] = [
    "bot/commands.rs",
    "bot/mod.rs",
    "bot/run.rs",
    "bot/send.rs",
    "inbox/listener.rs",
    "inbox/poll.rs",
    "outbox/telegram.rs",
    "outbox/worker.rs",
    "ui/event.rs",
    "ui/group_event.rs",
    "ui/view.rs",
    "web/photos.rs",
];

/// Whether one part may import another; imports point down.
fn may_import(from: &str, to: &str) -> bool {
    if from == to || from == "lib" {
        return true;
    }
    if from == "rehearsal" || to == "rehearsal" {
        return false;
    }
    if GROUND.contains(&to) {
        return true;
    }
    match from {
        "bot" | "schedule" | "web" => true,
        _ if matches!(to, "bot" | "schedule" | "web") => false,
        from if FEATURES.contains(&from) => true,
        // Who a message is for, and that they cannot be reached, are facts about people and chats.
        "outbox" => matches!(to, "ui" | "people" | "chats"),
        "inbox" => to == "ui",
        "cx" => matches!(to, "ui" | "people" | "outbox"),
        _ => false,
    }
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file below a folder with this ending, by its path from there.
fn files(root: &Path, ending: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let name = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
                found.insert(name, fs::read_to_string(&path).expect("a text"));
            }
        }
    }
    found
}

/// The code without comments and without the tests at its end.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The parts of the house that a file's code names by `crate::`, alone or in braces.
fn named(code: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = BTreeSet::new();
    for (at, start) in code.match_indices("crate::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + start.len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let mut depth = 0;
                let mut item = String::new();
                for c in list.chars() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => found.extend([word(std::mem::take(&mut item).trim())]),
                        _ => {}
                    }
                    if depth == 0 && c != ',' {
                        item.push(c);
                    }
                }
                found.extend([word(item.trim())]);
            }
            None => drop(found.insert(word(rest))),
        }
    }
    found.remove("");
    found
}

fn part(file: &str) -> &str {
    file.split('/').next().unwrap_or(file).trim_end_matches(".rs")
}

#[test]
fn imports_point_down() {
    let mut wrong = Vec::new();
    for (file, text) in files(&src(), ".rs") {
        // The binary stands above the library and names it from outside.
        if matches!(part(&file), "main" | "rehearse" | "lib") {
            continue;
        }
        for to in named(&code(&text)) {
            if !may_import(part(&file), &to) {
                wrong.push(format!("{file} imports {to}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_rehearsal_knows_nothing_of_ours_and_nothing_of_ours_knows_it() {
    for (file, text) in files(&src(), ".rs") {
        let code = code(&text);
        if part(&file) == "rehearsal" {
            let outside = named(&code);
            assert!(outside.iter().all(|to| to == "rehearsal"), "{file} imports {outside:?}");
            let depth = file.matches('/').count();
            assert!(!code.contains(&"super::".repeat(depth + 1)), "{file} reaches out of its folder");
            assert!(!code.contains("merezha::"), "{file} names the bot");
        } else if !matches!(part(&file), "main" | "rehearse" | "lib") {
            assert!(!code.contains("rehearsal::"), "{file} imports the rehearsal");
        }
    }
}

#[test]
fn teloxide_is_named_in_few_files() {
    let naming: Vec<String> = files(&src(), ".rs")
        .into_iter()
        .filter(|(_, text)| code(text).contains("teloxide"))
        .map(|(file, _)| file)
        .collect();
    assert_eq!(naming, TELOXIDE);
}

#[test]
fn the_rules_of_a_feature_know_no_tables_no_texts_and_no_other_rooms() {
    let files = files(&src(), ".rs");
    for feature in FEATURES {
        let code = code(&files[&format!("{feature}/mod.rs")]);
        for foreign in ["sqlx::query", "teloxide", "Texts", "Html", "::store", "::flow", "::view::View", "Cx"]
        {
            // How far a mailing has come is the outbox's to say.
            let code = code.replace("crate::outbox::store::MailingState", "");
            assert!(!code.contains(foreign), "{feature}/mod.rs names {foreign}");
        }
        for room in ["view.rs", "view/mod.rs"] {
            if let Some(text) = files.get(&format!("{feature}/{room}")) {
                assert!(!text.contains("sqlx"), "{feature}/{room} names sqlx");
            }
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    // Tests in a file of their own are about the file that brings them in.
    for (file, text) in files(&src(), ".rs").into_iter().filter(|(file, _)| !file.ends_with("/tests.rs")) {
        assert!(text.starts_with("//! "), "{file} does not say what it is for");
    }
}

fn keys(lang: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang);
    let mut keys = BTreeSet::new();
    for (file, text) in files(&folder, ".ftl") {
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let key = line.split(" =").next().unwrap_or_default().to_owned();
            assert!(keys.insert(key.clone()), "{key} is there twice: {lang}/{file}");
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_texts_and_all_are_used() {
    let uk = keys("uk");
    assert_eq!(uk, keys("en"));
    assert!(uk.len() > 150, "the texts were found: {}", uk.len());
    let code: String = files(&src(), ".rs").values().map(|text| code(text)).collect();
    let unused: Vec<&String> =
        uk.iter().filter(|key| !code.contains(&format!(".{}(", key.replace('-', "_")))).collect();
    assert!(unused.is_empty(), "nobody shows {unused:#?}");
}

#[test]
fn no_words_for_people_stand_in_the_code() {
    let cyrillic = |text: &str| text.chars().any(|c| ('\u{0400}'..'\u{0530}').contains(&c));
    for (file, text) in files(&src(), ".rs") {
        // The rehearsal plays people; dates are read and said in `when`; pictures join letters and their marks; and the
        // alphabet is letters.
        if matches!(part(&file), "rehearsal" | "rehearse" | "when" | "main" | "picture" | "alphabet")
            || file.ends_with("/tests.rs")
        {
            continue;
        }
        let words: Vec<&str> =
            text.split("\n#[cfg(test)]").next().unwrap_or_default().lines().filter(|l| cyrillic(l)).collect();
        assert!(words.is_empty(), "{file}: {words:#?}");
    }
}
