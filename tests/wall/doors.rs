//! Who gets in, and what everybody else sees: nothing, and always the same.

use std::process::Stdio;
use std::time::{Duration, Instant};

use merezha::rehearsal::Limits;
use reqwest::{Client, Method};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{CODE, Viewer, address, get, scene, sql, with_wall};
use crate::support::Network;

#[tokio::test]
async fn whatever_is_no_wall_gets_the_same_empty_answer() {
    let (network, _oksana) = with_wall().await;
    let other = "Zz1Bb2Cc3Dd4Ee5Ff6Gg7H";
    let mut seen = Vec::new();
    for path in [
        "/".to_owned(),
        "/wall".to_owned(),
        "/wall/".to_owned(),
        format!("/wall/{other}"),
        format!("/wall/{other}/events"),
        format!("/wall/{other}/wall.css"),
        format!("/wall/{CODE}/"),
        format!("/wall/{CODE}x"),
        format!("/wall/{CODE}/photo/1"),
        format!("/wall/{CODE}/photo/"),
        format!("/wall/{CODE}/wall.html"),
        format!("/wall/{CODE}/../../etc/passwd"),
        format!("/wall/{CODE}/%2e%2e/%00"),
        format!("/wall/{}", CODE.to_lowercase()),
        "/wall/%41a1Bb2Cc3Dd4Ee5Ff6Gg7H".to_owned(),
        format!("/wall/{}", "А".repeat(11)),
        "/wall/' or 1=1 -- aaaaaaaaaa".to_owned(),
        "/favicon.ico".to_owned(),
        "/.env".to_owned(),
        "/api/people".to_owned(),
        "/metrics".to_owned(),
    ] {
        let answer = get(&network, &path).await;
        assert_eq!(answer.status(), 404, "{path}");
        let mut headers = answer.headers().clone();
        headers.remove("date");
        assert!(answer.bytes().await.expect("read").is_empty(), "{path}");
        seen.push(headers);
    }
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS, Method::PATCH] {
        let asked = Client::new().request(method, address(&network, &format!("/wall/{CODE}"))).send().await;
        let answer = asked.expect("an answer");
        assert_eq!(answer.status(), 404);
        let mut headers = answer.headers().clone();
        headers.remove("date");
        seen.push(headers);
    }
    assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "all look the same: {seen:#?}");
    network.end().await;
}

#[tokio::test]
async fn the_page_and_all_that_goes_with_it_come_with_strict_headers() {
    let (network, _oksana) = with_wall().await;
    sql(&network, &["update wall set lang = 'en'"]).await;
    for (path, kind) in [
        ("", "text/html; charset=utf-8"),
        ("/wall.css", "text/css; charset=utf-8"),
        ("/scenes.css", "text/css; charset=utf-8"),
        ("/wall.js", "text/javascript; charset=utf-8"),
        ("/scenes.js", "text/javascript; charset=utf-8"),
        ("/icon.svg", "image/svg+xml"),
        ("/events", "text/event-stream; charset=utf-8"),
    ] {
        let answer = get(&network, &format!("/wall/{CODE}{path}")).await;
        assert_eq!(answer.status(), 200, "{path}");
        let header = |name: &str| answer.headers()[name].to_str().expect("a text").to_owned();
        assert_eq!(header("content-type"), kind);
        assert_eq!(
            header("content-security-policy"),
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
             base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        );
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "no-referrer");
        assert_eq!(header("cache-control"), "no-store");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(header("cross-origin-embedder-policy"), "require-corp");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(header("x-robots-tag"), "noindex, nofollow");
        assert!(header("permissions-policy").contains("camera=()"));
        let asked = Client::new().head(address(&network, &format!("/wall/{CODE}{path}"))).send().await;
        assert_eq!(asked.expect("an answer").status(), 200, "HEAD {path}");
    }
    let page = get(&network, &format!("/wall/{CODE}")).await.text().await.expect("a page");
    assert!(page.contains("<html lang=\"en\">") && page.contains("Connection lost, trying again"), "{page}");
    network.end().await;
}

#[tokio::test]
async fn a_revoked_wall_tells_its_viewers_and_is_gone() {
    let (network, _oksana) = with_wall().await;
    let mut viewers = Vec::new();
    for _ in 0..3 {
        let mut viewer = Viewer::come(&network).await;
        viewer.frame().await;
        viewers.push(viewer);
    }
    // Another code makes the old address useless, as taking the wall down does.
    sql(&network, &["update wall set code = 'Zz1Bb2Cc3Dd4Ee5Ff6Gg7H'"]).await;
    let began = began();
    for viewer in &mut viewers {
        assert_eq!(viewer.event().await.as_deref(), Some("event: gone\ndata: 1"));
        assert_eq!(viewer.event().await, None, "the stream is cut");
    }
    assert!(began.elapsed() < Duration::from_secs(1), "{:?}", began.elapsed());
    for path in ["", "/events", "/wall.js"] {
        assert_eq!(get(&network, &format!("/wall/{CODE}{path}")).await.status(), 404);
    }
    network.end().await;
}

#[tokio::test]
async fn a_bot_with_viewers_stops_at_once_and_goes_on_after_a_restart() {
    let (mut network, _oksana) = with_wall().await;
    let mut viewers = Vec::new();
    for _ in 0..5 {
        viewers.push(Viewer::come(&network).await);
    }
    // Somebody who never says what they want, and somebody who asks slowly.
    let mute = TcpStream::connect(network.bot().web.expect("served")).await.expect("connects");
    let mut slow = TcpStream::connect(network.bot().web.expect("served")).await.expect("connects");
    slow.write_all(b"GET /wall/").await.expect("sends");
    let began = began();
    network.stop().await;
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    for viewer in &mut viewers {
        while viewer.event().await.is_some() {}
    }
    drop((mute, slow));
    network.run().await;
    scene(&network, "the title again", |scene| scene["title"] == "Друга сесія").await;
    network.end().await;
}

#[tokio::test]
async fn a_head_without_end_is_refused() {
    let (network, _oksana) = with_wall().await;
    let mut stream = TcpStream::connect(network.bot().web.expect("served")).await.expect("connects");
    stream.write_all(b"GET /wall/x HTTP/1.1\r\nhost: x\r\nx: ").await.expect("sends");
    let line = [b'a'; 8 * 1024];
    for _ in 0..8 {
        // It may hang up before all is sent.
        let _ = stream.write_all(&line).await;
    }
    let mut said = Vec::new();
    let _ = stream.read_to_end(&mut said).await;
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(said.is_empty() || said.starts_with("HTTP/1.1 431"), "{said}");
    scene(&network, "others are served", |scene| scene["kind"] == "title").await;
    network.end().await;
}

#[tokio::test]
async fn an_address_that_is_taken_is_said_in_one_line() {
    let mut network = Network::empty(Limits::off(), &[]).await;
    network.stop().await;
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("binds");
    let addr = taken.local_addr().expect("an address").to_string();
    let mut command = network.process();
    let output =
        command.env("MEREZHA_WEB_ADDR", &addr).stdout(Stdio::piped()).stderr(Stdio::piped()).output();
    let output = output.await.expect("it runs");
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(said.starts_with("merezha: MEREZHA_WEB_ADDR names an address that cannot be used"), "{said}");
    assert!(said.contains(&addr), "{said}");
    assert_eq!((said.lines().count(), output.status.code()), (1, Some(2)), "{said}");
    network.end().await;
}

#[tokio::test]
async fn nothing_is_served_unless_it_is_set() {
    let (network, oksana) = Network::start_with(&[("MEREZHA_WEB_ADDR", "")]).await;
    assert_eq!(network.bot().web, None);
    assert_eq!(network.bot().app.web, None);
    drop(oksana);
    network.end().await;
    let (network, _oksana) = Network::start_with(&[("MEREZHA_WEB_URL", "")]).await;
    let bound = network.bot().web.expect("served");
    assert_ne!(bound.port(), 0);
    assert_eq!(network.bot().app.web.as_deref(), Some(format!("http://{bound}").as_str()));
    network.end().await;
}

#[expect(clippy::disallowed_methods, reason = "real time is what is promised")]
fn began() -> Instant {
    Instant::now()
}
