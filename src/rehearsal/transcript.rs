//! A chat as text that people can read and tests can compare.

use super::world::{Chat, Message, User, World};

/// The last `count` messages of a chat, and the keyboard below.
pub fn of(world: &World, chat: i64, count: usize) -> String {
    let name = world.profile(chat).map_or_else(String::new, |profile| profile.user.first_name.clone());
    let Some(chat) = world.chat(chat) else {
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
    let who = match &message.sender_chat {
        _ if message.from.is_bot => "🤖".to_owned(),
        Some(channel) => format!("{}:", channel.title.as_deref().unwrap_or_default()),
        // In a group each says who they are.
        None if name.is_empty() => format!("{}:", message.from.first_name),
        None => format!("{name}:"),
    };
    let mut said = Vec::new();
    let names = |users: &[std::sync::Arc<User>]| {
        users.iter().map(|user| user.first_name.clone()).collect::<Vec<_>>().join(", ")
    };
    if !message.new_chat_members.is_empty() {
        said.push(format!("<added {}>", names(&message.new_chat_members)));
    }
    if let Some(left) = &message.left_chat_member {
        said.push(format!("<removed {}>", left.first_name));
    }
    if let Some(title) = &message.new_chat_title {
        said.push(format!("<named {title}>"));
    }
    if message.group_chat_created || message.supergroup_chat_created || message.channel_chat_created {
        said.push(format!("<made {}>", message.chat.title.as_deref().unwrap_or_default()));
    }
    if message.migrate_to_chat_id.is_some() {
        said.push("<became a supergroup>".to_owned());
    }
    if message.migrate_from_chat_id.is_some() {
        said.push("<was a group>".to_owned());
    }
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
