//! Languages and their texts. `build.rs` makes a typed function of every text in `locales/`.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

#[expect(
    clippy::all,
    clippy::unwrap_used,
    dead_code,
    reason = "generated from locales/; a test finds unused texts"
)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// All texts of one language; a method per text.
pub type Texts = generated::L10nLanguage;

/// A language that the bot speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum Lang {
    /// Ukrainian, the first language.
    Uk,
    /// English.
    En,
}

impl Lang {
    /// Both, the first one first.
    pub const ALL: [Self; 2] = [Self::Uk, Self::En];

    /// What somebody's Telegram speaks; anything but English gets Ukrainian.
    pub fn of_telegram(code: Option<&str>) -> Self {
        match code {
            Some(code) if code == "en" || code.starts_with("en-") => Self::En,
            _ => Self::Uk,
        }
    }

    /// The ISO 639-1 code, as Telegram and the tables know it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Uk => "uk",
            Self::En => "en",
        }
    }

    /// Its texts, read once.
    pub fn texts(self) -> &'static Texts {
        static ALL: LazyLock<[Texts; 2]> =
            LazyLock::new(|| [generated::L10n::Uk.load(), generated::L10n::En.load()]);
        match self {
            Self::Uk => &ALL[0],
            Self::En => &ALL[1],
        }
    }
}
