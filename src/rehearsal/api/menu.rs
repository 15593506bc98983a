//! What a phone shows of a bot beside messages: commands, name, descriptions, menu button.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::super::text::char_len;
use super::super::world::{BotAccount, BotCommand, Happened, Scope};
use super::{Answer, Call, Refused, params};

const MOST_COMMANDS: usize = 100;
const MOST_COMMAND: usize = 32;
const MOST_COMMAND_DESCRIPTION: usize = 256;

/// `setMyCommands`.
pub fn set_commands(call: &mut Call) -> Result<Answer, Refused> {
    let list = match call.params.json("commands") {
        Some(Ok(list)) => read_commands(&list)?,
        Some(Err(_)) => return Err(Refused::bad("Can't parse commands JSON object")),
        None => Vec::new(),
    };
    let (scope, language) = place(call)?;
    let list = list.into_iter().map(check_command).collect::<Result<Vec<_>, _>>()?;
    if list.len() > MOST_COMMANDS {
        return Err(Refused::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    call.world.state.commands.set(&scope, &language, list);
    call.world.tell_everyone();
    Ok(Answer::True)
}

/// `getMyCommands`: this list only, without fallback.
pub fn get_commands(call: &mut Call) -> Result<Answer, Refused> {
    let (scope, language) = place(call)?;
    Ok(Answer::Value(json!(call.world.state.commands.get(&scope, &language))))
}

/// `deleteMyCommands`.
pub fn delete_commands(call: &mut Call) -> Result<Answer, Refused> {
    let (scope, language) = place(call)?;
    call.world.state.commands.set(&scope, &language, Vec::new());
    call.world.tell_everyone();
    Ok(Answer::True)
}

fn read_commands(list: &Value) -> Result<Vec<BotCommand>, Refused> {
    let Value::Array(items) = list else {
        return Err(Refused::bad("Expected an Array of BotCommand"));
    };
    let refuse = |why: &str| Refused::bad(&format!("Can't parse BotCommand: {why}"));
    let read = |item: &Value| {
        let Value::Object(fields) = item else {
            return Err(refuse("expected an Object"));
        };
        let field = |key: &str| fields.get(key).and_then(Value::as_str).map(|text| text.trim().to_owned());
        let command = field("command").ok_or_else(|| refuse("Can't find field \"command\""))?;
        let description = field("description").ok_or_else(|| refuse("Can't find field \"description\""))?;
        Ok(BotCommand { command, description })
    };
    items.iter().map(read).collect()
}

fn check_command(BotCommand { command, description }: BotCommand) -> Result<BotCommand, Refused> {
    let command = command.strip_prefix('/').unwrap_or(&command).trim().to_owned();
    if command.is_empty() {
        return Err(Refused::bad("Command must be non-empty"));
    }
    if char_len(&command) > MOST_COMMAND {
        return Err(Refused::bad("Command length must not exceed 32"));
    }
    if description.is_empty() {
        return Err(Refused::bad("Command description must be non-empty"));
    }
    if char_len(&description) > MOST_COMMAND_DESCRIPTION {
        return Err(Refused::bad("Command description length must not exceed 256"));
    }
    if !command.chars().all(|symbol| symbol.is_ascii_lowercase() || symbol.is_ascii_digit() || symbol == '_')
    {
        return Err(Refused::bad("BOT_COMMAND_INVALID"));
    }
    Ok(BotCommand { command, description })
}

fn place(call: &Call) -> Result<(Scope, String), Refused> {
    let scope = match call.params.json("scope") {
        None => Scope::Default,
        Some(Err(_)) => return Err(Refused::bad("Can't parse BotCommandScope JSON object")),
        Some(Ok(scope)) => match &*scope {
            Value::Object(fields) => read_scope(call, fields)?,
            _ => return Err(Refused::bad("Can't parse BotCommandScope: expected an Object")),
        },
    };
    Ok((scope, language(call)?))
}

fn read_scope(call: &Call, fields: &Map<String, Value>) -> Result<Scope, Refused> {
    let chat = || {
        let id = fields.get("chat_id").map_or(0, params::lenient_int);
        call.world.chat(id).map(|_| id).ok_or_else(|| Refused::bad("Chat not found"))
    };
    match fields.get("type").and_then(Value::as_str).unwrap_or_default() {
        "default" => Ok(Scope::Default),
        "all_private_chats" => Ok(Scope::AllPrivateChats),
        "all_group_chats" => Ok(Scope::AllGroupChats),
        "all_chat_administrators" => Ok(Scope::AllChatAdministrators),
        "chat" => Ok(Scope::Chat(chat()?)),
        "chat_administrators" => Ok(Scope::ChatAdministrators(chat()?)),
        "chat_member" => Ok(Scope::ChatMember(chat()?, fields.get("user_id").map_or(0, params::lenient_int))),
        _ => Err(Refused::bad("Can't parse BotCommandScope: unsupported type specified")),
    }
}

fn language(call: &Call) -> Result<String, Refused> {
    let code = call.params.text("language_code").into_owned();
    let fits = code.is_empty() || (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase()));
    if fits { Ok(code) } else { Err(Refused::bad("Invalid language code specified")) }
}

/// A text the bot shows about itself, kept by language.
pub struct About {
    /// The parameter and the field of the answer.
    pub key: &'static str,
    pub most: usize,
    pub long: &'static str,
    pub texts: fn(&mut BotAccount) -> &mut BTreeMap<String, String>,
}

/// `setMyName` and `getMyName`.
pub const NAME: About =
    About { key: "name", most: 64, long: "Bot name is too long", texts: |bot| &mut bot.names };
/// `setMyDescription` and `getMyDescription`.
pub const DESCRIPTION: About = About {
    key: "description",
    most: 512,
    long: "Bot description is too long",
    texts: |bot| &mut bot.descriptions,
};
/// `setMyShortDescription` and `getMyShortDescription`.
pub const SHORT_DESCRIPTION: About = About {
    key: "short_description",
    most: 120,
    long: "Bot short description is too long",
    texts: |bot| &mut bot.short_descriptions,
};

/// Sets such a text; an empty one is forgotten.
pub fn set_about(call: &mut Call, about: &About) -> Result<Answer, Refused> {
    let language = language(call)?;
    let text = call.params.text(about.key).trim().to_owned();
    if char_len(&text) > about.most {
        return Err(Refused::bad(about.long));
    }
    let texts = (about.texts)(&mut call.world.state.bot);
    if text.is_empty() {
        texts.remove(&language);
    } else {
        texts.insert(language, text);
    }
    call.world.tell(Happened::People);
    Ok(Answer::True)
}

/// Such a text in a language, else the one for everyone.
pub fn get_about(call: &mut Call, about: &About) -> Result<Answer, Refused> {
    let language = language(call)?;
    let fallback =
        if about.key == "name" { call.world.state.bot.user.first_name.clone() } else { String::new() };
    let texts = (about.texts)(&mut call.world.state.bot);
    let text = texts.get(&language).or_else(|| texts.get("")).cloned().unwrap_or(fallback);
    Ok(Answer::Value(json!({ about.key: text })))
}

/// `setChatMenuButton`.
pub fn set_button(call: &mut Call) -> Result<Answer, Refused> {
    let button = match call.params.json("menu_button") {
        None => json!({ "type": "default" }),
        Some(Ok(button)) if button.get("type").is_some_and(Value::is_string) => button.into_owned(),
        Some(_) => return Err(Refused::bad("Can't parse MenuButton")),
    };
    let chat = button_chat(call)?;
    call.world.state.bot.menu_buttons.insert(chat, button);
    call.world.tell(Happened::Quiet);
    Ok(Answer::True)
}

/// `getChatMenuButton`.
pub fn get_button(call: &mut Call) -> Result<Answer, Refused> {
    let chat = button_chat(call)?;
    let buttons = &call.world.state.bot.menu_buttons;
    let button = buttons.get(&chat).or_else(|| buttons.get(&0)).cloned();
    Ok(Answer::Value(button.unwrap_or_else(|| json!({ "type": "commands" }))))
}

fn button_chat(call: &Call) -> Result<i64, Refused> {
    if call.params.text("chat_id").is_empty() { Ok(0) } else { Ok(call.readable("chat_id")?.0) }
}
