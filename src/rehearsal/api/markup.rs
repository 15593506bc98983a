//! Keyboards: what may come, what is refused, and what is silently changed.

use serde_json::{Map, Value};

use super::super::links;
use super::super::world::{Button, InlineKeyboard};
use super::{Params, Refused};

const MOST_IN_ROW: usize = 12;
const MOST_BUTTONS: usize = 300;
const MOST_DATA_BYTES: usize = 64;

/// What stands below a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Markup {
    None,
    Inline(InlineKeyboard),
    /// A keyboard in place of letters.
    Reply(Value),
    /// That keyboard goes away.
    Remove,
    /// The phone opens an answer by itself.
    ForceReply,
}

impl Markup {
    /// Reads `reply_markup`.
    pub fn read(params: &Params) -> Result<Markup, Refused> {
        let Some(json) = params.json("reply_markup") else {
            return Ok(Markup::None);
        };
        let json = json.map_err(|_| Refused::bad("Can't parse reply keyboard markup JSON object"))?;
        let Value::Object(object) = &*json else {
            return Err(Refused::bad("Object expected as reply markup"));
        };
        if let Some(rows) = object.get("inline_keyboard") {
            return inline(rows);
        }
        if let Some(rows) = object.get("keyboard") {
            check_reply_rows(rows)?;
            return Ok(Markup::Reply(json.into_owned()));
        }
        let is_set = |key| object.get(key).is_some_and(super::params::lenient_bool);
        match (is_set("remove_keyboard"), is_set("force_reply")) {
            (true, _) => Ok(Markup::Remove),
            (_, true) => Ok(Markup::ForceReply),
            _ => Ok(Markup::None),
        }
    }
}

fn inline(rows: &Value) -> Result<Markup, Refused> {
    let Value::Array(rows) = rows else {
        return Err(Refused::bad("Field \"inline_keyboard\" must be of type Array"));
    };
    let mut keyboard = InlineKeyboard::default();
    let mut left = MOST_BUTTONS;
    for row in rows {
        let Value::Array(row) = row else {
            let message = "Field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays";
            return Err(Refused::bad(message));
        };
        let buttons: Vec<Button> = row.iter().map(button).collect::<Result<_, _>>()?;
        let buttons = buttons.into_iter().filter(|button| !button.text.is_empty());
        let buttons: Vec<Button> = buttons.take(MOST_IN_ROW.min(left)).collect();
        left -= buttons.len();
        if !buttons.is_empty() {
            keyboard.inline_keyboard.push(buttons);
        }
    }
    if keyboard.inline_keyboard.is_empty() { Ok(Markup::None) } else { Ok(Markup::Inline(keyboard)) }
}

fn button(value: &Value) -> Result<Button, Refused> {
    let refuse = |why: &str| Refused::bad(&format!("Can't parse inline keyboard button: {why}"));
    let Value::Object(fields) = value else {
        return Err(refuse("InlineKeyboardButton must be an Object"));
    };
    let text = string(fields, "text").ok_or_else(|| refuse("Can't find field \"text\""))?;
    let mut button = Button {
        text: text.trim().to_owned(),
        icon_custom_emoji_id: string(fields, "icon_custom_emoji_id"),
        style: string(fields, "style"),
        ..Button::default()
    };
    // Of several actions the first one in this order counts.
    let object = |key: &str| fields.get(key).filter(|value| value.is_object()).cloned();
    if let Some(url) = string(fields, "url").filter(|url| !url.is_empty()) {
        button.url = Some(url);
    } else if let Some(data) = string(fields, "callback_data").filter(|data| !data.is_empty()) {
        button.callback_data = Some(data);
    } else if let Some(game) = object("callback_game") {
        button.callback_game = Some(game);
    } else if fields.get("pay").is_some_and(super::params::lenient_bool) {
        button.pay = Some(true);
    } else if let Some(query) = string(fields, "switch_inline_query") {
        button.switch_inline_query = Some(query);
    } else if let Some(query) = string(fields, "switch_inline_query_current_chat") {
        button.switch_inline_query_current_chat = Some(query);
    } else if let Some(chosen) = object("switch_inline_query_chosen_chat") {
        button.switch_inline_query_chosen_chat = Some(chosen);
    } else if let Some(login) = object("login_url") {
        button.login_url = Some(login);
    } else if let Some(app) = object("web_app") {
        button.web_app = Some(app);
    } else if let Some(copy) = object("copy_text") {
        button.copy_text = Some(copy);
    } else {
        return Err(refuse("Text buttons are unallowed in the inline keyboard"));
    }
    Ok(button)
}

fn string(fields: &Map<String, Value>, key: &str) -> Option<String> {
    match fields.get(key)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn check_reply_rows(rows: &Value) -> Result<(), Refused> {
    let refuse = |why: &str| Refused::bad(&format!("Can't parse keyboard button: {why}"));
    let Value::Array(rows) = rows else {
        return Err(Refused::bad("Field \"keyboard\" must be of type Array"));
    };
    for row in rows {
        let Value::Array(row) = row else {
            return Err(Refused::bad(
                "Field \"keyboard\" of the ReplyKeyboardMarkup must be an Array of Arrays",
            ));
        };
        for button in row {
            match button {
                Value::String(_) => {}
                Value::Object(fields) if fields.get("text").is_some_and(Value::is_string) => {}
                Value::Object(_) => return Err(refuse("Can't find field \"text\"")),
                _ => return Err(refuse("KeyboardButton must be an Object")),
            }
        }
    }
    Ok(())
}

/// Looks at links, which are also brought into the form Telegram shows.
pub fn check_links(keyboard: &mut InlineKeyboard) -> Result<(), Refused> {
    for button in keyboard.inline_keyboard.iter_mut().flatten() {
        if let Some(url) = &mut button.url {
            *url = links::check(url).map_err(|why| {
                Refused::bad(&format!("Inline keyboard button URL '{url}' is invalid: {why}"))
            })?;
        }
        if let Some(app) = &button.web_app {
            let url = app.get("url").and_then(Value::as_str).unwrap_or_default();
            if !url.to_ascii_lowercase().starts_with("https://") {
                let why = "is invalid: Only HTTPS links are allowed";
                return Err(Refused::bad(&format!("Inline keyboard button Web App URL '{url}' {why}")));
            }
        }
    }
    Ok(())
}

/// What only Telegram's inner servers look at.
pub fn check_data(keyboard: &InlineKeyboard) -> Result<(), Refused> {
    for button in keyboard.inline_keyboard.iter().flatten() {
        if button.callback_data.as_ref().is_some_and(|data| data.len() > MOST_DATA_BYTES) {
            return Err(Refused::bad("BUTTON_DATA_INVALID"));
        }
    }
    Ok(())
}
