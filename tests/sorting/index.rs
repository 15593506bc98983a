//! The next card comes from an index, however large the pile.

use std::fs;
use std::path::Path;

use sqlx::Row;

use super::piled;

/// The statements of the next card, as they are compiled.
fn next_cards() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".sqlx");
    let files = fs::read_dir(folder).expect("the statements");
    let texts = files.map(|file| fs::read_to_string(file.expect("a file").path()).expect("a text"));
    let of =
        |text: String| serde_json::from_str::<serde_json::Value>(&text).expect("JSON")["query"].to_string();
    let found = texts.map(of).filter(|query| query.contains("The next card of "));
    found.map(|query| serde_json::from_str(&query).expect("a string")).collect()
}

#[tokio::test]
async fn fifty_thousand_proposals_are_not_looked_through_for_the_next_card() {
    let (network, _, _) = piled(1).await;
    let mut database = network.database().await;
    sqlx::query(
        "insert into proposal (call_id, words, handed_in_at)
         with recursive n (i) as (select 1 union all select i + 1 from n where i < 50000)
         select 1, 'Думка ' || i, i from n",
    )
    .execute(&mut database)
    .await
    .expect("many proposals");
    let statements = next_cards();
    assert_eq!(statements.len(), 2);
    for statement in statements {
        let statement: &'static str = Box::leak(format!("explain query plan {statement}").into_boxed_str());
        let query = sqlx::query(statement).bind(49_000).bind(1).bind(0).bind(1);
        let rows = query.fetch_all(&mut database).await.expect("a plan");
        let plan: Vec<String> = rows.iter().map(|row| row.get("detail")).collect();
        assert!(plan[0].contains("SEARCH p USING") && plan[0].contains("INDEX proposal_pile"), "{plan:?}");
        assert!(!plan.iter().any(|line| line.contains("SCAN") || line.contains("B-TREE")), "{plan:?}");
    }
    network.end().await;
}
