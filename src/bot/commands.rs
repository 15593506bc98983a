//! The commands that Telegram lists beside the message field: per language, and for each role its own.

use anyhow::{Context, Result};
use teloxide::Bot;
use teloxide::payloads::{DeleteMyCommandsSetters, SetMyCommandsSetters};
use teloxide::prelude::Requester;
use teloxide::types::{BotCommand, BotCommandScope, ChatId, Recipient};

use crate::ids::TelegramId;
use crate::l10n::{Lang, Texts};
use crate::role::Role;

/// Registers everyone's commands.
pub async fn register(bot: &Bot) -> Result<()> {
    for lang in Lang::ALL {
        set(bot, BotCommandScope::Default, lang, everyones(lang.texts()))
            .await
            .context("Register commands")?;
        set(bot, BotCommandScope::AllGroupChats, lang, groups(lang.texts()))
            .await
            .context("Register commands for groups")?;
    }
    Ok(())
}

/// Makes somebody's list of commands fit their role. They may have left the bot's chat since.
pub async fn fit(bot: Bot, chat: TelegramId, role: Role) {
    if role == Role::Participant {
        return forget(bot, chat).await;
    }
    for lang in Lang::ALL {
        let scope = BotCommandScope::Chat { chat_id: Recipient::Id(ChatId(chat.0)) };
        let commands = [of_role(lang.texts(), role), everyones(lang.texts())].concat();
        if let Err(error) = set(&bot, scope, lang, commands).await {
            log::debug!("Somebody's commands could not be registered: {error:#}");
        }
    }
}

/// Somebody has no role any more, and their list is everyone's again.
async fn forget(bot: Bot, chat: TelegramId) {
    for lang in Lang::ALL {
        let request =
            bot.delete_my_commands().scope(BotCommandScope::Chat { chat_id: Recipient::Id(ChatId(chat.0)) });
        let deleted = match lang {
            Lang::Uk => request.await,
            Lang::En => request.language_code(lang.code()).await,
        };
        if let Err(error) = deleted {
            log::debug!("Somebody's commands could not be taken back: {error:#}");
        }
    }
}

/// The list for everyone whose Telegram has no list of its own is the Ukrainian one.
async fn set(
    bot: &Bot,
    scope: BotCommandScope,
    lang: Lang,
    commands: Vec<BotCommand>,
) -> Result<(), teloxide::RequestError> {
    let request = bot.set_my_commands(commands).scope(scope);
    match lang {
        Lang::Uk => request.await?,
        Lang::En => request.language_code(lang.code()).await?,
    };
    Ok(())
}

fn everyones(t: &Texts) -> Vec<BotCommand> {
    vec![
        BotCommand::new("menu", t.command_menu()),
        BotCommand::new("propose", t.command_propose()),
        BotCommand::new("proposals", t.command_proposals()),
        BotCommand::new("mine", t.command_mine()),
        BotCommand::new("stances", t.command_stances()),
        BotCommand::new("vote", t.command_vote()),
        BotCommand::new("polls", t.command_polls()),
        BotCommand::new("sessions", t.command_sessions()),
        BotCommand::new("settings", t.command_settings()),
        BotCommand::new("mydata", t.command_mydata()),
        BotCommand::new("help", t.command_help()),
        BotCommand::new("cancel", t.command_cancel()),
    ]
}

fn groups(t: &Texts) -> Vec<BotCommand> {
    vec![BotCommand::new("poll", t.command_group_poll())]
}

fn of_role(t: &Texts, role: Role) -> Vec<BotCommand> {
    let desk = BotCommand::new("desk", t.command_desk());
    if role < Role::Organizer {
        return vec![desk];
    }
    let mut commands = vec![
        desk,
        BotCommand::new("announce", t.command_announce()),
        BotCommand::new("newvote", t.command_newvote()),
        BotCommand::new("poll", t.command_poll()),
        BotCommand::new("newsession", t.command_newsession()),
        BotCommand::new("wall", t.command_wall()),
        BotCommand::new("checkin", t.command_checkin()),
        BotCommand::new("newcall", t.command_newcall()),
        BotCommand::new("invite", t.command_invite()),
        BotCommand::new("export", t.command_export()),
    ];
    if role == Role::Owner {
        commands.push(BotCommand::new("team", t.command_team()));
    }
    commands
}
