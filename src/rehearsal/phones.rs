//! Phones over HTTP: what the page uses, and scripts may too. `docs/rehearsal-api.md` describes it.
//!
//! There is no login: it listens on this machine only, and foreign web pages are kept out by `guard`.

mod acts;
mod events;
mod groups;
mod guard;
mod look;
mod page;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::json;

use super::person::Person;
use super::telegram::Telegram;

/// A file of 50 MB and its company.
const MOST_BYTES: usize = 51 << 20;

/// The routes of the page and of the phones.
pub fn router() -> Router<Telegram> {
    page::router()
        .route("/api/people", get(look::people).post(acts::join))
        .route("/api/people/{id}", get(look::person).patch(acts::change))
        .route("/api/people/{id}/chat", get(look::chat))
        .route("/api/people/{id}/chats", get(groups::of_person))
        .route("/api/groups", get(groups::all).post(groups::make))
        .route("/api/groups/{id}/member", post(groups::stand))
        .route("/api/groups/{id}/upgrade", post(groups::upgrade))
        .route("/api/people/{id}/screen", get(look::screen))
        .route("/api/people/{id}/send", post(acts::send))
        .route("/api/people/{id}/attach", post(acts::attach))
        .route("/api/people/{id}/place", post(acts::place))
        .route("/api/people/{id}/start", post(acts::start))
        .route("/api/people/{id}/press", post(acts::press))
        .route("/api/people/{id}/block", post(acts::block))
        .route("/api/people/{id}/unblock", post(acts::unblock))
        .route("/api/people/{id}/edit", post(acts::edit))
        .route("/api/people/{id}/delete", post(acts::delete))
        .route("/api/events", get(events::stream))
        .route("/api/bot", get(look::bot))
        .route("/api/clock", get(look::clock).post(acts::forward))
        .route("/api/requests", get(look::requests))
        .route("/api/files/{file_id}", get(look::file))
        .route("/api/{*rest}", get(nothing).post(nothing))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(axum::middleware::from_fn(guard::guard))
}

/// What a script did wrong, and what to do.
#[derive(Debug)]
pub struct Wrong(StatusCode, String);

impl Wrong {
    fn bad(what: impl Into<String>) -> Wrong {
        Wrong(StatusCode::BAD_REQUEST, what.into())
    }

    fn missing(what: impl Into<String>) -> Wrong {
        Wrong(StatusCode::NOT_FOUND, what.into())
    }
}

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        (self.0, axum::Json(json!({ "error": self.1 }))).into_response()
    }
}

async fn nothing() -> Wrong {
    Wrong::missing("There is nothing here: docs/rehearsal-api.md says what there is")
}

/// Somebody by their id; "1001@-5001": the same person in a group that they are in.
fn find(telegram: &Telegram, id: &str) -> Result<Person, Wrong> {
    let (id, group) = id.split_once('@').map_or((id, None), |(id, group)| (id, Some(group)));
    let person = id.parse().ok().and_then(|id| telegram.find(id));
    let person =
        person.ok_or_else(|| Wrong::missing(format!("Nobody has the id {id}: see GET /api/people")))?;
    let Some(group) = group else { return Ok(person) };
    let group = group.parse().ok().filter(|group| {
        telegram.with(|world| world.group(*group).is_some_and(|group| group.has(person.id())))
    });
    let group =
        group.ok_or_else(|| Wrong::missing("They are in no such group: see GET /api/people/{id}/chats"))?;
    Ok(person.at(group))
}
