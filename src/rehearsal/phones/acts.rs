//! What can be done on a phone. Every act answers with what it made.

use std::time::Duration;

use axum::Json;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, Multipart, Path, Request, State};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::super::entities::Entity;
use super::super::person::Person;
use super::super::telegram::Telegram;
use super::super::world::{FileKind, NewPerson, Standing};
use super::look::{described, shown};
use super::{MOST_BYTES, Wrong, find};

/// As many as a phone sends together.
const ALBUM: usize = 10;

type Acted = Result<Json<Value>, Wrong>;

/// A JSON body; an absent one is an empty object.
pub struct Said<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Said<T> {
    type Rejection = Wrong;

    async fn from_request(request: Request, _: &S) -> Result<Said<T>, Wrong> {
        let bytes =
            to_bytes(request.into_body(), MOST_BYTES).await.map_err(|error| Wrong::bad(error.to_string()))?;
        let bytes: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
        let said = serde_json::from_slice(bytes)
            .map_err(|error| Wrong::bad(format!("The body does not fit: {error}")))?;
        Ok(Said(said))
    }
}

/// Who joins.
#[derive(Deserialize)]
pub struct Joining {
    #[serde(flatten)]
    person: NewPerson,
    #[serde(default)]
    crowd: bool,
}

/// `POST /api/people`
pub async fn join(State(telegram): State<Telegram>, Said(joining): Said<Joining>) -> Acted {
    if joining.person.first_name.trim().is_empty() {
        return Err(Wrong::bad("Give the person a first_name"));
    }
    let person = telegram.person(joining.person);
    if joining.crowd {
        person.joins_crowd();
    }
    Ok(Json(telegram.with(|world| described(world, person.id()))))
}

/// What may change; "" takes a name away.
#[derive(Deserialize)]
pub struct Change {
    first_name: Option<String>,
    last_name: Option<String>,
    username: Option<String>,
    language_code: Option<String>,
}

/// `PATCH /api/people/{id}`
pub async fn change(
    State(telegram): State<Telegram>,
    Path(id): Path<String>,
    Said(change): Said<Change>,
) -> Acted {
    let person = find(&telegram, &id)?;
    person.changes(|user| {
        if let Some(name) = change.first_name.filter(|name| !name.trim().is_empty()) {
            user.first_name = name;
        }
        let optional = [
            (change.last_name, &mut user.last_name),
            (change.username, &mut user.username),
            (change.language_code, &mut user.language_code),
        ];
        for (new, old) in optional {
            if let Some(new) = new {
                *old = Some(new).filter(|new| !new.is_empty());
            }
        }
    });
    Ok(Json(telegram.with(|world| described(world, person.id()))))
}

/// A text.
#[derive(Deserialize)]
pub struct Text {
    text: String,
    #[serde(default)]
    entities: Vec<Entity>,
    reply_to: Option<i64>,
}

/// `POST /api/people/{id}/send`
pub async fn send(State(telegram): State<Telegram>, Path(id): Path<String>, Said(text): Said<Text>) -> Acted {
    let person = find(&telegram, &id)?;
    let sent = person.try_says(&text.text, text.entities, text.reply_to);
    let sent = sent
        .ok_or_else(|| Wrong::bad("Nothing is left of the text after trimming, or an entity is out of it"))?;
    Ok(Json(shown(&sent)))
}

/// `POST /api/people/{id}/start`
#[derive(Deserialize)]
pub struct Start {
    #[serde(default)]
    payload: String,
}

/// `POST /api/people/{id}/start`
pub async fn start(
    State(telegram): State<Telegram>,
    Path(id): Path<String>,
    Said(start): Said<Start>,
) -> Acted {
    let person = find(&telegram, &id)?;
    let fits = start.payload.len() <= 64
        && start.payload.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    if !fits {
        return Err(Wrong::bad("A payload is up to 64 of A-Z a-z 0-9 _ -"));
    }
    let startable = person.chat_id() == person.id() || person.makes_bot(Standing::Member);
    if !startable {
        return Err(Wrong::bad("They may not bring the bot in there"));
    }
    Ok(Json(shown(&person.follows_link(&start.payload))))
}

/// A point on the map, with what the place is called or without.
#[derive(Deserialize)]
pub struct Place {
    latitude: f64,
    longitude: f64,
    #[serde(default)]
    title: String,
    #[serde(default)]
    address: String,
}

/// `POST /api/people/{id}/place`
pub async fn place(
    State(telegram): State<Telegram>,
    Path(id): Path<String>,
    Said(place): Said<Place>,
) -> Acted {
    let person = find(&telegram, &id)?;
    if place.latitude.abs() > 90.0 || place.longitude.abs() > 180.0 {
        return Err(Wrong::bad("A latitude is within 90 degrees, a longitude within 180"));
    }
    let (title, address) = (place.title.trim(), place.address.trim());
    let called = (!title.is_empty()).then_some((title, address));
    Ok(Json(shown(&person.sends_place(place.latitude, place.longitude, called))))
}

/// `POST /api/people/{id}/attach`: multipart with `kind`, `caption` and `file`; several files are an album of photos, with
/// the caption below the first.
pub async fn attach(
    State(telegram): State<Telegram>,
    Path(id): Path<String>,
    request: Request<Body>,
) -> Acted {
    let person = find(&telegram, &id)?;
    let broken =
        |error: String| Wrong::bad(format!("Send multipart/form-data with file, kind and caption: {error}"));
    let mut parts = Multipart::from_request(request, &()).await.map_err(|error| broken(error.to_string()))?;
    let (mut kind, mut caption, mut files) = ("photo".to_owned(), String::new(), Vec::new());
    while let Some(part) = parts.next_field().await.map_err(|error| broken(error.to_string()))? {
        let name = part.name().unwrap_or_default().to_owned();
        let (file_name, mime) = (part.file_name().map(str::to_owned), part.content_type().map(str::to_owned));
        let bytes: Bytes = part.bytes().await.map_err(|error| broken(error.to_string()))?;
        match name.as_str() {
            "file" => files.push((bytes, file_name.unwrap_or_default(), mime)),
            "kind" => kind = String::from_utf8_lossy(&bytes).into_owned(),
            "caption" => caption = String::from_utf8_lossy(&bytes).into_owned(),
            _ => {}
        }
    }
    let kind = match kind.as_str() {
        "photo" => FileKind::Photo,
        "document" => FileKind::Document,
        "video" => FileKind::Video,
        "voice" => FileKind::Voice,
        other => return Err(Wrong::bad(format!("{other} is no kind: photo, document, video or voice"))),
    };
    if files.iter().any(|(bytes, ..)| bytes.is_empty()) {
        return Err(Wrong::bad("The file is empty"));
    }
    if files.len() > 1 {
        return album(person, kind, files.into_iter().map(|(bytes, ..)| bytes).collect(), caption).await;
    }
    let (bytes, name, mime) = files.pop().ok_or_else(|| broken("the file is missing".to_owned()))?;
    // Writing to the disk waits beside the requests.
    let sent =
        tokio::task::spawn_blocking(move || person.try_attaches(kind, bytes, &name, mime, &caption)).await;
    let sent = sent.unwrap_or_else(|error| Err(error.to_string())).map_err(Wrong::bad)?;
    Ok(Json(shown(&sent)))
}

/// Photos together; the last message is answered.
async fn album(person: Person, kind: FileKind, photos: Vec<Bytes>, caption: String) -> Acted {
    if kind != FileKind::Photo || photos.len() > ALBUM {
        return Err(Wrong::bad(format!("Several files are an album: up to {ALBUM} photos")));
    }
    let sent = tokio::task::spawn_blocking(move || {
        let captions = std::iter::once(caption.as_str()).chain(std::iter::repeat(""));
        person.try_attaches_album(&photos.into_iter().zip(captions).collect::<Vec<_>>())
    });
    let sent = sent.await.unwrap_or_else(|error| Err(error.to_string())).map_err(Wrong::bad)?;
    Ok(Json(sent.last().map_or(Value::Null, |last| shown(last))))
}

/// A press: on the button with this text, or with any data on a certain message.
#[derive(Deserialize)]
pub struct Press {
    message_id: Option<i64>,
    text: Option<String>,
    data: Option<String>,
    #[serde(default)]
    wait_seconds: f64,
}

/// `POST /api/people/{id}/press`
pub async fn press(
    State(telegram): State<Telegram>,
    Path(id): Path<String>,
    Said(press): Said<Press>,
) -> Acted {
    let person = find(&telegram, &id)?;
    let pressed = match (press.data, press.text, press.message_id) {
        (Some(data), _, Some(message_id)) => person.presses_data(message_id, &data),
        (Some(_), _, None) => return Err(Wrong::bad("Say with message_id where the data is pressed")),
        (None, Some(text), message_id) => person.try_presses(message_id, &text).map_err(Wrong::bad)?,
        (None, None, _) => return Err(Wrong::bad("Say which button: its text, or message_id and data")),
    };
    let query_id = pressed.query_id().map(str::to_owned);
    let patience = Duration::from_secs_f64(press.wait_seconds.clamp(0.0, 60.0));
    let answer = match pressed.answered() {
        None if !patience.is_zero() => pressed.answer_within(patience).await.ok(),
        answer => answer,
    };
    let mut body = json!({ "answered": answer.is_some() });
    if let Some(id) = query_id {
        body["query_id"] = json!(id);
    }
    if let Some(toast) = answer {
        body["show_alert"] = json!(toast.show_alert);
        for (key, value) in [("text", toast.text), ("url", toast.url)] {
            if let Some(value) = value {
                body[key] = json!(value);
            }
        }
    }
    Ok(Json(body))
}

/// `POST /api/people/{id}/block`
pub async fn block(State(telegram): State<Telegram>, Path(id): Path<String>) -> Acted {
    let person = find(&telegram, &id)?;
    if !telegram.with(|world| world.chat(person.id()).is_some()) {
        return Err(Wrong::bad("Only a bot one has written to can be blocked: POST start first"));
    }
    person.blocks();
    Ok(Json(telegram.with(|world| described(world, person.id()))))
}

/// `POST /api/people/{id}/unblock`
pub async fn unblock(State(telegram): State<Telegram>, Path(id): Path<String>) -> Acted {
    let person = find(&telegram, &id)?;
    person.unblocks();
    Ok(Json(telegram.with(|world| described(world, person.id()))))
}

/// A message and its new text.
#[derive(Deserialize)]
pub struct Edit {
    message_id: i64,
    text: String,
}

/// `POST /api/people/{id}/edit`
pub async fn edit(State(telegram): State<Telegram>, Path(id): Path<String>, Said(edit): Said<Edit>) -> Acted {
    let person = find(&telegram, &id)?;
    let edited = person.try_edits(edit.message_id, &edit.text);
    edited
        .map(|message| Json(shown(&message)))
        .ok_or_else(|| Wrong::bad("Only one's own message can be edited"))
}

/// A message.
#[derive(Deserialize)]
pub struct Which {
    message_id: i64,
}

/// `POST /api/people/{id}/delete`
pub async fn delete(
    State(telegram): State<Telegram>,
    Path(id): Path<String>,
    Said(which): Said<Which>,
) -> Acted {
    let person = find(&telegram, &id)?;
    if person.deletes(which.message_id) {
        return Ok(Json(json!({ "deleted": which.message_id })));
    }
    Err(Wrong::missing("There is no such message in this chat"))
}

/// How far.
#[derive(Deserialize)]
pub struct Forward {
    forward_seconds: u64,
}

/// `POST /api/clock`
pub async fn forward(State(telegram): State<Telegram>, Said(forward): Said<Forward>) -> Acted {
    telegram.forward(Duration::from_secs(forward.forward_seconds));
    Ok(super::look::clock(State(telegram)).await)
}
