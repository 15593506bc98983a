//! Opens the house for a rehearsal: the organizer joins, makes an invitation and opens a call; one participant joins,
//! another one is left to try the door.

use std::sync::Arc;
use std::time::Duration;

use super::super::{NewPerson, Person, Telegram};
use super::words;

/// How long the bot may take for a screen.
const PATIENCE: Duration = Duration::from_secs(15);

/// The three phones of the page, in order; the first is the organizer's.
const PHONES: [&str; 3] = ["Оксана", "Петро", "Марія"];

/// Sets the scene once; a kept rehearsal is found as it was. The code of the invitation that lets the crowd in.
pub async fn open_house(telegram: &Telegram) -> Option<String> {
    for name in PHONES.iter().skip(telegram.people().len()) {
        telegram.person(NewPerson {
            first_name: (*name).into(),
            last_name: None,
            username: None,
            language_code: Some("uk".into()),
        });
    }
    let [organizer, participant] = [0, 1].map(|at| telegram.people().get(at).cloned());
    let (organizer, participant) = (organizer?, participant?);
    if let Some(code) = invitation(&organizer) {
        return Some(code);
    }
    // As @BotFather would have it.
    telegram.with(|world| Arc::make_mut(&mut world.state.bot.user).first_name = words::BOT.into());
    organizer.follows_link("");
    press(telegram, &organizer, "Як у Telegram: Оксана").await?;
    press(telegram, &organizer, "Громадськість").await?;
    press(telegram, &organizer, "Луганщина").await?;
    organizer.says("/newcall");
    shows(telegram, &organizer, "Напишіть питання").await?;
    organizer.says(words::QUESTION);
    press(telegram, &organizer, "📣 Відкрити для всіх").await?;
    shows(telegram, &organizer, "Організатори збирають пропозиції").await?;
    // Last, so that it is what the organizer's phone shows first.
    organizer.says("/invite");
    press(telegram, &organizer, "➕ Нове, без обмежень").await?;
    shows(telegram, &organizer, "?start=").await?;
    let code = invitation(&organizer)?;
    participant.follows_link(&code);
    press(telegram, &participant, "Як у Telegram: Петро").await?;
    press(telegram, &participant, "Влада").await?;
    press(telegram, &participant, "Донеччина").await?;
    press(telegram, &participant, "🏠 Меню").await?;
    Some(code)
}

/// How the words below a door's QR code begin.
const DOOR: char = '🚪';

/// The newest invitation on the organizer's phone.
fn invitation(organizer: &Person) -> Option<String> {
    code(organizer, |caption| !caption.starts_with(DOOR))
}

/// The code of the door that the organizer's phone shows, if it shows one.
pub fn door(organizer: &Person) -> Option<String> {
    code(organizer, |caption| caption.starts_with(DOOR))
}

fn code(organizer: &Person, is_meant: impl Fn(&str) -> bool) -> Option<String> {
    let messages = organizer.messages();
    let caption = messages
        .iter()
        .rev()
        .filter_map(|m| m.caption.as_ref())
        .find(|caption| caption.contains("?start=") && is_meant(caption.as_str()))?;
    let (_, rest) = caption.rsplit_once("?start=")?;
    Some(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).collect())
}

async fn press(telegram: &Telegram, person: &Person, button: &str) -> Option<()> {
    let id = person.id();
    let there =
        |world: &super::super::World| world.chat(id).is_some_and(|chat| chat.bearing(button).is_some());
    telegram.wait(button, PATIENCE, there).await.ok()?;
    drop(person.try_presses(None, button).ok()?.answer().await.ok()?);
    Some(())
}

async fn shows(telegram: &Telegram, person: &Person, words: &str) -> Option<()> {
    let id = person.id();
    let there = |world: &super::super::World| {
        let newest = world.chat(id).and_then(|chat| chat.newest());
        newest.is_some_and(|m| m.text.iter().chain(&m.caption).any(|text| text.contains(words)))
    };
    telegram.wait(words, PATIENCE, there).await.ok()
}
