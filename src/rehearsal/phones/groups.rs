//! Groups over HTTP: who makes one, who is in, and what the bot may do there.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::telegram::Telegram;
use super::super::world::{Standing, World};
use super::acts::Said;
use super::{Wrong, find};

type Acted = Result<Json<Value>, Wrong>;

/// `GET /api/groups`
pub async fn all(State(telegram): State<Telegram>) -> Json<Value> {
    telegram.with(|world| {
        let ids = world.state.chats.iter().filter(|(_, chat)| chat.group.is_some()).map(|(id, _)| *id);
        Json(ids.collect::<Vec<_>>().into_iter().map(|id| described(world, id)).collect())
    })
}

/// `GET /api/people/{id}/chats`: the chat with the bot, and the groups that somebody is in.
pub async fn of_person(State(telegram): State<Telegram>, Path(id): Path<String>) -> Acted {
    let person = find(&telegram, &id)?;
    Ok(Json(telegram.with(|world| {
        let newest = world.chat(person.id()).and_then(|chat| chat.newest()).map(|message| message.message_id);
        let private = json!({ "id": person.id(), "kind": "private", "newest": newest });
        let groups = world.groups_of(person.id());
        std::iter::once(private).chain(groups.into_iter().map(|id| described(world, id))).collect()
    })))
}

fn described(world: &World, id: i64) -> Value {
    let (Some(chat), Some(group)) = (world.chat(id), world.group(id)) else { return Value::Null };
    let bot = world.state.bot.user.id;
    let people: serde_json::Map<String, Value> = group
        .members
        .iter()
        .filter(|(id, _)| **id != bot)
        .map(|(id, standing)| (id.to_string(), json!(standing)))
        .collect();
    let mut shown = json!({
        "id": id, "kind": chat.head.kind, "title": chat.head.title, "bot": group.standing(bot),
        "people": people, "newest": chat.newest().map(|message| message.message_id),
    });
    if let Some(to) = group.moved_to {
        shown["moved_to"] = json!(to);
    }
    shown
}

/// Who makes what.
#[derive(Deserialize)]
pub struct Making {
    by: i64,
    kind: String,
    title: String,
}

/// `POST /api/groups`
pub async fn make(State(telegram): State<Telegram>, Said(making): Said<Making>) -> Acted {
    let title = making.title.trim();
    if title.is_empty() {
        return Err(Wrong::bad("Give the group a title"));
    }
    telegram.with(|world| {
        let id = world.make_group(making.by, &making.kind, title);
        let id = id
            .ok_or_else(|| Wrong::bad("Say who makes it (by), and its kind: group, supergroup or channel"))?;
        Ok(Json(described(world, id)))
    })
}

/// Who becomes what, by whom.
#[derive(Deserialize)]
pub struct Wanted {
    by: i64,
    /// Nobody: the bot.
    who: Option<i64>,
    is: Standing,
}

/// `POST /api/groups/{id}/member`
pub async fn stand(
    State(telegram): State<Telegram>,
    Path(id): Path<i64>,
    Said(wanted): Said<Wanted>,
) -> Acted {
    telegram.with(|world| {
        let who = wanted.who.unwrap_or(world.state.bot.user.id);
        match world.stand(id, wanted.by, who, wanted.is) {
            true => Ok(Json(described(world, id))),
            false => Err(Wrong::bad("There is no such group or person, or it is not theirs to decide")),
        }
    })
}

/// Who does it.
#[derive(Deserialize)]
pub struct By {
    by: i64,
}

/// `POST /api/groups/{id}/upgrade`
pub async fn upgrade(
    State(telegram): State<Telegram>,
    Path(id): Path<i64>,
    Said(By { by }): Said<By>,
) -> Acted {
    telegram.with(|world| match world.upgrade(id, by) {
        Some(id) => Ok(Json(described(world, id))),
        None => Err(Wrong::bad("Only a basic group becomes a supergroup, and once")),
    })
}
