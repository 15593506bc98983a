//! A chat as text that people can read and tests can compare.

use super::world::{Chat, Message, World};

/// The last `count` messages of a person's chat, and the keyboard below.
pub fn of(world: &World, person: i64, count: usize) -> String {
    let name = world.profile(person).map_or_else(String::new, |profile| profile.user.first_name.clone());
    let Some(chat) = world.chat(person) else {
        return format!("({name} has not written yet)");
    };
    let skipped = chat.messages.len().saturating_sub(count);
    let mut lines: Vec<String> =
        chat.iter().skip(skipped).flat_map(|message| lines_of(message, &name)).collect();
    for row in reply_rows(chat) {
        lines.push(format!("⌨ {}", bracketed(&row)));
    }
    if chat.blocked {
        lines.push("(blocked)".to_owned());
    }
    lines.join("\n")
}

fn lines_of(message: &Message, name: &str) -> Vec<String> {
    let who = if message.from.is_bot { "🤖".to_owned() } else { format!("{name}:") };
    let mut said = Vec::new();
    if let Some(pinned) = &message.pinned_message {
        said.push(format!("<pinned {}>", pinned.message_id));
    }
    if message.forward_origin.is_some() {
        said.push("<forwarded>".to_owned());
    }
    if let Some(media) = message.media() {
        let file = message.document.as_ref().and_then(|document| document.file_name.as_deref());
        said.push(file.map_or_else(|| format!("<{media}>"), |file| format!("<{media} {file}>")));
    }
    said.extend(message.text.clone().or_else(|| message.caption.clone()));
    let said = format!("{who} {}", said.join(" "));
    let mut lines: Vec<String> = said.lines().map(str::to_owned).collect();
    for row in message.reply_markup.iter().flat_map(|keyboard| &keyboard.inline_keyboard) {
        let texts: Vec<String> = row.iter().map(|button| button.text.clone()).collect();
        lines.push(format!("   {}", bracketed(&texts)));
    }
    lines
}

fn bracketed(texts: &[String]) -> String {
    texts.iter().map(|text| format!("[{text}]")).collect::<Vec<_>>().join(" ")
}

fn reply_rows(chat: &Chat) -> Vec<Vec<String>> {
    let rows = chat.reply_keyboard.as_ref().and_then(|keyboard| keyboard["keyboard"].as_array());
    let text = |button: &serde_json::Value| {
        let text = button.as_str().or_else(|| button["text"].as_str());
        text.unwrap_or_default().to_owned()
    };
    let row = |row: &serde_json::Value| row.as_array().into_iter().flatten().map(text).collect();
    rows.into_iter().flatten().map(row).collect()
}

/// The texts on the keyboard that stands in place of letters.
pub fn reply_buttons(chat: &Chat) -> Vec<String> {
    reply_rows(chat).into_iter().flatten().collect()
}
