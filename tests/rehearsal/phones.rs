//! The phones over HTTP, as the page and scripts use them.

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::client::{Answer, Stage, http, png};

const JSON: &str = "content-type: application/json\r\n";

async fn post(stage: &Stage, path: &str, body: Value) -> Answer {
    http(stage.bot.addr, "POST", path, JSON, body.to_string().as_bytes()).await.expect("an answer")
}

async fn get(stage: &Stage, path: &str) -> Value {
    let answer = stage.bot.get(path).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.json()
}

#[tokio::test]
async fn a_person_joins_starts_and_changes() {
    let stage = Stage::new().await;
    let ivan = json!({ "first_name": "Іван", "language_code": "uk", "crowd": true });
    let ivan = post(&stage, "/api/people", ivan).await.json();
    let expected = json!({ "id": 1002, "first_name": "Іван", "language_code": "uk", "blocked": false,
        "started": false, "crowd": true });
    assert_eq!(ivan, expected);
    let chat = get(&stage, "/api/people/1002/chat").await;
    assert_eq!(
        chat,
        json!({ "messages": [], "blocked": false, "started": false, "typing": false, "commands": [] })
    );
    let started = post(&stage, "/api/people/1002/start", json!({ "payload": "x" })).await.json();
    assert_eq!((&started["text"], &started["outgoing"]), (&json!("/start x"), &json!(true)));
    let change = json!({ "language_code": "en", "last_name": "Б" }).to_string();
    let patched = http(stage.bot.addr, "PATCH", "/api/people/1002", JSON, change.as_bytes()).await;
    let patched = patched.unwrap().json();
    assert_eq!((&patched["language_code"], &patched["last_name"]), (&json!("en"), &json!("Б")));
    assert_eq!(get(&stage, "/api/people").await.as_array().unwrap().len(), 2);
    let wrong = post(&stage, "/api/people/1002/start", json!({ "payload": "а б" })).await;
    assert_eq!((wrong.status, wrong.json()["error"].is_string()), (400, true));
    assert_eq!(post(&stage, "/api/people/7/start", json!({})).await.status, 404);
    assert_eq!(post(&stage, "/api/people", json!({})).await.status, 400);
}

#[tokio::test]
async fn a_chat_is_read_in_parts_and_as_text() {
    let stage = Stage::new().await;
    stage.button("Так", "yes").await;
    let chat = get(&stage, "/api/people/1001/chat?limit=1").await;
    assert_eq!(chat["messages"].as_array().unwrap().len(), 1);
    assert_eq!((&chat["messages"][0]["outgoing"], &chat["started"]), (&json!(false), &json!(true)));
    let before = chat["messages"][0]["message_id"].to_string();
    let older = get(&stage, &format!("/api/people/1001/chat?before={before}")).await;
    assert_eq!(older["messages"][0]["text"], "/start");
    let screen = stage.bot.get("/api/people/1001/screen").await;
    assert_eq!(String::from_utf8(screen.body).unwrap(), "Олена: /start\n🤖 press\n   [Так]");
}

#[tokio::test]
async fn presses_wait_for_their_answer() {
    let stage = Stage::new().await;
    let id = stage.button("Так", "yes").await["message_id"].clone();
    let body = post(&stage, "/api/people/1001/press", json!({ "text": "Так" })).await.json();
    assert_eq!(body["answered"], false);
    let telegram = stage.telegram.clone();
    let bot = stage.bot.clone();
    let answering = tokio::spawn(async move {
        telegram
            .wait("a forged press", std::time::Duration::from_secs(5), |world| world.updates().len() == 3)
            .await
            .unwrap();
        let query = bot.updates(-1).await.remove(0)["callback_query"]["id"].clone();
        bot.ok("answerCallbackQuery", json!({ "callback_query_id": query, "text": "добре" })).await;
    });
    let forged = json!({ "message_id": id, "data": "forged", "wait_seconds": 5 });
    let body = post(&stage, "/api/people/1001/press", forged).await.json();
    answering.await.unwrap();
    let expected =
        json!({ "answered": true, "text": "добре", "show_alert": false, "query_id": body["query_id"] });
    assert_eq!(body, expected);
    assert_eq!(post(&stage, "/api/people/1001/press", json!({ "text": "Ні" })).await.status, 400);
    assert_eq!(post(&stage, "/api/people/1001/press", json!({})).await.status, 400);
}

#[tokio::test]
async fn sending_editing_deleting_blocking() {
    let stage = Stage::new().await;
    let bold = json!([{ "type": "bold", "offset": 0, "length": 2 }]);
    let sent = post(&stage, "/api/people/1001/send", json!({ "text": "ой", "entities": bold })).await.json();
    assert_eq!(sent["entities"], bold);
    let id = &sent["message_id"];
    let edited =
        post(&stage, "/api/people/1001/edit", json!({ "message_id": id, "text": "ай" })).await.json();
    assert_eq!(edited["text"], "ай");
    assert_eq!(post(&stage, "/api/people/1001/send", json!({ "text": "  " })).await.status, 400);
    assert_eq!(post(&stage, "/api/people/1001/delete", json!({ "message_id": id })).await.status, 200);
    assert_eq!(post(&stage, "/api/people/1001/delete", json!({ "message_id": id })).await.status, 404);
    let blocked = http(stage.bot.addr, "POST", "/api/people/1001/block", "", b"").await.unwrap().json();
    assert_eq!(blocked["blocked"], true);
    assert_eq!(post(&stage, "/api/people/1001/unblock", json!({})).await.json()["blocked"], false);
}

#[tokio::test]
async fn files_go_up_and_down() {
    let stage = Stage::new().await;
    let mut body = b"--b\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\nphoto\r\n--b\r\n".to_vec();
    body.extend_from_slice(b"content-disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n");
    body.extend_from_slice(b"content-type: image/png\r\n\r\n");
    body.extend_from_slice(&png(3, 3));
    body.extend_from_slice(b"\r\n--b--\r\n");
    let kind = "content-type: multipart/form-data; boundary=b\r\n";
    let sent = http(stage.bot.addr, "POST", "/api/people/1001/attach", kind, &body).await.unwrap().json();
    let file = format!("/api/files/{}", sent["photo"][0]["file_id"].as_str().unwrap());
    let answer = stage.bot.get(&file).await;
    assert_eq!(answer.body, png(3, 3));
    assert!(
        answer.head.contains("content-type: image/png") && answer.head.contains("nosniff"),
        "{}",
        answer.head
    );
    assert_eq!(stage.bot.get("/api/files/none").await.status, 404);
}

/// A multipart body of these parts: headers and bytes.
fn multipart(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (disposition, bytes) in parts {
        body.extend_from_slice(
            format!("--b\r\ncontent-disposition: form-data; {disposition}\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--b--\r\n");
    body
}

#[tokio::test]
async fn several_photos_go_as_an_album() {
    let stage = Stage::new().await;
    let kind = "content-type: multipart/form-data; boundary=b\r\n";
    let attach = async |parts: &[(&str, &[u8])]| {
        http(stage.bot.addr, "POST", "/api/people/1001/attach", kind, &multipart(parts)).await.unwrap()
    };
    let (a, b) = (png(3, 3), png(4, 4));
    let (first, second) = (r#"name="file"; filename="a.png""#, r#"name="file"; filename="b.png""#);
    let last = attach(&[(r#"name="caption""#, "Міст".as_bytes()), (first, &a), (second, &b)]).await.json();
    assert_eq!(last["photo"][0]["width"], 4);
    let chat = get(&stage, "/api/people/1001/chat").await;
    let [.., before, after] = chat["messages"].as_array().unwrap().as_slice() else { panic!("two messages") };
    assert_eq!((&before["caption"], &after["caption"]), (&json!("Міст"), &Value::Null));
    assert_eq!(before["media_group_id"], after["media_group_id"]);
    assert!(before["media_group_id"].is_string());
    let updates = stage.bot.updates(-2).await;
    assert_eq!(updates[0]["message"]["media_group_id"], updates[1]["message"]["media_group_id"]);
    // Other files go one by one, and eleven photos are too many.
    let wrong = attach(&[(r#"name="kind""#, b"document"), (first, &a), (second, &b)]).await;
    assert_eq!((wrong.status, wrong.json()["error"].is_string()), (400, true));
    assert_eq!(attach(&vec![(first, a.as_slice()); 11]).await.status, 400);
    assert_eq!(attach(&[(first, &a), (second, b"")]).await.status, 400);
}

#[tokio::test]
async fn a_place_is_sent_with_a_name_or_without() {
    let stage = Stage::new().await;
    let place = async |body: Value| post(&stage, "/api/people/1001/place", body).await;
    let point = json!({ "latitude": 50.45, "longitude": 30.52 });
    let sent = place(point.clone()).await.json();
    assert_eq!((&sent["location"], &sent["venue"]), (&point, &Value::Null));
    let named =
        json!({ "latitude": 50.45, "longitude": 30.52, "title": "Бібліотека", "address": "Хрещатик, 2" });
    let sent = place(named).await.json();
    assert_eq!(sent["venue"], json!({ "location": point, "title": "Бібліотека", "address": "Хрещатик, 2" }));
    let update = stage.bot.updates(-1).await.remove(0);
    assert_eq!(
        (&update["message"]["location"], &update["message"]["venue"]["title"]),
        (&point, &json!("Бібліотека"))
    );
    assert_eq!(place(json!({ "latitude": 91, "longitude": 0 })).await.status, 400);
    assert_eq!(place(json!({ "latitude": 1 })).await.status, 400);
}

#[tokio::test]
async fn the_clock_the_bot_and_its_calls() {
    let stage = Stage::new().await;
    let before = get(&stage, "/api/clock").await["now"].as_i64().unwrap();
    let after = post(&stage, "/api/clock", json!({ "forward_seconds": 3_600 })).await.json();
    assert!(after["now"].as_i64().unwrap() >= before + 3_600);
    assert_eq!(get(&stage, "/api/bot").await["username"], "rehearsal_bot");
    stage.bot.refused("sendMessage", json!({ "chat_id": 5, "text": "x" })).await;
    let requests = get(&stage, "/api/requests?limit=1").await;
    assert_eq!((&requests[0]["method"], &requests[0]["ok"]), (&json!("sendMessage"), &json!(false)));
    assert_eq!(requests[0]["error"], "Bad Request: chat not found");
    assert_eq!(stage.bot.get("/api/nothing").await.status, 404);
}

#[tokio::test]
async fn the_page_is_served_and_held_to_this_host() {
    let stage = Stage::new().await;
    let answer = stage.bot.get("/").await;
    assert!(answer.head.contains("content-type: text/html") && answer.head.contains("default-src 'none'"));
    assert_eq!(stage.bot.get("/docs/rehearsal-api.md").await.status, 200);
    let script = stage.bot.get("/app.js").await;
    assert!(script.head.contains("content-type: text/javascript"), "{}", script.head);
}

#[tokio::test]
async fn foreign_pages_are_kept_out() {
    let stage = Stage::new().await;
    let addr = stage.bot.addr;
    let status = async |method: &str, path: &str, headers: &str| {
        http(addr, method, path, headers, b"{}").await.unwrap().status
    };
    assert_eq!(status("GET", "/api/people", "host: evil.example\r\n").await, 403);
    assert_eq!(status("GET", "/", "host: evil.example\r\n").await, 403);
    let foreign = format!("{JSON}origin: http://evil.example\r\n");
    assert_eq!(status("POST", "/api/people/1001/block", &foreign).await, 403);
    let own = format!("{JSON}origin: http://{addr}\r\n");
    assert_eq!(status("POST", "/api/people/1001/block", &own).await, 200);
    assert_eq!(status("POST", "/api/people/1001/block", "content-type: text/plain\r\n").await, 400);
}

#[tokio::test]
async fn what_happens_is_told_as_it_happens() {
    let stage = Stage::new().await;
    let mut stream = TcpStream::connect(stage.bot.addr).await.unwrap();
    let request = format!("GET /api/events HTTP/1.1\r\nhost: {}\r\n\r\n", stage.bot.addr);
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut heard = String::new();
    let mut buffer = [0; 4_096];
    while !heard.contains("\r\n\r\n") {
        let count = stream.read(&mut buffer).await.unwrap();
        heard += &String::from_utf8_lossy(&buffer[..count]);
    }
    stage.button("Так", "yes").await;
    let query = stage.olena.presses("Так").query_id().unwrap().to_owned();
    stage.bot.ok("answerCallbackQuery", json!({ "callback_query_id": query, "text": "t" })).await;
    stage.telegram.person(super::client::named("Хтось"));
    while !heard.contains(r#"{"people":true}"#) {
        let count = stream.read(&mut buffer).await.unwrap();
        heard += &String::from_utf8_lossy(&buffer[..count]);
    }
    assert!(heard.contains("text/event-stream") && heard.contains(r#"data: {"person":1001}"#), "{heard}");
    assert!(heard.contains(r#"data: {"toast":{"alert":false,"person":1001,"text":"t"}}"#), "{heard}");
    stage.rehearsal.stop().await;
    while stream.read(&mut buffer).await.unwrap() > 0 {}
}
