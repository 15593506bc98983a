//! Settings: read once from the environment (and `.env`), each with one clear line when it cannot be used.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::ids::TelegramId;

/// All settings of a run.
#[derive(Debug, Clone)]
pub struct Config {
    /// What BotFather gave.
    pub token: Token,
    /// Where the Bot API is; none: Telegram's own.
    pub api_url: Option<String>,
    /// The SQLite file, as `sqlite:path`.
    pub database_url: String,
    /// Where the keys of votes are kept: outside of the database and of its backups.
    pub keys: PathBuf,
    /// Who is an organizer from the start.
    pub organizers: Vec<TelegramId>,
    /// How fast messages may leave.
    pub pace: PaceLimits,
    /// No breakdown shows fewer people than that.
    pub small_group: u32,
    /// Walls are served; none: there are none.
    pub web: Option<Web>,
}

/// Where the walls of sessions are served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Web {
    /// Where the bot listens.
    pub addr: SocketAddr,
    /// Under which address people reach that, without a slash at its end; none: under the same.
    pub url: Option<String>,
}

/// Telegram's limits on messages out. Its own figures: 30 a second in all, one a second to one chat.
#[derive(Debug, Clone, Copy)]
pub struct PaceLimits {
    /// Messages a second in all; zero: no limit.
    pub total: u32,
    /// Messages a second to one chat; zero: no limit.
    pub chat: u32,
    /// How many one chat may get at once before that pace holds.
    pub burst: u32,
}

impl Default for PaceLimits {
    fn default() -> Self {
        Self { total: 28, chat: 1, burst: 3 }
    }
}

/// The bot's secret. It has no `Display`, and its `Debug` shows nothing.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// Takes a token as BotFather writes it, `123456:ABC…`.
    pub fn parse(text: &str) -> Option<Self> {
        let (id, secret) = text.trim().split_once(':')?;
        let fits = id.parse::<u64>().is_ok() && secret.len() >= 20;
        let plain = secret.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        (fits && plain).then(|| Self(text.trim().to_owned()))
    }

    /// The secret itself, for the one who calls Telegram.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// A setting that is missing or cannot be used: one line that says what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Unusable(pub String);

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unusable {}

impl Config {
    /// Reads the settings by name from wherever `get` finds them.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, Unusable> {
        let get = |name: &str| get(name).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
        let token = get("TELOXIDE_TOKEN").ok_or_else(|| {
            Unusable("TELOXIDE_TOKEN is not set: put the token from @BotFather into .env (see .env.example), or try `merezha rehearse`, which needs none".into())
        })?;
        let token = Token::parse(&token).ok_or_else(|| {
            Unusable(
                "TELOXIDE_TOKEN is not a token: copy it from @BotFather as it is, like 123456789:AA…".into(),
            )
        })?;
        let api_url = get("TELOXIDE_API_URL").map(|url| parse_api_url(&url)).transpose()?;
        let database_url = get("DATABASE_URL").unwrap_or_else(|| "sqlite:data/merezha.db".into());
        if !names_a_file(&database_url) {
            return Err(Unusable(
                "DATABASE_URL must name an SQLite file, like sqlite:data/merezha.db".into(),
            ));
        }
        let keys = get("MEREZHA_KEYS").map_or_else(|| beside(&database_url, "keys"), PathBuf::from);
        let organizers =
            get("MEREZHA_ORGANIZERS").map(|ids| parse_organizers(&ids)).transpose()?.unwrap_or_default();
        let usual = PaceLimits::default();
        let pace = PaceLimits {
            total: number(get, "MEREZHA_MESSAGES_PER_SECOND", usual.total)?,
            chat: number(get, "MEREZHA_MESSAGES_PER_SECOND_PER_CHAT", usual.chat)?,
            burst: number(get, "MEREZHA_CHAT_BURST", usual.burst)?.max(1),
        };
        let small_group =
            number(get, "MEREZHA_SMALL_GROUP", crate::groups::LEAST).ok().filter(|least| *least > 0);
        let small_group = small_group
            .ok_or_else(|| Unusable("MEREZHA_SMALL_GROUP must be a whole number, 1 or more".into()))?;
        let web = parse_web(get("MEREZHA_WEB_ADDR"), get("MEREZHA_WEB_URL"))?;
        Ok(Self { token, api_url, database_url, keys, organizers, pace, small_group, web })
    }
}

/// In memory everything would be gone with the process.
fn names_a_file(database_url: &str) -> bool {
    let Some(rest) = database_url.strip_prefix("sqlite:") else { return false };
    let path = rest.trim_start_matches("//").split('?').next().unwrap_or_default();
    !path.is_empty() && !path.contains(":memory:") && !rest.contains("mode=memory")
}

/// The file that a database's address names.
pub fn database_file(database_url: &str) -> &Path {
    let path = database_url.trim_start_matches("sqlite:").trim_start_matches("//");
    Path::new(path.split('?').next().unwrap_or(path))
}

fn beside(database_url: &str, name: &str) -> PathBuf {
    database_file(database_url).with_file_name(name)
}

fn parse_api_url(url: &str) -> Result<String, Unusable> {
    if !is_web_address(url) {
        return Err(Unusable("TELOXIDE_API_URL must be an address, like http://127.0.0.1:8081".into()));
    }
    Ok(url.to_owned())
}

fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
    !rest.is_empty() && !rest.contains(char::is_whitespace)
}

fn parse_web(addr: Option<String>, url: Option<String>) -> Result<Option<Web>, Unusable> {
    if url.as_deref().is_some_and(|url| !is_web_address(url)) {
        return Err(Unusable("MEREZHA_WEB_URL must be an address, like https://merezha.example.org".into()));
    }
    let Some(addr) = addr else { return Ok(None) };
    let addr = addr.parse().map_err(|_| {
        Unusable("MEREZHA_WEB_ADDR must be an address and a port, like 127.0.0.1:8080".into())
    })?;
    Ok(Some(Web { addr, url: url.map(|url| url.trim_end_matches('/').to_owned()) }))
}

fn parse_organizers(ids: &str) -> Result<Vec<TelegramId>, Unusable> {
    ids.split([',', ' ', ';'])
        .filter(|id| !id.is_empty())
        .map(|id| id.parse().ok().filter(|id| *id > 0).map(TelegramId))
        .collect::<Option<_>>()
        .ok_or_else(|| {
            Unusable(
                "MEREZHA_ORGANIZERS must be Telegram user ids with commas between, like 123456789,987654321"
                    .into(),
            )
        })
}

fn number<T: FromStr>(get: impl Fn(&str) -> Option<String>, name: &str, usual: T) -> Result<T, Unusable> {
    match get(name) {
        None => Ok(usual),
        Some(value) => {
            value.parse().map_err(|_| Unusable(format!("{name} must be a whole number, 0 or more")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "123456:abcdefghijklmnopqrstuvwxyz_-ABCDEFG";

    fn read(settings: &[(&str, &str)]) -> Result<Config, Unusable> {
        Config::read(|name| settings.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn a_token_is_enough_and_is_never_shown() {
        let config = read(&[("TELOXIDE_TOKEN", TOKEN)]).expect("enough");
        assert_eq!(config.database_url, "sqlite:data/merezha.db");
        assert_eq!(config.keys, Path::new("data/keys"));
        assert_eq!(config.small_group, 5);
        assert!(!format!("{config:?}").contains("abcdef"));
    }

    #[test]
    fn each_wrong_setting_is_named() {
        let wrong = |name, value| {
            let Unusable(line) = read(&[("TELOXIDE_TOKEN", TOKEN), (name, value)]).expect_err("refused");
            assert!(line.starts_with(name) && !line.contains('\n'), "{line}");
        };
        wrong("TELOXIDE_API_URL", "localhost");
        wrong("DATABASE_URL", "postgres://x");
        wrong("DATABASE_URL", "sqlite:");
        wrong("DATABASE_URL", "sqlite://data/merezha.db?mode=memory");
        wrong("MEREZHA_ORGANIZERS", "@olena");
        wrong("MEREZHA_MESSAGES_PER_SECOND", "fast");
        wrong("MEREZHA_SMALL_GROUP", "few");
        wrong("MEREZHA_SMALL_GROUP", "0");
        wrong("MEREZHA_WEB_ADDR", "8080");
        wrong("MEREZHA_WEB_URL", "merezha.example.org");
        assert!(read(&[]).expect_err("refused").0.starts_with("TELOXIDE_TOKEN"));
        assert!(read(&[("TELOXIDE_TOKEN", "hello")]).expect_err("refused").0.starts_with("TELOXIDE_TOKEN"));
    }
}
