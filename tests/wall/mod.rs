//! The wall as its viewers get it: over real HTTP, frame by frame.

mod doors;
mod photos;
mod scenes;
mod votes;

use std::time::Duration;

use merezha::rehearsal::Person;
use serde_json::Value;

use crate::support::Network;

/// Longest that anything here may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// The secret part of the first wall's address.
const CODE: &str = "Aa1Bb2Cc3Dd4Ee5Ff6Gg7H";

/// Changes the bot's database as the bot itself would.
async fn sql(network: &Network, statements: &[&str]) {
    let mut tx = network.bot().app.db.write().await.expect("begins");
    for statement in statements {
        sqlx::query(sqlx::AssertSqlSafe(*statement))
            .execute(&mut *tx)
            .await
            .unwrap_or_else(|why| panic!("{statement}: {why}"));
    }
    tx.commit().await.expect("commits");
}

/// A network with a session whose wall is up.
async fn with_wall() -> (Network, Person) {
    let (network, oksana) = Network::start().await;
    put_up(&network, "uk").await;
    (network, oksana)
}

/// A session on 5 February with a wall that shows its title.
async fn put_up(network: &Network, lang: &str) {
    let wall = format!(
        "insert into wall (session_id, code, lang, scene) values (1, '{CODE}', '{lang}', '\"title\"')"
    );
    sql(network, &[
        "insert into session (id, title, starts_at, ends_at, over_at, place, link, queue, announced_at, revised_at)
         values (1, 'Друга сесія', 1738742400000, 1738771200000, 1738771200000, 'Київ, Хрещатик 1', 'https://x.ua', 1, 0, 0)",
        &wall,
    ])
    .await;
}

/// An organizer chooses another scene.
async fn shows(network: &Network, scene: &str) {
    sql(network, &[&format!("update wall set scene = '{scene}'")]).await;
}

fn address(network: &Network, path: &str) -> String {
    format!("http://{}{path}", network.bot().web.expect("walls are served"))
}

async fn get(network: &Network, path: &str) -> reqwest::Response {
    reqwest::get(address(network, path)).await.expect("an answer")
}

/// Somebody who looks at the wall.
struct Viewer {
    answer: reqwest::Response,
    heard: String,
}

impl Viewer {
    async fn come(network: &Network) -> Self {
        let answer = get(network, &format!("/wall/{CODE}/events")).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/event-stream; charset=utf-8");
        Self { answer, heard: String::new() }
    }

    /// The next event; none: the stream has ended.
    async fn event(&mut self) -> Option<String> {
        loop {
            if let Some((event, rest)) = self.heard.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.heard = rest;
                return Some(event);
            }
            let chunk = tokio::time::timeout(PATIENCE, self.answer.chunk()).await.expect("in time");
            self.heard += std::str::from_utf8(&chunk.expect("read")?).expect("a text");
        }
    }

    /// The next frame.
    async fn frame(&mut self) -> Value {
        let event = self.event().await.expect("a frame");
        serde_json::from_str(event.strip_prefix("data: ").expect("data")).expect("JSON")
    }

    /// The first scene that is as it should be.
    async fn until(&mut self, what: &str, is_so: impl Fn(&Value) -> bool) -> Value {
        let looking = async {
            loop {
                let frame = self.frame().await;
                if is_so(&frame["scene"]) {
                    return frame["scene"].clone();
                }
            }
        };
        tokio::time::timeout(PATIENCE, looking).await.unwrap_or_else(|_| panic!("{what}: in vain"))
    }
}

/// What the wall shows somebody who comes now, once it is as it should be: right after somebody else has left, the frame
/// that they saw last comes first.
async fn scene(network: &Network, what: &str, is_so: impl Fn(&Value) -> bool) -> Value {
    Viewer::come(network).await.until(what, is_so).await
}

/// The same to read, without the modules of QR codes and without chance.
fn said(scene: &Value) -> String {
    let mut scene = scene.clone();
    if let Some(path) = scene.pointer_mut("/code/path") {
        assert!(path.as_str().expect("a path").starts_with("M4 4h7v1h-7z"));
        *path = "…".into();
    }
    crate::support::redacted(&serde_json::to_string_pretty(&scene).expect("a text"))
}
