//! The wire: `/bot<token>/<method>` and `/file/bot<token>/<path>`, as the Bot API server speaks.
//!
//! A request is read without a lock, carried out under one short lock, and its answer written without one.

mod album;
mod call;
mod edit;
mod existing;
mod formatted;
mod info;
mod markup;
mod menu;
mod methods;
mod params;
mod poll;
mod refused;
mod send;
mod source;

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HeaderName, RETRY_AFTER};
use axum::http::{Method, StatusCode};
use axum::response::Response;
use serde_json::{Map, Value};

use super::schema;
use super::telegram::Telegram;
use super::world::{Refusal, Request as Noted, Trouble, World};
use call::{Answer, Call, Frame};
use params::Params;
use refused::Refused;

/// How long a chat action is shown.
const TYPING: Duration = Duration::from_secs(5);
/// Longer than any bot waits for an answer.
const FOREVER: Duration = Duration::from_secs(3_600);

/// Serves everything that is not the phones' page.
pub async fn serve(State(telegram): State<Telegram>, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::POST {
        return refuse(&Refused::new(405, "Method Not Allowed: closing"));
    }
    let path = request.uri().path().to_owned();
    if let Some(rest) = path.strip_prefix("/file/bot") {
        // Libraries encode the slash within a file's path; Telegram's server takes it either way.
        return download(&telegram, &rest.replace("%2F", "/")).await;
    }
    let Some((token, method)) = path.strip_prefix("/bot").and_then(|rest| rest.split_once('/')) else {
        return refuse(&Refused::new(404, "Not Found"));
    };
    if let Err(refused) = check_token(&telegram, token) {
        return refuse(&refused);
    }
    let method = method.trim_end_matches('/');
    let Some(method) = schema::canonical(method) else {
        let refused =
            Refused::new(404, if method.is_empty() { "Not Found" } else { "Not Found: method not found" });
        telegram.with(|world| note(world, method, Params::default(), Some(&refused), Vec::new()));
        return refuse(&refused);
    };
    match Params::read(telegram.blobs(), method, request).await {
        Ok(params) => carry_out(&telegram, method, params).await,
        Err(refused) => {
            telegram.with(|world| note(world, method, Params::default(), Some(&refused), Vec::new()));
            refuse(&refused)
        }
    }
}

async fn carry_out(telegram: &Telegram, method: &'static str, params: Params) -> Response {
    let chat = info::chat_of(&params);
    let trouble = telegram.with(|world| {
        *world.journal.counts.entry(method).or_default() += 1;
        world.journal.trouble(method, chat)
    });
    let refused = match trouble {
        Some(Trouble::TooManyRequests(seconds)) => Some(Refused::flood(seconds)),
        Some(Trouble::ServerError) => Some(Refused::new(500, "Internal Server Error: restart")),
        Some(Trouble::DropBefore) => return dropped(),
        Some(Trouble::Delay(time)) => {
            tokio::time::sleep(time.min(FOREVER)).await;
            None
        }
        Some(Trouble::DropAfter) | None => None,
    };
    if let Some(refused) = refused {
        telegram.with(|world| record(world, method, Arc::new(params.values), Some(&refused)));
        return refuse(&refused);
    }
    let uploaded: Vec<&str> = params.uploads.keys().map(String::as_str).collect();
    let misfits = schema::check(method, &params.values, &uploaded);
    let outcome = if method == "getUpdates" {
        let outcome = poll::updates(telegram, &params).await;
        // Only the mistakes are worth a note: a bot asks for updates all the time.
        if outcome.is_err() || !misfits.is_empty() {
            telegram.with(|world| note(world, method, params, outcome.as_ref().err(), misfits));
        }
        outcome
    } else {
        telegram.with(|world| {
            let outcome = methods::answer(method, &mut Call { world, params: &params });
            note(world, method, params, outcome.as_ref().err(), misfits);
            outcome
        })
    };
    if let (Ok(_), "sendChatAction", Some(chat)) = (&outcome, method, chat) {
        typing_ends(telegram.clone(), chat);
    }
    match (outcome, trouble) {
        (_, Some(Trouble::DropAfter)) => dropped(),
        (Ok(answer), _) => json(StatusCode::OK, answer.json()),
        (Err(refused), _) => refuse(&refused),
    }
}

/// Tells the phone when there is nothing more to see.
fn typing_ends(telegram: Telegram, chat: i64) {
    tokio::spawn(async move {
        tokio::time::sleep(TYPING).await;
        telegram.with(|world| world.show(chat));
    });
}

/// Keeps a call in the journal; a mistake of the bot also apart.
fn note(world: &mut World, method: &str, params: Params, refused: Option<&Refused>, misfits: Vec<String>) {
    let params: Arc<Map<_, _>> = Arc::new(params.values);
    let mistakes = refused
        .filter(|refused| ![403, 429].contains(&refused.code))
        .map(|r| (r.code, r.description.clone()));
    let misfits = misfits.into_iter().map(|misfit| (200, format!("does not fit the Bot API: {misfit}")));
    for (code, description) in mistakes.into_iter().chain(misfits) {
        log::warn!("{method}: {description}");
        let params = params.clone();
        world.journal.refuse(Refusal { method: method.to_owned(), params, code, description });
    }
    record(world, method, params, refused);
}

fn record(world: &mut World, method: &str, params: Arc<Map<String, Value>>, refused: Option<&Refused>) {
    let (at, method) = (world.now(), method.to_owned());
    let error = refused.map(|refused| refused.description.clone());
    world.journal.note(Noted { at, method, params, ok: error.is_none(), error });
}

fn check_token(telegram: &Telegram, token: &str) -> Result<(), Refused> {
    if token == telegram.token() {
        return Ok(());
    }
    let number = token.split_once(':').and_then(|(number, _)| number.parse::<i64>().ok());
    let formed = !token.starts_with('0') && token.len() <= 80 && number.is_some_and(|number| number > 0);
    let description = if formed { "Unauthorized" } else { "Unauthorized: invalid token specified" };
    Err(Refused::new(401, description))
}

async fn download(telegram: &Telegram, rest: &str) -> Response {
    let (token, path) = rest.split_once('/').unwrap_or((rest, ""));
    if let Err(refused) = check_token(telegram, token) {
        return refuse(&refused);
    }
    // Clients may write the slash in a path as one of its letters.
    let path = path.replace("%2F", "/");
    let file = telegram.with(|world| world.state.files.at(&path));
    let bytes = match file {
        Some(file) => telegram.blobs().read(&file.blob).await,
        None => None,
    };
    match bytes {
        Some(bytes) => {
            response(StatusCode::OK, &[(CONTENT_TYPE, "application/octet-stream".to_owned())], bytes.into())
        }
        None => refuse(&Refused::new(404, "Not Found")),
    }
}

fn json(status: StatusCode, body: String) -> Response {
    response(status, &[(CONTENT_TYPE, "application/json".to_owned())], body.into())
}

fn refuse(refused: &Refused) -> Response {
    let status = StatusCode::from_u16(refused.code).expect("refusals have codes of HTTP");
    let mut headers = vec![(CONTENT_TYPE, "application/json".to_owned())];
    headers.extend(refused.retry_after.map(|seconds| (RETRY_AFTER, seconds.to_string())));
    response(status, &headers, refused.body().to_string().into())
}

/// An answer whose body breaks off: the server closes the connection.
fn dropped() -> Response {
    let broken =
        futures::stream::once(async { Err::<Bytes, _>(std::io::Error::other("a fault of the rehearsal")) });
    Response::new(Body::from_stream(broken))
}

fn response(status: StatusCode, headers: &[(HeaderName, String)], body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    for (name, value) in headers {
        let value = value.parse().expect("our headers are plain text");
        response.headers_mut().insert(name, value);
    }
    response
}
