//! The commands menu: one list for each scope and language, and which one a person's phone shows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One line of the menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BotCommand {
    pub command: String,
    pub description: String,
}

/// For whom a list is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    Default,
    AllPrivateChats,
    AllGroupChats,
    AllChatAdministrators,
    Chat(i64),
    ChatAdministrators(i64),
    ChatMember(i64, i64),
}

impl Scope {
    fn key(&self, language: &str) -> String {
        format!("{self:?} {language}")
    }
}

/// All lists the bot has set.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Commands(BTreeMap<String, Vec<BotCommand>>);

impl Commands {
    /// Keeps a list; an empty one forgets it.
    pub fn set(&mut self, scope: &Scope, language: &str, list: Vec<BotCommand>) {
        if list.is_empty() {
            self.0.remove(&scope.key(language));
        } else {
            self.0.insert(scope.key(language), list);
        }
    }

    /// Exactly this list, as `getMyCommands` answers.
    pub fn get(&self, scope: &Scope, language: &str) -> &[BotCommand] {
        self.0.get(&scope.key(language)).map_or(&[], Vec::as_slice)
    }

    /// What a phone shows in a chat: the nearest scope wins, each first in the person's language.
    pub fn shown(&self, chat: i64, language: Option<&str>) -> &[BotCommand] {
        let language = language.and_then(|code| code.get(..2)).unwrap_or_default();
        let all = if chat < 0 { Scope::AllGroupChats } else { Scope::AllPrivateChats };
        [Scope::Chat(chat), all, Scope::Default]
            .iter()
            .flat_map(|scope| [self.get(scope, language), self.get(scope, "")])
            .find(|list| !list.is_empty())
            .unwrap_or_default()
    }
}
