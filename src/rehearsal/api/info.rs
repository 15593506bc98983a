//! Who is who: the bot itself, chats, members; and what there is to say about webhooks.

use serde_json::json;

use super::super::world::{self, Happened, Standing};
use super::{Answer, Call, Refused};

/// `getMe`.
pub fn me(call: &mut Call) -> Result<Answer, Refused> {
    let bot = &call.world.state.bot;
    let name = bot.names.get("").unwrap_or(&bot.user.first_name);
    Ok(Answer::Value(json!({
        "id": bot.user.id,
        "is_bot": true,
        "first_name": name,
        "username": bot.user.username,
        "can_join_groups": true,
        "can_read_all_group_messages": false,
        "supports_inline_queries": false,
        "can_connect_to_business": false,
        "has_main_web_app": false,
        "has_topics_enabled": false,
        "allows_users_to_create_topics": false,
    })))
}

/// `getChat`.
pub fn chat(call: &mut Call) -> Result<Answer, Refused> {
    let (_, chat) = call.readable("chat_id")?;
    let mut full = serde_json::to_value(&*chat.head).expect("our own types always serialise");
    full["accent_color_id"] = json!(chat.head.id.rem_euclid(7));
    full["max_reaction_count"] = json!(11);
    full["accepted_gift_types"] = json!({
        "unlimited_gifts": true,
        "limited_gifts": true,
        "unique_gifts": true,
        "premium_subscription": true,
        "gifts_from_channels": true,
    });
    if let Some(name) = &chat.head.username {
        full["active_usernames"] = json!([name]);
    }
    if let Some(pinned) = chat.pinned.and_then(|id| chat.message(id)) {
        full["pinned_message"] = json!(pinned);
    }
    Ok(Answer::Value(full))
}

/// `getChatMember`: in a private chat there are two.
pub fn member(call: &mut Call) -> Result<Answer, Refused> {
    let (chat, state) = call.readable("chat_id")?;
    let user = call.params.int("user_id");
    let bot = &call.world.state.bot.user;
    let profile = || call.world.profile(user).map(|profile| profile.user.clone());
    let found = if user == bot.id { Some(bot.clone()) } else { profile() };
    let standing = match &state.group {
        Some(group) => Some(group.standing(user).unwrap_or(Standing::Out)),
        None => (user == bot.id || user == chat).then_some(Standing::Member),
    };
    let (user, standing) = found.zip(standing).ok_or_else(|| Refused::bad("Member not found"))?;
    Ok(Answer::Value(world::member(&user, standing, state.is_channel())))
}

/// `leaveChat`.
pub fn leave(call: &mut Call) -> Result<Answer, Refused> {
    let (chat, _) = call.readable("chat_id")?;
    let bot = call.world.state.bot.user.id;
    match call.world.chat_mut(chat).and_then(|chat| chat.group.as_mut()) {
        Some(group) => group.members.insert(bot, Standing::Out),
        None => return Err(Refused::bad("Chat member status can't be changed in private chats")),
    };
    call.world.show(chat);
    Ok(Answer::True)
}

/// `getWebhookInfo`: there is none.
pub fn webhook(call: &mut Call) -> Result<Answer, Refused> {
    let updates = call.world.updates();
    let mut info =
        json!({ "url": "", "has_custom_certificate": false, "pending_update_count": updates.len() });
    if let Some(kinds) = updates.allowed() {
        info["allowed_updates"] = json!(kinds);
    }
    Ok(Answer::Value(info))
}

/// `setWebhook`: an empty address takes it away; a real one is not emulated.
pub fn set_webhook(call: &mut Call) -> Result<Answer, Refused> {
    let address = call.params.text("url").trim().to_owned();
    if address.is_empty() {
        return delete_webhook(call);
    }
    let Some(rest) = address.strip_prefix("https://") else {
        return Err(Refused::bad("Bad webhook: An HTTPS URL must be provided for webhook"));
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let port = authority.rsplit_once(':').map_or("443", |(_, port)| port);
    if !["80", "88", "443", "8443"].contains(&port) {
        return Err(Refused::bad("Bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"));
    }
    Err(Refused::not_emulated("a webhook"))
}

/// `deleteWebhook`.
pub fn delete_webhook(call: &mut Call) -> Result<Answer, Refused> {
    if call.params.flag("drop_pending_updates") {
        let next = call.world.updates().next_id();
        call.world.state.updates.confirm(next);
        call.world.tell(Happened::Quiet);
    }
    Ok(Answer::Described("Webhook is already deleted"))
}

/// The chat a call is about, for the journal and for faults.
pub fn chat_of(params: &super::Params) -> Option<i64> {
    params.values.get("chat_id").map(super::params::lenient_int).filter(|id| *id != 0)
}
