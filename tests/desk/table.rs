//! Every button, tried by every role: what is not theirs is refused kindly and changes nothing.

use merezha::rehearsal::Person;
use sqlx::Row;

use super::{begun, gives};
use crate::support::Network;

/// From the lowest to the highest, as in docs/roles.md.
const ROLES: [&str; 5] = ["stranger", "participant", "moderator", "organizer", "owner"];
/// What is said to those who may not.
const REFUSALS: [&str; 3] = [
    "Це можуть лише організатори.",
    "Це можуть лише власники Мережі.",
    "Це можуть лише модератори й організатори.",
];

/// The codes in docs/roles.md with the least role that each needs.
fn table() -> Vec<(String, usize)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/roles.md");
    let written = std::fs::read_to_string(path).expect("a table");
    let rows = written.lines().filter_map(|line| line.strip_prefix("| `"));
    let row = |row: &str| {
        let (code, rest) = row.split_once('`')?;
        let role = rest.trim_end_matches(" |").rsplit_once("| ")?.1;
        Some((code.to_owned(), ROLES.iter().position(|known| *known == role)?))
    };
    rows.filter_map(row).collect()
}

/// Everything that the database holds, but for what comes and goes with each update.
async fn dump(network: &Network) -> String {
    let mut conn = network.bot().app.db.readers().acquire().await.expect("reads");
    let tables = sqlx::query(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by 1",
    )
    .fetch_all(&mut *conn)
    .await
    .expect("tables");
    let mut all = String::new();
    for table in tables.iter().map(|row| row.get::<String, _>(0)) {
        if matches!(table.as_str(), "inbox" | "seen" | "delivery" | "message" | "due") {
            continue;
        }
        let columns =
            sqlx::query(sqlx::AssertSqlSafe(format!("select name from pragma_table_info('{table}')")))
                .fetch_all(&mut *conn)
                .await
                .expect("columns");
        let columns: Vec<String> = columns
            .iter()
            .map(|row| row.get::<String, _>(0))
            .filter(|name| !matches!(name.as_str(), "dialogue" | "seen_at"))
            .map(|name| format!("quote(\"{name}\")"))
            .collect();
        let rows = format!("select {} from \"{table}\" order by 1", columns.join(" || ',' || "));
        for row in sqlx::query(sqlx::AssertSqlSafe(rows)).fetch_all(&mut *conn).await.expect("rows") {
            all += &format!("{table}: {}\n", row.get::<String, _>(0));
        }
    }
    all
}

async fn everyone() -> (Network, [Person; 5]) {
    let (network, oksana) = begun().await;
    let [petro, maria, ihor] = network.join(&oksana, ["Петро", "Марія", "Ігор"]).await;
    gives(&network, &oksana, "Марія", "🛂 модерація").await;
    gives(&network, &oksana, "Ігор", "🛠 організація").await;
    network.opens_call(&oksana, "Що нас об’єднує?").await;
    network.proposes(&petro, "Вода").await;
    network.opens_vote(&oksana, "Напрями", "Вода\nШколи", &[]).await;
    let stranger = network.arrives("Хтось", "uk", "").await;
    (network, [stranger, petro, maria, ihor, oksana])
}

/// Presses all of these, one after another, on a message that may be anything. Says what each was answered.
async fn presses(network: &Network, person: &Person, codes: &[String]) -> Vec<String> {
    let message = person.newest().map_or(1, |message| message.message_id);
    let mut said = Vec::new();
    for some in codes.chunks(50) {
        let pressed: Vec<_> = some.iter().map(|code| person.presses_data(message, code)).collect();
        network.settle().await;
        said.extend(pressed.into_iter().zip(some).map(|(press, code)| {
            let answer = press.answered().unwrap_or_else(|| panic!("{code} still waits"));
            answer.text.unwrap_or_default()
        }));
    }
    said
}

/// What is in one of them alone.
fn difference(before: &str, after: &str) -> String {
    let only = |one: &str, other: &str| {
        one.lines().filter(|line| !other.lines().any(|known| known == *line)).collect::<Vec<_>>().join("\n")
    };
    format!("before:\n{}\nafter:\n{}", only(before, after), only(after, before))
}

#[tokio::test]
async fn what_is_not_ones_own_is_refused_and_changes_nothing() {
    let (network, people) = everyone().await;
    let table = table();
    assert!(table.len() > 150, "{}", table.len());
    for (role, person) in people.iter().enumerate() {
        let codes = table.iter().filter(|(_, needs)| *needs > role).map(|(code, _)| code.clone());
        let codes: Vec<String> = codes.collect();
        let before = dump(&network).await;
        let said = presses(&network, person, &codes).await;
        for (code, said) in codes.iter().zip(said).filter(|_| role > 0) {
            assert!(REFUSALS.contains(&said.as_str()), "{code} by a {}: {said:?}", ROLES[role]);
        }
        if role == 0 {
            assert!(
                person.screen().contains("Це Мережа"),
                "a stranger stays at the door: {}",
                person.screen()
            );
        }
        let after = dump(&network).await;
        assert!(before == after, "a {} changed something: {}", ROLES[role], difference(&before, &after));
    }
    network.end().await;
}

#[tokio::test]
async fn what_is_ones_own_is_not_refused() {
    for role in 1..ROLES.len() {
        let (network, people) = everyone().await;
        // Whoever leaves or gives up their role could press nothing more.
        let lasting =
            |code: &str| !code.starts_with("sx.") && !code.starts_with("rx.") && !code.starts_with("rg.");
        for (code, _) in table().iter().filter(|(code, needs)| *needs <= role && lasting(code)) {
            let said = network.forges(&people[role], code).await;
            assert!(!REFUSALS.contains(&said.as_str()), "{code} by a {}: {said}", ROLES[role]);
        }
        network.end().await;
    }
}

#[tokio::test]
async fn in_groups_and_channels_nothing_but_a_poll_is_pressed() {
    let (network, people) = everyone().await;
    let codes = table().into_iter().map(|(code, _)| code).filter(|code| !code.starts_with("qa."));
    let codes: Vec<String> = codes.collect();
    for kind in ["group", "supergroup", "channel"] {
        for (role, person) in people.iter().enumerate() {
            let place = person.makes_group(kind, "Громада");
            network.settle().await;
            let before = dump(&network).await;
            for (code, said) in codes.iter().zip(presses(&network, &place, &codes).await) {
                assert_eq!(
                    said, "Ця кнопка працює лише в особистій розмові з ботом",
                    "{code} by a {} in a {kind}",
                    ROLES[role]
                );
            }
            let after = dump(&network).await;
            assert!(before == after, "a {} in a {kind}: {}", ROLES[role], difference(&before, &after));
        }
    }
    network.end().await;
}
