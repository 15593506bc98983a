//! What happens, as server-sent events: the page listens and fetches what changed.

use std::convert::Infallible;

use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures::{Stream, StreamExt as _, stream};
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;

use super::super::telegram::Telegram;
use super::super::world::Happened;

/// `GET /api/events`
pub async fn stream(State(telegram): State<Telegram>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = telegram.events();
    let stopped = Box::pin(telegram.stopped());
    let happened = stream::unfold((telegram, events), |(telegram, mut events)| async move {
        let batch = match events.recv().await {
            Ok(what) => vec![json_of(what)],
            // Too slow for all that happened: everything may have changed.
            Err(RecvError::Lagged(_)) => everything(&telegram),
            Err(RecvError::Closed) => return None,
        };
        Some((stream::iter(batch), (telegram, events)))
    });
    let events = happened.flatten().map(|value| Ok(Event::default().data(value.to_string())));
    Sse::new(events.take_until(stopped)).keep_alive(KeepAlive::default())
}

fn json_of(what: Happened) -> Value {
    match what {
        Happened::Phone(person) => json!({ "person": person }),
        Happened::Toast { person, text, alert } => {
            json!({ "toast": { "person": person, "text": text, "alert": alert } })
        }
        Happened::Clock => json!({ "clock": true }),
        Happened::People | Happened::Quiet => json!({ "people": true }),
    }
}

fn everything(telegram: &Telegram) -> Vec<Value> {
    let phones = telegram.people().into_iter().map(|person| json!({ "person": person.id() }));
    [json!({ "people": true }), json!({ "clock": true })].into_iter().chain(phones).collect()
}
