//! A text parameter with its formatting: read early, finished late, as the order of Telegram's checks wants it.

use serde_json::{Value, json};

use super::super::entities::{Entity, Kind};
use super::super::world::World;
use super::super::{html, links, text};
use super::{Params, Refused};

const MOST_RAW_BYTES: usize = 32_768;

/// A text whose formatting could be read.
#[derive(Clone, Debug, Default)]
pub struct Formatted {
    text: String,
    entities: Vec<Entity>,
}

impl Formatted {
    /// Reads `text` of a message.
    pub fn read_text(params: &Params) -> Result<Formatted, Refused> {
        let raw = params.text("text");
        if raw.is_empty() {
            return Err(Refused::bad("Message text is empty"));
        }
        if raw.len() > MOST_RAW_BYTES {
            return Err(Refused::bad("Text is too long"));
        }
        Formatted::read(&raw, &params.text("parse_mode"), params.json("entities"))
    }

    /// Reads `caption`, which may be absent.
    pub fn read_caption(params: &Params) -> Result<Formatted, Refused> {
        let raw = params.text("caption");
        Formatted::read(&raw, &params.text("parse_mode"), params.json("caption_entities"))
    }

    fn read(
        raw: &str,
        parse_mode: &str,
        entities: Option<Result<std::borrow::Cow<'_, Value>, serde_json::Error>>,
    ) -> Result<Formatted, Refused> {
        let (text, entities) = match parse_mode.to_ascii_lowercase().as_str() {
            "html" => {
                html::parse(raw).map_err(|why| Refused::bad(&format!("Can't parse entities: {why}")))?
            }
            "" | "none" => (raw.to_owned(), given(entities)?),
            "markdown" | "markdownv2" => {
                return Err(Refused::not_emulated(&format!("parse_mode {parse_mode}")));
            }
            _ => return Err(Refused::bad("Unsupported parse_mode")),
        };
        Ok(Formatted { text, entities })
    }

    /// The text as it is kept, with whom it mentions.
    pub fn finish(self, world: &World) -> Result<(String, Vec<Entity>), Refused> {
        let (text, mut entities) =
            text::finish(&self.text, self.entities).map_err(|why| Refused::bad(&why))?;
        entities.retain_mut(|entity| entity.kind != Kind::TextMention || introduce(world, entity));
        Ok((text, entities))
    }
}

/// Fills in the mentioned person; nobody known is mentioned by nothing.
fn introduce(world: &World, entity: &mut Entity) -> bool {
    let id = entity.user.as_ref().and_then(|user| user.get("id")).and_then(Value::as_i64);
    let user = id.and_then(|id| world.profile(id)).map(|profile| serde_json::to_value(&*profile.user));
    match user {
        Some(Ok(user)) => {
            entity.user = Some(user);
            true
        }
        _ => false,
    }
}

fn given(
    entities: Option<Result<std::borrow::Cow<'_, Value>, serde_json::Error>>,
) -> Result<Vec<Entity>, Refused> {
    let Some(entities) = entities else {
        return Ok(Vec::new());
    };
    let entities = entities.map_err(|_| Refused::bad("Can't parse entities JSON object"))?;
    let Value::Array(items) = &*entities else {
        return Err(Refused::bad("Expected an Array of MessageEntity"));
    };
    let refuse = |why: &str| Refused::bad(&format!("Can't parse MessageEntity: {why}"));
    let mut read = Vec::with_capacity(items.len());
    for item in items {
        let Value::Object(fields) = item else {
            return Err(refuse("expected an Object"));
        };
        for field in ["offset", "length", "type"] {
            if !fields.contains_key(field) {
                return Err(refuse(&format!("Can't find field \"{field}\"")));
            }
        }
        // Kinds that Telegram finds by itself are not taken from anybody else.
        match serde_json::from_value::<Entity>(item.clone()) {
            Ok(entity) if is_found(entity.kind) => {}
            Ok(entity) => read.extend(with_good_link(entity)),
            Err(_) => return Err(refuse("Unsupported type specified")),
        }
    }
    Ok(read)
}

/// A bad link is no link; a link to a person is a mention.
fn with_good_link(mut entity: Entity) -> Option<Entity> {
    if entity.kind == Kind::TextLink {
        let url = entity.url.take()?;
        if let Some(id) = links::user_id(&url) {
            entity.kind = Kind::TextMention;
            entity.user = Some(json!({ "id": id }));
        } else {
            entity.url = Some(links::check(&url).ok()?);
        }
    }
    Some(entity)
}

fn is_found(kind: Kind) -> bool {
    use Kind::{BotCommand, Cashtag, Email, Hashtag, Mention, PhoneNumber, Url};
    matches!(kind, Mention | Hashtag | Cashtag | BotCommand | Url | Email | PhoneNumber)
}
