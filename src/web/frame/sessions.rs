//! The session itself: its title, the way in, and its pictures.

use anyhow::Result;
use serde::Serialize;
use sqlx::SqliteConnection;

use super::{Asked, Code, Picture, way_in};
use crate::ids::SessionId;
use crate::people::{self, Validity};
use crate::sessions::store::{self, gallery as pictures};
use crate::wall::Wall;
use crate::when;

/// How many of the latest pictures go round.
const PICTURES: u32 = 40;

/// A session's title, when and where.
#[derive(Debug, Serialize)]
pub struct Opening {
    title: String,
    when: String,
    place: Option<String>,
    /// What is unusual: it can be joined online, or was called off.
    note: Option<String>,
}

/// The way in, and how many have come.
#[derive(Debug, Serialize)]
pub struct Joining {
    heading: String,
    how: String,
    /// None: nobody can join this way any more.
    code: Option<Code>,
    address: Option<String>,
    count: i64,
    label: String,
}

/// Pictures that go round.
#[derive(Debug, Serialize)]
pub struct Gallery {
    heading: String,
    pictures: Vec<Picture>,
    /// What stands there while there are none.
    empty: String,
}

/// The session's title.
pub async fn opening(conn: &mut SqliteConnection, wall: &Wall, asked: &Asked<'_>) -> Result<Option<Opening>> {
    let Some(session) = store::get(conn, wall.session).await? else { return Ok(None) };
    let (t, details) = (wall.lang.texts(), &session.details);
    let place = details.place.as_ref().map(|place| place.plain().to_owned());
    let note = match () {
        () if session.cancelled => Some(t.web_cancelled()),
        () if details.link.is_some() && details.has_place() => Some(t.web_online_too()),
        () if details.link.is_some() => Some(t.web_online_only()),
        () => None,
    };
    Ok(Some(Opening {
        title: details.title.plain().to_owned(),
        when: when::say_span(wall.lang, details.span, asked.now),
        place: place.or_else(|| details.point.map(|_| t.web_on_map())),
        note,
    }))
}

/// The way in.
pub async fn joining(conn: &mut SqliteConnection, wall: &Wall, asked: &Asked<'_>) -> Result<Joining> {
    let t = wall.lang.texts();
    let count = people::store::headcount(conn).await?.joined;
    let invite = match wall.invite {
        Some(id) => people::store::coming::invite(conn, id).await?,
        None => None,
    };
    let good = invite.filter(|invite| invite.validity(asked.now) == Validity::Good);
    let (code, address) = match good {
        Some(invite) => {
            let (code, address) = way_in(asked.bot_name, &invite.code)?;
            (Some(code), Some(address))
        }
        None => (None, None),
    };
    let (heading, how) = match code {
        Some(_) => (t.web_join(), t.web_join_how()),
        None => (t.web_join_over(), t.web_join_over_how()),
    };
    Ok(Joining { heading, how, code, address, count, label: t.web_joined(count) })
}

/// The session's pictures, the latest first.
pub async fn gallery(conn: &mut SqliteConnection, wall: &Wall) -> Result<Gallery> {
    let t = wall.lang.texts();
    let pictures = pictures::list(conn, wall.session, 0, PICTURES).await?;
    let picture = |photo: crate::sessions::Photo| Picture {
        name: photo.id.0.to_string(),
        words: photo.words.map(|words| words.plain().to_owned()).unwrap_or_default(),
    };
    Ok(Gallery {
        heading: t.web_gallery(),
        pictures: pictures.into_iter().map(picture).collect(),
        empty: t.web_gallery_none(),
    })
}

/// Telegram's name of one of these.
pub async fn photo(conn: &mut SqliteConnection, session: SessionId, name: &str) -> Result<Option<String>> {
    let shown = pictures::list(conn, session, 0, PICTURES).await?;
    Ok(shown.into_iter().find(|photo| photo.id.0.to_string() == name).map(|photo| photo.file))
}
