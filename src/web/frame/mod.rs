//! What a wall shows, as data: words in the wall's language, numbers, and the shares of bars. The page only draws it.
//! No person and no name comes here, and nothing that not everyone in the room may see.

mod code;
mod polls;
mod proposals;
mod sessions;
pub mod unity;
mod votes;

use std::time::Instant;

use anyhow::Result;
use serde::Serialize;
use sqlx::SqliteConnection;

use crate::clock::Moment;
use crate::cx::start_link;
use crate::l10n::{Lang, Texts};
use crate::sessions as meetings;
use crate::wall::{Scene, Wall};
use code::Code;
use unity::Measured;

/// What a frame is made for.
pub struct Asked<'a> {
    pub now: Moment,
    /// For measuring how old something is.
    pub tick: Instant,
    /// The bot's user name.
    pub bot_name: &'a str,
    /// No breakdown shows fewer people than that.
    pub small_group: u32,
}

/// A wall at one moment.
#[derive(Debug, Serialize)]
pub struct Frame {
    lang: Lang,
    /// The session's title.
    session: String,
    /// Where the bot is, in letters.
    bot: String,
    /// What the page says when it loses the bot.
    lost: String,
    /// What it says when the wall is taken down.
    gone: String,
    scene: Shown,
}

/// A scene with all that is in it.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Shown {
    Title(sessions::Opening),
    Join(sessions::Joining),
    Proposals(proposals::Proposals),
    Poll(polls::Asking),
    Turnout(votes::Turnout),
    Result(votes::Outcome),
    Unity(unity::Sides),
    Gallery(sessions::Gallery),
    /// What it was to show is no longer there.
    Missing {
        words: String,
    },
}

/// A bar with its words.
#[derive(Debug, Serialize)]
pub struct Bar {
    label: String,
    /// What it comes to, in words.
    value: String,
    /// How full it is, from 0 to 1.
    share: f64,
    /// Stands out.
    leads: bool,
    /// What is special about it, in a word: it won, or is tied.
    mark: Option<String>,
}

/// A picture that the page may ask for.
#[derive(Debug, Serialize)]
pub struct Picture {
    /// What follows `photo/` in its address.
    name: String,
    words: String,
}

/// Makes a wall's frame.
pub async fn make(
    conn: &mut SqliteConnection,
    wall: &Wall,
    asked: &Asked<'_>,
    measured: &mut Measured,
) -> Result<Frame> {
    let t = wall.lang.texts();
    let scene = match wall.scene {
        Scene::Title => sessions::opening(conn, wall, asked).await?.map(Shown::Title),
        Scene::Join => Some(Shown::Join(sessions::joining(conn, wall, asked).await?)),
        Scene::Proposals(call) => proposals::flowing(conn, t, call).await?.map(Shown::Proposals),
        Scene::Poll(id) => polls::asking(conn, wall.lang, id, asked).await?.map(Shown::Poll),
        Scene::Turnout(id) => votes::turnout(conn, wall.lang, id, asked).await?.map(Shown::Turnout),
        Scene::Result(id) => votes::result(conn, wall.lang, id, asked).await?,
        Scene::Unity(dimension) => {
            Some(Shown::Unity(unity::sides(conn, wall.lang, dimension, asked, measured).await?))
        }
        Scene::Gallery => Some(Shown::Gallery(sessions::gallery(conn, wall).await?)),
    };
    let title = meetings::store::title(conn, wall.session).await?;
    Ok(Frame {
        lang: wall.lang,
        session: title.map(|title| title.plain().to_owned()).unwrap_or_default(),
        bot: format!("t.me/{}", asked.bot_name),
        lost: t.web_lost(),
        gone: t.web_gone(),
        scene: scene.unwrap_or_else(|| Shown::Missing { words: t.web_missing() }),
    })
}

/// Telegram's name of a picture that the wall shows now; none: it does not.
pub async fn photo(conn: &mut SqliteConnection, wall: &Wall, name: &str) -> Result<Option<String>> {
    match wall.scene {
        Scene::Proposals(call) => proposals::photo(conn, call, name).await,
        Scene::Gallery => sessions::photo(conn, wall.session, name).await,
        _ => Ok(None),
    }
}

/// A start link as a code to photograph, and in letters.
fn way_in(bot_name: &str, payload: &str) -> Result<(Code, String)> {
    let link = start_link(bot_name, payload);
    let letters = link.trim_start_matches("https://").to_owned();
    Ok((Code::of(&link)?, letters))
}

/// A part of a whole, from 0 to 1.
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { (part as f64 / whole as f64).clamp(0.0, 1.0) }
}

/// What a drawing without words is called.
fn drawing(t: &Texts, number: i64) -> String {
    t.web_drawing(number)
}
