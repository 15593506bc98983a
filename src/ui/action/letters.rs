//! The buttons of letters, and their codes.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;

use super::code::flag;
use super::*;

/// What leads somebody unnamed back to what they wrote, which only a key opens: see `outbox::sealed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token(pub [u8; 36]);

/// What a button does with letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Send the one being written without a name.
    SendUnnamed,
    /// Answer an answer, under one's name.
    Further,
    /// The same, without one.
    Unnamed(Token),
    /// Those that wait and those that are settled; a page of them.
    List(u32),
    /// One, as a conversation.
    Show(LetterId),
    /// What it says last, whole.
    Words(LetterId),
    /// Nothing is to be answered.
    Settle(LetterId),
    /// Whether letters are posted in a group.
    Here(ChatId, bool),
}

impl Letters {
    pub(super) fn encode(self) -> String {
        match self {
            Self::SendUnnamed => "lu".into(),
            Self::Further => "lf".into(),
            Self::Unnamed(token) => format!("lu.{}", BASE64.encode(token.0)),
            Self::List(page) => format!("ll.{page}"),
            Self::Show(id) => format!("lc.{}", id.0),
            Self::Words(id) => format!("lw.{}", id.0),
            Self::Settle(id) => format!("lx.{}", id.0),
            Self::Here(id, wanted) => format!("lg.{}.{}", id.0, u8::from(wanted)),
        }
    }

    pub(super) fn decode(parts: &[&str]) -> Option<Self> {
        let id = |id: &str| id.parse().ok().map(LetterId);
        Some(match parts {
            ["lu"] => Self::SendUnnamed,
            ["lf"] => Self::Further,
            ["lu", token] => Self::Unnamed(Token(BASE64.decode(token).ok()?.try_into().ok()?)),
            ["ll", page] => Self::List(page.parse().ok()?),
            ["lc", one] => Self::Show(id(one)?),
            ["lw", one] => Self::Words(id(one)?),
            ["lx", one] => Self::Settle(id(one)?),
            ["lg", chat, wanted] => Self::Here(ChatId(chat.parse().ok()?), flag(wanted)?),
            _ => return None,
        })
    }
}
