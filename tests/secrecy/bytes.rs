//! The real bot, logging all it can, with its keys where they lie by default. After known people have voted in known
//! ways and all is told, every byte that lies anywhere is searched.

use std::collections::HashMap;
use std::path::Path;

use merezha::rehearsal::{Limits, Person};
use sqlx::{Connection, SqliteConnection};

use super::attacker::{self, Haul, Needle, forms};
use super::scene::{OPTIONS, back_up, close, reads, start, stop, vote_in_all_ways};
use crate::support::Network;

/// As a ballot holds it.
const LONGEST: usize = 20;

/// A ballot as it lies in a backup.
struct Lying {
    vote: i64,
    tag: Vec<u8>,
    sealed: Vec<u8>,
    handed_in: bool,
}

/// Who answered what in which vote: marked, and handed in or not.
struct Known {
    vote: usize,
    name: &'static str,
    answer: &'static [u8],
    handed_in: bool,
}

const fn known(vote: usize, name: &'static str, answer: &'static [u8], handed_in: bool) -> Known {
    Known { vote, name, answer, handed_in }
}

/// Each answer has three numbers at least: what is nearly all zeros lies about in any file.
const KNOWN: [Known; 10] = [
    known(1, "Петро", &[1, 0, 1, 0, 0, 1], true),
    known(1, "Марія", &[0, 1, 0, 1, 1, 0], true),
    // Before, there was something else.
    known(1, "Степан", &[0, 0, 0, 1, 1, 1], true),
    known(1, "Олена", &[1, 0, 0, 1, 0, 1], true),
    known(1, "Тарас", &[0, 1, 1, 0, 0, 1], false),
    known(1, "Галина", &[0, 0, 1, 1, 0, 1], true),
    known(2, "Петро", &[2, 2, 0, 1, 0, 0], true),
    known(2, "Марія", &[0, 1, 3, 0, 1, 0], true),
    known(3, "Петро", &[2, 3, 1, 0, 0, 4], true),
    known(3, "Марія", &[4, 0, 0, 3, 2, 1], true),
];
/// What Степан had handed in at first.
const TAKEN_BACK: [u8; 6] = [1, 1, 1, 0, 0, 0];

#[tokio::test(flavor = "multi_thread")]
async fn nothing_on_the_disk_says_who_chose_what_once_a_vote_is_closed() {
    let mut network = Network::empty(Limits::off(), &[]).await;
    let oksana = network.arrives("Оксана", "uk", "").await;
    network.presses(&oksana, "Як у Telegram: Оксана").await;
    let names = ["Петро", "Марія", "Степан", "Олена", "Тарас"];
    let people = network.join(&oksana, names).await;
    let by_name: HashMap<&str, &Person> = names.into_iter().zip(&people).collect();
    network.says(&oksana, "/desk").await;
    network.presses(&oksana, "📄 Без Telegram").await;
    network.presses(&oksana, "➕ Додати людину").await;
    network.says(&oksana, "Галина").await;
    network.nobody_sleeps().await;
    network.stop().await;

    let folder = network.folder().clone();
    let bot = start(&network);
    vote_in_all_ways(&oksana, &by_name).await;
    let database = folder.join("merezha.db");
    let during = folder.join("backups/during");
    back_up(&database, &during).await;
    let keys: Vec<Vec<u8>> = (1..=3)
        .map(|vote| std::fs::read(folder.join(format!("keys/vote-{vote}.key"))).expect("a key"))
        .collect();
    let (ids, lying) = steal(&during.join("vacuumed.db")).await;
    the_key_opens_every_ballot(&keys, &ids, &lying);
    let receipts: Vec<Vec<String>> = (1..=3).map(|vote| receipts(&people, vote)).collect();

    for vote in ["Перше", "Друге", "Третє"] {
        close(&oksana, vote).await;
        for person in &people {
            reads(person, &format!("🏁 Підсумок: {vote}")).await;
        }
    }
    back_up(&database, &folder.join("backups/after")).await;
    stop(bot).await;

    let haul = Haul::of(&folder);
    assert!(haul.0.iter().any(|(name, bytes)| name == "log" && bytes.len() > 10_000), "it logged all it can");
    assert!(haul.only("keys/").0.is_empty(), "every key is gone");
    no_key_is_anywhere(&haul, &keys, &lying);
    no_answer_is_anywhere(&haul);
    receipts_stand_only_together(&haul, &receipts, &names);
    ballots_lie_only_in_the_backups_of_the_time(&haul, &lying);
    results_name_nobody(&database, &by_name).await;
    network.end().await;
}

/// The receipts on the cards of a vote.
fn receipts(people: &[Person], vote: usize) -> Vec<String> {
    let title = ["Перше", "Друге", "Третє"][vote - 1];
    let card = |person: &Person| {
        let messages = person.messages();
        let texts = messages.into_iter().filter_map(|message| message.text.clone());
        texts.into_iter().find(|text| text.contains(title) && text.contains("Ваш код"))
    };
    people.iter().filter_map(card).map(|card| crate::support::receipt(&card)).collect()
}

/// Whose ids stand in a backup, and the ballots there.
async fn steal(backup: &Path) -> (HashMap<String, i64>, Vec<Lying>) {
    let url = format!("sqlite:{}?mode=ro", backup.display());
    let mut conn = SqliteConnection::connect(&url).await.expect("opens");
    let ids: Vec<(String, i64)> = sqlx::query_as("select name, id from person where name is not null")
        .fetch_all(&mut conn)
        .await
        .expect("reads");
    let ballots: Vec<(i64, Vec<u8>, Vec<u8>, bool)> =
        sqlx::query_as("select vote_id, tag, sealed, handed_in from ballot")
            .fetch_all(&mut conn)
            .await
            .expect("reads");
    conn.close().await.expect("closes");
    let lying =
        ballots.into_iter().map(|(vote, tag, sealed, handed_in)| Lying { vote, tag, sealed, handed_in });
    (ids.into_iter().collect(), lying.collect())
}

fn padded(answer: &[u8]) -> Vec<u8> {
    let mut padded = answer.to_vec();
    padded.resize(LONGEST, 0);
    padded
}

/// Otherwise all that is not found later would prove nothing.
fn the_key_opens_every_ballot(keys: &[Vec<u8>], ids: &HashMap<String, i64>, lying: &[Lying]) {
    assert_eq!(lying.len(), KNOWN.len());
    for Known { vote, name, answer, handed_in } in KNOWN {
        let key = &keys[vote - 1];
        let tag = attacker::tag(key, ids[name]);
        let ballot = lying.iter().find(|ballot| ballot.tag == tag).expect("it lies under its tag");
        assert_eq!((ballot.vote, ballot.handed_in), (vote as i64, handed_in));
        let plain = attacker::open_with(&attacker::ballot_key(key), &tag, &ballot.sealed).expect("it opens");
        let marks = match (handed_in, name) {
            (true, _) => &plain[2 * LONGEST..3 * LONGEST],
            (false, _) => &plain[..LONGEST],
        };
        assert_eq!(marks, padded(answer), "{name} in vote {vote}");
    }
}

/// A haul in which each of these is hidden somewhere, once.
fn planted(needles: &[Needle]) -> Haul {
    let hide = |(what, bytes): &Needle| (what.clone(), [b"before ".as_slice(), bytes, b" after"].concat());
    Haul(needles.iter().map(hide).collect())
}

/// Nothing of these is anywhere; and whoever says so would find them.
fn is_nowhere(haul: &Haul, needles: &[Needle]) {
    let found = planted(needles).search(needles);
    for (what, _) in needles {
        assert!(found.iter().any(|hit| hit.what == *what && hit.file == *what), "{what} would be found");
    }
    let hits = haul.search(needles);
    let shown: Vec<_> = hits
        .iter()
        .map(|hit| (hit, String::from_utf8_lossy(haul.around(hit, 120)).into_owned()))
        .take(5)
        .collect();
    assert!(hits.is_empty(), "{} times: {shown:#?}", hits.len());
}

/// Neither as it is, nor anything else that opens a ballot.
fn no_key_is_anywhere(haul: &Haul, keys: &[Vec<u8>], lying: &[Lying]) {
    let needles: Vec<Needle> = (1..)
        .zip(keys)
        .flat_map(|(vote, key)| {
            let made = attacker::ballot_key(key);
            [
                forms(&format!("the key of vote {vote}"), key),
                forms(&format!("what opens ballots of {vote}"), &made),
            ]
        })
        .flatten()
        .collect();
    is_nowhere(haul, &needles);

    let tried: Vec<&Lying> =
        (1..=3).map(|vote| lying.iter().find(|ballot| ballot.vote == vote).expect("a ballot")).collect();
    let opens = |key: &[u8; attacker::KEY]| {
        let made = attacker::ballot_key(key);
        let opens = |made, ballot: &Lying| attacker::open_with(made, &ballot.tag, &ballot.sealed).is_some();
        tried.iter().any(|ballot| opens(&made, ballot) || opens(key, ballot))
    };
    for key in keys {
        let hidden = Haul(vec![("a note".into(), [b"the key: ".as_slice(), key, b"!"].concat())]);
        assert!(hidden.like_keys().iter().any(opens), "it would be found");
    }
    let candidates: Vec<[u8; attacker::KEY]> = haul.like_keys().into_iter().collect();
    println!("{} places look like a key", candidates.len());
    assert!(!candidates.iter().any(opens), "something opens a ballot");
}

/// All that a screen, an alert or a program makes of an answer.
fn no_answer_is_anywhere(haul: &Haul) {
    let mut needles: Vec<Needle> = Vec::new();
    let answers =
        KNOWN.iter().map(|known| (known.name, known.answer)).chain([("Степан at first", &TAKEN_BACK[..])]);
    for (name, answer) in answers {
        needles.extend(forms(&format!("the answer of {name} {answer:?}"), &padded(answer)));
        let short = answer.iter().map(u8::to_string).collect::<Vec<_>>();
        needles
            .push((format!("{name} {answer:?} in brackets"), format!("[{}]", short.join(",")).into_bytes()));
        let named: Vec<usize> = (0..answer.len()).filter(|at| answer[*at] > 0).collect();
        for (between, way) in [("\n", "lines"), ("\\n", "lines in JSON")] {
            let lines: Vec<String> = named.iter().map(|at| format!("{}. {}", at + 1, OPTIONS[*at])).collect();
            if lines.len() != named[named.len() - 1] - named[0] + 1 {
                needles.push((format!("{name} {answer:?} in {way}"), lines.join(between).into_bytes()));
            }
        }
    }
    for (at, option) in OPTIONS.iter().enumerate() {
        needles.push((format!("a place of {option}"), format!("-е місце — {option}").into_bytes()));
        needles.push((format!("points of {option}"), format!("{option} — <b>").into_bytes()));
        for points in 1..=5 {
            let (button, line) =
                (format!("{} · {points}", at + 1), format!("{}. {option}: {points}", at + 1));
            needles.push((format!("the button {button}"), button.into_bytes()));
            needles.push((format!("the line {line}"), line.into_bytes()));
        }
    }
    for words in ["☑️", "\\u2611", "Ваш бюлетень:"] {
        needles.push((format!("what only a ballot says: {words}"), words.as_bytes().to_vec()));
    }
    is_nowhere(haul, &needles);
    let words = OPTIONS.iter().chain(&["Перше", "Друге", "Третє", "Петро", "Степан", "Галина"]);
    let needles: Vec<Needle> = words.map(|word| ((*word).to_owned(), word.as_bytes().to_vec())).collect();
    is_nowhere(&haul.only("log"), &needles);
    let words = haul.without("log").search(&needles);
    assert!(words.len() > 20, "the same words do stand in the database");
}

/// In the list that everyone gets, with all others, and beside nobody's name; before the closing nowhere.
fn receipts_stand_only_together(haul: &Haul, receipts: &[Vec<String>], names: &[&str]) {
    for of_vote in receipts {
        assert!(of_vote.len() > 1, "cards showed them");
        let needles: Vec<Needle> =
            of_vote.iter().map(|code| (code.clone(), code.as_bytes().to_vec())).collect();
        is_nowhere(&haul.only("backups/during/"), &needles);
        is_nowhere(&haul.only("log"), &needles);
        let hits = haul.search(&needles);
        assert!(!hits.is_empty(), "the result lists them");
        for hit in hits {
            let around = String::from_utf8_lossy(haul.around(&hit, 250)).into_owned();
            assert!(of_vote.iter().all(|code| around.contains(code.as_str())), "alone: {hit:?} {around}");
            assert!(!names.iter().any(|name| around.contains(name)), "beside a name: {hit:?} {around}");
        }
    }
}

/// What was deleted is overwritten.
fn ballots_lie_only_in_the_backups_of_the_time(haul: &Haul, lying: &[Lying]) {
    let needles: Vec<Needle> = lying
        .iter()
        .flat_map(|ballot| {
            [("a tag".to_owned(), ballot.tag.clone()), ("a ballot".to_owned(), ballot.sealed[..24].to_vec())]
        })
        .collect();
    assert!(haul.only("backups/during/").search(&needles).len() >= needles.len(), "there they are");
    is_nowhere(&haul.without("backups/during/"), &needles);
}

/// What is kept of a result holds no name and no id.
async fn results_name_nobody(database: &Path, people: &HashMap<&str, &Person>) {
    let mut conn = SqliteConnection::connect(&format!("sqlite:{}", database.display())).await.expect("opens");
    let results: Vec<(String, String)> =
        sqlx::query_as("select counted, file from vote_result").fetch_all(&mut conn).await.expect("reads");
    let lists: i64 = sqlx::query_scalar("select (select count(*) from ballot) + (select count(*) from open_ballot) + (select count(*) from ballot_screen)")
        .fetch_one(&mut conn)
        .await
        .expect("counts");
    conn.close().await.expect("closes");
    assert_eq!((results.len(), lists), (3, 0));
    for (counted, file) in results {
        for (name, person) in people {
            let id = person.id().to_string();
            assert!(
                ![&counted, &file].iter().any(|text| text.contains(name) || text.contains(&id)),
                "{name}: {file}"
            );
        }
    }
}
