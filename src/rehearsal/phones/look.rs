//! What can be looked at: people, chats, files, the bot, its calls.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::telegram::Telegram;
use super::super::transcript;
use super::super::world::{File, FileKind, Message, World};
use super::{Wrong, find};

const MOST_MESSAGES: usize = 500;
const SCREEN: usize = 20;

/// `GET /api/people`
pub async fn people(State(telegram): State<Telegram>) -> Json<Value> {
    let people = telegram.with(|world| {
        let ids: Vec<i64> = world.state.profiles.keys().copied().collect();
        ids.into_iter().map(|id| described(world, id)).collect()
    });
    Json(Value::Array(people))
}

/// `GET /api/people/{id}`
pub async fn person(State(telegram): State<Telegram>, Path(id): Path<String>) -> Result<Json<Value>, Wrong> {
    let person = find(&telegram, &id)?;
    Ok(Json(telegram.with(|world| described(world, person.id()))))
}

/// A person as the list shows them.
pub fn described(world: &World, id: i64) -> Value {
    let Some(profile) = world.profile(id) else {
        return Value::Null;
    };
    let mut shown = serde_json::to_value(&*profile.user).expect("our own types always serialise");
    if let Value::Object(fields) = &mut shown {
        fields.remove("is_bot");
    }
    shown["blocked"] = json!(world.chat(id).is_some_and(|chat| chat.blocked));
    shown["started"] = json!(world.chat(id).is_some());
    shown["crowd"] = json!(profile.crowd);
    shown
}

/// Which part of a chat.
#[derive(Deserialize)]
pub struct Part {
    limit: Option<usize>,
    before: Option<i64>,
}

/// `GET /api/people/{id}/chat`
pub async fn chat(
    State(telegram): State<Telegram>,
    Path(id): Path<String>,
    Query(part): Query<Part>,
) -> Result<Json<Value>, Wrong> {
    let person = find(&telegram, &id)?;
    let commands = person.bot_commands();
    let limit = part.limit.unwrap_or(50).min(MOST_MESSAGES);
    let before = part.before.unwrap_or(i64::MAX);
    Ok(Json(telegram.with(|world| {
        let id = person.chat_id();
        let Some(chat) = world.chat(id) else {
            let blank = json!({ "messages": [], "blocked": false, "started": false, "typing": false });
            return with(blank, "commands", json!(commands));
        };
        // In a group others write, too.
        let own = |message: &Message| match chat.group {
            Some(_) => with(shown(message), "outgoing", json!(message.from.id == person.id())),
            None => shown(message),
        };
        let mut messages: Vec<Value> =
            chat.messages.range(..before).rev().take(limit).map(|(_, kept)| own(&kept.message)).collect();
        messages.reverse();
        let mut body = json!({
            "messages": messages,
            "blocked": chat.blocked,
            "started": true,
            "muted": world.cannot_write(person.id(), id),
            "typing": world.is_typing(id),
            "commands": commands,
        });
        if let Some(keyboard) = &chat.reply_keyboard {
            body["reply_keyboard"] = keyboard.clone();
        }
        body
    })))
}

/// A message, and whether the phone's owner sent it.
pub fn shown(message: &Message) -> Value {
    let value = serde_json::to_value(message).expect("our own types always serialise");
    with(value, "outgoing", json!(!message.from.is_bot))
}

fn with(mut object: Value, key: &str, value: Value) -> Value {
    object[key] = value;
    object
}

/// `GET /api/people/{id}/screen`
pub async fn screen(State(telegram): State<Telegram>, Path(id): Path<String>) -> Result<String, Wrong> {
    let person = find(&telegram, &id)?;
    Ok(telegram.with(|world| transcript::of(world, person.chat_id(), SCREEN)))
}

/// `GET /api/bot`
pub async fn bot(State(telegram): State<Telegram>) -> Json<Value> {
    telegram.with(|world| {
        let bot = &world.state.bot;
        let username = bot.user.username.clone().unwrap_or_default();
        let name = bot.names.get("").unwrap_or(&bot.user.first_name);
        let text =
            |texts: &std::collections::BTreeMap<String, String>| texts.get("").cloned().unwrap_or_default();
        Json(json!({
            "username": username,
            "first_name": name,
            "link": format!("https://t.me/{username}"),
            "description": text(&bot.descriptions),
            "short_description": text(&bot.short_descriptions),
        }))
    })
}

/// `GET /api/clock`
pub async fn clock(State(telegram): State<Telegram>) -> Json<Value> {
    telegram.with(|world| {
        let clock = &world.state.clock;
        Json(json!({ "now": clock.seconds(), "ahead_seconds": clock.ahead().as_secs() }))
    })
}

/// `GET /api/requests`
pub async fn requests(State(telegram): State<Telegram>, Query(part): Query<Part>) -> Json<Value> {
    let limit = part.limit.unwrap_or(100);
    let requests = telegram.requests();
    let skipped = requests.len().saturating_sub(limit);
    Json(json!(&requests[skipped..]))
}

/// `GET /api/files/{file_id}`
pub async fn file(State(telegram): State<Telegram>, Path(id): Path<String>) -> Result<Response, Wrong> {
    let missing = || Wrong::missing("There is no such file");
    let file = telegram.with(|world| world.state.files.get(&id)).ok_or_else(missing)?;
    let bytes = telegram.blobs().read(&file.blob).await.ok_or_else(missing)?;
    let headers = [
        (CONTENT_TYPE, mime(&file)),
        // Files come from people: none of them may run here as a page or a script.
        (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox".to_owned()),
        (X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (
            CONTENT_DISPOSITION,
            if file.kind == FileKind::Document { "attachment" } else { "inline" }.to_owned(),
        ),
        (CACHE_CONTROL, "private, max-age=86400, immutable".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// What a browser can show; all else is bytes.
fn mime(file: &File) -> String {
    let told = file.mime.as_deref().unwrap_or_default();
    let plays =
        ["image/", "audio/", "video/"].iter().any(|kind| told.starts_with(kind)) && told != "image/svg+xml";
    let clean = told.bytes().all(|byte| byte.is_ascii_graphic());
    match file.kind {
        _ if plays && clean => told.to_owned(),
        FileKind::Photo => "image/jpeg".to_owned(),
        FileKind::Voice => "audio/ogg".to_owned(),
        FileKind::Audio => "audio/mpeg".to_owned(),
        FileKind::Video | FileKind::Animation | FileKind::VideoNote => "video/mp4".to_owned(),
        FileKind::Sticker => "image/webp".to_owned(),
        FileKind::Document => "application/octet-stream".to_owned(),
    }
}
