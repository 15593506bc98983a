//! A small HTTP client, and a stage to act on. Every good answer is held to the Bot API's description.

use std::net::SocketAddr;
use std::time::Duration;

use merezha::rehearsal::{Limits, NewPerson, Options, Person, Rehearsal, Telegram, schema, start};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A rehearsal with one person who has written.
pub struct Stage {
    pub rehearsal: Rehearsal,
    pub telegram: Telegram,
    pub bot: Bot,
    pub olena: Person,
}

impl Stage {
    pub async fn new() -> Stage {
        Stage::with(Limits::off()).await
    }

    pub async fn with(limits: Limits) -> Stage {
        let rehearsal = start(Options { limits, ..Options::default() }).await.expect("a free port");
        let telegram = rehearsal.telegram();
        let olena = telegram.person(named("Олена"));
        olena.follows_link("");
        Stage { bot: Bot::of(&rehearsal), telegram, olena, rehearsal }
    }

    /// Sends a text to Olena and gives the message.
    pub async fn text(&self, text: &str) -> Value {
        self.bot.ok("sendMessage", json!({ "chat_id": self.olena.id(), "text": text })).await
    }

    /// Sends a text with one button.
    pub async fn button(&self, text: &str, data: &str) -> Value {
        let keyboard = json!({ "inline_keyboard": [[{ "text": text, "callback_data": data }]] });
        let params = json!({ "chat_id": self.olena.id(), "text": "press", "reply_markup": keyboard });
        self.bot.ok("sendMessage", params).await
    }
}

pub fn named(first_name: &str) -> NewPerson {
    NewPerson {
        first_name: first_name.to_owned(),
        language_code: Some("uk".to_owned()),
        ..NewPerson::default()
    }
}

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        let text = String::from_utf8_lossy(&self.body);
        serde_json::from_str(&text).unwrap_or_else(|_| panic!("JSON, not {text}"))
    }

    /// Code and description, for comparing.
    pub fn refusal(&self) -> String {
        let body = self.json();
        assert_eq!(
            (&body["ok"], body["error_code"].as_u64()),
            (&json!(false), Some(self.status.into())),
            "{body}"
        );
        format!("{} {}", self.status, body["description"].as_str().expect("a description"))
    }
}

/// A bot that does nothing but call.
#[derive(Clone)]
pub struct Bot {
    pub addr: SocketAddr,
    pub token: String,
}

impl Bot {
    pub fn of(rehearsal: &Rehearsal) -> Bot {
        let addr = rehearsal.api_url().trim_start_matches("http://").parse().expect("an address");
        Bot { addr, token: rehearsal.token().to_owned() }
    }

    /// Calls with a JSON body.
    pub async fn call(&self, method: &str, params: Value) -> Answer {
        self.try_call(method, params).await.expect("an answer")
    }

    pub async fn try_call(&self, method: &str, params: Value) -> std::io::Result<Answer> {
        let path = format!("/bot{}/{method}", self.token);
        let kind = "content-type: application/json\r\n";
        http(self.addr, "POST", &path, kind, params.to_string().as_bytes()).await
    }

    /// Calls and expects a result that fits the Bot API.
    pub async fn ok(&self, method: &str, params: Value) -> Value {
        let answer = self.call(method, params.clone()).await;
        fits(method, &answer, &params)
    }

    /// Calls and expects a refusal.
    pub async fn refused(&self, method: &str, params: Value) -> String {
        let answer = self.call(method, params.clone()).await;
        assert_ne!(answer.status, 200, "{method} {params} was not refused");
        answer.refusal()
    }

    /// Calls with multipart: texts and files (name, file name, bytes).
    pub async fn upload(
        &self,
        method: &str,
        texts: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        let mut body = Vec::new();
        for (name, text) in texts {
            let head = format!("--XyZ\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        for (name, file, bytes) in files {
            let head = format!(
                "--XyZ\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--XyZ--\r\n");
        let path = format!("/bot{}/{method}", self.token);
        let kind = "content-type: multipart/form-data; boundary=XyZ\r\n";
        http(self.addr, "POST", &path, kind, &body).await.expect("an answer")
    }

    /// The same, expecting a result.
    pub async fn uploaded(
        &self,
        method: &str,
        texts: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Value {
        let answer = self.upload(method, texts, files).await;
        fits(method, &answer, &json!(texts))
    }

    pub async fn get(&self, path: &str) -> Answer {
        http(self.addr, "GET", path, "", b"").await.expect("an answer")
    }

    /// The waiting updates from an offset on.
    pub async fn updates(&self, offset: i64) -> Vec<Value> {
        let result = self.ok("getUpdates", json!({ "offset": offset })).await;
        result.as_array().expect("a list").clone()
    }
}

fn fits(method: &str, answer: &Answer, params: &Value) -> Value {
    let body = answer.json();
    assert_eq!((answer.status, &body["ok"]), (200, &json!(true)), "{method} {params}: {body}");
    assert_eq!(schema::check_result(method, &body["result"]), Vec::<String>::new(), "{method}: {body}");
    body["result"].clone()
}

/// One request on a connection of its own.
pub async fn http(
    addr: SocketAddr,
    method: &str,
    path: &str,
    headers: &str,
    body: &[u8],
) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect(addr).await?;
    let length = body.len();
    let own_host = if headers.contains("host:") { String::new() } else { format!("host: {addr}\r\n") };
    let head = format!(
        "{method} {path} HTTP/1.1\r\n{own_host}connection: close\r\ncontent-length: {length}\r\n{headers}\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body).await?;
    let mut raw = Vec::new();
    let read = stream.read_to_end(&mut raw);
    tokio::time::timeout(Duration::from_secs(70), read).await??;
    let broken = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
    let split = raw.windows(4).position(|window| window == b"\r\n\r\n").ok_or_else(broken)?;
    let head = String::from_utf8_lossy(&raw[..split]).to_lowercase();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(broken)?;
    let body = raw.split_off(split + 4);
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .and_then(|text| text.parse().ok());
    if length.is_some_and(|length: usize| length != body.len())
        || (length.is_none() && !body.ends_with(b"0\r\n\r\n"))
    {
        return Err(broken());
    }
    Ok(Answer { status, head, body })
}

/// A PNG of this size, as far as anybody looks.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend_from_slice(&width.to_be_bytes());
    bytes.extend_from_slice(&height.to_be_bytes());
    bytes.extend_from_slice(&[8, 2, 0, 0, 0]);
    bytes
}
